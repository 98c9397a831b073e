#ifndef ASSAY_CNCURSES_SHIM_H
#define ASSAY_CNCURSES_SHIM_H
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <ncurses.h>
static inline WINDOW *assay_stdscr(void) { return stdscr; }
static inline int assay_lines(void) { return LINES; }
static inline int assay_cols(void) { return COLS; }
#endif
