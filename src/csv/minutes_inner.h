/* What the files about a sitting's papers share, for the csv room only. */
#ifndef KANSLI_CSV_MINUTES_INNER_H
#define KANSLI_CSV_MINUTES_INNER_H

#include "casework/sitting.h"
#include "minutes.h"
#include "official.h"

struct minutes {
	struct official official;
	struct paper *paper;
	struct sitting sitting;
};
/* Reads the sitting and begins the paper with its head, number and day. */
bool minutes_begin(struct minutes *minutes, struct casework *cw, int64_t sitting, struct paper *paper,
	const char *title, struct error *err);
/* Ends both; `wrote` false drops what was begun. */
bool minutes_end(struct minutes *minutes, bool wrote, struct error *err);
/* "Föredragande", with the person's name: nothing where there is none. */
void minutes_fact(struct minutes *minutes, const char *key, const char *label, const char *value);
/* "§ 14  12.3 Mobil vårdenhet", "3  12.3 Mobil vårdenhet" where it has no § yet. */
const char *minutes_item_head(struct minutes *minutes, const struct sitting_item *item);
/* minutes_item.c: one item as it was: who was there, what was moved, how it was voted, how it ended. */
void minutes_item_write(struct minutes *minutes, const struct sitting_item *item, bool whole);

#endif
