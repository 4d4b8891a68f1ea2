from __future__ import annotations

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.note import Note


class Notes(Resource):
    """Notes: ``client.desks().notes``."""

    def update(
        self,
        note: str,
        *,
        from_: str | Omit = OMIT,
        list: bool | Omit = OMIT,
        note_query: str | Omit = OMIT,
        self_: str | Omit = OMIT,
        class_: str | Omit = OMIT,
        max_size: int | Omit = OMIT,
        max_size_camel: int | Omit = OMIT,
        n1_st: str | Omit = OMIT,
        if_match: str | Omit = OMIT,
        session: str | Omit = OMIT,
        note_json: str | Omit = OMIT,
        extra: str | Omit = OMIT,
    ) -> Note:
        """Update note.

        Args:
            note: The note.
            from_: A keyword of the language.
            list: A builtin.
            note_query: The same name as in the path.
            self_: What methods call their owner.
            class_: A name with two underscores on each side.
            max_size: Not a name in Python.
            max_size_camel: The same words as the one before.
            n1_st: Starts with a digit.
            if_match: Version of the note.
            session: The session.
            note_json: The same name again, in the body.
            extra: A name every model has.
        """
        return self._send(
            "POST /desks/{id}/notes/{note}",
            note,
            into=Note,
            query={
                "from": from_,
                "list": list,
                "note": note_query,
                "self": self_,
                "__class__": class_,
                "max-size": max_size,
                "maxSize": max_size_camel,
                "1st": n1_st,
            },
            headers={"If-Match": if_match},
            cookies={"session": session},
            json={"note": note_json, "extra": extra},
        )


class AsyncNotes(AsyncResource):
    """Notes, awaited; see ``Notes``."""

    async def update(
        self,
        note: str,
        *,
        from_: str | Omit = OMIT,
        list: bool | Omit = OMIT,
        note_query: str | Omit = OMIT,
        self_: str | Omit = OMIT,
        class_: str | Omit = OMIT,
        max_size: int | Omit = OMIT,
        max_size_camel: int | Omit = OMIT,
        n1_st: str | Omit = OMIT,
        if_match: str | Omit = OMIT,
        session: str | Omit = OMIT,
        note_json: str | Omit = OMIT,
        extra: str | Omit = OMIT,
    ) -> Note:
        """Update note. See ``Notes.update``."""
        return await self._send(
            "POST /desks/{id}/notes/{note}",
            note,
            into=Note,
            query={
                "from": from_,
                "list": list,
                "note": note_query,
                "self": self_,
                "__class__": class_,
                "max-size": max_size,
                "maxSize": max_size_camel,
                "1st": n1_st,
            },
            headers={"If-Match": if_match},
            cookies={"session": session},
            json={"note": note_json, "extra": extra},
        )
