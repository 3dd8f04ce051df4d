#!/usr/bin/env python3
"""Phần bổ trợ mẫu cho tdktlint: cách viết mà cơ quan thống nhất dùng.

    tdktlint check --plugin Plugins/External/tu_ngu.py ke-hoach.docx

Sửa bảng WORDS là có quy tắc của cơ quan mình. Giao thức: Rules/guide/plugins.md.

An example plug-in: the wording an office has agreed on. Standard library only.
"""

import json
import re
import sys
import xml.etree.ElementTree as ET

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
TDKT = "{urn:tdktlint:document:1}"

# Cách viết nên sửa → cách viết thay thế; cụm dài đứng trước.
WORDS = {
    "cán bộ công chức viên chức": "cán bộ, công chức, viên chức",
    "cán bộ công chức": "cán bộ, công chức",
    "công chức viên chức": "công chức, viên chức",
}
PATTERN = re.compile(r"\b(?:%s)\b" % "|".join(map(re.escape, WORDS)), re.IGNORECASE)

HELLO = {
    "protocol": 1,
    "plugin": {"id": "tu-ngu", "version": "1.0.0"},
    "rules": [
        {
            "id": "liet-ke",
            "severity": "warning",
            "tier": "practice",
            "title": {
                "vi": "Thiếu dấu phẩy giữa các nhóm người",
                "en": "Comma missing between groups of people",
            },
            "why": {
                "vi": "Tên luật và văn bản hành chính tách các nhóm bằng dấu phẩy.",
                "en": "Laws and administrative papers set the groups apart by commas.",
            },
            "message": {
                "vi": "Nên viết “{better}”, không viết “{excerpt}”.",
                "en": 'Write "{better}" rather than "{excerpt}".',
            },
            "fix": {"kind": "mechanical"},
        }
    ],
}


def ranges_of_references(paragraph):
    """Where instruments are cited: their titles are not ours to correct."""
    return [
        range(int(ref.get(TDKT + "start")), int(ref.get(TDKT + "end")))
        for ref in paragraph.iter(AKN + "ref")
    ]


def findings(tree):
    root = ET.fromstring(tree)
    for element in root.iter():
        block = element.get(TDKT + "block")
        if block is None or element.tag not in (AKN + "p", AKN + "heading"):
            continue
        # A block's text is the text of its element; offsets count Unicode scalars, as Python does.
        text = "".join(element.itertext())
        first = int(element.get(TDKT + "start"))
        cited = ranges_of_references(element)
        for match in PATTERN.finditer(text):
            start, end = first + match.start(), first + match.end()
            if any(start in place for place in cited):
                continue
            better = WORDS[match.group().lower()]
            if match.group()[0].isupper():
                better = better[0].upper() + better[1:]
            place = {"block": int(block), "start": start, "end": end}
            yield {
                "rule": "liet-ke",
                **place,
                "arguments": {"better": better},
                "fixes": [
                    {
                        "kind": "mechanical",
                        "description": {
                            "vi": "Viết: %s." % better,
                            "en": "Write: %s." % better,
                        },
                        "edits": [{**place, "text": better}],
                    }
                ],
            }


def say(message):
    print(json.dumps(message, ensure_ascii=False), flush=True)


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    for line in sys.stdin:
        message = json.loads(line)
        if "hello" in message:
            if 1 not in message["hello"]["protocols"]:
                say({"error": "phần bổ trợ này chỉ nói giao thức phiên bản 1"})
                return
            say({"hello": HELLO})
        elif "check" in message:
            check = message["check"]
            found = list(findings(check["tree"]))
            say({"result": {"document": check["document"], "findings": found}})
        elif "shutdown" in message:
            return


if __name__ == "__main__":
    main()
