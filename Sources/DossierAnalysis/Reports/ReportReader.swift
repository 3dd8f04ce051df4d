import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching

/// Reads a report of achievement. It never fails: what is not found is nil or empty.
public struct ReportReader: Sendable {
  private let awards: AwardFinder

  public init(awards: AwardFinder) { self.awards = awards }

  public func read(_ document: RecognisedDocument) -> AchievementReport {
    var report = AchievementReport()
    readFields(document, into: &report)
    if report.subject == nil { readTitle(document, into: &report) }
    if report.subject == nil { readSigner(document, into: &report) }
    report.key = report.subject.map { Folding.letters($0.text) } ?? ""
    report.awards = proposed(document)
    report.history = HistoryReader(awards: awards).entries(in: document)
    report.year = AwardYears(document).ofPaper?.upperBound
    report.noneBefore = noneBefore(document)
    report.works = WorkFinder(document: document).works()
    return report
  }

  // MARK: Fields

  private static func known(_ source: String) -> Pattern {
    Pattern(known: source, options: .caseless)
  }

  private static let value =
    #"(?:\s*\([^)]*\))?\s*:\s*([^\n\t;]+?)\s*(?=$|[\n\t;]|\.\s*$|\s{3,}|,?\s+(?:giới\s+tính|nam\s*,\s*nữ|ngày\s+sinh|sinh\s+(?:ngày|năm)|chức\s+vụ)\b)"#
  private static let personName = known(
    #"(?<!\p{L})họ\s*(?:và|,)?\s*(?:chữ\s+đệm\s*,?\s*)?tên"# + value)
  private static let collectiveName = known(
    #"(?<!\p{L})tên\s+(?:(?:đầy\s+đủ\s+)?(?:của\s+)?)?(?:tập\s+thể|đơn\s+vị|cơ\s+quan)(?:\s*,\s*\p{L}+(?:\s\p{L}+)?)*"#
      + value)
  private static let birth = known(
    #"(?<!\p{L})(?:(?:ngày\W+tháng\W+năm\s+sinh|ngày\s+sinh|năm\s+sinh|sinh\s+(?:ngày|năm))\s*:?\s*)([^\n\t;]*?(?:19|20)\d{2})"#
  )
  private static let year = Pattern(known: #"((?:19|20)\d{2})"#)
  private static let officeAndUnit = known(
    #"(?<!\p{L})chức\s+vụ\s*(?:,|và|/)\s*(?:đơn\s+vị|nơi)\s+công\s+tác"# + value)
  private static let office = known(
    #"(?<!\p{L})chức\s+vụ(?:\s+(?:hiện\s+nay|chính\s+quyền|đảng\s*,\s*chính\s+quyền))?"# + value)
  private static let unit = known(#"(?<!\p{L})(?:đơn\s+vị|cơ\s+quan|nơi)\s+công\s+tác"# + value)

  private func field(
    _ pattern: Pattern, _ text: String, _ block: Int
  ) -> AchievementReport.Field? {
    guard let range = pattern.firstMatch(in: text)?[1] else { return nil }
    let words = String(text[utf8Range: range]).trimmed
    guard !words.isEmpty, words.unicodeScalars.contains(where: Letters.isLetter) else { return nil }
    return AchievementReport.Field(text: words, span: TextSpan(block: block, utf8: range))
  }

  private func readFields(_ document: RecognisedDocument, into report: inout AchievementReport) {
    // What one is stands at the head of the report; later lines tell of others.
    for index in document.blocks.indices.prefix(60) {
      let text = document.blocks[index].text
      guard !text.isEmpty, text.utf8.count < 1_200 else { continue }
      if report.subject == nil {
        if let found = field(Self.personName, text, index) {
          report.subject = named(found, in: text)
          report.recipient = .individual
        } else if let found = field(Self.collectiveName, text, index) {
          report.subject = found
          report.recipient = .collective
        }
      }
      if report.birthYear == nil, let range = Self.birth.firstMatch(in: text)?[1] {
        let words = String(text[utf8Range: range])
        if let digits = Self.year.firstMatch(in: words)?[1] {
          report.birthYear = Int(words[utf8Range: digits])
          report.birthSpan = TextSpan(block: index, utf8: range)
        }
      }
      if report.office == nil, report.unit == nil,
        let both = field(Self.officeAndUnit, text, index)
      {
        let post = Post.read(text, from: both.span.utf8.lowerBound, block: index)
        report.office = post.office.map { words($0, text) }
        report.unit = post.unit.map { words($0, text) }
        continue
      }
      report.office = report.office ?? field(Self.office, text, index)
      report.unit = report.unit ?? field(Self.unit, text, index)
    }
  }

  private func words(_ span: TextSpan, _ text: String) -> AchievementReport.Field {
    AchievementReport.Field(text: String(text[utf8Range: span.utf8]).trimmed, span: span)
  }

  /// The name alone, without what is typed after it on the line.
  private func named(_ field: AchievementReport.Field, in text: String) -> AchievementReport.Field {
    guard let reading = NomineeName.read(field.text) else { return field }
    let low = field.span.utf8.lowerBound
    let range = low + reading.range.lowerBound..<low + reading.range.upperBound
    return AchievementReport.Field(
      text: String(text[utf8Range: range]).trimmed,
      span: TextSpan(block: field.span.block, utf8: range))
  }

  // MARK: Title and signature

  private static let of = known(
    #"(?<!\p{L})(?:của|đối\s+với|cho)\s+(?=(?:ông|bà|đồng\s+chí|đ/c|tập\s+thể|anh|chị)\s)"#)

  private func readTitle(_ document: RecognisedDocument, into report: inout AchievementReport) {
    for span in document.components.subject {
      let text = document.blocks[span.block].text
      guard
        let start = Self.of.firstMatch(
          in: text, from: span.utf8.lowerBound, until: span.utf8.upperBound)?.range.upperBound
      else { continue }
      let rest = String(text[utf8Range: start..<span.utf8.upperBound])
      guard let reading = NomineeName.read(rest), reading.recipient != nil else { continue }
      let range = start + reading.range.lowerBound..<start + reading.range.upperBound
      report.subject = words(TextSpan(block: span.block, utf8: range), text)
      report.recipient = reading.recipient
      return
    }
  }

  private static let reporter = known(#"người\s+(?:báo\s+cáo|viết\s+báo\s+cáo)"#)

  private func readSigner(_ document: RecognisedDocument, into report: inout AchievementReport) {
    for signature in document.components.signatures {
      guard let name = signature.name, let office = signature.office,
        Self.reporter.matches(document.text(office))
      else { continue }
      report.subject = AchievementReport.Field(text: document.text(name), span: name)
      report.recipient = .individual
      return
    }
  }

  // MARK: Earlier awards

  private static let earlier = known(
    #"(?<!\p{L})(?:đã\s+được\s+(?:khen|tặng|ghi\s+nhận)|đã\s+(?:khen|nhận)|hình\s+thức\s+khen)"#)
  private static let none = known(
    #"^\W*(?:chưa\s+(?:có|được\s+khen(?:\s+thưởng)?)|không(?:\s+có)?)\W*$"#)

  private func noneBefore(_ document: RecognisedDocument) -> TextSpan? {
    var isUnderHeading = false
    for index in document.components.body where document.blocks[index].place.cell == nil {
      let text = document.blocks[index].text
      guard !text.isEmpty else { continue }
      if isUnderHeading, Self.none.matches(text) {
        return TextSpan(block: index, utf8: 0..<text.utf8.count)
      }
      isUnderHeading = text.utf8.count < 200 && Self.earlier.matches(text)
    }
    return nil
  }

  // MARK: What is proposed

  private static let proposing = known(#"(?<!\p{L})đề\s+nghị(?!\p{L})"#)

  private func proposed(_ document: RecognisedDocument) -> [AwardMention] {
    let day = document.date.earliest
    var found: [AwardMention] = []
    for span in document.components.subject {
      found += awards.mentions(
        in: document.blocks[span.block].text, block: span.block, on: day, range: span.utf8)
    }
    if !found.isEmpty { return found }
    for index in document.blocks.indices.prefix(20)
    where Self.proposing.matches(document.blocks[index].text) {
      let named = awards.mentions(in: document.blocks[index].text, block: index, on: day)
      if !named.isEmpty { return named }
    }
    return []
  }
}
