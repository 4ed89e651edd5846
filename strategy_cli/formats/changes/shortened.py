"""Shortened: two long values cut so that where they part can be seen."""


def shortened(before: str | None, after: str | None, longest: int) -> tuple[str | None, str | None]:
    """Cut two long values so that where they part can be seen: their common beginning goes first."""
    sides = before or "", after or ""
    common = next((i for i, (a, b) in enumerate(zip(*sides, strict=False)) if a != b), min(map(len, sides)))
    start = common - longest // 3 if max(map(len, sides)) > longest and common > longest // 2 else 0
    return _cut(before, start, longest), _cut(after, start, longest)


def _cut(text: str | None, start: int, longest: int) -> str | None:
    if text is None:
        return None
    kept = text[start:]
    tail = kept if len(kept) <= longest else kept[: longest - 1].rstrip() + "…"
    return f"…{tail}" if start else tail
