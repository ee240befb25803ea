"""Units, numbers and dates, home zone, first weekday, weekly goals, planned breaks, events, body mass: set once, obeyed everywhere."""

from lib.ui import body_mass_form, event_forms, load, parts, settings_forms

TITLE = "Settings"
ICON = ":material/tune:"
ORDER = 3

athlete = load.athlete()
engine = load.engine()

parts.header("Settings", "Set once and obeyed on every page. Nothing here changes what your files say.")
settings_forms.units(engine, athlete)
settings_forms.home_zone(engine, athlete)
settings_forms.goals(engine, athlete, load.training())
settings_forms.breaks(engine, athlete, load.training())
event_forms.events(engine, athlete, load.training())
body_mass_form.entries(engine, athlete, load.training())
parts.footer()
