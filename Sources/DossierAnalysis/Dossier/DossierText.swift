import LegalKnowledge

/// A dossier written as one readable text: each paper after a line `=== NAME ===`. Rule examples and
/// fixtures are written so.
public struct DossierText: Sendable, Hashable {
  public struct Paper: Sendable, Hashable {
    public var name: String
    public var text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }
  /// Lines before the first paper that begin with `#`, without it: what the dossier is for.
  public var remarks: [String] = []
  public var papers: [Paper] = []

  public init(_ text: String) {
    var lines: [Substring] = []
    var name: String?
    func close() {
      if let name { papers.append(Paper(name: name, text: lines.joined(separator: "\n") + "\n")) }
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let next = DossierText.name(in: line) {
        close()
        name = next
      } else if name != nil {
        lines.append(line)
      } else if line.hasPrefix("#") {
        remarks.append(String(line.drop { $0 == "#" || $0 == " " }))
      }
    }
    close()
  }

  /// The day of receipt, from a remark `nhận: 2026-09-20`; nil when there is none or it is no day.
  public var received: CivilDate? {
    let key = "nhận:"
    guard let remark = remarks.first(where: { $0.hasPrefix(key) }) else { return nil }
    return CivilDate(iso: remark.dropFirst(key.count).split(separator: " ").joined())
  }

  private static func name(in line: Substring) -> String? {
    guard line.hasPrefix("=== "), line.hasSuffix(" ==="), line.utf8.count > 8 else { return nil }
    return String(line.dropFirst(4).dropLast(4))
  }
}
