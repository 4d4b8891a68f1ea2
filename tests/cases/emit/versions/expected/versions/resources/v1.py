from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .v1_stops import AsyncV1Stops, V1Stops


class V1(Resource):
    """V1: ``client.v1``."""

    @property
    def stops(self) -> V1Stops:
        from . import v1_stops as child

        return child.V1Stops(self)


class AsyncV1(AsyncResource):
    """V1, awaited; see ``V1``."""

    @property
    def stops(self) -> AsyncV1Stops:
        from . import v1_stops as child

        return child.AsyncV1Stops(self)
