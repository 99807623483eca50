/* The case on paper, part by part. Invariant: text and JSON come from the same calls, and a part is a row of the table:
 * there is no other list of them. */
#include "csv/case_file_inner.h"

#include "base/words.h"

static const struct part {
	const char *key, *head;
	bool (*write)(struct case_file *file, struct error *err);
} parts[] = {
	{"brief", N_("The case in brief"), case_file_brief},
	{"register", N_("Register"), case_file_register},
	{"who", N_("Who applies"), case_file_who},
	{"contents", N_("What the application contains"), case_file_contents},
	{"measures", N_("Measures and their costs"), case_file_measures},
	{"gates", N_("Control points"), case_file_gates},
	{"clocks", N_("Deadlines"), case_file_clocks},
	{"versions", N_("Kept versions"), case_file_versions},
	{"dialogue", N_("Dialogue"), case_file_dialogue},
	{"conflicts", N_("Conflicts of interest"), case_file_disqualification},
	{"scores", N_("Assessment"), case_file_scores},
	{"decisions", N_("Decisions"), case_file_decisions},
	{"plan", N_("Payment plan"), case_file_plan},
	{"closing", N_("Closing"), case_file_closing},
	{"events", N_("What has happened"), case_file_events},
};

const char *case_file_word(const struct case_file *file, const char *kind, const char *code)
{
	return code && *code ? programme_word_name(&file->gates.programme, kind, code) : code;
}

bool case_file_by_then(const struct case_file *file, const char *at)
{
	return !file->rewind.day || (at && strncmp(at, file->rewind.day, DAY_TEXT - 1) <= 0);
}

/* What a reader must know of a paper about the past. */
static void past_tell(struct case_file *file)
{
	struct paper *paper = file->paper;

	paper_text(paper, "as_of", _("As known on"), file->rewind.day);
	if (!file->rewind.day)
		return;
	paper_number(paper, "events_later", _("Events since then"), file->rewind.later);
	paper_number(paper, "hidden", _("Things you may not see"), file->rewind.hidden);
	paper_say(paper,
		_("Made from what the events kept. Not rewound: the status, the deadline shown in brief, the law's "
		  "own words, the names of regions and persons, and shares and needs' measures."));
}

static bool parts_write(struct case_file *file, struct error *err)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		paper_section(file->paper, parts[i].key, _(parts[i].head));
		if (!parts[i].write(file, err))
			return false;
		paper_section_end(file->paper);
	}
	return true;
}

static bool file_write(struct case_file *file, struct error *err)
{
	const struct application *whole = &file->contents.application;
	char written[MOMENT_TEXT];

	if (!rewind_there(&file->rewind, OBJECT_APPLICATION, file->application))
		return refuse(err, ERROR_INVALID,
			_("Application %s was registered on %.10s: before that day nothing was known of it."),
			whole->number, whole->registered_at);
	casework_now(file->cw, written);
	paper_title(file->paper,
		arena_format(&file->paper->arena, "%s  %s", whole->number,
			rewind_text(&file->rewind, OBJECT_APPLICATION, file->application, "title", whole->row.title)));
	paper_text(file->paper, "office", _("Office"), casework_office_name(file->cw));
	paper_text(file->paper, "written", _("Written out"), written);
	paper_text(file->paper, "reader", _("For"), casework_actor_name(file->cw));
	past_tell(file);
	return parts_write(file, err);
}

bool case_file_write(
	struct casework *cw, int64_t application, const char *as_of, struct paper *paper, struct error *err)
{
	struct case_file file = {.cw = cw, .paper = paper, .application = application};
	bool written;

	if (!contents_load(cw, application, &file.contents, err))
		return false;
	if (!gate_list_load(cw, application, &file.gates, err)) {
		contents_done(&file.contents);
		return false;
	}
	written = rewind_load(cw, application, as_of, &file.rewind, err) && file_write(&file, err);
	rewind_done(&file.rewind);
	gate_list_done(&file.gates);
	contents_done(&file.contents);
	return written;
}
