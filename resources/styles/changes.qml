<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis minScale="100000000" simplifyDrawingHints="1" simplifyAlgorithm="0" labelsEnabled="0" styleCategories="AllStyleCategories" simplifyLocal="1" hasScaleBasedVisibilityFlag="0" version="3.22.16-Białowieża" simplifyDrawingTol="1" readOnly="0" symbologyReferenceScale="-1" maxScale="0" simplifyMaxScale="1">
  <flags>
    <Identifiable>1</Identifiable>
    <Removable>1</Removable>
    <Searchable>1</Searchable>
    <Private>0</Private>
  </flags>
  <temporal accumulate="0" mode="2" limitMode="0" startField="date_before" durationField="" fixedDuration="0" durationUnit="min" startExpression="" endExpression="" endField="date_after" enabled="1">
    <fixedRange>
      <start></start>
      <end></end>
    </fixedRange>
  </temporal>
  <renderer-v2 symbollevels="0" referencescale="-1" type="RuleRenderer" enableorderby="0" forceraster="0">
    <rules key="{b5b0d159-2f9e-4dd4-8ba2-92049f6f628f}">
      <rule label="Appeared" symbol="0" key="{433eb934-7644-4bff-a41e-a3865c46b82b}" filter="coalesce(&quot;review_status&quot;, '') &lt;> 'rejected' AND coalesce(&quot;transition&quot;, '') = 'appeared'"/>
      <rule label="Disappeared" symbol="1" key="{75e6e4a7-0c0e-4ff9-8a70-38855b517da1}" filter="coalesce(&quot;review_status&quot;, '') &lt;> 'rejected' AND coalesce(&quot;transition&quot;, '') = 'disappeared'"/>
      <rule label="Other change" symbol="2" key="{c324a833-0084-45c2-ad41-f8e73e71edeb}" filter="coalesce(&quot;review_status&quot;, '') &lt;> 'rejected' AND coalesce(&quot;transition&quot;, '') = ''"/>
      <rule label="Rejected" symbol="3" key="{f54796b6-de39-4e7a-8d6c-d182c72556e6}" filter="NOT (coalesce(&quot;review_status&quot;, '') &lt;> 'rejected')"/>
    </rules>
    <symbols>
      <symbol clip_to_extent="1" name="0" type="fill" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option value="" name="name" type="QString"/>
            <Option name="properties"/>
            <Option value="collection" name="type" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" locked="0" enabled="1">
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
          <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
          <prop v="213,94,0,115" k="color"/>
          <prop v="bevel" k="joinstyle"/>
          <prop v="0,0" k="offset"/>
          <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
          <prop v="MM" k="offset_unit"/>
          <prop v="213,94,0,255" k="outline_color"/>
          <prop v="solid" k="outline_style"/>
          <prop v="0.4" k="outline_width"/>
          <prop v="MM" k="outline_width_unit"/>
          <prop v="solid" k="style"/>
          <data_defined_properties>
            <Option type="Map">
              <Option value="" name="name" type="QString"/>
              <Option name="properties"/>
              <Option value="collection" name="type" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" name="1" type="fill" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option value="" name="name" type="QString"/>
            <Option name="properties"/>
            <Option value="collection" name="type" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" locked="0" enabled="1">
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
          <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
          <prop v="0,114,178,115" k="color"/>
          <prop v="bevel" k="joinstyle"/>
          <prop v="0,0" k="offset"/>
          <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
          <prop v="MM" k="offset_unit"/>
          <prop v="0,114,178,255" k="outline_color"/>
          <prop v="solid" k="outline_style"/>
          <prop v="0.4" k="outline_width"/>
          <prop v="MM" k="outline_width_unit"/>
          <prop v="solid" k="style"/>
          <data_defined_properties>
            <Option type="Map">
              <Option value="" name="name" type="QString"/>
              <Option name="properties"/>
              <Option value="collection" name="type" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" name="2" type="fill" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option value="" name="name" type="QString"/>
            <Option name="properties"/>
            <Option value="collection" name="type" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" locked="0" enabled="1">
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
          <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
          <prop v="204,121,167,115" k="color"/>
          <prop v="bevel" k="joinstyle"/>
          <prop v="0,0" k="offset"/>
          <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
          <prop v="MM" k="offset_unit"/>
          <prop v="204,121,167,255" k="outline_color"/>
          <prop v="solid" k="outline_style"/>
          <prop v="0.4" k="outline_width"/>
          <prop v="MM" k="outline_width_unit"/>
          <prop v="solid" k="style"/>
          <data_defined_properties>
            <Option type="Map">
              <Option value="" name="name" type="QString"/>
              <Option name="properties"/>
              <Option value="collection" name="type" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" name="3" type="fill" alpha="1" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option value="" name="name" type="QString"/>
            <Option name="properties"/>
            <Option value="collection" name="type" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" locked="0" enabled="1">
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
          <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
          <prop v="255,255,255,0" k="color"/>
          <prop v="bevel" k="joinstyle"/>
          <prop v="0,0" k="offset"/>
          <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
          <prop v="MM" k="offset_unit"/>
          <prop v="140,140,140,255" k="outline_color"/>
          <prop v="dash" k="outline_style"/>
          <prop v="0.3" k="outline_width"/>
          <prop v="MM" k="outline_width_unit"/>
          <prop v="no" k="style"/>
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
    <field name="objects" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
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
    <alias name="Buildings told apart" field="objects" index="6"/>
    <alias name="Sentence" field="caption" index="7"/>
    <alias name="Tile" field="tile_id" index="8"/>
    <alias name="Site" field="site_id" index="9"/>
    <alias name="Earlier date" field="date_before" index="10"/>
    <alias name="Earlier date, end" field="date_before_end" index="11"/>
    <alias name="Later date" field="date_after" index="12"/>
    <alias name="Later date, end" field="date_after_end" index="13"/>
    <alias name="Dates" field="dates" index="14"/>
    <alias name="Verdict" field="review_status" index="15"/>
  </aliases>
  <defaults>
    <default field="change_id" expression="" applyOnUpdate="0"/>
    <default field="class" expression="" applyOnUpdate="0"/>
    <default field="transition" expression="" applyOnUpdate="0"/>
    <default field="area_m2" expression="" applyOnUpdate="0"/>
    <default field="perimeter_m" expression="" applyOnUpdate="0"/>
    <default field="mean_probability" expression="" applyOnUpdate="0"/>
    <default field="objects" expression="" applyOnUpdate="0"/>
    <default field="caption" expression="" applyOnUpdate="0"/>
    <default field="tile_id" expression="" applyOnUpdate="0"/>
    <default field="site_id" expression="" applyOnUpdate="0"/>
    <default field="date_before" expression="" applyOnUpdate="0"/>
    <default field="date_before_end" expression="" applyOnUpdate="0"/>
    <default field="date_after" expression="" applyOnUpdate="0"/>
    <default field="date_after_end" expression="" applyOnUpdate="0"/>
    <default field="dates" expression="" applyOnUpdate="0"/>
    <default field="review_status" expression="" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint exp_strength="0" field="change_id" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="class" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="transition" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="area_m2" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="perimeter_m" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="mean_probability" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="objects" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="caption" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="tile_id" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="site_id" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="date_before" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="date_before_end" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="date_after" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="date_after_end" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="dates" notnull_strength="0" unique_strength="0" constraints="0"/>
    <constraint exp_strength="0" field="review_status" notnull_strength="0" unique_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint exp="" field="change_id" desc=""/>
    <constraint exp="" field="class" desc=""/>
    <constraint exp="" field="transition" desc=""/>
    <constraint exp="" field="area_m2" desc=""/>
    <constraint exp="" field="perimeter_m" desc=""/>
    <constraint exp="" field="mean_probability" desc=""/>
    <constraint exp="" field="objects" desc=""/>
    <constraint exp="" field="caption" desc=""/>
    <constraint exp="" field="tile_id" desc=""/>
    <constraint exp="" field="site_id" desc=""/>
    <constraint exp="" field="date_before" desc=""/>
    <constraint exp="" field="date_before_end" desc=""/>
    <constraint exp="" field="date_after" desc=""/>
    <constraint exp="" field="date_after_end" desc=""/>
    <constraint exp="" field="dates" desc=""/>
    <constraint exp="" field="review_status" desc=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributeactions/>
  <attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0">
    <columns>
      <column hidden="0" name="change_id" type="field" width="80"/>
      <column hidden="0" name="class" type="field" width="110"/>
      <column hidden="0" name="transition" type="field" width="130"/>
      <column hidden="0" name="area_m2" type="field" width="100"/>
      <column hidden="0" name="perimeter_m" type="field" width="100"/>
      <column hidden="0" name="mean_probability" type="field" width="130"/>
      <column hidden="0" name="objects" type="field" width="140"/>
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
    <field name="objects" editable="0"/>
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
  <mapTip>&lt;div style="width:335px;font-family:sans-serif">
&lt;div style="color:#555">[% replace(replace(replace(coalesce(nullif(attribute($currentfeature, 'dates'), ''), coalesce(format_date("date_before", 'yyyy-MM-dd'), '?') || ' → ' || coalesce(format_date("date_after", 'yyyy-MM-dd'), '?')), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '>', '&amp;gt;') %]&lt;/div>
&lt;p style="margin:4px 0">&lt;b>[% replace(replace(replace(trim("class" || ' ' || coalesce(transition, '')), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '>', '&amp;gt;') %]&lt;/b>,
[% format_number(round(area_m2, 2 - floor(log10(max(area_m2, 1)))), 0) || ' m², outline ' || format_number(perimeter_m, 0) ||
' m, probability ' || format_number(mean_probability, 2) %]&lt;/p>
&lt;p style="margin:4px 0">[% replace(replace(replace(coalesce(caption, ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '>', '&amp;gt;') %]&lt;/p>
&lt;/div></mapTip>
  <layerGeometryType>2</layerGeometryType>
</qgis>
