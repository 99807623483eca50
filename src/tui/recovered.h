/* The inside of the pane of withheld, claimed and returned money, for pane_recovery.c and its view and papers. */
#ifndef KANSLI_TUI_RECOVERED_H
#define KANSLI_TUI_RECOVERED_H

#include "casework/money_in.h"
#include "casework/withholding.h"
#include "csv/claim_paper.h"
#include "desk.h"
#include "lettered.h"
#include "listing.h"
#include "writing.h"

enum { RECOVERED_PAPERS = 44 };

/* What is taken back, while the reason is asked for. */
struct recovered_back {
	int64_t money, version;
	int n, part; /* part 0: the whole is voided */
};
struct recovery {
	struct desk *desk;
	int64_t application; /* 0: all */
	int year, n;         /* of the case */
	unsigned relation;   /* of the person to it */
	char number[DESK_NUMBER];
	struct withholding_list withheld;
	struct claim_list claims;
	struct money_in_list money;
	struct listing listing;
	struct writing writing;
	struct recovered_back back;
	struct lettering lettering;           /* what v asks about */
	int paper, offered[RECOVERED_PAPERS]; /* the one that is made; those chosen among */
};

/* ---- recovered_view.c: withheld, then claims, then money */
extern const struct listing_kind recovered_table;
void recovered_draw(const struct pane *pane, struct area area);
/* What is in focus; two of them are NULL. */
const struct withholding *recovered_withholding(const struct recovery *recovery);
const struct claim *recovered_claim(const struct recovery *recovery);
const struct money_in *recovered_money(const struct recovery *recovery);
/* Puts what the screen is opened at in focus, if it is there. */
void recovered_find(struct recovery *recovery);

/* ---- recovered_papers.c */
void recovered_show_run(struct ui *ui, struct pane *pane);
void recovered_write_run(struct ui *ui, struct pane *pane);
/* The letter in the register, sent today or later. */
void recovered_put_run(struct ui *ui, struct pane *pane);
const char *recovered_put_barred(const struct ui *ui, const struct pane *pane);

/* ---- recovered_back.c: a part taken back, or the whole voided */
void recovered_back_run(struct ui *ui, struct pane *pane);
const char *recovered_back_barred(const struct ui *ui, const struct pane *pane);

#endif
