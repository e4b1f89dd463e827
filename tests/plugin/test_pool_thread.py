"""Work in one more thread of a full pool: it begins at once, and the pool is as large as before when it has ended."""

from __future__ import annotations

import threading

import pytest
from conftest import wait_until
from describe_changes.plugin.processing.pool_thread import in_pool
from qgis.PyQt.QtCore import QRunnable, QThreadPool
from qgis.PyQt.QtGui import QColor, QImage


class Holder(QRunnable):
    """Keeps a thread until it is let go."""

    def __init__(self):
        super().__init__()
        self.setAutoDelete(False)
        self.begun, self.go = threading.Event(), threading.Event()

    def run(self):
        self.begun.set()
        self.go.wait(20)


@pytest.fixture
def full_pool(one_thread):
    pool, holder, waiting = QThreadPool.globalInstance(), Holder(), Holder()
    assert wait_until(lambda: pool.activeThreadCount() == 0)
    pool.start(holder)
    assert holder.begun.wait(5)
    pool.start(waiting)
    yield pool, waiting
    for one in (holder, waiting):
        one.go.set()
    assert wait_until(lambda: pool.activeThreadCount() == 0)


def beside(work):
    """Do work in a thread that is neither the main one nor of the pool, as later QGIS does its tasks."""
    told = []

    def run():
        try:
            told.append(in_pool(work))
        except ValueError as error:
            told.append(error)

    threading.Thread(target=run, daemon=True).start()
    assert wait_until(lambda: told)
    return told[0]


def test_a_large_picture_is_converted_while_others_hold_the_pool(full_pool):
    def convert():
        picture = QImage(1024, 1024, QImage.Format.Format_ARGB32)
        picture.fill(QColor(1, 2, 3))
        return picture.convertToFormat(QImage.Format.Format_RGBA8888).pixelColor(1000, 1000).blue()

    pool, waiting = full_pool
    assert beside(convert) == 3
    assert wait_until(lambda: pool.activeThreadCount() == pool.maxThreadCount() == 1)
    assert not waiting.begun.is_set()  # the place was for this work only


def test_what_the_work_raises_is_raised_here(full_pool):
    def fail():
        raise ValueError("no")

    assert str(beside(fail)) == "no"
    assert wait_until(lambda: full_pool[0].activeThreadCount() == 1)
