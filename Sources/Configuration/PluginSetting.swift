/// An external plug-in as a configuration or the command line names it.
public struct PluginSetting: Sendable, Hashable {
  /// The executable, then its arguments; never empty. The executable has a path already resolved
  /// against the configuration's folder, or a bare name to be found in `PATH`.
  public var command: [String]
  /// Wall-clock time one answer may take; nil: the host's default.
  public var timeSeconds: Int?
  /// Memory the process may take; nil: the host's default.
  public var memoryMegabytes: Int?

  public init(command: [String], timeSeconds: Int? = nil, memoryMegabytes: Int? = nil) {
    self.command = command
    self.timeSeconds = timeSeconds
    self.memoryMegabytes = memoryMegabytes
  }
}
