import ast
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from string import Formatter

import pytest
from babel.messages.catalog import Message

from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _, decimal, language_of_user, later, ngettext
from nominate_tui.tui.commands import CHAIR, EVERYWHERE, JUROR, Command
from refresh_danish import (
    MO,
    PO,
    SOURCE,
    as_mo,
    as_po,
    extracted,
    forms,
    messages,
    refreshed,
    written,
)

MARKS = {"_": 1, "later": 1, "ngettext": 2, "nlater": 2}
"""How many of the first arguments of each mark are messages."""

PERCENT = re.compile(r"%\((\w+)\)\w")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """What is spoken is one choice for the whole process: the next test finds English."""
    yield
    catalogue.use("en")


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Where one of these functions or methods is called, and how; the file that makes the marks is left out."""
    for path in sorted(set(SOURCE.rglob("*.py")) - {SOURCE / "locale" / "catalogue.py"}):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name_of(node) in names:
                yield f"{path.relative_to(SOURCE).as_posix()}:{node.lineno}", node


def name_of(call: ast.Call) -> str:
    """The last part of what is called: `fail` of `self.fail(…)`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def marked() -> Iterator[tuple[str, ast.expr]]:
    """Every argument that a mark takes for a message, and where it stands."""
    for where, call in calls(*MARKS):
        yield from ((where, argument) for argument in call.args[: MARKS[name_of(call)]])


def literal(node: ast.expr) -> str | None:
    """A string that is written out, `None` for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def placeholders(text: str) -> set[str]:
    """What is filled in, by name."""
    named = {field for _text, field, _spec, _conversion in Formatter().parse(text) if field is not None}
    return named | set(PERCENT.findall(text))


def of_catalogue() -> list[Message]:
    return list(messages(written()))


# The catalogue and the code


def test_the_catalogue_has_the_messages_of_the_code_in_their_order_and_no_other() -> None:
    assert [message.id for message in of_catalogue()] == [message.id for message in messages(extracted())]


def test_the_catalogue_keeps_nothing_that_is_obsolete() -> None:
    assert list(written().obsolete) == []


def test_every_message_has_its_danish() -> None:
    missing = [message.id for message in of_catalogue() if not all(forms(message.string))]
    assert missing == []


def test_no_danish_is_only_a_guess() -> None:
    assert [message.id for message in of_catalogue() if message.fuzzy] == []


def test_a_message_with_two_forms_has_two_in_danish() -> None:
    counts = [(len(forms(message.id)), len(forms(message.string))) for message in of_catalogue()]
    assert [english for english, danish in counts if english != danish] == []


def test_the_danish_fills_in_what_the_english_fills_in() -> None:
    differ = [
        (english, danish)
        for message in of_catalogue()
        for english, danish in zip(forms(message.id), forms(message.string), strict=True)
        if placeholders(english) != placeholders(danish)
    ]
    assert differ == []


def test_danish_counts_one_apart_from_all_other_numbers() -> None:
    catalog = written()
    assert (catalog.num_plurals, catalog.plural_expr) == (2, "(n != 1)")
    assert str(catalog.locale) == "da"


def test_the_compiled_catalogue_is_the_one_that_is_written() -> None:
    assert MO.read_bytes() == as_mo(written())


def test_the_written_catalogue_is_as_a_refresh_leaves_it() -> None:
    # As text: a checkout may end its lines in another way.
    assert PO.read_text(encoding="utf-8") == as_po(refreshed()).decode("utf-8")


def test_the_same_words_give_the_same_bytes() -> None:
    assert as_po(refreshed()) == as_po(refreshed())
    assert as_mo(refreshed()) == as_mo(written())


def test_no_file_tells_a_line_number_or_when_it_was_made() -> None:
    text = PO.read_text(encoding="utf-8")
    assert re.findall(r"^#: .*:\d+", text, re.MULTILINE) == []
    assert re.findall(r"Date|Generated-By|EMAIL", text + MO.read_bytes().decode("utf-8", "ignore")) == []


# The marks in the code


def test_everything_that_is_marked_is_found() -> None:
    found = {form for message in messages(extracted()) for form in forms(message.id)}
    assert {text for _where, argument in marked() if (text := literal(argument)) is not None} == found


def test_no_message_is_put_together_before_it_is_translated() -> None:
    composed = (ast.JoinedStr, ast.BinOp, ast.Call)
    assert [where for where, argument in marked() if isinstance(argument, composed)] == []


def test_constants_and_counted_messages_are_written_out_where_they_are_marked() -> None:
    waiting = calls("later", "ngettext", "nlater")
    arguments = ((where, a) for where, call in waiting for a in call.args[: MARKS[name_of(call)]])
    assert [where for where, argument in arguments if literal(argument) is None] == []


ERRORS = ("NominateError", "NotAllowed", "ChangedMeanwhile", "InUse", "CannotStore")
MISUSES = ("UsageError", "BadParameter", "fail")
SHOWN = ("notify", "Content", "Option", "Static", "say", "tell", "SystemCommand")


def words(node: ast.expr) -> str:
    """What is written out of an argument, if it has a word of four letters or more."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    text = "".join(literal(part) or "" for part in parts)
    return text if re.search(r"[A-Za-z]{4}", text) else ""


