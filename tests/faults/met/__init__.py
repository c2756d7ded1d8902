"""Faults as a person meets them: each function brings one about and returns what is said, having looked at the rest.

In the tables: the fault of FAULTS 5, the code of the words that are to be said, how it is met.
"""

from tests.faults.met.disk import DISK
from tests.faults.met.ends import ENDS
from tests.faults.met.incoming import INCOMING
from tests.faults.met.lines import LINES
from tests.faults.met.screen import SCREEN
from tests.faults.met.stage import Met, said, stage, started
from tests.faults.met.terminals import TERMINALS

MET: tuple[tuple[str, str, Met], ...] = (*DISK, *LINES, *ENDS, *SCREEN, *TERMINALS, *INCOMING)

__all__ = ["MET", "Met", "said", "stage", "started"]
