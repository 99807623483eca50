/* The loop without a terminal: what happens in which order, and what is said. */
#include "base/words.h"
#include "claims.h"
#include "tui/help.h"
#include "tui_probe.h"

/* ---- order */

START_TEST(a_frame_is_loaded_then_drawn_then_shown_once)
{
	begin(NULL);
	ck_assert_str_eq(order, "ld");
	ck_assert_int_eq(fake.frames, 1);
	order[0] = '\0';
	fake_press(&fake, ui, "a");
	ck_assert_str_eq(order, "ad");
	order[0] = '\0';
	fake_press(&fake, ui, "r");
	ck_assert_str_eq(order, "ld");
	end();
}
END_TEST

START_TEST(all_that_waits_is_taken_in_before_one_frame)
{
	begin(NULL);
	int frames = fake.frames;
	order[0] = '\0';
	fake_type(&fake, ui, "aaaa");
	ck_assert_str_eq(order, "aaaad");
	ck_assert_int_eq(fake.frames, frames + 1);
	end();
}
END_TEST

START_TEST(a_key_after_one_that_opens_goes_to_what_was_opened)
{
	begin(NULL);
	order[0] = '\0';
	fake_type(&fake, ui, "pa");
	ck_assert_str_eq(order, "olad");
	end();
}
END_TEST

START_TEST(without_anything_to_do_the_wait_has_no_end)
{
	begin(NULL);
	ck_assert_int_eq(fake.asked_ms, -1);
	int frames = fake.frames;
	ui_turn(ui);
	ui_turn(ui);
	ck_assert_int_eq(fake.frames, frames);
	fake_press(&fake, ui, "w");
	ck_assert(strchr(order, 't') != NULL);
	fake_settle(&fake, ui);
	ck_assert_int_eq(fake.asked_ms, -1);
	end();
}
END_TEST

START_TEST(a_frozen_terminal_is_not_written_to_and_keys_still_count)
{
	begin(NULL);
	int frames = fake.frames;
	fake.frozen = true;
	order[0] = '\0';
	fake_press(&fake, ui, "a a");
	ck_assert_str_eq(order, "aa");
	ck_assert_int_eq(fake.frames, frames);
	fake.frozen = false;
	fake_settle(&fake, ui);
	ck_assert_int_eq(fake.frames, frames + 1);
	end();
}
END_TEST

START_TEST(waiting_with_a_transaction_open_stops_the_program)
{
	begin(NULL);
	idle = false;
	ui_turn(ui);
}
END_TEST

START_TEST(the_end_keeps_what_is_typed_in_every_pane)
{
	const enum end_reason reasons[] = {END_GONE, END_HANGUP, END_TERMINATED};
	for (int i = 0; i < 3; i++) {
		begin(NULL);
		fake_press(&fake, ui, "p");
		order[0] = '\0';
		fake_event(&fake, (struct event){.kind = EVENT_END, .reason = reasons[i]});
		ck_assert_int_eq(ui_run(ui), reasons[i]);
		ck_assert_str_eq(order, "kk");
		end();
		ck_assert_str_eq(order, "kkkkcc");
	}
}
END_TEST

START_TEST(a_pane_that_refuses_to_open_is_not_there)
{
	begin(NULL);
	struct pane *top = ui_top(ui);
	ck_assert(!ui_push(ui, &probe, "no"));
	ck_assert(ui_top(ui) == top);
	end();
	ck_assert_str_eq(order, "ldokc");
}
END_TEST

/* ---- going back */

START_TEST(esc_takes_one_layer_and_never_leaves)
{
	begin(NULL);
	fake_press(&fake, ui, "p");
	filtered = true;
	struct pane *second = ui_top(ui);
	fake_press(&fake, ui, "Esc");
	ck_assert(ui_top(ui) == second && !filtered);
	fake_press(&fake, ui, "Esc");
	ck_assert(ui_top(ui) != second && !ui_over(ui));
	fake_press(&fake, ui, "Esc Esc");
	ck_assert(!ui_over(ui));
	fake_press(&fake, ui, "p q");
	ck_assert(!ui_over(ui));
	fake_press(&fake, ui, "F10");
	ck_assert(ui_over(ui));
	end();
}
END_TEST

/* ---- messages */

