/* The files of a copy's papers. Invariant: a file is beside the office before the transaction that points at it ends,
 * and what came with a copy that was not taken in is taken away again. */
#include "casework/case_copy_inner.h"
#include "casework/document_inner.h"
#include "casework/grow.h"

#include "base/text.h"
#include "base/words.h"

/* The document's hash when its file belongs to the copy: not removed, and not elsewhere. */
static const char *hash_wanted(const struct copy_node *document)
{
	const struct copy_node *hash = copy_node_find(document, "file_hash"),
			       *moved = copy_node_find(document, "moved_n"),
			       *removal = copy_node_find(document, "removal");

	if (!hash || hash->type != COPY_STRING || !moved || moved->type != COPY_NULL || !removal ||
		removal->type != COPY_NULL)
		return NULL;
	return hash->text;
}

static bool hash_is(const char *text)
{
	return strlen(text) == HASH_TEXT - 1 && strspn(text, "0123456789abcdef") == HASH_TEXT - 1;
}

static void file_look(
	struct case_copy_intake *intake, const struct copy_node *document, const char *folder, struct copy_file *out)
{
	const struct copy_node *hash = copy_node_find(document, "file_hash"),
			       *bytes = copy_node_find(document, "file_bytes");
	struct file_kept file;
	struct error why = {0};

	out->path = arena_format(&intake->arena, "%s/%s", folder, out->hash);
	if (!files_take(out->path, &intake->arena, &file, &why)) {
		copy_find(intake, hash, _("The document's file is not in the folder %s: %s"), folder, why.text);
		return;
	}
	if (strcmp(file.hash, out->hash) != 0 || !bytes || bytes->number != file.bytes)
		copy_find(intake, hash, _("%s is not the file that was registered: it has been altered."), out->path);
	else
		out->words = words_take(out->path, &file, &intake->arena);
	files_done(&file);
}

void copy_files_look(const struct copy_node *application, const char *folder, struct case_copy_intake *intake,
	struct copy_files *out)
{
	const struct copy_node *documents = copy_node_find(application, "documents");

	*out = (struct copy_files){0};
	for (const struct copy_node *each = documents ? documents->first : NULL; each; each = each->next) {
		const char *hash = hash_wanted(each);

		if (!hash)
			continue;
		if (!hash_is(hash)) {
			char shown[TEXT_GLIMPSE];

			text_glimpse(hash, shown);
			copy_find(intake, copy_node_find(each, "file_hash"), _("“%s” is no SHA-256."), shown);
			continue;
		}
		GROW(&intake->arena, out->items, out->count);
		out->items[out->count] = (struct copy_file){.node = each, .hash = hash, .words = ""};
		file_look(intake, each, folder, &out->items[out->count++]);
	}
}

const struct copy_file *copy_file_of(const struct copy_files *files, const struct copy_node *document)
{
	for (int i = 0; i < files->count; i++)
		if (files->items[i].node == document)
			return &files->items[i];
	return NULL;
}

static bool file_keep(struct casework *cw, struct copy_file *file, struct error *err)
{
	struct file_kept kept;
	struct arena arena;
	bool done, there = files_there(cw, file->hash);

	arena_init(&arena);
	done = files_take(file->path, &arena, &kept, err);
	if (done) {
		done = strcmp(kept.hash, file->hash)
			       ? refuse(err, ERROR_FAILED, _("%s changed while it was read. Nothing was taken in."),
					 file->path)
			       : files_keep(cw, &kept, err);
		file->came = done && !there;
		files_done(&kept);
	}
	arena_done(&arena);
	return done;
}

bool copy_files_keep(struct casework *cw, struct copy_files *files, struct error *err)
{
	for (int i = 0; i < files->count; i++)
		if (!file_keep(cw, &files->items[i], err))
			return false;
	return true;
}

void copy_files_drop(struct casework *cw, const struct copy_files *files)
{
	for (int i = 0; i < files->count; i++)
		if (files->items[i].came)
			files_drop(cw, files->items[i].hash, NULL);
}
