import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A proposal that names nobody: alone, when it points to no list; in a dossier, when no paper
  /// lists anybody.
  static let missingList: NativeCheck = {
    var check = NativeCheck(name: "missing-list", cases: ["dossier"]) { context in
      guard
        let place = NamelessProposal.place(
          in: context.document, context.register, context.finder.awards),
        !NamelessProposal.pointsToList(context.document)
      else { return [] }
      return [Observation(at: place)]
    }
    check.across = { context in
      let papers = context.dossier.papers
      // Minutes name those voted on: what is missing then is a list of those proposed.
      let lists: Set<Dossier.Role> = [.list, .proposal, .decision, .other, .unrecognised]
      guard !papers.contains(where: { lists.contains($0.role) && !$0.register.nominees.isEmpty })
      else { return [] }
      let awards = AwardFinder(law: context.law)
      return context.dossier.papers(.proposal).compactMap { index in
        NamelessProposal.place(in: papers[index].document, papers[index].register, awards).map {
          DossierObservation(in: index, Observation(at: $0, case: "dossier"))
        }
      }
    }
    return check
  }()
}

/// A proposal for awards without names.
private enum NamelessProposal {
  private static let list = Pattern(
    known:
      #"(?<!\p{L})(?:danh\s+sách|phụ\s+lục|biểu|bảng|kèm\s+theo|đính\s+kèm|gửi\s+kèm)(?!\p{L})"#,
    options: .caseless)
  /// “cho Trường Tiểu học …”, “cho ông …”: somebody is named in the sentence.
  private static let naming = Pattern(
    known:
      #"(?<!\p{L})(?:cho|đối\s+với)\s+(?:(?:tập\s+thể|cá\s+nhân|hộ\s+gia\s+đình|ông|bà|đồng\s+chí|đ/c|anh|chị|hộ)\s+)*\p{Lu}"#
  )

  /// Where it says what it proposes; nil for a paper that names somebody or proposes nothing.
  static func place(
    in document: RecognisedDocument, _ register: NomineeRegister, _ awards: AwardFinder
  ) -> TextSpan? {
    guard register.nominees.isEmpty, AwardPaper.isAboutAwards(document) else { return nil }
    let day = document.date.earliest
    var first: TextSpan?
    let body = document.components.body.clamped(to: 0..<document.blocks.count)
    for block in body {
      let text = document.blocks[block].text
      for mention in awards.mentions(in: text, block: block, on: day)
      where AwardPaper.proposes(text, before: mention.span.utf8.lowerBound) {
        if naming.firstMatch(in: text, from: mention.span.utf8.upperBound) != nil { return nil }
        first = first ?? mention.span
      }
    }
    return register.counts.first?.span ?? first
  }

  static func pointsToList(_ document: RecognisedDocument) -> Bool {
    !document.components.annexes.isEmpty
      || document.components.body.clamped(to: 0..<document.blocks.count).contains {
        list.matches(document.blocks[$0].text)
      }
  }
}
