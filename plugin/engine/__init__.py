"""The client of the engine: where its Python is, how it is started, asked, cancelled, installed and checked."""
