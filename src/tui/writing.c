/* Writing out what is shown. Invariant: no file gives way without its name having been said and the word typed. */
#include "tui/writing.h"

#include "tui/desk.h"
#include "tui/dialog.h"

#include "base/file.h"
#include "base/text.h"
#include "base/words.h"
#include <stdarg.h>

enum { WRITING_MODE = 0640, WRITING_WIDTH = 132 };

static bool ends_in(const struct writing *writing, const char *ending)
{
	const char *own = strrchr(writing->path, '.');

	return own && !strcasecmp(own, ending);
}

enum paper_form { PAPER_TEXT, PAPER_PDF, PAPER_JSON };

static bool paper_form_read(const struct writing *writing, enum paper_form *out, struct error *err)
{
	if (ends_in(writing, ".txt"))
		*out = PAPER_TEXT;
	else if (ends_in(writing, ".json"))
		*out = PAPER_JSON;
	else if (writing->paged && ends_in(writing, ".pdf"))
		*out = PAPER_PDF;
	else if (writing->paged)
		return refuse(err, ERROR_INVALID,
			_("'%s': let the name end in .txt, .pdf or .json; nothing is written."), writing->path);
	else
		return refuse(err, ERROR_INVALID, _("'%s': let the name end in .txt or .json; nothing is written."),
			writing->path);
	return true;
}

static bool paper_put(
	const struct writing *writing, struct paper *paper, enum paper_form form, bool force, struct error *err)
{
	struct buffer out;
	const struct buffer *text = form == PAPER_JSON ? &paper->made : &paper->text;
	bool done = true;

	buffer_init(&out);
	if (form == PAPER_PDF)
		done = paper_pdf(paper, &out, err);
	else if (form == PAPER_TEXT && writing->paged)
		paper_paged(paper, &out);
	text = out.bytes ? &out : text;
	done = done && file_write(writing->path, text->text, text->bytes, force, WRITING_MODE, err);
	buffer_done(&out);
	return done;
}

/* A paper has no rows: text and PDF are for people, JSON for programs. */
static bool paper_written(
	struct ui *ui, struct pane *pane, const struct writing *writing, bool force, struct error *err)
{
	enum paper_form form = PAPER_TEXT;
	struct paper paper;
	bool done;

	if (!paper_form_read(writing, &form, err))
		return false;
	paper_init(&paper);
	done = writing->paper(ui, pane, &paper, err);
	if (done) {
		paper_end(&paper);
		done = paper_put(writing, &paper, form, force, err);
	}
	paper_done(&paper);
	return done;
}

static bool bytes_written(
	struct ui *ui, struct pane *pane, const struct writing *writing, bool force, struct error *err)
{
	struct buffer text;
	bool done;

	buffer_init(&text);
	done = writing->bytes(ui, pane, &text, err) &&
	       file_write(writing->path, text.text, text.bytes, force, WRITING_MODE, err);
	buffer_done(&text);
	return done;
}

static bool format_read(const struct writing *writing, enum report_format *out, struct error *err)
{
	if (ends_in(writing, ".csv")) {
		*out = words_swedish() ? REPORT_AS_CSV_EXCEL : REPORT_AS_CSV_RFC4180;
		return true;
	}
	if (ends_in(writing, ".json")) {
		*out = REPORT_AS_JSON;
		return true;
	}
	if (ends_in(writing, ".txt")) {
		*out = REPORT_AS_TABLE;
		return true;
	}
	return refuse(err, ERROR_INVALID, _("'%s': let the name end in .csv, .json or .txt; nothing is written."),
		writing->path);
}

static bool report_put(const struct writing *writing, const struct report *report, enum report_format format,
	bool force, struct error *err)
{
	struct buffer text;
	bool written;

	buffer_init(&text);
	written = report_write(report, format, false, WRITING_WIDTH, &text, err) &&
		  file_write(writing->path, text.text, text.bytes, force, WRITING_MODE, err);
	buffer_done(&text);
	return written;
}

static bool written(
	struct ui *ui, struct pane *pane, const struct writing *writing, bool force, int *rows, struct error *err)
{
	enum report_format format = REPORT_AS_TABLE;
	struct report report;
	bool done;

	if (!format_read(writing, &format, err) || !writing->make(ui, pane, &report, err))
		return false;
	done = report_put(writing, &report, format, force, err);
	*rows = report.row_count;
	report_done(&report);
	if (writing->done)
		writing->done(ui, pane);
	return done;
}

static void write_out(struct ui *ui, struct pane *pane, struct writing *writing, bool force);

static void overwrite_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	(void)text;
	write_out(ui, pane, with, true);
}

static void overwrite_ask(struct ui *ui, struct writing *writing)
{
	struct arena arena;

	arena_init(&arena);
	dialog_ask(ui, &(struct question){
			       .text = arena_format(&arena,
				       _("There is already a file %s. What it holds is lost when it is overwritten."),
				       writing->path),
			       .label = _("Type OVERWRITE:"),
			       .must = _("OVERWRITE"),
			       .yes = _("overwrite"),
			       .answered = overwrite_answered,
			       .with = writing,
		       });
	arena_done(&arena);
}

static void write_out(struct ui *ui, struct pane *pane, struct writing *writing, bool force)
{
	struct error err = {0};
	int rows;

	if ((writing->paper && paper_written(ui, pane, writing, force, &err)) ||
		(writing->bytes && bytes_written(ui, pane, writing, force, &err)))
		ui_say(ui, _("%s is written."), writing->path);
	else if (!writing->paper && !writing->bytes && written(ui, pane, writing, force, &rows, &err))
		ui_say(ui, ngettext("%s is written, %d row.", "%s is written, %d rows.", (unsigned long)rows),
			writing->path, rows);
	else if (err.kind == ERROR_CONFLICT && !force)
		overwrite_ask(ui, writing);
	else
		desk_refused(ui, &err);
}

static void path_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct writing *writing = with;

	if (text_blank(text)) {
		ui_say(ui, "%s", _("No file was named. Nothing is written."));
		return;
	}
	if (snprintf(writing->path, sizeof writing->path, "%s", text) >= WRITING_PATH) {
		ui_say(ui, "%s", _("The name is too long. Nothing is written."));
		return;
	}
	write_out(ui, pane, writing, false);
}

void writing_ask(struct ui *ui, struct writing *writing)
{
	dialog_ask(ui, &(struct question){
			       .text = writing->text,
			       .label = _("File:"),
			       .begin = writing->name,
			       .yes = _("write"),
			       .answered = path_answered,
			       .with = writing,
		       });
}

void writing_report(struct ui *ui, struct writing *writing,
	bool (*make)(struct ui *, struct pane *, struct report *, struct error *), const char *text, const char *format,
	...)
{
	va_list words;

	*writing = (struct writing){.name = writing->file, .text = text, .make = make};
	va_start(words, format);
	vsnprintf(writing->file, sizeof writing->file, format, words);
	va_end(words);
	writing_ask(ui, writing);
}
