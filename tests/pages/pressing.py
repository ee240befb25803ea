"""What a person reads and presses in a drawing of lib/ui/kit/pressed.py, which Streamlit's AppTest knows nothing of."""

import json
import re
from html import unescape

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest


def drawings(app: AppTest) -> list[str]:
    """The HTML of every such drawing."""
    given = [json.loads(each.proto.json or "{}") for each in app.get("bidi_component")]
    return [each["html"] for each in given if "html" in each]


def words_of(app: AppTest) -> str:
    """What is written in them, and what they say to the blind."""
    said = [unescape(label) for html in drawings(app) for label in re.findall(r'aria-label="([^"]*)"', html)]
    written = [unescape(re.sub(r"<[^>]*>", "\n", html)) for html in drawings(app)]
    return "\n".join(said + written)


def press(app: AppTest, part: str) -> AppTest:
    """Press the part of this value, as the browser tells of it, and run the page."""
    (drawing,) = [each for each in app.get("bidi_component") if f'data-press=\\"{part}\\"' in each.proto.json]
    states = app._tree.get_widget_states()
    told = json.dumps([{"event": "part", "value": part}])
    states.widgets.add(id=_make_trigger_id(drawing.proto.id, "events"), json_trigger_value=told)
    return app._run(states)
