import TdktlintKit

runCommandLine(modules: builtInModules + [OfficeModule()])
