/* A case with everything in it, for the tests of copies. */
#include "copies.h"
#include "cases.h"
#include "folder.h"
#include "papers.h"

#include "casework/case_copy.h"
#include "casework/clock.h"
#include "casework/dispatch.h"
#include "casework/disqualification.h"
#include "casework/entry.h"
#include "casework/gate.h"
#include "casework/least.h"
#include "casework/note.h"
#include "casework/share.h"
#include "casework/version.h"

#include "base/file.h"
#include "base/words.h"

#include <check.h>
#include <ftw.h>

static void participants_fill(struct casework *cw, int64_t own)
{
	struct participant_change change = {.region = "20",
		.own_number = "RD 2026/17",
		.paper = "decision",
		.paper_on = "2026-03-01",
		.paper_body = "Regionstyrelsen",
		.certified_on = "2026-03-02",
		.body_kind = "executive",
		.section = "§ 87",
		.number = "RD 17",
		.certified_name = "K. Exempel",
		.certified_title = "regiondirektör",
		.contribution = "Två timmar i veckan",
		.document = "1"};

	OK(participant_put(cw, NULL, own, &change, err));
}

static void entries_fill(struct casework *cw, int64_t own, int64_t measure)
{
	struct entry_change
		need = {.kind = ENTRY_NEED, .owner = own, .values = {"Långa väntetider", "Texten", "quality", "1"}},
		cost = {.kind = ENTRY_COST, .owner = measure, .values = {"2026", "staff", "100", "Två tjänster"}},
		promise = {.kind = ENTRY_PROMISE, .owner = measure, .values = {"Resurser", "Behov", "cost"}},
		indicator = {.kind = ENTRY_INDICATOR, .owner = measure, .values = {"Väntan", "dagar", "12"}},
		support = {.kind = ENTRY_SUPPORT, .owner = measure, .values = {"Annat stöd"}},
		reference = {.kind = ENTRY_REFERENCE, .owner = own, .values = {"Rapport", "Vårdanalys"}},
		background = {.kind = ENTRY_BACKGROUND, .owner = own, .values = {"juli 2024", "Remiss"}},
		contact = {.kind = ENTRY_CONTACT, .owner = own, .values = {"K. Exempel", "", "20"}};
	const struct entry_change *all[] = {
		&need, &cost, &promise, &indicator, &support, &reference, &background, &contact};

	promise.values[PROMISE_PRODUCTIVITY] = "1";
	promise.values[PROMISE_QUALITY] = "0";
	reference.values[REFERENCE_INCOMPLETE] = "1";
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		OK(entry_put(cw, NULL, all[i], NULL, err));
	OK(entry_put(cw, NULL, &background, NULL, err));
	OK(entry_drop(cw, NULL, ENTRY_BACKGROUND, own, 1, err));
}

static int64_t paper_with(
	struct casework *cw, int64_t own, const char *folder, const char *name, const char *content, const char *secret)
{
	struct document_change change = paper_form(name);
	struct case_ref of = {own, 0};
	char path[160];
	int64_t id = 0;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	if (secret) {
		change.secret_ground = secret;
		change.secret_on = "2026-11-20";
		change.secret_by = "Kammarkollegiet";
	}
	OK(file_write(path, content, strlen(content), true, 0600, err));
	OK(document_add(cw, NULL, &of, &change, path, &id, err));
	return id;
}

static void papers_fill(struct casework *cw, int64_t own, const char *folder)
{
	struct case_ref of = {own, 0};
	struct dispatch_change receiver = {.region = "23", .name = "", .way = "email", .sent_on = "2026-11-21"};
	int64_t first = paper_with(cw, own, folder, "protokoll.txt", "Protokoll, § 87.\n", NULL), gone;

	paper_with(cw, own, folder, "bilaga.txt", "Med mask över.\n", "OSL 19:3");
	gone = paper_with(cw, own, folder, "patient.txt", "Skickat av misstag.\n", NULL);
	paper_of(cw, of, "På papper");
	OK(dispatch_add(cw, NULL, first, &receiver, err));
	OK(document_remove(cw, NULL, gone, "error", "Patientuppgifter", err));
	OK(cross_number_put(cw, NULL, &of, 0,
		&(struct cross_number_change){.region = "23", .number = "RS/344/2025", .about = "Beslutet"}, err));
}

