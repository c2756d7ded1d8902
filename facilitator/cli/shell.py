"""The command `facilitator`: its subcommands, its version, and the one place where errors become sentences."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

import facilitator as package
from facilitator.cli.ending import carry_out, to_a_reader
from facilitator.cli.faults import CantDo

# Where each command stands: only the module of the one that is asked for is loaded.
COMMANDS = {
    "demo": "screens.demo",
    "new": "beginning.new",
    "import": "reading_in.import_",
    "open": "screens.open_",
    "timekeeper": "screens.timekeeper",
    "list": "looking.list_",
    "show": "looking.show_",
    "add": "adding.add",
    "clock": "adding.clock",
    "rehearse": "screens.rehearse",
    "homework": "giving.homework",
    "check": "judging.check",
    "explain": "judging.explain",
    "line": "judging.line",
    "export": "giving.export",
    "due": "looking.due",
    "templates": "shelving.templates",
    "backup": "keeping.backup",
    "restore": "keeping.restore",
    "doctor": "keeping.doctor",
}


class Shell(click.Group):
    """A group whose failures are one sentence on stderr and exit status 2."""

    def main(  # type: ignore[override]  # click overloads it by a switch that is always off here
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401 – click's own signature
    ) -> None:
        extra["standalone_mode"] = False

        def act() -> object:
            try:
                return super(Shell, self).main(args, prog_name or package.__name__, **extra)
            except click.Abort as interrupted:
                raise KeyboardInterrupt from interrupted

        carry_out(act)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 – click's own signature
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 – see above
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(".")
        command: click.Command = getattr(import_module(f"facilitator.cli.{module}"), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 – click's own signature
        """Carry out the command for whoever reads what it says."""
        return to_a_reader(lambda: super(Shell, self).invoke(ctx))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:  # noqa: ANN401 – click's own signature
        """Name the command that was probably meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), 1)
            hint = f"Did you mean {near[0]}?" if near else "See: facilitator --help"
            raise CantDo(f"There is no command “{args[0]}”. {hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=Shell, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--db", metavar="PATH|URL", help="The store; FACILITATOR_DB names it too.")
@click.version_option(package.__version__, prog_name="facilitator", message="%(prog)s %(version)s")
@click.pass_context
def facilitator(ctx: click.Context, db: str | None) -> int:
    """Run a strategy session: every item in its timebox, every item ending in a decision.

    Without a command: the home screen.
    """
    if ctx.invoked_subcommand is None:
        from facilitator.cli.showing import show
        from facilitator.cli.stored import store_named

        return show(store_named(db))
    return 0
