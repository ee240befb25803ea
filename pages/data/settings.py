"""Units, numbers and dates, home zone, first weekday, weekly goals, planned breaks, events, body mass: set once, obeyed everywhere."""

from lib.ui.kit import parts
from lib.ui.settings import dated_form, dated_forms, forms
from lib.ui.shell import queries

TITLE = "Settings"
ICON = ":material/tune:"
ORDER = 3

athlete = queries.athlete()
account = queries.account()

parts.header("Settings", "Set once and obeyed on every page. Nothing here changes what your files say.")
forms.units(account, athlete)
forms.home_zone(account, athlete)
for form in dated_forms.FORMS:
    dated_form.show(account, athlete, queries.training(), form)
parts.footer()
