"""Makes the runtime, which is data of a pack, importable as `_runtime`."""

from __future__ import annotations

import sys
from pathlib import Path

PACK = Path(__file__).parents[2] / "templates" / "python" / "{package}"
sys.path.insert(0, str(PACK))
