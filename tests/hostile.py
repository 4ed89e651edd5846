"""Hostile: a strategy that shows every part of a report, with any text wherever people write freely."""

from functools import cache

from folders import loaded

from strategy_cli.loading import Loaded

# @ stands where people write a name or another short text, § where they write Markdown.
FILES = {
    "strategy.yaml": "{title: @, municipality: {name: @}, languages: [fi, sv], vision: §, mission: §, basis: §,"
    " evaluation: §, replaces: @, values: [{id: v, name: @, description: §}], themes: [{id: t, name: @}], decision: d,"
    " published: @, period: {from: 2026-01-01}}",
    "bodies/b.yaml": "{name: @, task: §}",
    "decisions/d.yaml": "{title: @, body: b, date: 2025-12-15, section: @, case_number: @, proposal: §, text: §}",
    "goals/top.yaml": "{name: @, description: §, number: @, level: aim, owner: o, body: b, meaning: {u: §}}",
    "goals/judged.yaml": "{name: @, parent: top, judgements: [{period: 2025, class: partly, reason: §,"
    " corrective: §, by: o}]}",
    "goals/late.yaml": "{name: @, parent: top, binding: true, owner: o, roll_up: mean, themes: [t]}",
    "goals/unknown.yaml": "{name: @, parent: top}",
    "goals/gone.yaml": "{name: @, parent: top, until: 2026-06-30}",
    "goals/hiding.yaml": "{name: @, roll_up: judged, judgements: [{period: 2025, class: attained, reason: §,"
    " corrective: §, by: o}]}",
    "goals/hidden.yaml": "{name: @, parent: hiding, binding: true}",
    "indicators/behind.yaml": "{name: @, description: §, why: §, goals: [late, judged, hidden], unit: @, better: up,"
    " baseline: {period: 2020, value: 0}, targets: [{period: 2026, value: 5}, {period: 2030, value: 10}],"
    " values: {2025: {value: 1, note: §, preliminary: true, source: @}}, source: {name: @, url: @}}",
    "indicators/worded.yaml": "{name: @, goal: unknown, type: text, values: {2025: @}, forecasts: {2030: @},"
    " targets: [{period: 2025, value: @}, {period: 2028, value: @}, {period: 2030, value: @}]}",
    "indicators/flow.yaml": "{name: @, goal: unknown, unit: @, cumulative: true, targets: [{period: 2027, value: 9}],"
    " values: {2025: 5, 2026-T1: {value: 2, note: §}}}",
    "indicators/loose.yaml": "{name: @, unit: @, better: {min: 1, max: 2}, values: {2025: 3}, source: @}",
    "owners/o.yaml": "{title: @}",
    "programmes/r.yaml": "{name: @, description: §}",
    "units/u.yaml": "{name: @, level: sector}",
    "projects/p.yaml": "{name: @, description: §, goals: [late, judged], unit: u, owner: o, body: b, programme: r,"
    " status: started, period: {from: 2026-01-01, until: 2027-12-31},"
    " milestones: [{name: @, due: 2026-06-30}, {name: @, due: 2027-06-30}],"
    " money: [{year: 2026, asked: 1, note: §}],"
    " updates: [{period: 2026-T2, status: off-track, note: §, corrective: §}]}",
    "projects/q.yaml": "{name: @}",
}
TEXTS = {
    "script": "<script>alert(1)</script>",
    "end of style": "</style></title></textarea><iframe src=//x.fi>",
    "attribute": '" onmouseover="alert(1)" x=\'y\' `',
    "image": '<img src=x onerror="alert(1)"><svg onload=alert(1)>',
    "comment": "<!-- --> <![CDATA[ ]]> <?xml ?>",
    "link": "[a](javascript:alert(1)) javascript:alert(1) <a href='javascript:alert(1)'>a</a>",
    "jinja": "{{ 7 * 7 }} {% for x in y %} {# z #} {name} {0}",
    "entities": "&lt;b&gt; &amp;amp; &#60; &nbsp;",
    "markdown": "# a | b\n- | -\n---\n**c** ~~d~~ `e` ![f](g) \\",
    "right to left": "\u202eabc\u2066def \u200fghi\u061c \u05d0\u05d1\u05d2 1, 2",
    "long word": "x" * 2_000,
    "long markup": "<b>" * 200,
    "no text": "-",
    "controls": "a\x00b\x07c\x1b[31md\x9be\ufffef\U0001ffffg",
    "line ends": "a\u2028b\u2029c\x85d\r\ne",
}


# Markdown that is read as such where people write it, and must still be nothing but harmless text.
MARKDOWN = {
    "schemes": "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,x) [d](vbscript:x) [e](file:///x)"
    " [f](ftp://x.fi) [g](//x.fi) [h](#goal-late) [i](other.html) <javascript:alert(1)> [j](java&#115;cript:alert(1))"
    " [k](<java\nscript:alert(1)>) [l](\x01javascript:alert(1)) [m](https:x) [n](http://[x)",
    "good links": "[a](https://x.fi/?a=1&b=2 'onclick') [b](mailto:a@x.fi) <https://x.fi/\"onclick=> [c](http://x.fi/|)",
    "images": "![a](https://x.fi/a.png) ![b](javascript:alert(1)) [![c](x)](https://x.fi)",
    "definitions": "[a] [b][a]\n\n[a]: javascript:alert(1)\n[b]: https://x.fi",
    "raw": "<div onclick=alert(1)>\n\n**a** <b>b</b> <!-- c --> <svg/onload=alert(1)>\n\n<script>\nalert(1)\n</script>",
    "headings": "# One\n\n### Three\n\nSetext\n===\n\n###### Six\n\n#",
    "lists": "- a\n  - # b\n    1. c\n\n   ---\n- [ ] d\n+ e\n\n99999. f",
    "code": "```html onclick\n</code></pre><script>alert(1)</script>\n~~~\n```` `</code><b>` `a|b`\n\n~~~\n```\n~~~",
    "table": "| a | b |\n|--:|:-:|\n| `</td>` | [x](javascript:a) \\| <b> |\n| 1 |\n",
    "quotes": "> # a\n>> b\n>>> <i>c</i>\n\n> [!WARNING]\n> d",
    "emphasis": "***a** b* _c_ ~~d~~ **[](ftp://x)** **![](x)** a\\\nb  \nc",
    "deep": ">" * 200 + "a" + "\n\n" + "- " * 200 + "b" + "\n\n" + "[" * 500 + "*" * 501,
}


@cache
def everywhere(text: str, prose: str | None = None) -> Loaded:
    """Read the strategy with a text in every place where people write freely, and ``prose`` where it is Markdown."""
    short, long = quoted(text), quoted(text if prose is None else prose)
    read = loaded({path: keys.replace("@", short).replace("§", long) for path, keys in FILES.items()})
    assert read.findings == ()
    return read


def quoted(text: str) -> str:
    """Write a text in quotation marks, what is out of the ordinary escaped."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\U{ord(c):08x}" for c in text) + '"'
