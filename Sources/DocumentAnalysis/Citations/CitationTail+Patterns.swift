import TextMatching

// Every pattern is anchored where the part must begin (\G) unless it says otherwise.
extension CitationTail {
  /// Group 1: the symbol.
  static let symbol = Pattern(
    known: #"\G\s*,?\s*(?:\(\s*)?số\s+("# + InstrumentSymbol.pattern + #")\s*\)?"#)

  static let dateOpening = Pattern(
    known: #"\G\s*[,(]?\s*(?:(?:đã\s+)?(?:được\s+)?(?:ban hành|ký|thông qua"#
      + #"|Quốc hội[^;.()]{0,60}?thông qua)\s+)?ngày\s+"#)
  static let monthOpening = Pattern(known: #"\G\s*[,(]?\s*(?=tháng\s)"#)
  /// “ngày … tháng … năm 2024” of a draft. Group 1: the year.
  static let blankDate = Pattern(
    known: #"\G[\s.…_]*(?:\d{1,2}|[\s.…_]*)\s*tháng\s*[\s.…_\d]*năm\s*(\d{4}|[.…_]+)"#)
  /// Groups: 1 “năm”, 2 the year.
  static let year = Pattern(
    known: #"\G\s*,?\s*\(?\s*(năm\s+)?((?:19|20)\d\d)(?![\d/]|\s?[-–]\s?\d)"#)
  static let closing = Pattern(known: #"\G\s*\)"#)

  /// “(sửa đổi, bổ sung)” after a law's name.
  static let amendmentMark = Pattern(
    known: #"\G\s*,?\s*\(?\s*sửa đổi(?:\s*,?\s*bổ sung)?(?:\s+một số điều)?\s*\)?"#
      + #"(?=\s*,?\s*\(?(?:ngày|năm|số|(?:19|20)\d\d))"#)
  /// Group 1: a year; without it a date follows.
  static let furtherDate = Pattern(
    known: #"\G\s*(?:,|;|và|,\s*và)\s*(?:ngày\s+(?=\d)|(?:năm\s+)?((?:19|20)\d\d)(?![\d/]))"#)

  /// Group 1: the short form.
  static let shortForm = Pattern(
    known: #"\G\s*,?\s*\(\s*(?:sau đây|dưới đây)?\s*(?:được\s+)?(?:viết|gọi)\s*(?:tắt|chung)?"#
      + #"\s*(?:là)?\s*:?\s*[“"]?([^()”"]{2,80}?)[”"]?\s*\)"#,
    options: .caseless)

  /// Group 1: “về”, “về việc”; it may be glued to the word before it.
  static let titleOpening = Pattern(
    known: #"\G\s*[,:]?\s*(?:[-–]\s+)?([Vv]ề việc\s+|[Vv]ề\s+|[Vv]/[Vv]\s*:?\s*)"#)
  /// “(khóa XIII)”, “, kỳ họp thứ 8” between issuer and title.
  static let session = Pattern(
    known:
      #"\G\s*,?\s*\(?\s*(?:khóa|khoá|kỳ họp|nhiệm kỳ|lần thứ)\s[^;,.“"()]{1,40}?(?:\)|(?=\s*,|\s+[Vv]ề\s))"#
  )
  static let gap = Pattern(known: #"\G\s*,?\s*"#)
  /// Group 1: the title between quotation marks, without “Về”.
  static let quotedTitle = Pattern(
    known: #"\G\s*,?\s*(?:[“"«](?:[Vv]ề việc\s+|[Vv]ề\s+)?([^“”"«»\n]{6,400}?)\s*(?=[”"»]))"#)
  static let afterQuote = Pattern(known: #"\G\s*[”"»]"#)
  static let titleVerb = Pattern(
    known:
      #"\G\s*,?\s*(?:[Qq]uy định|[Bb]an hành|[Hh]ướng dẫn|[Ss]ửa đổi|bổ sung|[Pp]hê duyệt|[Pp]hát động|"#
      + #"[Cc]ông bố|[Tt]hành lập|[Pp]hân định|phân quyền|[Pp]hân cấp|[Bb]ãi bỏ|kiện toàn|giao|[Tt]riển khai)(?=[\s,])"#
  )
  static let titleWord = Pattern(known: #"\G[^\p{L}\d]*([\p{L}\d]+)"#)
}

extension CitationVocabulary {
  /// Who issued it, after “của”. Group 1: the body.
  static func issuerPattern(types: String) -> Pattern {
    // A list inside a name: “Bộ Văn hóa, Thể thao và Du lịch”.
    let list = #",\s(?=\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?\svà\s\p{Lu})"#
    let verbs =
      "ngày|năm|số|[Qq]uy định|[Hh]ướng dẫn|[Bb]an hành|[Ss]ửa đổi|bổ sung|[Pp]hê duyệt|[Pp]hát động|"
      + "[Cc]ông bố|[Tt]hành lập|[Tt]riển khai|thực hiện|tổ chức|nhằm|để|đã|tạo|được|có|là|giao|công nhận|"
      + "tặng|khen|quyết|yêu cầu|trên|theo|tại|cho|đối|gắn|cần|phải|trong|khi|thì|nêu|thay|với|từ|"
      + "đến|như|hoặc|này|nói|do|mà|vào|góp|đạt|xây|gửi|trình|bảo đảm|đảm bảo|đồng thời|phân|"
      + "kiện toàn|bãi bỏ|[Vv]/[Vv]|đề ra|còn|sẽ|đang|tiếp tục"
    return Pattern(
      known: #"\G\s*,?\s*(?:của|do)\s+((?=\p{Lu}|tỉnh|huyện|xã|thành phố|thị xã|phường|thị trấn)"#
        + #"(?:[^,;.:()“”"\n]|\#(list)|(?<=TP)\.){2,140}?)(?:(?=\s*(?:[;.:()“”"\n]|$|[Vv]ề\s))"#
        + #"|(?=,(?!\s\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?\svà\s\p{Lu}))"#
        + #"|(?=\s(?:\#(verbs))(?!\p{L}))|(?=(?<!Đào)\stạo(?!\p{L}))"#  // “Giáo dục và Đào tạo”
        + #"|(?=\svà\s(?:\p{Ll}|\#(types)\s+(?:số|ngày|\d))))"#)
  }

  /// Where a title ends; searched, not anchored. Another instrument follows: groups 1 the comma
  /// before it, 2 its type.
  static func titleStopPattern(types: String) -> Pattern {
    Pattern(
      known: #"[;\n]|\.(?=\s|$|/)|:(?=\s|$)|\((?=(?:sau đây|dưới đây|gọi|viết|được gọi)\s)"#
        + #"|,\s+(?=(?:UBND|Ủy ban|Uỷ ban|Hội đồng|Chủ tịch|Đảng ủy|Đảng uỷ|Ban|Phòng|Sở|Trường|"#
        + #"BCH|Công đoàn|căn cứ|để|nhằm|nay)(?!\p{L}))|\s(?=(?:nhằm|gắn với)\s)"#
        + #"|(?:(,)\s*(?:và\s+)?|\svà\s+)(\#(types))(?=\s+số\s+\d)"#)
  }
}
