// Route x role x organisation: every route of the table asked as every role, with own and foreign records. What has to come
// back follows from the right that the route declares, so a new route without a declaration fails here. And two Unions in one
// database: nothing that one of them wrote is ever shown to people of the other.
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <set>

#include "app/catalog.h"
#include "support/two_offices.h"

namespace nc::test {
namespace {

using Persona = TwoOffices::Persona;
using Who = web::Access::Who;

TwoOffices& offices(db::Engine engine) {
  static std::map<db::Engine, std::unique_ptr<TwoOffices>> all;
  auto& one = all[engine];
  if (!one) one = std::make_unique<TwoOffices>(engine);
  return *one;
}

enum class Expected { sign_in, forbidden, missing, answered };

const char* word(Expected e) {
  switch (e) {
    case Expected::sign_in: return "303 to /sign-in";
    case Expected::forbidden: return "403";
    case Expected::missing: return "404";
    case Expected::answered: return "an answer, neither 403 nor 404 nor 5xx, nor 303 to /sign-in where people come who are signed in";
  }
  return "";
}

/// What the declared right says of this person and record. `foreign`: the record belongs to the other Union.
Expected expected(const web::Access& access, const Role* role, bool foreign) {
  if (access.who == Who::everybody) return Expected::answered;
  if (role == nullptr) return Expected::sign_in;
  const auto functions = functions_from_text(access.functions);
  if (!functions.empty() && std::ranges::none_of(functions, [&](Function f) { return role->functions.contains(f); })) return Expected::forbidden;
  if (access.everywhere && role->reach != Reach::all) return Expected::forbidden;
  if (const auto sight = sight_from_code(access.sight); sight && role->sight < *sight) return Expected::forbidden;
  if (access.record.empty() || access.reachless) return Expected::answered;
  if (access.record == "organisation") return foreign && role->code != "vufo_reader" ? Expected::missing : Expected::answered;
  if (role->sight < Sight::internal) return Expected::missing;  // the records of the test are internal
  // Members are read by their association; the Union counts them.
  const bool people = access.record == "member" || access.record == "member_due";
  if (people && role->code != "association_officer" && role->sight < Sight::personal) return Expected::missing;
  return foreign ? Expected::missing : Expected::answered;
}

bool as_expected(Expected e, const web::Response& r, const web::Access& access) {
  const bool to_sign_in = r.status == 303 && header(r, "location").starts_with("/sign-in");
  switch (e) {
    case Expected::sign_in: return to_sign_in;
    case Expected::forbidden: return r.status == 403;
    case Expected::missing: return r.status == 404;
    case Expected::answered: return r.status != 403 && r.status != 404 && r.status < 500 && (access.who == Who::everybody || !to_sign_in);
  }
  return false;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what)) text.replace(at, what.size(), with);
  return text;
}

std::string path_of(const web::Router::Route& route, std::int64_t id) {
  std::string path = replaced(route.pattern, "{id}", std::to_string(id));
  path = replaced(path, "{code}", "I17");
  path = replaced(path, "{file...}", "nothing.js");
  for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) path.replace(open, path.find('}') - open + 1, "x1");
  return path;
}

/// Routes with arguments of their own kind: an unknown one may well be missing.
bool may_be_missing(const web::Router::Route& route) {
  return route.access.record.empty() && route.pattern.find('{') != std::string::npos && route.pattern.find("{code}") == std::string::npos;
}

class Rights : public testing::TestWithParam<db::Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, Rights, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(Rights, every_route_says_whom_it_is_for) {
  for (const auto& route : offices(GetParam()).site().router.routes()) {
    EXPECT_NE(route.access.who, Who::undeclared) << route.method << " " << route.pattern << " declares no right: web::person(...) or web::everybody()";
    if (!route.access.record.empty())
      EXPECT_NE(app::catalog().find(route.access.record), nullptr) << route.method << " " << route.pattern << " names an unknown register " << route.access.record;
    if (route.access.record.empty() && route.pattern.find("{id}") != std::string::npos && app::catalog().by_path(route.pattern.substr(1, route.pattern.find('/', 1) - 1)))
      ADD_FAILURE() << route.method << " " << route.pattern << " takes a record but doesn't say of which register: .of(\"...\")";
    EXPECT_EQ(functions_text(functions_from_text(route.access.functions)).size(), route.access.functions.size()) << route.pattern << ": unknown function in " << route.access.functions;
  }
}

