/* Opening and founding an office, and who sits at the desk. Invariant: an open office has an actor who is a person in
 * it; nothing else in the program decides who that is. */
#include "casework/access.h"
#include "casework/change.h"
#include "casework/files.h"
#include "casework/office.h"

#include "base/text.h"
#include "base/words.h"

bool setting_get(struct store *store, const char *name, struct arena *arena, const char **out, struct error *err)
{
	struct rows rows;
	const char *value = NULL;

	if (!store_ask(store, SQL_SETTING_FIND, BINDS(BIND("name", name)), &rows, err))
		return false;
	if (rows_next(&rows))
		value = rows_text(&rows, "value", arena);
	if (!rows_done(&rows, err))
		return false;
	*out = value;
	return true;
}

bool setting_put(struct store *store, const char *name, const char *value, struct error *err)
{
	return store_run(store, SQL_SETTING_PUT, BINDS(BIND("name", name), BIND("value", value)), err);
}

static bool settings_read(struct casework *cw, struct error *err)
{
	const char *demo = NULL, *moment = NULL;

	if (!setting_get(cw->store, "office", &cw->arena, &cw->office, err) ||
		!setting_get(cw->store, "name", &cw->arena, &cw->name, err) ||
		!setting_get(cw->store, "demo", &cw->arena, &demo, err) ||
		!setting_get(cw->store, "demo_clock", &cw->arena, &moment, err))
		return false;
	if (!cw->office || !cw->name)
		return refuse(err, ERROR_FAILED,
			_("%s is not a complete kansli office: its settings are missing. Nothing was changed."),
			store_path(cw->store));
	cw->demo = text_same(demo, "1");
	if (cw->demo && moment)
		snprintf(cw->clock.fixed, sizeof cw->clock.fixed, "%s", moment);
	return true;
}

