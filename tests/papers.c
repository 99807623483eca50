/* Papers for the tests of the register. */
#include "papers.h"

#include "base/buffer.h"
#include "casework/event.h"

#include <check.h>

struct document_change paper_form(const char *subject)
{
	return (struct document_change){.direction = "in",
		.kind = "letter",
		.on_day = "2026-11-20",
		.way = "email",
		.party = "",
		.subject = subject,
		.open_subject = ""};
}

int64_t paper_of(struct casework *cw, struct case_ref of, const char *subject)
{
	struct document_change change = paper_form(subject);
	int64_t id = 0;

	OK(document_add(cw, NULL, &of, &change, NULL, &id, err));
	return id;
}

const struct document *paper_now(struct casework *cw, int64_t document)
{
	static struct document_list list;
	struct document_query query = {.id = document};

	document_list_done(&list);
	OK(document_list_load(cw, &query, &list, err));
	ck_assert_int_eq(list.count, 1);
	return &list.items[0];
}

static void finding_keep(void *with, const char *finding)
{
	buffer_format(with, "%s\n", finding);
}

const char *papers_check(struct casework *cw, int *findings)
{
	static struct buffer found;

	if (!found.text)
		buffer_init(&found);
	buffer_clear(&found);
	OK(check_all(cw, finding_keep, &found, findings, err));
	return found.text;
}
