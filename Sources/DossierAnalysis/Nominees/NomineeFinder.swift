import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching

/// Finds the nominees of a paper: in tables, in lists, and as counts in prose. Immutable; build it
/// once for many papers.
public struct NomineeFinder: Sendable {
  public let awards: AwardFinder

  public init(law: LegalKnowledge) { awards = AwardFinder(law: law) }

  public init(awards: AwardFinder) { self.awards = awards }

  public func register(of document: RecognisedDocument) -> NomineeRegister {
    let day = document.date.earliest
    var register = NomineeRegister()
    let tables = NomineeTableReader(awards: awards, document: document)
    var last: NomineeTableReader.Reading?
    var above: [AwardMention] = []
    for index in document.source.body.tables.indices
    where document.source.body.tables[index].parent == nil {
      guard let reading = tables.read(index, after: last) else { continue }
      if reading.table.continues == nil {
        above = governing(tableAt: index, in: document)
      }
      last = reading
      register.tables.append(reading.table)
      register.nominees += inheriting(reading.nominees, from: above)
      register.counts += reading.counts
    }
    let prose = proseBlocks(of: document)
    register.nominees += NomineeListReader(awards: awards, day: day).nominees(
      in: document, blocks: prose)
    let years = AwardYears(document)
    for index in register.nominees.indices {
      register.nominees[index].years = years.years(of: register.nominees[index])
    }
    register.nominees.sort {
      ($0.anchor.block, $0.anchor.utf8.lowerBound) < ($1.anchor.block, $1.anchor.utf8.lowerBound)
    }
    register.counts += NomineeCountFinder(awards: awards, day: day).counts(
      in: document, blocks: prose)
    return register
  }

  /// The award that a table's heading or the sentence above it names: “danh sách đề nghị tặng Giấy
  /// khen”. Two leave open which is meant.
  private func governing(
    tableAt index: Int, in document: RecognisedDocument
  ) -> [AwardMention] {
    let first = document.source.body.tables[index].blocks.lowerBound
    let day = document.date.earliest
    var above: [AwardMention] = []
    for block in stride(from: first - 1, through: max(0, first - 6), by: -1)
    where document.blocks[block].place.cell == nil {
      above = awards.mentions(in: document.blocks[block].text, block: block, on: day)
      if !above.isEmpty { break }
    }
    if above.isEmpty {
      above = document.components.subject.flatMap {
        awards.mentions(in: document.blocks[$0.block].text, block: $0.block, on: day)
      }
    }
    return above.count == 1 ? above : []
  }

  /// Rows that name no award have that of the table.
  private func inheriting(_ nominees: [Nominee], from above: [AwardMention]) -> [Nominee] {
    nominees.map { nominee in
      var nominee = nominee
      if nominee.awards.isEmpty, nominee.unknownAward == nil { nominee.awards = above }
      return nominee
    }
  }

  /// Blocks of the body and the annexes that stand outside tables.
  private func proseBlocks(of document: RecognisedDocument) -> [Int] {
    let components = document.components
    let annexes = components.annexes.flatMap { Array($0.blocks) }
    return (Array(components.body) + annexes).filter {
      document.blocks[$0].place.cell == nil
    }
  }
}
