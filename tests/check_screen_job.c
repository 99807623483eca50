/* The main job from the first search to the payment file, by four persons, through the screens of the real program. */
#include "real.h"

#include "base/buffer.h"
#include "base/file.h"
#include "casework/payment.h"

static struct error err[1];
#define OK(call) ck_assert_msg(call, "%s", err->text)

static void fill(struct bench *bench, const char *text)
{
	bench_press(bench, "Ctrl-A Ctrl-K");
	bench_type(bench, text);
}

static void answer(struct bench *bench, const char *text)
{
	fill(bench, text);
	bench_press(bench, "Enter");
}

/* ---- finding, a note, a control point */

static void note_write(struct bench *bench)
{
	bench_press(bench, "/");
	bench_type(bench, "jämt");
	bench_press(bench, "Enter Enter c");
	real_shown(bench, "Dialoganteckning · EFF 2-2025 · Jämtland Härjedalen");
	bench_type(bench, "Regionen flyttar starten till mars.");
	bench_press(bench, "Tab Tab t Ctrl-S");
	real_shown(bench, "Anteckning 14 är sparad.");
	real_shown(bench, "  14 2026-11-22 Regionen flyttar starten till mars.");
	real_shown(bench, "2026-11-22 09:00 Elin Björk");
	bench_press(bench, "Esc Esc Esc");
}

static void gate_answer_in_form(struct bench *bench)
{
	real_find(bench, "11-2026");
	bench_press(bench, "Enter Tab Enter Tab Tab");
	real_shown(bench, "G3 Ekonomisk analys");
	bench_press(bench, "Enter");
	bench_press(bench, "j Tab");
	bench_type(bench, "Analysen finns i avsnitt 2.");
	bench_press(bench, "Ctrl-S");
	real_shown(bench, "G3: ja.");
	bench_press(bench, "Esc Esc Esc");
}

/* ---- an assessment handed in */

static void score(struct bench *bench)
{
	real_find(bench, "13-2026");
	bench_press(bench, "Enter p");
	for (int i = 0; i < 10; i++) {
		bench_press(bench, "3 Enter");
		bench_type(bench, "Vinsten är visad.");
		bench_press(bench, "Ctrl-S Down");
	}
	real_shown(bench, "10 av 10 satta");
	bench_press(bench, "Ctrl-S");
	answer(bench, "13-2026.2");
	ck_assert_hidden(bench, "är lämnad");
	answer(bench, "13-2026.1");
	real_shown(bench, "Din bedömning av 13-2026.1 är lämnad");
}

/* ---- the ranking, the decision */

static void move(struct bench *bench)
{
	bench_press(bench, "2 Down Down Down Down Down Down Down J");
	real_shown(bench, "Varför flyttas 2-2026.1 Kronoberg från plats 8 till plats 9?");
	bench_press(bench, "Enter");
	real_shown(bench, "En flyttning kräver ett skäl");
	bench_press(bench, "J");
	answer(bench, "Den andra åtgärden visar större vinst (13 §).");
	real_shown(bench, "── bemyndigande 2028: 48 000 ── föreslaget 47 000 ── återstår 1 000 ──");
	real_shown(bench, "2-2026.1 Kronoberg är flyttad till plats 9. 4-2026.2 Skåne hamnar inom ramen.");
	real_shown(bench, "Skäl: Den andra åtgärden");
}

static void decide(struct bench *bench)
{
	bench_press(bench, "2 Down B b Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab");
	bench_type(bench, "Vinsten kan påvisas.");
	bench_press(bench, "Tab");
	bench_type(bench, "1, 4, 6 och 13 §§");
	bench_press(bench, "Tab Tab Tab");
	fill(bench, "2028-03-31");
	bench_press(bench, "Tab");
	fill(bench, "2029-09-28");
	bench_press(bench, "Tab Tab");
	bench_type(bench, "Inga andra villkor.");
	bench_press(bench, "Tab Tab Tab Tab");
	fill(bench, "2027-02-15");
	bench_press(bench, "Ctrl-S");
	real_shown(bench, "2027-02-15  12 000 000 kr  Västra Götaland");
	answer(bench, "6-2026.1");
	real_shown(bench, "Beslutet om 6-2026.1 är registrerat.");
}

/* ---- the money */

static void review(struct bench *bench)
{
	bench_press(bench, "3 Down Down y");
	real_shown(bench, "12 000 000 kr till Västra Götalandsregionen");
	bench_press(bench, "Enter");
	real_shown(bench, "inget är gjort. Skriv 12000000");
	answer(bench, "12000000");
	real_shown(bench, "Rad 1 i 6-2026.1 är granskad, 12 000 000 kr.");
}

static void attest(struct bench *bench)
{
	bench_press(bench, "3 Down Down A");
	real_shown(bench, "granskad av Ulla Forsgren");
	answer(bench, "12000000");
	real_shown(bench, "Rad 1 för 6-2026.1 är attesterad, 12 000 000 kr.");
}

static const char *file_write_out(struct bench *bench)
{
	static char path[128];

	snprintf(path, sizeof path, "%s/betalning.csv", real_folder);
	bench_press(bench, "w 1");
	answer(bench, path);
	real_shown(bench, "är skriven, 1 rad.");
	return path;
}

/* The file's amounts, added up, are what the office says is attested and not yet paid. */
static void file_holds_attested(const char *path)
{
	struct casework *cw = real_casework("ulla");
	struct instalment_list list;
	struct buffer text;
	int rows = 0;
	const char *at;

	OK(instalment_list_load(cw, &(struct instalment_query){.state = "attested"}, &list, err));
	buffer_init(&text);
	OK(file_read(path, 1 << 20, &text, err));
	for (at = text.text; (at = strchr(at, '\n')) != NULL; at++)
		rows++;
	ck_assert_int_eq(list.count, 1);
	ck_assert_int_eq(rows, 2);
	ck_assert_int_eq(list.sum_ore, INT64_C(1200000000));
	ck_assert_ptr_nonnull(strstr(text.text, "12000000,00"));
	buffer_done(&text);
	instalment_list_done(&list);
	casework_close(cw);
}

START_TEST(the_main_job_is_done_on_the_screens_from_search_to_payment_file)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	note_write(bench);
	gate_answer_in_form(bench);
	real_close(bench);
	bench = real_open("tomas", (struct bench_options){.rows = 24});
	score(bench);
	real_close(bench);
	bench = real_open("margareta", (struct bench_options){.rows = 24});
	move(bench);
	real_close(bench);
	bench = real_open("elin", (struct bench_options){.rows = 24});
	decide(bench);
	real_close(bench);
	bench = real_open("ulla", (struct bench_options){.rows = 24});
	review(bench);
	real_close(bench);
	bench = real_open("henning", (struct bench_options){.rows = 24});
	attest(bench);
	file_holds_attested(file_write_out(bench));
	real_close(bench);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {the_main_job_is_done_on_the_screens_from_search_to_payment_file, NULL};

	return real_run("screen job", claims, 90);
}
