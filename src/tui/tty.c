/* The line's size and name. */
#include "tty.h"

#include "surface.h"
#include <sys/ioctl.h>

enum { TYPE_MOST = 64 };

void tty_size(int *rows, int *columns)
{
	struct winsize size = {0};
	bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
	*rows = known && size.ws_row > 0 ? size.ws_row : 24;
	*columns = known && size.ws_col > 0 ? size.ws_col : 80;
	*rows = *rows < SURFACE_ROWS ? *rows : SURFACE_ROWS;
	*columns = *columns < SURFACE_COLUMNS ? *columns : SURFACE_COLUMNS;
}

void tty_size_hold(bool hold)
{
	int rows, columns;
	struct winsize size = {0};
	char text[16];
	tty_size(&rows, &columns);
	bool huge = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && (size.ws_row > rows || size.ws_col > columns);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	if (hold && huge) {
		snprintf(text, sizeof text, "%d", rows);
		setenv("LINES", text, 1);
		snprintf(text, sizeof text, "%d", columns);
		setenv("COLUMNS", text, 1);
	}
}

bool tty_type_is_safe(const char *type)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+._-";
	size_t bytes = type == NULL ? 0 : strlen(type);
	return bytes > 0 && bytes <= TYPE_MOST && strspn(type, letters) == bytes && type[0] != '.';
}

static void part_drop(char *text, const char *part)
{
	char *at = text == NULL || text == (char *)-1 ? NULL : strstr(text, part);
	if (at != NULL) {
		memmove(at, at + strlen(part), strlen(at + strlen(part)) + 1);
	}
}

void tty_styles_shorten(char *style, char *plain)
{
	part_drop(style, "%?%p9%t\033(0%e\033(B%;");
	part_drop(style, "%?%p9%t\016%e\017%;");
	part_drop(plain, "\033(B");
	part_drop(plain, "\017");
}
