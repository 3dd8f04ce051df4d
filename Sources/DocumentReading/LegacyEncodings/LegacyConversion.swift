import DocumentModel
import TextMatching

/// Turns text in the codes of old fonts into Unicode, before anything else looks at it.
///
/// The effective font says which code a stretch is in; where fonts say nothing, the text itself does,
/// if enough of it reads as Vietnamese in one of the codes and not as it stands.
struct LegacyConversion {
  /// Words that must speak for an old code before text without its fonts is taken to be in it.
  private static let evidence = 8
  /// As many where a font of that code stands elsewhere in the document.
  private static let evidenceBesideFonts = 2

  /// A block of the document.
  private struct Place: Hashable, Comparable {
    var part: Int
    var block: Int

    static func < (a: Place, b: Place) -> Bool { (a.part, a.block) < (b.part, b.block) }
  }
  private var encoding: LegacyEncoding?
  private var places: Set<Place> = []

  /// Converts what is to be converted; the document says so in a remark.
  static func apply(to document: inout SourceDocument) {
    var conversion = LegacyConversion()
    conversion.convertByFont(&document)
    conversion.convertByContent(&document)
    guard let encoding = conversion.encoding, let first = conversion.places.min() else { return }
    document.remarks.append(
      .convertedEncoding(
        encoding, part: first.part, block: first.block, blocks: conversion.places.count))
  }

  private mutating func note(_ encoding: LegacyEncoding, _ place: Place) {
    self.encoding = self.encoding ?? encoding
    places.insert(place)
  }

  // MARK: By font

  /// A stretch of a block in fonts of one old code: a letter and its mark may stand in two runs.
  private struct Stretch {
    var utf8: Range<Int>
    var encoding: LegacyEncoding
    /// What of it is in fonts that draw small letters as capitals.
    var capitals: [Range<Int>] = []
  }

  private static func stretches(of block: Block) -> [Stretch] {
    var result: [Stretch] = []
    for run in block.runs {
      guard let font = run.format.font, let old = LegacyEncoding.of(font: font) else { continue }
      if let last = result.last, last.encoding == old.encoding,
        last.utf8.upperBound == run.utf8.lowerBound
      {
        result[result.count - 1].utf8 = last.utf8.lowerBound..<run.utf8.upperBound
      } else {
        result.append(Stretch(utf8: run.utf8, encoding: old.encoding))
      }
      if old.isCapital { result[result.count - 1].capitals.append(run.utf8) }
    }
    return result
  }

  private mutating func convertByFont(_ document: inout SourceDocument) {
    var found: [(place: Place, stretches: [Stretch])] = []
    // Papers converted long ago often keep the name of the old font.
    var unicodeLetters = 0
    var otherLetters = 0
    for (part, content) in document.parts.enumerated() {
      for (index, block) in content.blocks.enumerated() where !block.runs.isEmpty {
        let stretches = LegacyConversion.stretches(of: block)
        guard !stretches.isEmpty else { continue }
        found.append((Place(part: part, block: index), stretches))
        for stretch in stretches {
          for scalar in block.text[utf8Range: stretch.utf8].unicodeScalars where !scalar.isASCII {
            if LegacyReading.isUnicodeVietnamese(scalar) { unicodeLetters += 1 }
            if scalar.value < 0x100 { otherLetters += 1 }
          }
        }
      }
    }
    guard !found.isEmpty else { return }
    let isMostlyUnicode = unicodeLetters * 4 > otherLetters
    for (place, stretches) in found {
      let block = document.parts[place.part].blocks[place.block]
      // Text pasted from elsewhere may be in Unicode beside text that is not.
      let isUnicode = stretches.map { stretch in
        block.text[utf8Range: stretch.utf8].unicodeScalars
          .contains(where: LegacyReading.isUnicodeVietnamese)
      }
      let old = zip(stretches, isUnicode).filter { !$0.1 }.map { $0.0 }
      let isDoubtful = isMostlyUnicode || old.count < stretches.count
      guard let first = old.first,
        let text = LegacyConversion.converted(block, old, isDoubtful: isDoubtful),
        document.parts[place.part].blocks[place.block].rebuild(text) != nil
      else { continue }
      note(first.encoding, place)
    }
  }

  /// The text with these stretches in Unicode; nil when they read no better so.
  /// - Parameter isDoubtful: whether they may well be in Unicode already.
  private static func converted(
    _ block: Block, _ stretches: [Stretch], isDoubtful: Bool
  ) -> SourcedText? {
    let parts = stretches.map { Array(block.text[utf8Range: $0.utf8].unicodeScalars) }
    let old = zip(stretches, parts).reduce(0) { $0 + LegacyReading($1.0.encoding).score($1.1) }
    let asIs = parts.reduce(0) { $0 + LegacyReading.score(of: $1) }
    guard isDoubtful ? old > asIs : old >= asIs else { return nil }
    var text = block.sourcedText
    func ordinal(_ utf8: Int) -> Int { block.text[utf8Range: 0..<utf8].unicodeScalars.count }
    for (stretch, original) in zip(stretches, parts) {
      var letters = LegacyReading(stretch.encoding).text(original)
      let start = ordinal(stretch.utf8.lowerBound)
      for capital in stretch.capitals {
        let range = (ordinal(capital.lowerBound) - start)..<(ordinal(capital.upperBound) - start)
        letters.replaceSubrange(range, with: LegacyReading.capitals(Array(letters[range])))
      }
      text.replace(from: start, with: letters)
    }
    return text
  }

