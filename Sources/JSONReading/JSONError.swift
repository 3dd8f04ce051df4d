import TextMatching

/// Why a text is not the JSON that is accepted here.
public struct JSONError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case tooManyValues(limit: Int)
    case notUTF8
    /// RFC 8259, section 8.1: a text must not begin with one.
    case byteOrderMark
    /// The text ends where more had to come.
    case endsEarly
    /// Something else had to stand here; what was found, for people.
    case unexpected(String)
    case afterEnd
    case number
    /// A number that no `Double` can hold.
    case numberRange
    case escape
    /// A surrogate without its other half.
    case surrogate
    /// A control character that must be escaped.
    case control
    case duplicate(String)
  }
  public var reason: Reason
  /// UTF-8 code units from the start of the text.
  public var offset: Int
  public var position: TextPosition

  public init(reason: Reason, offset: Int, position: TextPosition) {
    self.reason = reason
    self.offset = offset
    self.position = position
  }

  /// One line, without the place.
  public var message: LocalizedText {
    switch reason {
    case .tooLarge(let limit):
      LocalizedText(vi: "JSON dài quá \(limit) byte", en: "the JSON is over \(limit) bytes long")
    case .tooDeep(let limit):
      LocalizedText(vi: "JSON lồng nhau quá \(limit) tầng", en: "JSON nested over \(limit) deep")
    case .tooManyValues(let limit):
      LocalizedText(
        vi: "JSON có quá \(limit) giá trị", en: "the JSON holds more than \(limit) values")
    case .notUTF8: LocalizedText(vi: "không phải UTF-8", en: "this is not UTF-8")
    case .byteOrderMark:
      LocalizedText(
        vi: "JSON không được bắt đầu bằng dấu BOM", en: "JSON must not begin with a byte order mark"
      )
    case .endsEarly: LocalizedText(vi: "JSON bị cụt", en: "the JSON is cut short")
    case .unexpected(let found):
      LocalizedText(
        vi: "không đúng cú pháp JSON ở “\(found)”", en: "not JSON at \"\(found)\"")
    case .afterEnd:
      LocalizedText(
        vi: "thừa nội dung sau giá trị JSON", en: "something follows the end of the JSON value")
    case .number:
      LocalizedText(vi: "số không đúng cú pháp JSON", en: "not a number as JSON writes it")
    case .numberRange: LocalizedText(vi: "số quá lớn", en: "the number is too large")
    case .escape:
      LocalizedText(
        vi: "chuỗi thoát sau “\\” không đúng cú pháp JSON", en: "not an escape that JSON knows")
    case .surrogate:
      LocalizedText(vi: "thiếu một nửa cặp \\uXXXX", en: "half of a pair of \\uXXXX is missing")
    case .control:
      LocalizedText(
        vi: "ký tự điều khiển trong chuỗi phải viết dạng \\uXXXX",
        en: "a control character in a string must be written \\uXXXX")
    case .duplicate(let name):
      LocalizedText(vi: "tên “\(name)” đã có ở trên", en: "the name \"\(name)\" occurs twice")
    }
  }
}
