from journal.connection.bids_words import WHAT_IS_KNOWN


def test_what_is_known_says_whose_numbers_they_are() -> None:
    studies, *_ = WHAT_IS_KNOWN
    assert studies.startswith("In John Gottman’s newlywed studies")
    assert "in his books he reports 86 % and 33 %" in studies
    assert "No peer-reviewed table with these two numbers was found." in studies


def test_five_to_one_belongs_to_conflicts_and_nothing_is_a_score() -> None:
    _, five_to_one, of_whom, own = WHAT_IS_KNOWN
    assert "belongs to talks about a conflict" in five_to_one
    assert "no target for a whole day" in five_to_one
    assert "between you and your partner" in of_whom
    assert own == "What you see here is your own record, not a score."
