import Glibc

/// A program to run, and what it may use.
public struct ChildCommand: Sendable {
  /// A path when it holds a slash; else a name looked up in `PATH`.
  public var executable: String
  /// Without the program's name.
  public var arguments: [String]
  /// Working folder; nil: this process's.
  public var folder: String?
  /// The whole environment of the child.
  public var environment: [String: String]
  public var limits: Limits

  public struct Limits: Sendable {
    /// Address space of the child and of each process it starts; nil: unbounded.
    public var memoryBytes: Int?
    /// Bytes of standard output that may wait unread.
    public var outputBytes: Int
    /// Bytes of standard error that are kept: the last ones.
    public var errorTailBytes: Int

    public init(
      memoryBytes: Int? = nil, outputBytes: Int = 64 << 20, errorTailBytes: Int = 4_096
    ) {
      self.memoryBytes = memoryBytes
      self.outputBytes = outputBytes
      self.errorTailBytes = errorTailBytes
    }
  }

  public init(
    _ executable: String, _ arguments: [String] = [], folder: String? = nil,
    environment: [String: String] = ChildCommand.reducedEnvironment, limits: Limits = Limits()
  ) {
    self.executable = executable
    self.arguments = arguments
    self.folder = folder
    self.environment = environment
    self.limits = limits
  }

  /// What a program needs to find its files and speak the right language; nothing else, because the
  /// environment of a CI job holds its secrets.
  public static var reducedEnvironment: [String: String] {
    let names = [
      "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TZ", "LANG", "LC_ALL", "LC_CTYPE",
    ]
    var kept: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { kept[name] = String(cString: value) }
    }
    return kept
  }
}

/// Why a program could not be started.
public struct ChildStartError: Error, Sendable, Equatable {
  /// `errno`: ENOENT (no such program, or its interpreter is missing), EACCES, ENOEXEC, EAGAIN …
  public var code: Int32

  public init(code: Int32) { self.code = code }

  /// The system's words, in English.
  public var reason: String { String(cString: strerror(code)) }
}

/// How a program came to its end.
public enum ChildEnd: Sendable, Equatable {
  case exited(Int32)
  /// By a signal, for example 9 (SIGKILL) or 11 (SIGSEGV).
  case killed(Int32)
}
