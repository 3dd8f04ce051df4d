import DocumentModel
import LegalKnowledge
import TextMatching

/// Finds the bodies that a text names, by the names and short forms of `Rules/law/bodies.xml`.
struct BodyFinder: Sendable {
  let law: LegalKnowledge
  private let pattern: Pattern
  private let typesByName: [String: BodyType]

  init(law: LegalKnowledge) {
    self.law = law
    var types: [String: BodyType] = [:]
    var names: [String] = []
    var generic: [String] = []
    for type in law.bodyTypes {
      for name in [type.name] + type.abbreviations {
        guard types.updateValue(type, forKey: Self.key(name)) == nil else { continue }
        if name.contains(" ") {
          names.append(name)
        } else if Self.isShortForm(name) {
          // Two letters mean too many things (TH, CP, BV).
          if name.unicodeScalars.count > 2 { names.append(name) }
        } else if name.unicodeScalars.count > 2 || type.level != nil {
          generic.append(name)
        }
      }
    }
    typesByName = types
    let units = Set(law.territorialUnits.map(\.word)).sorted { $0.utf8.count > $1.utf8.count }
    pattern = Pattern(
      known: Self.source(
        names: names.sorted { $0.utf8.count > $1.utf8.count }, generic: generic, units: units),
      options: .extended)
  }

  /// Lower case, tone marks in one place, dashes and commas between words away.
  static func key(_ name: some StringProtocol) -> String {
    var units: [UInt8] = []
    for unit in Folding.key(name).utf8 {
      // Folding has made every dash a hyphen.
      switch unit {
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "-"):
        if units.last != UInt8(ascii: " "), !units.isEmpty { units.append(UInt8(ascii: " ")) }
      default: units.append(unit)
      }
    }
    if units.last == UInt8(ascii: " ") { units.removeLast() }
    return String(decoding: units, as: UTF8.self)
  }

  private static func isShortForm(_ name: String) -> Bool { Casing.isUpper(name) }

  private static func source(names: [String], generic: [String], units: [String]) -> String {
    let unit = "(?i:\(units.map(expression).joined(separator: "|")))"
    let ranked = alternatives(names)
    let bare = generic.map { "\($0)|\($0.uppercased())" }.joined(separator: "|")
    return #"""
      (?<![\p{L}\d/])(?<![\p{L}\d]-)
      (?: (\#(ranked.joined(separator: "|")))
        | (\#(bare))
          (?: \s+\p{Lu}[\p{L}&]* (?:\s+\p{Ll}+ (?=\s*[-–]\s|\s+và\s+\p{Lu}|\s+\p{Lu}|\s*[;,.:(]|$|\s+(?:\#(unit))\b) )?
              (?:\s*[-–]|\s+và)? ){1,6}
        | (?<=iám\ đốc\ )(Sở)(?=\s+\p{Ll}|\s*[,;.:(]|$)
      )
      (?![\p{L}\d])
      (?: \s+ (?i:các\s+|cấp\s+)?
          ((?:\#(unit))(?:\s*,\s*(?:\#(unit)))*)(?![\p{L}\d])
          (?: \s+ (\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){0,3}) )? )?
      """#
  }

  /// The names by their first word, which is then looked for once: most places in a text begin none.
  private static func alternatives(_ names: [String]) -> [String] {
    struct Head: Hashable {
      var word: Substring
      // Short forms keep their case: “CA” is a body, “ca” is not.
      var keepsCase: Bool
    }
    var order: [Head] = []
    var rests: [Head: [String]] = [:]
    for name in names {
      let words = words(of: name)
      guard let first = words.first else { continue }
      let head = Head(word: first, keepsCase: words.contains { Casing.isUpper($0) })
      if rests[head] == nil { order.append(head) }
      rests[head, default: []].append(expression(words.dropFirst(), follows: true))
    }
    return order.map { head in
      let first = expression([head.word], follows: false)
      let alternatives = "\(first)(?:\((rests[head] ?? []).joined(separator: "|")))"
      return head.keepsCase ? alternatives : "(?i:\(alternatives))"
    }
  }

  private static func words(of name: String) -> [Substring] {
    name.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
  }

  /// Words whose tone mark may stand on either vowel.
  private static let twoPlaces = [
    "ủy": "(?:ủy|uỷ)", "Ủy": "(?:Ủy|Uỷ)", "hóa": "(?:hóa|hoá)", "Tòa": "(?:Tòa|Toà)",
  ]

  private static func expression(_ name: String) -> String {
    expression(words(of: name)[...], follows: false)
  }

  /// The words of a name with any white space between; a dash of the name may be missing or a comma.
  /// - Parameter follows: whether a word of the name stands before them.
  private static func expression(_ words: ArraySlice<Substring>, follows: Bool) -> String {
    var source = ""
    var needsSpace = follows
    for word in words {
      if word == "-" {
        source += #"(?:\s*[-–,]\s*|\s+)"#
        needsSpace = false
        continue
      }
      if needsSpace { source += #"\s+"# }
      needsSpace = true
      if let either = twoPlaces[String(word)] {
        source += either
      } else if word.unicodeScalars.allSatisfy({ Letters.isLetter($0) || Letters.isDigit($0) }) {
        source += word
      } else {
        for scalar in word.unicodeScalars {
          if !Letters.isLetter(scalar), !Letters.isDigit(scalar) { source += "\\" }
          source.unicodeScalars.append(scalar)
        }
      }
    }
    return source
  }

  func bodies(in blocks: [Block], citations: [Citation]) -> [BodyMention] {
    var cited: [Int: [Range<Int>]] = [:]
    for citation in citations { cited[citation.span.block, default: []].append(citation.span.utf8) }
    return blocks.indices.flatMap { index in
      pattern.matches(in: blocks[index].text).compactMap { match in
        mention(match, in: blocks[index].text, block: index, cited: cited[index] ?? [])
      }
    }
  }

  private func mention(
    _ match: Pattern.Match, in text: String, block: Int, cited: [Range<Int>]
  ) -> BodyMention? {
    guard let name = match[1] ?? match[2] ?? match[3],
      let type = typesByName[Self.key(text[utf8Range: name])]
    else { return nil }
    let proper = match[5].map { String(text[utf8Range: $0]) }
    let units = match[4].map { range in
      String(text[utf8Range: range]).split(separator: ",").map { Folding.key($0) }
    }
    let level =
      type.level ?? units?.first.flatMap { law.territorialUnit($0, properName: proper)?.level }
    return BodyMention(
      span: TextSpan(block: block, utf8: match.range), type: type.id, units: units ?? [],
      properName: proper, level: level,
      office: Self.office(before: match.range.lowerBound, in: text).map {
        TextSpan(block: block, utf8: $0)
      }, isCited: cited.contains { $0.contains(match.range.lowerBound) })
  }

  private static let officePattern = Pattern(
    known: #"""
      ( chủ\s+tịch | chủ\s+nhiệm | thường\s+trực | lãnh\s+đạo | thủ\s+trưởng | văn\s+phòng | giám\s+đốc
        | trưởng\s+phòng | thành\s+viên | bộ\s+trưởng | hiệu\s+trưởng | CT | PCT | TT )\s*\.?\s*$
      """#, options: [.caseless, .extended])

  private static func office(before offset: Int, in text: String) -> Range<Int>? {
    let start = text.utf8Start(before: offset, atMost: 40)
    return officePattern.firstMatch(in: text, from: start, until: offset)?[1]
  }
}
