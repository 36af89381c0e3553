/*
 * export.h - marks what the shared library shows; everything else is hidden (-fvisibility=hidden)
 */
#ifndef RCPTCHECK_EXPORT_H
#define RCPTCHECK_EXPORT_H

#if defined(__GNUC__)
#define RCPT_API __attribute__((visibility("default")))
#else
#define RCPT_API
#endif

#endif
