"""Every page of the journal and the way between them."""

from datetime import date, tzinfo
from functools import partial

import streamlit as st

from journal.domain.journal import Journal
from journal.domain.machine import PrivateMachine
from journal.pages import (
    bring,
    by_cycle_day,
    calendar,
    connection,
    cycle,
    more,
    over_time,
    patterns,
    review,
    share,
    take_along,
    today,
    welcome,
)
from journal.views.example_banner import example_banner
from journal.views.navigation import navigation_bars
from journal.views.replies_noticed import WaysToReplies
from journal.views.replies_seen import begin_visit
from journal.views.reply_places import SHARE_PLACE, TODAY_PLACE, ReplyPlace
from journal.views.state import go_to_day, open_day


def render(journal: Journal, day: date, zone: tzinfo, machine: PrivateMachine) -> None:
    """Open the page she asked for; the first minute comes before all others."""
    if not journal.settings().welcomed:
        welcome.render(journal, day)
        return
    sharing = _page(partial(share.render, journal, day, zone), "Share", "share")
    by_place = {SHARE_PLACE: sharing}

    def go(place: ReplyPlace) -> None:
        st.switch_page(by_place[place.page])

    ways = WaysToReplies(sharing, go)
    main = _page(partial(today.render, journal, day, zone, ways), "Today", "edit_note", first=True)
    by_place[TODAY_PLACE] = main

    def show_day(chosen: date) -> None:
        go_to_day(chosen, day)
        st.switch_page(main)

    bringing = _page(partial(bring.render, journal, day), "Bring along", "upload_file")
    taking = _page(partial(take_along.render, journal, day, sharing), "Take along", "download")
    charts = [
        _page(partial(over_time.render, journal, day), "Over time", "show_chart"),
        _page(partial(by_cycle_day.render, journal, day), "By cycle day", "stacked_line_chart"),
        _page(partial(patterns.render, journal, day), "Patterns", "insights"),
        _page(partial(review.render, journal, day), "Review", "description"),
    ]
    pages = [
        main,
        _page(partial(calendar.render, journal, day, show_day), "Calendar", "calendar_month"),
        _page(partial(cycle.render, journal, day), "Cycle", "cycle"),
        _page(partial(connection.render, journal, day), "Connection", "join"),
        *charts,
        _page(
            partial(more.render, journal, day, bringing, taking, share=sharing, machine=machine),
            "More",
            "more_horiz",
        ),
    ]
    by_place |= {page.url_path: page for page in pages if page.url_path}
    chosen = st.navigation([*pages, bringing, taking, sharing], position="hidden")
    navigation_bars(pages, charts=charts, opened=chosen)
    example_banner()
    begin_visit(f"{chosen.url_path} {open_day(day).isoformat()}")
    chosen.run()


def _page(render_page: partial[None], title: str, icon: str, *, first: bool = False) -> st.Page:
    return st.Page(
        render_page,
        title=title,
        icon=f":material/{icon}:",
        url_path=title.lower().replace(" ", "-"),
        default=first,
    )
