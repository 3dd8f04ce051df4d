#include "CSupport.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum { maximumCluster = 512 };

static const UNormalizer2 *nfc(void) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *instance = unorm2_getNFCInstance(&status);  // ICU keeps one, thread-safe
  return U_SUCCESS(status) ? instance : NULL;
}

bool tdkt_nfc_boundary_before(uint32_t scalar) {
  const UNormalizer2 *instance = nfc();
  return instance == NULL || unorm2_hasBoundaryBefore(instance, (UChar32)scalar);
}

int tdkt_nfc_cluster(const uint32_t *scalars, int count, uint32_t *out, int capacity) {
  const UNormalizer2 *instance = nfc();
  if (instance == NULL || count < 0 || count > maximumCluster) return -1;
  UChar source[2 * maximumCluster], target[8 * maximumCluster];
  int32_t length = 0;
  for (int i = 0; i < count; i++) {
    UBool isError = false;
    U16_APPEND(source, length, 2 * maximumCluster, (UChar32)scalars[i], isError);
    if (isError) return -1;
  }
  UErrorCode status = U_ZERO_ERROR;
  int32_t written =
      unorm2_normalize(instance, source, length, target, 8 * maximumCluster, &status);
  if (U_FAILURE(status)) return -1;
  int result = 0;
  for (int32_t i = 0; i < written;) {
    UChar32 scalar;
    U16_NEXT(target, i, written, scalar);
    if (result == capacity) return -1;
    out[result++] = (uint32_t)scalar;
  }
  return result;
}
