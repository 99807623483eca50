/* An office where every verb about an application or its round has something to do, for the tests of who is barred. */
#ifndef KANSLI_TESTS_BARRING_H
#define KANSLI_TESTS_BARRING_H

#include "contest.h"

#include "casework/disqualification.h"

extern struct casework *cw;
extern int64_t round_id, big, bare, rival;                       /* applications */
extern int64_t placed, draft, fresh, paid, other_measure, entry; /* measures: four of big, one of bare, one of rival */

/* placed and entry are assessed by mats, placed moved by kim; draft is scored by maja and not handed in; paid is
 * granted in three instalments, the first authorised by carl, the third with a condition. olle has reported for big. */
void world(void);
/* The application; 0: the round. */
struct disqualification_about about_of(int64_t application);
/* By the one at the desk, for person, or with 0 for themselves. */
bool report(int64_t person, int64_t application, struct error *err);

#endif
