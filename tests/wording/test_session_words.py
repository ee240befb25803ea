"""A strength session in words."""

import pytest

from lib.wording.session_words import work_done


@pytest.mark.parametrize(
    ("sets", "contacts", "words"),
    [
        (14, 0, "14 sets"),
        (1, 0, "1 set"),
        (0, 55, "55 ground contacts"),
        (10.5, 55, "10.5 sets, 55 ground contacts"),
        (0, 0, "0 sets"),
    ],
)
def test_a_session_says_its_sets_and_its_ground_contacts(sets, contacts, words):
    assert work_done(sets, contacts) == words
