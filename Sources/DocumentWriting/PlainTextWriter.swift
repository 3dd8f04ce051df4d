import DocumentModel
import DocumentReading

/// Changes a plain text file: encoding, line ends and every byte that no correction touches stay.
struct PlainTextWriter: UnitSource {
  private let places: TextFilePlaces

  init(_ places: TextFilePlaces) { self.places = places }

  func apply(_ corrections: [Correction], to document: SourceDocument) -> DocumentWriter.Result {
    let plan = CorrectionPlan(corrections, blocks: document.body.blocks, source: self)
    return DocumentWriter.Result(bytes: bytes(with: plan.edits), refused: plan.refused)
  }

  private func bytes(with edits: [UnitKey: [OriginEdit]]) -> [UInt8] {
    var result: [UInt8] = []
    switch places.encoding {
    case .utf8: if places.markBytes > 0 { result = [0xEF, 0xBB, 0xBF] }
    case .utf16(let isLittleEndian): result = isLittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    }
    var done = 0
    for key in edits.keys.sorted() {
      let line = places.lines[key.unit - 1]
      for edit in edits[key] ?? [] {
        let start = line.lowerBound + edit.scalars.lowerBound
        result += places.encoded(places.scalars[done..<start])
        result += places.encoded(edit.text.unicodeScalars)
        done = line.lowerBound + edit.scalars.upperBound
      }
    }
    return result + places.encoded(places.scalars[done...])
  }

  // MARK: Units are lines

  func key(block: Int, unit: Int) -> UnitKey { UnitKey(block: nil, unit: unit) }

  func scalars(_ key: UnitKey) throws(CorrectionObstacle) -> ArraySlice<Unicode.Scalar> {
    guard places.lines.indices.contains(key.unit - 1) else { throw .noPlace }
    return places.scalars[places.lines[key.unit - 1]]
  }

  var stretchObstacle: CorrectionObstacle { .lineEnd }

  /// A cell's text begins behind the tab.
  func labelStart(_ key: UnitKey, before scalar: Int) throws(CorrectionObstacle) -> Int {
    let line = try scalars(key)
    guard scalar <= line.count else { throw .noPlace }
    let before = line[offset: 0..<scalar]
    return before.lastIndex(of: "\t").map { $0 + 1 - line.startIndex } ?? 0
  }

  func labelUnits(before unit: Int) -> Range<Int> { unit..<(unit + 1) }
}
