import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// Names of persons and collectives as lists write them.
enum NomineeName {
  /// A name cut out of a text: what comes before it, and what kind of recipient it names.
  struct Reading {
    /// UTF-8 offsets in the text.
    var range: Range<Int>
    var recipient: Award.Recipient?
    var sex: Nominee.Sex?
    /// A word beside the name tells: “Ông”, “Trường”; a bare name may be a person's or a firm's.
    var isStated = false
  }

  private static let honorific = Pattern(
    known:
      #"^(?:(?:hộ\s+(?:gia\s+đình\s+)?)?(?:ông\s*/\s*bà|ông|bà|anh|chị|đồng\s+chí|đ\s*/\s*c|thầy\s+giáo|cô\s+giáo|thầy|cô)[.:]?\s+)+"#,
    options: .caseless)
  private static let household = Pattern(
    known: #"^(?:hộ\s+(?:gia\s+đình|ông|bà)|gia\s+đình)(?!\p{L})"#, options: .caseless)
  private static let woman = Pattern(
    known: #"^(?:đồng\s+chí\s+|đ\s*/\s*c\s+)?(?:bà|chị|cô)(?![\p{L}/])"#, options: .caseless)
  private static let man = Pattern(
    known: #"^(?:đồng\s+chí\s+|đ\s*/\s*c\s+)?(?:ông|anh|thầy)(?!\s*[\p{L}]?/)(?!\p{L})"#,
    options: .caseless)
  /// A post after a name or a remark in brackets is no part of it.
  private static let end = Pattern(known: #"\s*(?:[,;:(–—\n\t]|\s-\s|\.\s|\.$|$)"#)
  private static let collective = Pattern(
    known:
      #"^(?:tập\s+thể|nhân\s+dân\s+và\s+cán\s+bộ|cán\s+bộ\s+và\s+nhân\s+dân|ủy\s+ban|uỷ\s+ban|ubnd|hđnd|hội|ban|phòng|sở|trường|trung\s+tâm|văn\s+phòng|công\s+ty|công\s+an|công\s+đoàn|chi\s+bộ|chi\s+hội|chi\s+cục|cục|đảng\s+(?:bộ|ủy|uỷ)|đoàn|đội|tổ|khoa|bộ\s+môn|bệnh\s+viện|trạm|thôn|bản|ấp|khu\s+phố|tổ\s+dân\s+phố|xã|phường|thị\s+trấn|đặc\s+khu|mặt\s+trận|ubmttq|hợp\s+tác\s+xã|htx|xí\s+nghiệp|nhà\s+máy|kho\s+bạc|thanh\s+tra|tòa\s+án|toà\s+án|viện|hạt|đài|bưu\s+điện|ngân\s+hàng|chi\s+nhánh|quỹ|liên\s+đoàn|vụ|tổng\s+công\s+ty|doanh\s+nghiệp|phân\s+xưởng|ban\s+chỉ\s+huy|dân\s+quân|câu\s+lạc\s+bộ|lớp|tiểu\s+đoàn|đại\s+đội|trung\s+đội)(?!\p{L})"#,
    options: .caseless)

  /// Reads a name at the start of a cell or item.
  static func read(_ text: String) -> Reading? {
    let lead = leadingSpaces(text)
    let body = String(text[utf8Range: lead..<text.utf8.count])
    let isHousehold = household.matches(body)
    let start = honorific.firstMatch(in: body)?.range.upperBound ?? 0
    let stop = end.firstMatch(in: body, from: start)?.range.lowerBound ?? body.utf8.count
    guard stop > start else { return nil }
    let words = String(body[utf8Range: start..<stop])
    let sex: Nominee.Sex? = woman.matches(body) ? .female : man.matches(body) ? .male : nil
    if isHousehold {
      return Reading(
        range: lead + start..<lead + stop, recipient: .household, sex: nil, isStated: true)
    }
    if start == 0, isCollective(words) {
      // Commas are part of many units' names; only a break or a bracket ends one.
      let whole = collectiveEnd.firstMatch(in: body)?.range.lowerBound ?? body.utf8.count
      return Reading(
        range: lead..<lead + whole, recipient: .collective, sex: nil, isStated: true)
    }
    guard start > 0 || Casing.isPersonName(words) else { return nil }
    return Reading(
      range: lead + start..<lead + stop,
      recipient: Casing.isPersonName(words) ? .individual : nil, sex: sex,
      isStated: start > 0)
  }

  private static let collectiveEnd = Pattern(known: #"\s*(?:[;:(\n\t]|\.\s*$|$)"#)

  static func isCollective(_ text: String) -> Bool {
    collective.matches(text) && !isOfFamilyDoan(text)
  }

  /// A family name that units begin with too: “Đoàn Thị Mây” is a person, “Đoàn Thanh niên” and
  /// “Đoàn TNCS” are not.
  private static func isOfFamilyDoan(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count > 2 && words[0] == "Đoàn" && Casing.isPersonName(text)
      && !words.contains { Casing.isUpper($0) }
  }

  private static func leadingSpaces(_ text: String) -> Int {
    var count = 0
    for scalar in text.unicodeScalars {
      guard Letters.isSpace(scalar) else { break }
      count += UTF8.width(scalar)
    }
    return count
  }
}
