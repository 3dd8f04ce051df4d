import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// The times of a paper's work: not those of citations and feasts, nor of the review of what is done.
struct PlanTimes {
  let document: RecognisedDocument
  /// Of an annual plan; nil for anything else.
  let year: Int?
  /// Whether the plan is for several years: a time without a year may then be in any of them.
  private let isForYears: Bool
  /// The last day the paper can have been signed before: what is due earlier is due too late.
  let signedOn: CivilDate?
  /// In the body and the annexes, in reading order.
  let work: [TimeMention]

  init(_ document: RecognisedDocument) {
    self.document = document
    let plan = document.kind.id == "ke-hoach" ? document.planYear : nil
    let span = plan.map { document.text($0.span).lowercased() } ?? ""
    year = plan.flatMap { $0.years.count == 1 && !span.contains("học") ? $0.years.lowerBound : nil }
    isForYears = plan.map { $0.years.count > 1 } ?? false
    switch document.date.source {
    case .placeDate, .placeDatePartial, .meeting, .citations: signedOn = document.date.earliest
    case .option: signedOn = document.components.placeDate?.date
    case .planYear, .metadata, .today: signedOn = nil
    }
    let past = PlanTimes.reviews(in: document)
    let body = document.components.body.lowerBound..<document.blocks.count
    work = document.times.filter { time in
      body.contains(time.span.block) && !time.isCitation && !time.isCommemorative
        && !past.contains { $0.contains(time.span.block) }
    }
  }

  /// Times by which or in which something is to be done, as the sentence says.
  var deadlines: [TimeMention] {
    work.filter { time in
      guard time.relation == .before || time.relation == .within else { return false }
      let before = PlanTimes.sentence(before: time, in: document)
      return PlanTimes.task.matches(before) && !PlanTimes.past.matches(before)
        && !isRecurring(time)
    }
  }

  /// The year a mention without one is in; nil when it may be in several.
  var defaultYear: Int? { year ?? (isForYears ? nil : signedOn?.year) }

  /// “trước ngày 15 tháng 11 hằng năm”, “ngày 10/01 năm sau”.
  private func isRecurring(_ time: TimeMention) -> Bool {
    let text = document.blocks[time.span.block].text
    let after = text[utf8Range: time.span.utf8.upperBound..<text.utf8.count]
    return PlanTimes.everyYear.matches(String(after.prefix(24)))
  }

  private static let everyYear = Pattern(
    known:
      #"^\h*,?\h*(?:của\h+)?(?:(?:hằng|hàng|mỗi|từng)\h+năm|năm\h+(?:sau|kế\h+tiếp|tiếp\h+theo))"#,
    options: .caseless)

  private static let task = Pattern(
    known:
      #"\b(?:gửi|báo\h+cáo|hoàn\h+thành|nộp|đăng\h+ký|trình|xong|tổng\h+hợp|phát\h+động|tổ\h+chức|ban\h+hành|xây\h+dựng|sơ\h+kết|tổng\h+kết|thời\h+gian|thời\h+hạn|họp|kiểm\h+tra|thẩm\h+định|bình\h+xét|đánh\h+giá)\b"#,
    options: .caseless)
  /// The past, and days that part the cases a norm applies to.
  private static let past = Pattern(
    known:
      #"\b(?:đã|vừa|kể\h+từ|có\h+hiệu\h+lực|được\h+(?:ban\h+hành|thành\h+lập|công\h+nhận|tặng)|tiếp\h+nhận|trường\h+hợp|quyết\h+định\h+khen\h+thưởng|hằng\h+năm|hàng\h+năm|năm\h+sau|trước\h+đây|tính\h+đến|so\h+với)\b"#,
    options: .caseless)

  /// The words of the sentence before a time.
  static func sentence(before time: TimeMention, in document: RecognisedDocument) -> String {
    let text = document.blocks[time.span.block].text
    let words = String(text[utf8Range: 0..<time.span.utf8.lowerBound])
    let parts = words.split(separator: ".", omittingEmptySubsequences: false)
    return (parts.last { $0.utf8.count > 3 } ?? parts.last).map(String.init) ?? ""
  }

  private static let review = Pattern(
    known: #"kết\h+quả|đánh\h+giá|tình\h+hình|đặc\h+điểm|tồn\h+tại|hạn\h+chế|ưu\h+điểm"#,
    options: .caseless)

  /// Sections that tell what was done.
  private static func reviews(in document: RecognisedDocument) -> [Range<Int>] {
    document.outline.filter { node in
      guard node.isHeading, node.level == .section || node.level == .division else { return false }
      return review.matches(document.text(TextSpan(block: node.block, utf8: node.title)))
    }.map(\.blocks)
  }
}
