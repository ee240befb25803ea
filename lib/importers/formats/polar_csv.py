"""Polar Flow's CSV of one training session: two lines about the whole, then a sample every second.

The column Name holds the athlete's own name and is not read. The samples are not read either.
"""

from typing import Final

from lib.importers.activities.activity_list import ActivityList
from lib.importers.activities.layout import ActivityLayout
from lib.importers.base import Upload
from lib.importers.reading.table import Table, open_table
from lib.model.traits import Traits

_SAMPLES: Final = b"\nSample rate,"


class PolarCsv(ActivityList):
    """See lib.importers.base.Importer."""

    def open(self, upload: Upload) -> Table:
        """What stands above the samples."""
        return open_table(Upload(upload.name, upload.head.partition(_SAMPLES)[0]))


importer = PolarCsv(
    name="polar-csv",
    title="Polar Flow · session CSV",
    where="flow.polar.com: Diary, open a training session, Export session, CSV.",
    seen=False,
    signature=("Name", "Sport", "Date", "Start time", "Duration", "Total distance"),
    traits=Traits(rank=50, timer=True),
    layout=ActivityLayout(
        start=("Date",),
        clock=("Start time",),
        kind=("Sport",),
        distance=("Total distance",),
        moving=("Duration",),
        ascent=("Ascent",),
        heart_rate=("Average heart rate",),
        heart_rate_max=("Max heart rate", "Maximum heart rate"),  # HR max is the athlete's own limit
        notes=("Notes",),
        required=("kind", "start", "clock", "moving"),
    ),
)