  // MARK: By content

  /// A block that may be in an old code.
  private struct Candidate {
    var place: Place
    var scalars: [Unicode.Scalar]
    /// How well it reads as it stands.
    var asIs: Int
  }

  private mutating func convertByContent(_ document: inout SourceDocument) {
    var candidates: [Candidate] = []
    var scores: [LegacyEncoding: Int] = [:]
    var asIs = 0
    for (part, content) in document.parts.enumerated() {
      for (index, block) in content.blocks.enumerated()
      where LegacyConversion.repertoire(of: block.text) == .latin1 {
        let scalars = Array(block.text.unicodeScalars)
        let candidate = Candidate(
          place: Place(part: part, block: index), scalars: scalars,
          asIs: LegacyReading.score(of: scalars))
        candidates.append(candidate)
        asIs += candidate.asIs
        for encoding in [LegacyEncoding.tcvn3, .vni] {
          scores[encoding, default: 0] += LegacyReading(encoding).score(scalars)
        }
      }
    }
    guard
      let (encoding, score) = scores.max(by: {
        ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue)
      }),
      score > asIs,
      score
        >= (encoding == self.encoding
          ? LegacyConversion.evidenceBesideFonts : LegacyConversion.evidence)
    else { return }
    let reading = LegacyReading(encoding)
    let chosen = wanted(candidates, in: document, as: reading)
    for candidate in candidates where chosen.contains(candidate.place) {
      var letters = reading.text(candidate.scalars)
      if encoding == .tcvn3, LegacyReading.looksCapital(candidate.scalars) {
        letters = LegacyReading.capitals(letters)
      }
      let place = candidate.place
      var text = document.parts[place.part].blocks[place.block].sourcedText
      text.replace(from: 0, with: letters)
      if document.parts[place.part].blocks[place.block].rebuild(text) != nil {
        note(encoding, place)
      }
    }
  }

  /// The candidates to be converted: those that read better so, and, in a paper that is in the old
  /// code for the most part, those that read as well either way (“Sè: 12/KH-UBND”) and stand among
  /// others in the code.
  private func wanted(
    _ candidates: [Candidate], in document: SourceDocument, as reading: LegacyReading
  ) -> Set<Place> {
    var taken: Set<Place> = []
    var undecided: Set<Place> = []
    var refused: Set<Place> = []
    for candidate in candidates {
      let score = reading.score(candidate.scalars)
      if score > candidate.asIs {
        taken.insert(candidate.place)
      } else if score == candidate.asIs, LegacyReading.hasWordBeyondASCII(candidate.scalars) {
        undecided.insert(candidate.place)
      } else if score < candidate.asIs {
        refused.insert(candidate.place)
      }
    }
    guard !undecided.isEmpty else { return taken }
    let isOld = document.parts.enumerated().map { part, content in
      content.blocks.enumerated().map { index, block -> Bool? in
        let place = Place(part: part, block: index)
        if taken.contains(place) || places.contains(place) { return true }
        let isUnicode = LegacyConversion.repertoire(of: block.text) == .unicode
        return isUnicode || refused.contains(place) ? false : nil
      }
    }
    let known = isOld.joined().compactMap { $0 }
    guard known.count(where: { $0 }) * 2 > known.count else { return taken }
    for (part, verdicts) in isOld.enumerated() {
      for (index, isAmongOld) in LegacyConversion.agreement(around: verdicts).enumerated()
      where isAmongOld && undecided.contains(Place(part: part, block: index)) {
        taken.insert(Place(part: part, block: index))
      }
    }
    return taken
  }

  /// For each place whether the nearest verdicts on both sides are yes, as far as there are any.
  private static func agreement(around verdicts: [Bool?]) -> [Bool] {
    var nearest = true
    var result = verdicts.map { verdict in
      nearest = verdict ?? nearest
      return nearest
    }
    nearest = true
    for index in verdicts.indices.reversed() {
      nearest = verdicts[index] ?? nearest
      result[index] = result[index] && nearest
    }
    return result
  }

  private enum Repertoire {
    case ascii
    /// Some of Latin-1, as the old codes show, and none that only Unicode has.
    case latin1
    case unicode
  }

  /// U+00A1–U+00FF begin with C2 or C3.
  private static func repertoire(of text: String) -> Repertoire {
    var result = Repertoire.ascii
    for unit in text.utf8 {
      switch unit {
      case 0xC2, 0xC3: result = .latin1
      // U+0100–U+036F and U+1E00–U+1FFF
      case 0xC4...0xCD, 0xE1: return .unicode
      default: break
      }
    }
    return result
  }
}

extension SourceDocument {
  /// Notes that all of a text was in an old encoding.
  mutating func markConverted(from encoding: LegacyEncoding) {
    let blocks = parts.enumerated().flatMap { part, content in
      content.blocks.indices.filter { content.blocks[$0].text.utf8.contains { $0 >= 0x80 } }
        .map { (part, $0) }
    }
    guard let first = blocks.first else { return }
    remarks.append(
      .convertedEncoding(encoding, part: first.0, block: first.1, blocks: blocks.count))
  }
}
