"""Who may come in: each request and each socket must name this server, and come from its own pages.

A browser carries what any web page asks for to every address of this machine. A name that its owner points at
127.0.0.1 (DNS rebinding) shows in Host, a page of another port in Origin and Sec-Fetch-Site. Streamlit checks Host
for sockets only, and only if `server.allowedHosts` is set.
"""

import re
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import streamlit
from streamlit import config

from lib.ui.shell import readiness

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

OWN_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_PLAIN_HOST: Final = re.compile(r"[A-Za-z0-9.:\[\]-]+")  # nothing that would end its place in a header
_USUAL_PORTS: Final = {"http": 80, "ws": 80, "https": 443, "wss": 443}
_STATIC: Final = ("/static/", "/favicon", "/vendor/")
_CLOSED: Final = ("/_stcore/metrics",)  # how many sessions there are is nobody's business
_REFUSED: Final = (
    "Legwork does not answer to this address or to other web pages. On this machine open http://localhost and its port; "
    "to reach it by another name, start it with legwork run --allow-host and that name (or write the name into "
    "allowedHosts below [server] in .streamlit/config.toml).\n"
)


def _inline_scripts() -> str:
    """The few lines of script inside Streamlit's own page, each by its digest, so that no other one can run."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return "".join(f" 'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in scripts)


# What the pages may load and do. Everything comes from this server; each exception has its reason.
_CONTENT: Final[dict[str, str]] = {
    "default-src": "'self'",
    # blob: Streamlit starts the small components of our own (screen, menu) from such an address, which only a script
    # of this page can make. The digest: its page sets a mark for crawlers. Neither 'unsafe-inline' nor 'unsafe-eval' is
    # allowed, so nobody's text can become a script.
    "script-src": f"'self' blob:{_inline_scripts()}",
    # 'unsafe-inline': Streamlit and Plotly write their styles into the page while it is shown.
    "style-src": "'self' 'unsafe-inline'",
    # data: and blob: small pictures inside style sheets, and a figure that is saved as an image.
    "img-src": "'self' data: blob:",
    # data: fonts inside style sheets.
    "font-src": "'self' data:",
    # blob: workers of Streamlit's tables.
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}


class Doors:
    """ASGI: what is not for us is refused, and every answer says how it may be used."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let pass, or refuse with 403."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif is_welcome(scope):
            await self._let_in(scope, receive, _with_headers(scope, send))
        elif scope["type"] == "websocket":
            await receive()  # the handshake, which a server answers with 403 when it is closed before it is accepted
            await send({"type": "websocket.close", "code": 1008, "reason": ""})
        else:
            headers = [(b"content-type", b"text/plain; charset=utf-8"), *_headers(scope)]
            await send({"type": "http.response.start", "status": 403, "headers": headers})
            await send({"type": "http.response.body", "body": _REFUSED.encode()})

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What the server itself answers, what is closed, and everything else to the app."""
        if scope["type"] == "http" and _path(scope) == readiness.PATH:
            await readiness.answer(send)
        elif scope["type"] == "http" and _path(scope).startswith(_CLOSED):
            await send({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b""})
        else:
            await self._app(scope, receive, send)


def guard(app: App) -> App:
    """Any ASGI app behind the doors, for a server that is not started through app.py."""
    return Doors(app)


def is_welcome(scope: Scope) -> bool:
    """Whether a request is meant for this server and comes from its own pages, or from no page at all."""
    hosts, origins = list(_values(scope, b"host")), list(_values(scope, b"origin"))
    if len(hosts) != 1 or len(origins) > 1:
        return False
    host = _parted(f"//{hosts[0]}", scope.get("scheme", "http"))
    if host is None or not _is_our_name(host, scope):
        return False
    if origins and not _is_same(origins[0], hosts[0]):
        return False
    return _is_own_use(scope)


def _is_our_name(host: tuple[str, int], scope: Scope) -> bool:
    """Names of this machine with our own port, the address it was told to serve on, and hosts that were allowed."""
    name, port = host
    allowed = [str(each).strip().lower().rstrip(".") for each in config.get_option("server.allowedHosts") or ()]
    if any(each in ("*", name) or (each.startswith("*.") and name.endswith(each[1:])) for each in allowed):
        return True
    address = str(config.get_option("server.address") or "").lower()
    own = OWN_NAMES | ({address} - {"0.0.0.0", "::", ""})  # noqa: S104 (the two that name no host)
    return name in own and port == _own_port(scope)


def _own_port(scope: Scope) -> int:
    server = scope.get("server")
    return int(server[1]) if server and server[1] else int(config.get_option("server.port"))


def _is_same(origin: str, host: str) -> bool:
    """Whether an Origin is a page of the host itself, through a proxy that ends TLS, too."""
    try:
        found = urlsplit(origin)
    except ValueError:
        return False
    if found.scheme not in _USUAL_PORTS or found.path or found.query or found.fragment:
        return False
    return _parted(f"//{found.netloc}", found.scheme) == _parted(f"//{host}", found.scheme)


def _is_own_use(scope: Scope) -> bool:
    """What a browser says about where a request starts: another page may link to us, not load or frame what is ours."""
    site = next(_values(scope, b"sec-fetch-site"), "none")
    if site in ("same-origin", "none"):
        return True
    modes = next(_values(scope, b"sec-fetch-mode"), ""), next(_values(scope, b"sec-fetch-dest"), "")
    return modes == ("navigate", "document") and scope.get("method") == "GET"


def _parted(address: str, scheme: str) -> tuple[str, int] | None:
    """Name and port of `//host:port`; None for what is no such thing."""
    try:
        found = urlsplit(address)
        name, port = found.hostname, found.port
    except ValueError:
        return None
    if not name or found.username is not None or found.path or found.query or found.fragment:
        return None
    return name.lower(), port or _USUAL_PORTS.get(scheme, 80)


def _values(scope: Scope, name: bytes) -> Iterator[str]:
    return (value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name)


def _with_headers(scope: Scope, send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] in ("http.response.start", "websocket.http.response.start"):
            ours = _headers(scope)
            names = {name for name, _ in ours}
            message["headers"] = [each for each in message.get("headers", ()) if each[0].lower() not in names] + ours
        await send(message)

    return sending


def _path(scope: Scope) -> str:
    """As the app knows it: without the path that the server was told to stand under."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    path = str(scope.get("path", ""))
    return path.removeprefix(f"/{base}") if base else path


def _may_be_kept(scope: Scope) -> bool:
    """The program's own files; figures, tables and downloads are nobody's to keep."""
    return _path(scope).startswith(_STATIC)


def _headers(scope: Scope) -> list[tuple[bytes, bytes]]:
    """The socket is named beside 'self', which older browsers take for http only."""
    host = next(_values(scope, b"host"), "")
    sockets = f" ws://{host} wss://{host}" if _PLAIN_HOST.fullmatch(host) else ""
    content = _CONTENT | {"connect-src": f"'self'{sockets}"}
    return [
        (b"content-security-policy", "; ".join(f"{name} {value}" for name, value in content.items()).encode("latin-1")),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"same-origin"),
        (b"cross-origin-resource-policy", b"same-origin"),
        (b"x-frame-options", b"DENY"),
        *([] if _may_be_kept(scope) else [(b"cache-control", b"no-store")]),
    ]
