#ifndef ASSAY_CNCURSES_SHIM_H
#define ASSAY_CNCURSES_SHIM_H
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <ncurses.h>
#include <stdint.h>
#include <stdio.h>
// What Swift cannot see of a C header: mutable globals (newscr, stdin), and macros with casts in them (A_BOLD).
static inline WINDOW *assay_newscr(void) { return newscr; }
static inline WINDOW *assay_curscr(void) { return curscr; }
extern int memfd_create(const char *name, unsigned flags);
static inline int assay_memory_file(void) { return memfd_create("frame", 1 /* MFD_CLOEXEC */); }
static inline SCREEN *assay_newterm(const char *type, int output) {
    FILE *file = fdopen(output, "w");
    return file ? newterm(type, file, stdin) : 0;
}
extern int wcwidth(wchar_t c);
static inline int assay_can_show(uint32_t scalar) { return wcwidth((wchar_t)scalar) > 0; }
// The bits are those of Screen's Look.Attributes; ncurses has no strike-through.
static inline attr_t assay_attributes(uint8_t bits) {
    return (bits & 1 ? A_BOLD : 0) | (bits & 2 ? A_ITALIC : 0) | (bits & 4 ? A_UNDERLINE : 0) |
           (bits & 16 ? A_REVERSE : 0) | (bits & 32 ? A_DIM : 0);
}
// setcchar() without its walk over a string: one scalar, followers added by assay_follow.
static inline void assay_fill(cchar_t *cell, attr_t attributes, int pair, uint32_t scalar) {
    cell->attr = attributes | (attr_t)COLOR_PAIR(pair > 255 ? 255 : pair);
    cell->chars[0] = (wchar_t)scalar;
    for (int i = 1; i < CCHARW_MAX; i++) cell->chars[i] = 0;
    cell->ext_color = pair;
}
static inline void assay_follow(cchar_t *cell, int at, uint32_t scalar) {
    if (at > 0 && at < CCHARW_MAX) cell->chars[at] = (wchar_t)scalar;
}
extern int setupterm(const char *type, int output, int *fault);
// Whether there is an entry for a type, without opening a screen on it.
static inline int assay_knows(const char *type) {
    int fault = 0;
    return setupterm(type, 1, &fault) == 0;
}
// Absent capabilities come as 0 or as (char *)-1.
static inline const char *assay_capability(const char *name) {
    const char *found = tigetstr(name);
    return found == (const char *)-1 ? 0 : found;
}
#endif
