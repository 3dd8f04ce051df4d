// The list below names every file of Rules/ that the program reads; a test holds it to the folder.
// The compiler records each embedded file as a dependency, so a changed rule rebuilds this file.
#include "CSupport.h"

#define EMBED_BEGIN(name) static const unsigned char name[] = {

// clang-format off
// (files are added here, sorted by path)
// clang-format on

static const tdkt_embedded_file files[] = {
    {0, 0, 0},
};

const tdkt_embedded_file *tdkt_embedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0] - 1;
  return files;
}
