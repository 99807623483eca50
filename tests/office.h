/* A small office in memory for the tests of casework: founded, with a little law, one person per role, one round. */
#ifndef KANSLI_TESTS_OFFICE_H
#define KANSLI_TESTS_OFFICE_H

#include "casework/access.h"
#include "casework/programme.h"

/* Persons: adam (administrator), rut (registrar), elin and olle (officers), maja and mats (members), kim (chair), cia
 * and carl (controllers), rev (auditor). Round "2026" (2026-01-15–2026-03-31). Criteria
 * version 1: K1 weight 60, K2 weight 30, K3 weight 10 (bonus). Control points version 1: G1 of the application, G7 of
 * the measure, G12 of the participant. Regions 13 Halland, 19 Västmanland, 20 Dalarna, 23 Jämtland Härjedalen.
 * Appropriation 250 mnkr each year 2025–2030. An officer signs completions, communications, referrals and respites; the
 * chair notices, rulings to try as it stands, and refused respites. It is 2026-11-22 09:00:00. A test that cannot get
 * its office stops at once. */
struct casework *office_open(void);
/* The same on disk, for tests of several processes or of the file; the path must be free. */
struct casework *office_open_at(const char *path);
/* The little law, for a test to take apart. */
const struct programme *office_law(void);
struct casework *office_open_at_under(const char *path, const struct programme *programme);
/* In memory, with other law than the little. */
struct casework *office_open_under(const struct programme *programme);
/* Somebody else sits down at the desk. */
void office_sit(struct casework *cw, const char *login);
int64_t office_person(struct casework *cw, const char *login);
int64_t office_round(struct casework *cw, const char *name);
/* The demo clock. */
void office_clock(struct casework *cw, const char *moment);
/* How many events there are: a refused verb writes none. */
int64_t office_events(struct casework *cw);
/* cia, carl and conny, a third controller who comes then, on the attest list, for both steps and any amount; once. */
void office_attest_list(struct casework *cw);
/* Reviewed by conny and authorised by carl, or by cia when carl made the row; whoever sat at the desk sits there again.
 */
void office_review(struct casework *cw, int64_t instalment);
void office_attest(struct casework *cw, int64_t instalment);
/* Recorded as paid by who sits at the desk, though it is in no sealed file, for the reason "Paid by hand.". */
bool office_paid(struct casework *cw, int64_t instalment, const char *on, const char *reference, struct error *err);
/* kansli check has nothing to find, or the test stops at the first. */
void office_sound(struct casework *cw);
/* How many things of the code everybody has to do: "money_in". */
int office_tasks(struct casework *cw, const char *code);
/* Stops the test with the sentence when a verb was refused. */
#define OK(call)                                                                                                       \
	do {                                                                                                           \
		struct error office_err_ = {0};                                                                        \
		struct error *err = &office_err_;                                                                      \
		ck_assert_msg((call), "%s: %s", #call, err->text);                                                     \
	} while (0)
/* The call is refused with the kind, its sentence holds the part (""; any), it wrote no event and left the store free.
 * In the office `cw`. */
#define REFUSED(call, wanted, part)                                                                                    \
	do {                                                                                                           \
		struct error refused_ = {0}, *err = &refused_;                                                         \
		int64_t before_ = office_events(cw);                                                                   \
		ck_assert_msg(!(call), "%s was let through", #call);                                                   \
		ck_assert_msg(refused_.kind == (wanted), "%s: kind %d: %s", #call, (int)refused_.kind, refused_.text); \
		ck_assert_msg(refused_.text[0] && strstr(refused_.text, (part)), "“%s” does not say “%s”",             \
			refused_.text, (part));                                                                        \
		ck_assert_int_eq(office_events(cw), before_);                                                          \
		ck_assert(store_idle(casework_store(cw)));                                                             \
	} while (0)

#endif
