"""Files from anywhere, opened within bounds and in memory: nothing is ever unpacked onto a disk.

    limits.py    how much of anything is read
    archive.py   zip archives, judged by their directory before anything is unpacked, and written
    xml.py       XML without document types, entities and external references
    xml_out.py   XML written, and what XML 1.0 cannot hold
    numbers.py   decimal numbers, exact and of bounded length
    database.py  SQLite databases that are data and nothing else

Each refusal is a `FileError` of one sentence that names what was met.
"""
