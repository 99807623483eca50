/* What the papers of the delegation share. Invariant: a paper says when it was printed and from which events, and one
 * of an office of invented cases says so at its top. */
#include "csv/official.h"

#include "base/money.h"
#include "base/text.h"
#include "casework/event.h"

enum { SWEDISH = 1, HEAD_HEX = 16 };

static const struct word *word_of(const struct official *official, const char *code)
{
	return programme_word(&official->programme, "official", code);
}

const char *official_word(const struct official *official, const char *code)
{
	const struct word *word = word_of(official, code);

	return word ? word->name[SWEDISH] : "";
}

const char *official_sentence(const struct official *official, const char *code)
{
	const struct word *word = word_of(official, code);

	return word ? word->help[SWEDISH] : "";
}

const char *official_kr(const struct official *official, int64_t ore)
{
	char text[MONEY_TEXT];

	return arena_text(&official->paper->arena, money_text(ore, MONEY_KR, true, text));
}

void official_say(struct official *official, const char *key, const char *text)
{
	if (key)
		paper_text(official->paper, key, NULL, text);
	if (!text_blank(text))
		paper_say(official->paper, text);
}

const char *official_names(struct arena *arena, const char *const *names, int count)
{
	const char *text = "";

	for (int i = 0; i < count; i++)
		text = arena_format(arena, "%s%s%s", text, !i ? "" : i == count - 1 ? " och " : ", ", names[i]);
	return text;
}

bool official_begin(struct official *official, struct casework *cw, struct paper *paper, const char *title,
	const char *number, struct error *err)
{
	*official = (struct official){.cw = cw, .paper = paper};
	if (!programme_load(cw, &official->programme, err))
		return false;
	paper->head = arena_text(&paper->arena, number);
	official_say(official, "authority", official_word(official, "authority"));
	official_say(official, "body", official_word(official, "body"));
	paper_say(paper, "");
	paper_title(paper, title);
	paper_number(paper, "schema_version", NULL, 1);
	paper_bool(paper, "invented", NULL, casework_demo(cw));
	if (casework_demo(cw))
		paper_say(paper, arena_format(&paper->arena, "%s. %s", official_word(official, "invented"),
					 official_sentence(official, "invented")));
	return true;
}

bool official_end(struct official *official, struct error *err)
{
	struct paper *paper = official->paper;
	char head[HASH_TEXT], today[DAY_TEXT];
	int64_t seq;
	bool known = event_head(official->cw, &seq, head, err);

	if (known) {
		head[HEAD_HEX] = '\0';
		day_text(casework_today(official->cw), today);
		paper_text(paper, "printed_on", NULL, today);
		paper_number(paper, "event", NULL, seq);
		paper_text(paper, "event_hash", NULL, head);
		paper_say(paper, "");
		paper_say(paper, arena_format(&paper->arena, "Utskriven %s. Senaste händelse: nr %lld, %s.", today,
					 (long long)seq, head));
	}
	official_drop(official);
	return known;
}

void official_drop(struct official *official)
{
	programme_done(&official->programme);
}
