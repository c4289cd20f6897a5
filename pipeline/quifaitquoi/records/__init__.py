"""Frozen records that pass between the stages, one module a stage.

Offsets are Unicode code points. Within the stages they count in `CleanText.text`;
`CleanText.raw_span` turns them into offsets of the file as decoded, which is what every table
holds.
"""
