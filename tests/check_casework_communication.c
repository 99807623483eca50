/* Whether the applicant has been told before a decision that goes against it (FL 25 §). */
#include "cases.h"
#include "casework/clock.h"
#include "casework/communication.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;
static int64_t application, first, second;

static void begin(void)
{
	words_open("en");
	cw = office_open();
	application = application_of(cw, "23", "Närmare vård");
	first = measure_of(cw, application, "Hemmonitorering", 900, 500);
	second = measure_of(cw, application, "Röntgenflöde", 900, 500);
	office_sit(cw, "elin");
}

static void end(void)
{
	casework_close(cw);
}

static int sent(const char *kind, int64_t measure)
{
	struct clock_change change = {.kind = kind,
		.asks = "Protokollet och intyget.",
		.sent_on = "2026-11-20",
		.way = "email",
		.due_on = "2026-12-01",
		.measure = measure};
	int n = 0;

	OK(clock_send(cw, NULL, application, &change, &n, err));
	return n;
}

static void ck_told(int measure_n, const char *words)
{
	const char *warning = NULL;
	struct arena arena;

	arena_init(&arena);
	OK(communication_warning(cw, application, measure_n, "1.1", &arena, &warning, err));
	ck_assert_msg(
		words ? warning && strstr(warning, words) : !warning, "%s", warning ? warning : "nothing is said");
	arena_done(&arena);
}

START_TEST(a_decision_against_the_applicant_is_warned_of_until_the_applicant_has_been_told)
{
	struct clock_answer_change answer = {.answered_on = "2026-11-21", .answer = "Vi har inget att tillägga."};
	int n;

	ck_told(1, "nothing has been communicated");
	sent("completion", first); /* asking for papers tells nothing */
	ck_told(1, "nothing has been communicated");
	n = sent("communication", first);
	ck_told(1, "may comment until 2026-12-01");
	ck_told(2, "nothing has been communicated"); /* of the other measure */
	OK(clock_answer(cw, NULL, application, n, &answer, err));
	ck_told(1, NULL);
	OK(clock_uncommunicated(cw, NULL, application, second, "Bara egna uppgifter.", err));
	ck_told(2, NULL);
}
END_TEST

START_TEST(what_is_communicated_of_the_whole_application_is_of_each_measure)
{
	ck_told(2, "nothing has been communicated");
	OK(clock_uncommunicated(cw, NULL, application, 0, "Bara egna uppgifter.", err));
	ck_told(1, NULL);
	ck_told(2, NULL);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_decision_against_the_applicant_is_warned_of_until_the_applicant_has_been_told,
		what_is_communicated_of_the_whole_application_is_of_each_measure, NULL};

	return claims_run_in("communication", claims, begin, end, 60);
}
