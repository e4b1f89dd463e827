<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingTol="1" symbologyReferenceScale="-1" styleCategories="AllStyleCategories" simplifyMaxScale="1" hasScaleBasedVisibilityFlag="0" readOnly="0" labelsEnabled="0" simplifyLocal="1" maxScale="0" simplifyDrawingHints="1" version="3.22.16-Białowieża" minScale="100000000" simplifyAlgorithm="0">
  <flags>
    <Identifiable>1</Identifiable>
    <Removable>1</Removable>
    <Searchable>1</Searchable>
    <Private>0</Private>
  </flags>
  <temporal mode="2" endExpression="" enabled="1" limitMode="0" startExpression="" endField="date_after" startField="date_before" accumulate="0" durationUnit="min" fixedDuration="0" durationField="">
    <fixedRange>
      <start></start>
      <end></end>
    </fixedRange>
  </temporal>
  <renderer-v2 forceraster="0" referencescale="-1" enableorderby="0" type="RuleRenderer" symbollevels="0">
    <rules key="{8f0c0b7b-4b8b-4957-a982-d0e7830a8fec}">
      <rule symbol="0" label="Appeared" key="{99f11420-0e33-4026-a576-fc7f8f044fcb}" filter="coalesce(&quot;review_status&quot;, '') &lt;> 'rejected' AND coalesce(&quot;transition&quot;, '') = 'appeared'"/>
      <rule symbol="1" label="Disappeared" key="{d0609a72-e9be-4362-ab99-dc14fb8f7840}" filter="coalesce(&quot;review_status&quot;, '') &lt;> 'rejected' AND coalesce(&quot;transition&quot;, '') = 'disappeared'"/>
      <rule symbol="2" label="Other change" key="{6913e248-d51d-4b3f-a099-a1d89ea2b870}" filter="coalesce(&quot;review_status&quot;, '') &lt;> 'rejected' AND coalesce(&quot;transition&quot;, '') = ''"/>
      <rule symbol="3" label="Rejected" key="{d03645dc-ad42-4257-942c-a3a8a34162ce}" filter="NOT (coalesce(&quot;review_status&quot;, '') &lt;> 'rejected')"/>
    </rules>
    <symbols>
      <symbol name="0" force_rhr="0" alpha="1" type="fill" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option value="" name="name" type="QString"/>
            <Option name="properties"/>
            <Option value="collection" name="type" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" pass="0" class="SimpleFill">
          <Option type="Map">
            <Option value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale" type="QString"/>
            <Option value="213,94,0,115" name="color" type="QString"/>
            <Option value="bevel" name="joinstyle" type="QString"/>
            <Option value="0,0" name="offset" type="QString"/>
            <Option value="3x:0,0,0,0,0,0" name="offset_map_unit_scale" type="QString"/>
            <Option value="MM" name="offset_unit" type="QString"/>
            <Option value="213,94,0,255" name="outline_color" type="QString"/>
            <Option value="solid" name="outline_style" type="QString"/>
            <Option value="0.4" name="outline_width" type="QString"/>
            <Option value="MM" name="outline_width_unit" type="QString"/>
            <Option value="solid" name="style" type="QString"/>
          </Option>
          <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="color" v="213,94,0,115"/>
          <prop k="joinstyle" v="bevel"/>
          <prop k="offset" v="0,0"/>
          <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="offset_unit" v="MM"/>
          <prop k="outline_color" v="213,94,0,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.4"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="style" v="solid"/>
          <data_defined_properties>
            <Option type="Map">
              <Option value="" name="name" type="QString"/>
              <Option name="properties"/>
              <Option value="collection" name="type" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol name="1" force_rhr="0" alpha="1" type="fill" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option value="" name="name" type="QString"/>
            <Option name="properties"/>
            <Option value="collection" name="type" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" pass="0" class="SimpleFill">
          <Option type="Map">
            <Option value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale" type="QString"/>
            <Option value="0,114,178,115" name="color" type="QString"/>
            <Option value="bevel" name="joinstyle" type="QString"/>
            <Option value="0,0" name="offset" type="QString"/>
            <Option value="3x:0,0,0,0,0,0" name="offset_map_unit_scale" type="QString"/>
            <Option value="MM" name="offset_unit" type="QString"/>
            <Option value="0,114,178,255" name="outline_color" type="QString"/>
            <Option value="solid" name="outline_style" type="QString"/>
            <Option value="0.4" name="outline_width" type="QString"/>
            <Option value="MM" name="outline_width_unit" type="QString"/>
            <Option value="solid" name="style" type="QString"/>
          </Option>
          <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="color" v="0,114,178,115"/>
          <prop k="joinstyle" v="bevel"/>
          <prop k="offset" v="0,0"/>
          <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="offset_unit" v="MM"/>
          <prop k="outline_color" v="0,114,178,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.4"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="style" v="solid"/>
          <data_defined_properties>
            <Option type="Map">
              <Option value="" name="name" type="QString"/>
              <Option name="properties"/>
              <Option value="collection" name="type" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol name="2" force_rhr="0" alpha="1" type="fill" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option value="" name="name" type="QString"/>
            <Option name="properties"/>
            <Option value="collection" name="type" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" pass="0" class="SimpleFill">
          <Option type="Map">
            <Option value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale" type="QString"/>
            <Option value="204,121,167,115" name="color" type="QString"/>
            <Option value="bevel" name="joinstyle" type="QString"/>
            <Option value="0,0" name="offset" type="QString"/>
            <Option value="3x:0,0,0,0,0,0" name="offset_map_unit_scale" type="QString"/>
            <Option value="MM" name="offset_unit" type="QString"/>
            <Option value="204,121,167,255" name="outline_color" type="QString"/>
            <Option value="solid" name="outline_style" type="QString"/>
            <Option value="0.4" name="outline_width" type="QString"/>
            <Option value="MM" name="outline_width_unit" type="QString"/>
            <Option value="solid" name="style" type="QString"/>
          </Option>
          <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="color" v="204,121,167,115"/>
          <prop k="joinstyle" v="bevel"/>
          <prop k="offset" v="0,0"/>
          <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="offset_unit" v="MM"/>
          <prop k="outline_color" v="204,121,167,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.4"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="style" v="solid"/>
          <data_defined_properties>
            <Option type="Map">
              <Option value="" name="name" type="QString"/>
              <Option name="properties"/>
              <Option value="collection" name="type" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol name="3" force_rhr="0" alpha="1" type="fill" clip_to_extent="1">
        <data_defined_properties>
          <Option type="Map">
            <Option value="" name="name" type="QString"/>
            <Option name="properties"/>
            <Option value="collection" name="type" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" pass="0" class="SimpleFill">
          <Option type="Map">
            <Option value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale" type="QString"/>
            <Option value="255,255,255,0" name="color" type="QString"/>
            <Option value="bevel" name="joinstyle" type="QString"/>
            <Option value="0,0" name="offset" type="QString"/>
            <Option value="3x:0,0,0,0,0,0" name="offset_map_unit_scale" type="QString"/>
            <Option value="MM" name="offset_unit" type="QString"/>
            <Option value="140,140,140,255" name="outline_color" type="QString"/>
            <Option value="dash" name="outline_style" type="QString"/>
            <Option value="0.3" name="outline_width" type="QString"/>
            <Option value="MM" name="outline_width_unit" type="QString"/>
            <Option value="no" name="style" type="QString"/>
          </Option>
          <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="color" v="255,255,255,0"/>
          <prop k="joinstyle" v="bevel"/>
          <prop k="offset" v="0,0"/>
          <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="offset_unit" v="MM"/>
          <prop k="outline_color" v="140,140,140,255"/>
          <prop k="outline_style" v="dash"/>
          <prop k="outline_width" v="0.3"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="style" v="no"/>
          <data_defined_properties>
            <Option type="Map">
              <Option value="" name="name" type="QString"/>
              <Option name="properties"/>
              <Option value="collection" name="type" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <geometryOptions removeDuplicateNodes="0" geometryPrecision="0">
    <activeChecks type="StringList">
      <Option value="" type="QString"/>
    </activeChecks>
    <checkConfiguration/>
  </geometryOptions>
  <legend showLabelLegend="0" type="default-vector"/>
  <referencedLayers/>
  <fieldConfiguration>
    <field name="change_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="class" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="transition" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="area_m2" configurationFlags="None">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option value="true" name="AllowNull" type="bool"/>
            <Option value="0" name="Precision" type="int"/>
            <Option value="SpinBox" name="Style" type="QString"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="perimeter_m" configurationFlags="None">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option value="true" name="AllowNull" type="bool"/>
            <Option value="0" name="Precision" type="int"/>
            <Option value="SpinBox" name="Style" type="QString"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="mean_probability" configurationFlags="None">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option value="true" name="AllowNull" type="bool"/>
            <Option value="2" name="Precision" type="int"/>
            <Option value="SpinBox" name="Style" type="QString"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="caption" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option value="true" name="IsMultiline" type="bool"/>
            <Option value="false" name="UseHtml" type="bool"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="tile_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="site_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="date_before" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="date_before_end" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="date_after" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="date_after_end" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="dates" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="review_status" configurationFlags="None">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option name="map" type="List">
              <Option type="Map">
                <Option value="" name="" type="QString"/>
              </Option>
              <Option type="Map">
                <Option value="accepted" name="accepted" type="QString"/>
              </Option>
              <Option type="Map">
                <Option value="edited" name="edited" type="QString"/>
              </Option>
              <Option type="Map">
                <Option value="rejected" name="rejected" type="QString"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias name="Area no." field="change_id" index="0"/>
    <alias name="Class" field="class" index="1"/>
    <alias name="What became of it" field="transition" index="2"/>
    <alias name="Area (m²)" field="area_m2" index="3"/>
    <alias name="Outline (m)" field="perimeter_m" index="4"/>
    <alias name="Probability (0–1)" field="mean_probability" index="5"/>
    <alias name="Sentence" field="caption" index="6"/>
    <alias name="Tile" field="tile_id" index="7"/>
    <alias name="Site" field="site_id" index="8"/>
    <alias name="Earlier date" field="date_before" index="9"/>
    <alias name="Earlier date, end" field="date_before_end" index="10"/>
    <alias name="Later date" field="date_after" index="11"/>
    <alias name="Later date, end" field="date_after_end" index="12"/>
    <alias name="Dates" field="dates" index="13"/>
    <alias name="Verdict" field="review_status" index="14"/>
  </aliases>
  <defaults>
    <default expression="" applyOnUpdate="0" field="change_id"/>
    <default expression="" applyOnUpdate="0" field="class"/>
    <default expression="" applyOnUpdate="0" field="transition"/>
    <default expression="" applyOnUpdate="0" field="area_m2"/>
    <default expression="" applyOnUpdate="0" field="perimeter_m"/>
    <default expression="" applyOnUpdate="0" field="mean_probability"/>
    <default expression="" applyOnUpdate="0" field="caption"/>
    <default expression="" applyOnUpdate="0" field="tile_id"/>
    <default expression="" applyOnUpdate="0" field="site_id"/>
    <default expression="" applyOnUpdate="0" field="date_before"/>
    <default expression="" applyOnUpdate="0" field="date_before_end"/>
    <default expression="" applyOnUpdate="0" field="date_after"/>
    <default expression="" applyOnUpdate="0" field="date_after_end"/>
    <default expression="" applyOnUpdate="0" field="dates"/>
    <default expression="" applyOnUpdate="0" field="review_status"/>
  </defaults>
  <constraints>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="change_id"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="class"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="transition"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="area_m2"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="perimeter_m"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="mean_probability"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="caption"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="tile_id"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="site_id"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="date_before"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="date_before_end"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="date_after"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="date_after_end"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="dates"/>
    <constraint exp_strength="0" notnull_strength="0" unique_strength="0" constraints="0" field="review_status"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="change_id" exp=""/>
    <constraint desc="" field="class" exp=""/>
    <constraint desc="" field="transition" exp=""/>
    <constraint desc="" field="area_m2" exp=""/>
    <constraint desc="" field="perimeter_m" exp=""/>
    <constraint desc="" field="mean_probability" exp=""/>
    <constraint desc="" field="caption" exp=""/>
    <constraint desc="" field="tile_id" exp=""/>
    <constraint desc="" field="site_id" exp=""/>
    <constraint desc="" field="date_before" exp=""/>
    <constraint desc="" field="date_before_end" exp=""/>
    <constraint desc="" field="date_after" exp=""/>
    <constraint desc="" field="date_after_end" exp=""/>
    <constraint desc="" field="dates" exp=""/>
    <constraint desc="" field="review_status" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributeactions/>
  <attributetableconfig sortExpression="" sortOrder="0" actionWidgetStyle="dropDown">
    <columns>
      <column hidden="0" name="change_id" type="field" width="80"/>
      <column hidden="0" name="class" type="field" width="110"/>
      <column hidden="0" name="transition" type="field" width="130"/>
      <column hidden="0" name="area_m2" type="field" width="100"/>
      <column hidden="0" name="perimeter_m" type="field" width="100"/>
      <column hidden="0" name="mean_probability" type="field" width="130"/>
      <column hidden="0" name="caption" type="field" width="320"/>
      <column hidden="0" name="tile_id" type="field" width="60"/>
      <column hidden="0" name="site_id" type="field" width="60"/>
      <column hidden="1" name="date_before" type="field" width="150"/>
      <column hidden="1" name="date_before_end" type="field" width="150"/>
      <column hidden="1" name="date_after" type="field" width="150"/>
      <column hidden="1" name="date_after_end" type="field" width="150"/>
      <column hidden="0" name="dates" type="field" width="190"/>
      <column hidden="0" name="review_status" type="field" width="90"/>
      <column hidden="1" type="actions" width="-1"/>
    </columns>
  </attributetableconfig>
  <conditionalstyles>
    <rowstyles/>
    <fieldstyles/>
  </conditionalstyles>
  <storedexpressions/>
  <editform tolerant="1"></editform>
  <editforminit/>
  <editforminitcodesource>0</editforminitcodesource>
  <editforminitfilepath></editforminitfilepath>
  <editforminitcode><![CDATA[]]></editforminitcode>
  <featformsuppress>0</featformsuppress>
  <editorlayout>generatedlayout</editorlayout>
  <editable>
    <field name="area_m2" editable="0"/>
    <field name="caption" editable="0"/>
    <field name="change_id" editable="0"/>
    <field name="class" editable="0"/>
    <field name="date_after" editable="0"/>
    <field name="date_after_end" editable="0"/>
    <field name="date_before" editable="0"/>
    <field name="date_before_end" editable="0"/>
    <field name="dates" editable="0"/>
    <field name="mean_probability" editable="0"/>
    <field name="perimeter_m" editable="0"/>
    <field name="review_status" editable="1"/>
    <field name="site_id" editable="0"/>
    <field name="tile_id" editable="0"/>
    <field name="transition" editable="0"/>
  </editable>
  <labelOnTop/>
  <reuseLastValue/>
  <dataDefinedFieldProperties/>
  <widgets/>
  <previewExpression>"class" || ' ' || coalesce("transition", '')</previewExpression>
  <mapTip>&lt;div style="max-width:340px;font-family:sans-serif">
&lt;div style="color:#555">[% replace(replace(replace(coalesce(nullif(attribute($currentfeature, 'dates'), ''), coalesce(format_date("date_before", 'yyyy-MM-dd'), '?') || ' → ' || coalesce(format_date("date_after", 'yyyy-MM-dd'), '?')), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '>', '&amp;gt;') %]&lt;/div>
&lt;p style="margin:4px 0">&lt;b>[% replace(replace(replace(trim("class" || ' ' || coalesce(transition, '')), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '>', '&amp;gt;') %]&lt;/b>,
[% format_number(area_m2, 0) || ' m², outline ' || format_number(perimeter_m, 0) || ' m, probability ' ||
format_number(mean_probability, 2) %]&lt;/p>
&lt;p style="margin:4px 0">[% replace(replace(replace(coalesce(caption, ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '>', '&amp;gt;') %]&lt;/p>
&lt;/div></mapTip>
  <layerGeometryType>2</layerGeometryType>
</qgis>
