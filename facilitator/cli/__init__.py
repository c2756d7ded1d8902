"""The shell: one command each for what a person, a script or a cron job asks for."""

from facilitator.cli.shell import facilitator

__all__ = ["facilitator"]
