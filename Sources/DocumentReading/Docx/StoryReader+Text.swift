import CLibXML2
import DocumentModel
import XMLReading

// What stands in a paragraph: runs, fields, symbols, formulas, text boxes.
extension StoryReader {
  /// What a run inherits from.
  struct RunStyle {
    var paragraph: String?
    var table: StyleResolver.TableContext?
  }

  func readInline(_ node: XMLNode, _ style: RunStyle, into open: inout OpenParagraph) {
    for child in node.children {
      switch tags.tag(child) {
      case .r: readRun(child, style, into: &open)
      case .hyperlink, .smartTag, .customXml, .fldSimple, .bdo, .dir, .sdt, .sdtContent:
        readInline(child, style, into: &open)
      case .ins, .moveTo:
        insertions += 1
        if view.showsInsertions { readInline(child, style, into: &open) }
      case .del, .moveFrom:
        deletions += 1
        if view.showsDeletions { readInline(child, style, into: &open) }
      case .alternateContent:
        if let branch = tags.chosenBranch(of: child) { readInline(branch, style, into: &open) }
      case .math, .mathText:
        readMath(child, style, into: &open)
      default: break
      }
    }
  }

  private func readMath(_ node: XMLNode, _ style: RunStyle, into open: inout OpenParagraph) {
    if tags.tag(node) == .mathText {
      let (format, _) = format(RunProperties(), style)
      append(text: node, format, into: &open)
      return
    }
    for child in node.children {
      switch tags.tag(child) {
      case .ins, .moveTo:
        insertions += 1
        if view.showsInsertions { readMath(child, style, into: &open) }
      case .del, .moveFrom:
        deletions += 1
        if view.showsDeletions { readMath(child, style, into: &open) }
      default: readMath(child, style, into: &open)
      }
    }
  }

  private func readRun(_ node: XMLNode, _ style: RunStyle, into open: inout OpenParagraph) {
    let own = node.children.first { tags.tag($0) == .rPr }
    var stated = runProperties(own)
    if stated.isChanged {
      formatChanges += 1
      if let old = own.flatMap({ former($0, .rPrChange) }) { stated = runProperties(old) }
    }
    let (format, isHidden) = format(stated.properties, style)
    readRunContent(node, format, isHidden: isHidden, style, into: &open)
  }

  /// What a `w:rPr` states, and whether a change of it is tracked.
  func runProperties(
    _ element: XMLNode?
  ) -> (properties: RunProperties, isChanged: Bool) {
    var properties = RunProperties()
    var isChanged = false
    guard let element else { return (properties, false) }
    for property in element.children {
      let tag = tags.tag(property)
      if tag == .rPrChange { isChanged = true }
      properties.add(tag) { property.attribute($0) }
    }
    return (properties, isChanged)
  }

  func format(
    _ properties: RunProperties, _ style: RunStyle
  ) -> (format: CharacterFormat, isHidden: Bool) {
    if let recent = recentFormat, recent.properties == properties,
      recent.style == style.paragraph, recent.table == style.table
    {
      return recent.result
    }
    let result = styling.resolver.format(
      of: properties, paragraphStyle: style.paragraph, table: style.table)
    recentFormat = RecentFormat(
      properties: properties, style: style.paragraph, table: style.table, result: result)
    return result
  }

  private func readRunContent(
    _ node: XMLNode, _ format: CharacterFormat, isHidden: Bool, _ style: RunStyle,
    into open: inout OpenParagraph
  ) {
    for child in node.children {
      let isShown = !isHidden && fields.isShown
      switch tags.tag(child) {
      case .t, .delText:
        if isShown {
          append(text: child, format, into: &open)
        } else {
          advance(past: child, in: &open)
        }
      case .tab, .ptab: append("\t", isShown, format, into: &open)
      case .cr: append("\n", isShown, format, into: &open)
      case .br:
        let type = child.attribute("type")
        if type == "page" || type == "column" {
          appendBreak(isShown, into: &open)
        } else {
          append("\n", isShown, format, into: &open)
        }
      case .noBreakHyphen: append("-", isShown, format, into: &open)
      case .softHyphen:
        // Not shown by itself, but it is the code of ư in the old fonts (U+00AD).
        append("\u{AD}", isShown && isLegacy(format), format, into: &open)
      case .sym: append(WordSymbol.scalar(of: child), isShown, format, into: &open)
      case .fldChar: fields.meet(child)
      case .instrText: fields.meet(code: child)
      case .footnote, .endnote, .comment: notesInText.append((tags.tag(child), child))
      case .drawing, .pict, .object:
        if isShown { collectBoxes(child, into: &open) }
      case .alternateContent:
        if let branch = tags.chosenBranch(of: child) {
          readRunContent(branch, format, isHidden: isHidden, style, into: &open)
        }
      case .ruby:
        if let base = child.children.first(where: { tags.tag($0) == .rubyBase }) {
          readInline(base, style, into: &open)
        }
      default: break
      }
    }
  }

