/// Version 1 of the protocol that `Rules/guide/plugins.md` describes: JSON Lines over the standard
/// streams of the plug-in.
enum PluginProtocol {
  /// Versions this program speaks.
  static let versions = [1]

  /// Time to answer the greeting.
  static let greetingSeconds = 10
  /// Time to answer for one document, unless the configuration says otherwise.
  static let answerSeconds = 10
  /// Time to end after the farewell.
  static let farewellSeconds = 2
  /// Address space, unless the configuration says otherwise: enough for an interpreter, too little to
  /// bring the machine down.
  static let memoryMegabytes = 1_024
  /// Longest line that is read.
  static let lineBytes = 8 << 20
  static let rules = 1_000
  static let findings = 10_000
  /// Scalars of standard error that a report repeats.
  static let errorScalars = 300
}
