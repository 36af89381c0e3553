/*
 * explain.c - rcptcheck explain CODE|BOUNCE...: what codes and bounces mean and what to do
 *
 * An argument is one code, or a reply code and an enhanced status code joined as servers print them
 * ("550-5.7.26"); or it is a pasted bounce line, out of which code and provider are read. What a
 * provider means comes before what the registry does; --provider names it, and goes before what a
 * line shows. An argument that is neither is told with the place that does not fit, the others are
 * still explained, and the exit status is that of bad data.
 */
#include <string.h>

#include "cli/code_argument.h"
#include "cli/command.h"
#include "cli/exit.h"
#include "cli/nearest.h"
#include "cli/output.h"
#include "cli/terminal.h"

/* What is made of one argument. */
struct question {
    const char *line; /* a bounce line; NULL for a code */
    struct rcpt_bounce bounce;
};

/* The words for --provider that are written without spaces and quotes. */
const char *explain_provider_word(size_t index)
{
    const char *alias;
    for (size_t i = 0; (alias = rcpt_provider_alias_at(i)) != NULL; i++)
        if (strspn(alias, "abcdefghijklmnopqrstuvwxyz0123456789.-") == strlen(alias) &&
            index-- == 0)
            return alias;
    return NULL;
}

/* Every name that a mistyped one may be near to: as the tables spell it, then the other names. */
static const char *known_name(size_t index)
{
    size_t count = 0;
    while (rcpt_provider_at(count) != NULL)
        count++;
    return index < count ? rcpt_provider_at(index)->name : rcpt_provider_alias_at(index - count);
}

/* False, with a line on standard error, if --provider names none. */
static bool find_provider(const struct options *options, const char **provider)
{
    *provider = NULL;
    if (options->provider == NULL)
        return true;
    *provider = rcpt_provider_name(options->provider);
    if (*provider != NULL)
        return true;
    const char *nearest = nearest_word(options->provider, known_name);
    if (nearest != NULL)
        output_error("no provider is known by the name '%s'; did you mean '%s'?", options->provider,
                     nearest);
    else
        output_error("no provider is known by the name '%s'; 'rcptcheck catalog providers' lists "
                     "them",
                     options->provider);
    return false;
}

/* A text with a space in it, or one that holds a code among other things, is a bounce line. */
static bool is_line(const char *text, const struct rcpt_bounce *bounce)
{
    return strpbrk(text, " \t\r\n") != NULL || bounce->code.code != 0 ||
           bounce->code.enhanced.status != 0;
}

/* Reads an argument; false, with a line on standard error, if it is neither code nor bounce. */
static bool read_argument(const char *text, struct question *question)
{
    struct rcpt_bounce bounce;
    size_t position;
    *question = (struct question){0};
    if (rcpt_code_parse(text, &question->bounce.code, &position))
        return true;
    bool found = rcpt_bounce_parse(text, &bounce);
    if (!is_line(text, &bounce))
        return code_argument(text, &question->bounce.code);
    question->line = text;
    question->bounce = bounce;
    if (!found)
        output_error("no code and no provider is found in '%.60s%s'", text,
                     strlen(text) > 60 ? "..." : "");
    return found;
}

/* With a provider, "550 5.1.10" in two words is one reply: its meaning hangs on both. True if the
 * next argument was taken into the question. */
static bool join_next(struct question *question, const char *next)
{
    struct rcpt_code_name *code = &question->bounce.code;
    struct rcpt_code_name more;
    size_t position;
    if (question->line != NULL || next == NULL || code->code == 0 || code->enhanced.status != 0)
        return false;
    if (!rcpt_code_parse(next, &more, &position) || more.code != 0 ||
        more.enhanced.status != code->code / 100)
        return false;
    code->enhanced = more.enhanced;
    return true;
}

/* The provider of the command line goes before that of the text. */
static void set_provider(struct question *question, const char *provider)
{
    struct rcpt_bounce *bounce = &question->bounce;
    if (provider == NULL || (bounce->provider != NULL && strcmp(provider, bounce->provider) == 0))
        return;
    bounce->provider = provider;
    bounce->reply = rcpt_provider_reply_find(provider, &bounce->code,
                                             question->line == NULL ? "" : question->line);
}

static void print(struct buffer *out, const struct report_format *format,
                  const struct report_style *style, const struct question *question)
{
    if (question->line == NULL && question->bounce.provider == NULL)
        format->explain(out, style, &question->bounce.code);
    else
        format->explain_reply(out, style, question->line, &question->bounce);
}

static int explain_all(const struct options *options, const char *provider)
{
    const struct report_format *format = report_format_find(options->format);
    struct report_style style = terminal_style(options);
    struct buffer out;
    int status = EXIT_ACCEPT;
    bool first = true;
    buffer_init(&out);
    for (size_t i = 0; i < options->operand_count && status != EXIT_CANNOT_WRITE; i++) {
        struct question question;
        if (!read_argument(options->operands[i], &question)) {
            status = EXIT_BAD_DATA;
            continue;
        }
        bool has_next = i + 1 < options->operand_count;
        if (provider != NULL && join_next(&question, has_next ? options->operands[i + 1] : NULL))
            i++;
        set_provider(&question, provider);
        if (!first)
            buffer_add(&out, format->separator);
        first = false;
        print(&out, format, &style, &question);
        if (!output_write(&out))
            status = EXIT_CANNOT_WRITE;
    }
    buffer_clear(&out);
    return status;
}

int explain_command(const struct options *options)
{
    const char *provider;
    if (options->operand_count == 0) {
        output_error("explain needs a code, such as 554 or 5.7.1, or a bounce line; see "
                     "'rcptcheck explain --help'");
        return EXIT_USAGE;
    }
    if (!find_provider(options, &provider))
        return EXIT_USAGE;
    return explain_all(options, provider);
}
