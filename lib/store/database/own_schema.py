"""The tables of what a person sets or decides: their words outlive every import and undo. See schema.py for the rules."""

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Integer, Text, UniqueConstraint

from lib.model.limits import MAX_DURATION_S
from lib.model.vocabulary import CountAs, DuplicateVerdict, Effort, EventKind, HalfDay, RecordKind
from lib.store.database.tables import NUMBER, between, day, flag, key, needed, one_of, part_table, person_table

# By source and key, not by id: what the person said outlives an undo and holds when the file comes again.
duplicate_decision = person_table(
    "twin_decision",
    key("source", Text),
    key("source_key", Text),
    key("other_source", Text),
    key("other_source_key", Text),
    needed("verdict"),
    one_of("verdict", DuplicateVerdict),
)

# Moves: home is in this zone from that day on. Before the first of them it is athlete.time_zone.
home_zone = person_table(
    "home_zone",
    key("from_date", Text),
    needed("time_zone"),
    day("from_date"),
)

remembered_answer = person_table(
    "remembered_answer",
    key("source", Text),
    key("question", Text),
    needed("answer"),
)

# signature: the names of a table's columns as one text, by which it is recognised. mapping: JSON.
column_mapping = person_table(
    "column_mapping",
    key("name", Text),
    needed("signature"),
    needed("mapping"),
    UniqueConstraint("athlete_id", "signature"),
)

exercise_alias = person_table(
    "exercise_alias",
    key("exercise_name", Text),
    needed("exercise"),
)

# A word of the log, as the person wrote it, and what it means in English.
taught_word = person_table(
    "taught_word",
    key("word", Text),
    needed("means"),
)

own_exercise = person_table(
    "own_exercise",
    key("exercise", Text),
    needed("name"),
    needed("pattern"),
    needed("count_as"),
    needed("unilateral", Integer),
    needed("bodyweight_fraction", NUMBER),
    flag("unilateral"),
    between("bodyweight_fraction", 0, 1),
)

exercise_credit = person_table(
    "exercise_credit",
    key("exercise", Text),
    key("muscle", Text),
    needed("credit", NUMBER),
    between("credit", 0, 1),
)

goal = person_table(
    "goal",
    key("kind", Text),
    key("from_date", Text),
    needed("target", NUMBER),
    day("from_date"),
    between("target", 0, 10_000_000),
)

planned_break = person_table(
    "planned_break",
    key("from_date", Text),
    needed("to_date"),
    needed("reason"),
    day("from_date"),
    day("to_date"),
    CheckConstraint("to_date >= from_date", name="order"),
)

body_mass = person_table(
    "body_mass",
    key("on_date", Text),
    needed("body_mass_kg", NUMBER),
    day("on_date"),
    between("body_mass_kg", 1, 1_000),
)

# How the person wants sets counted where SCIENCE gives a convention: name of the convention → their value.
counting_choice = person_table(
    "counting_choice",
    key("name", Text),
    needed("value", NUMBER),
    between("value", 0, 10_000),
)

# Exercises that the person counts otherwise than the catalog: a drill as training, a carry as sets …
exercise_count_as = person_table(
    "exercise_count_as",
    key("exercise", Text),
    needed("count_as"),
    one_of("count_as", CountAs),
)

# Sets that were taken for warm-ups and are not, by the keys of their session: the word outlives an undo.
kept_as_working = person_table(
    "kept_as_working",
    key("source", Text),
    key("source_key", Text),
    key("exercise_name", Text),
)

# What happened beside the training and is marked on the figures. to_date: the last day, empty for a single one.
event = person_table(
    "event",
    key("from_date", Text),
    key("kind", Text),
    needed("title"),
    Column("to_date", Text),
    one_of("kind", EventKind),
    day("from_date"),
    day("to_date"),
    CheckConstraint("to_date >= from_date", name="order"),
)

# Everything that the person said of records, in its order: nothing is ever changed or taken out of it, but for the content of
# what has been in the bin for long. takes_back: the entry that does not hold any more because of this one. revision: of the
# athlete by this entry; touched: JSON, ids of the records that are not what they were before it, by kind.
history_entry = person_table(
    "history_entry",
    key("id"),
    needed("at"),
    needed("what"),
    Column("takes_back", Integer),
    needed("revision", Integer),
    needed("touched"),
    Index(None, "athlete_id", "revision"),
)

# What an entry said, field by field, as JSON; empty: no word. By source and key, not by id: it holds when a file comes again.
history_change = part_table(
    "history_change",
    key("entry_id"),
    key("position"),
    needed("kind"),
    needed("source"),
    needed("source_key"),
    needed("record_id", Integer),
    needed("field"),
    Column("before", Text),
    Column("after", Text),
    ForeignKeyConstraint(["athlete_id", "entry_id"], ["history_entry.athlete_id", "history_entry.id"]),
    Index(None, "athlete_id", "source", "source_key"),
    one_of("kind", RecordKind),
)

# The key that a record has now where its source moved it, or where reading its file anew gave it another one.
record_alias = person_table(
    "record_alias",
    key("kind", Text),
    key("source", Text),
    key("source_key", Text),
    needed("now_key"),
    needed("moved", Integer),
    one_of("kind", RecordKind),
    flag("moved"),
)

# A session of the person's own to be done again. items: JSON.
template = person_table(
    "template",
    key("template", Text),
    needed("title"),
    needed("items"),
)

# A session that is being logged, as far as it is. content: JSON.
draft = person_table(
    "draft",
    key("draft", Text),
    needed("content"),
    needed("changed_at"),
)

# Shoes and the distance at which the person wants to be reminded of it.
shoe = person_table(
    "shoe",
    key("name", Text),
    Column("mark_m", NUMBER),
    between("mark_m", 0, 100_000_000),
)

# A word in the titles of the person's runs, and how hard it means; '' : the word says nothing, also where the app knows it.
title_word = person_table(
    "title_word",
    key("word", Text),
    needed("effort"),
    one_of("effort", ("", *Effort)),
)

# Leg sessions to come. at: the wall clock (HH:MM). pinned: it is never moved. items: JSON as of a template.
planned_session = person_table(
    "planned_session",
    key("day", Text),
    key("at", Text),
    needed("title"),
    needed("minutes", NUMBER),
    needed("pinned", Integer),
    needed("items"),
    day("day"),
    CheckConstraint("length(at) = 5", name="at"),
    between("minutes", 0, MAX_DURATION_S / 60),
    flag("pinned"),
)

# Runs to come that count for gaps. at: the wall clock (HH:MM), '' where only the day is known.
planned_run = person_table(
    "planned_run",
    key("day", Text),
    key("at", Text),
    needed("title"),
    Column("minutes", NUMBER),
    needed("effort"),
    day("day"),
    CheckConstraint("length(at) = 5 OR at = ''", name="at"),
    between("minutes", 0, MAX_DURATION_S / 60),
    one_of("effort", Effort),
)

# Half-days of every week on which the person lifts, come what may. weekday: 0 is Monday.
gym_time = person_table(
    "gym_time",
    key("weekday"),
    key("half", Text),
    between("weekday", 0, 6),
    one_of("half", HalfDay),
)
