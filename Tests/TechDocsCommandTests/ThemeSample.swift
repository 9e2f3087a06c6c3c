/// A small site that holds what the theme's script touches.
enum ThemeSample {
  static let files = [
    "mkdocs.yml": """
    site_name: Sample
    theme: {name: material, features: [content.code.annotate]}
    markdown_extensions:
      - admonition
      - attr_list
      - pymdownx.details
      - pymdownx.superfences
      - pymdownx.tabbed: {alternate_style: true}
      - pymdownx.tasklist: {custom_checkbox: true}
    nav: [{Home: index.md}, {Guide: [guide/one.md, guide/two.md]}, {Long: long.md}]

    """,
    "docs/index.md": """
    # Home

    === "Linux"

        For Linux.

    === "macOS"

        For macOS.

    Between.

    === "Linux"

        Again for Linux.

    === "macOS"

        Again for macOS.

    ![A red box](box.svg)

    ```bash
    echo hello
    ```

    ```python
    limit = 5  # (1)!
    ```

    1. As many as fit.

    ```python
    other = 6  # (1)
    ```

    1. One more.

    ??? note "More"

        Hidden text.

    - [x] Done

    !!! tip "\(String(repeating: "long", count: 20))"
        A title of one word.

    """,
    "docs/guide/one.md": "# One\n\nFirst.\n",
    "docs/guide/two.md": "# Two\n\nSecond.\n",
    "docs/long.md": "# Long\n\n" + String(repeating: "An opening that fills the first screen.\n\n", count: 12)
      + parts.joined(),
    "docs/box.svg": """
    <svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="red"/></svg>
    """,
  ]

  private static let parts = (1...6).map {
    "\n## Part \($0)\n\n" + String(repeating: "Words of a text. ", count: 120) + "\n"
  }
}
