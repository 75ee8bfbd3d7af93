// Pages of accounts: signing in, invitations, the own account, people and their rights.
#pragma once
#include "register/pages.h"

namespace nc::app {

/// /sign-in, /sign-in/code, /sign-out, /invitation, /welcome (first run), /prove (the pass-phrase once more).
void add_sign_in(web::Router& router, const reg::Context& context, const web::Site& site);
/// /account: pass-phrase, second step, visits.
void add_account_pages(web::Router& router, const reg::Context& context);
/// /people: who may sign in and what they may do; /see-as; /access-log.
void add_people_pages(web::Router& router, const reg::Context& context);

/// A path of this site to go on to, "/" for anything else.
std::string safe_back(std::string_view path);
/// One card with a form that posts to `action`; `fields` are its controls.
Html form_card(Lang lang, const Message& title, const std::string& action, const std::string& csrf, const Html& fields, const Message& button_label, const Message& error);
Control typed_control(const char* name, const Message& label, const std::string& type, const std::string& value = {});
/// Two boxes: a new pass-phrase and the same once more.
Html new_password_fields(Lang lang);
/// Whether a signed-in person typed their own pass-phrase; wrong tries are counted, `wait` > 0 means that none is taken now.
/// Never inside a write: it takes a tenth of a second.
struct OwnPassPhrase {
  bool good = false;
  Instant wait = 0;
};
OwnPassPhrase own_pass_phrase(db::Database& database, std::int64_t person, std::string_view typed);
/// A form of one button.
Html post_button(const Shell& s, const std::string& action, const Html& fields, const Button& b);
/// Acts that ask for the pass-phrase again: a redirect to /prove when it was given too long ago.
std::optional<web::Response> prove_first(const Actor& actor, std::string_view back);

}  // namespace nc::app
