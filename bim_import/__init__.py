"""IFC in: one file of a building becomes rows of the spatial model, a georeference, a 3D file per floor, and a report.

The bytes are looked at first (`intake`), then a child process reads the file (`gis.sandbox` runs `work`, the only way to
`reader`), so that no file can end the program that imports it.
"""

from __future__ import annotations

from bim_import.georef import Georeference
from bim_import.importing import ModelImport, import_ifc
from bim_import.options import ImportOptions
from bim_import.report import ImportReport

__all__ = ["Georeference", "ImportOptions", "ImportReport", "ModelImport", "import_ifc"]
