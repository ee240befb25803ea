"""Units, numbers and dates, home zone, first weekday, weekly goals, planned breaks, events, body mass: set once, obeyed everywhere."""

from lib.ui.kit import parts
from lib.ui.settings import body_mass_form, event_forms, forms
from lib.ui.shell import queries

TITLE = "Settings"
ICON = ":material/tune:"
ORDER = 3

athlete = queries.athlete()
engine = queries.engine()

parts.header("Settings", "Set once and obeyed on every page. Nothing here changes what your files say.")
forms.units(engine, athlete)
forms.home_zone(engine, athlete)
forms.goals(engine, athlete, queries.training())
forms.breaks(engine, athlete, queries.training())
event_forms.events(engine, athlete, queries.training())
body_mass_form.entries(engine, athlete, queries.training())
parts.footer()
