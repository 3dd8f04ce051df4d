/// A fresh LibreOffice profile that runs no macro and fetches nothing a document points to.
enum OfficeProfile {
  static func write(in folder: TemporaryFolder) -> Bool {
    folder.makeFolder("profile") && folder.makeFolder("profile/user")
      && folder.write(
        Array(settings.utf8), to: folder.path + "/profile/user/registrymodifications.xcu")
  }

  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
    <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
    <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
    <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Writer/Content/Update">
    <prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """
}
