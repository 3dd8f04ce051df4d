import DocumentAnalysis
import DossierAnalysis
import FixtureSupport
import FoundationEssentials
import LegalKnowledge

/// A whole dossier written as readable text (see `DossierText`), with what must be found in it.
///
/// Remarks at its head: a sentence on what it is; `nhận: 2026-09-20`, the day it was received;
/// `kết quả: đủ điều kiện`, the outcome that an appraisal must propose.
public struct DossierFixture: Sendable, CustomStringConvertible {
  public var name: String
  public var text: DossierText
  public var expected: [DossierExpectation] = []
  public var received: CivilDate?
  public var outcome: String?

  public var description: String { name }

  init(name: String, text: DossierText, expected: [DossierExpectation] = []) throws {
    self.name = name
    self.text = text
    self.expected = expected
    func value(_ key: String) -> String? {
      text.remarks.first { $0.hasPrefix(key + ":") }?.dropFirst(key.count + 1).trimmed
    }
    received = text.received
    if let day = value("nhận"), received == nil {
      throw Appraisal.Fault(description: "\(name): `nhận: \(day)` is no day (2026-09-20)")
    }
    outcome = value("kết quả")
    guard !text.papers.isEmpty else {
      throw Appraisal.Fault(description: "\(name): no paper; each begins with `=== NAME ===`")
    }
  }

  /// How the papers are given to the program.
  public enum Form: String, Sendable, CaseIterable {
    case text
    case docx
  }

  /// A paper's bytes; its name stays, whatever the form.
  func bytes(_ paper: DossierText.Paper, as form: Form) -> [UInt8] {
    form == .docx ? DocxFixture(text: paper.text).complete.bytes : Array(paper.text.utf8)
  }

  /// Writes the papers as DOCX, each under its own name.
  /// - Parameter folder: made when it is not there.
  public func writeDOCX(into folder: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for paper in text.papers {
      if let slash = paper.name.lastIndex(of: "/") {
        try files.createDirectory(
          atPath: "\(folder)/\(paper.name[..<slash])", withIntermediateDirectories: true)
      }
      try Data(bytes(paper, as: .docx)).write(to: URL(filePath: "\(folder)/\(paper.name)"))
    }
  }
}
