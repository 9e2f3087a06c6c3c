#ifndef CRE2_H
#define CRE2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern; matching does not change it, so threads may share it.
typedef struct cre2_pattern cre2_pattern;

/// Compiles UTF-8 text; `memory` bounds the bytes of the automaton. Never NULL but when memory ends.
cre2_pattern *cre2_compile(const char *text, size_t length, size_t memory);
void cre2_free(cre2_pattern *pattern);

/// 0 when the pattern compiled, else RE2's error code; `argument` is the offending part, as long as the pattern lives.
int cre2_error(const cre2_pattern *pattern, const char **argument, size_t *length);
int cre2_group_count(const cre2_pattern *pattern);

/// Finds the first match; `spans` takes a start and an end for each of `groups` groups, -1 where a group took no part.
bool cre2_match(const cre2_pattern *pattern, const char *text, size_t length, int groups, ptrdiff_t *spans);

#ifdef __cplusplus
}
#endif

#endif
