"""Run the command line as ``python -m strategy_cli``."""

import os
from typing import NoReturn

INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line; an interruption while it is still being loaded is as quiet as a later one."""
    try:
        from strategy_cli.cli import main as run
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)
    run()


if __name__ == "__main__":
    main()
