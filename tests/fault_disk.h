/* A disk that fails when told to: a layer under SQLite that counts what is asked of the disk and lets the n-th thing go
 * wrong, or cuts the power there. After a cut each 512-byte sector written since its file was last synced is either
 * old or new, by chance, and so is the file's length. */
#ifndef KANSLI_TESTS_FAULT_DISK_H
#define KANSLI_TESTS_FAULT_DISK_H

#include <stdbool.h>
#include <stdint.h>

enum fault_kind {
	FAULT_NONE,
	FAULT_ONCE,  /* the n-th thing goes wrong */
	FAULT_STAYS, /* and everything after it */
	FAULT_TORN,  /* once; half of a write has got through */
	FAULT_FULL,  /* writes from the n-th thing on find no room */
	FAULT_POWER, /* nothing after the n-th thing happens at all */
};

void disk_layer(void); /* puts the layer under every connection opened from now on */
void disk_plan(enum fault_kind kind, int at);
int disk_things(void); /* asked since the plan was made */
int disk_syncs(void);
bool disk_struck(void); /* the planned fault has happened */
/* After a cut, with every connection closed: leaves the files as the disk might have them. */
void disk_after_cut(uint32_t chance);

#endif
