import Authority
import Citations
import Consistency
import Deadlines
import Dossiers
import Nominees
import Recipients
import RuleEngine
import Structure

/// The rule modules compiled into the program, one for each file of `Rules/modules`.
public let builtInModules: [any RuleModule] = [
  AuthorityModule(), CitationsModule(), ConsistencyModule(), DeadlinesModule(),
  DossierModule(), NomineesModule(), RecipientsModule(), StructureModule(),
]
