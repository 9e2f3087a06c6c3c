extension Language {
  static let jinja = Language(
    "Jinja and Django templates",
    ["django", "jinja", "jinja2", "j2", "twig", "nunjucks", "liquid", "handlebars", "mustache"]
  ) { TemplateLexer(outer: nil).lex(&$0) }

  static let htmlJinja = Language("HTML with Jinja", ["html+django", "html+jinja", "htmldjango"]) {
    TemplateLexer(outer: .html).lex(&$0)
  }

  static let yamlJinja = Language("YAML with Jinja", ["yaml+jinja", "salt", "sls", "ansible"]) {
    TemplateLexer(outer: .yaml).lex(&$0)
  }

  static let goTemplate = Language(
    "Go template", ["gotemplate", "go-template", "gotmpl", "go-html-template", "helm", "tpl"]
  ) {
    TemplateLexer(outer: nil).lex(&$0)
  }
}
