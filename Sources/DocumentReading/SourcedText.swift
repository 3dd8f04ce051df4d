import DocumentModel
import TextMatching

/// Text of one paragraph while it is put together: scalars as the file has them, and where each
/// came from.
struct SourcedText {
  struct Origin {
    /// As in `SourceSegment.unit`.
    var unit: Int32
    /// Scalars from the start of the unit.
    var offset: Int32
    /// The original has this very scalar there; else it stands for something else (a `w:tab`, a
    /// line end).
    var isVerbatim = true
    /// Scalars of the original that it stands for; 0 when the scalar before it stands for them.
    var scalars: UInt16 = 1
  }
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var origins: [Origin] = []

  var isEmpty: Bool { scalars.isEmpty }
  var count: Int { scalars.count }

  /// Appends a scalar, unless it is one that nobody sees: words with such a one in them are found
  /// by no search.
  mutating func append(_ scalar: Unicode.Scalar, _ origin: Origin) {
    guard !scalar.isInvisible else { return }
    scalars.append(scalar)
    origins.append(origin)
  }

  /// Appends text that stands in the original from `offset` of the unit on.
  mutating func append(_ text: some Sequence<Unicode.Scalar>, unit: Int, offset: Int = 0) {
    var offset = Int32(clamping: offset)
    let unit = Int32(clamping: unit)
    for scalar in text {
      append(scalar, Origin(unit: unit, offset: offset))
      offset += 1
    }
  }

  var string: String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(2 * scalars.count)
    for scalar in scalars {
      if scalar.isASCII {
        utf8.append(UInt8(scalar.value))
      } else if let units = UTF8.encode(scalar) {
        utf8.append(contentsOf: units)
      }
    }
    return String(decoding: utf8, as: UTF8.self)
  }

  /// Puts other scalars, as many, in the place of those from `start` on.
  mutating func replace(from start: Int, with replacement: [Unicode.Scalar]) {
    for (index, scalar) in replacement.enumerated() where start + index < scalars.count {
      guard scalars[start + index] != scalar else { continue }
      scalars[start + index] = scalar
      origins[start + index].isVerbatim = false
    }
  }

  /// The original has other scalars where this text has any beyond ASCII.
  mutating func markConverted() {
    for index in scalars.indices where !scalars[index].isASCII { origins[index].isVerbatim = false }
  }

  mutating func removeLast() {
    scalars.removeLast()
    origins.removeLast()
  }

  /// Drops the scalars at these ordinals (ascending).
  mutating func remove(at ordinals: [Int]) {
    guard !ordinals.isEmpty else { return }
    var doomed = ordinals[...]
    var kept = SourcedText()
    for index in scalars.indices {
      if doomed.first == index {
        doomed.removeFirst()
      } else {
        kept.append(scalars[index], origins[index])
      }
    }
    self = kept
  }
}

/// A paragraph's text in its final form: NFC, its typed label split off.
struct FinishedText {
  private(set) var text: String
  private(set) var label: ListLabel?
  private(set) var source: [SourceSegment]
  /// UTF-8 offset in `text` for each scalar ordinal of the original, and one for its end; the
  /// label's scalars are at 0.
  private(set) var utf8Offsets: [Int]
  /// Clusters that were not in NFC in the original; those a conversion made are not counted.
  private(set) var denormalised: Int

  /// - Parameter splitsLabel: whether a typed list label is taken off; false when the paragraph
  ///   has an automatic one.
  init(_ original: SourcedText, splitsLabel: Bool) {
    let normalised = Normalisation.nfc(original.string)
    var cut = 0
    if splitsLabel, let split = LabelSplitter.split(normalised.text) {
      label = split.label
      cut = split.utf8
    }
    text = cut == 0 ? normalised.text : String(normalised.text.utf8.dropFirst(cut)) ?? ""
    source = []
    denormalised = 0
    utf8Offsets = []
    utf8Offsets.reserveCapacity(original.count + 1)
    for piece in normalised.pieces {
      if piece.isVerbatim {
        addVerbatim(piece, of: original, cut: cut)
      } else {
        if original.origins[piece.scalars].allSatisfy(\.isVerbatim) { denormalised += 1 }
        addComposed(piece, of: original, cut: cut)
      }
    }
    utf8Offsets.append(text.utf8.count)
  }

  private mutating func addVerbatim(
    _ piece: Normalisation.Piece, of original: SourcedText, cut: Int
  ) {
    var utf8 = piece.utf8.lowerBound
    for ordinal in piece.scalars {
      utf8Offsets.append(max(0, utf8 - cut))
      let width = UTF8.width(original.scalars[ordinal])
      defer { utf8 += width }
      guard utf8 >= cut else { continue }
      let place = (utf8 - cut)..<(utf8 - cut + width)
      let origin = original.origins[ordinal]
      if origin.scalars == 0, let last = source.last {
        source[source.count - 1].utf8 = last.utf8.lowerBound..<place.upperBound
      } else if let last = source.last, last.isVerbatim, origin.isVerbatim,
        last.unit == Int(origin.unit), last.offset + last.scalars == Int(origin.offset)
      {
        source[source.count - 1].utf8 = last.utf8.lowerBound..<place.upperBound
        source[source.count - 1].scalars += 1
      } else {
        source.append(
          SourceSegment(
            utf8: place, unit: Int(origin.unit), offset: Int(origin.offset),
            scalars: Int(origin.scalars), isVerbatim: origin.isVerbatim))
      }
    }
  }

  /// A cluster may run over into the next unit (a combining mark that starts a new run): it is
  /// then kept with the unit it begins in.
  private mutating func addComposed(
    _ piece: Normalisation.Piece, of original: SourcedText, cut: Int
  ) {
    for ordinal in piece.scalars {
      let isFirst = ordinal == piece.scalars.lowerBound
      utf8Offsets.append(max(0, (isFirst ? piece.utf8.lowerBound : piece.utf8.upperBound) - cut))
    }
    guard piece.utf8.lowerBound >= cut, !piece.scalars.isEmpty else { return }
    let origin = original.origins[piece.scalars.lowerBound]
    source.append(
      SourceSegment(
        utf8: (piece.utf8.lowerBound - cut)..<(piece.utf8.upperBound - cut),
        unit: Int(origin.unit), offset: Int(origin.offset),
        scalars: original.origins[piece.scalars].reduce(0) { $0 + Int($1.scalars) },
        isVerbatim: false))
  }
}

extension UTF8 {
  /// UTF-8 code units of a scalar.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}

extension Unicode.Scalar {
  /// Shown as nothing: zero-width spaces and joiners, marks of direction, a byte-order mark inside a
  /// text. The soft hyphen is not among them: it is a letter of an old code.
  var isInvisible: Bool {
    switch value {
    case 0..<0x200B: false
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// White space of any kind; answered without the property tables for what papers are made of.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0xA0, 0x85: true
    case 0..<0x1680: false
    case 0x1E00...0x1EFF: false
    default: properties.isWhitespace
    }
  }
}
