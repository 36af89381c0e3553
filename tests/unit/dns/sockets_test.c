/*
 * sockets_test.c - the set of watched sockets, while it changes
 */
#include "dns/sockets.h"

#include <unistd.h>

#include "unit.h"

/* A pipe that tells how it was served. */
struct end {
    struct dns_sockets *sockets;
    int fds[2];
    unsigned read, written;
    struct end *forgets; /* what to stop watching when it is served */
};

static void served(void *owner, int readable_fd, int writable_fd)
{
    struct end *end = owner;
    end->read += readable_fd == end->fds[0];
    end->written += writable_fd == end->fds[1];
    if (end->forgets != NULL)
        dns_sockets_watch(end->sockets, end->forgets->fds[0], NULL, false, false);
}

static void open_end(struct end *end, struct dns_sockets *sockets)
{
    *end = (struct end){.sockets = sockets};
    ck_assert_int_eq(pipe(end->fds), 0);
}

static void close_end(struct end *end)
{
    close(end->fds[0]);
    close(end->fds[1]);
}

START_TEST(serves_what_is_ready)
{
    struct dns_sockets sockets;
    struct end a, b;
    dns_sockets_init(&sockets);
    open_end(&a, &sockets);
    open_end(&b, &sockets);
    dns_sockets_watch(&sockets, a.fds[0], &a, true, false);
    dns_sockets_watch(&sockets, b.fds[0], &b, true, false);
    ck_assert(dns_sockets_serve(&sockets, 0, served));
    ck_assert_uint_eq(a.read + b.read, 0);
    ck_assert_int_eq(write(b.fds[1], "x", 1), 1);
    ck_assert(dns_sockets_serve(&sockets, 1000, served));
    ck_assert_uint_eq(a.read, 0);
    ck_assert_uint_eq(b.read, 1);
    ck_assert_uint_eq(b.written, 0);
    close_end(&a);
    close_end(&b);
    dns_sockets_clear(&sockets);
}
END_TEST

START_TEST(serves_writable_when_asked)
{
    struct dns_sockets sockets;
    struct end a;
    dns_sockets_init(&sockets);
    open_end(&a, &sockets);
    dns_sockets_watch(&sockets, a.fds[1], &a, false, true);
    ck_assert(dns_sockets_serve(&sockets, 1000, served));
    ck_assert_uint_eq(a.written, 1);
    dns_sockets_watch(&sockets, a.fds[1], &a, true, false);
    ck_assert(dns_sockets_serve(&sockets, 0, served));
    ck_assert_uint_eq(a.written, 1);
    close_end(&a);
    dns_sockets_clear(&sockets);
}
END_TEST

/* The first that is served stops the watch of the others: they must not be served after it. */
START_TEST(forgotten_is_not_served)
{
    struct dns_sockets sockets;
    struct end a, b;
    dns_sockets_init(&sockets);
    open_end(&a, &sockets);
    open_end(&b, &sockets);
    a.forgets = &b;
    b.forgets = &a;
    dns_sockets_watch(&sockets, a.fds[0], &a, true, false);
    dns_sockets_watch(&sockets, b.fds[0], &b, true, false);
    ck_assert_int_eq(write(a.fds[1], "x", 1), 1);
    ck_assert_int_eq(write(b.fds[1], "x", 1), 1);
    ck_assert(dns_sockets_serve(&sockets, 1000, served));
    ck_assert_uint_eq(a.read + b.read, 1);
    ck_assert_uint_eq(sockets.count, 1);
    close_end(&a);
    close_end(&b);
    dns_sockets_clear(&sockets);
}
END_TEST

START_TEST(many_are_kept)
{
    struct dns_sockets sockets;
    struct end ends[40];
    unsigned read = 0;
    dns_sockets_init(&sockets);
    for (size_t i = 0; i < 40; i++) {
        open_end(&ends[i], &sockets);
        dns_sockets_watch(&sockets, ends[i].fds[0], &ends[i], true, false);
        dns_sockets_watch(&sockets, ends[i].fds[0], &ends[i], true, false);
        ck_assert_int_eq(write(ends[i].fds[1], "x", 1), 1);
    }
    ck_assert_uint_eq(sockets.count, 40);
    ck_assert(dns_sockets_serve(&sockets, 1000, served));
    for (size_t i = 0; i < 40; i++) {
        read += ends[i].read;
        close_end(&ends[i]);
    }
    ck_assert_uint_eq(read, 40);
    dns_sockets_clear(&sockets);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/sockets");
    TCase *tcase = tcase_create("sockets");
    tcase_add_test(tcase, serves_what_is_ready);
    tcase_add_test(tcase, serves_writable_when_asked);
    tcase_add_test(tcase, forgotten_is_not_served);
    tcase_add_test(tcase, many_are_kept);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
