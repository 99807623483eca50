/* Everything about one application, or one measure of it, loaded and written out: for people in sections, for programs
 * as one JSON object. */
#ifndef KANSLI_CLI_SHOW_H
#define KANSLI_CLI_SHOW_H

#include "base/json.h"
#include "casework/application.h"
#include "casework/assess.h"
#include "casework/clock.h"
#include "casework/contents.h"
#include "casework/decision.h"
#include "casework/disqualification.h"
#include "casework/event.h"
#include "casework/gate.h"
#include "casework/measure.h"
#include "casework/note.h"
#include "casework/payment.h"
#include "casework/ruling.h"
#include "cli.h"

/* What belongs to one measure. */
struct dossier_measure {
	const struct measure *measure;
	struct decision_list decisions;
	struct plan plan;
	struct assessor_list assessors;
	struct score_views views;
	bool seen;    /* the points may be seen: views is loaded */
	bool by_role; /* the roles see points, though these may be hidden until the person has handed in */
};
struct dossier {
	struct application application;
	struct measure_list measures;
	struct note_list notes;
	struct contents contents;
	struct clock_list clocks;
	struct ruling_list rulings;
	struct gate_list gates; /* its programme has the words */
	struct event_list events;
	struct disqualification_list conflicts;
	struct dossier_measure *each; /* as many as the measures */
	int count;                    /* how many of them are loaded */
	int64_t only;                 /* one measure; 0: the whole application */
	bool with_year;
};
bool dossier_load(struct shell *shell, int64_t application, int64_t only, struct dossier *out, struct error *err);
void dossier_done(struct dossier *dossier);

/* "participants" … as in --section; NULL: all of them. ERROR_INVALID names those there are. */
bool dossier_text(struct shell *shell, const struct dossier *dossier, const char *section, struct error *err);
void measure_section(struct buffer *out, const struct dossier *dossier, const struct dossier_measure *each);
void decision_section(struct buffer *out, const struct dossier *dossier, const struct dossier_measure *each);
void payment_section(struct buffer *out, const struct dossier *dossier, const struct dossier_measure *each);
/* Those about the measure `only`, and about all of the application; 0: every one. */
void rulings_section(struct buffer *out, const struct dossier *dossier);
/* Its paper in the register and how far it has been sent; nothing where there is none. */
void show_sent(struct buffer *out, int indent, const struct dossier *dossier, const struct decision_sent *sent);
void rulings_json(struct json *json, const struct ruling_list *list, int64_t only);
/* "Label           value"; nothing at all where there is no value. */
void show_line(struct buffer *out, int indent, const char *label, const char *value);
/* A text under its heading, indented; nothing where there is none. */
void show_text(struct buffer *out, int indent, const char *heading, const char *text);
const char *show_ore(struct arena *arena, int64_t ore);
void dossier_json(const struct dossier *dossier, struct buffer *out);

/* A measure, for `show 12.3` and `measure show`. */
bool show_measure(struct shell *shell, int64_t measure, struct error *err);
const char *show_measure_number(struct arena *arena, const struct measure *measure, bool with_year);

#endif
