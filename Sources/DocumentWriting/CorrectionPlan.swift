import DocumentModel
import TextMatching

/// Chooses the corrections that can be made and maps them to the original text.
struct CorrectionPlan<Source: UnitSource> {
  /// By unit, in order, without overlaps.
  private(set) var edits: [UnitKey: [OriginEdit]] = [:]
  private(set) var refused: [Int: CorrectionObstacle] = [:]
  private let source: Source
  private let blocks: [Block]
  /// What is changed already, by block and in the original by unit.
  private var made: Set<Change> = []
  private var taken: [Int: DisjointRanges] = [:]
  private var touched: [UnitKey: DisjointRanges] = [:]
  private var editCount = 0

  /// A stretch of a block's text and what it becomes.
  private struct Change: Hashable {
    var block: Int
    var utf8: Range<Int>
    var text: String
  }

  /// More edits than any paper needs; a hostile file could ask for millions.
  private static var mostEdits: Int { 20_000 }

  init(_ corrections: [Correction], blocks: [Block], source: Source) {
    self.source = source
    self.blocks = blocks
    var normalisations: [Int] = []
    for (index, correction) in corrections.enumerated() {
      // Composing letters gets in nobody's way, so it is done last and where nothing else was.
      if correction.edits.allSatisfy(isNormalisation) {
        normalisations.append(index)
        continue
      }
      do throws(CorrectionObstacle) {
        editCount += correction.edits.count
        guard editCount <= Self.mostEdits else { throw .tooMany }
        try take(correction)
      } catch {
        refused[index] = error
      }
    }
    for index in normalisations {
      do throws(CorrectionObstacle) {
        var found: [OriginEdit] = []
        for edit in corrections[index].edits { found += try normalised(edit) }
        let isFree = found.map { !isTouched($0) }
        for (edit, isFree) in zip(found, isFree) where isFree { add(edit) }
      } catch {
        refused[index] = error
      }
    }
    for (key, list) in edits {
      edits[key] = list.sorted {
        ($0.scalars.lowerBound, $0.scalars.upperBound)
          < ($1.scalars.lowerBound, $1.scalars.upperBound)
      }
    }
  }

  // MARK: Corrections

  private func isNormalisation(_ edit: TextEdit) -> Bool {
    guard let old = text(of: edit) else { return false }
    return old.unicodeScalars.elementsEqual(edit.text.unicodeScalars)
  }

  private func text(of edit: TextEdit) -> Substring? {
    guard blocks.indices.contains(edit.block),
      edit.utf8.upperBound <= blocks[edit.block].text.utf8.count
    else { return nil }
    return blocks[edit.block].text[utf8Range: edit.utf8]
  }

  private mutating func take(_ correction: Correction) throws(CorrectionObstacle) {
    var fresh: [Change] = []
    var bounds: [(block: Int, utf8: Range<Int>)] = []
    for edit in correction.edits {
      let changes = try changes(edit).filter { !made.contains($0) }
      fresh += changes
      // The outermost bounds count: the words of one edit belong together.
      guard let first = changes.first, let last = changes.last else { continue }
      let utf8 = first.utf8.lowerBound..<last.utf8.upperBound
      if taken[edit.block]?.touches(utf8) == true { throw .overlap }
      bounds.append((edit.block, utf8))
    }
    var mapped: [OriginEdit] = []
    for change in fresh { mapped += try origin(of: change) }
    // Two stretches may share a cluster of the original: then they are no two stretches there.
    var own: [UnitKey: DisjointRanges] = [:]
    for edit in mapped {
      if isTouched(edit) || own[edit.unit]?.overlaps(edit.scalars) == true { throw .overlap }
      own[edit.unit, default: DisjointRanges()].insert(edit.scalars)
    }
    made.formUnion(fresh)
    for (block, utf8) in bounds { taken[block, default: DisjointRanges()].insert(utf8) }
    for edit in mapped { add(edit) }
  }

