import CLibXML2
import XMLReading

/// Elements the reader tells apart, by local name; those of other namespaces than
/// WordprocessingML carry their prefix in the case name.
enum WordTag: String {
  case other = ""
  // Structure
  case document, body, p, r, t, tbl, tr, tc, sdt, sdtContent, customXml, smartTag, hyperlink
  case fldSimple, bdo, dir, ins, del, moveTo, moveFrom, txbxContent, sectPr, altChunk
  case headerReference, footerReference, titlePg
  case hdr, ftr, footnotes, footnote, endnotes, endnote, comments, comment
  // Run content
  case tab, ptab, br, cr, noBreakHyphen, sym, fldChar, instrText, delText, drawing, pict, object
  case ruby, rubyBase, softHyphen
  // Properties
  case pPr, rPr, tblPr, tblGrid, trPr, tcPr, tblPrEx
  case pStyle, rStyle, tblStyle, numPr, numId, ilvl, jc, ind, outlineLvl
  case b, i, u, caps, vanish, sz, rFonts
  case gridSpan, vMerge, hMerge, gridBefore, gridAfter, gridCol, tblHeader, tblLook, hidden
  case cellDel, cellIns, cellMerge
  case pPrChange, rPrChange, sectPrChange, tblPrChange, trPrChange, tcPrChange
  // Styles and numbering
  case styles, docDefaults, rPrDefault, pPrDefault, style, name, basedOn, tblStylePr
  case numbering, abstractNum, num, abstractNumId, lvl, lvlOverride, startOverride, start, numFmt
  case lvlText, isLgl, lvlRestart, numStyleLink, styleLink
  // Other namespaces
  case alternateContent = "mc:AlternateContent"
  case choice = "mc:Choice"
  case fallback = "mc:Fallback"
  case mathText = "m:t"
  case math = "m:*"
  /// `aml:annotation` of Word 2003: what it is stands in its attributes.
  case annotation = "aml:annotation"

  /// Namespaces by URI: WordprocessingML transitional and strict have the same local names.
  enum Family {
    case word
    case compatibility
    case math
    /// WordprocessingML of Word 2003, which has some names of its own.
    case word2003
    /// Annotation markup of Word 2003: revisions and comments.
    case annotations
    /// Hints of Word 2003 for other programs: sections wrap their blocks.
    case hints
    case none

    init(uri: String) {
      self =
        switch uri {
        case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main":
          .word
        case "http://schemas.openxmlformats.org/markup-compatibility/2006": .compatibility
        case "http://schemas.openxmlformats.org/officeDocument/2006/math",
          "http://purl.oclc.org/ooxml/officeDocument/math":
          .math
        case "http://schemas.microsoft.com/office/word/2003/wordml": .word2003
        case "http://schemas.microsoft.com/aml/2001/core": .annotations
        case "http://schemas.microsoft.com/office/word/2003/auxHint": .hints
        default: .none
        }
    }
  }

  init(localName: String, family: Family) {
    switch family {
    case .word: self = WordTag(rawValue: localName) ?? .other
    case .compatibility: self = WordTag(rawValue: "mc:" + localName) ?? .other
    case .math: self = localName == "t" ? .mathText : .math
    case .word2003: self = WordTag(rawValue: WordTag.renamed[localName] ?? localName) ?? .other
    case .annotations: self = localName == "annotation" ? .annotation : .sdtContent
    case .hints: self = localName == "sect" || localName == "sub-section" ? .sdtContent : .other
    case .none: self = .other
    }
  }

  /// Names of Word 2003 for what is called otherwise since.
  private static let renamed = [
    "listPr": "numPr", "ilfo": "numId", "hlink": "hyperlink", "cfChunk": "customXml",
    "vmerge": "vMerge", "hmerge": "hMerge", "listDef": "abstractNum", "list": "num",
    "ilst": "abstractNumId", "nfc": "numFmt", "legal": "isLgl", "listStyleLink": "numStyleLink",
    "gridspan": "gridSpan", "subDoc": "customXml",
  ]
}

/// Tags of one document's elements. libxml2 interns names and shares namespace records, so both
/// are looked up by address and spelled out once.
final class WordTagTable {
  private struct Key: Hashable {
    var name: UnsafeRawPointer
    var namespace: UnsafeRawPointer?
  }
  private var known: [Key: WordTag] = [:]
  /// Word 2003 wraps content in elements of a user's own namespace, smart tags for one.
  private let seesThroughForeignElements: Bool

  init(seesThroughForeignElements: Bool = false) {
    self.seesThroughForeignElements = seesThroughForeignElements
  }
  private var recent: [(key: Key, tag: WordTag)?] = Array(repeating: nil, count: 256)

  func tag(_ node: XMLNode) -> WordTag {
    guard let name = node.pointer.pointee.name else { return .other }
    let key = Key(
      name: UnsafeRawPointer(name), namespace: node.pointer.pointee.ns.map { UnsafeRawPointer($0) })
    let slot = Int(bitPattern: key.name) >> 2 & 255
    if let hit = recent[slot], hit.key == key {
      return hit.tag == .annotation ? annotation(node) : hit.tag
    }
    let tag: WordTag
    if let hit = known[key] {
      tag = hit
    } else {
      tag = spelledOut(node)
      known[key] = tag
    }
    recent[slot] = (key, tag)
    return tag == .annotation ? annotation(node) : tag
  }

  private func spelledOut(_ node: XMLNode) -> WordTag {
    let uri = node.namespace
    let family = uri.map { WordTag.Family(uri: $0) } ?? .none
    if family == .none, seesThroughForeignElements, !WordTagTable.isDrawing(uri) {
      return .smartTag
    }
    return WordTag(localName: node.name, family: family)
  }

  /// VML and the like, whose text boxes are found through `w:pict`.
  private static func isDrawing(_ uri: String?) -> Bool {
    guard let uri else { return false }
    return uri.hasPrefix("urn:schemas-microsoft-com:") && !uri.hasSuffix(":smarttags")
  }

  private func annotation(_ node: XMLNode) -> WordTag {
    switch node.attribute("type") {
    case "Word.Insertion": .ins
    case "Word.Deletion": .del
    case "Word.Comment": .comment
    default: .other
    }
  }
}
