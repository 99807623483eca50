/* The drafts' files. A draft is read by length, never by searching, so any text can stand in it; a file that does not
 * hold exactly what it says is no draft and is left where it is. */
#include "draft.h"

#include "buffer.h"
#include "file.h"
#include "text.h"
#include "words.h"
#include <dirent.h>

static const char draft_mark[] = "kansli-draft 1\n";

/* A name that is safe as a file's: letters, digits, - and . stand as they are (but not first), all else as %XX. */
static void name_add(struct buffer *path, const char *name)
{
	buffer_text(path, name[0] == '\0' ? "/%" : "/");
	for (const char *at = name; *at != '\0'; at++) {
		bool plain = isalnum((unsigned char)*at) || (at > name && strchr("-._", *at) != NULL);
		if (plain && (unsigned char)*at < 0x80) {
			buffer_add(path, at, 1);
		} else {
			buffer_format(path, "%%%02X", (unsigned)(unsigned char)*at);
		}
	}
}

static void path_make(struct buffer *path, const struct draft_place *place, const char *form)
{
	buffer_clear(path);
	buffer_text(path, place->directory);
	name_add(path, place->office);
	name_add(path, place->person);
	if (form != NULL) {
		name_add(path, form);
		buffer_text(path, ".draft");
	}
}

static bool place_is(const struct draft_place *place)
{
	return place->directory != NULL && place->directory[0] != '\0';
}

const char *draft_path(const struct draft_place *place, const char *form, struct arena *arena)
{
	struct buffer path;
	buffer_init(&path);
	path_make(&path, place, form);
	char *copy = arena_text(arena, path.text);
	buffer_done(&path);
	return copy;
}

static bool folders_make(char *path, struct error *err)
{
	for (char *at = path + 1;; at++) {
		if (*at != '/' && *at != '\0') {
			continue;
		}
		char kept = *at;
		*at = '\0';
		bool made = mkdir(path, 0700) == 0 || errno == EEXIST;
		if (!made) {
			return refuse(err, ERROR_FAILED,
				_("The draft was not written: the folder %s cannot be made (%s)."), path,
				strerror(errno));
		}
		*at = kept;
		if (kept == '\0') {
			return true;
		}
	}
}

static void draft_spell(struct buffer *out, const struct draft *draft)
{
	buffer_text(out, draft_mark);
	buffer_format(
		out, "operation %s\nversion %" PRId64 "\nmoment %s\n", draft->operation, draft->version, draft->moment);
	buffer_format(out, "form %zu\n%s\n", strlen(draft->form), draft->form);
	buffer_format(out, "title %zu\n%s\n", strlen(draft->title), draft->title);
	if (draft->at != NULL && draft->at[0] != '\0') {
		buffer_format(out, "at %zu\n%s\n", strlen(draft->at), draft->at);
	}
	for (size_t i = 0; i < draft->count; i++) {
		const struct draft_field *field = &draft->fields[i];
		assert(strpbrk(field->name, " \n") == NULL);
		buffer_format(out, "field %s %zu\n", field->name, strlen(field->text));
		buffer_text(out, field->text);
		buffer_text(out, "\n");
	}
	buffer_text(out, "end\n");
}

bool draft_folder(const struct draft_place *place, struct error *err)
{
	struct buffer folder;
	buffer_init(&folder);
	path_make(&folder, place, NULL);
	bool made = folders_make(folder.text, err);
	buffer_done(&folder);
	return made;
}

bool draft_write(const struct draft_place *place, const struct draft *draft, struct error *err)
{
	if (!place_is(place)) {
		return true;
	}
	struct buffer path, text;
	buffer_init(&path);
	buffer_init(&text);
	path_make(&path, place, draft->form);
	draft_spell(&text, draft);
	bool written = draft_folder(place, err) && file_write(path.text, text.text, text.bytes, true, 0600, err);
	buffer_done(&text);
	buffer_done(&path);
	return written;
}

/* ---- reading */

struct reading {
	const char *at, *end;
	struct arena *arena;
};

static bool word_take(struct reading *reading, const char *word)
{
	size_t bytes = strlen(word);
	if ((size_t)(reading->end - reading->at) < bytes || memcmp(reading->at, word, bytes) != 0) {
		return false;
	}
	reading->at += bytes;
	return true;
}

/* Up to `stop`, which is passed by. */
static const char *part_take(struct reading *reading, char stop)
{
	const char *found = memchr(reading->at, stop, (size_t)(reading->end - reading->at));
	if (found == NULL) {
		return NULL;
	}
	const char *part = arena_text_part(reading->arena, reading->at, (size_t)(found - reading->at));
	reading->at = found + 1;
	return part;
}

static bool number_take(struct reading *reading, int64_t *out)
{
	const char *part = part_take(reading, '\n');
	char *end = NULL;
	if (part == NULL || !isdigit((unsigned char)part[0])) {
		return false;
	}
	errno = 0;
	*out = strtoll(part, &end, 10);
	return *end == '\0' && errno == 0;
}

/* "<bytes>\n<text>\n" */
static const char *text_take(struct reading *reading)
{
	int64_t bytes;
	if (!number_take(reading, &bytes) || bytes >= reading->end - reading->at || reading->at[bytes] != '\n' ||
		memchr(reading->at, '\0', (size_t)bytes) != NULL) {
		return NULL;
	}
	const char *text = arena_text_part(reading->arena, reading->at, (size_t)bytes);
	reading->at += bytes + 1;
	return text;
}

