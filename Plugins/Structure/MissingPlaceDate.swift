import DocumentAnalysis
import LegalKnowledge
import RuleEngine

extension NativeCheck {
  /// Place and date (Decree 30/2020, Phụ lục I, mục II.4); day and month may wait for the signature
  /// in a draft (Điều 15).
  static let missingPlaceDate = NativeCheck(
    name: "missing-place-date", cases: ["blank"]
  ) { context in
    guard context.mustShow(.placeDate) else { return [] }
    guard let line = context.document.components.placeDate else {
      return [Observation(at: Places(context.document).belowMotto)]
    }
    let isBlank = line.day == nil || line.month == nil || line.year == nil
    return isBlank ? [Observation(at: line.span, case: "blank")] : []
  }
}
