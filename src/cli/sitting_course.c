/* kansli sitting, at the sitting: who is there, items, motions, votes, outcomes, minutes. */
#include "base/text.h"
#include "cli/sitting_runs.h"

bool sitting_start_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t id;

	if (!sitting_of(shell, &id, err) || !shell_operation(shell, NULL, &op, err) ||
		!sitting_start(shell->cw, &op, id, err))
		return false;
	shell_say(shell, _("The sitting is open."));
	return true;
}

/* --item N is read as the second argument is elsewhere. */
static bool item_option(struct shell *shell, int64_t *item, struct error *err)
{
	const char *wanted = shell_option(shell, "item"), *kept = shell->arguments[1];
	const struct sitting_item *found;
	struct sitting sitting;
	bool read;

	*item = 0;
	if (!wanted)
		return true;
	shell->arguments[1] = wanted;
	read = sitting_item_of(shell, &sitting, &found, err);
	shell->arguments[1] = kept;
	if (!read)
		return false;
	*item = found->id;
	sitting_done(&sitting);
	return true;
}

bool sitting_present_run(struct shell *shell, struct error *err)
{
	const char *presence = shell->arguments[2];
	struct operation op;
	int64_t id, item, person;

	if (!sitting_of(shell, &id, err) || !item_option(shell, &item, err) ||
		!sitting_person_of(shell, shell->arguments[1], &person, err) ||
		!shell_operation(shell, NULL, &op, err) ||
		!sitting_present(shell->cw, &op, id, item, person, presence, err))
		return false;
	shell_say(shell, "%s: %s", shell->arguments[1], sitting_presence_words(sitting_presence_read(presence)));
	return true;
}

/* What is done to the item of argument 1. */
static bool item_act(struct shell *shell,
	bool (*act)(struct casework *, const struct operation *, int64_t, struct error *), int64_t *sitting_id,
	struct error *err)
{
	const struct sitting_item *item;
	struct sitting sitting;
	struct operation op;
	bool done;

	if (!sitting_item_of(shell, &sitting, &item, err))
		return false;
	done = shell_operation(shell, NULL, &op, err) && act(shell->cw, &op, item->id, err);
	if (sitting_id)
		*sitting_id = sitting.id;
	sitting_done(&sitting);
	return done;
}

/* "§ 14: Beslutför: …" of the item that is under way. */
static bool under_way_tell(struct shell *shell, int64_t id, struct error *err)
{
	struct sitting sitting;

	if (!sitting_load(shell->cw, id, &sitting, err))
		return false;
	if (sitting.under_way >= 0) {
		const struct sitting_item *item = &sitting.items[sitting.under_way];

		buffer_format(&shell->out, "%d\n", item->section);
		shell_say(shell, "§ %d %s. %s.", item->section, item->title,
			item->veiled || item->hidden ? "" : quorum_words(&item->quorum, &sitting.arena));
	}
	sitting_done(&sitting);
	return true;
}

bool sitting_take_run(struct shell *shell, struct error *err)
{
	int64_t id = 0;

	return item_act(shell, sitting_take, &id, err) && under_way_tell(shell, id, err);
}

bool sitting_resume_run(struct shell *shell, struct error *err)
{
	int64_t id = 0;

	return item_act(shell, sitting_resume, &id, err) && under_way_tell(shell, id, err);
}

bool sitting_motion_run(struct shell *shell, struct error *err)
{
	const char *by, *text;
	const struct sitting_item *item;
	struct sitting sitting;
	struct operation op;
	int64_t person;
	bool done;
	int n = 0;

	if (!sitting_option_needed(shell, "by", &by, err) || !sitting_option_needed(shell, "text", &text, err) ||
		!sitting_person_of(shell, by, &person, err) || !shell_operation(shell, NULL, &op, err) ||
		!sitting_item_of(shell, &sitting, &item, err))
		return false;
	done = sitting_motion(shell->cw, &op, item->id, person, text, &n, err);
	sitting_done(&sitting);
	if (done && n) {
		buffer_format(&shell->out, "%d\n", n);
		shell_say(shell, _("Motion %d is noted."), n);
	}
	return done;
}

/* ---- votes */

struct voting {
	int64_t voters[SHELL_VALUES * 2];
	bool votes[SHELL_VALUES * 2];
	struct sitting_ballot_change change;
};

