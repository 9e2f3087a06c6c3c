package import TechDocsModel

extension Composition {
  /// A place in this Composition's file, or the whole document.
  package func range(of origin: Origin) -> SourceRange {
    if let site = origin.site, sites.indices.contains(site) { return range(of: sites[site].patch.origin) }
    guard origin.kind == .base, let place = origin.place else { return range }
    return SourceRange(path, line: place.line, column: place.column)
  }

  /// What any composite resource would meet: steps whose function is not known.
  package var diagnostics: [Diagnostic] {
    unknownSteps.map { step in
      .warning(
        "unknown-function", at: range(of: step.origin),
        "Step '\(step.name)' uses '\(step.function)': what it adds or changes is not shown",
        help: "name a folder with rendered manifests in 'platform: derived: fallback'")
    }
  }
}

extension Rendering {
  /// What is wrong with the composite resource, and what the pipeline had to say; without what is true of every one.
  package var diagnostics: [Diagnostic] {
    let refused = faults.map { fault in
      Diagnostic.error("invalid-composite", at: composite.range(of: fault.origin), fault.text, help: fault.help)
    }
    return refused + remarks + failure
  }

  private var remarks: [Diagnostic] {
    (composed?.remarks ?? []).map { remark in
      Diagnostic(
        remark.severity, "left-out-resource", at: composite.range, "\(subject): \(remark.message)",
        notes: [.init("asked for here", at: composition.range(of: remark.origin))])
    }
  }

  private var failure: [Diagnostic] {
    guard let failure = composed?.failure else { return [] }
    return [
      .error(
        "failing-composition", at: composition.range(of: failure.error.origin),
        "Step '\(failure.step)' of Composition '\(composition.name)' fails for \(subject): \(failure.error.message)",
        notes: [.init("composed from here", at: composite.range)])
    ]
  }

  /// `ServiceDeployment 'user-service'`.
  package var subject: String { "\(composite.kind) '\(composite.name)'" }
}
