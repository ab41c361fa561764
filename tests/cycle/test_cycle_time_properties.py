"""Rules of cycle time that hold for any onsets and ovulations.

`Restated` says the rules of PACTS (Nagpal et al. 2025) a second time, one day after the other and
without regard to speed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from journal.cycle.cycle_time import cycle_times, layer_shares
from journal.cycle.cycle_time_values import CycleTime, Layer
from journal.domain.ranges import DateRange

# 29 February 2024 lies in reach.
FIRST = date(2023, 12, 20)
SPAN_DAYS = 180
Pair = tuple[float, float]


@dataclass(frozen=True)
class Restated:
    """Onsets and ovulations as whole days since some first day."""

    onsets: Sequence[int]
    ovulations: Sequence[int]

    def onset_until(self, day: int) -> int | None:
        """The last onset up to a day."""
        return max((onset for onset in self.onsets if onset <= day), default=None)

    def onset_after(self, day: int) -> int | None:
        """The first onset after a day."""
        return min((onset for onset in self.onsets if onset > day), default=None)

    def ovulations_around(self, day: int) -> list[int]:
        """The confirmed ovulations of the cycle a day lies in."""
        same = (self.onset_until(day), self.onset_after(day))
        return [
            ovulation
            for ovulation in self.ovulations
            if same == (self.onset_until(ovulation), self.onset_after(ovulation))
        ]

    def length(self, day: int) -> int:
        """The length of that cycle; 0 while it is not closed."""
        begins, ends = self.onset_until(day), self.onset_after(day)
        return 0 if begins is None or ends is None else ends - begins

    def imputed_ovulation(self, day: int) -> int | None:
        """The ovulation to impute in that cycle."""
        ends = self.onset_after(day)
        if ends is None or not 21 <= self.length(day) <= 35 or self.ovulations_around(day):
            return None
        ovulation = ends - 15
        return None if any(abs(ovulation - o) <= 7 for o in self.ovulations) else ovulation

    def scaled(self, day: int, first: int, last: int, days: Sequence[int]) -> Pair | None:
        """Place a day by its two landmarks if its phase has one of these lengths."""
        begins, ends = self.onset_until(day), self.onset_after(day)
        if begins is not None and day <= first and first - begins + 1 in days:
            return (day - begins) / (first - begins), (day - first) / (first - begins)
        if ends is not None and day > last and ends - last - 1 in days:
            return (day - ends) / (ends - last), (day - last) / (ends - last)
        return None

    def unpinned(self, layer: Layer, day: int) -> Pair | None:
        """Place a day in one layer, onsets as the phase they open."""
        begins, ends = self.onset_until(day), self.onset_after(day)
        around = self.ovulations_around(day)
        imputed = self.imputed_ovulation(day)
        if layer is Layer.IMPUTED:
            if imputed is None or day == imputed:
                return None if imputed is None else (1, 0)
            usual = range(8, 26) if day < imputed else range(7, 19)
            return self.scaled(day, imputed, imputed, usual)
        if not around or day in around:
            return (1, 0) if around and layer is Layer.CONFIRMED else None
        first, last = min(around), max(around)
        if layer is Layer.CONFIRMED:
            usual = range(8, 26) if day < first else range(7, 19)
            return self.scaled(day, first, last, usual)
        if begins is None or ends is None or not 21 <= self.length(day) <= 35:
            return None
        too_long = range(26, 999) if day < first else range(19, 999)
        return self.scaled(day, first, last, too_long)

    def position(self, layer: Layer, day: int) -> Pair | None:
        """Place a day in one layer, onsets as the end of the phase they close."""
        if day in self.onsets and self.position(layer, day - 1) is not None:
            return (0, 1)
        return self.unpinned(layer, day)

    def luteal_length(self, day: int) -> int | None:
        """The days between ovulation and onset, on those days."""
        around, ends = self.ovulations_around(day), self.onset_after(day)
        if not around or ends is None or day <= max(around):
            return None
        length = ends - max(around) - 1
        return length if 7 <= length <= 18 else None


@st.composite
def bodies(draw: st.DrawFn) -> Restated:
    """Cycles short, usual and long, with none, one or several ovulations in each."""
    # Mostly lengths near the limits, where rules meet.
    lengths = st.one_of(st.integers(19, 37), st.integers(1, 60))
    onsets = [draw(st.integers(0, 40))]
    for length in draw(st.lists(lengths, max_size=4)):
        onsets.append(onsets[-1] + length)
    likely = [draw(st.integers(onset - 25, onset + 3)) for onset in onsets if draw(st.booleans())]
    stray = draw(st.lists(st.integers(0, SPAN_DAYS), max_size=4))
    kept = onsets if draw(st.integers(0, 9)) else []
    return Restated(kept, sorted({*likely, *stray}))


def at(day: int) -> date:
    return FIRST + timedelta(days=day)


def computed(body: Restated, begins: int = -30, ends: int = SPAN_DAYS + 110) -> list[CycleTime]:
    onsets, ovulations = ([at(day) for day in days] for days in (body.onsets, body.ovulations))
    return cycle_times(onsets, ovulations, DateRange(at(begins), at(ends)))


spans = st.tuples(st.integers(-30, SPAN_DAYS), st.integers(0, 40)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@given(bodies(), spans)
@example(Restated([0, 28], [0]), (0, 29))
@example(Restated([0, 1, 2, 30], [16]), (0, 31))
@example(Restated([0, 21], [-1]), (0, 22))
@example(Restated([0, 21], [-2]), (0, 22))
@example(Restated([0, 35], [34]), (0, 36))
@example(Restated([0, 30, 60], [25, 44]), (0, 61))
def test_every_day_lies_where_the_rules_put_it(body: Restated, span: tuple[int, int]) -> None:
    for day, time in zip(range(*span), computed(body, *span), strict=True):
        assert at(day) == time.date
        assert body.position(Layer.CONFIRMED, day) == time.confirmed
        assert body.position(Layer.IMPUTED, day) == time.imputed
        assert body.position(Layer.EXTENDED, day) == time.extended
        assert body.luteal_length(day) == time.luteal_length


@given(bodies(), spans)
def test_a_part_of_the_time_is_placed_as_in_the_whole(
    body: Restated, span: tuple[int, int]
) -> None:
    whole = {time.date: time for time in computed(body)}
    assert [whole[at(day)] for day in range(*span)] == computed(body, *span)


@given(bodies())
def test_only_an_onset_lies_in_more_than_one_layer(body: Restated) -> None:
    onsets = {at(day) for day in body.onsets}
    for time in computed(body):
        layers = (time.confirmed, time.imputed, time.extended)
        assert time.date in onsets or layers.count(None) >= 2


@given(bodies())
def test_no_position_lies_outside_its_scale(body: Restated) -> None:
    for time in computed(body):
        if time.position is not None:
            assert -1 < time.position.menses_centred <= 1
            assert -1 <= time.position.ovulation_centred <= 1


@given(bodies(), st.dictionaries(st.integers(0, 6), st.integers(1, 40), max_size=6))
def test_estimates_never_touch_what_was_confirmed(
    body: Restated, before_days: dict[int, int]
) -> None:
    onsets = [at(day) for day in body.onsets]
    ovulations = [at(day) for day in body.ovulations]
    range_ = DateRange(at(-30), at(SPAN_DAYS + 110))
    imputed = {
        onsets[place]: onsets[place] - timedelta(days=days)
        for place, days in before_days.items()
        if place < len(onsets)
    }
    for plain, estimated in zip(
        cycle_times(onsets, ovulations, range_),
        cycle_times(onsets, ovulations, range_, imputed=imputed),
        strict=True,
    ):
        assert plain._replace(imputed=None) == estimated._replace(imputed=None)


@given(bodies())
def test_a_later_onset_never_moves_a_day_of_a_cycle_that_is_closed(body: Restated) -> None:
    last = max(body.onsets, default=0)
    later = Restated([*body.onsets, last + 29] if body.onsets else [last + 29], body.ovulations)
    # The days before the first onset wait for it, and so may the open cycle.
    known = slice(0, last + 30 if body.onsets else 0)
    assert computed(body)[known] == computed(later)[known]


@given(bodies(), st.integers(-4000, 4000))
def test_shifting_every_date_shifts_every_day(body: Restated, by: int) -> None:
    shifted = Restated([day + by for day in body.onsets], [day + by for day in body.ovulations])
    there = computed(shifted, by - 30, by + SPAN_DAYS)
    here = computed(body, -30, SPAN_DAYS)
    assert [time[1:] for time in here] == [time[1:] for time in there]


@given(bodies())
def test_the_layers_and_the_days_in_none_share_all_days(body: Restated) -> None:
    times = computed(body)
    shares = layer_shares(times)
    assert len(times) == shares.days
    rates = [shares.rate(layer) for layer in Layer]
    assert abs(1 - sum(rate for rate in rates if rate is not None)) < 1e-12
    for layer, count in (
        (Layer.CONFIRMED, shares.confirmed),
        (Layer.IMPUTED, shares.imputed),
        (Layer.EXTENDED, shares.extended),
        (Layer.NONE, shares.unplaced),
    ):
        assert sum(time.layer is layer for time in times) == count
