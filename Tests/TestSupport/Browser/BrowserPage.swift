package import Foundation

/// One page in a browser.
package struct BrowserPage: Sendable {
  let browser: Browser
  let session: String

  func prepare(width: Int, height: Int, isDark: Bool, hasScripts: Bool) async throws {
    try await send("Page.enable")
    try await send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
    try await send(
      "Emulation.setEmulatedMedia",
      [
        // Without motion: clicks made while one page fades into the next are lost.
        "features": [
          ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"],
          ["name": "prefers-reduced-motion", "value": "reduce"],
        ]
      ])
    if !hasScripts { try await send("Emulation.setScriptExecutionDisabled", ["value": true]) }
  }

  /// Opens an address and waits until the document is loaded.
  package func open(_ url: URL) async throws {
    try await send("Page.navigate", ["url": url.absoluteString])
    try await wait(for: "location.href === \(Self.quoted(url.absoluteString)) && document.readyState === 'complete'")
  }

  /// The value of an expression, which may be a promise, as JSON has it: text, number, truth, array, or nil.
  package func evaluate<Value: Sendable>(_ expression: String, as type: Value.Type = Value.self) async throws -> Value {
    let value = try await value(of: expression)
    guard let typed = value as? Value else {
      throw Browser.Failure(description: "'\(expression)' is \(value ?? "nothing"), not a \(type)")
    }
    return typed
  }

  /// Waits until an expression is true; for at most `seconds`.
  package func wait(for expression: String, seconds: Double = 20) async throws {
    var patience = Patience(.seconds(seconds))
    while patience.lasts() {
      // A page that is just being replaced cannot be asked.
      if (try? await value(of: expression)) as? Bool == true { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw Browser.Failure(description: "waited for \(seconds) s: \(expression)")
  }

  /// Clicks the middle of the first element that a selector finds, as a mouse does.
  package func click(_ selector: String) async throws {
    let place: [Double] = try await evaluate(
      """
      (() => { const e = document.querySelector(\(Self.quoted(selector))); e.scrollIntoView({block: 'center'});
      const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()
      """)
    for kind in ["mousePressed", "mouseReleased"] {
      try await send(
        "Input.dispatchMouseEvent",
        ["type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1])
    }
  }

  /// Presses and lets go a key: `Tab`, `Enter`, `Escape`, `ArrowDown`, or one character.
  package func press(_ key: String, shift: Bool = false) async throws {
    let codes = [
      "Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowUp": 38,
      "ArrowRight": 39, "ArrowDown": 40,
    ]
    var event: [String: any Sendable] = [
      "key": key, "code": key, "windowsVirtualKeyCode": codes[key] ?? 0, "modifiers": shift ? 8 : 0,
    ]
    if let text = key == "Enter" ? "\r" : key.count == 1 ? key : nil { event["text"] = text }
    event["type"] = event["text"] == nil ? "rawKeyDown" : "keyDown"
    try await send("Input.dispatchKeyEvent", event)
    try await send("Input.dispatchKeyEvent", ["type": "keyUp", "key": key, "code": key])
  }

  /// Types a text where the focus is.
  package func type(_ text: String) async throws { try await send("Input.insertText", ["text": text]) }

  private func value(of expression: String) async throws -> Any? {
    let answer = try await browser.call(
      "Runtime.evaluate", ["expression": expression, "awaitPromise": true, "returnByValue": true], session: session)
    if let fault = answer["exceptionDetails"] { throw Browser.Failure(description: "'\(expression)': \(fault)") }
    return (answer["result"] as? [String: Any])?["value"]
  }

  private func send(_ method: String, _ parameters: [String: any Sendable] = [:]) async throws {
    _ = try await browser.call(method, parameters, session: session)
  }

  /// A JavaScript string literal.
  private static func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
  }
}
