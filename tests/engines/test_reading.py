"""A link in the hands of its reader, and the desk where several are kept."""

from journal.domain.grants import GrantPreset
from journal.domain.moments import Author
from journal.domain.ranges import DateRange
from journal.domain.replies import Reply, ReplyKind
from journal.sharing.reply_file import ReplyFile, read_reply
from tests.engines.page import Page, eventually
from tests.engines.world import GRANT_OF_THE_FILE, PASSPHRASE, WORDS, World
from tests.support.day_form import her_today

CHART_DRAWN = """
return finding.all(".chart .cartesianlayer path").filter(finding.seen).length > 0
"""
CHOOSE = """
const [field, words] = arguments;
field.value = [...field.options].find(option => option.label === words).value;
field.dispatchEvent(new Event("change", { bubbles: true }));
"""


def test_a_link_opens_and_a_comment_arrives_in_the_journal(page: Page, world: World) -> None:
    page.open(world.address(GrantPreset.COACH))
    page.says(WORDS)
    page.until(CHART_DRAWN)
    page.fits()
    words = f"Calmer <here>, in {page.engine}"
    page.press("Comment on this part: Ratings over time")
    page.fill("Your words", words)
    assert page.small_fields() == []
    page.press("Send")
    page.says("Sent. It will be seen")
    (reply,) = [reply for reply in world.journal.replies() if reply.words == words]
    assert (reply.kind, reply.subject) == (ReplyKind.COMMENT, "ratings")


def test_a_partner_opens_the_card_with_a_passphrase_and_adds_a_moment(
    page: Page, world: World
) -> None:
    page.open(world.address(GrantPreset.PARTNER, PASSPHRASE))
    page.fill("Passphrase", "lantern quay")
    page.press("Open")
    page.says("Nothing opened.")
    page.refill("Passphrase", PASSPHRASE)
    page.press("Open")
    page.says("Come & <sit> with me.")
    page.fits()
    today = DateRange.last_days(1, her_today())

    def added() -> int:
        moments = world.journal.moments(today)
        return len([one for one in moments if one.author is Author.PARTNER])

    before = added()
    assert page.small_fields() == []
    page.run(CHOOSE, page.named("field", "What it was"), "Long hug")
    page.press("Add it")
    page.says("Added. It stands in the journal as yours.")
    assert before + 1 == added()


def test_the_desk_keeps_a_link_and_a_file_and_writes_a_reply(page: Page, world: World) -> None:
    page.open(f"{world.server.url}/desk")
    assert page.small_fields() == []
    page.fill("A link you were given", world.address(GrantPreset.COACH))
    page.fill("Your own name for them", "Anna")
    page.press("Put on the desk")
    page.named("heading", "Anna")
    page.until(CHART_DRAWN)
    page.press("← Back to the desk")
    page.choose_file(world.sealed, "#desk-file")
    page.fill("Its passphrase", PASSPHRASE)
    page.fill("Your own name for them", "Bea")
    page.press("Put on the desk")
    page.named("heading", "Bea")
    page.until(CHART_DRAWN)
    page.fits()
    page.press("Comments")
    assert page.small_fields() == []
    page.fill("What you want to say", "Thank you – all of it")
    page.press("Add to the reply")
    page.says("1 thing you wrote goes into it.")

    page.reload()
    page.says("Anna")
    page.says("Bea")
    (card,) = [
        card
        for card in page.until("return finding.all('#desk-clients li.card')")
        if page.run("return arguments[0].innerText.includes('Bea')", card)
    ]
    page.click(page.run("return [...arguments[0].querySelectorAll('button')][0]", card))
    page.press("Comments")
    page.fill("Passphrase of the file you were sent", PASSPHRASE)
    page.press("Save the reply")
    content = page.downloaded(".json").read_bytes()
    said = (Reply(ReplyKind.COMMENT, "Thank you – all of it"),)
    assert ReplyFile(GRANT_OF_THE_FILE, said) == read_reply(content, PASSPHRASE)

    page.press("← Back to the desk")
    page.press("Remove everything")
    page.click(page.until("return finding.all('dialog[open] button')[0]"))
    page.says("Nobody yet.")
    eventually(lambda: page.count("#desk-clients li.card") == 0, "an empty desk")
