import LegalKnowledge
import TextMatching

/// A place in a document as the outside sees it.
public struct Location: Sendable, Hashable {
  /// `word/document.xml`, `text`
  public var part: String
  /// Counts paragraphs of the part in reading order from 0.
  public var block: Int
  /// Path of the outline section it lies in (`II.1.3`), nil outside the outline.
  public var section: String?
  /// Unicode scalars of the block's NFC text, list label excluded; `end` exclusive.
  public var start: Int
  public var end: Int
  /// Plain text only: from 1, in the original file; columns count scalars.
  public var line: Int?
  public var column: Int?
  /// Plain text only: line and column just after the last character.
  public var endLine: Int?
  public var endColumn: Int?

  public init(
    part: String, block: Int, section: String?, start: Int, end: Int, line: Int?, column: Int?,
    endLine: Int? = nil, endColumn: Int? = nil
  ) {
    self.part = part
    self.block = block
    self.section = section
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}

/// A change that would mend a finding.
public struct Fix: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Preserves meaning; may be applied by machine.
    case mechanical
    /// Changes meaning or legal effect; a person decides.
    case proposed
  }
  public struct Edit: Sendable, Hashable {
    public var location: Location
    /// What replaces the text of the location.
    public var text: String
    public init(location: Location, text: String) {
      self.location = location
      self.text = text
    }
  }
  public var kind: Kind
  public var description: LocalizedText
  /// Empty when the advice cannot be written as edits.
  public var edits: [Edit]

  public init(kind: Kind, description: LocalizedText, edits: [Edit]) {
    self.kind = kind
    self.description = description
    self.edits = edits
  }
}

/// One thing a rule has to say about a document.
public struct Finding: Sendable, Hashable {
  /// The norm behind it, as it stood on the as-of date.
  public struct Basis: Sendable, Hashable {
    public var instrument: String
    /// “Nghị định 30/2020/NĐ-CP”, for people.
    public var name: String
    public var provision: String?
    public var from: CivilDate?
    public var until: CivilDate?
    public var verified: Verification

    public init(
      instrument: String, name: String, provision: String?, from: CivilDate?, until: CivilDate?,
      verified: Verification
    ) {
      self.instrument = instrument
      self.name = name
      self.provision = provision
      self.from = from
      self.until = until
      self.verified = verified
    }
  }

  public struct Related: Sendable, Hashable {
    /// Path of the other document; nil: this one.
    public var path: String?
    public var location: Location
    public var excerpt: String
    public var message: LocalizedText

    public init(path: String?, location: Location, excerpt: String, message: LocalizedText) {
      self.path = path
      self.location = location
      self.excerpt = excerpt
      self.message = message
    }
  }

  /// Full id: `citations/expired-instrument`.
  public var rule: String
  public var severity: Severity
  public var message: LocalizedText
  public var basis: [Basis]
  public var location: Location
  /// The block's text from start to end, white space collapsed; `""` for an absence.
  public var excerpt: String
  /// The whole block's text and the UTF-8 range of the finding in it, for showing it in context.
  public var context: String
  public var contextRange: Range<Int>
  public var fixes: [Fix]
  public var related: [Related]
  /// Rule, message arguments, excerpt, heading and ordinal among equals, hashed; it survives edits
  /// elsewhere in the paper.
  public var fingerprint: String
  /// Set aside by a suppression; nil: it is not.
  public var suppressed: Suppressed?
  /// Against a baseline; nil: none was compared.
  public var baseline: BaselineState?
  /// Why the rule spoke; nil unless the run was asked to explain.
  public var explanation: Explanation?
  /// The node it is about, for a rule in XPath.
  public var node: Node?

  public init(
    rule: String, severity: Severity, message: LocalizedText, basis: [Basis], location: Location,
    excerpt: String, context: String, contextRange: Range<Int>, fixes: [Fix], related: [Related],
    fingerprint: String
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.basis = basis
    self.location = location
    self.excerpt = excerpt
    self.context = context
    self.contextRange = contextRange
    self.fixes = fixes
    self.related = related
    self.fingerprint = fingerprint
  }
}
