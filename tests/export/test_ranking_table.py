from dataclasses import replace

from export.sample import GOLDEN, sample, sample_outcome, sample_ranking
from nominate_tui.export.ranking_table import ranking_csv
from nominate_tui.model.round import Round
from nominate_tui.ranking.certainty import Certainty, PlaceRange
from nominate_tui.ranking.rank import rank
from ranking.rounds import ballots_of, round_of


def lines(round: Round) -> list[str]:
    return ranking_csv(round, sample_ranking(round)).decode("utf-8-sig").splitlines()


def test_the_danish_table_is_the_golden_one() -> None:
    round = sample()
    made = ranking_csv(round, sample_ranking(round), sample_outcome().certainty)
    assert made == (GOLDEN / "ranking.csv").read_bytes()


def test_the_english_table_is_the_golden_one() -> None:
    round = sample("en")
    made = ranking_csv(round, sample_ranking(round), sample_outcome("en").certainty)
    assert made == (GOLDEN / "ranking.en.csv").read_bytes()


def test_the_plain_mean_the_probability_and_the_ranks_stand_at_the_end() -> None:
    round = sample("en")
    places = {"3": PlaceRange(0.99975, 1, 2), "2": PlaceRange(1 / 3, 1, 3), "1": PlaceRange(0.0, 2, 4)}
    found = ranking_csv(round, sample_ranking(round), Certainty(places)).decode("utf-8-sig").splitlines()
    assert [line.split(",")[-4:] for line in found] == [
        ["mean", "in_shortlist", "rank_low", "rank_high"],
        ["4.00", "0.99975", "1", "2"],
        ["4.00", "0.333333", "1", "3"],
        ["3.74", "0.0", "2", "4"],
        ["3.74", "", "", ""],
        ["", "", "", ""],
    ]


def test_there_is_a_row_for_each_ranked_nomination_and_none_for_those_it_stands_for() -> None:
    assert [line.split(";")[:2] for line in lines(sample())[1:]] == [
        ["1", "3"],
        ["2", "2"],
        ["3=", "1"],
        ["3=", "6"],
        ["", "5"],
    ]


def test_numbers_have_the_decimals_of_the_round() -> None:
    bare = sample()
    round = replace(bare, rules=replace(bare.rules, decimals=1))
    third = lines(round)[3].split(";")
    assert (third[1], third[4:9]) == ("1", ["3,7", "2", "4,0", "3,0", "0,2"])


def test_scores_below_zero_stay_numbers() -> None:
    table = {"anna": {"a": (-3,)}}
    round = round_of("a", table, {"innovation": 1})
    found = ranking_csv(round, rank(round, ballots_of(round, table), ())).decode("utf-8-sig").splitlines()
    assert found[1] == "1,a,Title a,,-3.00,1,-3.00,,1,0,0,0,0,0,no,yes,,,-3.00,,,"


def test_a_round_without_nominations_is_a_heading() -> None:
    round = round_of("", ["anna"], {"innovation": 1})
    assert ranking_csv(round, rank(round, {}, ())).decode("utf-8-sig") == (
        "rank,nomination,title,organisation,overall,n,criterion_innovation,disagreement,"
        "complete,recused,abstained,unfinished,missing,unassigned,below_quorum,shortlist,separated_by,stands_for,"
        "mean,in_shortlist,rank_low,rank_high\r\n"
    )
