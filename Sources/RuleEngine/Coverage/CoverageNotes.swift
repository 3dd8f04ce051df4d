import DataFiles
import LegalKnowledge
import TextMatching

/// What `Rules/coverage` says is left to people: provisions that no rule can cover, or not wholly,
/// and why.
public struct CoverageNotes: Sendable {
  /// A provision left to people.
  public struct Left: Sendable, Hashable {
    /// Id of the instrument.
    public var instrument: String
    public var article: Int
    /// Nil: the whole article.
    public var clause: Int?
    public var reason: LocalizedText
  }

  public private(set) var left: [Left] = []
  /// Ids of rules that look at whatever provision a paper cites, and so rest on no one of them.
  public private(set) var everyProvision: Set<String> = []

  public init() {}

  /// Reads the files below a folder `coverage` and leaves the others alone.
  /// - Throws: `DataFileError`, for the first fault in the order of the files.
  public init(files: [DataFile], law: LegalKnowledge) throws {
    for file in files where CoverageNotes.isCoverage(file.path) {
      let page = try CoverageReader(law: law).read(file)
      left += page.left
      everyProvision.formUnion(page.everyProvision)
    }
  }

  private static func isCoverage(_ path: String) -> Bool {
    path.hasSuffix(".xml") && (path.hasPrefix("coverage/") || path.contains("/coverage/"))
  }

  /// Why a provision is left to people; nil when nothing says so.
  public func reason(instrument: String, article: Int, clause: Int?) -> LocalizedText? {
    left.first {
      $0.instrument == instrument && $0.article == article && $0.clause == clause
    }?.reason
  }
}
