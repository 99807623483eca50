/* What verbs that record a decision of the delegation's share: who decided (FL 31 §). */
#ifndef KANSLI_CLI_DECIDING_H
#define KANSLI_CLI_DECIDING_H

#include "casework/decision_paper.h"
#include "cli.h"
#include "csv/paper.h"

struct deciding {
	int64_t item;
	const char *deciders, *presenter, *others;
};
/* --item, --deciders, --presenter and --others. */
bool shell_deciding(struct shell *shell, struct deciding *out, struct error *err);
/* decide_ruling.c */
extern const struct option_row decide_ruling_options[];
bool decide_write_off_run(struct shell *shell, struct error *err);
bool decide_dismiss_run(struct shell *shell, struct error *err);
bool decide_try_run(struct shell *shell, struct error *err);
/* decide_paper.c */
extern const struct option_row decide_paper_options[];
bool decide_paper_run(struct shell *shell, struct error *err);
/* The letter on the paper, which is ended here, registered with --on and --way; `change` says what it is of. */
bool shell_paper_put(struct shell *shell, struct decision_paper_change *change, struct paper *paper, struct error *err);
/* Its number in the register, and how far it has been sent; nothing where there is none. */
void shell_sent_write(struct paper *paper, int application_n, int year, const struct decision_sent *sent);
#define PAPER_OPTIONS                                                                                                  \
	{"on", N_("DAY"), N_("the day it was sent to all it goes to; without it nothing is sent yet"), false},         \
	{                                                                                                              \
		"way", N_("WAY"), N_("how it is sent (email)"), false                                                  \
	}
#define DECIDING_OPTIONS                                                                                               \
	{"on", N_("DAY"), N_("day of the decision (today)"), false},                                                   \
		{"reasons", N_("TEXT"), N_("the reasons of the decision"), false},                                     \
		{"item", N_("§ N"), N_("the section of the minutes where it was decided, instead of the three below"), \
			false},                                                                                        \
		{"deciders", N_("TEXT"), N_("who decided"), false},                                                    \
		{"presenter", N_("TEXT"), N_("presenting officer"), false},                                            \
	{                                                                                                              \
		"others", N_("TEXT"), N_("others who took part"), false                                                \
	}

#endif
