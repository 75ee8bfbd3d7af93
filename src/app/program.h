// The program put together: database, registers, figures and pages. Made once in main, immutable after start.
#pragma once
#include <memory>
#include <string>

#include "app/figures.h"
#include "register/pages.h"

namespace nc::app {

/// Where the office's files live: $NHIPCAU_DATA, else ./data.
std::string data_folder();
/// --database, else $NHIPCAU_DATABASE, else <data folder>/nhipcau.db.
std::string database_url(const std::string& given);

class Program {
 public:
  /// Opens an existing database; refuses (in words) one that is missing, older or newer than the program.
  static Result<std::unique_ptr<Program>> open(const std::string& url, const db::Options& options = {});

  db::Database& database() { return *database_; }
  const fig::Engine& engine() const { return engine_; }
  const reg::Catalog& catalog() const { return *catalog_; }
  /// Routes, shell, error pages: only the server needs them.
  void build_site();
  const web::Site& site() const { return site_; }
  const reg::Context& context() const { return context_; }
  fig::Engine& engine_for_server() { return engine_; }

 private:
  Program() = default;
  std::unique_ptr<db::Database> database_;
  const reg::Catalog* catalog_ = nullptr;
  fig::Engine engine_;
  reg::Context context_;
  web::Site site_;
};

/// A secret that lives outside of the database: $NAME, the file that $NAME_FILE names, or <data folder>/<file>. `from` says which,
/// empty when there is none; the value is for use, never for showing.
struct OutsideSecret {
  std::string value;
  Message from;
};
OutsideSecret outside_secret(const std::string& variable, const std::string& file);

/// Is this the sample office (made by `init --sample`)? Then pages and papers say so.
bool is_sample_office(db::ReadDb& db);
/// A setting of the office, or `otherwise`.
std::string setting(db::ReadDb& db, std::string_view name, std::string otherwise = {});
void put_setting(db::Tx& tx, std::string_view name, std::string_view value);

}  // namespace nc::app
