/* What verbs share: writing a report, and finding what an argument means. */
#include "cli/cli.h"

#include "base/file.h"
#include "casework/application.h"
#include "casework/measure.h"
#include "casework/round.h"
#include "csv/flat.h"
#include "csv/listed.h"
#include "csv/report.h"

#include <sys/ioctl.h>

static bool format_chosen(const struct shell *shell, enum report_format *out, struct error *err)
{
	const char *dialect = shell_option(shell, "dialect");
	int chosen = shell_switch(shell, "json") + shell_switch(shell, "csv") + shell_switch(shell, "plain");

	if (chosen > 1)
		return refuse(err, ERROR_INVALID, _("--json, --csv and --plain exclude each other."));
	if (dialect && !shell_switch(shell, "csv"))
		return refuse(err, ERROR_INVALID, _("--dialect goes with --csv."));
	if (dialect && strcmp(dialect, "excel-sv") != 0 && strcmp(dialect, "rfc4180") != 0)
		return refuse(err, ERROR_INVALID, _("--dialect: '%s' is not known. There are excel-sv and rfc4180."),
			dialect);
	*out = REPORT_AS_TABLE;
	if (shell_switch(shell, "json"))
		*out = REPORT_AS_JSON;
	if (shell_switch(shell, "plain"))
		*out = REPORT_AS_PLAIN;
	if (shell_switch(shell, "csv"))
		*out = (dialect ? !strcmp(dialect, "excel-sv") : words_swedish()) ? REPORT_AS_CSV_EXCEL
										  : REPORT_AS_CSV_RFC4180;
	return true;
}

static int terminal_width(const struct shell *shell)
{
	struct winsize size;

	if (!shell->tty || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || size.ws_col < 20)
		return 0;
	return size.ws_col - 1;
}

bool shell_deliver(struct shell *shell, const struct buffer *text, struct error *err)
{
	const char *path = shell_option(shell, "output");

	if (!path && shell_switch(shell, "force"))
		return refuse(err, ERROR_INVALID, _("--force goes with --output."));
	if (!path || !strcmp(path, "-")) {
		buffer_add(&shell->out, text->text, text->bytes);
		return true;
	}
	if (!file_write(path, text->text, text->bytes, shell_switch(shell, "force"), 0640, err))
		return false;
	shell_say(shell, _("%s is written, %zu bytes."), path, text->bytes);
	return true;
}

bool shell_report(struct shell *shell, const struct report *report, bool strict, struct error *err)
{
	enum report_format format = REPORT_AS_TABLE;
	struct buffer text;
	bool written;

	if (!format_chosen(shell, &format, err))
		return false;
	buffer_init(&text);
	written = report_write(report, format, strict, terminal_width(shell), &text, err) &&
		  shell_deliver(shell, &text, err);
	buffer_done(&text);
	return written;
}

bool shell_for_programs(const struct shell *shell)
{
	return shell_switch(shell, "json") || shell_switch(shell, "csv") || shell_switch(shell, "plain");
}

bool shell_listing(struct shell *shell, const struct listing *listing, const struct buffer *json, struct error *err)
{
	enum report_format format = REPORT_AS_JSON;
	struct report report;
	bool done;

	if (!format_chosen(shell, &format, err))
		return false;
	if (format == REPORT_AS_JSON)
		return shell_deliver(shell, json, err);
	if (listing->column_count)
		report_listed(&report, json->text, listing->noun, listing->columns, listing->column_count);
	else
		report_flat(&report, json->text);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	return done;
}

bool shell_divert(struct shell *shell, struct error *err)
{
	enum report_format format = REPORT_AS_TABLE;
	struct buffer text = shell->out;
	bool done;

	if (!format_chosen(shell, &format, err))
		return false;
	buffer_init(&shell->out);
	done = shell_deliver(shell, &text, err);
	buffer_done(&text);
	return done;
}

bool shell_round(struct shell *shell, bool all, int64_t *id, struct error *err)
{
	const char *name = shell_option(shell, "round");
	struct round round;

	if (!name && all) {
		*id = 0;
		return true;
	}
	if (!round_find(shell->cw, name, &shell->arena, &round, err))
		return false;
	*id = round.id;
	return true;
}

bool shell_year(struct shell *shell, int *out, struct error *err)
{
	int64_t year = 0;

	if (!shell_number(shell, "year", &year, err))
		return false;
	if (year && (year < 2025 || year > 2030))
		return refuse(
			err, ERROR_INVALID, _("--year: %lld. Grants are given 2025–2030 (1 §)."), (long long)year);
	*out = (int)year;
	return true;
}

bool shell_with_year(struct shell *shell, bool *out, struct error *err)
{
	int years;

	if (!application_years(shell->cw, &years, err))
		return false;
	*out = years > 1;
	return true;
}

bool shell_application(struct shell *shell, int nth, int64_t *id, struct error *err)
{
	return application_find(shell->cw, shell->arguments[nth], id, err);
}

bool shell_measure(struct shell *shell, int nth, int64_t *id, struct error *err)
{
	return measure_find(shell->cw, shell->arguments[nth], id, err);
}

bool shell_part(struct shell *shell, int nth, int64_t *application, int64_t *measure, struct error *err)
{
	struct measure_list list;

	*measure = 0;
	if (!strchr(shell->arguments[nth], '.'))
		return shell_application(shell, nth, application, err);
	if (!shell_measure(shell, nth, measure, err) || !measure_load(shell->cw, *measure, &list, err))
		return false;
	*application = list.items[0].application;
	measure_list_done(&list);
	return true;
}
