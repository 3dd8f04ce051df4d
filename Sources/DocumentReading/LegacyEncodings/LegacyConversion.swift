import DocumentModel
import TextMatching

/// Turns text in the codes of old fonts into Unicode, before anything else looks at it.
///
/// The effective font says which code a stretch is in; where fonts say nothing, the text itself does,
/// if enough of it reads as Vietnamese in one of the codes and not as it stands.
struct LegacyConversion {
  /// Words that must speak for an old code before text without its fonts is taken to be in it.
  private static let evidence = 8

  private var encoding: LegacyEncoding?
  private var first: (part: Int, block: Int)?
  private var converted = 0

  /// Converts what is to be converted; the document says so in a remark.
  static func apply(to document: inout SourceDocument) {
    var conversion = LegacyConversion()
    conversion.convertByFont(&document)
    conversion.convertByContent(&document)
    guard let encoding = conversion.encoding, let first = conversion.first else { return }
    document.remarks.append(
      .convertedEncoding(
        encoding, part: first.part, block: first.block, blocks: conversion.converted))
  }

  private mutating func note(_ encoding: LegacyEncoding, part: Int, block: Int) {
    self.encoding = self.encoding ?? encoding
    converted += 1
    guard let known = first else {
      first = (part, block)
      return
    }
    if (part, block) < known { first = (part, block) }
  }

  // MARK: By font

  /// A stretch of a block in one old font.
  private struct Stretch {
    var utf8: Range<Int>
    var encoding: LegacyEncoding
    var isCapital: Bool
  }

  private static func stretches(of block: Block) -> [Stretch] {
    block.runs.compactMap { run in
      guard let font = run.format.font, let old = LegacyEncoding.of(font: font) else { return nil }
      return Stretch(utf8: run.utf8, encoding: old.encoding, isCapital: old.isCapital)
    }
  }

  private mutating func convertByFont(_ document: inout SourceDocument) {
    var found: [(part: Int, block: Int, stretches: [Stretch])] = []
    // Papers converted long ago often keep the name of the old font.
    var unicodeLetters = 0
    var otherLetters = 0
    for (part, content) in document.parts.enumerated() {
      for (index, block) in content.blocks.enumerated() where !block.runs.isEmpty {
        let stretches = LegacyConversion.stretches(of: block)
        guard !stretches.isEmpty else { continue }
        found.append((part, index, stretches))
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
    for (part, index, stretches) in found {
      let block = document.parts[part].blocks[index]
      let parts = stretches.map { Array(block.text[utf8Range: $0.utf8].unicodeScalars) }
      guard !parts.joined().contains(where: LegacyReading.isUnicodeVietnamese) else { continue }
      let old = zip(stretches, parts).reduce(0) { $0 + LegacyReading($1.0.encoding).score($1.1) }
      let asIs = parts.reduce(0) { $0 + LegacyReading.score(of: $1) }
      guard isMostlyUnicode ? old > asIs : old >= asIs else { continue }
      var text = LegacyConversion.sourced(block)
      for (stretch, original) in zip(stretches, parts) {
        var letters = LegacyReading(stretch.encoding).text(original)
        if stretch.isCapital { letters = LegacyReading.capitals(letters) }
        let start = block.text[utf8Range: 0..<stretch.utf8.lowerBound].unicodeScalars.count
        text.replace(from: start, with: letters)
      }
      let isChanged = LegacyConversion.rebuild(&document.parts[part].blocks[index], text)
      if isChanged { note(stretches[0].encoding, part: part, block: index) }
    }
  }

  // MARK: By content

  private mutating func convertByContent(_ document: inout SourceDocument) {
    var candidates: [(part: Int, block: Int, scalars: [Unicode.Scalar])] = []
    var scores: [LegacyEncoding: Int] = [:]
    var asIs = 0
    for (part, content) in document.parts.enumerated() {
      for (index, block) in content.blocks.enumerated()
      where LegacyConversion.mayBeOld(block.text) {
        let scalars = Array(block.text.unicodeScalars)
        candidates.append((part, index, scalars))
        asIs += LegacyReading.score(of: scalars)
        for encoding in [LegacyEncoding.tcvn3, .vni] {
          scores[encoding, default: 0] += LegacyReading(encoding).score(scalars)
        }
      }
    }
    guard
      let (encoding, score) = scores.max(by: {
        ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue)
      }),
      score >= LegacyConversion.evidence, score > asIs
    else { return }
    let reading = LegacyReading(encoding)
    for (part, index, scalars) in candidates
    where reading.score(scalars) > LegacyReading.score(of: scalars) {
      var letters = reading.text(scalars)
      if encoding == .tcvn3, LegacyReading.looksCapital(scalars) {
        letters = LegacyReading.capitals(letters)
      }
      var text = LegacyConversion.sourced(document.parts[part].blocks[index])
      text.replace(from: 0, with: letters)
      if LegacyConversion.rebuild(&document.parts[part].blocks[index], text) {
        note(encoding, part: part, block: index)
      }
    }
  }

  /// Some letter beyond ASCII, and none that only Unicode has: U+00A1–U+00FF begin with C2 or C3.
  private static func mayBeOld(_ text: String) -> Bool {
    var hasLatin1 = false
    for unit in text.utf8 {
      switch unit {
      case 0xC2, 0xC3: hasLatin1 = true
      // U+0100–U+036F and U+1E00–U+1FFF
      case 0xC4...0xCD, 0xE1: return false
      default: break
      }
    }
    return hasLatin1
  }

  // MARK: Blocks

  /// A block's text with its way back, as it was put together.
  private static func sourced(_ block: Block) -> SourcedText {
    var text = SourcedText()
    for segment in block.source {
      var offset = segment.offset
      for scalar in block.text[utf8Range: segment.utf8].unicodeScalars {
        text.append(
          scalar,
          .init(
            unit: Int32(clamping: segment.unit), offset: Int32(clamping: offset),
            isVerbatim: segment.isVerbatim))
        if segment.isVerbatim { offset += 1 }
      }
    }
    return text
  }

  /// Puts the block together anew; a label that the old code hid is split off. False when nothing
  /// has changed.
  private static func rebuild(_ block: inout Block, _ text: SourcedText) -> Bool {
    guard text.string != block.text else { return false }
    // Formats go by scalar; the text has as many as before.
    let formats = block.runs.map { run in
      (
        scalar: block.text[utf8Range: 0..<run.utf8.lowerBound].unicodeScalars.count,
        format: run.format
      )
    }
    let finished = FinishedText(text, splitsLabel: block.label == nil)
    block.text = finished.text
    block.label = block.label ?? finished.label
    block.runs = finished.runs(formats)
    block.source = finished.source
    return true
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
