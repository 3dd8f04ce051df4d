import XMLWriting

/// Pieces of WordprocessingML (ECMA-376 Part 1, chapter 17). Lengths are twips: a twentieth of a
/// point, 567 to a centimetre.
enum Word {
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  struct Run {
    var text: String
    var isBold = false
    var isItalic = false
    /// Half points; nil: as the style says.
    var size: Int?

    static func plain(_ text: String) -> Run { Run(text: text) }
    static func bold(_ text: String) -> Run { Run(text: text, isBold: true) }
    static func italic(_ text: String) -> Run { Run(text: text, isItalic: true) }
  }

  enum Alignment: String {
    case left
    case center
    case right
    case both
  }

  static func run(_ run: Run) -> XMLElement {
    var properties: [XMLElement] = []
    if run.isBold { properties += [XMLElement("w:b"), XMLElement("w:bCs")] }
    if run.isItalic { properties += [XMLElement("w:i"), XMLElement("w:iCs")] }
    if let size = run.size {
      properties += [
        XMLElement("w:sz", ["w:val": "\(size)"]), XMLElement("w:szCs", ["w:val": "\(size)"]),
      ]
    }
    let text = XMLElement("w:t", ["xml:space": "preserve"], isMixed: true, [.text(run.text)])
    return XMLElement(
      "w:r",
      elements: (properties.isEmpty ? [] : [XMLElement("w:rPr", elements: properties)]) + [text])
  }

  static func paragraph(
    _ runs: [Run], style: String? = nil, alignment: Alignment? = nil, properties: [XMLElement] = []
  ) -> XMLElement {
    var all: [XMLElement] = []
    if let style { all.append(XMLElement("w:pStyle", ["w:val": style])) }
    all += properties
    if let alignment { all.append(XMLElement("w:jc", ["w:val": alignment.rawValue])) }
    return XMLElement(
      "w:p", elements: (all.isEmpty ? [] : [XMLElement("w:pPr", elements: all)]) + runs.map(run))
  }

  static func paragraph(
    _ text: String, style: String? = nil, alignment: Alignment? = nil
  ) -> XMLElement {
    paragraph([.plain(text)], style: style, alignment: alignment)
  }

  /// A line of `width` in the middle of a column of `column` (Decree 30/2020, Phụ lục I).
  static func rule(width: Int, in column: Int) -> XMLElement {
    let side = max(0, (column - width) / 2)
    return paragraph(
      [], style: "Vach",
      properties: [
        XMLElement(
          "w:pBdr",
          elements: [
            XMLElement(
              "w:top", ["w:val": "single", "w:sz": "6", "w:space": "1", "w:color": "000000"])
          ]),
        XMLElement("w:ind", ["w:left": "\(side)", "w:right": "\(side)"]),
      ])
  }

  // MARK: Tables

  struct Cell {
    var paragraphs: [XMLElement]

    init(_ paragraphs: [XMLElement]) { self.paragraphs = paragraphs }

    init(_ text: String, style: String = "O", alignment: Alignment? = nil) {
      paragraphs = [Word.paragraph(text, style: style, alignment: alignment)]
    }

    /// A paragraph a line; an empty cell still has one.
    init(lines: [String], style: String = "O") {
      paragraphs = (lines.isEmpty ? [""] : lines).map { Word.paragraph($0, style: style) }
    }
  }

  /// - Parameters:
  ///   - widths: of the columns.
  ///   - head: of the first row, which is repeated on every page; nil: there is none.
  static func table(
    widths: [Int], head: [String]?, rows: [[Cell]], hasBorders: Bool = true, title: String? = nil
  ) -> XMLElement {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
    let borders = sides.map { side in
      hasBorders
        ? XMLElement(
          "w:\(side)", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"])
        : XMLElement("w:\(side)", ["w:val": "nil"])
    }
    let margins = hasBorders ? "70" : "0"
    var properties = [
      XMLElement("w:tblW", ["w:w": "\(widths.reduce(0, +))", "w:type": "dxa"]),
      XMLElement("w:tblBorders", elements: borders),
      XMLElement("w:tblLayout", ["w:type": "fixed"]),
      XMLElement(
        "w:tblCellMar",
        elements: [
          XMLElement("w:left", ["w:w": margins, "w:type": "dxa"]),
          XMLElement("w:right", ["w:w": margins, "w:type": "dxa"]),
        ]),
    ]
    // What the table is, for those who hear the page.
    if let title { properties.append(XMLElement("w:tblCaption", ["w:val": title])) }
    let grid = widths.map { XMLElement("w:gridCol", ["w:w": "\($0)"]) }
    let headRow = head.map { names in
      row(names.map { Cell($0, style: "DauBang") }, widths, isHeader: true)
    }
    return XMLElement(
      "w:tbl",
      elements: [
        XMLElement("w:tblPr", elements: properties), XMLElement("w:tblGrid", elements: grid),
      ] + (headRow.map { [$0] } ?? []) + rows.map { row($0, widths, isHeader: false) })
  }

  /// Of a cell, in a row that stays on one page.
  private static let paragraphsKeptTogether = 4

  private static func row(_ cells: [Cell], _ widths: [Int], isHeader: Bool) -> XMLElement {
    // A short row stays on one page; a long one must break, or some programs cut it off. A header is
    // repeated on the next page.
    let isShort = cells.allSatisfy { $0.paragraphs.count <= Word.paragraphsKeptTogether }
    let properties =
      (isShort ? [XMLElement("w:cantSplit")] : []) + (isHeader ? [XMLElement("w:tblHeader")] : [])
    return XMLElement(
      "w:tr",
      elements: [XMLElement("w:trPr", elements: properties)]
        + zip(cells, widths).map { cell, width in
          XMLElement(
            "w:tc",
            elements: [
              XMLElement(
                "w:tcPr",
                elements: [XMLElement("w:tcW", ["w:w": "\(width)", "w:type": "dxa"])])
            ] + cell.paragraphs)
        })
  }

  // MARK: Sections

  /// A4 upright with the margins of Decree 30/2020: 20 mm above and below, 30 left, 15 right. The
  /// first page of a section shows no number.
  static func section(isLast: Bool) -> XMLElement {
    let properties = XMLElement(
      "w:sectPr",
      elements: [
        XMLElement("w:headerReference", ["w:type": "default", "r:id": "rId1"]),
        XMLElement("w:type", ["w:val": "nextPage"]),
        XMLElement("w:pgSz", ["w:w": "11906", "w:h": "16838"]),
        XMLElement(
          "w:pgMar",
          [
            "w:top": "1134", "w:right": "851", "w:bottom": "1134", "w:left": "1701",
            "w:header": "567", "w:footer": "567", "w:gutter": "0",
          ]),
        XMLElement("w:pgNumType", ["w:start": "1"]),
        XMLElement("w:titlePg"),
      ])
    return isLast
      ? properties
      : XMLElement("w:p", elements: [XMLElement("w:pPr", elements: [properties])])
  }

  /// Between the margins of `section`.
  static let textWidth = 11906 - 1701 - 851
}
