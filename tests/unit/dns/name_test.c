/* name_test.c - src/dns/name.c */
#include "dns/name.h"

#include <stdio.h>
#include <string.h>

#include "unit.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))
#define L63          "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk"
#define L61          "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghi"

/* Text to wire, written as a C string with its length octets; NULL for no name. */
static const struct {
    const char *title, *text, *wire;
    size_t length;
} to_wire[] = {
    {"root", ".", "\0", 1},
    {"empty text", "", NULL, 0},
    {"one label", "com", "\3com", 5},
    {"final dot", "example.com.", "\7example\3com", 13},
    {"case is kept", "MX.Example", "\2MX\7Example", 12},
    {"underscore", "_dmarc.a", "\6_dmarc\1a", 10},
    {"two final dots", "a..", NULL, 0},
    {"two dots inside", "a..b", NULL, 0},
    {"leading dot", ".a", NULL, 0},
    {"only dots", "..", NULL, 0},
    {"escaped dot", "a\\.b.c", "\3a.b\1c", 7},
    {"escaped final dot", "a\\.", "\2a.", 4},
    {"decimal escape", "\\000\\255a", "\3\0\377a", 5},
    {"escape past 255", "\\256", NULL, 0},
    {"short escape", "\\25", NULL, 0},
    {"escape of letters between digits", "\\1a2", NULL, 0},
    {"lone backslash", "a\\", NULL, 0},
    {"label of 63", L63, "\77" L63, 65},
    {"label of 64", L63 "x", NULL, 0},
    {"name of 255 octets", L63 "." L63 "." L63 "." L61, "\77" L63 "\77" L63 "\77" L63 "\75" L61,
     255},
    {"name of 256 octets", L63 "." L63 "." L63 "." L61 "x", NULL, 0},
    {"255 octets and a final dot", L63 "." L63 "." L63 "." L61 ".",
     "\77" L63 "\77" L63 "\77" L63 "\75" L61, 255},
};

START_TEST(text_to_wire)
{
    unsigned char wire[DNS_NAME_WIRE_MAX];
    size_t length = dns_name_to_wire(to_wire[_i].text, wire);
    ck_assert_msg(length == to_wire[_i].length, "%s: length %zu", to_wire[_i].title, length);
    if (to_wire[_i].wire != NULL)
        ck_assert_msg(memcmp(wire, to_wire[_i].wire, length) == 0, "%s: octets", to_wire[_i].title);
}
END_TEST

#define HEADER "HHHHHHHHHHHH" /* 12 octets */

/* A name in a message; after is 0 where it is not well formed. */
static const struct {
    const char *title, *message;
    size_t length, offset;
    const char *text;
    size_t after;
} from_wire[] = {
    {"plain", HEADER "\7example\3com\0", 25, 12, "example.com", 25},
    {"upper case", HEADER "\7EXAMPLE\3Com\0", 25, 12, "example.com", 25},
    {"root", HEADER "\0", 13, 12, ".", 13},
    {"pointer", HEADER "\3com\0\1a\300\14", 21, 17, "a.com", 21},
    {"pointer alone", HEADER "\3com\0\300\14", 19, 17, "com", 19},
    {"pointer to the root", HEADER "\0\1a\300\14", 17, 13, "a", 17},
    {"two pointers", HEADER "\3com\0\1a\300\14\1b\300\21", 25, 21, "b.a.com", 25},
    {"octets behind it", HEADER "\1a\0zzz", 18, 12, "a", 15},
    {"pointer to itself", HEADER "\300\14", 14, 12, NULL, 0},
    {"pointer into its own run", HEADER "\1a\300\14", 16, 12, NULL, 0},
    {"pointer forwards", HEADER "\300\16\0", 15, 12, NULL, 0},
    {"pointer past the end", HEADER "\1a\0\377\377", 17, 15, NULL, 0},
    {"pointer into the header", HEADER "\300\0", 14, 12, NULL, 0},
    {"two pointers at each other", HEADER "\300\16\300\14", 16, 14, NULL, 0},
    {"half a pointer", HEADER "\1a\0\300", 16, 15, NULL, 0},
    {"no end", HEADER "\1a", 14, 12, NULL, 0},
    {"label cut off", HEADER "\5abc", 16, 12, NULL, 0},
    {"label up to the last octet", HEADER "\3abc", 16, 12, NULL, 0},
    {"label type 01", HEADER "\101a\0", 15, 12, NULL, 0},
    {"label type 10", HEADER "\201a\0", 15, 12, NULL, 0},
    {"offset at the end", HEADER, 12, 12, NULL, 0},
    {"offset past the end", HEADER, 12, 99, NULL, 0},
    {"zero and space", HEADER "\3a\0 \0", 17, 12, "a\\000\\032", 17},
    {"octets past ASCII", HEADER "\2\303\251\0", 16, 12, "\\195\\169", 16},
    {"marks", HEADER "\11.\\\"();@$!\0", 23, 12, "\\.\\\\\\\"\\(\\)\\;\\@\\$!", 23},
};

