"""Numbers, addresses and names that people of seven countries write into questions are kept nowhere."""

from __future__ import annotations

import json

import pytest

from generator.demand import read

PERSONAL = """
ana.horvat@posta.example
Ana.Horvat+faq@posta.example
ana (at) posta (dot) example
ana at posta.example
ana zavináč posta tečka example
ана маймуно поща точка бг
@ana_horvat
+385 91 123 4567
091/123-4567
00381 64 1234567
064–123–45–67
+386 (0)41 123 456
+420 601 123 456
601 123 456
+359 88 123 4567
0888_123_456
+44 20 7946 0958
HR1210010051863000160
HR12 1001 0051 8630 0016 0
RS35 2600 0560 1001 6113 79
RS35-2600-0560-1001-6113-79
SI56 2633 0001 2039 086
CZ65 0800 0000 1920 0014 5399
BG80 BNBG 9661 1020 3456 78
GB82WEST12345698765432
GB82.WEST.1234.5698.7654.32
4111 1111 1111 1111
4111-1111-1111-1111
4111*1111*1111*1111
5500 0000 0000 0004
378282246310005
OIB 33392005961
333 920 059 61
OIB: 333.920.059.61
JMBG 0101990330023
0101990 33 0023
EMŠO 0101006500006
davčna 15012557
SI15012557
150:125:57
900101/1239
9001011239
ЕГН 7523169263
75 23 16 92 63
#48213
№ 4821
order 4821
order no. 4821
narudžba br. 4821
narudžba broj: 4821
поръчка номер 4821
поруџбина бр. 4821
naročilo št. 4821
objednávka č. 4821
faktura 20264821
ZR-2026-0012
RR123456789HR
7f3a9c21be
https://track.example/p?t=7f3a9c21
track.example/p/7f3a
www.track.example
shop.example?token=abc
PIN 4821
"""
ITEMS = [line for line in PERSONAL.split("\n") if line]
COLUMNS = ("question", "day", "language", "entry", "count")


def told(log: str, name: str) -> str:
    return repr(read(log.encode(), name, {}))


@pytest.mark.parametrize("item", ITEMS)
def test_planted_in_any_column_it_is_kept_in_none(item: str) -> None:
    row = {"question": "Where is it?", "day": "2026-11-02", "language": "en", "entry": "parcel", "count": "1"}
    logs = [told(f"Where is it, {item} please?\n", "log.txt")]
    for column in COLUMNS:
        planted = {**row, column: f"{row[column]} {item}" if column == "question" else item}
        line = ",".join('"' + cell.replace('"', '""') + '"' for cell in planted.values())
        logs += [told(f"{','.join(row)}\n{line}\n", "log.csv"), told(json.dumps(planted), "log.jsonl")]
        logs.append(told(json.dumps({"ticket": planted}), "log.json"))
    secret = max(item.split(), key=lambda word: (sum(c.isdigit() for c in word), len(word)))
    assert [log for log in logs if secret in log.replace("2026, 11", "")] == []


def test_a_broken_row_is_told_without_it() -> None:
    logs = [(f"question,day\n{item}\n{{{item}", "log.csv") for item in ITEMS] + [
        (f"{{{item}", "log.jsonl") for item in ITEMS
    ]
    assert not [log for log, name in logs if any(word in told(log, name) for word in log.split()[1:] if len(word) > 5)]
