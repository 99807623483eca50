/* What the contents pane's files share: the rows it shows. */
#ifndef KANSLI_TUI_CONTENTS_VIEW_H
#define KANSLI_TUI_CONTENTS_VIEW_H

#include "case_words.h"
#include "casework/contents.h"
#include "desk.h"
#include "listing.h"

enum content_kind { CONTENT_HEAD, CONTENT_SEEN, CONTENT_ENTRY, CONTENT_YEAR, CONTENT_TEXT };
struct content_row {
	enum content_kind kind;
	const char *label, *text;
	int64_t measure; /* that it is about; 0: the application */
	enum entry_kind entry_kind;
	const struct entry *entry;       /* CONTENT_ENTRY */
	const struct evidence *evidence; /* CONTENT_SEEN */
	const struct cost_year *year;    /* CONTENT_YEAR */
};
struct content_rows {
	struct arena arena;
	struct content_row *items;
	int count;
};
/* 9 § part by part; the texts live as long as the contents and the arena. */
void content_rows_make(struct content_rows *rows, const struct contents *contents, const struct desk *desk);
/* A value of an entry for people: amounts with unit, words and regions by name. "" where there is none. */
const char *content_value(
	const struct desk *desk, struct arena *arena, enum entry_kind kind, const struct entry *entry, int field);
/* The row in focus, whole. */
void content_about(const struct desk *desk, const struct content_row *row, struct area area);

#endif
