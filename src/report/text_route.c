/*
 * text_route.c - how mail is routed, for people
 *
 * One line says in words how the route was found (RFC 5321 section 5.1, RFC 7505); then comes one
 * aligned row a mail host: preference, name, status, addresses. A name that is too long for its
 * column goes on in the next line, and so do addresses that do not fit beside it. Long routes are
 * cut with a count of what is not shown, unless verbose.
 */
#include <stdio.h>
#include <string.h>

#include "report/text_parts.h"
#include "report/wrap.h"
#include "util/utf8.h"

static const char *const route_words[] = {
    [RCPT_MX_OK] = "by MX records",
    [RCPT_MX_NULL] = "null MX: the domain takes no mail",
    [RCPT_MX_IMPLICIT] = "implicit MX: no MX record, the domain's own address serves",
    [RCPT_MX_NONE] = "none: the domain has neither MX nor address",
    [RCPT_MX_INVALID] = "none: no mail host can be delivered to",
    [RCPT_MX_NXDOMAIN] = "none: the domain does not exist",
    [RCPT_MX_SERVFAIL] = "not known: SERVFAIL",
    [RCPT_MX_REFUSED] = "not known: DNS refused the question",
    [RCPT_MX_TIMEOUT] = "not known: no answer from DNS in time",
    [RCPT_MX_MALFORMED] = "not known: DNS gave a malformed answer",
};

static const char *const host_words[] = {
    [RCPT_HOST_OK] = "ok",
    [RCPT_HOST_NULL] = "null MX",
    [RCPT_HOST_NXDOMAIN] = "does not exist",
    [RCPT_HOST_NO_ADDRESS] = "no address",
    [RCPT_HOST_LOOPBACK] = "loopback",
    [RCPT_HOST_PRIVATE] = "private address",
    [RCPT_HOST_BRACKETED] = "address in brackets",
    [RCPT_HOST_SERVFAIL] = "SERVFAIL",
    [RCPT_HOST_REFUSED] = "refused",
    [RCPT_HOST_TIMEOUT] = "no answer",
    [RCPT_HOST_MALFORMED] = "malformed answer",
};

#define LENGTH_OF(table) (sizeof(table) / sizeof *(table))

static const char *word_of(const char *const *words, size_t count, unsigned index)
{
    return index < count ? words[index] : "?";
}

/* The columns of the host table. */
struct columns {
    size_t preference, name, status;
};

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static const char *host_word(const struct rcpt_host *host)
{
    return word_of(host_words, LENGTH_OF(host_words), host->status);
}

static struct columns measure(const struct rcpt_host *host, size_t most, size_t width)
{
    struct columns columns = {0, 0, 0};
    for (; host != NULL && most > 0; host = host->next, most--) {
        char preference[12];
        int length = snprintf(preference, sizeof preference, "%u", host->preference);
        columns.preference = larger(columns.preference, (size_t)length);
        columns.name = larger(columns.name, utf8_columns(host->name));
        columns.status = larger(columns.status, strlen(host_word(host)));
    }
    /* Room for the status and one IPv4 address beside the name, where the width has it. */
    size_t taken = TEXT_HANG + columns.preference + 1 + 2 + columns.status + 2 + 15;
    size_t room = taken + 12 < width ? width - taken : 12;
    if (columns.name > room)
        columns.name = room;
    return columns;
}

/* Addresses with commas, or why there are none. */
static void add_addresses(struct buffer *out, const struct report_style *style,
                          const struct rcpt_host *host)
{
    size_t shown = 0, hidden = 0;
    for (const char *const *address = host->addresses; *address != NULL; address++) {
        if (!style->verbose && shown == TEXT_MOST_ADDRESSES) {
            hidden++;
            continue;
        }
        buffer_add(out, shown++ > 0 ? ", " : "");
        buffer_add(out, *address);
    }
    if (hidden > 0)
        buffer_printf(out, " and %zu more", hidden);
    if (host->detail[0] != '\0' && (shown == 0 || style->verbose)) {
        buffer_add(out, shown > 0 ? " " : "");
        buffer_printf(out, "(%s)", host->detail);
    }
}

