import TextMatching
import XMLWriting

/// The parts of the package that say nothing of a dossier.
enum WordParts {
  private static let declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  static func bytes(_ element: XMLElement) -> [UInt8] {
    Array((declaration + element.serialised(isIndented: false)).utf8)
  }

  static var contentTypes: [UInt8] {
    func override(_ part: String, _ type: String) -> XMLElement {
      XMLElement("Override", ["PartName": part, "ContentType": type])
    }
    return bytes(
      XMLElement(
        "Types", ["xmlns": "\(package)/content-types"],
        elements: [
          XMLElement(
            "Default",
            [
              "Extension": "rels",
              "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
            ]),
          XMLElement("Default", ["Extension": "xml", "ContentType": "application/xml"]),
          override("/word/document.xml", "\(office).document.main+xml"),
          override("/word/styles.xml", "\(office).styles+xml"),
          override("/word/settings.xml", "\(office).settings+xml"),
          override("/word/header1.xml", "\(office).header+xml"),
          override(
            "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ]))
  }

  private static func relations(_ targets: [(id: String, type: String, target: String)]) -> [UInt8]
  {
    bytes(
      XMLElement(
        "Relationships", ["xmlns": "\(package)/relationships"],
        elements: targets.map {
          XMLElement("Relationship", ["Id": $0.id, "Type": $0.type, "Target": $0.target])
        }))
  }

  static var packageRelations: [UInt8] {
    relations([
      ("rId1", "\(Word.relations)/officeDocument", "word/document.xml"),
      ("rId2", "\(package)/relationships/metadata/core-properties", "docProps/core.xml"),
    ])
  }

  static var documentRelations: [UInt8] {
    relations([
      ("rId1", "\(Word.relations)/header", "header1.xml"),
      ("rId2", "\(Word.relations)/styles", "styles.xml"),
      ("rId3", "\(Word.relations)/settings", "settings.xml"),
    ])
  }

  /// The title only: nobody and no day, so that the same dossier gives the same bytes.
  static func core(title: String) -> [UInt8] {
    bytes(
      XMLElement(
        "cp:coreProperties",
        [
          "xmlns:cp": "\(package)/metadata/core-properties",
          "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        ],
        elements: [XMLElement("dc:title", isMixed: true, [.text(title)])]))
  }

  static var settings: [UInt8] {
    bytes(
      XMLElement(
        "w:settings", ["xmlns:w": Word.namespace],
        elements: [
          XMLElement("w:defaultTabStop", ["w:val": "720"]),
          XMLElement(
            "w:compat",
            elements: [
              XMLElement(
                "w:compatSetting",
                [
                  "w:name": "compatibilityMode",
                  "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15",
                ])
            ]),
        ]))
  }

  /// The page's number, in the middle of the top margin (Decree 30/2020, Phụ lục I, mục I.7).
  static var header: [UInt8] {
    bytes(
      XMLElement(
        "w:hdr", ["xmlns:w": Word.namespace],
        elements: [
          XMLElement(
            "w:p",
            elements: [
              XMLElement(
                "w:pPr",
                elements: [
                  XMLElement("w:pStyle", ["w:val": "Dau"]),
                  XMLElement("w:jc", ["w:val": "center"]),
                ]),
              XMLElement(
                "w:fldSimple", ["w:instr": " PAGE "], elements: [Word.run(.plain("2"))]),
            ])
        ]))
  }

  // MARK: Styles

  static func styles(language: Language) -> [UInt8] {
    let fonts = XMLElement(
      "w:rFonts",
      [
        "w:ascii": "Times New Roman", "w:hAnsi": "Times New Roman", "w:cs": "Times New Roman",
        "w:eastAsia": "Times New Roman",
      ])
    let defaults = XMLElement(
      "w:docDefaults",
      elements: [
        XMLElement(
          "w:rPrDefault",
          elements: [
            XMLElement(
              "w:rPr",
              elements: [
                fonts, XMLElement("w:color", ["w:val": "000000"]),
                XMLElement("w:sz", ["w:val": "26"]), XMLElement("w:szCs", ["w:val": "26"]),
                XMLElement("w:lang", ["w:val": language == .vi ? "vi-VN" : "en-GB"]),
              ])
          ]),
        XMLElement(
          "w:pPrDefault",
          elements: [
            XMLElement("w:pPr", elements: [spacing(before: 0, after: 0)])
          ]),
      ])
    return bytes(
      XMLElement(
        "w:styles", ["xmlns:w": Word.namespace],
        elements: [
          defaults,
          style("Normal", "Normal", isDefault: true),
          style(
            "NoiDung", "Nội dung", [spacing(before: 60, after: 60), alignment("both")]),
          style("Dau", "header"),
          style("Quoc", "Quốc hiệu", [alignment("center")], bold: true, size: 26),
          style("TieuNgu", "Tiêu ngữ", [alignment("center")], bold: true, size: 28),
          style("Giua", "Căn giữa", [alignment("center")]),
          style("Vach", "Đường kẻ", [spacing(before: 40, after: 80)], size: 4),
          style(
            "TenLoai", "Title", [spacing(before: 240, after: 0), alignment("center")], bold: true,
            size: 28),
          style("TrichYeu", "Subtitle", [alignment("center")], bold: true, size: 28),
          style(
            "Muc", "heading 1",
            [XMLElement("w:keepNext"), spacing(before: 240, after: 80), outline(0)], bold: true),
          style(
            "TruongHop", "heading 2",
            [XMLElement("w:keepNext"), spacing(before: 240, after: 60), outline(1)], bold: true),
          style(
            "DauTruongHop", "Đầu trường hợp",
            [XMLElement("w:keepNext"), spacing(before: 0, after: 60)]),
          style(
            "DauBang", "Đầu bảng", [XMLElement("w:keepNext"), alignment("center")], bold: true,
            size: 24),
          style("O", "Ô bảng", [spacing(before: 20, after: 20)], size: 24),
          style("NoiNhan", "Nơi nhận", size: 22),
          style("NoiNhanDau", "Nơi nhận, đầu", bold: true, italic: true, size: 24),
        ]))
  }

  private static func spacing(before: Int, after: Int) -> XMLElement {
    XMLElement(
      "w:spacing",
      [
        "w:before": "\(before)", "w:after": "\(after)", "w:line": "240", "w:lineRule": "auto",
      ])
  }

  private static func alignment(_ value: String) -> XMLElement {
    XMLElement("w:jc", ["w:val": value])
  }

  private static func outline(_ level: Int) -> XMLElement {
    XMLElement("w:outlineLvl", ["w:val": "\(level)"])
  }

  private static func style(
    _ id: String, _ name: String, _ paragraph: [XMLElement] = [], isDefault: Bool = false,
    bold: Bool = false, italic: Bool = false, size: Int? = nil
  ) -> XMLElement {
    var run: [XMLElement] = []
    if bold { run += [XMLElement("w:b"), XMLElement("w:bCs")] }
    if italic { run += [XMLElement("w:i"), XMLElement("w:iCs")] }
    if let size {
      run += [
        XMLElement("w:sz", ["w:val": "\(size)"]), XMLElement("w:szCs", ["w:val": "\(size)"]),
      ]
    }
    return XMLElement(
      "w:style",
      ["w:type": "paragraph", "w:default": isDefault ? "1" : nil, "w:styleId": id],
      elements: [XMLElement("w:name", ["w:val": name])]
        + (isDefault ? [] : [XMLElement("w:basedOn", ["w:val": "Normal"])])
        + [XMLElement("w:qFormat")]
        + (paragraph.isEmpty ? [] : [XMLElement("w:pPr", elements: paragraph)])
        + (run.isEmpty ? [] : [XMLElement("w:rPr", elements: run)]))
  }
}
