"""Text brought to one form before it is read: lower case, no accents, plain dashes and quotes."""

import re
import unicodedata

SAME = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
INNER_SIGNS = re.compile(r"(?<=[^\W\d_])[-'](?=[^\W\d_])")


class _Bare(dict[int, str]):
    """What each character comes to, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        apart = unicodedata.normalize("NFKD", chr(point).translate(SAME).casefold())
        self[point] = "".join(
            sign for sign in apart if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf"
        )
        return self[point]


_BARE = _Bare()


def fold(text: str) -> str:
    """The text in lower case without accents; an apostrophe or hyphen between letters is a space."""
    return INNER_SIGNS.sub(" ", text.translate(_BARE))
