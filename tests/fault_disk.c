/* The failing disk of fault_disk.h. Old sectors are kept from what SQLite itself read and wrote, never through a
 * descriptor of our own: closing one would drop SQLite's locks. */
#include "fault_disk.h"
#include <sqlite3.h>

enum { FILES = 8, SECTOR = 512 };

struct content {
	unsigned char *bytes;
	sqlite3_int64 count;
};

/* A file since the plan was made: what the disk surely has. */
struct known {
	char path[300];
	struct content durable;
};

static struct {
	enum fault_kind kind;
	int at, things, syncs;
	bool struck;
	struct known files[FILES];
} plan;

struct layered {
	sqlite3_file base;
	struct known *known; /* NULL for temporary files */
	sqlite3_file *real;  /* behind this struct */
};

static sqlite3_vfs *below;

static struct layered *layer_of(sqlite3_file *file)
{
	return (struct layered *)file;
}

/* Does this thing go wrong? */
static bool strikes(bool writes)
{
	plan.things++;
	if (plan.kind == FAULT_NONE || plan.things < plan.at)
		return false;
	if ((plan.kind == FAULT_ONCE || plan.kind == FAULT_TORN) && plan.things > plan.at)
		return false;
	if (plan.kind == FAULT_FULL && !writes)
		return false;
	plan.struck = true;
	return true;
}

static void content_drop(struct content *content)
{
	free(content->bytes);
	*content = (struct content){0};
}

static void content_read(struct content *out, sqlite3_file *real)
{
	content_drop(out);
	if (real->pMethods->xFileSize(real, &out->count) != SQLITE_OK)
		abort();
	out->bytes = calloc(1, (size_t)out->count + 1);
	int code = out->bytes ? real->pMethods->xRead(real, out->bytes, (int)out->count, 0) : SQLITE_NOMEM;
	if (out->count && code != SQLITE_OK)
		abort();
}

static int layer_close(sqlite3_file *file)
{
	sqlite3_file *real = layer_of(file)->real;
	return real->pMethods->xClose(real);
}

static int layer_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset)
{
	sqlite3_file *real = layer_of(file)->real;
	return strikes(false) ? SQLITE_IOERR_READ : real->pMethods->xRead(real, bytes, count, offset);
}

static int layer_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
	sqlite3_file *real = layer_of(file)->real;
	if (!strikes(true))
		return real->pMethods->xWrite(real, bytes, count, offset);
	if (plan.kind == FAULT_TORN)
		real->pMethods->xWrite(real, bytes, count / 2, offset);
	return plan.kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int layer_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	sqlite3_file *real = layer_of(file)->real;
	return strikes(true) ? SQLITE_IOERR_TRUNCATE : real->pMethods->xTruncate(real, size);
}

/* The machine under the test is not cut, so its own disk need not be waited for. */
static int layer_sync(sqlite3_file *file, int flags)
{
	struct layered *layer = layer_of(file);
	(void)flags;
	plan.syncs++;
	if (strikes(false))
		return SQLITE_IOERR_FSYNC;
	if (layer->known)
		content_read(&layer->known->durable, layer->real);
	return SQLITE_OK;
}

static int layer_size(sqlite3_file *file, sqlite3_int64 *size)
{
	sqlite3_file *real = layer_of(file)->real;
	return strikes(false) ? SQLITE_IOERR_FSTAT : real->pMethods->xFileSize(real, size);
}

static int layer_lock(sqlite3_file *file, int level)
{
	sqlite3_file *real = layer_of(file)->real;
	return strikes(false) ? SQLITE_IOERR_LOCK : real->pMethods->xLock(real, level);
}

static int layer_unlock(sqlite3_file *file, int level)
{
	sqlite3_file *real = layer_of(file)->real;
	return real->pMethods->xUnlock(real, level);
}

static int layer_reserved(sqlite3_file *file, int *out)
{
	sqlite3_file *real = layer_of(file)->real;
	return real->pMethods->xCheckReservedLock(real, out);
}

static int layer_control(sqlite3_file *file, int what, void *with)
{
	sqlite3_file *real = layer_of(file)->real;
	return real->pMethods->xFileControl(real, what, with);
}

static int layer_sector(sqlite3_file *file)
{
	(void)file;
	return SECTOR;
}

/* Promises nothing: neither whole sectors nor kept order. */
static int layer_promises(sqlite3_file *file)
{
	(void)file;
	return 0;
}

static int layer_shm_map(sqlite3_file *file, int page, int bytes, int extend, void volatile **out)
{
	sqlite3_file *real = layer_of(file)->real;
	return strikes(false) ? SQLITE_IOERR_SHMMAP : real->pMethods->xShmMap(real, page, bytes, extend, out);
}

static int layer_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
	sqlite3_file *real = layer_of(file)->real;
	return real->pMethods->xShmLock(real, offset, count, flags);
}

static void layer_shm_barrier(sqlite3_file *file)
{
	sqlite3_file *real = layer_of(file)->real;
	real->pMethods->xShmBarrier(real);
}

