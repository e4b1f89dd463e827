<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en_GB">
<context>
    <name>DescribeChanges</name>
    <message>
        <source> It may have run out of memory; a smaller extent needs less.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation> Puede que faltara memoria; una extensión menor necesita menos.</translation>
    </message>
    <message>
        <source>%v of %m judged</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>%v de %m juzgadas</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>D&amp;espués</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Antes</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Check engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Comprobar el motor</translation>
    </message>
    <message>
        <source>&amp;Describe changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Descri&amp;bir cambios</translation>
    </message>
    <message>
        <source>&amp;Describe series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>D&amp;escribir la serie</translation>
    </message>
    <message>
        <source>&amp;Describe the example</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Describir el ejemplo</translation>
    </message>
    <message>
        <source>&amp;Engine settings</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Co&amp;nfiguración del motor</translation>
    </message>
    <message>
        <source>&amp;Install engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Instalar el motor</translation>
    </message>
    <message>
        <source>&amp;Install the engine and describe the example</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Instalar el motor y describir el ejemplo</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Abrir carpeta</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Reparar</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Guardar en</translation>
    </message>
    <message>
        <source>&amp;Show this page when the panel opens</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>M&amp;ostrar esta página al abrir el panel</translation>
    </message>
    <message>
        <source>&amp;Zones</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Zonas</translation>
    </message>
    <message>
        <source>, {0} left</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>, quedan {0}</translation>
    </message>
    <message>
        <source>, {0} tiles/s</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>, {0} teselas/s</translation>
    </message>
    <message>
        <source>16 pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>16 píxeles</translation>
    </message>
    <message>
        <source>2011, 2011-05 or 2011-05-22; empty: what the file says</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>2011, 2011-05 o 2011-05-22; vacío: lo que dice el archivo</translation>
    </message>
    <message>
        <source>&lt;p&gt;Compares two dated rasters of the same place. Each site where something changed gets a sentence, its classes and its area, measured on the change mask; a site is made of changed areas that touch or lie close together. The areas themselves, and the tiles that were looked at, are layers of their own.&lt;/p&gt;&lt;p&gt;The rasters may lie in different CRSs and have different resolutions. Dates are taken from the layers' temporal properties, the files' metadata or their names unless typed in.&lt;/p&gt;&lt;p&gt;The layers open in the Temporal Controller and show both dates, sentence and facts as map tips. The sentences are a model's: check them against the imagery.&lt;/p&gt;&lt;p&gt;The computing is done by the engine (Settings ▸ Options… ▸ Describe Changes).&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Compara dos rásteres fechados del mismo lugar. Cada sitio en el que algo ha cambiado recibe una frase, sus clases y su área, medidas en la máscara de cambios; un sitio se compone de áreas cambiadas que se tocan o están muy cerca. Las propias áreas y las teselas examinadas son capas aparte.&lt;/p&gt;&lt;p&gt;Los ráster pueden estar en SRC distintos y tener resoluciones distintas. Las fechas se toman de las propiedades temporales de las capas, de los metadatos de los archivos o de sus nombres, salvo que se escriban.&lt;/p&gt;&lt;p&gt;Las capas se abren en el Controlador temporal y muestran ambas fechas, frase y hechos como avisos del mapa. Las frases son de un modelo: contrástelas con las imágenes.&lt;/p&gt;&lt;p&gt;Calcula el motor (Configuración ▸ Opciones… ▸ Describe Changes).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes a part of a web map (XYZ, WMS, WMTS, a map service of ArcGIS) into a GeoTIFF, which “Describe changes” can read. Where the server has tiles, those of the resolution nearest to the one that is wanted are taken as they are.&lt;/p&gt;&lt;p&gt;What did not come, and tiles of one colour only, become places without data. A picture that a server makes to say that it has none is taken for a picture: look at what came.&lt;/p&gt;&lt;p&gt;A web map has no date and often several: look up when its pictures were taken here.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Descarga una parte de un mapa web (XYZ, WMS, WMTS, un servicio de mapas de ArcGIS) en un GeoTIFF que «Describir cambios» puede leer. Si el servidor tiene teselas, se toman tal cual las de la resolución más próxima a la deseada.&lt;/p&gt;&lt;p&gt;Lo que no llegó y las teselas de un solo color quedan como lugares sin datos. Una imagen con la que un servidor dice que no tiene ninguna se toma por imagen: mire lo que llegó.&lt;/p&gt;&lt;p&gt;Un mapa web no tiene fecha y a menudo tiene varias: averigüe cuándo se tomaron aquí sus imágenes.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes a result as it is now, verdicts and sentences of the review included, also those that are not saved yet, and writes it for other programs. The ending of the file's name says the format.&lt;/p&gt;&lt;p&gt;GeoJSON, FlatGeobuf, GeoParquet and CSV hold one layer, the sites unless you choose another; Excel has a sheet for each layer but the tiles; a GeoPackage holds all of them, with their styles.&lt;/p&gt;&lt;p&gt;An existing file is replaced only if an earlier export wrote it and nobody has edited it since.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Toma un resultado tal como está ahora, con los veredictos y frases de la revisión, también los que aún no se han guardado, y lo escribe para otros programas. La extensión del nombre indica el formato.&lt;/p&gt;&lt;p&gt;GeoJSON, FlatGeobuf, GeoParquet y CSV contienen una capa, los sitios si no elige otra; Excel tiene una hoja por cada capa salvo las teselas; un GeoPackage las contiene todas, con sus estilos.&lt;/p&gt;&lt;p&gt;Un archivo existente solo se reemplaza si lo escribió una exportación anterior y nadie lo ha editado desde entonces.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes a result as it is now, without what was rejected in the review, and says of every zone how many sites changed there, how much ground, what part of what was examined, and what it was, in one measured paragraph.&lt;/p&gt;&lt;p&gt;An area that straddles zones gives each of them its part; zones that do not overlap and what lies outside all of them add up to the whole. Features of one name are one zone.&lt;/p&gt;&lt;p&gt;The examined ground is that of the tiles. Where they hold places without data it is estimated, and the log says so; zones given to the engine's command &lt;i&gt;describe --zones&lt;/i&gt; have it to the pixel.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Toma un resultado tal como está ahora, sin lo rechazado en la revisión, y dice de cada zona cuántos sitios cambiaron, cuánto terreno, qué parte de lo examinado y qué fue, en un párrafo medido.&lt;/p&gt;&lt;p&gt;Un área que cruza zonas da a cada una su parte; las zonas que no se solapan y lo que queda fuera de todas suman el total. Los objetos de un mismo nombre son una zona.&lt;/p&gt;&lt;p&gt;El terreno examinado es el de las teselas. Donde tienen lugares sin datos se estima, y el registro lo dice; las zonas dadas a la orden &lt;i&gt;describe --zones&lt;/i&gt; del motor lo tienen al píxel.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes the sites that &lt;i&gt;Describe changes&lt;/i&gt; has made, as they are now: verdicts and sentences of the review are honoured, also those that are not saved yet.&lt;/p&gt;&lt;p&gt;The &lt;b&gt;HTML page&lt;/b&gt; is one file that needs no network: what changed in one paragraph, a map with numbered sites on which the two dates can be swiped, and a card for each site. The &lt;b&gt;PDF&lt;/b&gt; has a title page with a chart and a table by class, the map, the zones, one page per site with both dates, the changed areas, sentence and facts, and a page that says how it was made; bookmarks lead to them.&lt;/p&gt;&lt;p&gt;The images are the project's layers the result was made from, else the files that the result names; give them below where neither is found.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Toma los sitios que &lt;i&gt;Describir cambios&lt;/i&gt; ha creado, tal como están ahora: se respetan los veredictos y frases de la revisión, también los que aún no se han guardado.&lt;/p&gt;&lt;p&gt;La &lt;b&gt;página HTML&lt;/b&gt; es un solo archivo que no necesita red: qué cambió en un párrafo, un mapa con sitios numerados en el que se pueden deslizar las dos fechas, y una ficha por sitio. El &lt;b&gt;PDF&lt;/b&gt; tiene una portada con un gráfico y una tabla por clase, el mapa, las zonas, una página por sitio con ambas fechas, las áreas cambiadas, frase y datos, y una página que dice cómo se hizo; los marcadores llevan a ellas.&lt;/p&gt;&lt;p&gt;Las imágenes son las capas del proyecto de las que se obtuvo el resultado, o bien los archivos que nombra el resultado; indíquelas abajo si no se encuentra ninguno.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes two or more dated rasters of the same place and describes what changed from each to the next, or from the first to each. All tiles and changed areas go into one GeoPackage; each carries the two dates it was seen between, so the Temporal Controller can play them.&lt;/p&gt;&lt;p&gt;The table “summary” holds the changed area per pair and class; the chart shows it.&lt;/p&gt;&lt;p&gt;A cancelled run goes on where it stopped when it is started again with the same result file: finished pairs are not computed again, even if rasters were added.&lt;/p&gt;&lt;p&gt;What the model takes for change – another season, shadows – counts too: check the figures against the images, above all where the resolution lies outside what the model was trained on.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Toma dos o más ráster con fecha del mismo lugar y describe qué cambió de cada uno al siguiente, o del primero a cada uno. Todas las teselas y áreas cambiadas van a un GeoPackage; cada una lleva las dos fechas entre las que se vio, así que el Controlador temporal puede reproducirlas.&lt;/p&gt;&lt;p&gt;La tabla «summary» contiene el área cambiada por par y clase; el gráfico la muestra.&lt;/p&gt;&lt;p&gt;Una ejecución cancelada sigue donde se detuvo si se inicia otra vez con el mismo archivo de resultado: los pares terminados no se calculan de nuevo, aunque se hayan añadido ráster.&lt;/p&gt;&lt;p&gt;Lo que el modelo toma por cambio – otra estación del año, sombras – también cuenta: contraste las cifras con las imágenes, sobre todo donde la resolución queda fuera de aquello con lo que se entrenó el modelo.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes what &lt;i&gt;Export reviewed tiles for training&lt;/i&gt; has written and lets a model learn from it, your own words included. The log says beforehand how long it will take; a CPU needs minutes.&lt;/p&gt;&lt;p&gt;The new model is measured beside the old one on the held-out tiles, and appears in the list of models unless it is worse at something; then it lies beside the exported tiles, from where &lt;i&gt;Models… ▸ Import&lt;/i&gt; takes it if you want it all the same. The old one stays as it is. So that the new one does not forget what the old one knew, it is kept close to it; where the data that it once learned from is at hand, name it as &lt;i&gt;old data&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;This needs the training packages in the engine's Python; if they are missing, &lt;i&gt;Add training packages&lt;/i&gt; in Settings ▸ Options… ▸ Describe Changes gets them.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Toma lo que ha escrito &lt;i&gt;Exportar teselas revisadas para entrenar&lt;/i&gt; y deja que un modelo aprenda de ello, incluidas sus propias palabras. El registro dice de antemano cuánto tardará; una CPU necesita minutos.&lt;/p&gt;&lt;p&gt;El nuevo modelo se mide junto al antiguo en las teselas reservadas y aparece en la lista de modelos salvo que sea peor en algo; entonces queda junto a las teselas exportadas, de donde &lt;i&gt;Modelos… ▸ Importar&lt;/i&gt; lo toma si lo quiere de todos modos. El antiguo queda como está. Para que el nuevo no olvide lo que sabía el antiguo, se mantiene cerca de él; si tiene los datos de los que aprendió, indíquelos como &lt;i&gt;datos antiguos&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;Esto requiere los paquetes de entrenamiento en el Python del motor; si faltan, &lt;i&gt;Añadir paquetes de entrenamiento&lt;/i&gt; en Configuración ▸ Opciones… ▸ Describe Changes los obtiene.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Writes each tile that you accepted or reworded in the review as a pair of images with your sentence and a mask of its changed areas, as you left their outlines; areas that you rejected are left out. Verdicts that are not saved yet count too.&lt;/p&gt;&lt;p&gt;Some tiles at one side of the area are &lt;b&gt;held out&lt;/b&gt;: nothing is learned from them, so that the old and the new model can be compared on them. Tiles that overlap held-out ones are left out.&lt;/p&gt;&lt;p&gt;The folder has the layout of LEVIR-CC and holds the place of each pair, where everything came from, and a licence sentence. &lt;i&gt;Fine-tune a model on reviewed tiles&lt;/i&gt; reads it, and so does &lt;code&gt;describe-changes train&lt;/code&gt;.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;Escribe cada tesela que aceptó o reformuló en la revisión como par de imágenes con su frase y una máscara de sus áreas cambiadas, tal como dejó sus contornos; las áreas que rechazó se omiten. También cuentan los veredictos sin guardar.&lt;/p&gt;&lt;p&gt;Algunas teselas a un lado de la zona se &lt;b&gt;reservan&lt;/b&gt;: no se aprende nada de ellas, para comparar en ellas el modelo antiguo y el nuevo. Las teselas que se solapan con las reservadas se omiten.&lt;/p&gt;&lt;p&gt;La carpeta tiene la estructura de LEVIR-CC y contiene el lugar de cada par, de dónde vino todo y una frase de licencia. &lt;i&gt;Ajustar un modelo con teselas revisadas&lt;/i&gt; la lee, y también &lt;code&gt;describe-changes train&lt;/code&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A GeoPackage for the result. Left empty, it lies beside the project under a name made of the images' names, or in your data folder where the project is not saved yet. What is there already stays.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un GeoPackage para el resultado. Si se deja vacío, queda junto al proyecto con un nombre formado por los de las imágenes, o en su carpeta de datos si el proyecto aún no está guardado. Lo que ya existe se conserva.</translation>
    </message>
    <message>
        <source>A GeoTIFF for the class of every pixel. Left empty, none is written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un GeoTIFF para la clase de cada píxel. Vacío: no se escribe ninguno.</translation>
    </message>
    <message>
        <source>A GeoTIFF of red, green, blue and alpha. A date in its name is found by “Describe changes”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un GeoTIFF de rojo, verde, azul y alfa. «Describir cambios» encuentra una fecha en su nombre.</translation>
    </message>
    <message>
        <source>A Python that already has the engine's packages. Left empty, it is found automatically.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un Python que ya tiene los paquetes del motor. Vacío: se encuentra solo.</translation>
    </message>
    <message>
        <source>A feature could not be written: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se pudo escribir un objeto: {0}</translation>
    </message>
    <message>
        <source>A first result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un primer resultado</translation>
    </message>
    <message>
        <source>A layer of XYZ tiles, of a WMS or WMTS, or of a map or image service of ArcGIS.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una capa de teselas XYZ, de un WMS o WMTS, o de un servicio de mapas o imágenes de ArcGIS.</translation>
    </message>
    <message>
        <source>A layer that “Describe changes” has made, or the GeoPackage of a result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una capa hecha por «Describir cambios», o el GeoPackage de un resultado.</translation>
    </message>
    <message>
        <source>A new or an empty folder.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una carpeta nueva o vacía.</translation>
    </message>
    <message>
        <source>A page of a report</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una página de un informe</translation>
    </message>
    <message>
        <source>A picture for the head of the report. Remembered for the next report.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una imagen para la cabecera del informe. Se recuerda para el próximo informe.</translation>
    </message>
    <message>
        <source>A rectangle drawn on the map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un rectángulo dibujado en el mapa</translation>
    </message>
    <message>
        <source>A report as a web page. Left empty, none is written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un informe como página web. Vacío: no se escribe ninguno.</translation>
    </message>
    <message>
        <source>A result in QGIS</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un resultado en QGIS</translation>
    </message>
    <message>
        <source>A review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una revisión</translation>
    </message>
    <message>
        <source>A sentence that goes with the data set and on the card of every model that learns from it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una frase que acompaña al conjunto de datos y va en la ficha de cada modelo que aprende de él.</translation>
    </message>
    <message>
        <source>A time series in QGIS</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una serie temporal en QGIS</translation>
    </message>
    <message>
        <source>A time series needs at least two images of different dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una serie temporal necesita al menos dos imágenes de fechas distintas.</translation>
    </message>
    <message>
        <source>A web map has no edge: choose the extent to be described, for example the map canvas as it is now.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un mapa web no tiene borde: elija la extensión que se describirá, por ejemplo la vista actual del mapa.</translation>
    </message>
    <message>
        <source>A web map says no date: look up when its pictures were taken, and type it above.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un mapa web no indica fecha: averigüe cuándo se tomaron sus imágenes y escríbalo arriba.</translation>
    </message>
    <message>
        <source>A4 pages to print or to send.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Páginas A4 para imprimir o enviar.</translation>
    </message>
    <message>
        <source>About 1.5 GB are fetched once. The neural network runs in a Python environment of its own; QGIS's stays as it is. For an NVIDIA graphics card, install the engine in the settings instead.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Se descargan una sola vez unos 1,5 GB. La red neuronal funciona en un entorno de Python propio; el de QGIS queda como está. Para una tarjeta gráfica NVIDIA, instale el motor en la configuración.</translation>
    </message>
    <message>
        <source>About {0} at {1} tiles/s, as measured on {2} ({3}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Unos {0} a {1} teselas/s, según lo medido en {2} ({3}).</translation>
    </message>
    <message>
        <source>Accept</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Add &amp;training packages</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Añadir paquetes de en&amp;trenamiento</translation>
    </message>
    <message>
        <source>Add rasters of the project</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Añadir ráster del proyecto</translation>
    </message>
    <message>
        <source>Add the training packages of Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Añadir los paquetes de entrenamiento de Describe Changes</translation>
    </message>
    <message>
        <source>Adding up the zones…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sumando las zonas…</translation>
    </message>
    <message>
        <source>Address of a GeoTIFF (best cloud-optimised) or of a STAC item, by https or s3:</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dirección de un GeoTIFF (mejor optimizado para la nube) o de un elemento STAC, por https o s3:</translation>
    </message>
    <message>
        <source>Adds rasters of the project to the series.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Añade a la serie ráster del proyecto.</translation>
    </message>
    <message>
        <source>Adds the tiles and changed areas to the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Añade las teselas y las áreas cambiadas al proyecto.</translation>
    </message>
    <message>
        <source>Adds up a result by polygons such as wards, lots or fields, with a paragraph for each</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Suma un resultado por polígonos como barrios, parcelas o campos, con un párrafo para cada uno</translation>
    </message>
    <message>
        <source>After</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Después</translation>
    </message>
    <message>
        <source>After: blue band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Después: banda azul</translation>
    </message>
    <message>
        <source>After: green band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Después: banda verde</translation>
    </message>
    <message>
        <source>After: near infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Después: banda del infrarrojo cercano</translation>
    </message>
    <message>
        <source>After: red band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Después: banda roja</translation>
    </message>
    <message>
        <source>After: short-wave infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Después: banda del infrarrojo de onda corta</translation>
    </message>
    <message>
        <source>After: the later image</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Después: la imagen posterior</translation>
    </message>
    <message>
        <source>After: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Después: {0}</translation>
    </message>
    <message>
        <source>All classes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Todas las clases</translation>
    </message>
    <message>
        <source>All rasters of the project</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Todos los ráster del proyecto</translation>
    </message>
    <message>
        <source>All sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Todos los sitios</translation>
    </message>
    <message>
        <source>All that both images cover</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Todo lo que cubren ambas imágenes</translation>
    </message>
    <message>
        <source>Allow reading from &amp;servers</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Permitir leer de &amp;servidores</translation>
    </message>
    <message>
        <source>Allow reading from servers</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Permitir leer de servidores</translation>
    </message>
    <message>
        <source>Also tiles without a verdict</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>También teselas sin veredicto</translation>
    </message>
    <message>
        <source>An image that is a web map (XYZ, WMS, WMTS, ArcGIS) is fetched for the extent into a file beside the result first; where its server has tiles, in their nearest resolution. Look at its terms before.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una imagen que es un mapa web (XYZ, WMS, WMTS, ArcGIS) se descarga antes, para la extensión, en un archivo junto al resultado; si su servidor tiene teselas, en la resolución más próxima. Mire antes sus condiciones.</translation>
    </message>
    <message>
        <source>An installed model, or the folder or zip file of a model pack</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un modelo instalado, o la carpeta o el zip de un paquete de modelo</translation>
    </message>
    <message>
        <source>Area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Área</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Área (m²)</translation>
    </message>
    <message>
        <source>Area no.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>N.º de área</translation>
    </message>
    <message>
        <source>Ask (in English): houses gone, larger than 200 m2, in the south-west</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pregunte (en inglés): houses gone, larger than 200 m2, in the south-west</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Preguntando al motor…</translation>
    </message>
    <message>
        <source>Author</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Automatic: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Automático: {0}</translation>
    </message>
    <message>
        <source>Ba&amp;nds</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ba&amp;ndas</translation>
    </message>
    <message>
        <source>Bands</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bandas</translation>
    </message>
    <message>
        <source>Bands of “{0}” as its layer shows them: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bandas de «{0}» tal como las muestra su capa: {1}.</translation>
    </message>
    <message>
        <source>Bands: red, green, blue</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Bandas: rojo, verde, azul</translation>
    </message>
    <message>
        <source>Before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Before and after are the same file: {0}. Choose two different dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Antes y después son el mismo archivo: {0}. Elija dos tomas distintas.</translation>
    </message>
    <message>
        <source>Before: blue band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Antes: banda azul</translation>
    </message>
    <message>
        <source>Before: green band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Antes: banda verde</translation>
    </message>
    <message>
        <source>Before: near infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Antes: banda del infrarrojo cercano</translation>
    </message>
    <message>
        <source>Before: red band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Antes: banda roja</translation>
    </message>
    <message>
        <source>Before: short-wave infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Antes: banda del infrarrojo de onda corta</translation>
    </message>
    <message>
        <source>Before: the earlier image</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Antes: la imagen anterior</translation>
    </message>
    <message>
        <source>Before: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Antes: {0}</translation>
    </message>
    <message>
        <source>Beware</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Atención</translation>
    </message>
    <message>
        <source>Blink</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Parpadeo</translation>
    </message>
    <message>
        <source>Both dates of a site as pictures, for map tips.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ambas fechas de un sitio como imágenes, para los avisos del mapa.</translation>
    </message>
    <message>
        <source>Both images have the same date ({0}). Correct one of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ambas imágenes tienen la misma fecha ({0}). Corrija una.</translation>
    </message>
    <message>
        <source>Buildings told apart</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Edificios distinguidos</translation>
    </message>
    <message>
        <source>By class</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Por clase</translation>
    </message>
    <message>
        <source>By it vegetation and water are measured. Not set: what the file says. Near infrared is needed in both images; short-wave infrared makes water surer and adds bare ground.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Con ella se miden vegetación y agua. Sin indicar: lo que dice el archivo. El infrarrojo cercano hace falta en ambas imágenes; el de onda corta da más seguridad al agua y añade el suelo desnudo.</translation>
    </message>
    <message>
        <source>By place</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Por lugar</translation>
    </message>
    <message>
        <source>CPU (about 1.5 GB)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>CPU (aprox. 1,5 GB)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Cancelled. No data set was written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cancelado. No se escribió ningún conjunto de datos.</translation>
    </message>
    <message>
        <source>Cancelled. No layer was written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cancelado. No se escribió ninguna capa.</translation>
    </message>
    <message>
        <source>Cancelled. No model was made.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cancelado. No se hizo ningún modelo.</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Change mas&amp;k</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>M&amp;áscara de cambios</translation>
    </message>
    <message>
        <source>Change mask</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Máscara de cambios</translation>
    </message>
    <message>
        <source>Change probabilities</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Probabilidades de cambio</translation>
    </message>
    <message>
        <source>Change score (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Puntuación de cambio (0–1)</translation>
    </message>
    <message>
        <source>Changed</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Changed area (m²)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Área cambiada (m²)</translation>
    </message>
    <message>
        <source>Changed area ({0})</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Área cambiada ({0})</translation>
    </message>
    <message>
        <source>Changed area per class and pair of dates</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Área cambiada por clase y par de fechas</translation>
    </message>
    <message>
        <source>Changed areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Áreas cambiadas</translation>
    </message>
    <message>
        <source>Changed areas smaller than this are left out, as polygons and in the facts.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Las áreas cambiadas menores se omiten, como polígonos y en los hechos.</translation>
    </message>
    <message>
        <source>Changed areas smaller than this are left out. Empty: specks below 16 pixels are.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Las áreas cambiadas menores se omiten. Vacío: las motas de menos de 16 píxeles.</translation>
    </message>
    <message>
        <source>Changed only</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo cambiadas</translation>
    </message>
    <message>
        <source>Changed share (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Parte cambiada (0–1)</translation>
    </message>
    <message>
        <source>Changes by zone</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cambios por zona</translation>
    </message>
    <message>
        <source>Char&amp;t page</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pág&amp;ina del gráfico</translation>
    </message>
    <message>
        <source>Chart</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Check engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Comprobar el motor</translation>
    </message>
    <message>
        <source>Checking the files of “{0}”…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Comprobando los archivos de «{0}»…</translation>
    </message>
    <message>
        <source>Choose the earlier and the later image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Elija la imagen anterior y la posterior.</translation>
    </message>
    <message>
        <source>Choose the layer whose polygons say where to look.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Elija la capa cuyos polígonos dicen dónde mirar.</translation>
    </message>
    <message>
        <source>Choose the red, the green and the blue band of the {0} image, or none of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Elija las bandas roja, verde y azul de la imagen «{0}», o ninguna de ellas.</translation>
    </message>
    <message>
        <source>Class</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Class of the changed areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Clase de las áreas cambiadas</translation>
    </message>
    <message>
        <source>Clip a web map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Recortar un mapa web</translation>
    </message>
    <message>
        <source>Clip of the web map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Recorte del mapa web</translation>
    </message>
    <message>
        <source>Com&amp;pare each image with</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Compa&amp;rar cada imagen con</translation>
    </message>
    <message>
        <source>Comp&amp;ute on</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>C&amp;alcular en</translation>
    </message>
    <message>
        <source>Compare each image with</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Comparar cada imagen con</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Calcular en</translation>
    </message>
    <message>
        <source>Computing on {0} with model “{1}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Calculando en {0} con el modelo «{1}».</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>Confidence (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Confianza (0–1)</translation>
    </message>
    <message>
        <source>Connected changed areas of one class each; they are the parts of the sites.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Áreas cambiadas conexas, cada una de una clase; son las partes de los sitios.</translation>
    </message>
    <message>
        <source>Data set that the model has learned from before; its pairs are shown among the new ones.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Conjunto de datos del que el modelo aprendió antes; sus pares se muestran entre los nuevos.</translation>
    </message>
    <message>
        <source>Date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Date after</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fecha posterior</translation>
    </message>
    <message>
        <source>Date before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fecha anterior</translation>
    </message>
    <message>
        <source>Date of the earlier image: 2011, 2011-05 or 2011-05-22, with a time if you like. Left empty it is taken from the layer's temporal properties, the file's metadata or its name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fecha de la imagen anterior: 2011, 2011-05 o 2011-05-22, con hora si quiere. Vacía: se toma de las propiedades temporales de la capa, los metadatos del archivo o su nombre.</translation>
    </message>
    <message>
        <source>Date of the later image, written and found like the earlier one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fecha de la imagen posterior, escrita y hallada como la anterior.</translation>
    </message>
    <message>
        <source>Dates</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>Dates joined by semicolons, in the order of the images (2009-08-18; ; 2012-07), or as NAME=DATE. Left empty they are taken from the layers' temporal properties, the files' metadata or their names.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fechas unidas por punto y coma, en el orden de las imágenes (2009-08-18; ; 2012-07), o como NOMBRE=FECHA. Vacío: se toman de las propiedades temporales de las capas, los metadatos de los archivos o sus nombres.</translation>
    </message>
    <message>
        <source>Describe</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describir</translation>
    </message>
    <message>
        <source>Describe &amp;your own images</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describir &amp;sus propias imágenes</translation>
    </message>
    <message>
        <source>Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes</translation>
    </message>
    <message>
        <source>Describe Changes has no engine yet. Open Settings ▸ Options… ▸ Describe Changes and press “Install engine”, or name a Python there that already has it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes aún no tiene motor. Abra Configuración ▸ Opciones… ▸ Describe Changes y pulse «Instalar el motor», o indique allí un Python que ya lo tenga.</translation>
    </message>
    <message>
        <source>Describe Changes tells in words, masks and measured facts what changed between two dated rasters. Nothing leaves your computer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes dice en palabras, máscaras y hechos medidos qué cambió entre dos ráster con fecha. Nada sale de su equipo.</translation>
    </message>
    <message>
        <source>Describe Changes…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describir cambios…</translation>
    </message>
    <message>
        <source>Describe a time series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describir una serie temporal</translation>
    </message>
    <message>
        <source>Describe changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describir cambios</translation>
    </message>
    <message>
        <source>Described tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Teselas descritas</translation>
    </message>
    <message>
        <source>Described tiles ({0} of {1})</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Teselas descritas ({0} de {1})</translation>
    </message>
    <message>
        <source>Described {0} of {1} sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Descritos {0} de {1} sitios</translation>
    </message>
    <message>
        <source>Described {0} of {1} tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Descritas {0} de {1} teselas</translation>
    </message>
    <message>
        <source>Describes the changes in the background. Tiles appear on the map as they are finished.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe los cambios en segundo plano. Las teselas aparecen en el mapa según se terminan.</translation>
    </message>
    <message>
        <source>Describes the series in the background.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe la serie en segundo plano.</translation>
    </message>
    <message>
        <source>Describing changes…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describiendo cambios…</translation>
    </message>
    <message>
        <source>Description</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Dev&amp;ice</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Dispositivo</translation>
    </message>
    <message>
        <source>Device</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Devices: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dispositivos: {0}.</translation>
    </message>
    <message>
        <source>Divides the map: the earlier image on one side, the later one on the other; move the line.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Divide el mapa: la imagen anterior a un lado, la posterior al otro; mueva la línea.</translation>
    </message>
    <message>
        <source>Double-click a date to correct it: 2011, 2011-05 or 2011-05-22</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Haga doble clic en una fecha para corregirla: 2011, 2011-05 o 2011-05-22</translation>
    </message>
    <message>
        <source>Drawing the changed areas…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dibujando las zonas cambiadas…</translation>
    </message>
    <message>
        <source>Draws the tiles of the coming run on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dibuja en el mapa las teselas de la próxima ejecución.</translation>
    </message>
    <message>
        <source>Earlier date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fecha anterior</translation>
    </message>
    <message>
        <source>Earlier date, end</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fecha anterior, fin</translation>
    </message>
    <message>
        <source>Edit outlines</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Editar contornos</translation>
    </message>
    <message>
        <source>Empty: as many as fit the number of tiles, 60 to 400.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vacío: los que convengan al número de teselas, de 60 a 400.</translation>
    </message>
    <message>
        <source>Empty: what has proved itself.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vacío: lo que ha dado buen resultado.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Engine {0} with {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Motor {0} con {1}.</translation>
    </message>
    <message>
        <source>Engine's &amp;Python</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Python del motor</translation>
    </message>
    <message>
        <source>Every file was verified by its checksum.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cada archivo se verificó por su suma de comprobación.</translation>
    </message>
    <message>
        <source>Everything needed is here.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Está todo lo necesario.</translation>
    </message>
    <message>
        <source>Export a result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Exportar un resultado</translation>
    </message>
    <message>
        <source>Export reviewed tiles for training</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Exportar teselas revisadas para entrenar</translation>
    </message>
    <message>
        <source>Extent</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Extensión</translation>
    </message>
    <message>
        <source>Extent to describe</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Extensión que describir</translation>
    </message>
    <message>
        <source>Facts</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hechos</translation>
    </message>
    <message>
        <source>Facts, measured on the change mask</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hechos, medidos en la máscara de cambios</translation>
    </message>
    <message>
        <source>Features of one name are one zone. Not set: each feature is a zone and called by its number.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Los objetos de un mismo nombre son una zona. Sin definir: cada objeto es una zona y se llama por su número.</translation>
    </message>
    <message>
        <source>Fetch “{0}”</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Descargar «{0}»</translation>
    </message>
    <message>
        <source>Fetched from {0} on {1}, in pixels of {2} m on the ground.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Descargado de {0} el {1}, en píxeles de {2} m sobre el terreno.</translation>
    </message>
    <message>
        <source>Fetched {0} of {1} parts from the server</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} de {1} partes descargadas del servidor</translation>
    </message>
    <message>
        <source>Fetches a part of an XYZ, WMS, WMTS or ArcGIS layer into a GeoTIFF that can be described</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Descarga una parte de una capa XYZ, WMS, WMTS o ArcGIS en un GeoTIFF que se puede describir</translation>
    </message>
    <message>
        <source>Fetches what fine-tuning needs into that environment; the engine stays as it is.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Descarga en ese entorno lo que el ajuste necesita; el motor queda como está.</translation>
    </message>
    <message>
        <source>Fetching {0}…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Descargando {0}…</translation>
    </message>
    <message>
        <source>Fetching “{0}” from {1}…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Descargando «{0}» de {1}…</translation>
    </message>
    <message>
        <source>Fetching “{0}”…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Descargando «{0}»…</translation>
    </message>
    <message>
        <source>Field of the zones' names</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Campo con los nombres de las zonas</translation>
    </message>
    <message>
        <source>File</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>File of the unfinished work</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Archivo del trabajo sin terminar</translation>
    </message>
    <message>
        <source>Filter: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Filtro: {0}</translation>
    </message>
    <message>
        <source>Fine-tune a model on reviewed tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ajustar un modelo con teselas revisadas</translation>
    </message>
    <message>
        <source>Folder</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Folder of exported tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Carpeta de teselas exportadas</translation>
    </message>
    <message>
        <source>Folder of layout templates (empty: those that ship)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Carpeta de plantillas de diseño (vacío: las incluidas)</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Carpeta del conjunto de datos</translation>
    </message>
    <message>
        <source>Folder of the new model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Carpeta del modelo nuevo</translation>
    </message>
    <message>
        <source>Found, but too old or too new: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Encontrados, pero demasiado antiguos o nuevos: {0}.</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>De un &amp;archivo…</translation>
    </message>
    <message>
        <source>From a &amp;server…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>De un &amp;servidor…</translation>
    </message>
    <message>
        <source>From files…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>De archivos…</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>GeoPackage of the result. Left empty: {0}. A file that is there already is never overwritten.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoPackage del resultado. Si se deja vacío: {0}. Nunca se sobrescribe un archivo que ya existe.</translation>
    </message>
    <message>
        <source>GeoPackage with the layers of tiles and changed areas of all pairs and the table “summary”. A file of your own can be gone on with after a cancel.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoPackage con las capas de teselas y áreas cambiadas de todos los pares y la tabla «summary». Un archivo propio puede continuarse tras cancelar.</translation>
    </message>
    <message>
        <source>GeoTIFF (*.tif)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <source>Gives the verdict again that was taken back last.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vuelve a dar el veredicto que se retiró en último lugar.</translation>
    </message>
    <message>
        <source>Go on with this job where a cancelled or failed run has left it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seguir con este trabajo donde lo dejó una ejecución cancelada o fallida</translation>
    </message>
    <message>
        <source>Go on with unfinished work</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Seguir con el trabajo sin terminar</translation>
    </message>
    <message>
        <source>Goes on where a cancelled or broken run of the same images and settings was left.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sigue donde quedó una ejecución cancelada o fallida con las mismas imágenes y ajustes.</translation>
    </message>
    <message>
        <source>Goes to the next site of the list.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Va al siguiente sitio de la lista.</translation>
    </message>
    <message>
        <source>Goes to the site before.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Va al sitio anterior.</translation>
    </message>
    <message>
        <source>Goes to the tab in which two rasters of your own are chosen.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Va a la pestaña en la que se eligen dos ráster propios.</translation>
    </message>
    <message>
        <source>Going on with what an earlier run has finished.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Se sigue con lo que terminó una ejecución anterior.</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Página HTML</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Altura en píxeles</translation>
    </message>
    <message>
        <source>Holds report_cover.qpt and report_site.qpt, changed to your taste in the layout designer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Contiene report_cover.qpt y report_site.qpt, modificados a su gusto en el diseñador de composiciones.</translation>
    </message>
    <message>
        <source>How far neighbouring tiles overlap; must be less than the tile size. Empty: the model's own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cuánto se solapan las teselas vecinas; menos que el tamaño de tesela. Vacío: lo del modelo.</translation>
    </message>
    <message>
        <source>How long they take is known after the first run with this model on this device.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cuánto tardan se sabrá tras la primera ejecución con este modelo en este dispositivo.</translation>
    </message>
    <message>
        <source>How many pixels neighbouring tiles share, so that nothing is lost at their edges.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cuántos píxeles comparten las teselas vecinas, para que no se pierda nada en sus bordes.</translation>
    </message>
    <message>
        <source>How much is fetched of each web map, whose it is, and what to think of before it is stored.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cuánto se descarga de cada mapa web, de quién es y en qué pensar antes de guardarlo.</translation>
    </message>
    <message>
        <source>How often a pair of the old data is shown for each reviewed one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cuántas veces se muestra un par de los datos antiguos por cada uno revisado.</translation>
    </message>
    <message>
        <source>How sure the model must be of a pixel. Lower finds more, and more that is wrong.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cuán seguro debe estar el modelo de un píxel. Menos encuentra más, también más errores.</translation>
    </message>
    <message>
        <source>If left out</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Si se omite</translation>
    </message>
    <message>
        <source>Image</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Image on a server</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Imagen en un servidor</translation>
    </message>
    <message>
        <source>Images</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Images may be GeoTIFFs on servers (/vsicurl/https://…, /vsis3/…). What is needed of them is copied into the user's cache first. Off: nothing is asked of any server.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Las imágenes pueden ser GeoTIFF en servidores (/vsicurl/https://…, /vsis3/…). Lo que se necesita se copia antes en la caché del usuario. Desactivado: no se pide nada a ningún servidor.</translation>
    </message>
    <message>
        <source>Images may then be GeoTIFFs and STAC items by https and s3</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Las imágenes pueden ser entonces GeoTIFF y elementos STAC por https y s3</translation>
    </message>
    <message>
        <source>Images of the series with their dates</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Imágenes de la serie con sus fechas</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Importar &amp;carpeta…</translation>
    </message>
    <message>
        <source>Import &amp;zip…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Importar &amp;zip…</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Importar un modelo</translation>
    </message>
    <message>
        <source>In Python and in batches</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>En Python y por lotes</translation>
    </message>
    <message>
        <source>In scripts</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>En guiones</translation>
    </message>
    <message>
        <source>In which order the sites come.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>En qué orden vienen los sitios.</translation>
    </message>
    <message>
        <source>Install the engine of Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Instalar el motor de Describe Changes</translation>
    </message>
    <message>
        <source>Installation</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Instalación</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modelos instalados</translation>
    </message>
    <message>
        <source>Installing the packages. This takes a few minutes.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Instalando los paquetes. Tarda unos minutos.</translation>
    </message>
    <message>
        <source>Its ending says the format.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Su extensión indica el formato.</translation>
    </message>
    <message>
        <source>Joplin after the tornado (May 2011)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Joplin después del tornado (mayo de 2011)</translation>
    </message>
    <message>
        <source>Joplin before the tornado (2007–2010)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Joplin antes del tornado (2007–2010)</translation>
    </message>
    <message>
        <source>Joplin, Missouri: aerial photographs from 2007–2010 and from after the tornado of 22 May 2011. {0} tiles, a few minutes on a CPU. Tiles are added to the map as they are finished, a group at a time.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Joplin, Misuri: fotografías aéreas de 2007–2010 y de después del tornado del 22 de mayo de 2011. {0} teselas, unos minutos en una CPU. Las teselas terminadas se añaden al mapa por grupos.</translation>
    </message>
    <message>
        <source>Keeps the words in the boxes as yours and goes on to the next site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Guarda como suyas las palabras de los cuadros y pasa al sitio siguiente.</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Primero las más grandes</translation>
    </message>
    <message>
        <source>Last lines of the engine's log:</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Últimas líneas del registro del motor:</translation>
    </message>
    <message>
        <source>Later date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fecha posterior</translation>
    </message>
    <message>
        <source>Later date, end</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Fecha posterior, fin</translation>
    </message>
    <message>
        <source>Layer of polygons to stay within</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Capa de polígonos dentro de los cuales se queda</translation>
    </message>
    <message>
        <source>Layer that gives the extent</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Capa que da la extensión</translation>
    </message>
    <message>
        <source>Layer that is reviewed</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Capa que se revisa</translation>
    </message>
    <message>
        <source>Layer to write</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Capa que escribir</translation>
    </message>
    <message>
        <source>Layer “{0}”: {1} rows.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Capa «{0}»: {1} filas.</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Componiendo las páginas…</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Left empty: found like the earlier image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vacío: se halla como la imagen anterior.</translation>
    </message>
    <message>
        <source>Left empty: the layer the tiles were made from, else the files that the result names.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vacío: la capa de la que salieron las teselas; si no, los archivos que nombra el resultado.</translation>
    </message>
    <message>
        <source>Left empty: “What changed between … and …”. Remembered with the layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Si se deja vacío: «What changed between … and …». Se recuerda con la capa.</translation>
    </message>
    <message>
        <source>Left out: {0} ({1}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Omitidas: {0} ({1}).</translation>
    </message>
    <message>
        <source>Lets the engine read images by their address: GeoTIFFs and STAC items by https and s3. What is needed of them is copied into your cache. Off, no server is asked for images.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Permite al motor leer imágenes por su dirección: GeoTIFF y elementos STAC por https y s3. Lo que se necesita se copia en su caché. Desactivado, no se pide ninguna imagen a servidores.</translation>
    </message>
    <message>
        <source>Letters, digits, “.”, “_” and “-”. Empty: the old name with “-tuned”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Letras, cifras, «.», «_» y «-». Vacío: el nombre antiguo con «-tuned».</translation>
    </message>
    <message>
        <source>Library that runs the network</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Biblioteca que ejecuta la red</translation>
    </message>
    <message>
        <source>Licence</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Licence of the imagery</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Licencia de las imágenes</translation>
    </message>
    <message>
        <source>Licence of the model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Licencia del modelo</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Registro de la ejecución</translation>
    </message>
    <message>
        <source>Log of the series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Registro de la serie</translation>
    </message>
    <message>
        <source>Log: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Registro: {0}</translation>
    </message>
    <message>
        <source>Logo</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>M&amp;odelos…</translation>
    </message>
    <message>
        <source>Made with</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hecho con</translation>
    </message>
    <message>
        <source>Make the before image the after image and the other way round</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hacer de la imagen anterior la posterior y al revés</translation>
    </message>
    <message>
        <source>Makes a Python environment of the plugin's own and installs the pinned packages there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Crea un entorno de Python propio del complemento e instala allí los paquetes fijados.</translation>
    </message>
    <message>
        <source>Makes a new model that has learned from the tiles you reviewed</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hace un modelo nuevo que ha aprendido de las teselas que revisó</translation>
    </message>
    <message>
        <source>Makes the earlier image the later one and the other way round.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hace de la imagen anterior la posterior y al revés.</translation>
    </message>
    <message>
        <source>Making an environment with {0} in {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Creando un entorno con {0} en {1}</translation>
    </message>
    <message>
        <source>Many providers of web maps forbid to store or to analyse their pictures. Fetch only what the terms allow.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Muchos proveedores de mapas web prohíben guardar o analizar sus imágenes. Descargue solo lo que permitan sus condiciones.</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Significado</translation>
    </message>
    <message>
        <source>Measure vegetation and water by their bands</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Medir vegetación y agua por sus bandas</translation>
    </message>
    <message>
        <source>Measured</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Medido</translation>
    </message>
    <message>
        <source>Measured facts</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hechos medidos</translation>
    </message>
    <message>
        <source>Measured: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Medido: {0}</translation>
    </message>
    <message>
        <source>Measuring the old and the new model: {0} of {1} pairs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Midiendo el modelo antiguo y el nuevo: {0} de {1} pares</translation>
    </message>
    <message>
        <source>Missing: {0}. {1} {2}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Falta: {0}. {1} {2}</translation>
    </message>
    <message>
        <source>Model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modelo y dispositivo</translation>
    </message>
    <message>
        <source>Model packs (*.zip)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Paquetes de modelo (*.zip)</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modelo de partida</translation>
    </message>
    <message>
        <source>Models of Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modelos de Describe Changes</translation>
    </message>
    <message>
        <source>Models that ship with the plugin stay</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Los modelos que vienen con el complemento se quedan</translation>
    </message>
    <message>
        <source>Models: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modelos: {0}.</translation>
    </message>
    <message>
        <source>Models…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>More</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Más</translation>
    </message>
    <message>
        <source>Most doubtful first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Primero las más dudosas</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (about 6 GB)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tarjeta gráfica NVIDIA (aprox. 6 GB)</translation>
    </message>
    <message>
        <source>Name a file for the HTML page, for the PDF, or for both.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre un archivo para la página HTML, para el PDF o para ambos.</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Nombre del modelo nuevo</translation>
    </message>
    <message>
        <source>Near</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cerca de</translation>
    </message>
    <message>
        <source>Next</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>No Python from 3.11 to 3.13 was found on this computer. Install one from python.org (or your system's packages) and press “Install engine” again; QGIS keeps its own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se encontró en este equipo ningún Python de 3.11 a 3.13. Instale uno de python.org (o de los paquetes de su sistema) y pulse otra vez «Instalar el motor»; QGIS conserva el suyo.</translation>
    </message>
    <message>
        <source>No feature of “{0}” is selected. Select some, or untick “Selected features only”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No hay ningún objeto seleccionado en «{0}». Seleccione alguno o desmarque «Solo objetos seleccionados».</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No hay ningún modelo instalado.</translation>
    </message>
    <message>
        <source>No model is installed. Import one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No hay ningún modelo instalado. Importe uno.</translation>
    </message>
    <message>
        <source>No pair is finished yet.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aún no hay ningún par terminado.</translation>
    </message>
    <message>
        <source>No picture of “{0}” came from {1}. Check the connection, and whether the layer draws on the map at this place.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No llegó ninguna imagen de «{0}» desde {1}. Compruebe la conexión y si la capa se dibuja en este lugar del mapa.</translation>
    </message>
    <message>
        <source>No-data values of “{0}” as its layer has them in QGIS: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Valores sin datos de «{0}» tal como los tiene su capa en QGIS: {1}.</translation>
    </message>
    <message>
        <source>Not set: the sites; in Excel all but the tiles. A GeoPackage always holds all layers.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sin definir: los sitios; en Excel todas salvo las teselas. Un GeoPackage siempre contiene todas las capas.</translation>
    </message>
    <message>
        <source>Not set: torch. openvino is faster on a processor, if that package is installed in the engine's environment; masks are nearly the same, sentences may differ. auto measures once which is faster.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sin definir: torch. openvino es más rápido en un procesador, si ese paquete está instalado en el entorno del motor; las máscaras son casi iguales, las frases pueden variar. auto mide una vez cuál es más rápido.</translation>
    </message>
    <message>
        <source>Not understood, and left out: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se entendió y se omitió: {0}.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Nothing is to be written. Choose a place for at least one of the results.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se va a escribir nada. Elija un lugar para al menos uno de los resultados.</translation>
    </message>
    <message>
        <source>Number of changed areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de áreas cambiadas</translation>
    </message>
    <message>
        <source>Number of changed tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de teselas cambiadas</translation>
    </message>
    <message>
        <source>Number of held-out pairs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de pares reservados</translation>
    </message>
    <message>
        <source>Number of pages of the PDF</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de páginas del PDF</translation>
    </message>
    <message>
        <source>Number of pairs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de pares</translation>
    </message>
    <message>
        <source>Number of pairs learned from</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de pares de los que aprendió</translation>
    </message>
    <message>
        <source>Number of pairs to learn from</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de pares de los que aprender</translation>
    </message>
    <message>
        <source>Number of pairs written</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de pares escritos</translation>
    </message>
    <message>
        <source>Number of rows written</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de filas escritas</translation>
    </message>
    <message>
        <source>Number of sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de sitios</translation>
    </message>
    <message>
        <source>Number of sites shown</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de sitios mostrados</translation>
    </message>
    <message>
        <source>Number of tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de teselas</translation>
    </message>
    <message>
        <source>Number of zones</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Número de zonas</translation>
    </message>
    <message>
        <source>Numbers of the red, green and blue bands from 1, for example 3,2,1. Empty: those that you have chosen for the layer in QGIS, else what the file says, else the first three. Bands by which vegetation and water are measured are given by name where the file does not name them, for example nir=4, or 3,2,1,nir=8,swir=11.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Números de las bandas roja, verde y azul desde 1, por ejemplo 3,2,1. Vacío: las que usted ha elegido para la capa en QGIS; si no, lo que dice el archivo; si no, las tres primeras. Las bandas con las que se miden vegetación y agua se dan por su nombre donde el archivo no las nombra, por ejemplo nir=4 o 3,2,1,nir=8,swir=11.</translation>
    </message>
    <message>
        <source>O&amp;verlap</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>So&amp;lape</translation>
    </message>
    <message>
        <source>Off: what an earlier job left at the work file is discarded.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Desactivado: lo que dejó un trabajo anterior junto al archivo de trabajo se descarta.</translation>
    </message>
    <message>
        <source>Old data</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Datos antiguos</translation>
    </message>
    <message>
        <source>Old pairs per new pair</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pares antiguos por par nuevo</translation>
    </message>
    <message>
        <source>One feature per site: its sentence, classes, changed area, place, certainty and both dates. Saved to a GeoPackage, the file also holds the changed areas, the tiles and the table “runs”, which says how all was made.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un objeto por sitio: frase, clases, área cambiada, lugar, certeza y ambas fechas. Guardado en un GeoPackage, el archivo contiene también las áreas cambiadas, las teselas y la tabla «runs», que dice cómo se hizo todo.</translation>
    </message>
    <message>
        <source>One of the installed models. Not set: the model that described the tiles. In scripts also the folder of a model pack.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Uno de los modelos instalados. Sin definir: el modelo que describió las teselas. En scripts también la carpeta de un paquete de modelo.</translation>
    </message>
    <message>
        <source>One of the installed models. Not set: the one that ships. “Models…” in the panel imports more. In scripts also the folder or zip file of a model pack.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Uno de los modelos instalados. Sin definir: el que viene incluido. «Modelos…» en el panel importa más. En scripts también la carpeta o el archivo zip de un paquete de modelo.</translation>
    </message>
    <message>
        <source>One polygon per changed area with class, transition, area and perimeter. As a temporary layer it lies in the sites' GeoPackage.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un polígono por área cambiada con clase, transición, área y perímetro. Como capa temporal está en el GeoPackage de los sitios.</translation>
    </message>
    <message>
        <source>One polygon per tile that was looked at, with its sentence, scores and facts; the sites are what is made of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un polígono por tesela examinada, con su frase, puntuaciones y hechos; de ellas se hacen los sitios.</translation>
    </message>
    <message>
        <source>One polygon per zone, and one for the ground outside all of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Un polígono por zona, y uno para el terreno fuera de todas.</translation>
    </message>
    <message>
        <source>One self-contained page with before, after and mask beside each sentence.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una página autónoma con antes, después y máscara junto a cada frase.</translation>
    </message>
    <message>
        <source>One self-contained page.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una página autónoma.</translation>
    </message>
    <message>
        <source>One self-contained page: changed area per class and pair, and the same as a table.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Una página autónoma: área cambiada por clase y par, y lo mismo como tabla.</translation>
    </message>
    <message>
        <source>Only needed for layers that do not say it, and whose model is not installed. Empty: the run's own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo hace falta para capas que no lo dicen y cuyo modelo no está instalado. Vacío: lo de la ejecución.</translation>
    </message>
    <message>
        <source>Only sites in the GeoPackage of a result can be asked about.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo se puede preguntar por sitios del GeoPackage de un resultado.</translation>
    </message>
    <message>
        <source>Only sites in which something of this class has changed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo sitios en los que ha cambiado algo de esta clase.</translation>
    </message>
    <message>
        <source>Only sites that have no verdict yet.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo sitios que aún no tienen veredicto.</translation>
    </message>
    <message>
        <source>Only sites that were accepted or reworded</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo sitios aceptados o reformulados</translation>
    </message>
    <message>
        <source>Only the polygons that are selected now count.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo cuentan los polígonos seleccionados ahora.</translation>
    </message>
    <message>
        <source>Only this part is described. Left empty: everything that both rasters cover. Numbers without a CRS are in that of the later image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo se describe esta parte. Si se deja vacío: todo lo que cubren ambos rásteres. Los números sin SRC están en el de la imagen posterior.</translation>
    </message>
    <message>
        <source>Only tiles in which the model sees a change.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo teselas en las que el modelo ve un cambio.</translation>
    </message>
    <message>
        <source>Only tiles that touch a polygon of this layer are described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo se describen las teselas que tocan un polígono de esta capa.</translation>
    </message>
    <message>
        <source>Only within polygons</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo dentro de polígonos</translation>
    </message>
    <message>
        <source>Open &amp;logs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>A&amp;brir los registros</translation>
    </message>
    <message>
        <source>Open a raster</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abrir un ráster</translation>
    </message>
    <message>
        <source>Open only</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo pendientes</translation>
    </message>
    <message>
        <source>Open rasters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abrir rásteres</translation>
    </message>
    <message>
        <source>Open the chart with its figures in the browser</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abrir el gráfico con sus cifras en el navegador</translation>
    </message>
    <message>
        <source>Open the layers when done</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abrir las capas al terminar</translation>
    </message>
    <message>
        <source>Opens a raster file, puts it on the map and takes it as the earlier image; also one on a server, where that is allowed in the settings.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abre un archivo ráster, lo pone en el mapa y lo toma como imagen anterior; también uno en un servidor, si la configuración lo permite.</translation>
    </message>
    <message>
        <source>Opens a raster file, puts it on the map and takes it as the later image; also one on a server, where that is allowed in the settings.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abre un archivo ráster, lo pone en el mapa y lo toma como imagen posterior; también uno en un servidor, si la configuración lo permite.</translation>
    </message>
    <message>
        <source>Opens the changed areas for editing with QGIS's own tools; saving measures them again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abre las áreas cambiadas para editarlas con las herramientas de QGIS; al guardar se miden de nuevo.</translation>
    </message>
    <message>
        <source>Opens the chart of changed area over time as a page in the browser.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abre como página en el navegador el gráfico del área cambiada a lo largo del tiempo.</translation>
    </message>
    <message>
        <source>Opens the folder with the logs of the engine and of installations.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abre la carpeta con los registros del motor y de las instalaciones.</translation>
    </message>
    <message>
        <source>Opens the page of QGIS's options where the engine is checked, installed or removed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abre la página de las opciones de QGIS donde se comprueba, instala o quita el motor.</translation>
    </message>
    <message>
        <source>Opens the user guide in the browser; it is on this computer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abre la guía del usuario en el navegador; está en este equipo.</translation>
    </message>
    <message>
        <source>Opens “Report of a result” for the layer under review: one HTML page, a PDF with a page per site, or both. Rejected sites are left out unless you ask for them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Abre «Informe de un resultado» para la capa en revisión: una página HTML, un PDF con una página por sitio, o ambos. Los sitios rechazados se omiten salvo que los pida.</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Orden de la lista</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Outline (m)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Contorno (m)</translation>
    </message>
    <message>
        <source>Outlines as text (WKT) in CSV</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Contornos como texto (WKT) en CSV</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solape</translation>
    </message>
    <message>
        <source>Overlap of tiles (pixels)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solape de teselas (píxeles)</translation>
    </message>
    <message>
        <source>PDF</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Pair {0} of {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Par {0} de {1}</translation>
    </message>
    <message>
        <source>Pair {0} of {1}: {2}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Par {0} de {1}: {2}</translation>
    </message>
    <message>
        <source>Paragraph that sums up the whole area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Párrafo que resume toda la zona</translation>
    </message>
    <message>
        <source>Paragraphs for the head of the report. Remembered with the layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Párrafos para la cabecera del informe. Se recuerdan con la capa.</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Parámetro</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Part without data (%)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Parte sin datos (%)</translation>
    </message>
    <message>
        <source>Path of a GeoPackage beside which the engine keeps what is finished until the job is done; after a cancel the same job with the same file goes on from there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ruta de un GeoPackage junto al que el motor guarda lo terminado hasta acabar el trabajo; tras cancelar, el mismo trabajo con el mismo archivo sigue desde ahí.</translation>
    </message>
    <message>
        <source>Pi&amp;xel on the ground</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pí&amp;xel sobre el terreno</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Imágenes (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif)</translation>
    </message>
    <message>
        <source>Pixel of web maps on the ground (m)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Píxel de los mapas web sobre el terreno (m)</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Píxeles</translation>
    </message>
    <message>
        <source>Place</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Places where something changed, each said once and counted once.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sitios donde algo cambió, cada uno dicho una vez y contado una vez.</translation>
    </message>
    <message>
        <source>Polygons by which changes are added up, such as wards: the result gets a layer with a paragraph for each. Empty: none.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Polígonos por los que se suman los cambios, como barrios: el resultado recibe una capa con un párrafo para cada uno. Vacío: ninguno.</translation>
    </message>
    <message>
        <source>Polygons of any CRS by which changes are added up, all of a layer or the selected ones: wards, lots, fields. The result gets a layer with a paragraph for each.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Polígonos de cualquier SRC por los que se suman los cambios, todos los de una capa o los seleccionados: barrios, parcelas, campos. El resultado recibe una capa con un párrafo para cada uno.</translation>
    </message>
    <message>
        <source>Polygons of any CRS, all of a layer or the selected ones. Tiles that touch none of them are left out, and the change mask ends at their edge.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Polígonos en cualquier SRC, todos los de una capa o los seleccionados. Las teselas que no tocan ninguno se omiten, y la máscara de cambios termina en su borde.</translation>
    </message>
    <message>
        <source>Polygons of any CRS, all of a layer or the selected ones: wards, lots, fields.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Polígonos de cualquier SRC, todos los de una capa o los seleccionados: barrios, parcelas, campos.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Private environment: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Entorno propio: {0}</translation>
    </message>
    <message>
        <source>Probability (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Probabilidad (0–1)</translation>
    </message>
    <message>
        <source>Probability from which a pixel counts as changed. Empty: what the model advises.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Probabilidad desde la que un píxel cuenta como cambiado. Vacío: lo que aconseja el modelo.</translation>
    </message>
    <message>
        <source>Puts the example on the map and describes it; installs the engine first if there is none.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pone el ejemplo en el mapa y lo describe; instala antes el motor si no hay ninguno.</translation>
    </message>
    <message>
        <source>Puts the images in the order of their dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pone las imágenes en el orden de sus fechas.</translation>
    </message>
    <message>
        <source>Python of the engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Python del motor</translation>
    </message>
    <message>
        <source>Python: {0} ({1}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Python: {0} ({1}).</translation>
    </message>
    <message>
        <source>QGIS uses a SOCKS proxy, which pip cannot use; trying without it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>QGIS usa un proxy SOCKS, que pip no puede usar; se intenta sin él.</translation>
    </message>
    <message>
        <source>QGIS writes these layers itself, without the table “run” that says how they were made. Save both to one GeoPackage to keep it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>QGIS escribe estas capas por sí mismo, sin la tabla «run» que dice cómo se hicieron. Guarde ambas en un GeoPackage para conservarla.</translation>
    </message>
    <message>
        <source>Question about the sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pregunta sobre los sitios</translation>
    </message>
    <message>
        <source>Raster of the change classes, a cloud-optimised GeoTIFF on the after image's grid.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ráster de las clases de cambio, un GeoTIFF optimizado para la nube en la cuadrícula de la imagen posterior.</translation>
    </message>
    <message>
        <source>Raster of the earlier date: three or more bands (red, green and blue first unless Bands says otherwise), georeferenced. Several files of one date go in as a virtual raster (VRT). The two rasters may differ in CRS, resolution and size; their overlap is described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ráster de la fecha anterior: tres bandas o más (rojo, verde y azul primero, salvo que Bandas diga otra cosa), georreferenciado. Varios archivos de una fecha entran como ráster virtual (VRT). Los dos ráster pueden diferir en SRC, resolución y tamaño; se describe donde se superponen.</translation>
    </message>
    <message>
        <source>Raster of the later date. Its pixel grid is the one the result is computed on.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ráster de la fecha posterior. El resultado se calcula en su cuadrícula de píxeles.</translation>
    </message>
    <message>
        <source>Raster with one band per change class: how likely the model takes each pixel to be that change, from 0 to 1.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ráster con una banda por clase de cambio: cuán probable considera el modelo ese cambio en cada píxel, de 0 a 1.</translation>
    </message>
    <message>
        <source>Rasters of the project: files, and web maps, of which the extent is fetched first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rásteres del proyecto: archivos y mapas web, cuya extensión se descarga antes</translation>
    </message>
    <message>
        <source>Rasters of the same place, one per date, in any order. Several files of one date go in as a virtual raster (VRT). They may differ in CRS, resolution and size; each pair is described where both lie.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ráster del mismo lugar, uno por fecha, en cualquier orden. Varios archivos de una fecha entran como ráster virtual (VRT). Pueden diferir en SRC, resolución y tamaño; cada par se describe donde están ambos.</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Read the user &amp;guide</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Leer la &amp;guía del usuario</translation>
    </message>
    <message>
        <source>Reading the pairs…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Leyendo los pares…</translation>
    </message>
    <message>
        <source>Reading the result…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Leyendo el resultado…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Reject</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Rejected tiles show no change</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Las teselas rechazadas no muestran cambio</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>Remove “{0}” from this computer?</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>¿Quitar «{0}» de este equipo?</translation>
    </message>
    <message>
        <source>Removes that environment and gives its room back.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Quita ese entorno y devuelve su espacio.</translation>
    </message>
    <message>
        <source>Removes that environment and makes it anew.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Quita ese entorno y lo crea de nuevo.</translation>
    </message>
    <message>
        <source>Rep&amp;ort</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>In&amp;forme</translation>
    </message>
    <message>
        <source>Replace an earlier export</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sustituir una exportación anterior</translation>
    </message>
    <message>
        <source>Report</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Report of a result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Informe de un resultado</translation>
    </message>
    <message>
        <source>Report…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Informe…</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>Result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Results</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Return shows the sites that answer it; empty the box to see all again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Intro muestra los sitios que responden; vacíe el cuadro para ver todos de nuevo.</translation>
    </message>
    <message>
        <source>Review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Reviewed tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Teselas revisadas</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Intercambiar</translation>
    </message>
    <message>
        <source>Save edits</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Guardar cambios</translation>
    </message>
    <message>
        <source>Save outlines</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Guardar contornos</translation>
    </message>
    <message>
        <source>Saved in {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Guardado en {0}.</translation>
    </message>
    <message>
        <source>Score</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>See the &amp;models</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ver los &amp;modelos</translation>
    </message>
    <message>
        <source>Selected features only</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Solo objetos seleccionados</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Frase</translation>
    </message>
    <message>
        <source>Set all three of an image or none. Not set: those that you have chosen for the layer in QGIS, else what the file says, else the first three.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Defina las tres de una imagen o ninguna. Sin definir: las que haya elegido para la capa en QGIS, si no lo que dice el archivo, si no las tres primeras.</translation>
    </message>
    <message>
        <source>Share of held-out tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Proporción de teselas reservadas</translation>
    </message>
    <message>
        <source>Share with data (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Parte con datos (0–1)</translation>
    </message>
    <message>
        <source>Show &amp;tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mostrar &amp;teselas</translation>
    </message>
    <message>
        <source>Show, import and remove models</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mostrar, importar y quitar modelos</translation>
    </message>
    <message>
        <source>Shows the earlier image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Muestra la imagen anterior.</translation>
    </message>
    <message>
        <source>Shows the installed models with their cards, and imports or removes some.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Muestra los modelos instalados con sus fichas, e importa o quita alguno.</translation>
    </message>
    <message>
        <source>Shows the installed models, and imports or removes some.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Muestra los modelos instalados e importa o quita alguno.</translation>
    </message>
    <message>
        <source>Shows the later image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Muestra la imagen posterior.</translation>
    </message>
    <message>
        <source>Shows the two images in turn, so that what differs catches the eye.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Muestra las dos imágenes por turno, para que salte a la vista lo que difiere.</translation>
    </message>
    <message>
        <source>Side of a pixel on the ground (m)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lado de un píxel sobre el terreno (m)</translation>
    </message>
    <message>
        <source>Side of a pixel on the ground; where the server has tiles, the nearest is taken</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lado de un píxel sobre el terreno; si el servidor tiene teselas, se toma la resolución más próxima</translation>
    </message>
    <message>
        <source>Side of a tile in pixels. Larger tiles see more context and give fewer sentences.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lado de una tesela en píxeles. Las teselas mayores ven más contexto y dan menos frases.</translation>
    </message>
    <message>
        <source>Side of a tile; each tile gets a sentence. Empty: the model's own, which it does best.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lado de una tesela; cada tesela recibe una frase. Vacío: el del modelo, con el que mejor trabaja.</translation>
    </message>
    <message>
        <source>Site</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sitio</translation>
    </message>
    <message>
        <source>Sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sitios</translation>
    </message>
    <message>
        <source>Sites or tiles of a result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sitios o teselas de un resultado</translation>
    </message>
    <message>
        <source>Sites or tiles to judge</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sitios o teselas por juzgar</translation>
    </message>
    <message>
        <source>Sites shown with images, at most</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sitios con imágenes, como máximo</translation>
    </message>
    <message>
        <source>Sites that were not rejected</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sitios que no fueron rechazados</translation>
    </message>
    <message>
        <source>Sites to show</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sitios que mostrar</translation>
    </message>
    <message>
        <source>Size</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Smallest chan&amp;ge</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cambio más &amp;pequeño</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cambio más pequeño</translation>
    </message>
    <message>
        <source>Smallest change (m²)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cambio más pequeño (m²)</translation>
    </message>
    <message>
        <source>So many of the tiles are kept for comparing the old and the new model. About 30 tiles can tell.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tantas teselas se guardan para comparar el modelo antiguo y el nuevo. Unas 30 bastan.</translation>
    </message>
    <message>
        <source>Sort &amp;by date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Ordenar por &amp;fecha</translation>
    </message>
    <message>
        <source>Stands below the title. Remembered for the next report.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Figura bajo el título. Se recuerda para el próximo informe.</translation>
    </message>
    <message>
        <source>Stands beside the author. Remembered for the next report.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Figura junto al autor. Se recuerda para el próximo informe.</translation>
    </message>
    <message>
        <source>Start</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Iniciando el motor…</translation>
    </message>
    <message>
        <source>Starts the engine and says which torch, devices and models it has.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Inicia el motor y dice qué torch, dispositivos y modelos tiene.</translation>
    </message>
    <message>
        <source>State facts of your own; Ctrl+Return keeps them, marked as not measured</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Escriba hechos propios; Ctrl+Intro los conserva, marcados como no medidos</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Paso {0} de {1}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Stops the installation. What is there is kept for the next try.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Detiene la instalación. Lo que hay se conserva para el próximo intento.</translation>
    </message>
    <message>
        <source>Stops the run at once. What is finished stays on the map and can be resumed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Detiene la ejecución al momento. Lo terminado queda en el mapa y puede reanudarse.</translation>
    </message>
    <message>
        <source>Stops the run. What is finished stays on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Detiene la ejecución. Lo terminado queda en el mapa.</translation>
    </message>
    <message>
        <source>Stops what is going on. What is there is kept for the next try.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Detiene lo que está en marcha. Lo que hay se conserva para el próximo intento.</translation>
    </message>
    <message>
        <source>Summary table</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tabla resumen</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Primero las más seguras</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cortina</translation>
    </message>
    <message>
        <source>T&amp;hreshold</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&amp;Umbral</translation>
    </message>
    <message>
        <source>Take the earlier image from a file</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tomar la imagen anterior de un archivo</translation>
    </message>
    <message>
        <source>Take the later image from a file</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tomar la imagen posterior de un archivo</translation>
    </message>
    <message>
        <source>Take the selected images out of the series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sacar de la serie las imágenes seleccionadas</translation>
    </message>
    <message>
        <source>Takes the chosen images out of the series; their layers stay in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Saca de la serie las imágenes elegidas; sus capas siguen en el proyecto.</translation>
    </message>
    <message>
        <source>Takes the last verdict back and goes to its site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Retira el último veredicto y va a su sitio.</translation>
    </message>
    <message>
        <source>Tell in words, masks and facts what changed between two dated rasters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Decir en palabras, máscaras y hechos qué cambió entre dos ráster con fecha</translation>
    </message>
    <message>
        <source>Tells in words, masks and measured facts what changed between two dated rasters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dice en palabras, máscaras y hechos medidos qué cambió entre dos ráster con fecha</translation>
    </message>
    <message>
        <source>Tells what changed along several dated rasters, in one result for the Temporal Controller</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Dice qué cambió a lo largo de varios ráster con fecha, en un resultado para el Controlador temporal</translation>
    </message>
    <message>
        <source>The STAC item has its image in {0} files; name the address of one file, or use the command line.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La imagen del elemento STAC está en {0} archivos; dé la dirección de un archivo o use la línea de órdenes.</translation>
    </message>
    <message>
        <source>The before date ({0}) is later than the after date ({1}). Swap the two rasters or correct the dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La fecha anterior ({0}) es posterior a la otra ({1}). Intercambie los ráster o corrija las fechas.</translation>
    </message>
    <message>
        <source>The changed area per class. A click on a pair shows only that pair, Escape shows all.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La superficie cambiada por clase. Un clic en un par muestra solo ese par; Esc los muestra todos.</translation>
    </message>
    <message>
        <source>The changed area per pair and class as CSV.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El área cambiada por par y clase como CSV.</translation>
    </message>
    <message>
        <source>The changed areas of “{0}” were not found. Add their layer to the project, or choose it under “Changed areas”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se encontraron las áreas cambiadas de «{0}». Añada su capa al proyecto o elíjala en «Áreas cambiadas».</translation>
    </message>
    <message>
        <source>The class of change of every pixel.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La clase de cambio de cada píxel.</translation>
    </message>
    <message>
        <source>The disk of {0} is full ({1:.1f} GB free; the engine needs {2} GB in all). Make room and press “Install engine” again: it goes on from what is there. “Remove” gives the room back.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El disco de {0} está lleno ({1:.1f} GB libres; el motor necesita {2} GB en total). Haga sitio y pulse otra vez «Instalar el motor»: sigue con lo que ya hay. «Quitar» devuelve el espacio.</translation>
    </message>
    <message>
        <source>The earlier image: a file with a CRS, or a web map, of which the extent is fetched into a file first. CRS and resolution may differ.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La imagen anterior: un archivo con SRC, o un mapa web, cuya extensión se descarga antes en un archivo. El SRC y la resolución pueden ser distintos.</translation>
    </message>
    <message>
        <source>The engine did not start within {0} minutes.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El motor no arrancó en {0} minutos.</translation>
    </message>
    <message>
        <source>The engine ended without starting the job.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El motor terminó sin empezar el trabajo.</translation>
    </message>
    <message>
        <source>The engine speaks another version of the protocol than this plugin. Press “Install engine” in Settings ▸ Options… ▸ Describe Changes to renew it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El motor habla otra versión del protocolo que este complemento. Pulse «Instalar el motor» en Configuración ▸ Opciones… ▸ Describe Changes para renovarlo.</translation>
    </message>
    <message>
        <source>The engine {0}. Nothing was written.{1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El motor {0}. No se escribió nada.{1}</translation>
    </message>
    <message>
        <source>The engine's Python {0} could not be started: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se pudo iniciar el Python del motor ({0}): {1}.</translation>
    </message>
    <message>
        <source>The engine's Python {0} does not exist any more. Clear the path above to have it found automatically, or press “Install engine”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El Python del motor {0} ya no existe. Vacíe la ruta de arriba para que se encuentre solo, o pulse «Instalar el motor».</translation>
    </message>
    <message>
        <source>The engine's Python {0} does not exist any more. Open Settings ▸ Options… ▸ Describe Changes, clear the path to have it found automatically, or press “Install engine”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El Python del motor ({0}) ya no existe. Abra Configuración ▸ Opciones… ▸ Describe Changes, vacíe la ruta para que se encuentre solo, o pulse «Instalar el motor».</translation>
    </message>
    <message>
        <source>The engine's Python {0} lacks something: {1}. Press “Install engine” in Settings ▸ Options… ▸ Describe Changes, or name another Python there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Al Python del motor ({0}) le falta algo: {1}. Pulse «Instalar el motor» en Configuración ▸ Opciones… ▸ Describe Changes, o indique allí otro Python.</translation>
    </message>
    <message>
        <source>The engine's Python: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El Python del motor: {0}</translation>
    </message>
    <message>
        <source>The environment variable {0} names {1}, which does not exist.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La variable de entorno {0} indica {1}, que no existe.</translation>
    </message>
    <message>
        <source>The example could not be copied to {0}: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se pudo copiar el ejemplo a {0}: {1}.</translation>
    </message>
    <message>
        <source>The example {0} cannot be opened. Install the plugin Describe Changes again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se puede abrir el ejemplo {0}. Instale de nuevo el complemento Describe Changes.</translation>
    </message>
    <message>
        <source>The extent does not touch “{0}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La extensión no toca «{0}».</translation>
    </message>
    <message>
        <source>The extent does not touch “{0}”. Draw it over the images or leave it empty. Numbers without a CRS are read in that of the later image, {1}; another CRS is written behind them, as [EPSG:4326].</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La extensión no toca «{0}». Dibújela sobre las imágenes o déjela vacía. Los números sin SRC se leen en el de la imagen posterior, {1}; otro SRC se escribe detrás, como [EPSG:4326].</translation>
    </message>
    <message>
        <source>The extent of a layer</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La extensión de una capa</translation>
    </message>
    <message>
        <source>The facts above are your statement, not a measurement.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Los hechos de arriba son una afirmación suya, no una medición.</translation>
    </message>
    <message>
        <source>The facts of the tile, measured on the change mask. What you write over them is kept as your statement, marked as not measured, with the measurement behind it; empty the box to take it back.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Los hechos de la tesela, medidos en la máscara de cambios. Lo que escriba encima se conserva como afirmación suya, marcada como no medida, seguida de la medición; vacíe el cuadro para retirarla.</translation>
    </message>
    <message>
        <source>The field of the zones' names. Features of one name are one zone; empty: each by its number.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El campo con los nombres de las zonas. Los objetos de un mismo nombre son una zona; vacío: cada uno por su número.</translation>
    </message>
    <message>
        <source>The file of the {0} raster “{1}” is gone: {2}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El archivo del ráster {0} «{1}» ha desaparecido: {2}.</translation>
    </message>
    <message>
        <source>The folder {0} does not exist. Create it, or write the result elsewhere.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La carpeta {0} no existe. Créela o escriba el resultado en otro lugar.</translation>
    </message>
    <message>
        <source>The folder {0} for unfinished work cannot be made: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se puede crear la carpeta {0} para el trabajo sin terminar: {1}.</translation>
    </message>
    <message>
        <source>The folder {0} is read-only. Write the result elsewhere.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La carpeta {0} es de solo lectura. Escriba el resultado en otro lugar.</translation>
    </message>
    <message>
        <source>The images of the series, from the earliest to the latest, each with its date.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Las imágenes de la serie, de la primera a la última, cada una con su fecha.</translation>
    </message>
    <message>
        <source>The installation stopped while {0}. Check the network and the log, then try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La instalación se detuvo mientras {0}. Compruebe la red y el registro e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The largest come first; the report says how many are left out. All are drawn on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Los mayores van primero; el informe dice cuántos se omiten. Todos se dibujan en el mapa.</translation>
    </message>
    <message>
        <source>The later image: a file with a CRS, or a web map, of which the extent is fetched into a file first. CRS and resolution may differ.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La imagen posterior: un archivo con SRC, o un mapa web, cuya extensión se descarga antes en un archivo. El SRC y la resolución pueden ser distintos.</translation>
    </message>
    <message>
        <source>The layer does not say whose pictures these are.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La capa no dice de quién son estas imágenes.</translation>
    </message>
    <message>
        <source>The layer of changed areas of the same run, from which the masks are drawn. Left empty it is looked for in the same GeoPackage, then in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La capa de áreas cambiadas de la misma ejecución, de la que se dibujan las máscaras. Vacía: se busca en el mismo GeoPackage y luego en el proyecto.</translation>
    </message>
    <message>
        <source>The layer of changed areas of the same run. Left empty it is looked for in the same GeoPackage, then in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La capa de áreas cambiadas de la misma ejecución. Vacía: se busca en el mismo GeoPackage y luego en el proyecto.</translation>
    </message>
    <message>
        <source>The layer of changed areas that belongs to this result is not in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La capa de áreas cambiadas de este resultado no está en el proyecto.</translation>
    </message>
    <message>
        <source>The layer of sites, or of tiles, that is reviewed. Verdicts are written into its fields.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La capa de sitios, o de teselas, que se revisa. Los veredictos se escriben en sus campos.</translation>
    </message>
    <message>
        <source>The layer of the result cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se puede abrir la capa del resultado.</translation>
    </message>
    <message>
        <source>The layer of the zones cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se puede abrir la capa de las zonas.</translation>
    </message>
    <message>
        <source>The layer of the zones holds no polygon.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La capa de las zonas no contiene ningún polígono.</translation>
    </message>
    <message>
        <source>The layer of tiles that “Describe changes” has made and that you have reviewed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La capa de teselas que hizo «Describir cambios» y que usted ha revisado.</translation>
    </message>
    <message>
        <source>The layer whose extent is described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La capa cuya extensión se describe.</translation>
    </message>
    <message>
        <source>The layers could not be copied for the report: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se pudieron copiar las capas para el informe: {0}</translation>
    </message>
    <message>
        <source>The layout template {0} cannot be read: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se puede leer la plantilla de diseño {0}: {1}</translation>
    </message>
    <message>
        <source>The map canvas as it is now</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El lienzo del mapa tal como está</translation>
    </message>
    <message>
        <source>The map shows the latest pair; a click on the chart shows another, Escape all.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El mapa muestra el último par; un clic en el gráfico muestra otro, Escape todos.</translation>
    </message>
    <message>
        <source>The model is sure.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El modelo está seguro.</translation>
    </message>
    <message>
        <source>The model that looks at the images: an installed one, or the folder of a model pack.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El modelo que mira las imágenes: uno instalado o la carpeta de un paquete de modelo.</translation>
    </message>
    <message>
        <source>The neural network runs in a Python of its own, apart from QGIS. Leave the path empty to have it found automatically.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La red neuronal funciona en un Python propio, aparte de QGIS. Deje la ruta vacía para que se encuentre solo.</translation>
    </message>
    <message>
        <source>The new model is worse at something that could be measured; read the last lines of the log.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El nuevo modelo es peor en algo que se pudo medir; lea las últimas líneas del registro.</translation>
    </message>
    <message>
        <source>The overlap ({0}) must be less than the tile size ({1}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El solape ({0}) debe ser menor que el tamaño de tesela ({1}).</translation>
    </message>
    <message>
        <source>The paragraph, counts, areas and the chart are those of the sites shown.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El párrafo, los recuentos, las áreas y el gráfico son los de los sitios mostrados.</translation>
    </message>
    <message>
        <source>The polygons of a layer</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Los polígonos de una capa</translation>
    </message>
    <message>
        <source>The private environment is removed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El entorno propio se ha quitado.</translation>
    </message>
    <message>
        <source>The probability of each class of change at every pixel.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La probabilidad de cada clase de cambio en cada píxel.</translation>
    </message>
    <message>
        <source>The rectangle that is described; draw it on the map or type its corners.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El rectángulo que se describe; dibújelo en el mapa o escriba sus esquinas.</translation>
    </message>
    <message>
        <source>The resolution in which web maps are fetched, on the ground. Smaller pixels show more and are more to fetch; at most 25 million are.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La resolución sobre el terreno con que se descargan los mapas web. Los píxeles más pequeños muestran más y son más que descargar; como máximo 25 millones.</translation>
    </message>
    <message>
        <source>The result could not be written to {0}: {1}. It is kept in {2}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se pudo escribir el resultado en {0}: {1}. Se conserva en {2}.</translation>
    </message>
    <message>
        <source>The run failed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La ejecución falló.</translation>
    </message>
    <message>
        <source>The same series with the same result file goes on from there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La misma serie con el mismo archivo de resultado sigue desde ahí.</translation>
    </message>
    <message>
        <source>The sentence is right: goes on to the next site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La frase es correcta: pasa al sitio siguiente.</translation>
    </message>
    <message>
        <source>The sentence of the site. Write your own over it and keep it with Ctrl+Return.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La frase del sitio. Escriba la suya encima y guárdela con Ctrl+Intro.</translation>
    </message>
    <message>
        <source>The sites, or the tiles of an older result. The chosen one is shown and flashed on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Los sitios, o las teselas de un resultado antiguo. El elegido se muestra y destella en el mapa.</translation>
    </message>
    <message>
        <source>The squares that the model looked at, each with its sentence; they overlap.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Los cuadrados que miró el modelo, cada uno con su frase; se solapan.</translation>
    </message>
    <message>
        <source>The style could not be stored in {0}: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se pudo guardar el estilo en {0}: {1}</translation>
    </message>
    <message>
        <source>The table “{1}” in {0} is no result of Describe Changes. Choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>La tabla «{1}» de {0} no es un resultado de Describe Changes. Elija otro nombre.</translation>
    </message>
    <message>
        <source>The training packages are there. “Fine-tune a model on reviewed tiles” can be run.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Los paquetes de entrenamiento están listos. Se puede ejecutar «Ajustar un modelo con teselas revisadas».</translation>
    </message>
    <message>
        <source>The two images that this result was made from are not in the project; add them first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Las dos imágenes de las que procede este resultado no están en el proyecto; añádalas antes.</translation>
    </message>
    <message>
        <source>The verdict could not be written into “{0}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se pudo escribir el veredicto en «{0}».</translation>
    </message>
    <message>
        <source>The web map cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se puede abrir el mapa web.</translation>
    </message>
    <message>
        <source>The web map could not be fetched.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se pudo descargar el mapa web.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El ráster {0} «{1}» no se puede abrir.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” has no CRS, so it cannot be laid over the other. Tell QGIS which it is (right-click ▸ Layer CRS).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El ráster «{1}» ({0}) no tiene SRC, así que no puede superponerse al otro. Indique a QGIS cuál es (clic derecho ▸ SRC de la capa).</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” is a web map. Run “Clip a web map” on it first, and take what it makes.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El ráster «{1}» ({0}) es un mapa web. Ejecute antes «Recortar un mapa web» y tome lo que produce.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” is not a file. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El ráster {0} «{1}» no es un archivo. Guárdelo antes como GeoTIFF (clic derecho ▸ Exportar ▸ Guardar como…).</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” is one of several in its file: {2}. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El ráster «{1}» ({0}) es uno de varios en su archivo: {2}. Guárdelo antes como GeoTIFF (clic derecho ▸ Exportar ▸ Guardar como…).</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” lies in an archive: {2}. Unpack it and add the file that was in it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El ráster «{1}» ({0}) está en un archivo comprimido: {2}. Descomprímalo y añada el archivo que contiene.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” lies on a server. Tick “Allow reading from servers” (for the panel in Settings ▸ Options… ▸ Describe Changes), or save it as GeoTIFF first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El ráster «{1}» ({0}) está en un servidor. Marque «Permitir leer de servidores» (para el panel en Configuración ▸ Opciones… ▸ Describe Changes) o guárdelo antes como GeoTIFF.</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” lies on the web. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El ráster «{1}» ({0}) está en la web. Guárdelo antes como GeoTIFF (clic derecho ▸ Exportar ▸ Guardar como…).</translation>
    </message>
    <message>
        <source>Then</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Después</translation>
    </message>
    <message>
        <source>There are {0} dates for {1} images.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Hay {0} fechas para {1} imágenes.</translation>
    </message>
    <message>
        <source>There is no engine of the plugin's own to add them to. Press “Install engine” first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No hay un motor propio del complemento al que añadirlos. Pulse primero «Instalar el motor».</translation>
    </message>
    <message>
        <source>There is no engine yet. Press “Install engine”, or name a Python above that already has it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Todavía no hay motor. Pulse «Instalar el motor» o indique arriba un Python que ya lo tenga.</translation>
    </message>
    <message>
        <source>There is no rectangle yet. Draw it on the map, or describe all that both images cover.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Aún no hay rectángulo. Dibújelo en el mapa o describa todo lo que cubren ambas imágenes.</translation>
    </message>
    <message>
        <source>There is no result in the project. Run “Describe changes” first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No hay ningún resultado en el proyecto. Ejecute antes «Describir cambios».</translation>
    </message>
    <message>
        <source>There is no such change: goes on to the next site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No hay tal cambio: pasa al sitio siguiente.</translation>
    </message>
    <message>
        <source>There was none.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No había ninguno.</translation>
    </message>
    <message>
        <source>This is doubtful: look closely.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Es dudoso: mire con atención.</translation>
    </message>
    <message>
        <source>This is likely.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Es probable.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Threshold (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Umbral (0–1)</translation>
    </message>
    <message>
        <source>Ti&amp;le size</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tamaño de te&amp;sela</translation>
    </message>
    <message>
        <source>Tile</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tesela</translation>
    </message>
    <message>
        <source>Tile size</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tamaño de tesela</translation>
    </message>
    <message>
        <source>Tile size (pixels)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Tamaño de tesela (píxeles)</translation>
    </message>
    <message>
        <source>Time series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Serie temporal</translation>
    </message>
    <message>
        <source>Title</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Título</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <source>Training data</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Datos de entrenamiento</translation>
    </message>
    <message>
        <source>Undo</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>User guide</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Guía del usuario</translation>
    </message>
    <message>
        <source>Vegetation and water lost and gained, measured by indices where both images have a band that is known to be near infrared; with short-wave infrared bare ground, too. On pixels of any size.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Vegetación y agua perdidas y ganadas, medidas con índices donde ambas imágenes tienen una banda que se sabe que es infrarrojo cercano; con infrarrojo de onda corta también suelo desnudo. Con píxeles de cualquier tamaño.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Version</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Web map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mapa web</translation>
    </message>
    <message>
        <source>Web maps</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mapas web</translation>
    </message>
    <message>
        <source>Web maps as images</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Mapas web como imágenes</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Qué fue de ello</translation>
    </message>
    <message>
        <source>What computes: the CPU or a graphics card. Automatic takes the fastest that works.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Qué calcula: la CPU o una tarjeta gráfica. Automático toma lo más rápido que funcione.</translation>
    </message>
    <message>
        <source>What fine-tuning needs beside the engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lo que el ajuste necesita además del motor</translation>
    </message>
    <message>
        <source>What is fetched of it. Numbers without a CRS are in that of the web map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lo que se descarga de él. Los números sin SRC están en el del mapa web.</translation>
    </message>
    <message>
        <source>What is fetched of web maps, and whose it is</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Qué se descarga de los mapas web y de quién es</translation>
    </message>
    <message>
        <source>What it tells apart</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Qué distingue</translation>
    </message>
    <message>
        <source>What lies on a server is looked at when the run begins.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lo que está en un servidor se examina cuando empieza la ejecución.</translation>
    </message>
    <message>
        <source>What part is described</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Qué parte se describe</translation>
    </message>
    <message>
        <source>What the engine or the installation says.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Qué dice el motor o la instalación.</translation>
    </message>
    <message>
        <source>What the engine says</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Qué dice el motor</translation>
    </message>
    <message>
        <source>What the engine says while it runs.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Qué dice el motor mientras trabaja.</translation>
    </message>
    <message>
        <source>What the model is</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Qué es el modelo</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>En qué fijarse</translation>
    </message>
    <message>
        <source>What “Export reviewed tiles for training” has written, or a folder that holds several such exports.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Lo que escribió «Exportar teselas revisadas para entrenar», o una carpeta con varias de esas exportaciones.</translation>
    </message>
    <message>
        <source>When the earlier image was taken: 2011, 2011-05 or 2011-05-22. Filled in where it is known.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cuándo se tomó la imagen anterior: 2011, 2011-05 o 2011-05-22. Se rellena donde se conoce.</translation>
    </message>
    <message>
        <source>When the later image was taken: 2011, 2011-05 or 2011-05-22. Filled in where it is known.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Cuándo se tomó la imagen posterior: 2011, 2011-05 o 2011-05-22. Se rellena donde se conoce.</translation>
    </message>
    <message>
        <source>Where the server has tiles, their nearest resolution is taken. At most 25 million pixels are fetched.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Si el servidor tiene teselas, se toma su resolución más próxima. Se descargan como máximo 25 millones de píxeles.</translation>
    </message>
    <message>
        <source>Whether each image is compared with the one before it or with the first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Si cada imagen se compara con la anterior o con la primera.</translation>
    </message>
    <message>
        <source>Whether this page is in front when the panel opens. It stays as the first tab in any case.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Si esta página está delante al abrir el panel. En todo caso sigue siendo la primera pestaña.</translation>
    </message>
    <message>
        <source>Which bands are red, green and blue, for example 3,2,1. Left empty, the file decides. Bands by which vegetation and water are measured are given by name where the file does not name them, for example nir=4.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Qué bandas son rojo, verde y azul, por ejemplo 3,2,1. Vacío: decide el archivo. Las bandas con las que se miden vegetación y agua se dan por su nombre donde el archivo no las nombra, por ejemplo nir=4.</translation>
    </message>
    <message>
        <source>Which part of the ground that both images cover is described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Qué parte del terreno que cubren ambas imágenes se describe.</translation>
    </message>
    <message>
        <source>Which torch is installed: the small one for the CPU or the one for NVIDIA cards.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Qué torch se instala: el pequeño para la CPU o el de las tarjetas NVIDIA.</translation>
    </message>
    <message>
        <source>Why not looked at</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Por qué no se examinó</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Anchura en píxeles</translation>
    </message>
    <message>
        <source>Without this a CSV file has the columns alone.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sin esto, un archivo CSV solo tiene las columnas.</translation>
    </message>
    <message>
        <source>Without this a folder that holds an export already is left alone.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sin esto, una carpeta que ya contiene una exportación no se toca.</translation>
    </message>
    <message>
        <source>Words of</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Palabras de</translation>
    </message>
    <message>
        <source>Write the result as an HTML page or a PDF, with your verdicts and words</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Escribir el resultado como página HTML o PDF, con sus veredictos y palabras</translation>
    </message>
    <message>
        <source>Write your own sentence; Ctrl+Return keeps it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Escriba su propia frase; Ctrl+Intro la conserva</translation>
    </message>
    <message>
        <source>Writes a report of this layer as it is now, with your verdicts and words.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Escribe un informe de esta capa tal como está, con sus veredictos y palabras.</translation>
    </message>
    <message>
        <source>Writes rejected tiles as pairs in which nothing has changed. Only tick this if you rejected tiles because nothing has changed there, and not because the sentence was bad.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Escribe las teselas rechazadas como pares en los que nada cambió. Márquelo solo si rechazó teselas porque allí nada cambió, y no porque la frase fuera mala.</translation>
    </message>
    <message>
        <source>Writes sites, changed areas or tiles as GeoJSON, FlatGeobuf, GeoParquet, CSV, Excel or GeoPackage</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Escribe sitios, áreas cambiadas o teselas como GeoJSON, FlatGeobuf, GeoParquet, CSV, Excel o GeoPackage</translation>
    </message>
    <message>
        <source>Writes the tiles you accepted or reworded as a data set from which a model can learn</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Escribe las teselas que aceptó o reformuló como conjunto de datos del que puede aprender un modelo</translation>
    </message>
    <message>
        <source>Writes tiles that you have not looked at as the model described them; it then learns its own errors.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Escribe teselas que no ha mirado tal como las describió el modelo; entonces aprende sus propios errores.</translation>
    </message>
    <message>
        <source>Writes what changed as one HTML page or a PDF, with the verdicts and words of the review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Escribe lo que cambió como página HTML o PDF, con los veredictos y palabras de la revisión</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Escribiendo el archivo…</translation>
    </message>
    <message>
        <source>Written: {0} of {1} tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Escritas: {0} de {1} teselas</translation>
    </message>
    <message>
        <source>Your words</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Sus palabras</translation>
    </message>
    <message>
        <source>Zone nam&amp;es</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>N&amp;ombres de zonas</translation>
    </message>
    <message>
        <source>Zones</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Zonas</translation>
    </message>
    <message>
        <source>Zones come with a GeoPackage of the whole result only. “Changes by zone” adds them up from layers.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Las zonas solo vienen con un GeoPackage del resultado completo. «Cambios por zona» las suma a partir de capas.</translation>
    </message>
    <message>
        <source>after</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>posterior</translation>
    </message>
    <message>
        <source>as the model advises</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>lo que aconseja el modelo</translation>
    </message>
    <message>
        <source>auto takes a graphics card where the engine sees one, else the CPU. The log says which.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>auto toma una tarjeta gráfica donde el motor ve una; si no, la CPU. El registro dice cuál.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>automático</translation>
    </message>
    <message>
        <source>automatic: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>automático: {0}</translation>
    </message>
    <message>
        <source>before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>anterior</translation>
    </message>
    <message>
        <source>change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>detección de cambios</translation>
    </message>
    <message>
        <source>change detection,caption,difference,before,after,time,imagery,mask,buildings,deep learning</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>detección de cambios,descripción,diferencia,antes,después,tiempo,imágenes,máscara,edificios,change detection,deep learning</translation>
    </message>
    <message>
        <source>date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>fecha</translation>
    </message>
    <message>
        <source>decided by the engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>lo decide el motor</translation>
    </message>
    <message>
        <source>export,save as,csv,excel,xlsx,geojson,geoparquet,flatgeobuf,review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>exportar,guardar como,csv,excel,xlsx,geojson,geoparquet,flatgeobuf,revisión</translation>
    </message>
    <message>
        <source>first three, or 3,2,1</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>las tres primeras, o 3,2,1</translation>
    </message>
    <message>
        <source>installed by this plugin</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>instalado por este complemento</translation>
    </message>
    <message>
        <source>installing the packages</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>se instalaban los paquetes</translation>
    </message>
    <message>
        <source>installing torch</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>se instalaba torch</translation>
    </message>
    <message>
        <source>making the environment</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>se creaba el entorno</translation>
    </message>
    <message>
        <source>must be given</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>hay que darlo</translation>
    </message>
    <message>
        <source>named by an environment variable</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>indicado por una variable de entorno</translation>
    </message>
    <message>
        <source>named in the settings</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>indicado en la configuración</translation>
    </message>
    <message>
        <source>no changed area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>ninguna área cambiada</translation>
    </message>
    <message>
        <source>no date found</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>no se encontró fecha</translation>
    </message>
    <message>
        <source>no rectangle yet</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>aún sin rectángulo</translation>
    </message>
    <message>
        <source>no room, or no right to write</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>no hay espacio o permiso para escribir</translation>
    </message>
    <message>
        <source>none</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>nothing to judge</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>nada que juzgar</translation>
    </message>
    <message>
        <source>of the source checkout</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>del código fuente</translation>
    </message>
    <message>
        <source>pip could not be updated; going on with the one that is there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se pudo actualizar pip; se sigue con el que hay.</translation>
    </message>
    <message>
        <source>previous: with the one before it in time; first: with the earliest.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>previous: con la anterior en el tiempo; first: con la más antigua.</translation>
    </message>
    <message>
        <source>report,pdf,html,print,layout,atlas,review,change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>informe,pdf,html,imprimir,diseño,atlas,revisión,detección de cambios</translation>
    </message>
    <message>
        <source>series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>serie</translation>
    </message>
    <message>
        <source>stopped unexpectedly (exit code {0})</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>se detuvo inesperadamente (código de salida {0})</translation>
    </message>
    <message>
        <source>the first one</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>la primera</translation>
    </message>
    <message>
        <source>the model that ships</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>el modelo incluido</translation>
    </message>
    <message>
        <source>the model's own</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>el del modelo</translation>
    </message>
    <message>
        <source>the one before it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>la anterior</translation>
    </message>
    <message>
        <source>time series,temporal,multitemporal,chart,years</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>serie temporal,temporal,multitemporal,gráfico,años</translation>
    </message>
    <message>
        <source>training,data set,review,learn,fine-tune,captions,masks,LEVIR,change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>entrenamiento,conjunto de datos,revisión,aprender,ajustar,frases,máscaras,LEVIR,detección de cambios</translation>
    </message>
    <message>
        <source>training,learn,fine-tune,model,review,captions,deep learning</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>entrenamiento,aprender,ajustar,modelo,revisión,frases,deep learning</translation>
    </message>
    <message>
        <source>trying the packages</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>se probaban los paquetes</translation>
    </message>
    <message>
        <source>updating pip</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>se actualizaba pip</translation>
    </message>
    <message>
        <source>was ended by signal {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>fue terminado por la señal {0}</translation>
    </message>
    <message>
        <source>web map,XYZ,WMS,WMTS,ArcGIS,tiles,basemap,download,clip,GeoTIFF,imagery</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>mapa web,XYZ,WMS,WMTS,ArcGIS,teselas,mapa base,descargar,recortar,GeoTIFF,imágenes</translation>
    </message>
    <message>
        <source>zones,zonal statistics,wards,districts,sum,summary,paragraph,change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>zonas,estadísticas zonales,barrios,distritos,suma,resumen,párrafo,detección de cambios</translation>
    </message>
    <message>
        <source>{0:g}–{1:g} m per pixel</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0:g}–{1:g} m por píxel</translation>
    </message>
    <message>
        <source>{0} % of the pixels did not come from the server; they count as no data.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El {0} % de los píxeles no llegó del servidor; cuentan como sin datos.</translation>
    </message>
    <message>
        <source>{0} % of the pixels lie in tiles of one colour, without a picture; they count as no data.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>El {0} % de los píxeles está en teselas de un solo color, sin imagen; cuentan como sin datos.</translation>
    </message>
    <message>
        <source>{0} (damaged)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} (dañado)</translation>
    </message>
    <message>
        <source>{0} (ships with the plugin)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} (viene con el complemento)</translation>
    </message>
    <message>
        <source>{0} also holds “{1}”, which would be lost. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} contiene también «{1}», que se perdería. Elija otro nombre para el resultado.</translation>
    </message>
    <message>
        <source>{0} cannot be opened as a raster.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} no se puede abrir como ráster.</translation>
    </message>
    <message>
        <source>{0} cannot be written. Close it elsewhere or choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se puede escribir {0}. Ciérrelo en otro sitio o elija otro nombre.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se puede escribir {0}: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se puede escribir {0}: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}. Correct that and try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se puede escribir {0}: {1}. Corríjalo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} cannot be written; is the disk full?</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se puede escribir {0}; ¿está lleno el disco?</translation>
    </message>
    <message>
        <source>{0} cannot make virtual environments. Install that part first (on Debian and Ubuntu: sudo apt install python3-venv) and try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} no puede crear entornos virtuales. Instale antes esa parte (en Debian y Ubuntu: sudo apt install python3-venv) e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} could not be removed: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se pudo quitar {0}: {1}.</translation>
    </message>
    <message>
        <source>{0} could not be started: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se pudo iniciar {0}: {1}</translation>
    </message>
    <message>
        <source>{0} finished tiles stay on the map as a temporary layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} teselas terminadas quedan en el mapa como capa temporal.</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} has come into being meanwhile; the result is in {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Entretanto apareció {0}; el resultado está en {1}.</translation>
    </message>
    <message>
        <source>{0} has {1:.1f} GB free; the engine needs {2} GB. Make room and try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} tiene {1:.1f} GB libres; el motor necesita {2} GB. Haga sitio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} holds something else than a result of Describe Changes. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} contiene otra cosa que un resultado de Describe Changes. Elija otro nombre para el resultado.</translation>
    </message>
    <message>
        <source>{0} holds something else than a time series. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} contiene algo que no es una serie temporal. Elija otro nombre para el resultado.</translation>
    </message>
    <message>
        <source>{0} holds {1} reviewed areas, which would be lost. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} contiene {1} áreas revisadas que se perderían. Elija otro nombre para el resultado.</translation>
    </message>
    <message>
        <source>{0} holds {1} reviewed tiles, which would be lost. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} contiene {1} teselas revisadas, que se perderían. Elija otro nombre para el resultado.</translation>
    </message>
    <message>
        <source>{0} is a folder. Give the name of a file to write.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} es una carpeta. Indique el nombre de un archivo.</translation>
    </message>
    <message>
        <source>{0} is missing. Install the plugin Describe Changes again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Falta {0}. Instale de nuevo el complemento Describe Changes.</translation>
    </message>
    <message>
        <source>{0} is named for two outputs. Give each a name of its own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} se nombra para dos salidas. Dé a cada una su propio nombre.</translation>
    </message>
    <message>
        <source>{0} is no environment of this plugin's and is left alone.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} no es un entorno de este complemento y no se toca.</translation>
    </message>
    <message>
        <source>{0} is not a layout template of QGIS; take the one that ships.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} no es una plantilla de diseño de QGIS; tome la incluida.</translation>
    </message>
    <message>
        <source>{0} is one of the inputs and would be overwritten. Choose another name for the output.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} es una de las entradas y se sobrescribiría. Elija otro nombre para la salida.</translation>
    </message>
    <message>
        <source>{0} is open in another program, or was not closed properly. Close it there, or choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} está abierto en otro programa o no se cerró bien. Ciérrelo allí o elija otro nombre.</translation>
    </message>
    <message>
        <source>{0} is open in the project as “{1}”. Choose another name for the result, or remove the layer first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} está abierto en el proyecto como «{1}». Elija otro nombre para el resultado o quite antes la capa.</translation>
    </message>
    <message>
        <source>{0} is there already and cannot be read. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ya existe y no se puede leer. Elija otro nombre para el resultado.</translation>
    </message>
    <message>
        <source>{0} is there already and cannot be written: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ya existe y no se puede escribir: {1}.</translation>
    </message>
    <message>
        <source>{0} is there already and is no {1} file. Choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} ya existe y no es un archivo {1}. Elija otro nombre.</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} of the images have no date yet; double-click to enter one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} de las imágenes aún no tienen fecha; haga doble clic para poner una.</translation>
    </message>
    <message>
        <source>{0} of them were finished by an earlier run.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} de ellos los terminó una ejecución anterior.</translation>
    </message>
    <message>
        <source>{0} of {1} tiles changed, {2} changed areas, {3}, in {4}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} de {1} teselas con cambios, {2} áreas cambiadas, {3}, en {4}.</translation>
    </message>
    <message>
        <source>{0} packages are installed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} paquetes instalados.</translation>
    </message>
    <message>
        <source>{0} pairs of dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} pares de fechas.</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} sites changed, {1} in all, found in {2} tiles in {3}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} sitios con cambios, {1} en total, hallados en {2} teselas en {3}.</translation>
    </message>
    <message>
        <source>{0} tiles on a grid of {1} × {2} pixels of {3} m.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} teselas en una cuadrícula de {1} × {2} píxeles de {3} m.</translation>
    </message>
    <message>
        <source>{0} tiles, {1} × {2} pixels of {3} m.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} teselas, {1} × {2} píxeles de {3} m.</translation>
    </message>
    <message>
        <source>{0} verdicts were taken over from “{1}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Se tomaron {0} veredictos de «{1}».</translation>
    </message>
    <message>
        <source>{0} × {1} pixels are more than the {2} that are fetched of a web map at once. Choose a smaller extent, or pixels of {3} m or more.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} píxeles son más que los {2} que se descargan de un mapa web de una vez. Elija una extensión menor o píxeles de {3} m o más.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels are too few to describe anything. Choose a larger extent, or smaller pixels.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} píxeles son muy pocos para describir algo. Elija una extensión mayor o píxeles más pequeños.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels of {2} m on the ground, about {3} tiles.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} píxeles de {2} m sobre el terreno, unas {3} teselas.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels of {2} m on the ground.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} píxeles de {2} m sobre el terreno.</translation>
    </message>
    <message>
        <source>{0} → {1}: {2} of {3} tiles changed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} → {1}: {2} de {3} teselas cambiadas.</translation>
    </message>
    <message>
        <source>{0}: {1} in one area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}: {1} en una superficie</translation>
    </message>
    <message>
        <source>{0}: {1} in {2} areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}: {1} en {2} áreas</translation>
    </message>
    <message>
        <source>“Resume” goes on from there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«Reanudar» sigue desde ahí.</translation>
    </message>
    <message>
        <source>“auto” computes on: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«auto» calcula en: {0}.</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” do not overlap on the ground. Choose rasters of the same place, or check their CRSs.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» y «{1}» no se superponen en el terreno. Elija ráster del mismo lugar o compruebe sus SRC.</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” do not overlap on the ground. Choose two rasters of the same place, or check their CRSs.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» y «{1}» no se superponen en el terreno. Elija dos ráster del mismo lugar o compruebe sus SRC.</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” have the same date ({2}). Correct one of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» y «{1}» tienen la misma fecha ({2}). Corrija una.</translation>
    </message>
    <message>
        <source>“{0}” cannot be edited.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no se puede editar.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written to. Export it to a GeoPackage and review that.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>No se puede escribir en «{0}». Exporte la capa a un GeoPackage y revise este.</translation>
    </message>
    <message>
        <source>“{0}” has no picture here at this resolution: {1} sent one colour only. Take larger pixels or another place.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no tiene imagen aquí con esta resolución: {1} envió un solo color. Tome píxeles más grandes u otro lugar.</translation>
    </message>
    <message>
        <source>“{0}” has no polygon. Choose another layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no tiene polígonos. Elija otra capa.</translation>
    </message>
    <message>
        <source>“{0}” has no polygons to stay within; select some, or leave it empty.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no tiene polígonos en los que quedarse; seleccione alguno o déjelo vacío.</translation>
    </message>
    <message>
        <source>“{0}” has none of the changed areas that “{1}” names. Choose the layer of the same run.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no contiene ninguna de las áreas cambiadas que nombra «{1}». Elija la capa de la misma ejecución.</translation>
    </message>
    <message>
        <source>“{0}” has other no-data values in one band than in another. Give all bands the same (Layer Properties ▸ Transparency), or write them into the file.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» tiene en una banda otros valores sin datos que en otra. Dé los mismos a todas las bandas (Propiedades de la capa ▸ Transparencia) o escríbalos en el archivo.</translation>
    </message>
    <message>
        <source>“{0}” has {1} bands; band {2} is not among them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» tiene {1} bandas; la banda {2} no está entre ellas.</translation>
    </message>
    <message>
        <source>“{0}” is imported.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» se ha importado.</translation>
    </message>
    <message>
        <source>“{0}” is in the series twice. Remove one of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» está dos veces en la serie. Quite una.</translation>
    </message>
    <message>
        <source>“{0}” is no address; it begins in https:// or s3://.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no es una dirección; empieza por https:// o s3://.</translation>
    </message>
    <message>
        <source>“{0}” is no export of reviewed tiles. Make one with “Export reviewed tiles for training” and name its folder.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no es una exportación de teselas revisadas. Haga una con «Exportar teselas revisadas para entrenar» e indique su carpeta.</translation>
    </message>
    <message>
        <source>“{0}” is no layer of changed areas.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no es una capa de áreas cambiadas.</translation>
    </message>
    <message>
        <source>“{0}” is no layer of sites or tiles. Take one that “Describe changes” has made.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no es una capa de sitios o teselas. Tome una hecha por «Describir cambios».</translation>
    </message>
    <message>
        <source>“{0}” is not a date. Write 2011, 2011-05, 2011-05-22 or 2007/2010.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no es una fecha. Escriba 2011, 2011-05, 2011-05-22 o 2007/2010.</translation>
    </message>
    <message>
        <source>“{0}” is not a file. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no es un archivo. Guárdelo antes como GeoTIFF (clic derecho ▸ Exportar ▸ Guardar como…).</translation>
    </message>
    <message>
        <source>“{0}” is not a list of bands. Write three numbers from 1, for example 3,2,1, and others by name, for example nir=4.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no es una lista de bandas. Escriba tres números desde 1, por ejemplo 3,2,1, y otras por su nombre, por ejemplo nir=4.</translation>
    </message>
    <message>
        <source>“{0}” is not a web map; it can be described as it is.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no es un mapa web; se puede describir tal como está.</translation>
    </message>
    <message>
        <source>“{0}” is not the name of exactly one of the images.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» no es el nombre de exactamente una de las imágenes.</translation>
    </message>
    <message>
        <source>“{0}” is now the file {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» es ahora el archivo {1}.</translation>
    </message>
    <message>
        <source>“{0}” is removed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» se ha quitado.</translation>
    </message>
    <message>
        <source>“{0}” is still being filled. Wait until the run has ended.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» aún se está llenando. Espere a que acabe la ejecución.</translation>
    </message>
    <message>
        <source>“{0}” is taken in the CRS that its layer has in QGIS: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» se toma en el SRC que su capa tiene en QGIS: {1}.</translation>
    </message>
    <message>
        <source>“{0}” was there already and stays as it is.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>«{0}» ya existía y queda como está.</translation>
    </message>
</context>
</TS>
