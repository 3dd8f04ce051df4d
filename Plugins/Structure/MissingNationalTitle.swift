import DocumentAnalysis
import LegalKnowledge
import RuleEngine

extension NativeCheck {
  /// Quốc hiệu and Tiêu ngữ stand above the title (Decree 30/2020, Phụ lục I, mục II.1).
  static let missingNationalTitle = NativeCheck(
    name: "missing-national-title", cases: ["title", "motto"]
  ) { context in
    guard context.mustShow(.nationalTitle) else { return [] }
    let places = Places(context.document)
    let components = context.document.components
    switch (components.nationalTitle, components.motto) {
    case (nil, nil): return [Observation(at: places.top)]
    case (nil, .some(let motto)):
      let start = motto.utf8.lowerBound
      return [Observation(at: TextSpan(block: motto.block, utf8: start..<start), case: "title")]
    case (.some(let title), nil): return [Observation(at: places.end(title), case: "motto")]
    case (.some, .some): return []
    }
  }
}
