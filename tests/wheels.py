"""The built wheel, and environments into which it is installed as people do."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]


def build_wheel(folder: Path, source: Path = ROOT) -> Path:
    """The wheel of a source tree, in the folder. The builder is the locked one, so nothing is fetched."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def names_in(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


class Installed:
    """A fresh environment with the wheel, and an empty folder in which nothing of the checkout is within reach."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.home = folder / "home"
        self.home.mkdir(parents=True)
        self._environment = folder / "environment"
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", self._environment], check=True)
        (self.site,) = self._environment.glob("lib/python*/site-packages")
        self._install("--require-hashes", "-r", ROOT / "requirements.txt")
        self._install("--no-deps", "--offline", wheel)

    def _install(self, *what: object) -> None:
        uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        assert uv, "make installs uv beside python"
        command = [uv, "pip", "install", "--quiet", "--python", self._environment / "bin" / "python", *what]
        subprocess.run(list(map(str, command)), check=True, capture_output=True)

    @property
    def variables(self) -> dict[str, str]:
        """What a person's shell says, and nothing of the tests'."""
        return {"PATH": os.environ["PATH"], "HOME": str(self.home), "XDG_DATA_HOME": str(self.home / "data")}

    def command(self, *arguments: object, module: bool = False) -> list[str]:
        """`legwork …`, or `python -m legwork …`."""
        programs = self._environment / "bin"
        start = [programs / "python", "-m", "legwork"] if module else [programs / "legwork"]
        return [str(each) for each in (*start, *arguments)]

    def run(self, *arguments: object, module: bool = False, **variables: str) -> str:
        """Standard output of a command in the empty folder. AssertionError unless it ends well."""
        ended = subprocess.run(
            self.command(*arguments, module=module),
            cwd=self.home,
            env=self.variables | variables,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout
