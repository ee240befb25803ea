"""The menu is made from what page files say of themselves."""

from pathlib import Path

import pytest

from lib.ui.shell import nav


def page(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_pages_are_found_by_section_and_ordered_by_their_own_numbers(tmp_path):
    page(tmp_path / "log", "b.py", 'TITLE = "Second"\nICON = ":material/x:"\nORDER = 2\n')
    page(tmp_path / "log", "a.py", 'TITLE = "Third"\nICON = ":material/x:"\nORDER = 3\n')
    page(tmp_path / "dashboard", "z.py", 'TITLE = "First"\nICON = ":material/x:"\nORDER = 1\n')
    found = nav.page_files(tmp_path)
    assert {section: [file.title for file in files] for section, files in found.items()} == {
        "Dashboard": ["First"],
        "Log": ["Second", "Third"],
    }


def test_a_page_is_read_and_never_run(tmp_path):
    page(tmp_path / "log", "a.py", 'TITLE = "A"\nICON = "x"\nORDER = 1\nraise RuntimeError\n')
    assert nav.page_files(tmp_path)["Log"][0].title == "A"


def test_a_page_that_does_not_say_its_title_is_named(tmp_path):
    page(tmp_path / "log", "mute.py", "ORDER = 1\n")
    with pytest.raises(KeyError, match=r"mute\.py does not say TITLE, ICON"):
        nav.page_files(tmp_path)


def test_every_page_of_the_project_is_in_the_menu():
    files = [file.path for files in nav.page_files().values() for file in files]
    assert sorted(files) == sorted(nav.PAGES.glob("*/*.py"))
    assert nav.PAGES / nav.HOME in files


def test_an_edited_page_is_read_again(tmp_path):
    page(tmp_path / "log", "a.py", 'TITLE = "Old"\nICON = "x"\nORDER = 1\n')
    assert nav.page_files(tmp_path)["Log"][0].title == "Old"
    page(tmp_path / "log", "a.py", 'TITLE = "Newer"\nICON = "x"\nORDER = 1\n')
    assert nav.page_files(tmp_path)["Log"][0].title == "Newer"
