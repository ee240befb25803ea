"""A visitor without a browser: Streamlit's own messages over the server's socket, as a tab sends and receives them."""

from time import perf_counter
from typing import Any, Final, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

_PATIENCE_S: Final = 120


class ScriptFailed(AssertionError):
    """The page showed an error instead of itself."""


class Visitor:
    """One tab. Every run of a page is asked for and waited for, and what came is counted.

    first_figure_s: seconds from the request of the latest run to its first figure; None where it drew none.
    """

    def __init__(self, address: str) -> None:
        self._connection = connect(
            address.replace("http", "ws") + "/_stcore/stream",
            origin=address,
            subprotocols=["streamlit"],
            max_size=None,
        )
        self._socket: Any = None
        self._address = address
        self._known: dict[str, str] = {}
        self._pages: dict[str, str] = {}
        self._widgets: dict[str, Any] = {}
        self.figures = 0
        self.bytes = 0
        self.first_figure_s: float | None = None

    def __enter__(self) -> Self:
        self._socket = self._connection.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._connection.__exit__(*error)

    def run(self, path: str = "") -> float:
        """Open a page by its address, or run it once more: the seconds until its script has finished."""
        started = perf_counter()
        self.figures, self.bytes, self.first_figure_s = 0, 0, None
        self._socket.send(self._request(path).SerializeToString())
        while True:
            data = self._socket.recv(timeout=_PATIENCE_S)
            self.bytes += len(data)
            message = ForwardMsg()
            message.ParseFromString(data)
            if self._take(message, started):
                return perf_counter() - started

    def _request(self, path: str) -> BackMsg:
        asked = BackMsg()
        state = asked.rerun_script
        state.page_name = path
        state.page_script_hash = self._pages.get(path, "")
        state.cached_message_hashes.extend(sorted(self._known))
        state.context_info.timezone = "Europe/Berlin"
        state.context_info.locale = "en-GB"
        state.context_info.url = f"{self._address}/{path}"
        state.context_info.color_scheme = "light"
        return asked

    def _take(self, message: ForwardMsg, started: float) -> bool:
        """Whether the run has ended with this message."""
        kind = message.WhichOneof("type")
        if message.metadata.cacheable and message.hash:
            self._known[message.hash] = message.delta.new_element.WhichOneof("type") or ""
        if kind == "navigation":
            pages = message.navigation.app_pages
            self._pages = {"" if page.is_default else page.url_pathname: page.page_script_hash for page in pages}
        elif kind == "delta":
            self._drawn(message.delta.new_element, started)
        elif kind == "ref_hash" and self._known.get(message.ref_hash) == "plotly_chart":
            self._figure(started)
        elif kind == "script_finished":
            return message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        return False

    def _drawn(self, element: Any, started: float) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise ScriptFailed(f"{element.exception.type}: {element.exception.message}")
        if kind == "plotly_chart":
            self._figure(started)

    def _figure(self, started: float) -> None:
        self.figures += 1
        self.first_figure_s = self.first_figure_s or perf_counter() - started
