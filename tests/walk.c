/* The ways. A pane stands here once for each person who has hints of their own there. */
#include "walk.h"

const struct walk walks[] = {
	{"list", "elin", NULL, "Down Down", "Ärenden", NULL},
	{"list", "elin", "13-2026", "", "Ärenden", "Jönköping"},
	{"detail", "elin", "13-2026", "Enter", "EFF 13-2026", NULL},
	{"detail", "elin", "16-2026", "Enter", "EFF 16-2026", NULL},
	{"gates", "elin", "13-2026", "Enter Tab Enter Down Down", "Kontrollpunkter", NULL},
	{"gates", "elin", "7-2026", "Enter Tab Enter Down Down Down Down Down Down Down Down Down Down",
		"Kontrollpunkter", NULL},
	{"participants", "elin", "7-2026", "Enter M Down", "Deltagare", NULL},
	{"shares", "elin", "7-2026", "Enter M S", "Andelar", NULL},
	{"powers", "elin", NULL, "6 s Down", "Vem som får underteckna", NULL},
	{"meetings", "elin", "9-2026", "Enter K C", "Regionernas sammanträden", NULL},
	{"meeting form", "elin", NULL, "o C +", "En regions sammanträde", NULL},
	{"contents", "elin", "13-2026", "Enter N", "Innehåll", NULL},
	{"entry form", "elin", "13-2026", "Enter N Enter", "Behov", NULL},
	{"disqualification", "elin", "16-2026", "Enter =", "Jäv", NULL},
	{"disqualification", "elin", "16-2026", "Enter = Down Down Down", "Jäv", NULL},
	{"report form", "elin", "13-2026", "Enter = Enter", "Jäv", NULL},
	{"ruling form", "elin", "13-2026", "Enter v 1", "Avskriv eller avvisa", NULL},
	{"letter", "elin", "7-2025", "Enter v 1", "beslut", NULL},
	{"regions", "elin", NULL, "o Down", "Regioner", NULL},
	{"regions", "elin", NULL, "o Down Enter", "Dalarna", NULL},
	{"text", "elin", "13-2026", "Enter Enter", "Åtgärder", NULL},
	{"ranking", "elin", NULL, "2 Down Down", "Rangordning", NULL},
	{"decision form", "elin", NULL, "2 B", "Beslut · ", NULL},
	{"filling form", "elin", NULL, "2 B F6", "Utbetalningsplan efter mall", NULL},
	{"equal", "elin", NULL, "2 E Down", "Likabehandling", NULL},
	{"firmness", "elin", NULL, "2 F Down", "Hur säkert", NULL},
	{"log", "elin", NULL, "5 Down Down", "Kansliets händelser", NULL},
	{"rounds", "elin", NULL, "7", "Omgångar", NULL},
	{"criteria", "elin", NULL, "7 c", "Kriterier", NULL},
	{"criteria", "elin", NULL, "7 c Down", "Kriterier", NULL},
	{"criterion", "elin", NULL, "7 c Enter Down", "Kriterier · version 2", NULL},
	{"criterion form", "elin", NULL, "7 c Enter e", "Kriterium", NULL},
	{"criteria form", "elin", NULL, "7 c +", "Ny kriterieversion", NULL},
	{"preview", "elin", NULL, "7 c 2 Down", "PRÖVAR", NULL},
	{"reportings", "elin", NULL, "T Down", "Redovisningar", NULL},
	{"reporting", "elin", NULL, "T Enter", "Redovisning ·", NULL},
	{"reporting", "elin", NULL, "T Down Down Down Down Down Enter", "Redovisning · 2-2025.4 1", NULL},
	{"reporting remind form", "elin", NULL, "T Enter !", "Påminnelse", NULL},
	{"reporting due form", "elin", NULL, "T Enter +", "Ytterligare delredovisning", NULL},
	{"followup", "elin", NULL, "* Down", "Uppföljning", NULL},
	{"followup", "elin", NULL, "* v 6", "Uppföljning", NULL},
	{"published", "elin", NULL, "* ; Down", "Beviljade åtgärder", NULL},
	{"published", "elin", NULL, ": p u b l i c e r a t Enter", "Beviljade åtgärder", NULL},
	{"published", "elin", NULL, "* ; v 3", "Beviljade åtgärder · kungjorda", NULL},
	{"published", "elin", NULL, "* ; v 3 Enter", "Beviljade åtgärder · kungörande 1", NULL},
	{"forecast", "elin", NULL, "> Down", "Prognos", NULL},
	{"forecast", "elin", NULL, "> v 3", "Prognos", NULL},
	{"recovery", "elin", "2-2025", "Enter Y", "Innehållet och återkrävt · 2-2025", NULL},
	{"withhold lift form", "elin", NULL, "Y B", "Innehållandet hävs", NULL},
	{"claim change form", "elin", NULL, "Y Down B", "Senare beslut om återkravet", NULL},
	{"demand form", "elin", NULL, "Y Down !", "Kravbrev", NULL},
	{"plan", "elin", NULL, "3 Enter", "", "· 1-2026.1 Norrbotten"},
	{"withhold form", "elin", NULL, "3 Enter B 1", "Innehålls (17 §)", NULL},
	{"claim form", "elin", NULL, "3 Enter B 2", "Återkrav (18 §)", NULL},
	{"todo", "elin", NULL, "8 Down", "Att göra", NULL},
	{"hits", "elin", NULL, "f h e m m o n i Enter Down", "Sök · hemmoni", NULL},
	{"clocks", "elin", "9-2026", "Enter K", "Frister", NULL},
	{"clock form", "elin", "9-2026", "Enter K +", "Frist", NULL},
	{"unnecessary form", "elin", "9-2026", "Enter K B", "Kommunicering obehövlig", NULL},
	{"closing", "elin", "14-2026", "Enter Q", "Avslut", NULL},
	{"closing", "elin", "8-2025", "Enter Q", "Avslut", NULL},
	{"closing", "elin", "13-2026", "Enter Q", "Avslut", NULL},
	{"closing form", "elin", "14-2026", "Enter Q Ctrl-S", "Avsluta ärendet", NULL},
	{"release", "elin", NULL, "0 Down Down Down Down Down y Down", "Begäran om handlingar", NULL},
	{"release test form", "elin", NULL, "0 Down Down Down Down Down y Down Enter", "Prövning av utlämnande", NULL},
	{"release add form", "elin", NULL, "0 Down Down Down Down Down y +", "Vad som begärs", NULL},
	{"versions", "elin", "13-2026", "Enter O", "Versioner", NULL},
	{"register", "elin", "2-2025", "Enter I Down", "Diarium · EFF 2-2025", NULL},
	{"register", "elin", "1-2025", "Enter I End", "Diarium · EFF 1-2025", NULL},
	{"document", "elin", "2-2025", "Enter I Down Down Down Down Down Down Enter", "Handling · EFF 2-2025-7", NULL},
	{"document", "elin", "2-2025", "Enter I End Up Up Up Up Up Enter", "Handling · EFF 2-2025-11", NULL},
	{"document", "elin", "4-2025", "Enter I Down Enter", "Handling · EFF 4-2025-2", NULL},
	{"document form", "elin", "2-2025", "Enter I +", "Handling · EFF 2-2025", NULL},
	{"wrong form", "elin", "2-2025", "Enter I u", "Felregistrerad", NULL},
	{"dispatch form", "elin", "2-2025", "Enter I !", "Expediering", NULL},
	{"inbox", "elin", NULL, "9", "Inkorg", NULL},
	{"inbox", "elin", NULL, "9 Down", "Inkorg", NULL},
	{"find case", "elin", NULL, "9 m", "Inkorg", "Vilket ärende hör"},
	{"paper choice", "elin", NULL, "9 +", "Inkorg", NULL},
	{"sittings", "elin", NULL, "1 Down", "Delegationens sammanträden", NULL},
	{"sittings", "elin", NULL, "1", "Delegationens sammanträden", NULL},
	{"sitting", "elin", NULL, "1 Enter", "Sammanträde 20", NULL},
	{"sitting", "elin", NULL, "1 End Enter Down Down", "Sammanträde 20", NULL},
	{"matters", "elin", NULL, "0 Down", "Övriga ärenden", NULL},
	{"matters", "elin", NULL, "0 Down Down Down Down Down", "Övriga ärenden", NULL},
	{"matter form", "elin", NULL, "0 +", "Övrigt ärende", NULL},
	{"matter text", "elin", NULL, "0 Down H", "Händelser · EFF", NULL},
	{"numbers", "elin", "1-2025", "Enter I #", "Andras diarienummer", NULL},
	{"note form", "elin", "13-2026", "c", "Dialoganteckning", NULL},
	{"gate form", "elin", "13-2026", "Enter Tab Enter Enter", "Kontrollpunkt", NULL},
	{"find", "elin", NULL, "/", "Ärenden", NULL},
	{"command", "elin", NULL, ":", "Ärenden", NULL},
	{"choice", "elin", NULL, "v", "Ärenden", "Vilka ärenden?"},
	{"menu", "elin", NULL, "x", "Ärenden", NULL},
	{"help", "elin", NULL, "?", "Tangenter", NULL},
	{"list", "siv", NULL, "Down", "Ärenden", NULL},
	{"application form", "siv", NULL, "+", "Ny ansökan", NULL},
	{"sitting", "margareta", NULL, "1 Enter Down", "Sammanträde 20", NULL},
	{"ranking", "margareta", NULL, "2 Down", "Rangordning", NULL},
	{"optimum", "margareta", NULL, "2 O Down", "Enbart poäng", NULL},
	{"comparison", "margareta", NULL, "2 v Down", "Förslag 2", NULL},
	{"progress", "margareta", NULL, "2 A Down", "Bedömningsläget", NULL},
	{"assigning", "margareta", NULL, "A + Space", "Vad ska bedömas?", NULL},
	{"assigning persons", "margareta", NULL, "A + Space Enter Down", "Vilka bedömer?", NULL},
	{"equal", "margareta", NULL, "2 E Down", "Likabehandling", NULL},
	{"ranking", "margareta", NULL, "2 Down Down Down Down _", "Rangordning · PRÖVAR", NULL},
	{"ranking", "margareta", NULL, "2 Down Down Down Down X", "Rangordning · PRÖVAR", NULL},
	{"disagreement", "margareta", NULL, "2 D Down Down Down Down Down Down Down Down", "Oenighet", NULL},
	{"firmness", "margareta", NULL, "2 F Down", "Hur säkert", NULL},
	{"detail", "tomas", "13-2026", "Enter", "EFF 13-2026", NULL},
	{"scoring", "tomas", "13-2026", "Enter p Down Down", "Bedömning · 13-2026.1", NULL},
	{"scoring text", "tomas", "13-2026", "Enter p Tab", "Bedömning · 13-2026.1", NULL},
	{"scoring reason", "tomas", "13-2026", "Enter p Down Enter", "Bedömning · 13-2026.1", NULL},
	{"scoring", "tomas", "4-2026", "Enter p", "Bedömning · 4-2026.1", NULL},
	{"reporting", "ulla", NULL, "T Down Down Down Enter", "Redovisning · 3-2025.2 1", NULL},
	{"plans", "ulla", NULL, "3 Down", "Utbetalning", NULL},
	{"plan", "ulla", NULL, "3 Enter", "", "· 1-2026.1 Norrbotten"},
	{"template form", "ulla", NULL, "3 Enter %", "Utbetalningsplan efter mall", NULL},
	{"batches", "ulla", NULL, "3 b Down", "Betalfiler", NULL},
	{"batch", "ulla", NULL, "3 b Down Down Enter Down", "Betalfil ", NULL},
	{"accounts", "ulla", NULL, "3 $ Down Down Down", "Vart regionerna betalas", NULL},
	{"account form", "ulla", NULL, "3 $ +", "Konto", NULL},
	{"attesters", "ulla", NULL, "3 s Down", "Attestlista", NULL},
	{"budget", "ulla", NULL, "4 Down Down", "Budget", NULL},
	{"limit form", "ulla", NULL, "4 R", "För in", NULL},
	{"persons", "ulla", NULL, "6 Down", "Personer", NULL},
	{"audit", "ulla", NULL, "& v 2", "Revision", NULL},
	{"audit", "ulla", NULL, "& v 4", "Revision", NULL},
	{"recovery", "ulla", NULL, "Y", "Återkrav och inbetalningar", NULL},
	{"recovery", "ulla", NULL, "Y Down", "Återkrav och inbetalningar", NULL},
	{"recovery", "ulla", NULL, "Y Down Down", "Återkrav och inbetalningar", NULL},
	{"text", "ulla", NULL, "Y Down Down Down Enter", "inbetalning 2", NULL},
	{"rates", "ulla", NULL, "Y %", "Statens utlåningsränta", NULL},
	{"rate form", "ulla", NULL, "Y % +", "Utlåningsränta", NULL},
	{"money in form", "ulla", NULL, "Y +", "Inbetalning", NULL},
	{"persons", "lovisa", NULL, "6 Down", "Personer", NULL},
	{"powers", "lovisa", NULL, "6 s Down", "Vem som får underteckna", NULL},
	{"power form", "lovisa", NULL, "6 s +", "Behörighet", NULL},
	{"attesters", "lovisa", NULL, "6 s s Down", "Attestlista", NULL},
	{"attester form", "lovisa", NULL, "6 s s +", "Attestlista", NULL},
	{"person form", "lovisa", NULL, "6 +", "Person", NULL},
	{.name = NULL},
};

void walk_go(struct bench *bench, const struct walk *walk)
{
	if (walk->find)
		real_find(bench, walk->find);
	bench_press(bench, walk->keys);
	bench_press(bench, "Ctrl-L");
}

void walk_to(struct bench *bench, const struct walk *walk)
{
	walk_go(bench, walk);
	ck_assert_msg(!bench_ended(bench), "on the way to %s the program ended: %d", walk->name, bench_end(bench));
	ck_assert_msg(!strncmp(bench_row(bench, 0), walk->title, strlen(walk->title)), "the way to %s ends at: %s",
		walk->name, bench_row(bench, 0));
	if (walk->seen)
		real_shown(bench, walk->seen);
}

void walk_home(struct bench *bench)
{
	bench_text(bench, "\033\033\033\033\033\033g"); /* nothing is waited for: another byte follows each Esc */
}

bool walk_has(const char *name)
{
	for (const struct walk *walk = walks; walk->name; walk++)
		if (!strcmp(walk->name, name))
			return true;
	return false;
}

int walk_person(const struct walk *from)
{
	int count = 0;

	while (from[count].name && !strcmp(from[count].as, from->as))
		count++;
	return count;
}
