"""Typst in a process of its own: a question as JSON on stdin, measures as one line of JSON and the PDF on stdout.

Run as a script. What Typst keeps (its fonts, what it made before: fifty megabytes and more) ends with the process,
and a text that would bring Typst down takes nothing else with it.
"""

import json
import sys
from pathlib import Path
from typing import Any, cast

import typst


def compiler(question: dict[str, Any]) -> typst.Compiler:
    """One for each answer; from a file it keeps what it laid out, so that measures come with a PDF for nothing."""
    fonts = typst.Fonts(include_system_fonts=question["system_fonts"])
    said = json.dumps(question["document"] | {"fonts": fonts.families()}, ensure_ascii=False)
    source = Path(__file__).with_name("doc.typ")
    return typst.Compiler(source, font_paths=fonts, sys_inputs={"doc": said})


def answer(question: dict[str, Any]) -> bytes:
    """`{"document": …, "at": seconds or null, "system_fonts": bool}`; without a moment it is only measured."""
    setting, made = compiler(question), b""
    if (at := question["at"]) is not None:
        try:
            made = cast("bytes", setting.compile(format="pdf", pdf_standards=["ua-1"], timestamp=at))
        except RuntimeError:
            # PDF/UA refuses a sign that no font here has. Plain PDF, tagged too, shows an empty box for it.
            made = cast("bytes", setting.compile(format="pdf", timestamp=at))
    measures = json.loads(setting.query("<length>", field="value", one=True))
    return json.dumps(measures).encode() + b"\n" + made


def main() -> int:
    try:
        made = answer(json.load(sys.stdin.buffer))
    except RuntimeError as error:
        sys.stderr.write(str(error))
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
