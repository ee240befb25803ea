"""A question of an import names the files that leave it open."""

from lib.model.errors import Needs
from lib.model.vocabulary import Question
from lib.services.importing.receipt import FileReceipt, ImportReceipt

KG = ("kg", "lb")


def asked(*whys, question=Question.WEIGHT_UNIT):
    files = [FileReceipt(name, name) for name, _ in whys]
    for file, (_, why) in zip(files, whys, strict=True):
        file.ask(Needs(question, KG, why))
    (need,) = ImportReceipt(files).needs
    return need.why


def test_a_question_names_its_file():
    assert asked(("strong.csv", "Which unit?")) == "strong.csv: Which unit?"
    fails = "Most of strong.csv fails."
    assert asked(("strong.csv", fails), question=Question.MOST_ROWS_FAILED) == fails


def test_a_file_is_named_also_where_the_question_has_its_name_as_a_word():
    assert asked(("unit", "Which unit?")) == "unit: Which unit?"
    assert asked(("i", "Which unit?"), ("x.csv", "Which unit?")) == "i, x.csv: Which unit?"


def test_of_many_files_the_first_few_are_named():
    assert asked(*[(f"{n}.csv", "Which unit?") for n in range(5)]) == "0.csv, 1.csv, 2.csv and 2 more: Which unit?"
