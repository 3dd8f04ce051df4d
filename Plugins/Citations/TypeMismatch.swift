import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// Type name and symbol that disagree: “Công văn số 7886/HD-BNV”.
enum TypeMismatch {
  static let check = NativeCheck(
    name: "type-mismatch", arguments: ["given", "symbol", "expected"]
  ) { context in
    context.document.citations.compactMap { observation($0, context) }
  }

  private static func observation(_ citation: Citation, _ context: CheckContext) -> Observation? {
    let law = context.law
    guard let span = citation.typeSpan, let typed = citation.symbol,
      let symbol = InstrumentSymbol(typed)
    else { return nil }
    let given = context.document.text(span)
    let namesakes = law.types.filter { Folding.key($0.name) == Folding.key(given) }
    let code = key(symbol.typeCode)
    let own = namesakes.flatMap(\.codes).map(key)
    // “TTLT” is more of a “Thông tư”, not another type.
    guard !own.contains(where: { code.hasPrefix($0) }) else { return nil }
    let others = law.types.filter { $0.codes.contains { key($0) == code } }
    guard let expected = others.first else { return nil }
    if namesakes.contains(where: \.codes.isEmpty) {
      // A type without a code: what stands first may be a body (“15/CT-TTHT” of a tax office), so
      // a known body must follow.
      guard let body = symbol.bodyCode, law.bodyTypes.contains(where: { $0.codes.contains(body) })
      else { return nil }
    }
    // “Thông báo kết luận số 45/TB-UBND”: the right name stands before.
    let before = context.words(before: span, atMost: 100)
    guard !others.contains(where: { Folding.key(before).contains(Folding.key($0.name)) }) else {
      return nil
    }
    let whole = TextSpan(
      block: span.block,
      utf8: span.utf8
        .lowerBound..<max(
          span.utf8.upperBound, citation.symbolSpan?.utf8.upperBound ?? 0))
    return Observation(
      at: whole,
      arguments: [
        "given": .text(given), "symbol": .text(typed), "expected": .text(expected.name),
      ],
      fixes: [
        Observation.ProposedFix(
          kind: .proposed,
          description: LocalizedText(
            vi: "Nếu ký hiệu đúng, sửa tên loại thành “\(expected.name)”.",
            en: "If the symbol is right, change the type to “\(expected.name)”."),
          edits: [(span, expected.name)])
      ])
  }

  private static func key(_ code: String) -> String {
    LegalKnowledge.symbolKey(code)
  }
}
