/* The line a terminal hangs on: how large it says it is and what it calls itself. Both come from the other end and are
 * not to be trusted. */
#ifndef KANSLI_TUI_TTY_H
#define KANSLI_TUI_TTY_H

#include <stdbool.h>

/* Clamped to what a sheet can hold; 24x80 when the line does not say. */
void tty_size(int *rows, int *columns);
/* Before curses measures the line itself: with `hold`, LINES and COLUMNS hold a clamped size when the line's own is
 * larger; without, they are gone. */
void tty_size_hold(bool hold);
bool tty_type_is_safe(const char *type); /* a TERM that is a name and no path */
/* Takes out of two strings of terminfo, `style` (sgr) and `plain` (sgr0), what tells the terminal at each change of
 * style to leave its line-drawing letters: up to four bytes that a program which never chooses those letters need not
 * send. Where there is none the strings stay as they are; so do NULL and (char *)-1. */
void tty_styles_shorten(char *style, char *plain);

#endif
