"""CGAL's visibility polygons through pyvispoly for eyes each in a free space of its own: many scenes at once, areas alone."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import numpy as np
import pyvispoly as pv
from clip import sector_area
from rings import rings_of


def polygon(ring):
    return pv.Polygon([pv.Point(float(x), float(y)) for x, y in ring])


told = []
for scene in json.load(sys.stdin):
    edges, areas, known = np.array(scene["edges"]), [], {}
    for eye in scene["eyes"]:
        outer, holes = rings_of(edges, eye)
        key = outer.tobytes()
        if key not in known:
            whole = pv.PolygonWithHoles(polygon(outer), [polygon(hole[::-1]) for hole in holes])
            known[key] = pv.VisibilityPolygonCalculator(whole)
        seen = known[key].compute_visibility_polygon(pv.Point(eye[0], eye[1]))
        areas.append(sector_area([(float(p.x()), float(p.y())) for p in seen.boundary()], eye))
    told.append(areas)
sys.stdout.write(json.dumps(told))
