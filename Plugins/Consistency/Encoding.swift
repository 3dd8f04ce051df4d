import DocumentAnalysis
import DocumentModel
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Text that is not in Normalization Form C, Ð typed for Đ, and text in a code before Unicode.
  static let unicode = NativeCheck(
    name: "unicode", arguments: ["count"], cases: ["not-nfc", "look-alike", "legacy"]
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
          arguments: ["count": .number(count)], fixes: normalising(document)))
    }
    return found + lookAlikes(text)
  }

  /// The same words: whoever writes them writes them in Normalization Form C. Other parts than the
  /// body have no blocks here, so that a paper with such text there is left to Word.
  private static func normalising(_ document: RecognisedDocument) -> [Observation.ProposedFix] {
    let isOnlyBody = document.source.remarks.allSatisfy { remark in
      if case .notNormalised(let part, _) = remark { part == 0 } else { true }
    }
    let blocks = document.blocks.indices.filter { document.blocks[$0].mayBeDecomposed }
    guard isOnlyBody, !blocks.isEmpty else { return [] }
    return [
      Observation.ProposedFix(
        kind: .mechanical,
        description: LocalizedText(
          vi: "Chuyển chữ sang dạng dựng sẵn (NFC).", en: "Put the text into Normalization Form C."),
        edits: blocks.map { index in
          let text = document.blocks[index].text
          return (TextSpan(block: index, utf8: 0..<text.utf8.count), text)
        })
    ]
  }

  /// U+00D0 and U+00F0 are letters of Icelandic; no Vietnamese word has them.
  private static func lookAlikes(_ text: RunningText) -> [Observation] {
    let matches = Encoding.icelandic.matches(in: text.text)
    guard let first = matches.first else { return [] }
    return [
      Observation(
        at: text.span(first.range), case: "look-alike",
        arguments: ["count": .number(matches.count)],
        fixes: [
          Observation.ProposedFix(
            kind: .mechanical,
            description: LocalizedText(
              vi: "Thay bằng chữ Đ, đ của tiếng Việt.", en: "Put the Vietnamese letter Đ, đ."),
            edits: matches.map {
              (text.span($0.range), text.text.words($0.range) == "Ð" ? "Đ" : "đ")
            })
        ])
    ]
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
  /// Something of it was composed, or a label was, which has no way back of its own.
  fileprivate var mayBeDecomposed: Bool {
    source.contains { segment in
      !segment.isVerbatim && text[utf8Range: segment.utf8].utf8.contains { $0 >= 0x80 }
    } || label.map { $0.origin == .typed && $0.text.utf8.contains { $0 >= 0x80 } } == true
  }
}

private enum Encoding {
  static let icelandic = Pattern(known: "[Ðð]")
  /// “Céng hßa x· héi chñ nghÜa”: TCVN 5712 read as Windows-1252.
  static let tcvn3 = Pattern(
    known: #"\p{L}*(?:\p{L}[µ¸¶·¹©«¬¨»¾¼½ßÜÞ]|®\p{L})[\p{L}µ¸¶·¹©«¬¨»¾¼½]*"#)
  /// “Coäng hoøa xaõ hoäi”: VNI read as Windows-1252.
  static let vni = Pattern(known: #"\p{L}*(?:[aoeuAOEU][øûïåäëö]|ñ[aeiouyö])\p{L}*"#)
}
