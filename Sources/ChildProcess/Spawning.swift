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
  /// no other file of ours open. Its limits hold from its first instruction.
  static func start(
    _ command: ChildCommand
  ) throws(ChildStartError) -> (process: pid_t, streams: ChildStreams) {
    let pipes = try Pipes()
    let environment = command.environment.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }
    var process: pid_t = 0
    let code = withCStrings([command.executable] + command.arguments) { arguments in
      withCStrings(environment) { environment in
        withCStrings([command.folder].compactMap(\.self)) { folder in
          arguments.withUnsafeBufferPointer { arguments in
            environment.withUnsafeBufferPointer { environment in
              var child = tdkt_child(
                file: arguments.first.flatMap { UnsafePointer($0) },
                arguments: arguments.baseAddress, environment: environment.baseAddress,
                folder: folder.first.flatMap { UnsafePointer($0) },
                streams: (pipes.input.reading, pipes.output.writing, pipes.errors.writing),
                memory: UInt64(max(0, command.limits.memoryBytes ?? 0)))
              return tdkt_spawn(&child, &process)
            }
          }
        }
      }
    }
    pipes.closeChildEnds()
    guard code == 0 else {
      pipes.closeOurEnds()
      throw ChildStartError(code: code)
    }
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
