"""A review of a span she picks, beside the span before it: what changed, what held, what she noted.

    spans     which days, and which they are compared with
    measures  each rating, sleep, moments and signs: the middle then and now, and the difference
    moments   what was counted: moments, who started, how bids were met, what was felt
    events    what began or ended: periods, stages, contexts
    review    the whole
    words     the whole in sentences, in one order for the page, the text and the file

Nothing is praised or blamed: more, less, about the same, or too close to tell.
"""
