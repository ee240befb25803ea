"""Units, numbers and dates, home zone, first weekday, weekly goals, planned breaks, events, body mass: set once, obeyed everywhere."""

from lib.ui.kit import parts
from lib.ui.settings import body_mass_form, event_forms, forms
from lib.ui.shell import queries

TITLE = "Settings"
ICON = ":material/tune:"
ORDER = 3

athlete = queries.athlete()
account = queries.account()

parts.header("Settings", "Set once and obeyed on every page. Nothing here changes what your files say.")
forms.units(account, athlete)
forms.home_zone(account, athlete)
forms.goals(account, athlete, queries.training())
forms.breaks(account, queries.training())
event_forms.events(account, queries.training())
body_mass_form.entries(account, athlete, queries.training())
parts.footer()
