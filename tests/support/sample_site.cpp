// Opens a copy of the sample office and asks its pages.
#include "support/sample_site.h"

#include <stdexcept>

#include "app/catalog.h"
#include "support/sample_database.h"

namespace nc::test {

SampleSite::SampleSite(Choices choices) : host_(std::move(choices.host)) {
  use_test_secrets_key();
  url_ = sample_office(choices.engine, choices.reports);
  if (!choices.opens_on.empty())
    open_database(url_, {.readers = 1})->write([&](db::Tx& tx) {
      app::put_setting(tx, "opens_on", choices.opens_on);
      return true;
    });
  restart();
}

void SampleSite::restart() {
  session_.clear();
  program_.reset();
  auto opened = app::Program::open(url_);
  if (!opened) throw std::runtime_error(opened.error().message.en);
  program_ = std::move(*opened);
  program_->build_site();
}

void SampleSite::sign_in(const std::string& login) { sign_in(number("SELECT id FROM person WHERE login = $1", {login})); }

void SampleSite::sign_in(std::int64_t person) {
  write([&](db::Tx& tx) { session_ = start_session(tx, person); });
}

std::string SampleSite::token() const {
  auto page = web::parse_request("GET", "/", {{"host", host_}, {"cookie", "nc_session=" + session_}}, "");
  return program_->site().csrf_token(*page);
}

std::string SampleSite::encoded(const Form& form) {
  std::string body;
  for (const auto& [name, value] : form) body += (body.empty() ? "" : "&") + url_encode(name) + "=" + url_encode(value);
  return body;
}

web::Response SampleSite::send(const std::string& method, const std::string& target, const Pairs& headers, const std::string& body) {
  Pairs all{{"host", host_}, {"accept-language", "vi"}};
  if (!session_.empty()) all.emplace_back("cookie", "nc_session=" + session_);
  all.insert(all.end(), headers.begin(), headers.end());
  auto request = web::parse_request(method, target, all, body);
  if (!request) throw std::runtime_error("bad request: " + method + " " + target);
  return program_->site().handle(std::move(*request));
}

web::Response SampleSite::ask(const std::string& method, const std::string& target, const Form& form, bool with_token) {
  if (method != "POST") return send(method, target, {}, "");
  Form sent = form;
  if (with_token) sent.emplace_back("csrf", token());
  return send(method, target, {{"content-type", "application/x-www-form-urlencoded"}}, encoded(sent));
}

std::string SampleSite::page(const std::string& target) {
  const auto response = get(target);
  EXPECT_EQ(response.status, 200) << target;
  return std::string(response.content());
}

std::int64_t SampleSite::count(const std::string& indicator, const std::string& org, const std::string& period) {
  std::int64_t n = -1;
  program_->database().read([&](db::ReadDb& db) {
    fig::Ask ask;
    ask.code = indicator;
    ask.org = org;
    ask.period = *parse_period(period);
    auto f = program_->engine().evaluate(db, Actor::system(), ask);
    if (f && f->value) n = static_cast<std::int64_t>(*f->value);
  });
  return n;
}

std::int64_t SampleSite::number(const db::Sql& sql, const db::Params& params) {
  std::int64_t out = 0;
  program_->database().read([&](db::ReadDb& db) { out = db.integer(sql, params); });
  return out;
}

std::string SampleSite::text(const db::Sql& sql, const db::Params& params) {
  std::string out;
  program_->database().read([&](db::ReadDb& db) { out = db::as_text(db.scalar(sql, params)); });
  return out;
}

}  // namespace nc::test
