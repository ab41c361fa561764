"""A report as files: a tagged PDF set by typst, and a page that opens and prints anywhere.

document  which pictures a report needs, and its cells and words as they may be written
drawing   how a chart is described for paper
svg       what a picture may hold that comes back from a browser
typeset   the PDF
page      the page
"""
