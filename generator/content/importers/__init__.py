"""FAQs from elsewhere into faq/: `reading` turns a source into entries, `writing` turns entries into files."""
