import csv
import io
from collections import defaultdict
from dataclasses import replace
from fractions import Fraction

from export.sample import GOLDEN, outcome_of, sample, sample_ballots, sample_outcome, sample_ranking
from nominate_tui.export.bundle import named
from nominate_tui.export.score_table import scores_csv
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.round import Round


def mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def rows(round: Round, *, with_names: bool = False) -> list[dict[str, str]]:
    names = named(round.rules) if with_names else None
    table = scores_csv(outcome_of(round, sample_ballots()), names)
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def test_the_danish_table_is_the_golden_one() -> None:
    assert scores_csv(sample_outcome()) == (GOLDEN / "scores.csv").read_bytes()


def test_the_english_table_with_names_is_the_golden_one() -> None:
    table = scores_csv(sample_outcome("en"), named(sample("en").rules))
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
    tables = [scores_csv(outcome_of(each, sample_ballots())) for each in (round, turned)]
    assert tables[0] == tables[1]


def test_the_overall_scores_can_be_worked_out_again_from_the_counted_scores() -> None:
    round = sample("en")
    counted = [row for row in rows(round) if row["counted"] == "yes"]
    weights = {row["criterion"]: Fraction(row["weight"]) for row in counted}
    middle = {
        id: mean([Fraction(row["score"]) for row in counted if row["criterion"] == id]) for id in weights
    }
    reviews: dict[tuple[str, str], dict[str, Fraction]] = defaultdict(dict)
    for row in counted:
        reviews[row["nomination"], row["juror"]][row["criterion"]] = Fraction(row["score"])
    jury: dict[str, dict[str, list[Fraction]]] = defaultdict(lambda: defaultdict(list))
    for (nomination, juror), scores in reviews.items():
        # Each score as far as it is from the mean on its criterion, which matters where one was abstained from.
        apart = {id: weights[id] * (score - middle[id]) for id, score in scores.items()}
        expected = sum((weights[id] * middle[id] for id in weights), Fraction(0)) / sum(weights.values())
        said = expected + sum(apart.values(), Fraction(0)) / sum(weights[id] for id in scores)
        jury[{"4": "1"}.get(nomination, nomination)][juror].append(said)
    found = {
        nomination: mean([mean(own) for own in by_juror.values()]) for nomination, by_juror in jury.items()
    }
    ranked = sample_ranking(round).standings
    assert found == {row.nomination: row.mean for row in ranked if row.n}


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
    assert scores_csv(outcome_of(round, more)) == (GOLDEN / "scores.csv").read_bytes()


def test_a_weight_that_is_no_decimal_fraction_is_rounded() -> None:
    bare = sample("en")
    innovation, spread = bare.rules.criteria
    criteria = (replace(innovation, weight=Fraction(1, 3)), spread)
    weights = {row["weight"] for row in rows(replace(bare, rules=replace(bare.rules, criteria=criteria)))}
    assert weights == {"0." + "3" * 28, "37.5"}