def test_what_goes_wrong_is_told_in_words_that_are_marked() -> None:
    told = [
        (where, words(argument))
        for where, call in calls(*ERRORS, *MISUSES)
        for argument in (
            *call.args[:1],
            *(k.value for k in call.keywords if k.arg in ("message", "todo")),
        )
    ]
    told += [
        (where, words(argument))
        for where, call in calls("Problem")
        for argument in (
            *call.args[3:],
            *(k.value for k in call.keywords if k.arg in ("message", "todo")),
        )
    ]
    assert [each for each in told if each[1]] == []


def test_what_is_shown_is_said_in_words_that_are_marked() -> None:
    shown = [(where, words(argument)) for where, call in calls(*SHOWN) for argument in call.args[:1]]
    assert [each for each in shown if each[1]] == []


# The Danish


def test_an_indstilling_is_never_called_nominated_which_means_shortlisted() -> None:
    danish = [text for message in of_catalogue() for text in forms(message.string)]
    assert [text for text in danish if re.search(r"\bnominer", text, re.IGNORECASE)] == []


@pytest.mark.parametrize("command", [*JUROR, *CHAIR, *EVERYWHERE], ids=lambda command: command.action)
def test_the_name_of_a_key_is_short_enough_for_the_footer(command: Command) -> None:
    catalogue.use("da")
    assert len(_(command.label)) <= 12


def test_signs_stand_in_the_danish_as_in_the_english() -> None:
    signs = re.compile("[⚑✎×≈●◐○≠→·]")
    differ = [
        message.id
        for message in of_catalogue()
        if signs.findall(forms(message.id)[-1]) != signs.findall(forms(message.string)[-1])
    ]
    assert differ == []


# The language spoken


def test_danish_is_spoken_when_it_is_asked_for() -> None:
    catalogue.use("da")
    assert (catalogue.language(), _("yes"), _("{n} of {all} ballots confirmed").format(n=3, all=5)) == (
        "da",
        "ja",
        "3 af 5 stemmesedler bekræftet",
    )


def test_danish_has_its_own_form_for_one_and_for_many() -> None:
    catalogue.use("da")
    told = [ngettext("from {n} juror", "from {n} jurors", n).format(n=n) for n in (0, 1, 2)]
    assert told == ["fra 0 jurymedlemmer", "fra 1 jurymedlem", "fra 2 jurymedlemmer"]


def test_a_language_that_is_not_known_is_spoken_as_english() -> None:
    catalogue.use("da")
    catalogue.use("xx")
    assert (catalogue.language(), _("yes")) == ("en", "yes")


def test_another_language_is_spoken_for_a_while_in_one_thread_alone() -> None:
    catalogue.use("en")
    with ThreadPoolExecutor(1) as pool, catalogue.speaking("da"):
        assert (catalogue.language(), _("yes")) == ("da", "ja")
        assert pool.submit(lambda: (catalogue.language(), _("yes"))).result() == ("en", "yes")
        with catalogue.speaking("en"):
            assert _("yes") == "yes"
        assert _("yes") == "ja"
    assert (catalogue.language(), _("yes")) == ("en", "yes")


def test_english_counts_without_a_catalogue() -> None:
    catalogue.use("en")
    assert [ngettext("{n} word", "{n} words", n).format(n=n) for n in (1, 2)] == ["1 word", "2 words"]


def test_what_is_only_marked_is_translated_when_it_is_shown() -> None:
    catalogue.use("da")
    assert (later("finished"), _(later("finished"))) == ("finished", "færdig")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "DA"}, "da"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "da_DK.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "da_DK.UTF-8"}, "da"),
        ({"LANG": "en_GB", "LC_MESSAGES": "en_GB", "LC_ALL": "da_DK"}, "da"),
        ({"LC_MESSAGES": "da_DK", "LC_ALL": "C"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "da_DK"}, "da"),
        ({"LC_TIME": "da_DK", "LANG": "en_US"}, "en"),
        ({"LANGUAGE": "da", "LC_ALL": "en_GB"}, "da"),
        ({"LANGUAGE": "en:da", "LANG": "da_DK"}, "en"),
    ],
)
def test_the_user_asks_with_language_before_lc_all_before_lc_messages_before_lang(
    environment: dict[str, str], language: str
) -> None:
    assert language_of_user(environment) == language


@pytest.mark.parametrize(
    ("language", "written_so"), [("da", ["4,13", "12", "-0,5", ""]), ("en", ["4.13", "12", "-0.5", ""])]
)
def test_a_number_is_written_as_the_language_writes_it(language: str, written_so: list[str]) -> None:
    catalogue.use(language)
    assert [decimal(number) for number in ("4.13", "12", "-0.5", "")] == written_so
