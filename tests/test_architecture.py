"""Which layer may import which, and the sizes and habits that keep the code readable."""

import ast
import sys
from pathlib import Path

import pytest

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
    "ui": OURS,
    "wording": {"model", "catalog", "analysis"},
    "report": {"model", "catalog", "services", "analysis", "charts", "wording"},
    "pages": {"model", "services", "analysis", "charts", "wording", "ui"},
    "cli": OURS,
    "app": {"ui"},
}
THIRD_PARTIES: dict[str, set[str]] = {
    "model": {"pandas"},
    "catalog": {"pandas", "rapidfuzz"},
    "importers": {"charset_normalizer", "defusedxml", "fitdecode", "numpy", "openpyxl"},
    "store": {"sqlalchemy", "alembic", "psycopg", "pandas", "platformdirs"},
    "analysis": {"pandas", "numpy"},
    "charts": {"plotly", "pandas"},
    "failures": set(),
    "services": {"babel", "pandas"},
    "wording": {"pandas"},
    "ui": {"streamlit", "starlette", "pandas"},
    "report": {"pandas", "jinja2"},
    "pages": {"streamlit", "pandas"},
    "cli": {"click"},
    "app": {"streamlit"},
}

BOUNDARY = ROOT / "lib" / "failures" / "boundary.py"  # the one place that catches whatever nobody foresaw


def _sources() -> list[Path]:
    files = [ROOT / "app.py", *(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]
    return [path for path in files if "migrations" not in path.parts]


def _layer(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[0] if parts[0] in ("app", "pages") else parts[1]


def _imports(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


@pytest.mark.parametrize("path", _sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_imports_only_what_its_layer_may(path: Path) -> None:
    layer = _layer(path)
    if layer == "__init__":
        return
    for name in _imports(path):
        top, *rest = name.split(".")
        if top == "lib":
            assert rest[0] == layer or rest[0] in LAYERS[layer], f"{layer} must not import lib.{rest[0]}"
        elif top not in sys.stdlib_module_names:
            assert top in THIRD_PARTIES[layer], f"{layer} must not import {top}"


def test_every_layer_is_in_the_table() -> None:
    folders = {path.name for path in (ROOT / "lib").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == OURS | {"cli"}


def test_pages_lie_one_folder_down_so_that_a_cold_deep_link_runs_the_app() -> None:
    assert not list((ROOT / "pages").glob("*.py"))
    assert list((ROOT / "pages").glob("*/*.py"))


@pytest.mark.parametrize("path", sorted((ROOT / "pages").rglob("*.py")), ids=lambda path: path.stem)
def test_a_page_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 120


def test_the_app_has_no_logic() -> None:
    text = (ROOT / "app.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 40
    assert not [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("path", _sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_caught_blindly_and_the_word_volume_stays_out(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            names = ast.dump(node.type) if node.type else "bare"
            if path != BOUNDARY:
                assert "'Exception'" not in names, f"{path}:{node.lineno}"
            assert "'BaseException'" not in names or any(isinstance(n, ast.Raise) for n in ast.walk(node))
            assert names != "bare"
        name = getattr(node, "id", None) or getattr(node, "name", None) or getattr(node, "attr", None) or ""
        assert "volume" not in str(name).lower(), f"{path}: {name}"


def test_no_module_is_called_utils() -> None:
    names = {path.stem for path in _sources()} | {path.parent.name for path in _sources()}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc"}


def test_no_module_at_the_top_bears_the_name_of_a_library() -> None:
    libraries = set().union(*THIRD_PARTIES.values()) | set(sys.stdlib_module_names)
    assert not {path.stem for path in ROOT.glob("*.py")} & libraries


def test_cached_functions_take_the_athlete_so_that_nobody_sees_anothers_data() -> None:
    for path in _sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(
                "cache_data" in ast.dump(each) for each in node.decorator_list
            ):
                arguments = [argument.arg for argument in node.args.args + node.args.kwonlyargs]
                assert "athlete_id" in arguments, f"{path}:{node.lineno} {node.name}"
                assert "_athlete_id" not in arguments