static bool head_take(struct reading *reading, struct draft *out)
{
	if (!word_take(reading, draft_mark) || !word_take(reading, "operation ")) {
		return false;
	}
	const char *operation = part_take(reading, '\n');
	if (operation == NULL || !operation_is(operation) || !word_take(reading, "version ") ||
		!number_take(reading, &out->version) || !word_take(reading, "moment ")) {
		return false;
	}
	const char *moment = part_take(reading, '\n');
	if (moment == NULL || !moment_is(moment) || strlen(moment) >= sizeof out->moment) {
		return false;
	}
	snprintf(out->operation, sizeof out->operation, "%s", operation);
	snprintf(out->moment, sizeof out->moment, "%s", moment);
	out->form = word_take(reading, "form ") ? text_take(reading) : NULL;
	out->title = out->form != NULL && word_take(reading, "title ") ? text_take(reading) : NULL;
	out->at = "";
	return out->title != NULL && (!word_take(reading, "at ") || (out->at = text_take(reading)) != NULL);
}

static bool draft_read(struct arena *arena, const char *text, size_t bytes, struct draft *out)
{
	struct reading reading = {text, text + bytes, arena};
	struct draft draft = {.count = 0};
	struct draft_field *fields = NULL;
	if (!head_take(&reading, &draft)) {
		return false;
	}
	while (draft.count < DRAFT_FIELDS && word_take(&reading, "field ")) {
		if ((draft.count & (draft.count - 1)) == 0) { /* none, or a power of two: the room is full */
			fields = arena_grow(arena, fields, draft.count, sizeof *fields, draft.count * 2 + 1);
		}
		fields[draft.count].name = part_take(&reading, ' ');
		fields[draft.count].text = fields[draft.count].name == NULL ? NULL : text_take(&reading);
		if (fields[draft.count++].text == NULL) {
			return false;
		}
	}
	draft.fields = fields;
	if (!word_take(&reading, "end\n") || reading.at != reading.end) {
		return false;
	}
	*out = draft;
	return true;
}

static bool path_load(struct arena *arena, const char *path, struct draft *out)
{
	struct buffer text;
	buffer_init(&text);
	bool read = file_read(path, DRAFT_BYTES, &text, NULL) && draft_read(arena, text.text, text.bytes, out);
	buffer_done(&text);
	return read;
}

bool draft_load(
	const struct draft_place *place, const char *form, struct arena *arena, struct draft *out, struct error *err)
{
	if (!place_is(place)) {
		return refuse(err, ERROR_MISSING, _("There is no draft of %s."), form);
	}
	const char *path = draft_path(place, form, arena);
	if (access(path, F_OK) != 0) {
		return refuse(err, ERROR_MISSING, _("There is no draft of %s."), form);
	}
	return path_load(arena, path, out) ||
	       refuse(err, ERROR_FAILED, _("%s is no whole draft. It is left where it is."), path);
}

bool draft_drop(const struct draft_place *place, const char *form, struct error *err)
{
	if (!place_is(place)) {
		return true;
	}
	struct buffer path;
	buffer_init(&path);
	path_make(&path, place, form);
	bool gone = unlink(path.text) == 0 || errno == ENOENT || errno == ENOTDIR;
	int why = errno;
	if (!gone) {
		refuse(err, ERROR_FAILED, _("The draft %s could not be removed: %s."), path.text, strerror(why));
	}
	buffer_done(&path);
	return gone;
}

static int draft_later(const void *a, const void *b)
{
	const struct draft *one = a, *other = b;
	int order = strcmp(other->moment, one->moment);
	return order != 0 ? order : strcmp(one->form, other->form);
}

static void list_add(struct draft_list *list, struct draft **items, const char *folder, const char *name)
{
	size_t bytes = strlen(name);
	if (bytes < 7 || name[0] == '.' || strcmp(name + bytes - 6, ".draft") != 0) {
		return;
	}
	struct draft draft;
	char *path = arena_format(&list->arena, "%s/%s", folder, name);
	if (!path_load(&list->arena, path, &draft)) {
		list->broken++;
		return;
	}
	*items = arena_grow(&list->arena, *items, list->count, sizeof **items, list->count + 1);
	(*items)[list->count++] = draft;
}

bool draft_list_load(const struct draft_place *place, struct draft_list *out, struct error *err)
{
	struct draft_list list = {.count = 0};
	struct draft *items = NULL;
	arena_init(&list.arena);
	const char *folder = place_is(place) ? draft_path(place, NULL, &list.arena) : NULL;
	DIR *files = folder == NULL ? NULL : opendir(folder);
	if (files == NULL && folder != NULL && errno != ENOENT) {
		refuse(err, ERROR_FAILED, _("The drafts in %s cannot be listed: %s."), folder, strerror(errno));
		arena_done(&list.arena);
		return false;
	}
	for (struct dirent *one; files != NULL && (one = readdir(files)) != NULL;) {
		list_add(&list, &items, folder, one->d_name);
	}
	if (files != NULL) {
		closedir(files);
	}
	if (list.count > 1) {
		qsort(items, list.count, sizeof *items, draft_later);
	}
	list.items = items;
	*out = list;
	return true;
}

void draft_list_done(struct draft_list *list)
{
	arena_done(&list->arena);
	list->items = NULL;
	list->count = 0;
}

const char *draft_field(const struct draft *draft, const char *name)
{
	for (size_t i = 0; i < draft->count; i++) {
		if (strcmp(draft->fields[i].name, name) == 0) {
			return draft->fields[i].text;
		}
	}
	return NULL;
}
