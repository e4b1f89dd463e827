<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>DescribeChanges</name>
    <message>
        <source> It may have run out of memory; a smaller extent needs less.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation> Vielleicht reichte der Arbeitsspeicher nicht; eine kleinere Ausdehnung braucht weniger.</translation>
    </message>
    <message>
        <source>%v of %m judged</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>%v von %m beurteilt</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Nachher</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Vorher</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Check engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Engine &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Describe changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Än&amp;derungen beschreiben</translation>
    </message>
    <message>
        <source>&amp;Describe series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Re&amp;ihe beschreiben</translation>
    </message>
    <message>
        <source>&amp;Describe the example</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Das Beispiel beschreiben</translation>
    </message>
    <message>
        <source>&amp;Engine settings</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Einstellungen der En&amp;gine</translation>
    </message>
    <message>
        <source>&amp;Install engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Engine &amp;installieren</translation>
    </message>
    <message>
        <source>&amp;Install the engine and describe the example</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Engine &amp;installieren und das Beispiel beschreiben</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ordner ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>E&amp;ntfernen</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Reparieren</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Speichern in</translation>
    </message>
    <message>
        <source>&amp;Show this page when the panel opens</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Diese &amp;Seite beim Öffnen zeigen</translation>
    </message>
    <message>
        <source>&amp;Zones</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Zonen</translation>
    </message>
    <message>
        <source>, {0} left</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>, noch {0}</translation>
    </message>
    <message>
        <source>, {0} tiles/s</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>, {0} Kacheln/s</translation>
    </message>
    <message>
        <source>16 pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>16 Pixel</translation>
    </message>
    <message>
        <source>2011, 2011-05 or 2011-05-22; empty: what the file says</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>2011, 2011-05 oder 2011-05-22; leer: was die Datei sagt</translation>
    </message>
    <message>
        <source>&lt;p&gt;Compares two dated rasters of the same place. Each site where something changed gets a sentence, its classes and its area, measured on the change mask; a site is made of changed areas that touch or lie close together. The areas themselves, and the tiles that were looked at, are layers of their own.&lt;/p&gt;&lt;p&gt;The rasters may lie in different CRSs and have different resolutions. Dates are taken from the layers' temporal properties, the files' metadata or their names unless typed in.&lt;/p&gt;&lt;p&gt;The layers open in the Temporal Controller and show both dates, sentence and facts as map tips. The sentences are a model's: check them against the imagery.&lt;/p&gt;&lt;p&gt;The computing is done by the engine (Settings ▸ Options… ▸ Describe Changes).&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Vergleicht zwei datierte Raster desselben Orts. Jede Stelle, an der sich etwas verändert hat, bekommt einen Satz, ihre Klassen und ihre Fläche, gemessen an der Änderungsmaske; eine Stelle besteht aus veränderten Flächen, die sich berühren oder nahe beieinander liegen. Die Flächen selbst und die betrachteten Kacheln sind eigene Layer.&lt;/p&gt;&lt;p&gt;Die Raster dürfen in verschiedenen KBS liegen und verschiedene Auflösungen haben. Das Datum wird den zeitlichen Eigenschaften der Layer, den Metadaten der Dateien oder ihren Namen entnommen, wenn es nicht eingegeben wird.&lt;/p&gt;&lt;p&gt;Die Layer öffnen sich in der Zeitsteuerung und zeigen beide Daten, Satz und Fakten als Kartenhinweis. Die Sätze stammen von einem Modell: Prüfen Sie sie an den Bildern.&lt;/p&gt;&lt;p&gt;Gerechnet wird in der Engine (Einstellungen ▸ Optionen… ▸ Describe Changes).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes a part of a web map (XYZ, WMS, WMTS, a map service of ArcGIS) into a GeoTIFF, which “Describe changes” can read. Where the server has tiles, those of the resolution nearest to the one that is wanted are taken as they are.&lt;/p&gt;&lt;p&gt;What did not come, and tiles of one colour only, become places without data. A picture that a server makes to say that it has none is taken for a picture: look at what came.&lt;/p&gt;&lt;p&gt;A web map has no date and often several: look up when its pictures were taken here.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Holt einen Teil einer Webkarte (XYZ, WMS, WMTS, Kartendienst von ArcGIS) in ein GeoTIFF, das „Änderungen beschreiben“ lesen kann. Wo der Server Kacheln hat, werden die der nächsten Auflösung genommen, wie sie sind.&lt;/p&gt;&lt;p&gt;Was nicht kam und Kacheln von nur einer Farbe werden Stellen ohne Daten. Ein Bild, mit dem ein Server sagt, dass er keines hat, gilt als Bild: Sehen Sie sich an, was kam.&lt;/p&gt;&lt;p&gt;Eine Webkarte hat kein Datum und oft mehrere: Schlagen Sie nach, wann ihre Bilder hier aufgenommen wurden.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes a result as it is now, verdicts and sentences of the review included, also those that are not saved yet, and writes it for other programs. The ending of the file's name says the format.&lt;/p&gt;&lt;p&gt;GeoJSON, FlatGeobuf, GeoParquet and CSV hold one layer, the sites unless you choose another; Excel has a sheet for each layer but the tiles; a GeoPackage holds all of them, with their styles.&lt;/p&gt;&lt;p&gt;An existing file is replaced only if an earlier export wrote it and nobody has edited it since.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Nimmt ein Ergebnis, wie es jetzt ist, samt Urteilen und Sätzen der Prüfung, auch noch nicht gespeicherten, und schreibt es für andere Programme. Die Endung des Dateinamens bestimmt das Format.&lt;/p&gt;&lt;p&gt;GeoJSON, FlatGeobuf, GeoParquet und CSV enthalten einen Layer, die Stellen, wenn Sie keinen anderen wählen; Excel hat ein Blatt für jeden Layer außer den Kacheln; ein GeoPackage enthält alle, mit ihren Stilen.&lt;/p&gt;&lt;p&gt;Eine vorhandene Datei wird nur ersetzt, wenn ein früherer Export sie geschrieben hat und sie seither niemand bearbeitet hat.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes a result as it is now, without what was rejected in the review, and says of every zone how many sites changed there, how much ground, what part of what was examined, and what it was, in one measured paragraph.&lt;/p&gt;&lt;p&gt;An area that straddles zones gives each of them its part; zones that do not overlap and what lies outside all of them add up to the whole. Features of one name are one zone.&lt;/p&gt;&lt;p&gt;The examined ground is that of the tiles. Where they hold places without data it is estimated, and the log says so; zones given to the engine's command &lt;i&gt;describe --zones&lt;/i&gt; have it to the pixel.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Nimmt ein Ergebnis, wie es jetzt ist, ohne das in der Prüfung Verworfene, und sagt von jeder Zone, wie viele Stellen sich dort geändert haben, wie viel Boden, welcher Teil des Untersuchten und was es war, in einem gemessenen Absatz.&lt;/p&gt;&lt;p&gt;Eine Fläche, die über Zonengrenzen reicht, gibt jeder ihren Teil; Zonen, die sich nicht überlappen, und was außerhalb aller liegt, ergeben das Ganze. Objekte eines Namens sind eine Zone.&lt;/p&gt;&lt;p&gt;Der untersuchte Boden ist der der Kacheln. Wo sie Stellen ohne Daten haben, wird er geschätzt, und das Protokoll sagt es; Zonen, die dem Befehl &lt;i&gt;describe --zones&lt;/i&gt; der Engine gegeben werden, haben ihn auf das Pixel genau.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes the sites that &lt;i&gt;Describe changes&lt;/i&gt; has made, as they are now: verdicts and sentences of the review are honoured, also those that are not saved yet.&lt;/p&gt;&lt;p&gt;The &lt;b&gt;HTML page&lt;/b&gt; is one file that needs no network: what changed in one paragraph, a map with numbered sites on which the two dates can be swiped, and a card for each site. The &lt;b&gt;PDF&lt;/b&gt; has a title page with a chart and a table by class, the map, the zones, one page per site with both dates, the changed areas, sentence and facts, and a page that says how it was made; bookmarks lead to them.&lt;/p&gt;&lt;p&gt;The images are the project's layers the result was made from, else the files that the result names; give them below where neither is found.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Nimmt die Stellen, die &lt;i&gt;Änderungen beschreiben&lt;/i&gt; gemacht hat, wie sie jetzt sind: Urteile und Sätze der Prüfung gelten, auch wenn sie noch nicht gespeichert sind.&lt;/p&gt;&lt;p&gt;Die &lt;b&gt;HTML-Seite&lt;/b&gt; ist eine Datei, die kein Netz braucht: was sich geändert hat in einem Absatz, eine Karte mit nummerierten Stellen, auf der sich die beiden Zeitpunkte überblenden lassen, und eine Karteikarte je Stelle. Das &lt;b&gt;PDF&lt;/b&gt; hat ein Titelblatt mit Diagramm und Tabelle nach Klassen, die Karte, die Zonen, eine Seite je Stelle mit beiden Zeitpunkten, den geänderten Flächen, Satz und Fakten, und eine Seite, die sagt, wie es gemacht wurde; Lesezeichen führen dorthin.&lt;/p&gt;&lt;p&gt;Die Bilder sind die Layer des Projekts, aus denen das Ergebnis entstand, sonst die Dateien, die das Ergebnis nennt; geben Sie sie unten an, wo beides fehlt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes two or more dated rasters of the same place and describes what changed from each to the next, or from the first to each. All tiles and changed areas go into one GeoPackage; each carries the two dates it was seen between, so the Temporal Controller can play them.&lt;/p&gt;&lt;p&gt;The table “summary” holds the changed area per pair and class; the chart shows it.&lt;/p&gt;&lt;p&gt;A cancelled run goes on where it stopped when it is started again with the same result file: finished pairs are not computed again, even if rasters were added.&lt;/p&gt;&lt;p&gt;What the model takes for change – another season, shadows – counts too: check the figures against the images, above all where the resolution lies outside what the model was trained on.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Nimmt zwei oder mehr datierte Raster desselben Ortes und beschreibt, was sich von jedem zum nächsten geändert hat, oder vom ersten zu jedem. Alle Kacheln und geänderten Flächen kommen in ein GeoPackage; jede trägt die beiden Daten, zwischen denen sie gesehen wurde, sodass die Zeitsteuerung sie abspielen kann.&lt;/p&gt;&lt;p&gt;Die Tabelle „summary“ enthält die geänderte Fläche je Paar und Klasse; das Diagramm zeigt sie.&lt;/p&gt;&lt;p&gt;Ein abgebrochener Lauf geht dort weiter, wo er aufhörte, wenn er mit derselben Ergebnisdatei neu gestartet wird: Fertige Paare werden nicht noch einmal gerechnet, auch wenn Raster hinzukamen.&lt;/p&gt;&lt;p&gt;Was das Modell für Änderung hält – eine andere Jahreszeit, Schatten –, zählt mit: Prüfen Sie die Zahlen an den Bildern, vor allem wo die Auflösung außerhalb dessen liegt, womit das Modell trainiert wurde.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes what &lt;i&gt;Export reviewed tiles for training&lt;/i&gt; has written and lets a model learn from it, your own words included. The log says beforehand how long it will take; a CPU needs minutes.&lt;/p&gt;&lt;p&gt;The new model is measured beside the old one on the held-out tiles, and appears in the list of models unless it is worse at something; then it lies beside the exported tiles, from where &lt;i&gt;Models… ▸ Import&lt;/i&gt; takes it if you want it all the same. The old one stays as it is. So that the new one does not forget what the old one knew, it is kept close to it; where the data that it once learned from is at hand, name it as &lt;i&gt;old data&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;This needs the training packages in the engine's Python; if they are missing, &lt;i&gt;Add training packages&lt;/i&gt; in Settings ▸ Options… ▸ Describe Changes gets them.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Nimmt, was &lt;i&gt;Geprüfte Kacheln fürs Training exportieren&lt;/i&gt; geschrieben hat, und lässt ein Modell daraus lernen, Ihre eigenen Worte inbegriffen. Das Protokoll sagt vorher, wie lange es dauert; eine CPU braucht Minuten.&lt;/p&gt;&lt;p&gt;Das neue Modell wird neben dem alten an den zurückgehaltenen Kacheln gemessen und erscheint in der Liste der Modelle, wenn es nirgends schlechter ist; sonst liegt es neben den exportierten Kacheln, von wo &lt;i&gt;Modelle… ▸ Importieren&lt;/i&gt; es nimmt, wenn Sie es trotzdem wollen. Das alte bleibt, wie es ist. Damit das neue nicht vergisst, was das alte wusste, wird es nahe bei ihm gehalten; wo die Daten zur Hand sind, aus denen es einst gelernt hat, nennen Sie sie als &lt;i&gt;alte Daten&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;Dies braucht die Trainingspakete im Python der Engine; fehlen sie, holt sie &lt;i&gt;Trainingspakete hinzufügen&lt;/i&gt; unter Einstellungen ▸ Optionen… ▸ Describe Changes.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Writes each tile that you accepted or reworded in the review as a pair of images with your sentence and a mask of its changed areas, as you left their outlines; areas that you rejected are left out. Verdicts that are not saved yet count too.&lt;/p&gt;&lt;p&gt;Some tiles at one side of the area are &lt;b&gt;held out&lt;/b&gt;: nothing is learned from them, so that the old and the new model can be compared on them. Tiles that overlap held-out ones are left out.&lt;/p&gt;&lt;p&gt;The folder has the layout of LEVIR-CC and holds the place of each pair, where everything came from, and a licence sentence. &lt;i&gt;Fine-tune a model on reviewed tiles&lt;/i&gt; reads it, and so does &lt;code&gt;describe-changes train&lt;/code&gt;.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Schreibt jede Kachel, die Sie bei der Prüfung angenommen oder umformuliert haben, als Bildpaar mit Ihrem Satz und einer Maske ihrer geänderten Flächen, wie Sie deren Umrisse hinterlassen haben; von Ihnen abgelehnte Flächen bleiben weg. Auch noch nicht gespeicherte Urteile zählen.&lt;/p&gt;&lt;p&gt;Einige Kacheln an einer Seite des Gebiets werden &lt;b&gt;zurückgehalten&lt;/b&gt;: Aus ihnen wird nichts gelernt, damit das alte und das neue Modell an ihnen verglichen werden können. Kacheln, die sich mit zurückgehaltenen überlappen, bleiben weg.&lt;/p&gt;&lt;p&gt;Der Ordner hat den Aufbau von LEVIR-CC und enthält den Ort jedes Paares, woher alles kam, und einen Satz zur Lizenz. &lt;i&gt;Ein Modell an geprüften Kacheln nachtrainieren&lt;/i&gt; liest ihn, ebenso &lt;code&gt;describe-changes train&lt;/code&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A GeoPackage for the result. Left empty, it lies beside the project under a name made of the images' names, or in your data folder where the project is not saved yet. What is there already stays.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein GeoPackage für das Ergebnis. Leer gelassen, liegt es neben dem Projekt unter einem Namen aus denen der Bilder, oder in Ihrem Datenordner, wenn das Projekt noch nicht gespeichert ist. Was schon da ist, bleibt.</translation>
    </message>
    <message>
        <source>A GeoTIFF for the class of every pixel. Left empty, none is written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein GeoTIFF für die Klasse jedes Pixels. Bleibt es leer, wird keines geschrieben.</translation>
    </message>
    <message>
        <source>A GeoTIFF of red, green, blue and alpha. A date in its name is found by “Describe changes”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein GeoTIFF aus Rot, Grün, Blau und Alpha. Ein Datum in seinem Namen findet „Änderungen beschreiben“.</translation>
    </message>
    <message>
        <source>A Python that already has the engine's packages. Left empty, it is found automatically.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Python, das die Pakete der Engine schon hat. Bleibt es leer, wird es von selbst gefunden.</translation>
    </message>
    <message>
        <source>A feature could not be written: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Objekt konnte nicht geschrieben werden: {0}</translation>
    </message>
    <message>
        <source>A first result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein erstes Ergebnis</translation>
    </message>
    <message>
        <source>A layer of XYZ tiles, of a WMS or WMTS, or of a map or image service of ArcGIS.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Layer aus XYZ-Kacheln, eines WMS oder WMTS oder eines Karten- oder Bilddienstes von ArcGIS.</translation>
    </message>
    <message>
        <source>A layer that “Describe changes” has made, or the GeoPackage of a result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Layer, den „Änderungen beschreiben“ erzeugt hat, oder das GeoPackage eines Ergebnisses.</translation>
    </message>
    <message>
        <source>A new or an empty folder.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein neuer oder leerer Ordner.</translation>
    </message>
    <message>
        <source>A page of a report</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eine Seite eines Berichts</translation>
    </message>
    <message>
        <source>A picture for the head of the report. Remembered for the next report.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Bild für den Kopf des Berichts. Wird für den nächsten Bericht gemerkt.</translation>
    </message>
    <message>
        <source>A rectangle drawn on the map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein auf der Karte gezeichnetes Rechteck</translation>
    </message>
    <message>
        <source>A report as a web page. Left empty, none is written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Bericht als Webseite. Bleibt es leer, wird keiner geschrieben.</translation>
    </message>
    <message>
        <source>A result in QGIS</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Ergebnis in QGIS</translation>
    </message>
    <message>
        <source>A review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eine Durchsicht</translation>
    </message>
    <message>
        <source>A sentence that goes with the data set and on the card of every model that learns from it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Satz, der zum Datensatz gehört und auf den Steckbrief jedes Modells kommt, das daraus lernt.</translation>
    </message>
    <message>
        <source>A time series in QGIS</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eine Zeitreihe in QGIS</translation>
    </message>
    <message>
        <source>A time series needs at least two images of different dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eine Zeitreihe braucht mindestens zwei Bilder mit verschiedenem Datum.</translation>
    </message>
    <message>
        <source>A web map has no edge: choose the extent to be described, for example the map canvas as it is now.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eine Webkarte hat keinen Rand: Wählen Sie den zu beschreibenden Ausschnitt, zum Beispiel den jetzigen Kartenausschnitt.</translation>
    </message>
    <message>
        <source>A web map says no date: look up when its pictures were taken, and type it above.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eine Webkarte nennt kein Datum: Schlagen Sie nach, wann ihre Bilder aufgenommen wurden, und tragen Sie es oben ein.</translation>
    </message>
    <message>
        <source>A4 pages to print or to send.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>A4-Seiten zum Drucken oder Verschicken.</translation>
    </message>
    <message>
        <source>About 1.5 GB are fetched once. The neural network runs in a Python environment of its own; QGIS's stays as it is. For an NVIDIA graphics card, install the engine in the settings instead.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Einmalig werden etwa 1,5 GB geladen. Das neuronale Netz läuft in einer eigenen Python-Umgebung; die von QGIS bleibt, wie sie ist. Für eine NVIDIA-Grafikkarte installieren Sie die Engine stattdessen in den Einstellungen.</translation>
    </message>
    <message>
        <source>About {0} at {1} tiles/s, as measured on {2} ({3}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Etwa {0} bei {1} Kacheln/s, wie auf {2} gemessen ({3}).</translation>
    </message>
    <message>
        <source>Accept</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Add &amp;training packages</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Trainingspakete hinzufügen</translation>
    </message>
    <message>
        <source>Add rasters of the project</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Raster des Projekts hinzufügen</translation>
    </message>
    <message>
        <source>Add the training packages of Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Trainingspakete von Describe Changes hinzufügen</translation>
    </message>
    <message>
        <source>Adding up the zones…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zonen werden summiert…</translation>
    </message>
    <message>
        <source>Address of a GeoTIFF (best cloud-optimised) or of a STAC item, by https or s3:</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Adresse eines GeoTIFFs (am besten cloud-optimiert) oder eines STAC-Eintrags, über https oder s3:</translation>
    </message>
    <message>
        <source>Adds rasters of the project to the series.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fügt der Reihe Raster des Projekts hinzu.</translation>
    </message>
    <message>
        <source>Adds the tiles and changed areas to the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fügt die Kacheln und geänderten Flächen dem Projekt hinzu.</translation>
    </message>
    <message>
        <source>Adds up a result by polygons such as wards, lots or fields, with a paragraph for each</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Summiert ein Ergebnis nach Polygonen wie Ortsteilen, Flurstücken oder Feldern, mit einem Absatz für jedes</translation>
    </message>
    <message>
        <source>After</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>After: blue band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nachher: Blaukanal</translation>
    </message>
    <message>
        <source>After: green band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nachher: Grünkanal</translation>
    </message>
    <message>
        <source>After: near infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nachher: Kanal im nahen Infrarot</translation>
    </message>
    <message>
        <source>After: red band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nachher: Rotkanal</translation>
    </message>
    <message>
        <source>After: short-wave infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nachher: Kanal im kurzwelligen Infrarot</translation>
    </message>
    <message>
        <source>After: the later image</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nachher: das spätere Bild</translation>
    </message>
    <message>
        <source>After: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nachher: {0}</translation>
    </message>
    <message>
        <source>All classes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <source>All rasters of the project</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Alle Raster des Projekts</translation>
    </message>
    <message>
        <source>All sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Alle Stellen</translation>
    </message>
    <message>
        <source>All that both images cover</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Alles, was beide Bilder zeigen</translation>
    </message>
    <message>
        <source>Allow reading from &amp;servers</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lesen von &amp;Servern erlauben</translation>
    </message>
    <message>
        <source>Allow reading from servers</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lesen von Servern erlauben</translation>
    </message>
    <message>
        <source>Also tiles without a verdict</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Auch Kacheln ohne Urteil</translation>
    </message>
    <message>
        <source>An image that is a web map (XYZ, WMS, WMTS, ArcGIS) is fetched for the extent into a file beside the result first; where its server has tiles, in their nearest resolution. Look at its terms before.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Bild, das eine Webkarte ist (XYZ, WMS, WMTS, ArcGIS), wird zuerst für den Ausschnitt in eine Datei neben dem Ergebnis geholt; wo der Server Kacheln hat, in deren nächster Auflösung. Sehen Sie vorher seine Bedingungen an.</translation>
    </message>
    <message>
        <source>An installed model, or the folder or zip file of a model pack</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein installiertes Modell oder der Ordner oder die Zip-Datei eines Modellpakets</translation>
    </message>
    <message>
        <source>Area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fläche (m²)</translation>
    </message>
    <message>
        <source>Area no.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fläche Nr.</translation>
    </message>
    <message>
        <source>Ask (in English): houses gone, larger than 200 m2, in the south-west</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fragen (auf Englisch): houses gone, larger than 200 m2, in the south-west</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Engine wird gefragt…</translation>
    </message>
    <message>
        <source>Author</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Automatisch: {0}</translation>
    </message>
    <message>
        <source>Ba&amp;nds</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Kanä&amp;le</translation>
    </message>
    <message>
        <source>Bands</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Bands of “{0}” as its layer shows them: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Kanäle von „{0}“, wie der Layer sie zeigt: {1}.</translation>
    </message>
    <message>
        <source>Bands: red, green, blue</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Kanäle: Rot, Grün, Blau</translation>
    </message>
    <message>
        <source>Before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Before and after are the same file: {0}. Choose two different dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vorher und Nachher sind dieselbe Datei: {0}. Wählen Sie zwei verschiedene Aufnahmen.</translation>
    </message>
    <message>
        <source>Before: blue band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vorher: Blaukanal</translation>
    </message>
    <message>
        <source>Before: green band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vorher: Grünkanal</translation>
    </message>
    <message>
        <source>Before: near infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vorher: Kanal im nahen Infrarot</translation>
    </message>
    <message>
        <source>Before: red band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vorher: Rotkanal</translation>
    </message>
    <message>
        <source>Before: short-wave infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vorher: Kanal im kurzwelligen Infrarot</translation>
    </message>
    <message>
        <source>Before: the earlier image</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vorher: das frühere Bild</translation>
    </message>
    <message>
        <source>Before: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vorher: {0}</translation>
    </message>
    <message>
        <source>Beware</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zu beachten</translation>
    </message>
    <message>
        <source>Blink</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Blinken</translation>
    </message>
    <message>
        <source>Both dates of a site as pictures, for map tips.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Beide Zeitpunkte einer Stelle als Bilder, für Kartenhinweise.</translation>
    </message>
    <message>
        <source>Both images have the same date ({0}). Correct one of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Beide Bilder haben dasselbe Datum ({0}). Berichtigen Sie eines.</translation>
    </message>
    <message>
        <source>Buildings told apart</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Unterschiedene Gebäude</translation>
    </message>
    <message>
        <source>By class</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nach Klasse</translation>
    </message>
    <message>
        <source>By it vegetation and water are measured. Not set: what the file says. Near infrared is needed in both images; short-wave infrared makes water surer and adds bare ground.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>An ihm werden Vegetation und Wasser gemessen. Nicht gesetzt: was die Datei sagt. Nahes Infrarot wird in beiden Bildern gebraucht; kurzwelliges macht Wasser sicherer und fügt offenen Boden hinzu.</translation>
    </message>
    <message>
        <source>By place</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nach Lage</translation>
    </message>
    <message>
        <source>CPU (about 1.5 GB)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>CPU (etwa 1,5 GB)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Cancelled. No data set was written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abgebrochen. Es wurde kein Datensatz geschrieben.</translation>
    </message>
    <message>
        <source>Cancelled. No layer was written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abgebrochen. Es wurde kein Layer geschrieben.</translation>
    </message>
    <message>
        <source>Cancelled. No model was made.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abgebrochen. Es wurde kein Modell gemacht.</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Gewissheit</translation>
    </message>
    <message>
        <source>Change mas&amp;k</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Änderungsmas&amp;ke</translation>
    </message>
    <message>
        <source>Change mask</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Änderungsmaske</translation>
    </message>
    <message>
        <source>Change probabilities</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Änderungswahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Change score (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Änderungswert (0–1)</translation>
    </message>
    <message>
        <source>Changed</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Verändert</translation>
    </message>
    <message>
        <source>Changed area (m²)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geänderte Fläche (m²)</translation>
    </message>
    <message>
        <source>Changed area ({0})</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geänderte Fläche ({0})</translation>
    </message>
    <message>
        <source>Changed area per class and pair of dates</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geänderte Fläche je Klasse und Datumspaar</translation>
    </message>
    <message>
        <source>Changed areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geänderte Flächen</translation>
    </message>
    <message>
        <source>Changed areas smaller than this are left out, as polygons and in the facts.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geänderte Flächen, die kleiner sind, werden weggelassen, als Polygone und in den Fakten.</translation>
    </message>
    <message>
        <source>Changed areas smaller than this are left out. Empty: specks below 16 pixels are.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geänderte Flächen, die kleiner sind, werden weggelassen. Leer: Flecken unter 16 Pixeln.</translation>
    </message>
    <message>
        <source>Changed only</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur geänderte</translation>
    </message>
    <message>
        <source>Changed share (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Veränderter Anteil (0–1)</translation>
    </message>
    <message>
        <source>Changes by zone</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Änderungen nach Zonen</translation>
    </message>
    <message>
        <source>Char&amp;t page</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Diagrammseite</translation>
    </message>
    <message>
        <source>Chart</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Check engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Engine prüfen</translation>
    </message>
    <message>
        <source>Checking the files of “{0}”…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Dateien von „{0}“ werden geprüft…</translation>
    </message>
    <message>
        <source>Choose the earlier and the later image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wählen Sie das frühere und das spätere Bild.</translation>
    </message>
    <message>
        <source>Choose the layer whose polygons say where to look.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wählen Sie den Layer, dessen Polygone sagen, wo gesucht wird.</translation>
    </message>
    <message>
        <source>Choose the red, the green and the blue band of the {0} image, or none of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wählen Sie Rot-, Grün- und Blaukanal des Bildes „{0}“ oder keinen davon.</translation>
    </message>
    <message>
        <source>Class</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Class of the changed areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Klasse der geänderten Flächen</translation>
    </message>
    <message>
        <source>Clip a web map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Webkarte ausschneiden</translation>
    </message>
    <message>
        <source>Clip of the web map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ausschnitt der Webkarte</translation>
    </message>
    <message>
        <source>Com&amp;pare each image with</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Jedes Bild vergleichen mit</translation>
    </message>
    <message>
        <source>Comp&amp;ute on</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Re&amp;chnen auf</translation>
    </message>
    <message>
        <source>Compare each image with</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Jedes Bild vergleichen mit</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rechnen auf</translation>
    </message>
    <message>
        <source>Computing on {0} with model “{1}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Gerechnet wird auf {0} mit dem Modell „{1}“.</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Confidence (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vertrauen (0–1)</translation>
    </message>
    <message>
        <source>Connected changed areas of one class each; they are the parts of the sites.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zusammenhängende geänderte Flächen je einer Klasse; sie sind die Teile der Stellen.</translation>
    </message>
    <message>
        <source>Data set that the model has learned from before; its pairs are shown among the new ones.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Datensatz, aus dem das Modell früher gelernt hat; seine Paare werden zwischen den neuen gezeigt.</translation>
    </message>
    <message>
        <source>Date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date after</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Datum nachher</translation>
    </message>
    <message>
        <source>Date before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Datum vorher</translation>
    </message>
    <message>
        <source>Date of the earlier image: 2011, 2011-05 or 2011-05-22, with a time if you like. Left empty it is taken from the layer's temporal properties, the file's metadata or its name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Datum des früheren Bildes: 2011, 2011-05 oder 2011-05-22, nach Wunsch mit Uhrzeit. Bleibt es leer, wird es den zeitlichen Eigenschaften des Layers, den Metadaten der Datei oder ihrem Namen entnommen.</translation>
    </message>
    <message>
        <source>Date of the later image, written and found like the earlier one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Datum des späteren Bildes, geschrieben und gefunden wie das frühere.</translation>
    </message>
    <message>
        <source>Dates</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Dates joined by semicolons, in the order of the images (2009-08-18; ; 2012-07), or as NAME=DATE. Left empty they are taken from the layers' temporal properties, the files' metadata or their names.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Daten, durch Semikolons getrennt, in der Reihenfolge der Bilder (2009-08-18; ; 2012-07), oder als NAME=DATUM. Bleibt es leer, werden sie den zeitlichen Eigenschaften der Layer, den Metadaten der Dateien oder ihren Namen entnommen.</translation>
    </message>
    <message>
        <source>Describe</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Beschreiben</translation>
    </message>
    <message>
        <source>Describe &amp;your own images</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Eigene Bilder beschreiben</translation>
    </message>
    <message>
        <source>Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes</translation>
    </message>
    <message>
        <source>Describe Changes has no engine yet. Open Settings ▸ Options… ▸ Describe Changes and press “Install engine”, or name a Python there that already has it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes hat noch keine Engine. Öffnen Sie Einstellungen ▸ Optionen… ▸ Describe Changes und drücken Sie „Engine installieren“, oder nennen Sie dort ein Python, das sie schon hat.</translation>
    </message>
    <message>
        <source>Describe Changes tells in words, masks and measured facts what changed between two dated rasters. Nothing leaves your computer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes sagt in Worten, Masken und gemessenen Fakten, was sich zwischen zwei datierten Rastern geändert hat. Nichts verlässt Ihren Rechner.</translation>
    </message>
    <message>
        <source>Describe Changes…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Änderungen beschreiben…</translation>
    </message>
    <message>
        <source>Describe a time series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eine Zeitreihe beschreiben</translation>
    </message>
    <message>
        <source>Describe changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Änderungen beschreiben</translation>
    </message>
    <message>
        <source>Described tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Beschriebene Kacheln</translation>
    </message>
    <message>
        <source>Described tiles ({0} of {1})</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Beschriebene Kacheln ({0} von {1})</translation>
    </message>
    <message>
        <source>Described {0} of {1} sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} von {1} Stellen beschrieben</translation>
    </message>
    <message>
        <source>Described {0} of {1} tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} von {1} Kacheln beschrieben</translation>
    </message>
    <message>
        <source>Describes the changes in the background. Tiles appear on the map as they are finished.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Beschreibt die Änderungen im Hintergrund. Kacheln erscheinen auf der Karte, sobald sie fertig sind.</translation>
    </message>
    <message>
        <source>Describes the series in the background.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Beschreibt die Reihe im Hintergrund.</translation>
    </message>
    <message>
        <source>Describing changes…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Änderungen werden beschrieben…</translation>
    </message>
    <message>
        <source>Description</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Dev&amp;ice</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>Device</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Devices: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geräte: {0}.</translation>
    </message>
    <message>
        <source>Divides the map: the earlier image on one side, the later one on the other; move the line.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Teilt die Karte: das frühere Bild auf der einen, das spätere auf der anderen Seite; verschieben Sie die Linie.</translation>
    </message>
    <message>
        <source>Double-click a date to correct it: 2011, 2011-05 or 2011-05-22</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Doppelklicken Sie ein Datum, um es zu berichtigen: 2011, 2011-05 oder 2011-05-22</translation>
    </message>
    <message>
        <source>Drawing the changed areas…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die veränderten Flächen werden gezeichnet…</translation>
    </message>
    <message>
        <source>Draws the tiles of the coming run on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zeichnet die Kacheln des kommenden Laufs auf die Karte.</translation>
    </message>
    <message>
        <source>Earlier date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Früheres Datum</translation>
    </message>
    <message>
        <source>Earlier date, end</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Früheres Datum, Ende</translation>
    </message>
    <message>
        <source>Edit outlines</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Umrisse bearbeiten</translation>
    </message>
    <message>
        <source>Empty: as many as fit the number of tiles, 60 to 400.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Leer: so viele, wie zur Zahl der Kacheln passen, 60 bis 400.</translation>
    </message>
    <message>
        <source>Empty: what has proved itself.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Leer: was sich bewährt hat.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Engine {0} with {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Engine {0} mit {1}.</translation>
    </message>
    <message>
        <source>Engine's &amp;Python</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>P&amp;ython der Engine</translation>
    </message>
    <message>
        <source>Every file was verified by its checksum.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Jede Datei wurde anhand ihrer Prüfsumme geprüft.</translation>
    </message>
    <message>
        <source>Everything needed is here.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Alles Nötige ist da.</translation>
    </message>
    <message>
        <source>Export a result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ergebnis exportieren</translation>
    </message>
    <message>
        <source>Export reviewed tiles for training</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geprüfte Kacheln fürs Training exportieren</translation>
    </message>
    <message>
        <source>Extent</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ausdehnung</translation>
    </message>
    <message>
        <source>Extent to describe</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zu beschreibende Ausdehnung</translation>
    </message>
    <message>
        <source>Facts</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Facts, measured on the change mask</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fakten, gemessen an der Änderungsmaske</translation>
    </message>
    <message>
        <source>Features of one name are one zone. Not set: each feature is a zone and called by its number.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Objekte eines Namens sind eine Zone. Nicht gesetzt: Jedes Objekt ist eine Zone und heißt nach seiner Nummer.</translation>
    </message>
    <message>
        <source>Fetch “{0}”</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ holen</translation>
    </message>
    <message>
        <source>Fetched from {0} on {1}, in pixels of {2} m on the ground.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Von {0} geholt am {1}, in Pixeln von {2} m am Boden.</translation>
    </message>
    <message>
        <source>Fetched {0} of {1} parts from the server</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} von {1} Teilen vom Server geholt</translation>
    </message>
    <message>
        <source>Fetches a part of an XYZ, WMS, WMTS or ArcGIS layer into a GeoTIFF that can be described</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Holt einen Teil eines XYZ-, WMS-, WMTS- oder ArcGIS-Layers in ein GeoTIFF, das beschrieben werden kann</translation>
    </message>
    <message>
        <source>Fetches what fine-tuning needs into that environment; the engine stays as it is.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Holt in diese Umgebung, was das Nachtrainieren braucht; die Engine bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Fetching {0}…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} wird geholt…</translation>
    </message>
    <message>
        <source>Fetching “{0}” from {1}…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ wird von {1} geholt…</translation>
    </message>
    <message>
        <source>Fetching “{0}”…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ wird geholt…</translation>
    </message>
    <message>
        <source>Field of the zones' names</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Feld mit den Namen der Zonen</translation>
    </message>
    <message>
        <source>File</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File of the unfinished work</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Datei der unfertigen Arbeit</translation>
    </message>
    <message>
        <source>Filter: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Filter: {0}</translation>
    </message>
    <message>
        <source>Fine-tune a model on reviewed tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Modell an geprüften Kacheln nachtrainieren</translation>
    </message>
    <message>
        <source>Folder</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder of exported tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ordner der exportierten Kacheln</translation>
    </message>
    <message>
        <source>Folder of layout templates (empty: those that ship)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ordner mit Layoutvorlagen (leer: die mitgelieferten)</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ordner des Datensatzes</translation>
    </message>
    <message>
        <source>Folder of the new model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ordner des neuen Modells</translation>
    </message>
    <message>
        <source>Found, but too old or too new: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Gefunden, aber zu alt oder zu neu: {0}.</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aus einer &amp;Datei…</translation>
    </message>
    <message>
        <source>From a &amp;server…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Von einem &amp;Server…</translation>
    </message>
    <message>
        <source>From files…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aus Dateien…</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>GeoPackage of the result. Left empty: {0}. A file that is there already is never overwritten.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoPackage des Ergebnisses. Leer gelassen: {0}. Eine Datei, die schon da ist, wird nie überschrieben.</translation>
    </message>
    <message>
        <source>GeoPackage with the layers of tiles and changed areas of all pairs and the table “summary”. A file of your own can be gone on with after a cancel.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoPackage mit den Layern der Kacheln und geänderten Flächen aller Paare und der Tabelle „summary“. Eine eigene Datei kann nach einem Abbruch fortgesetzt werden.</translation>
    </message>
    <message>
        <source>GeoTIFF (*.tif)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <source>Gives the verdict again that was taken back last.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Gibt das zuletzt zurückgenommene Urteil wieder.</translation>
    </message>
    <message>
        <source>Go on with this job where a cancelled or failed run has left it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Diese Aufgabe dort fortsetzen, wo ein abgebrochener oder gescheiterter Lauf sie gelassen hat</translation>
    </message>
    <message>
        <source>Go on with unfinished work</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Unfertige Arbeit fortsetzen</translation>
    </message>
    <message>
        <source>Goes on where a cancelled or broken run of the same images and settings was left.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Macht dort weiter, wo ein abgebrochener oder gescheiterter Lauf mit denselben Bildern und Einstellungen stehen blieb.</translation>
    </message>
    <message>
        <source>Goes to the next site of the list.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geht zur nächsten Stelle der Liste.</translation>
    </message>
    <message>
        <source>Goes to the site before.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geht zur vorigen Stelle.</translation>
    </message>
    <message>
        <source>Goes to the tab in which two rasters of your own are chosen.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geht zu dem Reiter, in dem zwei eigene Raster gewählt werden.</translation>
    </message>
    <message>
        <source>Going on with what an earlier run has finished.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Es geht mit dem weiter, was ein früherer Lauf fertiggestellt hat.</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>HTML-Seite</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Höhe in Pixeln</translation>
    </message>
    <message>
        <source>Holds report_cover.qpt and report_site.qpt, changed to your taste in the layout designer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Enthält report_cover.qpt und report_site.qpt, im Layouteditor nach Ihrem Geschmack geändert.</translation>
    </message>
    <message>
        <source>How far neighbouring tiles overlap; must be less than the tile size. Empty: the model's own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wie weit sich benachbarte Kacheln überlappen; muss kleiner als die Kachelgröße sein. Leer: die des Modells.</translation>
    </message>
    <message>
        <source>How long they take is known after the first run with this model on this device.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wie lange sie brauchen, ist nach dem ersten Lauf mit diesem Modell auf diesem Gerät bekannt.</translation>
    </message>
    <message>
        <source>How many pixels neighbouring tiles share, so that nothing is lost at their edges.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wie viele Pixel benachbarte Kacheln teilen, damit an ihren Rändern nichts verloren geht.</translation>
    </message>
    <message>
        <source>How much is fetched of each web map, whose it is, and what to think of before it is stored.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wie viel von jeder Webkarte geholt wird, wem sie gehört und woran vor dem Speichern zu denken ist.</translation>
    </message>
    <message>
        <source>How often a pair of the old data is shown for each reviewed one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wie oft auf jede geprüfte Kachel ein Paar der alten Daten gezeigt wird.</translation>
    </message>
    <message>
        <source>How sure the model must be of a pixel. Lower finds more, and more that is wrong.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wie sicher sich das Modell eines Pixels sein muss. Weniger findet mehr, auch mehr Falsches.</translation>
    </message>
    <message>
        <source>If left out</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wenn weggelassen</translation>
    </message>
    <message>
        <source>Image</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Image on a server</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bild auf einem Server</translation>
    </message>
    <message>
        <source>Images</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Images may be GeoTIFFs on servers (/vsicurl/https://…, /vsis3/…). What is needed of them is copied into the user's cache first. Off: nothing is asked of any server.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bilder dürfen GeoTIFFs auf Servern sein (/vsicurl/https://…, /vsis3/…). Was davon gebraucht wird, wird zuerst in den Cache des Benutzers kopiert. Aus: Kein Server wird etwas gefragt.</translation>
    </message>
    <message>
        <source>Images may then be GeoTIFFs and STAC items by https and s3</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bilder dürfen dann GeoTIFFs und STAC-Einträge über https und s3 sein</translation>
    </message>
    <message>
        <source>Images of the series with their dates</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bilder der Reihe mit ihren Daten</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Ordner importieren…</translation>
    </message>
    <message>
        <source>Import &amp;zip…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Zip importieren…</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Modell importieren</translation>
    </message>
    <message>
        <source>In Python and in batches</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>In Python und in Stapeln</translation>
    </message>
    <message>
        <source>In scripts</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>In Skripten</translation>
    </message>
    <message>
        <source>In which order the sites come.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>In welcher Reihenfolge die Stellen kommen.</translation>
    </message>
    <message>
        <source>Install the engine of Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Engine von Describe Changes installieren</translation>
    </message>
    <message>
        <source>Installation</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Installierte Modelle</translation>
    </message>
    <message>
        <source>Installing the packages. This takes a few minutes.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Pakete werden installiert. Das dauert einige Minuten.</translation>
    </message>
    <message>
        <source>Its ending says the format.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seine Endung bestimmt das Format.</translation>
    </message>
    <message>
        <source>Joplin after the tornado (May 2011)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Joplin nach dem Tornado (Mai 2011)</translation>
    </message>
    <message>
        <source>Joplin before the tornado (2007–2010)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Joplin vor dem Tornado (2007–2010)</translation>
    </message>
    <message>
        <source>Joplin, Missouri: aerial photographs from 2007–2010 and from after the tornado of 22 May 2011. {0} tiles, a few minutes on a CPU. Tiles are added to the map as they are finished, a group at a time.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Joplin, Missouri: Luftbilder von 2007–2010 und von nach dem Tornado vom 22. Mai 2011. {0} Kacheln, einige Minuten auf einer CPU. Fertige Kacheln kommen gruppenweise auf die Karte.</translation>
    </message>
    <message>
        <source>Keeps the words in the boxes as yours and goes on to the next site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Behält die Worte in den Feldern als Ihre und geht weiter zur nächsten Stelle.</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Last lines of the engine's log:</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Letzte Zeilen des Protokolls der Engine:</translation>
    </message>
    <message>
        <source>Later date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Späteres Datum</translation>
    </message>
    <message>
        <source>Later date, end</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Späteres Datum, Ende</translation>
    </message>
    <message>
        <source>Layer of polygons to stay within</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Layer mit Polygonen, in denen geblieben wird</translation>
    </message>
    <message>
        <source>Layer that gives the extent</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Layer, der die Ausdehnung vorgibt</translation>
    </message>
    <message>
        <source>Layer that is reviewed</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Layer, der durchgesehen wird</translation>
    </message>
    <message>
        <source>Layer to write</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zu schreibender Layer</translation>
    </message>
    <message>
        <source>Layer “{0}”: {1} rows.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Layer „{0}“: {1} Zeilen.</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Seiten werden gesetzt…</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Left empty: found like the earlier image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Leer: gefunden wie das frühere Bild.</translation>
    </message>
    <message>
        <source>Left empty: the layer the tiles were made from, else the files that the result names.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Leer: der Layer, aus dem die Kacheln gemacht wurden, sonst die Dateien, die das Ergebnis nennt.</translation>
    </message>
    <message>
        <source>Left empty: “What changed between … and …”. Remembered with the layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Leer gelassen: „What changed between … and …“. Wird mit dem Layer gemerkt.</translation>
    </message>
    <message>
        <source>Left out: {0} ({1}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Weggelassen: {0} ({1}).</translation>
    </message>
    <message>
        <source>Lets the engine read images by their address: GeoTIFFs and STAC items by https and s3. What is needed of them is copied into your cache. Off, no server is asked for images.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lässt die Engine Bilder über ihre Adresse lesen: GeoTIFFs und STAC-Einträge über https und s3. Was davon gebraucht wird, wird in Ihren Cache kopiert. Ausgeschaltet wird kein Server nach Bildern gefragt.</translation>
    </message>
    <message>
        <source>Letters, digits, “.”, “_” and “-”. Empty: the old name with “-tuned”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Buchstaben, Ziffern, „.“, „_“ und „-“. Leer: der alte Name mit „-tuned“.</translation>
    </message>
    <message>
        <source>Library that runs the network</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bibliothek, die das Netz rechnet</translation>
    </message>
    <message>
        <source>Licence</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licence of the imagery</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lizenz der Bilder</translation>
    </message>
    <message>
        <source>Licence of the model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lizenz des Modells</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Protokoll des Laufs</translation>
    </message>
    <message>
        <source>Log of the series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Protokoll der Reihe</translation>
    </message>
    <message>
        <source>Log: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Protokoll: {0}</translation>
    </message>
    <message>
        <source>Logo</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>M&amp;odelle…</translation>
    </message>
    <message>
        <source>Made with</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Gemacht mit</translation>
    </message>
    <message>
        <source>Make the before image the after image and the other way round</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das frühere Bild zum späteren machen und umgekehrt</translation>
    </message>
    <message>
        <source>Makes a Python environment of the plugin's own and installs the pinned packages there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Legt eine eigene Python-Umgebung der Erweiterung an und installiert dort die festgelegten Pakete.</translation>
    </message>
    <message>
        <source>Makes a new model that has learned from the tiles you reviewed</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Macht ein neues Modell, das aus den von Ihnen geprüften Kacheln gelernt hat</translation>
    </message>
    <message>
        <source>Makes the earlier image the later one and the other way round.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Macht das frühere Bild zum späteren und umgekehrt.</translation>
    </message>
    <message>
        <source>Making an environment with {0} in {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mit {0} wird eine Umgebung angelegt in {1}</translation>
    </message>
    <message>
        <source>Many providers of web maps forbid to store or to analyse their pictures. Fetch only what the terms allow.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Viele Anbieter von Webkarten verbieten, ihre Bilder zu speichern oder auszuwerten. Holen Sie nur, was deren Bedingungen erlauben.</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Measure vegetation and water by their bands</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vegetation und Wasser an ihren Kanälen messen</translation>
    </message>
    <message>
        <source>Measured</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Measured facts</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Gemessene Fakten</translation>
    </message>
    <message>
        <source>Measured: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Gemessen: {0}</translation>
    </message>
    <message>
        <source>Measuring the old and the new model: {0} of {1} pairs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das alte und das neue Modell werden gemessen: {0} von {1} Paaren</translation>
    </message>
    <message>
        <source>Missing: {0}. {1} {2}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Es fehlt: {0}. {1} {2}</translation>
    </message>
    <message>
        <source>Model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modell und Gerät</translation>
    </message>
    <message>
        <source>Model packs (*.zip)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modellpakete (*.zip)</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ausgangsmodell</translation>
    </message>
    <message>
        <source>Models of Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modelle von Describe Changes</translation>
    </message>
    <message>
        <source>Models that ship with the plugin stay</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mitgelieferte Modelle bleiben</translation>
    </message>
    <message>
        <source>Models: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modelle: {0}.</translation>
    </message>
    <message>
        <source>Models…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>More</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Most doubtful first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zweifelhafteste zuerst</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (about 6 GB)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>NVIDIA-Grafikkarte (etwa 6 GB)</translation>
    </message>
    <message>
        <source>Name a file for the HTML page, for the PDF, or for both.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nennen Sie eine Datei für die HTML-Seite, für das PDF, oder für beide.</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Name des neuen Modells</translation>
    </message>
    <message>
        <source>Near</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>In der Nähe</translation>
    </message>
    <message>
        <source>Next</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>No Python from 3.11 to 3.13 was found on this computer. Install one from python.org (or your system's packages) and press “Install engine” again; QGIS keeps its own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Auf diesem Rechner wurde kein Python von 3.11 bis 3.13 gefunden. Installieren Sie eines von python.org (oder aus den Paketen Ihres Systems) und drücken Sie erneut „Engine installieren“; QGIS behält sein eigenes.</translation>
    </message>
    <message>
        <source>No feature of “{0}” is selected. Select some, or untick “Selected features only”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Von „{0}“ ist kein Objekt gewählt. Wählen Sie welche, oder entfernen Sie das Häkchen bei „Nur gewählte Objekte“.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Es ist kein Modell installiert.</translation>
    </message>
    <message>
        <source>No model is installed. Import one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Es ist kein Modell installiert. Importieren Sie eines.</translation>
    </message>
    <message>
        <source>No pair is finished yet.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Noch ist kein Paar fertig.</translation>
    </message>
    <message>
        <source>No picture of “{0}” came from {1}. Check the connection, and whether the layer draws on the map at this place.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Von {1} kam kein Bild von „{0}“. Prüfen Sie die Verbindung und ob der Layer an dieser Stelle auf der Karte erscheint.</translation>
    </message>
    <message>
        <source>No-data values of “{0}” as its layer has them in QGIS: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Keine-Daten-Werte von „{0}“, wie der Layer sie in QGIS hat: {1}.</translation>
    </message>
    <message>
        <source>Not set: the sites; in Excel all but the tiles. A GeoPackage always holds all layers.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nicht gesetzt: die Stellen; in Excel alle außer den Kacheln. Ein GeoPackage enthält immer alle Layer.</translation>
    </message>
    <message>
        <source>Not set: torch. openvino is faster on a processor, if that package is installed in the engine's environment; masks are nearly the same, sentences may differ. auto measures once which is faster.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nicht gesetzt: torch. openvino ist auf einem Prozessor schneller, wenn dieses Paket in der Umgebung der Engine installiert ist; Masken sind fast gleich, Sätze können abweichen. auto misst einmal, was schneller ist.</translation>
    </message>
    <message>
        <source>Not understood, and left out: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nicht verstanden und weggelassen: {0}.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Nothing is to be written. Choose a place for at least one of the results.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Es soll nichts geschrieben werden. Wählen Sie für mindestens eines der Ergebnisse einen Ort.</translation>
    </message>
    <message>
        <source>Number of changed areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anzahl der geänderten Flächen</translation>
    </message>
    <message>
        <source>Number of changed tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anzahl der geänderten Kacheln</translation>
    </message>
    <message>
        <source>Number of held-out pairs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anzahl der zurückgehaltenen Paare</translation>
    </message>
    <message>
        <source>Number of pages of the PDF</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anzahl der Seiten des PDF</translation>
    </message>
    <message>
        <source>Number of pairs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anzahl der Paare</translation>
    </message>
    <message>
        <source>Number of pairs learned from</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anzahl der gelernten Paare</translation>
    </message>
    <message>
        <source>Number of pairs to learn from</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anzahl der Paare zum Lernen</translation>
    </message>
    <message>
        <source>Number of pairs written</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anzahl der geschriebenen Paare</translation>
    </message>
    <message>
        <source>Number of rows written</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anzahl geschriebener Zeilen</translation>
    </message>
    <message>
        <source>Number of sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zahl der Stellen</translation>
    </message>
    <message>
        <source>Number of sites shown</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anzahl gezeigter Stellen</translation>
    </message>
    <message>
        <source>Number of tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anzahl der Kacheln</translation>
    </message>
    <message>
        <source>Number of zones</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anzahl der Zonen</translation>
    </message>
    <message>
        <source>Numbers of the red, green and blue bands from 1, for example 3,2,1. Empty: those that you have chosen for the layer in QGIS, else what the file says, else the first three. Bands by which vegetation and water are measured are given by name where the file does not name them, for example nir=4, or 3,2,1,nir=8,swir=11.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nummern der Kanäle Rot, Grün und Blau ab 1, etwa 3,2,1. Leer: die, die Sie in QGIS für den Layer gewählt haben, sonst was die Datei sagt, sonst die ersten drei. Kanäle, an denen Vegetation und Wasser gemessen werden, gibt man mit Namen an, wo die Datei sie nicht nennt, zum Beispiel nir=4 oder 3,2,1,nir=8,swir=11.</translation>
    </message>
    <message>
        <source>O&amp;verlap</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Überla&amp;ppung</translation>
    </message>
    <message>
        <source>Off: what an earlier job left at the work file is discarded.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aus: Was eine frühere Aufgabe bei der Arbeitsdatei zurückließ, wird verworfen.</translation>
    </message>
    <message>
        <source>Old data</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Alte Daten</translation>
    </message>
    <message>
        <source>Old pairs per new pair</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Alte Paare je neuem Paar</translation>
    </message>
    <message>
        <source>One feature per site: its sentence, classes, changed area, place, certainty and both dates. Saved to a GeoPackage, the file also holds the changed areas, the tiles and the table “runs”, which says how all was made.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Objekt je Stelle: Satz, Klassen, veränderte Fläche, Ort, Gewissheit und beide Daten. In einem GeoPackage gespeichert, enthält die Datei auch die veränderten Flächen, die Kacheln und die Tabelle „runs“, die sagt, wie alles entstand.</translation>
    </message>
    <message>
        <source>One of the installed models. Not set: the model that described the tiles. In scripts also the folder of a model pack.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eines der installierten Modelle. Ohne Angabe: das Modell, das die Kacheln beschrieben hat. In Skripten auch der Ordner eines Modellpakets.</translation>
    </message>
    <message>
        <source>One of the installed models. Not set: the one that ships. “Models…” in the panel imports more. In scripts also the folder or zip file of a model pack.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eines der installierten Modelle. Ohne Angabe: das mitgelieferte. „Modelle…“ im Bedienfeld importiert weitere. In Skripten auch Ordner oder Zip-Datei eines Modellpakets.</translation>
    </message>
    <message>
        <source>One polygon per changed area with class, transition, area and perimeter. As a temporary layer it lies in the sites' GeoPackage.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Polygon je veränderter Fläche mit Klasse, Übergang, Fläche und Umfang. Als temporärer Layer liegt es im GeoPackage der Stellen.</translation>
    </message>
    <message>
        <source>One polygon per tile that was looked at, with its sentence, scores and facts; the sites are what is made of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Polygon je betrachteter Kachel mit Satz, Werten und Fakten; aus ihnen werden die Stellen gemacht.</translation>
    </message>
    <message>
        <source>One polygon per zone, and one for the ground outside all of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Polygon je Zone und eines für den Boden außerhalb aller.</translation>
    </message>
    <message>
        <source>One self-contained page with before, after and mask beside each sentence.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eine in sich geschlossene Seite mit Vorher, Nachher und Maske neben jedem Satz.</translation>
    </message>
    <message>
        <source>One self-contained page.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eine in sich geschlossene Seite.</translation>
    </message>
    <message>
        <source>One self-contained page: changed area per class and pair, and the same as a table.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eine in sich geschlossene Seite: geänderte Fläche je Klasse und Paar, und dasselbe als Tabelle.</translation>
    </message>
    <message>
        <source>Only needed for layers that do not say it, and whose model is not installed. Empty: the run's own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur nötig für Layer, die es nicht sagen und deren Modell nicht installiert ist. Leer: das des Laufs.</translation>
    </message>
    <message>
        <source>Only sites in the GeoPackage of a result can be asked about.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur Stellen im GeoPackage eines Ergebnisses können befragt werden.</translation>
    </message>
    <message>
        <source>Only sites in which something of this class has changed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur Stellen, an denen sich etwas dieser Klasse verändert hat.</translation>
    </message>
    <message>
        <source>Only sites that have no verdict yet.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur Stellen, die noch kein Urteil haben.</translation>
    </message>
    <message>
        <source>Only sites that were accepted or reworded</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur angenommene oder umformulierte Stellen</translation>
    </message>
    <message>
        <source>Only the polygons that are selected now count.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur die jetzt gewählten Polygone zählen.</translation>
    </message>
    <message>
        <source>Only this part is described. Left empty: everything that both rasters cover. Numbers without a CRS are in that of the later image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur dieser Teil wird beschrieben. Leer gelassen: alles, was beide Raster abdecken. Zahlen ohne KBS gelten in dem des späteren Bildes.</translation>
    </message>
    <message>
        <source>Only tiles in which the model sees a change.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur Kacheln, in denen das Modell eine Änderung sieht.</translation>
    </message>
    <message>
        <source>Only tiles that touch a polygon of this layer are described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur Kacheln, die ein Polygon dieses Layers berühren, werden beschrieben.</translation>
    </message>
    <message>
        <source>Only within polygons</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur innerhalb von Polygonen</translation>
    </message>
    <message>
        <source>Open &amp;logs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Protoko&amp;lle öffnen</translation>
    </message>
    <message>
        <source>Open a raster</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ein Raster öffnen</translation>
    </message>
    <message>
        <source>Open only</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur offene</translation>
    </message>
    <message>
        <source>Open rasters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Raster öffnen</translation>
    </message>
    <message>
        <source>Open the chart with its figures in the browser</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Diagramm mit seinen Zahlen im Browser öffnen</translation>
    </message>
    <message>
        <source>Open the layers when done</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Layer danach öffnen</translation>
    </message>
    <message>
        <source>Opens a raster file, puts it on the map and takes it as the earlier image; also one on a server, where that is allowed in the settings.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Öffnet eine Rasterdatei, legt sie auf die Karte und nimmt sie als früheres Bild; auch eine auf einem Server, wo die Einstellungen das erlauben.</translation>
    </message>
    <message>
        <source>Opens a raster file, puts it on the map and takes it as the later image; also one on a server, where that is allowed in the settings.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Öffnet eine Rasterdatei, legt sie auf die Karte und nimmt sie als späteres Bild; auch eine auf einem Server, wo die Einstellungen das erlauben.</translation>
    </message>
    <message>
        <source>Opens the changed areas for editing with QGIS's own tools; saving measures them again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Öffnet die geänderten Flächen zum Bearbeiten mit den Werkzeugen von QGIS; beim Speichern werden sie neu gemessen.</translation>
    </message>
    <message>
        <source>Opens the chart of changed area over time as a page in the browser.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Öffnet das Diagramm der geänderten Fläche über die Zeit als Seite im Browser.</translation>
    </message>
    <message>
        <source>Opens the folder with the logs of the engine and of installations.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Öffnet den Ordner mit den Protokollen der Engine und der Installationen.</translation>
    </message>
    <message>
        <source>Opens the page of QGIS's options where the engine is checked, installed or removed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Öffnet die Seite in den Optionen von QGIS, auf der die Engine geprüft, installiert oder entfernt wird.</translation>
    </message>
    <message>
        <source>Opens the user guide in the browser; it is on this computer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Öffnet das Benutzerhandbuch im Browser; es liegt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Opens “Report of a result” for the layer under review: one HTML page, a PDF with a page per site, or both. Rejected sites are left out unless you ask for them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Öffnet „Bericht über ein Ergebnis“ für den geprüften Layer: eine HTML-Seite, ein PDF mit einer Seite je Stelle oder beides. Verworfene Stellen bleiben weg, wenn Sie sie nicht verlangen.</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Outline (m)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Umriss (m)</translation>
    </message>
    <message>
        <source>Outlines as text (WKT) in CSV</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Umrisse als Text (WKT) in CSV</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Overlap of tiles (pixels)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Überlappung der Kacheln (Pixel)</translation>
    </message>
    <message>
        <source>PDF</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Pair {0} of {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Paar {0} von {1}</translation>
    </message>
    <message>
        <source>Pair {0} of {1}: {2}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Paar {0} von {1}: {2}</translation>
    </message>
    <message>
        <source>Paragraph that sums up the whole area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Absatz, der das ganze Gebiet zusammenfasst</translation>
    </message>
    <message>
        <source>Paragraphs for the head of the report. Remembered with the layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Absätze für den Kopf des Berichts. Werden mit dem Layer gemerkt.</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Part without data (%)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anteil ohne Daten (%)</translation>
    </message>
    <message>
        <source>Path of a GeoPackage beside which the engine keeps what is finished until the job is done; after a cancel the same job with the same file goes on from there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pfad eines GeoPackages, neben dem die Engine aufbewahrt, was fertig ist, bis die Aufgabe beendet ist; nach einem Abbruch geht dieselbe Aufgabe mit derselben Datei dort weiter.</translation>
    </message>
    <message>
        <source>Pi&amp;xel on the ground</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pi&amp;xel am Boden</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif)</translation>
    </message>
    <message>
        <source>Pixel of web maps on the ground (m)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pixel von Webkarten am Boden (m)</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Place</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Places where something changed, each said once and counted once.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Stellen, an denen sich etwas geändert hat, jede einmal gesagt und einmal gezählt.</translation>
    </message>
    <message>
        <source>Polygons by which changes are added up, such as wards: the result gets a layer with a paragraph for each. Empty: none.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Polygone, nach denen Änderungen zusammengezählt werden, etwa Stadtteile: Das Ergebnis bekommt einen Layer mit einem Absatz für jedes. Leer: keine.</translation>
    </message>
    <message>
        <source>Polygons of any CRS by which changes are added up, all of a layer or the selected ones: wards, lots, fields. The result gets a layer with a paragraph for each.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Polygone in beliebigem KBS, nach denen Änderungen zusammengezählt werden, alle eines Layers oder die gewählten: Stadtteile, Grundstücke, Felder. Das Ergebnis bekommt einen Layer mit einem Absatz für jedes.</translation>
    </message>
    <message>
        <source>Polygons of any CRS, all of a layer or the selected ones. Tiles that touch none of them are left out, and the change mask ends at their edge.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Polygone in beliebigem KBS, alle eines Layers oder die gewählten. Kacheln, die keines berühren, werden weggelassen, und die Änderungsmaske endet an ihrem Rand.</translation>
    </message>
    <message>
        <source>Polygons of any CRS, all of a layer or the selected ones: wards, lots, fields.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Polygone in beliebigem KBS, alle eines Layers oder die gewählten: Ortsteile, Flurstücke, Felder.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Private environment: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eigene Umgebung: {0}</translation>
    </message>
    <message>
        <source>Probability (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wahrscheinlichkeit (0–1)</translation>
    </message>
    <message>
        <source>Probability from which a pixel counts as changed. Empty: what the model advises.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wahrscheinlichkeit, ab der ein Pixel als geändert gilt. Leer: was das Modell rät.</translation>
    </message>
    <message>
        <source>Puts the example on the map and describes it; installs the engine first if there is none.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Legt das Beispiel auf die Karte und beschreibt es; installiert zuerst die Engine, wenn es keine gibt.</translation>
    </message>
    <message>
        <source>Puts the images in the order of their dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ordnet die Bilder nach ihrem Datum.</translation>
    </message>
    <message>
        <source>Python of the engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Python der Engine</translation>
    </message>
    <message>
        <source>Python: {0} ({1}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Python: {0} ({1}).</translation>
    </message>
    <message>
        <source>QGIS uses a SOCKS proxy, which pip cannot use; trying without it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>QGIS benutzt einen SOCKS-Proxy, den pip nicht benutzen kann; es wird ohne ihn versucht.</translation>
    </message>
    <message>
        <source>QGIS writes these layers itself, without the table “run” that says how they were made. Save both to one GeoPackage to keep it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>QGIS schreibt diese Layer selbst, ohne die Tabelle „run“, in der steht, wie sie entstanden sind. Speichern Sie beide in ein GeoPackage, um sie zu behalten.</translation>
    </message>
    <message>
        <source>Question about the sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Frage zu den Stellen</translation>
    </message>
    <message>
        <source>Raster of the change classes, a cloud-optimised GeoTIFF on the after image's grid.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Raster der Änderungsklassen, ein cloud-optimiertes GeoTIFF auf dem Gitter des späteren Bildes.</translation>
    </message>
    <message>
        <source>Raster of the earlier date: three or more bands (red, green and blue first unless Bands says otherwise), georeferenced. Several files of one date go in as a virtual raster (VRT). The two rasters may differ in CRS, resolution and size; their overlap is described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Raster des früheren Datums: drei oder mehr Kanäle (zuerst Rot, Grün und Blau, wenn Kanäle nichts anderes sagt), georeferenziert. Mehrere Dateien eines Datums gehen als virtuelles Raster (VRT) hinein. Die beiden Raster dürfen sich in KBS, Auflösung und Größe unterscheiden; beschrieben wird, wo sie sich überdecken.</translation>
    </message>
    <message>
        <source>Raster of the later date. Its pixel grid is the one the result is computed on.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Raster des späteren Datums. Auf seinem Pixelgitter wird das Ergebnis gerechnet.</translation>
    </message>
    <message>
        <source>Raster with one band per change class: how likely the model takes each pixel to be that change, from 0 to 1.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Raster mit einem Band je Änderungsklasse: für wie wahrscheinlich das Modell diese Änderung in jedem Pixel hält, von 0 bis 1.</translation>
    </message>
    <message>
        <source>Rasters of the project: files, and web maps, of which the extent is fetched first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Raster des Projekts: Dateien und Webkarten, deren Ausschnitt zuerst geholt wird</translation>
    </message>
    <message>
        <source>Rasters of the same place, one per date, in any order. Several files of one date go in as a virtual raster (VRT). They may differ in CRS, resolution and size; each pair is described where both lie.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Raster desselben Ortes, eines je Datum, in beliebiger Reihenfolge. Mehrere Dateien eines Datums gehen als virtuelles Raster (VRT) hinein. Sie dürfen sich in KBS, Auflösung und Größe unterscheiden; jedes Paar wird beschrieben, wo beide liegen.</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Read the user &amp;guide</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Benutzerhandbuch lesen</translation>
    </message>
    <message>
        <source>Reading the pairs…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Paare werden gelesen…</translation>
    </message>
    <message>
        <source>Reading the result…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Ergebnis wird gelesen…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Rejected tiles show no change</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abgelehnte Kacheln zeigen keine Änderung</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove “{0}” from this computer?</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ von diesem Rechner entfernen?</translation>
    </message>
    <message>
        <source>Removes that environment and gives its room back.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Entfernt diese Umgebung und gibt ihren Platz zurück.</translation>
    </message>
    <message>
        <source>Removes that environment and makes it anew.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Entfernt diese Umgebung und legt sie neu an.</translation>
    </message>
    <message>
        <source>Rep&amp;ort</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Be&amp;richt</translation>
    </message>
    <message>
        <source>Replace an earlier export</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Einen früheren Export ersetzen</translation>
    </message>
    <message>
        <source>Report</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Report of a result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bericht über ein Ergebnis</translation>
    </message>
    <message>
        <source>Report…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Results</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Return shows the sites that answer it; empty the box to see all again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Eingabetaste zeigt die Stellen, auf die es zutrifft; leeren Sie das Feld, um wieder alle zu sehen.</translation>
    </message>
    <message>
        <source>Review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Reviewed tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geprüfte Kacheln</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Tauschen</translation>
    </message>
    <message>
        <source>Save edits</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Save outlines</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Umrisse speichern</translation>
    </message>
    <message>
        <source>Saved in {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Gespeichert in {0}.</translation>
    </message>
    <message>
        <source>Score</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>See the &amp;models</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Modelle ansehen</translation>
    </message>
    <message>
        <source>Selected features only</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nur gewählte Objekte</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Set all three of an image or none. Not set: those that you have chosen for the layer in QGIS, else what the file says, else the first three.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Setzen Sie alle drei eines Bildes oder keinen. Ohne Angabe: die in QGIS für den Layer gewählten, sonst was die Datei sagt, sonst die ersten drei.</translation>
    </message>
    <message>
        <source>Share of held-out tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anteil der zurückgehaltenen Kacheln</translation>
    </message>
    <message>
        <source>Share with data (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anteil mit Daten (0–1)</translation>
    </message>
    <message>
        <source>Show &amp;tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ka&amp;cheln zeigen</translation>
    </message>
    <message>
        <source>Show, import and remove models</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modelle zeigen, importieren und entfernen</translation>
    </message>
    <message>
        <source>Shows the earlier image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zeigt das frühere Bild.</translation>
    </message>
    <message>
        <source>Shows the installed models with their cards, and imports or removes some.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zeigt die installierten Modelle mit ihren Steckbriefen, importiert oder entfernt welche.</translation>
    </message>
    <message>
        <source>Shows the installed models, and imports or removes some.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zeigt die installierten Modelle, importiert oder entfernt welche.</translation>
    </message>
    <message>
        <source>Shows the later image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zeigt das spätere Bild.</translation>
    </message>
    <message>
        <source>Shows the two images in turn, so that what differs catches the eye.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zeigt die beiden Bilder abwechselnd, damit Unterschiede ins Auge fallen.</translation>
    </message>
    <message>
        <source>Side of a pixel on the ground (m)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seite eines Pixels am Boden (m)</translation>
    </message>
    <message>
        <source>Side of a pixel on the ground; where the server has tiles, the nearest is taken</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seite eines Pixels am Boden; wo der Server Kacheln hat, wird die nächste Auflösung genommen</translation>
    </message>
    <message>
        <source>Side of a tile in pixels. Larger tiles see more context and give fewer sentences.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seite einer Kachel in Pixeln. Größere Kacheln sehen mehr Umgebung und geben weniger Sätze.</translation>
    </message>
    <message>
        <source>Side of a tile; each tile gets a sentence. Empty: the model's own, which it does best.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seite einer Kachel; jede Kachel bekommt einen Satz. Leer: die des Modells, mit der es am besten arbeitet.</translation>
    </message>
    <message>
        <source>Site</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Sites or tiles of a result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Stellen oder Kacheln eines Ergebnisses</translation>
    </message>
    <message>
        <source>Sites or tiles to judge</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zu beurteilende Stellen oder Kacheln</translation>
    </message>
    <message>
        <source>Sites shown with images, at most</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Stellen mit Bildern, höchstens</translation>
    </message>
    <message>
        <source>Sites that were not rejected</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Stellen, die nicht verworfen wurden</translation>
    </message>
    <message>
        <source>Sites to show</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zu zeigende Stellen</translation>
    </message>
    <message>
        <source>Size</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Smallest chan&amp;ge</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Kleinste &amp;Änderung</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Kleinste Änderung</translation>
    </message>
    <message>
        <source>Smallest change (m²)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Kleinste Änderung (m²)</translation>
    </message>
    <message>
        <source>So many of the tiles are kept for comparing the old and the new model. About 30 tiles can tell.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>So viele der Kacheln bleiben für den Vergleich des alten mit dem neuen Modell. Etwa 30 Kacheln reichen dafür.</translation>
    </message>
    <message>
        <source>Sort &amp;by date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Na&amp;ch Datum ordnen</translation>
    </message>
    <message>
        <source>Stands below the title. Remembered for the next report.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Steht unter dem Titel. Wird für den nächsten Bericht gemerkt.</translation>
    </message>
    <message>
        <source>Stands beside the author. Remembered for the next report.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Steht neben dem Autor. Wird für den nächsten Bericht gemerkt.</translation>
    </message>
    <message>
        <source>Start</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Start</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Engine wird gestartet…</translation>
    </message>
    <message>
        <source>Starts the engine and says which torch, devices and models it has.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Startet die Engine und sagt, welches torch, welche Geräte und Modelle sie hat.</translation>
    </message>
    <message>
        <source>State facts of your own; Ctrl+Return keeps them, marked as not measured</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Eigene Fakten angeben; Strg+Eingabe behält sie, als nicht gemessen gekennzeichnet</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Schritt {0} von {1}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Stops the installation. What is there is kept for the next try.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hält die Installation an. Was da ist, bleibt für den nächsten Versuch.</translation>
    </message>
    <message>
        <source>Stops the run at once. What is finished stays on the map and can be resumed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hält den Lauf sofort an. Was fertig ist, bleibt auf der Karte und kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Stops the run. What is finished stays on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hält den Lauf an. Was fertig ist, bleibt auf der Karte.</translation>
    </message>
    <message>
        <source>Stops what is going on. What is there is kept for the next try.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hält an, was gerade läuft. Was da ist, bleibt für den nächsten Versuch.</translation>
    </message>
    <message>
        <source>Summary table</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tabelle der Summen</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sicherste zuerst</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>T&amp;hreshold</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sch&amp;welle</translation>
    </message>
    <message>
        <source>Take the earlier image from a file</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das frühere Bild aus einer Datei nehmen</translation>
    </message>
    <message>
        <source>Take the later image from a file</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das spätere Bild aus einer Datei nehmen</translation>
    </message>
    <message>
        <source>Take the selected images out of the series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die gewählten Bilder aus der Reihe nehmen</translation>
    </message>
    <message>
        <source>Takes the chosen images out of the series; their layers stay in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nimmt die gewählten Bilder aus der Reihe; ihre Layer bleiben im Projekt.</translation>
    </message>
    <message>
        <source>Takes the last verdict back and goes to its site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nimmt das letzte Urteil zurück und geht zu seiner Stelle.</translation>
    </message>
    <message>
        <source>Tell in words, masks and facts what changed between two dated rasters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>In Worten, Masken und Fakten sagen, was sich zwischen zwei datierten Rastern geändert hat</translation>
    </message>
    <message>
        <source>Tells in words, masks and measured facts what changed between two dated rasters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sagt in Worten, Masken und gemessenen Fakten, was sich zwischen zwei datierten Rastern geändert hat</translation>
    </message>
    <message>
        <source>Tells what changed along several dated rasters, in one result for the Temporal Controller</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sagt, was sich über mehrere datierte Raster hinweg geändert hat, in einem Ergebnis für die Zeitsteuerung</translation>
    </message>
    <message>
        <source>The STAC item has its image in {0} files; name the address of one file, or use the command line.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Bild des STAC-Eintrags liegt in {0} Dateien; nennen Sie die Adresse einer Datei, oder nehmen Sie die Kommandozeile.</translation>
    </message>
    <message>
        <source>The before date ({0}) is later than the after date ({1}). Swap the two rasters or correct the dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das frühere Datum ({0}) liegt nach dem späteren ({1}). Tauschen Sie die Raster oder berichtigen Sie die Daten.</translation>
    </message>
    <message>
        <source>The changed area per class. A click on a pair shows only that pair, Escape shows all.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die veränderte Fläche je Klasse. Ein Klick auf ein Paar zeigt nur dieses Paar, Esc zeigt alle.</translation>
    </message>
    <message>
        <source>The changed area per pair and class as CSV.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die geänderte Fläche je Paar und Klasse als CSV.</translation>
    </message>
    <message>
        <source>The changed areas of “{0}” were not found. Add their layer to the project, or choose it under “Changed areas”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die veränderten Flächen zu „{0}“ wurden nicht gefunden. Fügen Sie ihren Layer dem Projekt hinzu, oder wählen Sie ihn unter „Veränderte Flächen“.</translation>
    </message>
    <message>
        <source>The class of change of every pixel.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Klasse der Änderung jedes Pixels.</translation>
    </message>
    <message>
        <source>The disk of {0} is full ({1:.1f} GB free; the engine needs {2} GB in all). Make room and press “Install engine” again: it goes on from what is there. “Remove” gives the room back.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Datenträger von {0} ist voll ({1:.1f} GB frei; die Engine braucht insgesamt {2} GB). Schaffen Sie Platz und drücken Sie erneut „Engine installieren“: Es geht mit dem weiter, was schon da ist. „Entfernen“ gibt den Platz zurück.</translation>
    </message>
    <message>
        <source>The earlier image: a file with a CRS, or a web map, of which the extent is fetched into a file first. CRS and resolution may differ.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das frühere Bild: eine Datei mit KBS oder eine Webkarte, deren Ausschnitt zuerst in eine Datei geholt wird. KBS und Auflösung dürfen verschieden sein.</translation>
    </message>
    <message>
        <source>The engine did not start within {0} minutes.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Engine ist nicht innerhalb von {0} Minuten gestartet.</translation>
    </message>
    <message>
        <source>The engine ended without starting the job.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Engine endete, ohne die Aufgabe zu beginnen.</translation>
    </message>
    <message>
        <source>The engine speaks another version of the protocol than this plugin. Press “Install engine” in Settings ▸ Options… ▸ Describe Changes to renew it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Engine spricht eine andere Version des Protokolls als diese Erweiterung. Drücken Sie „Engine installieren“ unter Einstellungen ▸ Optionen… ▸ Describe Changes, um sie zu erneuern.</translation>
    </message>
    <message>
        <source>The engine {0}. Nothing was written.{1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Engine {0}. Es wurde nichts geschrieben.{1}</translation>
    </message>
    <message>
        <source>The engine's Python {0} could not be started: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Python der Engine ({0}) konnte nicht gestartet werden: {1}.</translation>
    </message>
    <message>
        <source>The engine's Python {0} does not exist any more. Clear the path above to have it found automatically, or press “Install engine”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Python der Engine, {0}, gibt es nicht mehr. Leeren Sie den Pfad oben, damit es selbst gefunden wird, oder drücken Sie „Engine installieren“.</translation>
    </message>
    <message>
        <source>The engine's Python {0} does not exist any more. Open Settings ▸ Options… ▸ Describe Changes, clear the path to have it found automatically, or press “Install engine”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Python der Engine ({0}) gibt es nicht mehr. Öffnen Sie Einstellungen ▸ Optionen… ▸ Describe Changes, leeren Sie den Pfad, damit es von selbst gefunden wird, oder drücken Sie „Engine installieren“.</translation>
    </message>
    <message>
        <source>The engine's Python {0} lacks something: {1}. Press “Install engine” in Settings ▸ Options… ▸ Describe Changes, or name another Python there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dem Python der Engine ({0}) fehlt etwas: {1}. Drücken Sie „Engine installieren“ unter Einstellungen ▸ Optionen… ▸ Describe Changes, oder nennen Sie dort ein anderes Python.</translation>
    </message>
    <message>
        <source>The engine's Python: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Python der Engine: {0}</translation>
    </message>
    <message>
        <source>The environment variable {0} names {1}, which does not exist.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Umgebungsvariable {0} nennt {1}; das gibt es nicht.</translation>
    </message>
    <message>
        <source>The example could not be copied to {0}: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Beispiel konnte nicht nach {0} kopiert werden: {1}.</translation>
    </message>
    <message>
        <source>The example {0} cannot be opened. Install the plugin Describe Changes again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Beispiel {0} lässt sich nicht öffnen. Installieren Sie die Erweiterung Describe Changes neu.</translation>
    </message>
    <message>
        <source>The extent does not touch “{0}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Ausschnitt berührt „{0}“ nicht.</translation>
    </message>
    <message>
        <source>The extent does not touch “{0}”. Draw it over the images or leave it empty. Numbers without a CRS are read in that of the later image, {1}; another CRS is written behind them, as [EPSG:4326].</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Ausdehnung berührt „{0}“ nicht. Zeichnen Sie sie über die Bilder, oder lassen Sie sie leer. Zahlen ohne KBS gelten im KBS des späteren Bildes, {1}; ein anderes KBS steht dahinter, etwa [EPSG:4326].</translation>
    </message>
    <message>
        <source>The extent of a layer</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Ausdehnung eines Layers</translation>
    </message>
    <message>
        <source>The facts above are your statement, not a measurement.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Fakten oben sind Ihre Aussage, keine Messung.</translation>
    </message>
    <message>
        <source>The facts of the tile, measured on the change mask. What you write over them is kept as your statement, marked as not measured, with the measurement behind it; empty the box to take it back.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Fakten der Kachel, an der Änderungsmaske gemessen. Was Sie darüberschreiben, bleibt als Ihre Aussage, als nicht gemessen gekennzeichnet, mit der Messung dahinter; ein leeres Feld nimmt sie zurück.</translation>
    </message>
    <message>
        <source>The field of the zones' names. Features of one name are one zone; empty: each by its number.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Feld mit den Namen der Zonen. Objekte gleichen Namens sind eine Zone; leer: jedes nach seiner Nummer.</translation>
    </message>
    <message>
        <source>The file of the {0} raster “{1}” is gone: {2}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Datei des Rasters „{1}“ (das {0}) ist verschwunden: {2}.</translation>
    </message>
    <message>
        <source>The folder {0} does not exist. Create it, or write the result elsewhere.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Den Ordner {0} gibt es nicht. Legen Sie ihn an, oder schreiben Sie das Ergebnis woandershin.</translation>
    </message>
    <message>
        <source>The folder {0} for unfinished work cannot be made: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Ordner {0} für unfertige Arbeit kann nicht angelegt werden: {1}.</translation>
    </message>
    <message>
        <source>The folder {0} is read-only. Write the result elsewhere.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Ordner {0} ist schreibgeschützt. Schreiben Sie das Ergebnis woandershin.</translation>
    </message>
    <message>
        <source>The images of the series, from the earliest to the latest, each with its date.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Bilder der Reihe vom frühesten zum spätesten, jedes mit seinem Datum.</translation>
    </message>
    <message>
        <source>The installation stopped while {0}. Check the network and the log, then try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Installation brach ab, während {0}. Prüfen Sie Netz und Protokoll und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The largest come first; the report says how many are left out. All are drawn on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die größten kommen zuerst; der Bericht sagt, wie viele fehlen. Auf der Karte sind alle gezeichnet.</translation>
    </message>
    <message>
        <source>The later image: a file with a CRS, or a web map, of which the extent is fetched into a file first. CRS and resolution may differ.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das spätere Bild: eine Datei mit KBS oder eine Webkarte, deren Ausschnitt zuerst in eine Datei geholt wird. KBS und Auflösung dürfen verschieden sein.</translation>
    </message>
    <message>
        <source>The layer does not say whose pictures these are.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Layer sagt nicht, wem diese Bilder gehören.</translation>
    </message>
    <message>
        <source>The layer of changed areas of the same run, from which the masks are drawn. Left empty it is looked for in the same GeoPackage, then in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Layer der geänderten Flächen desselben Laufs, aus dem die Masken gezeichnet werden. Bleibt er leer, wird er im selben GeoPackage gesucht, dann im Projekt.</translation>
    </message>
    <message>
        <source>The layer of changed areas of the same run. Left empty it is looked for in the same GeoPackage, then in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Layer der geänderten Flächen desselben Laufs. Bleibt er leer, wird er im selben GeoPackage gesucht, dann im Projekt.</translation>
    </message>
    <message>
        <source>The layer of changed areas that belongs to this result is not in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Layer der veränderten Flächen, der zu diesem Ergebnis gehört, ist nicht im Projekt.</translation>
    </message>
    <message>
        <source>The layer of sites, or of tiles, that is reviewed. Verdicts are written into its fields.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Layer der Stellen oder Kacheln, der durchgesehen wird. Urteile werden in seine Felder geschrieben.</translation>
    </message>
    <message>
        <source>The layer of the result cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Layer des Ergebnisses lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The layer of the zones cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Layer der Zonen lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The layer of the zones holds no polygon.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Layer der Zonen enthält kein Polygon.</translation>
    </message>
    <message>
        <source>The layer of tiles that “Describe changes” has made and that you have reviewed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Layer der Kacheln, den „Änderungen beschreiben“ gemacht hat und den Sie geprüft haben.</translation>
    </message>
    <message>
        <source>The layer whose extent is described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Layer, dessen Ausdehnung beschrieben wird.</translation>
    </message>
    <message>
        <source>The layers could not be copied for the report: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Layer konnten für den Bericht nicht kopiert werden: {0}</translation>
    </message>
    <message>
        <source>The layout template {0} cannot be read: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Layoutvorlage {0} kann nicht gelesen werden: {1}</translation>
    </message>
    <message>
        <source>The map canvas as it is now</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Kartenausschnitt, wie er jetzt ist</translation>
    </message>
    <message>
        <source>The map shows the latest pair; a click on the chart shows another, Escape all.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Karte zeigt das letzte Paar; ein Klick ins Diagramm zeigt ein anderes, Escape alle.</translation>
    </message>
    <message>
        <source>The model is sure.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Modell ist sicher.</translation>
    </message>
    <message>
        <source>The model that looks at the images: an installed one, or the folder of a model pack.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Modell, das die Bilder ansieht: ein installiertes oder der Ordner eines Modellpakets.</translation>
    </message>
    <message>
        <source>The neural network runs in a Python of its own, apart from QGIS. Leave the path empty to have it found automatically.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das neuronale Netz läuft in einem eigenen Python, getrennt von QGIS. Lassen Sie den Pfad leer, damit es von selbst gefunden wird.</translation>
    </message>
    <message>
        <source>The new model is worse at something that could be measured; read the last lines of the log.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das neue Modell ist in etwas Messbarem schlechter; lesen Sie die letzten Zeilen des Protokolls.</translation>
    </message>
    <message>
        <source>The overlap ({0}) must be less than the tile size ({1}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Überlappung ({0}) muss kleiner als die Kachelgröße ({1}) sein.</translation>
    </message>
    <message>
        <source>The paragraph, counts, areas and the chart are those of the sites shown.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Absatz, Anzahlen, Flächen und Diagramm sind die der gezeigten Stellen.</translation>
    </message>
    <message>
        <source>The polygons of a layer</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Polygone eines Layers</translation>
    </message>
    <message>
        <source>The private environment is removed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die eigene Umgebung ist entfernt.</translation>
    </message>
    <message>
        <source>The probability of each class of change at every pixel.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Wahrscheinlichkeit jeder Änderungsklasse an jedem Pixel.</translation>
    </message>
    <message>
        <source>The rectangle that is described; draw it on the map or type its corners.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Rechteck, das beschrieben wird; zeichnen Sie es auf der Karte oder tippen Sie seine Ecken.</translation>
    </message>
    <message>
        <source>The resolution in which web maps are fetched, on the ground. Smaller pixels show more and are more to fetch; at most 25 million are.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Auflösung am Boden, in der Webkarten geholt werden. Kleinere Pixel zeigen mehr, und es sind mehr zu holen; höchstens 25 Millionen werden geholt.</translation>
    </message>
    <message>
        <source>The result could not be written to {0}: {1}. It is kept in {2}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Ergebnis konnte nicht nach {0} geschrieben werden: {1}. Es liegt noch in {2}.</translation>
    </message>
    <message>
        <source>The run failed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Lauf ist gescheitert.</translation>
    </message>
    <message>
        <source>The same series with the same result file goes on from there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dieselbe Reihe mit derselben Ergebnisdatei macht dort weiter.</translation>
    </message>
    <message>
        <source>The sentence is right: goes on to the next site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Satz stimmt: weiter zur nächsten Stelle.</translation>
    </message>
    <message>
        <source>The sentence of the site. Write your own over it and keep it with Ctrl+Return.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Satz der Stelle. Schreiben Sie Ihren eigenen darüber und behalten Sie ihn mit Strg+Eingabe.</translation>
    </message>
    <message>
        <source>The sites, or the tiles of an older result. The chosen one is shown and flashed on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Stellen, oder die Kacheln eines älteren Ergebnisses. Die gewählte wird auf der Karte gezeigt und blinkt auf.</translation>
    </message>
    <message>
        <source>The squares that the model looked at, each with its sentence; they overlap.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Quadrate, die das Modell angesehen hat, jedes mit seinem Satz; sie überlappen sich.</translation>
    </message>
    <message>
        <source>The style could not be stored in {0}: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Der Stil konnte nicht in {0} gespeichert werden: {1}</translation>
    </message>
    <message>
        <source>The table “{1}” in {0} is no result of Describe Changes. Choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Tabelle „{1}“ in {0} ist kein Ergebnis von Describe Changes. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The training packages are there. “Fine-tune a model on reviewed tiles” can be run.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Trainingspakete sind da. „Ein Modell an geprüften Kacheln nachtrainieren“ kann laufen.</translation>
    </message>
    <message>
        <source>The two images that this result was made from are not in the project; add them first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die beiden Bilder, aus denen dieses Ergebnis entstand, sind nicht im Projekt; fügen Sie sie erst hinzu.</translation>
    </message>
    <message>
        <source>The verdict could not be written into “{0}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Urteil konnte nicht in „{0}“ geschrieben werden.</translation>
    </message>
    <message>
        <source>The web map cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Webkarte kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The web map could not be fetched.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Die Webkarte konnte nicht geholt werden.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das {0} Raster „{1}“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” has no CRS, so it cannot be laid over the other. Tell QGIS which it is (right-click ▸ Layer CRS).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Raster „{1}“ ({0}) hat kein KBS und kann daher nicht über das andere gelegt werden. Sagen Sie QGIS, welches es ist (Rechtsklick ▸ Layer-KBS).</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” is a web map. Run “Clip a web map” on it first, and take what it makes.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Raster „{1}“ ({0}) ist eine Webkarte. Wenden Sie zuerst „Webkarte ausschneiden“ darauf an und nehmen Sie, was dabei entsteht.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” is not a file. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das {0} Raster „{1}“ ist keine Datei. Speichern Sie es zuerst als GeoTIFF (Rechtsklick ▸ Export ▸ Speichern als…).</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” is one of several in its file: {2}. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Raster „{1}“ ({0}) ist eines von mehreren in seiner Datei: {2}. Speichern Sie es zuerst als GeoTIFF (Rechtsklick ▸ Export ▸ Speichern als…).</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” lies in an archive: {2}. Unpack it and add the file that was in it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Raster „{1}“ ({0}) liegt in einem Archiv: {2}. Entpacken Sie es, und fügen Sie die Datei daraus hinzu.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” lies on a server. Tick “Allow reading from servers” (for the panel in Settings ▸ Options… ▸ Describe Changes), or save it as GeoTIFF first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Raster „{1}“ ({0}) liegt auf einem Server. Haken Sie „Lesen von Servern erlauben“ an (für das Bedienfeld unter Einstellungen ▸ Optionen… ▸ Describe Changes), oder speichern Sie es zuerst als GeoTIFF.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” lies on the web. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Raster „{1}“ ({0}) liegt im Netz. Speichern Sie es zuerst als GeoTIFF (Rechtsklick ▸ Export ▸ Speichern als…).</translation>
    </message>
    <message>
        <source>Then</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Danach</translation>
    </message>
    <message>
        <source>There are {0} dates for {1} images.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Es sind {0} Daten für {1} Bilder.</translation>
    </message>
    <message>
        <source>There is no engine of the plugin's own to add them to. Press “Install engine” first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Es gibt keine eigene Engine des Plugins, zu der sie kommen könnten. Drücken Sie zuerst „Engine installieren“.</translation>
    </message>
    <message>
        <source>There is no engine yet. Press “Install engine”, or name a Python above that already has it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Es gibt noch keine Engine. Drücken Sie „Engine installieren“ oder nennen Sie oben ein Python, das sie schon hat.</translation>
    </message>
    <message>
        <source>There is no rectangle yet. Draw it on the map, or describe all that both images cover.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Es gibt noch kein Rechteck. Zeichnen Sie es auf der Karte, oder beschreiben Sie alles, was beide Bilder zeigen.</translation>
    </message>
    <message>
        <source>There is no result in the project. Run “Describe changes” first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Im Projekt gibt es kein Ergebnis. Führen Sie erst „Änderungen beschreiben“ aus.</translation>
    </message>
    <message>
        <source>There is no such change: goes on to the next site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Diese Veränderung gibt es nicht: weiter zur nächsten Stelle.</translation>
    </message>
    <message>
        <source>There was none.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Es gab keine.</translation>
    </message>
    <message>
        <source>This is doubtful: look closely.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das ist zweifelhaft: Sehen Sie genau hin.</translation>
    </message>
    <message>
        <source>This is likely.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das ist wahrscheinlich.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Threshold (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Schwelle (0–1)</translation>
    </message>
    <message>
        <source>Ti&amp;le size</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Kachelgr&amp;öße</translation>
    </message>
    <message>
        <source>Tile</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>Tile size</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Kachelgröße</translation>
    </message>
    <message>
        <source>Tile size (pixels)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Kachelgröße (Pixel)</translation>
    </message>
    <message>
        <source>Time series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zeitreihe</translation>
    </message>
    <message>
        <source>Title</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Training data</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>User guide</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Benutzerhandbuch</translation>
    </message>
    <message>
        <source>Vegetation and water lost and gained, measured by indices where both images have a band that is known to be near infrared; with short-wave infrared bare ground, too. On pixels of any size.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Verlorene und gewonnene Vegetation und Wasserfläche, mit Indizes gemessen, wo beide Bilder einen Kanal haben, der als nahes Infrarot bekannt ist; mit kurzwelligem Infrarot auch offener Boden. Bei jeder Pixelgröße.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Version</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Version</translation>
    </message>
    <message>
        <source>Web map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Webkarte</translation>
    </message>
    <message>
        <source>Web maps</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Webkarten</translation>
    </message>
    <message>
        <source>Web maps as images</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Webkarten als Bilder</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>What computes: the CPU or a graphics card. Automatic takes the fastest that works.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Was rechnet: die CPU oder eine Grafikkarte. Automatisch nimmt das Schnellste, das geht.</translation>
    </message>
    <message>
        <source>What fine-tuning needs beside the engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Was das Nachtrainieren neben der Engine braucht</translation>
    </message>
    <message>
        <source>What is fetched of it. Numbers without a CRS are in that of the web map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Was davon geholt wird. Zahlen ohne KBS gelten in dem der Webkarte.</translation>
    </message>
    <message>
        <source>What is fetched of web maps, and whose it is</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Was von Webkarten geholt wird und wem es gehört</translation>
    </message>
    <message>
        <source>What it tells apart</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Was es unterscheidet</translation>
    </message>
    <message>
        <source>What lies on a server is looked at when the run begins.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Was auf einem Server liegt, wird angesehen, wenn der Lauf beginnt.</translation>
    </message>
    <message>
        <source>What part is described</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Welcher Teil beschrieben wird</translation>
    </message>
    <message>
        <source>What the engine or the installation says.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Was die Engine oder die Installation sagt.</translation>
    </message>
    <message>
        <source>What the engine says</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Was die Engine sagt</translation>
    </message>
    <message>
        <source>What the engine says while it runs.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Was die Engine sagt, während sie läuft.</translation>
    </message>
    <message>
        <source>What the model is</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Was das Modell ist</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Worauf zu achten ist</translation>
    </message>
    <message>
        <source>What “Export reviewed tiles for training” has written, or a folder that holds several such exports.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Was „Geprüfte Kacheln fürs Training exportieren“ geschrieben hat, oder ein Ordner mit mehreren solchen Exporten.</translation>
    </message>
    <message>
        <source>When the earlier image was taken: 2011, 2011-05 or 2011-05-22. Filled in where it is known.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wann das frühere Bild aufgenommen wurde: 2011, 2011-05 oder 2011-05-22. Ausgefüllt, wo es bekannt ist.</translation>
    </message>
    <message>
        <source>When the later image was taken: 2011, 2011-05 or 2011-05-22. Filled in where it is known.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wann das spätere Bild aufgenommen wurde: 2011, 2011-05 oder 2011-05-22. Ausgefüllt, wo es bekannt ist.</translation>
    </message>
    <message>
        <source>Where the server has tiles, their nearest resolution is taken. At most 25 million pixels are fetched.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Wo der Server Kacheln hat, wird deren nächste Auflösung genommen. Höchstens 25 Millionen Pixel werden geholt.</translation>
    </message>
    <message>
        <source>Whether each image is compared with the one before it or with the first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ob jedes Bild mit dem davor oder mit dem ersten verglichen wird.</translation>
    </message>
    <message>
        <source>Whether this page is in front when the panel opens. It stays as the first tab in any case.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ob diese Seite vorn ist, wenn das Bedienfeld sich öffnet. Sie bleibt in jedem Fall der erste Reiter.</translation>
    </message>
    <message>
        <source>Which bands are red, green and blue, for example 3,2,1. Left empty, the file decides. Bands by which vegetation and water are measured are given by name where the file does not name them, for example nir=4.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Welche Kanäle Rot, Grün und Blau sind, zum Beispiel 3,2,1. Bleibt es leer, entscheidet die Datei. Kanäle, an denen Vegetation und Wasser gemessen werden, gibt man mit Namen an, wo die Datei sie nicht nennt, zum Beispiel nir=4.</translation>
    </message>
    <message>
        <source>Which part of the ground that both images cover is described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Welcher Teil des Bodens, den beide Bilder zeigen, beschrieben wird.</translation>
    </message>
    <message>
        <source>Which torch is installed: the small one for the CPU or the one for NVIDIA cards.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Welches torch installiert wird: das kleine für die CPU oder das für NVIDIA-Karten.</translation>
    </message>
    <message>
        <source>Why not looked at</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Warum nicht betrachtet</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Breite in Pixeln</translation>
    </message>
    <message>
        <source>Without this a CSV file has the columns alone.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ohne dies hat eine CSV-Datei nur die Spalten.</translation>
    </message>
    <message>
        <source>Without this a folder that holds an export already is left alone.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ohne dies bleibt ein Ordner, der schon einen Export enthält, unberührt.</translation>
    </message>
    <message>
        <source>Words of</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Worte von</translation>
    </message>
    <message>
        <source>Write the result as an HTML page or a PDF, with your verdicts and words</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Das Ergebnis als HTML-Seite oder PDF schreiben, mit Ihren Urteilen und Worten</translation>
    </message>
    <message>
        <source>Write your own sentence; Ctrl+Return keeps it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Schreiben Sie Ihren eigenen Satz; Strg+Eingabe behält ihn</translation>
    </message>
    <message>
        <source>Writes a report of this layer as it is now, with your verdicts and words.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Schreibt einen Bericht über diesen Layer, wie er jetzt ist, mit Ihren Urteilen und Worten.</translation>
    </message>
    <message>
        <source>Writes rejected tiles as pairs in which nothing has changed. Only tick this if you rejected tiles because nothing has changed there, and not because the sentence was bad.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Schreibt abgelehnte Kacheln als Paare, in denen sich nichts geändert hat. Setzen Sie das Häkchen nur, wenn Sie Kacheln ablehnten, weil sich dort nichts geändert hat, und nicht, weil der Satz schlecht war.</translation>
    </message>
    <message>
        <source>Writes sites, changed areas or tiles as GeoJSON, FlatGeobuf, GeoParquet, CSV, Excel or GeoPackage</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Schreibt Stellen, geänderte Flächen oder Kacheln als GeoJSON, FlatGeobuf, GeoParquet, CSV, Excel oder GeoPackage</translation>
    </message>
    <message>
        <source>Writes the tiles you accepted or reworded as a data set from which a model can learn</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Schreibt die Kacheln, die Sie angenommen oder umformuliert haben, als Datensatz, aus dem ein Modell lernen kann</translation>
    </message>
    <message>
        <source>Writes tiles that you have not looked at as the model described them; it then learns its own errors.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Schreibt auch Kacheln, die Sie nicht angesehen haben, so wie das Modell sie beschrieb; es lernt dann seine eigenen Fehler.</translation>
    </message>
    <message>
        <source>Writes what changed as one HTML page or a PDF, with the verdicts and words of the review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Schreibt, was sich geändert hat, als HTML-Seite oder PDF, mit den Urteilen und Worten der Prüfung</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Datei wird geschrieben…</translation>
    </message>
    <message>
        <source>Written: {0} of {1} tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Geschrieben: {0} von {1} Kacheln</translation>
    </message>
    <message>
        <source>Your words</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ihre Worte</translation>
    </message>
    <message>
        <source>Zone nam&amp;es</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zon&amp;ennamen</translation>
    </message>
    <message>
        <source>Zones</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>Zones come with a GeoPackage of the whole result only. “Changes by zone” adds them up from layers.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zonen gibt es nur mit einem GeoPackage des ganzen Ergebnisses. „Änderungen nach Zonen“ zählt sie aus Layern zusammen.</translation>
    </message>
    <message>
        <source>after</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>spätere</translation>
    </message>
    <message>
        <source>as the model advises</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>wie das Modell rät</translation>
    </message>
    <message>
        <source>auto takes a graphics card where the engine sees one, else the CPU. The log says which.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>auto nimmt eine Grafikkarte, wo die Engine eine sieht, sonst die CPU. Das Protokoll sagt, welches.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>automatic: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>automatisch: {0}</translation>
    </message>
    <message>
        <source>before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>frühere</translation>
    </message>
    <message>
        <source>change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Änderungserkennung</translation>
    </message>
    <message>
        <source>change detection,caption,difference,before,after,time,imagery,mask,buildings,deep learning</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Änderungserkennung,Beschreibung,Unterschied,vorher,nachher,Zeit,Bilder,Maske,Gebäude,change detection,deep learning</translation>
    </message>
    <message>
        <source>date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Datum</translation>
    </message>
    <message>
        <source>decided by the engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>entscheidet die Engine</translation>
    </message>
    <message>
        <source>export,save as,csv,excel,xlsx,geojson,geoparquet,flatgeobuf,review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>export,speichern unter,csv,excel,xlsx,geojson,geoparquet,flatgeobuf,prüfung</translation>
    </message>
    <message>
        <source>first three, or 3,2,1</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>die ersten drei, oder 3,2,1</translation>
    </message>
    <message>
        <source>installed by this plugin</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>von dieser Erweiterung installiert</translation>
    </message>
    <message>
        <source>installing the packages</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>die Pakete installiert wurden</translation>
    </message>
    <message>
        <source>installing torch</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>torch installiert wurde</translation>
    </message>
    <message>
        <source>making the environment</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>die Umgebung angelegt wurde</translation>
    </message>
    <message>
        <source>must be given</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>muss angegeben werden</translation>
    </message>
    <message>
        <source>named by an environment variable</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>durch eine Umgebungsvariable genannt</translation>
    </message>
    <message>
        <source>named in the settings</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>in den Einstellungen genannt</translation>
    </message>
    <message>
        <source>no changed area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>keine geänderte Fläche</translation>
    </message>
    <message>
        <source>no date found</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>kein Datum gefunden</translation>
    </message>
    <message>
        <source>no rectangle yet</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>noch kein Rechteck</translation>
    </message>
    <message>
        <source>no room, or no right to write</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>kein Platz oder kein Schreibrecht</translation>
    </message>
    <message>
        <source>none</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>keine</translation>
    </message>
    <message>
        <source>nothing to judge</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>nichts zu beurteilen</translation>
    </message>
    <message>
        <source>of the source checkout</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>aus dem Quellcode-Verzeichnis</translation>
    </message>
    <message>
        <source>pip could not be updated; going on with the one that is there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>pip konnte nicht aktualisiert werden; es geht mit dem vorhandenen weiter.</translation>
    </message>
    <message>
        <source>previous: with the one before it in time; first: with the earliest.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>previous: mit dem zeitlich davor; first: mit dem frühesten.</translation>
    </message>
    <message>
        <source>report,pdf,html,print,layout,atlas,review,change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bericht,pdf,html,drucken,Layout,Atlas,Prüfung,Änderungserkennung</translation>
    </message>
    <message>
        <source>series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>stopped unexpectedly (exit code {0})</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>hörte unerwartet auf (Rückgabewert {0})</translation>
    </message>
    <message>
        <source>the first one</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>dem ersten</translation>
    </message>
    <message>
        <source>the model that ships</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>das mitgelieferte Modell</translation>
    </message>
    <message>
        <source>the model's own</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>die des Modells</translation>
    </message>
    <message>
        <source>the one before it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>dem davor</translation>
    </message>
    <message>
        <source>time series,temporal,multitemporal,chart,years</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zeitreihe,zeitlich,multitemporal,Diagramm,Jahre</translation>
    </message>
    <message>
        <source>training,data set,review,learn,fine-tune,captions,masks,LEVIR,change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Training,Datensatz,Prüfung,lernen,nachtrainieren,Sätze,Masken,LEVIR,Änderungserkennung</translation>
    </message>
    <message>
        <source>training,learn,fine-tune,model,review,captions,deep learning</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Training,lernen,nachtrainieren,Modell,Prüfung,Sätze,deep learning</translation>
    </message>
    <message>
        <source>trying the packages</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>die Pakete ausprobiert wurden</translation>
    </message>
    <message>
        <source>updating pip</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>pip aktualisiert wurde</translation>
    </message>
    <message>
        <source>was ended by signal {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>wurde durch Signal {0} beendet</translation>
    </message>
    <message>
        <source>web map,XYZ,WMS,WMTS,ArcGIS,tiles,basemap,download,clip,GeoTIFF,imagery</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Webkarte,XYZ,WMS,WMTS,ArcGIS,Kacheln,Hintergrundkarte,herunterladen,ausschneiden,GeoTIFF,Bilder</translation>
    </message>
    <message>
        <source>zones,zonal statistics,wards,districts,sum,summary,paragraph,change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>zonen,zonenstatistik,ortsteile,bezirke,summe,zusammenfassung,absatz,änderungserkennung</translation>
    </message>
    <message>
        <source>{0:g}–{1:g} m per pixel</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0:g}–{1:g} m je Pixel</translation>
    </message>
    <message>
        <source>{0} % of the pixels did not come from the server; they count as no data.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} % der Pixel kamen nicht vom Server; sie gelten als ohne Daten.</translation>
    </message>
    <message>
        <source>{0} % of the pixels lie in tiles of one colour, without a picture; they count as no data.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} % der Pixel liegen in Kacheln von einer Farbe, ohne Bild; sie gelten als ohne Daten.</translation>
    </message>
    <message>
        <source>{0} (damaged)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} (beschädigt)</translation>
    </message>
    <message>
        <source>{0} (ships with the plugin)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} (mitgeliefert)</translation>
    </message>
    <message>
        <source>{0} also holds “{1}”, which would be lost. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} enthält auch „{1}“, was verloren ginge. Wählen Sie einen anderen Namen für das Ergebnis.</translation>
    </message>
    <message>
        <source>{0} cannot be opened as a raster.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} lässt sich nicht als Raster öffnen.</translation>
    </message>
    <message>
        <source>{0} cannot be written. Close it elsewhere or choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} kann nicht geschrieben werden. Schließen Sie es anderswo oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} kann nicht geschrieben werden: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} kann nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}. Correct that and try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} kann nicht geschrieben werden: {1}. Beheben Sie das und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} cannot be written; is the disk full?</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} kann nicht geschrieben werden; ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>{0} cannot make virtual environments. Install that part first (on Debian and Ubuntu: sudo apt install python3-venv) and try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} kann keine virtuellen Umgebungen anlegen. Installieren Sie zuerst diesen Teil (unter Debian und Ubuntu: sudo apt install python3-venv) und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} could not be removed: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} konnte nicht entfernt werden: {1}.</translation>
    </message>
    <message>
        <source>{0} could not be started: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} konnte nicht gestartet werden: {1}</translation>
    </message>
    <message>
        <source>{0} finished tiles stay on the map as a temporary layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} fertige Kacheln bleiben als temporärer Layer auf der Karte.</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} has come into being meanwhile; the result is in {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ist inzwischen entstanden; das Ergebnis liegt in {1}.</translation>
    </message>
    <message>
        <source>{0} has {1:.1f} GB free; the engine needs {2} GB. Make room and try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} hat {1:.1f} GB frei; die Engine braucht {2} GB. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} holds something else than a result of Describe Changes. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} enthält etwas anderes als ein Ergebnis von Describe Changes. Wählen Sie einen anderen Namen für das Ergebnis.</translation>
    </message>
    <message>
        <source>{0} holds something else than a time series. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} enthält etwas anderes als eine Zeitreihe. Wählen Sie einen anderen Namen für das Ergebnis.</translation>
    </message>
    <message>
        <source>{0} holds {1} reviewed areas, which would be lost. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} enthält {1} geprüfte Flächen, die verloren gingen. Wählen Sie einen anderen Namen für das Ergebnis.</translation>
    </message>
    <message>
        <source>{0} holds {1} reviewed tiles, which would be lost. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} enthält {1} geprüfte Kacheln, die verloren gingen. Wählen Sie einen anderen Namen für das Ergebnis.</translation>
    </message>
    <message>
        <source>{0} is a folder. Give the name of a file to write.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ist ein Ordner. Nennen Sie eine Datei zum Schreiben.</translation>
    </message>
    <message>
        <source>{0} is missing. Install the plugin Describe Changes again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} fehlt. Installieren Sie die Erweiterung Describe Changes neu.</translation>
    </message>
    <message>
        <source>{0} is named for two outputs. Give each a name of its own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ist für zwei Ausgaben genannt. Geben Sie jeder einen eigenen Namen.</translation>
    </message>
    <message>
        <source>{0} is no environment of this plugin's and is left alone.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ist keine Umgebung dieser Erweiterung und bleibt unberührt.</translation>
    </message>
    <message>
        <source>{0} is not a layout template of QGIS; take the one that ships.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ist keine Layoutvorlage von QGIS; nehmen Sie die mitgelieferte.</translation>
    </message>
    <message>
        <source>{0} is one of the inputs and would be overwritten. Choose another name for the output.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ist eine der Eingaben und würde überschrieben. Wählen Sie einen anderen Namen für die Ausgabe.</translation>
    </message>
    <message>
        <source>{0} is open in another program, or was not closed properly. Close it there, or choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ist in einem anderen Programm geöffnet oder wurde nicht richtig geschlossen. Schließen Sie es dort, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{0} is open in the project as “{1}”. Choose another name for the result, or remove the layer first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ist im Projekt als „{1}“ geöffnet. Wählen Sie einen anderen Namen für das Ergebnis, oder entfernen Sie zuerst den Layer.</translation>
    </message>
    <message>
        <source>{0} is there already and cannot be read. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} gibt es schon und kann nicht gelesen werden. Wählen Sie einen anderen Namen für das Ergebnis.</translation>
    </message>
    <message>
        <source>{0} is there already and cannot be written: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ist schon da und kann nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>{0} is there already and is no {1} file. Choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ist schon da und keine {1}-Datei. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} of the images have no date yet; double-click to enter one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} der Bilder haben noch kein Datum; doppelklicken Sie, um eines einzugeben.</translation>
    </message>
    <message>
        <source>{0} of them were finished by an earlier run.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} davon hat ein früherer Lauf fertiggestellt.</translation>
    </message>
    <message>
        <source>{0} of {1} tiles changed, {2} changed areas, {3}, in {4}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} von {1} Kacheln verändert, {2} veränderte Flächen, {3}, in {4}.</translation>
    </message>
    <message>
        <source>{0} packages are installed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} Pakete sind installiert.</translation>
    </message>
    <message>
        <source>{0} pairs of dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} Datumspaare.</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} sites changed, {1} in all, found in {2} tiles in {3}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} Stellen verändert, zusammen {1}, gefunden in {2} Kacheln in {3}.</translation>
    </message>
    <message>
        <source>{0} tiles on a grid of {1} × {2} pixels of {3} m.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} Kacheln auf einem Raster von {1} × {2} Pixeln zu {3} m.</translation>
    </message>
    <message>
        <source>{0} tiles, {1} × {2} pixels of {3} m.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} Kacheln, {1} × {2} Pixel von {3} m.</translation>
    </message>
    <message>
        <source>{0} verdicts were taken over from “{1}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} Urteile wurden aus „{1}“ übernommen.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels are more than the {2} that are fetched of a web map at once. Choose a smaller extent, or pixels of {3} m or more.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} Pixel sind mehr als die {2}, die von einer Webkarte auf einmal geholt werden. Wählen Sie einen kleineren Ausschnitt oder Pixel von {3} m oder mehr.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels are too few to describe anything. Choose a larger extent, or smaller pixels.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} Pixel sind zu wenige, um etwas zu beschreiben. Wählen Sie einen größeren Ausschnitt oder kleinere Pixel.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels of {2} m on the ground, about {3} tiles.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} Pixel von {2} m am Boden, etwa {3} Kacheln.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels of {2} m on the ground.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} Pixel von {2} m am Boden.</translation>
    </message>
    <message>
        <source>{0} → {1}: {2} of {3} tiles changed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} → {1}: {2} von {3} Kacheln geändert.</translation>
    </message>
    <message>
        <source>{0}: {1} in one area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}: {1} in einer Fläche</translation>
    </message>
    <message>
        <source>{0}: {1} in {2} areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}: {1} in {2} Flächen</translation>
    </message>
    <message>
        <source>“Resume” goes on from there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„Fortsetzen“ macht dort weiter.</translation>
    </message>
    <message>
        <source>“auto” computes on: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„auto“ rechnet auf: {0}.</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” do not overlap on the ground. Choose rasters of the same place, or check their CRSs.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ und „{1}“ überdecken sich am Boden nicht. Wählen Sie Raster desselben Ortes, oder prüfen Sie ihre KBS.</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” do not overlap on the ground. Choose two rasters of the same place, or check their CRSs.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ und „{1}“ überdecken sich am Boden nicht. Wählen Sie zwei Raster desselben Ortes, oder prüfen Sie ihre KBS.</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” have the same date ({2}). Correct one of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ und „{1}“ haben dasselbe Datum ({2}). Berichtigen Sie eines.</translation>
    </message>
    <message>
        <source>“{0}” cannot be edited.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ lässt sich nicht bearbeiten.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written to. Export it to a GeoPackage and review that.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>In „{0}“ kann nicht geschrieben werden. Exportieren Sie den Layer in ein GeoPackage und prüfen Sie dieses.</translation>
    </message>
    <message>
        <source>“{0}” has no picture here at this resolution: {1} sent one colour only. Take larger pixels or another place.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ hat hier in dieser Auflösung kein Bild: {1} schickte nur eine Farbe. Nehmen Sie größere Pixel oder eine andere Stelle.</translation>
    </message>
    <message>
        <source>“{0}” has no polygon. Choose another layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ hat kein Polygon. Wählen Sie einen anderen Layer.</translation>
    </message>
    <message>
        <source>“{0}” has no polygons to stay within; select some, or leave it empty.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ hat keine Polygone, in denen geblieben werden kann; wählen Sie welche, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>“{0}” has none of the changed areas that “{1}” names. Choose the layer of the same run.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ enthält keine der veränderten Flächen, die „{1}“ nennt. Wählen Sie den Layer desselben Laufs.</translation>
    </message>
    <message>
        <source>“{0}” has other no-data values in one band than in another. Give all bands the same (Layer Properties ▸ Transparency), or write them into the file.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ hat in einem Kanal andere Keine-Daten-Werte als in einem anderen. Geben Sie allen Kanälen dieselben (Layereigenschaften ▸ Transparenz), oder schreiben Sie sie in die Datei.</translation>
    </message>
    <message>
        <source>“{0}” has {1} bands; band {2} is not among them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ hat {1} Kanäle; Kanal {2} ist nicht darunter.</translation>
    </message>
    <message>
        <source>“{0}” is imported.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist importiert.</translation>
    </message>
    <message>
        <source>“{0}” is in the series twice. Remove one of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist zweimal in der Reihe. Entfernen Sie eines.</translation>
    </message>
    <message>
        <source>“{0}” is no address; it begins in https:// or s3://.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist keine Adresse; eine beginnt mit https:// oder s3://.</translation>
    </message>
    <message>
        <source>“{0}” is no export of reviewed tiles. Make one with “Export reviewed tiles for training” and name its folder.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist kein Export geprüfter Kacheln. Machen Sie einen mit „Geprüfte Kacheln fürs Training exportieren“ und nennen Sie seinen Ordner.</translation>
    </message>
    <message>
        <source>“{0}” is no layer of changed areas.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist kein Layer geänderter Flächen.</translation>
    </message>
    <message>
        <source>“{0}” is no layer of sites or tiles. Take one that “Describe changes” has made.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist kein Layer von Stellen oder Kacheln. Nehmen Sie einen, den „Änderungen beschreiben“ erzeugt hat.</translation>
    </message>
    <message>
        <source>“{0}” is not a date. Write 2011, 2011-05, 2011-05-22 or 2007/2010.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist kein Datum. Schreiben Sie 2011, 2011-05, 2011-05-22 oder 2007/2010.</translation>
    </message>
    <message>
        <source>“{0}” is not a file. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist keine Datei. Speichern Sie es zuerst als GeoTIFF (Rechtsklick ▸ Export ▸ Speichern als…).</translation>
    </message>
    <message>
        <source>“{0}” is not a list of bands. Write three numbers from 1, for example 3,2,1, and others by name, for example nir=4.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist keine Liste von Kanälen. Schreiben Sie drei Zahlen ab 1, zum Beispiel 3,2,1, und andere mit Namen, zum Beispiel nir=4.</translation>
    </message>
    <message>
        <source>“{0}” is not a web map; it can be described as it is.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist keine Webkarte; es kann beschrieben werden, wie es ist.</translation>
    </message>
    <message>
        <source>“{0}” is not the name of exactly one of the images.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist nicht der Name von genau einem der Bilder.</translation>
    </message>
    <message>
        <source>“{0}” is now the file {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist jetzt die Datei {1}.</translation>
    </message>
    <message>
        <source>“{0}” is removed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ ist entfernt.</translation>
    </message>
    <message>
        <source>“{0}” is still being filled. Wait until the run has ended.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ wird noch gefüllt. Warten Sie, bis der Lauf zu Ende ist.</translation>
    </message>
    <message>
        <source>“{0}” is taken in the CRS that its layer has in QGIS: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ wird in dem KBS genommen, das der Layer in QGIS hat: {1}.</translation>
    </message>
    <message>
        <source>“{0}” was there already and stays as it is.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>„{0}“ war schon da und bleibt, wie es ist.</translation>
    </message>
</context>
</TS>
