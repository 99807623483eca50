/* What can be read of a file in a terminal. Invariant: what comes out is clean text that the schema takes, whatever
 * went in; a file that cannot be read so is kept all the same. */
#include "casework/document_inner.h"

#include "base/outside.h"
#include "base/text.h"
#include "base/words.h"

/* Characters that must not be kept are left out one by one; a page break is a line break. */
static const char *words_clean(const char *bytes, size_t count, struct arena *arena)
{
	struct buffer kept;
	const char *clean = "", *answer;

	buffer_init(&kept);
	for (size_t at = 0; at < count && kept.bytes < DOCUMENT_WORDS_MOST;) {
		uint32_t character;
		int took = text_decode(bytes + at, count - at, &character);

		if (took && (character == '\n' || character == '\t' || text_cells(character) >= 0))
			buffer_add(&kept, character == '\t' ? " " : bytes + at, (size_t)(character == '\t' ? 1 : took));
		else if (took && character == '\f')
			buffer_text(&kept, "\n");
		at += (size_t)(took ? took : 1);
	}
	answer = text_clean(arena, kept.text, kept.bytes, true, &clean, NULL) ? clean : "";
	buffer_done(&kept);
	return answer;
}

static bool begins(const struct buffer *content, const char *with)
{
	size_t bytes = strlen(with);

	return content->bytes >= bytes && !memcmp(content->text, with, bytes);
}

static const char *pdf_words(const char *path, struct arena *arena)
{
	char program[] = "pdftotext", layout[] = "-layout", encoding[] = "-enc", utf8[] = "UTF-8", out[] = "-";
	char *words[] = {program, layout, encoding, utf8, arena_text(arena, path), out, NULL};
	struct buffer come;
	const char *answer = "";

	if (path[0] == '-')
		words[4] = arena_format(arena, "./%s", path);
	buffer_init(&come);
	if (outside_capture(words, DOCUMENT_WORDS_MOST, &come))
		answer = words_clean(come.text, come.bytes, arena);
	buffer_done(&come);
	return answer;
}

const char *words_take(const char *path, const struct file_kept *file, struct arena *arena)
{
	const struct buffer *content = &file->content;

	if (begins(content, "%PDF-"))
		return pdf_words(path, arena);
	if (!content->bytes || content->bytes > DOCUMENT_WORDS_MOST || memchr(content->text, '\0', content->bytes) ||
		!text_is_utf8(content->text, content->bytes))
		return "";
	return words_clean(content->text, content->bytes, arena);
}

const char *document_wordless(const struct document *document)
{
	const char *ending = document->file_name ? strrchr(document->file_name, '.') : NULL;

	if (!ending || strcasecmp(ending, ".pdf") != 0)
		return _("The file is no text that a terminal shows. kansli document read --bytes gives the file "
			 "itself.");
	if (!outside_allowed())
		return _("A PDF is not read where kansli is served to others: pdftotext, another program, is not "
			 "started there. The file is kept.");
	return _("No text could be taken out of the PDF: pdftotext is not installed, or its pages are pictures. The "
		 "file is kept; kansli document read --bytes gives it.");
}
