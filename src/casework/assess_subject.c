/* What reading and changing an assessment must first know of a measure. Invariant: how a person stands to a measure is
 * found here only, so that what hides scores and what lets them be given cannot differ. */
#include "casework/assess_inner.h"

#include "base/words.h"
#include "casework/application.h"

bool score_seen(unsigned roles, unsigned relation, bool decided)
{
	if (relation & RELATION_UNSUBMITTED)
		return false;
	return access_sees_points(roles, relation) || (decided && access_allows(roles, RIGHT_SEE, relation, NULL));
}

static void row_read(struct rows *rows, struct arena *arena, struct assess_subject *subject)
{
	int64_t round_criteria = rows_number(rows, "round_criteria");

	subject->application = rows_number(rows, "application");
	subject->year = (int)rows_number(rows, "year");
	subject->application_n = (int)rows_number(rows, "application_n");
	subject->n = (int)rows_number(rows, "n");
	subject->round = rows_number(rows, "round");
	subject->criteria_version = rows_number_or(rows, "own_criteria", round_criteria);
	subject->round_criteria = round_criteria;
	subject->title = rows_text(rows, "title", arena);
	subject->withdrawn = rows_bool(rows, "withdrawn");
	subject->ruled = rows_bool(rows, "ruled");
	subject->decided = rows_bool(rows, "decided");
	subject->assignment = rows_number_or(rows, "assignment", 0);
	subject->assessment = rows_number_or(rows, "assessment", 0);
	subject->version = rows_number_or(rows, "version", 0);
	subject->submitted_at = rows_text(rows, "submitted_at", arena);
	if (subject->submitted_at)
		subject->criteria_version = round_criteria;
	if (rows_bool(rows, "barred"))
		subject->relation |= RELATION_BARRED;
	if (subject->assignment)
		subject->relation |= RELATION_ASSIGNED;
	if (subject->assignment && !subject->submitted_at)
		subject->relation |= RELATION_UNSUBMITTED;
}

bool assess_subject_read(
	struct casework *cw, int64_t measure, struct arena *arena, struct assess_subject *out, struct error *err)
{
	struct assess_subject subject = {.measure = measure};
	char number[16];
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_ASSESS_SUBJECT,
		    BINDS(BIND("measure", measure), BIND("person", casework_actor(cw))), &rows, err))
		return false;
	if (rows_next(&rows))
		row_read(&rows, arena, &subject);
	if (!rows_done(&rows, err))
		return false;
	if (!subject.application)
		return refuse(err, ERROR_MISSING, _("There is no such measure."));
	if (!application_number_short(cw, subject.year, subject.application_n, number, err))
		return false;
	snprintf(subject.number, sizeof(subject.number), "%s.%d", number, subject.n);
	*out = subject;
	return true;
}

bool assess_subject_is_open(const struct assess_subject *subject, struct error *err)
{
	if (subject->withdrawn)
		return refuse(err, ERROR_INVALID, _("%s is withdrawn and is not assessed. Nothing was saved."),
			subject->number);
	if (subject->ruled)
		return refuse(err, ERROR_INVALID,
			_("%s is written off or dismissed and is not assessed. Nothing was saved."), subject->number);
	if (subject->decided)
		return refuse(err, ERROR_INVALID,
			_("%s is decided: the assessment stays as it was then. Nothing was saved."), subject->number);
	return true;
}

static int points_or_none(struct rows *rows, const char *column)
{
	return (int)rows_number_or(rows, column, SCORE_NONE);
}

bool assess_scores_read(struct casework *cw, const struct assess_subject *subject, const struct programme *programme,
	struct arena *arena, struct score items[SCORE_CRITERIA], int *count, struct error *err)
{
	struct rows rows;

	*count = 0;
	if (!store_ask(casework_store(cw), SQL_SCORE_LIST,
		    BINDS(BIND("assessment", subject->assessment), BIND("version", subject->criteria_version)), &rows,
		    err))
		return false;
	while (rows_next(&rows)) {
		assert(*count < SCORE_CRITERIA);
		struct score *score = &items[(*count)++];
		const char *criterion = rows_text(&rows, "criterion", arena), *reason;

		score->criterion = programme_criterion(programme, subject->criteria_version, criterion);
		assert(score->criterion); /* the same moment, and a foreign key */
		score->points = points_or_none(&rows, "points");
		score->low = points_or_none(&rows, "low");
		score->high = points_or_none(&rows, "high");
		reason = rows_text(&rows, "reason", arena);
		score->reason = reason ? reason : "";
		score->abstention = rows_text(&rows, "abstention", arena);
		score->late = (int)rows_number_or(&rows, "late", 0);
	}
	return rows_done(&rows, err);
}
