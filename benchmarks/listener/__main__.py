"""Measures both readers on the held-out fifth: `python -m benchmarks.listener [rep|prospect]`.

The baselines are trained on the development part and tested on the same lines. scikit-learn is needed for them.
"""

from __future__ import annotations

import sys
import time

from benchmarks.listener import report
from benchmarks.listener.split import DATA, read
from roleplay import listener
from roleplay.listener.scope import Scope


def rep(text: str, prev: str | None) -> tuple[str, float]:
    reading = listener.read_rep(text, Scope(lines=(prev,) if prev else ()))
    return reading.lead.value, reading.confidence


def prospect(text: str, prev: str | None) -> tuple[str, float]:
    line = listener.read_prospect(text, prev)
    return line.reply.value, line.confidence


READERS: dict[str, report.Reader] = {"rep": rep, "prospect": prospect}


def measure(kind: str) -> None:
    reader, dev, held = (
        READERS[kind],
        list(read([DATA / f"{kind}.dev.jsonl"])),
        list(read([DATA / f"{kind}.held.jsonl"])),
    )
    truth = [row["label"] for row in held]
    reader("Hello.", None)
    started = time.perf_counter()
    said = [reader(row["text"], row["prev"]) for row in held]
    spent = 1000 * (time.perf_counter() - started) / len(held)
    given, sure = [label for label, _ in said], [confidence for _, confidence in said]
    print(f"\n== {kind}: {len(held)} lines held out of {len(held) + len(dev)}, {spent:.2f} ms a line\n")
    report.per_class(truth, given)
    print()
    for name, labels in {"this listener": given, **report.baselines(dev, held)}.items():
        print(f"{name:32} macro-F1 {report.macro(truth, labels):.3f}   accuracy {report.accuracy(truth, labels):.3f}")
    if kind == "prospect":
        report.prospect_extras(truth, given)
    report.calibration(truth, given, sure)
    report.robustness(held, given, reader)
    report.confusion(truth, given)


def main(arguments: list[str]) -> int:
    if any(argument not in READERS for argument in arguments):
        print(__doc__)
        return 2
    for kind in arguments or READERS:
        measure(kind)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
