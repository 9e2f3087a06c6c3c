extension Language {
  static let promql = Language("PromQL", ["promql", "logql", "metricsql"]) { promqlGrammar.lex(&$0) }

  private static let promqlGrammar = Grammar(
    [
      Words(.k, "by without on ignoring group_left group_right offset bool start end"),
      Words(.ow, "and or unless atan2"),
      Words(.k, "sum min max avg group stddev stdvar count count_values bottomk topk quantile limitk limit_ratio"),
      Words(
        .kr, "abs absent absent_over_time ceil changes clamp clamp_max clamp_min day_of_month day_of_week days_in_month"
      ),
      Words(
        .kr, "delta deriv exp floor histogram_quantile histogram_avg holt_winters hour idelta increase irate label_join"
      ),
      Words(
        .kr, "label_replace ln log2 log10 minute month predict_linear rate resets round scalar sgn sort sort_desc sqrt"),
      Words(.kr, "time timestamp vector year avg_over_time min_over_time max_over_time sum_over_time count_over_time"),
      Words(.kr, "quantile_over_time stddev_over_time stdvar_over_time last_over_time present_over_time"),
    ], [.line("#"), .string("\"", nil, .s2), .string("'", nil, .s1), .string("`", nil, .s, escape: .none)],
    Grammar.Options(wordPart: ByteSet(":"), name: .nv, member: nil))
}
