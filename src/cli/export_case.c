/* kansli export case NR: the whole case as JSON, its papers' files in a folder beside it. The folder is whole before
 * the JSON gets its name. */
#include "cli/runs.h"

#include "base/file.h"
#include "base/text.h"
#include "casework/case_copy.h"
#include "casework/document.h"
#include "casework/files.h"

const char *shell_case_folder(struct shell *shell, const char *path)
{
	size_t bytes = strlen(path), end = strlen(".json");

	if (bytes > end && !strcmp(path + bytes - end, ".json"))
		bytes -= end;
	return arena_format(&shell->arena, "%.*s.files", (int)bytes, path);
}

/* The same file from an earlier export is the same file. */
static bool file_stands(const char *path, const char *hash)
{
	struct file_kept file;
	struct arena arena;
	bool same;

	arena_init(&arena);
	same = files_take(path, &arena, &file, NULL);
	if (same) {
		same = !strcmp(file.hash, hash);
		files_done(&file);
	}
	arena_done(&arena);
	return same;
}

static bool paper_write(struct shell *shell, const char *folder, const struct case_copy_paper *paper, struct error *err)
{
	const char *path = arena_format(&shell->arena, "%s/%s", folder, paper->hash);
	struct buffer content;
	bool written;

	buffer_init(&content);
	written = document_read(shell->cw, paper->document, &content, err) &&
		  (file_stands(path, paper->hash) ||
			  file_write(path, content.text, content.bytes, shell_switch(shell, "force"), 0640, err));
	buffer_done(&content);
	return written;
}

static bool papers_write(struct shell *shell, const struct case_copy *copy, const char *folder, struct error *err)
{
	if (!copy->paper_count)
		return true;
	if (mkdir(folder, 0750) != 0 && errno != EEXIST)
		return refuse(err, ERROR_FAILED, _("The folder %s cannot be made: %s."), folder, strerror(errno));
	for (int i = 0; i < copy->paper_count; i++)
		if (!paper_write(shell, folder, &copy->papers[i], err))
			return false;
	shell_say(shell,
		ngettext("The file of %d document is in %s.", "The files of %d documents are in %s.",
			(unsigned long)copy->paper_count),
		copy->paper_count, folder);
	return true;
}

/* What is not in the copy is said, never passed over. */
static void lacks_say(struct shell *shell, const struct case_copy *copy)
{
	for (int i = 0; i < copy->left_out_count; i++)
		shell_tell(shell,
			_("Left out, for you may not see it: %s. No office takes such a copy in; somebody who sees "
			  "the whole case has to make it."),
			case_copy_words(copy->left_out[i]));
	if (copy->drafts)
		shell_tell(shell,
			ngettext("%d assessment that is not handed in is not in it: it is its assessor's own.",
				"%d assessments that are not handed in are not in it: they are their assessors' own.",
				(unsigned long)copy->drafts),
			copy->drafts);
}

static bool copy_deliver(struct shell *shell, const struct case_copy *copy, struct error *err)
{
	const char *path = shell_option(shell, "output");
	bool to_file = path && strcmp(path, "-") != 0;

	if (to_file && !papers_write(shell, copy, shell_case_folder(shell, path), err))
		return false;
	if (!shell_deliver(shell, &copy->json, err))
		return false;
	if (!to_file && copy->paper_count)
		shell_tell(shell,
			ngettext(
				"The file of %d document is not with it; --output puts it in a folder beside the JSON.",
				"The files of %d documents are not with it; --output puts them in a folder beside the "
				"JSON.",
				(unsigned long)copy->paper_count),
			copy->paper_count);
	lacks_say(shell, copy);
	return true;
}

bool export_case_run(struct shell *shell, struct error *err)
{
	struct case_copy copy;
	int64_t id;
	bool delivered;

	if (!shell_application(shell, 0, &id, err) || !case_copy_write(shell->cw, id, &copy, err))
		return false;
	delivered = copy_deliver(shell, &copy, err);
	case_copy_done(&copy);
	return delivered;
}
