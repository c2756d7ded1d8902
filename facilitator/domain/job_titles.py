"""What a job title says of somebody's part in the room: who decides, what they speak for, who moderates."""

import re
from dataclasses import dataclass

from facilitator.domain.kinds import Part, Seat

# A data owner owns no business: the word counts alone, beside another title, or with what is a business.
_OWNER = (
    r"(?:^|(?<=[,;/&+(|–-])|(?<=[,;/&+(|–-]\s)|(?<=\band\s)|(?<=\bund\s)"
    r"|\b(?:co|sole|part|majority|business|company|firm|store"
    r"|shop|restaurant|hotel|practice|studio|agency|salon|franchise)[\s-])"
    r"owner"
)
_PARTS = (
    (
        Part.OBSERVER,
        (
            r"observers?|beobachter\w*|(?:guest|gast)(?=\W*$|\s*[,;(/]|\s(?:speaker|lecturer))|intern|trainee"
            r"|assistant(?!\s(?:general\s|vice\s)?(?:director|manager|professor|head|president|chief))"
            r"|\w*assisten(?:t|tin|z)|praktikant\w*|auszubildende\w*|azubi|werkstudent\w*|note[- ]?taker|protokoll\w*"
        ),
    ),
    (Part.PRINCIPAL, r"geschäftsführende\w*\sgesellschafter\w*|gesellschafter-?geschäftsführer\w*"),
    (
        Part.INVESTOR,
        r"investor(?!\srelations)\w*|shareholder|gesellschafter\w*|инвестор\w*|inversor\w*|investisseur\w*",
    ),
    (
        Part.PRINCIPAL,
        (
            rf"{_OWNER}|(?:co-?)?founder|(?:mit)?inhaber\w*|eigentümer\w*|(?:mit)?gründer\w*|propriétaire|fondat\w+"
            r"|fundador\w*|propietari\w+|dueñ[oa]|владел\w+|учредител\w+|основател\w+"
        ),
    ),
    (
        Part.EXPERT,
        r"expert\w*|consultant\w*|advis[eo]rs?|\w*berater\w*|(?:agency|agentur)(?!\s(?:director|head|lead|manager))|coach|analyst\w*|conseil\w*|консультант\w*",
    ),
    (
        Part.DECISION_MAKER,
        (
            r"head|chief|c[efompstri]o|v\.?p\.?|vice[- ]president"
            r"|president|director\w*|direktor\w*|managing|prokurist\w*"
            r"|general\smanager|geschäftsführ\w*|(?!begleiter)\w*leiter(?:in)?|\w*leitung"
            r"|lead(?!\s(?:gen|generation|qualification|management|acquisition))|leader"
            r"|(?<!business )(?<!channel )partner(?!\s(?:manager|management|marketing|relations|success"
            r"|account|sales|channel))"
            r"|vorstand\w*|directeur|directrice|responsable|jefe|jefa"
            r"|директор\w*|руководител\w+|начальник\w*"
        ),
    ),
)
_SEATS = (
    (Seat.MARKETING, r"marketing\w*|cmo|brand|growth|communications?|маркетинг\w*|mercadotecnia"),
    (Seat.SALES, r"sales|vertrieb\w*|verkauf\w*|c[rs]o|key\saccounts?|ventes|commercial\w*|ventas|comercial|продаж\w*"),
    (Seat.BUDGET, r"cfo|financ\w+|finanz\w*|controll\w+|budget|treasur\w+|buchhalt\w*|comptab\w*|contab\w*|финанс\w*"),
    (
        Seat.PRODUCT,
        r"products?|produkt\w*|c[pt]o|engineering|technology|entwicklung|produits?|producto|r\s?&\s?d|продукт\w*",
    ),
)
_MODERATES = r"moderat(?:or|orin|ion|es|rice|eur)|facilitat\w+|animat(?:eur|rice)|ведущ\w+|moderador\w*"


@dataclass(frozen=True, slots=True)
class Title:
    """What a title makes likely; to be corrected by whoever knows better."""

    part: Part = Part.CONTRIBUTOR
    seats: tuple[Seat, ...] = ()
    moderates: bool = False


def read_title(words: str | None) -> Title:
    """“Head of Sales” decides and speaks for sales; “CEO and owner” is the principal; “moderator” moderates."""
    if not words or len(words) > 200:
        return Title()
    if _says(_MODERATES, words):
        return Title(moderates=True)
    part = next((part for part, pattern in _PARTS if _says(pattern, words)), Part.CONTRIBUTOR)
    inside = part in (Part.PRINCIPAL, Part.DECISION_MAKER, Part.CONTRIBUTOR)
    return Title(part, tuple(seat for seat, pattern in _SEATS if inside and _says(pattern, words)))


def _says(pattern: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words, re.I))
