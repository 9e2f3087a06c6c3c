import ArgumentParser

/// Flags of `techdocs-cli generate` that choose a container or a plugin: taken, and without meaning here.
struct IgnoredGeneratorOptions: ParsableArguments {
  @Option(name: .customLong("docker-image")) var dockerImage: String?
  @Option(name: .customLong("docker-option")) var dockerOption: [String] = []
  @Flag(name: .customLong("no-pull")) var noPull = false
  @Flag(name: .customLong("no-docker")) var noDocker = false
  @Option(name: .customLong("defaultPlugin")) var defaultPlugin: [String] = []
  @Flag(name: .customLong("omitTechdocsCoreMkdocsPlugin")) var omitsCorePlugin = false
  @Flag(name: .customLong("omitTechdocsCorePlugin")) var omitsCorePluginToo = false
  @Flag(name: .customLong("legacyCopyReadmeMdToIndexMd")) var copiesReadme = false
  @Option(name: .customLong("engine")) var engine: String?
  @Flag(name: .customLong("runAsDefaultUser")) var runsAsDefaultUser = false
}
