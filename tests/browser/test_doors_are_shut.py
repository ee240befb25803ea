"""What a browser lets other web pages do to a server on this machine, and that ours does not let them."""

import http.client
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from driving import IN_A_BROWSER, SAMPLES, drop, go, heard_on, open_address, settled
from playwright.sync_api import Page, Request, expect

pytestmark = IN_A_BROWSER

REBOUND = "rebound.example"  # the browser of these tests takes it for 127.0.0.1 (conftest)


class _Blank(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>elsewhere</title>")

    def log_message(self, *_):
        pass


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of a blank page on another port of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Blank) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


SOCKET = """address => new Promise(done => {
  const socket = new WebSocket(address, ["streamlit"]);
  socket.onopen = () => done("open");
  socket.onerror = () => done("refused");
})"""
FRAME = """address => new Promise(done => {
  const frame = document.createElement("iframe");
  frame.onload = () => done("loaded");
  frame.src = address;
  document.body.append(frame);
})"""


def test_a_rebound_name_reaches_neither_page_nor_token(page: Page, sample: str) -> None:
    port = urlsplit(sample).port
    answer = page.goto(f"http://{REBOUND}:{port}/")
    assert answer is not None
    assert answer.status == 403
    assert page.context.cookies() == []
    for path in ("/_stcore/health", "/_stcore/host-config", "/week"):
        assert page.evaluate("path => fetch(path).then(each => each.status)", path) == 403
    assert page.evaluate(SOCKET, f"ws://{REBOUND}:{port}/_stcore/stream") == "refused"


def test_a_page_of_another_port_can_neither_frame_nor_call_it(page: Page, sample: str, elsewhere: str) -> None:
    page.goto(elsewhere)
    stream = f"{sample.replace('http', 'ws')}/_stcore/stream"
    assert page.evaluate(SOCKET, stream) == "refused"
    page.evaluate(FRAME, sample)
    (frame,) = (each for each in page.frames if each != page.main_frame)
    assert frame.locator("#root").count() == 0
    asked = "address => fetch(address).then(() => 'read', () => 'refused')"
    assert page.evaluate(asked, f"{sample}/_stcore/health") == "refused"


def test_our_own_page_opens_the_same_socket(page: Page, sample: str) -> None:
    """So the refusals above are not those of a socket that never opens."""
    page.goto(f"{sample}/_stcore/health")
    assert page.evaluate(SOCKET, f"{sample.replace('http', 'ws')}/_stcore/stream") == "open"


@pytest.mark.whole
def test_a_link_from_another_page_opens_the_dashboard(page: Page, sample: str, elsewhere: str) -> None:
    page.goto(elsewhere)
    page.evaluate("address => { window.location = address; }", sample)
    page.wait_for_url(f"{sample}/**")
    settled(page)
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "localhost:9"}, 403),
        ({"Origin": "http://localhost:9"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}, 403),
    ],
)
def test_a_plain_request_with_a_foreign_host_or_page_is_refused(sample: str, headers: dict, status: int) -> None:
    server = http.client.HTTPConnection(urlsplit(sample).netloc, timeout=20)
    server.request("GET", "/_stcore/health", headers=headers)
    assert server.getresponse().status == status
    server.close()


def test_files_go_up_and_come_down_under_the_headers(page: Page, serve: Callable[..., str], tmp_path: Path) -> None:
    heard = heard_on(page)
    open_address(page, serve())
    go(page, "Import files")
    drop(page, SAMPLES / "strong.csv")
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("You can undo it below")).to_be_visible()
    go(page, "Report")
    page.get_by_role("button", name="Make the report").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download").click()
    assert "<html" in Path(saved.value.path()).read_text("utf-8")[:300]
    go(page, "Your week")
    figure = page.locator("[data-testid=stPlotlyChart]").first
    figure.locator(".main-svg").first.wait_for()
    figure.hover()
    with page.expect_download() as saved:
        figure.locator(".modebar-btn").first.click(force=True)
    assert saved.value.suggested_filename.endswith(".png")
    assert heard == []


@pytest.fixture
def own_upload(page: Page, empty: str) -> Request:
    """How a page that was opened by a person sends up a file."""
    open_address(page, f"{empty}/import_files")
    with page.expect_request(lambda request: request.method == "PUT" and "/upload_file/" in request.url) as sent:
        drop(page, SAMPLES / "strong.csv")
    return sent.value


BODY = b'--part\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nDay,km\r\n--part--\r\n'
TOKEN, OTHER_TOKEN = "x-xsrftoken", "2|5a3d7c1e|00000000000000000000000000000000|1700000000"


def test_a_file_goes_up_with_the_token_of_its_own_page_and_into_its_own_session_only(own_upload: Request) -> None:
    address, headers = urlsplit(own_upload.url), own_upload.all_headers()
    kept = {name: headers[name] for name in (TOKEN, "cookie")} | {"content-type": "multipart/form-data; boundary=part"}
    without = {name: value for name, value in kept.items() if name != TOKEN}
    session = address.path.split("/")[-2]

    def status(method: str, path: str, headers: dict[str, str]) -> int:
        server = http.client.HTTPConnection(address.netloc, timeout=20)
        server.request(method, path, body=BODY, headers=headers)
        answer = server.getresponse().status
        server.close()
        return answer

    for method in ("PUT", "DELETE"):
        assert status(method, address.path, without) == 403
        assert status(method, address.path, kept | {TOKEN: OTHER_TOKEN}) == 403
        assert status(method, address.path, {**without, TOKEN: kept[TOKEN], "cookie": ""}) == 403
    assert status("PUT", address.path.replace(session, "00000000-0000-4000-8000-000000000000"), kept) == 400
    assert status("PUT", address.path, kept) == 204  # so what is refused above is refused for what it lacks
