"""Hostile: a strategy that shows every part of a report, with any text wherever people write freely."""

from functools import cache

from folders import loaded

from strategy_cli.loading import Loaded

# @ stands where people write freely.
FILES = {
    "strategy.yaml": "{title: @, municipality: {name: @}, languages: [fi, sv], vision: @, decision: d,"
    " period: {from: 2026-01-01}}",
    "bodies/b.yaml": "{name: @}",
    "decisions/d.yaml": "{title: @, body: b, date: 2025-12-15, section: @, case_number: @, proposal: @, text: @}",
    "goals/top.yaml": "{name: @, description: @, number: @, level: aim, owner: o, body: b}",
    "goals/judged.yaml": "{name: @, parent: top, judgements: [{period: 2025, class: partly, reason: @, by: o}]}",
    "goals/late.yaml": "{name: @, parent: top, binding: true, owner: o, roll_up: mean}",
    "goals/unknown.yaml": "{name: @, parent: top}",
    "goals/gone.yaml": "{name: @, parent: top, until: 2026-06-30}",
    "goals/hiding.yaml": "{name: @, roll_up: judged, judgements: [{period: 2025, class: attained, reason: @, by: o}]}",
    "goals/hidden.yaml": "{name: @, parent: hiding, binding: true}",
    "indicators/behind.yaml": "{name: @, goals: [late, judged, hidden], unit: @, better: up,"
    " baseline: {period: 2020, value: 0}, targets: [{period: 2026, value: 5}, {period: 2030, value: 10}],"
    " values: {2025: {value: 1, note: @, preliminary: true, source: @}}, source: {name: @, url: @}}",
    "indicators/worded.yaml": "{name: @, goal: unknown, type: text, values: {2025: @}, forecasts: {2030: @},"
    " targets: [{period: 2025, value: @}, {period: 2028, value: @}, {period: 2030, value: @}]}",
    "indicators/flow.yaml": "{name: @, goal: unknown, unit: @, cumulative: true, targets: [{period: 2027, value: 9}],"
    " values: {2025: 5, 2026-T1: {value: 2, note: @}}}",
    "indicators/loose.yaml": "{name: @, unit: @, better: {min: 1, max: 2}, values: {2025: 3}, source: @}",
    "owners/o.yaml": "{title: @}",
    "programmes/r.yaml": "{name: @}",
    "units/u.yaml": "{name: @, level: sector}",
    "projects/p.yaml": "{name: @, description: @, goals: [late, judged], unit: u, owner: o, body: b, programme: r,"
    " status: started, period: {from: 2026-01-01, until: 2027-12-31},"
    " milestones: [{name: @, due: 2026-06-30}, {name: @, due: 2027-06-30}],"
    " money: [{year: 2026, asked: 1, note: @}],"
    " updates: [{period: 2026-T2, status: off-track, note: @, corrective: @}]}",
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
    "right to left": "\u202eabc\u2066def \u200fghi\u061c",
    "long word": "x" * 3000,
    "long markup": "<b>" * 1000,
    "no text": "-",
    "controls": "a\x00b\x07c\x1b[31md\x9be\ufffef\U0001ffffg",
    "line ends": "a\u2028b\u2029c\x85d\r\ne",
}


@cache
def everywhere(text: str) -> Loaded:
    """Read the strategy with a text in every place where people write freely."""
    read = loaded({path: keys.replace("@", quoted(text)) for path, keys in FILES.items()})
    assert read.findings == ()
    return read


def quoted(text: str) -> str:
    """Write a text in quotation marks, what is out of the ordinary escaped."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\U{ord(c):08x}" for c in text) + '"'
