/* What is put on paper, cut into numbered pages. Invariant: no line is lost, added to or moved past another; and no
 * heading stands last on a page, as long as what it stands over begins within the page before. */
#include "base/text.h"
#include "csv/paper.h"

enum { PAGE_CELLS = 79, PAGE_LEAST = 8, PAGE_HEAD = 2 }; /* the head is a line and an empty one */
enum { UNDER_MOST = 4 };                                 /* cells: what is further in is a column, not what is under */

struct row {
	const char *at;
	size_t bytes;
	int indent;
	bool blank, rule; /* rule: the underlining of a heading */
};
struct rows_cut {
	struct row *items;
	int count;
};

static struct row row_of(const char *at)
{
	struct row row = {.at = at, .bytes = strcspn(at, "\n")};

	row.indent = (int)strspn(at, " ");
	row.blank = (size_t)row.indent == row.bytes;
	row.rule = !row.indent && row.bytes > 1 && (strspn(at, "-") == row.bytes || strspn(at, "=") == row.bytes);
	return row;
}

static struct rows_cut rows_cut(const char *text)
{
	struct rows_cut rows = {0};

	for (const char *at = text; *at; at += strcspn(at, "\n"), at += *at == '\n')
		rows.count++;
	rows.items = memory_take((size_t)(rows.count + 1) * sizeof *rows.items);
	for (int i = 0; i < rows.count; i++) {
		rows.items[i] = row_of(text);
		text += rows.items[i].bytes + (text[rows.items[i].bytes] == '\n');
	}
	return rows;
}

static bool is_over(const struct row *head, const struct row *under)
{
	int by = under->indent - head->indent;

	return !head->blank && !under->blank && by > 0 && by <= UNDER_MOST;
}

/* Where the page should rather end than before `end`: before the heading that would stand last on it, alone or with one
 * row; `end` when none does. */
static int end_before_head(const struct row *rows, int begin, int end)
{
	int last = end - 1;

	while (last > begin && rows[last].blank)
		last--;
	if (rows[last].rule)
		return last - 1;
	if (last < end - 1)
		return end;
	if (rows[end].rule || is_over(&rows[last], &rows[end]))
		return last;
	if (last > begin && is_over(&rows[last - 1], &rows[last]) && is_over(&rows[last - 1], &rows[end]))
		return last - 1;
	return end;
}

/* The row the next page begins with. */
static int page_end(const struct rows_cut *rows, int begin, int on_page)
{
	int most = begin + on_page, end = most, before;

	if (most >= rows->count)
		return rows->count;
	while ((before = end_before_head(rows->items, begin, end)) < end) {
		if (before <= begin)
			return most; /* a heading longer than the page */
		end = before;
	}
	return end;
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
	int on_page = (rows < PAGE_LEAST ? PAGE_LEAST : rows) - PAGE_HEAD, pages = 0, page = 0, at = 0;
	struct rows_cut cut = rows_cut(text);

	do
		at = page_end(&cut, at, on_page);
	while (++pages && at < cut.count);
	at = 0;
	do {
		int end = page_end(&cut, at, on_page);

		buffer_text(out, page ? "\f" : "");
		head_put(out, head, ++page, pages);
		for (; at < end; at++) {
			buffer_add(out, cut.items[at].at, cut.items[at].bytes);
			buffer_text(out, "\n");
		}
	} while (at < cut.count);
	free(cut.items);
}

void paper_paged(struct paper *paper, struct buffer *out)
{
	const char *text = paper->text.text, *head = paper->head;

	if (!head)
		head = arena_text_part(&paper->arena, text, strcspn(text, "\n"));
	paper_pages(text, head, PAPER_ROWS, out);
}
