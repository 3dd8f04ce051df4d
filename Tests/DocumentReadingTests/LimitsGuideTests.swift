import DocumentReading
import Foundation
import Testing

@Suite("The guide to limits says what the program does")
struct LimitsGuideTests {
  private let halves: [String]

  init() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Rules/guide/limits.md")
    halves = try String(contentsOf: path, encoding: .utf8)
      .components(separatedBy: "# Limits and refusals")
    try #require(halves.count == 2)
  }

  @Test(arguments: [0, 1])
  func everyLimitStandsInBothLanguages(half: Int) throws {
    let rows = halves[half].split(separator: "\n").filter { $0.hasPrefix("| ") }
    for child in Mirror(reflecting: ReadingLimits()).children {
      let name = try #require(child.label)
      let row = try #require(rows.first { $0.contains("`\(name)`") }, "\(name)")
      // The time differs without optimisation, and the floor stands in the row's first cell.
      guard let value = child.value as? Int, name != "ratioFloor" else { continue }
      let isBytes = name.lowercased().contains("bytes")
      let shown = isBytes ? "| \(value >> 20) MB |" : "| \(value)"
      #expect(row.contains(shown), "\(name): \(row)")
    }
  }

  @Test(arguments: [0, 1])
  func everyAnswerIsOneOfTheProgram(half: Int) throws {
    let named = halves[half].matches(of: /`([a-z]+(?:-[a-z]+)*)`/).map { String($0.1) }
    let codes = Set(ReadingError.Code.allCases.map(\.rawValue))
    for code in ["too-large", "too-slow", "corrupt", "encrypted", "truncated", "scan"] {
      #expect(codes.contains(code) && named.contains(code))
    }
  }
}
