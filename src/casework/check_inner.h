/* What the files of kansli check share, for the casework room only. */
#ifndef KANSLI_CASEWORK_CHECK_INNER_H
#define KANSLI_CASEWORK_CHECK_INNER_H

#include "casework.h"
#include "store/store.h"

/* Findings are gathered and told when nothing is open any longer: whoever listens may write to a terminal. */
struct checking {
	struct casework *cw;
	struct store *store;
	struct arena arena;
	const char **findings;
	int count;
	size_t room;
};
void checking_find(struct checking *checking, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What a statement finds wrong, and who tells each row of it in words. */
struct check_claim {
	enum sql which;
	void (*tell)(struct checking *checking, struct rows *rows);
};
void checking_ask(struct checking *checking, const struct check_claim *claims, size_t count);
/* Money and numbers: what must hold between rows. */
void check_money(struct checking *checking);
/* Sittings: § numbers, quorum, votes, and that nobody barred took part. */
void check_sittings(struct checking *checking);
/* Each thing still stands as its newest event says, has one, and is still there. */
void check_content(struct checking *checking);
/* Kept versions of applications hold what was kept. */
void check_kept(struct checking *checking);
/* Sealed payment files hold what was sealed. */
void check_batches(struct checking *checking);
/* Demands hold what was sent, and the interest their periods give. */
void check_demands(struct checking *checking);
/* Reports that were sent hold what was sent. */
void check_sent(struct checking *checking);
/* Files of the register: missing, altered, or still there after their removal. After the looking: disks are slow. */
void check_files(struct checking *checking);

#endif
