/*
 * reply_codes.c - the SMTP reply codes, a row a code, in ascending order
 *
 * The codes of RFC 5321 section 4.2 and of the extensions that define their own (RFC 1985, 2645,
 * 3207, 4954, 5248, 7504, 7505), those that the IANA registry only keeps, and some that no standard
 * has but that servers send. The column `status` tells them apart. The order of `enhanced` is that
 * of frequency, not of number.
 *
 * Every `seen` starts with a word that can follow "it is met": When, In, At, After, As, During.
 */
#include "rcptcheck/codes.h"

static const struct rcpt_reply_code rows[] = {
    {
        .code = 211,
        .name = "System Status",
        .status = "standard",
        .enhanced = "2.0.0",
        .meaning = "The reply carries the status of the server, or help on it.",
        .seen = "In reply to HELP or to a command that asks for the state of the server.",
        .fix = "None needed.",
        .source = "RFC 5321 section 4.2.3",
    },
    {
        .code = 214,
        .name = "Help Message",
        .status = "standard",
        .enhanced = "2.0.0",
        .meaning = "The text explains to a person how the server or a command is used.",
        .seen = "In reply to HELP.",
        .fix = "None needed.",
        .source = "RFC 5321 section 4.2.3",
    },
    {
        .code = 220,
        .name = "Service Ready",
        .status = "standard",
        .enhanced = "2.0.0",
        .meaning = "The server is there and ready. In reply to STARTTLS it means that the TLS "
                   "handshake begins now; only there does it come with an enhanced code.",
        .seen = "As the greeting of a new connection, and as the go-ahead after STARTTLS.",
        .fix = "None needed. A greeting that comes late is often a tarpit: wait for it, for five "
               "minutes as the standard asks.",
        .source = "RFC 5321 sections 4.2.3 and 4.3.1; RFC 3207 section 4",
    },
    {
        .code = 221,
        .name = "Service Closing",
        .status = "standard",
        .enhanced = "2.0.0",
        .meaning = "The server closes the connection in good order.",
        .seen = "In reply to QUIT.",
        .fix = "None needed.",
        .source = "RFC 5321 section 4.2.3",
    },
    {
        .code = 235,
        .name = "Authentication Succeeded",
        .status = "standard",
        .enhanced = "2.7.0",
        .meaning = "The client has proved who it is.",
        .seen = "At the end of an AUTH dialogue.",
        .fix = "None needed.",
        .source = "RFC 4954 section 6",
    },
    {
        .code = 250,
        .name = "Completed",
        .status = "standard",
        .enhanced = "2.0.0, 2.1.0, 2.1.5, 2.6.0",
        .meaning = "The command has done its work. After the final dot of a message it means that "
                   "the server has taken over the responsibility for it.",
        .seen = "After EHLO, MAIL, RCPT, RSET or NOOP, and after the final dot of a message.",
        .fix = "None needed. A 250 to RCPT is no proof that the mailbox exists: the server may "
               "take every address, or send a bounce later.",
        .source = "RFC 5321 section 4.2.3",
    },
    {
        .code = 251,
        .name = "User Not Local, Will Forward",
        .status = "standard",
        .enhanced = "2.1.5, 2.1.0",
        .meaning = "The recipient is served elsewhere; the server accepts the message all the same "
                   "and forwards it to the path that the text shows.",
        .seen = "In reply to RCPT or VRFY for a recipient who has moved.",
        .fix = "Nothing to repair. Keep the address shown as the new one of this contact.",
        .source = "RFC 5321 sections 3.4 and 4.2.3",
    },
    {
        .code = 252,
        .name = "Cannot Verify User",
        .status = "standard",
        .enhanced = "2.5.0",
        .meaning = "The server does not verify the user, but it accepts the message and attempts "
                   "to deliver it. It is a frequent answer to VRFY where the server hides on "
                   "purpose who has a mailbox.",
        .seen = "When VRFY is used to check whether a recipient exists. The server neither "
                "confirms nor denies the address, in most cases as a measure against spam.",
        .fix = "No fix needed: delivery is still attempted. To verify addresses, ask the "
               "administrator of the mail system, or rely on the bounces that come back.",
        .source = "RFC 5321 sections 3.5.3, 4.2.3 and 7.3",
    },
    {
        .code = 253,
        .name = "Pending Messages Started",
        .status = "standard",
        .enhanced = "2.5.0",
        .meaning = "The server has begun to deliver the messages that wait for the node; the text "
                   "tells how many.",
        .seen = "In reply to ETRN.",
        .fix = "None needed.",
        .source = "RFC 1985",
    },
    {
        .code = 334,
        .name = "Continue AUTH",
        .status = "standard",
        .enhanced = "",
        .meaning =
            "The server sends a challenge in base64 and waits for the next answer of the client.",
        .seen = "During an AUTH dialogue.",
        .fix = "None needed. A dialogue of 334 replies that does not end points to a mechanism "
               "that the two sides understand differently.",
        .source = "RFC 4954 section 4",
    },
    {
        .code = 354,
        .name = "Start Mail Input",
        .status = "standard",
        .enhanced = "",
        .meaning = "The server is ready to receive the message. The client now sends header and "
                   "body, and ends with a line that holds a single period only (CRLF.CRLF).",
        .seen = "After the DATA command. The server waits for the text of the message, up to a dot "
                "on a line of its own.",
        .fix = "Send the message, then a line with just a period (.) to end it. If an error "
               "follows, look for a bare period on a line of its own inside the body: a line that "
               "begins with a period is sent with a second one in front, or the message ends too "
               "early. Send no bare CR or LF.",
        .source = "RFC 5321 sections 4.1.1.4, 4.2.3 and 4.5.2",
    },
    {
        .code = 421,
        .name = "Service Not Available",
        .status = "standard",
        .enhanced = "4.3.2, 4.4.2, 4.7.0",
        .meaning = "The server cannot serve this connection and closes it: it is busy or shutting "
                   "down, has too many connections, or applies a policy for the time being.",
        .seen = "As the greeting, or at any later moment. Large providers (Gmail, Yahoo, Outlook) "
                "limit the rate of a sender with it.",
        .fix = "Try again later, each time after a longer pause; open fewer connections and send "
               "fewer messages a minute. If it lasts, check the reputation of the sending IP, and "
               "its PTR, SPF, DKIM and DMARC.",
        .source = "RFC 5321 sections 3.8 and 4.2.3",
    },
    {
        .code = 422,
        .name = "Recipient Over Quota",
        .status = "unofficial",
        .enhanced = "4.2.2",
        .meaning = "Some systems mean a full mailbox. In the IANA registry the number stands for a "
                   "change of the password scheme instead.",
        .seen = "In reply to RCPT, at a few systems.",
        .fix = "Try again later; tell the recipient by another way.",
        .source = "not in RFC 5321; the IANA registry lists 422 with X.7.12",
    },
    {
        .code = 430,
        .name = "Bad Command",
        .status = "historic",
        .enhanced = "4.5.1",
        .meaning = "A command is wrong or comes at the wrong moment. The registry has the number; "
                   "servers of today send 503 or 500.",
        .seen = "When an old server refuses a command for now; rare.",
        .fix = "Check the order of the commands and try again.",
        .source = "IANA registry, with X.5.1",
    },
    {
        .code = 432,
        .name = "Password Transition Needed",
        .status = "standard",
        .enhanced = "4.7.12",
        .meaning = "The account has to be used once with another mechanism, normally PLAIN, before "
                   "this one works. Exchange Online sends 432 4.3.2 for a recipient who gets too "
                   "much mail instead.",
        .seen = "In reply to AUTH.",
        .fix = "Log in once with PLAIN over TLS. If Exchange Online throttles the recipient, try "
               "again later.",
        .source = "RFC 4954 section 6",
    },
    {
        .code = 450,
        .name = "Mailbox Unavailable, Try Later",
        .status = "standard",
        .enhanced = "4.2.0, 4.2.1, 4.7.1",
        .meaning =
            "The mailbox cannot be used at the moment: it is locked or busy, gets mail too fast, "
            "the sender is greylisted, or a check such as reverse DNS has failed for now.",
        .seen = "In reply to RCPT.",
        .fix = "Let the queue try again from the same IP after some minutes. If the text asks for "
               "reverse DNS, publish a PTR record.",
        .source = "RFC 5321 section 4.2.3; RFC 6647",
    },
    {
        .code = 451,
        .name = "Local Error",
        .status = "standard",
        .enhanced = "4.3.0, 4.4.3, 4.7.24",
        .meaning = "Something on the server's side failed for now: a DNS timeout, an SPF "
                   "temperror, a policy service that is down, or greylisting.",
        .seen = "In reply to MAIL or RCPT, or after the final dot of a message.",
        .fix = "Try again later. If the text names the sender's domain, check its DNS.",
        .source = "RFC 5321 section 4.2.3; RFC 6647",
    },
    {
        .code = 452,
        .name = "Storage or Recipient Limit",
        .status = "standard",
        .enhanced = "4.3.1, 4.2.2, 4.5.3",
        .meaning = "The server is out of disk space, the mailbox is over its quota, or the "
                   "transaction has more recipients than the server takes at once.",
        .seen = "In reply to MAIL or RCPT, or after the final dot of a message.",
        .fix = "After too many recipients, send to the rest of them in a new transaction. "
               "Otherwise try again later.",
        .source = "RFC 5321 sections 4.2.3 and 4.5.3.1.10",
    },
    {
        .code = 453,
        .name = "Not Accepting Network Messages",
        .status = "standard",
        .enhanced = "4.3.2",
        .meaning = "The system takes no messages from the network now. In on-demand relay (ATRN) "
                   "it says that no mail is waiting.",
        .seen = "When a host is closed for mail for some time, and in reply to ATRN; rare.",
        .fix = "Try again later.",
        .source = "IANA registry, with X.3.2; RFC 2645",
    },
    {
        .code = 454,
        .name = "Temporary AUTH or TLS Failure",
        .status = "standard",
        .enhanced = "4.7.0",
        .meaning = "TLS cannot be started now, or the service that checks passwords is down.",
        .seen = "In reply to STARTTLS or AUTH.",
        .fix = "Try again later. Where no policy asks for TLS, the message may be sent without it.",
        .source = "RFC 4954 section 6; RFC 3207 section 4",
    },
    {
        .code = 455,
        .name = "Parameters Not Accommodated Now",
        .status = "standard",
        .enhanced = "4.5.4",
        .meaning = "The server knows the parameter, but cannot do what it asks at the moment.",
        .seen = "In reply to MAIL or RCPT with a parameter.",
        .fix = "Try again later, or send without the parameter.",
        .source = "RFC 5321 sections 4.1.1.11 and 4.2.3",
    },
    {
        .code = 458,
        .name = "Cannot Queue Messages for Node",
        .status = "standard",
        .enhanced = "4.5.0",
        .meaning = "The run of the remote queue cannot be started now.",
        .seen = "In reply to ETRN.",
        .fix = "Give ETRN again later.",
        .source = "RFC 1985",
    },
    {
        .code = 459,
        .name = "Node Not Allowed",
        .status = "standard",
        .enhanced = "4.5.0",
        .meaning = "The client may not ask for the queue of this node.",
        .seen = "In reply to ETRN.",
        .fix = "Ask the administrator of the server.",
        .source = "RFC 1985",
    },
    {
        .code = 471,
        .name = "Policy Deferral",
        .status = "unofficial",
        .enhanced = "4.7.1",
        .meaning = "A local policy puts the message off.",
        .seen = "In reply to RCPT or DATA, from some products against spam.",
        .fix = "Read the text, which is all there is to go by, and try again later.",
        .source = "not registered",
    },
    {
        .code = 500,
        .name = "Command Not Recognised",
        .status = "standard",
        .enhanced = "5.5.2, 5.5.1",
        .meaning = "The server does not know the command, or the line is too long: a command line "
                   "may have 512 octets.",
        .seen = "In reply to any command.",
        .fix = "Correct the client, and fall back from EHLO to HELO where EHLO is not known. Look "
               "for a firewall that rewrites SMTP.",
        .source = "RFC 5321 section 4.2.3",
    },
    {
        .code = 501,
        .name = "Bad Parameters",
        .status = "standard",
        .enhanced = "5.5.4, 5.1.3, 5.1.7",
        .meaning = "The arguments of the command are not well formed; often it is the name in "
                   "EHLO, or an address.",
        .seen = "In reply to EHLO, MAIL or RCPT.",
        .fix = "Give a full host name in EHLO, and correct the address.",
        .source = "RFC 5321 section 4.2.3",
    },
    {
        .code = 502,
        .name = "Command Not Implemented",
        .status = "standard",
        .enhanced = "5.5.1",
        .meaning = "The server knows the command, but does not offer it.",
        .seen = "In reply to VRFY, EXPN or TURN, in most cases.",
        .fix = "Do without the command: delivery does not need it.",
        .source = "RFC 5321 sections 4.2.3 and 4.2.4",
    },
    {
        .code = 503,
        .name = "Bad Sequence",
        .status = "standard",
        .enhanced = "5.5.1",
        .meaning = "The command came at the wrong moment, such as DATA with no recipient accepted, "
                   "or MAIL before EHLO.",
        .seen = "In reply to any command.",
        .fix = "Correct the order. If every RCPT had been refused before, the replies to those "
               "tell the cause.",
        .source = "RFC 5321 section 4.2.3",
    },
    {
        .code = 504,
        .name = "Parameter Not Implemented",
        .status = "standard",
        .enhanced = "5.5.4, 5.7.4",
        .meaning = "The server does not implement a parameter of the command. The command itself "
                   "is valid, but the parameter or extension used with it is not supported.",
        .seen =
            "When a parameter or an extension is used that the server does not support, such as an "
            "AUTH mechanism that it lacks or a MAIL FROM parameter that it does not know.",
        .fix = "Look at the extensions and parameters that the server lists in its EHLO reply, and "
               "use only those: choose another AUTH mechanism, or leave the parameter out.",
        .source = "RFC 5321 sections 4.1.1.11 and 4.2.3",
    },
    {
        .code = 510,
        .name = "Bad Address",
        .status = "unofficial",
        .enhanced = "5.1.0",
        .meaning = "The address is unknown or malformed.",
        .seen = "In reply to RCPT, at a few systems.",
        .fix = "Correct the address.",
        .source = "not registered",
    },
    {
        .code = 512,
        .name = "Host Unknown",
        .status = "unofficial",
        .enhanced = "5.1.2",
        .meaning = "The domain of the recipient is not found in DNS.",
        .seen = "In the text of a bounce, from a few systems.",
        .fix = "Check how the domain is spelt, and its MX records.",
        .source = "not registered",
    },
    {
        .code = 521,
        .name = "Host Does Not Accept Mail",
        .status = "standard",
        .enhanced = "5.3.2",
        .meaning = "The whole host never takes mail, and says so instead of dropping connections. "
                   "AOL once sent 521 for blocked senders, and some filters still do.",
        .seen = "As the greeting of a connection.",
        .fix = "As a sender, try the next MX and treat this host as unusable. As the owner of the "
               "domain, take the host out of the MX records.",
        .source = "RFC 7504 section 3",
    },
    {
        .code = 523,
        .name = "Encryption Needed",
        .status = "standard",
        .enhanced = "5.7.10",
        .meaning = "A stronger layer of protection is needed first. Not every server means that: "
                   "Gmail sends it for commands that arrive together with STARTTLS, and some "
                   "products for a message that is too large.",
        .seen = "In reply to AUTH, or after STARTTLS.",
        .fix = "Start TLS before AUTH, and send nothing after STARTTLS before its reply is there.",
        .source = "RFC 5248, with X.7.10",
    },
    {
        .code = 524,
        .name = "Encryption Required for AUTH",
        .status = "historic",
        .enhanced = "5.7.11",
        .meaning = "The mechanism may be used inside TLS only. An old number for 538.",
        .seen = "In reply to AUTH, at old servers.",
        .fix = "Start TLS, then authenticate.",
        .source = "IANA registry, with X.7.11",
    },
    {
        .code = 525,
        .name = "Account Disabled",
        .status = "standard",
        .enhanced = "5.7.13",
        .meaning = "The credentials are right, but the account is locked.",
        .seen = "In reply to AUTH.",
        .fix = "Ask the administrator of the account.",
        .source = "RFC 5248, with X.7.13",
    },
    {
        .code = 530,
        .name = "Authentication or STARTTLS Required",
        .status = "standard",
        .enhanced = "5.7.0",
        .meaning = "The server wants AUTH, as for submission, or STARTTLS, before it takes mail.",
        .seen = "In reply to MAIL.",
        .fix = "Authenticate, or start TLS. On port 25 of a foreign MX it means that the host is "
               "no public mail exchanger.",
        .source = "RFC 4954 section 6; RFC 3207 section 4",
    },
    {
        .code = 533,
        .name = "Not Authorised",
        .status = "historic",
        .enhanced = "5.7.1",
        .meaning = "The sender is not authorised to deliver. The registry lists the number; "
                   "servers of today send 550.",
        .seen = "When an old server refuses for reasons of policy; rare.",
        .fix = "Do as for 550 with 5.7.1: read the text, and correct what it names.",
        .source = "IANA registry, with X.7.1",
    },
    {
        .code = 534,
        .name = "Mechanism Too Weak",
        .status = "standard",
        .enhanced = "5.7.9",
        .meaning = "This user has to authenticate with a stronger mechanism. From Gmail it means: "
                   "log in with a browser, or use an app password.",
        .seen = "In reply to AUTH.",
        .fix = "Use a stronger mechanism, OAuth or an app password.",
        .source = "RFC 4954 section 6",
    },
    {
        .code = 535,
        .name = "Credentials Invalid",
        .status = "standard",
        .enhanced = "5.7.8",
        .meaning = "The user name, the password or the token is wrong.",
        .seen = "In reply to AUTH.",
        .fix = "Correct the credentials.",
        .source = "RFC 4954 section 6",
    },
    {
        .code = 538,
        .name = "Encryption Required for AUTH",
        .status = "historic",
        .enhanced = "5.7.11",
        .meaning = "The mechanism may be used inside TLS only. Servers of today do not offer such "
                   "a mechanism before TLS is up.",
        .seen = "In reply to AUTH without TLS.",
        .fix = "Start TLS, then authenticate.",
        .source = "RFC 4954 section 6",
    },
    {
        .code = 541,
        .name = "Rejected by Filter",
        .status = "unofficial",
        .enhanced = "5.7.1",
        .meaning = "A filter takes the message for spam, or has blocked the sender.",
        .seen = "After the final dot of a message, from some filters.",
        .fix = "Do as for 550 with 5.7.1: read the text, check blocklists and authentication.",
        .source = "not registered",
    },
    {
        .code = 550,
        .name = "Mailbox Unavailable or Refused",
        .status = "standard",
        .enhanced = "5.1.1, 5.2.1, 5.7.1, 5.7.23, 5.7.24, 5.7.25, 5.7.26, 5.7.27",
        .meaning =
            "There is no such mailbox, it is disabled, or a policy refuses: the sending IP is on a "
            "blocklist, SPF, DKIM or DMARC failed, reverse DNS is missing, or relaying is denied.",
        .seen = "In reply to RCPT or MAIL, or after the final dot of a message.",
        .fix = "With 5.1.x, correct or drop the address. With 5.7.x, check the blocklists (DNSBL) "
               "and ask for delisting, verify SPF, DKIM, DMARC and PTR, and read the page that the "
               "text links to. Do not send the same again unchanged.",
        .source = "RFC 5321 section 4.2.3",
    },
    {
        .code = 551,
        .name = "User Not Local",
        .status = "standard",
        .enhanced = "5.1.6, 5.7.1",
        .meaning = "The recipient is not local to this server, and the server does not accept mail "
                   "to forward it. Unlike 251 this is a rejection: the message is not relayed.",
        .seen = "When a recipient has moved, or has the mailbox elsewhere, and this server refuses "
                "to forward to the new place.",
        .fix = "Look for a forwarding address in the reply, and send to that address directly. "
               "Update the contact if the recipient has moved for good; if no address is given, "
               "ask the recipient.",
        .source = "RFC 5321 sections 3.4 and 4.2.3",
    },
    {
        .code = 552,
        .name = "Storage Exceeded or Too Large",
        .status = "standard",
        .enhanced = "5.2.2, 5.2.3, 5.3.4",
        .meaning = "The mailbox is over its quota, or the message is larger than allowed. Old "
                   "servers mean too many recipients, which a client treats as 452.",
        .seen = "In reply to MAIL with SIZE or to RCPT, or after the final dot of a message.",
        .fix = "Send less, or a link to the data; ask the recipient to free space.",
        .source = "RFC 5321 section 4.2.3; RFC 1870 section 6",
    },
    {
        .code = 553,
        .name = "Mailbox Name Not Allowed",
        .status = "standard",
        .enhanced = "5.1.3, 5.1.7, 5.7.1",
        .meaning = "The form of the address is not allowed. Yahoo also sends it for an IP on a "
                   "blocklist and for a bad reputation that lasts.",
        .seen = "In reply to MAIL or RCPT.",
        .fix = "Correct the address. From Yahoo, check the lists of Spamhaus and the provider's "
               "pages for senders.",
        .source = "RFC 5321 section 4.2.3",
    },
    {
        .code = 554,
        .name = "Transaction Failed",
        .status = "standard",
        .enhanced = "5.7.1, 5.6.0, 5.4.6, 5.3.4",
        .meaning = "The mail transaction has failed. It is the catch-all of permanent errors and "
                   "can come at any point of the session, also as the greeting of a server that "
                   "refuses every connection from your IP.",
        .seen = "When the transaction as a whole is rejected: often by a spam filter, for an IP on "
                "a blocklist, a malformed message, or a breach of policy found in the DATA phase.",
        .fix = "Check your IP against the DNS blocklists (DNSBL), and verify your SPF, DKIM and "
               "DMARC records and the format of the message. Read the whole text of the error for "
               "the exact reason. If you are listed, ask that blocklist for delisting.",
        .source = "RFC 5321 sections 3.1 and 4.2.3",
    },
    {
        .code = 555,
        .name = "MAIL/RCPT Parameters Not Recognised",
        .status = "standard",
        .enhanced = "5.5.4, 5.5.2",
        .meaning = "The command has a parameter that the server did not announce, such as "
                   "SMTPUTF8, SIZE or REQUIRETLS. Gmail sends it for an error of syntax as well.",
        .seen = "In reply to MAIL or RCPT.",
        .fix = "Send only the parameters that EHLO lists, and check the angle brackets.",
        .source = "RFC 5321 sections 4.1.1.11 and 4.2.3",
    },
    {
        .code = 556,
        .name = "Domain Does Not Accept Mail",
        .status = "standard",
        .enhanced = "5.1.10",
        .meaning = "The domain of the recipient does not accept mail, and no forwarding address is "
                   "available. Its DNS says so expressly with a null MX: one MX record with "
                   "preference 0 and an empty host (\".\").",
        .seen = "When mail is addressed to a domain that publishes a null MX record (RFC 7505) and "
                "so declares that it takes no mail at all. One's own server often says it, with no "
                "connection made.",
        .fix = "Verify the MX records of the domain: with a null MX (priority 0, empty host) it "
               "rejects all mail on purpose. Check the spelling, and contact the recipient another "
               "way. If the domain is yours, replace the null MX by a real one.",
        .source = "RFC 7504 section 4; RFC 7505 section 4",
    },
    {
        .code = 557,
        .name = "Access Denied",
        .status = "unofficial",
        .enhanced = "5.7.1",
        .meaning = "The recipient or the domain blocks the sender.",
        .seen = "In reply to RCPT, at some providers.",
        .fix = "Read the text, and contact the recipient another way.",
        .source = "not registered",
    },
    {
        .code = 571,
        .name = "Blocked",
        .status = "unofficial",
        .enhanced = "5.7.1",
        .meaning = "A filter refuses the message as spam, or because of a blocklist.",
        .seen = "In reply to RCPT or after the final dot of a message, from several filters.",
        .fix = "Do as for 554: check blocklists, SPF, DKIM and DMARC.",
        .source = "not registered",
    },
};

const struct rcpt_reply_code *rcpt_reply_code_at(size_t index)
{
    return index < sizeof rows / sizeof *rows ? &rows[index] : NULL;
}

const struct rcpt_reply_code *rcpt_reply_code_find(unsigned code)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].code == code)
            return &rows[i];
    }
    return NULL;
}