static bool actor_find(struct casework *cw, const char *login, struct error *err)
{
	struct rows rows;
	bool found = false;

	if (!store_ask(cw->store, SQL_PERSON_BY_LOGIN, BINDS(BIND("login", login)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		found = true;
		cw->actor = rows_number(&rows, "id");
		cw->actor_name = rows_text(&rows, "name", &cw->arena);
		cw->login = arena_text(&cw->arena, login);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_DENIED,
			_("%s is not registered in this office. Ask its administrator to add you: kansli person add %s "
			  "NAME."),
			login, login);
	return true;
}

static struct casework *casework_new(struct store *store)
{
	struct casework *cw = memory_take(sizeof *cw);

	memset(cw, 0, sizeof *cw);
	arena_init(&cw->arena);
	cw->store = store;
	return cw;
}

bool casework_open(const char *path, enum store_mode mode, const struct casework_who *who, struct casework **out,
	struct error *err)
{
	struct store *store;
	struct casework *cw;

	if (!store_open(path, mode, &store, err))
		return false;
	cw = casework_new(store);
	if (!settings_read(cw, err))
		goto refused;
	if (who->as && !cw->demo) {
		refuse(err, ERROR_DENIED,
			_("--as is allowed in an office of invented cases only. Here you are who you logged in as."));
		goto refused;
	}
	if (!actor_find(cw, who->as ? who->as : who->login, err))
		goto refused;
	cw->data_version = store_data_version(store);
	*out = cw;
	return true;
refused:
	casework_close(cw);
	return false;
}

void casework_close(struct casework *cw)
{
	if (!cw)
		return;
	application_mirror_done(cw->mirror);
	programmes_done(cw->programmes);
	hit_mirror_done(cw->hits);
	store_close(cw->store);
	arena_done(&cw->arena);
	free(cw);
}

static bool founding_write(struct casework *cw, const struct casework_founding *founding, struct error *err)
{
	char office[OPERATION_TEXT], today[DAY_TEXT];
	char *key = text_sort_key(&cw->arena, founding->name);

	operation_make(office);
	day_text(casework_today(cw), today);
	return setting_put(cw->store, "office", office, err) && setting_put(cw->store, "name", founding->office, err) &&
	       setting_put(cw->store, "number_pattern", "EFF {n}-{yyyy}", err) &&
	       (!founding->demo || setting_put(cw->store, "demo", "1", err)) &&
	       (!cw->clock.fixed[0] || setting_put(cw->store, "demo_clock", cw->clock.fixed, err)) &&
	       store_run(cw->store, SQL_PERSON_INSERT,
		       BINDS(BIND("login", founding->login), BIND("name", founding->name),
			       bind_blob("sort_key", key, strlen(key)), bind_null("region")),
		       err) &&
	       store_run(cw->store, SQL_APPOINTMENT_INSERT,
		       BINDS(BIND("person", store_last_id(cw->store)), BIND("role", "administrator"),
			       BIND("from_on", (const char *)today), bind_null("to_on")),
		       err);
}

/* The first person's first change: the office exists. */
static bool founding_record(struct casework *cw, const struct casework_founding *founding, struct error *err)
{
	struct change change;
	struct operation op = operation_new();

	if (!change_begin(&change, cw, &op, "office-found", err))
		return false;
	if (!founding_write(cw, founding, err) || !actor_find(cw, founding->login, err) || !settings_read(cw, err) ||
		!change_record(&change, OBJECT_OFFICE, 0, 0, NULL, err) ||
		!change_record(&change, OBJECT_PERSON, cw->actor, 0, NULL, err) ||
		!change_record(&change, OBJECT_APPOINTMENT, 1, 0, NULL, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

bool casework_found(const char *path, enum store_mode mode, const struct casework_founding *founding,
	struct casework **out, struct error *err)
{
	struct store *store;
	struct casework *cw;

	if (text_blank(founding->office) || text_blank(founding->login) || text_blank(founding->name))
		return refuse(
			err, ERROR_INVALID, _("A new office needs a name, and its first person a login and a name."));
	if (founding->moment && (!founding->demo || !moment_is(founding->moment)))
		return refuse(err, ERROR_INVALID,
			_("Only an office of invented cases has a clock that can be set: 2026-11-22 09:00."));
	if (!store_open(path, mode, &store, err))
		return false;
	cw = casework_new(store);
	cw->demo = founding->demo;
	if (founding->moment)
		snprintf(cw->clock.fixed, sizeof cw->clock.fixed, "%s", founding->moment);
	if (!founding_record(cw, founding, err)) {
		casework_close(cw);
		return false;
	}
	cw->data_version = store_data_version(store);
	*out = cw;
	return true;
}

struct store *casework_store(struct casework *cw)
{
	return cw->store;
}

int64_t casework_actor(const struct casework *cw)
{
	return cw->actor;
}

const char *casework_actor_name(const struct casework *cw)
{
	return cw->actor_name;
}

const char *casework_login(const struct casework *cw)
{
	return cw->login;
}

const char *casework_office(const struct casework *cw)
{
	return cw->office;
}

const char *casework_office_name(const struct casework *cw)
{
	return cw->name;
}

bool casework_demo(const struct casework *cw)
{
	return cw->demo;
}

day casework_today(const struct casework *cw)
{
	return clock_today(&cw->clock);
}

const struct clock *casework_clock(const struct casework *cw)
{
	return &cw->clock;
}

void casework_now(const struct casework *cw, char out[MOMENT_TEXT])
{
	clock_moment(&cw->clock, out);
}

bool casework_set_clock(struct casework *cw, const char *moment, struct error *err)
{
	struct change change;
	struct operation op = operation_new();
	const char *before;

	if (!cw->demo)
		return refuse(err, ERROR_DENIED, _("The clock can be set in an office of invented cases only."));
	if (!moment_is(moment))
		return refuse(err, ERROR_INVALID, _("'%s' is no moment. Write it as 2026-11-22 09:00."), moment);
	if (!change_begin(&change, cw, &op, "clock-set", err))
		return false;
	before = change_facts(&change, OBJECT_OFFICE, 0, err);
	if (!before || !setting_put(cw->store, "demo_clock", moment, err) ||
		!change_record(&change, OBJECT_OFFICE, 0, 0, before, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	snprintf(cw->clock.fixed, sizeof cw->clock.fixed, "%s", moment);
	return true;
}

bool casework_backup(struct casework *cw, const char *target, bool force, struct error *err)
{
	return may(cw, RIGHT_BACKUP, 0, err) && store_backup(cw->store, target, force, err) &&
	       files_copy(cw, target, err);
}

bool casework_others_changed(struct casework *cw)
{
	int64_t version = store_data_version(cw->store);
	bool changed = version != cw->data_version;

	cw->data_version = version;
	return changed;
}

struct operation operation_new(void)
{
	struct operation op = {0};

	operation_make(op.id);
	return op;
}