static void course_fill(struct casework *cw, int64_t own, int64_t measure)
{
	struct gate_change gate = {.gate = "G12", .answer = "no", .reason = "Ett förslag.", .due_on = NULL};
	struct clock_candidates asks;
	struct clock_item_change item = {0};
	struct clock_change clock = {.kind = "completion",
		.asks = "Beslutet",
		.sent_on = "2026-11-20",
		.way = "email",
		.due_on = "2026-12-11",
		.document_n = 1,
		.items = &item,
		.item_count = 1};
	struct clock_respite_change more = {"2026-11-21", "2026-12-18", "Nämnden sammanträder", ""};
	struct note_change note = {.kind = "working",
		.occurred_on = "2026-11-19",
		.way = "phone",
		.said = "Frågade om beslutet.\n\nDe återkommer.",
		.measure = measure,
		.gate = "G7",
		.criterion = "K1",
		.communicate = true,
		.follow_on = "2026-11-21"};
	int n = 0;

	OK(gate_answer(cw, NULL, own, &gate, err));
	gate = (struct gate_change){.gate = "G7", .measure = measure, .answer = "yes", .reason = ""};
	OK(gate_answer(cw, NULL, own, &gate, err));
	OK(clock_candidates_load(cw, own, "completion", &asks, err));
	ck_assert_int_gt(asks.count, 0);
	item.gate_answer = asks.items[0].gate_answer;
	clock_candidates_done(&asks);
	OK(clock_send(cw, NULL, own, &clock, &n, err));
	OK(clock_respite(cw, NULL, own, n, &more, err));
	OK(clock_uncommunicated(cw, NULL, own, measure, "Bifall i allt", err));
	OK(note_add(cw, NULL, own, &note, &n, err));
	OK(note_followed(cw, NULL, own, n, NULL, "Ringde upp", err));
	note = (struct note_change){
		.occurred_on = "2026-11-19", .way = "phone", .said = "Rättad.", .corrects_n = 1, .kind = "working"};
	OK(note_add(cw, NULL, own, &note, &n, err));
}

static void conflicts_fill(struct casework *cw, int64_t own)
{
	struct disqualification_change reported = {.person = office_person(cw, "mats"),
		.about = {.application = own},
		.answer = "reported",
		.ground = "other",
		.what = "Syster i projektet"};
	int64_t maja = office_person(cw, "maja");
	int64_t id = 0;
	int asked = 0;

	OK(disqualification_ask(cw, NULL, (struct disqualification_about){.application = own}, &maja, 1, &asked, err));
	OK(disqualification_answer(cw, NULL, &reported, &id, err));
}

int64_t copies_case(struct casework *cw, const char *folder)
{
	int64_t own = application_of(cw, "23", "Närmare vård"), measure = measure_of(cw, own, "Journal", 100, 40);

	office_sit(cw, "rut");
	papers_fill(cw, own, folder);
	participants_fill(cw, own);
	OK(share_put(cw, NULL, measure, "20", 1001, err));
	entries_fill(cw, own, measure);
	office_sit(cw, "elin");
	course_fill(cw, own, measure);
	OK(least_put(cw, NULL, measure, 1000, "Ansökan, avsnitt 3", err));
	conflicts_fill(cw, own);
	copies_money_fill(cw, own);
	return own;
}

struct buffer copies_written(struct casework *office, int64_t application, const char *files)
{
	struct case_copy copy;
	struct buffer json;

	OK(case_copy_write(office, application, &copy, err));
	for (int i = 0; i < copy.paper_count; i++) {
		struct buffer content;
		char path[200];

		buffer_init(&content);
		OK(document_read(office, copy.papers[i].document, &content, err));
		snprintf(path, sizeof path, "%s/%s", files, copy.papers[i].hash);
		OK(file_write(path, content.text, content.bytes, true, 0600, err));
		buffer_done(&content);
	}
	buffer_init(&json);
	buffer_add(&json, copy.json.text, copy.json.bytes);
	case_copy_done(&copy);
	return json;
}

int64_t copies_taken(struct casework *office, const struct buffer *json, const char *files)
{
	struct case_copy_intake intake;
	int64_t id;

	case_copy_intake_init(&intake);
	OK(case_copy_take(office, NULL, json, files, false, &intake, err));
	ck_assert_int_eq(intake.finding_count, 0);
	id = intake.application;
	case_copy_intake_done(&intake);
	return id;
}

/* ---- two offices */

static int thing_remove(const char *path, const struct stat *there, int kind, struct FTW *at)
{
	(void)there;
	(void)kind;
	(void)at;
	return remove(path);
}

void copies_folder_remove(const char *folder)
{
	nftw(folder, thing_remove, 16, FTW_DEPTH | FTW_PHYS);
}

const char *copies_inside(const struct copies_desk *desk, const char *name)
{
	static char path[4][160];
	static int turn;

	turn = (turn + 1) % 4;
	snprintf(path[turn], sizeof path[turn], "%s/%s", desk->folder, name);
	return path[turn];
}

void copies_desk_open(struct copies_desk *desk)
{
	words_open("en");
	ck_assert(folder_new(desk->folder, "copy"));
	snprintf(desk->files, sizeof desk->files, "%s/case.files", desk->folder);
	mkdir(desk->files, 0700);
	desk->one = office_open_at(copies_inside(desk, "one"));
	desk->other = office_open_at(copies_inside(desk, "two"));
	desk->own = copies_case(desk->one, desk->folder);
	copies_case_import_roles(desk->other);
	office_sit(desk->other, "elin");
}

void copies_desk_close(struct copies_desk *desk)
{
	casework_close(desk->one);
	casework_close(desk->other);
	copies_folder_remove(desk->folder);
}
