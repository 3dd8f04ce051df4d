/// An edXML packet of QCVN 102:2016, or of the SOAP form before it, with files attached.
public struct PacketFixture {
  public var number = "12"
  public var notation = "KH-UBND"
  public var date = "2024/01/15"
  public var subject = "Công tác thi đua, khen thưởng năm 2024"
  public var issuer = "UBND xã Tân Việt"
  /// Elements of the standard carry its prefix, or only the outermost ones do: senders differ.
  public var isPrefixed = true
  public var isSOAP = false
  public var attachments: [(name: String, bytes: [UInt8])] = []
  public var prolog = ""

  public init(_ attachments: [(name: String, bytes: [UInt8])]) { self.attachments = attachments }

  private static let namespace = "http://www.mic.gov.vn/TBT/QCVN_102_2016"

  public var bytes: [UInt8] { Array((prolog + (isSOAP ? soap : envelope)).utf8) }

  private var envelope: String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <edXML xmlns="\(PacketFixture.namespace)" xmlns:edXML="\(PacketFixture.namespace)">
    <edXML:edXMLEnvelope><edXML:edXMLHeader>\(message)</edXML:edXMLHeader>
    <edXML:edXMLBody><edXML:edXMLManifest version="1.0"/></edXML:edXMLBody></edXML:edXMLEnvelope>
    \(attached)</edXML>
    """
  }

  private var soap: String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <soap-env:Envelope xmlns:soap-env="http://schemas.xmlsoap.org/soap/envelope/" \
    xmlns:edXML="http://www.mic.gov.vn/TBT/edXML"><soap-env:Header>\(message)</soap-env:Header>
    <soap-env:Body><edXML:Manifest/></soap-env:Body>\(attached)</soap-env:Envelope>
    """
  }

  private func element(_ name: String, _ content: String) -> String {
    let name = isPrefixed ? "edXML:\(name)" : name
    return "<\(name)>\(content)</\(name)>"
  }

  private var message: String {
    let day = element(isSOAP ? "Date" : "PromulgationDate", date)
    return "<edXML:MessageHeader>"
      + element("From", element("OrganId", "H37.02.02") + element("OrganName", issuer))
      + element("Code", element("CodeNumber", number) + element("CodeNotation", notation))
      + element("PromulgationInfo", element("Place", "Tân Việt") + day)
      + element("Subject", subject) + "</edXML:MessageHeader>"
  }

  private var attached: String {
    let files = attachments.map { name, bytes in
      element(
        "Attachment",
        element("AttachmentName", name) + element("ContentTransferEncoded", Base64.text(bytes)))
    }
    return element("AttachmentEncoded", files.joined())
  }
}
