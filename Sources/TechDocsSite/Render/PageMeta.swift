import TechDocsModel

extension PageParts {
  /// When the page was changed, by which commit, who is responsible, where to edit it and report a problem.
  func putMeta(into html: inout HTMLBuffer) {
    let start = html.count
    html.put("<aside class=\"md-source-file\" aria-label=\"")
    html.putEscaped(words["about"] ?? "About")
    html.put("\">\n")
    let empty = html.count
    putEntity(into: &html)
    putChange(into: &html)
    putOwner(into: &html)
    if let lifecycle = facts.lifecycle {
      begin("lifecycle", into: &html)
      html.putEscaped(lifecycle)
      html.put("</span>\n")
    }
    if let url = editURL {
      fact(link: url, words["edit"] ?? "Edit this page", into: &html)
    }
    if let url = facts.reportURL(of: portal.titles[page]) {
      fact(link: url, words["report"] ?? "Report a problem", into: &html)
    }
    guard html.count > empty else { return html.truncate(to: start) }
    html.put("</aside>\n")
  }

  private func putEntity(into html: inout HTMLBuffer) {
    guard let entity = facts.entity else { return }
    begin(entity.kind, into: &html)
    html.put("<a href=\"")
    html.putEscaped(root + entity.address)
    html.put("\">")
    html.putEscaped(entity.name)
    html.put("</a></span>\n")
  }

  private func putChange(into html: inout HTMLBuffer) {
    guard let change = docSite.history?.change(of: portal.portal.pages[page]) else { return }
    begin("lastChanged", into: &html)
    html.put("<time datetime=\"\(change.day)\">\(change.day)</time></span>\n")
    begin("commit", into: &html)
    let name = change.commit.prefix(10)
    if let url = facts.commitURL(of: change.commit) {
      html.put("<a href=\"")
      html.putEscaped(url)
      html.put("\"><code>\(name)</code></a></span>\n")
    } else {
      html.put("<code>\(name)</code></span>\n")
    }
  }

  private func putOwner(into html: inout HTMLBuffer) {
    guard let owner = facts.owner else { return }
    begin("owner", into: &html)
    if let address = owner.address {
      html.put("<a href=\"")
      html.putEscaped(root + address)
      html.put("\">")
      html.putEscaped(owner.name)
      html.put("</a></span>\n")
    } else {
      html.putEscaped(owner.name)
      html.put("</span>\n")
    }
  }

  /// `<span>Owner: `, in the page's language.
  func begin(_ word: String, into html: inout HTMLBuffer) {
    html.put("<span class=\"md-source-file__fact\">")
    html.putEscaped(words[word] ?? word)
    html.put(": ")
  }

  private func fact(link: String, _ text: String, into html: inout HTMLBuffer) {
    html.put("<span class=\"md-source-file__fact\"><a href=\"")
    html.putEscaped(link)
    html.put("\">")
    html.putEscaped(text)
    html.put("</a></span>\n")
  }
}
