/* The ten points of 14 § as they stand in a granting decision. Decisions are written in Swedish, whatever language the
 * screen has. Invariant: no point of a granting decision is empty. */
#include "casework/decision_inner.h"

#include "base/buffer.h"
#include "base/words.h"

struct writing {
	struct buffer text;
	const struct decision_case *about;
	const struct decision_draft *draft;
};

static const char *kronor(int64_t ore, char out[MONEY_TEXT])
{
	return money_text(ore, MONEY_KR, true, out);
}

/* What stands between part `at` and the next of `count` parts in a sentence. */
static const char *joined(int at, int count)
{
	if (at == count - 1)
		return "";
	return at == count - 2 ? " och " : ", ";
}

static void amount_write(struct writing *writing)
{
	const struct money_years *granted = &writing->draft->granted;
	char ore[MONEY_TEXT];

	buffer_format(&writing->text, "Bidraget uppgår till %s", kronor(granted->ore, ore));
	if (granted->count == 1) {
		buffer_format(&writing->text, " och betalas ut %d.", granted->items[0].year);
		return;
	}
	buffer_text(&writing->text, ". Av bidraget betalas ");
	for (int i = 0; i < granted->count; i++)
		buffer_format(&writing->text, i ? "%s %d%s" : "%s ut %d%s", kronor(granted->items[i].ore, ore),
			granted->items[i].year, joined(i, granted->count));
	buffer_text(&writing->text, ".");
}

static void dates_write(struct writing *writing)
{
	char ore[MONEY_TEXT];

	for (int i = 0; i < writing->draft->row_count; i++) {
		const struct decision_instalment *row = &writing->draft->rows[i];

		buffer_format(&writing->text, "%s%s betalas %s ut till %s", i ? "\n" : "", row->due_on,
			kronor(row->ore, ore), recipients_name(&writing->about->recipients, row->recipient));
		if (row->year != day_year(day_read(row->due_on)))
			buffer_format(&writing->text, " (betalningsår %d)", row->year);
		if (row->condition[0])
			buffer_format(&writing->text, " när följande villkor är uppfyllt: %s", row->condition);
		buffer_text(&writing->text, ".");
	}
}

static void measure_write(struct writing *writing)
{
	const struct decision_case *about = writing->about;
	const struct recipients *regions = &about->recipients;
	bool together = regions->count > 1;

	buffer_format(&writing->text, "Bidraget lämnas för åtgärd %d-%d.%d, %s, i %s %d-%d", about->application_n,
		about->year, about->n, about->title, together ? "den gemensamma ansökan" : "ansökan",
		about->application_n, about->year);
	if (about->own_number)
		buffer_format(&writing->text, " (sökandens diarienummer %s)", about->own_number);
	buffer_format(&writing->text, " från %s", regions->count ? regions->names[0] : "");
	if (together)
		buffer_text(&writing->text, " (samordnande) tillsammans med ");
	for (int i = 1; i < regions->count; i++)
		buffer_format(&writing->text, "%s%s", regions->names[i], joined(i, regions->count));
	buffer_text(&writing->text, ".");
}

static void period_write(struct writing *writing)
{
	if (writing->draft->from_on && writing->draft->to_on)
		buffer_format(&writing->text, "Åtgärden ska vidtas under perioden %s–%s.", writing->draft->from_on,
			writing->draft->to_on);
}

static void partial_write(struct writing *writing)
{
	const char *on = writing->draft->report_on;

	if (on && on[0])
		buffer_format(&writing->text,
			"En delredovisning av hur åtgärden fortgår ska lämnas till delegationen senast %s.", on);
	else if (on)
		buffer_text(&writing->text, "Ingen delredovisning ska lämnas.");
}

static void final_write(struct writing *writing)
{
	if (!writing->draft->final_on)
		return;
	buffer_format(&writing->text,
		"En slutredovisning ska lämnas till delegationen senast %s. Den ska avse den genomförda åtgärden och "
		"dess totala kostnad (15 §).%s%s",
		writing->draft->final_on, writing->draft->final_how[0] ? " " : "", writing->draft->final_how);
}

