"""Panel of the first start: engine, model, example."""
