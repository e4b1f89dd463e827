"""Operations behind the command line and the worker."""
