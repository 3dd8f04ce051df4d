import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// The papers of one proposal for awards, read together.
public struct Dossier: Sendable {
  /// What a paper is in the dossier.
  public enum Role: String, Sendable, CaseIterable {
    /// Tờ trình, văn bản đề nghị.
    case proposal = "to-trinh"
    case list = "danh-sach"
    /// Báo cáo thành tích.
    case report = "bao-cao-thanh-tich"
    /// Biên bản of a council or a meeting.
    case minutes = "bien-ban"
    /// Chứng nhận, xác nhận, quyết định công nhận sáng kiến, đề tài.
    case certificate = "chung-nhan"
    /// The decision on the awards, signed or in draft.
    case decision = "quyet-dinh"
    /// The opinion of a related body (Law 06/2022, Điều 84 khoản 3).
    case opinion = "y-kien"
    /// Notice of publication (Điều 84 khoản 5).
    case publication = "cong-khai"
    case other = "khac"
    case unrecognised = "khong-ro"
  }

  public struct Paper: Sendable {
    /// As given; inside an archive `a.zip!/b.docx`.
    public var path: String
    public var role: Role
    public var document: RecognisedDocument
    public var register: NomineeRegister
    /// Of minutes only.
    public var minutes: Minutes?
    /// Of reports only.
    public var report: AchievementReport?
    /// Initiatives and works named in certificates.
    public var works: [WorkMention]

    public init(
      path: String, role: Role, document: RecognisedDocument, register: NomineeRegister,
      minutes: Minutes? = nil, report: AchievementReport? = nil, works: [WorkMention] = []
    ) {
      self.path = path
      self.role = role
      self.document = document
      self.register = register
      self.minutes = minutes
      self.report = report
      self.works = works
    }

    public func text(_ span: TextSpan) -> String { document.text(span) }
  }

  /// A file of the dossier that could not be read: what it holds, nobody knows.
  public struct Unread: Sendable, Hashable {
    /// As in `Paper.path`.
    public var path: String
    /// What is wrong with it, one line.
    public var reason: LocalizedText

    public init(path: String, reason: LocalizedText) {
      self.path = path
      self.reason = reason
    }
  }

  /// The folder, archive or first file.
  public var path: String
  /// In the order of their paths.
  public var papers: [Paper]
  /// In the order of their paths. What is missing among the papers may stand here.
  public var unread: [Unread] = []
  /// The day the dossier was received for appraisal, when known.
  public var received: CivilDate?
  /// The day whose law the appraiser asks for, instead of the papers' own.
  public var asOf: CivilDate?

  public init(path: String, papers: [Paper], received: CivilDate? = nil) {
    self.path = path
    self.papers = papers
    self.received = received
  }

  /// Indices in `papers`.
  public func papers(_ role: Role) -> [Int] { papers.indices.filter { papers[$0].role == role } }

  /// The day of the dossier (for its law see `governingDay`): the one asked for, else that of the
  /// proposal, else the latest day among the papers that propose or decide, else of any.
  public var day: CivilDate? {
    if let asOf { return asOf }
    if let proposal = papers(.proposal).first { return papers[proposal].document.date.earliest }
    let telling = papers.filter { [.list, .minutes, .decision].contains($0.role) }
    return (telling.isEmpty ? papers : telling).map(\.document.date.earliest).max()
  }
}

extension Dossier {
  /// The day whose law governs: that of the proposal; where the law changed between that day and the
  /// day of receipt, the day of receipt (a dossier received before a change follows the rules before
  /// it). A day asked for settles it. Nil for a dossier without papers.
  public func governingDay(_ law: LegalKnowledge) -> CivilDate? {
    guard let day, asOf == nil, let received,
      law.transition(between: day, receivedOn: received) != nil
    else { return day }
    return received
  }
}

/// A place in one paper of a dossier.
public struct DossierSpan: Sendable, Hashable {
  /// Index in `Dossier.papers`.
  public var paper: Int
  public var span: TextSpan

  public init(paper: Int, span: TextSpan) {
    self.paper = paper
    self.span = span
  }
}