static bool side_read(struct shell *shell, const char *option, bool yes, struct voting *voting, struct error *err)
{
	const char *wanted;

	for (int i = 0; (wanted = shell_option_nth(shell, option, i)); i++) {
		if (!sitting_person_of(shell, wanted, &voting->voters[voting->change.count], err))
			return false;
		voting->votes[voting->change.count++] = yes;
	}
	return true;
}

static bool has_voted(const struct voting *voting, int64_t person)
{
	for (int i = 0; i < voting->change.count; i++)
		if (voting->voters[i] == person)
			return true;
	return false;
}

/* --others yes: everybody else who decides. */
static bool others_fill(struct shell *shell, const struct sitting_item *item, struct voting *voting, struct error *err)
{
	const char *others = shell_option(shell, "others");
	bool yes, no;

	if (!others)
		return true;
	yes = !strcmp(others, "yes") || !strcmp(others, "ja");
	no = !strcmp(others, "no") || !strcmp(others, "nej");
	if (!yes && !no)
		return refuse(err, ERROR_INVALID, _("--others is yes or no. Nothing was saved."));
	for (int i = 0; i < item->seat_count && voting->change.count < SHELL_VALUES * 2; i++) {
		if (!item->seats[i].decides || has_voted(voting, item->seats[i].person))
			continue;
		voting->voters[voting->change.count] = item->seats[i].person;
		voting->votes[voting->change.count++] = yes;
	}
	return true;
}

static bool motions_read(struct shell *shell, struct sitting_ballot_change *change, struct error *err)
{
	const char *motions = shell_option(shell, "motions");
	int read = 0;

	change->yes = 1;
	change->no = 2;
	if (!motions || (sscanf(motions, "%d,%d%n", &change->yes, &change->no, &read) == 2 && !motions[read]))
		return true;
	return refuse(err, ERROR_INVALID, _("Write the two motions as 1,2: yes is for the first. Nothing was saved."));
}

static void vote_tell(struct shell *shell, int64_t id, int n)
{
	struct error err = {0};
	struct sitting sitting;
	const struct sitting_item *item;

	if (!sitting_load(shell->cw, id, &sitting, &err))
		return;
	item = sitting_item_at(&sitting, n);
	if (item && item->ballot_count) {
		const struct sitting_ballot *ballot = &item->ballots[item->ballot_count - 1];

		shell_say(shell,
			ballot->casting ? _("%d yes, %d no: motion %d, by the chair's casting vote.")
					: _("%d yes, %d no: motion %d."),
			ballot->yes_count, ballot->no_count, ballot->yes_won ? ballot->yes : ballot->no);
	}
	sitting_done(&sitting);
}

bool sitting_vote_run(struct shell *shell, struct error *err)
{
	const struct sitting_item *item;
	struct voting voting = {0};
	struct sitting sitting;
	struct operation op;
	int64_t id;
	bool done;
	int n;

	if (!motions_read(shell, &voting.change, err) || !side_read(shell, "yes", true, &voting, err) ||
		!side_read(shell, "no", false, &voting, err) || !shell_operation(shell, NULL, &op, err) ||
		!sitting_item_of(shell, &sitting, &item, err))
		return false;
	voting.change.voters = voting.voters;
	voting.change.votes = voting.votes;
	id = sitting.id;
	n = item->n;
	done = others_fill(shell, item, &voting, err) && sitting_ballot(shell->cw, &op, item->id, &voting.change, err);
	sitting_done(&sitting);
	if (done)
		vote_tell(shell, id, n);
	return done;
}

/* ---- differing, ruling, outcome */

bool sitting_reserve_run(struct shell *shell, struct error *err)
{
	const char *by = shell_option(shell, "by"), *text;
	int64_t person = casework_actor(shell->cw);
	const struct sitting_item *item;
	struct sitting sitting;
	struct operation op;
	bool done;

	if (!sitting_option_needed(shell, "text", &text, err) || (by && !sitting_person_of(shell, by, &person, err)) ||
		!shell_operation(shell, NULL, &op, err) || !sitting_item_of(shell, &sitting, &item, err))
		return false;
	done = sitting_reserve(shell->cw, &op, item->id, person, text, err);
	sitting_done(&sitting);
	if (done)
		shell_say(shell, _("That is recorded."));
	return done;
}

