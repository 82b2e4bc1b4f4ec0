"""Does one thing many times in the same moment, each in a thread of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connections

T = TypeVar("T")


def at_once(times: int, do: Callable[[], T]) -> list[T]:
    """
    Return what each of them returned, or raise what one of them raised.

    They wait for one another before they begin, and each closes its own connection to the database.
    """
    start = Barrier(times)

    def wait_and_do() -> T:
        try:
            start.wait(timeout=30)
            return do()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return [future.result() for future in [pool.submit(wait_and_do) for _ in range(times)]]
