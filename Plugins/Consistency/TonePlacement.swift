import DocumentAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// hoà beside hòa: both are right, but one paper keeps to one. Names and the titles of other
  /// papers keep their own spelling and are left out.
  static let tonePlacement = NativeCheck(
    name: "tone-placement", arguments: ["rare", "common", "rareCount", "commonCount"]
  ) { context in
    let text = context.runningText
    let cited = CitedPlaces(context.document)
    func words(_ pattern: Pattern) -> [Range<Int>] {
      pattern.matches(in: text.text).map(\.range).filter { !cited.overlap(text.span($0)) }
    }
    let first = words(Tone.first)
    let second = words(Tone.second)
    guard !first.isEmpty, !second.isEmpty else { return [] }
    let isFirstRare = first.count < second.count
    let rare = isFirstRare ? first : second
    let common = isFirstRare ? second : first
    guard let place = rare.first, let other = common.first else { return [] }
    return [
      Observation(
        at: text.span(place),
        arguments: [
          "rare": .text(text.text.words(place)), "common": .text(text.text.words(other)),
          "rareCount": .number(rare.count), "commonCount": .number(common.count),
        ],
        fixes: [
          Observation.ProposedFix(
            kind: .mechanical,
            description: LocalizedText(
              vi: "Đặt dấu thanh theo cách dùng nhiều hơn trong văn bản.",
              en: "Place the tone mark as most of the paper does."),
            edits: rare.map { (text.span($0), Tone.moved(text.text.words($0))) })
        ])
    ]
  }
}

private enum Tone {
  /// Small words, and Ủy, which begins the names of bodies.
  private static let edge = #"(?<!\p{L})"#
  static let first = Pattern(
    known: edge + #"(?:\p{Ll}*[òóỏõọ][ae]|(?:(?!q)\p{Ll})*[ùúủũụ]y|Ủy|Hòa(?= bình))(?!\p{L})"#)
  static let second = Pattern(
    known: edge + #"(?:\p{Ll}*o[àáảãạèéẻẽẹ]|(?:(?!q)\p{Ll})*u[ỳýỷỹỵ]|Uỷ|Hoà(?= bình))(?!\p{L})"#)

  private static let pairs: [(String, String)] = [
    ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("òe", "oè"),
    ("óe", "oé"), ("ỏe", "oẻ"), ("õe", "oẽ"), ("ọe", "oẹ"), ("ùy", "uỳ"), ("úy", "uý"),
    ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"), ("Ủy", "Uỷ"),
  ]

  /// The word with its tone mark on the other vowel.
  static func moved(_ word: String) -> String {
    for (first, second) in pairs {
      if word.hasSuffix(first) { return word.replacing(first, with: second) }
      if word.hasSuffix(second) { return word.replacing(second, with: first) }
    }
    return word
  }
}
