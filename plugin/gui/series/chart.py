"""Changed area per class over the pairs of a series, drawn in the dock; it grows while a run goes on."""

from __future__ import annotations

import math
from typing import Any, Optional

from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextOption,
)
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from ...i18n import tr
from ...icons import ink, on_dark
from ...numbers import abbreviation, area, area_unit, dates, real, square_metres_in

TICKS = 4
LEAST = QSize(240, 210)


class SeriesChart(QWidget):
    """Bars in groups, one group per pair.

    Signals:
        picked: a pair was clicked; its number, or 0 where the choice was taken back.
    """

    picked = pyqtSignal(int)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("mSeriesChart")
        self.setAccessibleName(tr("Changed area per class and pair of dates"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumSize(LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pairs: list[dict[str, Any]] = []
        self.chosen = 0

    def clear(self) -> None:
        """Forget all pairs."""
        self.pairs, self.chosen = [], 0
        self.update()

    def add(self, pair: dict[str, Any]) -> None:
        """Add a finished pair: an engine's ``pair`` event."""
        self.pairs.append(pair)
        self.setAccessibleDescription("; ".join(self.words(one) for one in self.pairs))
        self.update()

    def choose_last(self) -> None:
        """Choose the latest pair."""
        if self.pairs:
            self._choose(int(self.pairs[-1]["pair"]))

    def words(self, pair: dict[str, Any]) -> str:
        """Return what a pair's bars say."""
        said = []
        for value in pair["classes"]:
            count = int(value["changes"])
            sentence = tr("{0}: {1} in one area") if count == 1 else tr("{0}: {1} in {2} areas")
            if count:
                said.append(sentence.format(value["name"], area(value["changed_area_m2"]), count))
        return f"{dates(pair['from'])} → {dates(pair['to'])}: " + (", ".join(said) or tr("no changed area"))

    def sizeHint(self) -> QSize:
        """Return the size that the dock gives the chart."""
        return LEAST

    def bars(self) -> list[tuple[int, QRectF, QColor]]:
        """Return number of the pair, place and colour of every bar."""
        plot, most = self._plot(), self._top()
        kinds = self._kinds()
        found = []
        for place, pair in enumerate(self.pairs):
            group = self._group(place)
            thick = group.width() * 0.8 / max(len(kinds), 1)
            for value in pair["classes"]:
                changed = float(value["changed_area_m2"])
                if changed <= 0:
                    continue
                high = max(plot.height() * changed / most, 1.0)
                left = group.left() + group.width() * 0.1 + kinds.index(value["name"]) * thick
                bar = QRectF(left, plot.bottom() - high, max(thick - 1, 1.0), high)
                found.append((int(pair["pair"]), bar, QColor(value["colour"])))
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axes, bars, dates and legend in the colours of the window."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if not self.pairs:
            _write(painter, QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, tr("No pair is finished yet."))
            return
        line = ink()
        faint = QColor(line)
        faint.setAlpha(60)
        plot, most, unit = self._plot(), self._top(), self._unit()
        metrics = QFontMetrics(self.font())
        for tick in range(TICKS + 1):
            y = plot.bottom() - plot.height() * tick / TICKS
            painter.setPen(QPen(faint))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QPen(line))
            text = real(most * tick / TICKS / square_metres_in(unit), 6)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            _write(painter, QRectF(0, y - 8, plot.left() - 4, 16), flags, text)
        painter.drawText(
            QRectF(0, 0, plot.right(), metrics.height()), tr("Changed area ({0})").format(abbreviation(unit))
        )
        for place, pair in enumerate(self.pairs):
            group = self._group(place)
            if pair["pair"] == self.chosen:
                painter.fillRect(group, faint)
            for row, date in enumerate((str(pair["from"]), str(pair["to"]))):
                shown = fitting(date, metrics, group.width() - 4, arrow=row == 1)
                y = plot.bottom() + 2 + row * metrics.height()
                where = QRectF(group.left(), y, group.width(), metrics.height())
                _write(painter, where, Qt.AlignmentFlag.AlignCenter, shown)
        for _, bar, colour in self.bars():
            painter.fillRect(bar, colour)
            if on_dark():  # blue on grey has an edge only with a frame
                painter.drawRect(bar)
        self._draw_legend(painter, metrics, plot)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the pair under the mouse, or take the choice back."""
        pair = self._pair_at(event.pos().x())
        if pair is not None:
            self._choose(0 if pair["pair"] == self.chosen else int(pair["pair"]))

    def keyPressEvent(self, event: Any) -> None:
        """Go from pair to pair with the arrow keys; Escape takes the choice back."""
        numbers = [int(pair["pair"]) for pair in self.pairs]
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and numbers:
            place = numbers.index(self.chosen) + steps[event.key()] if self.chosen in numbers else 0
            self._choose(numbers[min(max(place, 0), len(numbers) - 1)])
        elif event.key() == Qt.Key.Key_Escape and self.chosen:
            self._choose(0)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say the figures of the pair under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            pair = self._pair_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.words(pair) if pair else "", self)
            return True
        return bool(super().event(event))

    def _choose(self, number: int) -> None:
        self.chosen = number
        self.update()
        self.picked.emit(number)

    def _pair_at(self, x: float) -> Optional[dict[str, Any]]:
        for place, pair in enumerate(self.pairs):
            group = self._group(place)
            if group.left() <= x < group.right():
                return pair
        return None

    def _draw_legend(self, painter: QPainter, metrics: QFontMetrics, plot: QRectF) -> None:
        """Draw what the colours mean, in as many lines as it takes."""
        x, y = plot.left(), plot.bottom() + 2 * metrics.height() + 8
        colours = {value["name"]: value["colour"] for pair in self.pairs for value in pair["classes"]}
        for name, colour in colours.items():
            width = 14 + metrics.horizontalAdvance(name) + 12
            if x > plot.left() and x + width > self.width():
                x, y = plot.left(), y + metrics.height()
            painter.fillRect(QRectF(x, y + 3, 10, 10), QColor(colour))
            painter.drawText(QRectF(x + 14, y, width, metrics.height()), name)
            x += width

    def _plot(self) -> QRectF:
        line = QFontMetrics(self.font()).height()
        left = QFontMetrics(self.font()).horizontalAdvance("0,000.0") + 6
        below = 2 * line + 8 + line * (2 if len(self._kinds()) > 2 else 1) + 4
        top = 1.5 * line + 4
        return QRectF(left, top, max(self.width() - left - 6, 10), max(self.height() - top - below, 10))

    def _group(self, place: int) -> QRectF:
        plot = self._plot()
        width = plot.width() / max(len(self.pairs), 1)
        return QRectF(plot.left() + place * width, plot.top(), width, plot.height())

    def _kinds(self) -> list[str]:
        return list(dict.fromkeys(value["name"] for pair in self.pairs for value in pair["classes"]))

    def _largest(self) -> float:
        return max((float(value["changed_area_m2"]) for pair in self.pairs for value in pair["classes"]), default=0.0)

    def _unit(self) -> Any:
        return area_unit(self._largest())

    def _top(self) -> float:
        """Return the area at the axis' end in m²: four round steps of the unit."""
        square_metres = square_metres_in(self._unit())
        step = self._largest() / square_metres / TICKS
        if step <= 0:
            return TICKS * square_metres
        power = 10.0 ** math.floor(math.log10(step))
        rounded = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= step * (1 - 1e-9))
        return rounded * TICKS * square_metres


def fitting(date: str, metrics: QFontMetrics, width: float, arrow: bool) -> str:
    """Return a date as long as there is room for it: the day, the month, at least the year."""
    texts = [f"→ {date}"] if arrow else []
    texts += [date, date[:7], date[:4]]
    return next((text for text in texts if metrics.horizontalAdvance(text) <= width), date[:4])


def _write(painter: QPainter, place: QRectF, alignment: Any, text: str) -> None:
    """Draw a line of text; Qt 6 takes no flags where Qt 5 did, but both take an option."""
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    painter.drawText(place, text, option)
