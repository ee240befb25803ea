"""What is said of an archive of everything that is brought in; what it holds is told by ui/kit/archive_words.py."""


def lacking_words(files: int) -> str:
    """That some files of its imports are not in it; "" where none is missing."""
    if not files:
        return ""
    which = f"{files} files that were imported are" if files > 1 else "A file that was imported is"
    return f"{which} not in it: deleted for good before the export, or taken out after it."


def overruled_words(acts: int) -> str:
    """That some edits in it say otherwise of what was edited here; "" where none does."""
    if not acts:
        return ""
    which = f"{acts} edits in it say" if acts > 1 else "An edit in it says"
    return f"{which} otherwise of what you edited here, too: what you said here stays."
