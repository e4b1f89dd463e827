"""The What's-this texts (Shift+F1) of the plugin's widgets, by object name."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from ...i18n import tr


def explain(root: QWidget) -> None:
    """Give every widget below ``root`` the text of its name; widgets that have one already keep it."""
    known = texts()
    for widget in root.findChildren(QWidget):
        if not widget.whatsThis() and widget.objectName() in known:
            widget.setWhatsThis(known[widget.objectName()])


def texts() -> dict[str, str]:
    """Return what each widget is for, in QGIS's language."""
    return {**_start(), **_describe(), **_options(), **_review(), **_series(), **_engine()}


def _start() -> dict[str, str]:
    return {
        "mRunExample": tr("Puts the example on the map and describes it; installs the engine first if there is none."),
        "mCancelStart": tr("Stops the installation. What is there is kept for the next try."),
        "mShowStart": tr("Whether this page is in front when the panel opens. It stays as the first tab in any case."),
        "mStartOwn": tr("Goes to the tab in which two rasters of your own are chosen."),
        "mStartGuide": tr("Opens the user guide in the browser; it is on this computer."),
        "mStartModels": tr("Shows the installed models, and imports or removes some."),
        "mStartSettings": tr("Opens the page of QGIS's options where the engine is checked, installed or removed."),
    }


def _describe() -> dict[str, str]:
    return {
        "mBeforeLayer": tr(
            "The earlier image: a file with a CRS, or a web map, of which the extent is fetched into a file first. CRS "
            "and resolution may differ."
        ),
        "mAfterLayer": tr(
            "The later image: a file with a CRS, or a web map, of which the extent is fetched into a file first. CRS "
            "and resolution may differ."
        ),
        "mBeforeFile": tr(
            "Opens a raster file, puts it on the map and takes it as the earlier image; also one on a server, where "
            "that is allowed in the settings."
        ),
        "mAfterFile": tr(
            "Opens a raster file, puts it on the map and takes it as the later image; also one on a server, where "
            "that is allowed in the settings."
        ),
        "mBeforeDate": tr(
            "When the earlier image was taken: 2011, 2011-05 or 2011-05-22. Filled in where it is known."
        ),
        "mAfterDate": tr("When the later image was taken: 2011, 2011-05 or 2011-05-22. Filled in where it is known."),
        "mSwapDates": tr("Makes the earlier image the later one and the other way round."),
        "mExtentSource": tr("Which part of the ground that both images cover is described."),
        "mExtentLayer": tr("The layer whose extent is described."),
        "mExtent": tr("The rectangle that is described; draw it on the map or type its corners."),
        "mExtentPolygons": tr("Only tiles that touch a polygon of this layer are described."),
        "mExtentSelected": tr("Only the polygons that are selected now count."),
        "mWebPixel": tr(
            "The resolution in which web maps are fetched, on the ground. Smaller pixels show more and are more to "
            "fetch; at most 25 million are."
        ),
        "mWebAbout": tr("How much is fetched of each web map, whose it is, and what to think of before it is stored."),
        "mShowTiles": tr("Draws the tiles of the coming run on the map."),
        "mRun": tr("Describes the changes in the background. Tiles appear on the map as they are finished."),
        "mCancel": tr("Stops the run at once. What is finished stays on the map and can be resumed."),
        "mResume": tr("Goes on where a cancelled or broken run of the same images and settings was left."),
        "mLog": tr("What the engine says while it runs."),
    }


def _options() -> dict[str, str]:
    return {
        "mModel": tr("The model that looks at the images: an installed one, or the folder of a model pack."),
        "mManageModels": tr("Shows the installed models with their cards, and imports or removes some."),
        "mDevice": tr("What computes: the CPU or a graphics card. Automatic takes the fastest that works."),
        "mOutput": tr(
            "A GeoPackage for the result. Left empty, it lies beside the project under a name made of the images' "
            "names, or in your data folder where the project is not saved yet. What is there already stays."
        ),
        "mMask": tr("A GeoTIFF for the class of every pixel. Left empty, none is written."),
        "mReport": tr("A report as a web page. Left empty, none is written."),
        "mZones": tr(
            "Polygons by which changes are added up, such as wards: the result gets a layer with a paragraph for each. "
            "Empty: none."
        ),
        "mZoneName": tr("The field of the zones' names. Features of one name are one zone; empty: each by its number."),
        "mMinArea": tr("Changed areas smaller than this are left out, as polygons and in the facts."),
        "mThreshold": tr("How sure the model must be of a pixel. Lower finds more, and more that is wrong."),
        "mBands": tr(
            "Which bands are red, green and blue, for example 3,2,1. Left empty, the file decides. Bands by which "
            "vegetation and water are measured are given by name where the file does not name them, for example nir=4."
        ),
        "mTileSize": tr("Side of a tile in pixels. Larger tiles see more context and give fewer sentences."),
        "mOverlap": tr("How many pixels neighbouring tiles share, so that nothing is lost at their edges."),
    }