/* Preference and name; goes on to the column of the status, in the next line if need be. */
static void add_name(struct buffer *out, const struct columns *columns,
                     const struct rcpt_host *host, size_t status_column)
{
    size_t filled = TEXT_HANG + columns->preference + 1 + utf8_columns(host->name);
    buffer_add_repeat(out, ' ', TEXT_HANG);
    buffer_printf(out, "%*u %s", (int)columns->preference, host->preference, host->name);
    if (filled + 2 > status_column) {
        buffer_add_char(out, '\n');
        filled = 0;
    }
    buffer_add_repeat(out, ' ', status_column - filled);
}

/* Addresses stand beside the status where they fit, else below the name. */
static void add_host(struct buffer *out, const struct report_style *style,
                     const struct columns *columns, const struct rcpt_host *host)
{
    size_t width = style->width < WRAP_MIN_WIDTH ? WRAP_MIN_WIDTH : style->width;
    size_t below = TEXT_HANG + columns->preference + 3;
    size_t status_column = below + columns->name;
    if (status_column + columns->status > width)
        status_column = below; /* a narrow terminal: the status stands below the name, too */
    size_t address_column = status_column + columns->status + 2;

    struct buffer addresses;
    buffer_init(&addresses);
    add_addresses(&addresses, style, host);
    add_name(out, columns, host, status_column);
    buffer_add(out, host_word(host));
    if (addresses.length == 0) {
        buffer_add_char(out, '\n');
    } else if (address_column + utf8_columns(buffer_text(&addresses)) <= width) {
        buffer_add_repeat(out, ' ', columns->status + 2 - strlen(host_word(host)));
        wrap_text(out, style, address_column, address_column, buffer_text(&addresses));
    } else {
        buffer_add_char(out, '\n');
        wrap_paragraph(out, style, below, buffer_text(&addresses));
    }
    out->failed = out->failed || addresses.failed;
    buffer_clear(&addresses);
}

static bool is_told(const char *const *told, const char *text)
{
    for (; *told != NULL; told++)
        if (strcmp(*told, text) == 0)
            return true;
    return false;
}

static void add_status(struct buffer *out, const struct report_style *style,
                       const struct rcpt_mx *mx, const char *const *told)
{
    struct buffer line;
    buffer_init(&line);
    buffer_add(&line, word_of(route_words, LENGTH_OF(route_words), mx->status));
    if (mx->detail[0] != '\0' && !is_told(told, mx->detail))
        buffer_printf(&line, " (%s)", mx->detail);
    if (strcmp(mx->canonical, mx->domain) != 0)
        buffer_printf(&line, "; %s is an alias of %s", mx->domain, mx->canonical);
    if (mx->dnssec)
        buffer_add(&line, "; authenticated by DNSSEC");
    text_field(out, style, "route", buffer_text(&line), 0);
    out->failed = out->failed || line.failed;
    buffer_clear(&line);
}

void text_route(struct buffer *out, const struct report_style *style, const struct rcpt_mx *mx,
                const char *const *told)
{
    add_status(out, style, mx, told);
    size_t most = style->verbose ? (size_t)-1 : TEXT_MOST_HOSTS;
    struct columns columns = measure(mx->hosts, most, style->width);
    const struct rcpt_host *host = mx->hosts;
    for (; host != NULL && most > 0; host = host->next, most--)
        add_host(out, style, &columns, host);

    size_t hidden = 0;
    for (; host != NULL; host = host->next)
        hidden++;
    if (hidden > 0) {
        char text[64];
        snprintf(text, sizeof text, "and %zu more (-v shows them)", hidden);
        text_field(out, style, "", text, 0);
    }
}
