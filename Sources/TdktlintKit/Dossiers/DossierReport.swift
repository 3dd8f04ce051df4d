import Appraisal
import Reporting
import RuleEngine

/// One dossier and what came of it.
struct DossierReport: Sendable {
  /// As given; one found in a folder is the folder's path, `/`, and its own.
  var path: String
  /// Its papers in order, those set aside and those that could not be read among them.
  var papers: [DocumentReport] = []
  /// Why it could not be opened as a whole.
  var error: InputError?
  /// Nil when no paper could be read.
  var sheet: AppraisalSheet?
  /// Those it proposes, each once.
  var persons: [ProposedPerson] = []

  init(path: String, error: InputError? = nil) {
    self.path = path
    self.error = error
  }

  /// Files that could not be read.
  var unread: Int {
    documents.count {
      if case .unreadable = $0.outcome { true } else { false }
    }
  }

  /// What the report on documents lists: the papers, or the dossier that could not be opened.
  var documents: [DocumentReport] {
    guard let error else { return papers }
    return [DocumentReport(path: path, outcome: .unreadable(error))]
  }
}
