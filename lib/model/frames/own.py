"""Frames of what the person set: goals, breaks, events, body mass, exercises."""

import pandas as pd

from lib.model.frames.spec import COUNT, NUMBER, TEXT, TIME, FrameSpec

GOALS = FrameSpec[pd.DataFrame]("GOALS", {"kind": TEXT, "from_date": TIME, "target": NUMBER})

BREAKS = FrameSpec[pd.DataFrame]("BREAKS", {"from_date": TIME, "to_date": TIME, "reason": TEXT})

# Oldest first. to_date is from_date for an event of one day. kind: words of lib.model.vocabulary.EventKind.
EVENTS = FrameSpec[pd.DataFrame]("EVENTS", {"from_date": TIME, "to_date": TIME, "kind": TEXT, "title": TEXT})

# Sets of an exercise in a session that the person keeps as working sets although they look like warm-ups.
KEPT_AS_WORKING = FrameSpec[pd.DataFrame]("KEPT_AS_WORKING", {"session_id": COUNT, "exercise_name": TEXT})

BODY_MASS = FrameSpec[pd.DataFrame]("BODY_MASS", {"date": TIME, "body_mass_kg": NUMBER})

ALIASES = FrameSpec[pd.DataFrame]("ALIASES", {"exercise_name": TEXT, "exercise": TEXT})

OWN_CREDITS = FrameSpec[pd.DataFrame]("OWN_CREDITS", {"exercise": TEXT, "muscle": TEXT, "credit": NUMBER})
