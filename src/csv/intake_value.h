/* What a cell of a sheet means: days, times, amounts, words and regions as people write them in files. A value that has
 * no meaning is ERROR_INVALID, and err->text says why and what to write; it does not repeat the value. */
#ifndef KANSLI_CSV_INTAKE_VALUE_H
#define KANSLI_CSV_INTAKE_VALUE_H

#include "casework/programme.h"

/* A whole day, always with its year: 2026-09-30, 20260930, 30/9 2026, 30.9.2026, 30 september 2026. *out: ISO, in the
 * arena. */
bool value_day(const char *text, struct arena *arena, const char **out, struct error *err);
/* 9:05, 09.05, "kl. 9.05": *out "09:05" in the arena. */
bool value_time(const char *text, struct arena *arena, const char **out, struct error *err);
/* Kronor or with a unit, in öre; "okänt" or "unknown": MONEY_UNKNOWN. */
bool value_money(const char *text, int64_t *out, struct error *err);
/* A word of the kind, by code or by name in either language: its code. */
bool value_word(
	const struct programme *programme, const char *kind, const char *text, const char **out, struct error *err);
/* Several parted by |: their codes parted by |, in the arena. */
bool value_words(const struct programme *programme, const char *kind, const char *text, struct arena *arena,
	const char **out, struct error *err);
bool value_region(const struct programme *programme, const char *text, const char **out, struct error *err);
/* nej 0, ja 1, delvis 2; no, yes, partly. */
bool value_invented(const char *text, int *out, struct error *err);
/* A measure's number, 1–999. */
bool value_number(const char *text, int *out, struct error *err);

#endif
