"""What is loaded when: a program that is asked for one thing does not wait for the others."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages

import nominate_tui

SCREENS = ("textual", "rich", "click", "psycopg")
HEAVY = ("textual", "rich", "rapidfuzz", "filelock", "tomlkit", "tomli_w", "platformdirs")


def loaded_by(code: str) -> set[str]:
    """The packages that a fresh interpreter has loaded after some code."""
    asked = f"{code}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    finished = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    return set(finished.stdout.split())


def modules() -> list[str]:
    """Every module of the program."""
    folders = [str(Path(nominate_tui.__file__).parent)]
    return [module.name for module in walk_packages(folders, "nominate_tui.")]


def core() -> list[str]:
    """Every module of the floors below the screens."""
    return [name for name in modules() if name.split(".")[1] not in ("tui", "cli", "__main__")]


def test_the_core_loads_no_screen_and_no_command_line() -> None:
    assert {"nominate_tui.jury.juror", "nominate_tui.store.folder", "nominate_tui.errors"} <= set(core())
    loaded = loaded_by("\n".join(f"import {name}" for name in core()))
    assert [package for package in SCREENS if package in loaded] == []


def test_at_least_three_fifths_of_the_code_load_without_a_screen() -> None:
    def lines(name: str) -> int:
        found = find_spec(name)
        assert found is not None
        assert found.origin is not None
        return Path(found.origin).read_text(encoding="utf-8").count("\n")

    without_screen = (name for name in modules() if not name.startswith("nominate_tui.tui."))
    assert sum(map(lines, without_screen)) >= 0.6 * sum(map(lines, modules()))


def test_to_start_the_command_line_loads_nothing_heavy() -> None:
    loaded = loaded_by("import nominate_tui.cli.main")
    assert [package for package in HEAVY if package in loaded] == []


def test_the_help_loads_none_of_the_commands() -> None:
    code = (
        "import sys\n"
        "from nominate_tui.cli.main import run\n"
        "out, sys.stdout = sys.stdout, sys.stderr\n"
        "run(['--help'])\n"
        "sys.stdout = out\n"
        "assert 'nominate_tui.cli.ranking' not in sys.modules\n"
    )
    assert [package for package in HEAVY if package in loaded_by(code)] == []


def test_the_way_to_the_screens_loads_nothing_heavy_before_them() -> None:
    loaded = loaded_by("import nominate_tui.cli.main, nominate_tui.cli.open")
    assert [package for package in HEAVY if package in loaded] == []


def test_scores_are_told_without_drawing_a_table() -> None:
    loaded = loaded_by("import nominate_tui.cli.main, nominate_tui.cli.score, nominate_tui.cli.ranking")
    assert [package for package in ("textual", "rich") if package in loaded] == []
