"""The person's own mapping as a file: out, into an empty database, and the same again; faults named by their line."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import amount, examples

from lib.catalog.exercises import exercises
from lib.importers.base import Upload
from lib.importers.reading.cells import clean_text
from lib.model.conventions import BY_NAME
from lib.model.exercise_mapping import OwnExercise, OwnMapping
from lib.model.vocabulary import CountAs, Muscle
from lib.services.preferences.exercise_mapping import export_mapping, import_mapping, preview_mapping
from lib.services.preferences.exercise_mapping_checks import lines_of
from lib.services.preferences.exercise_mapping_file import MappingFileError, read_mapping_file, write_mapping
from lib.store.account import open_account
from lib.store.own import exercise_mappings
from lib.store.records.fingerprint import content_hash_of_everything

# What can be printed, made without trying: too many that had to be thrown away would end the property.
printable = st.characters(exclude_categories=["C", "Z"], include_characters=" ")
names = st.text(printable, min_size=1, max_size=200).map(clean_text).filter(bool)
shares = st.floats(0, 1)
ways = st.sampled_from(CountAs)
own_keys = names.map(lambda name: f"own:{name}")
own_exercises = st.dictionaries(
    own_keys,
    st.tuples(names, st.sampled_from(["", "squat", "hip_hinge"]), ways, st.booleans(), shares),
    max_size=4,
)


@st.composite
def own_mappings(draw):
    own = {key: OwnExercise(key, *fields) for key, fields in draw(own_exercises).items()}
    keys = st.sampled_from([*list(exercises())[:20], *own])
    given_credits = st.dictionaries(st.sampled_from(Muscle), shares, min_size=1)
    conventions = {
        name: draw(st.floats(BY_NAME[name].low, BY_NAME[name].high))
        for name in draw(st.sets(st.sampled_from(list(BY_NAME))))
    }
    return OwnMapping(
        names=draw(st.dictionaries(names, keys, max_size=6)),
        exercises=own,
        credits=draw(st.dictionaries(keys, given_credits, max_size=4)),
        count_as=draw(st.dictionaries(keys, ways, max_size=4)),
        conventions=conventions,
        taught=draw(st.dictionaries(names, names, max_size=4)),
    )


def upload(text):
    return Upload("exercises.json", text.encode() if isinstance(text, str) else text)


@pytest.fixture
def account(tmp_path):
    account = open_account(f"sqlite:///{tmp_path / 'x.db'}")
    yield account
    account.engine.dispose()


def hash_with(mapping, url):
    """The content hash of a database that holds nothing but a mapping, and the mapping exported from it."""
    account = open_account(url)
    if isinstance(mapping, OwnMapping):
        with account.write() as conn:
            exercise_mappings.add_mapping(conn, account.athlete_id, mapping)
    else:
        import_mapping(account, upload(mapping))
    with account.read() as conn:
        found = content_hash_of_everything(conn, account.athlete_id)
    text = export_mapping(account)
    account.engine.dispose()
    return found, text


@settings(max_examples=amount(whole=25, small=4), deadline=None)
@given(mapping=own_mappings())
def test_what_is_exported_and_imported_into_an_empty_database_is_the_same(mapping, tmp_path_factory):
    folder = tmp_path_factory.mktemp("mapping")
    content, text = hash_with(mapping, f"sqlite:///{folder / 'one.db'}")
    assert hash_with(text, f"sqlite:///{folder / 'two.db'}") == (content, text)


@settings(max_examples=examples(25), deadline=None)
@given(mapping=own_mappings())
def test_a_file_reads_back_as_what_it_was_written_from(mapping):
    assert read_mapping_file(upload(write_mapping(mapping))) == mapping


def test_the_hash_sees_every_part_of_the_mapping(tmp_path):
    parts = [
        OwnMapping(),
        OwnMapping(names={"Squat": "front_squat_barbell"}),
        OwnMapping(exercises={"own:x": OwnExercise("own:x", "X")}),
        OwnMapping(credits={"plank": {Muscle.CORE: 0.5}}),
        OwnMapping(count_as={"a_skip": CountAs.HARD_SET}),
        OwnMapping(conventions={"breath_s": 5.0}),
        OwnMapping(taught={"dambıl": "dumbbell"}),
    ]
    hashes = {hash_with(part, f"sqlite:///{tmp_path / str(number)}.db")[0] for number, part in enumerate(parts)}
    assert len(hashes) == len(parts)


def test_a_preview_names_what_is_new_and_what_changes_and_writes_nothing(account):
    with account.write() as conn:
        exercise_mappings.add_mapping(conn, 1, OwnMapping(names={"Squat": "squat_barbell", "Dips": "chest_dip"}))
    text = write_mapping(
        OwnMapping(names={"Squat": "front_squat_barbell", "Dips": "chest_dip", "Rows": "dumbbell_row"})
    )
    changes = preview_mapping(account, upload(text))
    assert {(change.about, change.before, change.after) for change in changes} == {
        ("Squat", "squat_barbell", "front_squat_barbell"),
        ("Rows", None, "dumbbell_row"),
    }
    assert preview_mapping(account, upload(text)) == changes
    assert import_mapping(account, upload(text)) == changes
    assert import_mapping(account, upload(text)) == []


def test_what_the_file_is_silent_about_stays(account):
    with account.write() as conn:
        exercise_mappings.add_mapping(conn, 1, OwnMapping(names={"Dips": "chest_dip"}))
    import_mapping(account, upload(write_mapping(OwnMapping(names={"Rows": "dumbbell_row"}))))
    with account.read() as conn:
        assert exercise_mappings.read_mapping(conn, 1).names == {"Dips": "chest_dip", "Rows": "dumbbell_row"}


HEAD = '{"file": "legwork exercises", "version": 1,\n'


@pytest.mark.parametrize(
    ("text", "line", "value", "why"),
    [
        ('{"names": {}}', None, None, "not an exercise file"),
        ("[1, 2]", None, None, "not an exercise file"),
        ("", None, None, "empty"),
        ('{"file": "legwork exercises",\n"version": 3}', 2, "3", "update Legwork"),
        ('{"file": "legwork exercises",\n"version": 1,\n"names": {', 3, None, "breaks off"),
        (HEAD + '"names": {"A": "squat_barbell",\n"B {": "no_such"}}', 3, "no_such", "no exercise has this key"),
        (HEAD + '"names": {"A": 7}}', 2, "7", "no exercise has this key"),
        (HEAD + '"names": []}', 2, "[]", "braces"),
        (HEAD + '"credits": {"plank":\n{"core": 1,\n"abs": 1}}}', 4, "abs", "no such muscle"),
        (HEAD + '"credits": {"plank":\n{"core": 2}}}', 3, "2", "from 0 to 1"),
        (HEAD + '"credits": {"plank":\n{"core": true}}}', 3, "True", "from 0 to 1"),
        (HEAD + '"credits": {"plank": {}}}', 2, "{}", "muscles"),
        (HEAD + '"count_as": {"plank": "sets"}}', 2, "sets", "must be one of"),
        (HEAD + '"conventions": {"breath": 6}}', 2, "breath", "no such convention"),
        (HEAD + '"conventions": {"breath_s": 600}}', 2, "600", "from 1 to 60"),
        (HEAD + '"exercises": {"plank": {}}}', 2, "plank", "belongs to an exercise of the table"),
        (HEAD + '"exercises": {"own:x": {"name": "X"}}}', 2, "{'name': 'X'}", "must have name, pattern"),
        (HEAD + '"taught": {"dambıl": 1}}', 2, "1", "must be a text"),
        (HEAD + '"goals": {}}', 2, "goals", "not known"),
        (HEAD + '"names": {"A\\nB": "plank"}}', 2, "A\nB", "one line"),
    ],
)  # fmt: skip
def test_a_faulty_file_is_refused_with_line_value_and_what_to_do(text, line, value, why, account):
    with pytest.raises(MappingFileError, match=why) as refused:
        import_mapping(account, upload(text))
    problem = refused.value.problems[0]
    assert (problem.line, problem.value) == (line, value)
    with account.read() as conn:
        assert exercise_mappings.read_mapping(conn, 1) == OwnMapping()


def test_a_file_of_the_first_version_which_had_no_taught_words_is_read():
    assert read_mapping_file(upload(HEAD + '"names": {"A": "plank"}}')) == OwnMapping(names={"A": "plank"})


def test_every_fault_of_a_file_is_named_not_only_the_first():
    text = HEAD + '"names": {"A": "x", "B": "y"}, "conventions": {"breath_s": -1}}'
    with pytest.raises(MappingFileError, match="2 more") as refused:
        read_mapping_file(upload(text))
    assert len(refused.value.problems) == 3


@given(content=st.dictionaries(st.text(), st.dictionaries(st.text(), st.integers() | st.text())))
@settings(max_examples=examples(50), deadline=None)
def test_every_field_of_a_file_has_its_line(content):
    text = json.dumps(content, indent=1)
    lines = lines_of(text)
    paths = {(name,) for name in content} | {(name, field) for name, of in content.items() for field in of}
    assert set(lines) == paths
    for path, line in lines.items():
        assert json.dumps(path[-1]) + ":" in text.splitlines()[line - 1]


@given(junk=st.binary(max_size=300))
@settings(max_examples=examples(50), deadline=None)
def test_any_bytes_are_refused_in_words(junk):
    with pytest.raises(MappingFileError):
        read_mapping_file(upload(junk))
