<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>DescribeChanges</name>
    <message>
        <source> It may have run out of memory; a smaller extent needs less.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation> La mémoire a peut-être manqué ; une étendue plus petite en demande moins.</translation>
    </message>
    <message>
        <source>%v of %m judged</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>%v sur %m jugées</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ap&amp;rès</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Avant</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>&amp;Check engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Vérifier le moteur</translation>
    </message>
    <message>
        <source>&amp;Describe changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Décrire les changements</translation>
    </message>
    <message>
        <source>&amp;Describe series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>D&amp;écrire la série</translation>
    </message>
    <message>
        <source>&amp;Describe the example</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Décrire l’exemple</translation>
    </message>
    <message>
        <source>&amp;Engine settings</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Préférences du moteur</translation>
    </message>
    <message>
        <source>&amp;Install engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Installer le moteur</translation>
    </message>
    <message>
        <source>&amp;Install the engine and describe the example</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Installer le moteur et décrire l'exemple</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Ouvrir le dossier</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Supp&amp;rimer</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>R&amp;éparer</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Enre&amp;gistrer dans</translation>
    </message>
    <message>
        <source>&amp;Show this page when the panel opens</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>M&amp;ontrer cette page à l’ouverture du panneau</translation>
    </message>
    <message>
        <source>&amp;Zones</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Zones</translation>
    </message>
    <message>
        <source>, {0} left</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>, reste {0}</translation>
    </message>
    <message>
        <source>, {0} tiles/s</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>, {0} tuiles/s</translation>
    </message>
    <message>
        <source>16 pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>16 pixels</translation>
    </message>
    <message>
        <source>2011, 2011-05 or 2011-05-22; empty: what the file says</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>2011, 2011-05 ou 2011-05-22 ; vide : ce que dit le fichier</translation>
    </message>
    <message>
        <source>&lt;p&gt;Compares two dated rasters of the same place. Each site where something changed gets a sentence, its classes and its area, measured on the change mask; a site is made of changed areas that touch or lie close together. The areas themselves, and the tiles that were looked at, are layers of their own.&lt;/p&gt;&lt;p&gt;The rasters may lie in different CRSs and have different resolutions. Dates are taken from the layers' temporal properties, the files' metadata or their names unless typed in.&lt;/p&gt;&lt;p&gt;The layers open in the Temporal Controller and show both dates, sentence and facts as map tips. The sentences are a model's: check them against the imagery.&lt;/p&gt;&lt;p&gt;The computing is done by the engine (Settings ▸ Options… ▸ Describe Changes).&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Compare deux rasters datés du même lieu. Chaque site où quelque chose a changé reçoit une phrase, ses classes et sa surface, mesurées sur le masque de changement ; un site est fait de zones modifiées qui se touchent ou sont proches. Les zones elles-mêmes et les tuiles examinées sont des couches à part.&lt;/p&gt;&lt;p&gt;Les rasters peuvent être dans des SCR différents et avoir des résolutions différentes. Les dates viennent des propriétés temporelles des couches, des métadonnées des fichiers ou de leurs noms, sauf si on les saisit.&lt;/p&gt;&lt;p&gt;Les couches s’ouvrent dans le Contrôleur temporel et montrent les deux dates, la phrase et les faits en infobulles. Les phrases sont celles d’un modèle : vérifiez-les sur les images.&lt;/p&gt;&lt;p&gt;Le calcul est fait par le moteur (Préférences ▸ Options… ▸ Describe Changes).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes a part of a web map (XYZ, WMS, WMTS, a map service of ArcGIS) into a GeoTIFF, which “Describe changes” can read. Where the server has tiles, those of the resolution nearest to the one that is wanted are taken as they are.&lt;/p&gt;&lt;p&gt;What did not come, and tiles of one colour only, become places without data. A picture that a server makes to say that it has none is taken for a picture: look at what came.&lt;/p&gt;&lt;p&gt;A web map has no date and often several: look up when its pictures were taken here.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Télécharge une partie d'une carte web (XYZ, WMS, WMTS, service de cartes ArcGIS) dans un GeoTIFF que « Décrire les changements » peut lire. Si le serveur a des tuiles, celles de la résolution la plus proche sont prises telles quelles.&lt;/p&gt;&lt;p&gt;Ce qui n'est pas venu et les tuiles d'une seule couleur deviennent des endroits sans données. Une image par laquelle un serveur dit qu'il n'en a pas passe pour une image : regardez ce qui est venu.&lt;/p&gt;&lt;p&gt;Une carte web n'a pas de date et souvent plusieurs : cherchez quand ses images ont été prises ici.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes a result as it is now, verdicts and sentences of the review included, also those that are not saved yet, and writes it for other programs. The ending of the file's name says the format.&lt;/p&gt;&lt;p&gt;GeoJSON, FlatGeobuf, GeoParquet and CSV hold one layer, the sites unless you choose another; Excel has a sheet for each layer but the tiles; a GeoPackage holds all of them, with their styles.&lt;/p&gt;&lt;p&gt;An existing file is replaced only if an earlier export wrote it and nobody has edited it since.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Prend un résultat tel qu’il est maintenant, avec les verdicts et phrases de la révision, même non enregistrés, et l’écrit pour d’autres programmes. L’extension du nom indique le format.&lt;/p&gt;&lt;p&gt;GeoJSON, FlatGeobuf, GeoParquet et CSV contiennent une couche, les sites sauf autre choix ; Excel a une feuille par couche sauf les tuiles ; un GeoPackage les contient toutes, avec leurs styles.&lt;/p&gt;&lt;p&gt;Un fichier existant n’est remplacé que si un export précédent l’a écrit et que personne ne l’a modifié depuis.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes a result as it is now, without what was rejected in the review, and says of every zone how many sites changed there, how much ground, what part of what was examined, and what it was, in one measured paragraph.&lt;/p&gt;&lt;p&gt;An area that straddles zones gives each of them its part; zones that do not overlap and what lies outside all of them add up to the whole. Features of one name are one zone.&lt;/p&gt;&lt;p&gt;The examined ground is that of the tiles. Where they hold places without data it is estimated, and the log says so; zones given to the engine's command &lt;i&gt;describe --zones&lt;/i&gt; have it to the pixel.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Prend un résultat tel qu’il est maintenant, sans ce qui a été rejeté à la révision, et dit de chaque zone combien de sites y ont changé, combien de terrain, quelle part de ce qui a été examiné et ce que c’était, en un paragraphe mesuré.&lt;/p&gt;&lt;p&gt;Une surface à cheval sur des zones donne à chacune sa part ; les zones qui ne se recouvrent pas et ce qui est hors de toutes font le total. Les entités d’un même nom sont une zone.&lt;/p&gt;&lt;p&gt;Le terrain examiné est celui des tuiles. Là où elles ont des lieux sans données, il est estimé, et le journal le dit ; les zones données à la commande &lt;i&gt;describe --zones&lt;/i&gt; du moteur l’ont au pixel près.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes the sites that &lt;i&gt;Describe changes&lt;/i&gt; has made, as they are now: verdicts and sentences of the review are honoured, also those that are not saved yet.&lt;/p&gt;&lt;p&gt;The &lt;b&gt;HTML page&lt;/b&gt; is one file that needs no network: what changed in one paragraph, a map with numbered sites on which the two dates can be swiped, and a card for each site. The &lt;b&gt;PDF&lt;/b&gt; has a title page with a chart and a table by class, the map, the zones, one page per site with both dates, the changed areas, sentence and facts, and a page that says how it was made; bookmarks lead to them.&lt;/p&gt;&lt;p&gt;The images are the project's layers the result was made from, else the files that the result names; give them below where neither is found.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Prend les sites que &lt;i&gt;Décrire les changements&lt;/i&gt; a créés, tels qu’ils sont maintenant : les verdicts et les phrases de la révision sont respectés, même non enregistrés.&lt;/p&gt;&lt;p&gt;La &lt;b&gt;page HTML&lt;/b&gt; est un seul fichier qui n’a pas besoin du réseau : ce qui a changé en un paragraphe, une carte avec des sites numérotés sur laquelle on fait glisser les deux dates, et une fiche par site. Le &lt;b&gt;PDF&lt;/b&gt; a une page de titre avec un graphique et un tableau par classe, la carte, les zones, une page par site avec les deux dates, les surfaces changées, la phrase et les faits, et une page qui dit comment il a été fait ; des signets y mènent.&lt;/p&gt;&lt;p&gt;Les images sont les couches du projet dont le résultat est issu, sinon les fichiers que le résultat nomme ; indiquez-les ci-dessous si aucun n’est trouvé.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes two or more dated rasters of the same place and describes what changed from each to the next, or from the first to each. All tiles and changed areas go into one GeoPackage; each carries the two dates it was seen between, so the Temporal Controller can play them.&lt;/p&gt;&lt;p&gt;The table “summary” holds the changed area per pair and class; the chart shows it.&lt;/p&gt;&lt;p&gt;A cancelled run goes on where it stopped when it is started again with the same result file: finished pairs are not computed again, even if rasters were added.&lt;/p&gt;&lt;p&gt;What the model takes for change – another season, shadows – counts too: check the figures against the images, above all where the resolution lies outside what the model was trained on.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Prend deux rasters datés ou plus du même lieu et décrit ce qui a changé de chacun au suivant, ou du premier à chacun. Toutes les tuiles et zones changées vont dans un GeoPackage ; chacune porte les deux dates entre lesquelles elle a été vue, si bien que le Contrôleur temporel peut les jouer.&lt;/p&gt;&lt;p&gt;La table « summary » contient la surface changée par paire et par classe ; le graphique la montre.&lt;/p&gt;&lt;p&gt;Une exécution annulée continue là où elle s’est arrêtée quand on la relance avec le même fichier de résultat : les paires terminées ne sont pas recalculées, même si des rasters ont été ajoutés.&lt;/p&gt;&lt;p&gt;Ce que le modèle prend pour un changement – une autre saison, des ombres – compte aussi : vérifiez les chiffres sur les images, surtout là où la résolution sort de celle sur laquelle le modèle a été entraîné.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes what &lt;i&gt;Export reviewed tiles for training&lt;/i&gt; has written and lets a model learn from it, your own words included. The log says beforehand how long it will take; a CPU needs minutes.&lt;/p&gt;&lt;p&gt;The new model is measured beside the old one on the held-out tiles, and appears in the list of models unless it is worse at something; then it lies beside the exported tiles, from where &lt;i&gt;Models… ▸ Import&lt;/i&gt; takes it if you want it all the same. The old one stays as it is. So that the new one does not forget what the old one knew, it is kept close to it; where the data that it once learned from is at hand, name it as &lt;i&gt;old data&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;This needs the training packages in the engine's Python; if they are missing, &lt;i&gt;Add training packages&lt;/i&gt; in Settings ▸ Options… ▸ Describe Changes gets them.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Prend ce que &lt;i&gt;Exporter les tuiles relues pour l’entraînement&lt;/i&gt; a écrit et en fait apprendre un modèle, vos propres mots compris. Le journal dit à l’avance combien de temps il faudra ; un CPU demande des minutes.&lt;/p&gt;&lt;p&gt;Le nouveau modèle est mesuré à côté de l’ancien sur les tuiles mises de côté et apparaît dans la liste des modèles, sauf s’il est moins bon en quelque chose ; il se trouve alors à côté des tuiles exportées, d’où &lt;i&gt;Modèles… ▸ Importer&lt;/i&gt; le prend si vous le voulez quand même. L’ancien reste tel quel. Pour que le nouveau n’oublie pas ce que savait l’ancien, il en est tenu proche ; si vous avez les données dont il a appris, nommez-les &lt;i&gt;anciennes données&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;Cela demande les paquets d’entraînement dans le Python du moteur ; s’ils manquent, &lt;i&gt;Ajouter les paquets d’entraînement&lt;/i&gt; dans Préférences ▸ Options… ▸ Describe Changes les obtient.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Writes each tile that you accepted or reworded in the review as a pair of images with your sentence and a mask of its changed areas, as you left their outlines; areas that you rejected are left out. Verdicts that are not saved yet count too.&lt;/p&gt;&lt;p&gt;Some tiles at one side of the area are &lt;b&gt;held out&lt;/b&gt;: nothing is learned from them, so that the old and the new model can be compared on them. Tiles that overlap held-out ones are left out.&lt;/p&gt;&lt;p&gt;The folder has the layout of LEVIR-CC and holds the place of each pair, where everything came from, and a licence sentence. &lt;i&gt;Fine-tune a model on reviewed tiles&lt;/i&gt; reads it, and so does &lt;code&gt;describe-changes train&lt;/code&gt;.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Écrit chaque tuile que vous avez acceptée ou reformulée à la relecture en paire d’images avec votre phrase et un masque de ses zones changées, telles que vous en avez laissé les contours ; les zones que vous avez rejetées sont omises. Les verdicts pas encore enregistrés comptent aussi.&lt;/p&gt;&lt;p&gt;Quelques tuiles d’un côté de la zone sont &lt;b&gt;mises de côté&lt;/b&gt; : rien n’en est appris, pour comparer sur elles l’ancien et le nouveau modèle. Les tuiles qui recouvrent celles mises de côté sont omises.&lt;/p&gt;&lt;p&gt;Le dossier a la structure de LEVIR-CC et contient le lieu de chaque paire, la provenance de tout et une phrase de licence. &lt;i&gt;Affiner un modèle sur des tuiles relues&lt;/i&gt; le lit, ainsi que &lt;code&gt;describe-changes train&lt;/code&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A GeoPackage for the result. Left empty, it lies beside the project under a name made of the images' names, or in your data folder where the project is not saved yet. What is there already stays.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un GeoPackage pour le résultat. Laissé vide, il se trouve à côté du projet sous un nom formé de ceux des images, ou dans votre dossier de données si le projet n'est pas encore enregistré. Ce qui existe déjà est conservé.</translation>
    </message>
    <message>
        <source>A GeoTIFF for the class of every pixel. Left empty, none is written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un GeoTIFF pour la classe de chaque pixel. Vide : aucun n’est écrit.</translation>
    </message>
    <message>
        <source>A GeoTIFF of red, green, blue and alpha. A date in its name is found by “Describe changes”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un GeoTIFF de rouge, vert, bleu et alpha. « Décrire les changements » trouve une date dans son nom.</translation>
    </message>
    <message>
        <source>A Python that already has the engine's packages. Left empty, it is found automatically.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un Python qui a déjà les paquets du moteur. Vide : il est trouvé tout seul.</translation>
    </message>
    <message>
        <source>A feature could not be written: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une entité n’a pas pu être écrite : {0}</translation>
    </message>
    <message>
        <source>A first result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un premier résultat</translation>
    </message>
    <message>
        <source>A layer of XYZ tiles, of a WMS or WMTS, or of a map or image service of ArcGIS.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une couche de tuiles XYZ, d'un WMS ou WMTS, ou d'un service de cartes ou d'images ArcGIS.</translation>
    </message>
    <message>
        <source>A layer that “Describe changes” has made, or the GeoPackage of a result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une couche faite par « Décrire les changements », ou le GeoPackage d’un résultat.</translation>
    </message>
    <message>
        <source>A new or an empty folder.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un dossier nouveau ou vide.</translation>
    </message>
    <message>
        <source>A page of a report</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une page d’un rapport</translation>
    </message>
    <message>
        <source>A picture for the head of the report. Remembered for the next report.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une image pour l’en-tête du rapport. Retenue pour le prochain rapport.</translation>
    </message>
    <message>
        <source>A rectangle drawn on the map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un rectangle dessiné sur la carte</translation>
    </message>
    <message>
        <source>A report as a web page. Left empty, none is written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un rapport en page web. Vide : aucun n’est écrit.</translation>
    </message>
    <message>
        <source>A result in QGIS</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un résultat dans QGIS</translation>
    </message>
    <message>
        <source>A review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une relecture</translation>
    </message>
    <message>
        <source>A sentence that goes with the data set and on the card of every model that learns from it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une phrase qui accompagne le jeu de données et figure sur la fiche de chaque modèle qui en apprend.</translation>
    </message>
    <message>
        <source>A time series in QGIS</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une série temporelle dans QGIS</translation>
    </message>
    <message>
        <source>A time series needs at least two images of different dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une série temporelle demande au moins deux images de dates différentes.</translation>
    </message>
    <message>
        <source>A web map has no edge: choose the extent to be described, for example the map canvas as it is now.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une carte web n'a pas de bord : choisissez l'emprise à décrire, par exemple le canevas tel qu'il est.</translation>
    </message>
    <message>
        <source>A web map says no date: look up when its pictures were taken, and type it above.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une carte web ne donne pas de date : cherchez quand ses images ont été prises et saisissez-le ci-dessus.</translation>
    </message>
    <message>
        <source>A4 pages to print or to send.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Des pages A4 à imprimer ou à envoyer.</translation>
    </message>
    <message>
        <source>About 1.5 GB are fetched once. The neural network runs in a Python environment of its own; QGIS's stays as it is. For an NVIDIA graphics card, install the engine in the settings instead.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Environ 1,5 Go sont téléchargés une seule fois. Le réseau de neurones tourne dans un environnement Python à part ; celui de QGIS reste tel quel. Pour une carte graphique NVIDIA, installez plutôt le moteur dans les paramètres.</translation>
    </message>
    <message>
        <source>About {0} at {1} tiles/s, as measured on {2} ({3}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Environ {0} à {1} tuiles/s, d’après la mesure sur {2} ({3}).</translation>
    </message>
    <message>
        <source>Accept</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Add &amp;training packages</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ajouter les paquets d’en&amp;traînement</translation>
    </message>
    <message>
        <source>Add rasters of the project</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ajouter des rasters du projet</translation>
    </message>
    <message>
        <source>Add the training packages of Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ajouter les paquets d’entraînement de Describe Changes</translation>
    </message>
    <message>
        <source>Adding up the zones…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Addition des zones…</translation>
    </message>
    <message>
        <source>Address of a GeoTIFF (best cloud-optimised) or of a STAC item, by https or s3:</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Adresse d'un GeoTIFF (de préférence optimisé pour le nuage) ou d'un élément STAC, par https ou s3 :</translation>
    </message>
    <message>
        <source>Adds rasters of the project to the series.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ajoute à la série des rasters du projet.</translation>
    </message>
    <message>
        <source>Adds the tiles and changed areas to the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ajoute les tuiles et les zones changées au projet.</translation>
    </message>
    <message>
        <source>Adds up a result by polygons such as wards, lots or fields, with a paragraph for each</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Additionne un résultat par polygones tels que quartiers, parcelles ou champs, avec un paragraphe pour chacun</translation>
    </message>
    <message>
        <source>After</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Après</translation>
    </message>
    <message>
        <source>After: blue band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Après : bande bleue</translation>
    </message>
    <message>
        <source>After: green band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Après : bande verte</translation>
    </message>
    <message>
        <source>After: near infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Après : bande du proche infrarouge</translation>
    </message>
    <message>
        <source>After: red band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Après : bande rouge</translation>
    </message>
    <message>
        <source>After: short-wave infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Après : bande de l’infrarouge à ondes courtes</translation>
    </message>
    <message>
        <source>After: the later image</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Après : l’image la plus récente</translation>
    </message>
    <message>
        <source>After: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Après : {0}</translation>
    </message>
    <message>
        <source>All classes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Toutes les classes</translation>
    </message>
    <message>
        <source>All rasters of the project</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tous les rasters du projet</translation>
    </message>
    <message>
        <source>All sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tous les sites</translation>
    </message>
    <message>
        <source>All that both images cover</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tout ce que couvrent les deux images</translation>
    </message>
    <message>
        <source>Allow reading from &amp;servers</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Autoriser la lecture sur des &amp;serveurs</translation>
    </message>
    <message>
        <source>Allow reading from servers</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Autoriser la lecture sur des serveurs</translation>
    </message>
    <message>
        <source>Also tiles without a verdict</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aussi les tuiles sans verdict</translation>
    </message>
    <message>
        <source>An image that is a web map (XYZ, WMS, WMTS, ArcGIS) is fetched for the extent into a file beside the result first; where its server has tiles, in their nearest resolution. Look at its terms before.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une image qui est une carte web (XYZ, WMS, WMTS, ArcGIS) est d'abord téléchargée, pour l'emprise, dans un fichier à côté du résultat ; si son serveur a des tuiles, à leur résolution la plus proche. Lisez d'abord ses conditions.</translation>
    </message>
    <message>
        <source>An installed model, or the folder or zip file of a model pack</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un modèle installé, ou le dossier ou le zip d’un paquet de modèle</translation>
    </message>
    <message>
        <source>Area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Surface</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Surface (m²)</translation>
    </message>
    <message>
        <source>Area no.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zone n°</translation>
    </message>
    <message>
        <source>Ask (in English): houses gone, larger than 200 m2, in the south-west</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Demandez (en anglais) : houses gone, larger than 200 m2, in the south-west</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Question au moteur…</translation>
    </message>
    <message>
        <source>Author</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Automatic: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Automatique : {0}</translation>
    </message>
    <message>
        <source>Ba&amp;nds</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Bandes</translation>
    </message>
    <message>
        <source>Bands</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bandes</translation>
    </message>
    <message>
        <source>Bands of “{0}” as its layer shows them: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bandes de « {0} » telles que sa couche les montre : {1}.</translation>
    </message>
    <message>
        <source>Bands: red, green, blue</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bandes : rouge, vert, bleu</translation>
    </message>
    <message>
        <source>Before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Before and after are the same file: {0}. Choose two different dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Avant et après sont le même fichier : {0}. Choisissez deux prises différentes.</translation>
    </message>
    <message>
        <source>Before: blue band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Avant : bande bleue</translation>
    </message>
    <message>
        <source>Before: green band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Avant : bande verte</translation>
    </message>
    <message>
        <source>Before: near infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Avant : bande du proche infrarouge</translation>
    </message>
    <message>
        <source>Before: red band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Avant : bande rouge</translation>
    </message>
    <message>
        <source>Before: short-wave infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Avant : bande de l’infrarouge à ondes courtes</translation>
    </message>
    <message>
        <source>Before: the earlier image</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Avant : l’image la plus ancienne</translation>
    </message>
    <message>
        <source>Before: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Avant : {0}</translation>
    </message>
    <message>
        <source>Beware</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Blink</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Clignoter</translation>
    </message>
    <message>
        <source>Both dates of a site as pictures, for map tips.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les deux dates d’un site en images, pour les infobulles de carte.</translation>
    </message>
    <message>
        <source>Both images have the same date ({0}). Correct one of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les deux images ont la même date ({0}). Corrigez-en une.</translation>
    </message>
    <message>
        <source>Buildings told apart</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bâtiments distingués</translation>
    </message>
    <message>
        <source>By class</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Par classe</translation>
    </message>
    <message>
        <source>By it vegetation and water are measured. Not set: what the file says. Near infrared is needed in both images; short-wave infrared makes water surer and adds bare ground.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Elle sert à mesurer végétation et eau. Non définie : ce que dit le fichier. Le proche infrarouge est nécessaire dans les deux images ; l’infrarouge à ondes courtes rend l’eau plus sûre et ajoute le sol nu.</translation>
    </message>
    <message>
        <source>By place</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Par lieu</translation>
    </message>
    <message>
        <source>CPU (about 1.5 GB)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>CPU (environ 1,5 Go)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Cancelled. No data set was written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Annulé. Aucun jeu de données n’a été écrit.</translation>
    </message>
    <message>
        <source>Cancelled. No layer was written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Annulé. Aucune couche n’a été écrite.</translation>
    </message>
    <message>
        <source>Cancelled. No model was made.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Annulé. Aucun modèle n’a été fait.</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>Change mas&amp;k</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mas&amp;que des changements</translation>
    </message>
    <message>
        <source>Change mask</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Masque des changements</translation>
    </message>
    <message>
        <source>Change probabilities</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Probabilités de changement</translation>
    </message>
    <message>
        <source>Change score (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Score de changement (0–1)</translation>
    </message>
    <message>
        <source>Changed</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Changed area (m²)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Surface changée (m²)</translation>
    </message>
    <message>
        <source>Changed area ({0})</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Surface changée ({0})</translation>
    </message>
    <message>
        <source>Changed area per class and pair of dates</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Surface changée par classe et par paire de dates</translation>
    </message>
    <message>
        <source>Changed areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zones changées</translation>
    </message>
    <message>
        <source>Changed areas smaller than this are left out, as polygons and in the facts.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les zones changées plus petites sont omises, en polygones et dans les faits.</translation>
    </message>
    <message>
        <source>Changed areas smaller than this are left out. Empty: specks below 16 pixels are.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les zones changées plus petites sont omises. Vide : les taches de moins de 16 pixels.</translation>
    </message>
    <message>
        <source>Changed only</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Changées seulement</translation>
    </message>
    <message>
        <source>Changed share (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Part modifiée (0–1)</translation>
    </message>
    <message>
        <source>Changes by zone</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Changements par zone</translation>
    </message>
    <message>
        <source>Char&amp;t page</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Page &amp;du graphique</translation>
    </message>
    <message>
        <source>Chart</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>Check engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vérifier le moteur</translation>
    </message>
    <message>
        <source>Checking the files of “{0}”…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vérification des fichiers de « {0} »…</translation>
    </message>
    <message>
        <source>Choose the earlier and the later image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Choisissez l’image la plus ancienne et la plus récente.</translation>
    </message>
    <message>
        <source>Choose the layer whose polygons say where to look.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Choisissez la couche dont les polygones disent où regarder.</translation>
    </message>
    <message>
        <source>Choose the red, the green and the blue band of the {0} image, or none of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Choisissez les bandes rouge, verte et bleue de l’image « {0} », ou aucune.</translation>
    </message>
    <message>
        <source>Class</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Class of the changed areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Classe des zones changées</translation>
    </message>
    <message>
        <source>Clip a web map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Découper une carte web</translation>
    </message>
    <message>
        <source>Clip of the web map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Découpe de la carte web</translation>
    </message>
    <message>
        <source>Com&amp;pare each image with</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Comparer chaque image avec</translation>
    </message>
    <message>
        <source>Comp&amp;ute on</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Calculer &amp;sur</translation>
    </message>
    <message>
        <source>Compare each image with</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Comparer chaque image avec</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Calculer sur</translation>
    </message>
    <message>
        <source>Computing on {0} with model “{1}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Calcul sur {0} avec le modèle « {1} ».</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Confidence (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Confiance (0–1)</translation>
    </message>
    <message>
        <source>Connected changed areas of one class each; they are the parts of the sites.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Surfaces changées d’un seul tenant, chacune d’une classe ; ce sont les parties des sites.</translation>
    </message>
    <message>
        <source>Data set that the model has learned from before; its pairs are shown among the new ones.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Jeu de données dont le modèle a appris auparavant ; ses paires sont montrées parmi les nouvelles.</translation>
    </message>
    <message>
        <source>Date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Date</translation>
    </message>
    <message>
        <source>Date after</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Date d’après</translation>
    </message>
    <message>
        <source>Date before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Date d’avant</translation>
    </message>
    <message>
        <source>Date of the earlier image: 2011, 2011-05 or 2011-05-22, with a time if you like. Left empty it is taken from the layer's temporal properties, the file's metadata or its name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Date de l’image la plus ancienne : 2011, 2011-05 ou 2011-05-22, avec l’heure si vous voulez. Vide : prise dans les propriétés temporelles de la couche, les métadonnées du fichier ou son nom.</translation>
    </message>
    <message>
        <source>Date of the later image, written and found like the earlier one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Date de l’image la plus récente, écrite et trouvée comme l’autre.</translation>
    </message>
    <message>
        <source>Dates</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Dates joined by semicolons, in the order of the images (2009-08-18; ; 2012-07), or as NAME=DATE. Left empty they are taken from the layers' temporal properties, the files' metadata or their names.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dates jointes par des points-virgules, dans l’ordre des images (2009-08-18; ; 2012-07), ou en NOM=DATE. Vide : prises dans les propriétés temporelles des couches, les métadonnées des fichiers ou leurs noms.</translation>
    </message>
    <message>
        <source>Describe</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Décrire</translation>
    </message>
    <message>
        <source>Describe &amp;your own images</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Décrire &amp;vos propres images</translation>
    </message>
    <message>
        <source>Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes</translation>
    </message>
    <message>
        <source>Describe Changes has no engine yet. Open Settings ▸ Options… ▸ Describe Changes and press “Install engine”, or name a Python there that already has it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes n’a pas encore de moteur. Ouvrez Préférences ▸ Options… ▸ Describe Changes et appuyez sur « Installer le moteur », ou indiquez-y un Python qui l’a déjà.</translation>
    </message>
    <message>
        <source>Describe Changes tells in words, masks and measured facts what changed between two dated rasters. Nothing leaves your computer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes dit en mots, en masques et en faits mesurés ce qui a changé entre deux rasters datés. Rien ne quitte votre ordinateur.</translation>
    </message>
    <message>
        <source>Describe Changes…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Décrire les changements…</translation>
    </message>
    <message>
        <source>Describe a time series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Décrire une série temporelle</translation>
    </message>
    <message>
        <source>Describe changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Décrire les changements</translation>
    </message>
    <message>
        <source>Described tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tuiles décrites</translation>
    </message>
    <message>
        <source>Described tiles ({0} of {1})</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tuiles décrites ({0} sur {1})</translation>
    </message>
    <message>
        <source>Described {0} of {1} sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} sites décrits sur {1}</translation>
    </message>
    <message>
        <source>Described {0} of {1} tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} tuiles décrites sur {1}</translation>
    </message>
    <message>
        <source>Describes the changes in the background. Tiles appear on the map as they are finished.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Décrit les changements en arrière-plan. Les tuiles apparaissent sur la carte dès qu’elles sont prêtes.</translation>
    </message>
    <message>
        <source>Describes the series in the background.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Décrit la série en arrière-plan.</translation>
    </message>
    <message>
        <source>Describing changes…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Description des changements…</translation>
    </message>
    <message>
        <source>Description</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Description</translation>
    </message>
    <message>
        <source>Dev&amp;ice</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Appar&amp;eil</translation>
    </message>
    <message>
        <source>Device</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Devices: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Appareils : {0}.</translation>
    </message>
    <message>
        <source>Divides the map: the earlier image on one side, the later one on the other; move the line.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Partage la carte : l’image ancienne d’un côté, la récente de l’autre ; déplacez la ligne.</translation>
    </message>
    <message>
        <source>Double-click a date to correct it: 2011, 2011-05 or 2011-05-22</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Double-cliquez sur une date pour la corriger : 2011, 2011-05 ou 2011-05-22</translation>
    </message>
    <message>
        <source>Drawing the changed areas…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tracé des zones modifiées…</translation>
    </message>
    <message>
        <source>Draws the tiles of the coming run on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dessine sur la carte les tuiles de la prochaine exécution.</translation>
    </message>
    <message>
        <source>Earlier date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Date antérieure</translation>
    </message>
    <message>
        <source>Earlier date, end</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Date antérieure, fin</translation>
    </message>
    <message>
        <source>Edit outlines</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modifier les contours</translation>
    </message>
    <message>
        <source>Empty: as many as fit the number of tiles, 60 to 400.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vide : autant qu’il convient au nombre de tuiles, de 60 à 400.</translation>
    </message>
    <message>
        <source>Empty: what has proved itself.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vide : ce qui a fait ses preuves.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Engine {0} with {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Moteur {0} avec {1}.</translation>
    </message>
    <message>
        <source>Engine's &amp;Python</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Python du moteur</translation>
    </message>
    <message>
        <source>Every file was verified by its checksum.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Chaque fichier a été vérifié par sa somme de contrôle.</translation>
    </message>
    <message>
        <source>Everything needed is here.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tout le nécessaire est là.</translation>
    </message>
    <message>
        <source>Export a result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Exporter un résultat</translation>
    </message>
    <message>
        <source>Export reviewed tiles for training</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Exporter les tuiles relues pour l’entraînement</translation>
    </message>
    <message>
        <source>Extent</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Étendue</translation>
    </message>
    <message>
        <source>Extent to describe</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Étendue à décrire</translation>
    </message>
    <message>
        <source>Facts</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Faits</translation>
    </message>
    <message>
        <source>Facts, measured on the change mask</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Faits, mesurés sur le masque de changement</translation>
    </message>
    <message>
        <source>Features of one name are one zone. Not set: each feature is a zone and called by its number.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les entités d’un même nom sont une zone. Non défini : chaque entité est une zone, nommée par son numéro.</translation>
    </message>
    <message>
        <source>Fetch “{0}”</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Télécharger « {0} »</translation>
    </message>
    <message>
        <source>Fetched from {0} on {1}, in pixels of {2} m on the ground.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Téléchargé de {0} le {1}, en pixels de {2} m au sol.</translation>
    </message>
    <message>
        <source>Fetched {0} of {1} parts from the server</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} parties sur {1} téléchargées du serveur</translation>
    </message>
    <message>
        <source>Fetches a part of an XYZ, WMS, WMTS or ArcGIS layer into a GeoTIFF that can be described</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Télécharge une partie d'une couche XYZ, WMS, WMTS ou ArcGIS dans un GeoTIFF qui peut être décrit</translation>
    </message>
    <message>
        <source>Fetches what fine-tuning needs into that environment; the engine stays as it is.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Télécharge dans cet environnement ce que l’affinage demande ; le moteur reste tel quel.</translation>
    </message>
    <message>
        <source>Fetching {0}…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Récupération de {0}…</translation>
    </message>
    <message>
        <source>Fetching “{0}” from {1}…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Téléchargement de « {0} » depuis {1}…</translation>
    </message>
    <message>
        <source>Fetching “{0}”…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Téléchargement de « {0} »…</translation>
    </message>
    <message>
        <source>Field of the zones' names</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Champ des noms des zones</translation>
    </message>
    <message>
        <source>File</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File of the unfinished work</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fichier du travail inachevé</translation>
    </message>
    <message>
        <source>Filter: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Filtre : {0}</translation>
    </message>
    <message>
        <source>Fine-tune a model on reviewed tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Affiner un modèle sur des tuiles relues</translation>
    </message>
    <message>
        <source>Folder</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Folder of exported tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dossier des tuiles exportées</translation>
    </message>
    <message>
        <source>Folder of layout templates (empty: those that ship)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dossier de modèles de mise en page (vide : ceux qui sont livrés)</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dossier du jeu de données</translation>
    </message>
    <message>
        <source>Folder of the new model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dossier du nouveau modèle</translation>
    </message>
    <message>
        <source>Found, but too old or too new: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Trouvés, mais trop anciens ou trop récents : {0}.</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Depuis un &amp;fichier…</translation>
    </message>
    <message>
        <source>From a &amp;server…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Depuis un &amp;serveur…</translation>
    </message>
    <message>
        <source>From files…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Depuis des fichiers…</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>GeoPackage of the result. Left empty: {0}. A file that is there already is never overwritten.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoPackage du résultat. Laissé vide : {0}. Un fichier déjà présent n'est jamais écrasé.</translation>
    </message>
    <message>
        <source>GeoPackage with the layers of tiles and changed areas of all pairs and the table “summary”. A file of your own can be gone on with after a cancel.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoPackage avec les couches des tuiles et des zones changées de toutes les paires et la table « summary ». Un fichier à vous peut être continué après une annulation.</translation>
    </message>
    <message>
        <source>GeoTIFF (*.tif)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <source>Gives the verdict again that was taken back last.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Redonne le verdict qui a été retiré en dernier.</translation>
    </message>
    <message>
        <source>Go on with this job where a cancelled or failed run has left it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Continuer ce travail là où une exécution annulée ou échouée l’a laissé</translation>
    </message>
    <message>
        <source>Go on with unfinished work</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Continuer le travail inachevé</translation>
    </message>
    <message>
        <source>Goes on where a cancelled or broken run of the same images and settings was left.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Continue là où une exécution annulée ou échouée des mêmes images et réglages s’est arrêtée.</translation>
    </message>
    <message>
        <source>Goes to the next site of the list.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Va au site suivant de la liste.</translation>
    </message>
    <message>
        <source>Goes to the site before.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Va au site précédent.</translation>
    </message>
    <message>
        <source>Goes to the tab in which two rasters of your own are chosen.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Va à l’onglet où l’on choisit deux rasters à soi.</translation>
    </message>
    <message>
        <source>Going on with what an earlier run has finished.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>On continue avec ce qu’une exécution précédente a terminé.</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Page HTML</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hauteur en pixels</translation>
    </message>
    <message>
        <source>Holds report_cover.qpt and report_site.qpt, changed to your taste in the layout designer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Contient report_cover.qpt et report_site.qpt, modifiés à votre goût dans l’éditeur de mise en page.</translation>
    </message>
    <message>
        <source>How far neighbouring tiles overlap; must be less than the tile size. Empty: the model's own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>De combien se recouvrent les tuiles voisines ; moins que la taille des tuiles. Vide : celui du modèle.</translation>
    </message>
    <message>
        <source>How long they take is known after the first run with this model on this device.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La durée sera connue après la première exécution avec ce modèle sur cet appareil.</translation>
    </message>
    <message>
        <source>How many pixels neighbouring tiles share, so that nothing is lost at their edges.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Combien de pixels partagent les tuiles voisines, pour que rien ne se perde à leurs bords.</translation>
    </message>
    <message>
        <source>How much is fetched of each web map, whose it is, and what to think of before it is stored.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce qui est téléchargé de chaque carte web, à qui elle appartient et à quoi penser avant de l'enregistrer.</translation>
    </message>
    <message>
        <source>How often a pair of the old data is shown for each reviewed one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Combien de fois une paire des anciennes données est montrée pour chaque tuile relue.</translation>
    </message>
    <message>
        <source>How sure the model must be of a pixel. Lower finds more, and more that is wrong.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>À quel point le modèle doit être sûr d’un pixel. Moins trouve plus, et plus d’erreurs.</translation>
    </message>
    <message>
        <source>If left out</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Si omis</translation>
    </message>
    <message>
        <source>Image</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Image</translation>
    </message>
    <message>
        <source>Image on a server</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Image sur un serveur</translation>
    </message>
    <message>
        <source>Images</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Images</translation>
    </message>
    <message>
        <source>Images may be GeoTIFFs on servers (/vsicurl/https://…, /vsis3/…). What is needed of them is copied into the user's cache first. Off: nothing is asked of any server.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les images peuvent être des GeoTIFF sur des serveurs (/vsicurl/https://…, /vsis3/…). Ce qui est nécessaire est d'abord copié dans le cache de l'utilisateur. Désactivé : rien n'est demandé à aucun serveur.</translation>
    </message>
    <message>
        <source>Images may then be GeoTIFFs and STAC items by https and s3</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les images peuvent alors être des GeoTIFF et des éléments STAC par https et s3</translation>
    </message>
    <message>
        <source>Images of the series with their dates</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Images de la série avec leurs dates</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Importer un &amp;dossier…</translation>
    </message>
    <message>
        <source>Import &amp;zip…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Importer un &amp;zip…</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Importer un modèle</translation>
    </message>
    <message>
        <source>In Python and in batches</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>En Python et par lots</translation>
    </message>
    <message>
        <source>In scripts</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dans les scripts</translation>
    </message>
    <message>
        <source>In which order the sites come.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dans quel ordre viennent les sites.</translation>
    </message>
    <message>
        <source>Install the engine of Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Installer le moteur de Describe Changes</translation>
    </message>
    <message>
        <source>Installation</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modèles installés</translation>
    </message>
    <message>
        <source>Installing the packages. This takes a few minutes.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Installation des paquets. Cela prend quelques minutes.</translation>
    </message>
    <message>
        <source>Its ending says the format.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Son extension indique le format.</translation>
    </message>
    <message>
        <source>Joplin after the tornado (May 2011)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Joplin après la tornade (mai 2011)</translation>
    </message>
    <message>
        <source>Joplin before the tornado (2007–2010)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Joplin avant la tornade (2007–2010)</translation>
    </message>
    <message>
        <source>Joplin, Missouri: aerial photographs from 2007–2010 and from after the tornado of 22 May 2011. {0} tiles, a few minutes on a CPU. Tiles are added to the map as they are finished, a group at a time.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Joplin, Missouri : photographies aériennes de 2007–2010 et d’après la tornade du 22 mai 2011. {0} tuiles, quelques minutes sur un CPU. Les tuiles terminées s’ajoutent à la carte par groupes.</translation>
    </message>
    <message>
        <source>Keeps the words in the boxes as yours and goes on to the next site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Garde les mots des cadres comme vôtres et passe au site suivant.</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les plus grandes d’abord</translation>
    </message>
    <message>
        <source>Last lines of the engine's log:</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dernières lignes du journal du moteur :</translation>
    </message>
    <message>
        <source>Later date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Date postérieure</translation>
    </message>
    <message>
        <source>Later date, end</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Date postérieure, fin</translation>
    </message>
    <message>
        <source>Layer of polygons to stay within</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Couche de polygones dans lesquels rester</translation>
    </message>
    <message>
        <source>Layer that gives the extent</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Couche qui donne l’étendue</translation>
    </message>
    <message>
        <source>Layer that is reviewed</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Couche en cours de relecture</translation>
    </message>
    <message>
        <source>Layer to write</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Couche à écrire</translation>
    </message>
    <message>
        <source>Layer “{0}”: {1} rows.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Couche « {0} » : {1} lignes.</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mise en page…</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Taux d’apprentissage</translation>
    </message>
    <message>
        <source>Left empty: found like the earlier image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vide : trouvée comme l’image la plus ancienne.</translation>
    </message>
    <message>
        <source>Left empty: the layer the tiles were made from, else the files that the result names.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vide : la couche dont viennent les tuiles, sinon les fichiers que nomme le résultat.</translation>
    </message>
    <message>
        <source>Left empty: “What changed between … and …”. Remembered with the layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Laissé vide : « What changed between … and … ». Retenu avec la couche.</translation>
    </message>
    <message>
        <source>Left out: {0} ({1}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Omises : {0} ({1}).</translation>
    </message>
    <message>
        <source>Lets the engine read images by their address: GeoTIFFs and STAC items by https and s3. What is needed of them is copied into your cache. Off, no server is asked for images.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Permet au moteur de lire des images par leur adresse : GeoTIFF et éléments STAC par https et s3. Ce qui est nécessaire est copié dans votre cache. Désactivé, aucune image n'est demandée à un serveur.</translation>
    </message>
    <message>
        <source>Letters, digits, “.”, “_” and “-”. Empty: the old name with “-tuned”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lettres, chiffres, « . », « _ » et « - ». Vide : l’ancien nom suivi de « -tuned ».</translation>
    </message>
    <message>
        <source>Library that runs the network</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bibliothèque qui exécute le réseau</translation>
    </message>
    <message>
        <source>Licence</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Licence of the imagery</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Licence des images</translation>
    </message>
    <message>
        <source>Licence of the model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Licence du modèle</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Journal de l’exécution</translation>
    </message>
    <message>
        <source>Log of the series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Journal de la série</translation>
    </message>
    <message>
        <source>Log: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Journal : {0}</translation>
    </message>
    <message>
        <source>Logo</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>M&amp;odèles…</translation>
    </message>
    <message>
        <source>Made with</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fait avec</translation>
    </message>
    <message>
        <source>Make the before image the after image and the other way round</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Faire de l’image d’avant celle d’après et inversement</translation>
    </message>
    <message>
        <source>Makes a Python environment of the plugin's own and installs the pinned packages there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Crée un environnement Python propre à l’extension et y installe les paquets fixés.</translation>
    </message>
    <message>
        <source>Makes a new model that has learned from the tiles you reviewed</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fait un nouveau modèle qui a appris des tuiles que vous avez relues</translation>
    </message>
    <message>
        <source>Makes the earlier image the later one and the other way round.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fait de l’image d’avant celle d’après et inversement.</translation>
    </message>
    <message>
        <source>Making an environment with {0} in {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Création d’un environnement avec {0} dans {1}</translation>
    </message>
    <message>
        <source>Many providers of web maps forbid to store or to analyse their pictures. Fetch only what the terms allow.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Beaucoup de fournisseurs de cartes web interdisent d'enregistrer ou d'analyser leurs images. Ne téléchargez que ce que leurs conditions permettent.</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Measure vegetation and water by their bands</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mesurer végétation et eau par leurs bandes</translation>
    </message>
    <message>
        <source>Measured</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mesuré</translation>
    </message>
    <message>
        <source>Measured facts</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Faits mesurés</translation>
    </message>
    <message>
        <source>Measured: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mesuré : {0}</translation>
    </message>
    <message>
        <source>Measuring the old and the new model: {0} of {1} pairs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mesure de l’ancien et du nouveau modèle : {0} paires sur {1}</translation>
    </message>
    <message>
        <source>Missing: {0}. {1} {2}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Il manque : {0}. {1} {2}</translation>
    </message>
    <message>
        <source>Model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modèle et appareil</translation>
    </message>
    <message>
        <source>Model packs (*.zip)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Paquets de modèle (*.zip)</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modèle de départ</translation>
    </message>
    <message>
        <source>Models of Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modèles de Describe Changes</translation>
    </message>
    <message>
        <source>Models that ship with the plugin stay</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les modèles livrés avec l’extension restent</translation>
    </message>
    <message>
        <source>Models: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modèles : {0}.</translation>
    </message>
    <message>
        <source>Models…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>More</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Most doubtful first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les plus douteuses d’abord</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (about 6 GB)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Carte graphique NVIDIA (environ 6 Go)</translation>
    </message>
    <message>
        <source>Name a file for the HTML page, for the PDF, or for both.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nommez un fichier pour la page HTML, pour le PDF, ou pour les deux.</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nom du nouveau modèle</translation>
    </message>
    <message>
        <source>Near</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Près de</translation>
    </message>
    <message>
        <source>Next</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Suivante</translation>
    </message>
    <message>
        <source>No Python from 3.11 to 3.13 was found on this computer. Install one from python.org (or your system's packages) and press “Install engine” again; QGIS keeps its own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aucun Python de 3.11 à 3.13 n’a été trouvé sur cet ordinateur. Installez-en un depuis python.org (ou les paquets de votre système) et appuyez de nouveau sur « Installer le moteur » ; QGIS garde le sien.</translation>
    </message>
    <message>
        <source>No feature of “{0}” is selected. Select some, or untick “Selected features only”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aucune entité de « {0} » n’est sélectionnée. Sélectionnez-en, ou décochez « Entités sélectionnées seulement ».</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aucun modèle n’est installé.</translation>
    </message>
    <message>
        <source>No model is installed. Import one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aucun modèle n’est installé. Importez-en un.</translation>
    </message>
    <message>
        <source>No pair is finished yet.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aucune paire n’est encore terminée.</translation>
    </message>
    <message>
        <source>No picture of “{0}” came from {1}. Check the connection, and whether the layer draws on the map at this place.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aucune image de « {0} » n'est venue de {1}. Vérifiez la connexion et si la couche s'affiche à cet endroit de la carte.</translation>
    </message>
    <message>
        <source>No-data values of “{0}” as its layer has them in QGIS: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Valeurs sans données de « {0} » telles que sa couche les a dans QGIS : {1}.</translation>
    </message>
    <message>
        <source>Not set: the sites; in Excel all but the tiles. A GeoPackage always holds all layers.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Non défini : les sites ; dans Excel toutes sauf les tuiles. Un GeoPackage contient toujours toutes les couches.</translation>
    </message>
    <message>
        <source>Not set: torch. openvino is faster on a processor, if that package is installed in the engine's environment; masks are nearly the same, sentences may differ. auto measures once which is faster.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Non défini : torch. openvino est plus rapide sur un processeur, si ce paquet est installé dans l’environnement du moteur ; les masques sont presque identiques, les phrases peuvent différer. auto mesure une fois ce qui est le plus rapide.</translation>
    </message>
    <message>
        <source>Not understood, and left out: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Non compris et laissé de côté : {0}.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Nothing is to be written. Choose a place for at least one of the results.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rien ne doit être écrit. Choisissez un emplacement pour au moins un des résultats.</translation>
    </message>
    <message>
        <source>Number of changed areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de zones changées</translation>
    </message>
    <message>
        <source>Number of changed tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de tuiles changées</translation>
    </message>
    <message>
        <source>Number of held-out pairs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de paires mises de côté</translation>
    </message>
    <message>
        <source>Number of pages of the PDF</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de pages du PDF</translation>
    </message>
    <message>
        <source>Number of pairs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de paires</translation>
    </message>
    <message>
        <source>Number of pairs learned from</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de paires apprises</translation>
    </message>
    <message>
        <source>Number of pairs to learn from</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de paires à apprendre</translation>
    </message>
    <message>
        <source>Number of pairs written</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de paires écrites</translation>
    </message>
    <message>
        <source>Number of rows written</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de lignes écrites</translation>
    </message>
    <message>
        <source>Number of sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de sites</translation>
    </message>
    <message>
        <source>Number of sites shown</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de sites montrés</translation>
    </message>
    <message>
        <source>Number of tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de tuiles</translation>
    </message>
    <message>
        <source>Number of zones</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre de zones</translation>
    </message>
    <message>
        <source>Numbers of the red, green and blue bands from 1, for example 3,2,1. Empty: those that you have chosen for the layer in QGIS, else what the file says, else the first three. Bands by which vegetation and water are measured are given by name where the file does not name them, for example nir=4, or 3,2,1,nir=8,swir=11.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Numéros des bandes rouge, verte et bleue à partir de 1, par exemple 3,2,1. Vide : celles que vous avez choisies pour la couche dans QGIS, sinon ce que dit le fichier, sinon les trois premières. Les bandes qui servent à mesurer végétation et eau se donnent par leur nom là où le fichier ne les nomme pas, par exemple nir=4 ou 3,2,1,nir=8,swir=11.</translation>
    </message>
    <message>
        <source>O&amp;verlap</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Recou&amp;vrement</translation>
    </message>
    <message>
        <source>Off: what an earlier job left at the work file is discarded.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Désactivé : ce qu’un travail précédent a laissé près du fichier de travail est jeté.</translation>
    </message>
    <message>
        <source>Old data</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anciennes données</translation>
    </message>
    <message>
        <source>Old pairs per new pair</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anciennes paires par nouvelle paire</translation>
    </message>
    <message>
        <source>One feature per site: its sentence, classes, changed area, place, certainty and both dates. Saved to a GeoPackage, the file also holds the changed areas, the tiles and the table “runs”, which says how all was made.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une entité par site : phrase, classes, surface modifiée, lieu, certitude et les deux dates. Enregistré dans un GeoPackage, le fichier contient aussi les zones modifiées, les tuiles et la table « runs », qui dit comment tout a été fait.</translation>
    </message>
    <message>
        <source>One of the installed models. Not set: the model that described the tiles. In scripts also the folder of a model pack.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un des modèles installés. Non défini : le modèle qui a décrit les tuiles. Dans les scripts, aussi le dossier d’un paquet de modèle.</translation>
    </message>
    <message>
        <source>One of the installed models. Not set: the one that ships. “Models…” in the panel imports more. In scripts also the folder or zip file of a model pack.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un des modèles installés. Non défini : celui qui est fourni. « Modèles… » dans le panneau en importe d’autres. Dans les scripts, aussi le dossier ou le fichier zip d’un paquet de modèle.</translation>
    </message>
    <message>
        <source>One polygon per changed area with class, transition, area and perimeter. As a temporary layer it lies in the sites' GeoPackage.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un polygone par zone modifiée avec classe, transition, surface et périmètre. En couche temporaire, il se trouve dans le GeoPackage des sites.</translation>
    </message>
    <message>
        <source>One polygon per tile that was looked at, with its sentence, scores and facts; the sites are what is made of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un polygone par tuile examinée, avec sa phrase, ses scores et ses faits ; les sites en sont tirés.</translation>
    </message>
    <message>
        <source>One polygon per zone, and one for the ground outside all of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un polygone par zone, et un pour le terrain hors de toutes.</translation>
    </message>
    <message>
        <source>One self-contained page with before, after and mask beside each sentence.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une page autonome avec avant, après et masque à côté de chaque phrase.</translation>
    </message>
    <message>
        <source>One self-contained page.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une page autonome.</translation>
    </message>
    <message>
        <source>One self-contained page: changed area per class and pair, and the same as a table.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Une page autonome : surface changée par classe et par paire, et la même chose en tableau.</translation>
    </message>
    <message>
        <source>Only needed for layers that do not say it, and whose model is not installed. Empty: the run's own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Utile seulement pour les couches qui ne le disent pas et dont le modèle n’est pas installé. Vide : celui de l’exécution.</translation>
    </message>
    <message>
        <source>Only sites in the GeoPackage of a result can be asked about.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seuls les sites du GeoPackage d’un résultat peuvent être interrogés.</translation>
    </message>
    <message>
        <source>Only sites in which something of this class has changed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seulement les sites où quelque chose de cette classe a changé.</translation>
    </message>
    <message>
        <source>Only sites that have no verdict yet.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seulement les sites sans verdict.</translation>
    </message>
    <message>
        <source>Only sites that were accepted or reworded</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seulement les sites acceptés ou reformulés</translation>
    </message>
    <message>
        <source>Only the polygons that are selected now count.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seuls comptent les polygones sélectionnés maintenant.</translation>
    </message>
    <message>
        <source>Only this part is described. Left empty: everything that both rasters cover. Numbers without a CRS are in that of the later image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seule cette partie est décrite. Laissé vide : tout ce que les deux rasters couvrent. Les nombres sans SCR sont dans celui de l'image postérieure.</translation>
    </message>
    <message>
        <source>Only tiles in which the model sees a change.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seulement les tuiles où le modèle voit un changement.</translation>
    </message>
    <message>
        <source>Only tiles that touch a polygon of this layer are described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seules les tuiles qui touchent un polygone de cette couche sont décrites.</translation>
    </message>
    <message>
        <source>Only within polygons</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seulement dans des polygones</translation>
    </message>
    <message>
        <source>Open &amp;logs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvrir les &amp;journaux</translation>
    </message>
    <message>
        <source>Open a raster</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvrir un raster</translation>
    </message>
    <message>
        <source>Open only</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>En attente seulement</translation>
    </message>
    <message>
        <source>Open rasters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvrir des rasters</translation>
    </message>
    <message>
        <source>Open the chart with its figures in the browser</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvrir le graphique et ses chiffres dans le navigateur</translation>
    </message>
    <message>
        <source>Open the layers when done</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvrir les couches à la fin</translation>
    </message>
    <message>
        <source>Opens a raster file, puts it on the map and takes it as the earlier image; also one on a server, where that is allowed in the settings.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvre un fichier raster, le met sur la carte et le prend comme image antérieure ; aussi un fichier sur un serveur, si les paramètres l'autorisent.</translation>
    </message>
    <message>
        <source>Opens a raster file, puts it on the map and takes it as the later image; also one on a server, where that is allowed in the settings.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvre un fichier raster, le met sur la carte et le prend comme image postérieure ; aussi un fichier sur un serveur, si les paramètres l'autorisent.</translation>
    </message>
    <message>
        <source>Opens the changed areas for editing with QGIS's own tools; saving measures them again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvre les zones changées à l’édition avec les outils de QGIS ; l’enregistrement les mesure de nouveau.</translation>
    </message>
    <message>
        <source>Opens the chart of changed area over time as a page in the browser.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvre le graphique de la surface changée au fil du temps en page dans le navigateur.</translation>
    </message>
    <message>
        <source>Opens the folder with the logs of the engine and of installations.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvre le dossier des journaux du moteur et des installations.</translation>
    </message>
    <message>
        <source>Opens the page of QGIS's options where the engine is checked, installed or removed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvre la page des options de QGIS où le moteur est vérifié, installé ou supprimé.</translation>
    </message>
    <message>
        <source>Opens the user guide in the browser; it is on this computer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvre le guide de l’utilisateur dans le navigateur ; il est sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Opens “Report of a result” for the layer under review: one HTML page, a PDF with a page per site, or both. Rejected sites are left out unless you ask for them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ouvre « Rapport d’un résultat » pour la couche en cours de révision : une page HTML, un PDF avec une page par site, ou les deux. Les sites rejetés sont omis, sauf demande contraire.</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ordre de la liste</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Outline (m)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Contour (m)</translation>
    </message>
    <message>
        <source>Outlines as text (WKT) in CSV</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Contours en texte (WKT) dans le CSV</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Recouvrement</translation>
    </message>
    <message>
        <source>Overlap of tiles (pixels)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Recouvrement des tuiles (pixels)</translation>
    </message>
    <message>
        <source>PDF</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Pair {0} of {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Paire {0} sur {1}</translation>
    </message>
    <message>
        <source>Pair {0} of {1}: {2}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Paire {0} sur {1} : {2}</translation>
    </message>
    <message>
        <source>Paragraph that sums up the whole area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Paragraphe qui résume toute la zone</translation>
    </message>
    <message>
        <source>Paragraphs for the head of the report. Remembered with the layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Paragraphes pour l’en-tête du rapport. Retenus avec la couche.</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Paramètre</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Part without data (%)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Part sans données (%)</translation>
    </message>
    <message>
        <source>Path of a GeoPackage beside which the engine keeps what is finished until the job is done; after a cancel the same job with the same file goes on from there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Chemin d’un GeoPackage à côté duquel le moteur garde ce qui est prêt jusqu’à la fin du travail ; après une annulation, le même travail avec le même fichier continue à partir de là.</translation>
    </message>
    <message>
        <source>Pi&amp;xel on the ground</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pi&amp;xel au sol</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Images (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif)</translation>
    </message>
    <message>
        <source>Pixel of web maps on the ground (m)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pixel des cartes web au sol (m)</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Place</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Places where something changed, each said once and counted once.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lieux où quelque chose a changé, chacun dit une fois et compté une fois.</translation>
    </message>
    <message>
        <source>Polygons by which changes are added up, such as wards: the result gets a layer with a paragraph for each. Empty: none.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Polygones par lesquels les changements sont additionnés, par exemple des quartiers : le résultat reçoit une couche avec un paragraphe pour chacun. Vide : aucun.</translation>
    </message>
    <message>
        <source>Polygons of any CRS by which changes are added up, all of a layer or the selected ones: wards, lots, fields. The result gets a layer with a paragraph for each.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Polygones de n'importe quel SCR par lesquels les changements sont additionnés, tous ceux d'une couche ou ceux sélectionnés : quartiers, parcelles, champs. Le résultat reçoit une couche avec un paragraphe pour chacun.</translation>
    </message>
    <message>
        <source>Polygons of any CRS, all of a layer or the selected ones. Tiles that touch none of them are left out, and the change mask ends at their edge.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Polygones de n’importe quel SCR, tous ceux d’une couche ou ceux sélectionnés. Les tuiles qui n’en touchent aucun sont omises, et le masque des changements s’arrête à leur bord.</translation>
    </message>
    <message>
        <source>Polygons of any CRS, all of a layer or the selected ones: wards, lots, fields.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Polygones de tout SCR, tous ceux d’une couche ou les sélectionnés : quartiers, parcelles, champs.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Précédente</translation>
    </message>
    <message>
        <source>Private environment: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Environnement privé : {0}</translation>
    </message>
    <message>
        <source>Probability (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Probabilité (0–1)</translation>
    </message>
    <message>
        <source>Probability from which a pixel counts as changed. Empty: what the model advises.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Probabilité à partir de laquelle un pixel compte comme changé. Vide : ce que conseille le modèle.</translation>
    </message>
    <message>
        <source>Puts the example on the map and describes it; installs the engine first if there is none.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Met l’exemple sur la carte et le décrit ; installe d’abord le moteur s’il n’y en a pas.</translation>
    </message>
    <message>
        <source>Puts the images in the order of their dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Met les images dans l’ordre de leurs dates.</translation>
    </message>
    <message>
        <source>Python of the engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Python du moteur</translation>
    </message>
    <message>
        <source>Python: {0} ({1}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Python : {0} ({1}).</translation>
    </message>
    <message>
        <source>QGIS uses a SOCKS proxy, which pip cannot use; trying without it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>QGIS utilise un proxy SOCKS, que pip ne sait pas utiliser ; on essaie sans lui.</translation>
    </message>
    <message>
        <source>QGIS writes these layers itself, without the table “run” that says how they were made. Save both to one GeoPackage to keep it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>QGIS écrit lui-même ces couches, sans la table « run » qui dit comment elles ont été faites. Enregistrez les deux dans un GeoPackage pour la garder.</translation>
    </message>
    <message>
        <source>Question about the sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Question sur les sites</translation>
    </message>
    <message>
        <source>Raster of the change classes, a cloud-optimised GeoTIFF on the after image's grid.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Raster des classes de changement, un GeoTIFF optimisé pour le nuage sur la grille de l’image d’après.</translation>
    </message>
    <message>
        <source>Raster of the earlier date: three or more bands (red, green and blue first unless Bands says otherwise), georeferenced. Several files of one date go in as a virtual raster (VRT). The two rasters may differ in CRS, resolution and size; their overlap is described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Raster de la date la plus ancienne : trois bandes ou plus (rouge, vert et bleu d’abord, sauf si Bandes dit autre chose), géoréférencé. Plusieurs fichiers d’une date entrent en raster virtuel (VRT). Les deux rasters peuvent différer en SCR, résolution et taille ; on décrit là où ils se recouvrent.</translation>
    </message>
    <message>
        <source>Raster of the later date. Its pixel grid is the one the result is computed on.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Raster de la date la plus récente. Le résultat est calculé sur sa grille de pixels.</translation>
    </message>
    <message>
        <source>Raster with one band per change class: how likely the model takes each pixel to be that change, from 0 to 1.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Raster avec une bande par classe de changement : la probabilité que le modèle donne à ce changement en chaque pixel, de 0 à 1.</translation>
    </message>
    <message>
        <source>Rasters of the project: files, and web maps, of which the extent is fetched first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rasters du projet : fichiers et cartes web, dont l'emprise est d'abord téléchargée</translation>
    </message>
    <message>
        <source>Rasters of the same place, one per date, in any order. Several files of one date go in as a virtual raster (VRT). They may differ in CRS, resolution and size; each pair is described where both lie.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rasters du même lieu, un par date, dans n’importe quel ordre. Plusieurs fichiers d’une date entrent en raster virtuel (VRT). Ils peuvent différer en SCR, résolution et taille ; chaque paire est décrite là où les deux se trouvent.</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Read the user &amp;guide</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lire le &amp;guide de l’utilisateur</translation>
    </message>
    <message>
        <source>Reading the pairs…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lecture des paires…</translation>
    </message>
    <message>
        <source>Reading the result…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lecture du résultat…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reject</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Rejected tiles show no change</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les tuiles rejetées ne montrent aucun changement</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le supprimer</translation>
    </message>
    <message>
        <source>Remove “{0}” from this computer?</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Supprimer « {0} » de cet ordinateur ?</translation>
    </message>
    <message>
        <source>Removes that environment and gives its room back.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Supprime cet environnement et rend sa place.</translation>
    </message>
    <message>
        <source>Removes that environment and makes it anew.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Supprime cet environnement et le recrée.</translation>
    </message>
    <message>
        <source>Rep&amp;ort</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ra&amp;pport</translation>
    </message>
    <message>
        <source>Replace an earlier export</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Remplacer un export précédent</translation>
    </message>
    <message>
        <source>Report</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Report of a result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rapport d’un résultat</translation>
    </message>
    <message>
        <source>Report…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rapport…</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Repre&amp;ndre</translation>
    </message>
    <message>
        <source>Result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Results</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Return shows the sites that answer it; empty the box to see all again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Entrée montre les sites qui répondent ; videz le champ pour les revoir tous.</translation>
    </message>
    <message>
        <source>Review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Relecture</translation>
    </message>
    <message>
        <source>Reviewed tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tuiles relues</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Éc&amp;hanger</translation>
    </message>
    <message>
        <source>Save edits</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save outlines</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Enregistrer les contours</translation>
    </message>
    <message>
        <source>Saved in {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Enregistré dans {0}.</translation>
    </message>
    <message>
        <source>Score</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Score</translation>
    </message>
    <message>
        <source>See the &amp;models</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Voir les &amp;modèles</translation>
    </message>
    <message>
        <source>Selected features only</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Entités sélectionnées seulement</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>Set all three of an image or none. Not set: those that you have chosen for the layer in QGIS, else what the file says, else the first three.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Définissez les trois d’une image ou aucune. Non défini : celles choisies pour la couche dans QGIS, sinon ce que dit le fichier, sinon les trois premières.</translation>
    </message>
    <message>
        <source>Share of held-out tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Part des tuiles mises de côté</translation>
    </message>
    <message>
        <source>Share with data (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Part avec données (0–1)</translation>
    </message>
    <message>
        <source>Show &amp;tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mon&amp;trer les tuiles</translation>
    </message>
    <message>
        <source>Show, import and remove models</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Montrer, importer et supprimer des modèles</translation>
    </message>
    <message>
        <source>Shows the earlier image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Montre l’image la plus ancienne.</translation>
    </message>
    <message>
        <source>Shows the installed models with their cards, and imports or removes some.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Montre les modèles installés avec leurs fiches, en importe ou en supprime.</translation>
    </message>
    <message>
        <source>Shows the installed models, and imports or removes some.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Montre les modèles installés, en importe ou en supprime.</translation>
    </message>
    <message>
        <source>Shows the later image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Montre l’image la plus récente.</translation>
    </message>
    <message>
        <source>Shows the two images in turn, so that what differs catches the eye.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Montre les deux images tour à tour, pour que ce qui diffère saute aux yeux.</translation>
    </message>
    <message>
        <source>Side of a pixel on the ground (m)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Côté d'un pixel au sol (m)</translation>
    </message>
    <message>
        <source>Side of a pixel on the ground; where the server has tiles, the nearest is taken</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Côté d'un pixel au sol ; si le serveur a des tuiles, la résolution la plus proche est prise</translation>
    </message>
    <message>
        <source>Side of a tile in pixels. Larger tiles see more context and give fewer sentences.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Côté d’une tuile en pixels. De plus grandes tuiles voient plus de contexte et donnent moins de phrases.</translation>
    </message>
    <message>
        <source>Side of a tile; each tile gets a sentence. Empty: the model's own, which it does best.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Côté d’une tuile ; chaque tuile reçoit une phrase. Vide : celui du modèle, avec lequel il travaille le mieux.</translation>
    </message>
    <message>
        <source>Site</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Site</translation>
    </message>
    <message>
        <source>Sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Sites or tiles of a result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sites ou tuiles d’un résultat</translation>
    </message>
    <message>
        <source>Sites or tiles to judge</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sites ou tuiles à juger</translation>
    </message>
    <message>
        <source>Sites shown with images, at most</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sites montrés avec images, au plus</translation>
    </message>
    <message>
        <source>Sites that were not rejected</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sites qui n’ont pas été rejetés</translation>
    </message>
    <message>
        <source>Sites to show</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sites à montrer</translation>
    </message>
    <message>
        <source>Size</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Smallest chan&amp;ge</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>P&amp;lus petit changement</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Plus petit changement</translation>
    </message>
    <message>
        <source>Smallest change (m²)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Plus petit changement (m²)</translation>
    </message>
    <message>
        <source>So many of the tiles are kept for comparing the old and the new model. About 30 tiles can tell.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Autant de tuiles sont gardées pour comparer l’ancien et le nouveau modèle. Une trentaine suffit.</translation>
    </message>
    <message>
        <source>Sort &amp;by date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Trier par date</translation>
    </message>
    <message>
        <source>Stands below the title. Remembered for the next report.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Figure sous le titre. Retenu pour le prochain rapport.</translation>
    </message>
    <message>
        <source>Stands beside the author. Remembered for the next report.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Figure à côté de l’auteur. Retenu pour le prochain rapport.</translation>
    </message>
    <message>
        <source>Start</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Démarrage du moteur…</translation>
    </message>
    <message>
        <source>Starts the engine and says which torch, devices and models it has.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Démarre le moteur et dit quel torch, quels appareils et quels modèles il a.</translation>
    </message>
    <message>
        <source>State facts of your own; Ctrl+Return keeps them, marked as not measured</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Écrivez vos propres faits ; Ctrl+Entrée les garde, marqués comme non mesurés</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Étape {0} sur {1}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Stops the installation. What is there is kept for the next try.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Arrête l’installation. Ce qui est là est gardé pour le prochain essai.</translation>
    </message>
    <message>
        <source>Stops the run at once. What is finished stays on the map and can be resumed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Arrête l’exécution tout de suite. Ce qui est prêt reste sur la carte et peut être repris.</translation>
    </message>
    <message>
        <source>Stops the run. What is finished stays on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Arrête l’exécution. Ce qui est prêt reste sur la carte.</translation>
    </message>
    <message>
        <source>Stops what is going on. What is there is kept for the next try.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Arrête ce qui est en cours. Ce qui est là est gardé pour le prochain essai.</translation>
    </message>
    <message>
        <source>Summary table</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tableau récapitulatif</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les plus sûres d’abord</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Volet</translation>
    </message>
    <message>
        <source>T&amp;hreshold</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Seuil</translation>
    </message>
    <message>
        <source>Take the earlier image from a file</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Prendre l’image antérieure dans un fichier</translation>
    </message>
    <message>
        <source>Take the later image from a file</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Prendre l’image postérieure dans un fichier</translation>
    </message>
    <message>
        <source>Take the selected images out of the series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Retirer de la série les images sélectionnées</translation>
    </message>
    <message>
        <source>Takes the chosen images out of the series; their layers stay in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Retire de la série les images choisies ; leurs couches restent dans le projet.</translation>
    </message>
    <message>
        <source>Takes the last verdict back and goes to its site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Retire le dernier verdict et va à son site.</translation>
    </message>
    <message>
        <source>Tell in words, masks and facts what changed between two dated rasters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dire en mots, en masques et en faits ce qui a changé entre deux rasters datés</translation>
    </message>
    <message>
        <source>Tells in words, masks and measured facts what changed between two dated rasters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dit en mots, en masques et en faits mesurés ce qui a changé entre deux rasters datés</translation>
    </message>
    <message>
        <source>Tells what changed along several dated rasters, in one result for the Temporal Controller</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dit ce qui a changé au long de plusieurs rasters datés, en un résultat pour le Contrôleur temporel</translation>
    </message>
    <message>
        <source>The STAC item has its image in {0} files; name the address of one file, or use the command line.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>L'image de l'élément STAC est dans {0} fichiers ; donnez l'adresse d'un fichier, ou utilisez la ligne de commande.</translation>
    </message>
    <message>
        <source>The before date ({0}) is later than the after date ({1}). Swap the two rasters or correct the dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La date d’avant ({0}) est postérieure à celle d’après ({1}). Échangez les rasters ou corrigez les dates.</translation>
    </message>
    <message>
        <source>The changed area per class. A click on a pair shows only that pair, Escape shows all.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La surface modifiée par classe. Un clic sur une paire n’affiche que celle-ci, Échap les affiche toutes.</translation>
    </message>
    <message>
        <source>The changed area per pair and class as CSV.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La surface changée par paire et par classe en CSV.</translation>
    </message>
    <message>
        <source>The changed areas of “{0}” were not found. Add their layer to the project, or choose it under “Changed areas”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les zones modifiées de « {0} » sont introuvables. Ajoutez leur couche au projet, ou choisissez-la sous « Zones modifiées ».</translation>
    </message>
    <message>
        <source>The class of change of every pixel.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La classe de changement de chaque pixel.</translation>
    </message>
    <message>
        <source>The disk of {0} is full ({1:.1f} GB free; the engine needs {2} GB in all). Make room and press “Install engine” again: it goes on from what is there. “Remove” gives the room back.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le disque de {0} est plein ({1:.1f} Go libres ; le moteur demande {2} Go en tout). Faites de la place et appuyez de nouveau sur « Installer le moteur » : il continue avec ce qui est là. « Supprimer » rend la place.</translation>
    </message>
    <message>
        <source>The earlier image: a file with a CRS, or a web map, of which the extent is fetched into a file first. CRS and resolution may differ.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>L'image antérieure : un fichier avec un SCR, ou une carte web, dont l'emprise est d'abord téléchargée dans un fichier. SCR et résolution peuvent différer.</translation>
    </message>
    <message>
        <source>The engine did not start within {0} minutes.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le moteur n’a pas démarré en {0} minutes.</translation>
    </message>
    <message>
        <source>The engine ended without starting the job.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le moteur s’est terminé sans commencer le travail.</translation>
    </message>
    <message>
        <source>The engine speaks another version of the protocol than this plugin. Press “Install engine” in Settings ▸ Options… ▸ Describe Changes to renew it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le moteur parle une autre version du protocole que cette extension. Appuyez sur « Installer le moteur » dans Préférences ▸ Options… ▸ Describe Changes pour le renouveler.</translation>
    </message>
    <message>
        <source>The engine {0}. Nothing was written.{1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le moteur {0}. Rien n’a été écrit.{1}</translation>
    </message>
    <message>
        <source>The engine's Python {0} could not be started: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le Python du moteur ({0}) n’a pas pu être démarré : {1}.</translation>
    </message>
    <message>
        <source>The engine's Python {0} does not exist any more. Clear the path above to have it found automatically, or press “Install engine”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le Python du moteur {0} n’existe plus. Videz le chemin ci-dessus pour qu’il soit trouvé automatiquement, ou appuyez sur « Installer le moteur ».</translation>
    </message>
    <message>
        <source>The engine's Python {0} does not exist any more. Open Settings ▸ Options… ▸ Describe Changes, clear the path to have it found automatically, or press “Install engine”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le Python du moteur ({0}) n’existe plus. Ouvrez Préférences ▸ Options… ▸ Describe Changes, videz le chemin pour qu’il soit trouvé tout seul, ou appuyez sur « Installer le moteur ».</translation>
    </message>
    <message>
        <source>The engine's Python {0} lacks something: {1}. Press “Install engine” in Settings ▸ Options… ▸ Describe Changes, or name another Python there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Il manque quelque chose au Python du moteur ({0}) : {1}. Appuyez sur « Installer le moteur » dans Préférences ▸ Options… ▸ Describe Changes, ou indiquez-y un autre Python.</translation>
    </message>
    <message>
        <source>The engine's Python: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le Python du moteur : {0}</translation>
    </message>
    <message>
        <source>The environment variable {0} names {1}, which does not exist.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La variable d’environnement {0} indique {1}, qui n’existe pas.</translation>
    </message>
    <message>
        <source>The example could not be copied to {0}: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>L'exemple n'a pas pu être copié dans {0} : {1}.</translation>
    </message>
    <message>
        <source>The example {0} cannot be opened. Install the plugin Describe Changes again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>L’exemple {0} ne peut pas être ouvert. Installez de nouveau l’extension Describe Changes.</translation>
    </message>
    <message>
        <source>The extent does not touch “{0}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>L'emprise ne touche pas « {0} ».</translation>
    </message>
    <message>
        <source>The extent does not touch “{0}”. Draw it over the images or leave it empty. Numbers without a CRS are read in that of the later image, {1}; another CRS is written behind them, as [EPSG:4326].</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>L'emprise ne touche pas « {0} ». Dessinez-la sur les images ou laissez-la vide. Les nombres sans SCR sont lus dans celui de l'image postérieure, {1} ; un autre SCR s'écrit derrière, comme [EPSG:4326].</translation>
    </message>
    <message>
        <source>The extent of a layer</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>L’étendue d’une couche</translation>
    </message>
    <message>
        <source>The facts above are your statement, not a measurement.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les faits ci-dessus sont votre déclaration, non une mesure.</translation>
    </message>
    <message>
        <source>The facts of the tile, measured on the change mask. What you write over them is kept as your statement, marked as not measured, with the measurement behind it; empty the box to take it back.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les faits de la tuile, mesurés sur le masque des changements. Ce que vous écrivez à la place est gardé comme votre déclaration, marquée comme non mesurée, suivie de la mesure ; videz le cadre pour la retirer.</translation>
    </message>
    <message>
        <source>The field of the zones' names. Features of one name are one zone; empty: each by its number.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le champ des noms des zones. Les entités de même nom forment une zone ; vide : chacune par son numéro.</translation>
    </message>
    <message>
        <source>The file of the {0} raster “{1}” is gone: {2}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le fichier du raster {0} « {1} » a disparu : {2}.</translation>
    </message>
    <message>
        <source>The folder {0} does not exist. Create it, or write the result elsewhere.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le dossier {0} n'existe pas. Créez-le, ou écrivez le résultat ailleurs.</translation>
    </message>
    <message>
        <source>The folder {0} for unfinished work cannot be made: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le dossier {0} pour le travail inachevé ne peut pas être créé : {1}.</translation>
    </message>
    <message>
        <source>The folder {0} is read-only. Write the result elsewhere.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le dossier {0} est en lecture seule. Écrivez le résultat ailleurs.</translation>
    </message>
    <message>
        <source>The images of the series, from the earliest to the latest, each with its date.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les images de la série, de la plus ancienne à la plus récente, chacune avec sa date.</translation>
    </message>
    <message>
        <source>The installation stopped while {0}. Check the network and the log, then try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>L’installation s’est arrêtée pendant {0}. Vérifiez le réseau et le journal, puis réessayez.</translation>
    </message>
    <message>
        <source>The largest come first; the report says how many are left out. All are drawn on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les plus grands d’abord ; le rapport dit combien sont omis. Tous sont dessinés sur la carte.</translation>
    </message>
    <message>
        <source>The later image: a file with a CRS, or a web map, of which the extent is fetched into a file first. CRS and resolution may differ.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>L'image postérieure : un fichier avec un SCR, ou une carte web, dont l'emprise est d'abord téléchargée dans un fichier. SCR et résolution peuvent différer.</translation>
    </message>
    <message>
        <source>The layer does not say whose pictures these are.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La couche ne dit pas à qui sont ces images.</translation>
    </message>
    <message>
        <source>The layer of changed areas of the same run, from which the masks are drawn. Left empty it is looked for in the same GeoPackage, then in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La couche des zones changées de la même exécution, d’où sont dessinés les masques. Vide : cherchée dans le même GeoPackage, puis dans le projet.</translation>
    </message>
    <message>
        <source>The layer of changed areas of the same run. Left empty it is looked for in the same GeoPackage, then in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La couche des zones changées de la même exécution. Vide : cherchée dans le même GeoPackage, puis dans le projet.</translation>
    </message>
    <message>
        <source>The layer of changed areas that belongs to this result is not in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La couche des zones modifiées de ce résultat n’est pas dans le projet.</translation>
    </message>
    <message>
        <source>The layer of sites, or of tiles, that is reviewed. Verdicts are written into its fields.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La couche de sites, ou de tuiles, en cours de relecture. Les verdicts sont écrits dans ses champs.</translation>
    </message>
    <message>
        <source>The layer of the result cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La couche du résultat ne peut pas être ouverte.</translation>
    </message>
    <message>
        <source>The layer of the zones cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La couche des zones ne peut pas être ouverte.</translation>
    </message>
    <message>
        <source>The layer of the zones holds no polygon.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La couche des zones ne contient aucun polygone.</translation>
    </message>
    <message>
        <source>The layer of tiles that “Describe changes” has made and that you have reviewed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La couche de tuiles qu’a faite « Décrire les changements » et que vous avez relue.</translation>
    </message>
    <message>
        <source>The layer whose extent is described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La couche dont l’étendue est décrite.</translation>
    </message>
    <message>
        <source>The layers could not be copied for the report: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les couches n’ont pas pu être copiées pour le rapport : {0}</translation>
    </message>
    <message>
        <source>The layout template {0} cannot be read: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le modèle de mise en page {0} ne peut pas être lu : {1}</translation>
    </message>
    <message>
        <source>The map canvas as it is now</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le canevas tel qu’il est</translation>
    </message>
    <message>
        <source>The map shows the latest pair; a click on the chart shows another, Escape all.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La carte montre la dernière paire ; un clic sur le graphique en montre une autre, Échap toutes.</translation>
    </message>
    <message>
        <source>The model is sure.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le modèle est sûr.</translation>
    </message>
    <message>
        <source>The model that looks at the images: an installed one, or the folder of a model pack.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le modèle qui regarde les images : un modèle installé ou le dossier d’un paquet de modèle.</translation>
    </message>
    <message>
        <source>The neural network runs in a Python of its own, apart from QGIS. Leave the path empty to have it found automatically.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le réseau de neurones tourne dans un Python à lui, à part de QGIS. Laissez le chemin vide pour qu’il soit trouvé tout seul.</translation>
    </message>
    <message>
        <source>The new model is worse at something that could be measured; read the last lines of the log.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le nouveau modèle est moins bon en quelque chose de mesurable ; lisez les dernières lignes du journal.</translation>
    </message>
    <message>
        <source>The overlap ({0}) must be less than the tile size ({1}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le recouvrement ({0}) doit être inférieur à la taille des tuiles ({1}).</translation>
    </message>
    <message>
        <source>The paragraph, counts, areas and the chart are those of the sites shown.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le paragraphe, les nombres, les surfaces et le graphique sont ceux des sites montrés.</translation>
    </message>
    <message>
        <source>The polygons of a layer</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les polygones d’une couche</translation>
    </message>
    <message>
        <source>The private environment is removed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>L’environnement privé est supprimé.</translation>
    </message>
    <message>
        <source>The probability of each class of change at every pixel.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La probabilité de chaque classe de changement à chaque pixel.</translation>
    </message>
    <message>
        <source>The rectangle that is described; draw it on the map or type its corners.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le rectangle qui est décrit ; dessinez-le sur la carte ou tapez ses coins.</translation>
    </message>
    <message>
        <source>The resolution in which web maps are fetched, on the ground. Smaller pixels show more and are more to fetch; at most 25 million are.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La résolution au sol à laquelle les cartes web sont téléchargées. Des pixels plus petits montrent plus et sont plus nombreux à télécharger ; 25 millions au plus.</translation>
    </message>
    <message>
        <source>The result could not be written to {0}: {1}. It is kept in {2}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le résultat n'a pas pu être écrit dans {0} : {1}. Il est conservé dans {2}.</translation>
    </message>
    <message>
        <source>The run failed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>L’exécution a échoué.</translation>
    </message>
    <message>
        <source>The same series with the same result file goes on from there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La même série avec le même fichier de résultat continue à partir de là.</translation>
    </message>
    <message>
        <source>The sentence is right: goes on to the next site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La phrase est juste : passe au site suivant.</translation>
    </message>
    <message>
        <source>The sentence of the site. Write your own over it and keep it with Ctrl+Return.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La phrase du site. Écrivez la vôtre par-dessus et gardez-la avec Ctrl+Entrée.</translation>
    </message>
    <message>
        <source>The sites, or the tiles of an older result. The chosen one is shown and flashed on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les sites, ou les tuiles d’un ancien résultat. Celui qui est choisi est montré et clignote sur la carte.</translation>
    </message>
    <message>
        <source>The squares that the model looked at, each with its sentence; they overlap.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les carrés que le modèle a regardés, chacun avec sa phrase ; ils se recouvrent.</translation>
    </message>
    <message>
        <source>The style could not be stored in {0}: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le style n'a pas pu être enregistré dans {0} : {1}</translation>
    </message>
    <message>
        <source>The table “{1}” in {0} is no result of Describe Changes. Choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La table « {1} » dans {0} n'est pas un résultat de Describe Changes. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>The training packages are there. “Fine-tune a model on reviewed tiles” can be run.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les paquets d’entraînement sont là. « Affiner un modèle sur des tuiles relues » peut être lancé.</translation>
    </message>
    <message>
        <source>The two images that this result was made from are not in the project; add them first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les deux images dont vient ce résultat ne sont pas dans le projet ; ajoutez-les d’abord.</translation>
    </message>
    <message>
        <source>The verdict could not be written into “{0}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le verdict n’a pas pu être écrit dans « {0} ».</translation>
    </message>
    <message>
        <source>The web map cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La carte web ne peut pas être ouverte.</translation>
    </message>
    <message>
        <source>The web map could not be fetched.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La carte web n'a pas pu être téléchargée.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le raster {0} « {1} » ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” has no CRS, so it cannot be laid over the other. Tell QGIS which it is (right-click ▸ Layer CRS).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le raster « {1} » ({0}) n'a pas de SCR et ne peut donc pas être superposé à l'autre. Indiquez-le à QGIS (clic droit ▸ SCR de la couche).</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” is a web map. Run “Clip a web map” on it first, and take what it makes.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le raster « {1} » ({0}) est une carte web. Exécutez d'abord « Découper une carte web » et prenez ce qu'il produit.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” is not a file. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le raster {0} « {1} » n’est pas un fichier. Enregistrez-le d’abord en GeoTIFF (clic droit ▸ Exporter ▸ Enregistrer sous…).</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” is one of several in its file: {2}. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le raster « {1} » ({0}) est l'un de plusieurs dans son fichier : {2}. Enregistrez-le d'abord en GeoTIFF (clic droit ▸ Exporter ▸ Enregistrer sous…).</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” lies in an archive: {2}. Unpack it and add the file that was in it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le raster « {1} » ({0}) se trouve dans une archive : {2}. Décompressez-la et ajoutez le fichier qu'elle contient.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” lies on a server. Tick “Allow reading from servers” (for the panel in Settings ▸ Options… ▸ Describe Changes), or save it as GeoTIFF first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le raster « {1} » ({0}) est sur un serveur. Cochez « Autoriser la lecture sur des serveurs » (pour le panneau dans Préférences ▸ Options… ▸ Describe Changes), ou enregistrez-le d'abord en GeoTIFF.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” lies on the web. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Le raster « {1} » ({0}) se trouve sur le web. Enregistrez-le d'abord en GeoTIFF (clic droit ▸ Exporter ▸ Enregistrer sous…).</translation>
    </message>
    <message>
        <source>Then</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ensuite</translation>
    </message>
    <message>
        <source>There are {0} dates for {1} images.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Il y a {0} dates pour {1} images.</translation>
    </message>
    <message>
        <source>There is no engine of the plugin's own to add them to. Press “Install engine” first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Il n’y a pas de moteur propre à l’extension auquel les ajouter. Cliquez d’abord sur « Installer le moteur ».</translation>
    </message>
    <message>
        <source>There is no engine yet. Press “Install engine”, or name a Python above that already has it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Il n’y a pas encore de moteur. Appuyez sur « Installer le moteur » ou indiquez ci-dessus un Python qui l’a déjà.</translation>
    </message>
    <message>
        <source>There is no rectangle yet. Draw it on the map, or describe all that both images cover.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Il n’y a pas encore de rectangle. Dessinez-le sur la carte, ou décrivez tout ce que couvrent les deux images.</translation>
    </message>
    <message>
        <source>There is no result in the project. Run “Describe changes” first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Il n’y a pas de résultat dans le projet. Exécutez d’abord « Décrire les changements ».</translation>
    </message>
    <message>
        <source>There is no such change: goes on to the next site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Il n’y a pas un tel changement : passe au site suivant.</translation>
    </message>
    <message>
        <source>There was none.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Il n’y en avait pas.</translation>
    </message>
    <message>
        <source>This is doubtful: look closely.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>C’est douteux : regardez bien.</translation>
    </message>
    <message>
        <source>This is likely.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>C’est probable.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>Threshold (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seuil (0–1)</translation>
    </message>
    <message>
        <source>Ti&amp;le size</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ta&amp;ille des tuiles</translation>
    </message>
    <message>
        <source>Tile</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tuile</translation>
    </message>
    <message>
        <source>Tile size</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Taille des tuiles</translation>
    </message>
    <message>
        <source>Tile size (pixels)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Taille des tuiles (pixels)</translation>
    </message>
    <message>
        <source>Time series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Série temporelle</translation>
    </message>
    <message>
        <source>Title</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Entraîné sur</translation>
    </message>
    <message>
        <source>Training data</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Données d’entraînement</translation>
    </message>
    <message>
        <source>Undo</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>User guide</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Guide de l’utilisateur</translation>
    </message>
    <message>
        <source>Vegetation and water lost and gained, measured by indices where both images have a band that is known to be near infrared; with short-wave infrared bare ground, too. On pixels of any size.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Végétation et eau perdues et gagnées, mesurées par des indices là où les deux images ont une bande connue comme proche infrarouge ; avec l’infrarouge à ondes courtes, le sol nu aussi. Avec des pixels de toute taille.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Version</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Version</translation>
    </message>
    <message>
        <source>Web map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Carte web</translation>
    </message>
    <message>
        <source>Web maps</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cartes web</translation>
    </message>
    <message>
        <source>Web maps as images</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cartes web comme images</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce qu’il en est advenu</translation>
    </message>
    <message>
        <source>What computes: the CPU or a graphics card. Automatic takes the fastest that works.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce qui calcule : le CPU ou une carte graphique. Automatique prend le plus rapide qui marche.</translation>
    </message>
    <message>
        <source>What fine-tuning needs beside the engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce que l’affinage demande en plus du moteur</translation>
    </message>
    <message>
        <source>What is fetched of it. Numbers without a CRS are in that of the web map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce qui en est téléchargé. Les nombres sans SCR sont dans celui de la carte web.</translation>
    </message>
    <message>
        <source>What is fetched of web maps, and whose it is</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce qui est téléchargé des cartes web et à qui cela appartient</translation>
    </message>
    <message>
        <source>What it tells apart</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce qu’il distingue</translation>
    </message>
    <message>
        <source>What lies on a server is looked at when the run begins.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce qui est sur un serveur est examiné au début du traitement.</translation>
    </message>
    <message>
        <source>What part is described</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Quelle partie est décrite</translation>
    </message>
    <message>
        <source>What the engine or the installation says.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce que dit le moteur ou l’installation.</translation>
    </message>
    <message>
        <source>What the engine says</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce que dit le moteur</translation>
    </message>
    <message>
        <source>What the engine says while it runs.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce que dit le moteur pendant qu’il tourne.</translation>
    </message>
    <message>
        <source>What the model is</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce qu’est le modèle</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>À quoi faire attention</translation>
    </message>
    <message>
        <source>What “Export reviewed tiles for training” has written, or a folder that holds several such exports.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ce qu’a écrit « Exporter les tuiles relues pour l’entraînement », ou un dossier qui contient plusieurs de ces exports.</translation>
    </message>
    <message>
        <source>When the earlier image was taken: 2011, 2011-05 or 2011-05-22. Filled in where it is known.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Quand l’image la plus ancienne a été prise : 2011, 2011-05 ou 2011-05-22. Rempli là où c’est connu.</translation>
    </message>
    <message>
        <source>When the later image was taken: 2011, 2011-05 or 2011-05-22. Filled in where it is known.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Quand l’image la plus récente a été prise : 2011, 2011-05 ou 2011-05-22. Rempli là où c’est connu.</translation>
    </message>
    <message>
        <source>Where the server has tiles, their nearest resolution is taken. At most 25 million pixels are fetched.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Si le serveur a des tuiles, leur résolution la plus proche est prise. 25 millions de pixels au plus sont téléchargés.</translation>
    </message>
    <message>
        <source>Whether each image is compared with the one before it or with the first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Si chaque image est comparée avec celle d’avant ou avec la première.</translation>
    </message>
    <message>
        <source>Whether this page is in front when the panel opens. It stays as the first tab in any case.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Si cette page est devant à l’ouverture du panneau. Elle reste de toute façon le premier onglet.</translation>
    </message>
    <message>
        <source>Which bands are red, green and blue, for example 3,2,1. Left empty, the file decides. Bands by which vegetation and water are measured are given by name where the file does not name them, for example nir=4.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Quelles bandes sont rouge, verte et bleue, par exemple 3,2,1. Vide : le fichier décide. Les bandes qui servent à mesurer végétation et eau se donnent par leur nom là où le fichier ne les nomme pas, par exemple nir=4.</translation>
    </message>
    <message>
        <source>Which part of the ground that both images cover is described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Quelle partie du sol que couvrent les deux images est décrite.</translation>
    </message>
    <message>
        <source>Which torch is installed: the small one for the CPU or the one for NVIDIA cards.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Quel torch est installé : le petit pour le CPU ou celui des cartes NVIDIA.</translation>
    </message>
    <message>
        <source>Why not looked at</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pourquoi non examinée</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Largeur en pixels</translation>
    </message>
    <message>
        <source>Without this a CSV file has the columns alone.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sans cela, un fichier CSV n’a que les colonnes.</translation>
    </message>
    <message>
        <source>Without this a folder that holds an export already is left alone.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sans cela, un dossier qui contient déjà un export reste intact.</translation>
    </message>
    <message>
        <source>Words of</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mots de</translation>
    </message>
    <message>
        <source>Write the result as an HTML page or a PDF, with your verdicts and words</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Écrire le résultat en page HTML ou en PDF, avec vos verdicts et vos mots</translation>
    </message>
    <message>
        <source>Write your own sentence; Ctrl+Return keeps it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Écrivez votre propre phrase ; Ctrl+Entrée la garde</translation>
    </message>
    <message>
        <source>Writes a report of this layer as it is now, with your verdicts and words.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Écrit un rapport de cette couche telle qu’elle est, avec vos verdicts et vos mots.</translation>
    </message>
    <message>
        <source>Writes rejected tiles as pairs in which nothing has changed. Only tick this if you rejected tiles because nothing has changed there, and not because the sentence was bad.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Écrit les tuiles rejetées en paires où rien n’a changé. Ne cochez que si vous avez rejeté des tuiles parce que rien n’y a changé, et non parce que la phrase était mauvaise.</translation>
    </message>
    <message>
        <source>Writes sites, changed areas or tiles as GeoJSON, FlatGeobuf, GeoParquet, CSV, Excel or GeoPackage</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Écrit les sites, surfaces changées ou tuiles en GeoJSON, FlatGeobuf, GeoParquet, CSV, Excel ou GeoPackage</translation>
    </message>
    <message>
        <source>Writes the tiles you accepted or reworded as a data set from which a model can learn</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Écrit les tuiles que vous avez acceptées ou reformulées en jeu de données dont un modèle peut apprendre</translation>
    </message>
    <message>
        <source>Writes tiles that you have not looked at as the model described them; it then learns its own errors.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Écrit des tuiles que vous n’avez pas regardées comme le modèle les a décrites ; il apprend alors ses propres erreurs.</translation>
    </message>
    <message>
        <source>Writes what changed as one HTML page or a PDF, with the verdicts and words of the review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Écrit ce qui a changé en page HTML ou en PDF, avec les verdicts et les mots de la relecture</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Écriture du fichier…</translation>
    </message>
    <message>
        <source>Written: {0} of {1} tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Écrites : {0} tuiles sur {1}</translation>
    </message>
    <message>
        <source>Your words</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vos mots</translation>
    </message>
    <message>
        <source>Zone nam&amp;es</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>N&amp;oms des zones</translation>
    </message>
    <message>
        <source>Zones</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zones</translation>
    </message>
    <message>
        <source>Zones come with a GeoPackage of the whole result only. “Changes by zone” adds them up from layers.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Les zones ne viennent qu'avec un GeoPackage du résultat entier. « Changements par zone » les additionne à partir de couches.</translation>
    </message>
    <message>
        <source>after</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>d’après</translation>
    </message>
    <message>
        <source>as the model advises</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>ce que conseille le modèle</translation>
    </message>
    <message>
        <source>auto takes a graphics card where the engine sees one, else the CPU. The log says which.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>auto prend une carte graphique là où le moteur en voit une, sinon le CPU. Le journal dit lequel.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>automatique</translation>
    </message>
    <message>
        <source>automatic: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>automatique : {0}</translation>
    </message>
    <message>
        <source>before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>d’avant</translation>
    </message>
    <message>
        <source>change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>détection de changements</translation>
    </message>
    <message>
        <source>change detection,caption,difference,before,after,time,imagery,mask,buildings,deep learning</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>détection de changements,description,différence,avant,après,temps,images,masque,bâtiments,change detection,deep learning</translation>
    </message>
    <message>
        <source>date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>date</translation>
    </message>
    <message>
        <source>decided by the engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>le moteur décide</translation>
    </message>
    <message>
        <source>export,save as,csv,excel,xlsx,geojson,geoparquet,flatgeobuf,review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>exporter,enregistrer sous,csv,excel,xlsx,geojson,geoparquet,flatgeobuf,révision</translation>
    </message>
    <message>
        <source>first three, or 3,2,1</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>les trois premières, ou 3,2,1</translation>
    </message>
    <message>
        <source>installed by this plugin</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>installé par cette extension</translation>
    </message>
    <message>
        <source>installing the packages</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>l’installation des paquets</translation>
    </message>
    <message>
        <source>installing torch</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>l’installation de torch</translation>
    </message>
    <message>
        <source>making the environment</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>la création de l’environnement</translation>
    </message>
    <message>
        <source>must be given</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>doit être donné</translation>
    </message>
    <message>
        <source>named by an environment variable</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>indiqué par une variable d’environnement</translation>
    </message>
    <message>
        <source>named in the settings</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>indiqué dans les préférences</translation>
    </message>
    <message>
        <source>no changed area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>aucune surface changée</translation>
    </message>
    <message>
        <source>no date found</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>aucune date trouvée</translation>
    </message>
    <message>
        <source>no rectangle yet</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>pas encore de rectangle</translation>
    </message>
    <message>
        <source>no room, or no right to write</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>pas de place, ou pas le droit d'écrire</translation>
    </message>
    <message>
        <source>none</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>aucun</translation>
    </message>
    <message>
        <source>nothing to judge</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>rien à juger</translation>
    </message>
    <message>
        <source>of the source checkout</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>du code source</translation>
    </message>
    <message>
        <source>pip could not be updated; going on with the one that is there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>pip n’a pas pu être mis à jour ; on continue avec celui qui est là.</translation>
    </message>
    <message>
        <source>previous: with the one before it in time; first: with the earliest.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>previous : avec celle d’avant dans le temps ; first : avec la plus ancienne.</translation>
    </message>
    <message>
        <source>report,pdf,html,print,layout,atlas,review,change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>rapport,pdf,html,imprimer,mise en page,atlas,relecture,détection de changements</translation>
    </message>
    <message>
        <source>series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>série</translation>
    </message>
    <message>
        <source>stopped unexpectedly (exit code {0})</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>s’est arrêté de façon inattendue (code de sortie {0})</translation>
    </message>
    <message>
        <source>the first one</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>la première</translation>
    </message>
    <message>
        <source>the model that ships</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>le modèle livré</translation>
    </message>
    <message>
        <source>the model's own</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>celle du modèle</translation>
    </message>
    <message>
        <source>the one before it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>celle d’avant</translation>
    </message>
    <message>
        <source>time series,temporal,multitemporal,chart,years</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>série temporelle,temporel,multitemporel,graphique,années</translation>
    </message>
    <message>
        <source>training,data set,review,learn,fine-tune,captions,masks,LEVIR,change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>entraînement,jeu de données,relecture,apprendre,affiner,phrases,masques,LEVIR,détection de changements</translation>
    </message>
    <message>
        <source>training,learn,fine-tune,model,review,captions,deep learning</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>entraînement,apprendre,affiner,modèle,relecture,phrases,deep learning</translation>
    </message>
    <message>
        <source>trying the packages</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>l’essai des paquets</translation>
    </message>
    <message>
        <source>updating pip</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>la mise à jour de pip</translation>
    </message>
    <message>
        <source>was ended by signal {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>a été arrêté par le signal {0}</translation>
    </message>
    <message>
        <source>web map,XYZ,WMS,WMTS,ArcGIS,tiles,basemap,download,clip,GeoTIFF,imagery</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>carte web,XYZ,WMS,WMTS,ArcGIS,tuiles,fond de carte,télécharger,découper,GeoTIFF,imagerie</translation>
    </message>
    <message>
        <source>zones,zonal statistics,wards,districts,sum,summary,paragraph,change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>zones,statistiques zonales,quartiers,districts,somme,résumé,paragraphe,détection de changements</translation>
    </message>
    <message>
        <source>{0:g}–{1:g} m per pixel</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0:g}–{1:g} m par pixel</translation>
    </message>
    <message>
        <source>{0} % of the pixels did not come from the server; they count as no data.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} % des pixels ne sont pas venus du serveur ; ils comptent comme sans données.</translation>
    </message>
    <message>
        <source>{0} % of the pixels lie in tiles of one colour, without a picture; they count as no data.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} % des pixels sont dans des tuiles d'une seule couleur, sans image ; ils comptent comme sans données.</translation>
    </message>
    <message>
        <source>{0} (damaged)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} (endommagé)</translation>
    </message>
    <message>
        <source>{0} (ships with the plugin)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} (livré avec l’extension)</translation>
    </message>
    <message>
        <source>{0} also holds “{1}”, which would be lost. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} contient aussi « {1} », qui serait perdu. Choisissez un autre nom pour le résultat.</translation>
    </message>
    <message>
        <source>{0} cannot be opened as a raster.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ne peut pas être ouvert comme raster.</translation>
    </message>
    <message>
        <source>{0} cannot be written. Close it elsewhere or choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ne peut pas être écrit. Fermez-le ailleurs ou choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ne peut pas être écrit : {1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Impossible d'écrire {0} : {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}. Correct that and try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ne peut pas être écrit : {1}. Corrigez cela et réessayez.</translation>
    </message>
    <message>
        <source>{0} cannot be written; is the disk full?</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ne peut pas être écrit ; le disque est-il plein ?</translation>
    </message>
    <message>
        <source>{0} cannot make virtual environments. Install that part first (on Debian and Ubuntu: sudo apt install python3-venv) and try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ne peut pas créer d’environnements virtuels. Installez d’abord cette partie (sous Debian et Ubuntu : sudo apt install python3-venv) et réessayez.</translation>
    </message>
    <message>
        <source>{0} could not be removed: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} n’a pas pu être supprimé : {1}.</translation>
    </message>
    <message>
        <source>{0} could not be started: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} n’a pas pu être démarré : {1}</translation>
    </message>
    <message>
        <source>{0} finished tiles stay on the map as a temporary layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} tuiles terminées restent sur la carte en couche temporaire.</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} has come into being meanwhile; the result is in {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} est apparu entre-temps ; le résultat se trouve dans {1}.</translation>
    </message>
    <message>
        <source>{0} has {1:.1f} GB free; the engine needs {2} GB. Make room and try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} a {1:.1f} Go libres ; le moteur demande {2} Go. Faites de la place et réessayez.</translation>
    </message>
    <message>
        <source>{0} holds something else than a result of Describe Changes. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} contient autre chose qu'un résultat de Describe Changes. Choisissez un autre nom pour le résultat.</translation>
    </message>
    <message>
        <source>{0} holds something else than a time series. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} contient autre chose qu’une série temporelle. Choisissez un autre nom pour le résultat.</translation>
    </message>
    <message>
        <source>{0} holds {1} reviewed areas, which would be lost. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} contient {1} zones révisées, qui seraient perdues. Choisissez un autre nom pour le résultat.</translation>
    </message>
    <message>
        <source>{0} holds {1} reviewed tiles, which would be lost. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} contient {1} tuiles relues, qui seraient perdues. Choisissez un autre nom pour le résultat.</translation>
    </message>
    <message>
        <source>{0} is a folder. Give the name of a file to write.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} est un dossier. Donnez le nom d'un fichier à écrire.</translation>
    </message>
    <message>
        <source>{0} is missing. Install the plugin Describe Changes again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} est absent. Installez de nouveau l’extension Describe Changes.</translation>
    </message>
    <message>
        <source>{0} is named for two outputs. Give each a name of its own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} est nommé pour deux sorties. Donnez à chacune son propre nom.</translation>
    </message>
    <message>
        <source>{0} is no environment of this plugin's and is left alone.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} n’est pas un environnement de cette extension et reste intact.</translation>
    </message>
    <message>
        <source>{0} is not a layout template of QGIS; take the one that ships.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} n’est pas un modèle de mise en page de QGIS ; prenez celui qui est livré.</translation>
    </message>
    <message>
        <source>{0} is one of the inputs and would be overwritten. Choose another name for the output.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} est l'une des entrées et serait écrasé. Choisissez un autre nom pour la sortie.</translation>
    </message>
    <message>
        <source>{0} is open in another program, or was not closed properly. Close it there, or choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} est ouvert dans un autre programme, ou n'a pas été fermé correctement. Fermez-le là, ou choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{0} is open in the project as “{1}”. Choose another name for the result, or remove the layer first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} est ouvert dans le projet sous le nom « {1} ». Choisissez un autre nom pour le résultat, ou retirez d'abord la couche.</translation>
    </message>
    <message>
        <source>{0} is there already and cannot be read. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} existe déjà et ne peut pas être lu. Choisissez un autre nom pour le résultat.</translation>
    </message>
    <message>
        <source>{0} is there already and cannot be written: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} existe déjà et ne peut pas être écrit : {1}.</translation>
    </message>
    <message>
        <source>{0} is there already and is no {1} file. Choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} existe déjà et n'est pas un fichier {1}. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} of the images have no date yet; double-click to enter one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} des images n’ont pas encore de date ; double-cliquez pour en saisir une.</translation>
    </message>
    <message>
        <source>{0} of them were finished by an earlier run.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} d’entre elles ont été terminées par une exécution précédente.</translation>
    </message>
    <message>
        <source>{0} of {1} tiles changed, {2} changed areas, {3}, in {4}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} tuiles sur {1} modifiées, {2} zones modifiées, {3}, en {4}.</translation>
    </message>
    <message>
        <source>{0} packages are installed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} paquets sont installés.</translation>
    </message>
    <message>
        <source>{0} pairs of dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} paires de dates.</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} sites changed, {1} in all, found in {2} tiles in {3}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} sites modifiés, {1} en tout, trouvés dans {2} tuiles en {3}.</translation>
    </message>
    <message>
        <source>{0} tiles on a grid of {1} × {2} pixels of {3} m.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} tuiles sur une grille de {1} × {2} pixels de {3} m.</translation>
    </message>
    <message>
        <source>{0} tiles, {1} × {2} pixels of {3} m.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} tuiles, {1} × {2} pixels de {3} m.</translation>
    </message>
    <message>
        <source>{0} verdicts were taken over from “{1}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} verdicts ont été repris de « {1} ».</translation>
    </message>
    <message>
        <source>{0} × {1} pixels are more than the {2} that are fetched of a web map at once. Choose a smaller extent, or pixels of {3} m or more.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} pixels, c'est plus que les {2} téléchargés d'une carte web en une fois. Choisissez une emprise plus petite ou des pixels de {3} m ou plus.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels are too few to describe anything. Choose a larger extent, or smaller pixels.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} pixels, c'est trop peu pour décrire quoi que ce soit. Choisissez une emprise plus grande ou des pixels plus petits.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels of {2} m on the ground, about {3} tiles.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} pixels de {2} m au sol, environ {3} tuiles.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels of {2} m on the ground.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} pixels de {2} m au sol.</translation>
    </message>
    <message>
        <source>{0} → {1}: {2} of {3} tiles changed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} → {1} : {2} tuiles changées sur {3}.</translation>
    </message>
    <message>
        <source>{0}: {1} in one area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} : {1} en une surface</translation>
    </message>
    <message>
        <source>{0}: {1} in {2} areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} : {1} en {2} zones</translation>
    </message>
    <message>
        <source>“Resume” goes on from there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« Reprendre » continue à partir de là.</translation>
    </message>
    <message>
        <source>“auto” computes on: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« auto » calcule sur : {0}.</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” do not overlap on the ground. Choose rasters of the same place, or check their CRSs.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » et « {1} » ne se recouvrent pas au sol. Choisissez des rasters du même lieu, ou vérifiez leurs SCR.</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” do not overlap on the ground. Choose two rasters of the same place, or check their CRSs.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » et « {1} » ne se recouvrent pas au sol. Choisissez deux rasters du même lieu, ou vérifiez leurs SCR.</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” have the same date ({2}). Correct one of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » et « {1} » ont la même date ({2}). Corrigez-en une.</translation>
    </message>
    <message>
        <source>“{0}” cannot be edited.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » ne peut pas être modifiée.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written to. Export it to a GeoPackage and review that.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>On ne peut pas écrire dans « {0} ». Exportez la couche vers un GeoPackage et relisez celui-ci.</translation>
    </message>
    <message>
        <source>“{0}” has no picture here at this resolution: {1} sent one colour only. Take larger pixels or another place.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » n'a pas d'image ici à cette résolution : {1} n'a envoyé qu'une couleur. Prenez des pixels plus grands ou un autre endroit.</translation>
    </message>
    <message>
        <source>“{0}” has no polygon. Choose another layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » n’a pas de polygone. Choisissez une autre couche.</translation>
    </message>
    <message>
        <source>“{0}” has no polygons to stay within; select some, or leave it empty.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » n’a pas de polygones dans lesquels rester ; sélectionnez-en, ou laissez vide.</translation>
    </message>
    <message>
        <source>“{0}” has none of the changed areas that “{1}” names. Choose the layer of the same run.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » ne contient aucune des zones modifiées que nomme « {1} ». Choisissez la couche de la même exécution.</translation>
    </message>
    <message>
        <source>“{0}” has other no-data values in one band than in another. Give all bands the same (Layer Properties ▸ Transparency), or write them into the file.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » a dans une bande d'autres valeurs sans données que dans une autre. Donnez les mêmes à toutes les bandes (Propriétés de la couche ▸ Transparence), ou écrivez-les dans le fichier.</translation>
    </message>
    <message>
        <source>“{0}” has {1} bands; band {2} is not among them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » a {1} bandes ; la bande {2} n’en fait pas partie.</translation>
    </message>
    <message>
        <source>“{0}” is imported.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » est importé.</translation>
    </message>
    <message>
        <source>“{0}” is in the series twice. Remove one of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » est deux fois dans la série. Retirez-en une.</translation>
    </message>
    <message>
        <source>“{0}” is no address; it begins in https:// or s3://.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » n'est pas une adresse ; elle commence par https:// ou s3://.</translation>
    </message>
    <message>
        <source>“{0}” is no export of reviewed tiles. Make one with “Export reviewed tiles for training” and name its folder.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » n’est pas un export de tuiles relues. Faites-en un avec « Exporter les tuiles relues pour l’entraînement » et nommez son dossier.</translation>
    </message>
    <message>
        <source>“{0}” is no layer of changed areas.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » n’est pas une couche de zones changées.</translation>
    </message>
    <message>
        <source>“{0}” is no layer of sites or tiles. Take one that “Describe changes” has made.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » n’est pas une couche de sites ou de tuiles. Prenez-en une faite par « Décrire les changements ».</translation>
    </message>
    <message>
        <source>“{0}” is not a date. Write 2011, 2011-05, 2011-05-22 or 2007/2010.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » n'est pas une date. Écrivez 2011, 2011-05, 2011-05-22 ou 2007/2010.</translation>
    </message>
    <message>
        <source>“{0}” is not a file. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » n’est pas un fichier. Enregistrez-le d’abord en GeoTIFF (clic droit ▸ Exporter ▸ Enregistrer sous…).</translation>
    </message>
    <message>
        <source>“{0}” is not a list of bands. Write three numbers from 1, for example 3,2,1, and others by name, for example nir=4.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » n’est pas une liste de bandes. Écrivez trois nombres à partir de 1, par exemple 3,2,1, et d’autres par leur nom, par exemple nir=4.</translation>
    </message>
    <message>
        <source>“{0}” is not a web map; it can be described as it is.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » n'est pas une carte web ; elle peut être décrite telle quelle.</translation>
    </message>
    <message>
        <source>“{0}” is not the name of exactly one of the images.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » n’est pas le nom d’exactement une des images.</translation>
    </message>
    <message>
        <source>“{0}” is now the file {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » est maintenant le fichier {1}.</translation>
    </message>
    <message>
        <source>“{0}” is removed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » est supprimé.</translation>
    </message>
    <message>
        <source>“{0}” is still being filled. Wait until the run has ended.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » est encore en train de se remplir. Attendez la fin de l’exécution.</translation>
    </message>
    <message>
        <source>“{0}” is taken in the CRS that its layer has in QGIS: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » est pris dans le SCR que sa couche a dans QGIS : {1}.</translation>
    </message>
    <message>
        <source>“{0}” was there already and stays as it is.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>« {0} » existait déjà et reste tel quel.</translation>
    </message>
</context>
</TS>
