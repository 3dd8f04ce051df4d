#include "CSupport.h"

// https://clang.llvm.org/docs/ThreadSanitizer.html; the functions are those of
// sanitizer/tsan_interface.h.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define TDKT_THREAD_SANITIZER 1
void __tsan_acquire(void *address);
void __tsan_release(void *address);
#endif
#endif

void tdkt_lock_taken(void *lock) {
#ifdef TDKT_THREAD_SANITIZER
  __tsan_acquire(lock);
#else
  (void)lock;
#endif
}

void tdkt_lock_given_back(void *lock) {
#ifdef TDKT_THREAD_SANITIZER
  __tsan_release(lock);
#else
  (void)lock;
#endif
}
