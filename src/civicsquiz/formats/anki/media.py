"""Sounds and pictures of cards: taken out, for no answer can be typed that has one, and named."""

from __future__ import annotations

from typing import NamedTuple

from civicsquiz.formats import markup
from civicsquiz.formats.portable import Text
from civicsquiz.formats.safe.limits import shortened

_SOUND, _PICTURE = "[sound:", "<img"
_MOST = 12
"""So many are named."""


class Bare(NamedTuple):
    """A text without sounds and pictures, and a sentence about each that was in it."""

    value: str
    lost: tuple[str, ...]


def bare(value: str) -> Bare:
    """A field as it is without `[sound:…]` and `<img …>`."""
    value, sounds = _without(value, _SOUND, "]")
    value, pictures = _without(value, _PICTURE, ">")
    told = [f"the sound {_named(sound[len(_SOUND) : -1])} was left out" for sound in sounds]
    told += [_picture(picture) for picture in pictures]
    told = list(dict.fromkeys(told))
    if len(told) > _MOST:
        told[_MOST:] = [f"{len(told) - _MOST} more sounds and pictures were left out"]
    return Bare(value.strip() if told else value, tuple(told))


def says_something(text: Text) -> bool:
    """Whether anything is to be seen of a text."""
    return bool(markup.plain(text)[0].strip())


def _without(value: str, begin: str, end: str) -> tuple[str, list[str]]:
    """A text without what goes from one sign to the next other one, and what that was."""
    kept, taken, at = [], [], 0
    low = value.lower() if len(value.lower()) == len(value) else value
    while (start := low.find(begin, at)) >= 0:
        stop = value.find(end, start)
        if stop < 0:
            break
        kept.append(value[at:start])
        taken.append(value[start : stop + 1])
        at = stop + 1
    return "".join((*kept, value[at:])), taken


def _picture(tag: str) -> str:
    _, found, source = tag.replace("'", '"').partition('src="')
    name = source.partition('"')[0] if found else ""
    if name.startswith("data:"):
        name = ""
    return f"the picture {_named(name)} was left out" if name else "a picture was left out"


def _named(name: str) -> str:
    return f"“{shortened(' '.join(name.split()))}”"
