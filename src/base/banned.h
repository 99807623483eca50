/* Forced into every file by the build: functions that have bitten. The standard headers come first, then the poison.
 * A file that must use one defines KANSLI_MAY_RUN_PROGRAMS (outside.c only). */
#ifndef KANSLI_BASE_BANNED_H
#define KANSLI_BASE_BANNED_H

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#ifdef NDEBUG
#error "asserts guard the office's money: they stay in every build"
#endif

#pragma GCC poison strcpy strcat sprintf vsprintf strtok atoi atol atoll atof gets
#pragma GCC poison localtime gmtime ctime asctime
#undef alloca /* a macro in <alloca.h>; a poisoned name must not be one */
#pragma GCC poison alloca
#ifndef KANSLI_MAY_RUN_PROGRAMS
#pragma GCC poison system popen execl execlp execle execv execve execvp execvpe execveat fexecve
#endif

#endif
