"""From files in faq/ to a validated Library, and new files into faq/."""
