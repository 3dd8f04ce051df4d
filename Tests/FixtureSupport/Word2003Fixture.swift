/// WordprocessingML of Word 2003 built from snippets that a reviewer can read.
public struct Word2003Fixture {
  /// Content of `w:body`.
  public var body: String
  /// Content of `w:styles` and `w:lists`.
  public var styles = ""
  public var lists = ""
  /// Put before the root element.
  public var prolog = ""
  public var attributes = ""

  public init(_ body: String) { self.body = body }

  /// Text as the plain-text reader takes it; see `ReadablePaper`.
  public init(text: String) { body = "<wx:sect>\(ReadablePaper(text).wordprocessing)</wx:sect>" }

  public var bytes: [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <?mso-application progid="Word.Document"?>
      \(prolog)<w:wordDocument \
      xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" \
      xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" \
      xmlns:aml="http://schemas.microsoft.com/aml/2001/core" \
      xmlns:v="urn:schemas-microsoft-com:vml" \
      xmlns:st1="urn:schemas-microsoft-com:office:smarttags" xmlns:hs="urn:example:ho-so" \
      xml:space="preserve"\(attributes)>\
      <w:lists>\(lists)</w:lists><w:styles>\(styles)</w:styles><w:body>\(body)</w:body>\
      </w:wordDocument>
      """.utf8)
  }
}
