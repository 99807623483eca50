/* What is put on paper, cut into numbered pages. Invariant: no line is lost, added to or moved past another. */
#include "base/text.h"
#include "csv/paper.h"

enum { PAGE_CELLS = 79, PAGE_LEAST = 8, PAGE_HEAD = 2 }; /* the head is a line and an empty one */

static int lines_count(const char *text)
{
	int lines = 0;

	for (; *text; text += strcspn(text, "\n"), text += *text == '\n')
		lines++;
	return lines;
}

/* The head at the left, "2 (5)" at the right. */
static void head_put(struct buffer *out, const char *head, int page, int pages)
{
	char number[32];
	int room;

	snprintf(number, sizeof number, "%d (%d)", page, pages);
	room = PAGE_CELLS - text_width(head) - text_width(number);
	buffer_format(out, "%s%*s%s\n\n", head, room > 1 ? room : 1, "", number);
}

void paper_pages(const char *text, const char *head, int rows, struct buffer *out)
{
	int on_page = (rows < PAGE_LEAST ? PAGE_LEAST : rows) - PAGE_HEAD, line = 0;
	int lines = lines_count(text), pages = lines ? (lines + on_page - 1) / on_page : 1;

	head_put(out, head, 1, pages);
	for (; *text; line++) {
		size_t bytes = strcspn(text, "\n");

		if (line && line % on_page == 0) {
			buffer_text(out, "\f");
			head_put(out, head, line / on_page + 1, pages);
		}
		buffer_add(out, text, bytes);
		buffer_text(out, "\n");
		text += bytes + (text[bytes] == '\n');
	}
}

void paper_paged(struct paper *paper, struct buffer *out)
{
	const char *text = paper->text.text, *head = paper->head;

	if (!head)
		head = arena_text_part(&paper->arena, text, strcspn(text, "\n"));
	paper_pages(text, head, PAPER_ROWS, out);
}
