from __future__ import annotations

from typing import Any

from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import Items


class V1Stops(Resource):
    """V1 stops: ``client.v1.stops``."""

    def list(self) -> Items[dict[str, Any]]:
        """List stops."""
        return self._send("GET /v1/stops", into=Items[dict[str, Any]])


class AsyncV1Stops(AsyncResource):
    """V1 stops, awaited; see ``V1Stops``."""

    async def list(self) -> Items[dict[str, Any]]:
        """List stops. See ``V1Stops.list``."""
        return await self._send("GET /v1/stops", into=Items[dict[str, Any]])
