#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A block's size in bytes, a multiple of 16 with these 8, stands before it. All sizes count the header.
enum { HEADER = 8, STEP = 16, LARGEST_SMALL = 1024, CLASSES = LARGEST_SMALL / STEP + 1 };
enum { FIRST_CHUNK = 32 << 10, LARGEST_CHUNK = 512 << 10 };

typedef struct chunk {
  struct chunk *earlier;
  size_t padding;
} chunk;

// A block of its own: in a ring, so that it leaves without a search.
typedef struct large {
  struct large *next, *previous;
  size_t padding, size;
} large;

typedef struct freed {
  struct freed *next;
} freed;

struct arena {
  arena *outer;
  chunk *chunks;
  char *place, *end;
  size_t next_chunk;
  large ring;
  freed *freed[CLASSES];
};

static _Thread_local arena *current;

static void *taken(size_t size) {
  void *memory = malloc(size);
  if (!memory) abort();
  return memory;
}

static size_t *size_of(void *block) { return (size_t *)block - 1; }

arena *arena_begin(void) {
  arena *made = taken(sizeof(arena));
  memset(made, 0, sizeof(arena));
  made->outer = current;
  made->next_chunk = FIRST_CHUNK;
  made->ring.next = made->ring.previous = &made->ring;
  return current = made;
}

void arena_end(arena *ending) {
  for (chunk *one = ending->chunks, *earlier; one; one = earlier) {
    earlier = one->earlier;
    free(one);
  }
  for (large *one = ending->ring.next, *next; one != &ending->ring; one = next) {
    next = one->next;
    free(one);
  }
  current = ending->outer;
  free(ending);
}

// The rest of the chunk before is left: at most one small block's worth. What is handed out stands at multiples of 16.
static void add_chunk(arena *to) {
  size_t size = to->next_chunk;
  chunk *made = taken(size);
  made->earlier = to->chunks;
  to->chunks = made;
  to->place = (char *)(made + 1) + STEP - HEADER;
  to->end = (char *)made + size;
  if (size < LARGEST_CHUNK) to->next_chunk = size * 2;
}

static void *small_block(arena *from, size_t size) {
  freed *again = from->freed[size / STEP];
  if (again) {
    from->freed[size / STEP] = again->next;
    return again;
  }
  if ((size_t)(from->end - from->place) < size) add_chunk(from);
  void *block = from->place + HEADER;
  from->place += size;
  *size_of(block) = size;
  return block;
}

static void *large_block(arena *from, size_t size) {
  large *made = taken(size - HEADER + sizeof(large));
  made->size = size;
  made->previous = &from->ring;
  made->next = from->ring.next;
  made->next->previous = from->ring.next = made;
  return made + 1;
}

static size_t with_header(size_t bytes) {
  if (bytes > SIZE_MAX / 2) abort();
  return (bytes + HEADER + STEP - 1) & ~(size_t)(STEP - 1);
}

static void *block_of(size_t bytes) {
  size_t size = with_header(bytes);
  return size <= LARGEST_SMALL ? small_block(current, size) : large_block(current, size);
}

void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  void *block = block_of(count * size);
  return memset(block, 0, count * size);
}

void arena_free(void *block) {
  if (!block) return;
  size_t size = *size_of(block);
  if (size > LARGEST_SMALL) {
    large *leaving = (large *)block - 1;
    leaving->previous->next = leaving->next;
    leaving->next->previous = leaving->previous;
    free(leaving);
  } else {
    ((freed *)block)->next = current->freed[size / STEP];
    current->freed[size / STEP] = block;
  }
}

// A large block stays one and moves by itself; its neighbours in the ring are told.
static void *resized(large *moving, size_t bytes) {
  size_t size = with_header(bytes);
  if (size <= LARGEST_SMALL) size = LARGEST_SMALL + STEP;
  large *moved = realloc(moving, size - HEADER + sizeof(large));
  if (!moved) abort();
  moved->size = size;
  moved->previous->next = moved->next->previous = moved;
  return moved + 1;
}

void *arena_realloc(void *block, size_t bytes) {
  if (!block) return block_of(bytes);
  size_t size = *size_of(block);
  if (size > LARGEST_SMALL) return resized((large *)block - 1, bytes);
  if (bytes <= size - HEADER) return block;
  void *moved = block_of(bytes);
  memcpy(moved, block, size - HEADER);
  arena_free(block);
  return moved;
}
