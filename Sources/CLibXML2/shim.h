// SPDX-License-Identifier: GPL-3.0-or-later
// libxml2 built with ICU declares UErrorCode, which clashes with Foundation's own copy of ICU: leave it out.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlerror.h>
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>

// xmlFree is a global function pointer, which Swift 6 rightly refuses to touch from concurrent code.
static inline void cxml_free(void *pointer) { xmlFree(pointer); }
