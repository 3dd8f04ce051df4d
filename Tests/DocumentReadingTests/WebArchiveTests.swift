import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// Pages saved with their pictures in one file (MHTML).
struct WebArchiveTests {
  private func texts(_ message: String) throws -> [String] {
    let document = try DocumentReader.read(Array(message.utf8), name: "a.mht")
    #expect(document.format == .html)
    return document.body.blocks.map(\.text)
  }

  /// As Word writes it: a preamble, a page in quoted-printable, a picture.
  private func word(charset: String, _ page: String) -> String {
    """
    MIME-Version: 1.0\r
    Content-Type: multipart/related;\r
    \tboundary="----=_NextPart_01"\r
    \r
    This document is a Single File Web Page.\r
    \r
    ------=_NextPart_01\r
    Content-Location: file:///C:/a.htm\r
    Content-Transfer-Encoding: quoted-printable\r
    Content-Type: text/html; charset="\(charset)"\r
    \r
    \(page)\r
    ------=_NextPart_01\r
    Content-Location: file:///C:/a.png\r
    Content-Transfer-Encoding: base64\r
    Content-Type: image/png\r
    \r
    iVBORw0KGgo=\r
    ------=_NextPart_01--\r
    """
  }

  @Test func aPageThatWordSavedIsRead() throws {
    let page =
      "<html><body><p>K=E1=BA=BF ho=\r\n=E1=BA=A1ch</p><p align=3Dcenter>Th=C3=B4n A = B</p></body>"
    #expect(try texts(word(charset: "utf-8", page)) == ["Kế hoạch", "Thôn A = B"])
    let entities = "<html><body><p>K&#7871; ho&#7841;ch</p></body></html>"
    #expect(try texts(word(charset: "us-ascii", entities)) == ["Kế hoạch"])
  }

  @Test func thePartsCharsetCounts() throws {
    let page = "<html><body><p>=C4=E0n=EC, Th=F4n, =D5</p></body></html>"
    #expect(try texts(word(charset: "windows-1258", page)).count == 1)
  }

  @Test func aBrowsersFileAndASinglePageAreReadToo() throws {
    let nested = """
      From: <Saved by a browser>
      Subject: =?utf-8?Q?K=E1=BA=BF?=
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=a

      --a
      Content-Type: multipart/alternative; boundary="b c"

      --b c
      Content-Type: text/plain

      Không phải trang.
      --b c
      Content-Type: text/html; charset=utf-8

      <html><body><p>Kế hoạch</p></body></html>
      --b c--
      --a--
      """
    #expect(try texts(nested) == ["Kế hoạch"])
    let single = """
      MIME-Version: 1.0
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64

      \(Base64.text(Array("<html><body><p>Tờ trình</p></body></html>".utf8)))
      """
    #expect(try texts(single) == ["Tờ trình"])
  }

  @Test func aTextThatSpeaksOfMIMEIsAText() throws {
    let text = "Content: một\nMIME là gì?\n\nMIME-Version: 1.0\nContent-Type: text/html"
    #expect(try DocumentReader.read(Array(text.utf8), name: "a.txt").format == .text)
  }
}
