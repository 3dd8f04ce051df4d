"""Makes ke-hoach-8-trang.docx from the text beside it, as a word processor writes such a plan:
Times New Roman 14 pt directly on the runs, runs split where someone once stopped typing, letterhead
and signature in tables without borders, the usual styles with their latent list, three lists.

Run it again after a change of the text; the result is the same for the same text.
"""
import pathlib
import re
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": REL,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    }.items()
)
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SESSIONS = ["00A31C4E", "00B72D10", "00C94F3A", "00D15E88"]


def run(text, bold=False, italic=False, size=28, session=0):
    marks = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    return (
        f'<w:r w:rsidRPr="{SESSIONS[session % 4]}"><w:rPr><w:rFonts w:ascii="Times New Roman" '
        f'w:hAnsi="Times New Roman" w:cs="Times New Roman"/>{marks}<w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/><w:lang w:val="vi-VN"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def paragraph(text, align="both", **marks):
    words = re.findall(r"\S+\s*", text)
    runs = "".join(
        run("".join(words[i : i + 9]), session=i // 9, **marks) for i in range(0, len(words), 9)
    )
    return (
        f'<w:p w14:paraId="{abs(hash_of(text)) % 0x7FFFFFFF:08X}" w:rsidR="{SESSIONS[0]}" '
        f'w:rsidRDefault="{SESSIONS[1]}"><w:pPr><w:spacing w:before="60" w:after="60" '
        f'w:line="264" w:lineRule="auto"/>'
        + ('<w:ind w:firstLine="709"/>' if align == "both" else "")
        + f'<w:jc w:val="{align}"/><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:pPr>'
        f"{runs}</w:p>"
    )


def hash_of(text):
    value = 0
    for character in text:
        value = (value * 31 + ord(character)) % 0x7FFFFFFF
    return value


def table(rows, widths, borders):
    edges = "".join(
        f'<w:{side} w:val="{"single" if borders else "nil"}" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ["top", "left", "bottom", "right", "insideH", "insideV"]
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    out = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}'
        f'</w:tblBorders><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    for index, cells in enumerate(rows):
        out += f'<w:tr w:rsidR="{SESSIONS[2]}">'
        if borders and index == 0:
            out += "<w:trPr><w:tblHeader/></w:trPr>"
        span = len(widths) if len(cells) == 1 else 1
        for cell, width in zip(cells, widths if span == 1 else [sum(widths)]):
            merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            out += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}</w:tcPr>'
            for text, marks in cell:
                out += paragraph(text, **marks) if text else "<w:p/>"
            out += "</w:tc>"
        out += "</w:tr>"
    return out + "</w:tbl>"


def body(text):
    head, rest = text.split("\n\n", 1)
    lines = [line.split("\t") for line in head.split("\n")]
    center = dict(align="center")
    out = table(
        [
            [
                [(lines[0][0], center | dict(bold=True, size=26)),
                 (lines[1][0], center | dict(bold=True, size=26))],
                [(lines[0][1], center | dict(bold=True, size=26)),
                 (lines[1][1], center | dict(bold=True, size=28))],
            ],
            [
                [(lines[2][0], center | dict(size=26))],
                [(lines[2][1], center | dict(italic=True))],
            ],
        ],
        [3900, 5500], borders=False,
    )
    *middle, tail = rest.strip().split("\n\n")
    for block in middle:
        rows = []
        for line in block.split("\n"):
            in_table = "\t" in line or line.startswith("QUÝ")
            if in_table:
                bold = line.startswith(("QUÝ", "TT"))
                rows.append([[(cell, dict(align="left", bold=bold, size=26))]
                             for cell in line.split("\t")])
                continue
            if rows:
                out, rows = out + table(rows, [600, 4700, 2500, 1600], borders=True), []
            if block.startswith("KẾ HOẠCH"):
                out += paragraph(line, align="center", bold=True)
            elif re.match(r"[IVX]+\. ", line) or re.match(r"\d(\.\d)?\. [^.;:]{3,80}$", line):
                out += paragraph(line, bold=True)
            elif line.startswith(("Căn cứ", "Thực hiện")):
                out += paragraph(line, italic=True)
            else:
                out += paragraph(line)
        if rows:
            out += table(rows, [600, 4700, 2500, 1600], borders=True)
    recipients, signature = zip(*(line.split("\t") for line in tail.split("\n")))
    left = [(recipients[0], dict(align="left", bold=True, italic=True, size=24))]
    left += [(line, dict(align="left", size=22)) for line in recipients[1:]]
    right = [(words, center | dict(bold=True)) for words in signature]
    out += table([[left, right]], [4700, 4700], borders=False)
    return out + (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" '
        'w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )


def styles():
    latent = "".join(
        f'<w:lsdException w:name="{name}" w:semiHidden="1" w:uiPriority="{priority}" '
        'w:unhideWhenUsed="1"/>'
        for priority in range(39, 73)
        for name in [f"{kind} {priority - 38}" for kind in (
            "toc", "index", "List Table", "Grid Table", "Medium Shading", "Light List Accent",
            "Dark List Accent", "Colorful Grid Accent")]
    )
    out = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
        'w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        f'<w:latentStyles w:defLockedState="0" w:count="376">{latent}</w:latentStyles>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    for level in range(1, 10):
        out += (
            f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading '
            f'{level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:link '
            f'w:val="Heading{level}Char"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing '
            f'w:before="240" w:after="60"/><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr>'
            '<w:b/><w:bCs/></w:rPr></w:style>'
            f'<w:style w:type="character" w:customStyle="1" w:styleId="Heading{level}Char">'
            f'<w:name w:val="Heading {level} Char"/><w:basedOn w:val="DefaultParagraphFont"/>'
            f'<w:link w:val="Heading{level}"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
        )
    for name in ["Header", "Footer", "BodyText", "BodyTextIndent", "BalloonText", "ListParagraph",
                 "NormalWeb", "Title", "Subtitle", "FootnoteText"]:
        out += (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
            '<w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4320"/>'
            '<w:tab w:val="right" w:pos="8640"/></w:tabs></w:pPr></w:style>'
        )
    return out


def numbering():
    out = ""
    for number in range(3):
        out += f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        for level in range(9):
            kind = ["decimal", "lowerLetter", "bullet"][(number + level) % 3]
            out += (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText '
                f'w:val="{"-" if kind == "bullet" else f"%{level + 1}."}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="{720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
            )
        out += "</w:abstractNum>"
    return out + "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3)
    )


def part(root, content):
    return f"{HEADER}<w:{root} {NAMESPACES}>{content}</w:{root}>"


def main():
    text = (HERE / "ke-hoach-8-trang.txt").read_text(encoding="utf-8")
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.wordprocessingml.{kind}+xml"/>' for name, kind in kinds.items()
    )
    entries = {
        "[Content_Types].xml": f'{HEADER}<Types xmlns="{package}/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{HEADER}<Relationships xmlns="{package}/relationships"><Relationship '
        f'Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEADER}<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/styles" Target="styles.xml"/><Relationship '
        f'Id="rId2" Type="{REL}/numbering" Target="numbering.xml"/></Relationships>',
        "word/document.xml": part("document", f"<w:body>{body(text)}</w:body>"),
        "word/styles.xml": part("styles", styles()),
        "word/numbering.xml": part("numbering", numbering()),
    }
    with zipfile.ZipFile(HERE / "ke-hoach-8-trang.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, date_time=(2025, 1, 6, 8, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)


if __name__ == "__main__":
    main()
