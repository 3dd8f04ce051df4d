// What Swift cannot reach by itself: ICU's renamed functions and the rules embedded in the binary.
#pragma once
#include <spawn.h>
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

/// A pipe whose ends (reading, writing) are closed on exec and are none of the standard streams.
bool tdkt_pipe(int ends[2]);

/// In the child, closes every file descriptor from `first` on. Returns an error number or 0.
int tdkt_spawn_close_from(posix_spawn_file_actions_t *actions, int first);

/// Starts the child in a folder. Returns an error number or 0.
int tdkt_spawn_change_folder(posix_spawn_file_actions_t *actions, const char *folder);

/// Takes core files from a process and bounds its address space, in bytes (0: unbounded), for itself
/// and the processes it starts from now on.
bool tdkt_limit_process(pid_t process, uint64_t memory);
