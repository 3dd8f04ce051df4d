#pragma once
// Where libxml2 is built with ICU its headers bring ICU's in, which no Swift module can hold
// together with those of Foundation. Only the hidden tail of the encoding handler depends on it, and
// that structure is never looked into here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
