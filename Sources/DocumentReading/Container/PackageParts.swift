/// The parts of an OPC package, wherever they are kept: a ZIP archive, or one XML file (Flat OPC).
protocol PackageParts: AnyObject {
  /// Without a leading slash, in the order of the package.
  var names: [String] { get }

  /// Whether there is a part of this name, in whatever ASCII case.
  func holds(_ name: String) -> Bool

  /// A part's bytes, counted against the budget; nil when there is no such part.
  func bytes(named name: String, budget: ReadingBudget) throws(ReadingError) -> [UInt8]?
}

extension ZipArchive: PackageParts {
  var names: [String] { entries.map(\.name) }

  func holds(_ name: String) -> Bool { entry(named: name) != nil }

  func bytes(named name: String, budget: ReadingBudget) throws(ReadingError) -> [UInt8]? {
    guard let entry = entry(named: name) else { return nil }
    return try bytes(of: entry, budget: budget)
  }
}
