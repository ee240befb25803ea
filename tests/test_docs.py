"""The documents are true: every format, command and metric is named in them."""

import re
from pathlib import Path

from lib.cli import main
from lib.importers.base import importers
from lib.importers.listing import NOT_SEEN, SEEN, with_formats
from lib.store.database.person_tables import person_tables

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_list_of_formats_in_the_readme_is_the_registrys():
    assert with_formats(README) == README, "run make docs"


def test_every_importer_says_where_its_file_comes_from():
    for importer in importers():
        assert importer.title
        assert importer.where.endswith(".")


def test_the_list_of_formats_marks_what_was_never_compared_with_a_file_of_the_app():
    rows = {line.split(" | ")[0].removeprefix("| "): line for line in README.splitlines() if line.startswith("| ")}
    marked = {each.title for each in importers() if rows[each.title].endswith(f"| {NOT_SEEN} |")}
    verified = {each.title for each in importers() if rows[each.title].endswith(f"| {SEEN} |")}
    assert marked == {each.title for each in importers() if each.seen is not True}
    assert verified == {each.title for each in importers()} - marked
    assert marked


def test_every_command_is_in_the_readme():
    missing = [name for name in main.commands if f"legwork {name}" not in README]
    assert not missing


def test_every_room_and_every_table_of_a_person_is_in_the_architecture():
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    layout, database = (
        text.partition(f"## {title}")[2].partition("\n## ")[0] for title in ("2. Layout", "4. Database")
    )
    rooms = [init.parent.name for init in (ROOT / "lib").glob("*/*/__init__.py")]
    assert len(rooms) > 40
    assert not [room for room in rooms if not re.search(rf"(?<!\w){room}/", layout)]
    assert not [table.name for table in person_tables() if not re.search(rf"\b{table.name}\b", database)]


def test_no_document_names_a_machine_or_a_package_index():
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("requirements*.txt")]:
        text = path.read_text("utf-8")
        assert "--index-url" not in text
        assert "://pypi" not in text, path
