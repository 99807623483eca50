/* An office that can be played twice. Invariant: the same verbs in the same order, whatever the secret is. */
#include "leak_office.h"

#include "base/words.h"
#include "casework/assess.h"
#include "casework/batch.h"
#include "casework/disqualification.h"
#include "casework/firm_kept.h"
#include "casework/measure.h"
#include "casework/note.h"
#include "casework/payee_account.h"
#include "casework/payment.h"
#include "casework/rank.h"
#include "casework/sitting.h"

const struct leak_secret leak_secrets[2] = {
	{{4, 3, 4}, {2, 4, 4}, 2, INT64_C(765432100), "MÄRKET", "MÄRKET i anteckningen."},
	{{0, 1, 0}, {1, 0, 2}, 3, INT64_C(876543200), "TECKNET", "TECKNET som skrevs."},
};
static const int some[CONTEST_YEARS] = {0, 9000, 2000};

static void give(struct casework *cw, int64_t measure, const char *login, const int points[3], const char *word)
{
	static const char *const criteria[] = {"K1", "K2", "K3"};

	contest_assign(cw, measure, login);
	office_sit(cw, login);
	for (int i = 0; i < 3; i++) {
		char reason[64];
		struct score_change change = {.criterion = criteria[i],
			.set_points = true,
			.points = points[i],
			.set_span = true,
			.low = points[i] > 0 ? points[i] - 1 : 0,
			.high = points[i],
			.set_reason = true,
			.reason = reason};

		snprintf(reason, sizeof reason, "%s för %s: %d.", word, criteria[i], points[i]);
		OK(score_put(cw, NULL, measure, &change, 1, err));
	}
	OK(score_submit(cw, NULL, measure, err));
}

/* Another step for K2, an abstention from K3, and a step for K1 agreed on. */
static void say_more(struct casework *cw, int64_t measure, const struct leak_secret *secret)
{
	char text[64];
	struct score_change step = {
		.criterion = "K2", .set_points = true, .points = secret->kim[0], .set_reason = true, .reason = text};
	struct score_change abstains = {.criterion = "K3", .set_abstain = true, .abstain = text};
	struct consensus_change agreed = {.criterion = "K1", .points = secret->mats[1], .discussion = text};

	snprintf(text, sizeof text, "%s sades sedan.", secret->word);
	office_sit(cw, "mats");
	OK(score_again(cw, NULL, measure, &step, 1, text, err));
	office_sit(cw, "kim");
	OK(score_again(cw, NULL, measure, &abstains, 1, text, err));
	OK(consensus_record(cw, NULL, measure, &agreed, err));
}

static void limit_tight(struct casework *cw, int64_t round)
{
	struct limit_change change = {.kind = "round",
		.year = 2026,
		.round = round,
		.ore = INT64_C(1500000000),
		.source = "Beslut",
		.valid_from = "2026-01-01"};

	office_sit(cw, "cia");
	OK(limit_put(cw, NULL, &change, err));
}

static void note_write(struct casework *cw, int64_t application, const char *said)
{
	struct note_change change = {.kind = "working",
		.occurred_on = "2026-11-20",
		.way = "phone",
		.with_whom = "",
		.with_role = "",
		.with_name = "",
		.said = said,
		.changed = ""};
	int n;

	office_sit(cw, "elin");
	OK(note_add(cw, NULL, application, &change, &n, err));
}

static void report(struct casework *cw, int64_t application, const char *login)
{
	struct disqualification_change change = {
		.about = {application, 0}, .answer = "reported", .ground = "other", .what = "Leder projektet."};

	office_sit(cw, login);
	OK(disqualification_answer(cw, NULL, &change, NULL, err));
}

/* How firm it is, kept for the meeting. */
static void firm_kept(struct casework *cw, int64_t round)
{
	struct firm_watch watch = {0};
	struct firm_answer answer;
	struct firm firm;
	int64_t id;

	OK(firm_load(cw, round, 0, &firm, err));
	firm.robust.draws = 1000;
	ck_assert(firm_answer(&firm, &watch, &answer));
	OK(firm_keep(cw, NULL, &firm, &answer, &id, err));
	firm_answer_done(&answer);
	firm_done(&firm);
}

/* The chair's work on the measures: a locked proposal, a saved one, and an open one after them. */
static void rank(
	struct casework *cw, int64_t round, const int64_t measures[2], int64_t other, const struct leak_secret *secret)
{
	char moves[64], skips[64];

	snprintf(moves, sizeof moves, "%s flyttar.", secret->word);
	snprintf(skips, sizeof skips, "%s hoppar.", secret->word);
	office_sit(cw, "kim");
	OK(rank_move(cw, NULL, round, measures[0], secret->place, moves, err));
	OK(rank_set(cw, NULL, round, measures[0], 2026, secret->ore, err));
	OK(rank_lock(cw, NULL, round, err));
	firm_kept(cw, round);
	OK(rank_skip(cw, NULL, round, measures[1], skips, err));
	OK(rank_save(cw, NULL, round, "mellan", err));
	OK(rank_set(cw, NULL, round, measures[0], 2026, secret->ore + 100, err));
	OK(rank_set(cw, NULL, round, other, 2026, INT64_C(500000000), err));
}

