/*
 * config_path.h - where the configuration is
 */
#ifndef CLI_CONFIG_PATH_H
#define CLI_CONFIG_PATH_H

#include "report/report.h"

/* The path of the configuration that is read if none is named: that of the user if it is there,
 * else that of the system if it is there; "" if neither is. In `path`, which is empty. */
const char *config_path(struct buffer *path);

#endif
