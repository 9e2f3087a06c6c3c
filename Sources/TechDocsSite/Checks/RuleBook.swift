package import TechDocsModel

/// All rules, in the order of the stages that raise them; `docs/reference/rules.md` is made from them.
package enum RuleBook {
  package static let all: [RuleAbout] = earlier + allChecks.map(\.about)

  /// What a rule is about; nil for a name that no rule bears.
  package static func about(_ rule: Rule) -> RuleAbout? { all.first { $0.rule == rule } }

  /// Rules of the stages before the checks.
  private static let earlier: [RuleAbout] = [
    RuleAbout(
      "yaml-syntax", .error, what: "YAML that cannot be read",
      why: "The rest of the file counts, but what stands here is lost.",
      mend: "Check indentation, quotes and colons at the place that is named; write a key once.", stops: true),
    RuleAbout(
      "yaml-limit", .error, what: "YAML past a limit of size, depth or nodes",
      why: "It is not read; aliases of aliases can stand for more text than any machine holds.",
      mend: "Write aliases out, or split the file.", stops: true),
    RuleAbout(
      "duplicate-key", .error, what: "A key that stands twice in one mapping",
      why: "Tools differ in which of the two they read; here the last one counts.",
      mend: "Keep one of them."),
    RuleAbout(
      "front-matter", .warning, what: "A block between '---' lines that is no front matter",
      why: "It stays part of the page, and its fields do not count.",
      mend: "Mend the YAML, or put an empty line before the first '---'."),
    RuleAbout(
      "unknown-config-key", .warning, what: "A key that 'mkdocs.yml' or 'techdocs.yml' does not have",
      why: "It has no effect; most often it is mistyped.",
      mend: "Take the name that is suggested, or remove the key."),
    RuleAbout(
      "ignored-config-key", .warning, what: "A key that is known and has no effect here",
      why: "MkDocs would have changed the site by it; here it cannot.",
      mend: "Remove it, or do what the message names instead."),
    RuleAbout(
      "config-value", .error, what: "A value of the wrong kind",
      why: "The default counts in its place.",
      mend: "Write the kind of value that the message names.", stops: true),
    RuleAbout(
      "unknown-plugin", .warning, what: "A plugin that nobody knows",
      why: "Plugins of a repository are not run, so what it did is missing.",
      mend: "Take the name that is suggested, or remove the entry."),
    RuleAbout(
      "unsupported-plugin", .warning, what: "A plugin whose work is not built in",
      why: "The message says what pages lose.",
      mend: "Remove the entry once you can do without."),
    RuleAbout(
      "unknown-extension", .warning, what: "A Markdown extension that is not known",
      why: "Its syntax stays text.",
      mend: "Take the name that is suggested, or remove the entry."),
    RuleAbout(
      "unknown-code-language", .warning, what: "Code in a language that is not known",
      why: "It is shown without colours. Each name is reported once a page, where it stands first.",
      mend: "Take the name that is suggested, one of the list of code languages, or 'text'."),
    RuleAbout(
      "missing-helper", .warning, what: "A helper of 'techdocs.yml' whose program is not there",
      why: "Diagrams or formulas are shown as text.",
      mend: "Install the program, or take the line out; 'techdocs doctor' says what is found."),
    RuleAbout(
      "undrawn", .warning, what: "A diagram or formula that its helper refuses",
      why: "It is shown as text.",
      mend: "Run the helper on it to see what it says, and mend the text."),
    RuleAbout(
      "nav-entry", .error, what: "An entry of 'nav' that is no title and path",
      why: "It cannot be shown and is left out.",
      mend: "Write '- Title: path.md', or a title with a list below it.", stops: true),
    RuleAbout(
      "missing-nav-entry", .warning, what: "An entry of 'nav' whose file is not there",
      why: "Readers do not find a page that was promised.",
      mend: "Add the file, or take the entry out."),
    RuleAbout(
      "page-not-in-nav", .note, what: "A page that 'nav' does not name",
      why: "Readers reach it by links and by search only.",
      mend: "Add it to 'nav', or to 'not_in_nav'."),
    RuleAbout(
      "missing-include", .error, what: "An '!include' that names no project",
      why: "A whole part of the documentation is missing.",
      mend: "Name the 'mkdocs.yml' of a project in the same repository."),
    RuleAbout(
      "missing-source", .error, what: "A source of 'techdocs.yml' with no documentation",
      why: "The service is missing from the site.",
      mend: "Name a folder with a 'mkdocs.yml', a 'catalog-info.yaml' or a folder 'docs'."),
    RuleAbout(
      "missing-docs-dir", .error, what: "A 'docs_dir' that is not there",
      why: "The doc site cannot be built.",
      mend: "Make the folder with an 'index.md' in it, or name another.", stops: true),
    RuleAbout(
      "escaping-path", .error, what: "A path that leaves its folder",
      why: "Nothing outside a repository is read.",
      mend: "Name a folder below the one of 'mkdocs.yml'.", stops: true),
    RuleAbout(
      "unreadable-file", .error, what: "A file that may not or cannot be read",
      why: "It is missing from the site.",
      mend: "Put a regular file in its place; links must stay inside the repository.", stops: true),
    RuleAbout(
      "unpublished-file", .warning, what: "A file that is held back",
      why: "A browser would run it, or it would steer the web server.",
      mend: "Set 'trust: full' for the source if its files may run on the site."),
    RuleAbout(
      "page-too-large", .error, what: "A Markdown file past the limit",
      why: "It is not built.",
      mend: "Split the page.", stops: true),
    RuleAbout(
      "asset-too-large", .error, what: "An image or download past the limit",
      why: "It is not published, so links to it lead nowhere.",
      mend: "Host it elsewhere and link to it.", stops: true),
    RuleAbout(
      "duplicate-url", .warning, what: "Two sources for one address",
      why: "One of them is not built.",
      mend: "Rename one of the two.", stops: true),
    RuleAbout(
      "invalid-entity", .error, what: "A field of a catalog file that Backstage's rules refuse",
      why: "A Backstage drops the whole entity; here its page says what is wrong, and without a name it has none.",
      mend: "Write the field as the message says."),
    RuleAbout(
      "incomplete-entity", .warning, what: "A field of 'spec' that Backstage asks for and that is not there",
      why: "A Backstage drops the entity, and 'techdocs catalog check' refuses it; here its page lacks the field.",
      mend: "Add the field that is named."),
    RuleAbout(
      "entity-name", .error, what: "An entity whose name or namespace is none",
      why: "Addresses and references are made of them, so the entity has no place.",
      mend: "Take 1 to 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.", stops: true),
    RuleAbout(
      "unknown-kind", .warning, what: "An entity of a kind that nobody knows",
      why: "Nothing is known of its fields, so its page only lists them.",
      mend: "Take the kind or the 'apiVersion' that is suggested; switch the rule off for kinds of your own."),
    RuleAbout(
      "duplicate-entity", .error, what: "An entity that is declared twice",
      why: "The second one and its docs do not count. Names are compared without case.",
      mend: "Rename one of the two.", stops: true),
    RuleAbout(
      "missing-location", .error, what: "A target of a Location that is not there",
      why: "The entities that it should bring are missing.",
      mend: "Name a file of the same repository, relative to the file with the Location."),
    RuleAbout(
      "missing-placeholder", .error, what: "A '$text', '$json' or '$yaml' whose file is not there",
      why: "The field stays without its value.",
      mend: "Name a file of the same repository, relative to the catalog file."),
    RuleAbout(
      "docs-reference", .warning, what: "An annotation for docs that leads nowhere",
      why: "The entity's page has no link to its docs.",
      mend: "Write 'dir:' and a folder in 'backstage.io/techdocs-ref', or an entity with docs in '…/techdocs-entity'."),
    RuleAbout(
      "missing-snippet", .error, what: "A snippet whose file or section is not there",
      why: "The text is missing from the page.",
      mend: "Name a file of the same repository, from the repository's folder."),
    RuleAbout(
      "refused-snippet", .error, what: "A snippet that may not be spliced in",
      why: "It lies outside the repository, would be fetched, includes itself, or grows past the limits.",
      mend: "Name a file of the same repository, from the repository's folder.", stops: true),
    RuleAbout(
      "missing-history", .warning, what: "Commits that the dates of pages come from cannot be read",
      why: "Pages do not show when they were last changed.",
      mend: "Build in a git checkout on a machine with git, or do without 'page_dates' and its plugin."),
    RuleAbout(
      "input-guard", .warning, what: "Text that the parser would take too long for",
      why: "It is shown as plain text.",
      mend: "Make the table, the nesting or the paragraph smaller."),
    RuleAbout(
      "removed-html", .warning, what: "HTML that is removed from an untrusted source",
      why: "It would run, load or post on the site's own origin.",
      mend: "Do without, or set 'trust: full' for the source."),
    RuleAbout(
      "control-character", .warning, what: "A character in a page that no reader can see",
      why: "It was copied from a terminal, most likely, and ends words and addresses where the source shows nothing.",
      mend: "Remove it."),
    RuleAbout(
      "repeated-label", .warning, what: "A label of links that a page defines twice",
      why: "All links with this label lead to the last of its targets, also those that were written for another.",
      mend: "Give one of the definitions another label, or remove it."),
    RuleAbout(
      "unknown-icon", .warning, what: "An icon that no configured set has",
      why: "Readers see nothing in its place.",
      mend: "Take the name that is suggested, or name a folder of SVG files in 'icons' of techdocs.yml."),
    RuleAbout(
      "invalid-composite", .error, what: "A service that asks the platform for what its XRD does not allow",
      why: "A cluster would refuse it, so nothing is made of it here either.",
      mend: "Change the field that the message names; the kind's page lists what may stand there."),
    RuleAbout(
      "missing-composition", .error, what: "A service for whose kind there is no Composition",
      why: "Nobody can say what becomes of it.",
      mend: "Add the Composition, or the place where it lies to `platform: compositions` in techdocs.yml."),
    RuleAbout(
      "failing-composition", .error, what: "A Composition that fails for a service",
      why: "A cluster would make nothing of the service, and say so only in an event.",
      mend: "Mend the patch or filter at the place that is named; the message is the function's own."),
    RuleAbout(
      "left-out-resource", .warning, what: "A resource that a service does not get, because a field is missing",
      why: "A patch requires the field, so the resource is not made, and the service never gets ready.",
      mend: "Write the field, or make the patch's `policy.fromFieldPath` Optional."),
    RuleAbout(
      "unknown-function", .warning, what: "A step of a Composition whose function is not known here",
      why: "What it adds or changes is not shown; nothing is guessed.",
      mend: "Name manifests that a CI job rendered in `platform: derived: fallback`, or live without."),
    RuleAbout(
      "service-without-entity", .warning, what: "A service of the platform that belongs to no entity of the catalog",
      why: "Its page has no owner, and its entity no link to what it is made of.",
      mend: "Give the entity the service's name, or its annotation `backstage.io/kubernetes-id`."),
  ]

  /// The reference page of all rules, as Markdown.
  package static var referencePage: String {
    let table = all.map { about in
      "| [`\(about.rule)`](#\(about.rule)) | \(about.severity.rawValue) | \(about.stops ? "yes" : "") | \(about.what) |"
    }
    let sections = all.map {
      "## \($0.rule) {#\($0.rule)}\n\n\($0.what) (\($0.severity.rawValue)).\n\n\($0.why)\n\n\($0.mend)\n"
    }
    return """
      # Rules

      Every finding bears the name of its rule. `rules:` in `techdocs.yml` sets its severity or switches it off.

      An error of a rule that *stops* means that its source cannot be taken as its author meant it. When no source of a build is
      free of them, nothing is written and the site of the last build stays; `--keep-going` writes it all the same.

      | rule | severity | stops | what |
      | --- | --- | --- | --- |
      \(table.joined(separator: "\n"))

      \(sections.joined(separator: "\n"))
      """
  }
}
