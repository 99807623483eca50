/* The folder an office lies in. Its one invariant: an office is opened only where all who use it share one machine's
 * memory, for the write-ahead files are shared memory and end at the machine's edge. */
#include "store/inside.h"
#include <sys/sysmacros.h>
#include <sys/vfs.h>

enum { FUSE = 0x65735546 };

bool filesystem_is_network(long kind)
{
	static const uint32_t kinds[] = {
		0x6969,     /* NFS */
		0x517b,     /* SMB */
		0xfe534d42, /* SMB2 */
		0xff534d42, /* CIFS */
		0x564c,     /* NCP */
		0x5346414f, /* AFS */
		0x6b414653, /* kAFS */
		0x73757245, /* Coda */
		0x00c36400, /* Ceph */
		0x01161970, /* GFS2 */
		0x7461636f, /* OCFS2 */
		0x0bd00bd0, /* Lustre */
		0x47504653, /* GPFS */
		0x013111a8, /* IBRIX */
	};
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if ((uint32_t)kind == kinds[i])
			return true;
	}
	return false;
}

/* A file system in user space does not say by its number what it is; the table of mounts does. */
bool mount_is_network(const char *mounts, unsigned major, unsigned minor)
{
	static const char *const kinds[] = {"fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.s3fs",
		"fuse.curlftpfs", "fuse.davfs", "fuse.ceph", "fuse.gvfsd-fuse", "fuse.juicefs", "fuse.vmhgfs-fuse"};
	for (const char *line = mounts; *line; line += strcspn(line, "\n"), line += *line == '\n') {
		unsigned its_major, its_minor;
		if (sscanf(line, "%*d %*d %u:%u", &its_major, &its_minor) != 2 || its_major != major ||
			its_minor != minor)
			continue;
		const char *kind = strstr(line, " - "), *end = line + strcspn(line, "\n");
		for (size_t i = 0; kind && kind < end && i < sizeof(kinds) / sizeof(*kinds); i++) {
			if (strncmp(kind + 3, kinds[i], strlen(kinds[i])) == 0)
				return true;
		}
	}
	return false;
}

/* Files under /proc have no size to read by. */
static void mounts_read(struct buffer *out)
{
	char bytes[4096];
	FILE *in = fopen("/proc/self/mountinfo", "re");
	for (size_t count; in && (count = fread(bytes, 1, sizeof(bytes), in)) > 0;)
		buffer_add(out, bytes, count);
	if (in)
		fclose(in);
}

static bool user_space_is_network(const char *folder)
{
	struct stat found;
	struct buffer mounts;
	buffer_init(&mounts);
	mounts_read(&mounts);
	bool network =
		stat(folder, &found) == 0 && mount_is_network(mounts.text, major(found.st_dev), minor(found.st_dev));
	buffer_done(&mounts);
	return network;
}

static void folder_of(const char *path, char out[PATH_MAX])
{
	size_t bytes = (size_t)(strrchr(path, '/') - path);
	snprintf(out, PATH_MAX, "%.*s", bytes ? (int)bytes : 1, path);
}

bool folder_is_local(const char *path, struct error *err)
{
	char folder[PATH_MAX];
	struct statfs disk;
	folder_of(path, folder);
	if (statfs(folder, &disk) != 0)
		return refuse(err, ERROR_FAILED, _("%s cannot be reached: %s."), folder, strerror(errno));
	bool user_space = (uint32_t)disk.f_type == FUSE;
	if (filesystem_is_network((long)disk.f_type) || (user_space && user_space_is_network(folder)))
		return refuse(err, ERROR_FAILED,
			_("%s is on a network disk, where several machines would damage the office. Put the file on "
			  "the machine's "
			  "own disk and reach it over SSH."),
			path);
	return true;
}

bool folder_sync(const char *path, struct error *err)
{
	char folder[PATH_MAX];
	folder_of(path, folder);
	int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool synced = file >= 0 && fsync(file) == 0;
	int why = errno;
	if (file >= 0)
		close(file);
	return synced ||
	       refuse(err, ERROR_FAILED, _("%s could not be secured on the disk: %s."), folder, strerror(why));
}
