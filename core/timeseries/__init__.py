"""A run over several dates: pairs, summary, chart, table."""
