/* What the files of the verb `pay` share. */
#ifndef KANSLI_CLI_PAY_H
#define KANSLI_CLI_PAY_H

#include "casework/payment.h"
#include "cli/cli.h"

/* "12.3 2", the arguments `at` and `at` + 1: the instalment. */
bool pay_row(struct shell *shell, int at, int64_t *instalment, struct error *err);
bool pay_review_run(struct shell *shell, struct error *err);
bool pay_attest_run(struct shell *shell, struct error *err);
bool pay_revoke_run(struct shell *shell, struct error *err);
bool pay_plan_run(struct shell *shell, struct error *err);
/* --template with --shares, --first, --condition and --milestone; *given: whether there is one. */
bool pay_template(struct shell *shell, struct plan_template *out, bool *given, struct error *err);
bool batch_import_run(struct shell *shell, struct error *err);
bool batch_imports_run(struct shell *shell, struct error *err);
bool batch_note_run(struct shell *shell, struct error *err);

#endif
