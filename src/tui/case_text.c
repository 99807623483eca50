/* The texts of an application and of a measure. */
#include "tui/case_text.h"

#include "tui/case_words.h"

#include "base/text.h"
#include "base/words.h"

void text_line(struct buffer *out, const char *label, const char *text)
{
	if (!text_blank(text))
		buffer_format(out, "%s: %s\n", label, text);
}

void text_block(struct buffer *out, const char *label, const char *text)
{
	if (!text_blank(text))
		buffer_format(out, "\n%s\n%s\n", label, text);
}

void case_text(const struct application *whole, struct buffer *out)
{
	text_block(out, _("Summary"), whole->summary);
	text_block(out, _("Economic analysis (9 § 1)"), whole->economy);
	text_block(out, _("Development needs (9 § 2)"), whole->needs);
	text_block(out, _("Limits of scope"), whole->scope);
	text_block(out, _("Sources"), whole->sources);
}

static const char *word(const struct desk *desk, const char *kind, const char *code)
{
	return code && code[0] ? programme_word_name(&desk->programme, kind, code) : "";
}

static void tags_write(const struct desk *desk, const char *tags, struct buffer *out)
{
	bool first = true;

	while (*tags) {
		size_t bytes = strcspn(tags, "|");
		char code[64];

		snprintf(code, sizeof code, "%.*s", (int)bytes, tags);
		buffer_format(out, "%s%s", first ? "" : ", ", word(desk, "tag", code));
		first = false;
		tags += bytes + (tags[bytes] == '|');
	}
}

static void kind_write(const struct desk *desk, const struct measure *measure, struct buffer *out)
{
	const char *parts[] = {word(desk, "type", measure->type), word(desk, "area", measure->area),
		word(desk, "effect", measure->effect), word(desk, "form", measure->form)};
	bool any = false;

	for (int i = 0; i < 4; i++) {
		if (parts[i][0])
			buffer_format(out, "%s%s", any ? ", " : "", parts[i]);
		any = any || parts[i][0];
	}
	if (measure->tags[0]) {
		buffer_text(out, any ? ", " : "");
		tags_write(desk, measure->tags, out);
		any = true;
	}
	buffer_text(out, any ? "\n" : "");
}

static void amount_write(const struct desk *desk, struct buffer *out, const char *label, bool has, int64_t ore)
{
	char money[MONEY_TEXT];

	if (has)
		buffer_format(out, "  %s %s", label, desk_kr(desk, ore, money));
}

static void years_write(const struct desk *desk, const struct measure *measure, struct buffer *out)
{
	for (int i = 0; i < measure->year_count; i++) {
		const struct year_amount *year = &measure->years[i];

		buffer_format(out, "%d", year->year);
		amount_write(desk, out, _("cost"), year->has_cost, year->cost_ore);
		amount_write(desk, out, _("sought"), year->has_sought, year->sought_ore);
		amount_write(desk, out, _("granted"), year->has_granted, year->granted_ore);
		buffer_text(out, "\n");
	}
}

void case_measure_text(const struct desk *desk, const struct measure *measure, struct buffer *out)
{
	char words[CASE_WORDS];

	buffer_format(out, "%s\n", measure->title);
	if (!text_blank(measure->description))
		buffer_format(out, "%s\n", measure->description);
	kind_write(desk, measure, out);
	if (measure->from_on && measure->to_on)
		buffer_format(out, _("Period %s to %s\n"), measure->from_on, measure->to_on);
	years_write(desk, measure, out);
	text_block(out, _("To be achieved (9 § 3)"), measure->achieve);
	text_block(out, _("Plan for lasting effect"), measure->lasting);
	text_block(out, _("Other state support (5 §)"), measure->other_support);
	measure_outcome(desk, measure, words);
	text_line(out, _("Outcome"), words);
	if (measure->withdrawn_on)
		buffer_format(out, "%s: %s\n", measure->withdrawn_on, measure->withdrawn_why);
	if (measure->invented)
		buffer_format(out, "%s\n", _("This measure is invented."));
}
