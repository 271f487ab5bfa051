import tomllib
from pathlib import Path

import pytest

from cli.printing import CommandLine
from nominate_tui.model.what_if import WhatIf
from nominate_tui.ranking.pseudonyms import pseudonyms
from nominate_tui.store.folder import FolderStore

SIGNED = ("--by", "Karen Holm", "--reason", "the meeting agreed")


def shortlist(nominate: CommandLine, round: Path) -> list[str]:
    found: list[str] = nominate.done("ranking", round, "--format", "json").json["shortlist"]
    return found


def test_what_is_adopted_ranks_from_then_on(nominate: CommandLine, small: Path) -> None:
    told = nominate.done("adopt", small, "--weight", "spread=27", *SIGNED)
    assert told.lines == [
        "Decided. In the ranking: 3 enters the shortlist; 4 leaves the shortlist; 1 moves from rank 3 to 4"
    ]
    assert shortlist(nominate, small) == ["2", "3"]
    adopted = next(line for line in nominate.done("ranking", small).lines if line.startswith("Adopted"))
    day = FolderStore(small).round().deliberation.amendments[0].signed.at.date()
    assert adopted == f"Adopted on {day} by Karen Holm: weights: Spread 1 → 27. the meeting agreed"


def test_who_adopted_it_and_why_is_recorded(nominate: CommandLine, small: Path) -> None:
    nominate.done("adopt", small, "--shortlist", 3, "--without", "clara", "--method", "majority", *SIGNED)
    kept = FolderStore(small).round().deliberation.amendments[0]
    assert (kept.signed.by, kept.signed.reason) == ("Karen Holm", "the meeting agreed")
    assert kept.what == WhatIf({}, "majority", 3, frozenset({"clara"}))
    assert kept.before == WhatIf({}, "mean", 2, frozenset())


def test_it_is_taken_back(nominate: CommandLine, small: Path) -> None:
    nominate.done("adopt", small, "--shortlist", 1, *SIGNED)
    told = nominate.done("adopt", small, "--take-back", *SIGNED)
    assert told.lines == ["Decided. In the ranking: 4 enters the shortlist"]
    assert shortlist(nominate, small) == ["2", "4"]


def test_a_juror_is_left_out_beside_those_who_are_already(nominate: CommandLine, small: Path) -> None:
    nominate.done("adopt", small, "--without", "clara", *SIGNED)
    nominate.done("adopt", small, "--without", "bo", *SIGNED)
    assert FolderStore(small).round().deliberation.left_out == {"bo", "clara"}


def test_a_verdict_is_set_aside(nominate: CommandLine, small: Path) -> None:
    nominate.done("settle", 1, 3, "duplicate", "--reason", "one wardrobe", "--round", small)
    nominate.done("adopt", small, "--set-aside", 3, 1, *SIGNED)
    told = nominate.done("ranking", small, "--format", "json").json
    assert [row["nomination"] for row in told["ranking"]] == ["2", "4", "1", "3"]


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (SIGNED, 2, "say what to adopt"),
        (("--take-back", "--shortlist", "3", *SIGNED), 2, "leave the other options out"),
        (("--take-back", *SIGNED), 1, "No amendment stands"),
        (("--shortlist", "2", *SIGNED), 1, "Nothing is different"),
        (("--shortlist", "3", "--reason", "so"), 2, "--by"),
        (("--shortlist", "3", "--by", " ", "--reason", "so"), 1, "A name is needed"),
        (("--shortlist", "3", "--by", "Karen"), 1, "A reason is needed"),
        (("--method", "trimmed", *SIGNED), 1, "needs 5 reviews"),
        (("--weight", "humour=3", *SIGNED), 2, "there is no criterion humour"),
    ],
)
def test_what_cannot_be_adopted_is_refused(
    nominate: CommandLine, small: Path, words: tuple[str, ...], code: int, why: str
) -> None:
    printed = nominate("adopt", small, *words)
    assert (printed.code, printed.out) == (code, "")
    assert why in printed.err
    assert FolderStore(small).round().deliberation.amendments == ()


