// Makes example values of every kind and mends them until the rules of the register are content.
#include "conformance/world.h"

#include <algorithm>
#include <set>

#include "base/clock.h"
#include "register/parts.h"

namespace nc::test {

namespace {

using reg::Field;
using reg::Kind;

Instant noon_of(const char* day) { return Instant{Date::from_iso(day)->days()} * 86'400'000 + 5 * 3'600'000; }

int pick(int variant, std::size_t size) { return variant % static_cast<int>(size); }

}  // namespace

std::string example_title(int variant) {
  static const std::vector<std::string> names{"An Giang", "Ân nghĩa", "Ba Vì", "Dân tộc", "Đà Nẵng", "Ê Đê", "Gia đình", "Ô Môn", "Ơn nghĩa", "Xuân Hương"};
  return names[static_cast<std::size_t>(pick(variant, names.size()))] + " " + std::to_string(variant);
}

std::string words(const Problems& problems) {
  std::string out;
  for (const Problem& p : problems) out += "[" + p.field + "] " + p.message.en + "\n";
  return out;
}

void World::set_day() { set_clock_for_test(noon_of("2026-06-15")); }

World::World(const reg::Catalog& catalog, db::Engine engine) : catalog_(catalog), database_(fresh_database(engine)) {
  set_day();
  database_->write([&](db::Tx& tx) {
    tx.script(db::Sql::built(reg::schema_sql(catalog, engine)));
    return true;
  });
}

std::unique_ptr<World>& World::kept(const reg::Catalog& catalog, db::Engine engine) {
  static std::map<std::pair<const reg::Catalog*, db::Engine>, std::unique_ptr<World>> worlds;
  return worlds[{&catalog, engine}];
}

World& World::of(const reg::Catalog& catalog, db::Engine engine) {
  auto& world = kept(catalog, engine);
  if (!world) world.reset(new World(catalog, engine));
  return *world;
}

World& World::for_new_test(const reg::Catalog& catalog, db::Engine engine) {
  constexpr int k_many = 120;
  auto& world = kept(catalog, engine);
  if (world && world->unions_ >= k_many) world.reset();
  return of(catalog, engine);
}

World::Two World::two_unions() {
  Two two;
  const reg::Description& organisations = *catalog_.find("organisation");
  write([&](db::Tx& tx) {
    for (Actor* actor : {&two.a, &two.b}) {
      const reg::Saved made = create(tx, organisations, Actor::system(), 500 + unions_++);
      *actor = Actor::system();
      actor->id = 1000 + made.id;
      actor->name = actor == &two.a ? "Nguyễn Thị An" : "Trần Văn Bình";
      actor->org = made.id;
      actor->org_code = made.code;
      actor->reach = Reach::own_and_below;
    }
    return true;
  });
  return two;
}

std::int64_t World::target(db::Tx& tx, const Field& f, const Actor& actor, int variant) {
  const reg::Description* d = catalog_.find(f.opt.link);
  if (d && d->name == "organisation" && actor.org != 0 && actor.id != 0) {
    // The first link means the own organisation, a further one (a successor, a partner) another below it.
    const auto& fields = catalog_.find(making_.back())->fields;
    const auto first = std::find_if(fields.begin(), fields.end(), [](const Field& g) { return g.opt.link && std::string_view(g.opt.link) == "organisation"; });
    if (first->name == f.name || making_.back() == "organisation") return actor.org;
    std::int64_t& other = made_[{"below", actor.org}];
    if (other == 0) other = create(tx, *d, actor, 700 + variant).id;
    return other;
  }
  if (!d || std::find(making_.begin(), making_.end(), d->name) != making_.end()) return 0;
  // What no two records may share is another one each time.
  const auto& uniques = catalog_.find(making_.back())->uniques;
  const bool own = std::any_of(uniques.begin(), uniques.end(), [&](const auto& columns) { return std::find(columns.begin(), columns.end(), f.name) != columns.end(); });
  if (own) return create(tx, *d, actor, 900 + variant).id;
  std::int64_t& made = made_[{d->name, actor.org}];
  if (made == 0) made = create(tx, *d, actor, 900 + variant).id;
  return made;
}

void World::fill(db::Tx& tx, const reg::Description& d, const Actor& actor, const Field& f, int variant, int tried, reg::Cells& cells) {
  variant += tried;
  using reg::detail::put;
  const bool titled = f.name == d.title_field || f.name == d.title_en_field;
  switch (f.kind) {
    case Kind::text:
      put(cells, f.first, titled ? example_title(variant) : (f.opt.max > 0 && f.opt.max < 50 ? "v" : f.name + " Đường ") + std::to_string(variant));
      break;
    case Kind::long_text: put(cells, f.first, "Dòng một\nDòng hai " + std::to_string(variant)); break;
    case Kind::url: put(cells, f.first, "https://example.org/" + std::to_string(variant)); break;
    case Kind::integer: {
      const bool year = f.name.find("year") != std::string::npos && f.opt.max_value > 2100;
      const std::int64_t n = year ? 2020 + variant % 5 : 1 + variant % 7;
      put(cells, f.first, std::clamp(n, f.opt.min, f.opt.max_value));
      break;
    }
    case Kind::count:
      put(cells, f.first, reg::Count{20 + variant, variant % 2 ? Qualifier::more_than : Qualifier::exact});
      break;
    case Kind::boolean: put(cells, f.first, variant % 2 == 1); break;
    case Kind::date: put(cells, f.first, Date::from_iso("2025-01-10")->plus_days(variant * 7 % 90 + f.first + 40 * tried)); break;
    case Kind::money:
      put(cells, f.first, reg::MoneyValue{Money{1'000'000 + 250'000 * (variant % 9), Currency{}}, variant % 3 ? Qualifier::exact : Qualifier::nearly});
      break;
    case Kind::decimal: put(cells, f.first, reg::Decimal{"24515.5"}); break;
    case Kind::choice: {
      const auto& all = f.opt.options->all();
      std::string code = all.at(static_cast<std::size_t>(pick(variant, all.size()))).code;
      // A city stands beside its Union, out of reach of the test's people; what is sealed takes no edits.
      if ((code == "locality" && actor.org != 0) || code == "sealed") code = all.at(static_cast<std::size_t>(pick(variant + 1, all.size()))).code;
      put(cells, f.first, code);
      break;
    }
    case Kind::choices: {
      const auto& all = f.opt.options->all();
      reg::Codes codes{all.at(static_cast<std::size_t>(pick(variant, all.size()))).code};
      if (all.size() > 1 && variant % 2) codes.push_back(all.at(static_cast<std::size_t>(pick(variant + 1, all.size()))).code);
      put(cells, f.first, codes);
      break;
    }
    case Kind::link: put(cells, f.first, reg::Ref{target(tx, f, actor, variant)}); break;
    case Kind::links:
      if (const std::int64_t id = target(tx, f, actor, variant)) put(cells, f.first, reg::Refs{id});
      break;
  }
}

bool World::try_save(db::Tx& tx, const reg::Description& d, const Actor& actor, reg::Cells cells, Problems& problems) {
  tx.exec("SAVEPOINT example");
  auto saved = reg::save(tx, catalog_, d, actor, std::move(cells));
  tx.exec("ROLLBACK TO SAVEPOINT example");
  tx.exec("RELEASE SAVEPOINT example");
  if (!saved) problems = saved.error();
  return saved.has_value();
}

reg::Cells World::example(db::Tx& tx, const reg::Description& d, const Actor& actor, int variant) {
  making_.push_back(d.name);
  reg::Cells cells(d.columns().size());
  for (const Field& f : reg::Description::standard_fields())
    if (f.kind == Kind::boolean) reg::detail::put(cells, f.first, false);
  cells[reg::k_id] = std::int64_t{0};
  cells[reg::k_version] = std::int64_t{0};
  cells[reg::k_note] = std::string("Ghi chú của ví dụ ") + std::to_string(variant);
  cells[reg::k_confidentiality] = std::string("internal");
  if (actor.org != 0) cells[reg::k_org] = actor.org;
  for (const Field& f : d.fields)
    if (!f.opt.read_only || f.opt.required || f.kind == Kind::boolean) fill(tx, d, actor, f, variant, 0, cells);
  Problems problems;
  std::map<std::string, int> tries;
  for (int round = 0; round < 60 && !try_save(tx, d, actor, cells, problems); ++round) {
    for (const Problem& p : problems) {
      const Field* f = d.find(p.field);
      if (!f || f->first < reg::k_own) continue;
      // First another value, then none: rules between fields are met by trying.
      const int tried = ++tries[f->name];
      if (f->opt.required || tried % 3 == 1 || f->kind == Kind::boolean) fill(tx, d, actor, *f, variant, tried, cells);
      else for (int i = 0; i < f->width(); ++i) cells[static_cast<std::size_t>(f->first + i)] = std::monostate{};
    }
    problems.clear();
  }
  making_.pop_back();
  return cells;
}

reg::Saved World::create(db::Tx& tx, const reg::Description& d, const Actor& actor, int variant) {
  auto saved = reg::save(tx, catalog_, d, actor, example(tx, d, actor, variant));
  if (!saved) throw std::runtime_error("no valid example of " + d.name + ":\n" + words(saved.error()));
  return *saved;
}

std::vector<std::int64_t> World::create_many(const reg::Description& d, const Actor& actor, int n) {
  return write([&](db::Tx& tx) {
    std::vector<std::int64_t> ids;
    for (int i = 0; i < n; ++i) ids.push_back(create(tx, d, actor, i).id);
    return ids;
  });
}

reg::Cells World::load(const reg::Description& d, const Actor& actor, std::int64_t id) {
  auto found = read([&](db::ReadDb& r) { return reg::load(r, d, actor, id); });
  if (!found) throw std::runtime_error(found.error().message.en);
  return *found;
}

tl::expected<reg::Saved, Problems> World::save(const reg::Description& d, const Actor& actor, reg::Cells cells) {
  std::optional<tl::expected<reg::Saved, Problems>> out;
  database_->write([&](db::Tx& tx) {
    out.emplace(reg::save(tx, catalog_, d, actor, cells));
    return out->has_value();
  });
  return std::move(*out);
}

}  // namespace nc::test
