import CorpusSupport
import FixtureSupport
import Foundation

/// Another form of the same paper: an appraiser would say the same of it.
enum Variant: String, Sendable, CaseIterable {
  /// Paragraphs and tables of WordprocessingML, one run each.
  case docx
  /// The same words cut into runs anywhere, with proofing marks, bookmarks and content controls.
  case brokenDocx = "broken-docx"
  /// Canonically decomposed, as some systems save text.
  case decomposed
  /// One paragraph more that has nothing to do with anything.
  case unrelatedParagraph = "unrelated-paragraph"
  /// The letterhead's lines as a table of two columns, or its table as lines.
  case otherLetterhead = "other-letterhead"

  /// File name and bytes; nil when the paper cannot be put into this form.
  func file(of appraisal: Appraisal) -> (name: String, bytes: [UInt8])? {
    let text = appraisal.text
    switch self {
    case .docx: return (appraisal.name + ".docx", DocxFixture(text: text).bytes)
    case .brokenDocx:
      return (appraisal.name + ".docx", DocxFixture(BrokenWord(seed: text).body(of: text)).bytes)
    case .decomposed:
      return (appraisal.fileName, Array(text.decomposedStringWithCanonicalMapping.utf8))
    case .unrelatedParagraph:
      return Self.withUnrelatedParagraph(text).map { (appraisal.fileName, Array($0.utf8)) }
    case .otherLetterhead:
      return Self.withOtherLetterhead(text).map { (appraisal.fileName, Array($0.utf8)) }
    }
  }

  /// Rules that speak of the form itself.
  var ownRules: Set<String> {
    self == .decomposed ? ["consistency/unicode"] : []
  }

  // MARK: Changes of the text

  private static let unrelated = "Trời mấy hôm nay nắng ấm, lúa ngoài đồng đang trổ bông."

  /// After the first item or paragraph of the first section.
  private static func withUnrelatedParagraph(_ text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let heading = lines.firstIndex(where: { $0.hasPrefix("I. ") }),
      let first = lines[(heading + 1)...].firstIndex(where: { $0.hasSuffix(".") }),
      !lines[first].contains("\t")
    else { return nil }
    lines.insert(unrelated, at: first + 1)
    return lines.joined(separator: "\n")
  }

  private static func withOtherLetterhead(_ text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard
      let title = lines.firstIndex(where: {
        ["KẾ HOẠCH", "QUYẾT ĐỊNH", "TỜ TRÌNH", "BÁO CÁO"].contains($0)
      })
    else { return nil }
    let head = lines[..<title].filter { !$0.isEmpty }
    let rest = [""] + lines[title...]
    if head.allSatisfy({ $0.contains("\t") }) {
      let cells = head.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      guard cells.allSatisfy({ $0.count == 2 }) else { return nil }
      let left = cells.dropLast().map { String($0[0]) }
      let right = cells.dropLast().map { String($0[1]) }
      let last = cells.suffix(1).flatMap { $0.map(String.init) }
      return (left + right + last + rest).joined(separator: "\n")
    }
    guard let national = head.firstIndex(where: { $0.hasPrefix("CỘNG H") }),
      head.count == national + 4, !head.contains(where: { $0.contains("\t") })
    else { return nil }
    let issuers = Array(head[..<national])
    let right = Array(head[national..<(national + 2)])
    var rows: [String] = []
    for index in 0..<max(issuers.count, right.count) {
      rows.append(
        (index < issuers.count ? issuers[index] : "") + "\t"
          + (index < right.count ? right[index] : ""))
    }
    rows.append(head[national + 2] + "\t" + head[national + 3])
    return (rows + rest).joined(separator: "\n")
  }
}
