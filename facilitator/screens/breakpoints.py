"""The sizes of a window at which a session's screen changes its layout."""

NORMAL = 100
ACROSS = [(0, "-narrow"), (NORMAL, "-normal"), (160, "-wide")]
DOWN = [(0, "-low"), (30, "-high")]
