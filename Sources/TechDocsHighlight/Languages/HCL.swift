extension Language {
  static let terraform = Language("Terraform", ["terraform", "tf", "hcl", "tfvars", "opentofu"]) { hclGrammar.lex(&$0) }

  private static let hclGrammar = Grammar(
    [
      Words(.kr, "backend data module output provider provisioner resource variable", next: .nc), Words(.kr, "locals"),
      Words(.k, "for in if else endif endfor"), Words(.no, "true false null"),
      Words(.kt, "string number bool list tuple map set object any"),
      Words(.nb, "terraform required_providers lifecycle dynamic content moved import removed check"),
      Words(
        .nf, "abs ceil floor log max min parseint pow signum chomp format formatlist indent join lower regex regexall"),
      Words(
        .nf, "replace split strrev substr title trim trimprefix trimsuffix trimspace upper alltrue anytrue coalesce"),
      Words(.nf, "coalescelist compact concat contains distinct element flatten index keys length lookup merge range"),
      Words(.nf, "reverse setintersection setproduct slice sort sum transpose values zipmap base64decode base64encode"),
      Words(
        .nf, "jsondecode jsonencode urlencode yamldecode yamlencode abspath dirname pathexpand basename file fileexists"
      ),
      Words(
        .nf, "templatefile timestamp uuid sha256 md5 cidrhost cidrsubnet try can tobool tolist tomap tonumber toset"),
      Words(.nf, "tostring sensitive nonsensitive one"),
    ],
    [
      .line("#"), .line("//"), .block("/*", "*/"), .string("\"", nil, .s2, hole: .dollarBrace),
      .other(.heredoc, "<<", .sh),
    ], Grammar.Options(wordPart: ByteSet("."), name: .nv, label: .na, hasDashes: true, namesAreQuoted: true))
}
