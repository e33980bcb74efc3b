"""Stories to files of many kinds. Pure until the last step, which never replaces a file that it did not write."""

from starproof.bank.exporting.anki import as_anki
from starproof.bank.exporting.files import file_names, write_file, write_folder
from starproof.bank.exporting.page import as_page
from starproof.bank.exporting.texts import as_json_lines, as_markdown
from starproof.bank.exporting.word import as_docx

__all__ = ["as_anki", "as_docx", "as_json_lines", "as_markdown", "as_page", "file_names", "write_file", "write_folder"]
