import DocumentModel
import LegalKnowledge
import TextMatching

/// Names the issuing body and its level, from the letterhead or from the text.
struct IssuerNaming {
  let law: LegalKnowledge

  func issuer(_ components: Components, blocks: [Block], body: Range<Int>) -> Issuer {
    if let first = components.issuingBody.first, let last = components.issuingBody.last {
      let typed = words(components.issuingBody, blocks)
      let superior = words(components.superiorBody, blocks)
      let span =
        first.block == last.block
        ? TextSpan(block: first.block, utf8: first.utf8.lowerBound..<last.utf8.upperBound) : first
      return describe(typed, superior: superior, span: span, isFromLetterhead: true)
    }
    return issuerInProse(blocks, body) ?? issuerInSignature(components, blocks) ?? Issuer()
  }

  private func words(_ spans: [TextSpan], _ blocks: [Block]) -> String {
    spans.map { blocks[$0.block].text[utf8Range: $0.utf8].collapsed }.joined(separator: " ")
  }

  private func describe(
    _ typed: String, superior: String, span: TextSpan, isFromLetterhead: Bool
  ) -> Issuer {
    let type = bodyType(of: typed)
    let name = expand(typed, type: type)
    var level = type?.level
    if level == nil { level = territorialLevel(of: typed, superior: superior) }
    if level == nil, !superior.isEmpty {
      // A council stands at its committee's level; an office one below.
      let above = territorialLevel(of: superior, superior: "")
      level = type == nil ? above.flatMap(levelBelow) : above
    }
    return Issuer(
      name: name, level: level, bodyType: type?.id, span: span,
      isFromLetterhead: isFromLetterhead)
  }

  private func levelBelow(_ level: BodyLevel) -> BodyLevel? {
    switch level {
    case .province: .department
    case .district: .office
    default: nil
    }
  }

  /// The type with the longest name or abbreviation at the start.
  func bodyType(of text: String) -> BodyType? {
    let key = Folding.key(text)
    var best: (length: Int, type: BodyType)?
    for type in law.bodyTypes {
      for name in [type.name] + type.abbreviations {
        let wanted = Folding.key(name)
        if key.hasPrefixWord(wanted), wanted.count > best?.length ?? 0 {
          best = (wanted.count, type)
        }
      }
    }
    return best?.type
  }

  /// The level of the first territorial word in the name.
  private func territorialLevel(of text: String, superior: String) -> BodyLevel? {
    let key = Folding.key(text)
    var best: (position: Int, unit: TerritorialUnit)?
    for unit in law.territorialUnits {
      guard let position = key.wordPosition(of: unit.word) else { continue }
      if !unit.names.isEmpty,
        !unit.names.contains(where: { key.containsPhrase(Folding.key("\(unit.word) \($0)")) })
      {
        continue
      }
      let isNearer =
        best.map { found in
          position < found.position
            || (position == found.position && unit.word.count > found.unit.word.count)
        } ?? true
      if isNearer { best = (position, unit) }
    }
    return best?.unit.level
  }

  /// Full name in ordinary case: abbreviation expanded, capitals undone.
  private func expand(_ typed: String, type: BodyType?) -> String {
    guard let type else { return Casing.isUpper(typed) ? sentenceCase(typed) : typed }
    let key = Folding.key(typed)
    let used =
      ([type.name] + type.abbreviations).filter { key.hasPrefixWord(Folding.key($0)) }
      .max { $0.count < $1.count } ?? type.name
    let rest = typed.split(separator: " ").dropFirst(used.split(separator: " ").count)
      .joined(separator: " ")
    if rest.isEmpty { return type.name }
    guard Casing.isUpper(rest) else { return type.name + " " + rest }
    // What follows the type of a school or centre is its own name.
    let isProperName = type.level == .unit
    return type.name + " " + (isProperName ? titleCase(rest) : sentenceCase(rest))
  }

