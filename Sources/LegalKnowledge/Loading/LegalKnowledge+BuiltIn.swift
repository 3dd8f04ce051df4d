import DataFiles

extension LegalKnowledge {
  /// What the program carries, as a check needs it: without sources, and without verifying files
  /// that tests have verified. At most a millisecond, by `make bench`.
  /// - Throws: `DataFileError`, when the table does not fit and a built-in file is not good.
  public static func builtIn(_ files: [DataFile] = DataFile.embedded) throws -> LegalKnowledge {
    let quick: LegalKnowledge? = DataFile.withEmbeddedLawTable { LawTable.read($0, for: files) }
    if let quick { return quick }
    return try load(files)
  }

  /// Whether `load` reads the file; it leaves the others alone.
  public static func reads(_ file: DataFile) -> Bool { isLaw(file.path) || isKind(file.path) }

  static func isLaw(_ path: String) -> Bool { isBelow("law", path) }
  static func isKind(_ path: String) -> Bool { isBelow("kinds", path) }

  private static func isBelow(_ folder: String, _ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).dropLast().contains {
      $0.elementsEqual(folder.utf8)
    }
  }
}
