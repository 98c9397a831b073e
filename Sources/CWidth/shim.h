// wcwidth is declared by wchar.h only under _XOPEN_SOURCE, which the Glibc module does not set.
#ifndef ASSAY_CWIDTH_SHIM_H
#define ASSAY_CWIDTH_SHIM_H
#include <locale.h>
#include <stdint.h>
extern int wcwidth(__WCHAR_TYPE__ c);
static inline int assay_scalar_width(uint32_t scalar) { return wcwidth((__WCHAR_TYPE__)scalar); }
static inline int assay_use_utf8_widths(void) { return setlocale(LC_CTYPE, "C.UTF-8") != 0; }
#endif
