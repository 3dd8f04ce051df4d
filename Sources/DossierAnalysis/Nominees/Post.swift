import DocumentAnalysis
import TextMatching

/// Office and unit typed in one run of text: “Trưởng phòng, Phòng Kinh tế”, “- Giáo viên Trường …”.
struct Post {
  var office: TextSpan?
  var unit: TextSpan?

  private static let lead = Pattern(known: #"\G[\s,;:(–—-]*(?:là\s+)?"#, options: .caseless)
  private static let stop = Pattern(known: #"\s*(?:[;\n\t)]|\.\s*$|$)"#)
  private static let comma = Pattern(known: #"\s*(?:,|\s[-–—]\s)\s*"#)
  /// Where the unit begins inside a post without a comma: “Giáo viên Trường Tiểu học …”.
  private static let unitWord = Pattern(
    known:
      #"(?<=\s)(?:Trường|Phòng|Ban|Sở|Ủy ban|UBND|Hội|Đảng|Văn phòng|Trung tâm|Công ty|Trạm|Bệnh viện|Khoa|Tổ|Thôn|thôn|xã|phường|Công an)(?!\p{L})"#
  )

  /// - Parameter from: UTF-8 offset where the post begins, its leading marks included.
  static func read(_ text: String, from: Int, block: Int) -> Post {
    let start = lead.firstMatch(in: text, from: from)?.range.upperBound ?? from
    let end = stop.firstMatch(in: text, from: start)?.range.lowerBound ?? text.utf8.count
    guard start < end else { return Post() }
    func span(_ low: Int, _ high: Int) -> TextSpan? {
      low < high ? TextSpan(block: block, utf8: low..<high) : nil
    }
    if let match = comma.firstMatch(in: text, from: start, until: end) {
      return Post(
        office: span(start, match.range.lowerBound), unit: span(match.range.upperBound, end))
    }
    let words = String(text[utf8Range: start..<end])
    if NomineeName.isCollective(words) { return Post(office: nil, unit: span(start, end)) }
    if let match = unitWord.firstMatch(in: text, from: start, until: end) {
      var low = match.range.lowerBound
      let office = String(text[utf8Range: start..<low]).trimmed
      low = max(low, start)
      return Post(office: span(start, start + office.utf8.count), unit: span(low, end))
    }
    return Post(office: span(start, end), unit: nil)
  }
}
