/* From a case to screens of its own. Invariant: each is about the case that is shown. */
#include "base/words.h"
#include "casework/case_ref.h"
#include "csv/case_file.h"
#include "tui/detail_inner.h"

void detail_clocks_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &clocks_pane, &((const struct detail *)pane->state)->application);
}

void detail_versions_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &versions_pane, &((const struct detail *)pane->state)->application);
}

void detail_register_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &register_pane,
		&(struct case_ref){.application = ((const struct detail *)pane->state)->application});
}

void detail_reports_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &reportings_pane, &((const struct detail *)pane->state)->application);
}

void detail_recovery_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &recovery_pane, &((const struct detail *)pane->state)->application);
}

void detail_audit_run(struct ui *ui, struct pane *pane)
{
	const struct detail *detail = pane->state;
	struct audit_case of = {.application = detail->application};

	desk_number(detail->desk, detail->whole.row.year, detail->whole.row.n, of.number);
	ui_push(ui, &audit_pane, &of);
}

void detail_closing_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &closing_pane, &((const struct detail *)pane->state)->application);
}

/* ---- the case on paper */

static bool dossier_make(struct ui *ui, struct pane *pane, struct paper *paper, struct error *err)
{
	const struct detail *detail = pane->state;

	return case_file_write(desk_of(ui)->cw, detail->application, NULL, paper, err);
}

void detail_dossier_run(struct ui *ui, struct pane *pane)
{
	struct detail *detail = pane->state;

	snprintf(
		detail->file, sizeof detail->file, _("dossier-%d-%d.txt"), detail->whole.row.year, detail->whole.row.n);
	detail->writing = (struct writing){
		.name = detail->file,
		.text = _("Write out the whole case as you may see it now. The name's ending says how: .txt or .json."),
		.paper = dossier_make,
	};
	writing_ask(ui, &detail->writing);
}
