/* What has been put on paper, to whoever asked: text for people, JSON, or a field a row. */
#include "cli/paper.h"

#include "csv/flat.h"

bool shell_paper(struct shell *shell, struct paper *paper, struct error *err)
{
	struct report report;
	bool done;

	paper_end(paper);
	if (shell_switch(shell, "json"))
		return shell_deliver(shell, &paper->made, err);
	if (!shell_switch(shell, "csv") && !shell_switch(shell, "plain"))
		return shell_deliver(shell, &paper->text, err);
	report_flat(&report, paper->made.text);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	return done;
}
