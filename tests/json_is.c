/* A reader of JSON that keeps nothing. */
#include "json_is.h"

enum { DEPTH_MOST = 64 };

static bool value(const char **at, int depth);

static void blanks(const char **at)
{
	*at += strspn(*at, " \t\r\n");
}

static bool take(const char **at, char sign)
{
	if (**at != sign)
		return false;
	++*at;
	return true;
}

static bool word(const char **at, const char *name)
{
	size_t bytes = strlen(name);

	if (strncmp(*at, name, bytes) != 0)
		return false;
	*at += bytes;
	return true;
}

static bool figures(const char **at)
{
	const char *first = *at;

	while (isdigit((unsigned char)**at))
		++*at;
	return *at > first;
}

static bool number(const char **at)
{
	take(at, '-');
	if (**at == '0' ? (++*at, isdigit((unsigned char)**at)) : !figures(at))
		return false;
	if (take(at, '.') && !figures(at))
		return false;
	if (**at != 'e' && **at != 'E')
		return true;
	++*at;
	if (**at == '+' || **at == '-')
		++*at;
	return figures(at);
}

static bool string(const char **at)
{
	if (!take(at, '"'))
		return false;
	for (; **at && **at != '"'; ++*at) {
		if ((unsigned char)**at < 0x20)
			return false;
		if (**at != '\\')
			continue;
		++*at;
		if (!**at || !strchr("\"\\/bfnrtu", **at))
			return false;
		for (int i = 0; **at == 'u' && i < 4; i++)
			if (!isxdigit((unsigned char)(*at)[1 + i]))
				return false;
	}
	return take(at, '"');
}

static bool member(const char **at, int depth)
{
	blanks(at);
	if (!string(at))
		return false;
	blanks(at);
	return take(at, ':') && value(at, depth);
}

/* What stands between the brackets: members of an object, or values. */
static bool list(const char **at, char end, bool (*each)(const char **at, int depth), int depth)
{
	blanks(at);
	if (take(at, end))
		return true;
	do {
		if (!each(at, depth))
			return false;
		blanks(at);
	} while (take(at, ','));
	return take(at, end);
}

static bool value(const char **at, int depth)
{
	if (depth > DEPTH_MOST)
		return false;
	blanks(at);
	if (**at == '"')
		return string(at);
	if (take(at, '{'))
		return list(at, '}', member, depth + 1);
	if (take(at, '['))
		return list(at, ']', value, depth + 1);
	return word(at, "true") || word(at, "false") || word(at, "null") || number(at);
}

bool json_is(const char *text)
{
	if (!value(&text, 0))
		return false;
	blanks(&text);
	return *text == '\0';
}
