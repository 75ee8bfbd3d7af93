// The small office of the fault programs.
#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "app/catalog.h"
#include "app/flows.h"
#include "app/sample/sample.h"
#include "app/site/safety.h"
#include "faults/faults.h"
#include "flow/comment.h"

namespace nc::faults {

namespace fs = std::filesystem;

namespace {

void put(const reg::Description& d, reg::Cells& cells, const char* column, db::Value v) { cells.at(static_cast<std::size_t>(d.column(column))) = std::move(v); }

reg::Cells blank(const reg::Description& d) {
  reg::Cells cells(d.columns().size());
  cells[reg::k_id] = cells[reg::k_version] = cells[reg::k_illustrative] = std::int64_t{0};
  cells[reg::k_confidentiality] = std::string("internal");
  cells[reg::k_note] = std::string("thử lỗi");
  return cells;
}

template <class T>
T must(tl::expected<T, Problems> r) {
  if (!r) throw std::logic_error(r.error().front().message.en);
  return *r;
}

Actor officer(std::int64_t org) {
  Actor a = Actor::system();
  a.id = 77;
  a.name = "Người thử lỗi";
  a.org = org;
  return a;
}

}  // namespace

bool Score::check(bool holds, const std::string& what) {
  (holds ? passed : failed)++;
  if (!holds) std::printf("FAILED %s\n", what.c_str());
  return holds;
}

std::int64_t milliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}
double seconds_since(std::int64_t start_ms) { return static_cast<double>(milliseconds() - start_ms) / 1000; }
std::string own_path() { return fs::read_symlink("/proc/self/exe").string(); }

Office::Office(const std::string& url) {
  std::string pattern = (fs::temp_directory_path() / "nhipcau-faults-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
  url_ = url.empty() ? (folder_ / "nhipcau.db").string() : url;
  auto database = db::Database::open(url_, {.readers = 2, .busy_ms = 15000, .create = true, .read_only = false});
  if (!database) throw std::runtime_error(database.error().message.en);
  if (auto made = db::migrate(**database, db::built_in_migrations()); !made) throw std::runtime_error(made.error().message.en);
  app::load_reference(**database);
  (*database)->write([](db::Tx& tx) {
    const auto& d = *app::catalog().find("organisation");
    reg::Cells cells = blank(d);
    put(d, cells, "code", std::string("ct"));
    put(d, cells, "name", std::string("Liên hiệp thử lỗi"));
    put(d, cells, "kind", std::string("provincial_union"));
    put(d, cells, "status", std::string("active"));
    if (d.column("level") >= 0) put(d, cells, "level", std::string("provincial"));
    must(reg::save(tx, app::catalog(), d, Actor::system(), cells));
    return true;
  });
}

Office::~Office() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

Done act(db::Database& database, const std::string& tag) {
  Done done;
  database.write([&](db::Tx& tx) {
    const auto& catalog = app::catalog();
    const auto &partners = *catalog.find("partner"), &delegations = *catalog.find("delegation");
    const std::int64_t org = tx.integer("SELECT id FROM organisation WHERE code = 'ct'");
    const Actor actor = officer(org);
    reg::Cells partner = blank(partners);
    partner[reg::k_org] = org;
    put(partners, partner, "name", "Tổ chức " + tag);
    put(partners, partner, "kind", std::string("ingo"));
    put(partners, partner, "country", std::string("KR"));
    put(partners, partner, "status", std::string("cooperating"));
    done.partner = must(reg::save(tx, catalog, partners, actor, partner)).id;
    reg::Cells visit = blank(delegations);
    visit[reg::k_org] = org;
    put(delegations, visit, "direction", std::string("in"));
    put(delegations, visit, "title", "Đoàn " + tag);
    put(delegations, visit, "countries", std::string("|KR|"));
    put(delegations, visit, "partner", done.partner);
    put(delegations, visit, "from_date", std::string("2031-05-01"));
    put(delegations, visit, "status", std::string("proposed"));
    const reg::Saved saved = must(reg::save(tx, catalog, delegations, actor, visit));
    done.delegation = saved.id;
    must(flow::move(tx, catalog, delegations, *app::flows().find("delegation"), actor, saved.id, saved.version, "submit", {}, ""));
    if (auto said = flow::comment(tx, delegations, actor, saved.id, "ghi chú " + tag); !said) throw std::logic_error(said.error().message.en);
    return true;
  });
  return done;
}

Found look(const std::string& url, const std::vector<Done>& acknowledged, bool everything, std::int64_t after) {
  Found found;
  auto database = db::Database::open(url, {.readers = 2, .busy_ms = 15000, .create = false, .read_only = false});
  if (!database) throw std::runtime_error(database.error().message.en);
  (*database)->read([&](db::ReadDb& db) {
    found.partners = db.integer("SELECT count(*) FROM partner");
    found.last = db.integer("SELECT max(id) FROM partner");
    found.delegations = db.integer("SELECT count(*) FROM delegation");
    for (const Done& done : acknowledged)
      if (db.integer("SELECT count(*) FROM delegation d JOIN partner p ON p.id = d.partner WHERE d.id = $1 AND p.id = $2 AND d.status = 'submitted'", {done.delegation, done.partner}) != 1)
        ++found.lost;
    // Whole acts only: each partner has its delegation, each delegation is sent, has its clock, three entries and a remark.
    found.half += db.integer("SELECT count(*) FROM (SELECT p.id, count(d.id) AS visits FROM partner p LEFT JOIN delegation d ON d.partner = p.id WHERE p.id > $1 GROUP BY p.id) x WHERE x.visits <> 1", {after});
    found.half += db.integer("SELECT count(*) FROM delegation d WHERE d.id > $1 AND (d.status <> 'submitted' OR NOT EXISTS (SELECT 1 FROM flow_clock c WHERE c.register_name = 'delegation' AND c.record_id = d.id) OR "
                             "(SELECT count(*) FROM change c WHERE c.register_name = 'delegation' AND c.record = d.id) <> 3)", {after});
  });
  if (everything) {
    const auto check = app::check_everything(**database, app::catalog(), "");
    found.faults = check.faults.size();
    for (std::size_t i = 0; i < check.faults.size() && i < 5; ++i) std::printf("  %s\n", check.faults[i].c_str());
  }
  return found;
}

}  // namespace nc::faults
