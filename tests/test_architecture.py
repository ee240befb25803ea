"""Which layer may import which, and the sizes and habits that keep the code readable."""

import ast
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import pytest

from lib.importers.base import importers

ROOT = Path(__file__).parents[1]
OURS = {
    "model",
    "catalog",
    "importers",
    "store",
    "services",
    "analysis",
    "charts",
    "ui",
    "report",
    "wording",
    "failures",
}

LAYERS: dict[str, set[str]] = {
    "model": set(),
    "catalog": {"model"},
    "importers": {"model"},
    "store": {"model"},
    "failures": {"model", "store"},
    "analysis": {"model", "catalog"},
    "charts": {"model"},
    "services": {"model", "catalog", "importers", "store", "analysis"},
    "ui": OURS - {"report"},
    "wording": {"model", "catalog", "analysis"},
    "report": {"model", "catalog", "services", "analysis", "charts", "wording"},
    "pages": {"model", "services", "analysis", "charts", "wording", "ui", "report"},
    "cli": OURS,
    "app": {"ui"},
}
THIRD_PARTIES: dict[str, set[str]] = {
    "model": {"pandas"},
    "catalog": {"pandas", "rapidfuzz"},
    "importers": {"babel", "fastcrc", "fitdecode", "openpyxl"},
    "store": {"sqlalchemy", "alembic", "psycopg", "pandas", "platformdirs"},
    "analysis": {"pandas", "numpy"},
    "charts": {"plotly", "pandas"},
    "failures": set(),
    "services": {"babel", "dateutil", "icalendar", "pandas"},
    "wording": {"pandas"},
    "ui": {"streamlit", "starlette", "pandas"},
    "report": {"pandas", "jinja2"},
    "pages": {"streamlit", "pandas"},
    "cli": {"click"},
    "app": {"streamlit"},
}

BOUNDARY = ROOT / "lib" / "failures" / "boundary.py"  # the one place that catches whatever nobody foresaw

# Inside importers an arrow goes down only: from a room to those below it. `base` is under all, the checks and the list of
# formats that stand beside it are above all.
ROOMS_OF_IMPORTERS: dict[str, set[str]] = {
    "base": set(),
    "unpacking": {"base"},
    "reading": {"base", "unpacking"},
    "activities": {"base", "unpacking", "reading"},
    "lifting": {"base", "unpacking", "reading"},
    "formats": {"base", "unpacking", "reading", "activities", "lifting"},
    "own_tables": {"base", "unpacking", "reading", "activities", "lifting"},
    "record_checks": {"base", "reading"},
    "listing": {"base"},
}


