#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

/// Memory that is given back all at once: small blocks from chunks, freed ones used again by size, large ones from malloc.
///
/// The functions that hand it out know no arena but the calling thread's newest, which is what a library wants that
/// takes `calloc`, `realloc` and `free` without a context. They end the process when memory ends, as libcmark-gfm's do.
typedef struct arena arena;

/// Begins an arena on this thread; until its end it serves the calls below in place of an earlier one.
arena *arena_begin(void);
/// Gives back everything that was handed out since `arena_begin`, freed or not. The newest of a thread ends first.
void arena_end(arena *arena);

void *arena_calloc(size_t count, size_t size);
void *arena_realloc(void *block, size_t size);
void arena_free(void *block);

#endif
