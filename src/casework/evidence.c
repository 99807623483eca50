/* What the program can see for itself. Invariant: it is a sentence and a place, beside a control point and never in its
 * stead; what takes a judgement is shown without an answer. */
#include "casework/contents_inner.h"
#include "casework/round.h"

#include "base/text.h"
#include "base/words.h"

/* ---- the application as a whole */

static void applicant_see(struct seeing *seeing)
{
	const struct application *application = &seeing->contents->application;
	const struct evidence_about about = {.kind = EVIDENCE_APPLICANT, .where = _("Participants")};

	for (int i = 0; i < application->participant_count; i++) {
		const struct participant *each = &application->participants[i];
		const struct region *region = programme_region(&seeing->programme, each->region);

		if (!each->lead || !region)
			continue;
		if (application->participant_count > 1)
			evidence_say(seeing, about, SEES_YES,
				_("%d regions apply together; %s, one of them, handed it in."),
				application->participant_count, region->short_name);
		else
			evidence_say(seeing, about, SEES_YES,
				!strcmp(region->kind, "region") ? _("%s is a region.")
								: _("%s is a municipality outside any region."),
				region->name);
	}
}

static void arrival_see(struct seeing *seeing)
{
	const struct application *application = &seeing->contents->application;
	const struct evidence_about about = {.kind = EVIDENCE_ARRIVAL, .where = _("Day of arrival")};

	if (!seeing->closes_on)
		return;
	evidence_say(seeing, about, application->row.late ? SEES_UNCLEAR : SEES_YES,
		application->row.late ? _("Arrived %s, after the round was open (%s to %s).")
				      : _("Arrived %s; the round was open %s to %s."),
		application->row.arrived_on, seeing->opens_on, seeing->closes_on);
}

static void analysis_see(struct seeing *seeing)
{
	const struct evidence_about about = {.kind = EVIDENCE_ANALYSIS, .where = _("Economic conditions (9 § 1)")};
	bool there = !text_blank(seeing->contents->application.economy);

	evidence_say(seeing, about, there ? SEES_YES : SEES_NO,
		there ? _("There is an analysis.") : _("Missing: the analysis of the economic conditions."));
}

static void needs_see(struct seeing *seeing)
{
	const struct entry_list *needs = &seeing->contents->entries[ENTRY_NEED];
	const struct evidence_about about = {.kind = EVIDENCE_NEEDS, .where = _("Development needs (9 § 2)")};

	if (text_blank(seeing->contents->application.needs) && !needs->count) {
		evidence_say(seeing, about, SEES_NO, _("Missing: the account of areas with large development needs."));
		return;
	}
	if (needs->count)
		evidence_say(seeing, about, SEES_YES,
			ngettext("There is an account, with %d need by name.",
				"There is an account, with %d needs by name.", (unsigned long)needs->count),
			needs->count);
	else
		evidence_say(seeing, about, SEES_YES, _("There is an account; no need stands by name."));
	for (int i = 0; i < needs->count; i++)
		if (text_blank(needs->items[i].values[NEED_MEASURES]))
			evidence_say(seeing, about, SEES_NOTHING, _("No measure answers to need %d, %s."),
				needs->items[i].n, needs->items[i].values[NEED_TITLE]);
}

/* ---- participants */

static void certificate_see(struct seeing *seeing, const struct participant *each)
{
	const struct evidence_about about = {
		.kind = EVIDENCE_CERTIFICATE, .participant = each, .where = _("Participants")};

	if (!each->certified_on)
		evidence_say(seeing, about, SEES_NO, _("%s: no certificate has come in."), each->region_short);
	else if (text_blank(each->certified_name))
		evidence_say(
			seeing, about, SEES_YES, _("%s: certificate of %s."), each->region_short, each->certified_on);
	else
		evidence_say(seeing, about, SEES_YES, _("%s: certificate of %s by %s, %s."), each->region_short,
			each->certified_on, each->certified_name,
			text_blank(each->certified_title) ? _("title not given") : each->certified_title);
}

static void decision_see(struct seeing *seeing, const struct participant *each)
{
	const struct evidence_about about = {
		.kind = EVIDENCE_DECISION, .participant = each, .where = _("Participants")};
	const char *name = each->region_short, *on = each->paper_on ? each->paper_on : _("no date");

	if (!strcmp(each->paper, "decision"))
		evidence_say(seeing, about,
			each->body_kind && !strcmp(each->body_kind, "working") ? SEES_UNCLEAR : SEES_YES,
			_("%s: decision %s by %s %s"), name, on,
			text_blank(each->paper_body) ? _("(body not given)") : each->paper_body,
			each->section ? each->section : "");
	else if (!strcmp(each->paper, "proposal"))
		evidence_say(seeing, about, SEES_NO, _("%s: a proposal of %s has come in, and no decision."), name, on);
	else if (!strcmp(each->paper, "handled"))
		evidence_say(seeing, about, SEES_NO,
			_("%s: a paper says the matter was handled on %s, not what was decided."), name, on);
	else
		evidence_say(seeing, about, SEES_NO, _("%s: no decision has come in."), name);
}

/* ---- all of it */

static bool round_read(struct seeing *seeing, struct round_list *rounds, struct error *err)
{
	if (!round_list_load(seeing->cw, rounds, err))
		return false;
	for (int i = 0; i < rounds->count; i++) {
		if (rounds->items[i].id != seeing->contents->application.row.round)
			continue;
		seeing->opens_on = rounds->items[i].opens_on;
		seeing->closes_on = rounds->items[i].closes_on;
		seeing->gate_version = rounds->items[i].gate_version;
	}
	return true;
}

static bool all_see(struct seeing *seeing, struct error *err)
{
	struct contents *contents = seeing->contents;
	const struct application *application = &contents->application;

	applicant_see(seeing);
	arrival_see(seeing);
	analysis_see(seeing);
	needs_see(seeing);
	for (int i = 0; i < contents->measures.count; i++)
		if (!contents->measures.items[i].withdrawn_on)
			evidence_of_measure(seeing, &contents->measures.items[i]);
	for (int i = 0; i < application->participant_count; i++)
		certificate_see(seeing, &application->participants[i]);
	for (int i = 0; i < application->participant_count; i++)
		decision_see(seeing, &application->participants[i]);
	if (!evidence_overlaps(seeing, err))
		return false;
	evidence_order(contents);
	return true;
}

bool evidence_gather(struct casework *cw, struct contents *contents, struct error *err)
{
	struct seeing seeing = {.cw = cw, .contents = contents};
	struct round_list rounds;
	bool seen;

	if (!programme_load(cw, &seeing.programme, err))
		return false;
	seen = round_read(&seeing, &rounds, err);
	if (seen) {
		seen = all_see(&seeing, err);
		round_list_done(&rounds);
	}
	programme_done(&seeing.programme);
	return seen;
}
