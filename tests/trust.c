/* The office of the claims of trust. */
#include "trust.h"

#include "casework/event.h"
#include "office.h"

#include <check.h>
#include <sys/random.h>
#include <unistd.h>

static char folder[] = "/tmp/kansli-trust-XXXXXX";
char trust_path[64];

void trust_folder_make(void)
{
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(trust_path, sizeof(trust_path), "%s/office", folder);
}

void trust_folder_drop(void)
{
	static const char *const endings[] = {"", "-wal", "-shm", "-lock"};
	char name[96];

	for (int i = 0; i < 4; i++) {
		snprintf(name, sizeof(name), "%s%s", trust_path, endings[i]);
		unlink(name);
	}
	rmdir(folder);
}

uint32_t trust_seed(void)
{
	const char *given = getenv("KANSLI_SEED");
	uint32_t seed = 1;

	if (given)
		seed = (uint32_t)strtoul(given, NULL, 10);
	else if (getrandom(&seed, sizeof(seed), 0) != sizeof(seed))
		seed = 1;
	printf("# KANSLI_SEED=%u\n", seed);
	fflush(stdout);
	return seed;
}

struct casework *trust_office(const char *login)
{
	struct casework_who who = {.login = login};
	struct casework *cw = NULL;

	OK(casework_open(trust_path, STORE_WRITE, &who, &cw, err));
	return cw;
}

static void finding_show(void *with, const char *finding)
{
	(void)with;
	fprintf(stderr, "# %s\n", finding);
}

void trust_whole(struct casework *cw)
{
	int findings = -1;

	office_sit(cw, "rev");
	OK(check_all(cw, finding_show, NULL, &findings, err));
	ck_assert_int_eq(findings, 0);
}
