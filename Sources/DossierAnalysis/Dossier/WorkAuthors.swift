import DocumentModel
import TextMatching

extension Dossier.Paper {
  /// The letters among which the authors of a work are named (`Folding.letters`): those of the whole
  /// paper where it certifies no other work, else of the work's table row or paragraph.
  public func letters(beside work: WorkMention) -> String {
    let blocks = document.blocks
    guard blocks.indices.contains(work.span.block) else { return "" }
    let isAlone = works.allSatisfy { $0.key == work.key }
    return Folding.letters(
      (isAlone ? Array(blocks.indices) : rowOrParagraph(work.span.block))
        .map { blocks[$0].text }.joined(separator: " | "))
  }

  private func rowOrParagraph(_ block: Int) -> [Int] {
    guard let place = document.blocks[block].place.cell else { return [block] }
    return document.source.body.tables[place.table].rows[place.row].cells.flatMap(\.blocks)
  }
}
