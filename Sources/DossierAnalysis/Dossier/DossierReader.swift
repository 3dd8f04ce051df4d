import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// Makes a dossier of recognised papers. Immutable; one serves all dossiers of a run.
public struct DossierReader: Sendable {
  private let finder: NomineeFinder
  private let minutes: MinutesReader
  private let reports: ReportReader

  public init(law: LegalKnowledge) {
    finder = NomineeFinder(law: law)
    minutes = MinutesReader(awards: finder.awards)
    reports = ReportReader(awards: finder.awards)
  }

  /// One paper, with what its role asks to be read.
  public func paper(_ document: RecognisedDocument, path: String) -> Dossier.Paper {
    var role = DossierReader.role(of: document)
    let register = role == .report ? NomineeRegister() : finder.register(of: document)
    // A list that nobody titled is still told by its nominees.
    if role == .unrecognised, !register.tables.isEmpty { role = .list }
    return Dossier.Paper(
      path: path, role: role, document: document, register: register,
      minutes: role == .minutes ? minutes.read(document, register: register) : nil,
      report: role == .report ? reports.read(document) : nil,
      works: role == .certificate ? WorkFinder(document: document).works() : [])
  }

  private static let works = Pattern(
    known:
      #"(?<!\p{L})(?:sáng\s+kiến|đề\s+tài|đề\s+án\s+khoa\s+học|công\s+trình\s+khoa\s+học|phạm\s+vi\s+ảnh\s+hưởng|khả\s+năng\s+nhân\s+rộng)(?!\p{L})"#,
    options: .caseless)
  private static let publication = Pattern(
    known: #"(?<!\p{L})(?:công\s+khai|lấy\s+ý\s+kiến\s+(?:nhân\s+dân|rộng\s+rãi))(?!\p{L})"#,
    options: .caseless)
  private static let opinion = Pattern(
    known:
      #"(?<!\p{L})(?:(?:cho|tham\s+gia|xin)\s+ý\s+kiến|ý\s+kiến\s+(?:đối\s+với|về)|hiệp\s+y|hiệp\s+ý)(?!\p{L})"#,
    options: .caseless)
  private static let awarding = Pattern(
    known: #"(?<!\p{L})(?:tặng|khen\s+thưởng|công\s+nhận\s+danh\s+hiệu|danh\s+hiệu)(?!\p{L})"#,
    options: .caseless)
  private static let proposing = Pattern(
    known: #"(?<!\p{L})(?:đề\s+nghị|trình)(?!\p{L})"#, options: .caseless)

  /// What a paper is, from its kind and subject, whatever its file is called.
  static func role(of document: RecognisedDocument) -> Dossier.Role {
    let subject = document.components.subject.map(document.text).joined(separator: " ")
    switch document.kind.id {
    case "to-trinh": return .proposal
    case "danh-sach": return .list
    case "bao-cao-thanh-tich": return .report
    case "bien-ban-hop": return .minutes
    case "giay-chung-nhan": return .certificate
    case "quyet-dinh":
      if works.matches(subject) { return .certificate }
      return awarding.matches(subject) ? .decision : .other
    case "cong-van", "thong-bao":
      if publication.matches(subject) { return .publication }
      if opinion.matches(subject) { return .opinion }
      return proposing.matches(subject) && awarding.matches(subject) ? .proposal : .other
    case nil: return .unrecognised
    default: return .other
    }
  }
}
