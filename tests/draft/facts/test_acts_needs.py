"""What an article has to speak of, or must not."""

from __future__ import annotations

import pytest

from civicsquiz.draft.facts.acts_needs import needs

TEXT = "A nominee. A second nominee for the bench, and a third nominee, late."


@pytest.mark.parametrize(
    ("key", "value", "met"),
    [
        ("needs", "nominee", True),
        ("needs", "[Vv]eto", False),
        ("needs", "3 times: nominee", True),
        ("needs", "4 times: nominee", False),
        ("needs", "2 times: nominee", True),
        ("needs", "first 30: nominee", True),
        ("needs", "first 30: 3 times: nominee", False),
        ("needs", "first 30: late", False),
        ("never", "veto", True),
        ("never", "nominee", False),
        ("never", "first 30: late", True),
        ("never", "late", False),
        ("never", "3 times: nominee", False),
        ("never", "4 times: nominee", True),
        ("never", "first 30: 2 times: nominee", False),
        ("never", "first 20: 2 times: nominee", True),
    ],
)
def test_a_text_has_it_so_often_and_so_early(key: str, value: str, met: bool) -> None:
    (need,) = needs([("name", "x"), (key, value)])
    assert need.met(TEXT) is met


def test_every_line_counts() -> None:
    found = needs([("needs", "nominee"), ("never", "veto"), ("needs", "bench")])
    assert [need.met(TEXT) for need in found] == [True, True, True]


def test_a_line_without_a_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="names nothing"):
        needs([("never", "")])
