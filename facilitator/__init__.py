"""Facilitator: run a strategy session from the terminal."""

__version__ = "0.1.0"