def test_check_tells_what_was_adopted_and_no_longer_fits(nominate: CommandLine, small: Path) -> None:
    nominate.done("adopt", small, "--weight", "spread=27", *SIGNED)
    file = small / "data" / "deliberation.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("spread = 27", "humour = 27"), encoding="utf-8")
    printed = nominate("check", small)
    assert printed.code == 1
    assert "data/deliberation.toml:2 amendment[1].weights" in printed.out + printed.err


def test_a_result_is_made_by_what_was_adopted_and_holds(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    nominate.done("settle", 1, 3, "duplicate", "--reason", "one wardrobe", "--round", small)
    words = ("--weight", "spread=27", "--without", "clara", "--set-aside", 1, 3, "--shortlist", 3)
    nominate.done("adopt", small, *words, *SIGNED)
    told = nominate.done("ranking", small, "--format", "json").json
    result = tmp_path / "result"
    nominate.done("export", small, "--to", result)
    assert nominate("verify", result).code == 0
    record = tomllib.loads((result / "ranking.toml").read_text(encoding="utf-8"))
    assert record["shortlist"] == told["shortlist"]
    assert [row["overall"] for row in record["ranking"]] == [row["overall"] for row in told["ranking"]]
    clara = pseudonyms(FolderStore(small).rules())["clara"]
    assert record["amendment"][0]["left_out"] == [clara]
    assert record["amendment"][0]["by"] == "Karen Holm"


def test_nobody_who_was_left_out_is_named_in_a_result(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    nominate.done("adopt", small, "--without", "clara", *SIGNED)
    result = tmp_path / "result"
    nominate.done("export", small, "--to", result)
    texts = [path.read_bytes().lower() for path in result.iterdir()]
    assert texts
    assert not any(b"clara" in text or b"friis" in text for text in texts)


def test_the_page_of_a_result_says_what_was_adopted(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    nominate.done("adopt", small, "--shortlist", 3, *SIGNED)
    nominate.done("export", small, "--to", tmp_path / "result")
    page = (tmp_path / "result" / "result.html").read_text(encoding="utf-8")
    day = FolderStore(small).round().deliberation.amendments[0].signed.at.date()
    # Four reviews of anna's, three of bo's, three of clara's.
    sentence = f"The rules were changed on {day}, when 10 reviews had scores: places in the shortlist 2 → 3."
    assert f"<li>{sentence}</li>" in page
    assert (
        f"<bdi>{sentence}</bdi> <bdi>Decided by Karen Holm:</bdi> <q><bdi>the meeting agreed</bdi></q>"
        in page
    )
    assert nominate("verify", tmp_path / "result").code == 0


def test_that_a_reason_names_a_person_is_told_and_the_work_goes_on(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    words = ("--shortlist", 3, "--by", "Karen Holm", "--reason", "Anna Lund was ill")
    adopted = nominate("adopt", small, *words)
    told = (
        "warning: data/deliberation.toml amendment[1]: the reason has Anna Lund in it, and every result tells it as it is"
        " → leave it if everybody may read it, or write it there without\n"
    )
    assert (adopted.code, adopted.lines[0][:8], adopted.err) == (0, "Decided.", told)
    exported = nominate("export", small, "--to", tmp_path / "result")
    assert (exported.code, exported.err) == (0, told)
    assert "Anna Lund was ill" in (tmp_path / "result" / "result.html").read_text(encoding="utf-8")
    # The next one is told of its own reason alone.
    assert nominate("adopt", small, "--take-back", *SIGNED).err == ""


def test_what_a_juror_sees_stays_as_it_was_agreed(nominate: CommandLine, small: Path) -> None:
    before = nominate.done("ballot", small, "--as", "anna").out
    nominate.done("adopt", small, "--weight", "spread=27", "--without", "anna", *SIGNED)
    assert nominate.done("ballot", small, "--as", "anna").out == before
