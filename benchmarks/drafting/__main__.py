"""How good drafts are on articles that nobody tuned to, and how fast they come.

    python -m benchmarks.drafting split FOLDER                    which articles are held out
    python -m benchmarks.drafting sheet -o NAME ARTICLE…          NAME-items.md, NAME-sheet.csv, NAME-key.json
    python -m benchmarks.drafting report KEY.json SHEET.csv…      acceptance, wrong keys, yield, agreement
    python -m benchmarks.drafting speed ARTICLE…                  sentences a second beside the splitter alone

The protocol is in benchmarks/drafting/README.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.drafting import rating, sampling, speed


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.drafting", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    commands = parser.add_subparsers(dest="command", required=True)
    split = commands.add_parser("split")
    split.add_argument("folder", type=Path)
    sheet = commands.add_parser("sheet")
    sheet.add_argument("-o", "--output", required=True)
    sheet.add_argument("--seed", default="1")
    sheet.add_argument("--tray", action="store_true", help="rate the tray too, as kinds of its own")
    sheet.add_argument("articles", nargs="+", type=Path)
    report = commands.add_parser("report")
    report.add_argument("key", type=Path)
    report.add_argument("sheets", nargs="+", type=Path)
    fast = commands.add_parser("speed")
    fast.add_argument("articles", nargs="+", type=Path)
    arguments = parser.parse_args(argv)
    if arguments.command == "split":
        for path in sorted(arguments.folder.iterdir()):
            print("held" if sampling.held_out(path.name) else "tune", path.name)
    elif arguments.command == "sheet":
        sampling.write(
            arguments.articles, Path(arguments.output), arguments.seed, tray=arguments.tray
        )
    elif arguments.command == "report":
        key = json.loads(arguments.key.read_text("utf-8"))
        print(rating.report(key, [rating.read(path) for path in arguments.sheets]))
    else:
        speed.main(arguments.articles)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
