"""Words on the screen are neutral (SCIENCE 10): no verdicts, no advice, no claim about injury, on any page of the dashboard."""

import re

import pytest
from page_files import PAGES
from words_on_page import figure_texts, options_and_labels, shown_words

from lib.wording.strength_reasons import injury
from lib.wording.text import FOOTER

NOT_NEUTRAL = re.compile(
    r"\b(imbalanced?|imbalances|deficits?|weak(?:er|ness)?|injur\w*|dangers?|dangerous|risk\w*|red zone|overtrain\w*|fatigued?|"
    r"fresh(?:ness)?|readiness|optimal|you (?:should|must|ought)|too (?:much|low|high)|significant\w*|correlat\w*|scores?|good|bad|"
    r"healthy|recover(?:y|ed)|warning|prevents?)\b",
    re.IGNORECASE,
)
# What a study counted, told as such, and what says that nothing is claimed.
OF_A_STUDY = re.compile(r"^In a study of .*$", re.MULTILINE)
OF_PAGES = {"dashboard/strength_for_running.py": ("Injury",)}
DASHBOARD = [page for page in PAGES if page.startswith("dashboard/")]


def words_of(app, view):
    """All that is written on a page but for what is said on purpose."""
    words = "\n".join([shown_words(app), *figure_texts(app), *options_and_labels(app)])
    for said in (FOOTER, injury(), *(f"\n{title}\n" for title in OF_PAGES.get(view, ()))):
        words = words.replace(said, "\n")
    return OF_A_STUDY.sub("", words)


@pytest.mark.parametrize("view", DASHBOARD)
@pytest.mark.parametrize("data", ["sample", "empty"])
def test_no_page_of_the_dashboard_judges_advises_or_claims(view, data, open_page, url_of):
    found = NOT_NEUTRAL.findall(words_of(open_page(url_of(data), view), view))
    assert not found


@pytest.mark.parametrize("word", ["an imbalance", "injury risk", "you should", "weaker", "too low", "a good week"])
def test_the_words_that_are_looked_for_are_found(word):
    assert NOT_NEUTRAL.search(word)
