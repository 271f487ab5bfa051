"""`python -m nominate_tui` is the same as `nominate-tui`."""

from nominate_tui.cli.main import main

if __name__ == "__main__":
    main()
