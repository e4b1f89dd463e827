<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>DescribeChanges</name>
    <message>
        <source> It may have run out of memory; a smaller extent needs less.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>可能是内存不足;范围小一些需要的内存更少。</translation>
    </message>
    <message>
        <source>%v of %m judged</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已判定 %v / %m</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>添加(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之后(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之前(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>取消(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Check engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>检查引擎(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Describe changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>描述变化(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Describe series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>描述序列(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Describe the example</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>描述示例(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Engine settings</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎设置(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Install engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>安装引擎(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Install the engine and describe the example</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>安装引擎并描述示例(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>修复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>保存到(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Show this page when the panel opens</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>打开面板时显示此页(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Zones</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>分区(&amp;Z)</translation>
    </message>
    <message>
        <source>, {0} left</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>，剩余 {0}</translation>
    </message>
    <message>
        <source>, {0} tiles/s</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>，{0} 图块/秒</translation>
    </message>
    <message>
        <source>16 pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>16 个像元</translation>
    </message>
    <message>
        <source>2011, 2011-05 or 2011-05-22; empty: what the file says</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>2011、2011-05 或 2011-05-22;留空:以文件为准</translation>
    </message>
    <message>
        <source>&lt;p&gt;Compares two dated rasters of the same place. Each site where something changed gets a sentence, its classes and its area, measured on the change mask; a site is made of changed areas that touch or lie close together. The areas themselves, and the tiles that were looked at, are layers of their own.&lt;/p&gt;&lt;p&gt;The rasters may lie in different CRSs and have different resolutions. Dates are taken from the layers' temporal properties, the files' metadata or their names unless typed in.&lt;/p&gt;&lt;p&gt;The layers open in the Temporal Controller and show both dates, sentence and facts as map tips. The sentences are a model's: check them against the imagery.&lt;/p&gt;&lt;p&gt;The computing is done by the engine (Settings ▸ Options… ▸ Describe Changes).&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;比较同一地点两个日期的栅格。每个发生变化的地点都有一句描述、类别和面积，均由变化掩膜测得；一个地点由相互接触或相距很近的变化区域组成。变化区域本身以及所查看的图块是单独的图层。&lt;/p&gt;&lt;p&gt;两幅栅格可以使用不同的坐标参照系和分辨率。若未输入日期,则取自图层的时间属性、文件的元数据或文件名。&lt;/p&gt;&lt;p&gt;图层可在时态控制器中打开,并以地图提示显示两个日期、语句和数据。语句出自模型:请对照影像核实。&lt;/p&gt;&lt;p&gt;计算由引擎完成(设置 ▸ 选项… ▸ Describe Changes)。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes a part of a web map (XYZ, WMS, WMTS, a map service of ArcGIS) into a GeoTIFF, which “Describe changes” can read. Where the server has tiles, those of the resolution nearest to the one that is wanted are taken as they are.&lt;/p&gt;&lt;p&gt;What did not come, and tiles of one colour only, become places without data. A picture that a server makes to say that it has none is taken for a picture: look at what came.&lt;/p&gt;&lt;p&gt;A web map has no date and often several: look up when its pictures were taken here.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;将网络地图（XYZ、WMS、WMTS、ArcGIS 地图服务）的一部分下载为 GeoTIFF，供“描述变化”读取。若服务器提供瓦片，则原样采用与所需分辨率最接近的瓦片。&lt;/p&gt;&lt;p&gt;未能下载的部分以及只有一种颜色的瓦片成为无数据区域。服务器用来表示“没有影像”的图片会被当作影像：请查看下载的结果。&lt;/p&gt;&lt;p&gt;网络地图没有日期，且往往有多个日期：请查明此处影像的拍摄时间。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes a result as it is now, verdicts and sentences of the review included, also those that are not saved yet, and writes it for other programs. The ending of the file's name says the format.&lt;/p&gt;&lt;p&gt;GeoJSON, FlatGeobuf, GeoParquet and CSV hold one layer, the sites unless you choose another; Excel has a sheet for each layer but the tiles; a GeoPackage holds all of them, with their styles.&lt;/p&gt;&lt;p&gt;An existing file is replaced only if an earlier export wrote it and nobody has edited it since.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;使用结果的当前状态,包括审核的判定和语句(含尚未保存的),并写给其他程序使用。文件名的扩展名决定格式。&lt;/p&gt;&lt;p&gt;GeoJSON、FlatGeobuf、GeoParquet 和 CSV 只含一个图层,默认为地点;Excel 除图块外每个图层一张表;GeoPackage 包含所有图层及其样式。&lt;/p&gt;&lt;p&gt;只有先前导出写入且此后无人编辑的文件才会被替换。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes a result as it is now, without what was rejected in the review, and says of every zone how many sites changed there, how much ground, what part of what was examined, and what it was, in one measured paragraph.&lt;/p&gt;&lt;p&gt;An area that straddles zones gives each of them its part; zones that do not overlap and what lies outside all of them add up to the whole. Features of one name are one zone.&lt;/p&gt;&lt;p&gt;The examined ground is that of the tiles. Where they hold places without data it is estimated, and the log says so; zones given to the engine's command &lt;i&gt;describe --zones&lt;/i&gt; have it to the pixel.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;使用结果的当前状态,不含审核中被拒绝的内容,并用一段测量得出的话说明每个分区有多少地点发生变化、面积多少、占已检查部分的比例以及是什么变化。&lt;/p&gt;&lt;p&gt;跨越分区的区域按部分计入各分区;互不重叠的分区与所有分区之外的部分相加等于整体。同名要素为一个分区。&lt;/p&gt;&lt;p&gt;已检查的地面为图块的地面。图块含无数据处时为估算值,日志会说明;传给引擎命令 &lt;i&gt;describe --zones&lt;/i&gt; 的分区可精确到像素。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes the sites that &lt;i&gt;Describe changes&lt;/i&gt; has made, as they are now: verdicts and sentences of the review are honoured, also those that are not saved yet.&lt;/p&gt;&lt;p&gt;The &lt;b&gt;HTML page&lt;/b&gt; is one file that needs no network: what changed in one paragraph, a map with numbered sites on which the two dates can be swiped, and a card for each site. The &lt;b&gt;PDF&lt;/b&gt; has a title page with a chart and a table by class, the map, the zones, one page per site with both dates, the changed areas, sentence and facts, and a page that says how it was made; bookmarks lead to them.&lt;/p&gt;&lt;p&gt;The images are the project's layers the result was made from, else the files that the result names; give them below where neither is found.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;使用&lt;i&gt;描述变化&lt;/i&gt;生成的地点的当前状态:遵循审核中的判定和语句,包括尚未保存的。&lt;/p&gt;&lt;p&gt;&lt;b&gt;HTML 页面&lt;/b&gt;是一个无需网络的文件:一段话说明变化,一幅带编号地点、可在两个日期之间滑动的地图,以及每个地点的卡片。&lt;b&gt;PDF&lt;/b&gt; 包含带图表和分类表的封面、地图、分区、每个地点一页(两个日期、变化区域、语句和事实),以及说明制作方式的一页;书签可直达各页。&lt;/p&gt;&lt;p&gt;影像取自项目中生成结果所用的图层,否则取自结果中指明的文件;两者都找不到时请在下方指定。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes two or more dated rasters of the same place and describes what changed from each to the next, or from the first to each. All tiles and changed areas go into one GeoPackage; each carries the two dates it was seen between, so the Temporal Controller can play them.&lt;/p&gt;&lt;p&gt;The table “summary” holds the changed area per pair and class; the chart shows it.&lt;/p&gt;&lt;p&gt;A cancelled run goes on where it stopped when it is started again with the same result file: finished pairs are not computed again, even if rasters were added.&lt;/p&gt;&lt;p&gt;What the model takes for change – another season, shadows – counts too: check the figures against the images, above all where the resolution lies outside what the model was trained on.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;采用同一地点的两幅或更多有日期的栅格,描述每一幅到下一幅、或第一幅到每一幅之间的变化。所有图块和变化区域都写入一个 GeoPackage;每个都带有观察所在的两个日期,因此可用时态控制器播放。&lt;/p&gt;&lt;p&gt;“summary”表记录各影像对、各类别的变化面积;图表加以显示。&lt;/p&gt;&lt;p&gt;被取消的运行在用同一结果文件重新启动时会从停下的地方继续:已完成的影像对不会重新计算,即使又添加了栅格。&lt;/p&gt;&lt;p&gt;模型认作变化的内容——不同季节、阴影——也会计入:请对照影像核实数字,尤其是分辨率超出模型训练范围时。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes what &lt;i&gt;Export reviewed tiles for training&lt;/i&gt; has written and lets a model learn from it, your own words included. The log says beforehand how long it will take; a CPU needs minutes.&lt;/p&gt;&lt;p&gt;The new model is measured beside the old one on the held-out tiles, and appears in the list of models unless it is worse at something; then it lies beside the exported tiles, from where &lt;i&gt;Models… ▸ Import&lt;/i&gt; takes it if you want it all the same. The old one stays as it is. So that the new one does not forget what the old one knew, it is kept close to it; where the data that it once learned from is at hand, name it as &lt;i&gt;old data&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;This needs the training packages in the engine's Python; if they are missing, &lt;i&gt;Add training packages&lt;/i&gt; in Settings ▸ Options… ▸ Describe Changes gets them.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;使用&lt;i&gt;导出已审核的图块用于训练&lt;/i&gt;所写的数据让模型学习,包括您自己的措辞。日志会事先说明所需时间;CPU 需要几分钟。&lt;/p&gt;&lt;p&gt;新模型与旧模型在保留的图块上对比测量,若没有任何方面变差则出现在模型列表中;否则放在导出的图块旁,如果仍想使用,可用&lt;i&gt;模型… ▸ 导入&lt;/i&gt;。旧模型保持不变。为避免新模型遗忘,它会与旧模型保持接近;如有其当初学习的数据,请填为&lt;i&gt;旧数据&lt;/i&gt;。&lt;/p&gt;&lt;p&gt;这需要引擎 Python 中的训练包;若缺少,可用“设置 ▸ 选项… ▸ Describe Changes”中的&lt;i&gt;添加训练包&lt;/i&gt;获取。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Writes each tile that you accepted or reworded in the review as a pair of images with your sentence and a mask of its changed areas, as you left their outlines; areas that you rejected are left out. Verdicts that are not saved yet count too.&lt;/p&gt;&lt;p&gt;Some tiles at one side of the area are &lt;b&gt;held out&lt;/b&gt;: nothing is learned from them, so that the old and the new model can be compared on them. Tiles that overlap held-out ones are left out.&lt;/p&gt;&lt;p&gt;The folder has the layout of LEVIR-CC and holds the place of each pair, where everything came from, and a licence sentence. &lt;i&gt;Fine-tune a model on reviewed tiles&lt;/i&gt; reads it, and so does &lt;code&gt;describe-changes train&lt;/code&gt;.&lt;/p&gt;</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>&lt;p&gt;把您在审核中接受或改写的每个图块写成一对影像,附您的语句及其变化区域的掩膜(按您留下的轮廓);您否决的区域会略去。尚未保存的判定也算在内。&lt;/p&gt;&lt;p&gt;区域一侧的部分图块会被&lt;b&gt;留作检验&lt;/b&gt;:不用于学习,以便在其上对比新旧模型。与留作检验的图块重叠的图块会略去。&lt;/p&gt;&lt;p&gt;该文件夹采用 LEVIR-CC 的结构,包含每对影像的位置、来源和一句许可说明。&lt;i&gt;用已审核的图块微调模型&lt;/i&gt;可以读取它,&lt;code&gt;describe-changes train&lt;/code&gt; 也可以。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A GeoPackage for the result. Left empty, it lies beside the project under a name made of the images' names, or in your data folder where the project is not saved yet. What is there already stays.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用于保存结果的 GeoPackage。留空时放在工程旁边，文件名由影像名称组成；工程尚未保存时放在您的数据文件夹中。已有的文件会保留。</translation>
    </message>
    <message>
        <source>A GeoTIFF for the class of every pixel. Left empty, none is written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>记录每个像元类别的 GeoTIFF。留空则不写。</translation>
    </message>
    <message>
        <source>A GeoTIFF of red, green, blue and alpha. A date in its name is found by “Describe changes”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>由红、绿、蓝和 alpha 组成的 GeoTIFF。“描述变化”能从文件名中识别日期。</translation>
    </message>
    <message>
        <source>A Python that already has the engine's packages. Left empty, it is found automatically.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已装有引擎软件包的 Python。留空则自动查找。</translation>
    </message>
    <message>
        <source>A feature could not be written: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法写入一个要素:{0}</translation>
    </message>
    <message>
        <source>A first result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>第一个结果</translation>
    </message>
    <message>
        <source>A layer of XYZ tiles, of a WMS or WMTS, or of a map or image service of ArcGIS.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>XYZ 瓦片、WMS 或 WMTS、ArcGIS 地图或影像服务的图层。</translation>
    </message>
    <message>
        <source>A layer that “Describe changes” has made, or the GeoPackage of a result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“描述变化”生成的图层，或结果的 GeoPackage。</translation>
    </message>
    <message>
        <source>A new or an empty folder.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>新的或空的文件夹。</translation>
    </message>
    <message>
        <source>A page of a report</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>报告的一页</translation>
    </message>
    <message>
        <source>A picture for the head of the report. Remembered for the next report.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用于报告页首的图片。为下一份报告记住。</translation>
    </message>
    <message>
        <source>A rectangle drawn on the map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>在地图上绘制的矩形</translation>
    </message>
    <message>
        <source>A report as a web page. Left empty, none is written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>网页形式的报告。留空则不写。</translation>
    </message>
    <message>
        <source>A result in QGIS</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>QGIS 中的一个结果</translation>
    </message>
    <message>
        <source>A review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>一次审阅</translation>
    </message>
    <message>
        <source>A sentence that goes with the data set and on the card of every model that learns from it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>随数据集附带的一句话,也会写在由它学习的每个模型的说明卡上。</translation>
    </message>
    <message>
        <source>A time series in QGIS</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>QGIS 中的时间序列</translation>
    </message>
    <message>
        <source>A time series needs at least two images of different dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>时间序列至少需要两幅不同日期的影像。</translation>
    </message>
    <message>
        <source>A web map has no edge: choose the extent to be described, for example the map canvas as it is now.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>网络地图没有边界：请选择要描述的范围，例如当前的地图画布。</translation>
    </message>
    <message>
        <source>A web map says no date: look up when its pictures were taken, and type it above.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>网络地图不带日期：请查明其影像的拍摄时间，并填在上方。</translation>
    </message>
    <message>
        <source>A4 pages to print or to send.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>可打印或发送的 A4 页面。</translation>
    </message>
    <message>
        <source>About 1.5 GB are fetched once. The neural network runs in a Python environment of its own; QGIS's stays as it is. For an NVIDIA graphics card, install the engine in the settings instead.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>约 1.5 GB，只需下载一次。神经网络在自己的 Python 环境中运行，QGIS 的环境保持不变。若使用 NVIDIA 显卡，请改在设置中安装引擎。</translation>
    </message>
    <message>
        <source>About {0} at {1} tiles/s, as measured on {2} ({3}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>约 {0},按 {1} 图块/秒,于 {2} 实测({3})。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>接受</translation>
    </message>
    <message>
        <source>Add &amp;training packages</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>添加训练包(&amp;T)</translation>
    </message>
    <message>
        <source>Add rasters of the project</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>添加项目中的栅格</translation>
    </message>
    <message>
        <source>Add the training packages of Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>添加 Describe Changes 的训练包</translation>
    </message>
    <message>
        <source>Adding up the zones…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在汇总分区…</translation>
    </message>
    <message>
        <source>Address of a GeoTIFF (best cloud-optimised) or of a STAC item, by https or s3:</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoTIFF（最好是云优化的）或 STAC 条目的地址，使用 https 或 s3：</translation>
    </message>
    <message>
        <source>Adds rasters of the project to the series.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把项目中的栅格加入序列。</translation>
    </message>
    <message>
        <source>Adds the tiles and changed areas to the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把图块和变化区域添加到项目。</translation>
    </message>
    <message>
        <source>Adds up a result by polygons such as wards, lots or fields, with a paragraph for each</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>按街区、地块或田块等多边形汇总结果,并为每个写一段话</translation>
    </message>
    <message>
        <source>After</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之后</translation>
    </message>
    <message>
        <source>After: blue band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之后：蓝波段</translation>
    </message>
    <message>
        <source>After: green band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之后：绿波段</translation>
    </message>
    <message>
        <source>After: near infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之后：近红外波段</translation>
    </message>
    <message>
        <source>After: red band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之后：红波段</translation>
    </message>
    <message>
        <source>After: short-wave infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之后：短波红外波段</translation>
    </message>
    <message>
        <source>After: the later image</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之后:较晚的影像</translation>
    </message>
    <message>
        <source>After: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之后:{0}</translation>
    </message>
    <message>
        <source>All classes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>All rasters of the project</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>项目中的所有栅格</translation>
    </message>
    <message>
        <source>All sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>所有地点</translation>
    </message>
    <message>
        <source>All that both images cover</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>两幅影像共同覆盖的全部</translation>
    </message>
    <message>
        <source>Allow reading from &amp;servers</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>允许从服务器读取(&amp;S)</translation>
    </message>
    <message>
        <source>Allow reading from servers</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>允许从服务器读取</translation>
    </message>
    <message>
        <source>Also tiles without a verdict</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>也包括没有判定的图块</translation>
    </message>
    <message>
        <source>An image that is a web map (XYZ, WMS, WMTS, ArcGIS) is fetched for the extent into a file beside the result first; where its server has tiles, in their nearest resolution. Look at its terms before.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>作为影像的网络地图（XYZ、WMS、WMTS、ArcGIS）会先按范围下载为结果旁边的文件；若服务器提供瓦片，则取其最接近的分辨率。请事先查看其条款。</translation>
    </message>
    <message>
        <source>An installed model, or the folder or zip file of a model pack</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已安装的模型,或模型包的文件夹或 zip 文件</translation>
    </message>
    <message>
        <source>Area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>面积</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>面积 (m²)</translation>
    </message>
    <message>
        <source>Area no.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>区域编号</translation>
    </message>
    <message>
        <source>Ask (in English): houses gone, larger than 200 m2, in the south-west</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>提问（英文）：houses gone, larger than 200 m2, in the south-west</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在询问引擎…</translation>
    </message>
    <message>
        <source>Author</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>作者</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>自动</translation>
    </message>
    <message>
        <source>Automatic: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>自动:{0}</translation>
    </message>
    <message>
        <source>Ba&amp;nds</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>波段(&amp;N)</translation>
    </message>
    <message>
        <source>Bands</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>波段</translation>
    </message>
    <message>
        <source>Bands of “{0}” as its layer shows them: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”的波段按其图层的显示方式：{1}。</translation>
    </message>
    <message>
        <source>Bands: red, green, blue</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>波段:红、绿、蓝</translation>
    </message>
    <message>
        <source>Before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之前</translation>
    </message>
    <message>
        <source>Before and after are the same file: {0}. Choose two different dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>前后两幅是同一个文件:{0}。请选择两个不同日期的影像。</translation>
    </message>
    <message>
        <source>Before: blue band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之前：蓝波段</translation>
    </message>
    <message>
        <source>Before: green band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之前：绿波段</translation>
    </message>
    <message>
        <source>Before: near infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之前：近红外波段</translation>
    </message>
    <message>
        <source>Before: red band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之前：红波段</translation>
    </message>
    <message>
        <source>Before: short-wave infrared band</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之前：短波红外波段</translation>
    </message>
    <message>
        <source>Before: the earlier image</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之前:较早的影像</translation>
    </message>
    <message>
        <source>Before: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>之前:{0}</translation>
    </message>
    <message>
        <source>Beware</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>注意</translation>
    </message>
    <message>
        <source>Blink</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>闪烁对比</translation>
    </message>
    <message>
        <source>Both dates of a site as pictures, for map tips.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>以图片显示地点的两个日期,用于地图提示。</translation>
    </message>
    <message>
        <source>Both images have the same date ({0}). Correct one of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>两幅影像的日期相同({0})。请更正其中一个。</translation>
    </message>
    <message>
        <source>Buildings told apart</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>可区分的建筑数</translation>
    </message>
    <message>
        <source>By class</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By it vegetation and water are measured. Not set: what the file says. Near infrared is needed in both images; short-wave infrared makes water surer and adds bare ground.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用它测量植被和水体。未设置:以文件为准。两幅影像都需要近红外;短波红外使水体更可靠,并增加裸地。</translation>
    </message>
    <message>
        <source>By place</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>按位置</translation>
    </message>
    <message>
        <source>CPU (about 1.5 GB)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>CPU(约 1.5 GB)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Cancelled. No data set was written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已取消。没有写入数据集。</translation>
    </message>
    <message>
        <source>Cancelled. No layer was written.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已取消。没有写入图层。</translation>
    </message>
    <message>
        <source>Cancelled. No model was made.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已取消。没有生成模型。</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>确定程度</translation>
    </message>
    <message>
        <source>Change mas&amp;k</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化掩膜(&amp;K)</translation>
    </message>
    <message>
        <source>Change mask</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化掩膜</translation>
    </message>
    <message>
        <source>Change probabilities</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化概率</translation>
    </message>
    <message>
        <source>Change score (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化得分 (0–1)</translation>
    </message>
    <message>
        <source>Changed</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>有变化</translation>
    </message>
    <message>
        <source>Changed area (m²)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化面积(m²)</translation>
    </message>
    <message>
        <source>Changed area ({0})</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化面积({0})</translation>
    </message>
    <message>
        <source>Changed area per class and pair of dates</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>各类别、各日期对的变化面积</translation>
    </message>
    <message>
        <source>Changed areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化区域</translation>
    </message>
    <message>
        <source>Changed areas smaller than this are left out, as polygons and in the facts.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>小于此值的变化区域会略去,多边形和数据中都不计。</translation>
    </message>
    <message>
        <source>Changed areas smaller than this are left out. Empty: specks below 16 pixels are.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>小于此值的变化区域会略去。留空:略去小于 16 个像元的斑点。</translation>
    </message>
    <message>
        <source>Changed only</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>仅有变化的</translation>
    </message>
    <message>
        <source>Changed share (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化比例 (0–1)</translation>
    </message>
    <message>
        <source>Changes by zone</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>按分区统计变化</translation>
    </message>
    <message>
        <source>Char&amp;t page</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图表页面(&amp;G)</translation>
    </message>
    <message>
        <source>Chart</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图表</translation>
    </message>
    <message>
        <source>Check engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>检查引擎</translation>
    </message>
    <message>
        <source>Checking the files of “{0}”…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在检查“{0}”的文件…</translation>
    </message>
    <message>
        <source>Choose the earlier and the later image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>请选择较早和较晚的影像。</translation>
    </message>
    <message>
        <source>Choose the layer whose polygons say where to look.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>请选择一个图层,由其多边形指明查看何处。</translation>
    </message>
    <message>
        <source>Choose the red, the green and the blue band of the {0} image, or none of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>请为“{0}”影像选择红、绿、蓝三个波段，或者都不选。</translation>
    </message>
    <message>
        <source>Class</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>类别</translation>
    </message>
    <message>
        <source>Class of the changed areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化区域的类别</translation>
    </message>
    <message>
        <source>Clip a web map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>裁剪网络地图</translation>
    </message>
    <message>
        <source>Clip of the web map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>网络地图的裁剪结果</translation>
    </message>
    <message>
        <source>Com&amp;pare each image with</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每幅影像对比(&amp;P)</translation>
    </message>
    <message>
        <source>Comp&amp;ute on</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>计算设备(&amp;U)</translation>
    </message>
    <message>
        <source>Compare each image with</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每幅影像对比</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Computing on {0} with model “{1}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>在 {0} 上用模型“{1}”计算。</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Confidence (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>置信度 (0–1)</translation>
    </message>
    <message>
        <source>Connected changed areas of one class each; they are the parts of the sites.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>各属一类的连通变化区域;它们是地点的组成部分。</translation>
    </message>
    <message>
        <source>Data set that the model has learned from before; its pairs are shown among the new ones.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型先前学习过的数据集;其影像对会穿插在新的影像对之间。</translation>
    </message>
    <message>
        <source>Date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>日期</translation>
    </message>
    <message>
        <source>Date after</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>后期日期</translation>
    </message>
    <message>
        <source>Date before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>前期日期</translation>
    </message>
    <message>
        <source>Date of the earlier image: 2011, 2011-05 or 2011-05-22, with a time if you like. Left empty it is taken from the layer's temporal properties, the file's metadata or its name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>较早影像的日期:2011、2011-05 或 2011-05-22,也可带时间。留空则取自图层的时间属性、文件的元数据或文件名。</translation>
    </message>
    <message>
        <source>Date of the later image, written and found like the earlier one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>较晚影像的日期,写法和来源与较早影像相同。</translation>
    </message>
    <message>
        <source>Dates</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>日期</translation>
    </message>
    <message>
        <source>Dates joined by semicolons, in the order of the images (2009-08-18; ; 2012-07), or as NAME=DATE. Left empty they are taken from the layers' temporal properties, the files' metadata or their names.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>以分号分隔的日期,按影像顺序(2009-08-18; ; 2012-07),或写作 名称=日期。留空则取自图层的时间属性、文件的元数据或文件名。</translation>
    </message>
    <message>
        <source>Describe</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>描述</translation>
    </message>
    <message>
        <source>Describe &amp;your own images</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>描述您自己的影像(&amp;Y)</translation>
    </message>
    <message>
        <source>Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes</translation>
    </message>
    <message>
        <source>Describe Changes has no engine yet. Open Settings ▸ Options… ▸ Describe Changes and press “Install engine”, or name a Python there that already has it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes 还没有引擎。请打开“设置 ▸ 选项… ▸ Describe Changes”并按“安装引擎”,或在那里指定一个已有引擎的 Python。</translation>
    </message>
    <message>
        <source>Describe Changes tells in words, masks and measured facts what changed between two dated rasters. Nothing leaves your computer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes 用文字、掩膜和实测数据说明两幅有日期的栅格之间发生了什么变化。任何内容都不会离开您的计算机。</translation>
    </message>
    <message>
        <source>Describe Changes…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>描述变化…</translation>
    </message>
    <message>
        <source>Describe a time series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>描述时间序列</translation>
    </message>
    <message>
        <source>Describe changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>描述变化</translation>
    </message>
    <message>
        <source>Described tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已描述的图块</translation>
    </message>
    <message>
        <source>Described tiles ({0} of {1})</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已描述的图块({0}/{1})</translation>
    </message>
    <message>
        <source>Described {0} of {1} sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已描述 {0}/{1} 个地点</translation>
    </message>
    <message>
        <source>Described {0} of {1} tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已描述 {0}/{1} 个图块</translation>
    </message>
    <message>
        <source>Describes the changes in the background. Tiles appear on the map as they are finished.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>在后台描述变化。图块完成后即出现在地图上。</translation>
    </message>
    <message>
        <source>Describes the series in the background.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>在后台描述该序列。</translation>
    </message>
    <message>
        <source>Describing changes…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在描述变化…</translation>
    </message>
    <message>
        <source>Description</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>描述</translation>
    </message>
    <message>
        <source>Dev&amp;ice</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>Device</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>设备</translation>
    </message>
    <message>
        <source>Devices: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>设备:{0}。</translation>
    </message>
    <message>
        <source>Divides the map: the earlier image on one side, the later one on the other; move the line.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把地图一分为二:一侧是较早影像,另一侧是较晚影像;可移动分界线。</translation>
    </message>
    <message>
        <source>Double-click a date to correct it: 2011, 2011-05 or 2011-05-22</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>双击日期可更正:2011、2011-05 或 2011-05-22</translation>
    </message>
    <message>
        <source>Drawing the changed areas…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在绘制变化区域…</translation>
    </message>
    <message>
        <source>Draws the tiles of the coming run on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>在地图上画出即将运行的图块。</translation>
    </message>
    <message>
        <source>Earlier date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>较早日期</translation>
    </message>
    <message>
        <source>Earlier date, end</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>较早日期（结束）</translation>
    </message>
    <message>
        <source>Edit outlines</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>编辑轮廓</translation>
    </message>
    <message>
        <source>Empty: as many as fit the number of tiles, 60 to 400.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>留空:按图块数量而定,60 到 400。</translation>
    </message>
    <message>
        <source>Empty: what has proved itself.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>留空:经验证有效的值。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Engine {0} with {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎 {0},含 {1}。</translation>
    </message>
    <message>
        <source>Engine's &amp;Python</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎的 Python(&amp;P)</translation>
    </message>
    <message>
        <source>Every file was verified by its checksum.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每个文件都已用校验和验证。</translation>
    </message>
    <message>
        <source>Everything needed is here.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>所需的一切都已具备。</translation>
    </message>
    <message>
        <source>Export a result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>Export reviewed tiles for training</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>导出已审核的图块用于训练</translation>
    </message>
    <message>
        <source>Extent</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>范围</translation>
    </message>
    <message>
        <source>Extent to describe</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>要描述的范围</translation>
    </message>
    <message>
        <source>Facts</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>数据</translation>
    </message>
    <message>
        <source>Facts, measured on the change mask</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>事实（由变化掩膜测得）</translation>
    </message>
    <message>
        <source>Features of one name are one zone. Not set: each feature is a zone and called by its number.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>同名要素为一个分区。未设置:每个要素为一个分区,以其编号命名。</translation>
    </message>
    <message>
        <source>Fetch “{0}”</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>下载“{0}”</translation>
    </message>
    <message>
        <source>Fetched from {0} on {1}, in pixels of {2} m on the ground.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>于 {1} 从 {0} 下载，像元地面边长 {2} 米。</translation>
    </message>
    <message>
        <source>Fetched {0} of {1} parts from the server</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已从服务器获取 {0}/{1} 部分</translation>
    </message>
    <message>
        <source>Fetches a part of an XYZ, WMS, WMTS or ArcGIS layer into a GeoTIFF that can be described</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>将 XYZ、WMS、WMTS 或 ArcGIS 图层的一部分下载为可供描述的 GeoTIFF</translation>
    </message>
    <message>
        <source>Fetches what fine-tuning needs into that environment; the engine stays as it is.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>将微调所需的包下载到该环境;引擎保持不变。</translation>
    </message>
    <message>
        <source>Fetching {0}…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在获取 {0}…</translation>
    </message>
    <message>
        <source>Fetching “{0}” from {1}…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在从 {1} 下载“{0}”…</translation>
    </message>
    <message>
        <source>Fetching “{0}”…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在下载“{0}”…</translation>
    </message>
    <message>
        <source>Field of the zones' names</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>分区名称字段</translation>
    </message>
    <message>
        <source>File</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>文件</translation>
    </message>
    <message>
        <source>File of the unfinished work</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>未完成工作的文件</translation>
    </message>
    <message>
        <source>Filter: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>筛选条件：{0}</translation>
    </message>
    <message>
        <source>Fine-tune a model on reviewed tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用已审核的图块微调模型</translation>
    </message>
    <message>
        <source>Folder</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder of exported tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已导出图块的文件夹</translation>
    </message>
    <message>
        <source>Folder of layout templates (empty: those that ship)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>布局模板文件夹(留空:随插件提供的模板)</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>数据集文件夹</translation>
    </message>
    <message>
        <source>Folder of the new model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>新模型的文件夹</translation>
    </message>
    <message>
        <source>Found, but too old or too new: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>找到了,但版本过旧或过新:{0}。</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>从文件(&amp;F)…</translation>
    </message>
    <message>
        <source>From a &amp;server…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>从服务器(&amp;S)…</translation>
    </message>
    <message>
        <source>From files…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>GeoPackage of the result. Left empty: {0}. A file that is there already is never overwritten.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>结果的 GeoPackage。留空则为：{0}。已有的文件绝不会被覆盖。</translation>
    </message>
    <message>
        <source>GeoPackage with the layers of tiles and changed areas of all pairs and the table “summary”. A file of your own can be gone on with after a cancel.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>包含所有影像对的图块图层、变化区域图层和“summary”表的 GeoPackage。使用自己的文件时,取消后可以继续。</translation>
    </message>
    <message>
        <source>GeoTIFF (*.tif)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <source>Gives the verdict again that was taken back last.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>重新给出最后撤回的判定。</translation>
    </message>
    <message>
        <source>Go on with this job where a cancelled or failed run has left it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>从被取消或失败的运行停下的地方继续此任务</translation>
    </message>
    <message>
        <source>Go on with unfinished work</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>继续未完成的工作</translation>
    </message>
    <message>
        <source>Goes on where a cancelled or broken run of the same images and settings was left.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>从相同影像和设置的被取消或失败的运行停下的地方继续。</translation>
    </message>
    <message>
        <source>Goes to the next site of the list.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>转到列表中的下一个地点。</translation>
    </message>
    <message>
        <source>Goes to the site before.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>转到上一个地点。</translation>
    </message>
    <message>
        <source>Goes to the tab in which two rasters of your own are chosen.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>转到选择您自己的两幅栅格的标签页。</translation>
    </message>
    <message>
        <source>Going on with what an earlier run has finished.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>从先前运行已完成的部分继续。</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>HTML 页面</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>高度（像元）</translation>
    </message>
    <message>
        <source>Holds report_cover.qpt and report_site.qpt, changed to your taste in the layout designer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>包含 report_cover.qpt 和 report_site.qpt,可在布局设计器中按需修改。</translation>
    </message>
    <message>
        <source>How far neighbouring tiles overlap; must be less than the tile size. Empty: the model's own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>相邻图块的重叠;必须小于图块大小。留空:模型自身的值。</translation>
    </message>
    <message>
        <source>How long they take is known after the first run with this model on this device.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>在此设备上用此模型第一次运行之后才知道需要多长时间。</translation>
    </message>
    <message>
        <source>How many pixels neighbouring tiles share, so that nothing is lost at their edges.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>相邻图块共用多少像元,以免边缘处有遗漏。</translation>
    </message>
    <message>
        <source>How much is fetched of each web map, whose it is, and what to think of before it is stored.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每个网络地图下载多少、归谁所有，以及保存之前要考虑什么。</translation>
    </message>
    <message>
        <source>How often a pair of the old data is shown for each reviewed one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每个已审核的图块对应显示多少次旧数据的影像对。</translation>
    </message>
    <message>
        <source>How sure the model must be of a pixel. Lower finds more, and more that is wrong.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型对一个像元需要多大把握。值越低找到的越多,错误也越多。</translation>
    </message>
    <message>
        <source>If left out</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>省略时</translation>
    </message>
    <message>
        <source>Image</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>影像</translation>
    </message>
    <message>
        <source>Image on a server</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>服务器上的影像</translation>
    </message>
    <message>
        <source>Images</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>影像</translation>
    </message>
    <message>
        <source>Images may be GeoTIFFs on servers (/vsicurl/https://…, /vsis3/…). What is needed of them is copied into the user's cache first. Off: nothing is asked of any server.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>影像可以是服务器上的 GeoTIFF（/vsicurl/https://…、/vsis3/…）。所需部分会先复制到用户缓存。关闭：不向任何服务器请求。</translation>
    </message>
    <message>
        <source>Images may then be GeoTIFFs and STAC items by https and s3</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>影像便可以是通过 https 和 s3 访问的 GeoTIFF 和 STAC 条目</translation>
    </message>
    <message>
        <source>Images of the series with their dates</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>序列的影像及其日期</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>导入文件夹…(&amp;F)</translation>
    </message>
    <message>
        <source>Import &amp;zip…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>导入 zip…(&amp;Z)</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>In Python and in batches</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>在 Python 和批处理中</translation>
    </message>
    <message>
        <source>In scripts</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>脚本中的名称</translation>
    </message>
    <message>
        <source>In which order the sites come.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>地点的排列顺序。</translation>
    </message>
    <message>
        <source>Install the engine of Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>安装 Describe Changes 的引擎</translation>
    </message>
    <message>
        <source>Installation</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>安装</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已安装的模型</translation>
    </message>
    <message>
        <source>Installing the packages. This takes a few minutes.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在安装软件包，需要几分钟。</translation>
    </message>
    <message>
        <source>Its ending says the format.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>其扩展名决定格式。</translation>
    </message>
    <message>
        <source>Joplin after the tornado (May 2011)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>龙卷风之后的乔普林(2011 年 5 月)</translation>
    </message>
    <message>
        <source>Joplin before the tornado (2007–2010)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>龙卷风之前的乔普林(2007–2010)</translation>
    </message>
    <message>
        <source>Joplin, Missouri: aerial photographs from 2007–2010 and from after the tornado of 22 May 2011. {0} tiles, a few minutes on a CPU. Tiles are added to the map as they are finished, a group at a time.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>密苏里州乔普林:2007–2010 年以及 2011 年 5 月 22 日龙卷风之后的航空照片。{0} 个图块,用 CPU 需要几分钟。完成的图块会分批添加到地图上。</translation>
    </message>
    <message>
        <source>Keeps the words in the boxes as yours and goes on to the next site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>将框中的文字作为您的措辞保存，并转到下一个地点。</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>最大的在前</translation>
    </message>
    <message>
        <source>Last lines of the engine's log:</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎日志的最后几行:</translation>
    </message>
    <message>
        <source>Later date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>较晚日期</translation>
    </message>
    <message>
        <source>Later date, end</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>较晚日期（结束）</translation>
    </message>
    <message>
        <source>Layer of polygons to stay within</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>限定范围的多边形图层</translation>
    </message>
    <message>
        <source>Layer that gives the extent</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>提供范围的图层</translation>
    </message>
    <message>
        <source>Layer that is reviewed</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在审阅的图层</translation>
    </message>
    <message>
        <source>Layer to write</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>要写入的图层</translation>
    </message>
    <message>
        <source>Layer “{0}”: {1} rows.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图层“{0}”:{1} 行。</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Left empty: found like the earlier image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>留空:与较早影像同样的方式查找。</translation>
    </message>
    <message>
        <source>Left empty: the layer the tiles were made from, else the files that the result names.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>留空:生成图块的图层,否则为结果所记载的文件。</translation>
    </message>
    <message>
        <source>Left empty: “What changed between … and …”. Remembered with the layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>留空:“What changed between … and …”。随图层记住。</translation>
    </message>
    <message>
        <source>Left out: {0} ({1}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已略去:{0}({1})。</translation>
    </message>
    <message>
        <source>Lets the engine read images by their address: GeoTIFFs and STAC items by https and s3. What is needed of them is copied into your cache. Off, no server is asked for images.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>允许引擎按地址读取影像：通过 https 和 s3 访问的 GeoTIFF 和 STAC 条目。所需部分会复制到您的缓存。关闭时，不向任何服务器请求影像。</translation>
    </message>
    <message>
        <source>Letters, digits, “.”, “_” and “-”. Empty: the old name with “-tuned”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>字母、数字、“.”、“_”和“-”。留空:旧名称加“-tuned”。</translation>
    </message>
    <message>
        <source>Library that runs the network</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>运行网络的库</translation>
    </message>
    <message>
        <source>Licence</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>许可</translation>
    </message>
    <message>
        <source>Licence of the imagery</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>影像的许可</translation>
    </message>
    <message>
        <source>Licence of the model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型许可证</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>运行日志</translation>
    </message>
    <message>
        <source>Log of the series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>序列的日志</translation>
    </message>
    <message>
        <source>Log: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>日志:{0}</translation>
    </message>
    <message>
        <source>Logo</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>徽标</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型…(&amp;O)</translation>
    </message>
    <message>
        <source>Made with</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>制作工具</translation>
    </message>
    <message>
        <source>Make the before image the after image and the other way round</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把前一幅影像与后一幅影像互换</translation>
    </message>
    <message>
        <source>Makes a Python environment of the plugin's own and installs the pinned packages there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>创建插件自己的 Python 环境,并在其中安装固定版本的软件包。</translation>
    </message>
    <message>
        <source>Makes a new model that has learned from the tiles you reviewed</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>生成一个从您审核的图块中学习过的新模型</translation>
    </message>
    <message>
        <source>Makes the earlier image the later one and the other way round.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把较早影像与较晚影像互换。</translation>
    </message>
    <message>
        <source>Making an environment with {0} in {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在用 {0} 创建环境:{1}</translation>
    </message>
    <message>
        <source>Many providers of web maps forbid to store or to analyse their pictures. Fetch only what the terms allow.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>许多网络地图提供商禁止保存或分析其图像。请只下载其条款允许的内容。</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>含义</translation>
    </message>
    <message>
        <source>Measure vegetation and water by their bands</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>按波段测量植被和水体</translation>
    </message>
    <message>
        <source>Measured</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>测得</translation>
    </message>
    <message>
        <source>Measured facts</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>测得的事实</translation>
    </message>
    <message>
        <source>Measured: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>测量结果:{0}</translation>
    </message>
    <message>
        <source>Measuring the old and the new model: {0} of {1} pairs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在测量新旧模型:{0}/{1} 对</translation>
    </message>
    <message>
        <source>Missing: {0}. {1} {2}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>缺少:{0}。{1} {2}</translation>
    </message>
    <message>
        <source>Model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型和设备</translation>
    </message>
    <message>
        <source>Model packs (*.zip)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型包 (*.zip)</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>Models of Describe Changes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Describe Changes 的模型</translation>
    </message>
    <message>
        <source>Models that ship with the plugin stay</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>随插件提供的模型不会被移除</translation>
    </message>
    <message>
        <source>Models: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型:{0}。</translation>
    </message>
    <message>
        <source>Models…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型…</translation>
    </message>
    <message>
        <source>More</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>更多</translation>
    </message>
    <message>
        <source>Most doubtful first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>最可疑的在前</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (about 6 GB)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>NVIDIA 显卡(约 6 GB)</translation>
    </message>
    <message>
        <source>Name a file for the HTML page, for the PDF, or for both.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>请为 HTML 页面、PDF 或两者指定文件。</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>新模型的名称</translation>
    </message>
    <message>
        <source>Near</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>附近</translation>
    </message>
    <message>
        <source>Next</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>下一个</translation>
    </message>
    <message>
        <source>No Python from 3.11 to 3.13 was found on this computer. Install one from python.org (or your system's packages) and press “Install engine” again; QGIS keeps its own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>在这台计算机上没有找到 3.11 到 3.13 的 Python。请从 python.org(或系统的软件包)安装一个,再按“安装引擎”;QGIS 仍保留自己的 Python。</translation>
    </message>
    <message>
        <source>No feature of “{0}” is selected. Select some, or untick “Selected features only”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”中没有选中的要素。请选中一些,或取消勾选“仅选中的要素”。</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>没有安装任何模型。</translation>
    </message>
    <message>
        <source>No model is installed. Import one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>没有安装任何模型。请导入一个。</translation>
    </message>
    <message>
        <source>No pair is finished yet.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>还没有完成的影像对。</translation>
    </message>
    <message>
        <source>No picture of “{0}” came from {1}. Check the connection, and whether the layer draws on the map at this place.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>没有从 {1} 收到“{0}”的图像。请检查连接，以及该图层在此处能否在地图上显示。</translation>
    </message>
    <message>
        <source>No-data values of “{0}” as its layer has them in QGIS: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”的无数据值以其图层在 QGIS 中的设置为准：{1}。</translation>
    </message>
    <message>
        <source>Not set: the sites; in Excel all but the tiles. A GeoPackage always holds all layers.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>未设置:地点;Excel 中为除图块外的全部。GeoPackage 始终包含所有图层。</translation>
    </message>
    <message>
        <source>Not set: torch. openvino is faster on a processor, if that package is installed in the engine's environment; masks are nearly the same, sentences may differ. auto measures once which is faster.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>未设置：torch。如果引擎环境中安装了 openvino 包，在处理器上用 openvino 更快；掩膜几乎相同，句子可能有所不同。auto 会测量一次哪个更快。</translation>
    </message>
    <message>
        <source>Not understood, and left out: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>未理解并已忽略：{0}。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing is to be written. Choose a place for at least one of the results.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>没有要写入的内容。请至少为一个结果选择位置。</translation>
    </message>
    <message>
        <source>Number of changed areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化区域数量</translation>
    </message>
    <message>
        <source>Number of changed tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>有变化的图块数量</translation>
    </message>
    <message>
        <source>Number of held-out pairs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>留作检验的影像对数量</translation>
    </message>
    <message>
        <source>Number of pages of the PDF</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>PDF 的页数</translation>
    </message>
    <message>
        <source>Number of pairs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>影像对数量</translation>
    </message>
    <message>
        <source>Number of pairs learned from</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已学习的影像对数量</translation>
    </message>
    <message>
        <source>Number of pairs to learn from</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用于学习的影像对数量</translation>
    </message>
    <message>
        <source>Number of pairs written</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>写出的影像对数量</translation>
    </message>
    <message>
        <source>Number of rows written</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>写入的行数</translation>
    </message>
    <message>
        <source>Number of sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>地点数量</translation>
    </message>
    <message>
        <source>Number of sites shown</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>显示的地点数</translation>
    </message>
    <message>
        <source>Number of tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图块数量</translation>
    </message>
    <message>
        <source>Number of zones</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>分区数</translation>
    </message>
    <message>
        <source>Numbers of the red, green and blue bands from 1, for example 3,2,1. Empty: those that you have chosen for the layer in QGIS, else what the file says, else the first three. Bands by which vegetation and water are measured are given by name where the file does not name them, for example nir=4, or 3,2,1,nir=8,swir=11.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>红、绿、蓝波段的编号，从 1 开始，例如 3,2,1。留空：采用您在 QGIS 中为图层选择的波段，否则按文件所述，再否则取前三个。用于测量植被和水体的波段，若文件未命名，则按名称给出，例如 nir=4 或 3,2,1,nir=8,swir=11。</translation>
    </message>
    <message>
        <source>O&amp;verlap</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>重叠(&amp;V)</translation>
    </message>
    <message>
        <source>Off: what an earlier job left at the work file is discarded.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>关闭:丢弃先前任务在工作文件处留下的内容。</translation>
    </message>
    <message>
        <source>Old data</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>旧数据</translation>
    </message>
    <message>
        <source>Old pairs per new pair</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每个新影像对对应的旧影像对</translation>
    </message>
    <message>
        <source>One feature per site: its sentence, classes, changed area, place, certainty and both dates. Saved to a GeoPackage, the file also holds the changed areas, the tiles and the table “runs”, which says how all was made.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每个地点一个要素：描述、类别、变化面积、位置、确定程度和两个日期。保存到 GeoPackage 时，文件还包含变化区域、图块以及说明生成方式的表“runs”。</translation>
    </message>
    <message>
        <source>One of the installed models. Not set: the model that described the tiles. In scripts also the folder of a model pack.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已安装的模型之一。未设置：使用描述这些图块的模型。在脚本中也可以是模型包的文件夹。</translation>
    </message>
    <message>
        <source>One of the installed models. Not set: the one that ships. “Models…” in the panel imports more. In scripts also the folder or zip file of a model pack.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已安装的模型之一。未设置：使用自带的模型。面板中的“模型…”可导入更多模型。在脚本中也可以是模型包的文件夹或 zip 文件。</translation>
    </message>
    <message>
        <source>One polygon per changed area with class, transition, area and perimeter. As a temporary layer it lies in the sites' GeoPackage.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每个变化区域一个多边形，含类别、变化方向、面积和周长。作为临时图层时，它位于地点的 GeoPackage 中。</translation>
    </message>
    <message>
        <source>One polygon per tile that was looked at, with its sentence, scores and facts; the sites are what is made of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每个所查看的图块一个多边形，含描述、得分和事实；地点由它们得出。</translation>
    </message>
    <message>
        <source>One polygon per zone, and one for the ground outside all of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每个分区一个多边形,另有一个表示所有分区之外的地面。</translation>
    </message>
    <message>
        <source>One self-contained page with before, after and mask beside each sentence.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>一个自包含的页面,每句语句旁有前后影像和掩膜。</translation>
    </message>
    <message>
        <source>One self-contained page.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>一个自包含的页面。</translation>
    </message>
    <message>
        <source>One self-contained page: changed area per class and pair, and the same as a table.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>一个自包含的页面:各类别、各影像对的变化面积,并附同样内容的表格。</translation>
    </message>
    <message>
        <source>Only needed for layers that do not say it, and whose model is not installed. Empty: the run's own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>仅用于图层未注明且其模型未安装的情况。留空:采用运行时的值。</translation>
    </message>
    <message>
        <source>Only sites in the GeoPackage of a result can be asked about.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>只能询问结果 GeoPackage 中的地点。</translation>
    </message>
    <message>
        <source>Only sites in which something of this class has changed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>只显示该类别有变化的地点。</translation>
    </message>
    <message>
        <source>Only sites that have no verdict yet.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>只显示尚未判断的地点。</translation>
    </message>
    <message>
        <source>Only sites that were accepted or reworded</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>仅已接受或已改写的地点</translation>
    </message>
    <message>
        <source>Only the polygons that are selected now count.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>只计入当前选中的多边形。</translation>
    </message>
    <message>
        <source>Only this part is described. Left empty: everything that both rasters cover. Numbers without a CRS are in that of the later image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>仅描述此部分。留空：两幅栅格共同覆盖的全部范围。未注明坐标参照系的数字采用后期影像的坐标参照系。</translation>
    </message>
    <message>
        <source>Only tiles in which the model sees a change.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>仅显示模型认为有变化的图块。</translation>
    </message>
    <message>
        <source>Only tiles that touch a polygon of this layer are described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>只描述与此图层的多边形相接的图块。</translation>
    </message>
    <message>
        <source>Only within polygons</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>仅在多边形内</translation>
    </message>
    <message>
        <source>Open &amp;logs</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>打开日志(&amp;L)</translation>
    </message>
    <message>
        <source>Open a raster</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>打开一个栅格</translation>
    </message>
    <message>
        <source>Open only</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>仅未判定的</translation>
    </message>
    <message>
        <source>Open rasters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>打开栅格</translation>
    </message>
    <message>
        <source>Open the chart with its figures in the browser</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>在浏览器中打开图表及其数据</translation>
    </message>
    <message>
        <source>Open the layers when done</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>完成后打开图层</translation>
    </message>
    <message>
        <source>Opens a raster file, puts it on the map and takes it as the earlier image; also one on a server, where that is allowed in the settings.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>打开栅格文件，将其加入地图并作为较早的影像；若设置允许，也可以是服务器上的文件。</translation>
    </message>
    <message>
        <source>Opens a raster file, puts it on the map and takes it as the later image; also one on a server, where that is allowed in the settings.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>打开栅格文件，将其加入地图并作为较晚的影像；若设置允许，也可以是服务器上的文件。</translation>
    </message>
    <message>
        <source>Opens the changed areas for editing with QGIS's own tools; saving measures them again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用 QGIS 自带的工具编辑变化区域;保存时会重新量算。</translation>
    </message>
    <message>
        <source>Opens the chart of changed area over time as a page in the browser.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>在浏览器中以页面打开变化面积随时间变化的图表。</translation>
    </message>
    <message>
        <source>Opens the folder with the logs of the engine and of installations.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>打开引擎和安装日志所在的文件夹。</translation>
    </message>
    <message>
        <source>Opens the page of QGIS's options where the engine is checked, installed or removed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>打开 QGIS 选项中检查、安装或移除引擎的页面。</translation>
    </message>
    <message>
        <source>Opens the user guide in the browser; it is on this computer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>在浏览器中打开用户指南;它就在这台计算机上。</translation>
    </message>
    <message>
        <source>Opens “Report of a result” for the layer under review: one HTML page, a PDF with a page per site, or both. Rejected sites are left out unless you ask for them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>为正在审核的图层打开“结果报告”:一个 HTML 页面、每个地点一页的 PDF,或两者皆有。除非您要求,否则不包含被拒绝的地点。</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>列表顺序</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>机构</translation>
    </message>
    <message>
        <source>Outline (m)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>轮廓 (m)</translation>
    </message>
    <message>
        <source>Outlines as text (WKT) in CSV</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>CSV 中以文本 (WKT) 写轮廓</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Overlap of tiles (pixels)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图块重叠(像元)</translation>
    </message>
    <message>
        <source>PDF</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Pair {0} of {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>第 {0}/{1} 对</translation>
    </message>
    <message>
        <source>Pair {0} of {1}: {2}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>第 {0}/{1} 对:{2}</translation>
    </message>
    <message>
        <source>Paragraph that sums up the whole area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>概括整个区域的段落</translation>
    </message>
    <message>
        <source>Paragraphs for the head of the report. Remembered with the layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用于报告页首的段落。随图层记住。</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>参数</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>参数</translation>
    </message>
    <message>
        <source>Part without data (%)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无数据部分（%）</translation>
    </message>
    <message>
        <source>Path of a GeoPackage beside which the engine keeps what is finished until the job is done; after a cancel the same job with the same file goes on from there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>一个 GeoPackage 的路径,引擎在任务完成前把已完成的部分存放在它旁边;取消后,用同一文件的同一任务会从那里继续。</translation>
    </message>
    <message>
        <source>Pi&amp;xel on the ground</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>地面像元(&amp;X)</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif)</translation>
    </message>
    <message>
        <source>Pixel of web maps on the ground (m)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>网络地图的地面像元（米）</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>像元</translation>
    </message>
    <message>
        <source>Place</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>位置</translation>
    </message>
    <message>
        <source>Places where something changed, each said once and counted once.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>发生变化的地点,每处只说一次、只计一次。</translation>
    </message>
    <message>
        <source>Polygons by which changes are added up, such as wards: the result gets a layer with a paragraph for each. Empty: none.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用于汇总变化的多边形，例如街区：结果会增加一个图层，每个多边形一段说明。留空：不汇总。</translation>
    </message>
    <message>
        <source>Polygons of any CRS by which changes are added up, all of a layer or the selected ones: wards, lots, fields. The result gets a layer with a paragraph for each.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>任意坐标参照系的多边形，用于汇总变化，可用整个图层或所选要素：街区、地块、田地。结果会增加一个图层，每个多边形一段说明。</translation>
    </message>
    <message>
        <source>Polygons of any CRS, all of a layer or the selected ones. Tiles that touch none of them are left out, and the change mask ends at their edge.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>任意坐标参照系的多边形,可以是图层的全部或选中的。不与之相接的图块会略去,变化掩膜止于其边缘。</translation>
    </message>
    <message>
        <source>Polygons of any CRS, all of a layer or the selected ones: wards, lots, fields.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>任意坐标系的多边形,图层全部或所选:街区、地块、田块。</translation>
    </message>
    <message>
        <source>Previous</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Private environment: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>专用环境:{0}</translation>
    </message>
    <message>
        <source>Probability (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>概率 (0–1)</translation>
    </message>
    <message>
        <source>Probability from which a pixel counts as changed. Empty: what the model advises.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>像元被视为有变化的概率下限。留空:按模型建议。</translation>
    </message>
    <message>
        <source>Puts the example on the map and describes it; installs the engine first if there is none.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把示例放到地图上并加以描述;若没有引擎则先安装。</translation>
    </message>
    <message>
        <source>Puts the images in the order of their dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>按日期排列影像。</translation>
    </message>
    <message>
        <source>Python of the engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎的 Python</translation>
    </message>
    <message>
        <source>Python: {0} ({1}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>Python:{0}({1})。</translation>
    </message>
    <message>
        <source>QGIS uses a SOCKS proxy, which pip cannot use; trying without it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>QGIS 使用 SOCKS 代理,而 pip 无法使用;正在不经代理尝试。</translation>
    </message>
    <message>
        <source>QGIS writes these layers itself, without the table “run” that says how they were made. Save both to one GeoPackage to keep it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>这些图层由 QGIS 自行写入，不含说明其生成方式的“run”表。将两者保存到同一个 GeoPackage 即可保留该表。</translation>
    </message>
    <message>
        <source>Question about the sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>关于地点的问题</translation>
    </message>
    <message>
        <source>Raster of the change classes, a cloud-optimised GeoTIFF on the after image's grid.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化类别的栅格,采用后期影像网格的云优化 GeoTIFF。</translation>
    </message>
    <message>
        <source>Raster of the earlier date: three or more bands (red, green and blue first unless Bands says otherwise), georeferenced. Several files of one date go in as a virtual raster (VRT). The two rasters may differ in CRS, resolution and size; their overlap is described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>较早日期的栅格:三个或更多波段(除非“波段”另有说明,前三个依次为红、绿、蓝),已地理配准。同一日期的多个文件请做成虚拟栅格(VRT)。两幅栅格的坐标参照系、分辨率和大小可以不同;只描述重叠部分。</translation>
    </message>
    <message>
        <source>Raster of the later date. Its pixel grid is the one the result is computed on.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>较晚日期的栅格。结果在它的像元网格上计算。</translation>
    </message>
    <message>
        <source>Raster with one band per change class: how likely the model takes each pixel to be that change, from 0 to 1.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每个变化类别一个波段的栅格:模型认为每个像元发生该变化的可能性,从 0 到 1。</translation>
    </message>
    <message>
        <source>Rasters of the project: files, and web maps, of which the extent is fetched first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>工程中的栅格：文件，以及网络地图（先下载其范围）</translation>
    </message>
    <message>
        <source>Rasters of the same place, one per date, in any order. Several files of one date go in as a virtual raster (VRT). They may differ in CRS, resolution and size; each pair is described where both lie.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>同一地点的栅格,每个日期一幅,顺序不限。同一日期的多个文件请做成虚拟栅格(VRT)。坐标参照系、分辨率和大小可以不同;每一对只描述两者都覆盖之处。</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Read the user &amp;guide</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>阅读用户指南(&amp;G)</translation>
    </message>
    <message>
        <source>Reading the pairs…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在读取影像对…</translation>
    </message>
    <message>
        <source>Reading the result…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在读取结果…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>重做</translation>
    </message>
    <message>
        <source>Reject</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>否决</translation>
    </message>
    <message>
        <source>Rejected tiles show no change</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>被否决的图块视为没有变化</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove “{0}” from this computer?</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>从这台计算机移除“{0}”?</translation>
    </message>
    <message>
        <source>Removes that environment and gives its room back.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>移除该环境并收回空间。</translation>
    </message>
    <message>
        <source>Removes that environment and makes it anew.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>移除该环境并重新创建。</translation>
    </message>
    <message>
        <source>Rep&amp;ort</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>报告(&amp;O)</translation>
    </message>
    <message>
        <source>Replace an earlier export</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>替换先前的导出</translation>
    </message>
    <message>
        <source>Report</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>报告</translation>
    </message>
    <message>
        <source>Report of a result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>结果报告</translation>
    </message>
    <message>
        <source>Report…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>报告…</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>继续(&amp;U)</translation>
    </message>
    <message>
        <source>Result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>结果</translation>
    </message>
    <message>
        <source>Results</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>结果</translation>
    </message>
    <message>
        <source>Return shows the sites that answer it; empty the box to see all again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>按回车显示符合的地点；清空输入框可重新显示全部。</translation>
    </message>
    <message>
        <source>Review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>审核</translation>
    </message>
    <message>
        <source>Reviewed tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已审核的图块</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>互换(&amp;W)</translation>
    </message>
    <message>
        <source>Save edits</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Save outlines</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>保存轮廓</translation>
    </message>
    <message>
        <source>Saved in {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已保存到 {0}。</translation>
    </message>
    <message>
        <source>Score</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>分数</translation>
    </message>
    <message>
        <source>See the &amp;models</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>查看模型(&amp;M)</translation>
    </message>
    <message>
        <source>Selected features only</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>仅选中的要素</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>语句</translation>
    </message>
    <message>
        <source>Set all three of an image or none. Not set: those that you have chosen for the layer in QGIS, else what the file says, else the first three.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>同一影像的三个波段要么全部设置，要么都不设置。未设置：使用您在 QGIS 中为图层选择的波段，否则使用文件所说明的，再否则使用前三个。</translation>
    </message>
    <message>
        <source>Share of held-out tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>留作检验的图块比例</translation>
    </message>
    <message>
        <source>Share with data (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>有数据比例 (0–1)</translation>
    </message>
    <message>
        <source>Show &amp;tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>显示图块(&amp;F)</translation>
    </message>
    <message>
        <source>Show, import and remove models</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>显示、导入和移除模型</translation>
    </message>
    <message>
        <source>Shows the earlier image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>显示较早的影像。</translation>
    </message>
    <message>
        <source>Shows the installed models with their cards, and imports or removes some.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>显示已安装的模型及其说明卡,并可导入或移除。</translation>
    </message>
    <message>
        <source>Shows the installed models, and imports or removes some.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>显示已安装的模型,并可导入或移除。</translation>
    </message>
    <message>
        <source>Shows the later image.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>显示较晚的影像。</translation>
    </message>
    <message>
        <source>Shows the two images in turn, so that what differs catches the eye.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>轮流显示两幅影像,使差别一目了然。</translation>
    </message>
    <message>
        <source>Side of a pixel on the ground (m)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>像元地面边长（米）</translation>
    </message>
    <message>
        <source>Side of a pixel on the ground; where the server has tiles, the nearest is taken</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>地面上一个像元的边长；若服务器提供瓦片，则取最接近的分辨率</translation>
    </message>
    <message>
        <source>Side of a tile in pixels. Larger tiles see more context and give fewer sentences.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图块的边长(像元)。图块越大,看到的环境越多,语句越少。</translation>
    </message>
    <message>
        <source>Side of a tile; each tile gets a sentence. Empty: the model's own, which it does best.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图块的边长;每个图块得到一句语句。留空:模型自身的值,效果最好。</translation>
    </message>
    <message>
        <source>Site</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>地点</translation>
    </message>
    <message>
        <source>Sites</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>地点</translation>
    </message>
    <message>
        <source>Sites or tiles of a result</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>结果的地点或图块</translation>
    </message>
    <message>
        <source>Sites or tiles to judge</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>待判断的地点或图块</translation>
    </message>
    <message>
        <source>Sites shown with images, at most</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>带影像显示的地点数上限</translation>
    </message>
    <message>
        <source>Sites that were not rejected</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>未被拒绝的地点</translation>
    </message>
    <message>
        <source>Sites to show</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>要显示的地点</translation>
    </message>
    <message>
        <source>Size</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>大小</translation>
    </message>
    <message>
        <source>Smallest chan&amp;ge</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>最小变化(&amp;C)</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>最小变化</translation>
    </message>
    <message>
        <source>Smallest change (m²)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>最小变化(m²)</translation>
    </message>
    <message>
        <source>So many of the tiles are kept for comparing the old and the new model. About 30 tiles can tell.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>保留这么多图块用于对比新旧模型。约 30 个图块即可看出差别。</translation>
    </message>
    <message>
        <source>Sort &amp;by date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>按日期排序(&amp;F)</translation>
    </message>
    <message>
        <source>Stands below the title. Remembered for the next report.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>位于标题下方。为下一份报告记住。</translation>
    </message>
    <message>
        <source>Stands beside the author. Remembered for the next report.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>位于作者旁边。为下一份报告记住。</translation>
    </message>
    <message>
        <source>Start</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>开始</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在启动引擎…</translation>
    </message>
    <message>
        <source>Starts the engine and says which torch, devices and models it has.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>启动引擎,并说明它的 torch、设备和模型。</translation>
    </message>
    <message>
        <source>State facts of your own; Ctrl+Return keeps them, marked as not measured</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>填写您自己的数据;Ctrl+回车保留,并标明未经测量</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>第 {0}/{1} 步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>步数</translation>
    </message>
    <message>
        <source>Stops the installation. What is there is kept for the next try.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>停止安装。已有部分会保留供下次使用。</translation>
    </message>
    <message>
        <source>Stops the run at once. What is finished stays on the map and can be resumed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>立即停止运行。已完成的部分留在地图上,并可继续。</translation>
    </message>
    <message>
        <source>Stops the run. What is finished stays on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>停止运行。已完成的部分留在地图上。</translation>
    </message>
    <message>
        <source>Stops what is going on. What is there is kept for the next try.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>停止正在进行的操作。已有部分会保留供下次使用。</translation>
    </message>
    <message>
        <source>Summary table</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>汇总表</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>最确定的在前</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>卷帘</translation>
    </message>
    <message>
        <source>T&amp;hreshold</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>阈值(&amp;T)</translation>
    </message>
    <message>
        <source>Take the earlier image from a file</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>从文件选取较早的影像</translation>
    </message>
    <message>
        <source>Take the later image from a file</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>从文件选取较晚的影像</translation>
    </message>
    <message>
        <source>Take the selected images out of the series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把选中的影像从序列中移除</translation>
    </message>
    <message>
        <source>Takes the chosen images out of the series; their layers stay in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把选中的影像移出序列;其图层仍留在项目中。</translation>
    </message>
    <message>
        <source>Takes the last verdict back and goes to its site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>撤销上一次判断并转到其地点。</translation>
    </message>
    <message>
        <source>Tell in words, masks and facts what changed between two dated rasters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用文字、掩膜和数据说明两幅有日期的栅格之间发生了什么变化</translation>
    </message>
    <message>
        <source>Tells in words, masks and measured facts what changed between two dated rasters</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用文字、掩膜和实测数据说明两幅有日期的栅格之间发生了什么变化</translation>
    </message>
    <message>
        <source>Tells what changed along several dated rasters, in one result for the Temporal Controller</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>说明多幅有日期的栅格之间发生了什么变化,得到一个可用于时态控制器的结果</translation>
    </message>
    <message>
        <source>The STAC item has its image in {0} files; name the address of one file, or use the command line.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>该 STAC 条目的影像分为 {0} 个文件；请给出其中一个文件的地址，或使用命令行。</translation>
    </message>
    <message>
        <source>The before date ({0}) is later than the after date ({1}). Swap the two rasters or correct the dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>前期日期({0})晚于后期日期({1})。请互换两幅栅格或更正日期。</translation>
    </message>
    <message>
        <source>The changed area per class. A click on a pair shows only that pair, Escape shows all.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>各类别的变化面积。单击一个像对只显示该像对，按 Esc 显示全部。</translation>
    </message>
    <message>
        <source>The changed area per pair and class as CSV.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>各影像对、各类别的变化面积,CSV 格式。</translation>
    </message>
    <message>
        <source>The changed areas of “{0}” were not found. Add their layer to the project, or choose it under “Changed areas”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>找不到“{0}”的变化区域。请将其图层添加到工程，或在“变化区域”中选择它。</translation>
    </message>
    <message>
        <source>The class of change of every pixel.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每个像素的变化类别。</translation>
    </message>
    <message>
        <source>The disk of {0} is full ({1:.1f} GB free; the engine needs {2} GB in all). Make room and press “Install engine” again: it goes on from what is there. “Remove” gives the room back.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 所在的磁盘已满(剩余 {1:.1f} GB;引擎共需 {2} GB)。请腾出空间后再按“安装引擎”:会从已有部分继续。“移除”可收回空间。</translation>
    </message>
    <message>
        <source>The earlier image: a file with a CRS, or a web map, of which the extent is fetched into a file first. CRS and resolution may differ.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>较早的影像：带坐标参照系的文件，或网络地图（先将其范围下载为文件）。坐标参照系和分辨率可以不同。</translation>
    </message>
    <message>
        <source>The engine did not start within {0} minutes.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎在 {0} 分钟内没有启动。</translation>
    </message>
    <message>
        <source>The engine ended without starting the job.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎没有开始任务就结束了。</translation>
    </message>
    <message>
        <source>The engine speaks another version of the protocol than this plugin. Press “Install engine” in Settings ▸ Options… ▸ Describe Changes to renew it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎使用的协议版本与本插件不同。请在“设置 ▸ 选项… ▸ Describe Changes”中按“安装引擎”以更新。</translation>
    </message>
    <message>
        <source>The engine {0}. Nothing was written.{1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎{0}。没有写入任何内容。{1}</translation>
    </message>
    <message>
        <source>The engine's Python {0} could not be started: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法启动引擎的 Python({0}):{1}。</translation>
    </message>
    <message>
        <source>The engine's Python {0} does not exist any more. Clear the path above to have it found automatically, or press “Install engine”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎的 Python {0} 已不存在。请清空上方路径以自动查找，或按“安装引擎”。</translation>
    </message>
    <message>
        <source>The engine's Python {0} does not exist any more. Open Settings ▸ Options… ▸ Describe Changes, clear the path to have it found automatically, or press “Install engine”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎的 Python({0})已不存在。请打开“设置 ▸ 选项… ▸ Describe Changes”,清空路径以自动查找,或按“安装引擎”。</translation>
    </message>
    <message>
        <source>The engine's Python {0} lacks something: {1}. Press “Install engine” in Settings ▸ Options… ▸ Describe Changes, or name another Python there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎的 Python({0})缺少组件:{1}。请在“设置 ▸ 选项… ▸ Describe Changes”中按“安装引擎”,或在那里指定另一个 Python。</translation>
    </message>
    <message>
        <source>The engine's Python: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎的 Python:{0}</translation>
    </message>
    <message>
        <source>The environment variable {0} names {1}, which does not exist.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>环境变量 {0} 指向 {1},但它不存在。</translation>
    </message>
    <message>
        <source>The example could not be copied to {0}: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法将示例复制到 {0}：{1}。</translation>
    </message>
    <message>
        <source>The example {0} cannot be opened. Install the plugin Describe Changes again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法打开示例 {0}。请重新安装插件 Describe Changes。</translation>
    </message>
    <message>
        <source>The extent does not touch “{0}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>该范围与“{0}”不相交。</translation>
    </message>
    <message>
        <source>The extent does not touch “{0}”. Draw it over the images or leave it empty. Numbers without a CRS are read in that of the later image, {1}; another CRS is written behind them, as [EPSG:4326].</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>范围与“{0}”不相交。请在影像上绘制，或留空。未注明坐标参照系的数字按后期影像的坐标参照系 {1} 读取；其他坐标参照系写在后面，如 [EPSG:4326]。</translation>
    </message>
    <message>
        <source>The extent of a layer</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>某个图层的范围</translation>
    </message>
    <message>
        <source>The facts above are your statement, not a measurement.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>上面的数据是您的陈述,不是测量结果。</translation>
    </message>
    <message>
        <source>The facts of the tile, measured on the change mask. What you write over them is kept as your statement, marked as not measured, with the measurement behind it; empty the box to take it back.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图块的数据,从变化掩膜量得。您写在上面的内容会作为您的陈述保留,标明未经测量,其后附测量结果;清空该框即可撤回。</translation>
    </message>
    <message>
        <source>The field of the zones' names. Features of one name are one zone; empty: each by its number.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>区域名称字段。名称相同的要素视为一个区域；留空：每个要素按编号。</translation>
    </message>
    <message>
        <source>The file of the {0} raster “{1}” is gone: {2}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}栅格“{1}”的文件已不存在:{2}。</translation>
    </message>
    <message>
        <source>The folder {0} does not exist. Create it, or write the result elsewhere.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>文件夹 {0} 不存在。请创建它，或将结果写到别处。</translation>
    </message>
    <message>
        <source>The folder {0} for unfinished work cannot be made: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法创建存放未完成工作的文件夹 {0}:{1}。</translation>
    </message>
    <message>
        <source>The folder {0} is read-only. Write the result elsewhere.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>文件夹 {0} 为只读。请将结果写到别处。</translation>
    </message>
    <message>
        <source>The images of the series, from the earliest to the latest, each with its date.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>序列的影像,由早到晚,各有日期。</translation>
    </message>
    <message>
        <source>The installation stopped while {0}. Check the network and the log, then try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>安装在“{0}”时中止。请检查网络和日志,然后重试。</translation>
    </message>
    <message>
        <source>The largest come first; the report says how many are left out. All are drawn on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>最大的在前;报告会说明省略了多少。地图上绘出全部。</translation>
    </message>
    <message>
        <source>The later image: a file with a CRS, or a web map, of which the extent is fetched into a file first. CRS and resolution may differ.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>较晚的影像：带坐标参照系的文件，或网络地图（先将其范围下载为文件）。坐标参照系和分辨率可以不同。</translation>
    </message>
    <message>
        <source>The layer does not say whose pictures these are.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图层没有说明这些图像归谁所有。</translation>
    </message>
    <message>
        <source>The layer of changed areas of the same run, from which the masks are drawn. Left empty it is looked for in the same GeoPackage, then in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>同一次运行的变化区域图层,掩膜由它绘制。留空则先在同一 GeoPackage 中查找,再在项目中查找。</translation>
    </message>
    <message>
        <source>The layer of changed areas of the same run. Left empty it is looked for in the same GeoPackage, then in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>同一次运行的变化区域图层。留空则先在同一 GeoPackage 中查找,再在项目中查找。</translation>
    </message>
    <message>
        <source>The layer of changed areas that belongs to this result is not in the project.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>属于此结果的变化区域图层不在项目中。</translation>
    </message>
    <message>
        <source>The layer of sites, or of tiles, that is reviewed. Verdicts are written into its fields.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在审阅的地点或图块图层。判断会写入其字段。</translation>
    </message>
    <message>
        <source>The layer of the result cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法打开结果图层。</translation>
    </message>
    <message>
        <source>The layer of the zones cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法打开分区图层。</translation>
    </message>
    <message>
        <source>The layer of the zones holds no polygon.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>分区图层不含多边形。</translation>
    </message>
    <message>
        <source>The layer of tiles that “Describe changes” has made and that you have reviewed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“描述变化”所生成并由您审核过的图块图层。</translation>
    </message>
    <message>
        <source>The layer whose extent is described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>要描述其范围的图层。</translation>
    </message>
    <message>
        <source>The layers could not be copied for the report: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法为报告复制图层:{0}</translation>
    </message>
    <message>
        <source>The layout template {0} cannot be read: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法读取布局模板 {0}:{1}</translation>
    </message>
    <message>
        <source>The map canvas as it is now</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>当前的地图画布</translation>
    </message>
    <message>
        <source>The map shows the latest pair; a click on the chart shows another, Escape all.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>地图显示最后一对；点击图表显示其他一对，按 Escape 显示全部。</translation>
    </message>
    <message>
        <source>The model is sure.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型有把握。</translation>
    </message>
    <message>
        <source>The model that looks at the images: an installed one, or the folder of a model pack.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>查看影像的模型:已安装的模型,或模型包的文件夹。</translation>
    </message>
    <message>
        <source>The neural network runs in a Python of its own, apart from QGIS. Leave the path empty to have it found automatically.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>神经网络在自己的 Python 中运行,与 QGIS 分开。路径留空则自动查找。</translation>
    </message>
    <message>
        <source>The new model is worse at something that could be measured; read the last lines of the log.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>新模型在某项可测量的指标上变差;请阅读日志的最后几行。</translation>
    </message>
    <message>
        <source>The overlap ({0}) must be less than the tile size ({1}).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>重叠({0})必须小于图块大小({1})。</translation>
    </message>
    <message>
        <source>The paragraph, counts, areas and the chart are those of the sites shown.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>段落、数量、面积和图表均针对所显示的地点。</translation>
    </message>
    <message>
        <source>The polygons of a layer</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>某个图层的多边形</translation>
    </message>
    <message>
        <source>The private environment is removed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>专用环境已移除。</translation>
    </message>
    <message>
        <source>The probability of each class of change at every pixel.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每个像素上各变化类别的概率。</translation>
    </message>
    <message>
        <source>The rectangle that is described; draw it on the map or type its corners.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>要描述的矩形;在地图上绘制或输入角点坐标。</translation>
    </message>
    <message>
        <source>The resolution in which web maps are fetched, on the ground. Smaller pixels show more and are more to fetch; at most 25 million are.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>下载网络地图所用的地面分辨率。像元越小，细节越多，下载量也越大；最多 2500 万个像元。</translation>
    </message>
    <message>
        <source>The result could not be written to {0}: {1}. It is kept in {2}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法将结果写入 {0}：{1}。结果保留在 {2}。</translation>
    </message>
    <message>
        <source>The run failed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>运行失败。</translation>
    </message>
    <message>
        <source>The same series with the same result file goes on from there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>同一序列用同一结果文件会从那里继续。</translation>
    </message>
    <message>
        <source>The sentence is right: goes on to the next site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>描述正确：转到下一个地点。</translation>
    </message>
    <message>
        <source>The sentence of the site. Write your own over it and keep it with Ctrl+Return.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>该地点的描述。可改写为您自己的，并用 Ctrl+Return 保存。</translation>
    </message>
    <message>
        <source>The sites, or the tiles of an older result. The chosen one is shown and flashed on the map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>地点，或旧结果的图块。选中的会在地图上显示并闪烁。</translation>
    </message>
    <message>
        <source>The squares that the model looked at, each with its sentence; they overlap.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型查看的方块,每块有其语句;它们相互重叠。</translation>
    </message>
    <message>
        <source>The style could not be stored in {0}: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法将样式保存到 {0}：{1}</translation>
    </message>
    <message>
        <source>The table “{1}” in {0} is no result of Describe Changes. Choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 中的表“{1}”不是 Describe Changes 的结果。请换一个名称。</translation>
    </message>
    <message>
        <source>The training packages are there. “Fine-tune a model on reviewed tiles” can be run.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>训练包已就绪。可以运行“用已审核的图块微调模型”。</translation>
    </message>
    <message>
        <source>The two images that this result was made from are not in the project; add them first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>生成此结果的两幅影像不在项目中，请先添加。</translation>
    </message>
    <message>
        <source>The verdict could not be written into “{0}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法把判定写入“{0}”。</translation>
    </message>
    <message>
        <source>The web map cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法打开该网络地图。</translation>
    </message>
    <message>
        <source>The web map could not be fetched.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法下载该网络地图。</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” cannot be opened.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法打开{0}栅格“{1}”。</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” has no CRS, so it cannot be laid over the other. Tell QGIS which it is (right-click ▸ Layer CRS).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}栅格“{1}”没有坐标参照系，无法与另一幅叠加。请在 QGIS 中指定（右键 ▸ 图层坐标参照系）。</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” is a web map. Run “Clip a web map” on it first, and take what it makes.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>栅格“{1}”（{0}）是网络地图。请先对它运行“裁剪网络地图”，再使用其结果。</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” is not a file. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}栅格“{1}”不是文件。请先另存为 GeoTIFF(右键 ▸ 导出 ▸ 另存为…)。</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” is one of several in its file: {2}. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}栅格“{1}”是其文件中的多个栅格之一：{2}。请先另存为 GeoTIFF（右键 ▸ 导出 ▸ 另存为…）。</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” lies in an archive: {2}. Unpack it and add the file that was in it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}栅格“{1}”位于压缩包中：{2}。请解压后添加其中的文件。</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” lies on a server. Tick “Allow reading from servers” (for the panel in Settings ▸ Options… ▸ Describe Changes), or save it as GeoTIFF first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>栅格“{1}”（{0}）位于服务器上。请勾选“允许从服务器读取”（面板的设置在 设置 ▸ 选项… ▸ Describe Changes），或先将其另存为 GeoTIFF。</translation>
    </message>
    <message>
        <source>The {0} raster “{1}” lies on the web. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}栅格“{1}”位于网络上。请先另存为 GeoTIFF（右键 ▸ 导出 ▸ 另存为…）。</translation>
    </message>
    <message>
        <source>Then</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>接下来</translation>
    </message>
    <message>
        <source>There are {0} dates for {1} images.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>有 {0} 个日期,对应 {1} 幅影像。</translation>
    </message>
    <message>
        <source>There is no engine of the plugin's own to add them to. Press “Install engine” first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>没有可供添加的插件自有引擎。请先按“安装引擎”。</translation>
    </message>
    <message>
        <source>There is no engine yet. Press “Install engine”, or name a Python above that already has it.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>还没有引擎。请按“安装引擎”，或在上方指定已具备引擎的 Python。</translation>
    </message>
    <message>
        <source>There is no rectangle yet. Draw it on the map, or describe all that both images cover.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>还没有矩形。请在地图上绘制,或描述两幅影像共同覆盖的全部。</translation>
    </message>
    <message>
        <source>There is no result in the project. Run “Describe changes” first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>项目中没有结果。请先运行“描述变化”。</translation>
    </message>
    <message>
        <source>There is no such change: goes on to the next site.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>没有这样的变化：转到下一个地点。</translation>
    </message>
    <message>
        <source>There was none.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>原本就没有。</translation>
    </message>
    <message>
        <source>This is doubtful: look closely.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>这存疑：请仔细查看。</translation>
    </message>
    <message>
        <source>This is likely.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>这很可能。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Threshold (0–1)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>阈值(0–1)</translation>
    </message>
    <message>
        <source>Ti&amp;le size</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图块大小(&amp;L)</translation>
    </message>
    <message>
        <source>Tile</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图块</translation>
    </message>
    <message>
        <source>Tile size</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图块大小</translation>
    </message>
    <message>
        <source>Tile size (pixels)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>图块大小(像元)</translation>
    </message>
    <message>
        <source>Time series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>时间序列</translation>
    </message>
    <message>
        <source>Title</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>标题</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Training data</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Undo</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>撤销</translation>
    </message>
    <message>
        <source>User guide</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Vegetation and water lost and gained, measured by indices where both images have a band that is known to be near infrared; with short-wave infrared bare ground, too. On pixels of any size.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>当两幅影像都有已知为近红外的波段时，用指数测量植被和水体的减少与增加；有短波红外时还测量裸地。适用于任何像元大小。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>判定</translation>
    </message>
    <message>
        <source>Version</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>版本</translation>
    </message>
    <message>
        <source>Web map</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>网络地图</translation>
    </message>
    <message>
        <source>Web maps</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>网络地图</translation>
    </message>
    <message>
        <source>Web maps as images</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用网络地图作为影像</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化方向</translation>
    </message>
    <message>
        <source>What computes: the CPU or a graphics card. Automatic takes the fastest that works.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>用什么计算:CPU 或显卡。“自动”会选用可用的最快设备。</translation>
    </message>
    <message>
        <source>What fine-tuning needs beside the engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>微调除引擎外所需的内容</translation>
    </message>
    <message>
        <source>What is fetched of it. Numbers without a CRS are in that of the web map.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>要下载的部分。不带坐标参照系的数字按网络地图的坐标参照系解释。</translation>
    </message>
    <message>
        <source>What is fetched of web maps, and whose it is</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>从网络地图下载的内容及其归属</translation>
    </message>
    <message>
        <source>What it tells apart</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>可区分的类别</translation>
    </message>
    <message>
        <source>What lies on a server is looked at when the run begins.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>位于服务器上的内容在运行开始时才检查。</translation>
    </message>
    <message>
        <source>What part is described</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>描述哪一部分</translation>
    </message>
    <message>
        <source>What the engine or the installation says.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎或安装程序给出的信息。</translation>
    </message>
    <message>
        <source>What the engine says</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎的信息</translation>
    </message>
    <message>
        <source>What the engine says while it runs.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>引擎运行时给出的信息。</translation>
    </message>
    <message>
        <source>What the model is</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型说明</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>What “Export reviewed tiles for training” has written, or a folder that holds several such exports.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“导出已审核的图块用于训练”所写的内容,或包含多个此类导出的文件夹。</translation>
    </message>
    <message>
        <source>When the earlier image was taken: 2011, 2011-05 or 2011-05-22. Filled in where it is known.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>较早影像的拍摄时间:2011、2011-05 或 2011-05-22。已知时会自动填入。</translation>
    </message>
    <message>
        <source>When the later image was taken: 2011, 2011-05 or 2011-05-22. Filled in where it is known.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>较晚影像的拍摄时间:2011、2011-05 或 2011-05-22。已知时会自动填入。</translation>
    </message>
    <message>
        <source>Where the server has tiles, their nearest resolution is taken. At most 25 million pixels are fetched.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>若服务器提供瓦片，则取其最接近的分辨率。最多下载 2500 万个像元。</translation>
    </message>
    <message>
        <source>Whether each image is compared with the one before it or with the first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每幅影像是与前一幅还是与第一幅对比。</translation>
    </message>
    <message>
        <source>Whether this page is in front when the panel opens. It stays as the first tab in any case.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>打开面板时此页是否在最前。无论如何它都是第一个标签页。</translation>
    </message>
    <message>
        <source>Which bands are red, green and blue, for example 3,2,1. Left empty, the file decides. Bands by which vegetation and water are measured are given by name where the file does not name them, for example nir=4.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>哪些波段是红、绿、蓝,例如 3,2,1。留空则以文件为准。用于测量植被和水体的波段,若文件未命名,则按名称给出,例如 nir=4。</translation>
    </message>
    <message>
        <source>Which part of the ground that both images cover is described.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>描述两幅影像共同覆盖的地面的哪一部分。</translation>
    </message>
    <message>
        <source>Which torch is installed: the small one for the CPU or the one for NVIDIA cards.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>安装哪种 torch:用于 CPU 的小版本,或用于 NVIDIA 显卡的版本。</translation>
    </message>
    <message>
        <source>Why not looked at</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>未查看原因</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>宽度（像元）</translation>
    </message>
    <message>
        <source>Without this a CSV file has the columns alone.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>不勾选时,CSV 文件只有各列。</translation>
    </message>
    <message>
        <source>Without this a folder that holds an export already is left alone.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>不勾选时,已含有导出内容的文件夹保持不动。</translation>
    </message>
    <message>
        <source>Words of</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>来源</translation>
    </message>
    <message>
        <source>Write the result as an HTML page or a PDF, with your verdicts and words</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把结果写成 HTML 页面或 PDF,包含您的判定和文字</translation>
    </message>
    <message>
        <source>Write your own sentence; Ctrl+Return keeps it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>写下您自己的语句;按 Ctrl+Return 保留</translation>
    </message>
    <message>
        <source>Writes a report of this layer as it is now, with your verdicts and words.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>按当前状态为此图层写报告,包含您的判定和文字。</translation>
    </message>
    <message>
        <source>Writes rejected tiles as pairs in which nothing has changed. Only tick this if you rejected tiles because nothing has changed there, and not because the sentence was bad.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把被否决的图块写成没有变化的影像对。仅当您因为那里没有变化而否决图块时才勾选,而不是因为语句不好。</translation>
    </message>
    <message>
        <source>Writes sites, changed areas or tiles as GeoJSON, FlatGeobuf, GeoParquet, CSV, Excel or GeoPackage</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>将地点、变化区域或图块写为 GeoJSON、FlatGeobuf、GeoParquet、CSV、Excel 或 GeoPackage</translation>
    </message>
    <message>
        <source>Writes the tiles you accepted or reworded as a data set from which a model can learn</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把您接受或改写的图块写成可供模型学习的数据集</translation>
    </message>
    <message>
        <source>Writes tiles that you have not looked at as the model described them; it then learns its own errors.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把您没有看过的图块按模型的描述写出;模型会因此学到自己的错误。</translation>
    </message>
    <message>
        <source>Writes what changed as one HTML page or a PDF, with the verdicts and words of the review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>把变化写成 HTML 页面或 PDF,包含审核的判定和文字</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>正在写入文件…</translation>
    </message>
    <message>
        <source>Written: {0} of {1} tiles</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已写出:{0}/{1} 个图块</translation>
    </message>
    <message>
        <source>Your words</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>您的措辞</translation>
    </message>
    <message>
        <source>Zone nam&amp;es</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>分区名称(&amp;H)</translation>
    </message>
    <message>
        <source>Zones</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>分区</translation>
    </message>
    <message>
        <source>Zones come with a GeoPackage of the whole result only. “Changes by zone” adds them up from layers.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>只有保存为包含全部结果的 GeoPackage 时才有区域图层。“按分区统计变化”可从图层统计。</translation>
    </message>
    <message>
        <source>after</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>后期</translation>
    </message>
    <message>
        <source>as the model advises</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>按模型建议</translation>
    </message>
    <message>
        <source>auto takes a graphics card where the engine sees one, else the CPU. The log says which.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>auto 在引擎能找到显卡时使用显卡,否则使用 CPU。日志会说明。</translation>
    </message>
    <message>
        <source>automatic</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>自动</translation>
    </message>
    <message>
        <source>automatic: {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>自动：{0}</translation>
    </message>
    <message>
        <source>before</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>前期</translation>
    </message>
    <message>
        <source>change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化检测</translation>
    </message>
    <message>
        <source>change detection,caption,difference,before,after,time,imagery,mask,buildings,deep learning</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>变化检测,描述,差异,之前,之后,时间,影像,掩膜,建筑物,change detection,deep learning</translation>
    </message>
    <message>
        <source>date</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>日期</translation>
    </message>
    <message>
        <source>decided by the engine</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>由引擎决定</translation>
    </message>
    <message>
        <source>export,save as,csv,excel,xlsx,geojson,geoparquet,flatgeobuf,review</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>导出,另存为,csv,excel,xlsx,geojson,geoparquet,flatgeobuf,审核</translation>
    </message>
    <message>
        <source>first three, or 3,2,1</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>前三个,或 3,2,1</translation>
    </message>
    <message>
        <source>installed by this plugin</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>由本插件安装</translation>
    </message>
    <message>
        <source>installing the packages</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>安装软件包</translation>
    </message>
    <message>
        <source>installing torch</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>安装 torch</translation>
    </message>
    <message>
        <source>making the environment</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>创建环境</translation>
    </message>
    <message>
        <source>must be given</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>必须给出</translation>
    </message>
    <message>
        <source>named by an environment variable</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>由环境变量指定</translation>
    </message>
    <message>
        <source>named in the settings</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>在设置中指定</translation>
    </message>
    <message>
        <source>no changed area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>没有变化面积</translation>
    </message>
    <message>
        <source>no date found</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>没有找到日期</translation>
    </message>
    <message>
        <source>no rectangle yet</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>还没有矩形</translation>
    </message>
    <message>
        <source>no room, or no right to write</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>空间不足或没有写入权限</translation>
    </message>
    <message>
        <source>none</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无</translation>
    </message>
    <message>
        <source>nothing to judge</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>没有可判定的内容</translation>
    </message>
    <message>
        <source>of the source checkout</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>来自源代码目录</translation>
    </message>
    <message>
        <source>pip could not be updated; going on with the one that is there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法更新 pip;继续使用现有的版本。</translation>
    </message>
    <message>
        <source>previous: with the one before it in time; first: with the earliest.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>previous:与时间上的前一幅;first:与最早的一幅。</translation>
    </message>
    <message>
        <source>report,pdf,html,print,layout,atlas,review,change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>报告,pdf,html,打印,布局,图集,审核,变化检测</translation>
    </message>
    <message>
        <source>series</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>序列</translation>
    </message>
    <message>
        <source>stopped unexpectedly (exit code {0})</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>意外停止(退出代码 {0})</translation>
    </message>
    <message>
        <source>the first one</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>第一幅</translation>
    </message>
    <message>
        <source>the model that ships</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>随插件提供的模型</translation>
    </message>
    <message>
        <source>the model's own</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>模型自身的值</translation>
    </message>
    <message>
        <source>the one before it</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>它的前一幅</translation>
    </message>
    <message>
        <source>time series,temporal,multitemporal,chart,years</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>时间序列,时态,多时相,图表,年份</translation>
    </message>
    <message>
        <source>training,data set,review,learn,fine-tune,captions,masks,LEVIR,change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>训练,数据集,审核,学习,微调,语句,掩膜,LEVIR,变化检测</translation>
    </message>
    <message>
        <source>training,learn,fine-tune,model,review,captions,deep learning</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>训练,学习,微调,模型,审核,语句,deep learning</translation>
    </message>
    <message>
        <source>trying the packages</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>试用软件包</translation>
    </message>
    <message>
        <source>updating pip</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>更新 pip</translation>
    </message>
    <message>
        <source>was ended by signal {0}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>被信号 {0} 终止</translation>
    </message>
    <message>
        <source>web map,XYZ,WMS,WMTS,ArcGIS,tiles,basemap,download,clip,GeoTIFF,imagery</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>网络地图,XYZ,WMS,WMTS,ArcGIS,瓦片,底图,下载,裁剪,GeoTIFF,影像</translation>
    </message>
    <message>
        <source>zones,zonal statistics,wards,districts,sum,summary,paragraph,change detection</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>分区,分区统计,街区,行政区,求和,摘要,段落,变化检测</translation>
    </message>
    <message>
        <source>{0:g}–{1:g} m per pixel</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>每像素 {0:g}–{1:g} 米</translation>
    </message>
    <message>
        <source>{0} % of the pixels did not come from the server; they count as no data.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}% 的像元未从服务器收到，按无数据处理。</translation>
    </message>
    <message>
        <source>{0} % of the pixels lie in tiles of one colour, without a picture; they count as no data.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}% 的像元位于只有一种颜色、没有图像的瓦片中，按无数据处理。</translation>
    </message>
    <message>
        <source>{0} (damaged)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}(已损坏)</translation>
    </message>
    <message>
        <source>{0} (ships with the plugin)</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}(随插件提供)</translation>
    </message>
    <message>
        <source>{0} also holds “{1}”, which would be lost. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 还含有“{1}”，将会丢失。请为结果换一个名称。</translation>
    </message>
    <message>
        <source>{0} cannot be opened as a raster.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 无法作为栅格打开。</translation>
    </message>
    <message>
        <source>{0} cannot be written. Close it elsewhere or choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法写入 {0}。请在别处关闭它或另选名称。</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法写入 {0}:{1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法写入 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}. Correct that and try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法写入 {0}:{1}。请更正后重试。</translation>
    </message>
    <message>
        <source>{0} cannot be written; is the disk full?</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法写入 {0};磁盘满了吗?</translation>
    </message>
    <message>
        <source>{0} cannot make virtual environments. Install that part first (on Debian and Ubuntu: sudo apt install python3-venv) and try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 无法创建虚拟环境。请先安装该组件(Debian 和 Ubuntu:sudo apt install python3-venv),然后重试。</translation>
    </message>
    <message>
        <source>{0} could not be removed: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法移除 {0}:{1}。</translation>
    </message>
    <message>
        <source>{0} could not be started: {1}</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法启动 {0}:{1}</translation>
    </message>
    <message>
        <source>{0} finished tiles stay on the map as a temporary layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 个已完成的图块作为临时图层留在地图上。</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 小时</translation>
    </message>
    <message>
        <source>{0} has come into being meanwhile; the result is in {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 在此期间已出现；结果保存在 {1}。</translation>
    </message>
    <message>
        <source>{0} has {1:.1f} GB free; the engine needs {2} GB. Make room and try again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 剩余 {1:.1f} GB;引擎需要 {2} GB。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>{0} holds something else than a result of Describe Changes. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 的内容不是 Describe Changes 的结果。请为结果换一个名称。</translation>
    </message>
    <message>
        <source>{0} holds something else than a time series. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 的内容不是时间序列。请为结果另选名称。</translation>
    </message>
    <message>
        <source>{0} holds {1} reviewed areas, which would be lost. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 含有 {1} 个已审查的区域，将会丢失。请为结果换一个名称。</translation>
    </message>
    <message>
        <source>{0} holds {1} reviewed tiles, which would be lost. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 含有 {1} 个已审核的图块,会因此丢失。请为结果另选名称。</translation>
    </message>
    <message>
        <source>{0} is a folder. Give the name of a file to write.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 是文件夹。请给出要写入的文件名。</translation>
    </message>
    <message>
        <source>{0} is missing. Install the plugin Describe Changes again.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>缺少 {0}。请重新安装插件 Describe Changes。</translation>
    </message>
    <message>
        <source>{0} is named for two outputs. Give each a name of its own.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 被用于两个输出。请为每个输出取各自的名称。</translation>
    </message>
    <message>
        <source>{0} is no environment of this plugin's and is left alone.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 不是本插件的环境,保持不动。</translation>
    </message>
    <message>
        <source>{0} is not a layout template of QGIS; take the one that ships.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 不是 QGIS 的布局模板;请使用随插件提供的模板。</translation>
    </message>
    <message>
        <source>{0} is one of the inputs and would be overwritten. Choose another name for the output.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 是输入之一，将会被覆盖。请为输出换一个名称。</translation>
    </message>
    <message>
        <source>{0} is open in another program, or was not closed properly. Close it there, or choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 正被其他程序打开，或未正常关闭。请在那里关闭，或换一个名称。</translation>
    </message>
    <message>
        <source>{0} is open in the project as “{1}”. Choose another name for the result, or remove the layer first.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 已在工程中作为“{1}”打开。请为结果换一个名称，或先移除该图层。</translation>
    </message>
    <message>
        <source>{0} is there already and cannot be read. Choose another name for the result.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 已存在且无法读取。请为结果另选名称。</translation>
    </message>
    <message>
        <source>{0} is there already and cannot be written: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 已存在，无法写入：{1}。</translation>
    </message>
    <message>
        <source>{0} is there already and is no {1} file. Choose another name.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 已存在，且不是 {1} 文件。请换一个名称。</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} of the images have no date yet; double-click to enter one.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 幅影像还没有日期;双击以输入。</translation>
    </message>
    <message>
        <source>{0} of them were finished by an earlier run.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>其中 {0} 个由先前的运行完成。</translation>
    </message>
    <message>
        <source>{0} of {1} tiles changed, {2} changed areas, {3}, in {4}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{1} 个图块中 {0} 个有变化，{2} 个变化区域，{3}，用时 {4}。</translation>
    </message>
    <message>
        <source>{0} packages are installed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已安装 {0} 个软件包。</translation>
    </message>
    <message>
        <source>{0} pairs of dates.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 个日期对。</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} sites changed, {1} in all, found in {2} tiles in {3}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 个地点有变化，共 {1}，在 {2} 个图块中找到，用时 {3}。</translation>
    </message>
    <message>
        <source>{0} tiles on a grid of {1} × {2} pixels of {3} m.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 个图块，网格 {1} × {2} 像素，每像素 {3} m。</translation>
    </message>
    <message>
        <source>{0} tiles, {1} × {2} pixels of {3} m.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} 个图块，{1} × {2} 像素，每像素 {3} m。</translation>
    </message>
    <message>
        <source>{0} verdicts were taken over from “{1}”.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>已从“{1}”沿用 {0} 条判定。</translation>
    </message>
    <message>
        <source>{0} × {1} pixels are more than the {2} that are fetched of a web map at once. Choose a smaller extent, or pixels of {3} m or more.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} 个像元超过了一次可从网络地图下载的 {2} 个。请选择较小的范围，或 {3} 米以上的像元。</translation>
    </message>
    <message>
        <source>{0} × {1} pixels are too few to describe anything. Choose a larger extent, or smaller pixels.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} 个像元太少，无法描述。请选择更大的范围或更小的像元。</translation>
    </message>
    <message>
        <source>{0} × {1} pixels of {2} m on the ground, about {3} tiles.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} 个像元，地面边长 {2} 米，约 {3} 个瓦片。</translation>
    </message>
    <message>
        <source>{0} × {1} pixels of {2} m on the ground.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} × {1} 个像元，地面边长 {2} 米。</translation>
    </message>
    <message>
        <source>{0} → {1}: {2} of {3} tiles changed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0} → {1}:{2}/{3} 个图块有变化。</translation>
    </message>
    <message>
        <source>{0}: {1} in one area</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}：{1}，一个区域</translation>
    </message>
    <message>
        <source>{0}: {1} in {2} areas</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>{0}:{1},共 {2} 个区域</translation>
    </message>
    <message>
        <source>“Resume” goes on from there.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“继续”会从那里接着运行。</translation>
    </message>
    <message>
        <source>“auto” computes on: {0}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“auto”使用的计算设备:{0}。</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” do not overlap on the ground. Choose rasters of the same place, or check their CRSs.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”和“{1}”在地面上不重叠。请选择同一地点的栅格,或检查其坐标参照系。</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” do not overlap on the ground. Choose two rasters of the same place, or check their CRSs.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”和“{1}”在地面上不重叠。请选择同一地点的两幅栅格,或检查其坐标参照系。</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” have the same date ({2}). Correct one of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”和“{1}”日期相同({2})。请更正其中一个。</translation>
    </message>
    <message>
        <source>“{0}” cannot be edited.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”无法编辑。</translation>
    </message>
    <message>
        <source>“{0}” cannot be written to. Export it to a GeoPackage and review that.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>无法写入“{0}”。请导出到 GeoPackage 再审核。</translation>
    </message>
    <message>
        <source>“{0}” has no picture here at this resolution: {1} sent one colour only. Take larger pixels or another place.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”在此处没有该分辨率的图像：{1} 只返回了一种颜色。请使用更大的像元或换一个地点。</translation>
    </message>
    <message>
        <source>“{0}” has no polygon. Choose another layer.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”没有多边形。请选择另一个图层。</translation>
    </message>
    <message>
        <source>“{0}” has no polygons to stay within; select some, or leave it empty.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”没有可限定范围的多边形;请选中一些,或留空。</translation>
    </message>
    <message>
        <source>“{0}” has none of the changed areas that “{1}” names. Choose the layer of the same run.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”中没有“{1}”所指的任何变化区域。请选择同一次运行的图层。</translation>
    </message>
    <message>
        <source>“{0}” has other no-data values in one band than in another. Give all bands the same (Layer Properties ▸ Transparency), or write them into the file.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”不同波段的无数据值不一致。请为所有波段设置相同的值（图层属性 ▸ 透明度），或将其写入文件。</translation>
    </message>
    <message>
        <source>“{0}” has {1} bands; band {2} is not among them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”有 {1} 个波段，其中没有波段 {2}。</translation>
    </message>
    <message>
        <source>“{0}” is imported.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”已导入。</translation>
    </message>
    <message>
        <source>“{0}” is in the series twice. Remove one of them.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”在序列中出现两次。请移除一个。</translation>
    </message>
    <message>
        <source>“{0}” is no address; it begins in https:// or s3://.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”不是地址；地址以 https:// 或 s3:// 开头。</translation>
    </message>
    <message>
        <source>“{0}” is no export of reviewed tiles. Make one with “Export reviewed tiles for training” and name its folder.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”不是已审核图块的导出。请用“导出已审核的图块用于训练”生成一个,并指定其文件夹。</translation>
    </message>
    <message>
        <source>“{0}” is no layer of changed areas.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”不是变化区域图层。</translation>
    </message>
    <message>
        <source>“{0}” is no layer of sites or tiles. Take one that “Describe changes” has made.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”不是地点或图块图层。请使用“描述变化”生成的图层。</translation>
    </message>
    <message>
        <source>“{0}” is not a date. Write 2011, 2011-05, 2011-05-22 or 2007/2010.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”不是日期。请写 2011、2011-05、2011-05-22 或 2007/2010。</translation>
    </message>
    <message>
        <source>“{0}” is not a file. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”不是文件。请先另存为 GeoTIFF(右键 ▸ 导出 ▸ 另存为…)。</translation>
    </message>
    <message>
        <source>“{0}” is not a list of bands. Write three numbers from 1, for example 3,2,1, and others by name, for example nir=4.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”不是波段列表。请写出从 1 起的三个数字,例如 3,2,1,其他波段按名称给出,例如 nir=4。</translation>
    </message>
    <message>
        <source>“{0}” is not a web map; it can be described as it is.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”不是网络地图，可以直接描述。</translation>
    </message>
    <message>
        <source>“{0}” is not the name of exactly one of the images.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”不是恰好一幅影像的名称。</translation>
    </message>
    <message>
        <source>“{0}” is now the file {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”现为文件 {1}。</translation>
    </message>
    <message>
        <source>“{0}” is removed.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”已移除。</translation>
    </message>
    <message>
        <source>“{0}” is still being filled. Wait until the run has ended.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”仍在写入。请等待运行结束。</translation>
    </message>
    <message>
        <source>“{0}” is taken in the CRS that its layer has in QGIS: {1}.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”采用其图层在 QGIS 中的坐标参照系：{1}。</translation>
    </message>
    <message>
        <source>“{0}” was there already and stays as it is.</source>
        <translatorcomment>machine-translated, not yet read by a person</translatorcomment>
        <translation>“{0}”已存在，保持不变。</translation>
    </message>
</context>
</TS>
