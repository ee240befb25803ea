"""The strict and bounded reader of JSON."""

import json
from contextlib import suppress

import pytest
from activity_files import upload
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.importers.reading import json_file
from lib.importers.reading.json_file import head_of_json, load_json
from lib.model.errors import UnreadableFile

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=examples(50), deadline=None)
@given(VALUES)
def test_what_json_can_say_is_read_as_it_is(value):
    assert load_json(upload(json.dumps(value))) == value


@settings(max_examples=examples(60), deadline=None)
@given(st.text(alphabet='{}[]",:\\0n\ud800', max_size=30) | st.binary(max_size=30))
def test_anything_else_is_refused_and_nothing_worse(content):
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    head_of_json(upload(raw))
    with suppress(UnreadableFile):
        load_json(upload(raw))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n",
        b'{"a": NaN}',
        b'{"a": [-Infinity]}',
        b'{"a": 1, "a": 2}',
        b'{"a": 1',
        b'{"a": "open',
        b"\xff\xfe\x00",
        b'{"a": "\xe9"}',
        b"[" * 100_000,
        b"[" * 65 + b"]" * 65,
        b'{"a":' * 65 + b"1" + b"}" * 65,
        b"1" * 5000,
        b'"' + b'\\"' * 100_000,
    ],
)
def test_damaged_or_hostile_json_is_refused(content):
    with pytest.raises(UnreadableFile):
        load_json(upload(content))


def test_brackets_inside_texts_are_no_nesting():
    assert load_json(upload(json.dumps({"a": "[" * 500}))) == {"a": "[" * 500}
    assert load_json(upload("[" * 64 + "]" * 64))


def test_more_values_than_a_training_log_has_are_refused(monkeypatch):
    monkeypatch.setattr(json_file, "MAX_JSON_VALUES", 10)
    assert load_json(upload(json.dumps([1] * 10)))
    with pytest.raises(UnreadableFile, match="more than 10 values"):
        load_json(upload(json.dumps([1] * 11)))


def test_a_larger_file_is_refused_unread(monkeypatch):
    monkeypatch.setattr(json_file, "MAX_JSON_BYTES", 4)
    with pytest.raises(UnreadableFile, match="larger"):
        load_json(upload("[1, 2]"))
    with pytest.raises(UnreadableFile, match="larger"):
        load_json(upload("[123]"))
    assert load_json(upload("[12]")) == [12]
    monkeypatch.setattr(json_file, "MAX_JSON_BYTES", 3 << 20)
    with pytest.raises(UnreadableFile, match=r"larger than 3 MiB\."):
        load_json(upload(" " * (3 << 20) + "[]"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("[" * 64, "damaged in line 1"),
        ("[" * 65, "nested more than 64 deep"),
        ("[" * 64 + "]" * 63, "damaged in line 1"),
        ("[" * 65 + "]" * 65, "nested more than 64 deep"),
        ("[1,\n2,\nx]", "damaged in line 3"),
        ("", "The file is empty"),
        ('{"a": 1, "b": 2, "b": 3}', "has the field b twice"),
        ("[NaN]", "holds NaN"),
        ("9" * 5_000, "a number that is too long"),
    ],
)
def test_what_is_wrong_with_json_is_said(content, why):
    with pytest.raises(UnreadableFile, match=why):
        load_json(upload(content))


def test_values_are_counted_in_lists_and_objects(monkeypatch):
    monkeypatch.setattr(json_file, "MAX_JSON_VALUES", 3)
    assert load_json(upload('{"a": [1, 2]}'))
    with pytest.raises(UnreadableFile, match="more than 3 values"):
        load_json(upload('{"a": [1, 2], "b": {}}'))


def test_a_mark_and_utf_16_are_read():
    assert load_json(upload("\ufeff[1]")) == [1]
    assert load_json(upload("[1]".encode("utf-16"))) == [1]
    assert head_of_json(upload("\ufeff\n {}")) == "{}"
    assert head_of_json(upload("a,b\n")) == ""


def test_a_field_that_is_there_twice_is_named_as_far_as_it_can_be_shown():
    with pytest.raises(UnreadableFile) as refused:
        load_json(upload(b'{"\\ud800": 1, "\\ud800": 2}'))
    assert "\ufffd twice" in refused.value.why
