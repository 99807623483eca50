/* What the verbs of the register share: options that fill in a document, and which document or case is meant. */
#ifndef KANSLI_CLI_DOCUMENT_FIELDS_H
#define KANSLI_CLI_DOCUMENT_FIELDS_H

#include "casework/document.h"
#include "cli.h"

extern const struct option_row document_add_options[], document_change_options[];
/* What is not given stays as it stands. */
bool document_fields(struct shell *shell, struct document_change *change, struct error *err);
/* Argument nth as a document, "12-3"; or as a case, an application or another matter. */
bool shell_document(struct shell *shell, int nth, int64_t *id, struct error *err);
bool shell_case(struct shell *shell, int nth, struct case_ref *ref, struct error *err);
/* The document's number now, for a sentence; in the shell's arena. */
const char *document_said(struct shell *shell, int64_t document);

#endif
