/* kansli check. Invariant: a part that cannot be looked through is itself a finding, never a silence. */
#include "casework/check_inner.h"

#include "casework/event.h"
#include "casework/event_chain.h"

#include "base/words.h"

static void finding_keep(struct checking *checking, const char *finding)
{
	if ((size_t)checking->count == checking->room) {
		checking->room = checking->room ? checking->room * 2 : 16;
		checking->findings = arena_grow(&checking->arena, checking->findings, (size_t)checking->count,
			sizeof *checking->findings, checking->room);
	}
	checking->findings[checking->count++] = arena_text(&checking->arena, finding);
}

void checking_find(struct checking *checking, const char *format, ...)
{
	char text[2000];
	va_list values;

	va_start(values, format);
	vsnprintf(text, sizeof text, format, values);
	va_end(values);
	finding_keep(checking, text);
}

void checking_ask(struct checking *checking, const struct check_claim *claims, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct error err = {0};
		struct rows rows;

		if (store_ask(checking->store, claims[i].which, BINDS_NONE, &rows, &err)) {
			while (rows_next(&rows))
				claims[i].tell(checking, &rows);
			rows_done(&rows, &err);
		}
		if (err.kind)
			checking_find(checking, "%s", err.text);
	}
}

static void file_say(void *with, const char *finding)
{
	checking_find(with, _("The file: %s"), finding);
}

static void chain_say(void *with, const char *finding)
{
	finding_keep(with, finding);
}

static void parts_check(struct checking *checking)
{
	struct error err = {0};
	int broken = 0;

	store_check(checking->store, file_say, checking);
	if (!store_look(checking->store, &err)) {
		finding_keep(checking, err.text);
		return;
	}
	if (!event_chain_check(checking->cw, chain_say, checking, &broken, &err))
		finding_keep(checking, err.text);
	check_content(checking);
	check_kept(checking);
	check_sent(checking);
	check_money(checking);
	check_batches(checking);
	check_sittings(checking);
	check_demands(checking);
	store_look_done(checking->store);
	check_files(checking);
}

bool check_all(
	struct casework *cw, void (*say)(void *with, const char *finding), void *with, int *findings, struct error *err)
{
	struct checking checking = {.cw = cw, .store = casework_store(cw)};

	if (!may(cw, RIGHT_CHECK, RELATION_NONE, err))
		return false;
	arena_init(&checking.arena);
	parts_check(&checking);
	for (int i = 0; i < checking.count; i++)
		if (say)
			say(with, checking.findings[i]);
	*findings = checking.count;
	arena_done(&checking.arena);
	return true;
}
