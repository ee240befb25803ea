"""A fault put into a program that runs: functions are given the code of the changed module, wherever they are known."""

import functools
import gc
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from types import CodeType, FunctionType

from mutation.areas import ROOT
from mutation.operators import Fault, with_fault

Functions = dict[tuple[str, str, int], list[FunctionType]]


def compiled(fault: Fault) -> CodeType:
    path = ROOT / fault.path
    return compile(with_fault(path.read_text("utf-8"), fault), str(path), "exec")


def functions() -> Functions:
    """All functions of the program that are loaded, by file, name and first line; decorated ones, too."""
    gc.unfreeze()
    found: Functions = {}
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename.startswith(str(ROOT / "lib")):
            code = each.__code__
            found.setdefault((code.co_filename, code.co_qualname, code.co_firstlineno), []).append(each)
    return found


def caches() -> list[functools._lru_cache_wrapper]:
    """What has been kept of results, outside of the catalog, which no fault reaches."""
    found = (each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper))
    return [each for each in found if str(each.__module__).startswith("lib.") and "catalog" not in each.__module__]


def put_in(fault: Fault, known: Functions) -> bool:
    """Whether a loaded function has the fault now; whatever is loaded later from its file has it, too."""
    new = compiled(fault)
    loading_gives(str(ROOT / fault.path), new)
    place = (str(ROOT / fault.path), fault.function, fault.function_line)
    for code in _codes(new):
        if (code.co_qualname, code.co_firstlineno) == place[1:]:
            for function in known.get(place, []):
                function.__code__ = code
    return place in known


def loading_gives(path: str, code: CodeType) -> None:
    """Let whoever imports the module of this file get this code."""
    usual = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        return code if loader.path == path else usual(loader, name)

    SourceFileLoader.get_code = get_code


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _codes(each)


def is_in_a_function(fault: Fault) -> bool:
    return bool(fault.function)
