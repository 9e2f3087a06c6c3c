/// What `pymdownx.tasklist` is asked for; techdocs-core switches `custom_checkbox` on.
struct TaskOptions: Sendable {
  /// Whether the box is drawn by the style sheet.
  var isCustom = true
  /// Whether readers may tick it, for as long as the page is open.
  var isClickable = false

  init() {}

  init(_ options: ExtensionOptions) {
    isCustom = options.bool("pymdownx.tasklist", "custom_checkbox", or: true)
    isClickable = options.bool("pymdownx.tasklist", "clickable_checkbox", or: false)
  }
}
