/*
 * setup.c - a session as the command line asks for
 *
 * Each setting that the library refuses is told with its option and value, in the library's words.
 * A configuration is named with its path alone: it may be the default one, and the reason begins
 * with the line.
 */
#include "cli/setup.h"

#include "cli/config_path.h"
#include "cli/exit.h"
#include "cli/output.h"

int setup_exit(enum rcpt_status status)
{
    static const int exits[] = {
        [RCPT_NO_MEMORY] = EXIT_TRY_LATER,    [RCPT_BAD_ARGUMENT] = EXIT_USAGE,
        [RCPT_NO_FILE] = EXIT_NO_INPUT,       [RCPT_BAD_FILE] = EXIT_BAD_DATA,
        [RCPT_BAD_CONFIG] = EXIT_BAD_CONFIG,  [RCPT_CANNOT_WRITE] = EXIT_CANNOT_WRITE,
        [RCPT_NO_NETWORK] = EXIT_NO_RESOLVER, [RCPT_TOO_LATE] = EXIT_USAGE,
    };
    return exits[status];
}

int setup_fail(const struct rcpt_session *session, enum rcpt_status status, const char *option,
               const char *value)
{
    const char *reason = session != NULL ? rcpt_session_error(session) : "";
    if (*reason == '\0')
        reason = "out of memory";
    if (*option == '\0')
        output_error("%s", reason);
    else
        output_error("%s %s: %s", option, value, reason);
    return setup_exit(status);
}

static int set_resolvers(struct rcpt_session *session, const struct options *options)
{
    for (size_t i = 0; i < options->resolver_count; i++) {
        enum rcpt_status status = rcpt_session_add_resolver(session, options->resolvers[i]);
        if (status != RCPT_OK)
            return setup_fail(session, status, "--resolver", options->resolvers[i]);
    }
    return EXIT_ACCEPT;
}

static int set_config(struct rcpt_session *session, const struct options *options)
{
    struct buffer found;
    int told = EXIT_ACCEPT;
    buffer_init(&found);
    const char *path = options->config != NULL ? options->config : config_path(&found);
    enum rcpt_status status = *path != '\0' ? rcpt_session_configure(session, path) : RCPT_OK;
    if (status != RCPT_OK) {
        output_error("%s: %s", path, rcpt_session_error(session));
        told = setup_exit(status);
    }
    buffer_clear(&found);
    return told;
}

/* The configuration comes first: it may bring the lists that are named. */
static int set_lists(struct rcpt_session *session, const struct options *options)
{
    int told = set_config(session, options);
    if (told != EXIT_ACCEPT)
        return told;
    for (size_t i = 0; i < options->list_count; i++) {
        enum rcpt_status status = rcpt_session_add_list(session, options->lists[i]);
        if (status != RCPT_OK)
            return setup_fail(session, status, "--dnsbl", options->lists[i]);
    }
    enum rcpt_status status = options->no_dnsbl ? rcpt_session_no_lists(session) : RCPT_OK;
    return status == RCPT_OK ? EXIT_ACCEPT : setup_fail(session, status, "", "");
}

/* Only the IP address can be refused: what is wrong with the others is a finding. */
static int set_sender(struct rcpt_session *session, const struct options *options)
{
    if (options->ip == NULL && options->helo == NULL && options->mail_from == NULL)
        return EXIT_ACCEPT;
    enum rcpt_status status =
        rcpt_session_set_sender(session, options->ip, options->helo, options->mail_from);
    if (status == RCPT_BAD_ARGUMENT && options->ip != NULL)
        return setup_fail(session, status, "--ip", options->ip);
    return status == RCPT_OK ? EXIT_ACCEPT : setup_fail(session, status, "", "");
}

/* The file to replay is read before the one to record is made. */
static int set_files(struct rcpt_session *session, const struct options *options)
{
    const char *replay = options->replay, *record = options->record;
    enum rcpt_status status = RCPT_OK;
    if (replay != NULL)
        status = rcpt_session_replay(session, replay);
    if (status != RCPT_OK)
        return setup_fail(session, status, "--replay", replay);
    if (record != NULL)
        status = rcpt_session_record(session, record);
    if (status != RCPT_OK) {
        int told = setup_fail(session, status, "--record", record);
        return status == RCPT_CANNOT_WRITE ? EXIT_CANNOT_CREATE : told;
    }
    return EXIT_ACCEPT;
}

int setup_session(const struct options *options, bool lists, struct rcpt_session **session)
{
    enum rcpt_status status = rcpt_session_create(session);
    if (status == RCPT_OK)
        status = rcpt_session_set_times(*session, options->timeout_ms, options->tries,
                                        options->deadline_ms);
    if (status != RCPT_OK)
        return setup_fail(*session, status, "", "");
    int told = set_resolvers(*session, options);
    if (told == EXIT_ACCEPT && lists)
        told = set_lists(*session, options);
    if (told == EXIT_ACCEPT)
        told = set_sender(*session, options);
    return told == EXIT_ACCEPT ? set_files(*session, options) : told;
}
