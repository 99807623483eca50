/* Build tool: turns data/ into C, so that the program carries its own SQL and law and can never meet another copy of
 * them. "embed OUTDIR ROOT --sql FILE… --data FILE…", names relative to ROOT. Writes sql.h, sql.c, data.h and data.c
 * into OUTDIR, and writes nothing when a file is refused. */
#include "base/banned.h"
#include "tools/statements.h"

/* The complaint names a file under data/. */
static _Noreturn void embed_stop(const char *complaint)
{
	fprintf(stderr, "data/%s\n", complaint);
	exit(EXIT_FAILURE);
}

static _Noreturn void usage_stop(void)
{
	fputs("embed OUTDIR ROOT --sql FILE... --data FILE...\n", stderr);
	exit(EXIT_FAILURE);
}

static _Noreturn void file_stop(const char *path)
{
	fprintf(stderr, "%s:1: %s\n", path, strerror(errno));
	exit(EXIT_FAILURE);
}

/* The whole file with a NUL after it. */
static char *file_read(const char *path, size_t *bytes)
{
	FILE *in = fopen(path, "rb");
	char *text = NULL;
	size_t count = 0, room = 0, got;
	if (!in)
		file_stop(path);
	do {
		if (room - count < 2) {
			room = room ? room * 2 : 65536;
			text = realloc(text, room);
			if (!text)
				file_stop(path);
		}
		got = fread(text + count, 1, room - count - 1, in);
		count += got;
	} while (got);
	if (ferror(in) || fclose(in) != 0)
		file_stop(path);
	text[count] = '\0';
	*bytes = count;
	return text;
}

static FILE *out_open(const char *folder, const char *name, char path[PATH_MAX])
{
	snprintf(path, PATH_MAX, "%s/%s", folder, name);
	FILE *out = fopen(path, "w");
	if (!out)
		file_stop(path);
	fprintf(out, "/* Made by src/tools/embed from data/; change that instead. */\n");
	return out;
}

static void out_close(FILE *out, const char *path)
{
	if (ferror(out) || fclose(out) != 0)
		file_stop(path);
}

/* A C string literal, one source line to a line; every byte comes back as it was. */
static void literal_write(FILE *out, const char *bytes, size_t count)
{
	fputs("\n\t\t\"", out);
	for (size_t i = 0; i < count; i++) {
		unsigned char c = (unsigned char)bytes[i];
		if (c == '\n')
			fputs(i + 1 < count ? "\\n\"\n\t\t\"" : "\\n", out);
		else if (c == '"' || c == '\\' || c == '?')
			fprintf(out, "\\%c", c);
		else if (c < 0x20 || c > 0x7e)
			fprintf(out, "\\%03o", c);
		else
			fputc(c, out);
	}
	fputc('"', out);
}

static void upper_write(FILE *out, const char *name)
{
	for (; *name; name++)
		fputc(toupper((unsigned char)*name), out);
}

static void sql_header_write(const char *folder, const struct statements *all)
{
	char path[PATH_MAX];
	FILE *out = out_open(folder, "sql.h", path);
	fputs("#ifndef KANSLI_SQL_H\n#define KANSLI_SQL_H\n\nenum sql {\n", out);
	for (size_t i = 0; i < all->count; i++) {
		fputs("\tSQL_", out);
		upper_write(out, all->items[i].name);
		fprintf(out, ", /* %s:%d */\n", all->items[i].file, all->items[i].line);
	}
	fputs("\tSQL_COUNT\n};\n\n", out);
	fputs("struct sql_text {\n\tconst char *name, *text, *file; /* file under data/ */\n\tint line;\n};\n", out);
	fputs("extern const struct sql_text sql_texts[SQL_COUNT];\n\n#endif\n", out);
	out_close(out, path);
}

static void sql_source_write(const char *folder, const struct statements *all)
{
	char path[PATH_MAX];
	FILE *out = out_open(folder, "sql.c", path);
	fputs("#include \"sql.h\"\n\nconst struct sql_text sql_texts[SQL_COUNT] = {\n", out);
	for (size_t i = 0; i < all->count; i++) {
		const struct named_statement *one = &all->items[i];
		fprintf(out, "\t{.name = \"%s\", .file = \"%s\", .line = %d, .text =", one->name, one->file, one->line);
		literal_write(out, one->text, strlen(one->text));
		fputs("},\n", out);
	}
	fputs("};\n", out);
	out_close(out, path);
}

