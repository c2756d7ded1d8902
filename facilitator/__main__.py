"""`python -m facilitator`, and the `facilitator` command."""


def main() -> None:
    """Hand the words of the command line to the shell's commands."""
    from facilitator.cli import facilitator

    facilitator()


if __name__ == "__main__":
    main()
