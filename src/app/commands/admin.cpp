// nhipcau init, migrate, user, routes, plan, illustrative: administration.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "app/catalog.h"
#include "app/commands/commands.h"
#include "app/mail/public.h"
#include "app/program.h"
#include "app/campaigns/public.h"
#include "app/reports/public.h"
#include "app/sample/sample.h"
#include "app/site/site.h"
#include "db/backup.h"

namespace nc::app {

namespace {

int done(const std::string& vi, const std::string& en) {
  std::printf("%s\n%s\n", vi.c_str(), en.c_str());
  return 0;
}

/// A pass-phrase is read from standard input, never from the command line, where others could see it.
std::string read_secret() {
  std::fprintf(stderr, "Cụm mật khẩu / pass-phrase: ");
  std::string line;
  std::getline(std::cin, line);
  return line;
}

void write_accounts(const std::string& url) {
  if (url.find("postgres") == 0) return;
  std::ofstream out(std::filesystem::path(data_folder()) / "sample-accounts.txt");
  out << sample_account_lines();
}

template <class Body>
int on_database(const Common& common, Body body) {
  auto program = Program::open(database_url(common.database));
  if (!program) return refused(program.error());
  return body(**program);
}

}  // namespace

int run_init(const Common& common, const InitOptions& o) {
  const std::string url = database_url(common.database);
  if (common.database.empty() && url.find("://") == std::string::npos) std::filesystem::create_directories(std::filesystem::path(url).parent_path());
  auto database = db::Database::open(url, {.readers = 2, .busy_ms = 15000, .create = true, .read_only = false});
  if (!database) return refused(database.error());
  if (db::schema_version(**database) > 0)
    return refused({Code::conflict, Message("Cơ sở dữ liệu này đã có. Dùng tệp khác, hoặc chạy nhipcau migrate.", "This database exists already. Use another file, or run nhipcau migrate."), {}});
  auto applied = db::migrate(**database, db::built_in_migrations());
  if (!applied) return refused(applied.error());
  load_reference(**database);
  if (o.sample) {
    load_sample(**database);
    (*database)->write([](db::Tx& tx) {
      put_setting(tx, "sample", "1");
      put_setting(tx, "opens_on", "2025");  // the year that the sample office has most of
      return true;
    });
    load_sample_reports(**database);
    load_sample_campaign(**database);
    write_accounts(url);
    std::printf("%s", sample_account_lines().c_str());
  }
  db::refresh_statistics(**database);
  return done("Đã tạo cơ sở dữ liệu: " + (*database)->url(), "Database made: " + (*database)->url());
}

int run_migrate(const Common& common) {
  auto database = db::Database::open(database_url(common.database));
  if (!database) return refused(database.error());
  auto applied = db::migrate(**database, db::built_in_migrations());
  if (!applied) return refused(applied.error());
  return done("Đã áp dụng " + std::to_string(applied->size()) + " bước.", std::to_string(applied->size()) + " steps applied.");
}

int run_user_add(const Common& common, const UserOptions& o) {
  return on_database(common, [&](Program& program) {
    const Role* role = find_role(o.role);
    if (!o.role.empty() && !role) return refused({Code::invalid, Message("Không có vai trò “" + o.role + "”.", "There is no role “" + o.role + "”."), "role"});
    const Reach reach = o.reach.empty() ? (role ? role->reach : Reach::own) : reach_from_code(o.reach == "below" ? "own_and_below" : o.reach).value_or(Reach::own);
    const std::set<Function> functions = o.functions.empty() ? (role ? role->functions : std::set{Function::enter}) : functions_from_text(o.functions);
    const Sight sight = o.sight.empty() ? (role ? role->sight : Sight::internal) : sight_from_code(o.sight).value_or(Sight::internal);
    const std::string secret = read_secret();
    auto added = program.database().write_result(
        [&](db::Tx& tx) { return add_person(tx, o.login, o.name, o.title, o.org, reach, functions, secret, sight, o.role); });
    if (!added) return refused(added.error());
    return done("Đã thêm " + o.login, "Added " + o.login);
  });
}

int run_user_password(const Common& common, const UserOptions& o) {
  return on_database(common, [&](Program& program) {
    const std::string secret = read_secret();
    auto set = program.database().write_result([&](db::Tx& tx) { return set_password(tx, o.login, secret); });
    if (!set) return refused(set.error());
    return done("Đã đổi cụm mật khẩu của " + o.login, "Pass-phrase of " + o.login + " changed");
  });
}

int run_user_disable(const Common& common, const UserOptions& o) {
  return on_database(common, [&](Program& program) {
    auto set = program.database().write_result([&](db::Tx& tx) { return disable_person(tx, o.login); });
    if (!set) return refused(set.error());
    return done("Đã khóa " + o.login, "Disabled " + o.login);
  });
}

int run_mail_send(const Common& common) {
  return on_database(common, [](Program& program) {
    const MailRun run = send_waiting(program.database());
    if (!run.trouble.empty()) return refused({Code::unsupported, run.trouble, {}});
    const std::string sent = std::to_string(run.sent), refused = std::to_string(run.refused), later = std::to_string(run.later);
    return done("Đã gửi " + sent + " thư; " + refused + " không gửi được, " + later + " thử lại sau.", sent + " letters sent; " + refused + " could not be sent, " + later + " will be tried again.");
  });
}

int run_mail_test(const Common& common, const std::string& to) {
  return on_database(common, [&](Program& program) {
    const net::Delivery delivered = send_test_letter(program.database(), to);
    if (delivered.outcome != net::Delivery::Outcome::sent) return refused({Code::unsupported, delivered.words, {}});
    return done("Máy chủ thư đã nhận thư thử.", "The mail server took the test letter.");
  });
}

int run_routes(const Common&) {
  reg::Context context;
  web::Site site;
  context.catalog = &catalog();
  fig::Engine engine;
  add_figures(engine);
  add_all_routes(context, engine, site);
  for (const auto& line : site.router.lines()) std::printf("%s\n", line.c_str());
  return 0;
}

int run_illustrative_remove(const Common& common) {
  return on_database(common, [](Program& program) {
    std::vector<std::pair<std::string, std::int64_t>> counts;
    program.database().write([&](db::Tx& tx) {
      counts = remove_illustrative(tx);
      return true;
    });
    std::int64_t all = 0;
    for (const auto& [name, n] : counts) {
      std::printf("%-20s %lld\n", name.c_str(), static_cast<long long>(n));
      all += n;
    }
    return done("Đã bỏ " + std::to_string(all) + " dòng minh họa.", std::to_string(all) + " illustrative rows removed.");
  });
}

int run_plan(const std::string& folder) {
  const std::filesystem::path root(folder);
  for (auto engine : {db::Engine::sqlite, db::Engine::postgres}) {
    const std::string name = engine == db::Engine::sqlite ? "sqlite" : "postgres";
    const std::string sql = reg::schema_sql(catalog(), engine);
    std::filesystem::create_directories(root / "schema");
    std::filesystem::create_directories(root / "migrations");
    std::ofstream(root / "schema" / (name + ".sql")) << sql;
    std::ofstream(root / "migrations" / ("0001_first." + name + ".sql")) << sql;
  }
  return done("Đã viết lược đồ vào " + folder, "Schema written to " + folder);
}

}  // namespace nc::app
