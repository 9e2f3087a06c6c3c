#include <stddef.h>

// glibc declares these only under _GNU_SOURCE, which Swift's Glibc module does not set.
#if defined(__linux__)
extern int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);
extern void *memmem(const void *text, size_t length, const void *part, size_t partLength);
static const unsigned int TECHDOCS_RENAME_EXCHANGE = 1u << 1;

// glibc's malloc.h, which Swift's Glibc module leaves out.
extern int mallopt(int parameter, int value);
static const int TECHDOCS_ARENA_MAX = -8;
#endif
