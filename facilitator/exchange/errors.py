"""The one thing that can go wrong on the way out."""


class ExportError(Exception):
    """Its text is one sentence that a person reads as it is."""
