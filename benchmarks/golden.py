"""Write the golden transcripts anew: `python -m benchmarks.golden`. Look at the difference before you keep it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "cli" / "golden"


def main() -> None:
    for said in sorted(GOLDEN.glob("*.said")):
        who = said.stem.split("-")[0]
        command = [sys.executable, "-m", "roleplay", "talk", who, "--level", "2", "--seed", "7", "--json"]
        with tempfile.TemporaryDirectory() as home:
            env = os.environ | {"ROLEPLAY_HOME": home}
            done = subprocess.run(command, input=said.read_bytes(), capture_output=True, check=True, env=env)
        events = [json.loads(line) for line in done.stdout.splitlines()]
        events[0].pop("version")
        lines = [json.dumps(event, ensure_ascii=False) for event in events]
        said.with_suffix(".jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{said.stem}: {events[-1]['total']}")


if __name__ == "__main__":
    main()
