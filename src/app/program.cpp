// The program put together: database, registers, figures and pages.
#include "app/program.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/catalog.h"
#include "app/evidence/public.h"
#include "app/site/site.h"
#include "auth/second_step.h"
#include "auth/secret_box.h"
#include "base/hash.h"
#include "base/log.h"
#include "sheets/import_jobs.h"

namespace nc::app {

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

Problem wrong_schema(int have, int want) {
  if (have == 0)
    return {Code::unsupported, Message("Cơ sở dữ liệu còn trống. Tạo bằng: nhipcau init, hoặc nhipcau init --sample.",
                                       "The database is empty. Make it with: nhipcau init, or nhipcau init --sample."), {}};
  if (have < want)
    return {Code::unsupported, Message("Cơ sở dữ liệu của bản cũ hơn. Chạy: nhipcau migrate (bản sao lưu được tạo trước).",
                                       "The database is of an older version. Run: nhipcau migrate (a backup is made first)."), {}};
  return {Code::unsupported, Message("Cơ sở dữ liệu của bản mới hơn chương trình này. Dùng bản chương trình mới; không có gì bị thay đổi.",
                                     "The database is of a newer version than this program. Use the newer program; nothing was changed."), {}};
}

}  // namespace

std::string data_folder() {
  std::string folder = environment("NHIPCAU_DATA");
  return folder.empty() ? "data" : folder;
}

std::string database_url(const std::string& given) {
  if (!given.empty()) return given;
  if (std::string url = environment("NHIPCAU_DATABASE"); !url.empty()) return url;
  return data_folder() + "/nhipcau.db";
}

Result<std::unique_ptr<Program>> Program::open(const std::string& url, const db::Options& options) {
  NC_TRY(database, db::Database::open(url, options));
  const auto& migrations = db::built_in_migrations();
  const int have = db::schema_version(*database), want = migrations.empty() ? 0 : migrations.back().number;
  if (have != want || have == 0) return tl::make_unexpected(wrong_schema(have, want));
  NC_CHECKED(made, db::made_by_these(*database, migrations));
  keep_secrets_key_in(data_folder());
  std::unique_ptr<Program> program(new Program);
  program->database_ = std::move(database);
  program->catalog_ = &app::catalog();
  add_figures(program->engine_);
  return program;
}

namespace {

/// Secrets of the second step are sealed at the first start of a program that does so; a wrong or lost key is said at every start.
void look_after_secrets(db::Database& database) {
  const auto done = database.write_result([](db::Tx& tx) { return seal_old_secrets(tx); });
  Message trouble = done ? Message() : done.error().message;
  if (done) database.read([&](db::ReadDb& db) { trouble = second_steps_at_risk(db); });
  if (!trouble.empty()) log::error(trouble.en);
}

}  // namespace

void Program::build_site() {
  engine_.use_cache(true);
  context_.db = database_.get();
  context_.catalog = catalog_;
  context_.site = &site_;
  context_.memory = std::make_shared<reg::ListMemory>();
  context_.imports = std::make_shared<reg::ImportRunner>();
  context_.keep_total = claim_of_total;
  context_.keep_proof = proof_of_import;
  site_.csrf_key = random_token(32);
  // Several nodes on one database must agree on the key: it is kept there from the first start on.
  database_->write([&](db::Tx& tx) {
    const std::string kept = setting(tx, "csrf_key");
    if (kept.empty()) put_setting(tx, "csrf_key", site_.csrf_key);
    else site_.csrf_key = kept;
    return true;
  });
  look_after_secrets(*database_);
  add_site(*this, context_, site_);
}

std::string setting(db::ReadDb& db, std::string_view name, std::string otherwise) {
  auto row = db.first("SELECT value FROM setting WHERE name = $1", {std::string(name)});
  return row ? db::as_text((*row)[0]) : otherwise;
}

void put_setting(db::Tx& tx, std::string_view name, std::string_view value) {
  tx.exec("INSERT INTO setting(name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
          {std::string(name), std::string(value)});
}

namespace {

OutsideSecret secret_of_file(const std::string& path) {
  std::ifstream in(path);
  std::string line;
  if (!std::getline(in, line) || line.empty()) return {};
  std::error_code failed;
  const auto rights = std::filesystem::status(path, failed).permissions();
  const bool open = !failed && (rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) != std::filesystem::perms::none;
  return {line, Message("tệp " + path + (open ? " (người khác cũng đọc được: chmod 600)" : ""), "the file " + path + (open ? " (others can read it: chmod 600)" : ""))};
}

}  // namespace

OutsideSecret outside_secret(const std::string& variable, const std::string& file) {
  if (std::string value = environment(variable.c_str()); !value.empty()) return {value, Message("biến môi trường " + variable, "the environment variable " + variable)};
  if (const std::string path = environment((variable + "_FILE").c_str()); !path.empty()) return secret_of_file(path);
  return secret_of_file(data_folder() + "/" + file);
}

bool is_sample_office(db::ReadDb& db) { return setting(db, "sample") == "1"; }

}  // namespace nc::app
