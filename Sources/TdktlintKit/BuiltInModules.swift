import Authority
import Citations
import Recipients
import RuleEngine
import Structure

/// The rule modules compiled into the program, one for each file of `Rules/modules`.
public let builtInModules: [any RuleModule] = [
  AuthorityModule(), CitationsModule(), RecipientsModule(), StructureModule(),
]