/* One of --motion 2, --vote 1 and --reservation LOGIN. */
static bool void_part(struct shell *shell, struct sitting_void_change *change, struct error *err)
{
	const char *motion = shell_option(shell, "motion"), *vote = shell_option(shell, "vote"),
		   *reservation = shell_option(shell, "reservation");
	int64_t n = 0;

	if (!!motion + !!vote + !!reservation != 1)
		return refuse(err, ERROR_INVALID,
			_("Say one of --motion, --vote and --reservation: what was registered by mistake. Nothing was "
			  "saved."));
	if (reservation) {
		change->part = SITTING_RESERVATION;
		return sitting_person_of(shell, reservation, &change->person, err);
	}
	change->part = motion ? SITTING_MOTION : SITTING_VOTE;
	if (!shell_number(shell, motion ? "motion" : "vote", &n, err))
		return false;
	change->n = n > 0 && n < 10000 ? (int)n : 10000; /* a number no motion or vote has */
	return true;
}

bool sitting_void_run(struct shell *shell, struct error *err)
{
	struct sitting_void_change change = {.why = ""};
	const struct sitting_item *item;
	struct sitting sitting;
	struct operation op;
	bool done;

	if (!void_part(shell, &change, err) || !sitting_option_needed(shell, "why", &change.why, err) ||
		!shell_operation(shell, NULL, &op, err) || !sitting_item_of(shell, &sitting, &item, err))
		return false;
	done = sitting_void(shell->cw, &op, item->id, &change, err);
	sitting_done(&sitting);
	if (done)
		shell_say(shell, _("It is registered by mistake: it stays in the history and is not in the minutes."));
	return done;
}

bool sitting_ruling_run(struct shell *shell, struct error *err)
{
	const char *text = "";
	const struct sitting_item *item;
	struct sitting sitting;
	struct operation op;
	bool done;

	if (!shell_text(shell, "text", &text, err) || !shell_operation(shell, NULL, &op, err) ||
		!sitting_item_of(shell, &sitting, &item, err))
		return false;
	done = sitting_ruling(shell->cw, &op, item->id, text, err);
	sitting_done(&sitting);
	if (done)
		shell_say(shell, _("The chair's ruling is recorded."));
	return done;
}

bool sitting_outcome_run(struct shell *shell, struct error *err)
{
	struct sitting_outcome outcome = {.outcome = shell->arguments[2], .why = ""};
	const struct sitting_item *item;
	struct sitting sitting;
	struct operation op;
	int64_t motion = 0;
	int section;
	bool done;

	if (!shell_text(shell, "why", &outcome.why, err) || !shell_number(shell, "motion", &motion, err) ||
		!shell_operation(shell, NULL, &op, err) || !sitting_item_of(shell, &sitting, &item, err))
		return false;
	outcome.carried = motion > 0 && motion < 10000 ? (int)motion : 0;
	section = item->section;
	done = sitting_outcome(shell->cw, &op, item->id, &outcome, err);
	sitting_done(&sitting);
	if (done)
		shell_say(shell, "§ %d: %s", section, sitting_outcome_words(sitting_outcome_read(outcome.outcome)));
	return done;
}

/* ---- closing, minutes */

bool sitting_close_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t id;

	if (!sitting_of(shell, &id, err) || !shell_operation(shell, NULL, &op, err) ||
		!sitting_close(shell->cw, &op, id, err))
		return false;
	shell_say(shell, _("The sitting is closed."));
	return true;
}

bool sitting_adjuster_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t id, person;

	if (!sitting_of(shell, &id, err) || !sitting_person_of(shell, shell->arguments[1], &person, err) ||
		!shell_operation(shell, NULL, &op, err) || !sitting_adjuster(shell->cw, &op, id, person, err))
		return false;
	shell_say(shell, _("%s approves the minutes beside the chair."), shell->arguments[1]);
	return true;
}

bool sitting_adjust_run(struct shell *shell, struct error *err)
{
	const char *on = NULL;
	struct operation op;
	int64_t id;

	if (shell->argument_count == 2) {
		if (shell_option(shell, "on"))
			return refuse(
				err, ERROR_INVALID, _("An item is adjusted at the sitting, today. Leave --on out."));
		if (!item_act(shell, sitting_adjust_item, NULL, err))
			return false;
		shell_say(shell, _("The item is adjusted at once."));
		return true;
	}
	if (!sitting_of(shell, &id, err) || !shell_day_text(shell, "on", &on, err) ||
		!shell_operation(shell, NULL, &op, err) || !sitting_adjust(shell->cw, &op, id, on, err))
		return false;
	shell_say(shell, _("The minutes are approved."));
	return true;
}
