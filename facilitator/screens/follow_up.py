"""The follow_up screen."""

from textual.app import ComposeResult

from facilitator.screens.base import SessionScreen
from facilitator.widgets.capture_bar import CaptureBar
from facilitator.widgets.key_bar import KeyBar


class FollowUpScreen(SessionScreen):
    def compose(self) -> ComposeResult:
        yield CaptureBar(self.memory, id="capture")
        yield KeyBar(id="keys")
