"""Training of the project's own small spaCy pipeline (tagger, morphologizer, parser) on UD English EWT."""
