import DocumentModel
import TextMatching
import XMLReading

/// Everything a reader refuses to go beyond, in one place. `Rules/guide/limits.md` tells users of
/// each.
///
/// The defaults let through any paper an office writes: a plan of 8 pages inflates to 0.9 MB in 17
/// entries, its text part to 0.1 MB; a list of 2,000 people in seven columns has 14,000 cells. They
/// keep what refuses a file below 100 MB of memory.
public struct ReadingLimits: Sendable {
  /// Bytes of the file itself.
  public var fileBytes = 256 << 20
  /// Bytes of a file that is no package; one of edXML carries its attachments as Base64.
  public var flatBytes = 128 << 20
  /// Bytes of a file that is one text: plain, HTML, XML without attachments.
  public var textBytes = 10 << 20
  /// Entries of the package.
  public var entries = 10_000
  /// Bytes inflated from one entry.
  public var inflatedBytesPerEntry = 10 << 20
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
  /// Attributes of one XML element, namespace declarations included; Word writes up to 40.
  public var xmlAttributes = 256
  /// Elements, twice the attributes, and pieces of text of all XML parts. What Word notes of its own
  /// sessions (`w:rsidR`) is left out.
  public var xmlNodes = 380_000
  /// Paragraphs of all parts.
  public var blocks = 40_000
  /// Lines of a plain text.
  public var lines = 100_000
  /// Scalars of text in all parts; of one XML part, before anything is left out of it, those that
  /// are no blanks.
  public var textScalars = 3_000_000
  /// Scalars of one paragraph; a page has about 2,500.
  public var paragraphScalars = 200_000
  /// Table cells of all parts; the tabs of a plain text.
  public var tableCells = 40_000
  /// Processor time for reading a file, and as much again for checking it. Programs that convert a
  /// file have a limit of their own.
  public var time = ReadingLimits.defaultTime

  /// A plan of 8 pages takes 0.02 s. Without optimisation everything takes many times longer.
  #if DEBUG
    public static let defaultTime = Duration.seconds(60)
  #else
    public static let defaultTime = Duration.milliseconds(1500)
  #endif

  /// Those on XML.
  public var xml: XMLLimits {
    var limits = XMLLimits()
    limits.depth = xmlDepth
    limits.attributes = xmlAttributes
    limits.nodes = xmlNodes
    limits.text = textScalars
    // No scalar takes more.
    limits.unbrokenText = 4 * min(paragraphScalars, Int.max / 4)
    return limits
  }

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
  private(set) var xmlNodes = 0

  init(limits: ReadingLimits, view: RevisionView = .final) {
    self.limits = limits
    self.view = view
  }

  /// Inflated bytes that may still come from one more entry.
  var inflatableBytes: Int {
    min(limits.inflatedBytesPerEntry, limits.inflatedBytes - inflatedBytes)
  }

  /// What a part with more bytes than that goes beyond.
  func excess(of part: String) -> ReadingError.Excess {
    inflatableBytes < limits.inflatedBytesPerEntry
      ? .inflatedInAll(limit: limits.inflatedBytes)
      : .inflated(part: part, limit: limits.inflatedBytesPerEntry)
  }

  func spend(inflatedBytes count: Int) { inflatedBytes += count }

  /// Limits on the next XML part.
  var xml: XMLLimits {
    var result = limits.xml
    result.nodes -= min(result.nodes, xmlNodes)
    return result
  }

  /// For a file that is one text.
  func hold(textBytes count: Int) throws(ReadingError) {
    guard count <= limits.textBytes else { throw .tooLarge(.textBytes(limit: limits.textBytes)) }
  }

  func spend(xmlNodes count: Int) { xmlNodes += count }

  func spendBlock(scalars: Int) throws(ReadingError) {
    blocks += 1
    textScalars += scalars
    guard scalars <= limits.paragraphScalars else {
      throw .tooLarge(.paragraph(limit: limits.paragraphScalars))
    }
    if TimeBound.isExceeded { throw .tooSlow }
    guard blocks <= limits.blocks else { throw .tooLarge(.blocks(limit: limits.blocks)) }
    guard textScalars <= limits.textScalars else {
      throw .tooLarge(.text(limit: limits.textScalars))
    }
  }

  func spendCell() throws(ReadingError) {
    tableCells += 1
    if TimeBound.isExceeded { throw .tooSlow }
    guard tableCells <= limits.tableCells else {
      throw .tooLarge(.tableCells(limit: limits.tableCells))
    }
  }
}
