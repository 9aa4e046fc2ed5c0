"""Flags: set by any thread, awaited in any loop."""

from __future__ import annotations

import asyncio
import threading

from kernelwire.local.flags import Flag

LIMIT = 60.0


def test_it_is_seen_by_all_that_wait_wherever_they_do() -> None:
    flag = Flag()
    seen: list[bool] = []
    waiting = threading.Barrier(4)

    async def wait() -> None:
        task = asyncio.ensure_future(flag.within(LIMIT))
        await asyncio.sleep(0)
        await asyncio.to_thread(waiting.wait, LIMIT)
        seen.append(await task)

    threads = [threading.Thread(target=lambda: asyncio.run(wait())) for _ in range(3)]
    for thread in threads:
        thread.start()
    waiting.wait(LIMIT)
    assert not flag
    flag.set()
    for thread in threads:
        thread.join(LIMIT)
    assert seen == [True, True, True]
    assert flag
    assert asyncio.run(flag.within(0))


def test_who_gave_up_is_forgotten() -> None:
    flag = Flag()

    async def give_up() -> None:
        assert not await flag.within(0.001)
        task = asyncio.ensure_future(flag.within(None))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()

    asyncio.run(give_up())
    assert not flag._waiting
    flag.set()


def test_a_loop_that_is_closed_does_no_harm() -> None:
    flag = Flag()
    loop = asyncio.new_event_loop()
    task = loop.create_task(flag.within(None))
    loop.call_soon(loop.stop)
    loop.run_forever()
    loop.close()
    flag.set()
    assert flag
    task.get_coro().close()  # type: ignore[union-attr]  # a coroutine, not an awaitable of C
    task._log_destroy_pending = False  # type: ignore[attr-defined]
