"""Words by which a sentence argues, judges, doubts or supposes: nothing is taught out of such a one."""

from __future__ import annotations

import re
from functools import lru_cache

from civicsquiz.draft.language.anycase import AnyCase

_LATEST = 512
"""Texts of which is known how they tell: one kind of fact after another asks it of a sentence."""
_JUDGING = AnyCase(
    r"\b(?:should|ought|must (?!be (?:approved|signed|ratified|confirmed|elected|born|at least))|shameful\w*|outrage\w*|extraordinar\w+|unprecedented(?:ly)?|controversial\w*"
    r"|notorious\w*|infamous\w*|so-called|crackdown\w*|brutal\w*|cruel(?! and unusual)|harsh\w*|draconian|radical\w*|extremist\w*|extreme\w*|disastrous\w*"
    r"|tragic\w*|terribl\w+|horribl\w+|horrif\w+|appalling\w*|absurd\w*|ridiculous\w*|unfair\w*|unjust\w*|immoral\w*|evil"
    r"|corrupt\w*|dangerous\w*|wrong(?:ly|ful|fully)?|rightly|clearly|obviously|undoubtedly|unquestionabl\w+|surely|arguabl\w+"
    r"|unfortunate\w*|fortunate\w*|sadly|alarming\w*|troubling|worrying|worrisome|deeply|famously|importantly|surprising\w*|remarkabl\w+"
    r"|best|worst|better|worse|great(?!er|est|\s+(?:britain|society|depression|compromise|recession))|wonderful\w*|amazing\w*|brilliant\w*|perfect\w*"
    r"|illegitimate\w*|inhuman\w*|dehumaniz\w+|barbaric|tyran\w+|dictator\w*|authoritarian\w*|fascis\w+|slam\w*|blast\w*|lambast\w*"
    r"|scandal\w*|hoax\w*|witch hunt|stunning\w*|bizarre\w*|failed to|refused to|bravely|heroic\w*|merely|seem\w*|appear(?:s|ed)? to"
    r"|feel|feels|felt|believe\w*|think|thinks|thought|hope\w*|fear(?:s|ed)?|want(?:s|ed)?|wish\w*|deserve\w*)\b"
)
_DOUBTING = AnyCase(
    r"\b(?:may|might|could|would|perhaps|possibly|probably|likely|unlikely|reportedly|allegedly|alleged|apparently|supposedly"
    r"|purportedly|rumou?r\w*|(?<!those )suspected|(?<!those )(?<!people )(?<!persons )(?<!someone )(?<!, )(?<!or )accused of|presumably|potential(?:ly)?|if|unless|whether|as if|claims?|claimed|suggest\w*|expected to"
    r"|estimated|some (?:people|scholars|critics|observers)|critics|supporters|opponents)\b"
)
_ATTRIBUTED = AnyCase(
    r"\b(?:according to|said|says|told|argue|argued|argues|claimed|claims|stated|noted|wrote|tweeted|testified|alleged|reports? that"
    r"|reported that|contends?|contended|asserts?|asserted|insists?|insisted|believes?|believed)\b"
)
_OURS = AnyCase(r"\b(?:we|our|us|(?<!article )(?<!title )(?<!war )(?<!part )i|my|you|your|let's)\b")


_BLAMING = AnyCase(
    r"\b(?:convict(?:ed|ion)|sentenced|arrest(?:ed|s)?|charged with|indicted|fraud\w*|murder\w*|killed|rape\w*|assault\w*|abus\w+"
    r"|prison sentence|pleaded guilty|pled guilty|guilty|suicide|died|dies|death of|cancer|affair|divorce\w*|drunk\w*|stolen|theft|shot)\b"
)


@lru_cache(maxsize=_LATEST)
def blaming(text: str) -> str:
    """The first word that tells of somebody's crime, death or misfortune; empty where none does."""
    return _BLAMING.first(text)


_MODAL = re.compile(r"\b(?:that|which|who|to) (?:would|could|may|might)\b")


_MUST = re.compile(r"\bmust\b", re.IGNORECASE)


@lru_cache(maxsize=_LATEST)
def judging(text: str, *, rules: bool = False) -> str:
    """The first word that judges or argues; empty where none does. Where it is known to tell of `rules`,
    “must” is none: “four justices must agree to hear a case”."""
    text = _MUST.sub("", text) if rules else text
    return _JUDGING.first(text) or _OURS.first(text.replace("U.S.", "").replace("US", ""))


@lru_cache(maxsize=_LATEST)
def doubting(text: str) -> str:
    """The first word that doubts, supposes or makes it depend; empty where none does."""
    return _DOUBTING.first(text)


def unsure(text: str) -> str:
    """Like `doubting`, but of a predicate whose own verb is known to be sure: what a law that is
    spoken of would do is no doubt."""
    return doubting(_MODAL.sub("", text))


@lru_cache(maxsize=_LATEST)
def attributed(text: str) -> str:
    """The first word by which it is somebody's claim; empty where none does."""
    return _ATTRIBUTED.first(text)
