// Fuzz target: any query string of any list gives rows and a page key that reads back, or a reason; never an exception.
#include <cstdlib>

#include "app/catalog.h"
#include "app/sample/sample.h"
#include "fuzz.h"
#include "register/parts.h"
#include "web/web.h"

namespace {

using namespace nc;

db::Database& office() {
  static const std::unique_ptr<db::Database> database = [] {
    auto opened = db::Database::open(":memory:", {.readers = 1, .busy_ms = 1000, .create = true, .read_only = false});
    if (!opened || !db::migrate(**opened, db::built_in_migrations())) std::abort();
    app::load_reference(**opened);
    return std::move(*opened);
  }();
  return *database;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const auto& all = app::catalog().all();
  const reg::Description& d = *all[data[0] % all.size()];
  const auto request = web::parse_request("GET", "/x?" + std::string(fuzz::text_of(data, size).substr(1)), {}, "");
  if (!request) return 0;
  const auto query = reg::parse_list_query(d, request->query.items());
  if (!query) {
    fuzz::must_explain(query.error());
    return 0;
  }
  fuzz::must(query->limit <= 500);
  office().read([&](db::ReadDb& db) {
    const auto page = reg::list(db, d, Actor::system(), *query);
    fuzz::must(page.rows.size() <= static_cast<std::size_t>(query->limit));
    if (page.next.empty()) return;
    auto further = request->query.items();
    std::erase_if(further, [](const auto& item) { return item.first == "after" || item.first == "before"; });
    further.emplace_back("after", page.next);
    fuzz::must(reg::parse_list_query(d, further).has_value());
  });
  return 0;
}
