// Starting programs. posix_spawn cannot set limits, and to set them from outside afterwards would
// leave the program a moment without; glibc declares some of what is used here only for _GNU_SOURCE,
// which Swift's Glibc module is not built with.
#define _GNU_SOURCE
#include "CSupport.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
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

// Between fork and exec only what a signal handler may do (POSIX.1-2017, fork): other threads may hold
// any lock.
static void become(const tdkt_child *child, int report) {
  setpgid(0, 0);
  struct sigaction standard = {.sa_handler = SIG_DFL};
  for (int signal = 1; signal < NSIG; signal++) sigaction(signal, &standard, NULL);
  sigset_t none;
  sigemptyset(&none);

  struct rlimit no_core = {0, 0};
  struct rlimit bound = {child->memory, child->memory};
  bool is_ready = child->folder == NULL || chdir(child->folder) == 0;
  for (int stream = 0; is_ready && stream < 3; stream++)
    is_ready = dup2(child->streams[stream], stream) >= 0;
  // No core files of confidential papers.
  is_ready = is_ready && setrlimit(RLIMIT_CORE, &no_core) == 0;
  is_ready = is_ready && (child->memory == 0 || setrlimit(RLIMIT_AS, &bound) == 0);
  if (is_ready) {
    // What libraries opened without the flag must not leak either.
    if (close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) != 0)
      for (int file = 3; file < 1024; file++) fcntl(file, F_SETFD, FD_CLOEXEC);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (strchr(child->file, '/') != NULL)
      execve(child->file, child->arguments, child->environment);
    else
      execvpe(child->file, child->arguments, child->environment);
  }
  int code = errno;
  while (write(report, &code, sizeof code) < 0 && errno == EINTR) {
  }
  _exit(127);
}

int tdkt_spawn(const tdkt_child *child, pid_t *process) {
  int report[2];
  if (!tdkt_pipe(report)) return errno;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t started = fork();
  if (started == 0) become(child, report[1]);
  int code = started < 0 ? errno : 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(report[1]);
  if (started > 0) {
    // The other end is closed by exec; before that comes only the reason why there was none.
    ssize_t count;
    do count = read(report[0], &code, sizeof code);
    while (count < 0 && errno == EINTR);
    if (count == (ssize_t)sizeof code) {
      while (waitpid(started, NULL, 0) < 0 && errno == EINTR) {
      }
    } else {
      code = 0;
      *process = started;
    }
  }
  close(report[0]);
  return code;
}
