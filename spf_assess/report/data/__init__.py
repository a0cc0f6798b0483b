"""What a consultation publishes, as tables: workbook, CSV, data package, SPSS.

All of it is made from the public export (``Consultation.export_json``), so that no
table tells a number or a word that the JSON document does not (R-401, R-402).
"""

from spf_assess.report.data.delimited import Flavour, write_package
from spf_assess.report.data.spss import spss_file
from spf_assess.report.data.table import Column, Kind, Table
from spf_assess.report.data.tables import tables
from spf_assess.report.data.workbook import workbook

__all__ = [
    "Column",
    "Flavour",
    "Kind",
    "Table",
    "spss_file",
    "tables",
    "workbook",
    "write_package",
]
