"""The kind of frame that crosses layers: its columns and their types. The unit is part of a column's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar, cast

import pandas as pd

from lib.model.errors import FrameError

TEXT: Final = "str"
NUMBER: Final = "float64"
COUNT: Final = "int64"
FLAG: Final = "bool"
TIME: Final = "datetime64[us]"


Frame = TypeVar("Frame", bound=pd.DataFrame)


@dataclass(frozen=True)  # no slots: with them, Python 3.11 fails where the kind of frame is named
class FrameSpec(Generic[Frame]):
    """The columns a frame must have, and their pandas types. Further columns are allowed.

    Frame: a NewType where the checker is to tell a frame of this kind from others, else pandas' own.
    """

    name: str
    dtypes: Mapping[str, str]

    def check(self, frame: pd.DataFrame) -> Frame:
        """The same frame; FrameError naming every missing or mistyped column."""
        wrong = [
            f"{column}: {frame[column].dtype} instead of {dtype}" if column in frame else f"{column}: missing"
            for column, dtype in self.dtypes.items()
            if column not in frame or frame[column].dtype != dtype
        ]
        if wrong:
            raise FrameError(f"frame {self.name}: " + "; ".join(wrong))
        return cast("Frame", frame)

    def empty(self) -> Frame:
        """No rows, right columns: what every metric must accept."""
        return cast("Frame", pd.DataFrame({column: pd.Series(dtype=dtype) for column, dtype in self.dtypes.items()}))

    def make(self, rows: object) -> Frame:
        """A frame of these columns from anything that pandas reads (list of dicts, dict of lists, frame)."""
        frame = pd.DataFrame(rows, columns=list(self.dtypes))  # type: ignore[call-overload]
        return cast("Frame", frame.astype(dict(self.dtypes)))