  private func append(
    text node: XMLNode, _ format: CharacterFormat, into open: inout OpenParagraph
  ) {
    defer { advance(past: node, in: &open) }
    var text = Substring(node.text).unicodeScalars
    var offset = 0
    if let first = text.first, let last = text.last, first.isXMLSpace || last.isXMLSpace,
      xmlNodeGetSpacePreserve(node.pointer) != 1
    {
      // Without xml:space="preserve" the space around is layout of the file.
      while let scalar = text.first, scalar.isXMLSpace {
        text.removeFirst()
        offset += 1
      }
      while let scalar = text.last, scalar.isXMLSpace { text.removeLast() }
    }
    guard !text.isEmpty else { return }
    // One that is too long is refused when it ends; what more it has is not needed for that.
    guard open.text.count <= budget.limits.paragraphScalars else { return }
    begin(format, in: &open)
    var origin = SourcedText.Origin(
      unit: Int32(clamping: open.unit), offset: Int32(clamping: offset))
    for scalar in text {
      if scalar == "\n" || scalar == "\r" {
        origin.isVerbatim = false
        open.text.append(" ", origin)
        origin.isVerbatim = true
      } else {
        open.text.append(scalar, origin)
      }
      origin.offset += 1
    }
  }

  /// A scalar that stands for an element.
  private func append(
    _ scalar: Unicode.Scalar, _ isShown: Bool, _ format: CharacterFormat,
    into open: inout OpenParagraph
  ) {
    defer { advance(past: nil, in: &open) }
    guard isShown else { return }
    begin(format, in: &open)
    open.text.append(
      scalar, .init(unit: Int32(clamping: open.unit), offset: 0, isVerbatim: false))
  }

  private func isLegacy(_ format: CharacterFormat) -> Bool {
    format.font.flatMap(LegacyEncoding.of(font:)) != nil
  }

  private func appendBreak(_ isShown: Bool, into open: inout OpenParagraph) {
    if isShown, !open.text.isEmpty {
      open.pendingBreak = .init(unit: Int32(clamping: open.unit), offset: 0, isVerbatim: false)
    }
    advance(past: nil, in: &open)
  }

  /// To the next text-bearing element; `text` is the one left when it is a `w:t`.
  private func advance(past text: XMLNode?, in open: inout OpenParagraph) {
    open.unit += 1
    if elements != nil {
      open.elements.append(TextBearer(text: text, isInField: fields.isInside))
    }
  }

  private func begin(_ format: CharacterFormat, in open: inout OpenParagraph) {
    if let pending = open.pendingBreak {
      open.text.append("\n", pending)
      open.pendingBreak = nil
    }
    if fields.isInContents { open.isInContents = true }
    if open.formats.last?.format != format {
      open.formats.append((open.text.count, format))
    }
  }

  // MARK: Text boxes

  private func collectBoxes(_ node: XMLNode, into open: inout OpenParagraph) {
    for child in node.children {
      switch tags.tag(child) {
      case .txbxContent:
        open.boxes.append(child)
        if open.text.isEmpty { open.leadingBoxes += 1 }
      case .alternateContent:
        if let branch = tags.chosenBranch(of: child) { collectBoxes(branch, into: &open) }
      default: collectBoxes(child, into: &open)
      }
    }
  }
}

extension Unicode.Scalar {
  /// White space of XML (XML 1.0, 2.3).
  fileprivate var isXMLSpace: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }
}
