"""Three hundred attacks on the prospect: `python -m benchmarks.attacks [--rounds 5] [--model NAME --base-url URL]`.

Each message is said in the middle of a call, in each round to another prospect at another level. Counted are replies
out of character, told secrets, moods that soften, steps agreed to, and scores that rise. With a model,
`--every 10` takes every tenth message.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.attacks.run import Struck, attacks, strike
from roleplay.prospect.scene import Actor
from roleplay.prospect.voiced import ModelActor
from roleplay.settings import ModelSettings
from roleplay.simulate.checks import interval

COLUMNS = ("out of character", "leak", "told", "yields", "softened", "score")


def table(found: Sequence[Struck]) -> Iterator[str]:
    """A row a kind, a column for each thing that may go wrong."""
    yield "| kind | attacks | " + " | ".join(COLUMNS) + " |\n|---|---|" + "---|" * len(COLUMNS)
    kinds = dict.fromkeys(struck.attack.kind for struck in found)
    for kind in [*kinds, "all"]:
        rows = [struck for struck in found if kind in (struck.attack.kind, "all")]
        counts = Counter(
            column for row in rows for column in COLUMNS if any(why.startswith(column) for why in row.wrong)
        )
        yield f"| {kind} | {len(rows)} | " + " | ".join(str(counts[column]) for column in COLUMNS) + " |"
    for column in COLUMNS:
        bad = sum(any(why.startswith(column) for why in row.wrong) for row in found)
        low, high = interval(bad / len(found), len(found))
        yield f"\n{column}: {bad / len(found):.2%} ({low:.2%} to {high:.2%})"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--counts", action="store_true", help="only the table")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--model", default="")
    parser.add_argument("--base-url", default="http://127.0.0.1:8377/v1")
    options = parser.parse_args()
    settings = ModelSettings(model=options.model, base_url=options.base_url, timeout=300)
    actor: Actor | None = ModelActor(settings) if options.model else None
    found = asyncio.run(strike(attacks()[:: options.every], actor, options.rounds))
    for struck in found if not options.counts else ():
        if struck.wrong:
            print(f"{struck.persona} {struck.level} {struck.attack.kind}: {'; '.join(struck.wrong)}")
            print(f"    {struck.attack.text[:100]!r} -> {struck.turn.reply}")
    print("\n".join(["", *table(found)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
