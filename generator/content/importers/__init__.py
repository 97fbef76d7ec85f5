"""FAQs from elsewhere into faq/: `reading` turns a source into entries, `writing` turns entries into files.

`formats` knows each format's reader and its signs; what helpdesks' readers share is in `articles`, what
folders' readers share in `markdown_folder`. `addresses` and `dangling` settle links, `from_html` makes
Markdown of HTML. Of a `web_page` the questions are found by `json_ld`, `disclosures` and `shown`.
"""
