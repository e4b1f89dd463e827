"""The widgets of the tab *Review*; what they do stands in ``review_panel.py``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Optional

from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QAbstractTableModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ..common.messages import plain_label

CLASS = 2
"""Column of the class, which the sentence and the lines below the list say as well."""
ROOM_FOR_CLASS = 440
"""Least width of the list, in pixels, that leaves the sentence more room than the class."""
Acts = Sequence[Sequence[tuple[str, str, str, Callable[[], None]]]]
"""Rows of buttons: object name, text, key, what to do."""


class _List(QTableView):
    """The list; where it is narrow it has no column for the class, so that the sentence can be read."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the class where there is room."""
        self.setColumnHidden(CLASS, self.viewport().width() < ROOM_FOR_CLASS)
        super().resizeEvent(event)


class ReviewWidgets(QWidget):
    """Layer, order and filters, the list, pictures, the sentence and the buttons.

    Signals:
        chosen: another layer.
        filtered: another order or filter.
        asked: a question was entered, or taken away.
        looked: another row of the list.
    """

    chosen = pyqtSignal()
    filtered = pyqtSignal()
    asked = pyqtSignal()
    looked = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("DescribeChangesReview")

    def build(self, table: QAbstractTableModel, pictures: QWidget, acts: Acts) -> None:
        """Make the widgets.

        Args:
            table: the sites of the list.
            pictures: before and after of the one that is looked at.
            acts: the buttons.
        """
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._head())
        inner.addWidget(self._list(table), 1)
        inner.addWidget(pictures)
        inner.addLayout(self._reading())
        area = QgsScrollArea()  # on a low screen this is scrolled, and the buttons stay in view
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(body)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addLayout(self._buttons(acts))

    def _head(self) -> QVBoxLayout:
        self.layers = QComboBox()
        self.layers.setObjectName("mReviewLayer")
        self.layers.setAccessibleName(tr("Layer that is reviewed"))
        self.layers.currentIndexChanged.connect(lambda _index: self.chosen.emit())
        self.order = QComboBox()
        self.order.setObjectName("mReviewOrder")
        self.order.setAccessibleName(tr("Order of the list"))
        for text, key in (
            (tr("Surest first"), "score"),
            (tr("Largest first"), "area"),
            (tr("By class"), "class"),
            (tr("Most doubtful first"), "doubt"),
            (tr("By place"), "tile"),
        ):
            self.order.addItem(text, key)
        self.only_changed = QCheckBox(tr("Changed only"))
        self.only_changed.setObjectName("mReviewChanged")
        self.only_changed.setChecked(True)
        self.only_open = QCheckBox(tr("Open only"))
        self.only_open.setObjectName("mReviewOpen")
        self.only_class = QComboBox()
        self.only_class.setObjectName("mReviewClass")
        self.only_class.setAccessibleName(tr("Class of the changed areas"))
        self.only_class.addItem(tr("All classes"), "")
        for combo in (self.layers, self.order, self.only_class):  # a long name must not widen the dock
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        for combo in (self.order, self.only_class):
            combo.currentIndexChanged.connect(lambda _index: self.filtered.emit())
        for box in (self.only_changed, self.only_open):
            box.toggled.connect(lambda _checked: self.filtered.emit())
        row, filters = QHBoxLayout(), QHBoxLayout()
        for widget in (self.order, self.only_class):
            row.addWidget(widget)
        for widget in (self.only_changed, self.only_open):
            filters.addWidget(widget)
        self.question = QLineEdit()
        self.question.setObjectName("mReviewQuestion")
        self.question.setAccessibleName(tr("Question about the sites"))
        self.question.setPlaceholderText(tr("Ask (in English): houses gone, larger than 200 m2, in the south-west"))
        self.question.setToolTip(tr("Return shows the sites that answer it; empty the box to see all again."))
        self.question.setClearButtonEnabled(True)
        self.question.returnPressed.connect(self.asked.emit)
        self.question.textChanged.connect(lambda text: None if text else self.asked.emit())
        self.answer = plain_label("mReviewAnswer")
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.answer.hide()
        self.progress = QProgressBar()
        self.progress.setObjectName("mReviewProgress")
        column = QVBoxLayout()
        column.addWidget(self.layers)
        column.addLayout(row)
        filters.addWidget(self.question, 1)  # no line of its own: on a small screen the buttons must fit, too
        column.addLayout(filters)
        column.addWidget(self.answer)
        column.addWidget(self.progress)
        return column

    def _list(self, table: QAbstractTableModel) -> QTableView:
        self.view = _List()
        self.view.setObjectName("mReviewList")
        self.view.setAccessibleName(tr("Sites or tiles to judge"))
        self.view.setModel(table)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.verticalHeader().setVisible(False)
        header = self.view.horizontalHeader()
        for section in (0, 1, 4):  # the class has its width, the sentence what is left
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.view.setColumnWidth(CLASS, 90)
        self.view.setWordWrap(False)
        self.view.setMinimumHeight(110)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # it gives way first
        self.view.verticalHeader().setDefaultSectionSize(22)
        self.view.selectionModel().currentRowChanged.connect(lambda _new, _old: self.looked.emit())
        return self.view

    def _reading(self) -> QVBoxLayout:
        self.caption = _box("mReviewCaption", tr("Sentence"), tr("Write your own sentence; Ctrl+Return keeps it"))
        self.facts = _box(
            "mReviewFacts", tr("Facts"), tr("State facts of your own; Ctrl+Return keeps them, marked as not measured")
        )
        self.about = plain_label("mReviewAbout")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout()
        self.caption_label, self.facts_label = QLabel(tr("Sentence")), QLabel(tr("Facts"))
        for label, box in ((self.caption_label, self.caption), (self.facts_label, self.facts)):
            label.setBuddy(box)
            column.addWidget(label)
            column.addWidget(box)
        column.addWidget(self.about)
        return column

    def _buttons(self, acts: Acts) -> QGridLayout:
        """Return the buttons, all of one width in each column."""
        grid = QGridLayout()
        self.buttons: dict[str, QPushButton] = {}
        self.actions_by_name: dict[str, QAction] = {}
        for line, row in enumerate(acts):
            for column, (name, text, key, slot) in enumerate(row):
                grid.addWidget(self._button(name, text, key, slot), line, column)
        for column in range(grid.columnCount()):
            grid.setColumnStretch(column, 1)
        return grid

    def _button(self, name: str, text: str, key: str, slot: Callable[[], None]) -> QPushButton:
        """Return a button that does the same as its key, which stands on it."""
        button = self.buttons[name] = QPushButton(with_key(text, key))
        button.setObjectName(name)
        button.setMinimumWidth(40)  # a narrow dock cuts words off before it refuses to be narrow
        button.setToolTip(with_key(text, key))
        button.clicked.connect(lambda _checked=False: slot())
        # An action rather than QShortcut, which moved to another Qt module in Qt 6.
        action = self.actions_by_name[name] = QAction(text, self)
        action.setObjectName(f"mAction{name[1:]}")
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: slot())
        self.addAction(action)
        return button


def with_key(text: str, key: str) -> str:
    """Return what a button does with the key that does the same, as this computer writes it."""
    written = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({written.replace('Return', '⏎')})"


def _box(name: str, accessible: str, tip: str) -> QPlainTextEdit:
    """Return a box of a few lines for words of the analyst's own."""
    box = QPlainTextEdit()
    box.setObjectName(name)
    box.setMaximumHeight(40)
    box.setTabChangesFocus(True)
    box.setAccessibleName(accessible)
    box.setToolTip(tip)
    return box
