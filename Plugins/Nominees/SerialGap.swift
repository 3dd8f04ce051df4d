import DocumentAnalysis
import DossierAnalysis
import RuleEngine

extension NativeCheck {
  /// A serial number of a list that is neither the next nor the first of a new count.
  static let serialGap = NativeCheck(
    name: "serial-gap", arguments: ["found", "expected"]
  ) { context in
    var lasts: [Int: Int] = [:]
    return context.register.tables.flatMap { table -> [Observation] in
      var last = table.continues.flatMap { lasts[$0] }
      defer { lasts[table.table] = last }
      return context.register.nominees(in: table.table).compactMap { nominee in
        guard let serial = nominee.serial, let span = nominee.serialSpan else { return nil }
        defer { last = serial }
        // A list may begin where the page before ended, and every group may count anew.
        guard let last, serial != last + 1, serial != 1 else { return nil }
        return Observation(
          at: span, arguments: ["found": .number(serial), "expected": .number(last + 1)])
      }
    }
  }
}
