"""Banks in other programs' files: read into portable questions, written from them, and what was lost.

portable.py    a question as the formats know it: kinds, answers with their share of the mark
loss.py        what could not be carried, by item and field
importing/     portable questions -> the text of a bank whose items are unproven
exporting/     a bank -> portable questions, each with its passage in the general feedback
markup/        the HTML, Markdown and plain text that the formats hold
recognising.py which format a file is in, by its content; registry.py which formats there are;
               unrecognised.py what is wrong with a file of none
safe/          archives, XML and databases from anywhere, opened within bounds
gift/ aiken/ moodle_xml/ qti12/ qti21/ anki/ csv/   one format each: `read` and `write`
"""
