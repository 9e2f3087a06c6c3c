package import Foundation

/// A real browser for tests: pages are opened in it, clicked, typed into and asked.
package actor Browser {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  private let process: BrowserProcess
  private var waiting: [Int: CheckedContinuation<Data, any Error>] = [:]
  private var count = 0

  /// nil where no Chromium is installed: say `Browser.skipped` and return.
  package init?() {
    guard let process = BrowserProcess() else { return nil }
    self.process = process
    let messages = process.messages
    Task { [weak self] in
      for await message in messages { await self?.take(message) }
      await self?.end()
    }
  }

  /// What a test says that cannot run.
  package static func skip(_ test: String = #function) { print("skipped: \(test) needs Chromium") }

  /// A new page of the given size, as a reader with these preferences has it.
  package func page(
    width: Int = 1280, height: Int = 800, isDark: Bool = false, hasScripts: Bool = true
  ) async throws -> BrowserPage {
    let target = try await call("Target.createTarget", ["url": "about:blank"])
    guard let id = target["targetId"] as? String else { throw Failure(description: "no page: \(target)") }
    let attached = try await call("Target.attachToTarget", ["targetId": id, "flatten": true])
    guard let session = attached["sessionId"] as? String else { throw Failure(description: "no session: \(attached)") }
    let page = BrowserPage(browser: self, session: session)
    try await page.prepare(width: width, height: height, isDark: isDark, hasScripts: hasScripts)
    return page
  }

  /// Lets pages do what a reader would be asked for, as in `clipboardReadWrite`.
  package nonisolated func grant(_ permissions: String...) async throws {
    _ = try await call("Browser.grantPermissions", ["permissions": permissions])
  }

  /// Sends a command and waits for its answer's `result`.
  nonisolated func call(_ method: String, _ parameters: [String: any Sendable] = [:], session: String? = nil)
    async throws
    -> [String: Any]
  {
    let answer = try await answer(to: method, parameters, session: session)
    let object = try JSONSerialization.jsonObject(with: answer) as? [String: Any] ?? [:]
    if let error = object["error"] { throw Failure(description: "\(method): \(error)") }
    return object["result"] as? [String: Any] ?? [:]
  }

  private func answer(to method: String, _ parameters: [String: any Sendable], session: String?) async throws -> Data {
    count += 1
    let id = count
    var message: [String: any Sendable] = ["id": id, "method": method, "params": parameters]
    message["sessionId"] = session
    let data = try JSONSerialization.data(withJSONObject: message)
    let timeout = Task {
      try await Task.sleep(for: .seconds(300))
      fail(id, "\(method) had no answer for 300 s")
    }
    defer { timeout.cancel() }
    return try await withCheckedThrowingContinuation { continuation in
      waiting[id] = continuation
      process.send(data)
    }
  }

  private func take(_ message: Data) {
    guard let object = try? JSONSerialization.jsonObject(with: message) as? [String: Any],
      let id = object["id"] as? Int
    else { return }
    waiting.removeValue(forKey: id)?.resume(returning: message)
  }

  private func fail(_ id: Int, _ reason: String) {
    waiting.removeValue(forKey: id)?.resume(throwing: Failure(description: reason))
  }

  private func end() { for id in waiting.keys { fail(id, "the browser has ended") } }
}
