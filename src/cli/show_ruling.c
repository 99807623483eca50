/* The rulings of a case: what of it is not tried. */
#include "cli/show.h"

#include "base/json_row.h"

enum { INDENT = 4 };

static const char *about(struct arena *arena, const struct ruling *ruling)
{
	return ruling->measure ? arena_format(arena, _("measure %d"), ruling->measure_n) : _("all of the application");
}

void show_sent(struct buffer *out, int indent, const struct dossier *dossier, const struct decision_sent *sent)
{
	struct arena arena;

	arena_init(&arena);
	if (sent->document)
		show_line(out, indent, _("Dispatched"),
			sent->sent_on
				? arena_format(&arena, _("document %d-%d-%d, to %d of %d, last on %s"),
					  dossier->application.row.n, dossier->application.row.year, sent->document_n,
					  sent->sent, sent->listed, sent->sent_on)
				: arena_format(&arena, _("document %d-%d-%d, not sent"), dossier->application.row.n,
					  dossier->application.row.year, sent->document_n));
	arena_done(&arena);
}

void rulings_section(struct buffer *out, const struct dossier *dossier)
{
	const struct ruling_list *list = &dossier->rulings;
	int64_t only = dossier->only;
	struct arena arena;

	arena_init(&arena);
	for (int i = 0; i < list->count; i++) {
		const struct ruling *ruling = &list->items[i];

		if (only && ruling->measure && ruling->measure != only)
			continue;
		buffer_format(out, "  %d  %s %s, %s%s%s\n", ruling->n, ruling->decided_on,
			ruling_words(ruling->kind, ruling->lifted), about(&arena, ruling), ruling->later_n ? ", " : "",
			ruling->later_n ? _("replaced") : "");
		show_line(out, INDENT, _("Provisions"), ruling->provisions);
		show_text(out, INDENT, _("Reasons"), ruling->reasons);
		show_sent(out, INDENT, dossier, &ruling->sent);
		show_line(out, INDENT, _("Decided by"), ruling->deciders);
		show_line(out, INDENT, _("Presented by"), ruling->presenter);
		show_line(out, INDENT, _("Others taking part"), ruling->others);
	}
	arena_done(&arena);
}

#define RULING(name, member) JSON_MEMBER(struct ruling, name, member)
static const struct json_member ruling_members[] = {RULING("n", n), RULING("kind", kind), RULING("lifted", lifted),
	RULING("decided", decided_on), RULING("provisions", provisions), RULING("reasons", reasons),
	RULING("deciders", deciders), RULING("presenter", presenter), RULING("others", others),
	RULING("provision", provision), RULING("recorded_by", recorded_by), RULING("recorded_at", recorded_at), {0}};
#undef RULING

void rulings_json(struct json *json, const struct ruling_list *list, int64_t only)
{
	json_array(json, "rulings");
	for (int i = 0; i < list->count; i++) {
		const struct ruling *ruling = &list->items[i];

		if (only && ruling->measure && ruling->measure != only)
			continue;
		json_object(json, NULL);
		json_members(json, ruling, ruling_members);
		if (ruling->measure)
			json_number(json, "measure", ruling->measure_n);
		else
			json_null(json, "measure");
		json_bool(json, "valid", !ruling->later_n && !ruling->lifted);
		json_close(json);
	}
	json_close(json);
}
