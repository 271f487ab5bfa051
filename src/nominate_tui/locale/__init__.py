"""Danish and English: English stands in the code, Danish in a gettext catalogue beside this file."""