TEST_P(Rights, every_route_answers_every_role_as_declared) {
  TwoOffices& both = offices(GetParam());
  std::vector<Persona> people = both.personas("ct");
  people.push_back(TwoOffices::nobody());
  int cells = 0, shown = 0;
  for (const auto& route : both.site().router.routes()) {
    if (route.access.who == Who::undeclared) continue;
    for (Persona& who : people) {
      for (const bool foreign : {true, false}) {
        if (!foreign ? false : route.access.record.empty()) continue;
        constexpr std::int64_t k_nobody = 999'999;  // an act on a person must not end the visits of this test
        const std::int64_t id = route.access.record.empty() ? k_nobody : both.record(foreign ? "hp" : "ct", route.access.record);
        if (id == 0) {
          ADD_FAILURE() << route.method << " " << route.pattern << ": no record of " << route.access.record << (foreign ? " of the other Union" : " of the own Union");
          continue;
        }
        const Expected want = expected(route.access, who.role, foreign);
        // What is shown is drawn by the same code on both engines: on PostgreSQL those who are shown it take turns.
        if (GetParam() == db::Engine::postgres && want == Expected::answered && ++shown % 4 != 0) continue;
        const web::Response r = both.ask(who, route.method, path_of(route, id));
        ++cells;
        const bool fine = as_expected(want, r, route.access) || (want == Expected::answered && r.status == 404 && may_be_missing(route));
        EXPECT_TRUE(fine) << route.method << " " << path_of(route, id) << " as " << who.name << (foreign ? ", foreign record" : ", own record") << ": " << r.status << " "
                          << header(r, "location") << ", expected " << word(want);
        if (who.role && who.role->code != "vufo_reader")
          EXPECT_EQ(std::string(r.content()).find(TwoOffices::k_mark_hp), std::string::npos) << route.method << " " << path_of(route, id) << " shows words of the other Union to " << who.name;
        if (route.pattern == "/sign-out") both.renew(who);
      }
    }
  }
  RecordProperty("cells", cells);
  EXPECT_GT(cells, 3000);
}

/// Addresses of a page, without those that only sort or page the same rows anew.
std::vector<std::string> addresses_in(std::string_view page) {
  std::vector<std::string> out;
  for (auto at = page.find("href=\"/"); at != std::string_view::npos; at = page.find("href=\"/", at + 1)) {
    const auto from = at + 6, to = page.find('"', from);
    std::string address = replaced(std::string(page.substr(from, to - from)), "&amp;", "&");
    address = address.substr(0, address.find('#'));
    if (address.find("sort=") == std::string::npos && address.find("after=") == std::string::npos && !address.starts_with("/assets") && !address.starts_with("/set?")) out.push_back(std::move(address));
  }
  return out;
}

