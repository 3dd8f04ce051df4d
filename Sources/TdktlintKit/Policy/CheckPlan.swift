import Configuration
import DataFiles
import DocumentReading
import LegalKnowledge
import RuleEngine
import TextMatching

/// How each input of a run is judged: its configuration, and with which library.
///
/// Documents whose configurations name the same rule packs and plug-ins share a library; without
/// any configuration there is one group, as the command line says.
struct CheckPlan {
  /// Inputs that share a library.
  struct Group {
    var packs: [String]
    var plugins: [PluginSetting]
    /// Numbers of the inputs, in order.
    var inputs: [Int] = []
    /// Numbers of the configurations among them, in order.
    var configurations: [Int] = []
  }

  let inputs: [Input]
  let configurations: [FoundConfiguration]
  /// By input: the number of its configuration.
  private let chosen: [Int?]
  /// In order of their first input; one at least.
  let groups: [Group]
  let current: String

  init(_ inputs: [Input], choice: ConfigurationFinder.Choice) throws {
    try self.init(inputs, choice) { finder, index in try finder.configuration(for: inputs[index]) }
  }

  /// Each dossier is one input, judged by one configuration.
  init(_ dossiers: [DossierSource], choice: ConfigurationFinder.Choice) throws {
    try self.init(dossiers.map { .file($0.path) }, choice) { finder, index in
      try finder.configuration(at: dossiers[index].folder)
    }
  }

  private init(
    _ inputs: [Input], _ choice: ConfigurationFinder.Choice,
    find: (inout ConfigurationFinder, Int) throws -> Int?
  ) throws {
    var finder = ConfigurationFinder(choice, current: Paths.current())
    chosen = try inputs.indices.map { try find(&finder, $0) }
    self.inputs = inputs
    configurations = finder.found
    current = finder.current
    var groups: [Group] = []
    for (number, index) in chosen.enumerated() {
      let configuration = index.map { finder.found[$0].configuration }
      let packs = configuration?.rulePacks.map(\.value) ?? []
      let plugins = configuration?.plugins.map(\.value) ?? []
      let place = groups.firstIndex { $0.packs == packs && $0.plugins == plugins }
      if place == nil { groups.append(Group(packs: packs, plugins: plugins)) }
      let group = place ?? groups.count - 1
      groups[group].inputs.append(number)
      if let index, !groups[group].configurations.contains(index) {
        groups[group].configurations.append(index)
      }
    }
    self.groups = groups.isEmpty ? [Group(packs: [], plugins: [])] : groups
    for found in configurations { try CheckPlan.verifyPacks(of: found.configuration) }
  }

  private static func verifyPacks(of configuration: Configuration) throws {
    for pack in configuration.rulePacks where FileSystem.kind(of: pack.value) != .folder {
      throw DataFileError(
        path: configuration.path, at: pack.position,
        message: LocalizedText(
          vi: "không có thư mục “\(pack.value)”", en: "no folder \"\(pack.value)\""))
    }
  }

  /// The configuration of an input.
  func configuration(of input: Int) -> (found: FoundConfiguration, number: Int)? {
    chosen[input].map { (configurations[$0], $0) }
  }

  /// A document's path from an absolute folder.
  func path(of document: String, from folder: String) -> String {
    if document == Input.standardInput.path { return document }
    return Paths.relative(Paths.absolute(document, from: current), to: folder)
  }

  /// The language that the configurations ask for; nil: none does.
  /// - Throws: `DataFileError` when they do not agree.
  func language() throws -> Language? {
    var first: (language: Language, path: String)?
    for configuration in configurations.map(\.configuration) {
      guard let asked = configuration.language else { continue }
      if let first, first.language != asked.value {
        throw DataFileError(
          path: configuration.path, at: asked.position,
          message: LocalizedText(
            vi:
              "“lang” khác với \(first.path), mà một báo cáo chỉ có một ngôn ngữ; hãy dùng --lang",
            en: "\"lang\" differs from \(first.path), and a report has one language; use --lang"))
      }
      first = first ?? (asked.value, configuration.path)
    }
    return first?.language
  }

  /// The strictest threshold of the configurations; nil: none sets one.
  var strictestThreshold: FailureThreshold? {
    configurations.compactMap(\.configuration.failOn).min()
  }
}
