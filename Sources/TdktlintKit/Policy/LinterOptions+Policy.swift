import Configuration
import LegalKnowledge
import RuleEngine

extension Linter.Options {
  /// Findings with what suppressions and the baseline say of them.
  func marked(_ findings: [Finding]) -> [Finding] {
    guard !suppressions.isEmpty || baseline != nil else { return findings }
    return findings.map { finding in
      var finding = finding
      finding.suppressed = suppressions.first { $0.covers(finding) }.map(Finding.Suppressed.init)
      if let baseline {
        finding.baseline = baseline.baseline.state(of: finding, path: baseline.path)
      }
      return finding
    }
  }

  /// These options for a document under a configuration: what the command line says stands, except
  /// that everything to be skipped is skipped.
  /// - Parameter path: of the document, from the configuration's folder.
  func under(_ configuration: Configuration, path: String) -> Linter.Options {
    let policy = configuration.policy(for: path)
    var options = self
    options.kind = kind ?? policy.kind
    options.stage = stage ?? policy.stage
    options.asOf = asOf ?? policy.asOf
    if selection.only.isEmpty { options.selection.only = policy.selection.only }
    options.selection.skip = policy.selection.skip + selection.skip
    options.retunings = policy.retunings
    options.suppressions = configuration.suppressions.map(\.value).filter {
      !$0.isExpired(on: today) && $0.covers(path: path)
    }
    return options
  }
}
