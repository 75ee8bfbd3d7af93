// Signing in, timing in this process, and starting again.
#include "office.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;
using namespace nc;

double ms_since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const std::size_t at = text.find(before);
  if (at == std::string::npos) throw std::runtime_error("the page has no " + before + ": " + text.substr(0, 300));
  const std::size_t from = at + before.size();
  return text.substr(from, text.find(after, from) - from);
}

std::vector<std::string> serve_command(const std::string& nhipcau, const std::string& url) {
  return {nhipcau, "serve", "--quiet", "--listen", "127.0.0.1:0", "--database", url};
}

}  // namespace

double Samples::median() const {
  if (values_.empty()) return 0;
  std::vector<double> sorted = values_;
  std::sort(sorted.begin(), sorted.end());
  return sorted[sorted.size() / 2];
}

Office::Office(std::string nhipcau, std::string url) : nhipcau_(std::move(nhipcau)), url_(std::move(url)) {
  auto program = app::Program::open(url_);
  if (!program) throw std::runtime_error(program.error().message.en);
  program_ = std::move(*program);
  program_->database().read([&](db::ReadDb& db) {
    aid_ = db.integer("SELECT count(*) FROM aid");
    first_aid_ = db.integer("SELECT COALESCE(MIN(id), 1) FROM aid WHERE code LIKE 'GEN-%'");
  });
  server_ = std::make_unique<Child>(serve_command(nhipcau_, url_));
  sign_in();
}

void Office::sign_in() {
  const std::string page = exchange(port(), get_request("/sign-in", {}));
  const std::string pre = "nc_pre=" + between(page, "nc_pre=", ";");
  const std::string form = "login=thu&password=mot-nhip-cau-huu-nghi&csrf=" + between(page, "name=\"csrf\" value=\"", "\"");
  const std::string answer = exchange(port(), post_request("/sign-in", pre, form));
  cookie_ = "nc_session=" + between(answer, "nc_session=", ";");
  csrf_ = between(exchange(port(), get_request("/aid/new", cookie_)), "name=\"csrf\" value=\"", "\"");
}

double Office::time(double seconds, const std::function<void(db::ReadDb&)>& work) {
  Samples samples;
  const auto start = Clock::now();
  do {
    const auto one = Clock::now();
    program_->database().read(work);
    samples.add(ms_since(one));
  } while (ms_since(start) < seconds * 1000);
  return samples.median();
}

double Office::time_commit(int times) {
  Samples samples;
  for (int i = 0; i < times; ++i) {
    const auto one = Clock::now();
    program_->database().write([&](db::Tx& tx) {
      tx.exec("INSERT INTO setting (name, value) VALUES ('bench', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
              {std::to_string(i)});
      return true;
    });
    samples.add(ms_since(one));
  }
  return samples.median();
}

double Office::cold_start() const {
  const auto start = Clock::now();
  const Child again(serve_command(nhipcau_, url_));
  const std::string page = exchange(again.port(), get_request("/aid", cookie_));
  if (page.find(" 200 ") == std::string::npos) throw std::runtime_error("no page after a cold start: " + page.substr(0, 200));
  return ms_since(start) / 1000;
}

std::string Office::engine() const { return program_->database().engine() == db::Engine::sqlite ? "SQLite" : "PostgreSQL"; }

}  // namespace bench
