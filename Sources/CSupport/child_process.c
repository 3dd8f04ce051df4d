// What posix_spawn leaves out. glibc declares these only for _GNU_SOURCE, which Swift's Glibc module
// is not built with.
#define _GNU_SOURCE
#include "CSupport.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

bool tdkt_pipe(int ends[2]) {
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  for (int i = 0; i < 2; i++) {
    if (ends[i] > 2) continue;
    int moved = fcntl(ends[i], F_DUPFD_CLOEXEC, 3);
    if (moved < 0) {
      int code = errno;
      close(ends[0]);
      close(ends[1]);
      errno = code;
      return false;
    }
    close(ends[i]);
    ends[i] = moved;
  }
  return true;
}

int tdkt_spawn_close_from(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

int tdkt_spawn_change_folder(posix_spawn_file_actions_t *actions, const char *folder) {
  return posix_spawn_file_actions_addchdir_np(actions, folder);
}

bool tdkt_limit_process(pid_t process, uint64_t memory) {
  struct rlimit none = {0, 0};
  struct rlimit bound = {memory, memory};
  // No core files of confidential papers.
  if (prlimit(process, RLIMIT_CORE, &none, NULL) != 0) return false;
  return memory == 0 || prlimit(process, RLIMIT_AS, &bound, NULL) == 0;
}
