import DocumentModel

/// Everything a reader refuses to go beyond, in one place.
///
/// The defaults let through any paper an office writes: a plan of 8 pages inflates to 0.9 MB in 17
/// entries, its text part to 0.1 MB. A part takes up to 25 times its size in memory while it is
/// read, so that the limit on inflated bytes is the one that bounds memory.
public struct ReadingLimits: Sendable {
  /// Bytes of the file itself.
  public var fileBytes = 256 << 20
  /// Entries of the package.
  public var entries = 10_000
  /// Bytes inflated from one entry.
  public var inflatedBytesPerEntry = 16 << 20
  /// Bytes inflated from all entries that are read.
  public var inflatedBytes = 48 << 20
  /// Bytes inflated from one file of an archive of documents.
  public var archivedFileBytes = 64 << 20
  /// Bytes an entry may claim to hold before its compression ratio is looked at.
  public var ratioFloor = 4 << 20
  /// Inflated bytes for each compressed one, above `ratioFloor`. Word's own XML stays below 60.
  public var compressionRatio = 150
  /// XML elements inside one another; real documents stay below 60.
  public var xmlDepth = 256
  /// Paragraphs of all parts.
  public var blocks = 200_000
  /// Lines of a plain text.
  public var lines = 400_000
  /// Scalars of text in all parts.
  public var textScalars = 8_000_000
  /// Table cells of all parts.
  public var tableCells = 200_000

  public init() {}
}

/// What has been used up of the limits while one document is read; shared by all its readers. It
/// never leaves the task that made it.
final class ReadingBudget {
  let limits: ReadingLimits
  /// The side of tracked changes that its readers are to read.
  let view: RevisionView
  private(set) var inflatedBytes = 0
  private(set) var blocks = 0
  private(set) var textScalars = 0
  private(set) var tableCells = 0

  init(limits: ReadingLimits, view: RevisionView = .final) {
    self.limits = limits
    self.view = view
  }

  /// Inflated bytes that may still come from one more entry.
  var inflatableBytes: Int {
    min(limits.inflatedBytesPerEntry, limits.inflatedBytes - inflatedBytes)
  }

  func spend(inflatedBytes count: Int) { inflatedBytes += count }

  func spendBlock(scalars: Int) throws(ReadingError) {
    blocks += 1
    textScalars += scalars
    guard blocks <= limits.blocks else { throw .tooLarge(.blocks(limit: limits.blocks)) }
    guard textScalars <= limits.textScalars else {
      throw .tooLarge(.text(limit: limits.textScalars))
    }
  }

  func spendCell() throws(ReadingError) {
    tableCells += 1
    guard tableCells <= limits.tableCells else {
      throw .tooLarge(.tableCells(limit: limits.tableCells))
    }
  }
}
