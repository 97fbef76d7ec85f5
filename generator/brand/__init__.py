"""One look for site, desk and cards: the brand's colours, logo and typeface of faq.yml, read and proven.

brand.py     what all of them share, and its reading
contrast.py  pairs of colours that people could not tell apart
logos.py     a logo's file; svg.py what an SVG may hold
typefaces.py the brand's fonts, and which languages they have the letters of
icons.py     what stands for the brand in a page's head and a browser's tab
css.py       colours and fonts as style sheets have them
"""

from generator.brand.brand import Brand, read

__all__ = ["Brand", "read"]
