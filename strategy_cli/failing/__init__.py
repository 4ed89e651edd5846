"""How a run can end early: a failure or a mistyped command line, each one sentence in the reader's language."""
