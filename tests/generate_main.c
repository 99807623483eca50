/* generate OFFICE N SEED: makes an office of N made-up applications. With the same number and seed the file is the same
 * byte for byte, the ids that are random elsewhere among them. */
#include "generate.h"

#include <sys/random.h>

static struct dice ids = {1};

/* In the place of the C library's, in this program only. */
ssize_t getrandom(void *buffer, size_t bytes, unsigned flags)
{
	unsigned char *to = buffer;

	(void)flags;
	for (size_t i = 0; i < bytes; i++)
		to[i] = (unsigned char)dice_throw(&ids, 256);
	return (ssize_t)bytes;
}

int main(int argc, char **argv)
{
	struct generated made;
	uint64_t seed;

	if (argc != 4) {
		fprintf(stderr, "generate OFFICE APPLICATIONS SEED\n");
		return EXIT_FAILURE;
	}
	seed = strtoull(argv[3], NULL, 10);
	ids.state += seed;
	casework_close(generate_office(argv[1], (int)strtol(argv[2], NULL, 10), seed, &made));
	printf("%d applications, %d participants, %d measures, %d notes of %lld bytes, %d scores, %d answers, %d "
	       "decisions, "
	       "%d instalments, seed %llu\n",
		made.applications, made.participants, made.measures, made.notes, (long long)made.note_bytes,
		made.scores, made.answers, made.decisions, made.instalments, (unsigned long long)seed);
	return EXIT_SUCCESS;
}
