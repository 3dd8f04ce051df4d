import RuleEngine

/// A paper of the corpus and what a careful appraiser says of it.
///
/// The paper is `NAME.txt`; what is said stands in `NAME.expected`, line by line:
/// - `# …`: a remark;
/// - `level: xa`, `kind: ke-hoach`, `stage: draft`, `date: 2024-01-15`: what must be recognised;
/// - `clean`: a good paper, which must hear no error and no warning;
/// - `RULE E|W|N ⟦words⟧`: a finding that must be made (without words: something is absent);
/// - `may RULE …`: one that may be made;
/// - `miss RULE … : reason`: one that is true and not found.
public struct Appraisal: Sendable, CustomStringConvertible {
  public var name: String
  public var text: String
  public var isClean = false
  /// `level`, `kind`, `stage`, `date`, each as the JSON report writes it.
  public var recognised: [String: String] = [:]
  public var expectations: [Expectation] = []

  public var description: String { name }
  public var fileName: String { name + ".txt" }

  public struct Fault: Error, CustomStringConvertible {
    public var description: String
  }

  init(name: String, text: String, sidecar: String) throws {
    self.name = name
    self.text = text
    for (index, line) in sidecar.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      do {
        try read(line.trimmed)
      } catch let fault as Fault {
        throw Fault(description: "\(name).expected:\(index + 1): \(fault.description)")
      }
    }
    if isClean,
      let finding = expectations.first(where: { $0.kind == .must && $0.severity != .note })
    {
      throw Fault(description: "\(name).expected: clean, yet it expects \(Verdict(finding))")
    }
  }

  private static let keys = ["level", "kind", "stage", "date"]

  private mutating func read(_ line: String) throws {
    if line.isEmpty || line.hasPrefix("#") { return }
    if line == "clean" {
      isClean = true
      return
    }
    if let colon = line.firstIndex(of: ":"), Self.keys.contains(String(line[..<colon])) {
      let value = line[line.index(after: colon)...].trimmed
      recognised[String(line[..<colon])] = value
      return
    }
    expectations.append(try Self.expectation(line))
  }

  private static func expectation(_ line: String) throws -> Expectation {
    var words = line.split(separator: " ", maxSplits: 1)
    let mark = words.first
    if mark == "may" || mark == "miss" { words = words[1].split(separator: " ", maxSplits: 1) }
    guard words.count == 2, words[0].contains("/"), let letter = words[1].first,
      let severity = ["E": Severity.error, "W": .warning, "N": .note][letter]
    else { throw Fault(description: "no finding: “\(line)”") }
    var rest = words[1].dropFirst()
    var excerpt = ""
    if let open = rest.firstIndex(of: "⟦"), let close = rest.lastIndex(of: "⟧"), open < close {
      excerpt = String(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
    }
    let tail = rest.trimmed
    let kind: Expectation.Kind
    switch mark {
    case "may": kind = .may
    case "miss":
      guard tail.hasPrefix(":"), tail.count > 2 else {
        throw Fault(description: "a miss needs its reason: “\(line)”")
      }
      kind = .miss(reason: tail.dropFirst().trimmed)
    default: kind = .must
    }
    guard tail.isEmpty || mark == "miss" else {
      throw Fault(description: "words after the finding: “\(line)”")
    }
    return Expectation(
      rule: String(words[0]), severity: severity, excerpt: excerpt, kind: kind)
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
