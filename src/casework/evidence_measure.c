/* What can be seen in one measure (9 § 3, 1, 5 §§ and the guidance). Invariant: what is missing is named. */
#include "casework/contents_inner.h"

#include "base/buffer.h"
#include "base/money.h"
#include "base/text.h"
#include "base/words.h"

static const char *kr(int64_t ore, char out[MONEY_TEXT])
{
	return money_text(ore, MONEY_KR, words_swedish(), out);
}

static void lack_add(struct buffer *lacks, bool lacking, const char *name)
{
	if (lacking)
		buffer_format(lacks, "%s%s", lacks->bytes ? ", " : "", name);
}

static void described_see(struct seeing *seeing, const struct measure *measure)
{
	const struct evidence_about about = {
		.kind = EVIDENCE_DESCRIBED, .measure = measure, .where = _("The measure (9 § 3)")};
	char sum[MONEY_TEXT];
	struct buffer lacks;

	buffer_init(&lacks);
	lack_add(&lacks, text_blank(measure->description), _("description"));
	lack_add(&lacks, text_blank(measure->achieve), _("what is to be achieved"));
	lack_add(&lacks, measure->cost_ore == MONEY_UNKNOWN, _("estimated cost"));
	if (lacks.bytes)
		evidence_say(seeing, about, SEES_NO, _("Missing: %s."), lacks.text);
	else
		evidence_say(seeing, about, SEES_YES,
			_("Description, what is to be achieved and an estimated cost, %s, are there."),
			kr(measure->cost_ore, sum));
	buffer_done(&lacks);
}

static void costs_see(struct seeing *seeing, const struct measure *measure)
{
	const struct contents *contents = seeing->contents;
	const struct evidence_about about = {.kind = EVIDENCE_COSTS, .measure = measure, .where = _("Cost rows")};
	char rows[MONEY_TEXT], estimate[MONEY_TEXT], difference[MONEY_TEXT];
	bool any = false;

	for (int i = 0; i < contents->year_count; i++)
		any = any || (contents->years[i].measure == measure->id && contents->years[i].rows);
	for (int i = 0; any && i < contents->year_count; i++) {
		const struct cost_year *year = &contents->years[i];

		if (year->measure != measure->id || cost_year_difference(year) == 0)
			continue;
		if (year->estimate_ore == MONEY_UNKNOWN)
			evidence_say(seeing, about, SEES_UNCLEAR,
				_("%d: the cost rows come to %s; no cost is estimated for the year."), year->year,
				kr(year->rows_ore, rows));
		else
			evidence_say(seeing, about, SEES_UNCLEAR,
				_("%d: the cost rows come to %s against an estimate of %s, a difference of %s."),
				year->year, kr(year->rows_ore, rows), kr(year->estimate_ore, estimate),
				kr(cost_year_difference(year), difference));
	}
}

static void kind_see(struct seeing *seeing, const struct measure *measure)
{
	const struct evidence_about about = {.kind = EVIDENCE_KIND, .measure = measure, .where = _("The measure")};
	struct buffer lacks;

	buffer_init(&lacks);
	lack_add(&lacks, !measure->type, _("type"));
	lack_add(&lacks, !measure->area, _("area"));
	if (lacks.bytes)
		evidence_say(seeing, about, SEES_UNCLEAR, _("Missing: %s."), lacks.text);
	else
		evidence_say(seeing, about, SEES_YES, "%s, %s.",
			programme_word_name(&seeing->programme, "type", measure->type),
			programme_word_name(&seeing->programme, "area", measure->area));
	buffer_done(&lacks);
}

static void support_see(struct seeing *seeing, const struct measure *measure)
{
	const struct entry_list *supports = &seeing->contents->entries[ENTRY_SUPPORT];
	struct evidence_about about = {.kind = EVIDENCE_SUPPORT, .measure = measure, .where = _("Other state support")};

	for (int i = 0; i < supports->count; i++) {
		const struct entry *each = &supports->items[i];
		const char *const *values = each->values;
		char sum[MONEY_TEXT];

		if (each->measure != measure->id)
			continue;
		evidence_say(seeing, about, SEES_UNCLEAR, _("%s, %s to %s, %s; source: %s."), values[SUPPORT_NAME],
			values[SUPPORT_FROM_ON] ? values[SUPPORT_FROM_ON] : "–",
			values[SUPPORT_TO_ON] ? values[SUPPORT_TO_ON] : "–",
			entry_ore(each, SUPPORT_ORE) == MONEY_UNKNOWN ? _("amount unknown")
								      : kr(entry_ore(each, SUPPORT_ORE), sum),
			text_blank(values[SUPPORT_SOURCE]) ? _("not given") : values[SUPPORT_SOURCE]);
	}
	about.where = _("The measure");
	if (text_blank(measure->other_support))
		evidence_say(
			seeing, about, SEES_UNCLEAR, _("Missing: what the application says of other state support."));
	else
		evidence_say(seeing, about, SEES_NOTHING, _("The application says: %.*s"),
			TEXT_PART(measure->other_support, 200));
}

