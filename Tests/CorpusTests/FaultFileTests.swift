import CorpusSupport
import DossierAnalysis
import Testing

@Suite("Fault files")
struct FaultFileTests {
  private let base = DossierText(
    """
    # Gốc.
    === a.docx ===
    một
    hai
    - ba
    hai
    === b.docx ===
    bốn
    """)

  private func applied(_ edits: String) throws -> [String] {
    try FaultFile(path: "loi/thu.txt", text: "# gốc: goc\n" + edits).applied(to: base).papers
      .map { "\($0.name): " + $0.text.split(separator: "\n").joined(separator: "|") }
  }

  private func message(_ edits: String) -> String {
    do {
      return "\(try applied(edits))"
    } catch {
      return "\(error)"
    }
  }

  @Test("Lines are replaced, added and taken away")
  func changes() throws {
    #expect(
      try applied("--- a.docx\n- một\n+ 1\n+ 1b\n- - ba\n+ - 3\n--- b.docx\n+ năm\n")
        == ["a.docx: 1|1b|hai|- 3|hai", "b.docx: bốn|năm"])
    #expect(try applied("--- a.docx\n- một\n- - ba\n+ x\n")[0] == "a.docx: x|hai|hai")
    #expect(try applied("--- a.docx\n- - ba\n- hai\n+ - ba\n")[0] == "a.docx: một|hai|- ba")
  }

  @Test("Papers are dropped and added")
  func papers() throws {
    #expect(
      try applied("--- bỏ a.docx\n--- thêm c.docx\n+ sáu\n+\n+ bảy\n")
        == ["b.docx: bốn", "c.docx: sáu|bảy"])
  }

  @Test("What does not fit the base is told with its line")
  func faults() {
    #expect(
      message("--- a.docx\n- không có\n+ x\n")
        == "loi/thu.txt:3: “không có” is no line of a.docx in the base “goc”")
    #expect(
      message("--- a.docx\n- hai\n").hasPrefix("loi/thu.txt:3: “hai” stands 2 times in a.docx"))
    #expect(
      message("--- c.docx\n- hai\n")
        == "loi/thu.txt:3: the base has no paper “c.docx”; it has a.docx, b.docx")
    #expect(message("- hai\n").hasPrefix("loi/thu.txt:2: no paper is named"))
    #expect(message("# mong đợi: dossier/x\n").hasPrefix("loi/thu.txt:2: an expectation is"))
  }
}
