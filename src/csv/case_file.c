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
	{"reports", N_("Reports on grants"), case_file_reports},
	{"recovery", N_("Withheld and paid back"), case_file_recovery},
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

void case_file_leaves(struct case_file *file, const char *key, const char *one_or_many, int count)
{
	if (!file->open)
		return;
	paper_number(file->paper, key, NULL, count);
	if (count)
		paper_say(file->paper, arena_format(&file->paper->arena, one_or_many, count));
}

/* ---- release */

/* Goes out, whole or with passages blacked out. */
static bool part_goes(const struct release_part *part)
{
	return part->outcome && (!strcmp(part->outcome, "released") ||
					(!strcmp(part->outcome, "masked") && part->passages && *part->passages));
}

/* What was kept back, by which provision; nothing where all goes out. */
static void kept_tell(struct case_file *file, const struct release_part *part)
{
	paper_word(file->paper, "outcome", _("Tested"), part->outcome, release_outcome_words(part->outcome));
	paper_text(file->paper, "masked", _("What is masked"), part->masked);
	paper_text(file->paper, "ground", _("Ground"), part->ground);
}

bool case_file_gives(struct case_file *file, const char *part, int64_t thing, const char *first)
{
	const struct release_part *asked;

	if (!file->release)
		return true;
	asked = release_part_of(file->release, file->application, part, thing);
	if (!asked)
		return false;
	if (part_goes(asked))
		return true;
	paper_item(file->paper, first);
	kept_tell(file, asked);
	paper_item_end(file->paper);
	return false;
}

/* Is a note or a document of the case asked for? */
static bool things_asked(const struct case_file *file, const char *part)
{
	for (int i = 0; i < file->release->count; i++)
		if (file->release->items[i].application == file->application &&
			!strcmp(file->release->items[i].part, part))
			return true;
	return false;
}

static bool part_release(struct case_file *file, const struct part *part, struct error *err)
{
	const char *things = !strcmp(part->key, "dialogue")   ? "note"
			     : !strcmp(part->key, "register") ? "document"
							      : NULL;
	const struct release_part *asked =
		things ? NULL : release_part_of(file->release, file->application, part->key, 0);
	bool written = true;

	if (things ? !things_asked(file, things) : !asked)
		return true;
	paper_section(file->paper, part->key, _(part->head));
	if (asked && strcmp(asked->outcome, "released") != 0)
		kept_tell(file, asked);
	if (!asked || part_goes(asked))
		written = part->write(file, err);
	if (written)
		paper_section_end(file->paper);
	return written;
}

static bool parts_write(struct case_file *file, struct error *err)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (file->release) {
			if (!part_release(file, &parts[i], err))
				return false;
			continue;
		}
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
	if (file->release)
		paper_text(file->paper, "request", _("Given out on request"),
			arena_format(&file->paper->arena, "%d-%d", file->release->number, file->release->year));
	else
		paper_text(file->paper, "reader", _("For"), casework_actor_name(file->cw));
	if (file->open) {
		paper_bool(file->paper, "public", NULL, true);
		paper_say(file->paper, _("Public version: working material and what is marked with secrecy is left "
					 "out, and it is said "
					 "where. A mark is a reminder and no answer: a person tests each part before "
					 "it is given out."));
	}
	past_tell(file);
	return parts_write(file, err);
}

static bool case_file_make(struct case_file *file, const char *as_of, struct error *err)
{
	bool written;

	if (!contents_load(file->cw, file->application, &file->contents, err))
		return false;
	if (!gate_list_load(file->cw, file->application, &file->gates, err)) {
		contents_done(&file->contents);
		return false;
	}
	written = rewind_load(file->cw, file->application, as_of, &file->rewind, err) && file_write(file, err);
	rewind_done(&file->rewind);
	gate_list_done(&file->gates);
	contents_done(&file->contents);
	return written;
}

bool case_file_write(
	struct casework *cw, int64_t application, const char *as_of, struct paper *paper, struct error *err)
{
	struct case_file file = {.cw = cw, .paper = paper, .application = application};

	return case_file_make(&file, as_of, err);
}

bool case_file_write_public(
	struct casework *cw, int64_t application, const char *as_of, struct paper *paper, struct error *err)
{
	struct case_file file = {.cw = cw, .paper = paper, .application = application, .open = true};

	return case_file_make(&file, as_of, err);
}

/* Every part of the case that is asked for has been tested, and there is one. */
static bool parts_tested(const struct release *release, int64_t application, struct arena *arena, struct error *err)
{
	int asked = 0;

	for (int i = 0; i < release->count; i++) {
		const struct release_part *part = &release->items[i];

		if (part->application != application)
			continue;
		asked++;
		if (!part->outcome)
			return refuse(err, ERROR_INVALID,
				_("Part %d (%s) has not been tested. Nothing is given out before a person has tested "
				  "each "
				  "part."),
				part->n, release_part_words(part, arena));
	}
	return asked || refuse(err, ERROR_INVALID, _("Nothing of that case is among what is requested."));
}

/* Every passage of the request, one after another; NULL-ended. */
static const char **passages_gather(const struct release *release, struct arena *arena, int *count)
{
	const char **all;
	size_t room = 1;

	for (int i = 0; i < release->count; i++)
		room += strlen(release->items[i].passages) / 2 + 1;
	all = arena_take(arena, room * sizeof *all);
	for (int i = 0; i < release->count; i++) {
		for (const char *at = release->items[i].passages; *at;) {
			size_t bytes = strcspn(at, "\n");

			if (bytes)
				all[(*count)++] = arena_text_part(arena, at, bytes);
			at += bytes + (at[bytes] == '\n');
		}
	}
	return all;
}

bool case_file_release(
	struct casework *cw, int64_t application, const struct release *release, struct paper *paper, struct error *err)
{
	struct case_file file = {.cw = cw, .paper = paper, .application = application, .release = release};
	int count = 0;

	if (!parts_tested(release, application, &paper->arena, err))
		return false;
	paper->passages = passages_gather(release, &paper->arena, &count);
	paper->found = arena_take(&paper->arena, (size_t)(count + 1) * sizeof *paper->found);
	if (!case_file_make(&file, NULL, err))
		return false;
	for (int i = 0; i < count; i++)
		if (!paper->found[i])
			return refuse(err, ERROR_INVALID,
				_("A passage to be blacked out stands nowhere in what is given out: number %d of the "
				  "request's passages. Nothing was written: look at how it is spelt."),
				i + 1);
	return true;
}
