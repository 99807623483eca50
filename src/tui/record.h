/* What a form fills in: texts that live as long as the form. For the form files only: a record begins with a base, and
 * these make the functions by which a field reads and fills one of its members. */
#ifndef KANSLI_TUI_RECORD_H
#define KANSLI_TUI_RECORD_H

#include "casework/case_ref.h"
#include "desk.h"
#include "form.h"

struct record {
	struct arena arena;
	struct desk *desk;
};

/* A record of `size` bytes, zero but for its base. Freed by record_done. */
void *record_new(struct ui *ui, size_t size);
void record_done(void *record); /* for form_kind.done */
/* The operation of a save, and the version the text was written against. */
struct operation record_operation(const char *operation, int64_t version);
/* The nth word of a kind, as a choice in the language chosen; false after the last. */
bool record_word(const void *record, const char *kind, int which, struct field_choice *out);
/* The nth region. */
bool record_region(const void *record, int which, struct field_choice *out);
/* What a form is about, for its title and the list of drafts: "EFF 17-2026 · Västmanland", after the part where there
 * is one: "G12 · EFF 17-2026 · Västmanland". A part that tells the case's number already, as a document's does, stands
 * for it. In the record's arena; the part alone where there is no case. */
const char *record_about(void *record, const struct case_ref *of, const char *part);
/* "EFF 17-2026.2 · Västmanland" with a measure, "EFF 17-2026 · Västmanland" where that is 0. */
const char *record_about_application(void *record, int64_t application, int64_t measure, const char *part);
/* Says why a record could not begin, and frees it; false then. */
bool record_begun(struct ui *ui, void *record, bool begun, void (*done)(void *), const struct error *err);
/* ISO text of a day value in the record's arena; NULL for none. */
const char *record_day(void *record, const struct field_value *value);

/* What gets a last day (form_term.c). */
struct term_kind {
	const char *name; /* of its drafts: "power" */
	const char *said; /* "… ends on %s.", marked by N_() */
	bool (*find)(struct casework *cw, int64_t id, struct arena *arena, int64_t *version, const char **to_on,
		struct error *err); /* false also where it is not there */
	bool (*end)(struct casework *cw, const struct operation *op, int64_t id, const char *last, struct error *err);
};
void term_form(struct ui *ui, const struct term_kind *kind, int64_t id);

/* `type` begins with struct record base; `member` is a const char *. */
#define RECORD_TEXT(type, member)                                                                                      \
	static const char *member##_get(const void *record, struct arena *arena)                                       \
	{                                                                                                              \
		return arena_text(arena, ((const struct type *)record)->member);                                       \
	}                                                                                                              \
	static bool member##_set(void *record, const struct field_value *value, struct error *err)                     \
	{                                                                                                              \
		struct type *filled = record;                                                                          \
		(void)err;                                                                                             \
		filled->member = arena_text(&filled->base.arena, value->text);                                         \
		return true;                                                                                           \
	}
/* The same for a day: the member is ISO text or NULL. */
#define RECORD_DAY(type, member)                                                                                       \
	static const char *member##_get(const void *record, struct arena *arena)                                       \
	{                                                                                                              \
		return arena_text(arena, ((const struct type *)record)->member);                                       \
	}                                                                                                              \
	static bool member##_set(void *record, const struct field_value *value, struct error *err)                     \
	{                                                                                                              \
		(void)err;                                                                                             \
		((struct type *)record)->member = record_day(record, value);                                           \
		return true;                                                                                           \
	}
/* The choices of a field are the words of a kind. */
#define RECORD_WORDS(name, kind)                                                                                       \
	static bool name##_choice(const void *record, int which, struct field_choice *out)                             \
	{                                                                                                              \
		return record_word(record, kind, which, out);                                                          \
	}

#endif
