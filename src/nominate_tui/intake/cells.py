"""Tells where the cell of a row stands, in the way of the file it is in."""


def cell_place(place: int | str, column: int) -> int | str:
    """The place of a cell, by the place of its row and the index of its column: `Ark1!7` and 1 make `Ark1!B7`.

    A row of a text file or of a list has no addresses for its cells: its own place stands for them.
    """
    sheet, mark, row = str(place).rpartition("!")
    return f"{sheet}!{column_letters(column)}{row}" if mark else place


def column_letters(column: int) -> str:
    """The letters of a column as spreadsheets have them, by its index: A to Z, then AA."""
    letters = ""
    number = column + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
