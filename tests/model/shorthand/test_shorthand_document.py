"""docs/shorthand.md is true: what it says can be written is read, what it says is asked back is."""

import re
from pathlib import Path

from lib.model.shorthand.parse import parse

TEXT = (Path(__file__).parents[3] / "docs" / "shorthand.md").read_text("utf-8")
FRAMES = ("{}", "squat {}", "squat 5 {}")


def first_cells(heading):
    """The code in the first column of the tables below a heading."""
    section = TEXT.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return [code for row in rows for code in re.findall(r"`([^`]+)`", row) if "…" not in code]


def is_read(code):
    return any(not (read := parse(frame.format(code))).mistakes and read.lines for frame in FRAMES)


def test_every_spelling_in_the_tables_is_read():
    codes = [code for heading in ("What was done", "With which load", "How") for code in first_cells(heading)]
    assert len(codes) > 50
    assert [code for code in codes if not is_read(code)] == []


def test_what_is_asked_back_is_a_mistake_wherever_it_stands():
    codes = first_cells("What is asked back")
    assert len(codes) >= 7
    assert [code for code in codes if is_read(code)] == []


def test_the_example_at_the_top_is_read_as_a_session():
    read = parse(TEXT.split("```")[1])
    assert read.mistakes == ()
    assert [(line.exercise_name, len(line.sets)) for line in read.lines] == [
        ("squat", 4),
        ("plank", 2),
        ("step up", 3),
        ("goblet squat", 3),
        ("half-kneeling Pallof press", 2),
    ]
    assert [line.sets[0].superset for line in read.lines] == ["", "", "", "A", "A"]


def test_names_in_the_text_are_read_as_they_stand():
    codes = re.findall(r"`([^`]+ \d+x\d+s?)`", TEXT.partition("## Names\n")[2].partition("\n## ")[0])
    assert [parse(code).lines[0].exercise_name for code in codes] == [
        "90/90 hip lift",
        "T-bar row",
        "45 degree leg press",
        "Squat (Barbell)",
        "Warrior 3",
        "Plank 1:00",
    ]
