"""What is needed only for one format is loaded only for it."""

import subprocess
import sys


def test_reading_the_modules_loads_no_library_of_a_format() -> None:
    modules = ("document", "docx", "extracts", "files", "html", "markdown", "pdf", "session_json", "tables", "calendar")
    source = "; ".join(f"import facilitator.exchange.{name}" for name in modules)
    look = (
        "import sys; print(sorted({'docx', 'lxml', 'typst', 'icalendar', 'textual', 'sqlmodel'} & sys.modules.keys()))"
    )
    made = subprocess.run([sys.executable, "-c", f"{source}\n{look}"], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "[]"
