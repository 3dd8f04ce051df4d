import TextMatching

/// A form (mẫu) of one kind of document: the achievement report of a collective, of a person, …
public struct DocumentForm: Sendable, Identifiable {
  /// The number of the form in the annex of a decree.
  public struct Sample: Sendable, Hashable {
    /// Id of an `Instrument`.
    public var instrument: String
    /// “Phụ lục I”; nil when the instrument has one annex or it is not known.
    public var annex: String?
    /// “02”
    public var number: String
    public var verified: Verification
  }

  public var id: String
  public var title: LocalizedText
  /// Phrases any of which, in the type's name, subject or text, make it this form.
  public var subjects: [String]
  public var samples: [Sample]
  /// The form's own sections, in order; empty when they are not known.
  public var sections: [DocumentKind.Section]
  public var signers: [DocumentSigner]
  /// Certainty of sections and signers.
  public var verified: Verification
}

/// Who signs a paper, besides the usual block of the issuing body.
public struct DocumentSigner: Sendable, Identifiable {
  public var id: String
  public var title: LocalizedText
  public var isRequired: Bool
  /// Phrases that name the place of this signature.
  public var phrases: [String]
}

extension LegalKnowledge {
  /// The form's number under the decree that governs on `day`; nil when it is not known.
  public func sample(of form: DocumentForm, on day: CivilDate) -> DocumentForm.Sample? {
    form.samples.first { sample in
      guard let instrument = instrument(id: sample.instrument) else { return false }
      return status(of: instrument, on: day) == .inForce
    }
  }

  /// Roles that the kind must cite, with the instruments that fill them on `day`. A role that
  /// nothing fills on that day is left out.
  public func requiredBases(
    of kind: DocumentKind, on day: CivilDate
  ) -> [(role: String, instruments: [Instrument])] {
    kind.requiredBases.compactMap { role in
      let found = governing(role: role, on: day)
      return found.isEmpty ? nil : (role, found)
    }
  }
}
