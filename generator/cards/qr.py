"""QR codes, for the few cards that are printed or shown on another screen."""

from __future__ import annotations

import functools


@functools.lru_cache(maxsize=256)
def matrix(address: str) -> tuple[str, ...]:
    """Rows of `1` (dark) and `0`, without the quiet zone of four modules, at error correction M (15 %).

    Never a Micro QR code, which telephones cannot read. Raises ValueError for more than 2,331 bytes.
    """
    import segno  # noqa: PLC0415 - few cards have a code

    code = segno.make_qr(address, error="m", boost_error=False)
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.matrix)
