import TextMatching

/// Why a text is not the YAML that is accepted here.
public struct YAMLError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case notUTF8
    /// libyaml's own words, English, one line.
    case malformed(String)
    case anchor
    case alias
    case tag
    case severalDocuments
    /// A key that is a list or a mapping.
    case complexKey
    case duplicate(String, firstLine: Int)
  }
  public var reason: Reason
  public var position: TextPosition

  public init(reason: Reason, position: TextPosition) {
    self.reason = reason
    self.position = position
  }

  /// One line, without the place.
  public var message: LocalizedText {
    switch reason {
    case .tooLarge(let limit):
      LocalizedText(vi: "tệp dài quá \(limit) byte", en: "the file is over \(limit) bytes long")
    case .tooDeep(let limit):
      LocalizedText(vi: "YAML lồng nhau quá \(limit) tầng", en: "YAML nested over \(limit) deep")
    case .notUTF8:
      LocalizedText(
        vi: "tệp không phải UTF-8; hãy lưu lại bằng UTF-8",
        en: "this is not UTF-8; save it as UTF-8")
    case .malformed(let words): YAMLError.syntax(words)
    case .anchor, .alias:
      LocalizedText(
        vi: "không dùng neo (&) và tham chiếu (*); nếu là chữ thì đặt trong ngoặc kép",
        en: "anchors (&) and aliases (*) are not used here; put text that begins so in quotes")
    case .tag:
      LocalizedText(
        vi: "không dùng thẻ kiểu (!); nếu là chữ thì đặt trong ngoặc kép",
        en: "tags (!) are not used here; put text that begins so in quotes")
    case .severalDocuments:
      LocalizedText(
        vi: "tệp chỉ được có một tài liệu YAML; hãy bỏ dấu “---” này",
        en: "the file may hold one YAML document only; remove this \"---\"")
    case .complexKey:
      LocalizedText(
        vi: "khoá phải là một từ, không phải danh sách hay bảng",
        en: "a key must be a word, not a list or a mapping")
    case .duplicate(let key, let line):
      LocalizedText(
        vi: "khoá “\(key)” đã có ở dòng \(line)",
        en: "the key \"\(key)\" is already on line \(line)")
    }
  }

  /// What libyaml says of the slips that occur, in words that say what to do.
  private static func syntax(_ words: String) -> LocalizedText {
    switch words {
    case "found character that cannot start any token":
      LocalizedText(
        vi:
          "có ký tự không đứng đầu một giá trị được (dấu Tab, @, `, %); hãy thụt dòng bằng dấu cách, "
          + "hoặc đặt chữ trong ngoặc kép",
        en:
          "a character that no value can begin with (Tab, @, `, %); indent with spaces, or put the "
          + "text in quotes")
    case "mapping values are not allowed in this context":
      LocalizedText(
        vi: "dấu hai chấm thừa hoặc thụt dòng sai; chữ có “: ” phải đặt trong ngoặc kép",
        en: "a stray colon or wrong indentation; text that holds \": \" must be in quotes")
    case "could not find expected ':'":
      LocalizedText(vi: "thiếu dấu hai chấm sau khoá", en: "a key lacks its colon")
    case "did not find expected key", "did not find expected <document start>":
      LocalizedText(
        vi: "thụt dòng không khớp với các dòng trên",
        en: "the indentation does not fit what is above")
    case "did not find expected '-' indicator":
      LocalizedText(
        vi: "thiếu dấu “- ” của danh sách, hoặc thụt dòng không khớp",
        en: "a \"- \" of the list is missing, or the indentation does not fit")
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'",
      "did not find expected node content":
      LocalizedText(
        vi: "danh sách hay bảng trong ngoặc thiếu dấu phẩy hoặc chưa đóng ngoặc",
        en: "a list or mapping in brackets lacks a comma or is not closed")
    case "found unexpected end of stream":
      LocalizedText(vi: "chưa đóng ngoặc kép", en: "a quotation mark is not closed")
    default:
      LocalizedText(vi: "YAML không đúng cú pháp: \(words)", en: "not well-formed YAML: \(words)")
    }
  }
}
