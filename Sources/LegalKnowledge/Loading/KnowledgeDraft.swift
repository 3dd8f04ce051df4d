import DataFiles
import TextMatching

/// What has been read so far, with where it was said, so that faults between files can be shown.
struct KnowledgeDraft {
  struct Origin {
    var path: String
    var line: Int

    init(_ element: DataElement) {
      path = element.path
      line = element.line
    }

    func error(vi: String, en: String) -> DataFileError {
      DataFileError(path: path, line: line, message: LocalizedText(vi: vi, en: en))
    }
  }

  /// A name used in one place and declared in another.
  struct Reference {
    enum Space {
      case instrument
      case type
      case role
      case award
      case term
      case actor
      case bodyType
    }
    var space: Space
    var name: String
    var origin: Origin
  }

  var types: [InstrumentType] = []
  var instruments: [Instrument] = []
  var provisions: [(instrument: String, map: ProvisionMap, origin: Origin)] = []
  var regimes: [(regime: Regime, origin: Origin)] = []
  var kinds: [DocumentKind] = []
  var bodyTypes: [BodyType] = []
  var territorialUnits: [TerritorialUnit] = []
  var offices = OfficeBook()
  var awardBook = AwardBook()
  /// In the order of `awardBook.awards`.
  var awardOrigins: [Origin] = []
  var prizes: [(rate: PrizeRate, classes: Set<Award.Class>, origin: Origin)] = []
  var prizeMultiples: [PrizeMultiple] = []
  var dossierParts: [(part: DossierPart, classes: Set<Award.Class>, origin: Origin)] = []
  var authorityBook = AuthorityBook()
  var grants: [(grant: Authority, classes: Set<Award.Class>, origin: Origin)] = []
  var proposals: [(path: ProposalPath, classes: Set<Award.Class>)] = []
  var calendarBook = CalendarBook()
  var superiors: [Superior] = []
  var standingBodies: [StandingBody] = []
  var citedProvisions: [CitedProvision] = []
  var vocabulary = Vocabulary()
  var references: [Reference] = []
  var packs: [PackEntry] = []
  var checkedFiles: [CheckedFile] = []
  /// Whether the files now read are from elsewhere.
  var isReadingLocal = false
  /// How many of `instruments` are built in.
  var builtInInstruments = 0
  /// Where each of the other instruments stands.
  var localOrigins: [(place: Int, origin: Origin)] = []

  enum Space {
    case type
    case instrument
    case provisions
    case bodyType
    case unit
    case kind
    case heads
    case above
    case pack
    case packFact
    case award
    case awardRank
    case awardAmendment
    case authorityAmendment
    case term
    case actor
  }

  private var declared: [Space: [String: Origin]] = [:]

  /// Notes that `id` is declared here; refuses a second declaration in the same space.
  mutating func declare(_ id: String, in space: Space, at element: DataElement) throws {
    let origin = Origin(element)
    if let first = declared[space, default: [:]].updateValue(origin, forKey: id) {
      throw origin.error(
        vi: "“\(id)” đã khai báo tại \(first.path):\(first.line); hãy xoá hoặc đổi một trong hai",
        en: "\"\(id)\" is already declared at \(first.path):\(first.line); remove or rename one")
    }
  }

  /// Notes the day of the root's `checked`, when it has one.
  mutating func noteChecked(_ root: DataElement) throws {
    checkedFiles.append(CheckedFile(path: root.path, checked: try root.date("checked")))
  }

  mutating func refer(to name: String, in space: Reference.Space, at element: DataElement) {
    references.append(Reference(space: space, name: name, origin: Origin(element)))
  }

  /// The whole, after the checks that need every file.
  func finished() throws -> LegalKnowledge {
    let places = Dictionary(
      instruments.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    try checkReferences(to: places)
    let regimes = try orderedRegimes(instruments: places)
    let instruments = withProvisions(places)
    try checkProvisions(instruments, places)
    try checkLocalInstruments(localOrigins, builtIn: builtInInstruments)
    let awards = try finishedAwards()
    try checkPacks(awards: awards.awards, terms: calendarBook.terms)
    var law = LegalKnowledge(
      types: types, instruments: instruments, regimes: regimes, kinds: kinds,
      bodyTypes: bodyTypes, territorialUnits: territorialUnits,
      awardBook: awards, authorityBook: try finishedAuthorities(),
      calendarBook: calendarBook, superiors: superiors, standingBodies: standingBodies)
    let vocabulary = vocabulary
    law.lazyVocabulary = Lazily { vocabulary }
    law.checkedFiles = checkedFiles
    law.packs = packs.map(\.pack)
    return law
  }

  private func withProvisions(_ places: [String: Int]) -> [Instrument] {
    var complete = instruments
    for entry in provisions {
      guard let place = places[entry.instrument] else { continue }
      complete[place].provisions = entry.map
    }
    return complete
  }
}