START_TEST(wire_to_text)
{
    char text[DNS_NAME_TEXT_SIZE];
    size_t after = dns_name_from_wire((const unsigned char *)from_wire[_i].message,
                                      from_wire[_i].length, from_wire[_i].offset, text);
    ck_assert_msg(after == from_wire[_i].after, "%s: after %zu", from_wire[_i].title, after);
    if (after != 0)
        ck_assert_str_eq(text, from_wire[_i].text);
}
END_TEST

/* 255 octets by way of pointers are a name, 256 are none. */
START_TEST(compressed_length)
{
    unsigned char message[400] = {0};
    char text[DNS_NAME_TEXT_SIZE];
    size_t n = 12;
    for (int label = 0; label < 3; label++) {
        message[n] = 63;
        memset(message + n + 1, 0xff, 63);
        n += 64;
    }
    message[n++] = (unsigned char)(60 + _i);
    memset(message + n, 0xff, 61);
    n += (size_t)60 + (size_t)_i;
    message[n++] = 0;
    size_t at = n;
    memcpy(message + n, "\300\14", 2);
    size_t after = dns_name_from_wire(message, n + 2, at, text);
    ck_assert_uint_eq(after, _i <= 1 ? n + 2 : 0);
    if (_i == 1)
        ck_assert_uint_eq(strlen(text), 4 * 250 + 3);

    memcpy(message + n, "\1x\300\14", 4);
    ck_assert_uint_eq(dns_name_from_wire(message, n + 4, at, text), 0);
}
END_TEST

/* Whatever octets a label has, its text reads back as the same octets, in lower case. */
START_TEST(every_octet)
{
    unsigned char wire[DNS_NAME_WIRE_MAX] = {1, (unsigned char)_i, 0};
    unsigned char again[DNS_NAME_WIRE_MAX];
    char text[DNS_NAME_TEXT_SIZE];
    ck_assert_uint_eq(dns_name_from_wire(wire, 3, 0, text), 3);
    for (const char *p = text; *p != '\0'; p++)
        ck_assert(*p > ' ' && *p < 0x7f);
    ck_assert_uint_eq(dns_name_to_wire(text, again), 3);
    int expected = _i >= 'A' && _i <= 'Z' ? _i + 32 : _i;
    ck_assert_int_eq(again[1], expected);
}
END_TEST

static const struct {
    const char *text, *normal, *canonical;
} forms[] = {
    {"Example.COM.", "example.com", "example.com"},
    {".", ".", "."},
    {"", "", NULL},
    {"a..", "a.", NULL},
    {"a\\.", "a\\.", "a\\."},
    {"a\\\\.", "a\\\\", "a\\\\"},
    {"\\097.b", "\\097.b", "a.b"},
    {"\\065.b", "\\065.b", "a.b"},
    {"a b", "a b", "a\\032b"},
    {"a@b", "a@b", "a\\@b"},
    {"\303\211", "\303\211", "\\195\\137"},
};

START_TEST(normal_forms)
{
    char out[DNS_NAME_TEXT_SIZE];
    ck_assert(dns_name_normalize(forms[_i].text, out));
    ck_assert_str_eq(out, forms[_i].normal);
    ck_assert_int_eq(dns_name_canonical(forms[_i].text, out), forms[_i].canonical != NULL);
    if (forms[_i].canonical != NULL)
        ck_assert_str_eq(out, forms[_i].canonical);
}
END_TEST

START_TEST(normalize_length)
{
    char text[DNS_NAME_TEXT_SIZE + 2], out[DNS_NAME_TEXT_SIZE];
    memset(text, 'A', sizeof text);
    text[DNS_NAME_TEXT_SIZE - 1] = '\0';
    ck_assert(dns_name_normalize(text, out));
    ck_assert_uint_eq(strlen(out), DNS_NAME_TEXT_SIZE - 1);
    text[DNS_NAME_TEXT_SIZE - 1] = '.';
    text[DNS_NAME_TEXT_SIZE] = '\0';
    ck_assert(dns_name_normalize(text, out));
    text[DNS_NAME_TEXT_SIZE - 1] = 'A';
    ck_assert(!dns_name_normalize(text, out));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/name");
    TCase *tcase = tcase_create("name");
    tcase_add_loop_test(tcase, text_to_wire, 0, COUNT(to_wire));
    tcase_add_loop_test(tcase, wire_to_text, 0, COUNT(from_wire));
    tcase_add_loop_test(tcase, compressed_length, 0, 3);
    tcase_add_loop_test(tcase, every_octet, 0, 256);
    tcase_add_loop_test(tcase, normal_forms, 0, COUNT(forms));
    tcase_add_test(tcase, normalize_length);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
