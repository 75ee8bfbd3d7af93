// Makes the two Unions: organisations, one record of every register with marked words, people of every role.
#include "support/two_offices.h"

#include <gtest/gtest.h>

#include "app/catalog.h"
#include "app/evidence/files.h"
#include "app/organisations/public.h"
#include "app/sample/sample.h"
#include "register/parts.h"

namespace nc::test {

namespace {

using reg::Cells;
using reg::Description;
using reg::Field;
using reg::Kind;

Actor writer_at(std::int64_t org, const std::string& code) {
  Actor a = Actor::system();
  a.id = 900'000 + org;
  a.name = "Người nhập " + code;
  a.org = org;
  a.org_code = code;
  a.reach = Reach::own_and_below;
  return a;
}

bool accepted(db::Tx& tx, const Description& d, const Actor& actor, const Cells& cells) {
  tx.exec("SAVEPOINT marking");
  const auto saved = reg::save(tx, app::catalog(), d, actor, cells);
  tx.exec("ROLLBACK TO SAVEPOINT marking");
  tx.exec("RELEASE SAVEPOINT marking");
  return saved.has_value();
}

/// Puts the mark into every text that takes it.
Cells marked(db::Tx& tx, const Description& d, const Actor& actor, Cells cells, const std::string& mark) {
  const auto try_with = [&](int at, const std::string& value) {
    Cells with = cells;
    with[static_cast<std::size_t>(at)] = value;
    if (accepted(tx, d, actor, with)) cells = std::move(with);
  };
  for (const Field& f : d.fields)
    if ((f.kind == Kind::text || f.kind == Kind::long_text) && !f.opt.inner && !f.opt.read_only) try_with(f.first, mark + " " + f.name);
  try_with(reg::k_note, mark + " ghi chú");
  std::string code = mark + "-" + d.name;
  for (char& c : code) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  try_with(reg::k_code, code);
  return cells;
}

const db::Options k_opened{.readers = 2, .busy_ms = 15000, .create = true, .read_only = false};

}  // namespace

void TwoOffices::make(const std::string& url) {
  auto database = open_database(url, k_opened);
  EXPECT_TRUE(db::migrate(*database, db::built_in_migrations()));
  app::load_reference(*database);
  world_ = std::make_unique<World>(app::catalog(), std::move(database));
  world_->write([&](db::Tx& tx) {
    make_organisations(tx);
    return true;
  });
  fill("ct");
  fill("hp");
}

TwoOffices::TwoOffices(db::Engine engine) {
  use_test_secrets_key();
  struct First {
    std::map<std::string, std::int64_t> orgs;
    std::map<std::pair<std::string, std::string>, std::int64_t> records;
  };
  static std::map<db::Engine, First> firsts;
  const std::string url = copy_of(engine, "two Unions", [&](const std::string& at) {
    make(at);
    world_.reset();  // closed, so that it can be copied
    firsts[engine] = {orgs_, records_};
  });
  orgs_ = firsts.at(engine).orgs;
  records_ = firsts.at(engine).records;
  world_ = std::make_unique<World>(app::catalog(), open_database(url, k_opened));
  auto opened = app::Program::open(url);
  EXPECT_TRUE(opened);
  program_ = std::move(*opened);
  program_->build_site();
}

void TwoOffices::make_organisations(db::Tx& tx) {
  const Description& d = *app::catalog().find("organisation");
  const auto add = [&](const std::string& code, const std::string& name, const std::string& kind, const std::string& parent, const std::string& locality) {
    Cells cells(d.columns().size());
    const auto put = [&](const char* column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
    cells[reg::k_id] = cells[reg::k_version] = cells[reg::k_illustrative] = std::int64_t{0};
    put("code", code);
    put("confidentiality", std::string("public"));
    put("name", name);
    put("kind", kind);
    put("status", std::string("active"));
    if (!parent.empty()) put("parent", orgs_.at(parent));
    if (!locality.empty()) put("locality", orgs_.at(locality));
    if (kind == "bilateral_association") put("country_focus", std::string("|KR|"));
    const auto saved = reg::save(tx, app::catalog(), d, Actor::system(), cells);
    EXPECT_TRUE(saved) << code << ": " << (saved ? "" : words(saved.error()));
    orgs_[code] = saved->id;
  };
  add("vufo", "Liên hiệp Việt Nam", "national_union", "", "");
  for (const std::string side : {"ct", "hp"}) {
    const std::string mark = side == "ct" ? "zkctz" : "zkhpz";
    add(side + "-tp", "Thành phố " + mark, "locality", "", "");
    add(side, "Liên hiệp " + mark, "provincial_union", "vufo", side + "-tp");
    add(side + "-kr", "Hội Việt – Hàn " + mark, "bilateral_association", side, "");
  }
  app::rebuild_org_tree(tx);
}

void TwoOffices::fill(const std::string& side) {
  const std::string mark(side == "ct" ? k_mark_ct : k_mark_hp), code = side + "-kr";
  const Actor actor = writer_at(org(code), code);
  world_->write([&](db::Tx& tx) {
    for (const Description* d : app::catalog().all()) {
      if (d->name == "organisation") {
        records_[{side, d->name}] = org(code);
        continue;
      }
      if (d->reference) {
        records_[{side, d->name}] = tx.integer(db::Sql::built("SELECT MIN(id) FROM " + d->name));
        continue;
      }
      Cells cells = world_->example(tx, *d, actor, 1);
      if (const int record = d->column("record_id"); record >= 0 && d->column("register_name") >= 0) {
        cells[static_cast<std::size_t>(d->column("register_name"))] = std::string("delegation");
        cells[static_cast<std::size_t>(record)] = records_[{side, "delegation"}];
      }
      if (d->name == "evidence") {
        cells[static_cast<std::size_t>(d->column("sha256"))] = app::keep_file(tx, "%PDF-1.4 " + mark + " tep", "application/pdf");
        cells[static_cast<std::size_t>(d->column("media_type"))] = std::string("application/pdf");
      }
      const auto saved = reg::save(tx, app::catalog(), *d, actor, marked(tx, *d, actor, std::move(cells), mark));
      EXPECT_TRUE(saved) << d->name << ": " << (saved ? "" : words(saved.error()));
      if (saved) records_[{side, d->name}] = saved->id;
    }
    return true;
  });
}

std::int64_t TwoOffices::record(const std::string& side, const std::string& register_name) const {
  const auto it = records_.find({side, register_name});
  return it == records_.end() ? 0 : it->second;
}

std::vector<TwoOffices::Persona> TwoOffices::personas(const std::string& side) {
  std::vector<Persona> out;
  for (const Role& role : roles()) {
    Persona p;
    p.role = &role;
    p.org = role.code == "vufo_reader" ? "vufo" : role.code == "association_officer" || role.code == "guest" ? side + "-kr" : side;
    p.name = std::string(role.code) + " at " + p.org;
    program_->database().write([&](db::Tx& tx) {
      p.id = tx.integer(
          "INSERT INTO person (login, name, title, org_id, reach, functions, password_hash, disabled, created_at, sight, role) VALUES "
          "($1, $2, '', $3, $4, $5, 'x', 0, 0, $6, $7) RETURNING id",
          {"p" + std::to_string(++people_), "Người " + std::to_string(people_), org(p.org), std::string(code(role.reach)), functions_text(role.functions),
           std::string(code(role.sight)), std::string(role.code)});
      return true;
    });
    renew(p);
    out.push_back(std::move(p));
  }
  return out;
}

void TwoOffices::renew(Persona& who) {
  if (who.id == 0) return;
  program_->database().write([&](db::Tx& tx) {
    who.session = start_session(tx, who.id);
    return true;
  });
}

web::Response TwoOffices::ask(const Persona& who, const std::string& method, const std::string& target, const Form& form, const std::string& more_cookies) {
  std::vector<std::pair<std::string, std::string>> headers{{"host", "localhost"}, {"accept-language", "vi"}};
  std::string cookies = who.session.empty() ? "nc_pre=first-visit" : "nc_session=" + who.session;
  if (!more_cookies.empty()) cookies += "; " + more_cookies;
  headers.emplace_back("cookie", cookies);
  std::string body;
  if (method != "GET") {
    headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    auto page = web::parse_request("GET", "/", {{"host", "localhost"}, {"cookie", cookies}}, "");
    body = "csrf=" + url_encode(site().csrf_token(*page));
    for (const auto& [name, value] : form) body += "&" + name + "=" + url_encode(value);
  }
  auto request = web::parse_request(method, target, headers, body);
  EXPECT_TRUE(request) << method << " " << target;
  return site().handle(std::move(*request));
}

}  // namespace nc::test