static bool condition_told(const struct decision_draft *draft, int row)
{
	for (int i = 0; i < row; i++)
		if (!strcmp(draft->rows[i].condition, draft->rows[row].condition))
			return true;
	return false;
}

/* What was typed, and the conditions that instalments wait for, each once. */
static void conditions_write(struct writing *writing)
{
	const struct decision_draft *draft = writing->draft;

	buffer_text(&writing->text, draft->conditions);
	for (int i = 0; i < draft->row_count; i++)
		if (draft->rows[i].condition[0] && !condition_told(draft, i))
			buffer_format(&writing->text, "%sVillkor för utbetalning: %s.", writing->text.bytes ? "\n" : "",
				draft->rows[i].condition);
}

static const struct point_writer {
	const char *key; /* of the point, in the law as data */
	void (*write)(struct writing *writing);
	const char *help; /* when it comes out empty */
} writers[] = {
	{"amount", amount_write, N_("Give the amount of each payment year.")},
	{"payment", dates_write, N_("Give the instalments.")},
	{"measure", measure_write, N_("Give the measure a title.")},
	{"period", period_write, N_("Give the period, or enter it on the measure.")},
	{"partial_report", partial_write, N_("Give the day of the partial report, or none.")},
	{"report", final_write, N_("Give the day of the final report.")},
	{"conditions", conditions_write, N_("Write the conditions, or that there are none.")},
};

static const struct point_writer *writer_of(const char *key)
{
	for (size_t i = 0; i < sizeof writers / sizeof writers[0]; i++)
		if (!strcmp(writers[i].key, key))
			return &writers[i];
	return NULL;
}

/* One point: written from the case, else the law's standard text; "" when there is neither. */
static const char *point_write(struct arena *arena, const struct decision_case *about,
	const struct decision_draft *draft, const struct point_writer *writer, const char *standard)
{
	struct writing writing = {.about = about, .draft = draft};
	const char *text;

	buffer_init(&writing.text);
	if (writer)
		writer->write(&writing);
	text = writing.text.bytes ? arena_text(arena, writing.text.text) : standard;
	buffer_done(&writing.text);
	return text;
}

static bool point_read(struct change *change, struct rows *rows, const struct decision_case *about,
	const struct decision_draft *draft, struct decision_text *out, struct error *err)
{
	struct arena *arena = &change->arena;
	const struct point_writer *writer = writer_of(rows_text(rows, "key", arena));
	const char *titles[2] = {rows_text(rows, "title_en", arena), rows_text(rows, "title_sv", arena)};
	const char *source = rows_text(rows, "source", arena), *standard = rows_text(rows, "standard_sv", arena);

	out->point = rows_number(rows, "number");
	out->text = point_write(arena, about, draft, writer, standard);
	if (out->text[0])
		return true;
	return refuse(err, ERROR_INVALID, _("The decision is not complete: '%s' (%s) is empty. %s"),
		titles[words_swedish()], source, _(writer ? writer->help : N_("The law as data has no text for it.")));
}

bool decision_texts_write(struct change *change, const struct decision_case *about, const struct decision_draft *draft,
	struct decision_texts *out, struct error *err)
{
	struct decision_texts texts = {0};
	size_t room = 0;
	bool whole = true;
	struct rows rows;

	if (!store_ask(change->store, SQL_DECISION_WANTED, BINDS_NONE, &rows, err))
		return false;
	while (whole && rows_next(&rows)) {
		if ((size_t)texts.count == room) {
			room = room ? room * 2 : 10;
			texts.items =
				arena_grow(&change->arena, texts.items, (size_t)texts.count, sizeof *texts.items, room);
		}
		whole = point_read(change, &rows, about, draft, &texts.items[texts.count++], err);
	}
	if (!whole) {
		rows_done(&rows, NULL);
		return false;
	}
	if (!rows_done(&rows, err))
		return false;
	if (!texts.count)
		return refuse(err, ERROR_MISSING,
			_("The office does not have the law as data, so what a decision shall contain is not known. "
			  "Take it in first."));
	*out = texts;
	return true;
}
