"""The shell as the tests call it: words in, status, stdout and stderr out."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from facilitator.cli.shell import facilitator


@dataclass(frozen=True)
class Said:
    """What came back from one command."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Shell:
    """Commands against one store."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, *words: str, stdin: str | bytes | None = None) -> Said:
        env = {"FACILITATOR_DB": str(self.path)}
        result = CliRunner().invoke(facilitator, list(words), input=stdin, env=env, prog_name="facilitator")
        return Said(result.exit_code, result.stdout, result.stderr)

    def ok(self, *words: str, stdin: str | bytes | None = None) -> Said:
        said = self(*words, stdin=stdin)
        assert said.status == 0, said.err
        return said

    def refuses(self, *words: str, stdin: str | bytes | None = None) -> str:
        """The one sentence of a command that can't be carried out."""
        said = self(*words, stdin=stdin)
        assert (said.status, said.out) == (2, "")
        assert "Traceback" not in said.err
        assert said.err.count("\n") == 1
        return said.err
