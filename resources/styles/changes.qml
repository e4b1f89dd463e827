<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" simplifyDrawingHints="1" symbologyReferenceScale="-1" styleCategories="AllStyleCategories" simplifyLocal="1" simplifyMaxScale="1" simplifyAlgorithm="0" simplifyDrawingTol="1" maxScale="0" version="3.22.16-Białowieża" readOnly="0" hasScaleBasedVisibilityFlag="0" minScale="100000000">
  <flags>
    <Identifiable>1</Identifiable>
    <Removable>1</Removable>
    <Searchable>1</Searchable>
    <Private>0</Private>
  </flags>
  <temporal durationField="" mode="2" accumulate="0" endField="date_after" enabled="1" startExpression="" endExpression="" durationUnit="min" limitMode="0" startField="date_before" fixedDuration="0">
    <fixedRange>
      <start></start>
      <end></end>
    </fixedRange>
  </temporal>
  <renderer-v2 referencescale="-1" type="RuleRenderer" enableorderby="0" forceraster="0" symbollevels="0">
    <rules key="{0eac9706-46cf-44fe-8495-20fe24091b55}">
      <rule symbol="0" filter="coalesce(&quot;review_status&quot;, '') &lt;> 'rejected' AND coalesce(&quot;transition&quot;, '') = 'appeared'" key="{5ea116e3-afcc-400c-ae84-58e3eee77034}" label="Appeared"/>
      <rule symbol="1" filter="coalesce(&quot;review_status&quot;, '') &lt;> 'rejected' AND coalesce(&quot;transition&quot;, '') = 'disappeared'" key="{7ea58c95-26a5-46a9-b499-febf277a0918}" label="Disappeared"/>
      <rule symbol="2" filter="coalesce(&quot;review_status&quot;, '') &lt;> 'rejected' AND coalesce(&quot;transition&quot;, '') = ''" key="{bad0238e-ea4b-43c3-8a8a-fbc7478745e6}" label="Other change"/>
      <rule symbol="3" filter="NOT (coalesce(&quot;review_status&quot;, '') &lt;> 'rejected')" key="{33d8b1a7-bb7e-47a8-a7fe-59af22c1ee4b}" label="Rejected"/>
    </rules>
    <symbols>
      <symbol type="fill" clip_to_extent="1" force_rhr="0" alpha="1" name="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" value="" name="name"/>
            <Option name="properties"/>
            <Option type="QString" value="collection" name="type"/>
          </Option>
        </data_defined_properties>
        <layer locked="0" pass="0" class="SimpleFill" enabled="1">
          <Option type="Map">
            <Option type="QString" value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale"/>
            <Option type="QString" value="213,94,0,115" name="color"/>
            <Option type="QString" value="bevel" name="joinstyle"/>
            <Option type="QString" value="0,0" name="offset"/>
            <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
            <Option type="QString" value="MM" name="offset_unit"/>
            <Option type="QString" value="213,94,0,255" name="outline_color"/>
            <Option type="QString" value="solid" name="outline_style"/>
            <Option type="QString" value="0.4" name="outline_width"/>
            <Option type="QString" value="MM" name="outline_width_unit"/>
            <Option type="QString" value="solid" name="style"/>
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
              <Option type="QString" value="" name="name"/>
              <Option name="properties"/>
              <Option type="QString" value="collection" name="type"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="fill" clip_to_extent="1" force_rhr="0" alpha="1" name="1">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" value="" name="name"/>
            <Option name="properties"/>
            <Option type="QString" value="collection" name="type"/>
          </Option>
        </data_defined_properties>
        <layer locked="0" pass="0" class="SimpleFill" enabled="1">
          <Option type="Map">
            <Option type="QString" value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale"/>
            <Option type="QString" value="0,114,178,115" name="color"/>
            <Option type="QString" value="bevel" name="joinstyle"/>
            <Option type="QString" value="0,0" name="offset"/>
            <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
            <Option type="QString" value="MM" name="offset_unit"/>
            <Option type="QString" value="0,114,178,255" name="outline_color"/>
            <Option type="QString" value="solid" name="outline_style"/>
            <Option type="QString" value="0.4" name="outline_width"/>
            <Option type="QString" value="MM" name="outline_width_unit"/>
            <Option type="QString" value="solid" name="style"/>
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
              <Option type="QString" value="" name="name"/>
              <Option name="properties"/>
              <Option type="QString" value="collection" name="type"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="fill" clip_to_extent="1" force_rhr="0" alpha="1" name="2">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" value="" name="name"/>
            <Option name="properties"/>
            <Option type="QString" value="collection" name="type"/>
          </Option>
        </data_defined_properties>
        <layer locked="0" pass="0" class="SimpleFill" enabled="1">
          <Option type="Map">
            <Option type="QString" value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale"/>
            <Option type="QString" value="204,121,167,115" name="color"/>
            <Option type="QString" value="bevel" name="joinstyle"/>
            <Option type="QString" value="0,0" name="offset"/>
            <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
            <Option type="QString" value="MM" name="offset_unit"/>
            <Option type="QString" value="204,121,167,255" name="outline_color"/>
            <Option type="QString" value="solid" name="outline_style"/>
            <Option type="QString" value="0.4" name="outline_width"/>
            <Option type="QString" value="MM" name="outline_width_unit"/>
            <Option type="QString" value="solid" name="style"/>
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
              <Option type="QString" value="" name="name"/>
              <Option name="properties"/>
              <Option type="QString" value="collection" name="type"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="fill" clip_to_extent="1" force_rhr="0" alpha="1" name="3">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" value="" name="name"/>
            <Option name="properties"/>
            <Option type="QString" value="collection" name="type"/>
          </Option>
        </data_defined_properties>
        <layer locked="0" pass="0" class="SimpleFill" enabled="1">
          <Option type="Map">
            <Option type="QString" value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale"/>
            <Option type="QString" value="255,255,255,0" name="color"/>
            <Option type="QString" value="bevel" name="joinstyle"/>
            <Option type="QString" value="0,0" name="offset"/>
            <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
            <Option type="QString" value="MM" name="offset_unit"/>
            <Option type="QString" value="140,140,140,255" name="outline_color"/>
            <Option type="QString" value="dash" name="outline_style"/>
            <Option type="QString" value="0.3" name="outline_width"/>
            <Option type="QString" value="MM" name="outline_width_unit"/>
            <Option type="QString" value="no" name="style"/>
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
              <Option type="QString" value="" name="name"/>
              <Option name="properties"/>
              <Option type="QString" value="collection" name="type"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <geometryOptions geometryPrecision="0" removeDuplicateNodes="0">
    <activeChecks type="StringList">
      <Option type="QString" value=""/>
    </activeChecks>
    <checkConfiguration/>
  </geometryOptions>
  <legend type="default-vector" showLabelLegend="0"/>
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
            <Option type="bool" value="true" name="AllowNull"/>
            <Option type="int" value="0" name="Precision"/>
            <Option type="QString" value="SpinBox" name="Style"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="perimeter_m" configurationFlags="None">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option type="bool" value="true" name="AllowNull"/>
            <Option type="int" value="0" name="Precision"/>
            <Option type="QString" value="SpinBox" name="Style"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="mean_probability" configurationFlags="None">
      <editWidget type="Range">
        <config>
          <Option type="Map">
            <Option type="bool" value="true" name="AllowNull"/>
            <Option type="int" value="2" name="Precision"/>
            <Option type="QString" value="SpinBox" name="Style"/>
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
            <Option type="bool" value="true" name="IsMultiline"/>
            <Option type="bool" value="false" name="UseHtml"/>
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
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" value="" name=""/>
              </Option>
              <Option type="Map">
                <Option type="QString" value="accepted" name="accepted"/>
              </Option>
              <Option type="Map">
                <Option type="QString" value="edited" name="edited"/>
              </Option>
              <Option type="Map">
                <Option type="QString" value="rejected" name="rejected"/>
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
    <default applyOnUpdate="0" expression="" field="change_id"/>
    <default applyOnUpdate="0" expression="" field="class"/>
    <default applyOnUpdate="0" expression="" field="transition"/>
    <default applyOnUpdate="0" expression="" field="area_m2"/>
    <default applyOnUpdate="0" expression="" field="perimeter_m"/>
    <default applyOnUpdate="0" expression="" field="mean_probability"/>
    <default applyOnUpdate="0" expression="" field="objects"/>
    <default applyOnUpdate="0" expression="" field="caption"/>
    <default applyOnUpdate="0" expression="" field="tile_id"/>
    <default applyOnUpdate="0" expression="" field="site_id"/>
    <default applyOnUpdate="0" expression="" field="date_before"/>
    <default applyOnUpdate="0" expression="" field="date_before_end"/>
    <default applyOnUpdate="0" expression="" field="date_after"/>
    <default applyOnUpdate="0" expression="" field="date_after_end"/>
    <default applyOnUpdate="0" expression="" field="dates"/>
    <default applyOnUpdate="0" expression="" field="review_status"/>
  </defaults>
  <constraints>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="change_id" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="class" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="transition" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="area_m2" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="perimeter_m" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="mean_probability" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="objects" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="caption" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="tile_id" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="site_id" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="date_before" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="date_before_end" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="date_after" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="date_after_end" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="dates" unique_strength="0"/>
    <constraint exp_strength="0" constraints="0" notnull_strength="0" field="review_status" unique_strength="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" exp="" field="change_id"/>
    <constraint desc="" exp="" field="class"/>
    <constraint desc="" exp="" field="transition"/>
    <constraint desc="" exp="" field="area_m2"/>
    <constraint desc="" exp="" field="perimeter_m"/>
    <constraint desc="" exp="" field="mean_probability"/>
    <constraint desc="" exp="" field="objects"/>
    <constraint desc="" exp="" field="caption"/>
    <constraint desc="" exp="" field="tile_id"/>
    <constraint desc="" exp="" field="site_id"/>
    <constraint desc="" exp="" field="date_before"/>
    <constraint desc="" exp="" field="date_before_end"/>
    <constraint desc="" exp="" field="date_after"/>
    <constraint desc="" exp="" field="date_after_end"/>
    <constraint desc="" exp="" field="dates"/>
    <constraint desc="" exp="" field="review_status"/>
  </constraintExpressions>
  <expressionfields/>
  <attributeactions/>
  <attributetableconfig actionWidgetStyle="dropDown" sortOrder="0" sortExpression="">
    <columns>
      <column type="field" name="change_id" hidden="0" width="80"/>
      <column type="field" name="class" hidden="0" width="110"/>
      <column type="field" name="transition" hidden="0" width="130"/>
      <column type="field" name="area_m2" hidden="0" width="100"/>
      <column type="field" name="perimeter_m" hidden="0" width="100"/>
      <column type="field" name="mean_probability" hidden="0" width="130"/>
      <column type="field" name="objects" hidden="0" width="140"/>
      <column type="field" name="caption" hidden="0" width="320"/>
      <column type="field" name="tile_id" hidden="0" width="60"/>
      <column type="field" name="site_id" hidden="0" width="60"/>
      <column type="field" name="date_before" hidden="1" width="150"/>
      <column type="field" name="date_before_end" hidden="1" width="150"/>
      <column type="field" name="date_after" hidden="1" width="150"/>
      <column type="field" name="date_after_end" hidden="1" width="150"/>
      <column type="field" name="dates" hidden="0" width="190"/>
      <column type="field" name="review_status" hidden="0" width="90"/>
      <column type="actions" hidden="1" width="-1"/>
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
