/* Money is whole öre in 64 bits, exact and checked. Unknown is a value of its own, never 0. */
#ifndef KANSLI_BASE_MONEY_H
#define KANSLI_BASE_MONEY_H

#include "arena.h"
#include "error.h"
#include <stdbool.h>
#include <stdint.h>

#define MONEY_UNKNOWN INT64_MIN
#define MONEY_MOST INT64_C(1000000000000000) /* 10 000 miljarder kronor: no typed amount is larger */

/* Overflow or an unknown term answers false and leaves *out alone. */
bool money_add(int64_t a, int64_t b, int64_t *out);
bool money_subtract(int64_t a, int64_t b, int64_t *out);
/* a·b/c rounded half away from zero, exact in 128 bits; c > 0. */
bool money_part(int64_t a, int64_t b, int64_t c, int64_t *out);
/* The same rounded down, of amounts that are not negative; c > 0. */
bool money_part_down(int64_t a, int64_t b, int64_t c, int64_t *out);

/* A sum that skips unknown amounts and counts them; overflow stops the program (assert), for amounts are bounded. */
struct money_sum {
	int64_t ore;
	int known, unknown;
};
void money_sum_add(struct money_sum *sum, int64_t ore);

/* As typed: kronor unless a unit follows: "1 240 000", "1,2 mnkr" (mn mkr Mkr MSEK), "12 tkr", "350 kr", "3 mdkr".
 * Blanks, U+00A0 and U+202F group; comma or point is decimal; at most two decimals of a krona after the unit is
 * applied. "1.000" and "1,000" are refused as ambiguous; negative refused. */
bool money_parse(const char *text, int64_t *out, struct error *err);

enum money_style {
	MONEY_KR,    /* 1 240 000 kr; English 1,240,000 SEK (öre shown as ,50 only when there are some) */
	MONEY_PLAIN, /* 1 240 000 */
	MONEY_TKR,   /* 1 240          whole thousands, half away from zero */
	MONEY_MNKR,  /* 1,2            one decimal */
	MONEY_CSV,   /* 1240000,00     two decimals, no grouping, comma; the rfc4180 dialect replaces the comma */
};
enum { MONEY_TEXT = 48 };
/* Groups with a plain space (Swedish) or comma (English) and , or . as decimal sign. "okänt"/"unknown" for
 * MONEY_UNKNOWN except MONEY_CSV, which gives "". Answers out. */
char *money_text(int64_t ore, enum money_style style, bool swedish, char out[MONEY_TEXT]);
/* A count grouped as money is: "100 000". Answers out. */
char *count_text(int64_t count, bool swedish, char out[MONEY_TEXT]);

#endif
