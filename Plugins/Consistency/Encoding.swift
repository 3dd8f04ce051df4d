import DocumentAnalysis
import DocumentModel
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Text that is not in Normalization Form C, letters of other alphabets such as Ð for Đ, and text in
  /// a code before Unicode.
  static let unicode = NativeCheck(
    name: "unicode", arguments: ["count", "letters"], cases: ["not-nfc", "look-alike", "legacy"]
  ) { context in
    let document = context.document
    guard !document.blocks.isEmpty else { return [] }
    let text = context.runningText
    if let legacy = converted(document) ?? legacyWords(text) { return [legacy] }
    var found: [Observation] = []
    let count = document.source.remarks.reduce(0) { sum, remark in
      if case .notNormalised(_, let count) = remark { sum + count } else { sum }
    }
    if count > 0 {
      found.append(
        Observation(
          at: TextSpan(block: 0, utf8: 0..<0), case: "not-nfc",
          arguments: ["count": .number(count)],
          fixes: writingAnew(
            document,
            LocalizedText(
              vi: "Chuyển chữ sang dạng dựng sẵn (NFC).",
              en: "Put the text into Normalization Form C."))))
    }
    return found + lookAlikes(document)
  }

  /// The same words: whoever writes them writes them in Normalization Form C, in Vietnamese letters.
  /// Other parts than the body have no blocks here, so that a paper with such text there is left to
  /// Word.
  private static func writingAnew(
    _ document: RecognisedDocument, _ description: LocalizedText
  ) -> [Observation.ProposedFix] {
    let isOnlyBody = document.source.remarks.allSatisfy { remark in
      switch remark {
      case .notNormalised(let part, _), .lookAlikes(let part, _, _, _, _): part == 0
      default: true
      }
    }
    let blocks = document.blocks.indices.filter { document.blocks[$0].mayBeWrittenAnew }
    guard isOnlyBody, !blocks.isEmpty else { return [] }
    return [
      Observation.ProposedFix(
        kind: .mechanical, description: description,
        edits: blocks.map { index in
          let text = document.blocks[index].text
          return (TextSpan(block: index, utf8: 0..<text.utf8.count), text)
        })
    ]
  }

  /// The reader put them right; the file itself still has them.
  private static func lookAlikes(_ document: RecognisedDocument) -> [Observation] {
    var first: TextSpan?
    var count = 0
    var typed: [Unicode.Scalar] = []
    for case .lookAlikes(let part, let block, let utf8, let number, let letters)
      in document.source.remarks
    {
      if first == nil {
        let isInBody = part == 0 && document.blocks.indices.contains(block)
        first = isInBody ? TextSpan(block: block, utf8: utf8) : TextSpan(block: 0, utf8: 0..<0)
      }
      count += number
      typed += letters.filter { !typed.contains($0) }
    }
    guard let first else { return [] }
    return [
      Observation(
        at: first, case: "look-alike",
        arguments: ["count": .number(count), "letters": .text(named(typed))],
        fixes: writingAnew(
          document,
          LocalizedText(
            vi: "Thay bằng chữ Việt trông giống hệt.",
            en: "Put the Vietnamese letters that look the same.")))
    ]
  }

  /// “Ð (U+00D0), а (U+0430)”: they cannot be told by their looks.
  private static func named(_ letters: [Unicode.Scalar]) -> String {
    let shown = letters.prefix(5).map { letter in
      let code = String(letter.value, radix: 16, uppercase: true)
      return "\(letter) (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code))"
    }
    return shown.joined(separator: ", ") + (letters.count > shown.count ? ", …" : "")
  }

  /// The reader told the old code and put it right; the file itself still is in it.
  private static func converted(_ document: RecognisedDocument) -> Observation? {
    for case .convertedEncoding(let encoding, let part, let block, let count)
      in document.source.remarks where encoding != .windows1258
    {
      let place = part == 0 && document.blocks.indices.contains(block) ? block : 0
      return Observation(
        at: TextSpan(block: place, utf8: 0..<0), case: "legacy",
        arguments: ["count": .number(count)])
    }
    return nil
  }

  /// What was not converted. Both old codes show as letters that no Vietnamese word holds; a few may be a foreign name.
  private static func legacyWords(_ text: RunningText) -> Observation? {
    for pattern in [Encoding.tcvn3, Encoding.vni] {
      let matches = pattern.matches(in: text.text)
      if matches.count >= 8, let first = matches.first {
        return Observation(
          at: text.span(first.range), case: "legacy", arguments: ["count": .number(matches.count)])
      }
    }
    return nil
  }
}

extension Block {
  /// Some letter of it was composed or replaced, or a label's was, which has no way back of its own.
  fileprivate var mayBeWrittenAnew: Bool {
    source.contains { segment in
      !segment.isVerbatim
        && text[utf8Range: segment.utf8].unicodeScalars.contains(where: Letters.isLetter)
    } || label.map { $0.origin == .typed && $0.text.utf8.contains { $0 >= 0x80 } } == true
  }
}

private enum Encoding {
  /// “Céng hßa x· héi chñ nghÜa”: TCVN 5712 read as Windows-1252.
  static let tcvn3 = Pattern(
    known: #"\p{L}*(?:\p{L}[µ¸¶·¹©«¬¨»¾¼½ßÜÞ]|®\p{L})[\p{L}µ¸¶·¹©«¬¨»¾¼½]*"#)
  /// “Coäng hoøa xaõ hoäi”: VNI read as Windows-1252.
  static let vni = Pattern(known: #"\p{L}*(?:[aoeuAOEU][øûïåäëö]|ñ[aeiouyö])\p{L}*"#)
}
