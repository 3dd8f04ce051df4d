import DataFiles
import LegalKnowledge

// Prints what loading the built-in law and kinds costs: the first load of the process, which is
// what a check pays, and the median of many, which shows the work without cold caches.
// A figure for people to compare, not a test.

func milliseconds(_ work: () throws -> Void) rethrows -> Double {
  let duration = try ContinuousClock().measure(work)
  return Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds) * 1e3
}

func text(_ value: Double) -> String {
  let thousandths = Int(value * 1000)
  let rest = String(thousandths % 1000)
  return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
}

func measure(_ name: String, rounds: Int = 200, _ work: () throws -> Void) rethrows {
  let first = try milliseconds(work)
  var all: [Double] = []
  for _ in 0..<rounds { all.append(try milliseconds(work)) }
  all.sort()
  print("\(name): first \(text(first)) ms, median of \(rounds) \(text(all[rounds / 2])) ms")
}

let files = DataFile.embedded
let law = files.filter { !$0.path.hasPrefix("Rules/modules/") }
print("\(law.count) files, \(law.reduce(0) { $0 + $1.bytes.count }) bytes of law and kinds")
try measure("as a check loads them, from the table") { _ = try LegalKnowledge.builtIn(files) }
try measure("the same and the awards, for a rule that asks for them") {
  _ = try LegalKnowledge.builtIn(files).awards.count
}
try measure("parsed and verified in full") { _ = try LegalKnowledge.load(law) }
let fits = DataFile.withEmbeddedLawTable { LawTable.read($0, for: files) } != nil
print(fits ? "the table fits the files" : "the table does not fit the files: run make law-table")