static void data_header_write(const char *folder)
{
	char path[PATH_MAX];
	FILE *out = out_open(folder, "data.h", path);
	fputs("#ifndef KANSLI_DATA_H\n#define KANSLI_DATA_H\n\n#include <stddef.h>\n\n"
	      "struct data_file {\n\tconst char *name;  /* path under data/ */\n"
	      "\tconst char *bytes; /* a NUL follows them */\n\tsize_t count;\n};\n"
	      "/* In the order of the build's lists. */\n"
	      "extern const struct data_file data_files[];\nextern const size_t data_count;\n"
	      "/* NULL when there is no such file. */\n"
	      "const struct data_file *data_find(const char *name);\n\n#endif\n",
		out);
	out_close(out, path);
}

struct data {
	const char *name;
	char *bytes;
	size_t count;
};

static struct data *data_read(const char *root, char **names, size_t count)
{
	char path[PATH_MAX];
	struct data *all = calloc(count, sizeof(*all));
	if (!all)
		file_stop(root);
	for (size_t i = 0; i < count; i++) {
		all[i].name = names[i];
		snprintf(path, sizeof(path), "%s/%s", root, names[i]);
		all[i].bytes = file_read(path, &all[i].count);
	}
	return all;
}

static void data_done(struct data *all, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(all[i].bytes);
	free(all);
}

static void data_source_write(const char *folder, const struct data *all, size_t count)
{
	char path[PATH_MAX];
	FILE *out = out_open(folder, "data.c", path);
	fputs("#include \"data.h\"\n#include <string.h>\n\nconst struct data_file data_files[] = {\n", out);
	for (size_t i = 0; i < count; i++) {
		fprintf(out, "\t{.name = \"%s\", .count = %zu, .bytes =", all[i].name, all[i].count);
		literal_write(out, all[i].bytes, all[i].count);
		fputs("},\n", out);
	}
	fprintf(out, "};\nconst size_t data_count = %zu;\n\n", count);
	fputs("const struct data_file *data_find(const char *name)\n{\n"
	      "\tfor (size_t i = 0; i < data_count; i++) {\n"
	      "\t\tif (strcmp(data_files[i].name, name) == 0)\n\t\t\treturn &data_files[i];\n\t}\n"
	      "\treturn NULL;\n}\n",
		out);
	out_close(out, path);
}

static void sql_read(struct statements *all, const char *root, const char *name)
{
	char path[PATH_MAX], complaint[COMPLAINT_TEXT];
	size_t bytes;
	snprintf(path, sizeof(path), "%s/%s", root, name);
	char *text = file_read(path, &bytes);
	snprintf(complaint, sizeof(complaint), "%.200s:1: the file holds a NUL byte", name);
	if (strlen(text) != bytes || !statements_read(all, name, text, complaint))
		embed_stop(complaint);
	free(text);
}

int main(int count, char **arguments)
{
	struct statements all = {0};
	char complaint[COMPLAINT_TEXT];
	int data = 4;
	if (count < 6 || strcmp(arguments[3], "--sql") != 0)
		usage_stop();
	for (; data < count && strcmp(arguments[data], "--data") != 0; data++)
		sql_read(&all, arguments[2], arguments[data]);
	if (data + 1 >= count || all.count == 0)
		usage_stop();
	char **names = arguments + data + 1;
	size_t files = (size_t)(count - data - 1);
	if (!steps_in_order((const char *const *)names, files, complaint))
		embed_stop(complaint);
	struct data *loaded = data_read(arguments[2], names, files);
	data_source_write(arguments[1], loaded, files);
	data_done(loaded, files);
	data_header_write(arguments[1]);
	sql_source_write(arguments[1], &all);
	sql_header_write(arguments[1], &all);
	statements_done(&all);
	return EXIT_SUCCESS;
}
