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
    from facilitator.cli.straight import asks_plainly, open_straight

    if asks_plainly(words := sys.argv[1:]):
        open_straight(words)
    gc.set_threshold(SELDOM)
    if words[:1] == ["line"]:
        from facilitator.cli.lining import answer, line_asked

        if asked := line_asked(words):
            answer(asked)
    from facilitator.cli.shell import facilitator

    facilitator()


if __name__ == "__main__":
    main()