std::string folded_words(std::string_view page) {
  std::string out(page);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

TEST_P(Rights, two_unions_in_one_database_never_see_each_others_words) {
  TwoOffices& both = offices(GetParam());
  const std::set<std::string> crawlers{"association_officer", "union_specialist", "chair", "auditor", "administrator"};
  std::size_t own_seen = 0, crawled = 0;
  for (const auto& [side, other_mark] : {std::pair<std::string, std::string_view>{"ct", TwoOffices::k_mark_hp}, {"hp", TwoOffices::k_mark_ct}}) {
    const std::string own_mark(side == "ct" ? TwoOffices::k_mark_ct : TwoOffices::k_mark_hp), other = side == "ct" ? "hp" : "ct";
    for (const Persona& who : both.personas(side)) {
      if (!crawlers.contains(std::string(who.role->code))) continue;
      std::deque<std::string> todo{"/", "/search?q=" + std::string(other_mark), "/figures", "/reports"};
      for (const auto* d : app::catalog().all()) {
        const std::string base = "/" + d->path, mark(other_mark), foreign = std::to_string(both.record(other, d->name));
        for (const std::string& address : {base, base + "?q=" + mark, base + "?format=csv", base + "?format=json", base + "/lookup?q=" + mark, base + "?id=" + foreign, base + "?deleted=1",
                                           base + "?confidentiality=internal"})
          todo.push_back(address);
        // Links: filters and new forms that name the other's record.
        for (const reg::Field& f : d->fields)
          if (f.kind == reg::Kind::link) {
            const std::string id = std::to_string(both.record(other, f.opt.link));
            todo.push_back(base + "?" + f.name + "=" + id);
            todo.push_back(base + "/new?" + f.name + "=" + id);
          }
      }
      for (const auto& indicator : both.program().engine().all())
        for (const char* org : {"hp", "hp-tp", "ct", "ct-tp", "vufo"}) todo.push_back("/figures/" + indicator.code + "?org=" + org + "&period=2025&by=org");
      std::set<std::string> seen(todo.begin(), todo.end());
      // There is more to ask than one person has time for: each begins elsewhere.
      std::rotate(todo.begin(), todo.begin() + static_cast<std::ptrdiff_t>(todo.size() * crawled++ / crawlers.size() % todo.size()), todo.end());
      const int most = GetParam() == db::Engine::postgres ? 400 : 900;  // the same conditions, drawn by the same code
      for (int asked = 0; !todo.empty() && asked < most; ++asked) {
        const std::string address = todo.front();
        todo.pop_front();
        const web::Response r = both.ask(who, "GET", address);
        EXPECT_LT(r.status, 500) << address << " as " << who.name;
        const bool echoes = address.find(other_mark) != std::string::npos;  // the search words themselves come back
        const std::string page = folded_words(r.content());
        const auto at = page.find(other_mark);
        if (!echoes)
          EXPECT_EQ(at, std::string::npos) << address << " shows " << who.name << ": " << page.substr(at < 200 ? 0 : at - 200, 400);
        else
          EXPECT_EQ(page.find(std::string(other_mark) + " "), std::string::npos) << address << " as " << who.name;  // "zkhpz title": a record's own words
        own_seen += page.find(own_mark) != std::string::npos ? 1 : 0;
        for (std::string& next : addresses_in(r.content()))
          if (seen.insert(next).second) todo.push_back(std::move(next));
      }
    }
  }
  EXPECT_GT(own_seen, 500U);  // the crawl did reach what is theirs
}

TEST_P(Rights, a_right_that_is_taken_away_is_gone_at_the_next_request) {
  TwoOffices& both = offices(GetParam());
  auto people = both.personas("ct");
  Persona& officer = people.front();
  EXPECT_EQ(both.ask(officer, "GET", "/delegations/new").status, 200);
  both.program().database().write([&](db::Tx& tx) {
    tx.exec("UPDATE person SET functions = '' WHERE id = $1", {officer.id});
    return true;
  });
  EXPECT_EQ(both.ask(officer, "GET", "/delegations/new").status, 403);
  const std::string record = "/delegations/" + std::to_string(both.record("ct", "delegation"));
  EXPECT_EQ(both.ask(officer, "GET", record).status, 200);
  both.program().database().write([&](db::Tx& tx) {
    tx.exec("UPDATE person SET sight = 'published' WHERE id = $1", {officer.id});
    return true;
  });
  EXPECT_EQ(both.ask(officer, "GET", record).status, 404);
  EXPECT_EQ(std::string(both.ask(officer, "GET", "/delegations").content()).find(std::string(TwoOffices::k_mark_ct) + " title"), std::string::npos);
}

}  // namespace
}  // namespace nc::test
