// Letters by mail: how the server is reached, what waits, and the letters whose link is made when they go out.
#pragma once
#include <functional>
#include <optional>

#include "net/smtp.h"
#include "register/pages.h"

namespace nc::app {

struct MailSettings {
  net::SmtpServer server;
  std::string from, from_name;
  std::string site;  ///< setting base_url: where links in letters lead; never taken from a request
};
/// Nothing until server, sender's address and the address of the site are set. The pass-phrase comes from NHIPCAU_SMTP_PASSWORD,
/// NHIPCAU_SMTP_PASSWORD_FILE or <data folder>/smtp-password.
std::optional<MailSettings> mail_settings(db::ReadDb& db);
bool mail_is_on(db::ReadDb& db);
/// What is typed on the page of settings, checked and kept. Names as in the form: host, port, security, user, from, from_name, base_url,
/// digest_at, quiet_from, quiet_to (hh:mm).
Result<bool> keep_mail_settings(db::Tx& tx, const web::Fields& typed);

/// What one round of sending did.
struct MailRun {
  int sent = 0, refused = 0, later = 0, dropped = 0;
  Message trouble;  ///< the server can't be used: all letters wait
};
/// Sends what is due, each letter once, however many nodes do so at the same time. A letter that a receiver can't take now is tried
/// again after 1, 5, 15 minutes ... for three days; trouble with the server makes all wait. `ca_file` is for tests.
MailRun send_waiting(db::Database& database, const std::function<bool()>& stop = {}, const std::string& ca_file = {});
/// Sends one letter at once, to see whether the settings are right.
net::Delivery send_test_letter(db::Database& database, const std::string& to);
/// May letters of notices be written now (not within the quiet hours)? minute: since midnight.
bool mail_may_disturb(db::ReadDb& db, int minute);
/// From this minute of the day on the daily digest is written.
int digest_minute(db::ReadDb& db);
/// Tries at once what waits for the server.
void forget_mail_trouble(db::Tx& tx);

/// An invitation by mail: the link is made when the letter goes out.
void post_invitation(db::Tx& tx, std::int64_t person);
/// Somebody asked for a new pass-phrase with this sign-in name or mail address. Whether there is such a person is looked up when
/// the letter would go out, so that asking is the same work for every name.
void post_reset_asked(db::Tx& tx, std::string_view login_or_address);
/// A letter to an address that a person wants to have; it becomes theirs when they follow its link, signed in.
void post_address_proof(db::Tx& tx, std::int64_t person, const std::string& address);
/// The same as tell_owner, to an address that is no longer the owner's.
void tell_former_address(db::Tx& tx, const std::string& address, const Message& what, const web::Request& request);
/// Tells the owner of an account what happened to it: letters that can't be switched off.
void tell_owner(db::Tx& tx, std::int64_t person, const Message& what, const web::Request& request);

/// /settings/mail: for administrators who reach all organisations.
void add_mail_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
