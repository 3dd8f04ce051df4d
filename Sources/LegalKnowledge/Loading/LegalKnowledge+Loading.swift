import DataFiles

extension LegalKnowledge {
  /// Reads the files below a `law` or `kinds` folder and leaves the others alone.
  ///
  /// Everything is checked before anything is returned: what the files do not say plainly is
  /// refused, never repaired.
  /// - Throws: `DataFileError`, for the first fault in the order of the files.
  public static func load(_ files: [DataFile]) throws -> LegalKnowledge {
    var draft = KnowledgeDraft()
    for file in files {
      if isBelow("law", file.path) {
        try readLaw(file, into: &draft)
      } else if isBelow("kinds", file.path) {
        try KindReader.read(file, into: &draft)
      }
    }
    var knowledge = try draft.finished()
    knowledge.offices = draft.offices
    return knowledge
  }

  private static let lawRoots = [
    "types", "instruments", "provisions", "regimes", "bodies", "awards", "terms", "prizes",
    "authorities", "calendars", "offices",
  ]

  private static func readLaw(_ file: DataFile, into draft: inout KnowledgeDraft) throws {
    let root = try DataElement.root(of: file, among: lawRoots, namespace: "urn:tdktlint:law:1")
    switch root.name {
    case "types": try TypesReader.read(root, into: &draft)
    case "instruments": try InstrumentsReader.read(root, into: &draft)
    case "provisions": try ProvisionsReader.read(root, into: &draft)
    case "offices": try OfficesReader.read(root, into: &draft)
    case "regimes": try RegimesReader.read(root, into: &draft)
    case "awards": try AwardsReader.read(root, into: &draft)
    case "terms": try TermsReader.read(root, into: &draft)
    case "prizes": try PrizesReader.read(root, into: &draft)
    case "authorities": try AuthoritiesReader.read(root, into: &draft)
    case "calendars": try CalendarsReader.read(root, into: &draft)
    default: try BodiesReader.read(root, into: &draft)
    }
  }

  private static func isBelow(_ folder: String, _ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).dropLast().contains {
      $0.elementsEqual(folder.utf8)
    }
  }
}