  private func titleCase(_ text: String) -> String {
    text.split(separator: " ").map { Casing.capitalised($0) }.joined(separator: " ")
  }

  /// XÃ TÂN VIỆT → xã Tân Việt; NỘI VỤ HUYỆN MINH SƠN → Nội vụ huyện Minh Sơn.
  private func sentenceCase(_ text: String) -> String {
    let words = text.split(separator: " ").map(String.init)
    var result: [String] = []
    var isPlace = false
    var index = 0
    while index < words.count {
      let two = words[index...].prefix(2).joined(separator: " ").lowercased()
      if let unit = law.territorialUnits.first(where: {
        $0.word == two || $0.word == words[index].lowercased()
      }) {
        let length = unit.word.split(separator: " ").count
        result.append(
          words[index..<min(index + length, words.count)].joined(separator: " ").lowercased())
        index += length
        isPlace = true
        continue
      }
      let word = words[index]
      result.append(isPlace || index == 0 ? Casing.capitalised(word) : word.lowercased())
      index += 1
    }
    return result.joined(separator: " ")
  }

  // “Ủy ban nhân dân huyện ban hành Kế hoạch …”, “UBND xã xây dựng kế hoạch …”
  private static let acting = Pattern(
    known: #"""
      (?<body> (?:[ỦỤU][ỷy]?\S*\s+ban\s+nhân\s+dân|UBND|Hội\s+đồng\s+Thi\s+đua\s*[-–,]?\s*[Kk]hen\s+thưởng
        |Hội\s+đồng\s+TĐ\S*|HĐTĐKT|Sở\s+\p{Lu}\S*(?:\s+\p{Ll}+){0,3}|Phòng\s+\p{Lu}\S*(?:\s+\p{Ll}+){0,3}
        |Trường\s+\p{Lu}[^,;.]{2,50}?|Ban\s+\p{Lu}\S*(?:\s+\p{Ll}+){0,4}
        |Ban\s+Thi\s+đua\s*-\s*Khen\s+thưởng)
        (?:\s+(?:xã|phường|thị\s+trấn|đặc\s+khu|huyện|quận|thị\s+xã|thành\s+phố|tỉnh)
          (?:\s+\p{Lu}[\p{L}]*){0,4})? )
      \s+ (?: ban\s+hành | xây\s+dựng | triển\s+khai | yêu\s+cầu | đề\s+nghị | giao | phát\s+động )
      """#, options: .extended)

  private func issuerInProse(_ blocks: [Block], _ body: Range<Int>) -> Issuer? {
    let opening = body.prefix(12)
    let closing = body.suffix(6).reversed()
    for index in Array(opening) + Array(closing) {
      let text = blocks[index].text
      guard let match = Self.acting.firstMatch(in: text),
        let range = Self.acting.range("body", match)
      else { continue }
      return describe(
        String(text[utf8Range: range]), superior: "", span: TextSpan(block: index, utf8: range),
        isFromLetterhead: false)
    }
    return nil
  }

  private static let prefix = Pattern(known: #"^(?:TM|T/M)\s*\.?\s*"#)

  private func issuerInSignature(_ components: Components, _ blocks: [Block]) -> Issuer? {
    guard let line = components.signatures.first?.authority.first else { return nil }
    let text = String(blocks[line.block].text[utf8Range: line.utf8])
    guard let match = Self.prefix.firstMatch(in: text) else { return nil }
    let name = String(text[utf8Range: match.range.upperBound..<text.utf8.count])
    return describe(name, superior: "", span: line, isFromLetterhead: false)
  }
}

extension String {
  /// Position, in characters, of the first occurrence as a whole word; both sides folded keys.
  fileprivate func wordPosition(of word: String) -> Int? {
    let padded = " " + self + " "
    let wanted = Array((" " + word + " ").utf8)
    let units = Array(padded.utf8)
    guard units.count >= wanted.count else { return nil }
    return (0...(units.count - wanted.count)).first { start in
      units[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
