/*
 * faultd.h - starts the program that FAULTD names (tests/tools/faultd.c) for tests of the network
 */
#ifndef TESTS_DNS_FAULTD_H
#define TESTS_DNS_FAULTD_H

#include <arpa/inet.h>
#include <check.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dns/channel.h"

struct faultd {
    pid_t pid;
    int input; /* it serves until this is closed */
    char resolver[DNS_RESOLVER_TEXT_SIZE];
};

static inline void run_faultd(const char *rules, const char *option, const char *value, int input,
                              int output)
{
    const char *program = getenv("FAULTD");
    dup2(input, 0);
    dup2(output, 1);
    if (program != NULL)
        execl(program, program, option, value, rules, (char *)NULL);
    _exit(127);
}

/* `option` is one of faultd with its value. */
static inline void faultd_start(struct faultd *faultd, const char *rules, const char *option,
                                const char *value)
{
    char path[] = "/tmp/channel_test.XXXXXX", line[32] = "";
    int file = mkstemp(path), input[2], output[2];
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(write(file, rules, strlen(rules)), (ssize_t)strlen(rules));
    ck_assert_int_eq(pipe(input), 0);
    ck_assert_int_eq(pipe(output), 0);
    faultd->pid = fork();
    if (faultd->pid == 0) {
        close(input[1]);
        close(output[0]);
        run_faultd(path, option, value, input[0], output[1]);
    }
    close(file);
    close(input[0]);
    close(output[1]);
    faultd->input = input[1];
    ssize_t length = read(output[0], line, sizeof line - 1);
    close(output[0]);
    unlink(path);
    unsigned port = 0;
    ck_assert_msg(length > 0 && sscanf(line, "port %u", &port) == 1,
                  "faultd does not start: FAULTD is %s", getenv("FAULTD"));
    snprintf(faultd->resolver, sizeof faultd->resolver, "127.0.0.1:%u", port);
}

static inline void faultd_stop(struct faultd *faultd)
{
    close(faultd->input);
    kill(faultd->pid, SIGTERM);
    waitpid(faultd->pid, NULL, 0);
}

/* A port where nobody listens. */
static inline void closed_port(char resolver[DNS_RESOLVER_TEXT_SIZE])
{
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    ck_assert_int_eq(bind(fd, (struct sockaddr *)&address, length), 0);
    ck_assert_int_eq(getsockname(fd, (struct sockaddr *)&address, &length), 0);
    close(fd);
    snprintf(resolver, DNS_RESOLVER_TEXT_SIZE, "127.0.0.1:%u", (unsigned)ntohs(address.sin_port));
}

/* ---- what was asked, counted at the server ---- */

struct log {
    char path[32];
    struct faultd faultd;
};

static inline void log_start(struct log *log, const char *rules)
{
    memcpy(log->path, "/tmp/channel_test.XXXXXX", sizeof "/tmp/channel_test.XXXXXX");
    int fd = mkstemp(log->path);
    ck_assert_int_ge(fd, 0);
    close(fd);
    faultd_start(&log->faultd, rules, "--log", log->path);
}

static inline void log_stop(struct log *log)
{
    faultd_stop(&log->faultd);
    unlink(log->path);
}

/* Lines that begin so and hold the text. */
static inline unsigned log_count(const struct log *log, const char *begin, const char *text)
{
    char line[512];
    unsigned count = 0;
    FILE *file = fopen(log->path, "r");
    while (fgets(line, sizeof line, file) != NULL)
        count += strncmp(line, begin, strlen(begin)) == 0 && strstr(line, text) != NULL;
    fclose(file);
    return count;
}

#endif
