"""`python -m legwork`, where the command of that name is not on the path."""

from legwork.start import main

main()
