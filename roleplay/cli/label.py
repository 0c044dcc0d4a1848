"""`roleplay label rep|prospect`: what lines on stdin do, as JSON lines."""

from __future__ import annotations

import argparse

from roleplay.cli.parts import read_lines, write_json
from roleplay.listener.label import label_lines


def label(options: argparse.Namespace) -> int:
    """Label every line of stdin."""
    for answer in label_lines(options.kind, read_lines()):
        write_json(answer)
    return 0
