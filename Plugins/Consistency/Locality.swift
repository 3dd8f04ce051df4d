import DocumentAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Another place's name where the paper speaks of its own area: “trên địa bàn xã …”, “UBND xã …
  /// ban hành Kế hoạch”. Left from the paper it was copied from.
  static let locality = NativeCheck(
    name: "locality", arguments: ["given", "own"]
  ) { context in
    let document = context.document
    guard let issuer = document.issuer.name,
      let own = Locality.unit.firstMatch(in: issuer), let level = own[1], let name = own[2]
    else { return [] }
    let ownLevel = issuer.words(level).lowercased()
    let ownName = issuer.words(name)
    let text = RunningText(document.blocks, in: document.components.body)
    let cited = CitedPlaces(document)
    let found = (Locality.selfReferences + [Locality.closing]).flatMap { $0.matches(in: text.text) }
      .compactMap { match -> (Range<Int>, String)? in
        guard let level = match[1], let name = match[2],
          text.text.words(level).lowercased() == ownLevel
        else { return nil }
        let given = text.text.words(name)
        guard !Locality.isSame(given, ownName), !cited.overlap(text.span(match.range)) else {
          return nil
        }
        return (level.lowerBound..<name.upperBound, given)
      }
    // Several other names are a list of places, not a slip.
    guard Set(found.map { Folding.key($0.1) }).count == 1 else { return [] }
    return found.map { range, _ in
      Observation(
        at: text.span(range),
        arguments: [
          "given": .text(text.text.words(range)), "own": .text("\(ownLevel) \(ownName)"),
        ])
    }
  }
}

private enum Locality {
  private static let levels =
    #"(xã|phường|thị\h+trấn|đặc\h+khu|huyện|quận|thị\h+xã|thành\h+phố|tỉnh)"#
  private static let name = #"(\p{Lu}[\p{Ll}']+(?:\h\p{Lu}[\p{Ll}']+){0,3})"#

  static let unit = Pattern(known: "(?i:" + levels + ")" + #"\h+"# + name + "$")
  static let selfReferences = [
    Pattern(
      known: #"\btrên\h+địa\h+bàn\h+"# + levels + #"\h+"# + name
        + #"(?!\p{L}|\h*,\h*(?:xã|huyện|tỉnh)|\h+và\h)"#),
    Pattern(
      known: #"(?:UBND|Ủy\h+ban\h+nhân\h+dân|Uỷ\h+ban\h+nhân\h+dân)\h+"# + levels + #"\h+"# + name
        + #"\h+(?:ban\h+hành|xây\h+dựng)\h+[Kk]ế\h+hoạch"#),
  ]

  /// The closing sentence names its own place too.
  static let closing = Pattern(
    known:
      #"(?i:trên\h+đây\h+là)\h+[Kk]ế\h+hoạch\h[^.;\n]*?\bcủa\h+(?:(?:UBND|Ủy\h+ban\h+nhân\h+dân|Uỷ\h+ban\h+nhân\h+dân)\h+)?"#
      + levels + #"\h+"# + name + #"\h*(?=[.;,/\n]|$)"#)

  static func isSame(_ given: String, _ own: String) -> Bool {
    let given = Folding.key(given)
    let own = Folding.key(own)
    return given == own || given.hasPrefix(own + " ") || own.hasPrefix(given + " ")
  }
}
