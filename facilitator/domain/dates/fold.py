"""Text brought to one form before it is read: lower case, no accents, plain dashes and quotes."""

import re
import unicodedata

SAME = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
INNER_SIGNS = re.compile(r"(?<=[^\W\d_])[-'](?=[^\W\d_])")


def fold(text: str) -> str:
    """The text in lower case without accents; an apostrophe or hyphen between letters is a space."""
    if text.isascii():
        return INNER_SIGNS.sub(" ", text.translate(SAME).lower())
    apart = unicodedata.normalize("NFKD", text.translate(SAME).casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf")
    return INNER_SIGNS.sub(" ", bare)
