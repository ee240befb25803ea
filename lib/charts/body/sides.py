"""The two figures of the body map and where each stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lib.charts.body import shapes
from lib.charts.body.shapes import Loop, Point
from lib.charts.look.theme import Look
from lib.model.vocabulary import Muscle


@dataclass(frozen=True, slots=True)
class BodySide:
    """The body as seen from one side. x, y: where its feet are. labels_to: -1 names its muscles on the left, 1 on the right."""

    name: str
    muscles: Mapping[Muscle, tuple[Loop, ...]]
    labels: Mapping[Muscle, tuple[Point, float]]
    x: float
    y: float
    labels_to: int

    def halves(self, muscle: Muscle) -> Iterator[Loop]:
        """The outlines of a muscle where the figure stands, right and left; none if this side does not show it."""
        for loop in self.muscles.get(muscle, ()):
            yield self.placed(loop)
            yield self.placed(mirrored(loop))

    def outlines(self) -> Iterator[Loop]:
        """The body and the head."""
        for outline in (shapes.BODY, shapes.HEAD):
            yield self.placed((*outline, *reversed(mirrored(tuple(point for point in outline if point[0])))))

    def placed(self, loop: Loop) -> Loop:
        return tuple((round(self.x + x, 1), round(self.y + y, 1)) for x, y in loop)


def sides(look: Look) -> tuple[BodySide, BodySide]:
    """Front and back: beside each other, on narrow screens above each other."""
    x, y, labels_to = (0.0, -110.0, -1) if look.narrow else (49.0, 0.0, 1)
    return (
        BodySide("Front", shapes.FRONT, shapes.FRONT_LABELS, 0.0, 0.0, -1),
        BodySide("Back", shapes.BACK, shapes.BACK_LABELS, x, y, labels_to),
    )


def mirrored(loop: Loop) -> Loop:
    """The same on the other side of the middle line."""
    return tuple((-x, y) for x, y in loop)
