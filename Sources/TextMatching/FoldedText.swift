/// A phrase in the form it is compared in (`Folding.key`).
public struct FoldedPhrase: Sendable, Hashable {
  /// As written.
  public let text: String
  /// In the form it is compared in; equal for phrases that are found in the same places.
  public let key: String
  let units: [UInt8]

  public init(_ text: String) {
    self.text = text
    key = Folding.key(text)
    units = Array(key.utf8)
  }
}

/// A text in the form phrases are compared in (`Folding.key`: case, the place of tone marks, kinds of
/// dash, quotation mark and white space do not matter), with the way back to the text itself.
///
/// A line feed stays what it is: no phrase reaches over it.
public struct FoldedText: Sendable {
  /// Folded UTF-8.
  private let units: [UInt8]
  /// For every unit, the UTF-8 offset in the text of the scalar it was made from; then the end of
  /// the text without white space behind it.
  private let origins: [Int32]
  /// Whether the unit belongs to a letter or digit.
  private let isWord: [Bool]

  /// Folds `text`, which must be shorter than 2 GB.
  public init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int32] = []
    scalars.reserveCapacity(text.utf8.count)
    offsets.reserveCapacity(text.utf8.count)
    var pendingSpace: Int32?
    var offset: Int32 = 0
    var end: Int32 = 0
    for scalar in text.unicodeScalars {
      let start = offset
      offset += Int32(UTF8.width(scalar))
      if scalar == "\n" {
        pendingSpace = nil
        scalars.append(scalar)
        offsets.append(end)
        continue
      }
      if Letters.isSpace(scalar) {
        if pendingSpace == nil, let last = scalars.last, last != "\n" { pendingSpace = start }
        continue
      }
      if let space = pendingSpace {
        scalars.append(" ")
        offsets.append(space)
        pendingSpace = nil
      }
      scalars.append(Folding.folded(scalar))
      offsets.append(start)
      end = offset
    }
    Folding.foldTones(&scalars)
    var units: [UInt8] = []
    var origins: [Int32] = []
    var isWord: [Bool] = []
    let capacity = text.utf8.count + 8
    units.reserveCapacity(capacity)
    origins.reserveCapacity(capacity)
    isWord.reserveCapacity(capacity)
    for (scalar, origin) in zip(scalars, offsets) {
      let belongs = Letters.isLetter(scalar) || Letters.isDigit(scalar)
      func append(_ unit: UInt8) {
        units.append(unit)
        origins.append(origin)
        isWord.append(belongs)
      }
      if scalar.value < 0x80 {
        append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(unit) }
      }
    }
    origins.append(end)
    self.units = units
    self.origins = origins
    self.isWord = isWord
  }

  /// Where the phrases stand as whole words, left to right, in one pass: the index of the phrase and
  /// the UTF-8 range in the text. Phrases that begin at one place come in the order of the list.
  public func places(of phrases: [FoldedPhrase]) -> [(phrase: Int, range: Range<Int>)] {
    var byFirst = [[Int]](repeating: [], count: 256)
    for (index, phrase) in phrases.enumerated() {
      if let first = phrase.units.first { byFirst[Int(first)].append(index) }
    }
    var result: [(phrase: Int, range: Range<Int>)] = []
    units.withUnsafeBufferPointer { units in
      for start in units.indices {
        let candidates = byFirst[Int(units[start])]
        guard !candidates.isEmpty else { continue }
        for index in candidates {
          let phrase = phrases[index].units
          let end = start + phrase.count
          guard end <= units.count, isEdge(start), isEdge(end),
            phrase.indices.allSatisfy({ units[start + $0] == phrase[$0] })
          else { continue }
          result.append((index, Int(origins[start])..<Int(origins[end])))
        }
      }
    }
    return result
  }

  /// Whether the phrase stands anywhere as whole words.
  public func contains(_ phrase: FoldedPhrase) -> Bool { !places(of: [phrase]).isEmpty }

  /// Whether no word goes on over this place.
  private func isEdge(_ index: Int) -> Bool {
    index == 0 || index == units.count || !isWord[index - 1] || !isWord[index]
  }
}
