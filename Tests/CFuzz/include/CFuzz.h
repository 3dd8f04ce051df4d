// libFuzzer's own entry, for programs whose `main` is not its own
// (https://llvm.org/docs/LibFuzzer.html, "Using libFuzzer as a library").
#pragma once
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*one_input)(const uint8_t *, size_t));

// Bytes that the program has asked for and not given back, without what the address sanitizer holds
// for itself (sanitizer/allocator_interface.h).
size_t __sanitizer_get_current_allocated_bytes(void);
