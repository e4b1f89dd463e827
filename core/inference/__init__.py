"""From tiles to finished layers: predictor, facts, manifest, executors, runner."""
