/*
 * config_path.c - where the configuration is
 *
 * By the XDG Base Directory Specification: $XDG_CONFIG_HOME, or ~/.config where that is not set or
 * not absolute; then /etc. The first file that is there is read, even if it turns out to be not
 * readable: an error there is the user's to know.
 */
#include "cli/config_path.h"

#include <stdlib.h>
#include <unistd.h>

static const char system_path[] = "/etc/rcptcheck/config";

static bool is_there(const struct buffer *path)
{
    return !path->failed && access(buffer_text(path), F_OK) == 0;
}

const char *config_path(struct buffer *path)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (config != NULL && *config == '/')
        buffer_printf(path, "%s/rcptcheck/config", config);
    else if (home != NULL && *home == '/')
        buffer_printf(path, "%s/.config/rcptcheck/config", home);
    if (path->length > 0 && is_there(path))
        return buffer_text(path);
    buffer_reset(path);
    buffer_add(path, system_path);
    return is_there(path) ? buffer_text(path) : "";
}
