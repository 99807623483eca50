/* Where a region is paid: bankgiro, plusgiro or a bank account, entered by one and checked by another, in force from a
 * day and never changed. */
#ifndef KANSLI_CASEWORK_PAYEE_ACCOUNT_H
#define KANSLI_CASEWORK_PAYEE_ACCOUNT_H

#include "access.h"

struct payee_account {
	int64_t id, version, maker_id;
	const char *region, *region_short, *region_name;
	const char *kind, *number; /* "bankgiro", "plusgiro" or "account"; "123-4567" */
	const char *from_on, *source, *made_by, *made_at;
	const char *checked_by, *checked_at; /* NULL: not checked, so it does not count yet */
	bool in_force;                       /* today */
};
struct payee_account_list {
	struct arena arena;
	struct payee_account *items; /* Swedish order by region, then newest first */
	int count;
};
/* region NULL: all. */
bool payee_account_list_load(
	struct casework *cw, const char *region, struct payee_account_list *out, struct error *err);
void payee_account_list_done(struct payee_account_list *list);

struct payee_account_change {
	const char *region; /* code */
	const char *kind, *number, *from_on, *source;
};
/* RIGHT_ACCOUNT_PUT. ERROR_INVALID: the number's check digit is wrong. */
bool payee_account_add(struct casework *cw, const struct operation *op, const struct payee_account_change *change,
	int64_t *id, struct error *err);
/* Checked against its source by somebody else than the one who entered it, who types the number anew. */
bool payee_account_check(
	struct casework *cw, const struct operation *op, int64_t account, const char *number, struct error *err);

/* Pure: "1234567" as "123-4567"; ERROR_INVALID says what is wrong. */
enum { PAYEE_NUMBER = 24 };
bool payee_number_read(const char *kind, const char *typed, char out[PAYEE_NUMBER], struct error *err);
const char *payee_kind_word(const char *kind); /* in the language chosen */

/* What a region is paid to on a day, and what it was before; for who seals and who attests. */
struct payee_now {
	int64_t id; /* 0: no account in force */
	const char *kind, *number, *from_on, *made_by, *checked_by;
	const char *before; /* the number before it, "" none */
	bool changed;       /* since the region was last paid; where it never was, since there was another number */
};
bool payee_now_load(struct store *store, struct arena *arena, const char *region, const char *on, struct payee_now *out,
	struct error *err);

#endif
