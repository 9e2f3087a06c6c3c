extension Language {
  static let html = Language("HTML", ["html", "htm", "xhtml", "vue", "svelte"]) { MarkupLexer(isXML: false).lex(&$0) }
  static let xml = Language(
    "XML", ["xml", "svg", "xsd", "xsl", "xslt", "pom", "plist", "rss", "wsdl", "atom"]
  ) { MarkupLexer(isXML: true).lex(&$0) }
}
