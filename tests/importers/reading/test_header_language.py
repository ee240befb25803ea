"""Which language a header is in, of those that share names of months."""

import pytest

from lib.importers.reading.header_language import language_of_header


@pytest.mark.parametrize(
    ("names", "language"),
    [
        (["Czas", "Dystans"], "pl"),
        (["CZAS"], "pl"),
        (["Čas", "Název"], "cs"),
        (["vrijeme_trajanje"], "hr"),
        (["opis"], ""),  # Polish and Croatian alike
        (["trening", "naziv"], "hr"),
        (["title"], ""),
        ([], ""),
        (["ł", "vrijeme", "naziv"], "pl"),  # a letter speaks as loud as three words
        (["ł", "vrijeme", "naziv", "trajanje"], ""),
        (["ł", "vrijeme", "naziv", "trajanje", "udaljenost"], "hr"),
        (["ł", "đ", "vrijeme"], "hr"),
    ],
)
def test_the_language_of_a_header(names, language):
    assert language_of_header(names) == language
