/// A dossier written as one readable text: each paper after a line `=== NAME ===`; lines before the
/// first that begin with `#` say what it is for.
public struct DossierText {
  public struct Paper {
    public var name: String
    public var text: String
  }
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
      if line.hasPrefix("=== "), line.hasSuffix(" ===") {
        close()
        name = String(line.dropFirst(4).dropLast(4))
      } else if name == nil {
        if line.hasPrefix("#") { remarks.append(String(line.drop { $0 == "#" || $0 == " " })) }
      } else {
        lines.append(line)
      }
    }
    close()
  }
}
