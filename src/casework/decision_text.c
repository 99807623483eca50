/* The ten points of 14 § as they stand in a granting decision. Decisions are written in Swedish, whatever language the
 * screen has. Invariant: no point of a granting decision is empty. */
#include "casework/decision_inner.h"

#include "base/buffer.h"
#include "base/words.h"

struct writing {
	struct arena *arena;
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

/* "Sedan tidigare är 6 000 000 kr attesterat eller utbetalt (rad 1 och 2 i planen)." */
static void standing_write(struct writing *writing)
{
	const struct decision_before *before = writing->about->before;
	int count = before->row_count - before->held_count;
	struct money_sum sum = {0};
	char ore[MONEY_TEXT];

	if (!count)
		return;
	for (int i = 0; i < count; i++)
		money_sum_add(&sum, before->rows[i].ore);
	buffer_format(&writing->text, "Sedan tidigare är %s attesterat eller utbetalt (rad ", kronor(sum.ore, ore));
	for (int i = 0; i < count; i++)
		buffer_format(&writing->text, "%d%s", before->rows[i].n, joined(i, count));
	buffer_format(&writing->text, " i utbetalningsplanen).%s",
		before->held_count + writing->draft->row_count ? "\n" : "");
}

/* "Delegationens beslut enligt 17 § gäller fortfarande: 7 350 000 kr betalas inte ut (rad 4 i utbetalningsplanen)." The
 * rows have the numbers they get in the plan of this decision, after those that are paid by it. */
static void held_write(struct writing *writing)
{
	const struct decision_before *before = writing->about->before;
	int first = before->last_n + writing->draft->row_count + 1;
	struct money_sum sum = {0};
	char ore[MONEY_TEXT];

	if (!before->held_count)
		return;
	for (int i = 0; i < before->held_count; i++)
		money_sum_add(&sum, before->held[i].values.ore);
	buffer_format(&writing->text, "Delegationens beslut enligt 17 § gäller fortfarande: %s betalas inte ut (rad ",
		kronor(sum.ore, ore));
	for (int i = 0; i < before->held_count; i++)
		buffer_format(&writing->text, "%d%s", first + i, joined(i, before->held_count));
	buffer_format(&writing->text, " i utbetalningsplanen).%s", writing->draft->row_count ? "\n" : "");
}

static void dates_write(struct writing *writing)
{
	char ore[MONEY_TEXT];

	standing_write(writing);
	held_write(writing);
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

/* Who takes part from now on: not the region that leaves. */
static void regions_write(struct writing *writing)
{
	const struct recipients *all = &writing->about->recipients;
	const char *leaves = writing->draft->region, **names;
	int count = 0;

	names = arena_take(writing->arena, ((size_t)all->count + 1) * sizeof *names);
	for (int i = 0; i < all->count; i++)
		if (!leaves || strcmp(all->codes[i], leaves) != 0)
			names[count++] = all->names[i];
	buffer_format(&writing->text, " från %s", count ? names[0] : "");
	if (count > 1)
		buffer_text(&writing->text, " (samordnande) tillsammans med ");
	for (int i = 1; i < count; i++)
		buffer_format(&writing->text, "%s%s", names[i], joined(i, count));
	buffer_text(&writing->text, ".");
	if (leaves)
		buffer_format(&writing->text, " %s lämnar åtgärden.", recipients_name(all, leaves));
}

static void measure_write(struct writing *writing)
{
	const struct decision_case *about = writing->about;

	buffer_format(&writing->text, "Bidraget lämnas för åtgärd %d-%d.%d, %s, i %s %d-%d", about->application_n,
		about->year, about->n, about->title, about->recipients.count > 1 ? "den gemensamma ansökan" : "ansökan",
		about->application_n, about->year);
	if (about->own_number)
		buffer_format(&writing->text, " (sökandens diarienummer %s)", about->own_number);
	regions_write(writing);
}

#define PERIOD "Åtgärden ska vidtas under perioden "

/* One end of the period the earlier decision gives, where it is in these words; else the measure's. */
static const char *period_end(const struct writing *writing, bool last)
{
	const struct decision_case *about = writing->about;
	const char *earlier = decision_before_text(about->before, "period");
	size_t skip = sizeof PERIOD - 1 + (last ? DAY_TEXT - 1 + sizeof "–" - 1 : 0);

	if (!strncmp(earlier, PERIOD, sizeof PERIOD - 1) && strlen(earlier) >= skip + DAY_TEXT - 1)
		return arena_text_part(writing->arena, earlier + skip, DAY_TEXT - 1);
	return last ? about->to_on : about->from_on;
}

static void period_write(struct writing *writing)
{
	const char *from = writing->draft->from_on, *to = writing->draft->to_on;

	if (!from && !to)
		return;
	from = from ? from : period_end(writing, false);
	to = to ? to : period_end(writing, true);
	if (from && to)
		buffer_format(&writing->text, PERIOD "%s–%s.", from, to);
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

/* What was typed or stands since before, and the conditions that instalments wait for, each once. */
static void conditions_write(struct writing *writing)
{
	const struct decision_draft *draft = writing->draft;
	const char *said =
		draft->conditions[0] ? draft->conditions : decision_before_text(writing->about->before, "conditions");

	buffer_text(&writing->text, said);
	for (int i = 0; i < draft->row_count; i++)
		if (draft->rows[i].condition[0] && !condition_told(draft, i) && !strstr(said, draft->rows[i].condition))
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

/* One point: written from the case, else as the earlier decision has it, else the law's standard text; "" when there is
 * none of them. */
static const char *point_write(struct arena *arena, const struct decision_case *about,
	const struct decision_draft *draft, const struct point_writer *writer, const char *standard)
{
	struct writing writing = {.arena = arena, .about = about, .draft = draft};
	const char *text, *earlier = writer ? decision_before_text(about->before, writer->key) : "";

	if (earlier[0])
		standard = earlier;

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
	const char *key = rows_text(rows, "key", arena);
	const struct point_writer *writer = writer_of(key);
	const char *titles[2] = {rows_text(rows, "title_en", arena), rows_text(rows, "title_sv", arena)};
	const char *source = rows_text(rows, "source", arena), *standard = rows_text(rows, "standard_sv", arena);

	out->point = rows_number(rows, "number");
	out->key = key;
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