  private func changes(_ edit: TextEdit) throws(CorrectionObstacle) -> [Change] {
    guard let old = text(of: edit) else { throw .noPlace }
    let hunks = TextDifference(Array(old.unicodeScalars), Array(edit.text.unicodeScalars)).hunks
    return hunks.map { hunk in
      let low = edit.utf8.lowerBound + utf8(old, hunk.old.lowerBound)
      let high = edit.utf8.lowerBound + utf8(old, hunk.old.upperBound)
      return Change(block: edit.block, utf8: low..<high, text: hunk.new.text)
    }
  }

  private func utf8(_ text: Substring, _ scalars: Int) -> Int {
    text.unicodeScalars.prefix(scalars).reduce(0) { $0 + UTF8.width($1) }
  }

  private func isTouched(_ edit: OriginEdit) -> Bool {
    touched[edit.unit]?.overlaps(edit.scalars) == true
  }

  private mutating func add(_ edit: OriginEdit) {
    touched[edit.unit, default: DisjointRanges()].insert(edit.scalars)
    edits[edit.unit, default: []].append(edit)
  }

  // MARK: Into the original

  /// The new text goes where the old began; what else was covered goes away.
  private func origin(of change: Change) throws(CorrectionObstacle) -> [OriginEdit] {
    let change = widened(change)
    var text = change.text
    var result: [OriginEdit] = []
    if change.utf8.isEmpty {
      return [try insertion(of: text, at: change.utf8.lowerBound, in: change.block)]
    }
    for segment in segments(touching: change.utf8, in: change.block)
    where segment.utf8.overlaps(change.utf8) {
      let stretches =
        segment.isVerbatim
        ? [try verbatim(segment, change.utf8, in: change.block)]
        : try composed(segment, in: change.block)
      for (key, scalars) in stretches {
        result.append(OriginEdit(unit: key, scalars: scalars, text: text))
        text = ""
      }
    }
    guard !result.isEmpty else { throw .noPlace }
    return result
  }

