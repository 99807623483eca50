/* Sealed payment files are what they were when they were sealed. Invariant: the bytes, the hash, the rows and their sum
 * say the same. */
#include "casework/batch.h"
#include "casework/check_inner.h"

#include "base/money.h"
#include "base/words.h"

/* What the bytes add up to, against what the batch says; the hash has been held against the bytes when it was read. */
static void bytes_check(struct checking *checking, const struct batch_whole *whole)
{
	struct money_sum file = {0}, rows = {0};
	struct batch_line *lines;
	struct error err = {0};
	int count;

	if (!batch_file_read(whole->file, &checking->arena, &lines, &count, &err)) {
		checking_find(checking, _("Payment file %d: %s"), whole->head.n, err.text);
		return;
	}
	for (int i = 0; i < count; i++)
		money_sum_add(&file, lines[i].ore);
	for (int i = 0; i < whole->count; i++)
		money_sum_add(&rows, whole->items[i].ore);
	if (count != whole->count || count != whole->head.rows || file.ore != whole->head.ore || rows.ore != file.ore)
		checking_find(checking, _("Payment file %d: the file, its rows and its sum do not say the same."),
			whole->head.n);
	for (int i = 0; i < count && i < whole->count; i++)
		if (strcmp(lines[i].payment, whole->items[i].payment_id) != 0 || lines[i].ore != whole->items[i].ore)
			checking_find(checking, _("Payment file %d: row %d pays something else than the plan."),
				whole->head.n, i + 1);
}

void check_batches(struct checking *checking)
{
	struct batch_list list;
	struct error err = {0};

	if (!batch_list_read(checking->cw, &list, &err)) {
		checking_find(checking, "%s", err.text);
		return;
	}
	for (int i = 0; i < list.count; i++) {
		struct batch_whole whole;
		struct error wrong = {0};

		if (batch_read_whole(checking->cw, list.items[i].n, &whole, &wrong)) {
			bytes_check(checking, &whole);
			batch_whole_done(&whole);
		} else {
			checking_find(checking, "%s", wrong.text);
		}
	}
	batch_list_done(&list);
}
