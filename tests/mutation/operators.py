"""Small faults that a program could have: what stands in one place of a module, and what may stand there instead.

Not changed, as a change would either be seen by nobody or break at once: texts, annotations, decorators, `strict=` of zip,
unions of types.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Change = Callable[[ast.AST], ast.AST]

COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
RECKONED = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div, ast.Mod: ast.Mult,
    ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
_NOT_CHANGED = {"annotation", "returns", "decorator_list", "type_params", "format_spec"}
_OF_TYPES = {"strict", "slots", "frozen", "kw_only", "repr"}  # keywords


@dataclass(frozen=True)
class Fault:
    """One change. place: the number of the node in the order of `_nodes`. function: that it lies in, "" outside of any."""

    path: str
    line: int
    place: int
    number: int  # of the changes that this node can have
    kind: str
    before: str
    after: str
    function: str
    function_line: int
    spans: tuple[tuple[int, int], ...]  # first and last line of its statement, then of those around it

    def __str__(self) -> str:
        return f"{self.path}:{self.line}  {self.kind}: {self.before} → {self.after}"


@dataclass(frozen=True)
class _Node:
    node: ast.AST
    parent: ast.AST
    function: str
    function_line: int
    spans: tuple[tuple[int, int], ...]


def faults(path: str, source: str) -> list[Fault]:
    """Every fault that a module could have."""
    found = []
    for place, each in enumerate(_nodes(ast.parse(source))):
        for number, (kind, change) in enumerate(_changes(each)):
            texts = [ast.unparse(node)[:90] for node in (each.node, change(copy.deepcopy(each.node)))]
            where = (path, getattr(each.node, "lineno", 0), place, number, kind)
            found.append(Fault(*where, *texts, each.function, each.function_line, each.spans))
    return found


def with_fault(source: str, fault: Fault) -> ast.Module:
    """The module with the fault in it."""
    tree = ast.parse(source)
    each = next(each for place, each in enumerate(_nodes(tree)) if place == fault.place)
    _kind, change = list(_changes(each))[fault.number]
    new = ast.copy_location(change(copy.deepcopy(each.node)), each.node)
    for name, value in ast.iter_fields(each.parent):
        if value is each.node:
            setattr(each.parent, name, new)
        elif isinstance(value, list):
            value[:] = [new if one is each.node else one for one in value]
    return ast.fix_missing_locations(tree)


def _nodes(tree: ast.Module) -> Iterator[_Node]:
    yield from _below(tree, "", 0)


def _below(
    parent: ast.AST, function: str, line: int, names: str = "", spans: tuple[tuple[int, int], ...] = ()
) -> Iterator[_Node]:
    for field, value in ast.iter_fields(parent):
        if field in _NOT_CHANGED:
            continue
        for node in value if isinstance(value, list) else [value]:
            if not isinstance(node, ast.AST) or _is_left_alone(node):
                continue
            around = (_span(node), *spans) if isinstance(node, ast.stmt) else spans
            yield _Node(node, parent, function, line, around)
            if isinstance(node, ast.ClassDef) and not function:
                yield from _below(node, "", 0, f"{names}{node.name}.")
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not function:
                yield from _of_function(node, f"{names}{node.name}")
            else:
                yield from _below(node, function, line, names, around)


def _of_function(node: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> Iterator[_Node]:
    """Defaults are worked out when the module is read, the body whenever it is called."""
    yield from _below(node.args, "", 0)
    first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
    for statement in node.body:
        if not _is_left_alone(statement):
            yield _Node(statement, node, name, first, (_span(statement),))
            yield from _below(statement, name, first, spans=(_span(statement),))


def _span(statement: ast.stmt) -> tuple[int, int]:
    """The lines of a statement, without those of the statements in it."""
    body = getattr(statement, "body", None)
    last = max(statement.lineno, body[0].lineno - 1) if body else statement.end_lineno or statement.lineno
    return statement.lineno, last


def _is_left_alone(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True  # a docstring
    if isinstance(node, ast.keyword) and node.arg in _OF_TYPES:
        return True
    return isinstance(node, (ast.Import, ast.ImportFrom, ast.operator, ast.cmpop, ast.expr_context))


def _changes(each: _Node) -> Iterator[tuple[str, Change]]:
    for kind, changes in _CHANGES.items():
        if isinstance(each.node, kind):
            yield from changes(each)


def _of_comparison(each: _Node) -> Iterator[tuple[str, Change]]:
    for index, sign in enumerate(each.node.ops):
        if type(sign) in COMPARED:
            yield "comparison", _sign(index)


def _of_arithmetic(each: _Node) -> Iterator[tuple[str, Change]]:
    is_type = isinstance(each.node.op, ast.BitOr) and not each.function  # int | None
    if type(each.node.op) in RECKONED and not is_type:
        yield "arithmetic", lambda new: _set(new, op=RECKONED[type(new.op)]())


def _of_and_or(_: _Node) -> Iterator[tuple[str, Change]]:
    yield "and, or", lambda new: _set(new, op=ast.Or() if isinstance(new.op, ast.And) else ast.And())


def _of_sign(each: _Node) -> Iterator[tuple[str, Change]]:
    if isinstance(each.node.op, (ast.Not, ast.USub)):
        yield "not" if isinstance(each.node.op, ast.Not) else "minus", lambda new: new.operand


def _of_return(each: _Node) -> Iterator[tuple[str, Change]]:
    if each.node.value is not None and ast.unparse(each.node.value) != "None":
        yield "return", lambda new: _set(new, value=ast.Constant(None))


def _of_loop(_: _Node) -> Iterator[tuple[str, Change]]:
    yield "loop", lambda new: ast.Continue() if isinstance(new, ast.Break) else ast.Break()


def _of_condition(_: _Node) -> Iterator[tuple[str, Change]]:
    yield "condition", lambda new: _set(new, test=ast.UnaryOp(ast.Not(), new.test))


def _of_slice(each: _Node) -> Iterator[tuple[str, Change]]:
    for side in ("lower", "upper"):
        if getattr(each.node, side) is not None:
            yield "slice", lambda new, side=side: _set(new, **{side: None})


def _of_constant(each: _Node) -> Iterator[tuple[str, Change]]:
    if isinstance(each.node.value, bool):
        yield "boolean", lambda new: ast.Constant(not new.value)
    elif isinstance(each.node.value, (int, float)):
        yield "constant", lambda new: ast.Constant(new.value + 1)
        yield "constant", lambda new: ast.Constant(new.value - 1)


def _sign(index: int) -> Change:
    def change(new: ast.AST) -> ast.AST:
        new.ops[index] = COMPARED[type(new.ops[index])]()
        return new

    return change


def _set(node: ast.AST, **fields: object) -> ast.AST:
    for name, value in fields.items():
        setattr(node, name, value)
    return node


_CHANGES: dict[type | tuple[type, ...], Callable[[_Node], Iterator[tuple[str, Change]]]] = {
    ast.Compare: _of_comparison,
    ast.BinOp: _of_arithmetic,
    ast.BoolOp: _of_and_or,
    ast.UnaryOp: _of_sign,
    ast.Constant: _of_constant,
    ast.Return: _of_return,
    (ast.Break, ast.Continue): _of_loop,
    (ast.If, ast.IfExp, ast.While): _of_condition,
    ast.Slice: _of_slice,
}
