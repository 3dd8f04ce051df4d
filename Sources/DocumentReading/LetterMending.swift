import DocumentModel
import TextMatching

/// Puts letters of other alphabets right that look like those of Vietnamese, and takes soft hyphens
/// out: no word with one would be found.
///
/// Old codes are converted before: both are letters there.
struct LetterMending {
  /// Mends what is to be mended; the document says so of the letters in a remark for each part.
  static func apply(to document: inout SourceDocument) {
    for part in document.parts.indices {
      var mending = LetterMending()
      for block in document.parts[part].blocks.indices {
        mending.mend(&document.parts[part].blocks[block], at: block)
      }
      guard let first = mending.first else { continue }
      document.remarks.append(
        .lookAlikes(
          part: part, block: first.block, utf8: first.utf8, count: mending.count,
          letters: mending.letters))
    }
  }

  private var first: (block: Int, utf8: Range<Int>)?
  private var count = 0
  /// Each as it was typed, once, in the order of the text.
  private var letters: [Unicode.Scalar] = []

  private mutating func mend(_ block: inout Block, at index: Int) {
    let mayHoldLetters = LookAlikes.mayOccur(in: block.text)
    guard mayHoldLetters || LetterMending.mayHoldSoftHyphen(block.text) else { return }
    var text = block.sourcedText
    let places = mayHoldLetters ? LookAlikes.places(in: text.scalars) : []
    let hyphens = text.scalars.indices.filter { text.scalars[$0] == "\u{AD}" }
    for place in places {
      let typed = text.scalars[place.ordinal]
      if !letters.contains(typed) { letters.append(typed) }
      text.replace(from: place.ordinal, with: [place.letter])
    }
    count += places.count
    guard let offsets = block.rebuild(text, dropping: hyphens), first == nil,
      let place = places.first
    else { return }
    let ordinal = place.ordinal - hyphens.count { $0 < place.ordinal }
    first = (index, offsets[ordinal]..<offsets[ordinal + 1])
  }

  /// U+00AD is C2 AD.
  private static func mayHoldSoftHyphen(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for unit in text.utf8 {
      if previous == 0xC2, unit == 0xAD { return true }
      previous = unit
    }
    return false
  }
}
