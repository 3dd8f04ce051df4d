import DocumentModel
import DocumentReading

/// Changes the text of a package's main part: only the character data of the `w:t` elements
/// concerned is written anew, so that runs, their formatting and all other markup stay as they are.
struct DocxWriter: UnitSource {
  private let places: DocxTextPlaces
  private let package: [UInt8]

  /// - Parameter package: the whole file.
  init(_ places: DocxTextPlaces, package: [UInt8]) throws(WritingError) {
    guard !places.isSigned else { throw .signed }
    guard !places.isForeign else { throw .foreignEncoding }
    self.places = places
    self.package = package
  }

  func apply(
    _ corrections: [Correction], to document: SourceDocument
  ) throws(WritingError) -> DocumentWriter.Result {
    let blocks = document.body.blocks
    guard blocks.count == places.blocks.count, document.body.name == places.part else {
      throw .unreadable("\(places.part) ≠ \(document.body.name)")
    }
    let plan = CorrectionPlan(corrections, blocks: blocks, source: self)
    guard !plan.edits.isEmpty else {
      return DocumentWriter.Result(bytes: package, refused: plan.refused)
    }
    let bytes = try ZipCopy.replacing(places.entry, in: package, with: xml(with: plan.edits))
    return DocumentWriter.Result(bytes: bytes, refused: plan.refused)
  }

  private func xml(with edits: [UnitKey: [OriginEdit]]) -> [UInt8] {
    let patches = edits.flatMap { key, edits in text(at: key).map { patch($0, edits) } ?? [] }
      .sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    var result: [UInt8] = []
    result.reserveCapacity(places.xml.count + 1024)
    var done = 0
    for patch in patches {
      result += places.xml[done..<patch.bytes.lowerBound]
      result += patch.text
      done = patch.bytes.upperBound
    }
    return result + places.xml[done...]
  }

  private func text(at key: UnitKey) -> DocxTextPlaces.Text? {
    guard let block = key.block, places.blocks.indices.contains(block),
      places.blocks[block].indices.contains(key.unit),
      case .text(let text) = places.blocks[block][key.unit]
    else { return nil }
    return text
  }

  private struct Patch {
    var bytes: Range<Int>
    var text: [UInt8]
  }

  private func patch(_ text: DocxTextPlaces.Text, _ edits: [OriginEdit]) -> [Patch] {
    let data = CharacterData(places.xml[text.bytes])
    var patches = edits.map { edit in
      let bytes = data.bytes(of: edit.scalars)
      let start = text.bytes.lowerBound
      return Patch(
        bytes: (start + bytes.lowerBound)..<(start + bytes.upperBound),
        text: CharacterData.escaped(edit.text))
    }
    // Space that comes to stand at an end would be taken for layout of the file.
    if !text.preservesSpace, endsInSpace(after: edits, data.scalars) {
      let end = text.startTag.upperBound - 1
      patches.append(Patch(bytes: end..<end, text: Array(" xml:space=\"preserve\"".utf8)))
    }
    return patches
  }

  private func endsInSpace(after edits: [OriginEdit], _ scalars: [Unicode.Scalar]) -> Bool {
    var result: [Unicode.Scalar] = []
    var done = 0
    for edit in edits {
      result += scalars[done..<edit.scalars.lowerBound]
      result += edit.text.unicodeScalars
      done = edit.scalars.upperBound
    }
    result += scalars[done...]
    let spaces: [Unicode.Scalar] = [" ", "\t", "\n", "\r"]
    return result.first.map(spaces.contains) == true || result.last.map(spaces.contains) == true
  }

  // MARK: Units are text-bearing elements

  func key(block: Int, unit: Int) -> UnitKey { UnitKey(block: block, unit: unit) }

  func scalars(_ key: UnitKey) throws(CorrectionObstacle) -> ArraySlice<Unicode.Scalar> {
    guard let block = key.block, places.blocks.indices.contains(block),
      places.blocks[block].indices.contains(key.unit)
    else { throw .noPlace }
    switch places.blocks[block][key.unit] {
    case .fixed(let obstacle): throw CorrectionObstacle(obstacle)
    case .text(let text): return CharacterData(places.xml[text.bytes]).scalars[...]
    }
  }

  var stretchObstacle: CorrectionObstacle { .element }

  func labelStart(_ key: UnitKey, before scalar: Int) throws(CorrectionObstacle) -> Int { 0 }

  func labelUnits(before unit: Int) -> Range<Int> { 0..<(unit + 1) }
}
