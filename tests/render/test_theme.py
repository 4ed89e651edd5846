"""Theme: a city's colours and font, each checked, and what was not used told by its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.contrast import contrast
from strategy_cli.messages import Messages
from strategy_cli.render import palette
from strategy_cli.render.theme import Theme, read

LIGHT, DARK = palette.defaults()


def themed(text: str, accent: str | None = None) -> Theme:
    """Read a theme."""
    return read("theme/theme.yaml", text.encode(), accent)


def told(text: str, accent: str | None = None) -> list[str]:
    """Say what was not used."""
    return [Messages("en").say(note.key, **note.args) for note in themed(text, accent).notes]


def test_colours_and_font_stand_after_the_style_sheet() -> None:
    theme = themed(
        'light: {brand: "#00573d", text: "#111111"}\ndark: {brand: "#003322"}\nfont: Finlandica, Arial, sans-serif'
    )
    assert theme.notes == []
    assert theme.css().splitlines() == [
        "@media screen and (prefers-color-scheme: light) { :root { --brand: #00573d; --text: #111111; } }",
        "@media screen and (prefers-color-scheme: dark) { :root { --brand: #003322; } }",
        "@media print { :root { --brand: #00573d; } }",
        '@media all { :root { --font: "Finlandica", "Arial", sans-serif; } }',
    ]


@pytest.mark.parametrize("text", ["", "# nothing yet", "{}", "light: {}"])
def test_an_empty_theme_changes_nothing(text: str) -> None:
    assert (themed(text).css(), themed(text).notes) == ("", [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('light:\n  brnd: "#00573d"', ["theme/theme.yaml:2", "light.brnd", "Did you mean brand?"]),
        ('light: {xyzzyx: "#00573d"}', ["light.xyzzyx", "Known here", "on-brand"]),
        ('lihgt: {brand: "#00573d"}', ["lihgt", "Did you mean light?"]),
        ("light: {brand: red}", ["light.brand", "red", "#rrggbb"]),
        ('light: {brand: "#fff"}', ["light.brand", "#fff", "#rrggbb"]),
        ('light: {brand: "#00573d;} body{display:none"}', ["light.brand", "#rrggbb"]),
        ("light: [brand]", ["light"]),
        ("- light", ["theme/theme.yaml:1"]),
        ("font: '\"Arial\"; } body { display: none'", ["font"]),
        ("font: </style><script>", ["font"]),
        ("font: [Arial]", ["font"]),
        ("light: {", ["theme/theme.yaml:1"]),
    ],
)
def test_what_cannot_be_used_is_told_and_left_out(text: str, words: list[str]) -> None:
    [said] = told(text)
    assert [word for word in words if word not in said] == []
    assert themed(text).css() == ""


def test_a_pair_that_cannot_be_read_is_told_with_its_contrast_and_left_out() -> None:
    said = told('light: {brand: "#ffdd00", link: "#00573d"}')
    [one] = said
    assert all(part in one for part in ("light.on-brand", "theme/theme.yaml:1:", "light.brand", "1,34", "4,50"))
    theme = themed('light: {brand: "#ffdd00", link: "#00573d"}')
    assert theme.light == {"link": "#00573d"}


def test_a_pair_that_can_be_read_together_is_used_together() -> None:
    theme = themed('light: {brand: "#ffdd00", on-brand: "#000000"}')
    assert (theme.notes, theme.light) == ([], {"brand": "#ffdd00", "on-brand": "#000000"})


def test_what_is_left_out_takes_along_what_then_cannot_be_read() -> None:
    """Without the dark ground the light text is left on the packaged white."""
    theme = themed('light: {page: "#101010", tint: "#101010", text: "#eeeeee"}')
    assert "text" not in theme.light
    assert "page" not in theme.light


def test_the_accent_is_the_ground_that_text_on_the_head_is_checked_against() -> None:
    assert told('light: {on-brand: "#333333"}', accent="#00573d")
    assert not told('light: {brand: "#eeeeee", on-brand: "#333333"}', accent="#00573d")


COLOUR = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@given(st.dictionaries(st.sampled_from(sorted(LIGHT)), COLOUR), st.dictionaries(st.sampled_from(sorted(DARK)), COLOUR))
def test_whatever_a_theme_gives_what_is_used_can_be_read(light: dict[str, str], dark: dict[str, str]) -> None:
    rows = [f"  {name}: '{colour}'" for name, colour in light.items()]
    text = "\n".join(["light:", *rows, "dark:", *(f"  {name}: '{colour}'" for name, colour in dark.items())])
    theme = themed(text)
    for given_, packaged in ((theme.light, LIGHT), (theme.dark, DARK)):
        colours = {**packaged, **given_}
        assert all(contrast(colours[one], colours[ground]) >= 4.5 for one, ground in palette.TEXTS)
        assert all(contrast(colours[one], colours[ground]) >= 3 for one, ground in palette.MARKS)