@lru_cache(maxsize=1)
def _sources() -> list[Path]:
    files = [ROOT / "app.py", *(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]
    return [path for path in files if "migrations" not in path.parts]


@pytest.fixture(autouse=True, scope="module")
def _forget_the_trees() -> Iterator[None]:
    """Trees of a thousand files would be looked through by the collector in all tests to come."""
    yield
    _tree.cache_clear()


def _layer(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[0] if parts[0] in ("app", "pages") else parts[1]


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _imports(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def _imported_against_the_table(path: Path) -> Iterator[str]:
    layer = _layer(path)
    for name in _imports(path):
        top, *rest = name.split(".")
        if top == "lib":
            if rest[0] not in {layer, *LAYERS[layer]}:
                yield f"{path}: {layer} must not import lib.{rest[0]}"
        elif top not in {*sys.stdlib_module_names, *THIRD_PARTIES[layer]}:
            yield f"{path}: {layer} must not import {top}"


def test_a_file_imports_only_what_its_layer_may() -> None:
    files = [path for path in _sources() if _layer(path) != "__init__"]
    assert len(files) > 500
    assert [wrong for path in files for wrong in _imported_against_the_table(path)] == []


def test_every_layer_is_in_the_table() -> None:
    folders = {path.name for path in (ROOT / "lib").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == OURS | {"cli"}


def _room(parts: tuple[str, ...]) -> str:
    """The room of a path or a module below lib/importers; of a format the format, as no format knows another."""
    if parts[0] == "formats" and len(parts) > 1:
        return f"formats/{parts[1].removesuffix('.py')}"
    return parts[0].removesuffix(".py")


def _arrows_of_importers() -> set[tuple[str, str, str]]:
    """(file, its room, the room that it imports), without a room's own files."""
    folder = ROOT / "lib" / "importers"
    arrows = set()
    for path in folder.rglob("*.py"):
        place = path.relative_to(folder)
        for name in _imports(path):
            if name.startswith("lib.importers."):
                arrows.add((str(place), _room(place.parts), _room(tuple(name.split(".")[2:]))))
    return {arrow for arrow in arrows if arrow[1] != arrow[2]}


def _is_upward(room: str, other: str) -> bool:
    return other.partition("/")[0] not in ROOMS_OF_IMPORTERS[room.partition("/")[0]]


def test_the_arrows_between_the_rooms_of_importers_go_down_and_no_format_imports_another() -> None:
    upward = {
        (file if room.partition("/")[0] != "formats" else room, other if room.startswith("formats") else "formats")
        for file, room, other in _arrows_of_importers()
        if _is_upward(room, other)
    }
    assert not upward


def test_what_weighs_sources_knows_none_of_them_by_its_name() -> None:
    names = {each.name for each in importers()}
    weighing = [*(ROOT / "lib" / "analysis" / "duplicates").glob("*.py"), ROOT / "lib/services/importing/archives.py"]
    for path in [*weighing, ROOT / "lib/model/traits.py"]:
        texts = {n.value for n in ast.walk(_tree(path)) if isinstance(n, ast.Constant)}
        assert not texts & names, f"{path}: what differs between sources stands in their traits"


def _folder(path: Path) -> str:
    """The folder of a file below lib; the files beside the rooms of the importers are rooms of their own."""
    folder = path.parent.relative_to(ROOT)
    return str(path.relative_to(ROOT)) if folder == Path("lib/importers") else str(folder)


def _file_of(name: str) -> Path | None:
    """The file that an imported name of ours stands in; None for a folder."""
    parts = name.split(".")
    found = (ROOT.joinpath(*parts[:length]).with_suffix(".py") for length in range(len(parts), 0, -1))
    return next((path for path in found if path.is_file()), None)


def _folders_below() -> dict[str, set[str]]:
    """Folder → the folders that its files import."""
    below: dict[str, set[str]] = {}
    for path in (each for each in _sources() if each.is_relative_to(ROOT / "lib")):
        files = {_file_of(name) for name in _imports(path) if name.startswith("lib.")} - {None}
        below.setdefault(_folder(path), set()).update(_folder(file) for file in files if file)
    return below


def _all_below(folder: str, below: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [folder]
    while waiting:
        new = below.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def test_no_folder_of_lib_imports_itself_by_way_of_others() -> None:
    below = _folders_below()
    direct = {folder: others - {folder} for folder, others in below.items()}
    circles = {folder for folder in direct if any(folder in _all_below(other, direct) for other in direct[folder])}
    assert not circles


def test_pages_lie_one_folder_down_so_that_a_cold_deep_link_runs_the_app() -> None:
    assert not list((ROOT / "pages").glob("*.py"))
    assert list((ROOT / "pages").glob("*/*.py"))


def test_a_page_is_short() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "pages").rglob("*.py")}
    assert {path: count for path, count in lines.items() if count > 120} == {}


def test_the_app_has_no_logic() -> None:
    text = (ROOT / "app.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 40
    assert not [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]


def _caught_blindly(path: Path, node: ast.ExceptHandler) -> bool:
    names = ast.dump(node.type) if node.type else "bare"
    raised = any(isinstance(each, ast.Raise) for each in ast.walk(node))
    blind = "'Exception'" in names and path != BOUNDARY
    return blind or names == "bare" or ("'BaseException'" in names and not raised)


def _name_of(node: ast.AST) -> str:
    return str(getattr(node, "id", None) or getattr(node, "name", None) or getattr(node, "attr", None) or "")


def test_nothing_is_caught_blindly_and_the_word_volume_stays_out() -> None:
    nodes = [(path, node) for path in _sources() for node in ast.walk(_tree(path))]
    blind = [f"{path}:{x.lineno}" for path, x in nodes if isinstance(x, ast.ExceptHandler) and _caught_blindly(path, x)]
    assert blind == []
    assert [f"{path}: {_name_of(x)}" for path, x in nodes if "volume" in _name_of(x).lower()] == []


def test_no_module_is_called_utils() -> None:
    names = {path.stem for path in _sources()} | {path.parent.name for path in _sources()}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc"}


def test_no_module_at_the_top_bears_the_name_of_a_library() -> None:
    libraries = set().union(*THIRD_PARTIES.values()) | set(sys.stdlib_module_names)
    assert not {path.stem for path in ROOT.glob("*.py")} & libraries


# What is cached for all visitors by the address of a database, or under a key that begins with the athlete and the revision.
CACHED_WITHOUT_ATHLETE = {"_account": {"url"}, "_opened_file": {"url"}, "_once": {"key"}}


def test_cached_functions_take_the_athlete_so_that_nobody_sees_anothers_data() -> None:
    seen = set()
    for path in _sources():
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.FunctionDef) and any("cache_" in ast.dump(each) for each in node.decorator_list):
                arguments = [argument.arg for argument in node.args.args + node.args.kwonlyargs]
                seen.add(node.name)
                assert "_athlete_id" not in arguments
                if "athlete_id" not in arguments:
                    named = {name for name in arguments if not name.startswith("_")}
                    assert named == CACHED_WITHOUT_ATHLETE.get(node.name), f"{path}:{node.lineno} {node.name}"
    assert seen > CACHED_WITHOUT_ATHLETE.keys()


def test_only_an_account_opens_a_transaction_so_that_none_is_without_its_athlete() -> None:
    """Where row security, identity and log entries will be set; whoever bypasses it would see everybody's data."""
    below = ("lib/store/account.py", "lib/store/database", "lib/store/own/athletes.py", "lib/store/migrations")
    for path in _sources():
        if not str(path.relative_to(ROOT)).startswith(below):
            names = _imports(path)
            assert not [name for name in names if name.startswith("lib.store.database.transactions")], path
            assert "lib.store.database.engine.Engine" not in names, path
