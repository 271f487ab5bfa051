from export.sample import sample, sample_outcome
from nominate_tui.export.bundle import named
from nominate_tui.export.naming import names_in_table
from nominate_tui.export.score_table import Named, scores_csv


def test_names_are_read_from_the_table_itself() -> None:
    table = scores_csv(sample_outcome(), named(sample().rules))
    assert names_in_table(table, sample_outcome()) == {
        "J1": Named("bo", "Bo"),
        "J2": Named("anna", "Anna"),
        "J3": Named("cy", "Cy"),
    }


def test_a_table_without_names_names_nobody() -> None:
    assert names_in_table(scores_csv(sample_outcome()), sample_outcome()) is None


def test_what_is_no_table_names_nobody() -> None:
    assert [names_in_table(data, sample_outcome()) for data in (b"", b"\xff", b'"')] == [None, None, None]


def test_an_empty_table_leaves_everybody_under_a_pseudonym() -> None:
    head = scores_csv(sample_outcome(), named(sample().rules)).split(b"\r\n")[0] + b"\r\n"
    assert names_in_table(head, sample_outcome()) == {name: Named(name, name) for name in ("J1", "J2", "J3")}
