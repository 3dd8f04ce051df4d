import Citations
import Consistency
import Deadlines
import RuleEngine
import Structure

/// The rule modules compiled into the program, one for each file of `Rules/modules`.
public let builtInModules: [any RuleModule] = [
  CitationsModule(), ConsistencyModule(), DeadlinesModule(), StructureModule(),
]
