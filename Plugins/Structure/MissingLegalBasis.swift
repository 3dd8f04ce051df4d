import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A legal basis that names an instrument, above the body (Decree 30/2020, Phụ lục I,
  /// mục II.6.a).
  static let missingLegalBasis = NativeCheck(
    name: "missing-legal-basis", cases: ["no-instrument"]
  ) { context in
    guard context.mustShow(.legalBasis) else { return [] }
    let document = context.document
    let bases = document.components.legalBases.filter {
      $0.opening == .canCu || $0.opening == .thucHien
    }
    if bases.contains(where: { namesInstrument($0, context) }) { return [] }
    if document.citations.contains(where: { isInOpening($0, of: document) }) { return [] }
    if let first = bases.first { return [Observation(at: first.span, case: "no-instrument")] }
    return [Observation(at: Places(document).belowTitle)]
  }

  private static func namesInstrument(_ basis: LegalBasis, _ context: CheckContext) -> Bool {
    let document = context.document
    if document.citations.contains(where: {
      $0.span.block == basis.span.block && $0.span.utf8.overlaps(basis.span.utf8)
    }) {
      return true
    }
    // Instruments without a number (“Kế hoạch công tác năm …”) are a basis too.
    let words = Words(document.text(basis.span))
    return words.contains(anyOf: context.law.types.lazy.map(\.name))
      || words.contains(anyOf: context.law.kinds.lazy.flatMap(\.typeNames))
      || words.contains(anyOf: ["hiến pháp", "điều lệ", "kết luận", "văn bản", "ý kiến chỉ đạo"])
  }

  /// “Để triển khai Kế hoạch số …, Ủy ban nhân dân xã ban hành …” is a basis in other words.
  private static func isInOpening(_ citation: Citation, of document: RecognisedDocument) -> Bool {
    let start = document.components.subject.last?.block ?? document.components.typeName?.block
    let headings = document.outline.lazy.filter { $0.level != .dash && $0.level != .untitled }
    let end = headings.map(\.block).first ?? document.components.body.upperBound
    let isNamed = if case .instrument = citation.resolution { true } else { citation.symbol != nil }
    return isNamed && citation.role != .withinTitle && citation.antecedent == nil
      && citation.span.block > (start ?? -1) && citation.span.block < end
  }
}