/* The delegation sits on it: the agenda is drawn from the chair's order. What is said and voted about the measure is
 * hidden from who is barred from its case, until the minutes are approved: it is of the secret, but for those who may
 * see it though they do not see scores. */
static void sit(struct casework *cw, int64_t round, const struct leak_secret *secret, const struct leak_eyes *eyes)
{
	const char *word = eyes->note_seen ? "Skäl" : secret->word;
	bool turned = !eyes->note_seen && secret == &leak_secrets[1];
	struct sitting_change change = {.on_day = "2026-11-22", .starts_at = "", .place = ""};
	int64_t sitting, item,
		voters[] = {office_person(cw, "kim"), office_person(cw, "maja"), office_person(cw, "mats")};
	struct sitting_ballot_change ballot = {1, 2, voters, (bool[]){!turned, !turned, turned}, 3};
	struct sitting_outcome outcome = {"decided", word, 0};
	struct sitting_item_change item_change;
	struct sitting shown;
	int added;

	office_sit(cw, "elin");
	OK(sitting_open(cw, NULL, &change, &sitting, err));
	OK(sitting_draw(cw, NULL, sitting, round, &added, err));
	OK(sitting_start(cw, NULL, sitting, err));
	for (int i = 0; i < 3; i++)
		OK(sitting_present(cw, NULL, sitting, 0, voters[i], "present", err));
	OK(sitting_load(cw, sitting, &shown, err));
	item = shown.items[0].id;
	item_change = sitting_item_change_of(&shown.items[0]);
	item_change.proposes = word;
	OK(sitting_item_change(cw, NULL, item, &item_change, err));
	sitting_done(&shown);
	OK(sitting_take(cw, NULL, item, err));
	OK(sitting_motion(cw, NULL, item, voters[1], word, NULL, err));
	OK(sitting_motion(cw, NULL, item, voters[2], "Avslag.", NULL, err));
	OK(sitting_ballot(cw, NULL, item, &ballot, err));
	OK(sitting_outcome(cw, NULL, item, &outcome, err));
	OK(sitting_reserve(cw, NULL, item, voters[turned ? 1 : 2], word, err));
}

/* What is granted is sealed into a payment file, to an account that two have checked. */
static void paid_from(struct casework *cw)
{
	struct payee_account_change account = {NULL, "bankgiro", "5050-1055", "2026-01-01", "Brev"};
	struct instalment_list list;
	int64_t id;

	office_sit(cw, "cia");
	OK(instalment_list_load(cw, &(struct instalment_query){0}, &list, err));
	office_attest(cw, list.items[0].id);
	account.region = list.items[0].recipient;
	OK(payee_account_add(cw, NULL, &account, &id, err));
	office_sit(cw, "carl");
	OK(payee_account_check(cw, NULL, id, "5050-1055", err));
	OK(batch_seal(cw, NULL, &(struct batch_wish){.through = "2026-12-31"}, NULL, err));
	instalment_list_done(&list);
}

struct casework *leak_office(const struct leak_secret *secret, const struct leak_eyes *eyes)
{
	static const int fair[3] = {3, 2, 2}, weak[3] = {2, 1, 2}, good[3] = {3, 3, 3};
	struct casework *cw;
	int64_t round, application, measure, draft, fresh, second, third;

	words_open("sv");
	cw = office_open();
	round = office_round(cw, "2026");
	application = contest_application(cw, "Stor", (const char *[]){"20", "23", NULL});
	measure = contest_measure(cw, application, "Dold", some);
	draft = contest_measure(cw, application, "Utkast", some);
	fresh = contest_measure(cw, application, "Ny", some);
	second = contest_measure(cw, contest_application(cw, "Tävlan", (const char *[]){"19", NULL}), "Tävlar", some);
	third = contest_entry(cw, "Avgjord", 1000);
	limit_tight(cw, round);
	give(cw, measure, "mats", secret->mats, secret->word);
	give(cw, measure, "kim", secret->kim, secret->word);
	say_more(cw, measure, secret);
	give(cw, fresh, "mats", secret->kim, secret->word);
	give(cw, second, "mats", fair, "Skäl");
	give(cw, second, "kim", weak, "Skäl");
	give(cw, third, "mats", good, "Skäl");
	contest_assign(cw, draft, "mats");
	note_write(cw, application, eyes->note_seen ? "Läst." : secret->note);
	contest_decide(cw, third, "granted", (const int[CONTEST_YEARS]){0, 1000}, "2026-11-20", NULL);
	paid_from(cw);
	if (eyes->barred)
		report(cw, application, eyes->login);
	rank(cw, round, (const int64_t[]){measure, fresh}, second, secret);
	sit(cw, round, secret, eyes);
	if (eyes->assigned) {
		contest_assign(cw, measure, eyes->login);
		contest_assign(cw, fresh, eyes->login);
	}
	office_sit(cw, eyes->login);
	return cw;
}
