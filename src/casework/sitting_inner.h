/* What the files about sittings share, for the casework room only. */
#ifndef KANSLI_CASEWORK_SITTING_INNER_H
#define KANSLI_CASEWORK_SITTING_INNER_H

#include "bar.h"
#include "change.h"
#include "field.h"
#include "grow.h"
#include "office.h"
#include "sitting.h"

/* ---- sitting_seats.c */
/* Everybody as they stand to the item, in the arena. */
bool sitting_seats_read(struct store *store, int64_t sitting, int64_t item, struct arena *arena,
	void (*take)(void *with, int64_t item, const struct sitting_seat *seat), void *with, struct error *err);
struct sitting_seats {
	struct sitting_seat *items;
	int count;
};
bool sitting_seats_of(
	struct change *change, int64_t sitting, int64_t item, struct sitting_seats *out, struct error *err);
struct quorum sitting_quorum_of(const struct sitting_seat *seats, int count);
const struct sitting_seat *sitting_seat_of(const struct sitting_seats *seats, int64_t person);
/* Present or remote. */
bool sitting_is_there(const char *presence);

/* ---- sitting_act.c: a change of a sitting or of one item, as the file has it when the change begins */
struct sitting_act {
	struct change *change;
	int64_t sitting, version, matter, adjuster, matter_version;
	const char *title, *on_day, *opened_at, *closed_at, *adjusted_on;
	int under_way; /* §, 0 none */
	struct {
		int64_t id, version, measure, application, presenter; /* id 0: the change is of the sitting */
		int n, section;
		const char *kind, *title, *outcome, *ruling, *closed_at;
		bool immediate;
	} item;
	void *with; /* what was given */
};
struct sitting_deed {
	const char *action;
	enum right right;
	/* Checks and writes; the event follows. */
	bool (*save)(struct sitting_act *act, struct error *err);
};
/* One change from beginning to commit. `id` is the sitting or, with `of_item`, the item. */
bool sitting_deed_run(struct casework *cw, const struct operation *op, const struct sitting_deed *deed, int64_t id,
	void *with, struct error *err);
/* When the operation was carried out before, *repeated gets the id of its first event's object. */
bool sitting_deed_run_again(struct casework *cw, const struct operation *op, const struct sitting_deed *deed,
	int64_t id, void *with, int64_t *repeated, struct error *err);
bool sitting_item_deed_run(struct casework *cw, const struct operation *op, const struct sitting_deed *deed, int64_t id,
	void *with, struct error *err);
/* In a change that has begun: fills what stands of the sitting. ERROR_MISSING, ERROR_INVALID registered by mistake. */
bool sitting_act_begin(struct sitting_act *act, struct change *change, int64_t sitting, struct error *err);
/* Its next version, and an event about it. */
bool sitting_act_record(struct sitting_act *act, const char *before, struct error *err);
/* ERROR_INVALID: it is closed; or, for `going`, not opened. */
bool sitting_is_open(const struct sitting_act *act, struct error *err);
bool sitting_is_going(const struct sitting_act *act, struct error *err);
/* The item is taken up and not closed. */
bool sitting_item_is_going(const struct sitting_act *act, struct error *err);
/* Its next version. */
bool sitting_item_touch(struct sitting_act *act, struct error *err);
/* One text, cleaned in place. `label` as in a struct field. */
bool sitting_text_clean(struct change *change, const char *label, bool needed, const char **text, struct error *err);
/* An SQL answer of one number or truth. */
bool sitting_ask_number(
	struct change *change, enum sql which, struct binds binds, const char *column, int64_t *out, struct error *err);
/* The person's name, for sentences. */
const char *sitting_name_of(const struct sitting_seats *seats, int64_t person);

/* ---- sitting_vote.c, sitting_void.c */
/* The item is taken up and something is decided in it that is not dispatched or made known (FL 30 §). */
bool sitting_can_be_differed_from(const struct sitting_act *act, struct error *err);
/* Whether the person has reported before, and whether that was taken back since. */
struct sitting_reserved {
	int64_t id, wordings; /* 0: never reported; taken back and reported again, how many times */
	bool stands;
};
bool sitting_reserved_read(struct sitting_act *act, int64_t person, struct sitting_reserved *out, struct error *err);
bool sitting_motion_find(struct sitting_act *act, int n, int64_t *id, bool *beaten, struct error *err);

/* ---- sitting_call.c */
/* Who is called as chair and members: those appointed on the day. */
bool sitting_appoint(struct sitting_act *act, const char *on_day, struct error *err);
/* On the list of the sitting, as `capacity` where not there yet. */
bool sitting_put_person(struct sitting_act *act, int64_t person, const char *capacity, struct error *err);

#endif
