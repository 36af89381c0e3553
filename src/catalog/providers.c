/*
 * providers.c - mail hosts' names and whose they are, a row a suffix
 *
 * A row is a name below which the mail hosts of a provider stand, as MX records show them; the
 * longest one that fits a host decides (provider_find.c). A label "*" stands for any one label.
 * `kind` says who takes the final decision: at a mailbox provider the host itself, behind a gateway
 * or forwarder a server that DNS does not show.
 *
 * Compiled in 2026-11; rows whose owner was not verified say so in their note.
 * Limits: a provider that lets customers name their MX as they like cannot be seen here.
 */
#include "rcptcheck/providers.h"

static const char note_gmail[] =
    "Since 2024-02: SPF or DKIM, a confirmed PTR and TLS of everybody; of bulk senders also "
    "aligned DMARC and one-click unsubscribe.";
static const char note_outlook[] =
    "Blocks hosts that verify addresses by RCPT without sending mail.";
static const char note_yahoo[] =
    "Since 2024-02: SPF or DKIM of everybody, of bulk senders both and aligned DMARC. Sender "
    "domains are looked up by SOA; a null MX there is a documented reason to refuse. Comcast and "
    "AT&T mailboxes have moved here.";
static const char note_icloud[] = "Of bulk mail: opt-in, unsubscribe, PTR, SPF, DKIM and DMARC. "
                                  "Uses Spamhaus and Proofpoint's reputation data.";

