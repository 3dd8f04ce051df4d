import DocumentModel
import TextMatching

/// Blocks whose text is put right after they were read.
extension Block {
  /// The text with its way back, as it was put together.
  var sourcedText: SourcedText {
    var result = SourcedText()
    for segment in source {
      var origin = SourcedText.Origin(
        unit: Int32(clamping: segment.unit), offset: Int32(clamping: segment.offset),
        isVerbatim: segment.isVerbatim)
      if !segment.isVerbatim { origin.scalars = UInt16(clamping: segment.scalars) }
      for scalar in text[utf8Range: segment.utf8].unicodeScalars {
        result.append(scalar, origin)
        if segment.isVerbatim { origin.offset += 1 } else { origin.scalars = 0 }
      }
    }
    return result
  }

  /// Puts the block together anew; a label that the old letters hid is split off.
  /// - Parameters:
  ///   - changed: `sourcedText` with other scalars in it, as many as before.
  ///   - dropped: ordinals, ascending, of the scalars to leave out.
  /// - Returns: the UTF-8 offset in the new text of each scalar that is left, and one for their end;
  ///   those of a label are at 0. Nil when nothing has changed.
  @discardableResult
  mutating func rebuild(_ changed: SourcedText, dropping dropped: [Int] = []) -> [Int]? {
    guard !dropped.isEmpty || changed.string != text else { return nil }
    var content = changed
    content.remove(at: dropped)
    // Formats go by scalar.
    let formats = runs.map { run in
      let ordinal = text[utf8Range: 0..<run.utf8.lowerBound].unicodeScalars.count
      return (scalar: ordinal - dropped.count { $0 < ordinal }, format: run.format)
    }
    let finished = FinishedText(content, splitsLabel: label == nil)
    text = finished.text
    label = label ?? finished.label
    runs = finished.runs(formats)
    source = finished.source
    return finished.utf8Offsets
  }
}
