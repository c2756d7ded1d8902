"""Steps in their order: while another program holds the store, what came first is tried again, and the rest waits."""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.domain.rules import RuleBroken

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.store.faults import StoreBusy

RETRY_SECONDS = 0.25
SAY_BUSY_SECONDS = 2.0


class InTurn:
    """One for an app; what is refused is said, and what came behind it goes on."""

    def __init__(self, app: "FacilitatorApp") -> None:
        self._app = app
        self._waiting: deque[Callable[[], None]] = deque()
        self._tries = 0

    @property
    def is_waiting(self) -> bool:
        return bool(self._waiting)

    def take(self, attempt: Callable[[], None]) -> None:
        """Now, where nothing waits before it."""
        self._waiting.append(attempt)
        if len(self._waiting) == 1:
            self._work_off()

    def _work_off(self) -> None:
        """Carry out what waits, in order; while another program holds the file, try again a little later."""
        from facilitator.store.faults import StoreBusy, StoreFault

        while self._waiting:
            try:
                self._waiting[0]()
            except StoreBusy as busy:
                self._try_again_later(busy)
                return
            except (RuleBroken, StoreFault) as refused:
                self._app.say(str(refused), warning=True)
            except Exception:  # a fault of ours must not block what waits behind it
                self._waiting.popleft()
                self._app.call_later(self._work_off)
                raise
            self._waiting.popleft()
            self._tries = 0
        self._app.spread_news()

    def _try_again_later(self, busy: "StoreBusy") -> None:
        """Another program's short step is nothing to speak of; a longer one is said once."""
        self._tries += 1
        if self._tries * RETRY_SECONDS == SAY_BUSY_SECONDS or busy.code != "DB-BUSY":
            self._app.path = self._app.store.path
            self._app.say(str(busy), warning=busy.code != "DB-BUSY")
        self._app.set_timer(RETRY_SECONDS, self._work_off)
