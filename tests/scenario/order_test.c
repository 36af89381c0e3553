/*
 * order_test.c - the report does not depend on the order in which answers arrive
 *
 * Each world is a recording with recipients and the JSON report that is right for them. Its answers
 * are handed to the tasks of a run by a source of our own: all before anything waits for them,
 * all at once, one by one in the order of asking and in reverse, and in 20 random orders with some
 * answers held back until nothing else is outstanding. Every time the report must be the same,
 * octet for octet. A question that the recording does not hold is never answered; as in a session,
 * the deadline ends it when nothing more can come.
 *
 * ORDER_WORLDS names a folder with the files of each world (order_world.h); order_test.sh beside
 * this file makes it from all scenario cases. Without it the world of the demo is taken, and what a
 * session makes of it.
 */
#include <dirent.h>

#include "scenario/order_world.h"

#define WORLDS_MOST 1024
#define OPEN_MOST   4096
#define SHOWN       200 /* octets before and behind a difference */

enum order { EARLY, ALL_AT_ONCE, FIRST_ASKED, LAST_ASKED, RANDOM, ORDERS = RANDOM + 20 };

/* A run of a world in one order. */
struct run {
    struct dns_source source; /* first: a source of ours is its run */
    const struct world *world;
    enum order order;
    uint64_t random; /* state */
    struct dns_memo *memo;
    struct task_context context;
    struct sender_identity identity;
    struct dns_question *open[OPEN_MOST]; /* in the order of asking */
    size_t n_open;
    struct task *tasks[RECIPIENTS_MOST];
};

static char folder[1024];
static char names[WORLDS_MOST][256];
static size_t n_names;

/* ---- the source ---- */

/* splitmix64. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

static void settle(struct run *run, size_t index)
{
    struct dns_question *question = run->open[index];
    const struct line *line = find_line(run->world, question);
    const char *problem;
    run->n_open--;
    memmove(run->open + index, run->open + index + 1, (run->n_open - index) * sizeof *run->open);
    dns_question_settle(question, dns_record_parse(dns_question_arena(question), line->text,
                                                   strlen(line->text), &problem));
}

/* Every fourth question, more or less, is one whose answer comes late; which, the seed says. */
static bool is_late(const struct run *run, const struct dns_question *question)
{
    uint64_t hash = (uint64_t)run->order * 31 + dns_question_type(question);
    for (const char *c = dns_question_name(question); *c != '\0'; c++)
        hash = hash * 31 + (unsigned char)*c;
    return next_random(&hash) % 4 == 0;
}

/* One of the open questions that are not late; one of the late ones when there are no others. */
static size_t pick(struct run *run)
{
    size_t ready[OPEN_MOST], count = 0;
    for (size_t i = 0; i < run->n_open; i++) {
        if (!is_late(run, run->open[i]))
            ready[count++] = i;
    }
    uint64_t random = next_random(&run->random);
    return count > 0 ? ready[random % count] : random % run->n_open;
}

static bool source_turn(struct dns_source *source, struct dns_memo *memo, int wait_ms)
{
    struct run *run = (struct run *)(void *)source;
    struct dns_question *question;
    (void)wait_ms;
    while ((question = dns_memo_next_wanted(memo)) != NULL) {
        if (find_line(run->world, question) == NULL)
            continue; /* never answered */
        ck_assert_uint_lt(run->n_open, OPEN_MOST);
        run->open[run->n_open++] = question;
    }
    if (run->n_open == 0)
        return false;
    switch (run->order) {
    case FIRST_ASKED:
        settle(run, 0);
        break;
    case LAST_ASKED:
        settle(run, run->n_open - 1);
        break;
    case EARLY:
    case ALL_AT_ONCE:
        while (run->n_open > 0)
            settle(run, 0);
        break;
    default:
        for (uint64_t some = next_random(&run->random) % 3 + 1; some > 0 && run->n_open > 0; some--)
            settle(run, pick(run));
        break;
    }
    return true;
}

static void source_destroy(struct dns_source *source)
{
    (void)source;
}

static const struct dns_source_ops source_ops = {source_turn, source_destroy};

/* ---- a run ---- */

/* Asks all that the recording holds, and has it answered, before any task begins. */
static void answer_early(struct run *run, struct dns *view)
{
    for (size_t i = 0; i < run->world->n_lines; i++)
        dns_ask(view, run->world->lines[i].name, run->world->lines[i].type);
    run->source.ops->turn(&run->source, run->memo, 0);
}

/* True while a task is not done. */
static bool is_open(const struct task *task)
{
    return task->dns != NULL;
}

/* Runs what is ready; the view that asked early has no task. */
static void run_ready(struct run *run)
{
    void *owner;
    while ((owner = dns_memo_next_ready(run->memo)) != NULL) {
        if (owner != run)
            ck_assert_int_ne(task_run(owner), TASK_NO_MEMORY);
    }
}

static void finish(struct run *run, struct task *task)
{
    while (is_open(task)) {
        run_ready(run);
        if (!is_open(task) || run->source.ops->turn(&run->source, run->memo, 1000))
            continue;
        dns_view_expire(task->dns, run->world->deadline_reason);
        ck_assert_int_eq(task_run(task), TASK_DONE);
    }
}

