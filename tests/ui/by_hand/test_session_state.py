"""What a tab does with the session under way, without a page."""

from datetime import UTC, datetime

import pytest

from lib.catalog.templates import templates
from lib.model.frames.logs import SETS
from lib.services.unfinished import acts, keep
from lib.services.unfinished.plan import with_reps
from lib.store.account import open_account
from lib.ui.by_hand import state


def test_what_is_tapped_after_the_end_is_named_so_that_it_can_be_added(tmp_path):
    account = open_account(f"sqlite:///{tmp_path / 'mine.db'}")
    now = datetime(2026, 11, 28, 18, tzinfo=UTC)
    each = keep.begin(account, templates()["lower-body"], lambda _: SETS.empty(), now=now).open_sets[0]
    keep.put_away(account)
    done = with_reps(each.set, 11)
    with pytest.raises(keep.NotUnderWay, match="Not kept from here: Goblet Squat 11 reps"):
        state.do_with_set(account, acts.log_set(each, done, now.replace(tzinfo=None)), done, logged=True)
    account.engine.dispose()
