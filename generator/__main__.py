"""`python -m generator` is `faq`."""

from generator.cli import main

main()