/* The sender comes first, as in a session; recipients are created with it. */
static void start_sender(struct run *run)
{
    if (!run->world->has_sender)
        return;
    struct task *sender = task_create(&run->context, &task_sender, "", 0);
    ck_assert_ptr_nonnull(sender);
    run->context.sender = sender;
    ck_assert_int_ne(task_run(sender), TASK_NO_MEMORY);
}

/* Recipients may have waited for nothing else, so each has its turn. */
static void finish_sender(struct run *run)
{
    if (run->context.sender == NULL)
        return;
    finish(run, run->context.sender);
    for (size_t i = 0; i < run->world->n_recipients; i++) {
        if (is_open(run->tasks[i]))
            ck_assert_int_ne(task_run(run->tasks[i]), TASK_NO_MEMORY);
    }
}

static void run_tasks(struct run *run, struct buffer *report)
{
    size_t count = run->world->n_recipients;
    start_sender(run);
    for (size_t i = 0; i < count; i++) {
        run->tasks[i] = task_create(&run->context, &task_recipient, run->world->recipients[i], 0);
        ck_assert_ptr_nonnull(run->tasks[i]);
        ck_assert_int_ne(task_run(run->tasks[i]), TASK_NO_MEMORY);
    }
    finish_sender(run);
    for (size_t i = 0; i < count; i++) {
        finish(run, run->tasks[i]);
        add_report(report, &run->tasks[i]->result);
    }
    for (size_t i = 0; i < count; i++)
        rcpt_result_destroy(&run->tasks[i]->result);
    task_release(run->context.sender);
}

static void make_context(struct run *run)
{
    const struct world *world = run->world;
    run->identity = world->identity;
    run->context.memo = run->memo;
    run->context.identity = &run->identity;
    run->context.zones = world->lists.zones;
    run->context.n_zones = world->lists.n_zones;
    run->context.nonce = world->nonce;
}

/* Fails with the places where two reports part. */
static void compare(const char *wanted, const char *got, const char *name, enum order order)
{
    size_t at = 0;
    while (wanted[at] != '\0' && wanted[at] == got[at])
        at++;
    if (wanted[at] == got[at])
        return;
    size_t start = at > SHOWN ? at - SHOWN : 0;
    ck_abort_msg("%s, order %d: octet %zu\nwanted %.*s\ngot    %.*s", name, (int)order, at,
                 2 * SHOWN, wanted + start, 2 * SHOWN, got + start);
}

static void check_order(const struct world *world, const char *name, enum order order)
{
    struct run *run = calloc(1, sizeof *run);
    struct arena arena;
    struct buffer report;
    ck_assert_ptr_nonnull(run);
    arena_init(&arena);
    buffer_init(&report);
    run->source.ops = &source_ops;
    run->world = world;
    run->order = order;
    run->random = order;
    run->memo = dns_memo_create((size_t)1 << 26);
    make_context(run);
    struct dns *view = dns_view_open(run->memo, &arena, run);
    ck_assert_ptr_nonnull(view);
    if (order == EARLY)
        answer_early(run, view);
    run_tasks(run, &report);
    compare(buffer_text(&world->wanted), buffer_text(&report), name, order);
    dns_view_close(view);
    dns_memo_destroy(run->memo);
    buffer_clear(&report);
    arena_clear(&arena);
    free(run);
}

START_TEST(same_report_in_every_order)
{
    struct world *world = calloc(1, sizeof *world);
    ck_assert_ptr_nonnull(world);
    world_init(world, folder, names[_i]);
    ck_assert_uint_gt(world->n_recipients, 0);
    ck_assert_uint_gt(world->wanted.length, 0);
    for (int order = 0; order < ORDERS; order++)
        check_order(world, names[_i], (enum order)order);
    world_clear(world);
    free(world);
}
END_TEST

/* Names the worlds of the folder; without one, the demo is the only world. */
static void find_worlds(void)
{
    static const char ending[] = ".jsonl";
    const char *given = getenv("ORDER_WORLDS");
    if (given == NULL) {
        snprintf(names[n_names++], sizeof names[0], "demo");
        return;
    }
    snprintf(folder, sizeof folder, "%s", given);
    DIR *stream = opendir(folder);
    for (struct dirent *entry; stream != NULL && (entry = readdir(stream)) != NULL;) {
        size_t length = strlen(entry->d_name), tail = sizeof ending - 1;
        if (n_names < WORLDS_MOST && length > tail && length < sizeof names[0] &&
            strcmp(entry->d_name + length - tail, ending) == 0)
            snprintf(names[n_names++], sizeof names[0], "%.*s", (int)(length - tail),
                     entry->d_name);
    }
    if (stream != NULL)
        closedir(stream);
}

int main(void)
{
    find_worlds();
    if (n_names == 0) {
        fprintf(stderr, "order_test: no worlds in %s\n", folder);
        return EXIT_FAILURE;
    }
    Suite *suite = suite_create("order of arrival");
    TCase *orders = tcase_create("orders");
    tcase_set_timeout(orders, 300);
    tcase_add_loop_test(orders, same_report_in_every_order, 0, (int)n_names);
    suite_add_tcase(suite, orders);
    return unit_run(suite);
}
