"""What a question explains after any answer, as one plain text: the general feedback of other programs."""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.bank.models import Accuracy, Evidence, Item, Role, Stance, Status
from civicsquiz.formats.exporting.citing import Cite
from civicsquiz.source.dates import in_words

NO_EXPLANATION = "No explanation came with this question."
"""The rationale of an imported item that had none. It is not sent on."""

_ROLES = {
    Role.PROVES: "The passage that proves it",
    Role.DIFFERS: "Another passage says otherwise",
    Role.CONTEXT: "For context",
    Role.LAW: "The law itself",
}
"""In the order in which they are said; the law comes after the background."""
_ACCURACY = {
    Accuracy.SOUND: "The source has this right.",
    Accuracy.LOOSE: "The source puts this loosely.",
    Accuracy.OUTDATED: "The source is out of date on this.",
    Accuracy.CONTESTED: "Whether this is so is contested.",
}


def explained(item: Item, cite: Cite, *, law: bool) -> str:
    """The explanation of an item, its paragraphs parted by an empty line: rationale, bridge, passages
    word for word with their citations, stance, background. `law` is whether the law itself proves the
    key: that is no fact that somebody states. Nothing is said twice, so that what was
    exported, imported and exported again stays as it is."""
    said = "" if item.rationale == NO_EXPLANATION else item.rationale
    for paragraph in _paragraphs(item, cite, law):
        if paragraph not in said:
            said = f"{said}\n\n{paragraph}" if said else paragraph
    return said


def _paragraphs(item: Item, cite: Cite, law: bool) -> Iterator[str]:
    if item.because:
        yield f"Why that settles it: {item.because}"
    for role in _ROLES:
        if role is not Role.LAW:
            yield from (_passage(evidence, cite) for evidence in item.evidence_in(role))
    if told := " ".join(_held(item, law)):
        yield told
    if item.background:
        yield f"Not in the article: {item.background}"
    yield from (_passage(evidence, cite) for evidence in item.evidence_in(Role.LAW))


def _passage(evidence: Evidence, cite: Cite) -> str:
    heading = _ROLES[evidence.role]
    if evidence.parts and evidence.role is Role.PROVES:
        heading = f"For {'; '.join(evidence.parts)}"
    lines = [f"{heading}: {_in_quotation_marks(evidence.selector.exact)}", cite(evidence)]
    if evidence.plain:
        lines.append(f"In plain words: {evidence.plain}")
    return "\n".join(lines)


def _in_quotation_marks(words: str) -> str:
    """The words as they are; what is one quotation already needs no second pair of marks."""
    inner = words[1:-1]
    one = words[:1] == "“" and words[-1:] == "”" and not {"“", "”"}.intersection(inner)
    return words if one else f"“{words}”"


def _held(item: Item, law: bool) -> Iterator[str]:
    """How the source holds the claim; nothing of a plain claim without a source."""
    holder = item.holder.name if item.holder else "somebody"
    match item.stance:
        case Stance.FACT:
            if item.status is not Status.UNPROVEN or item.evidence:
                yield "A primary source of law." if law else "Stated as fact."
        case Stance.ATTRIBUTED:
            yield f"According to {holder}."
        case Stance.OPINION:
            yield f"An opinion of {holder}."
        case Stance.DISPUTED:
            yield f"According to {holder}; the sources differ."
    if item.accuracy:
        yield _ACCURACY[item.accuracy]
    if item.as_of:
        yield f"{'The law as' if law else 'As'} of {in_words(item.as_of)}."
