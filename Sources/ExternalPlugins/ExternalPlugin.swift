import ChildProcess
import Configuration
import JSONReading
import Parallelism
import RuleEngine
import TextMatching

/// One plug-in of a run: started once, asked about one document at a time, given up at its first
/// fault.
final class ExternalPlugin: Sendable {
  let setting: PluginSetting

  private struct State {
    var child: ChildProcess?
    var greeting: Greeting?
    /// Its answer to the greeting, as it came.
    var declaration: [UInt8] = []
    /// Documents it has been asked about.
    var asked = 0
    var failure: PluginFailure?
  }
  private let state = Guarded(State())

  init(_ setting: PluginSetting) { self.setting = setting }

  /// As shown to people.
  var commandLine: String { setting.command.joined(separator: " ") }

  var failure: PluginFailure? { state.withLock { $0.failure } }
  var declaration: [UInt8] { state.withLock { $0.declaration } }

  /// Starts the program and leaves it to make itself ready.
  func start() {
    state.withLock { state in
      guard state.child == nil, state.failure == nil else { return }
      let memory = setting.memoryMegabytes ?? PluginProtocol.memoryMegabytes
      let command = ChildCommand(
        setting.command.first ?? "", Array(setting.command.dropFirst()),
        limits: ChildCommand.Limits(
          memoryBytes: memory << 20, outputBytes: PluginProtocol.lineBytes))
      do throws(ChildStartError) {
        state.child = try ChildProcess(command)
      } catch {
        giveUp(&state, .noStart(code: error.code), path: nil)
      }
    }
  }

  /// Greets it.
  /// - Returns: what it declares; nil when it failed.
  func greet(_ hello: [UInt8], terms: Greeting.Terms) -> Greeting? {
    state.withLock { state in
      attempt(&state, path: nil) { (state: inout State) throws(PluginFault) in
        let seconds = setting.timeSeconds ?? PluginProtocol.greetingSeconds
        let node = try converse(&state, hello, seconds: seconds) {
          state, line in state.declaration = line
        }
        let message = try ExternalPlugin.message(node, named: "hello")
        let greeting = try Greeting(message, terms: terms)
        state.greeting = greeting
        return greeting
      }
    }
  }

  /// What it sees in a document; nothing once it has failed.
  /// - Parameter rules: full ids of the rules that are wanted, of whatever plug-in.
  func observations(_ question: PluginQuestion, rules: Set<String>) -> [ExternalObservation] {
    state.withLock { state -> [ExternalObservation] in
      guard let greeting = state.greeting, state.failure == nil else { return [] }
      let wanted = greeting.rules.filter { rules.contains($0.rule.id) }.map(\.name)
      guard !wanted.isEmpty else { return [] }
      let seconds = setting.timeSeconds ?? PluginProtocol.answerSeconds
      let answer = attempt(&state, path: question.path) {
        (state: inout State) throws(PluginFault) in
        state.asked += 1
        let request = Request.check(question, number: state.asked, rules: wanted)
        let node = try converse(&state, request, seconds: seconds) { _, _ in }
        let message = try ExternalPlugin.message(node, named: "result")
        return try Answer(
          message, number: state.asked, document: question.document, rules: greeting.rules)
      }
      return answer?.observations ?? []
    }
  }

  /// Says farewell and ends the program.
  func finish() {
    state.withLock { state in
      guard let child = state.child else { return }
      if state.failure == nil {
        child.finish(
          Request.shutdown, within: .seconds(PluginProtocol.farewellSeconds))
      }
      state.child = nil
    }
  }

  // MARK: Conversation

  /// Does something that may go wrong; then the plug-in is given up.
  private func attempt<Result>(
    _ state: inout State, path: String?,
    _ body: (inout State) throws(PluginFault) -> Result
  ) -> Result? {
    guard state.failure == nil else { return nil }
    do throws(PluginFault) {
      return try body(&state)
    } catch {
      giveUp(&state, error, path: path)
      return nil
    }
  }

  private func giveUp(_ state: inout State, _ fault: PluginFault, path: String?) {
    state.child?.kill()
    state.failure = PluginFailure(
      command: setting.command, id: state.greeting?.id, path: path, fault: fault,
      errorTail: state.child?.errorTail ?? [])
    state.child = nil
  }

  private func converse(
    _ state: inout State, _ request: [UInt8], seconds: Int,
    _ keep: (inout State, [UInt8]) -> Void
  ) throws(PluginFault) -> JSONNode {
    guard let child = state.child else { throw .ended(.exited(0)) }
    switch child.exchange(request, goal: .line, deadline: .now + .seconds(seconds)) {
    case .done: break
    case .timedOut: throw .slow(seconds: seconds)
    case .tooMuchOutput: throw .tooMuchOutput
    case .ended(let end): throw .ended(end)
    }
    guard let line = child.takeLine() else { throw .ended(.exited(0)) }
    keep(&state, line)
    return try ExternalPlugin.node(of: line)
  }

  static func node(of line: [UInt8]) throws(PluginFault) -> JSONNode {
    do throws(JSONError) {
      return try JSONNode(
        parsing: line, limits: JSONLimits(bytes: PluginProtocol.lineBytes, depth: 16))
    } catch {
      throw .notJSON(error.message, column: error.position.column)
    }
  }

  /// The content of a message, whose single member is its name. Instead of any message a plug-in may
  /// send `{"error": "…"}`.
  static func message(
    _ node: JSONNode, named name: String
  ) throws(PluginFault) -> JSONNode {
    guard let members = node.object else {
      throw .malformed(
        path: name, why: LocalizedText(vi: "phải là một đối tượng", en: "must be an object"))
    }
    if members.count == 1, let member = members.first {
      if member.name == name { return member.value }
      if member.name == "error", let words = member.value.string { throw .reported(words) }
    }
    throw .malformed(
      path: members.first?.name ?? name,
      why: LocalizedText(
        vi: "ở đây phải là đúng một thành viên “\(name)” (hoặc “error”)",
        en: "here must be the single member \"\(name)\" (or \"error\")"))
  }
}
