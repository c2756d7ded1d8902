"""The sample session: what a believable company would have said by the middle of its decisions stage."""

from facilitator.demo.making import make_demo

__all__ = ["make_demo"]
