"""Everything is the person's own: in one file, in backups, and gone for good where they want it."""

from lib.ui.kit import parts
from lib.ui.shell import queries
from lib.ui.take_along import archive, backups, control, delete, installation

TITLE = "Take along"
ICON = ":material/inventory_2:"
ORDER = 4

account = queries.account()

parts.header(
    "Take everything along",
    "All of it is yours: in one file that any Legwork takes back, in backups on this machine, and gone for good when you say so.",
)
control.show_told()
archive.show(account)
backups.show(account)
delete.show(account)
installation.show(account)
parts.footer()