def _review() -> dict[str, str]:
    return {
        "mReviewLayer": tr("The layer of sites, or of tiles, that is reviewed. Verdicts are written into its fields."),
        "mReviewQuestion": tr("Return shows the sites that answer it; empty the box to see all again."),
        "mReviewOrder": tr("In which order the sites come."),
        "mReviewClass": tr("Only sites in which something of this class has changed."),
        "mReviewChanged": tr("Only tiles in which the model sees a change."),
        "mReviewOpen": tr("Only sites that have no verdict yet."),
        "mReviewList": tr(
            "The sites, or the tiles of an older result. The chosen one is shown and flashed on the map."
        ),
        "mReviewCaption": tr("The sentence of the site. Write your own over it and keep it with Ctrl+Return."),
        "mReviewFacts": tr(
            "The facts of the tile, measured on the change mask. What you write over them is kept as your statement, "
            "marked as not measured, with the measurement behind it; empty the box to take it back."
        ),
        "mAccept": tr("The sentence is right: goes on to the next site."),
        "mEdit": tr("Keeps the words in the boxes as yours and goes on to the next site."),
        "mReject": tr("There is no such change: goes on to the next site."),
        "mUndo": tr("Takes the last verdict back and goes to its site."),
        "mRedo": tr("Gives the verdict again that was taken back last."),
        "mPrevious": tr("Goes to the site before."),
        "mNext": tr("Goes to the next site of the list."),
        "mBefore": tr("Shows the earlier image."),
        "mAfter": tr("Shows the later image."),
        "mBlink": tr("Shows the two images in turn, so that what differs catches the eye."),
        "mSwipe": tr("Divides the map: the earlier image on one side, the later one on the other; move the line."),
        "mEditAreas": tr("Opens the changed areas for editing with QGIS's own tools; saving measures them again."),
        "mWriteReport": tr("Writes a report of this layer as it is now, with your verdicts and words."),
    }


def _series() -> dict[str, str]:
    return {
        "mSeriesImages": tr("The images of the series, from the earliest to the latest, each with its date."),
        "mSeriesAdd": tr("Adds rasters of the project to the series."),
        "mSeriesRemove": tr("Takes the chosen images out of the series; their layers stay in the project."),
        "mSeriesSort": tr("Puts the images in the order of their dates."),
        "mSeriesAgainst": tr("Whether each image is compared with the one before it or with the first."),
        "mSeriesChart": tr("The changed area per class. A click on a pair shows only that pair, Escape shows all."),
        "mSeriesRun": tr("Describes the series in the background."),
        "mSeriesCancel": tr("Stops the run. What is finished stays on the map."),
        "mSeriesPage": tr("Opens the chart of changed area over time as a page in the browser."),
        "mSeriesLog": tr("What the engine says while it runs."),
    }


def _engine() -> dict[str, str]:
    return {
        "mEnginePython": tr("A Python that already has the engine's packages. Left empty, it is found automatically."),
        "mAllowRemote": tr(
            "Lets the engine read images by their address: GeoTIFFs and STAC items by https and s3. What is needed of "
            "them is copied into your cache. Off, no server is asked for images."
        ),
        "mCheckEngine": tr("Starts the engine and says which torch, devices and models it has."),
        "mShowLogs": tr("Opens the folder with the logs of the engine and of installations."),
        "mEngineBuild": tr("Which torch is installed: the small one for the CPU or the one for NVIDIA cards."),
        "mInstallEngine": tr("Makes a Python environment of the plugin's own and installs the pinned packages there."),
        "mRepairEngine": tr("Removes that environment and makes it anew."),
        "mRemoveEngine": tr("Removes that environment and gives its room back."),
        "mTrainingPackages": tr("Fetches what fine-tuning needs into that environment; the engine stays as it is."),
        "mCancelEngine": tr("Stops what is going on. What is there is kept for the next try."),
        "mEngineReport": tr("What the engine or the installation says."),
    }
