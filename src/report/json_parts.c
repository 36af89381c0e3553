/*
 * json_parts.c - values that several JSON objects share: texts, arrays, named problems
 *
 * Fields are a contract: they are only ever added, at the end of their object.
 */
#include "report/json_parts.h"

#include "report/json_text.h"

json_t *json_said(const char *text)
{
    return json_text(text[0] == '\0' ? NULL : text);
}

json_t *json_append(json_t *array, json_t *value)
{
    if (array == NULL) {
        json_decref(value);
        return NULL;
    }
    if (json_array_append_new(array, value) == 0)
        return array;
    json_decref(array);
    return NULL;
}

static json_t *problem_object(const struct rcpt_problem *problem)
{
    return json_pack("{s:o,s:o,s:o,s:o,s:o}", "id", json_text(problem->id), "subject",
                     json_text(problem->subject), "text", json_text(problem->text), "fix",
                     json_text(problem->fix), "source", json_text(problem->source));
}

json_t *json_problems(const struct rcpt_problem *problem)
{
    json_t *array = json_array();
    for (; problem != NULL; problem = problem->next)
        array = json_append(array, problem_object(problem));
    return array;
}