static int layer_shm_unmap(sqlite3_file *file, int drop)
{
	sqlite3_file *real = layer_of(file)->real;
	return real->pMethods->xShmUnmap(real, drop && !(plan.kind == FAULT_POWER && plan.struck));
}

static const sqlite3_io_methods methods = {
	.iVersion = 2,
	.xClose = layer_close,
	.xRead = layer_read,
	.xWrite = layer_write,
	.xTruncate = layer_truncate,
	.xSync = layer_sync,
	.xFileSize = layer_size,
	.xLock = layer_lock,
	.xUnlock = layer_unlock,
	.xCheckReservedLock = layer_reserved,
	.xFileControl = layer_control,
	.xSectorSize = layer_sector,
	.xDeviceCharacteristics = layer_promises,
	.xShmMap = layer_shm_map,
	.xShmLock = layer_shm_lock,
	.xShmBarrier = layer_shm_barrier,
	.xShmUnmap = layer_shm_unmap,
};

/* A file met for the first time is durable as it is; one that is new has nothing that is. */
static struct known *known_find(const char *path, sqlite3_file *real)
{
	for (int i = 0; i < FILES; i++) {
		struct known *known = &plan.files[i];
		if (known->path[0] == '\0') {
			snprintf(known->path, sizeof(known->path), "%s", path);
			content_read(&known->durable, real);
		}
		if (strcmp(known->path, path) == 0)
			return known;
	}
	abort();
}

static int layer_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out)
{
	struct layered *layer = layer_of(file);
	(void)vfs;
	memset(layer, 0, sizeof(*layer));
	layer->real = (sqlite3_file *)(layer + 1);
	if (strikes(false))
		return SQLITE_CANTOPEN;
	int code = below->xOpen(below, path, layer->real, flags, out);
	if (code != SQLITE_OK)
		return code;
	layer->base.pMethods = &methods;
	if (path && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)))
		layer->known = known_find(path, layer->real);
	return SQLITE_OK;
}

static int layer_delete(sqlite3_vfs *vfs, const char *path, int sync)
{
	(void)vfs;
	return strikes(true) ? SQLITE_IOERR_DELETE : below->xDelete(below, path, sync);
}

static int layer_access(sqlite3_vfs *vfs, const char *path, int flags, int *out)
{
	(void)vfs;
	return strikes(false) ? SQLITE_IOERR_ACCESS : below->xAccess(below, path, flags, out);
}

void disk_layer(void)
{
	static sqlite3_vfs layer;
	below = sqlite3_vfs_find("unix");
	layer = *below;
	layer.zName = "fault";
	layer.pNext = NULL;
	layer.szOsFile = (int)sizeof(struct layered) + below->szOsFile;
	layer.xOpen = layer_open;
	layer.xDelete = layer_delete;
	layer.xAccess = layer_access;
	if (sqlite3_vfs_register(&layer, 1) != SQLITE_OK)
		abort();
}

void disk_plan(enum fault_kind kind, int at)
{
	for (int i = 0; i < FILES; i++)
		content_drop(&plan.files[i].durable);
	memset(&plan, 0, sizeof(plan));
	plan.kind = kind;
	plan.at = at;
}

int disk_things(void)
{
	return plan.things;
}

int disk_syncs(void)
{
	return plan.syncs;
}

bool disk_struck(void)
{
	return plan.struck;
}

/* ---- after the cut */

static uint32_t chance_next(uint32_t *chance)
{
	*chance ^= *chance << 13;
	*chance ^= *chance >> 17;
	*chance ^= *chance << 5;
	return *chance;
}

static bool file_content(const char *path, struct content *out)
{
	FILE *in = fopen(path, "rb");
	if (!in)
		return false;
	fseek(in, 0, SEEK_END);
	out->count = ftell(in);
	rewind(in);
	out->bytes = calloc(1, (size_t)out->count + 1);
	bool whole = out->bytes && fread(out->bytes, 1, (size_t)out->count, in) == (size_t)out->count;
	fclose(in);
	return whole;
}

static unsigned char byte_at(const struct content *content, sqlite3_int64 at)
{
	return at < content->count ? content->bytes[at] : 0;
}

static void file_mix(const struct known *known, uint32_t *chance)
{
	struct content now = {0};
	if (!file_content(known->path, &now)) {
		content_drop(&now);
		return;
	}
	const struct content *old = &known->durable;
	sqlite3_int64 count = chance_next(chance) & 1 ? now.count : old->count;
	FILE *out = fopen(known->path, "wb");
	for (sqlite3_int64 at = 0; out && at < count; at += SECTOR) {
		const struct content *from = chance_next(chance) & 1 ? &now : old;
		for (sqlite3_int64 i = at; i < at + SECTOR && i < count; i++)
			fputc(byte_at(from, i), out);
	}
	if (!out || fclose(out) != 0)
		abort();
	content_drop(&now);
}

void disk_after_cut(uint32_t chance)
{
	chance = chance * 2654435761u + 1;
	for (int i = 0; i < FILES && plan.files[i].path[0]; i++) {
		char shared[320];
		file_mix(&plan.files[i], &chance);
		snprintf(shared, sizeof(shared), "%s-shm", plan.files[i].path);
		unlink(shared);
	}
}
