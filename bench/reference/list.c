/* The yardstick of `make bench`: the plainest ncurses list that answers the queue's keys. It keeps nothing but a few lines
 * of text in memory and reads no store, so what assay takes beyond it is assay's own.
 *
 *   list [-N rows] [-m] [-f FILE [-H head] [-F foot]]
 *
 *   -N  rows of the list (default 1000000); row i shows line i modulo the lines there are
 *   -m  mark the current row with '>' in the first column; without it the whole row is in reverse video
 *   -f  take the text from FILE: its first `head` lines stand above the list, its last `foot` below, the rest are rows
 *
 * Keys: j k, PgDn PgUp, G g, q. */
#define _XOPEN_SOURCE_EXTENDED 1
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char **lines;
static int line_count, head, foot, marker;
static long rows = 1000000, first, current;
static int height;

static void read_lines(const char *path) {
    FILE *in = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    if (!in) {
        perror(path);
        exit(66);
    }
    while ((length = getline(&line, &room, in)) >= 0) {
        while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == ' ')) line[--length] = 0;
        lines = realloc(lines, sizeof *lines * (size_t)(line_count + 1));
        lines[line_count++] = strdup(line);
    }
    free(line);
    fclose(in);
}

static void make_lines(void) {
    line_count = 997; /* a prime: no page ever looks like the one before it */
    lines = malloc(sizeof *lines * (size_t)line_count);
    for (int i = 0; i < line_count; i++) {
        char text[128];
        snprintf(text, sizeof text, "  %5d late  Micro-credential %03d of the list   District %02d   %d  pending", i, i * 31 % 400,
                 i * 7 % 21, 1 + i % 3);
        lines[i] = strdup(text);
    }
}

static const char *text_of(long row) { return lines[head + row % (line_count - head - foot)]; }

static void draw(long row) {
    int y = head + (int)(row - first);
    int selected = row == current;
    if (row < first || row >= first + height) return;
    move(y, 0);
    if (row >= rows) {
        clrtoeol();
        return;
    }
    if (selected && !marker) attron(A_REVERSE);
    addnstr(text_of(row), COLS);
    if (selected && !marker) {
        /* the bar reaches the right edge */
        while (getcury(stdscr) == y && getcurx(stdscr) < COLS - 1) addch(' ');
        attroff(A_REVERSE);
    } else if (getcury(stdscr) == y)
        clrtoeol();
    if (marker) mvaddch(y, 0, selected ? '>' : ' ');
}

static void draw_all(void) {
    for (long row = first; row < first + height; row++) draw(row);
}

static void go(long to) {
    long was = current, shift;
    if (to > rows - 1) to = rows - 1;
    if (to < 0) to = 0;
    current = to;
    shift = first;
    if (current < first) first = current;
    if (current > first + height - 1) first = current - height + 1;
    shift = first - shift;
    if (labs(shift) >= height)
        draw_all();
    else {
        if (shift) {
            /* let the terminal move what stays */
            setscrreg(head, head + height - 1);
            scrollok(stdscr, TRUE);
            scrl((int)shift);
            scrollok(stdscr, FALSE);
            if (shift > 0)
                for (long row = first + height - shift; row < first + height; row++) draw(row);
            else
                for (long row = first; row < first - shift; row++) draw(row);
        }
        draw(was);
        draw(current);
    }
    refresh();
}

int main(int argc, char **argv) {
    const char *path = NULL;
    int option, key;
    while ((option = getopt(argc, argv, "N:mf:H:F:")) != -1) switch (option) {
        case 'N': rows = atol(optarg); break;
        case 'm': marker = 1; break;
        case 'f': path = optarg; break;
        case 'H': head = atoi(optarg); break;
        case 'F': foot = atoi(optarg); break;
        default: return 64;
        }
    if (path)
        read_lines(path);
    else
        make_lines();
    if (line_count <= head + foot) return 65;
    setlocale(LC_ALL, "");
    initscr();
    cbreak();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    curs_set(0);
    idlok(stdscr, TRUE);
    height = LINES - head - foot;
    for (int i = 0; i < head; i++) mvaddnstr(i, 0, lines[i], COLS);
    for (int i = 0; i < foot; i++) mvaddnstr(LINES - foot + i, 0, lines[line_count - foot + i], COLS);
    draw_all();
    refresh();
    while ((key = getch()) != 'q') switch (key) {
        case 'j': go(current + 1); break;
        case 'k': go(current - 1); break;
        case KEY_NPAGE: go(current + height); break;
        case KEY_PPAGE: go(current - height); break;
        case 'G': go(rows - 1); break;
        case 'g': go(0); break;
        }
    endwin();
    return 0;
}
