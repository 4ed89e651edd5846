"""Findings as JUnit XML, which most systems of continuous integration read: a suite a file, a case a finding."""

import re
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from strategy_cli.checking.checked import Checked
from strategy_cli.checking.suppress import Told
from strategy_cli.formats.controls import visible
from strategy_cli.messages import Messages

_NAME = "strategy lint"
# What XML 1.0 cannot hold, beyond the controls that are never shown.
_NOT_XML = re.compile("[\x0c\x1c-\x1f\ud800-\udfff]")


def report(checked: Checked, messages: Messages) -> str:
    """Write a failure for what makes the check fail, a passed case with its words for what is milder.

    A check that tells nothing is one case that has passed, since some readers refuse a report without any.
    """
    root = Element("testsuites", name=_NAME)
    for path, found in groupby(checked.told, key=lambda one: one.finding.span.path):
        suite = SubElement(root, "testsuite", name=_xml(path))
        for one in found:
            _case(suite, one, messages, fails=one.level >= checked.fail_level)
    if not checked.told:
        SubElement(SubElement(root, "testsuite", name=_NAME), "testcase", name=_NAME, classname=_NAME)
    for element in (*root, root):
        _count(element)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, one: Told, messages: Messages, *, fails: bool) -> None:
    finding = one.finding
    path, line, column = finding.span.path, str(finding.span.line), str(finding.span.column)
    place = {"classname": _xml(path), "file": _xml(path), "line": line, "column": column}
    case = SubElement(suite, "testcase", {"name": finding.rule, **place})
    message = messages.finding(finding)
    said = f"{finding.span}: {one.level.label} {message} {messages.help(finding) or ''}"
    if fails:
        told = SubElement(case, "failure", type=one.level.label, message=_xml(message))
    else:
        told = SubElement(case, "system-out")
    told.text = _xml(said)


def _count(suite: Element) -> None:
    cases = [*suite.iter("testcase")]
    failures = sum(case.find("failure") is not None for case in cases)
    counts = {"tests": len(cases), "failures": failures, "errors": 0, "skipped": 0, "time": 0}
    suite.attrib.update({name: str(number) for name, number in counts.items()})


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", visible(" ".join(text.split())))
