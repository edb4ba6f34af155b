"""What `civicsquiz banks --standards` prints: which curriculum codes the banks cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from civicsquiz.app import App
from civicsquiz.bank.models import Bank
from civicsquiz.bank.standards import BRIEF, coverage
from civicsquiz.cli import output


def tell(app: App, banks: Sequence[Bank], form: str) -> int:
    """List each code with the number of items in each bank; the exit status."""
    covered = coverage(banks)
    if form == "json":
        values = {
            code: {
                "brief": BRIEF.get(code),
                "items": [f"{bank.id}/{item.id}" for bank, item in pairs],
            }
            for code, pairs in covered.items()
        }
        output.say_json(app, {"standards": values})
        return 0
    for code, pairs in covered.items():
        brief = f"  {BRIEF[code]}" if code in BRIEF else ""
        output.say(app, f"{code}{brief}")
        counted = Counter(bank.id for bank, _ in pairs)
        told = ", ".join(f"{bank} {count}" for bank, count in counted.items())
        count = f"{len(pairs)} item{'' if len(pairs) == 1 else 's'}"
        output.say(app, output.wrapped(f"{count}: {told}"))
    without = sum(not item.standards for bank in banks for item in bank.asked)
    total = sum(len(bank.asked) for bank in banks)
    output.say(app, f"{total - without} of {total} items carry a code.")
    return 0
