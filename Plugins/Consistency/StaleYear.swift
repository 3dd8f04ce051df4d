import DocumentAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A year left from another year's plan inside one task: work that can only look back (marking,
  /// summing up, proposing awards) tied to a year after the plan's, beside such work tied to the
  /// plan's own; or work to be begun tied to the year before.
  static let staleYear = NativeCheck(
    name: "stale-year", arguments: ["given", "expected"], cases: ["later", "earlier"]
  ) { context in
    let document = context.document
    guard let plan = document.planYear, plan.years.count == 1 else { return [] }
    let year = plan.years.lowerBound
    let cited = CitedPlaces(document)
    var found: [Observation] = []
    for block in document.components.body {
      let text = document.blocks[block].text
      // Only another year can be stale; most paragraphs name none.
      let hasLast = text.contains(bytesOf: String(year - 1))
      guard hasLast || text.contains(bytesOf: String(year + 1)) else { continue }
      let paragraph = Task.clauses(in: text)
      let looking = paragraph.filter { $0.direction == .back }
      let own = looking.contains { $0.value == year }
      for range in hasLast ? Task.aims(in: text) : []
      where !cited.overlap(TextSpan(block: block, utf8: range)) {
        guard !own, text[utf8Range: range].hasSuffix(String(year - 1)) else { continue }
        found.append(
          observation(
            TextSpan(block: block, utf8: range), "earlier", year - 1, expected: year))
      }
      for act in paragraph {
        let span = TextSpan(block: block, utf8: act.year)
        guard !cited.overlap(span) else { continue }
        switch act.direction {
        case .back where act.value == year + 1 && own:
          found.append(observation(span, "later", act.value, expected: year))
        case .forward where act.value == year - 1 && !looking.contains { $0.value == year - 1 }:
          found.append(observation(span, "earlier", act.value, expected: year))
        default: break
        }
      }
    }
    return found
  }

  private static func observation(
    _ span: TextSpan, _ name: String, _ given: Int, expected: Int
  ) -> Observation {
    Observation(
      at: span, case: name, arguments: ["given": .number(given), "expected": .number(expected)],
      fixes: [
        Observation.ProposedFix(
          kind: .proposed,
          description: LocalizedText(
            vi: "Sửa thành năm \(expected), nếu đúng là năm của kế hoạch.",
            en: "Write \(expected), if the plan's year is meant."),
          edits: [(span, "năm \(expected)")])
      ])
  }
}

/// What a clause does, and the year it does it for.
private struct Task {
  enum Direction {
    case back
    case forward
  }
  var direction: Direction
  /// “năm 2024”, as a UTF-8 range of the paragraph.
  var year: Range<Int>
  var value: Int

  /// Work on what is over. “hướng dẫn, tiêu chí chấm điểm” looks ahead, so the act must open its
  /// clause (after “tham gia Hội nghị”, “tổ chức”, “họp …” and the like).
  private static let back = Pattern(
    known:
      #"(?:^|[,;.:+-]|\bvà\b)\h*(?:(?:tổ\h+chức|tham\h+gia|tham\h+dự|họp|hội\h+nghị|xây\h+dựng|báo\h+cáo|gửi|trình|hoàn\h+thành|tiến\h+hành)\h+)*(?:chấm\h+điểm|tổng\h+kết|bình\h+xét|suy\h+tôn|đánh\h+giá\h+kết\h+quả|đề\h+nghị\h+(?:khen\h+thưởng|tặng|công\h+nhận)|xét\h+(?:khen|tặng|đề\h+nghị))\b(?:(?!kế\h+hoạch|tiêu\h+chí|hướng\h+dẫn|phương\h+hướng|nhiệm\h+vụ|triển\h+khai|phát\h+động|giai\h+đoạn|đăng\h+ký)[^,;.:\n]){0,120}?\b(năm\h+(20\d\d))\b(?!\h*[-–/]\h*\d)"#,
    options: [.caseless, .multiline])
  /// Work to be begun. “do … phát động năm 2022” tells the past, so an object must stand between.
  private static let forward = Pattern(
    known:
      #"(?:^|[,;.:+-])\h*(?:(?:tổ\h+chức|tiếp\h+tục)\h+)*(?:phát\h+động\h+(?:các\h+)?(?:phong\h+trào|đợt)?\h*thi\h+đua|đăng\h+ký\h+(?:thi\h+đua|danh\h+hiệu|chỉ\h+tiêu)|ký\h+kết\h+giao\h+ước\h+thi\h+đua|ký\h+giao\h+ước\h+thi\h+đua|phấn\h+đấu\h+hoàn\h+thành)(?:(?!đã\b|so\h+với|kết\h+quả|tổng\h+kết|từ\h+năm|cuối\h+năm|của\h+năm)[^,;.:\n]){0,120}?\b(năm\h+(20\d\d))\b(?!\h*[-–/]\h*\d)"#,
    options: [.caseless, .multiline])

  /// What the plan is for: “góp phần hoàn thành nhiệm vụ … năm 2024”.
  private static let aim = Pattern(
    known:
      #"\b(?:góp\h+phần|quyết\h+tâm|nhằm|phấn\h+đấu)\h+(?:hoàn\h+thành|thực\h+hiện)(?:\h+(?:thắng\h+lợi|tốt|xuất\h+sắc|vượt\h+mức|toàn\h+diện|có\h+hiệu\h+quả))*\h+(?:các\h+)?(?:nhiệm\h+vụ|chỉ\h+tiêu|mục\h+tiêu)\b(?:(?!đã\b|so\h+với|từ\h+năm|của\h+năm|giai\h+đoạn)[^;.:\n]){0,120}?\b(năm\h+20\d\d)\b(?!\h*[-–/]\h*\d)"#,
    options: .caseless)
  private static let over = Pattern(
    known: #"\b(?:đã|vừa\h+qua|kết\h+quả\h+đạt\h+được|phát\h+huy)\b"#, options: .caseless)

  /// Years of aims; a paragraph that tells what was done has none.
  static func aims(in text: String) -> [Range<Int>] {
    guard !over.matches(text) else { return [] }
    return aim.matches(in: text).compactMap { $0[1] }
  }

  static func clauses(in text: String) -> [Task] {
    var result: [Task] = []
    for (pattern, direction) in [(back, Direction.back), (forward, .forward)] {
      for match in pattern.matches(in: text) {
        if let year = match[1], let digits = match[2], let value = Int(text.words(digits)) {
          result.append(Task(direction: direction, year: year, value: value))
        }
      }
    }
    return result.sorted { $0.year.lowerBound < $1.year.lowerBound }
  }
}
