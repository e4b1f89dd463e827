"""The commands of the command line that the engine alone carries out, one module per group."""
