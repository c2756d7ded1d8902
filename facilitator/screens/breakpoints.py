"""The sizes of a window at which a session's screen changes its layout."""

ACROSS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]
DOWN = [(0, "-low"), (30, "-high")]
