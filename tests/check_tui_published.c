/* The list of grants on a sheet: what stands is casework's, making it known is confirmed with the number of grants, and
 * what was made known is read again as it was. */
#include "money_desk.h"

#include "base/file.h"
#include "base/words.h"
#include "casework/published.h"

static struct published_list list_now(int64_t publication)
{
	struct published_list list;

	OK(published_load(office.cw, publication, 0, &list, err));
	return list;
}

static int publications_count(void)
{
	struct publication_list list;
	int count;

	OK(publication_list_load(office.cw, &list, err));
	count = list.count;
	publication_list_done(&list);
	return count;
}

static void show(void)
{
	session = session_on(office.cw, 24, 80, &published_pane, NULL);
}

START_TEST(nothing_granted_is_said_and_not_made_known)
{
	office_sit(office.cw, "elin");
	show();
	SEEN("Inget är beviljat i det som är valt.");
	session_press(session, "+");
	SEEN("det finns inget att göra känt");
	UNSEEN("Var eller hur:");
	session_close(session);
}
END_TEST

START_TEST(the_list_is_made_known_when_the_number_of_grants_is_typed)
{
	struct published_list list;

	money_office_grant(&office);
	office_sit(office.cw, "elin");
	show();
	list = list_now(0);
	SEEN("1 beviljad, 24 500 000 kr");
	SEEN(list.items[0].lead);
	published_done(&list);
	session_press(session, "+ Enter");
	SEEN("Ange var förteckningen står"); /* it is asked again */
	session_type(session, "Webbplatsen");
	session_press(session, "Enter");
	SEEN("Antecknas som kungjord i dag (1 beviljad, 24 500 000 kr): Webbplatsen");
	session_type(session, "2");
	session_press(session, "Enter");
	ck_assert_int_eq(publications_count(), 0);
	session_press(session, "Ctrl-A Ctrl-K");
	session_type(session, "1");
	session_press(session, "Enter");
	SEEN("Kungörande 1 är antecknat.");
	ck_assert_int_eq(publications_count(), 1);
	session_press(session, "v 3");
	SEEN("2026-11-22");
	SEEN("Webbplatsen");
	session_press(session, "Enter");
	SEEN("kungörande 1");
	SEEN("24 500");
	session_press(session, "+"); /* only what stands is made known */
	SEEN("Det är förteckningen som den är nu som kungörs");
	session_press(session, "Esc");
	SEEN("kungjorda");
	session_close(session);
}
END_TEST

START_TEST(who_may_not_decide_reads_the_list_and_makes_nothing_known)
{
	money_office_grant(&office);
	office_sit(office.cw, "maja");
	show();
	SEEN("1 beviljad, 24 500 000 kr");
	UNSEEN("+ kungjord");
	session_press(session, "+");
	UNSEEN("Var eller hur:");
	session_close(session);
}
END_TEST

START_TEST(the_file_for_others_is_the_bytes_the_hash_is_of)
{
	const char *path = "/dev/shm/kansli-published.json";
	struct published_list list;
	struct buffer wanted, written;

	money_office_grant(&office);
	office_sit(office.cw, "elin");
	unlink(path);
	show();
	session_press(session, "w 2 Ctrl-A Ctrl-K");
	session_type(session, path);
	session_press(session, "Enter");
	list = list_now(0);
	buffer_init(&wanted);
	buffer_init(&written);
	published_json(&list, &wanted);
	OK(file_read(path, 1 << 20, &written, err));
	ck_assert_str_eq(written.text, wanted.text);
	buffer_done(&wanted);
	buffer_done(&written);
	published_done(&list);
	session_close(session);
	unlink(path);
}
END_TEST

START_TEST(it_is_opened_from_the_follow_up)
{
	money_office_grant(&office);
	office_sit(office.cw, "elin");
	session = session_on(office.cw, 24, 80, &followup_pane, NULL);
	session_press(session, ";");
	SEEN("Beviljade åtgärder · alla omgångar");
	session_press(session, "q");
	SEEN("Uppföljning");
	session_close(session);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {nothing_granted_is_said_and_not_made_known,
		the_list_is_made_known_when_the_number_of_grants_is_typed,
		who_may_not_decide_reads_the_list_and_makes_nothing_known,
		the_file_for_others_is_the_bytes_the_hash_is_of, it_is_opened_from_the_follow_up, NULL};

	return claims_run_in("tui published", claims, money_desk_begin, money_desk_end, 60);
}
