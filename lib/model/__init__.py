"""What exists: vocabularies, records, frames, units, weeks and errors. Imports nothing of ours."""
