import csv
import io
from collections import defaultdict
from dataclasses import replace
from fractions import Fraction

from export.sample import GOLDEN, sample, sample_ballots, sample_ranking
from nominate_tui.export.score_table import scores_csv
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.round import Round


def rows(round: Round, *, with_names: bool = False) -> list[dict[str, str]]:
    table = scores_csv(round, sample_ballots(), sample_ranking(round), with_names=with_names)
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def test_the_danish_table_is_the_golden_one() -> None:
    round = sample()
    assert scores_csv(round, sample_ballots(), sample_ranking(round)) == (GOLDEN / "scores.csv").read_bytes()


def test_the_english_table_with_names_is_the_golden_one() -> None:
    round = sample("en")
    table = scores_csv(round, sample_ballots(), sample_ranking(round), with_names=True)
    assert table == (GOLDEN / "scores.en.names.csv").read_bytes()


def test_no_name_and_no_id_of_a_juror_is_in_it_unless_it_is_asked_for() -> None:
    # The digests of hemmelig:bo, hemmelig:anna and hemmelig:cy begin with 5b2c, 791c and df42.
    assert {row["juror"] for row in rows(sample("en"))} == {"J1", "J2", "J3"}
    assert [row["juror"] for row in rows(sample("en")) if row["nomination"] == "4"] == ["J2", "J2"]
    assert {row["juror"]: row["name"] for row in rows(sample("en"), with_names=True)} == {
        "anna": "Anna",
        "bo": "Bo",
        "cy": "Cy",
    }


def test_the_order_of_the_jury_is_not_given_away() -> None:
    round = sample()
    turned = replace(round, rules=replace(round.rules, jurors=round.rules.jurors[::-1]))
    tables = [scores_csv(each, sample_ballots(), sample_ranking(each)) for each in (round, turned)]
    assert tables[0] == tables[1]


def test_the_overall_scores_can_be_worked_out_again_from_the_counted_scores() -> None:
    round = sample("en")
    reviews: dict[tuple[str, str], list[tuple[Fraction, Fraction]]] = defaultdict(list)
    for row in rows(round):
        if row["counted"] == "yes":
            key = row["nomination"], row["juror"]
            reviews[key].append((Fraction(row["weight"]), Fraction(row["score"])))
    jury: dict[str, dict[str, list[Fraction]]] = defaultdict(lambda: defaultdict(list))
    for (nomination, juror), scores in reviews.items():
        total = sum((weight * score for weight, score in scores), Fraction(0))
        primary = {"4": "1"}.get(nomination, nomination)
        jury[primary][juror].append(total / sum(weight for weight, _score in scores))
    means = {
        nomination: sum((sum(own, Fraction(0)) / len(own) for own in by_juror.values()), Fraction(0))
        / len(by_juror)
        for nomination, by_juror in jury.items()
    }
    ranked = sample_ranking(round).standings
    assert means == {row.nomination: row.mean for row in ranked if row.n}


def test_scores_that_did_not_count_are_on_record() -> None:
    # Bo is out for 2, and Cy did not finish 5.
    left_out = [row for row in rows(sample("en"), with_names=True) if row["counted"] == "no"]
    assert [(row["juror"], row["nomination"], row["criterion"], row["score"]) for row in left_out] == [
        ("bo", "2", "innovation", "3"),
        ("bo", "2", "spread", "5"),
        ("cy", "5", "innovation", "3"),
    ]


def test_scores_of_strangers_and_of_unknown_nominations_are_not_in_it() -> None:
    round = sample()
    review = Review("9", {"innovation": 5})
    more = {
        **sample_ballots(),
        "stranger": Ballot("2026", "stranger", {"1": replace(review, nomination="1")}),
    }
    more["anna"] = more["anna"].with_review(review)
    assert scores_csv(round, more, sample_ranking(round)) == (GOLDEN / "scores.csv").read_bytes()


def test_a_weight_that_is_no_decimal_fraction_is_rounded() -> None:
    bare = sample("en")
    innovation, spread = bare.rules.criteria
    criteria = (replace(innovation, weight=Fraction(1, 3)), spread)
    weights = {row["weight"] for row in rows(replace(bare, rules=replace(bare.rules, criteria=criteria)))}
    assert weights == {"0." + "3" * 28, "37.5"}
