/* What there is to see, and beside which control points it stands. Invariant: the control points are the adopted
 * programme's, never named here; what no control point asks for is seen all the same, beside none. */
#include "casework/contents_inner.h"
#include "casework/grow.h"

#include "base/text.h"

static const struct {
	const char *code, *subject;
} kinds[EVIDENCE_KINDS] = {
	[EVIDENCE_APPLICANT] = {"applicant", "application"},
	[EVIDENCE_ARRIVAL] = {"arrival", "application"},
	[EVIDENCE_ANALYSIS] = {"analysis", "application"},
	[EVIDENCE_NEEDS] = {"needs", "application"},
	[EVIDENCE_DESCRIBED] = {"described", "measure"},
	[EVIDENCE_COSTS] = {"costs", "measure"},
	[EVIDENCE_KIND] = {"kind", "measure"},
	[EVIDENCE_SUPPORT] = {"support", "measure"},
	[EVIDENCE_OVERLAP] = {"overlap", "measure"},
	[EVIDENCE_LASTING] = {"lasting", "measure"},
	[EVIDENCE_RUNNING] = {"running", "measure"},
	[EVIDENCE_ROUTE] = {"route", "measure"},
	[EVIDENCE_INDICATOR] = {"indicator", "measure"},
	[EVIDENCE_COUNTED] = {"counted", "measure"},
	[EVIDENCE_CERTIFICATE] = {"certificate", "participant"},
	[EVIDENCE_DECISION] = {"decision", "participant"},
};

const char *evidence_subject(const char *code, size_t bytes)
{
	for (int i = 0; i < EVIDENCE_KINDS; i++)
		if (strlen(kinds[i].code) == bytes && !memcmp(kinds[i].code, code, bytes))
			return kinds[i].subject;
	return NULL;
}

static void evidence_add(
	struct seeing *seeing, const struct evidence_about *about, const struct gate *gate, struct evidence evidence)
{
	struct contents *contents = seeing->contents;

	evidence.kind = about->kind;
	evidence.gate = gate ? arena_text(&contents->arena, gate->id) : "";
	evidence.gate_sort = gate ? gate->sort : INT_MAX;
	evidence.measure = about->measure ? about->measure->id : 0;
	evidence.measure_n = about->measure ? about->measure->n : 0;
	evidence.participant = about->participant ? about->participant->id : 0;
	evidence.where = about->where;
	evidence.seen = contents->evidence_count;
	GROW(&contents->arena, contents->evidence, contents->evidence_count);
	contents->evidence[contents->evidence_count++] = evidence;
}

void evidence_say(struct seeing *seeing, struct evidence_about about, enum evidence_sees sees, const char *format, ...)
{
	struct evidence evidence = {.sees = sees};
	const struct programme *programme = &seeing->programme;
	char sentence[1000];
	va_list values;
	bool beside = false;

	va_start(values, format);
	vsnprintf(sentence, sizeof(sentence), format, values);
	va_end(values);
	evidence.sentence = text_harmless(&seeing->contents->arena, sentence, false);
	for (int i = 0; i < programme->gate_count; i++) {
		const struct gate *gate = &programme->gates[i];

		if (gate->version != seeing->gate_version || !gate_shows(gate, kinds[about.kind].code))
			continue;
		evidence_add(seeing, &about, gate, evidence);
		beside = true;
	}
	if (!beside)
		evidence_add(seeing, &about, NULL, evidence);
}

static int evidence_compare(const void *one, const void *two)
{
	const struct evidence *a = one, *b = two;

	if (a->gate_sort != b->gate_sort)
		return a->gate_sort < b->gate_sort ? -1 : 1;
	if (a->measure_n != b->measure_n)
		return a->measure_n < b->measure_n ? -1 : 1;
	return a->seen < b->seen ? -1 : a->seen > b->seen;
}

void evidence_order(struct contents *contents)
{
	if (contents->evidence_count)
		qsort(contents->evidence, (size_t)contents->evidence_count, sizeof(*contents->evidence),
			evidence_compare);
}
