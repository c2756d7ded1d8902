"""The benchmark: how fast the program is beside a bare Textual app in the same run. It fails on no time."""
