/*
 * output.c - standard output and standard error, and what becomes of a failure to write
 *
 * SIGPIPE is ignored by main(): a reader that has gone shows as EPIPE, ends the work and is not
 * commented on. Any other failure, such as a full disk, is told once, where it is seen. That it
 * happened is kept by stdio (ferror) and decides the exit status at the end.
 *
 * A standard stream that was closed by the caller is kept from becoming a socket: its descriptor is
 * taken, in a mode in which using it still fails.
 */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/exit.h"
#include "report/message.h"

void output_guard(void)
{
    static const int modes[] = {
        [STDIN_FILENO] = O_WRONLY, [STDOUT_FILENO] = O_RDONLY, [STDERR_FILENO] = O_RDONLY};
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF && open("/dev/null", modes[fd]) != fd)
            _exit(EXIT_CANNOT_WRITE);
}

static void tell_failure(int error)
{
    if (error != EPIPE)
        output_error("cannot write to standard output: %s", strerror(error));
}

bool output_write(struct buffer *text)
{
    bool failed = text->failed;
    if (failed) {
        output_error("the answer could not be made: out of memory");
    } else {
        failed = fwrite(buffer_text(text), 1, text->length, stdout) != text->length;
        if (!failed && isatty(STDOUT_FILENO))
            failed = fflush(stdout) != 0;
        if (failed)
            tell_failure(errno);
    }
    buffer_reset(text);
    return !failed;
}

int output_finish(int status)
{
    if (ferror(stdout) != 0)
        return EXIT_CANNOT_WRITE;
    if (fflush(stdout) == 0)
        return status;
    tell_failure(errno);
    return EXIT_CANNOT_WRITE;
}

void output_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = length < 0 ? NULL : malloc((size_t)length + 1);
    if (text == NULL)
        return;
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);

    struct buffer line;
    buffer_init(&line);
    message_line(&line, text);
    fputs(buffer_text(&line), stderr);
    buffer_clear(&line);
    free(text);
}
