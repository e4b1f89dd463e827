"""Windows of the plugin: settings page, dock, review panel."""
