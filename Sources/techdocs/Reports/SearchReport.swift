import TechDocsModel
import TechDocsSearch

/// The results of a search, for people and for programs.
enum SearchReport {
  static func text(_ results: SearchIndex.Results, query: String) -> String {
    var lines = results.corrected.map { "Also searched for '\($0.word)' instead of '\($0.typed)'" }
    guard !results.hits.isEmpty else {
      return (lines + ["Nothing found for '\(TerminalText.escaped(query))'"]).joined(separator: "\n") + "\n"
    }
    for hit in results.hits {
      let way = ([hit.service] + hit.breadcrumbs + (hit.section.isEmpty ? [] : [hit.title])).filter { !$0.isEmpty }
      lines.append("\(hit.section.isEmpty ? hit.title : hit.section)  (\(way.joined(separator: " / ")))")
      lines.append("  \(hit.url)")
      if !hit.excerpt.isEmpty { lines.append("  \(hit.excerpt)") }
    }
    lines.append(results.total == 1 ? "1 page" : "\(results.total) pages")
    return lines.map { TerminalText.escaped($0) }.joined(separator: "\n") + "\n"
  }

  /// What is said beside the results: filters that name nothing, as in `service:nope`.
  static func notes(_ results: SearchIndex.Results, style: TerminalStyle) -> String {
    results.unknown.map { typed, meant in
      let guess = meant.map { "; did you mean '\($0)'?" } ?? ""
      return "\(style.severity(.warning, "warning:")) \(TerminalText.escaped("There is no '\(typed)'\(guess)"))\n"
    }.joined()
  }

  /// One object, one hit a line; keys in the order of the reference.
  static func json(_ results: SearchIndex.Results, query: String) -> String {
    let hits = results.hits.map { hit in
      """
      {"url":\(JSONText.quoted(hit.url)),"title":\(JSONText.quoted(hit.title)),\
      "section":\(JSONText.quoted(hit.section)),"service":\(JSONText.quoted(hit.service)),\
      "breadcrumbs":[\(hit.breadcrumbs.map(JSONText.quoted).joined(separator: ","))],"score":\(hit.score),\
      "excerpt":\(JSONText.quoted(hit.excerpt))}
      """
    }
    let corrected = results.corrected.map { "[\(JSONText.quoted($0.typed)),\(JSONText.quoted($0.word))]" }
    let unknown = results.unknown.map { "[\(JSONText.quoted($0.typed)),\($0.meant.map(JSONText.quoted) ?? "null")]" }
    return """
      {"query":\(JSONText.quoted(query)),"total":\(results.total),"corrected":[\(corrected.joined(separator: ","))],\
      "unknown":[\(unknown.joined(separator: ","))],"hits":[
      \(hits.joined(separator: ",\n"))
      ]}

      """
  }
}
