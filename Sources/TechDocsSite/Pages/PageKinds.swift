/// Every kind of generated page, in the order in which they are planned: the first claim of an address holds.
package let allPageKinds: [any PageKind] = [
  PortalHome(), EntityPages(), CatalogLists(), CatalogAPI(), ExplainPages(), ExplainAPI(), PlatformPages(),
  SearchPage(), RedirectPages(),
]