START_TEST(a_message_stays_until_the_next_key_and_in_the_log)
{
	const char *moment;
	begin(NULL);
	fake_press(&fake, ui, "a");
	ck_assert_str_eq(row(22), "Gjort.");
	fake_resize(&fake, ui, 24, 100);
	ck_assert_str_eq(row(22), "Gjort.");
	fake_press(&fake, ui, "F2");
	ck_assert_str_eq(row(22), "F2 är inte bundet här. ? visar tangenterna.");
	ck_assert_str_eq(ui_said(ui, 1, &moment), "Gjort.");
	ck_assert_str_eq(moment, "2026-11-22 14:02:07");
	ck_assert(ui_said(ui, 2, &moment) == NULL);
	for (int i = 0; i < 300; i++) {
		ui_say(ui, "meddelande %d", i);
	}
	ck_assert_str_eq(ui_said(ui, 0, &moment), "meddelande 299");
	ck_assert_str_eq(ui_said(ui, 199, &moment), "meddelande 100");
	ck_assert(ui_said(ui, 200, &moment) == NULL);
	end();
}
END_TEST

START_TEST(a_long_message_is_read_whole_and_its_log_too)
{
	struct error err = {ERROR_FAILED, ""};
	begin(NULL);
	snprintf(err.text, sizeof err.text, "%s",
		"Kunde inte spara: disken är full (srv). Utkastet ligger i minnet och "
		"försöks igen. Avsluta inte, utan be den som sköter datorn om plats.");
	ui_say_error(ui, &err);
	fake_settle(&fake, ui);
	ck_assert_str_eq(row(21), "Fel: Kunde inte spara: disken är full (srv). Utkastet ligger i minnet och");
	ck_assert_str_eq(row(22), "försöks igen. Avsluta inte, utan be den som sköter datorn om plats.");
	ck_assert_str_eq(row(1), "79x20");
	fake_press(&fake, ui, "Ctrl-O");
	ck_assert_int_eq(ui_sheet(ui)->cursor_row, 21);
	fake_press(&fake, ui, "a");
	ck_assert(strchr(order, 'a') == NULL); /* the key only returned */
	err.kind = ERROR_DENIED;
	ui_say_error(ui, &err);
	ck_assert(strncmp(ui_message(ui), "Obs: ", 5) == 0);
	end();
}
END_TEST

/* ---- actions */

START_TEST(what_cannot_be_done_has_no_hint_and_says_why)
{
	begin(NULL);
	ck_assert_str_eq(row(23), "? hjälp  a spara  p öppna  x mer  q avsluta");
	fake_press(&fake, ui, "L");
	ck_assert_str_eq(row(22), "L kräver rollen ordförande.");
	ck_assert(strchr(order, 'a') == NULL);
	fake_press(&fake, ui, "p");
	ck_assert_str_eq(row(23), "? hjälp  a spara  p öppna  x mer  q åter");
	end();
}
END_TEST

START_TEST(hints_go_from_the_right_but_help_x_and_q_stay)
{
	static const struct {
		int columns;
		const char *hints;
	} widths[] = {{45, "? hjälp  a spara  p öppna  x mer  q avsluta"}, {43, "? hjälp  a spara  x mer  q avsluta"},
		{36, "? hjälp  a spara  x mer  q avsluta"}, {27, "? hjälp  x mer  q avsluta"},
		{20, "? hjälp  q avsluta"}};
	begin(NULL);
	for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
		fake_resize(&fake, ui, 24, widths[i].columns);
		ck_assert_str_eq(row(23), widths[i].hints);
	}
	end();
}
END_TEST

START_TEST(letters_are_text_in_a_field_and_commands_outside)
{
	begin(NULL);
	fielded = true;
	order[0] = '\0';
	fake_type(&fake, ui, "aq?x:");
	ck_assert_str_eq(order, "yyyyyd");
	fielded = false;
	fake_press(&fake, ui, "a");
	ck_assert_str_eq(order, "yyyyydad");
	end();
}
END_TEST

START_TEST(letters_can_be_turned_off)
{
	begin(&(struct ui_options){.letters_off = true});
	order[0] = '\0';
	fake_press(&fake, ui, "a q p");
	ck_assert_str_eq(order, "ddd");
	ck_assert(!ui_over(ui));
	fake_press(&fake, ui, ": Esc F1");
	ck_assert(ui_top(ui)->kind == &help_pane);
	end();
}
END_TEST

