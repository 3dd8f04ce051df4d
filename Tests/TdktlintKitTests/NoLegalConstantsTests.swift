import Foundation
import LegalKnowledge
import Testing
import TextMatching

@testable import TdktlintKit

/// Law lives in `Rules`, never in code: no article number, symbol, date of a law, ratio or name of an
/// award in a string of `Sources` or `Plugins`. Comments may cite.
@Suite("No legal constant is left in the code")
struct NoLegalConstantsTests {
  struct Allowed {
    var file: String
    var words: String
    var reason: String
  }

  static let allowed: [Allowed] = [
    Allowed(file: "AppraisalStyle.swift", words: "100%", reason: "the width of a table"),
    Allowed(
      file: "Commands.swift", words: "Chiến sĩ thi đua cơ sở",
      reason: "the example in the help of `law`"),
    Allowed(
      file: "Commands.swift", words: "98/2023/NĐ-CP", reason: "the example in the help of `law`"),
    Allowed(
      file: "DataElement+Law.swift", words: "2024-01-31", reason: "shows the form of a date"),
    Allowed(file: "ModuleReader.swift", words: "2024-01-31", reason: "shows the form of a date"),
    Allowed(
      file: "CommandSettings.swift", words: "2024-01-31", reason: "shows the form of a date"),
    Allowed(
      file: "ConfigurationTable.swift", words: "2026-12-31", reason: "shows the form of a date"),
    Allowed(
      file: "ConfigurationTemplate.swift", words: "2026-12-31", reason: "a line to be changed"),
    Allowed(
      file: "ConfigurationTemplate.swift", words: "2023-12-31", reason: "a line to be changed"),
    Allowed(
      file: "ConfigurationTemplate.swift", words: "91/2017/NĐ-CP", reason: "a line to be changed"),
  ]

  private static let patterns: [(name: String, pattern: Pattern)] = [
    ("article", Pattern(known: #"(?i)\b(điều|khoản) \d+"#)),
    ("symbol", Pattern(known: #"\b\d+/\d{4}/[\p{L}\d-]+"#)),
    ("symbol", Pattern(known: #"\b\d+(/\d{4})?[/-][A-ZĐ]{1,5}[/-](TW|TTg|CP|BNV|UBND)\b"#)),
    ("date", Pattern(known: #"\b\d{1,2}/\d{1,2}/\d{4}\b|\b\d{4}-\d{2}-\d{2}\b"#)),
    ("ratio", Pattern(known: #"\b\d+ ?(%|phần trăm|per cent)"#)),
  ]

  /// A day of its own made in code.
  private static let madeDay = Pattern(known: #"CivilDate\(year: \d+, month: \d+"#)

  private static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  private static func sources() throws -> [String] {
    ["Sources", "Plugins"].flatMap { folder -> [String] in
      let names = FileManager.default.enumerator(atPath: root + "/" + folder)
      return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
        .map { folder + "/" + $0 }
    }
  }

  /// Official names of awards, as they compare; those that are also the name of a class say nothing.
  private static func awardNames() throws -> [String] {
    let classes: Set<String> = [
      "huân chương", "huy chương", "bằng khen", "giấy khen", "kỷ niệm chương", "cờ thi đua",
    ].reduce(into: []) { $0.insert(Folding.key($1)) }
    return try RulePack.law(with: []).awards.flatMap(\.names).map { Folding.key($0.text) }
      .filter { !classes.contains($0) && $0.utf8.count > 8 }
  }

  @Test func noStringHoldsOne() throws {
    let awards = try Self.awardNames()
    var used: Set<Int> = []
    let files = try Self.sources()
    #expect(files.count > 50)
    for file in files {
      let text = try String(contentsOfFile: Self.root + "/" + file, encoding: .utf8)
      #expect(!Self.madeDay.matches(text), "\(file): a day in code belongs in Rules/")
      for literal in SwiftLiterals.find(in: text) {
        let key = Folding.key(literal.text)
        var faults = Self.patterns.flatMap { entry in
          entry.pattern.matches(in: literal.text).map {
            (entry.name, String(literal.text[utf8Range: $0.range]))
          }
        }
        faults += awards.filter { key.contains($0) }.map { ("award", $0) }
        for (name, words) in faults {
          let place = Self.allowed.firstIndex { allowed in
            file.hasSuffix("/" + allowed.file)
              && Folding.key(words).contains(Folding.key(allowed.words))
          }
          if let place {
            used.insert(place)
          } else {
            Issue.record(
              "\(file):\(literal.line): \(name) “\(words)” belongs in Rules/: \(literal.text)")
          }
        }
      }
    }
    for (place, allowed) in Self.allowed.enumerated() where !awards.isEmpty {
      #expect(used.contains(place), "nothing needs \(allowed.file): \(allowed.words) any more")
    }
  }

  @Test("The scan sees a string, and not a comment")
  func scan() {
    let literals = SwiftLiterals.find(
      in: """
        // Điều 5 of "98/2023/NĐ-CP"
        let a = "Điều 7"  /* "x" */
        let b = #"\\d "30%" "#
        let c = "\\(isOld ? "Điều 8" : "x") // \\(y)"
        """)
    #expect(literals.map(\.text) == ["Điều 7", "\\d \"30%\" ", " // ", "Điều 8", "x"])
    #expect(literals.map(\.line) == [2, 3, 4, 4, 4])
  }
}
