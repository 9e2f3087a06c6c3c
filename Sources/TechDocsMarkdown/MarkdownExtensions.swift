/// Extensions that open blocks, in the order in which a line is offered to them.
let allBlockExtensions: [any BlockExtension] = [
  Admonition(), Details(), Tabbed(),
  Admonition(syntax: .slashes), Details(syntax: .slashes), Tabbed(syntax: .slashes),
  HTMLBlock(), Caption(), Definitions(),
]

/// Every extension by name, in the order of the reference page.
package let allMarkdownExtensions: [any MarkdownExtension] = allBlockExtensions
