"""A report she can hand to a coach or a clinician: what her record holds, in parts she chooses.

    choices   what goes in: a preset, and every part on or off
    parts     what a part is made of: sentences, lists, tables and what is to be drawn
    standing  where she stands, the evidence for a stage, and what was going on
    cycles    lengths of cycles, and bleeding
    ratings   completeness, ratings over time and over the cycle
    signs     how often each sign was there
    closeness moments, bids, the account and the body
    found     what goes with what, with its intervals and how much was looked at
    report    the whole, with what is left out and how it was worked out

What she leaves out is left out everywhere: no other part, picture or finding tells of it.
"""
