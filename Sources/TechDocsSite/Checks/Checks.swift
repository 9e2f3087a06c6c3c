/// Every check, in the order of help, reports and the reference page.
package let allChecks: [any Check] = [
  BrokenLink(), MissingAnchor(), MissingImage(), MissingAlt(), UnknownEntity(), UnknownReference(), MissingDocs(),
  BrokenDefinition(), MissingRunbook(),
]
