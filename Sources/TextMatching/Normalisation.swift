import CSupport

/// Unicode Normalization Form C, with the way back to the scalars it came from.
public enum Normalisation {
  /// One stretch of NFC text and the scalars it was made from.
  public struct Piece: Sendable, Equatable {
    /// UTF-8 offsets in the normalised text.
    public var utf8: Range<Int>
    /// Ordinals of the original scalars, from 0.
    public var scalars: Range<Int>
    /// Scalar for scalar the same on both sides.
    public var isVerbatim: Bool
  }

  public struct Result: Sendable, Equatable {
    public var text: String
    /// Covers the text from start to end without gaps; a verbatim text is one piece.
    public var pieces: [Piece]
    /// Whether the original already was in NFC.
    public var wasNormalised: Bool
  }

  /// Whether any scalar of the text could make it differ from its NFC. False negatives do not
  /// occur: composed Vietnamese, Latin, general punctuation and CJK stay outside the slow path.
  private static func mayChange(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E, 0x20AB: false
    default: true
    }
  }

  public static func nfc(_ original: String) -> Result {
    nfc(scalars: Array(original.unicodeScalars), text: original)
  }

  private static func nfc(scalars: [Unicode.Scalar], text: String) -> Result {
    guard scalars.contains(where: mayChange) else {
      let piece = Piece(utf8: 0..<text.utf8.count, scalars: 0..<scalars.count, isVerbatim: true)
      return Result(text: text, pieces: text.isEmpty ? [] : [piece], wasNormalised: true)
    }
    var builder = Builder()
    var start = 0
    while start < scalars.count {
      // Scalars that can neither change nor be changed by the one after them go as they are.
      var end = start
      while end < scalars.count, !mayChange(scalars[end]),
        end + 1 == scalars.count || isBoundary(before: scalars[end + 1])
      {
        end += 1
      }
      if end > start { builder.append(verbatim: scalars[start..<end]) }
      start = end
      guard start < scalars.count else { break }
      end = start + 1
      while end < scalars.count, !isBoundary(before: scalars[end]), end - start < 500 { end += 1 }
      builder.append(cluster: scalars[start..<end])
      start = end
    }
    return builder.result
  }

  private static func isBoundary(before scalar: Unicode.Scalar) -> Bool {
    !mayChange(scalar) || tdkt_nfc_boundary_before(scalar.value)
  }

  private struct Builder {
    private var utf8: [UInt8] = []
    private var pieces: [Piece] = []
    private var wasNormalised = true
    private var source: [UInt32] = []
    private var target: [UInt32] = []

    var result: Result {
      Result(
        text: String(decoding: utf8, as: UTF8.self), pieces: pieces, wasNormalised: wasNormalised)
    }

    mutating func append(verbatim scalars: ArraySlice<Unicode.Scalar>) {
      let low = utf8.count
      for scalar in scalars { append(scalar) }
      let range = scalars.startIndex..<scalars.endIndex
      if let last = pieces.last, last.isVerbatim {
        pieces[pieces.count - 1].utf8 = last.utf8.lowerBound..<utf8.count
        pieces[pieces.count - 1].scalars = last.scalars.lowerBound..<range.upperBound
      } else {
        pieces.append(Piece(utf8: low..<utf8.count, scalars: range, isVerbatim: true))
      }
    }

    mutating func append(cluster: ArraySlice<Unicode.Scalar>) {
      source.removeAll(keepingCapacity: true)
      for scalar in cluster { source.append(scalar.value) }
      let capacity = 4 * source.count + 8
      if target.count < capacity { target = [UInt32](repeating: 0, count: capacity) }
      let count = Int(
        tdkt_nfc_cluster(source, Int32(source.count), &target, Int32(target.count)))
      guard count >= 0, !target.prefix(count).elementsEqual(source) else {
        append(verbatim: cluster)
        return
      }
      wasNormalised = false
      let low = utf8.count
      for value in target.prefix(count) { Unicode.Scalar(value).map { append($0) } }
      pieces.append(
        Piece(
          utf8: low..<utf8.count, scalars: cluster.startIndex..<cluster.endIndex,
          isVerbatim: false))
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
      UTF8.encode(scalar).map { utf8.append(contentsOf: $0) }
    }
  }
}
