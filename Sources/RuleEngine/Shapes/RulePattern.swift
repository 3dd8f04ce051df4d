import DataFiles
import DocumentAnalysis
import Glibc
import TextMatching

/// A pattern of a rule file, with its place there: what is wrong with it, at load or in a document,
/// is told as a fault of the file.
struct RulePattern: Sendable {
  let bounded: BoundedPattern
  private let path: String
  private let line: Int

  /// The text of an element as a pattern.
  init(_ element: DataElement, isCaseSensitive: Bool, _ setting: Shape.Setting) throws {
    try self.init(
      element, source: element.text, isCaseSensitive: isCaseSensitive, setting)
  }

  init(
    _ element: DataElement, source: String, isCaseSensitive: Bool, _ setting: Shape.Setting
  ) throws {
    guard !source.isEmpty else { throw element.emptyPattern() }
    path = element.path
    line = element.line
    do {
      bounded = try BoundedPattern(source, isCaseSensitive: isCaseSensitive)
    } catch {
      throw element.badPattern(source, error)
    }
    guard !setting.isTrusted else { return }
    do {
      try bounded.tryOut()
    } catch {
      throw element.error(
        vi:
          "mẫu “\(source)” có thể chạy gần như không dứt vì hai phép lặp giành nhau cùng một đoạn "
          + "chữ; hãy bỏ phép lặp lồng nhau, ví dụ viết (\\p{L}+\\s)+ thay cho (\\p{L}+\\s?)+",
        en:
          "the pattern \"\(source)\" may run almost without end, as two repetitions share out one "
          + "stretch of text; undo the nesting, for example (\\p{L}+\\s)+ for (\\p{L}+\\s?)+")
    }
    guard let found = try? bounded.matches(in: "", atMost: 1), !found.isEmpty else { return }
    throw element.error(
      vi: "mẫu “\(source)” khớp cả với chỗ trống nên khớp ở mọi nơi; hãy bắt nó có ít nhất một chữ",
      en:
        "the pattern \"\(source)\" fits even nothing and so fits everywhere; make it need a letter")
  }

  /// A match and where it stands.
  struct Found: Sendable {
    var match: Pattern.Match
    fileprivate var block: Int
    fileprivate var start: Int

    /// The place of a range of the text searched, for example a group.
    func span(of range: Range<Int>) -> TextSpan {
      TextSpan(block: block, utf8: start + range.lowerBound..<start + range.upperBound)
    }
  }

  /// Every match with words in it in these parts of the document, each part a text of its own: its
  /// ends are what `^` and `$` mean. Line breaks inside a paragraph are spaces.
  func matches(
    in document: RecognisedDocument, spans: [TextSpan]
  ) throws(DataFileError) -> [Found] {
    var budget = MatchBudget(parts: spans.count)
    var result: [Found] = []
    for span in spans where document.blocks.indices.contains(span.block) {
      var text = document.blocks[span.block].text
      if span.utf8 != 0..<text.utf8.count { text = String(text[utf8Range: span.utf8]) }
      if text.utf8.contains(0x0A) { text = text.replacing("\n", with: " ") }
      do {
        for match in try bounded.matches(in: text) where !match.range.isEmpty {
          result.append(Found(match: match, block: span.block, start: span.utf8.lowerBound))
        }
      } catch {
        throw fault
      }
      if budget.isSpent() { throw fault }
    }
    return result
  }

  private var fault: DataFileError {
    DataFileError(
      path: path, line: line,
      message: LocalizedText(
        vi: "mẫu “\(bounded.source)” chạy quá lâu trên văn bản này nên bị dừng; hãy viết lại mẫu, "
          + "tránh phép lặp lồng nhau",
        en:
          "the pattern \"\(bounded.source)\" ran too long on this paper and was stopped; rewrite it "
          + "without nested repetitions"))
  }
}

/// Processor time one pattern may take over one document. Steps are limited for every paragraph, and
/// the same in every run; this stops what stays just below that limit in paragraph after paragraph.
private struct MatchBudget {
  private let limit: Int
  private let start = MatchBudget.now
  private var asked = 0

  /// 0.4 s, and 0.2 ms for each part searched.
  init(parts: Int) { limit = 400_000_000 + 200_000 * parts }

  mutating func isSpent() -> Bool {
    asked += 1
    return asked % 8 == 0 && MatchBudget.now - start > limit
  }

  /// Nanoseconds of this thread.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

extension DataElement {
  fileprivate func emptyPattern() -> DataFileError {
    error(vi: "<\(name)> không được để trống", en: "<\(name)> must not be empty")
  }

  /// Where the pattern stops making sense, shown by the words up to there.
  fileprivate func badPattern(
    _ source: String, _ fault: Pattern.CompileError
  ) -> DataFileError {
    let offset = min(max(fault.offset, 0), source.utf8.count)
    let start = source.utf8Start(before: offset, atMost: 24)
    let read = String(decoding: Array(source.utf8)[start..<offset], as: UTF8.self)
    let scalar = source.scalarOffset(utf8: offset)
    let vi = PatternFault.vietnamese[fault.code] ?? fault.message
    return error(
      vi: "mẫu không hợp lệ ở ký tự thứ \(scalar), sau “\(read)”: \(vi)",
      en: "the pattern is not valid at character \(scalar), after \"\(read)\": \(fault.message)")
  }
}

/// The commonest faults of patterns (pcre2.h) in Vietnamese; the others are told in PCRE2's words.
private enum PatternFault {
  static let vietnamese: [Int: String] = [
    101: "dấu \\ ở cuối mẫu không đi với ký tự nào",
    104: "hai số trong { } đảo thứ tự",
    105: "số trong { } quá lớn",
    106: "thiếu dấu ] đóng lớp ký tự",
    108: "khoảng ký tự trong [ ] đảo thứ tự",
    109: "dấu lặp (* + ? {…}) không đứng sau thứ gì để lặp",
    114: "thiếu dấu ) đóng ngoặc",
    122: "thừa dấu ) không có dấu ( mở",
    125: "phần nhìn lui (?<=…), (?<!…) phải có độ dài cố định",
    147: "tên loại ký tự sau \\p không có",
  ]
}
