/* Lending the terminal to an editor. Its name is split at blanks and never given to a shell. */
#include "program.h"

#include "base/file.h"
#include "base/outside.h"
#include "base/text.h"
#include "base/words.h"

enum { PROGRAM_WORDS = 16, PROGRAM_TEXT = 1 << 20 };

static const char *editor_name(void)
{
	const char *names[] = {getenv("VISUAL"), getenv("EDITOR"), "vi"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (names[i] != NULL && names[i][strspn(names[i], " ")] != '\0') {
			return names[i];
		}
	}
	return "vi";
}

static void words_split(char *text, char *path, char *out[PROGRAM_WORDS])
{
	int count = 0;
	for (char *at = text; count < PROGRAM_WORDS - 2;) {
		at += strspn(at, " ");
		size_t bytes = strcspn(at, " ");
		if (bytes == 0) {
			break;
		}
		out[count++] = at;
		at += bytes;
		if (*at == '\0') {
			break;
		}
		*at++ = '\0';
	}
	out[count++] = path;
	out[count] = NULL;
}

static bool program_run(const char *name, char *path, struct error *err)
{
	struct arena arena;
	char *words[PROGRAM_WORDS];
	int status = 0;
	arena_init(&arena);
	words_split(arena_text(&arena, name), path, words);
	bool started = outside_run(words, &status);
	arena_done(&arena);
	if (started && WIFSIGNALED(status)) {
		return true; /* a broken line ends the editor too: what it had saved comes back */
	}
	if (!started || WEXITSTATUS(status) == 127) {
		return refuse(err, ERROR_FAILED, _("%s could not be started. The text is as it was."), name);
	}
	return WEXITSTATUS(status) == 0 ||
	       refuse(err, ERROR_INVALID, _("%s ended with %d. The text is as it was."), name, WEXITSTATUS(status));
}

static bool text_back(const char *path, struct buffer *text, struct error *err)
{
	struct buffer come;
	buffer_init(&come);
	bool whole = file_read(path, PROGRAM_TEXT, &come, err);
	if (whole && !text_is_utf8(come.text, come.bytes)) {
		whole = refuse(err, ERROR_INVALID, _("What came back is not text in UTF-8. It is left in %s."), path);
	}
	if (whole) {
		/* The line break an editor puts last is the file's, not the text's. */
		come.bytes -= come.bytes > 0 && come.text[come.bytes - 1] == '\n';
		buffer_clear(text);
		buffer_add(text, come.text, come.bytes);
		unlink(path);
	}
	buffer_done(&come);
	return whole;
}

bool program_edit(struct ui *ui, struct buffer *text, struct error *err)
{
	const struct ui_options *options = ui_options(ui);
	struct arena arena;
	if (options->served) {
		return refuse(
			err, ERROR_DENIED, _("No other program is started here. The text is edited in the form."));
	}
	if (options->drafts.directory == NULL || options->drafts.directory[0] == '\0') {
		return refuse(err, ERROR_MISSING, _("There is no folder for drafts, so the text has nowhere to go."));
	}
	arena_init(&arena);
	char *path =
		arena_format(&arena, "%s.%ld.txt", draft_path(&options->drafts, "outside", &arena), (long)getpid());
	bool done = draft_folder(&options->drafts, err) && file_write(path, text->text, text->bytes, true, 0600, err);
	if (done) {
		options->terminal->leave(options->terminal);
		done = program_run(editor_name(), path, err);
		options->terminal->enter(options->terminal);
		if (!done) {
			unlink(path);
		}
	}
	done = done && text_back(path, text, err);
	arena_done(&arena);
	return done;
}
