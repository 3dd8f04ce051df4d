import DocumentAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A short form nobody explains, one letter away from a usual one (“Ban ĐKT” for “Ban TĐKT”).
  static let unknownAbbreviation = NativeCheck(
    name: "unknown-abbreviation", arguments: ["known"]
  ) { context in
    let book = context.law.offices
    guard let list = RecipientList(context), !book.abbreviations.isEmpty else { return [] }
    var known = Set(book.abbreviations)
    for type in context.law.bodyTypes {
      for name in type.abbreviations {
        for word in shortForm.matches(in: name) {
          known.insert(String(name[utf8Range: word.range]))
        }
      }
      known.formUnion(type.codes)
    }
    let long = known.filter { $0.unicodeScalars.count >= 4 }.sorted()
    // The units on the archive line have codes of the house's own making.
    return list.named.flatMap { line in
      let text = list.text(line)
      return shortForm.matches(in: text).compactMap { match -> Observation? in
        let word = String(text[utf8Range: match.range])
        guard word.unicodeScalars.count >= 3, !known.contains(word),
          let near = long.first(where: { EditDistance.between(word, $0) == 1 }),
          !isDefined(word, in: context.document)
        else { return nil }
        let low = line.span.utf8.lowerBound
        let span = TextSpan(
          block: line.span.block,
          utf8: low + match.range.lowerBound..<low + match.range.upperBound)
        let fix = Observation.ProposedFix(
          kind: .proposed,
          description: LocalizedText(vi: "Sửa thành “\(near)”.", en: "Change it to “\(near)”."),
          edits: [(span, near)])
        return Observation(at: span, arguments: ["known": .text(near)], fixes: [fix])
      }
    }
  }

  private static let shortForm = Pattern(known: #"(?<![\p{L}\d])\p{Lu}{2,}(?![\p{L}\d])"#)

  /// “… (sau đây viết tắt là X)”, “… (X)”.
  private static func isDefined(_ word: String, in document: RecognisedDocument) -> Bool {
    let body = document.components.body
    return document.blocks[body.clamped(to: document.blocks.indices)].contains {
      $0.text.contains("(\(word))") || $0.text.contains("là \(word)")
        || $0.text.contains("là “\(word)”")
    }
  }
}
