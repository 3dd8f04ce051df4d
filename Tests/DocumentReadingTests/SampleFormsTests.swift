import DocumentModel
import DocumentReading
import FoundationEssentials
import Testing

/// The three forms of each real plan beside the checkout; skipped where they are not there.
enum Samples {
  static let folder: String = {
    var steps = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    steps.removeLast(3)
    let checkout = steps.joined(separator: "/")
    let beside = "\(checkout)/../shared/samples"
    return FileManager.default.fileExists(atPath: beside) ? beside : "\(checkout)/shared/samples"
  }()
  static let names = ["000_fcb073a10b6b8181", "002_730c168d7be2e051", "004_071e165d37ddb9b0"]
  static var areThere: Bool {
    names.allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0).txt") }
  }

  static func read(_ name: String) throws -> SourceDocument {
    let path = "\(folder)/\(name)"
    let data = try #require(FileManager.default.contents(atPath: path))
    return try DocumentReader.read([UInt8](data), name: path)
  }
}

@Suite(.enabled(if: Samples.areThere))
struct SampleFormsTests {
  /// What a rule sees of a block, whatever the form.
  private func content(_ document: SourceDocument) -> [String] {
    document.body.blocks.filter { !$0.text.hasPrefix("https://") }
      .map { "\($0.label?.text ?? "")|\($0.label?.style.rawValue ?? "")|\($0.text)" }
  }

  @Test(arguments: Samples.names)
  func allFormsHaveTheSameBlocks(name: String) throws {
    let text = try content(Samples.read(name + ".txt"))
    let asFound = try content(Samples.read(name + ".as-found.docx"))
    let hostile = try content(Samples.read(name + ".hostile.docx"))
    #expect(text.count > 30)
    for (index, block) in asFound.enumerated() {
      #expect(index < hostile.count && hostile[index] == block)
      #expect(index < text.count && text[index] == block)
      if index >= text.count || text[index] != block { break }
    }
    #expect(text.count == asFound.count)
    #expect(hostile.count == asFound.count)
  }
}
