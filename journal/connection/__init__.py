"""Connection: bids, the account, time apart, intentions and the ladder; values and dates only."""
