from nominate_tui.duplicates.packages import one_document, one_package
from nominate_tui.model.nomination import Nomination, Source


def part(id: str, package: str = "", digest: str = "") -> Nomination:
    return Nomination(
        id,
        f"Part {id}",
        facts={"package": package} if package else {},
        source=Source("a.txt", "1", digest) if digest else None,
    )


def test_parts_of_one_package_are_known_by_its_name_however_it_is_written() -> None:
    assert one_package(part("1", "Proposals for the homeless"), part("2", "PROPOSALS for the homeless.")) == (
        "Proposals for the homeless"
    )
    assert one_package(part("1", "Proposals"), part("2", "Other proposals")) == ""


def test_who_is_in_no_package_shares_none() -> None:
    assert one_package(part("1"), part("2")) == one_package(part("1", "Proposals"), part("2")) == ""


def test_one_document_is_one_digest_and_what_was_typed_in_may_be_of_any() -> None:
    assert one_document(part("1", digest="aa"), part("2", digest="aa"))
    assert one_document(part("1"), part("2", digest="aa"))
    assert not one_document(part("1", digest="aa"), part("2", digest="bb"))
