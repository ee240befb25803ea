"""Take the pictures of docs/images: every page with the sample athlete, in light, in dark and as wide as a phone.

`make pictures` runs it; it needs Chromium. Look at each picture before it is committed.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
LOOKS = {"light": (1280, "light"), "dark": (1280, "dark"), "phone": (390, "light")}
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
WAIT_S = 60
LONGEST_PX = 4200


def main() -> None:
    """One picture for each page and look, cut where the page ends, with 256 colours to keep the repository small."""
    pages = [path.stem for path in sorted((ROOT / "pages").glob("*/*.py"))]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        address, server = _serve(Path(folder))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        try:
            for name in sys.argv[1:] or pages:
                for look, size in LOOKS.items():
                    _take(browser, f"{address}/{name}", IMAGES / f"{name}-{look}.png", *size)
        finally:
            browser.close()
            server.terminate()
            server.wait()


def _serve(folder: Path) -> tuple[str, subprocess.Popen[bytes]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), f"--server.port={port}", "--", "--demo"]
    own = {"LEGWORK_DATABASE_URL": f"sqlite:///{folder / 'none.db'}", "XDG_DATA_HOME": str(folder)}
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **own}, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + WAIT_S
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
        else:
            return f"http://localhost:{port}", server
    server.terminate()
    raise SystemExit("the server did not answer in time")


def _take(browser: Browser, address: str, path: Path, width: int, scheme: str) -> None:
    # Streamlit scrolls an inner box, so a tall window takes the place of a picture of the full page.
    page = browser.new_page(viewport={"width": width, "height": 1000}, color_scheme=scheme, locale="en-GB")  # type: ignore[arg-type]
    page.goto(address)
    page.wait_for_selector(READY, timeout=WAIT_S * 1000)
    page.wait_for_load_state("networkidle")
    height = page.evaluate("Math.ceil(document.querySelector('.stMainBlockContainer').getBoundingClientRect().height)")
    page.set_viewport_size({"width": width, "height": min(int(height) + 8, LONGEST_PX)})
    page.wait_for_timeout(1500)
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
    page.close()


if __name__ == "__main__":
    main()
