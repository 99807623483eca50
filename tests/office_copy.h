/* A whole office copied: its file and the files of its register. For tests. */
#ifndef KANSLI_TESTS_OFFICE_COPY_H
#define KANSLI_TESTS_OFFICE_COPY_H

/* The test stops where it cannot be done. */
void office_copy(const char *from, const char *to);
/* The sample office as `kansli demo` makes it: made once by the build, at KANSLI_SAMPLE. */
void office_copy_sample(const char *to);

#endif
