/* Kinds of decisions: the first, and those that replace one, each with its provision of the Administrative Procedure
 * Act. Invariant: a correction says what was written wrong, and an extension moves no money. */
#include "casework/decision_inner.h"

#include "base/text.h"
#include "base/words.h"

static const struct kind {
	const char *code, *provision; /* provision: when none is given; NULL: it has to be */
} kinds[] = {
	{"first", ""},
	{"correction", "FL 36"},
	{"change", NULL},
	{"extension", "FL 37"},
	{"withdrawal", "FL 37"},
	{"leaving", "FL 37"},
};
static const char *const provisions[] = {"FL 36", "FL 37", "FL 38"};

static bool is(const struct decision_draft *draft, const char *kind)
{
	return !strcmp(draft->kind, kind);
}

/* "37 § FL, nya uppgifter": the section stands as a number of its own. */
static const char *provision_in(const char *ground)
{
	for (const char *at = ground; *at; at++) {
		if (at[0] != '3' || at[1] < '6' || at[1] > '8' || isdigit((unsigned char)at[2]) ||
			(at > ground && isdigit((unsigned char)at[-1])))
			continue;
		return provisions[at[1] - '6'];
	}
	return NULL;
}

static bool provision_known(const char *typed, const char **out, struct error *err)
{
	*out = NULL;
	if (text_blank(typed))
		return true;
	*out = provision_in(typed);
	return *out ||
	       refuse(err, ERROR_INVALID,
		       _("'%s' is no provision to replace a decision by. Choose FL 36, FL 37 or FL 38."), typed);
}

static const struct kind *kind_find(const char *code)
{
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (!strcmp(kinds[i].code, code))
			return &kinds[i];
	return NULL;
}

static bool kind_known(const struct decision_case *about, const char *typed, const char *provision,
	const struct kind **out, struct error *err)
{
	bool later = about->before->id != 0;

	if (!text_blank(typed))
		*out = kind_find(typed);
	else if (!later)
		*out = &kinds[0];
	else
		*out = kind_find(provision && !strcmp(provision, "FL 36") ? "correction" : "change");
	if (!*out)
		return refuse(err, ERROR_INVALID,
			_("There is no kind of decision '%s'. Choose first, correction, change, extension, withdrawal "
			  "or leaving."),
			typed);
	if (later == (*out != &kinds[0]))
		return true;
	if (later)
		return refuse(err, ERROR_INVALID,
			_("Measure %s is already decided (decision %d), so this is not its first decision. Choose how "
			  "it "
			  "replaces that one."),
			about->number, about->before->n);
	return refuse(err, ERROR_INVALID,
		_("Measure %s has no earlier decision, so there is none to replace. The first decision on it is a "
		  "grant, a grant in part or a refusal, and has no ground for replacing anything."),
		about->number);
}

static bool provision_stands(const struct decision_case *about, const struct kind *kind, const char *said,
	struct decision_draft *draft, struct error *err)
{
	draft->provision = said ? said : kind->provision;
	if (draft->provision && draft->provision[0] && !draft->ground[0])
		draft->ground = draft->provision;
	if (!draft->provision)
		return refuse(err, ERROR_INVALID,
			_("Measure %s is already decided (decision %d). A decision that replaces it "
			  "needs its ground: section "
			  "36, 37 or 38 of the Administrative Procedure Act."),
			about->number, about->before->n);
	if (is(draft, "correction") == !strcmp(draft->provision, "FL 36"))
		return true;
	return refuse(err, ERROR_INVALID,
		_("Section 36 of the Administrative Procedure Act is for clerical errors, and only a correction is "
		  "made by it. Choose the kind correction, or section 37 or 38."));
}

static bool region_known(
	const struct decision_case *about, const char *typed, struct decision_draft *draft, struct error *err)
{
	const struct recipients *regions = &about->recipients;

	draft->region = NULL;
	if (!is(draft, "leaving"))
		return text_blank(typed) || refuse(err, ERROR_INVALID,
						    _("A region is named only in a decision that lets it leave a joint "
						      "measure."));
	for (int i = 0; !text_blank(typed) && i < regions->count; i++)
		if (!strcmp(regions->codes[i], typed))
			draft->region = regions->codes[i];
	if (!draft->region)
		return refuse(err, ERROR_INVALID,
			_("Which region leaves measure %s is not said, or it takes no part in it."), about->number);
	return strcmp(draft->region, regions->codes[0]) != 0 ||
	       refuse(err, ERROR_INVALID,
		       _("%s leads the application and cannot leave the measure: the grant is paid to it and it "
			 "answers "
			 "for it."),
		       regions->names[0]);
}

