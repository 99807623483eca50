/* What an application says, piece by piece (9 §, and what stands around it): needs, promises, costs, indicators, other
 * state support, references, background, contact persons. One table says what each kind is made
 * of; every door goes by it, so that a field is added in one place. */
#ifndef KANSLI_CASEWORK_ENTRY_H
#define KANSLI_CASEWORK_ENTRY_H

#include "access.h"
#include "programme.h"

enum entry_kind {
	ENTRY_NEED,       /* an area with large development needs, and the measures that answer to it (9 § 2) */
	ENTRY_PROMISE,    /* what a measure promises: one for each measure */
	ENTRY_COST,       /* a cost of a measure: year, kind, amount (9 § 3) */
	ENTRY_INDICATOR,  /* how a result will be shown */
	ENTRY_SUPPORT,    /* other state support (5 §) */
	ENTRY_REFERENCE,  /* what the application leans on */
	ENTRY_BACKGROUND, /* what happened before, and related matters */
	ENTRY_CONTACT,    /* contact persons */
	ENTRY_KINDS
};
/* Where each field stands among an entry's values. */
enum { NEED_TITLE, NEED_TEXT, NEED_TAG, NEED_MEASURES }; /* measures: numbers parted by spaces, "1 3" */
enum {
	PROMISE_CONSTANT,
	PROMISE_NEED_SHOWN,
	PROMISE_RESULT,
	PROMISE_RUNNING,
	PROMISE_TRANSFER,
	PROMISE_OTHERWISE,
	PROMISE_SCOPE,
	PROMISE_PERSPECTIVE,
	PROMISE_HOURS,
	PROMISE_PRODUCTIVITY,
	PROMISE_QUALITY
};
enum { COST_YEAR, COST_KIND, COST_ORE, COST_TEXT };
enum {
	INDICATOR_NAME,
	INDICATOR_UNIT,
	INDICATOR_BASELINE,
	INDICATOR_BASELINE_ON,
	INDICATOR_TARGET,
	INDICATOR_TARGET_ON,
	INDICATOR_METHOD
};
enum { SUPPORT_NAME, SUPPORT_FROM_ON, SUPPORT_TO_ON, SUPPORT_ORE, SUPPORT_SOURCE };
enum { REFERENCE_TITLE, REFERENCE_ISSUER, REFERENCE_NUMBER, REFERENCE_INCOMPLETE };
enum {
	BACKGROUND_GIVEN, /* the date as it was given: "27 maj" */
	BACKGROUND_WHAT,
	BACKGROUND_WHO,
	BACKGROUND_NUMBER,
	BACKGROUND_OUTCOME,
	BACKGROUND_FIRST_ON, /* worked out: the days the date can mean, NULL where it cannot be placed */
	BACKGROUND_LAST_ON
};
enum { CONTACT_NAME, CONTACT_TITLE, CONTACT_REGION, CONTACT_EMAIL, CONTACT_PHONE, CONTACT_UNTIL_ON };
enum { ENTRY_FIELDS = 12 };

enum entry_value { /* what a value is; each is kept as text here, whatever column it has */
	ENTRY_LINE,
	ENTRY_TEXT,
	ENTRY_DAY,    /* ISO day */
	ENTRY_WORD,   /* code of a word */
	ENTRY_REGION, /* code of a region */
	ENTRY_YEAR,
	ENTRY_ORE,   /* whole öre in digits */
	ENTRY_COUNT, /* whole number, 0 or more */
	ENTRY_YES    /* "1" or "0" */
};
struct entry_field {
	const char *key;   /* as the shell's option, the sheet's column and, with _ for -, JSON: "need-shown" */
	const char *label; /* for people, through gettext */
	enum entry_value value;
	const char *words; /* kind of words, of ENTRY_WORD */
	bool needed;
};
/* What a kind is. */
const char *entry_code(enum entry_kind kind);  /* "need" */
const char *entry_name(enum entry_kind kind);  /* "need", in the language chosen */
const char *entry_title(enum entry_kind kind); /* "Need", not translated: N_() */
bool entry_of_measure(enum entry_kind kind);   /* it belongs to a measure, else to the application */
bool entry_is_single(enum entry_kind kind);    /* there is one at most, number 1 */
int entry_field_count(enum entry_kind kind);   /* those a person fills in; worked-out values stand after them */
struct entry_field entry_field(enum entry_kind kind, int field);

struct entry {
	int64_t id, version, measure;     /* measure 0: of the application */
	int measure_n, n;                 /* n: its number within the application or the measure; never used again */
	const char *values[ENTRY_FIELDS]; /* NULL: unknown */
};
struct entry_list {
	struct arena arena;
	struct entry *items; /* by measure, then number; background by its days */
	int count;
};
/* All of a kind in an application, those of its measures too. RIGHT_SEE. */
bool entry_list_load(
	struct casework *cw, enum entry_kind kind, int64_t application, struct entry_list *out, struct error *err);
void entry_list_done(struct entry_list *list);
/* The one with the number, of the measure or (0) of the application; NULL when there is none. */
const struct entry *entry_find(const struct entry_list *list, int64_t measure, int n);
int64_t entry_ore(const struct entry *entry, int field); /* MONEY_UNKNOWN when there is none */

struct entry_change {
	enum entry_kind kind;
	int64_t owner;                    /* the application, or the measure of a kind that belongs to one */
	int n;                            /* 0: a new one */
	const char *values[ENTRY_FIELDS]; /* all of them: what is NULL is empty afterwards */
};
/* Adds or changes; *n (may be NULL) gets its number. ERROR_MISSING: no such owner or number; ERROR_INVALID names the
 * field. A decided or withdrawn measure keeps what it has. RIGHT_APPLICATION_CHANGE, or RIGHT_MEASURE_PUT. */
bool entry_put(
	struct casework *cw, const struct operation *op, const struct entry_change *change, int *n, struct error *err);
/* Takes one away; the row stays with the day, and its number is not used again. */
bool entry_drop(
	struct casework *cw, const struct operation *op, enum entry_kind kind, int64_t owner, int n, struct error *err);

#endif
