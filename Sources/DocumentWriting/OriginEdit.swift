import DocumentModel

/// A change of the original text of one unit: a line of a plain text, a text-bearing element.
struct OriginEdit: Hashable {
  var unit: UnitKey
  /// Scalars of the unit; empty for an insertion.
  var scalars: Range<Int>
  var text: String
}

/// Names a unit in the whole document.
struct UnitKey: Hashable, Comparable {
  /// Nil where units are counted over the whole file.
  var block: Int?
  var unit: Int

  static func < (a: UnitKey, b: UnitKey) -> Bool {
    (a.block ?? 0, a.unit) < (b.block ?? 0, b.unit)
  }
}

/// What the form of a file says about its units.
protocol UnitSource {
  func key(block: Int, unit: Int) -> UnitKey
  /// The unit's original scalars.
  /// - Throws: the reason why they are not for changing.
  func scalars(_ key: UnitKey) throws(CorrectionObstacle) -> ArraySlice<Unicode.Scalar>
  /// What keeps a stretch from being changed that is no text of its unit.
  var stretchObstacle: CorrectionObstacle { get }
  /// First scalar of the unit that may belong to the label of the text at `scalar`.
  func labelStart(_ key: UnitKey, before scalar: Int) throws(CorrectionObstacle) -> Int
  /// The units that may hold the label of a block whose text begins in `unit`.
  func labelUnits(before unit: Int) -> Range<Int>
}
