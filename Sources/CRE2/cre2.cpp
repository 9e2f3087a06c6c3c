#include "cre2.h"

#include <new>
#include <vector>

#include <re2/re2.h>

struct cre2_pattern {
  RE2 expression;
  cre2_pattern(re2::StringPiece text, const RE2::Options &options) : expression(text, options) {}
};

cre2_pattern *cre2_compile(const char *text, size_t length, size_t memory) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(static_cast<int64_t>(memory));
  return new (std::nothrow) cre2_pattern(re2::StringPiece(text, length), options);
}

void cre2_free(cre2_pattern *pattern) { delete pattern; }

int cre2_error(const cre2_pattern *pattern, const char **argument, size_t *length) {
  *argument = pattern->expression.error_arg().data();
  *length = pattern->expression.error_arg().size();
  return pattern->expression.error_code();
}

int cre2_group_count(const cre2_pattern *pattern) { return pattern->expression.NumberOfCapturingGroups(); }

bool cre2_match(const cre2_pattern *pattern, const char *text, size_t length, int groups, ptrdiff_t *spans) {
  std::vector<re2::StringPiece> found(static_cast<size_t>(groups));
  if (!pattern->expression.Match(re2::StringPiece(text, length), 0, length, RE2::UNANCHORED, found.data(), groups)) {
    return false;
  }
  for (int group = 0; group < groups; group++) {
    const bool took_part = found[group].data() != nullptr;
    spans[2 * group] = took_part ? found[group].data() - text : -1;
    spans[2 * group + 1] = took_part ? found[group].data() - text + static_cast<ptrdiff_t>(found[group].size()) : -1;
  }
  return true;
}
