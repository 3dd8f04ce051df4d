#pragma once
#include <unicode/unorm2.h>
