/* The language of the screen and of sentences: gettext, UTF-8 inside always. */
#ifndef KANSLI_BASE_WORDS_H
#define KANSLI_BASE_WORDS_H

#include <libintl.h>
#include <stdbool.h>

#define _(text) gettext(text)
#define N_(text) text

/* Chooses the language: "sv", "en", or NULL to ask the environment (LC_ALL, LC_MESSAGES, LANG, LANGUAGE; nothing
 * known means Swedish). Works without any locale installed. Call once at start; may be called again to switch. */
void words_open(const char *language);
bool words_swedish(void);
/* 'u', '1' or 'a': what the terminal's character set can show, from the environment's locale. */
char words_charset(void);

#endif
