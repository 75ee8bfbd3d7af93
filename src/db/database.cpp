// Opens the right engine for an address.
#include "db/postgres_database.h"
#include "db/sqlite_database.h"

namespace nc::db {

Result<std::unique_ptr<Database>> Database::open(const std::string& url, const Options& options) {
  if (url.starts_with("postgresql://") || url.starts_with("postgres://")) return PostgresDatabase::open(url, options);
  if (url.starts_with("sqlite:")) return SqliteDatabase::open(url.substr(7), options);
  if (url.find("://") != std::string::npos)
    return refuse(Code::unsupported,
                  Text("Loại cơ sở dữ liệu này chưa được hỗ trợ. Hãy ghi đường dẫn tệp hoặc địa chỉ postgresql://",
                       "This kind of database is not handled. Give a file path or a postgresql:// address"),
                  "database");
  if (url.empty())
    return refuse(Code::invalid, Text("Chưa ghi cơ sở dữ liệu nào.", "No database is named."), "database");
  return SqliteDatabase::open(url, options);
}

}  // namespace nc::db
