import DossierAnalysis

/// One fault planted in a clean dossier, `Tests/Fixtures/dossiers/loi/NAME.txt`: remarks, then the
/// edits that turn the clean dossier into the faulty one.
///
/// ```
/// # What is wrong, in a sentence.
/// # gốc: xa-cuoi-nam-dat
/// # mong đợi: dossier/vote-arithmetic bien-ban.docx "8/9"
/// --- bien-ban.docx
/// - a whole line of the paper, without the white space at its ends
/// + what stands in its place
/// --- bỏ chung-nhan.docx
/// --- thêm y-kien.docx
/// + a line of the new paper
/// ```
///
/// Lines with `-` that follow one another are replaced by the lines with `+` after them. Lines with
/// `+` alone go to the end of the paper; a blank line or a remark between ends a change.
public struct FaultFile: Sendable {
  /// A change of one paper.
  struct Change {
    /// Line in the file, from 1, of its first line.
    var line: Int
    var removed: [String] = []
    var added: [String] = []
  }

  enum Edit {
    case change(paper: String, Change)
    case drop(paper: String, line: Int)
    case add(paper: String, line: Int, text: [String])
  }

  /// `loi/phieu-sai.txt`
  let path: String
  public private(set) var base: String?
  public private(set) var expected: [DossierExpectation] = []
  /// `nhận:` and `kết quả:` in place of those of the base.
  private var remarks: [String] = []
  private var edits: [Edit] = []

  public init(path: String, text: String) throws {
    self.path = path
    var pending: Change?
    var paper: (name: String, isNew: Bool)?
    func close() {
      guard let change = pending, let paper, !paper.isNew else { return }
      edits.append(.change(paper: paper.name, change))
      pending = nil
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let number = index + 1
      if line.hasPrefix("--- ") {
        close()
        var name = line.dropFirst(4).trimmed
        if name.hasPrefix("bỏ ") {
          edits.append(.drop(paper: name.dropFirst(3).trimmed, line: number))
          paper = nil
        } else if name.hasPrefix("thêm ") {
          name = name.dropFirst(5).trimmed
          edits.append(.add(paper: name, line: number, text: []))
          paper = (name, true)
        } else {
          paper = (name, false)
        }
      } else if line.hasPrefix("#") {
        close()
        try read(remark: line.drop { $0 == "#" || $0 == " " }.trimmed, number)
      } else if line.allSatisfy(\.isWhitespace) {
        close()
      } else if line.hasPrefix("-") || line.hasPrefix("+") {
        guard let paper else {
          throw fault(number, "no paper is named above this line: `--- bien-ban.docx`")
        }
        let content = String(line.dropFirst(line.dropFirst().hasPrefix(" ") ? 2 : 1))
        if paper.isNew {
          guard line.hasPrefix("+") else {
            throw fault(number, "a new paper has no lines to take away")
          }
          guard case .add(let name, let start, let lines)? = edits.popLast() else { continue }
          edits.append(.add(paper: name, line: start, text: lines + [content]))
          continue
        }
        if line.hasPrefix("-"), pending.map({ !$0.added.isEmpty }) ?? false { close() }
        var change = pending ?? Change(line: number)
        if line.hasPrefix("-") {
          change.removed.append(content.trimmed)
        } else {
          change.added.append(content)
        }
        pending = change
      } else {
        throw fault(number, "a line begins with `#`, `---`, `-` or `+`")
      }
    }
    close()
  }

  private mutating func read(remark: String, _ line: Int) throws {
    func value(_ key: String) -> String? {
      remark.hasPrefix(key + ":") ? remark.dropFirst(key.count + 1).trimmed : nil
    }
    if let name = value("gốc") {
      base = name
    } else if let text = value("mong đợi") {
      guard let expectation = DossierExpectation(text) else {
        throw fault(line, "an expectation is `RULE PAPER \"words\"`, got `\(text)`")
      }
      expected.append(expectation)
    } else if value("nhận") != nil || value("kết quả") != nil {
      remarks.append(remark)
    }
  }

  /// The faulty dossier.
  public func applied(to clean: DossierText) throws -> DossierText {
    var result = clean
    // A day of receipt given here takes the place of the base's; the base's outcome is not that of
    // a dossier with a fault.
    result.remarks = remarks + clean.remarks.filter { !$0.hasPrefix("kết quả:") }
    for edit in edits {
      switch edit {
      case .drop(let paper, let line):
        result.papers.remove(at: try position(of: paper, in: result, line))
      case .add(let paper, let line, let text):
        guard !result.papers.contains(where: { $0.name == paper }) else {
          throw fault(line, "“\(paper)” is in the dossier already")
        }
        result.papers.append(
          DossierText.Paper(name: paper, text: text.joined(separator: "\n") + "\n"))
      case .change(let paper, let change):
        let index = try position(of: paper, in: result, change.line)
        result.papers[index].text = try changed(result.papers[index].text, by: change, in: paper)
      }
    }
    return result
  }

  private func position(of paper: String, in dossier: DossierText, _ line: Int) throws -> Int {
    guard let index = dossier.papers.firstIndex(where: { $0.name == paper }) else {
      let names = dossier.papers.map(\.name).joined(separator: ", ")
      throw fault(line, "the base has no paper “\(paper)”; it has \(names)")
    }
    return index
  }

  private func changed(_ text: String, by change: Change, in paper: String) throws -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let plain = lines.map(\.trimmed)
    guard !change.removed.isEmpty else {
      if lines.last?.isEmpty ?? false { lines.removeLast() }
      return (lines + change.added + [""]).joined(separator: "\n")
    }
    let starts = plain.indices.filter { plain[$0...].starts(with: change.removed) }
    if starts.count == 1, let start = starts.first {
      lines.replaceSubrange(start..<start + change.removed.count, with: change.added)
      return lines.joined(separator: "\n")
    }
    // Lines that do not follow one another go one by one.
    var gone: [Int] = []
    for (offset, removed) in change.removed.enumerated() {
      let found = plain.indices.filter { plain[$0] == removed }
      guard found.count == 1, let index = found.first else {
        throw fault(
          change.line + offset,
          found.isEmpty
            ? "“\(removed)” is no line of \(paper) in the base “\(base ?? "")”"
            : "“\(removed)” stands \(found.count) times in \(paper): "
              + "take the line before it away too and put it back")
      }
      gone.append(index)
    }
    guard let first = gone.min() else { return text }
    let kept = lines.indices.filter { !gone.contains($0) }
    return
      (kept.filter { $0 < first }.map { lines[$0] } + change.added
      + kept.filter { $0 > first }.map { lines[$0] }).joined(separator: "\n")
  }

  func fault(_ line: Int, _ words: String) -> Appraisal.Fault {
    Appraisal.Fault(description: "\(path):\(line): \(words)")
  }
}
