"""XML of strangers."""

import pytest

from lib.importers.base import Upload
from lib.importers.reading import xml_stream
from lib.importers.reading.xml_stream import read_xml, root_name
from lib.model.errors import UnreadableFile


class Seen:
    """Remembers what was handed over."""

    def __init__(self) -> None:
        self.elements: list[tuple[str, str, int]] = []

    def begin(self, name: str, attributes: dict[str, str], line: int) -> None:
        pass

    def end(self, name: str, text: str, line: int) -> None:
        self.elements.append((name, text, line))


def seen(content: bytes) -> list[tuple[str, str, int]]:
    handler = Seen()
    read_xml(Upload("file.xml", content), handler)
    return handler.elements


def why_refused(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        seen(content)
    return caught.value.why


def test_elements_come_without_namespace_and_with_their_line():
    assert seen(b'<a xmlns="urn:x">\n<b> one </b>\n<c/></a>') == [("b", "one", 2), ("c", "", 3), ("a", "", 3)]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<gpx version='1.1'><trk>", "gpx"),
        (b"\n <?xml version='1.0'?><!-- hello --><x:gpx xmlns:x='u'/>", "gpx"),
        (b"<!DOCTYPE gpx [<!ENTITY a 'b'>]><gpx/>", "gpx"),
        ("<gpx/>".encode("utf-16"), "gpx"),
        (b"Date,Distance\n", ""),
        (b"<", ""),
        (b"", ""),
        (b"\xff\xfe\x00", ""),
    ],
)
def test_the_outermost_element_is_found(content: bytes, name: str):
    assert root_name(content) == name


def test_deep_nesting_is_refused():
    assert "levels" in why_refused(b"<a>" * 100 + b"</a>" * 100)


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(xml_stream, "MAX_XML_ELEMENTS", 50)
    assert "elements" in why_refused(b"<a>" + b"<b/>" * 60 + b"</a>")


def test_a_huge_attribute_is_refused_before_it_is_parsed():
    assert "256 KiB" in why_refused(b'<a b="' + b"x" * 1_000_000 + b'"/>')


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(xml_stream, "MAX_XML_SECONDS", -1.0)
    assert "longer than" in why_refused(b"<a/>")


@pytest.mark.parametrize("content", [b"<a>", b"<a></b>", b"<a>&#0;</a>", b"<a>&undefined;</a>", b"<a/><b/>", b""])
def test_damaged_xml_is_refused_with_its_line(content: bytes):
    assert "line 1" in why_refused(content)


def test_an_encoding_that_is_not_read_is_refused():
    assert "UTF-8" in why_refused(b'<?xml version="1.0" encoding="utf-7"?><a/>')
