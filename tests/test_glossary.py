"""One thing, one word: the words that the glossary of the architecture retired are gone, and no class has a namesake."""

import ast
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Words that name one thing in the glossary of docs/architecture.md, as parts of names and sentences.
RETIRED = re.compile(
    r"(?<![a-z])(twins?|(?<!run)keepers?|sightings?|superseded|restat(?:e|ed|ing)|countingword|manners?)(?![a-z])",
    re.IGNORECASE,
)
# What is published or stored keeps its word: a JSON key, a column and tables.
KEPT = re.compile(
    r"\"(?:twins|twin_of|twin_decision|sighting|superseded)\"|twin_of <> id|FROM sighting|Runkeeper", re.IGNORECASE
)
SCRIPTS = "migrations/versions"


def _texts() -> list[Path]:
    folders = ("lib", "pages", "tests", "benchmarks", "fuzz", "sample_data")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "methods.md"]
    return [path for path in (*found, *documents) if SCRIPTS not in path.as_posix() and path != Path(__file__)]


def _retired_in(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    if not RETIRED.search(text):
        return []
    lines = enumerate(text.splitlines(), 1)
    return [f"{path}:{number}: {line.strip()}" for number, line in lines if RETIRED.search(KEPT.sub("", line))]


def test_no_retired_word_is_left() -> None:
    texts = _texts()
    assert len(texts) > 1000
    assert [left for path in texts for left in _retired_in(path)] == []


def test_the_glossary_names_every_retired_word() -> None:
    glossary = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("Glossary")[2]
    for word in ("twin", "keeper", "sighting", "superseded", "restate", "counting word", "manner"):
        assert re.search(rf"\| [^|]*{word}[^|]*\|$", glossary, re.MULTILINE), word


def test_no_two_public_classes_have_one_name() -> None:
    places = defaultdict(list)
    for path in (ROOT / "lib").rglob("*.py"):
        if SCRIPTS not in path.as_posix():
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    places[node.name].append(str(path.relative_to(ROOT)))
    assert {name: files for name, files in places.items() if len(files) > 1} == {}
