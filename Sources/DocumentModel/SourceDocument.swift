/// A paper as read: text, structure and formatting, no judgement.
public struct SourceDocument: Sendable {
  public var format: DocumentFormat
  /// The main part first; then headers, footers, footnotes, endnotes, comments in package order.
  public var parts: [DocumentPart]
  public var revisions: RevisionSummary
  /// What the reader wants known about the file itself, for example that it was not in NFC.
  public var remarks: [Remark]
  /// What the packet it came in says of it.
  public var transport: TransportHeader?

  public init(
    format: DocumentFormat, parts: [DocumentPart], revisions: RevisionSummary = .init(),
    remarks: [Remark] = []
  ) {
    self.format = format
    self.parts = parts
    self.revisions = revisions
    self.remarks = remarks
  }

  /// The main part; empty when the file held none.
  public var body: DocumentPart { parts.first ?? DocumentPart(name: "", role: .body) }

  /// Facts about the file that a rule may report.
  public enum Remark: Sendable, Hashable {
    /// Text of this part held `count` clusters that are not in Normalization Form C.
    case notNormalised(part: Int, count: Int)
    /// Macros are in the package; they were ignored.
    case macros
    /// The package carries a digital signature.
    case signed
    /// `blocks` blocks were in an encoding before Unicode and were converted; the first of them.
    case convertedEncoding(LegacyEncoding, part: Int, block: Int, blocks: Int)
    /// Text of this part held `count` letters of other alphabets that look like those of Vietnamese;
    /// they were replaced. The first of them, by its block and its UTF-8 offsets there (none when it
    /// went into the label), and those that were typed, each once.
    case lookAlikes(
      part: Int, block: Int, utf8: Range<Int>, count: Int, letters: [Unicode.Scalar])
    /// Another program turned the file into a form that is read.
    case converted(program: String)
  }
}

/// Encodings of Vietnamese before Unicode; raw values are the names users know.
public enum LegacyEncoding: String, Sendable, CaseIterable {
  case tcvn3 = "TCVN3"
  case vni = "VNI"
  case windows1258 = "Windows-1258"
}

/// The form a document came in; raw values are those of the JSON output.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case docx
  case flatOPC = "flat-opc"
  case word2003
  case odt
  case edxml
  case akn
  case text
  case html
  case pdf
  case doc
}

/// Tracked changes and comments found, by count.
public struct RevisionSummary: Sendable, Hashable {
  public var insertions = 0
  public var deletions = 0
  /// Changed properties of characters, paragraphs, sections and tables.
  public var formatChanges = 0
  public var comments = 0
  public init() {}
}

/// One text-bearing part: the body, a header, the footnotes …
public struct DocumentPart: Sendable {
  public enum Role: String, Sendable {
    case body
    case header
    case footer
    case footnotes
    case endnotes
    case comments
  }
  /// Name in the package, without a leading slash: `word/document.xml`; `text` for plain text.
  public var name: String
  public var role: Role
  /// Paragraphs in reading order, those of table cells and text boxes included. The index here is
  /// the block number of the output, counted from 0 within the part.
  public var blocks: [Block]
  /// Tables in reading order; nested ones after the table that holds them.
  public var tables: [Table]
  /// Headers and footers of a DOCX: sections, from 0, on whose pages it stands. Empty for the other
  /// roles and where the form does not say.
  public var sections: [Int] = []

  public init(name: String, role: Role, blocks: [Block] = [], tables: [Table] = []) {
    self.name = name
    self.role = role
    self.blocks = blocks
    self.tables = tables
  }
}

/// A table: where its cells are and which blocks they hold.
public struct Table: Sendable, Hashable {
  public struct Cell: Sendable, Hashable {
    /// Grid column of the cell's left edge, from 0.
    public var column: Int
    /// Grid columns it covers, at least 1.
    public var columnSpan: Int
    /// Rows it covers, at least 1; a cell that continues one from above is left out of its row.
    public var rowSpan: Int
    /// Indices of its blocks, nested tables' included; empty for an empty range of none.
    public var blocks: Range<Int>

    public init(column: Int, columnSpan: Int = 1, rowSpan: Int = 1, blocks: Range<Int>) {
      self.column = column
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
      self.blocks = blocks
    }
  }
  public struct Row: Sendable, Hashable {
    public var cells: [Cell]
    /// Marked to be repeated on every page (`w:tblHeader`).
    public var isHeader: Bool

    public init(cells: [Cell], isHeader: Bool = false) {
      self.cells = cells
      self.isHeader = isHeader
    }
  }
  public var rows: [Row]
  public var columnCount: Int
  /// All blocks of the table.
  public var blocks: Range<Int>
  /// Index of the table whose cell holds this one.
  public var parent: Int?

  public init(rows: [Row], columnCount: Int, blocks: Range<Int>, parent: Int? = nil) {
    self.rows = rows
    self.columnCount = columnCount
    self.blocks = blocks
    self.parent = parent
  }
}
