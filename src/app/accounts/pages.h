// Pages of accounts: signing in, invitations, the own account, people and their rights.
#pragma once
#include "app/accounts/public.h"
#include "register/pages.h"

namespace nc::app {

/// /sign-in, /sign-in/code, /sign-out, /invitation, /welcome (first run).
void add_sign_in(web::Router& router, const reg::Context& context, const web::Site& site);
/// /account: pass-phrase, second step, visits.
void add_account_pages(web::Router& router, const reg::Context& context);
/// /people: who may sign in and what they may do; /see-as; /access-log.
void add_people_pages(web::Router& router, const reg::Context& context);

/// A path of this site to go on to, "/" for anything else.
std::string safe_back(std::string_view path);
/// One card with a form that posts to `action`; `fields` are its controls.
Html form_card(Lang lang, const Message& title, const std::string& action, const std::string& csrf, const Html& fields, const Message& button_label, const Message& error);
/// Two boxes: a new pass-phrase and the same once more.
Html new_password_fields(Lang lang);
/// Whether a signed-in person typed their own pass-phrase; wrong tries are counted, `wait` > 0 means that none is taken now.
/// Never inside a write: it takes a tenth of a second.
struct OwnPassPhrase {
  bool good = false;
  Instant wait = 0;
};
OwnPassPhrase own_pass_phrase(db::Database& database, std::int64_t person, std::string_view typed);
/// How long to wait after too many wrong tries, in words.
Message wait_words(Instant wait);
/// For reg::Context::prove: asks for the pass-phrase and goes on with the act as it was sent. Acts with files in them begin anew.
std::optional<web::Response> prove_first(const reg::Context& context, const web::Request& request, const Actor& actor);
/// /prove: the pass-phrase once more before a page.
void add_prove(web::Router& router, const reg::Context& context);

}  // namespace nc::app
