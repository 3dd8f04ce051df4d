import DocumentReading
import TextMatching

/// A change of one paragraph of a document's main part.
public struct TextEdit: Sendable, Hashable {
  /// Index of the paragraph (`DocumentPart.blocks`).
  public var block: Int
  /// UTF-8 offsets in the paragraph's NFC text.
  public var utf8: Range<Int>
  /// What the text becomes. The very text that stands there asks for Normalization Form C alone;
  /// over a whole paragraph that takes its typed label in.
  public var text: String

  public init(block: Int, utf8: Range<Int>, text: String) {
    self.block = block
    self.utf8 = utf8
    self.text = text
  }
}

/// Edits that only make sense together: all are made or none.
public struct Correction: Sendable, Hashable {
  public var edits: [TextEdit]

  public init(edits: [TextEdit]) { self.edits = edits }
}

/// Why a correction was not made; the rest of the file is written all the same.
public enum CorrectionObstacle: Error, Sendable, Hashable {
  /// Another correction, given earlier, changes the same words.
  case overlap
  /// It would join or part lines of a plain text.
  case lineEnd
  /// It would change a tab, a line break or another element that is no text.
  case element
  case field
  case trackedInsertion
  case alternative
  case contentControl
  case formula
  case markup
  /// The text is not where the paragraph says.
  case noPlace
  /// More edits were asked for than are made at one time.
  case tooMany

  init(_ obstacle: DocxTextPlaces.Obstacle) {
    self =
      switch obstacle {
      case .element: .element
      case .field: .field
      case .trackedInsertion: .trackedInsertion
      case .alternative: .alternative
      case .contentControl: .contentControl
      case .formula: .formula
      case .markup: .markup
      }
  }

  /// One clause, without a full stop.
  public var words: LocalizedText {
    switch self {
    case .overlap:
      LocalizedText(
        vi: "trùng chỗ với một sửa đổi khác; kiểm tra lại bản sao để sửa tiếp",
        en: "another change was made to the same words; check the copy again to go on")
    case .lineEnd:
      LocalizedText(
        vi: "phải nối hoặc tách dòng của tệp văn bản thuần",
        en: "lines of the text file would have to be joined or parted")
    case .element:
      LocalizedText(
        vi: "chỗ ấy có dấu tab, ngắt dòng hoặc ký hiệu, không phải chữ",
        en: "a tab, line break or symbol stands there, not text")
    case .field:
      LocalizedText(
        vi: "chữ nằm trong trường (field) mà Word tự ghi lại",
        en: "the text is in a field, which Word writes anew")
    case .trackedInsertion:
      LocalizedText(
        vi: "chữ nằm trong phần chèn đang theo dõi thay đổi; hãy duyệt thay đổi trước",
        en: "the text is a tracked insertion; review the changes first")
    case .alternative:
      LocalizedText(
        vi: "chữ nằm trong khung hoặc hình có nhiều bản dự phòng",
        en: "the text is in a box or drawing kept in several alternatives")
    case .contentControl:
      LocalizedText(
        vi: "chữ nằm trong ô nội dung bị khoá hoặc lấy từ dữ liệu khác",
        en: "the text is in a content control that is locked or bound to data")
    case .formula:
      LocalizedText(vi: "chữ nằm trong công thức", en: "the text is in a formula")
    case .markup:
      LocalizedText(
        vi: "chữ lẫn với mã XML khác", en: "other XML markup stands among the text")
    case .tooMany:
      LocalizedText(
        vi: "quá nhiều sửa đổi cho một lần; kiểm tra lại bản sao để sửa tiếp",
        en: "too many changes at one time; check the copy again to go on")
    case .noPlace:
      LocalizedText(
        vi: "không xác định được chỗ ấy trong tệp gốc",
        en: "the place could not be found in the original file")
    }
  }
}

/// Why no copy could be written at all.
public enum WritingError: Error, Sendable, Hashable {
  /// Any change would break the package's digital signature.
  case signed
  /// The main part is in an encoding other than UTF-8.
  case foreignEncoding
  /// A form that is not written.
  case unsupportedFormat
  /// The bytes are not those the document was read from, or cannot be packed again.
  case unreadable(String)

  /// One sentence, and what to do.
  public var words: LocalizedText {
    switch self {
    case .signed:
      LocalizedText(
        vi: "Tệp có chữ ký số; sửa bất kỳ chữ nào cũng làm chữ ký mất hiệu lực, nên không tạo bản "
          + "sao. Hãy sửa từ bản gốc chưa ký.",
        en: "The file is digitally signed and any change would break the signature, so no copy was "
          + "made. Correct the unsigned original.")
    case .foreignEncoding:
      LocalizedText(
        vi: "Phần nội dung của tệp không ở mã UTF-8 nên không sửa được tại chỗ. Hãy lưu lại bằng "
          + "Word rồi thử lại.",
        en: "The main part is not encoded in UTF-8 and cannot be changed in place. Save it again "
          + "in Word and retry.")
    case .unsupportedFormat:
      LocalizedText(
        vi: "Chưa sửa được dạng tệp này; chỉ sửa được .docx và văn bản thuần.",
        en: "This form of file is not written; only .docx and plain text are.")
    case .unreadable(let detail):
      LocalizedText(
        vi: "Không tạo được bản sao: \(detail). Hãy kiểm tra lại tệp gốc.",
        en: "No copy could be made: \(detail). Check the original file.")
    }
  }
}
