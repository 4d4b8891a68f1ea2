"""Your own code: docs2sdk wrote this file once, and leaves the folder alone from then on.

What ``__all__`` lists is exported by the package, too. No name of the package can be in it.
"""

from __future__ import annotations

__all__: list[str] = []
