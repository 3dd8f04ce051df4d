import Configuration
import DataFiles
import LegalKnowledge
import RuleEngine
import TextMatching

/// The configuration of a text, in the folder `xa/`.
func configuration(_ text: String) throws -> Configuration {
  try Configuration(parsing: Array(text.utf8), path: "xa/.tdktlint.yml", base: "xa/")
}

/// What is wrong with a text, in Vietnamese, as people see it; “” when nothing is.
func fault(_ text: String, isComplete: Bool = true, language: Language = .vi) -> String {
  do {
    try configuration(text).verify(
      rules: rules, kinds: ["ke-hoach", "to-trinh"], isComplete: isComplete)
    return ""
  } catch let error as DataFileError {
    return error.description(in: language)
  } catch {
    return "\(error)"
  }
}

func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? CivilDate(dayNumber: 0) }

/// A rule of each tier that matters here; the last one's tier differs by kind.
let rules: [Rule] = [
  rule("mau/thong-le", [Rule.SeverityCase(level: .warning)], .practice),
  rule("mau/luat", [Rule.SeverityCase(level: .error)], .law),
  rule("khac/du-kien", [Rule.SeverityCase(level: .error)], .fact),
  rule(
    "khac/hai-bac",
    [
      Rule.SeverityCase(level: .error, tier: .decree, kinds: ["quyet-dinh"]),
      Rule.SeverityCase(level: .warning),
    ], .practice),
]

private func rule(_ id: String, _ severities: [Rule.SeverityCase], _ tier: Tier) -> Rule {
  Rule(
    id: id, tier: tier, strength: .mandatory, from: nil, until: nil, severities: severities,
    kinds: [], stages: [], bases: [], title: LocalizedText(vi: id), why: LocalizedText(vi: id),
    messages: ["": LocalizedText(vi: id)], fix: nil, check: .native(module: "mau", name: id),
    examples: [], path: "Rules/modules/mau.xml", line: 1)
}
