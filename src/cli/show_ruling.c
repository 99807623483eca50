/* The rulings of a case: what of it is not tried. */
#include "cli/show.h"

#include "base/json_row.h"

enum { INDENT = 4 };

static const char *about(struct arena *arena, const struct ruling *ruling)
{
	return ruling->measure ? arena_format(arena, _("measure %d"), ruling->measure_n) : _("all of the application");
}

void rulings_section(struct buffer *out, const struct ruling_list *list, int64_t only)
{
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
