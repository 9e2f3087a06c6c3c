/// One field of a request's head.
package struct HTTPHeader: Sendable, Hashable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A request as it goes over the wire.
package struct HTTPRequest: Sendable, Hashable {
  package var method: String
  /// Absolute and percent-encoded.
  package var url: String
  package var headers: [HTTPHeader]
  package var body: [UInt8]
  /// Seconds for the whole exchange; nil waits as long as bytes come.
  package var timeout: Int?
  /// Whether `http_proxy` and its like count; addresses inside a machine never go through one.
  package var mayUseProxy = true
  /// The proxy to use instead of those.
  package var proxy: String?

  package init(
    method: String = "GET", url: String, headers: [HTTPHeader] = [], body: [UInt8] = [], timeout: Int? = nil,
    mayUseProxy: Bool = true
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.mayUseProxy = mayUseProxy
  }
}

/// A whole answer.
package struct HTTPResponse: Sendable, Hashable {
  package let status: Int
  /// In the order of arrival, names in lower case.
  package let headers: [HTTPHeader]
  package let body: [UInt8]

  package init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The last field of this name (lower case); nil when there is none.
  package subscript(_ name: String) -> String? { headers.last { $0.name == name }?.value }

  package var text: String { String(decoding: body, as: UTF8.self) }
}

/// Why no whole answer came.
package struct TransferFailure: Error, Sendable, Hashable {
  package let message: String
  /// Whether another try may go through; a certificate that is not trusted stays so.
  package let isTransient: Bool
}
