import DataFiles

extension LegalKnowledge {
  /// Reads the files below a `law` or `kinds` folder and leaves the others alone.
  ///
  /// Everything is checked before anything is returned: what the files do not say plainly is
  /// refused, never repaired.
  /// - Throws: `DataFileError`, for the first fault in the order of the files.
  /// - Parameter local: files from elsewhere (`--rules DIR`). They may add and tighten; what would
  ///   change or loosen the law is refused.
  public static func load(
    _ files: [DataFile], local: [DataFile] = []
  ) throws -> LegalKnowledge {
    var draft = KnowledgeDraft()
    for file in files { try read(file, into: &draft) }
    draft.isReadingLocal = true
    draft.builtInInstruments = draft.instruments.count
    for file in local { try read(file, into: &draft) }
    var knowledge = try draft.finished()
    knowledge.offices = draft.offices
    return knowledge
  }

  private static func read(_ file: DataFile, into draft: inout KnowledgeDraft) throws {
    if isLaw(file.path) {
      try readLaw(file, into: &draft)
    } else if isKind(file.path) {
      try KindReader.read(file, into: &draft)
    }
  }

  private static let lawRoots = [
    "types", "instruments", "provisions", "regimes", "bodies", "awards", "terms", "prizes",
    "authorities", "dossiers", "calendars", "offices", "pack", "wording",
  ]

  static func readLaw(_ file: DataFile, into draft: inout KnowledgeDraft) throws {
    let root = try DataElement.root(
      of: file, among: lawRoots, namespace: "urn:tdktlint:law:1", allowing: ["checked"])
    try draft.noteChecked(root)
    if draft.isReadingLocal { try KnowledgeDraft.checkLocal(root) }
    switch root.name {
    case "types": try TypesReader.read(root, into: &draft)
    case "instruments": try InstrumentsReader.read(root, into: &draft)
    case "provisions": try ProvisionsReader.read(root, into: &draft)
    case "offices": try OfficesReader.read(root, into: &draft)
    case "pack": try PackReader.read(root, into: &draft)
    case "regimes": try RegimesReader.read(root, into: &draft)
    case "awards": try AwardsReader.read(root, into: &draft)
    case "terms": try TermsReader.read(root, into: &draft)
    case "wording": try WordingReader.read(root, into: &draft)
    case "prizes": try PrizesReader.read(root, into: &draft)
    case "authorities": try AuthoritiesReader.read(root, into: &draft)
    case "dossiers": try DossiersReader.read(root, into: &draft)
    case "calendars": try CalendarsReader.read(root, into: &draft)
    default: try BodiesReader.read(root, into: &draft)
    }
  }
}
