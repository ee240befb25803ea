"""Runkeeper's cardioActivities.csv of 2013 and 2018, and its short variant. Its times are the athlete's wall clock."""

from lib.importers.activities.activity_list import ActivityList
from lib.importers.activities.layout import ActivityLayout
from lib.model.traits import Traits

importer = ActivityList(
    name="runkeeper",
    title="Runkeeper · cardioActivities.csv",
    where="runkeeper.com: Settings, Export Data, choose the years, Export Data; unpack the zip.",
    signature=("Date", "Type", "Route Name", "Distance", "Duration"),
    traits=Traits(rank=100, timer=True),
    layout=ActivityLayout(
        key=("Activity Id",),
        start=("Date",),
        kind=("Type",),
        title=("Route Name",),
        distance=("Distance",),
        moving=("Duration",),
        ascent=("Climb",),
        heart_rate=("Average Heart Rate",),
        notes=("Notes",),
    ),
)
