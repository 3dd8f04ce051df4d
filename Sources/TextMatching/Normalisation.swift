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
      var end = start + 1
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
    private(set) var result = Result(text: "", pieces: [], wasNormalised: true)

    mutating func append(cluster: ArraySlice<Unicode.Scalar>) {
      let composed = Builder.composed(cluster)
      let isVerbatim = composed.elementsEqual(cluster)
      let low = result.text.utf8.count
      result.text.unicodeScalars.append(contentsOf: composed)
      let utf8 = low..<result.text.utf8.count
      let scalars = cluster.startIndex..<cluster.endIndex
      if !isVerbatim { result.wasNormalised = false }
      if isVerbatim, let last = result.pieces.last, last.isVerbatim {
        result.pieces[result.pieces.count - 1].utf8 = last.utf8.lowerBound..<utf8.upperBound
        result.pieces[result.pieces.count - 1].scalars =
          last.scalars.lowerBound..<scalars.upperBound
      } else {
        result.pieces.append(Piece(utf8: utf8, scalars: scalars, isVerbatim: isVerbatim))
      }
    }

    private static func composed(_ cluster: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
      if cluster.count == 1, let only = cluster.first, !mayChange(only) { return [only] }
      let source = cluster.map(\.value)
      var target = [UInt32](repeating: 0, count: 4 * source.count + 8)
      let count = tdkt_nfc_cluster(source, Int32(source.count), &target, Int32(target.count))
      guard count >= 0 else { return Array(cluster) }
      return target.prefix(Int(count)).compactMap(Unicode.Scalar.init)
    }
  }
}
