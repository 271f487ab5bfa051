"""Where a juror is, and where the keys lead."""

from nominate_tui.tui.reading import Reading

HERE = Reading(("1", "2", "3"), ("new", "used", "spread"), "2", "used")


def test_moving_goes_to_the_first_criterion_of_the_next_nomination() -> None:
    assert HERE.move(1) == Reading(HERE.ids, HERE.criteria, "3", "new")


def test_moving_stops_at_both_ends() -> None:
    assert HERE.move(5).nomination == "3"
    assert HERE.move(-5).nomination == "1"


def test_moving_from_a_nomination_that_a_search_left_out_goes_to_the_first_found() -> None:
    assert Reading(("1", "3"), HERE.criteria, "2", "new").move(1).nomination == "1"


def test_moving_in_an_empty_list_stays() -> None:
    nowhere = Reading((), HERE.criteria, "2", "used")
    assert nowhere.move(1) == nowhere


def test_the_next_wanted_one_is_looked_for_round_the_end() -> None:
    assert HERE.next_of({"1"}).nomination == "1"
    assert HERE.next_of({"1", "3"}).nomination == "3"


def test_where_nothing_is_wanted_one_stays() -> None:
    assert HERE.next_of(()) == HERE


def test_where_only_this_one_is_wanted_one_stays_with_it() -> None:
    assert HERE.next_of({"2"}).nomination == "2"


def test_criteria_go_round() -> None:
    assert HERE.turn(1).criterion == "spread"
    assert HERE.turn(2).criterion == "new"
    assert HERE.turn(-2).criterion == "spread"


def test_a_score_goes_on_to_the_next_criterion() -> None:
    assert HERE.after_score(["new"]).criterion == "spread"


def test_a_score_on_the_last_criterion_goes_to_the_first_unscored() -> None:
    assert HERE.on("spread").after_score(["used"]).criterion == "used"


def test_the_last_score_of_a_nomination_stays() -> None:
    assert HERE.on("spread").after_score([]) == HERE.on("spread")


def test_a_search_keeps_the_nomination_where_it_found_it() -> None:
    assert HERE.among(("2", "3")) == Reading(("2", "3"), HERE.criteria, "2", "used")


def test_a_search_that_lost_the_nomination_goes_to_the_first_found() -> None:
    assert HERE.among(("1", "3")).nomination == "1"


def test_a_search_that_finds_nothing_stays_where_it_is() -> None:
    assert HERE.among(()).nomination == "2"
