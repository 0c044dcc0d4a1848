"""The command `roleplay`. `--version` is answered before anything else is loaded."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run the command line; the exit status is 0 on success, 2 on wrong use, 1 otherwise."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments in (["--version"], ["-V"]):
        from roleplay import __version__

        sys.stdout.write(f"roleplay {__version__}\n")
        return 0
    from roleplay.cli import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
