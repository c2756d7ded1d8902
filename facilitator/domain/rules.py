"""What may be done, and the sentence when it may not."""


class RuleBroken(Exception):
    """Its text is one sentence that a person reads as it is."""
