"""Texts that a spreadsheet would run."""

import pytest

from lib.model.formula import reads_as_formula


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"])
@pytest.mark.parametrize("before", ["", " ", "\t", "\u3000"])
def test_a_sign_makes_a_formula_in_every_width_and_behind_blanks(sign, before):
    assert reads_as_formula(f"{before}{sign}1")


@pytest.mark.parametrize("text", ["", "Push-up", "5 x 5", "\u2013 easy", "'=1"])
def test_usual_texts_are_none(text):
    assert not reads_as_formula(text)
