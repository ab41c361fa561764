"""The days of a reading in cycle time, her own estimates in the place of a fixed luteal phase.

PACTS imputes ovulation 15 days before the next onset; where her record was read, the estimate made
from her own cycles stands there instead (it lies closer: see docs/cycle/forecast.md).
"""

from journal.cycle.basis import Basis
from journal.cycle.cycle_time import cycle_times
from journal.cycle.cycle_time_values import CycleTime
from journal.cycle.cycles import CycleEnd
from journal.cycle.reading import CycleReading
from journal.domain.ranges import DateRange


def reading_times(reading: CycleReading, range_: DateRange) -> list[CycleTime]:
    """Place every date of a span in cycle time, one entry each, oldest first.

    Observed ovulations are confirmed, estimated ones imputed; a cycle that no onset ended is read
    like an open one.
    """
    closed = [read for read in reading.cycles if read.cycle.end is not None]
    seen = [
        read.ovulation.date
        for read in reading.cycles
        if read.ovulation and read.ovulation.basis is Basis.OBSERVED
    ]
    estimated = {
        read.cycle.end: read.ovulation.date
        for read in closed
        if read.cycle.end and read.ovulation and read.ovulation.basis is Basis.ESTIMATED
    }
    return cycle_times(
        [read.cycle.onset for read in reading.cycles],
        seen,
        range_,
        imputed=estimated,
        unended=[r.cycle.onset for r in closed if r.cycle.ended_by is not CycleEnd.NEXT_ONSET],
    )
