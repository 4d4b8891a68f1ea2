from __future__ import annotations

from collections.abc import Sequence

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from ..models.crate import Crate, CrateOrderParam

PAGING = Paging(style="next-url", items="crates", next="meta.next", size="PageSize")


class Crates(Resource):
    """Crates: ``client.crates``."""

    def create(
        self,
        *,
        label: str,
        order: CrateOrderParam | Omit = OMIT,
        fragile: bool | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
    ) -> Crate:
        """Create crate.

        Puts a crate on the shelf.

        Args:
            label: What is written on the crate.
            order: How the crate is emptied. One of `FIFO` or `LIFO`. Defaults to
                `FIFO`.
            fragile: Whether to carry it with both hands.
            tags: Words to find it by.
        """
        return self._send(
            "POST /v1/Crates",
            into=Crate,
            form={"Label": label, "Order": order, "Fragile": fragile, "Tags": tags},
        )

    def list(
        self,
        *,
        page_size: int | Omit = OMIT,
        order: str | Omit = OMIT,
        limit: int | None = None,
    ) -> Pages[Crate]:
        """List crates.

        Args:
            page_size: How many crates to answer with at once. At most 100.
            order: Only crates emptied in this way.
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /v1/Crates",
            item=Crate,
            paging=PAGING,
            limit=limit,
            query={"PageSize": page_size, "Order": order},
        )


class AsyncCrates(AsyncResource):
    """Crates, awaited; see ``Crates``."""

    async def create(
        self,
        *,
        label: str,
        order: CrateOrderParam | Omit = OMIT,
        fragile: bool | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
    ) -> Crate:
        """Create crate. See ``Crates.create``."""
        return await self._send(
            "POST /v1/Crates",
            into=Crate,
            form={"Label": label, "Order": order, "Fragile": fragile, "Tags": tags},
        )

    def list(
        self,
        *,
        page_size: int | Omit = OMIT,
        order: str | Omit = OMIT,
        limit: int | None = None,
    ) -> AsyncPages[Crate]:
        """List crates. See ``Crates.list``."""
        return self._pages(
            "GET /v1/Crates",
            item=Crate,
            paging=PAGING,
            limit=limit,
            query={"PageSize": page_size, "Order": order},
        )
