#include "CSupport.h"

#include <time.h>

// Processor time of the thread and not the time of day: a busy machine must not change an answer.
static _Thread_local uint64_t deadline;
static _Thread_local bool is_exceeded;
static _Thread_local uint32_t questions;

static uint64_t now(void) {
  struct timespec time;
  if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) != 0) return 0;
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

uint64_t tdkt_time_bound_set(uint64_t nanoseconds) {
  uint64_t before = tdkt_time_bound_left();
  is_exceeded = false;
  deadline = nanoseconds == 0 ? 0 : now() + nanoseconds;
  return before;
}

uint64_t tdkt_time_bound_left(void) {
  if (deadline == 0) return 0;
  uint64_t time = now();
  return is_exceeded || time >= deadline ? 1 : deadline - time;
}

// The clock costs a call into the kernel, so that only one question in many looks at it.
bool tdkt_time_bound_is_exceeded(void) {
  if (deadline == 0 || is_exceeded) return is_exceeded;
  if ((++questions & 63) != 0) return false;
  is_exceeded = now() >= deadline;
  return is_exceeded;
}

bool tdkt_time_bound_is_reached(void) {
  if (deadline != 0 && !is_exceeded) is_exceeded = now() >= deadline;
  return is_exceeded;
}

void tdkt_time_bound_end(void) {
  if (deadline != 0) is_exceeded = true;
}
