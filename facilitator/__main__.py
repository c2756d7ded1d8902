"""`python -m facilitator`, and the `facilitator` command."""

import gc
import os
import sys

PRIVATE = 0o077
# New things between two looks for garbage: a command is over before there is much, and modules are none.
SELDOM = 200_000


def main() -> None:
    """Hand the words of the command line to the shell's commands; whatever they write is for its owner alone."""
    os.umask(PRIVATE)
    from facilitator.cli.home import come_home, is_home

    if is_home(words := sys.argv[1:]):
        come_home(words)
    gc.set_threshold(SELDOM)
    from facilitator.cli.shell import facilitator

    facilitator()


if __name__ == "__main__":
    main()
