"""Where the pages are."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted(f"{path.parent.name}/{path.name}" for path in (ROOT / "pages").glob("*/*.py"))
