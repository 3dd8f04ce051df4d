// The law made ready for the start of a check (LegalKnowledge, LawTable). `make law-table` makes it
// anew after a change in Rules/law or Rules/kinds; a test says when that has been forgotten.
#include "CSupport.h"

static const unsigned char table[] = {
#embed "law-table.bin"
};

const unsigned char *tdkt_embedded_law_table(size_t *count) {
  *count = sizeof table;
  return table;
}
