"""Every bound on what is read and stored (docs/architecture.md, section 10). Beyond one: a clear rejection, nothing stored.

What a bout cannot do without is rejected beyond its limit; what only describes it (a heart rate) becomes unknown.
"""

from datetime import timedelta
from typing import Final

# A bout and its sets.
MAX_DISTANCE_M: Final = 1_000_000
MAX_DURATION_S: Final = 240 * 3600
MAX_LOAD_KG: Final = 1_000
MAX_REPS: Final = 10_000
MAX_SPEED: Final = 7.7  # m/s of a run, just above the fastest kilometre a person has run
MAX_ASCENT_M: Final = 20_000
MAX_ASCENT: Final = 60_000  # metres or feet, where a list does not say how it measures
HEART_RATES_BPM: Final = (25, 250)
CADENCES_SPM: Final = (0, 300)
EFFORTS: Final = (0, 10)
FIRST_YEAR: Final = 1970
MAX_AHEAD: Final = timedelta(days=2)

# Texts, in characters.
MAX_NAME: Final = 200
MAX_NOTE: Final = 10_000
MAX_ID: Final = 100
MAX_MAPPING_NAME: Final = 60
MAX_SHORTHAND: Final = 20_000  # a session that is typed; one of ten exercises has some 500
MAX_TYPED_SETS: Final = 1_000  # of one session that is typed

# Tables.
MAX_COLUMNS: Final = 512
MAX_CELL: Final = 32_768
MAX_SHEET_ROWS: Final = 200_000
MAX_BLANK_ROWS: Final = 1_000
MAX_SHEET_CELLS: Final = 3_000_000  # a cell far to the right costs as much as all that are missing before it

# Bytes, and what they unpack to.
MIB: Final = 1024 * 1024
MAX_FILE_BYTES: Final = 100 * MIB
MAX_TOTAL_BYTES: Final = 500 * MIB
MAX_RATIO: Final = 200
MAX_ENTRIES: Final = 20_000
MAX_SHEET_PART_BYTES: Final = 8 * MIB

# JSON and XML.
MAX_JSON_BYTES: Final = 64 * MIB
MAX_JSON_VALUES: Final = 1_500_000  # of short texts they take some 350 MiB; a run of a day and night has fewer
MAX_DEPTH: Final = 64
MAX_XML_ELEMENTS: Final = 4_000_000
# Between two ends of tags: one attribute of megabytes costs the parser the square of its length.
MAX_XML_TAG_BYTES: Final = 256 * 1024
MAX_XML_SECONDS: Final = 120.0

# What the database takes: wider than what the importers let through, so that no rule of theirs needs a migration.
STORED_ASCENT_M: Final = (-100_000, 100_000)
STORED_HEART_RATE_BPM: Final = (0, 1_000)
STORED_CADENCE_SPM: Final = (0, 10_000)
STORED_LOAD_VALUE: Final = (-10_000, 10_000)

# Calendar files of a plan.
MAX_CALENDAR_BYTES: Final = 20 * MIB  # ten years of a full calendar have 5 MB
MAX_CALENDAR_SERIES: Final = 100  # runs that come again and again
