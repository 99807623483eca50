/* The inside of the detail: what pane_detail.c, detail_lists.c, detail_view.c and detail_text.c share. */
#ifndef KANSLI_TUI_DETAIL_INNER_H
#define KANSLI_TUI_DETAIL_INNER_H

#include "base/buffer.h"
#include "case_words.h"
#include "casework/event.h"
#include "casework/note.h"
#include "desk.h"
#include "listing.h"
#include "writing.h"

enum section { FACTS, MEASURES, GATES, NOTES, EVENTS, PARTICIPANTS, SECTIONS };
enum { DETAIL_FACTS = 16, DETAIL_GATES = 64, DETAIL_WIDE = 120 };

struct fact {
	const char *label; /* in the user's language */
	char text[CASE_WORDS];
};
/* A control point with the worst of its answers; those that wait for something come first. */
struct gate_worst {
	const struct gate *gate;
	const char *answer, *due_on; /* NULL: not answered; no day */
	int rows, waiting;           /* things it is asked of, and how many of them are not done with */
};
/* Where a section stands in the pane's area; rows 0: not in sight. */
struct place {
	int row, column, rows, columns;
};

struct detail {
	struct desk *desk;
	struct application_index walk; /* what . and , walk along */
	int64_t application;
	struct application whole;
	struct measure_list measures;
	int *points; /* beside the measures, in their arena */
	struct gate_list gates;
	struct note_list notes;
	struct event_list events;
	char conflicts[CASE_WORDS]; /* "6 av 7 svarat, 0 anmält" */
	char papers[CASE_WORDS];    /* "12, senast 2026-10-02 Yttrande; 1 för sent" */
	char recovery[CASE_WORDS]; /* "innehållet 1 500 000 kr; återkrävt 500 000 kr, 300 000 kr obetalt"; "" nothing */
	struct gate_worst worst[DETAIL_GATES];
	int worst_count;
	struct fact facts[DETAIL_FACTS];
	int fact_count, pairs;                   /* pairs: facts on one row */
	const struct participant **participants; /* who is missing first; in the application's arena */
	int participant_count;
	enum section section; /* in focus */
	struct listing listings[SECTIONS];
	struct place places[SECTIONS], chosen; /* chosen: the text of the measure in focus, beside wide lists */
	int rows, columns;                     /* that the places were counted for */
	struct writing writing;                /* of the dossier */
	char file[64];
};

/* ---- pane_detail.c */
const struct measure *detail_measure(const struct detail *detail); /* in focus, or NULL */

/* ---- detail_bars.c: why it cannot be done here and now, or NULL */
const char *detail_barred(const struct ui *ui, const struct detail *detail, enum right right);
const char *detail_notice(const struct pane *pane);
const char *detail_change_barred(const struct ui *ui, const struct pane *pane);
const char *detail_add_barred(const struct ui *ui, const struct pane *pane);
const char *detail_note_barred(const struct ui *ui, const struct pane *pane);
const char *detail_officer_barred(const struct ui *ui, const struct pane *pane);
const char *detail_withdraw_barred(const struct ui *ui, const struct pane *pane);

/* ---- detail_measures.c: what is done to the measure in focus */
void detail_score_run(struct ui *ui, struct pane *pane);
const char *detail_score_barred(const struct ui *ui, const struct pane *pane);
void detail_assessor_run(struct ui *ui, struct pane *pane);
const char *detail_assessor_barred(const struct ui *ui, const struct pane *pane);
void detail_decide_run(struct ui *ui, struct pane *pane);
const char *detail_decide_barred(const struct ui *ui, const struct pane *pane);
void detail_plan_run(struct ui *ui, struct pane *pane);
const char *detail_plan_barred(const struct ui *ui, const struct pane *pane);
/* ---- detail_papers.c: the line about the case's documents */
bool detail_papers_read(struct detail *detail, char out[CASE_WORDS], struct error *err);
/* And about what is withheld and reclaimed in it; "" where nothing ever was. */
bool detail_recovery_read(struct detail *detail, char out[CASE_WORDS], struct error *err);
/* ---- detail_ways.c */
void detail_register_run(struct ui *ui, struct pane *pane);
void detail_clocks_run(struct ui *ui, struct pane *pane);
void detail_versions_run(struct ui *ui, struct pane *pane);
void detail_dossier_run(struct ui *ui, struct pane *pane);
void detail_closing_run(struct ui *ui, struct pane *pane);
void detail_reports_run(struct ui *ui, struct pane *pane);
void detail_recovery_run(struct ui *ui, struct pane *pane);
void detail_audit_run(struct ui *ui, struct pane *pane);
/* ---- detail_letter.c */
void detail_letter_run(struct ui *ui, struct pane *pane);
const char *detail_letter_barred(const struct ui *ui, const struct pane *pane);

/* ---- detail_notes.c: what is done to the note in focus */
void detail_at(struct detail *detail); /* at the thing the case was opened for */
void detail_follow_run(struct ui *ui, struct pane *pane);
const char *detail_follow_barred(const struct ui *ui, const struct pane *pane);

/* ---- detail_facts.c */
enum { DETAIL_PAIRS = 3 };
extern const struct listing_kind detail_facts_tables[DETAIL_PAIRS];
void detail_facts_fill(struct detail *detail);
/* Who has answered about conflicts of interest, in words: the list itself has a screen of its own. */
bool detail_conflicts_read(struct detail *detail, char out[CASE_WORDS], struct error *err);
void detail_conflicts_run(struct ui *ui, struct pane *pane);
/* Facts on one row: 1, 2 or 3. */
void detail_facts_by(struct detail *detail, int pairs);

/* ---- detail_lists.c: the sections' tables */
void detail_lists_init(struct detail *detail);
/* After the snapshots were read: facts, the worst answers, the order of participants; the focus follows its things. */
void detail_lists_fill(struct detail *detail);
const char *section_name(enum section section);
/* What stands to the right on the section's heading; "" for none. */
void section_count(const struct detail *detail, enum section section, char out[CASE_WORDS]);

/* ---- detail_view.c */
/* Gives each section its place in rows x columns. What is in focus is always in sight. */
void detail_arrange(struct detail *detail, int rows, int columns);
void detail_draw(const struct pane *pane, struct area area);

/* ---- detail_text.c: the whole of what is in focus, to be read */
void application_write(const struct detail *detail, struct buffer *out);
void note_write(const struct detail *detail, const struct note *note, struct buffer *out);
void participant_write(const struct detail *detail, const struct participant *participant, struct buffer *out);

#endif
