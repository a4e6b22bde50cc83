"""VisiLibity: all round."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import numpy as np
import visilibity as vis
from clip import sector_area
from rings import rings_of

scene = json.load(sys.stdin)
edges, eyes = np.array(scene["edges"]), scene["eyes"]
outer, holes = rings_of(edges, eyes[0])
walls = [vis.Polygon([vis.Point(float(x), float(y)) for x, y in outer])]
walls += [vis.Polygon([vis.Point(float(x), float(y)) for x, y in hole[::-1]]) for hole in holes]
environment = vis.Environment(walls)
spent, areas = 0.0, []
for eye in eyes:
    began = time.process_time()
    seen = vis.Visibility_Polygon(vis.Point(eye[0], eye[1]), environment, 1e-7)
    spent += time.process_time() - began
    areas.append(sector_area([(seen[i].x(), seen[i].y()) for i in range(seen.n())], eye))
sys.stdout.write(json.dumps({"cpu_s": spent, "areas": areas}))
