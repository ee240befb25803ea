"""Names that would run, ask, link or reckon stand on every page, in every dialog and in every file as what was typed."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from driving import IN_A_BROWSER, PATHS, PATIENCE_MS, settled, show
from hostile_athlete import broken, files, plant
from hostile_files import wrong_in
from hostile_names import HOST, LINKS, NAMES, SCRIPTS
from long_runs import amount
from playwright.sync_api import Download, Page, Request, expect
from playwright.sync_api import TimeoutError as BrowserTimeoutError
from serving import servers

from lib.importers.base import Upload
from lib.services.preferences.settings import change_home_zone
from lib.store.account import open_account

pytestmark = IN_A_BROWSER

# Kept from before the first script of a page: what its policy had to stop would have been let in elsewhere.
WATCH = """
window.stopped = [];
document.addEventListener("securitypolicyviolation", each => window.stopped.push(`${each.violatedDirective} ${each.blockedURI}`));
"""
# Everything in the page that a name must not have made.
LOOK = """host => {
  const found = window.stopped.filter(each => !each.endsWith(" wasm-eval")).map(each => `stopped: ${each}`);  // of Streamlit itself
  if ("pwned" in window) found.push("a script ran");
  for (const each of document.querySelectorAll("#root :is(script, iframe, object, embed, meta, base, link, form[action])"))
    found.push(`an element ${each.localName}`);
  for (const each of document.querySelectorAll("*")) {
    for (const { name, value } of each.attributes) {
      const loads = ["src", "href", "xlink:href", "action", "srcset", "srcdoc", "data", "poster", "background", "style"].includes(name);
      if (name.startsWith("on") || (loads && (value.includes(host) || /^\\s*(javascript|data:text|vbscript)/i.test(value))))
        found.push(`${each.tagName} ${name}=${value.slice(0, 80)}`);
    }
    const link = each.localName === "a" && (each.href?.baseVal ?? each.href);
    if (link && new URL(link, location).origin !== location.origin) found.push(`link to ${link}`);
    if (each.localName === "strong" && each.textContent === "bold") found.push("bold");
    if (each.localName === "code" && each.textContent === "code") found.push("code");
    if (each.localName === "del" || each.classList.contains("katex")) found.push(`${each.localName} ${each.textContent}`);
    if (/^H[1-6]$/.test(each.tagName) && each.textContent.startsWith("heading")) found.push("a heading");
    if (each.dataset?.testid === "stIconMaterial" && each.textContent === "home") found.push("an icon");
    if (each.children.length === 0 && each.textContent.includes("\\u{1F604}")) found.push("a picture");
    if (each.localName === "span" && each.textContent === "warm") found.push("a colour");
  }
  const texts = value => typeof value === "string" ? [value]
    : value && typeof value === "object" && !ArrayBuffer.isView(value) ? Object.values(value).flatMap(texts) : [];
  for (const each of document.querySelectorAll(".js-plotly-plot"))
    found.push(...texts([each.data, each.layout]).filter(text => /<\\s*a\\s/i.test(text)).map(text => `figure: ${text.slice(0, 90)}`));
  return [...new Set(found)];
}"""


PUT = """name => {
  const each = document.createElement("div");
  each.id = "put";
  each.innerHTML = name.replace("http-equiv=refresh", "http-equiv=other");  // it would leave the page
  document.querySelector("#root").append(each);
}"""
FORGET = "() => { document.querySelector('#put').remove(); window.stopped = []; delete window.pwned; }"
# What is opened on a page: choices, tabs, boxes, parts of drawings, and buttons that store nothing.
MOST_OF_A_KIND = 15
OPENS = (
    ":is([role=radiogroup] label, [data-testid=stButtonGroup] button, [role=tab], [data-testid=stPopoverButton], .press)",
    "button:has(:text-matches('^(Show|More|Something else|Make the report|Prepare the file|Its muscles)'))",
)
IN_A_DIALOG, ON_THE_PAGE = "[role=dialog]", "[data-testid=stMain]"
# Pages that may say no name of anybody's outside of their tables, which are drawn as pictures.
WITHOUT_NAMES = {
    "hard_days",
    "progress",
    "strength_for_running",
    "log_run",
    "strength",
    "how_we_count",
    "report",
    "take_along",
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("planted") / "mine.db"
    account = open_account(f"sqlite:///{path}")
    change_home_zone(account, "Europe/Berlin")
    plant(account, date.today(), amount(whole=NAMES, small=NAMES[:24]))  # noqa: DTZ011 (the clock of the server)
    account.engine.dispose()
    return path


@pytest.fixture(scope="module")
def address(planted: Path) -> Iterator[str]:
    """One server for all that only look."""
    with servers(planted.parent) as start:
        yield start("mine.db")


TRIES = 3
# Whether a figure is still on the page: one that came into view can make another one be drawn anew.
INTO_VIEW = "each => { each.scrollIntoView({ block: 'center', behavior: 'instant' }); return each.isConnected; }"


class Watched:
    """A page whose requests, dialogs and content are looked at; `found` says where something was wrong."""

    def __init__(self, page: Page, address: str, folder: Path) -> None:
        self.page, self.found, self.saved = page, [], []
        self.pointed = 0  # words that figures showed
        self._address, self._folder, self._seen = address, folder, ""
        page.add_init_script(WATCH)
        page.on("request", self._asked)
        page.on("dialog", lambda dialog: (self.found.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self._address}/", "data:", "blob:", "file:")):
            self.found.append(f"{self.page.url} asked for {request.url}")

    @property
    def names(self) -> bool:
        """Whether any name was on what was looked at, so that something could have been wrong."""
        seen = self._seen.replace("\u2060", "")  # what keeps an address from becoming a link
        return any(name[:14] in seen for name in NAMES if name[:14].isprintable())

    def look(self, where: str) -> None:
        self.page.evaluate("document.querySelectorAll('details:not([open]) > summary').forEach(each => each.click())")
        settled(self.page)
        self.found += [f"{where}: {each}" for each in self.page.evaluate(LOOK, HOST)]
        self._seen += self.page.locator("body").inner_text()

    def everything(self, where: str, inside: str = ON_THE_PAGE) -> None:
        """All that can be opened without storing anything, the pointer over each figure, and every file."""
        self.look(where)
        for kind in OPENS:
            for number in range(min(MOST_OF_A_KIND, self.page.locator(f"{inside} {kind}").count())):
                part = self.page.locator(f"{inside} {kind}").nth(number)
                if part.is_visible() and part.is_enabled():
                    part.dispatch_event("click")
                    self.look(f"{where}, {kind} {number}")
                    self._figures(where)
                    self._files(inside)
        self._figures(where)
        self._files(inside)

    def _figures(self, where: str) -> None:
        """The pointer over three places of each, so that its words show."""
        for figure in self.page.locator(".js-plotly-plot .nsewdrag").element_handles():
            box = figure.bounding_box() if figure.evaluate(INTO_VIEW) else None
            for share in (0.25, 0.5, 0.75) if box else ():
                self.page.mouse.move(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)
                self.pointed += self.page.locator(".hoverlayer .hovertext").count()
                self.found += [f"{where}, pointed at: {each}" for each in self.page.evaluate(LOOK, HOST)]

    def _files(self, inside: str) -> None:
        """The file of each button that stays: one of a page that is drawn anew meanwhile is another one, and its click is lost."""
        settled(self.page)
        for button in self.page.locator(f"{inside} [data-testid=stDownloadButton] button").element_handles():
            for _ in range(TRIES):
                if not button.evaluate("each => each.isConnected"):
                    break
                try:
                    with self.page.expect_download(timeout=PATIENCE_MS / TRIES) as download:
                        button.dispatch_event("click")
                except BrowserTimeoutError:
                    continue
                self.keep(download.value)
                break
            else:
                self.found.append(f"{self.page.url}: no file came of {button.inner_text()}")

    def keep(self, download: Download) -> None:
        path = self._folder / f"{len(self.saved)}-{download.suggested_filename}"
        download.save_as(path)
        self.saved.append(path)
        self.found += wrong_in(path)


@pytest.fixture
def watched(page: Page, address: str, tmp_path: Path) -> Watched:
    return Watched(page, address, tmp_path)


@pytest.mark.whole
@pytest.mark.parametrize("path", PATHS)
def test_names_are_text_on_every_page_and_in_its_files(path: str, watched: Watched, address: str) -> None:
    show(watched.page, f"{address}/{path}")
    watched.everything(path)
    assert watched.found == []
    assert watched.names or path in WITHOUT_NAMES


@pytest.mark.whole
@pytest.mark.parametrize("record", ["run-1", "run-13", "session-1", "session-20"])
def test_names_are_text_in_a_record(record: str, watched: Watched, address: str) -> None:
    show(watched.page, f"{address}/runs?record={record}")
    expect(watched.page.get_by_role("dialog")).to_be_visible()
    watched.everything(record, IN_A_DIALOG)
    assert watched.found == []
    assert watched.names


@pytest.mark.whole
def test_names_are_text_in_a_report_that_is_opened(watched: Watched, address: str) -> None:
    show(watched.page, f"{address}/report")
    watched.page.get_by_role("button", name="Make the report").click()
    expect(watched.page.get_by_role("button", name=re.compile("Download"))).to_be_visible()
    watched.everything("report")
    report = next(each for each in watched.saved if each.suffix == ".html")
    watched.page.goto(report.as_uri())
    expect(watched.page.locator("figure svg.main-svg").first).to_be_visible()
    watched.found += watched.page.evaluate(LOOK, HOST)
    assert watched.found == []


def payload(upload: Upload) -> dict:
    return {"name": upload.name, "mimeType": "text/csv", "buffer": upload.source}


@pytest.mark.whole
def test_names_are_text_in_a_preview_and_a_receipt(page: Page, planted: Path, tmp_path: Path) -> None:
    shutil.copy(planted, tmp_path)
    with servers(tmp_path) as start:
        own_address = start("mine.db")
        watched = Watched(page, own_address, tmp_path)
        show(page, f"{own_address}/import_files")
        newer, sets, own = files(date.today(), NAMES[::-1])  # noqa: DTZ011
        choose = page.locator("[data-testid=stFileUploader] input[type=file]")
        choose.set_input_files([payload(each) for each in (broken(), newer, sets, own)])
        settled(page)
        watched.look("preview")
        page.get_by_role("button", name="Go on with the other rows").click()
        watched.everything("preview, going on")
        page.get_by_role("button", name="Import", exact=True).click()
        expect(page.get_by_text("You can undo it below")).to_be_visible()
        watched.everything("receipt")
        unknown = Upload(f"{NAMES[3]}.csv", ",".join(f'"{each}"' for each in NAMES if '"' not in each).encode())
        choose.set_input_files([payload(unknown)])
        settled(page)
        watched.look("a table that is not known")
        page.get_by_role("button", name=re.compile("column")).first.click()
        watched.everything("its columns")
    assert watched.found == []
    assert watched.names


def seen_of(page: Page, name: str) -> list[str]:
    """What is seen of a name that a page has taken for a part of itself."""
    page.evaluate(PUT, name)
    found = page.evaluate(LOOK, HOST)
    page.evaluate(FORGET)
    return found


@pytest.mark.whole
def test_what_a_name_could_do_would_be_seen(watched: Watched, address: str) -> None:
    """The small part of all this: one page, and then the names put into it as no page should."""
    show(watched.page, f"{address}/import_files")
    watched.look("import_files")
    assert watched.found == []
    assert watched.names
    unseen = {name for name in (*SCRIPTS, *LINKS) if not seen_of(watched.page, name)}
    assert unseen == {name for name in (*SCRIPTS, *LINKS) if "<" not in name or name.startswith("<http")}
