"""Run the command line as ``python -m strategy_cli``."""

from strategy_cli.cli import main

main()