bool decision_kind_read(const struct decision_case *about, const struct decision_change *typed,
	struct decision_draft *draft, struct error *err)
{
	const struct kind *kind = NULL;
	const char *said;

	if (!provision_known(typed->provision, &said, err))
		return false;
	if (!said)
		said = provision_in(draft->ground);
	if (!kind_known(about, typed->kind, said, &kind, err))
		return false;
	draft->kind = kind->code;
	if (!about->before->id && (draft->ground[0] || said))
		return kind_known(about, "change", NULL, &kind, err);
	return provision_stands(about, kind, said, draft, err) && region_known(about, typed->region, draft, err);
}

/* ---- what each kind asks */

/* Something beside the section and its name: what was written wrong. */
static bool says_error(const char *ground)
{
	static const char *const empty[] = {"fl", "rättelse", "correction", "enligt", "av", "of", "section",
		"förvaltningslagen", "the", "administrative", "procedure", "act", "under", "grund"};
	char word[64];
	size_t length = 0;

	for (const char *at = ground;; at++) {
		bool letter = isalpha((unsigned char)*at) || (unsigned char)*at >= 0xC3;
		bool known = false;

		if (((unsigned char)*at & 0xC0) == 0x80)
			letter = length > 0;
		if (letter && length + 1 < sizeof word) {
			word[length++] = (char)tolower((unsigned char)*at);
			continue;
		}
		word[length] = '\0';
		for (size_t i = 0; i < sizeof empty / sizeof empty[0]; i++)
			known = known || !strcmp(word, empty[i]);
		if (length > 1 && !known)
			return true;
		length = 0;
		if (!*at)
			return false;
	}
}

static bool correction_allowed(const struct decision_draft *draft, struct error *err)
{
	return says_error(draft->ground) || refuse(err, ERROR_INVALID,
						    _("A correction is of a clerical error (section 36 of the "
						      "Administrative Procedure Act). Say in the "
						      "ground what was written wrong and what it should have been."));
}

static bool extension_allowed(const struct decision_case *about, const struct decision_draft *draft, struct error *err)
{
	const struct money_years *before = &about->before->granted, *now = &draft->granted;
	bool same = before->ore == now->ore;

	for (int i = 0; i < before->count; i++)
		same = same && money_years_of(now, before->items[i].year) == before->items[i].ore;
	return same ||
	       refuse(err, ERROR_INVALID,
		       _("An extension leaves the money as it is. To change the amounts of measure %s, record a "
			 "change."),
		       about->number);
}

static bool withdrawal_allowed(const struct decision_case *about, const struct decision_draft *draft, struct error *err)
{
	if (draft->granted.ore >= about->before->granted.ore)
		return refuse(err, ERROR_INVALID,
			_("Nothing is given up: measure %s keeps all that was granted. Give the amounts that have been "
			  "or will still be paid."),
			about->number);
	return true;
}

static bool leaving_allowed(const struct decision_case *about, const struct decision_draft *draft, struct error *err)
{
	if (draft->granted.ore > about->before->granted.ore)
		return refuse(err, ERROR_INVALID,
			_("Measure %s cannot be granted more because a region leaves it. To raise the amounts, record "
			  "a "
			  "change."),
			about->number);
	for (int i = 0; i < draft->row_count; i++)
		if (!strcmp(draft->rows[i].recipient, draft->region))
			return refuse(err, ERROR_INVALID,
				_("Row %d of the plan pays to the region that leaves. Give the instalments that are to "
				  "be "
				  "paid from now on."),
				i + 1);
	return true;
}

bool decision_kind_allowed(const struct decision_case *about, const struct decision_draft *draft, struct error *err)
{
	if (is(draft, "correction"))
		return correction_allowed(draft, err);
	if (is(draft, "extension"))
		return extension_allowed(about, draft, err);
	if (is(draft, "withdrawal"))
		return withdrawal_allowed(about, draft, err);
	return !is(draft, "leaving") || leaving_allowed(about, draft, err);
}

bool decision_kind_texts(const struct decision_case *about, const struct decision_draft *draft,
	const struct decision_texts *texts, struct error *err)
{
	static const char *const times[] = {"period", "partial_report", "report"};
	bool news = !is(draft, "extension");

	for (int i = 0; i < texts->count; i++)
		for (size_t at = 0; at < sizeof times / sizeof times[0]; at++)
			if (!strcmp(texts->items[i].key, times[at]))
				news = news || strcmp(texts->items[i].text,
						       decision_before_text(about->before, times[at])) != 0;
	return news || refuse(err, ERROR_INVALID,
			       _("The extension says the same as decision %d. Give another last day of the period, or "
				 "another day of a report."),
			       about->before->n);
}