static void lasting_see(struct seeing *seeing, const struct measure *measure, const struct entry *promise)
{
	const struct entry_list *costs = &seeing->contents->entries[ENTRY_COST];
	struct evidence_about about = {.kind = EVIDENCE_LASTING, .measure = measure, .where = _("The measure")};
	bool running = false;

	for (int i = 0; i < costs->count; i++)
		running = running || (costs->items[i].measure == measure->id &&
					     text_same(costs->items[i].values[COST_KIND], "running"));
	if (text_blank(measure->lasting))
		evidence_say(seeing, about, SEES_NO, _("Missing: the plan for lasting effect."));
	else
		evidence_say(
			seeing, about, SEES_NOTHING, _("There is a plan; whether it secures the effect is judged."));
	about.kind = EVIDENCE_RUNNING;
	about.where = _("Cost rows");
	if (running && (!promise || text_blank(promise->values[PROMISE_RUNNING])))
		evidence_say(seeing, about, SEES_UNCLEAR,
			_("There are running costs, and nothing says who pays them afterwards."));
}

static void route_see(struct seeing *seeing, const struct measure *measure, const struct entry *promise)
{
	const struct evidence_about about = {
		.kind = EVIDENCE_ROUTE, .measure = measure, .where = _("What the measure promises")};
	const char *const *values = promise ? promise->values : NULL;
	struct buffer lacks;

	buffer_init(&lacks);
	lack_add(&lacks, !measure->effect, _("effect type"));
	lack_add(&lacks, !values || text_blank(values[PROMISE_CONSTANT]), _("what is held constant"));
	lack_add(&lacks, text_same(measure->effect, "more_care") && (!values || text_blank(values[PROMISE_NEED_SHOWN])),
		_("the assessed need of care"));
	lack_add(&lacks,
		!values || (!text_same(values[PROMISE_PRODUCTIVITY], "1") && !text_same(values[PROMISE_QUALITY], "1")),
		_("higher productivity or higher quality"));
	if (lacks.bytes)
		evidence_say(seeing, about, SEES_UNCLEAR, _("Missing: %s."), lacks.text);
	else
		evidence_say(seeing, about, SEES_YES, _("%s. Held constant: %.*s"),
			programme_word_name(&seeing->programme, "effect", measure->effect),
			TEXT_PART(values[PROMISE_CONSTANT], 200));
	buffer_done(&lacks);
}

static void indicator_see(struct seeing *seeing, const struct evidence_about *about, const struct entry *each)
{
	const char *const *values = each->values;
	struct buffer lacks;

	buffer_init(&lacks);
	lack_add(&lacks, text_blank(values[INDICATOR_BASELINE]), _("baseline"));
	lack_add(&lacks, text_blank(values[INDICATOR_TARGET]), _("target"));
	lack_add(&lacks, !values[INDICATOR_TARGET_ON], _("day of the target"));
	lack_add(&lacks, text_blank(values[INDICATOR_METHOD]), _("method"));
	if (lacks.bytes)
		evidence_say(seeing, *about, SEES_UNCLEAR, _("Indicator %d, %s, lacks: %s."), each->n,
			values[INDICATOR_NAME], lacks.text);
	else
		evidence_say(seeing, *about, SEES_YES, _("Indicator %d, %s: now %s, target %s by %s."), each->n,
			values[INDICATOR_NAME], values[INDICATOR_BASELINE], values[INDICATOR_TARGET],
			values[INDICATOR_TARGET_ON]);
	buffer_done(&lacks);
}

static void shown_see(struct seeing *seeing, const struct measure *measure, const struct entry *promise)
{
	const struct entry_list *indicators = &seeing->contents->entries[ENTRY_INDICATOR];
	struct evidence_about about = {.kind = EVIDENCE_INDICATOR, .measure = measure, .where = _("Indicators")};
	int count = 0;

	for (int i = 0; i < indicators->count; i++) {
		if (indicators->items[i].measure != measure->id)
			continue;
		indicator_see(seeing, &about, &indicators->items[i]);
		count++;
	}
	if (!count)
		evidence_say(seeing, about, SEES_NO, _("Missing: an indicator."));
	about.kind = EVIDENCE_COUNTED;
	if (!promise || !promise->values[PROMISE_RESULT])
		evidence_say(seeing, about, SEES_UNCLEAR,
			_("Missing: whether it is counted home as cost, quality or access."));
}

void evidence_of_measure(struct seeing *seeing, const struct measure *measure)
{
	const struct entry *promise = contents_promise(seeing->contents, measure->id);

	described_see(seeing, measure);
	costs_see(seeing, measure);
	kind_see(seeing, measure);
	support_see(seeing, measure);
	lasting_see(seeing, measure, promise);
	route_see(seeing, measure, promise);
	shown_see(seeing, measure, promise);
}
