"""Loads that were mistyped: a nought too many, a decimal sign lost."""

from typing import Final

# A mistyped load is ten times the meant one. Not ten times the heaviest of its neighbours where these grow from set to
# set, so somewhat less proves it; real sets of one exercise in one session are not eight times apart at the top.
SLIP: Final = 8.0
# One set says nothing about which of two was mistyped.
LEAST_OTHERS: Final = 2
