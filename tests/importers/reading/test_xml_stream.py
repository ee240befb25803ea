"""XML of strangers."""

import time
from collections.abc import Iterator

import pytest

from lib.importers.base import Upload
from lib.importers.reading.xml_stream import LIMITS, Limits, may_declare_entities, parsed, read_xml, root_name
from lib.model.errors import UnreadableFile


class Seen:
    """Remembers what was handed over."""

    def __init__(self) -> None:
        self.elements: list[tuple[str, str, int]] = []

    def begin(self, name: str, attributes: dict[str, str], line: int) -> None:
        pass

    def end(self, name: str, text: str, line: int) -> None:
        self.elements.append((name, text, line))


def seen(content: bytes, limits: Limits = LIMITS) -> list[tuple[str, str, int]]:
    handler = Seen()
    read_xml(Upload("file.xml", content), handler, limits)
    return handler.elements


def refused(content: bytes, limits: Limits = LIMITS) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        seen(content, limits)
    return caught.value


def why_refused(content: bytes, limits: Limits = LIMITS) -> str:
    return refused(content, limits).why


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


def test_too_many_elements_are_refused_with_the_line_of_the_first_too_many():
    fault = refused(b"<a>\n" + b"<b/>\n" * 60 + b"</a>", Limits(elements=50))
    assert "50 elements" in fault.why
    assert fault.line == 51


def test_a_huge_attribute_or_comment_is_refused_soon():
    assert "256 KiB" in why_refused(b'<a b="' + b"x>" * 500_000 + b'"/>')
    assert "256 KiB" in why_refused(b"<a><!-- " + b"x" * 1_000_000 + b" --></a>")


def test_what_stands_behind_a_huge_attribute_is_not_parsed():
    def chunks() -> Iterator[bytes]:
        yield b'<a b="'
        for _ in range(5):
            yield b"x" * 64 * 1024
        pytest.fail("asked for more")

    with pytest.raises(UnreadableFile, match="256 KiB"):
        list(parsed(chunks(), Seen()))


def test_a_file_that_takes_too_long_is_refused():
    assert "longer than" in why_refused(b"<a/>", Limits(seconds=-1.0))


def test_text_is_whole_where_it_is_cut_by_chunks_entities_and_comments():
    handler = Seen()
    pieces = [b"<a><b> on", b"e &amp; ", b"t<!-- no -->w", "ö ".encode()[:1], "ö ".encode()[1:], b"</b></a>"]
    assert len(list(parsed(pieces, handler))) == len(pieces) + 1
    assert handler.elements[0] == ("b", "one & twö", 1)


def test_a_prefix_that_no_line_declares_is_read_as_converters_mean_it():
    assert seen(b"<gpx><x:hr y:z='1'>7</x:hr></gpx>") == [("hr", "7", 1), ("gpx", "", 1)]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "document_type",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a PUBLIC "x" "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE a [<!ENTITY lol "lol">]>',
        '<!DOCTYPE a [<!ENTITY % lol SYSTEM "file:///etc/passwd"> %lol;]>',
        f'<!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_every_document_type_is_refused_and_with_it_every_entity(document_type: str, encoding: str):
    began = time.process_time()
    assert "(DTD)" in why_refused(f"{document_type}<a>&lol;&l9;</a>".encode(encoding))
    assert time.process_time() - began < 1


@pytest.mark.parametrize("content", [b"<a>", b"<a></b>", b"<a>&#0;</a>", b"<a>&undefined;</a>", b"<a/><b/>", b""])
def test_damaged_xml_is_refused_with_its_line(content: bytes):
    assert "line 1" in why_refused(content)


def test_an_encoding_that_is_not_read_is_refused():
    assert "UTF-8" in why_refused(b'<?xml version="1.0" encoding="utf-7"?><a/>')


@pytest.mark.parametrize("blanks", [1_000, 1_020, 2_000])
def test_the_outermost_element_is_found_further_down_too(blanks: int):
    assert root_name(b"<!--" + b" " * blanks + b"--><gpx/>") == "gpx"


@pytest.mark.parametrize(
    ("head", "may"),
    [
        (b"<gpx><!DOCTYPE gpx>", False),
        (b"<!DOCTYPE gpx><gpx/>", True),
        (b"<!--" + b" " * 2_000 + b"--><!DOCTYPE gpx><gpx/>", True),
        (b"<!--" + b" " * 2_000, True),  # the head does not show it
        (b"Date,Distance", False),
        (b"", False),
    ],
)
def test_a_document_type_may_stand_before_the_outermost_element_only(head: bytes, may: bool):
    assert may_declare_entities(head) is may


def test_every_limit_may_be_reached():
    siblings = b"<a>" + b"<b/>" * 49 + b"</a>"
    assert len(seen(siblings, Limits(depth=2, elements=50))) == 50
    assert "2 levels or 49 elements" in why_refused(siblings, Limits(depth=2, elements=49))
    assert "1 levels or 50 elements" in why_refused(siblings, Limits(depth=1, elements=50))


@pytest.mark.parametrize(("size", "is_refused"), [(2048, False), (2049, True)])
def test_a_piece_without_a_tag_may_be_as_long_as_its_limit(size: int, is_refused: bool):
    pieces = [b"<a>", b"x" * 1024, b"x" * (size - 1024), b"</a>"]
    if is_refused:
        with pytest.raises(UnreadableFile, match="more than 2 KiB without"):
            list(parsed(pieces, Seen(), Limits(tag_bytes=2048)))
    else:
        handler = Seen()
        list(parsed([*pieces[:-1], b"<b/>", b"x" * 2048, b"<c/></a>"], handler, Limits(tag_bytes=2048)))
        assert [name for name, _, _ in handler.elements] == ["b", "c", "a"]


def test_the_text_of_an_element_is_what_stands_behind_its_last_child():
    assert seen(b"<a>one<b/> two </a>") == [("b", "", 1), ("a", "two", 1)]
    assert seen(b"<a>one<b>in</b></a>") == [("b", "in", 1), ("a", "", 1)]


def test_where_a_file_is_damaged_is_told_by_its_line():
    fault = refused(b"<a>\n<b>\n</a>")
    assert (fault.line, "line 3" in fault.why) == (3, True)


def test_blanks_and_a_mark_before_the_first_tag_are_left_out_of_utf_8_alone():
    assert seen(b"\xef\xbb\xbf \n<?xml version='1.0'?><a/>") == [("a", "", 1)]
    assert seen("<a/>".encode("utf-16")) == [("a", "", 1)]


def test_a_file_longer_than_a_chunk_is_read_whole():
    content = b"<a>" + b"<b>1</b>" * 20_000 + b"</a>"
    assert len(seen(content)) == 20_001
