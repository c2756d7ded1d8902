"""What keeps the app alive where stock Textual ends or freezes; every private name of Textual that we need is in here.

`tests/faults/test_canary.py` holds that those names exist as they are used. FAULTS 2.1, 2.2, 2.6.
"""
