import TextMatching

/// The components of a paper (Decree 30/2020, Điều 8.2 and 8.3).
public enum ComponentID: String, Sendable, CaseIterable {
  case nationalTitle = "national-title"
  case issuingBody = "issuing-body"
  case numberSymbol = "number-symbol"
  case placeDate = "place-date"
  case typeName = "type-name"
  case subject
  case addressee
  case legalBasis = "legal-basis"
  case recipients
  case signature
}

/// A kind of document: how it is recognised and what it must hold. One file of `Rules/kinds` each.
public struct DocumentKind: Sendable, Identifiable {
  public enum Need: String, Sendable, CaseIterable {
    case required
    case optional
    /// Must not be there (“Kính gửi” on a plan).
    case forbidden
  }

  /// A part of the body that the kind calls for.
  public struct Section: Sendable, Identifiable {
    public var id: String
    public var title: LocalizedText
    public var isRequired: Bool
    /// Usual place among the kind's sections, from 1; equal numbers may stand in any order.
    public var order: Int
    /// Phrases any of which names this section in a heading; compared by `Folding.key` as whole
    /// words anywhere in the heading.
    public var headings: [String]
    /// Phrases any of which in running text shows that the content is there although it has no
    /// heading of its own.
    public var prose: [String]
    /// Nil for the kind's ordinary sections. `movement` and `movement-follow-up` are the contents
    /// of a named emulation movement: they are looked for only in papers that launch one.
    public var group: String?

    public init(
      id: String, title: LocalizedText, isRequired: Bool, order: Int, headings: [String],
      prose: [String], group: String? = nil
    ) {
      self.id = id
      self.title = title
      self.isRequired = isRequired
      self.order = order
      self.headings = headings
      self.prose = prose
      self.group = group
    }
  }

  /// `ke-hoach`
  public var id: String
  public var title: LocalizedText
  /// Type-name lines, any case: “Kế hoạch”. Several where offices vary.
  public var typeNames: [String]
  /// Type codes in the symbol: `KH`.
  public var codes: [String]
  /// Phrases any of which, after the type's name, makes it this kind rather than another with the
  /// same type name; empty when the name decides.
  public var subjects: [String]
  public var needs: [ComponentID: Need]
  public var sections: [Section]
  /// Roles of instruments (see `Instrument.role`) the kind must cite as its basis.
  public var requiredBases: [String]
  /// The forms of this kind; empty when it has one shape.
  public var forms: [DocumentForm]
  /// Who signs, where the kind asks for more than the usual block; a form may name its own.
  public var signers: [DocumentSigner]

  public init(
    id: String, title: LocalizedText, typeNames: [String], codes: [String], subjects: [String],
    needs: [ComponentID: Need], sections: [Section], requiredBases: [String],
    forms: [DocumentForm] = [], signers: [DocumentSigner] = []
  ) {
    self.id = id
    self.title = title
    self.typeNames = typeNames
    self.codes = codes
    self.subjects = subjects
    self.needs = needs
    self.sections = sections
    self.requiredBases = requiredBases
    self.forms = forms
    self.signers = signers
  }

  /// The ordinary sections, or those of a group (see `Section.group`), in the order of the file.
  public func sections(in group: String?) -> [Section] { sections.filter { $0.group == group } }

  public func need(_ component: ComponentID) -> Need { needs[component] ?? .optional }
}
