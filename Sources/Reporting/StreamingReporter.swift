/// Writes a report in pieces, while the documents are checked: a run of any length takes the memory of
/// a short one. The pieces joined are the report.
public protocol StreamingReporter {
  /// What stands before the first document.
  mutating func start() -> String
  /// What is said of a document, in the order of the inputs.
  mutating func piece(_ document: DocumentReport) -> String
  /// What stands after the last document.
  mutating func end(_ conclusion: Report.Conclusion) -> String
}

extension StreamingReporter {
  /// All pieces of a report that is there as a whole.
  mutating func whole(_ report: Report) -> String {
    var text = start()
    for document in report.documents { text += piece(document) }
    text += end(report.conclusion)
    return text
  }
}
