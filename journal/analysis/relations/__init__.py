"""What goes with what: the questions asked of a record, and honest answers to them.

    daily     the record laid out day by day, read once
    questions what is asked
    answers   what is said, with how sure it is and how many questions were asked

Every answer comes from one engine, `analysis.day_memory`.
"""
