"""Homework as managers hand it in: the form, and what they make of it."""

from facilitator.exchange.homework import ReadHomework, blank_homework, is_homework, read_homework

FORM = blank_homework("Harbour").replace("Name: ", "Name: Ines")


def test_an_empty_form_hands_in_nothing() -> None:
    assert is_homework(FORM)
    assert read_homework(FORM) == ()
    assert read_homework(FORM + "\n## Notes\n\n## Ideas\n") == ()


def test_headings_of_ones_own_are_part_of_the_answer() -> None:
    """Found by a fuzzer: everything below a heading that the form does not have was lost."""
    problems = "## Problems\n\n> Which?\n\nNo crane\n\n### In the north\n\nNo road\n"
    form = f"Name: Ines\n\n{problems}\n## Results so far\n\nOne quay\n"
    assert read_homework(form) == (ReadHomework("Ines", "One quay", "No crane\n\nIn the north\nNo road"),)


def test_an_answer_before_the_first_heading_is_one_too() -> None:
    form = "Name: Ines\n\nThe quay is too short.\n\n## Results so far\n\nOne quay\n"
    assert read_homework(form) == (ReadHomework("Ines", "One quay", "The quay is too short."),)


def test_one_form_behind_the_other_ends_the_one_before() -> None:
    other = FORM.replace("Ines", "Ben") + "\nA crane\n"
    assert read_homework(f"{FORM}\nA road\n\n{other}") == (
        ReadHomework("Ines", asks="A road"),
        ReadHomework("Ben", asks="A crane"),
    )
