/* Contents and evidence written out: for `contents` and `show`, for people and as JSON. */
#ifndef KANSLI_CLI_SHOW_CONTENTS_H
#define KANSLI_CLI_SHOW_CONTENTS_H

#include "base/json.h"
#include "casework/contents.h"
#include "cli.h"

/* The application's own: needs, references, background, contacts, shares, evidence, cost differences. */
void contents_json(struct json *json, const struct contents *contents);
/* What belongs to one measure: promise, costs, indicators, supports. */
void contents_measure_json(struct json *json, const struct contents *contents, int64_t measure);
/* Part by part, with what is missing by name. */
void contents_text(struct shell *shell, const struct contents *contents, const struct programme *programme);

#endif
