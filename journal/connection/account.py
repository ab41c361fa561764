"""The account: deposits, withdrawals and a balance that fades; a picture of what she noted.

balance(t) = balance(t − 1) × 2^(−1 / half-life) + deposits(t) − withdrawals(t)
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class BalanceDay:
    """One date of the account.

    Attributes:
        deposits: What the day's moments put in, 0 or more.
        withdrawals: What they took out, 0 or more.
        balance: At the end of the day; it may be below zero.
        moments: How many moments the day has.
    """

    date: date
    deposits: float
    withdrawals: float
    balance: float
    moments: int
