"""Starts the program: as `nominate-tui`, and as `python -m nominate_tui`."""

import sys


def start() -> None:
    """Run the command line of this process. Ctrl-C while the program is still being loaded ends it as it does later."""
    try:
        from nominate_tui.cli.main import main

        main()
    except KeyboardInterrupt:
        sys.exit(130)  # As shells say it; `cli.main` cannot be asked, for it may not be there yet.


if __name__ == "__main__":
    start()
