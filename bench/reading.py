"""The bare reading of a document, to compare with: `python reading.py text|csv|calamine|openpyxl FILE`."""

import csv
import sys
from pathlib import Path


def read_text(path: Path) -> int:
    """The characters of a text file, as Python reads it."""
    return len(path.read_text(encoding="utf-8").splitlines())


def read_csv(path: Path) -> int:
    """The rows of a CSV file, as the library of Python reads it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return len(list(csv.reader(file, delimiter=";")))


def read_calamine(path: Path) -> int:
    """The rows of a workbook, by python-calamine."""
    import python_calamine

    return len(python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python())


def read_openpyxl(path: Path) -> int:
    """The rows of a workbook, by openpyxl in its read-only mode."""
    import openpyxl

    return len(list(openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True)))


if __name__ == "__main__":
    readers = {"text": read_text, "csv": read_csv, "calamine": read_calamine, "openpyxl": read_openpyxl}
    print(readers[sys.argv[1]](Path(sys.argv[2])))
