/* The desk at which the screens of money are tried. */
#include "money_desk.h"

#include "base/words.h"

struct money_office office;
struct session *session;
struct arena arena;
struct plan plan;

void money_desk_begin(void)
{
	words_open("sv");
	arena_init(&arena);
	money_office_open(&office);
}

void money_desk_end(void)
{
	casework_close(office.cw);
	arena_done(&arena);
}

void money_desk_grant(void)
{
	money_office_grant(&office);
	office_attest_list(office.cw);
	office_sit(office.cw, "cia");
}

void money_desk_show(const struct pane_kind *kind, int rows, int columns)
{
	session = session_on(office.cw, rows, columns, kind, &office.two);
}

void money_desk_load(void)
{
	OK(plan_load(office.cw, office.two, &plan, err));
}

const struct instalment *money_desk_row(int n)
{
	for (int i = 0; i < plan.count; i++)
		if (plan.items[i].n == n)
			return &plan.items[i];
	ck_abort_msg("there is no row %d", n);
	return NULL;
}

void money_desk_answer(const char *text)
{
	session_press(session, "Ctrl-A Ctrl-K");
	session_type(session, text);
	session_press(session, "Enter");
}
