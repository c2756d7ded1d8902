"""`python -m facilitator`, and the `facilitator` command."""

import os

PRIVATE = 0o077


def main() -> None:
    """Hand the words of the command line to the shell's commands; whatever they write is for its owner alone."""
    os.umask(PRIVATE)
    from facilitator.cli import facilitator

    facilitator()


if __name__ == "__main__":
    main()
