import RuleEngine

/// How much of what is said is true, and how much of what is true is said.
public struct Precision: Sendable {
  public struct Count: Sendable {
    public var agreed = 0
    public var falseAlarms = 0
    public var missed = 0

    mutating func add(_ other: Count) {
      agreed += other.agreed
      falseAlarms += other.falseAlarms
      missed += other.missed
    }

    /// Per cent; nil when nothing was said.
    var precision: Double? { Self.share(agreed, of: agreed + falseAlarms) }
    /// Per cent; nil when nothing was there to say.
    var recall: Double? { Self.share(agreed, of: agreed + missed) }

    private static func share(_ part: Int, of whole: Int) -> Double? {
      whole == 0 ? nil : Double(part) * 100 / Double(whole)
    }
  }

  /// By module: errors and warnings, and notes.
  public private(set) var modules: [String: (faults: Count, notes: Count)] = [:]
  /// Rules of the library that agree with no appraiser anywhere.
  public private(set) var silentRules: [String] = []

  public init(_ comparisons: [Comparison], rules: [String]) {
    var spoken: Set<String> = []
    for comparison in comparisons {
      for verdict in comparison.agreed {
        spoken.insert(verdict.rule)
        count(verdict) { $0.agreed += 1 }
      }
      for verdict in comparison.gained { count(verdict) { $0.falseAlarms += 1 } }
      for verdict in comparison.lost + comparison.missed { count(verdict) { $0.missed += 1 } }
    }
    silentRules = rules.filter { !$0.hasPrefix("tool/") && !spoken.contains($0) }.sorted()
  }

  private mutating func count(_ verdict: Verdict, _ change: (inout Count) -> Void) {
    if verdict.severity == .note {
      change(&modules[verdict.module, default: (Count(), Count())].notes)
    } else {
      change(&modules[verdict.module, default: (Count(), Count())].faults)
    }
  }

  /// A table for people, one line a module.
  public var report: [String] {
    var faults = Count()
    var notes = Count()
    var lines = [
      Self.row(["", "errors and warnings", "", "", "", "", "notes", "", "", "", ""]),
      Self.row(
        ["module"]
          + Array(repeating: ["true", "false", "missed", "prec %", "rec %"], count: 2)
          .joined()),
    ]
    for (name, counts) in modules.sorted(by: { $0.key < $1.key }) {
      faults.add(counts.faults)
      notes.add(counts.notes)
      lines.append(Self.row([name] + Self.cells(counts.faults) + Self.cells(counts.notes)))
    }
    lines.append(Self.row(["all"] + Self.cells(faults) + Self.cells(notes)))
    return lines
  }

  private static func cells(_ count: Count) -> [String] {
    [count.agreed, count.falseAlarms, count.missed].map(String.init)
      + [count.precision, count.recall].map { value in
        guard let value else { return "-" }
        let tenths = Int((value * 10).rounded(.down))
        return "\(tenths / 10).\(tenths % 10)"
      }
  }

  private static func row(_ cells: [String]) -> String {
    cells.enumerated().map { index, cell in
      index == 0 ? padded(cell, to: 12, left: true) : padded(cell, to: 7, left: cell.count > 7)
    }.joined(separator: " ")
  }

  private static func padded(_ text: String, to width: Int, left: Bool) -> String {
    let fill = String(repeating: " ", count: max(0, width - text.count))
    return left ? text + fill : fill + text
  }
}
