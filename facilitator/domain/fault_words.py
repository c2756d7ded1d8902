"""What can go wrong, and the sentence for it: what happened, what is safe, what to do. The one table of these words."""

WORDS = {
    "DB-FULL": "Not saved: the disk is full. What was saved before is safe. Free some space and save again.",
    "DB-FULL-OPEN": "The disk is full, so {path} can't be opened. What is in it is safe. Free 5 MB and start again.",
    "DB-FULL-NEW": "No session can be kept in {path}: the disk is full. Free 5 MB, or name another file with --db.",
    "DB-RO": "Nothing can be recorded: you may not write in {place}. What is there is safe. "
    "Copy {folder} elsewhere and name the copy with --db.",
    "DB-RO-FILE": "Nothing can be recorded: you may not write in {path}. What is there is safe. "
    "To be allowed to again, type “{fix}”.",
    "DB-GONE": "The database file was removed or replaced by another program. All is rescued, {steps}, in "
    "{rescue}; I go on from there.",
    "DB-LOST": "Not saved: the database file was removed or replaced by another program, and no rescue copy could be "
    "made in {folder}. Leave this window open and free that folder; I try again with the next step.",
    "DB-BUSY": "Saving… another program holds the database.",
    "DB-OPEN": "{path} can't be opened. Check that its folder exists, and that you may read and write both.",
    "DB-FOLDER": "{path} is a folder. Name a file with --db.",
    "DB-NOFILE": "{path} is a pipe or a device, and not a file. Name a file with --db.",
    "DB-NOTADB": "{path} is not a database of Facilitator. It was left untouched. Name another with --db.",
    "DB-FOREIGN": "{path} is another program's database. It was left untouched. Name another with --db.",
    "DB-CORRUPT": "{path} is damaged. Nothing was written to it. {backup} "
    "To save what can still be read, type “{fix}”.",
    "DB-BEHIND": "{path} misses {missing} recorded until {at}. What it misses may be in a copy of this folder. "
    "{backup} To go on without them, type “{fix}”.",
    "DB-EMPTY": "{path} is empty, but it held {steps} at {at}. Nothing was written to it. {backup}",
    "DB-NEWER": "{path} was made by a newer Facilitator (schema {found}; this one knows {known}). Nothing was changed. "
    "Update the program.",
    "DB-MIGRATE": "The update of {path} did not finish; it is as it was before. Backup: {backup}.",
    "DB-NETWORK": "{path} lies on a network drive ({kind}), where two programs can't share it safely. Name a local "
    "file with --db.",
    "DB-WAL": "The database's folder does not allow safe writing by two programs. Use a local folder.",
    "DB-OTHER": "{path} can't be used: {why}. Type “{look}”.",
    "BACKUP": "No backup was made: {why} The session itself is safe. I try again in ten minutes.",
    "BACKUP-FULL": "No backup was made: the disk is full. The session itself is safe. Free some space.",
    "BACKUP-PLACE": "No backup was made in {folder}: {why}. The session itself is safe. Name a file in another folder.",
    "RESTORED": "These sessions were put back from a backup in another window. What you see is what is there now.",
    "RESTORE-BUSY": "Nothing was restored: another window or program has {path} open. It is as it was. Close it there "
    "and try again.",
    "RESTORE-FULL": "Nothing was restored: the disk is full. {path} is as it was. Free some space and try again.",
    "FIX-FULL": "Nothing was mended: the disk is full. {path} is as it was. Free some space and try again.",
    "APP": "That did not work. Nothing was changed or lost. Details under {number} in {log}.",
    "APP-PANEL": "The {name} panel is switched off after repeated faults. Everything else works.",
    "APP-EXIT": "Facilitator had to close. What was saved is safe. What happened is in {report}; nothing that was said "
    "is in it. Start again with “{command}”.",
    "APP-EXIT-BARE": "Facilitator had to close. What was saved is safe. What happened could not be written to "
    "{folder}. Start again with “{command}”.",
    "APP-HARD": "Facilitator stood still and was ended. What was saved is safe. What happened is in {report}; "
    "nothing that was said is in it.",
    "APP-SHELL": "This is a fault of Facilitator itself, not yours ({kind}). Nothing more was done. "
    "What happened is in {report}; nothing that was said is in it.",
    "DRAFT": "Typed and not saved, and the disk takes no draft: “{text}”. Copy it from here. What was saved is safe.",
    "EXP-FULL": "“{name}” was not written: the disk is full. The session itself is safe. "
    "Free some space, or name another folder.",
    "EXP-RO": "“{name}” was not written: you may not write in {folder}. Name another folder.",
    "EXP-NONE": "No export was made: there is no folder {folder}. Make it, or name another.",
    "EXP-TAKEN": "“{name}” was not written: {path} is a folder. Move it away, or name another folder.",
    "EXP-OTHER": "“{name}” was not written in {folder}: {why}.",
    "IMP": '"{name}" must be a number from 1 to {most}, found "{found}".',
    "IMP-LARGE": "{name} is larger than {most} MB. Nothing was imported.",
    "IMP-SIZE": "The agenda is {size}; the limit is 1 MB.",
    "IMP-LINES": "The agenda has {lines} lines; the limit is {most}.",
    "IMP-TIMES": "The agenda has {lines} lines with a time; the limit is {most}.",
    "IMP-ALIAS": "The file uses YAML anchors or aliases, which are not accepted; write the values out.",
    "IMP-HIDDEN": "hidden characters: {count}, shown as signs",
    "LINE-LONG": "Not kept: a line holds {most} characters at most.",
    "PASTE": "Pasted: what is it?",
    "PASTE-LONG": "Not pasted: the line holds {most} characters, and this has {count}.",
    "PASTE-CUT": "Only the first MB of what was pasted came in; it had {size}. Import a file for more.",
    "RESUME": "Resumed where it was closed unexpectedly at {at}. The clock kept running: {left}.",
    "RESUME-STILL": "Resumed where it was closed unexpectedly at {at}. No clock was running.",
    "CLOCK": "The computer's clock moved {by}. Time left is unaffected.",
    "SLEEP": "The computer slept for {length}",
    "REBOOT": "≈ by the wall clock, after a restart",
    "TERM-NONE": "This command draws on a terminal, and there is none here. Run it in a terminal window.",
    "TERM-DUMB": "This terminal can't draw screens (TERM says “dumb”). Use another terminal window.",
    "TERM-LATIN": "The terminal speaks {encoding}, not UTF-8. Set LANG to one such as en_US.UTF-8.",
    "SMALL": "{clock} — a larger window shows the rest ({columns}×{lines}).",
    "AWAY": "The screen was away for {seconds} s. Nothing was missed.",
}


def sentence(code: str, **values: object) -> str:
    """What is said of one fault."""
    return WORDS[code].format(**values)


def words(code: str, **values: object) -> str:
    """The sentence with its code behind it, for what somebody may have to ask about."""
    return f"{sentence(code, **values)} [{code}]"
