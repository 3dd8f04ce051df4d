import TdktlintKit

runCommandLine()
