import CSupport
import Glibc

/// This process's ends of a child's standard streams.
struct ChildStreams {
  var input: Int32
  var output: Int32
  var errors: Int32
}

enum Spawning {
  /// Starts a program in a process group of its own, with pipes for its three standard streams and
  /// no other file of ours open.
  ///
  /// The memory limit is set just after the start, from outside: posix_spawn has no such setting, a
  /// `fork` of our own would have to stay within what a signal handler may do, and lowering our own
  /// limit meanwhile would strike our other threads. A program is still being loaded at that point.
  static func start(
    _ command: ChildCommand
  ) throws(ChildStartError) -> (process: pid_t, streams: ChildStreams) {
    let pipes = try Pipes()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }

    posix_spawn_file_actions_adddup2(&actions, pipes.input.reading, 0)
    posix_spawn_file_actions_adddup2(&actions, pipes.output.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, pipes.errors.writing, 2)
    if let folder = command.folder { _ = tdkt_spawn_change_folder(&actions, folder) }
    _ = tdkt_spawn_close_from(&actions, 3)

    // We ignore SIGPIPE and threads may block signals; a child must start with the usual ones.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var process: pid_t = 0
    let environment = command.environment.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }
    let code = withCStrings([command.executable] + command.arguments) { arguments in
      withCStrings(environment) { environment in
        command.executable.contains("/")
          ? posix_spawn(
            &process, command.executable, &actions, &attributes, arguments, environment)
          : posix_spawnp(
            &process, command.executable, &actions, &attributes, arguments, environment)
      }
    }
    pipes.closeChildEnds()
    guard code == 0 else {
      pipes.closeOurEnds()
      throw ChildStartError(code: code)
    }
    _ = tdkt_limit_process(process, UInt64(max(0, command.limits.memoryBytes ?? 0)))
    return (process, pipes.ours)
  }

  /// A list of C strings that ends with a null pointer.
  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }

  private struct Pipes {
    struct Pipe {
      var reading: Int32
      var writing: Int32
    }
    let input: Pipe
    let output: Pipe
    let errors: Pipe

    init() throws(ChildStartError) {
      var made: [Pipe] = []
      for _ in 0..<3 {
        var ends: [Int32] = [-1, -1]
        guard tdkt_pipe(&ends) else {
          let code = errno
          for pipe in made {
            close(pipe.reading)
            close(pipe.writing)
          }
          throw ChildStartError(code: code)
        }
        made.append(Pipe(reading: ends[0], writing: ends[1]))
      }
      (input, output, errors) = (made[0], made[1], made[2])
      // Only our ends: a program expects to wait when it reads and writes.
      for end in [input.writing, output.reading, errors.reading] {
        _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      }
    }

    var ours: ChildStreams {
      ChildStreams(input: input.writing, output: output.reading, errors: errors.reading)
    }

    func closeChildEnds() {
      for end in [input.reading, output.writing, errors.writing] { close(end) }
    }

    func closeOurEnds() {
      for end in [input.writing, output.reading, errors.reading] { close(end) }
    }
  }
}
