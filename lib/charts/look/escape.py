"""Foreign text inside figures. Plotly reads a small HTML of its own in every title, label and hover text."""

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain(text: str, longest: int = 60) -> str:
    """A name or note as it was typed, safe for any text of a figure: no tags, links or hover placeholders.

    Control characters become blanks, longer texts are cut with an ellipsis, and %{…} loses its meaning.
    """
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(clean) > longest:
        clean = clean[: longest - 1] + "…"
    return clean.translate(_ENTITIES).replace("%{", "%\u200b{")
