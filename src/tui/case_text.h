/* The texts of an application and of a measure, whole, to be read. */
#ifndef KANSLI_TUI_CASE_TEXT_H
#define KANSLI_TUI_CASE_TEXT_H

#include "base/buffer.h"
#include "casework/application.h"
#include "casework/measure.h"
#include "desk.h"

void case_text(const struct application *whole, struct buffer *out); /* what the applicant writes, under headings */
void case_measure_text(const struct desk *desk, const struct measure *measure, struct buffer *out);
/* "label: text", and a heading with its text below; nothing for a blank text. */
void text_line(struct buffer *out, const char *label, const char *text);
void text_block(struct buffer *out, const char *label, const char *text);

#endif
