"""A user's mistakes: each marked line is one, and both checkers must report it on that line."""

from __future__ import annotations

import httpx
import taskrouter
from taskrouter import (
    ApiResponse,
    AsyncTaskRouter,
    Headers,
    TaskRouter,
    Workspace,
    WorkspacePrioritizeQueueOrder,
)
from taskrouter.testing import FakeTaskRouter
from train_travel import TrainTravel

client = TaskRouter("AC1", "secret")
waiting = AsyncTaskRouter("AC1", "secret")
trains = TrainTravel(auth=("a", "b"))
fake = FakeTaskRouter()


def arguments() -> None:
    """What is passed."""
    client.workspaces.create()  # mistake: a required argument is missing
    client.workspaces.create("Support")  # mistake: passed by place instead of by name
    client.workspaces.create(friendly_nam="Support")  # mistake: a misspelt argument
    client.workspaces.create(friendly_name=None)  # mistake: null where there is none
    client.workspaces.create(friendly_name=5)  # mistake: a number where text belongs
    client.workspaces.create(friendly_name="a", template="FIFI")  # mistake: a misspelt value
    client.workspaces.update("WS1", prioritize_queue_order="lifo")  # mistake: a value in other case
    client.workspaces.update("WS1", multi_task_enabled="yes")  # mistake: text where a flag belongs
    client.workspaces.update("WS1", default_activity_sid=None)  # mistake: null in an update
    client.workspaces.fetch()  # mistake: a forgotten id
    client.workspaces.fetch("WS1", "WS2")  # mistake: an id too many
    client.workspaces.fetch(1)  # mistake: a number for an id
    client.workspaces.list(page_size="50")  # mistake: text where a number belongs
    client.workspaces.list(limit=1.5)  # mistake: a fraction of items
    client.workspaces().tasks.list()  # mistake: a forgotten id of an ancestor
    client.workspaces("WS1").tasks.update("WT1", assignment_status="done")  # mistake: unknown value
    trains.trips.list(origin="a", destination="b")  # mistake: one of three required ones missing


def places() -> None:
    """Where things are in the tree."""
    client.workspace.fetch("WS1")  # mistake: a resource in the singular
    client.tasks.list()  # mistake: a resource without its ancestor
    client.workspaces.tasks.list()  # mistake: a child of the collection instead of the item
    client.workspaces("WS1").fetch()  # mistake: a verb on the item
    client.workspaces.get("WS1")  # mistake: a verb the API does not have
    client.workspaces("WS1").events.delete("EV1")  # mistake: a verb others have


def answers() -> None:
    """What comes back."""
    made = client.workspaces.create(friendly_name="a")
    print(made.friendlyName)  # mistake: the name of the wire
    print(made.friendly_name.upper())  # mistake: a field that may be absent
    made.friendly_name = "b"  # mistake: a frozen model
    print(made["sid"])  # mistake: a model as a dict
    text: str = made.date_created  # mistake: a time as text
    print(client.workspaces.delete("WS1").sid)  # mistake: a field of no content
    response: ApiResponse[Headers] = made  # mistake: an answer for its metadata
    print(made.response.status)  # mistake: a misspelt attribute of the metadata
    print(client.workspaces.list()[0])  # mistake: a list that follows pages has no index
    print(len(client.workspaces.list()))  # mistake: nor a length
    Workspace("WS1")  # mistake: fields of a model by place
    Workspace(sid=1)  # mistake: a field of another type
    print(WorkspacePrioritizeQueueOrder.LILO)  # mistake: a value the enumeration lacks
    print(text, response, sep="")
    print(taskrouter.Missing)  # mistake: a name that the package does not have


def options() -> None:
    """Clients and their options."""
    TaskRouter("AC1", "secret", retries=2)  # mistake: a misspelt option
    TaskRouter("AC1", "secret", max_retries="2")  # mistake: an option of another type
    TaskRouter("AC1", "secret", http_client=httpx.AsyncClient())  # mistake: the other http client
    client.with_options(timeouts=3)  # mistake: a misspelt change
    client.request("GET", "/", body={})  # mistake: a part that requests do not have
    fake.fail("429")  # mistake: text for a status
    print(client.request("GET", "/").response.headers.x_left)  # mistake: a header nobody documents
    for page in client.workspaces.list().pages():
        told = page.response.headers
        left: int = told.x_rate_limit_remaining  # mistake: a header's text as a number
        print(left)


async def awaiting() -> None:
    """Sync where async belongs, and the other way round."""
    await client.workspaces.fetch("WS1")  # mistake: awaiting the sync client
    print(waiting.workspaces.fetch("WS1").sid)  # mistake: an answer that is not awaited
    for task in waiting.workspaces("WS1").tasks.list():  # mistake: iterating without async
        print(task)
    async for task in client.workspaces("WS1").tasks.list():  # mistake: async over the sync list
        print(task)
    with waiting:  # mistake: entering without async
        print("in")
    await waiting.workspaces.list()  # mistake: awaiting a list
