import CLibXML2
import XMLReading

/// Where the text of a package's main part stands in that part's bytes, for whoever writes a copy
/// with some of it changed. Blocks and units count as in the document model.
package struct DocxTextPlaces {
  /// A text-bearing element.
  package enum Unit {
    case text(Text)
    /// Something that only stands for text (`w:tab`), or text that a copy must not touch.
    case fixed(Obstacle)
  }

  /// Why an element's text is not for changing.
  package enum Obstacle: Sendable {
    /// No character data: a tab, a line break, a symbol.
    case element
    /// The result of a field, which Word writes anew.
    case field
    /// Inserted with tracked changes: it would be changed in its author's name.
    case trackedInsertion
    /// One branch of several that must say the same.
    case alternative
    /// In a content control that is locked or shows data from elsewhere.
    case contentControl
    case formula
    /// Comments, CDATA sections and the like stand in it.
    case markup
  }

  package struct Text {
    /// Of the character data in `xml`.
    package var bytes: Range<Int>
    package var startTag: Range<Int>
    /// Whether space at its ends counts (`xml:space`).
    package var preservesSpace: Bool
  }

  /// Name of the part, as its entry is called.
  package var part: String
  package var entry: UInt64
  /// The part's bytes.
  package var xml: [UInt8]
  /// Encoded otherwise than in UTF-8, so that no byte of it is known.
  package var isForeign: Bool
  package var blocks: [[Unit]]
  /// The package carries a digital signature.
  package var isSigned: Bool

  /// - Throws: `ReadingError`, and nothing else.
  package init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
    let archive = try ZipArchive(bytes, limits: limits)
    let elements = try DocxReader.elements(of: archive, budget: ReadingBudget(limits: limits))
    guard let entry = archive.entry(named: elements.part) else {
      throw .corrupt(part: elements.part, detail: "không có trong gói / missing")
    }
    let budget = ReadingBudget(limits: limits)
    part = entry.name
    self.entry = entry.index
    xml = try archive.bytes(of: entry, budget: budget)
    isForeign = !DocxTextPlaces.isUTF8(xml)
    isSigned = elements.isSigned
    blocks = isForeign ? [] : DocxTextPlaces.units(elements.blocks, of: elements.xml, xml)
  }

  private static func units(
    _ blocks: [[StoryReader.TextBearer]], of document: XMLDocument, _ xml: [UInt8]
  ) -> [[Unit]] {
    let nodes = Set(blocks.flatMap { $0.compactMap { $0.text?.pointer } })
    let ordinals = document.ordinals(of: nodes)
    let places = ElementPlaces.find(Set(ordinals.values), in: xml)
    let tags = WordTagTable()
    return blocks.map { units in
      units.map { unit in
        guard let node = unit.text else { return .fixed(.element) }
        if unit.isInField { return .fixed(.field) }
        if let obstacle = obstacle(around: node, tags) { return .fixed(obstacle) }
        guard let place = ordinals[node.pointer].flatMap({ places[$0] }),
          let bytes = place.characters
        else { return .fixed(.markup) }
        return .text(
          Text(
            bytes: bytes, startTag: place.startTag,
            preservesSpace: xmlNodeGetSpacePreserve(node.pointer) == 1))
      }
    }
  }

  private static func obstacle(around node: XMLNode, _ tags: WordTagTable) -> Obstacle? {
    if tags.tag(node) == .mathText { return .formula }
    var next = node.pointer.pointee.parent
    while let pointer = next, pointer.pointee.type == XML_ELEMENT_NODE {
      let parent = XMLNode(pointer: pointer)
      switch tags.tag(parent) {
      case .ins, .moveTo: return .trackedInsertion
      case .fldSimple: return .field
      case .alternateContent: return .alternative
      case .sdt where isHeld(parent): return .contentControl
      default: break
      }
      next = pointer.pointee.parent
    }
    return nil
  }

  /// Locked, or bound to data from which Word fills it again (17.5.2.6, 17.5.2.23).
  private static func isHeld(_ control: XMLNode) -> Bool {
    guard let properties = control.firstChild("sdtPr") else { return false }
    if properties.firstChild("dataBinding") != nil { return true }
    let lock = properties.firstChild("lock")?.attribute("val") ?? ""
    return lock == "contentLocked" || lock == "sdtContentLocked"
  }

  /// By the byte-order mark and the XML declaration (XML 1.0, appendix F).
  private static func isUTF8(_ xml: [UInt8]) -> Bool {
    if xml.starts(with: [0xFF, 0xFE]) || xml.starts(with: [0xFE, 0xFF]) || xml.first == 0 {
      return false
    }
    let head = String(decoding: xml.prefix(200), as: UTF8.self)
    guard head[...].range(of: "<?xml") != nil, let end = head[...].range(of: "?>"),
      let encoding = head[..<end.lowerBound].range(of: "encoding")
    else { return true }
    let value = head[encoding.upperBound...].lowercased()
      .drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" || $0 == "\t" }
    return value.hasPrefix("utf-8") || value.hasPrefix("us-ascii")
  }
}

extension Substring {
  fileprivate func range(of word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }
}
