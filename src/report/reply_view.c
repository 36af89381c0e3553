/*
 * reply_view.c - one row of a provider's replies, or several that a code stands for
 *
 * A provider uses one code for several causes and tells them apart by its words. Where the words
 * are missing, a report shows all of them and claims none.
 */
#include "report/reply_view.h"

#include <stddef.h>

const struct rcpt_provider_reply *reply_view_next(const struct reply_view *view,
                                                  const struct rcpt_provider_reply *last)
{
    return view->open ? rcpt_provider_reply_next(view->provider, view->code, last) : NULL;
}

struct reply_view reply_view_of(const struct rcpt_bounce *bounce, const char *line)
{
    const struct rcpt_enhanced *enhanced = &bounce->code.enhanced;
    struct reply_view view = {.row = bounce->reply,
                              .provider = bounce->provider,
                              .code = &bounce->code,
                              .has_code = bounce->code.code != 0 || enhanced->status != 0 ||
                                          enhanced->subject != 0 || enhanced->detail != 0};
    if (view.provider == NULL || (view.row != NULL && line != NULL))
        return view;
    const struct rcpt_provider_reply *first =
        rcpt_provider_reply_next(view.provider, view.code, NULL);
    view.open = first != NULL && rcpt_provider_reply_next(view.provider, view.code, first) != NULL;
    if (view.open)
        view.row = NULL;
    return view;
}
