"""CGAL's visibility polygons through pyvispoly: exact, all round; the sector is cut off after the clock."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import numpy as np
import pyvispoly as pv
from clip import sector_area
from rings import rings_of

scene = json.load(sys.stdin)
edges, eyes = np.array(scene["edges"]), scene["eyes"]
outer, holes = rings_of(edges, eyes[0])


def polygon(ring):
    return pv.Polygon([pv.Point(float(x), float(y)) for x, y in ring])


arrangement = pv.PolygonWithHoles(polygon(outer), [polygon(hole[::-1]) for hole in holes])
computer = pv.VisibilityPolygonCalculator(arrangement)
spent, areas = 0.0, []
for eye in eyes:
    began = time.process_time()
    seen = computer.compute_visibility_polygon(pv.Point(eye[0], eye[1]))
    spent += time.process_time() - began
    ring = [(float(p.x()), float(p.y())) for p in seen.boundary()]
    areas.append(sector_area(ring, eye))
sys.stdout.write(json.dumps({"cpu_s": spent, "areas": areas}))