static const char *other_keys(void *with, const char *pane, const char *action)
{
	(void)with;
	(void)pane;
	return strcmp(action, "act") == 0 ? "F5 s" : NULL;
}

START_TEST(another_key_for_an_action_replaces_its_own_everywhere)
{
	begin(&(struct ui_options){.keys = other_keys});
	order[0] = '\0';
	fake_press(&fake, ui, "a");
	ck_assert(strchr(order, 'a') == NULL);
	fake_press(&fake, ui, "F5 s");
	ck_assert_str_eq(order, "dadad");
	ck_assert(strstr(row(23), "F5 spara") != NULL);
	end();
}
END_TEST

static void burst(const char *text)
{
	for (; *text != '\0'; text++) {
		fake_event(
			&fake, (struct event){.kind = EVENT_KEY, .key = {PRESS_CHARACTER, (unsigned char)*text, true}});
	}
	fake_settle(&fake, ui);
}

START_TEST(a_burst_stops_only_what_would_change_something)
{
	begin(NULL);
	order[0] = '\0';
	burst("zap");
	ck_assert_str_eq(order, "old");
	ck_assert_str_eq(row(22), "Obs: a såg inklistrat ut och ändrade inget. / och klistra för att söka.");
	fielded = true;
	order[0] = '\0';
	burst("abc");
	ck_assert_str_eq(order, "yyyd");
	fielded = false;
	end();
}
END_TEST

START_TEST(pasted_text_outside_fields_is_counted_and_dropped)
{
	begin(NULL);
	order[0] = '\0';
	fake_paste(&fake, ui, "dda kommun å\na");
	ck_assert_str_eq(order, "d");
	ck_assert_str_eq(row(22), "Inklistrad text ignorerad (14 tecken). / och klistra för att söka.");
	end();
}
END_TEST

START_TEST(suspending_asks_for_a_shell)
{
	begin(NULL);
	fake_press(&fake, ui, "Ctrl-Z");
	ck_assert_str_eq(row(22), "Det finns inget skal att återvända till. q avslutar.");
	ck_assert_int_eq(fake.suspends, 1);
	fake.shell = true;
	fake_press(&fake, ui, "Ctrl-Z");
	ck_assert_str_eq(row(22), "");
	fake_event(&fake, (struct event){.kind = EVENT_SUSPEND});
	fake_settle(&fake, ui);
	ck_assert_int_eq(fake.suspends, 3);
	end();
	begin(&(struct ui_options){.served = true});
	fake.shell = true;
	fake_press(&fake, ui, "Ctrl-Z");
	ck_assert_int_eq(fake.suspends, 0);
	end();
}
END_TEST

START_TEST(the_title_says_read_only_and_gives_way)
{
	begin(&(struct ui_options){.read_only = true});
	ck_assert_str_eq(row(0), "Prov                                                                  [läsläge]");
	fake_resize(&fake, ui, 24, 20);
	ck_assert_str_eq(row(0), "Prov      [läsläge]");
	end();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_frame_is_loaded_then_drawn_then_shown_once,
		all_that_waits_is_taken_in_before_one_frame,
		a_key_after_one_that_opens_goes_to_what_was_opened,
		without_anything_to_do_the_wait_has_no_end,
		a_frozen_terminal_is_not_written_to_and_keys_still_count,
		the_end_keeps_what_is_typed_in_every_pane,
		a_pane_that_refuses_to_open_is_not_there,
		esc_takes_one_layer_and_never_leaves,
		a_message_stays_until_the_next_key_and_in_the_log,
		a_long_message_is_read_whole_and_its_log_too,
		what_cannot_be_done_has_no_hint_and_says_why,
		hints_go_from_the_right_but_help_x_and_q_stay,
		letters_are_text_in_a_field_and_commands_outside,
		letters_can_be_turned_off,
		another_key_for_an_action_replaces_its_own_everywhere,
		a_burst_stops_only_what_would_change_something,
		pasted_text_outside_fields_is_counted_and_dropped,
		suspending_asks_for_a_shell,
		the_title_says_read_only_and_gives_way,
		NULL,
	};
	const TTest *const stops[] = {waiting_with_a_transaction_open_stops_the_program, NULL};
	return claims_run_with_stops("tui ui", claims, stops, 30);
}