/* clang-format off: a row is read across */
static const struct rcpt_provider rows[] = {
    {"google.com", "Gmail", "mailbox", note_gmail},
    {"googlemail.com", "Gmail", "mailbox", note_gmail},
    {"smtp.google.com", "Gmail", "mailbox", note_gmail},
    {"psmtp.com", "Gmail", "mailbox", note_gmail},
    {"olc.protection.outlook.com", "Outlook.com", "mailbox", note_outlook},
    {"hotmail.com", "Outlook.com", "mailbox", note_outlook},
    {"mail.protection.outlook.com", "Exchange Online", "mailbox", ""},
    {"mx.microsoft", "Exchange Online", "mailbox", ""},
    {"protection.outlook.com", "Exchange Online", "mailbox", ""},
    {"yahoodns.net", "Yahoo", "mailbox", note_yahoo},
    {"mail.icloud.com", "iCloud", "mailbox", note_icloud},
    {"icloud.com", "iCloud", "mailbox", note_icloud},
    {"pphosted.com", "Proofpoint", "gateway", ""},
    {"ppe-hosted.com", "Proofpoint", "gateway", ""},
    {"gpphosted.com", "Proofpoint", "gateway", ""},
    {"mimecast.com", "Mimecast", "gateway", ""},
    {"mimecast.co.za", "Mimecast", "gateway", ""},
    {"mimecast-offshore.com", "Mimecast", "gateway", ""},
    {"barracudanetworks.com", "Barracuda", "gateway", ""},
    {"ess.barracuda.com", "Barracuda", "gateway", ""},
    {"iphmx.com", "Cisco", "gateway", ""},
    {"messagelabs.com", "Symantec", "gateway", ""},
    {"tmes.trendmicro.com", "TrendMicro", "gateway", ""},
    {"tmes.trendmicro.eu", "TrendMicro", "gateway", ""},
    {"hes.trendmicro.com", "TrendMicro", "gateway", ""},
    {"in.hes.trendmicro.eu", "TrendMicro", "gateway", ""},
    {"hydra.sophos.com", "Sophos", "gateway", ""},
    {"reflexion.net", "Sophos", "gateway", ""},
    {"hornetsecurity.com", "Hornetsecurity", "gateway", ""},
    {"antispameurope.com", "Hornetsecurity", "gateway", ""},
    {"comcast.net", "Comcast", "mailbox", "Moving to yahoodns.net since 2025-06."},
    {"charter.net", "Charter", "mailbox", ""},
    {"spectrum.net", "Charter", "mailbox", ""},
    {"rr.com", "Charter", "mailbox", "Customers' own servers have names below it as well."},
    {"cox.net", "Cox", "mailbox", "Mailboxes have moved to Yahoo."},
    {"gmx.net", "UnitedInternet", "mailbox", ""},
    {"gmx.com", "UnitedInternet", "mailbox", ""},
    {"web.de", "UnitedInternet", "mailbox", ""},
    {"mail.com", "UnitedInternet", "mailbox", ""},
    {"kundenserver.de", "UnitedInternet", "mailbox",
     "Customers' own servers have names below it as well."},
    {"ionos.com", "UnitedInternet", "mailbox", ""},
    {"ionos.de", "UnitedInternet", "mailbox", ""},
    {"perfora.net", "UnitedInternet", "mailbox", ""},
    {"1and1.com", "UnitedInternet", "mailbox", ""},
    {"t-online.de", "TOnline", "mailbox", ""},
    {"orange.fr", "Orange", "mailbox", ""},
    {"wanadoo.fr", "Orange", "mailbox", ""},
    {"laposte.net", "LaPoste", "mailbox", ""},
    {"secureserver.net", "GoDaddy", "mailbox",
     "Customers' own servers have names below it as well."},
    {"zoho.com", "Zoho", "mailbox", ""},
    {"zoho.eu", "Zoho", "mailbox", ""},
    {"zoho.in", "Zoho", "mailbox", ""},
    {"zohomail.com", "Zoho", "mailbox", ""},
    {"zoho.com.au", "Zoho", "mailbox", ""},
    {"messagingengine.com", "Fastmail", "mailbox", ""},
    {"protonmail.ch", "Proton", "mailbox", ""},
    {"proton.me", "Proton", "mailbox", ""},
    {"mx.cloudflare.net", "Cloudflare", "forwarder", ""},
    {"inbound-smtp.*.amazonaws.com", "AmazonSES", "mailbox",
     "A host per region; other names below amazonaws.com are customers' own servers."},
    {"yandex.net", "Yandex", "mailbox", ""},
    {"yandex.ru", "Yandex", "mailbox", ""},
    {"mail.ru", "MailRu", "mailbox", ""},
    {"qq.com", "Tencent", "mailbox", ""},
    {"exmail.qq.com", "Tencent", "mailbox", ""},
    {"163.com", "NetEase", "mailbox", ""},
    {"126.com", "NetEase", "mailbox", ""},
    {"netease.com", "NetEase", "mailbox", ""},
    {"qiye163.com", "NetEase", "mailbox", ""},
    {"emailsrvr.com", "Rackspace", "mailbox", ""},
    {"privateemail.com", "Namecheap", "mailbox", ""},
    {"registrar-servers.com", "Namecheap forwarding", "forwarder", ""},
    {"hostinger.com", "Hostinger", "mailbox",
     "Customers' own servers have names below it as well."},
    {"titan.email", "Titan", "mailbox", ""},
    {"ovh.net", "OVH", "mailbox", "Customers' own servers have names below it as well."},
    {"migadu.com", "Migadu", "mailbox", ""},
    {"mxroute.com", "MXroute", "mailbox", ""},
    {"improvmx.com", "ImprovMX", "forwarder", ""},
    {"forwardemail.net", "Forward Email", "forwarder", ""},
    {"mailgun.org", "Mailgun", "mailbox", ""},
    {"sendgrid.net", "SendGrid Inbound Parse", "mailbox", ""},
    {"retarus.com", "Retarus", "gateway", ""},
    {"mailcontrol.com", "Forcepoint", "gateway", ""},
    {"spamexperts.com", "SpamExperts (N-able)", "gateway", ""},
    {"antispamcloud.com", "SpamExperts (N-able)", "gateway", ""},
    {"fireeyecloud.com", "Trellix (FireEye)", "gateway", ""},
    {"fortimail.com", "Fortinet", "gateway", ""},
    {"appriver.com", "Zix AppRiver", "gateway", ""},
    {"zixmail.net", "Zix", "gateway", ""},
    {"mailspamprotection.com", "SiteGround", "gateway", ""},
    {"mxlogic.net", "McAfee (closed service)", "gateway",
     "The service is closed: an MX that names it is stale."},
    {"mx25.net", "Vade/others", "gateway", "Whose it is was not verified."},
    {"mailanyone.net", "FuseMail/Vipre", "gateway", ""},
    {"mxthunder.com", "SpamHero", "gateway", ""},
    {"mxthunder.net", "SpamHero", "gateway", ""},
    {"spamh.com", "SpamHero", "gateway", "Whose it is was not verified."},
    {"tutanota.de", "Tuta", "mailbox", ""},
    {"mailbox.org", "mailbox.org", "mailbox", ""},
    {"posteo.de", "Posteo", "mailbox", ""},
    {"runbox.com", "Runbox", "mailbox", ""},
    {"gandi.net", "Gandi", "mailbox", "Customers' own servers have names below it as well."},
    {"infomaniak.ch", "Infomaniak", "mailbox", ""},
    {"mail.hostpoint.ch", "Hostpoint", "mailbox", ""},
    {"naver.com", "Naver", "mailbox", ""},
    {"daum.net", "Kakao/Daum", "mailbox", ""},
    {"aliyun.com", "Alibaba Cloud mail", "mailbox", ""},
    {"mxhichina.com", "Alibaba Cloud mail", "mailbox", ""},
};
/* clang-format on */

const struct rcpt_provider *rcpt_provider_at(size_t index)
{
    return index < sizeof rows / sizeof *rows ? &rows[index] : NULL;
}
