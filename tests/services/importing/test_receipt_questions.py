"""A question of an import names the files that leave it open."""

from lib.model.errors import Needs
from lib.model.vocabulary import Question
from lib.services.importing.receipt import FileReceipt, ImportReceipt

KG = ("kg", "lb")


def asked(*whys):
    files = [FileReceipt(name, name) for name, _ in whys]
    for file, (_, why) in zip(files, whys, strict=True):
        file.ask(Needs(Question.WEIGHT_UNIT, KG, why))
    (need,) = ImportReceipt(files).needs
    return need.why


def test_a_question_names_its_file():
    assert asked(("strong.csv", "Which unit?")) == "strong.csv: Which unit?"
    assert asked(("strong.csv", "Most of strong.csv fails.")) == "Most of strong.csv fails."


def test_of_many_files_the_first_few_are_named():
    assert asked(*[(f"{n}.csv", "Which unit?") for n in range(5)]) == "0.csv, 1.csv, 2.csv and 2 more: Which unit?"