  /// The segments that share a character or a border with a range.
  private func segments(touching utf8: Range<Int>, in block: Int) -> ArraySlice<SourceSegment> {
    let all = blocks[block].source
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].utf8.upperBound < utf8.lowerBound { low = middle + 1 } else { high = middle }
    }
    return all[low...].prefix { $0.utf8.lowerBound <= utf8.upperBound }
  }

  /// A cluster that was composed is changed as a whole.
  private func widened(_ change: Change) -> Change {
    var change = change
    for segment in segments(touching: change.utf8, in: change.block)
    where !segment.isVerbatim && segment.utf8.overlaps(change.utf8) {
      let low = min(segment.utf8.lowerBound, change.utf8.lowerBound)
      let high = max(segment.utf8.upperBound, change.utf8.upperBound)
      let whole = blocks[change.block].text
      change.text =
        whole[utf8Range: low..<change.utf8.lowerBound] + change.text
        + whole[utf8Range: change.utf8.upperBound..<high]
      change.utf8 = low..<high
    }
    return change
  }

  private typealias Stretch = (key: UnitKey, scalars: Range<Int>)

  private func verbatim(
    _ segment: SourceSegment, _ range: Range<Int>, in block: Int
  ) throws(CorrectionObstacle) -> Stretch {
    let covered = segment.utf8.clamped(to: range)
    let whole = blocks[block].text
    let before = whole[utf8Range: segment.utf8.lowerBound..<covered.lowerBound].unicodeScalars.count
    let words = whole[utf8Range: covered].unicodeScalars
    let start = segment.offset + before
    let key = source.key(block: block, unit: segment.unit)
    let original = try source.scalars(key)
    let scalars = start..<(start + words.count)
    guard scalars.upperBound <= original.count,
      original[offset: scalars].elementsEqual(words)
    else { throw .noPlace }
    return (key, scalars)
  }

  /// The original of a composed cluster, which may run over into the units after its own.
  private func composed(
    _ segment: SourceSegment, in block: Int
  ) throws(CorrectionObstacle) -> [Stretch] {
    let words = String(blocks[block].text[utf8Range: segment.utf8])
    var result: [Stretch] = []
    var original: [Unicode.Scalar] = []
    var unit = segment.unit
    var start = segment.offset
    while original.count < segment.scalars {
      let key = source.key(block: block, unit: unit)
      let scalars = try source.scalars(key)
      guard start <= scalars.count else { throw source.stretchObstacle }
      let end = min(scalars.count, start + segment.scalars - original.count)
      if end > start {
        original += scalars[offset: start..<end]
        result.append((key, start..<end))
      }
      unit += 1
      start = 0
    }
    // A line end or a tab stands for itself: it is no cluster.
    guard !original.elementsEqual(words.unicodeScalars),
      [original.text, LookAlikes.mended(original)].contains(where: { candidate in
        Normalisation.nfc(candidate).text.unicodeScalars.elementsEqual(words.unicodeScalars)
      })
    else { throw source.stretchObstacle }
    return result
  }

  /// After the character before it, else before the one after it.
  private func insertion(
    of text: String, at utf8: Int, in block: Int
  ) throws(CorrectionObstacle) -> OriginEdit {
    let segments = segments(touching: utf8..<utf8, in: block)
    var problem = CorrectionObstacle.noPlace
    for isBefore in [true, false] {
      let bound = segments.first {
        isBefore
          ? $0.utf8.upperBound >= utf8 && $0.utf8.lowerBound < utf8
          : $0.utf8.lowerBound == utf8
      }
      guard let segment = bound else { continue }
      do throws(CorrectionObstacle) {
        if segment.isVerbatim {
          let range = isBefore ? segment.utf8.lowerBound..<utf8 : segment.utf8
          let (key, scalars) = try verbatim(segment, range, in: block)
          let place = isBefore ? scalars.upperBound : scalars.lowerBound
          return OriginEdit(unit: key, scalars: place..<place, text: text)
        }
        // Not in the middle of a cluster.
        guard !isBefore || segment.utf8.upperBound == utf8 else { throw source.stretchObstacle }
        let stretches = try composed(segment, in: block)
        guard let (key, scalars) = isBefore ? stretches.last : stretches.first else { continue }
        let place = isBefore ? scalars.upperBound : scalars.lowerBound
        return OriginEdit(unit: key, scalars: place..<place, text: text)
      } catch {
        problem = error
      }
    }
    throw problem
  }

  // MARK: Normalization Form C

  private func normalised(_ edit: TextEdit) throws(CorrectionObstacle) -> [OriginEdit] {
    let block = blocks[edit.block]
    var result: [OriginEdit] = []
    for segment in block.source where !segment.isVerbatim && segment.utf8.overlaps(edit.utf8) {
      let words = String(block.text[utf8Range: segment.utf8])
      // What stands for a line end or a tab.
      if words.unicodeScalars.allSatisfy({ $0.value <= 0x20 || $0 == "-" }) { continue }
      var text = words
      for (key, scalars) in try composed(segment, in: edit.block) {
        result.append(OriginEdit(unit: key, scalars: scalars, text: text))
        text = ""
      }
    }
    if block.label != nil, edit.utf8 == 0..<block.text.utf8.count {
      result += try normalisedLabel(of: block, edit.block)
    }
    return result
  }

  /// The label has no way back of its own: it stands in front of the text.
  private func normalisedLabel(
    of block: Block, _ index: Int
  ) throws(CorrectionObstacle) -> [OriginEdit] {
    let first = block.source.first
    let unit = first?.unit ?? block.place.line ?? 0
    var result: [OriginEdit] = []
    for unit in source.labelUnits(before: unit) {
      let key = source.key(block: index, unit: unit)
      guard let scalars = try? source.scalars(key) else { continue }
      let end = unit == first?.unit ? first?.offset ?? 0 : scalars.count
      let start = try source.labelStart(key, before: end)
      guard start < end, end <= scalars.count else { continue }
      let original = scalars[offset: start..<end]
      let composed = Normalisation.nfc(LookAlikes.mended(original)).text
      if !composed.unicodeScalars.elementsEqual(original) {
        result.append(OriginEdit(unit: key, scalars: start..<end, text: composed))
      }
    }
    return result
  }
}

extension Sequence where Element == Unicode.Scalar {
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}

extension ArraySlice where Element == Unicode.Scalar {
  /// By offsets from the start of the slice.
  subscript(offset range: Range<Int>) -> ArraySlice<Unicode.Scalar> {
    self[(startIndex + range.lowerBound)..<(startIndex + range.upperBound)]
  }
}

extension UTF8 {
  /// Code units of a scalar.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}
