/* Control points of several participants at the screen: those without an answer answered for alike, and text looked
 * for among the rows. */
#include "cases.h"
#include "casework/gate.h"
#include "claims.h"
#include "session.h"

#include "base/words.h"

static struct casework *cw;
static struct session *session;
static int64_t joint;

static void begin(void)
{
	static const char *const others[] = {"19", "20"};

	words_open("sv");
	cw = office_open();
	joint = application_of(cw, "23", "Närmare vård");
	office_sit(cw, "elin");
	OK(participants_join(cw, NULL, joint, others, 2, NULL, err));
	session = session_on(cw, 24, 132, &gates_pane, &joint);
}

static void end(void)
{
	session_close(session);
	casework_close(cw);
}

static void look_for(const char *text)
{
	session_press(session, "/");
	session_type(session, text);
	session_press(session, "Enter");
}

START_TEST(the_participants_without_an_answer_are_answered_for_alike)
{
	struct gate_change no = {.gate = "G12", .answer = "no", .reason = "Bara ett förslag."};
	struct gate_list list;

	OK(gate_list_load(cw, joint, &list, err));
	no.participant = list.items[list.count - 1].participant;
	gate_list_done(&list);
	OK(gate_answer(cw, NULL, joint, &no, err));
	session_again(session);
	look_for("protokollfört");
	session_press(session, "F");
	ck_seen(session, "1 Bara de 2 som saknar svar");
	ck_seen(session, "2 Alla 3: svar som redan finns ersätts");
	session_press(session, "1");
	ck_seen(session, "Kontrollpunkt · G12 · de som saknar svar · EFF 1-2026");
	session_press(session, "Right Ctrl-S");
	ck_seen(session, "2 ja · 1 nej · 1 obesvarad");
}
END_TEST

START_TEST(an_answer_for_all_begins_with_nobodys_reason)
{
	struct gate_change no = {.gate = "G12", .answer = "no", .reason = "Bara ett förslag."};

	OK(gate_answer(cw, NULL, joint, &no, err));
	session_again(session);
	look_for("protokollfört");
	session_press(session, "F");
	ck_seen(session, "G12 · alla deltagare · EFF 1-2026");
	ck_unseen(session, "Bara ett förslag.");
}
END_TEST

START_TEST(text_is_looked_for_among_the_rows)
{
	session_press(session, "n");
	ck_seen(session, "Inget har sökts än.");
	look_for("VÄST");
	ck_assert_ptr_nonnull(strstr(session_row(session, session_at(session)), "Västmanland"));
	session_press(session, "g N");
	ck_assert_ptr_nonnull(strstr(session_row(session, session_at(session)), "Västmanland"));
	look_for("zebra");
	ck_seen(session, "Ingen rad har ”zebra”.");
}
END_TEST

START_TEST(the_next_row_whose_evidence_is_missing_is_one_key_away)
{
	measure_of(cw, joint, "Hemmonitorering", 900, 500);
	session_again(session);
	ck_seen(session, "5 obesvarade · saknas 4");
	session_press(session, "!");
	ck_assert_ptr_nonnull(strstr(session_row(session, session_at(session)), ">! G7"));
	ck_seen(session, "Saknas:");
	session_press(session, "! ! ! !"); /* around the end, past what has nothing missing */
	ck_assert_ptr_nonnull(strstr(session_row(session, session_at(session)), ">! G7"));
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {the_participants_without_an_answer_are_answered_for_alike,
		an_answer_for_all_begins_with_nobodys_reason, text_is_looked_for_among_the_rows,
		the_next_row_whose_evidence_is_missing_is_one_key_away, NULL};

	return claims_run_in("control points at the screen", claims, begin, end, 60);
}
