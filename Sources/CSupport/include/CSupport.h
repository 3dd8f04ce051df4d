// What Swift cannot reach by itself: ICU's renamed functions, the rules embedded in the binary, the
// clock of a thread.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Whether NFC text may be cut before `scalar`: nothing to its left can compose with it.
bool tdkt_nfc_boundary_before(uint32_t scalar);

/// NFC of one cluster: `count` scalars (at most 512) between two boundaries.
/// Writes at most `capacity` scalars to `out`; returns how many, or -1 when ICU fails.
int tdkt_nfc_cluster(const uint32_t *scalars, int count, uint32_t *out, int capacity);

/// One file of the folder Rules/, as it was when this binary was built.
typedef struct {
  /// Path below Rules/, for example "law/instruments.xml".
  const char *path;
  const unsigned char *bytes;
  size_t count;
} tdkt_embedded_file;

/// The embedded files; sorted by path. Never null; the array lives as long as the process.
const tdkt_embedded_file *tdkt_embedded_files(size_t *count);

/// Width of the terminal behind a file descriptor; 0 when it is none or does not say.
int tdkt_terminal_columns(int descriptor);

/// The law and the kinds as a table that needs no parsing. Never null; lives as long as the process.
const unsigned char *tdkt_embedded_law_table(size_t *count);

/// Gives this thread so much processor time from now on; 0: no bound. Returns what was left of the
/// bound before, at least 1, or 0 when there was none.
uint64_t tdkt_time_bound_set(uint64_t nanoseconds);

/// What is left of the bound, at least 1; 0 when there is none.
uint64_t tdkt_time_bound_left(void);

/// Whether the bound has been passed, as seen at most 64 questions ago. Cheap: for inner loops.
bool tdkt_time_bound_is_exceeded(void);

/// The same, by the clock.
bool tdkt_time_bound_is_reached(void);

/// From now on the bound counts as passed.
void tdkt_time_bound_end(void);

/// A pipe whose ends (reading, writing) are closed on exec and are none of the standard streams.
bool tdkt_pipe(int ends[2]);

/// A program to be started.
typedef struct {
  /// A path, or a name that is looked up in PATH.
  const char *file;
  /// Lists that end with a null pointer; the first argument is the program's own name.
  char *const *arguments;
  char *const *environment;
  /// Where it starts; null: where this process is.
  const char *folder;
  /// Become its standard input, output and error; all above 2.
  int streams[3];
  /// Bytes of address space, for it and what it starts; 0: unbounded.
  uint64_t memory;
} tdkt_child;

/// Starts a program in a process group of its own, with default signals, no core files and no other
/// file of this process open. Returns 0, or the error number that kept it from starting.
int tdkt_spawn(const tdkt_child *child, pid_t *process);

// Tells the thread sanitizer, where the program runs under it, that a lock has been taken or is about
// to be given back; `lock` is any address that belongs to it.
void tdkt_lock_taken(void *lock);
void tdkt_lock_given_back(void *lock);
