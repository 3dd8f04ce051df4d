import CorpusSupport
import Glibc

/// `gained-lost`: every disagreement between program and appraisers, exit 1 if there is one.
/// `precision`: how far they agree, by module. A folder of other papers may follow.
func report(_ arguments: [String]) {
  do {
    let corpus = try arguments.dropFirst().first.map { try Corpus(folder: $0) } ?? Corpus()
    let comparisons = try corpus.appraisals.map(corpus.compare)
    switch arguments.first {
    case "gained-lost":
      let lines = comparisons.flatMap(\.report)
      for line in lines { print(line) }
      print("\(comparisons.count) papers, \(comparisons.count { !$0.agrees }) disagree")
      exit(lines.isEmpty ? 0 : 1)
    case "precision":
      let precision = Precision(comparisons, rules: corpus.library.rules.rules.map(\.id))
      let clean = corpus.appraisals.count(where: \.isClean)
      print("\(comparisons.count) papers, \(clean) of them clean")
      for line in precision.report { print(line) }
      print(
        precision.silentRules.isEmpty
          ? "Every rule has a true finding."
          : "Rules without a true finding:\n  "
            + precision.silentRules.joined(separator: "\n  "))
    default:
      print("usage: CorpusReport gained-lost | precision [FOLDER]")
      exit(2)
    }
  } catch {
    print(error)
    exit(2)
  }
}
