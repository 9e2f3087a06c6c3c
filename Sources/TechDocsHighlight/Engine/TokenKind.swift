/// What a stretch of code is, under Pygments' short class name.
///
/// Source: `pygments.token.STANDARD_TYPES`. Style sheets made for Pygments, Material's among them, know these names.
enum TokenKind: UInt8, CaseIterable, Sendable {
  /// Text without a span: white space, words of a shell, prose.
  case plain
  // Keywords: any, constant, declaration, namespace, pseudo, reserved, type.
  case k, kc, kd, kn, kp, kr, kt
  // Names: any, attribute, built-in, pseudo built-in, class, decorator, entity, exception, function, magic function,
  // label, namespace, constant, other, property, tag, variable.
  case n, na, nb, bp, nc, nd, ni, ne, nf, fm, nl, nn, no, nx, py, nt, nv, vc, vg, vi
  // Literals: any, date, string by its quotes and use, numbers by their notation.
  case l, ld, s, sa, sb, sc, dl, sd, s2, se, sh, si, sx, sr, s1, ss, m, mb, mf, mh, mi, il, mo
  // Operators and punctuation.
  case o, ow, p
  // Comments: any, hashbang, multi-line, preprocessor, included file, single-line, special.
  case c, ch, cm, cp, cpf, c1, cs
  // What tools print: deleted, emphasis, error, heading, inserted, output, prompt, strong, subheading, traceback.
  case gd, ge, gr, gh, gi, go, gp, gs, gu, gt
  /// What the language does not allow.
  case err

  /// Empty for plain text.
  var className: String { self == .plain ? "" : String(describing: self) }
}
