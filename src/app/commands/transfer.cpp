// nhipcau import and export: registers to and from table files, as the wizard does.
#include <cstdio>
#include <fstream>
#include <iterator>

#include <boost/json.hpp>

#include "app/commands/commands.h"
#include "app/program.h"
#include "file/table.h"
#include "register/export.h"
#include "sheets/import.h"

namespace nc::app {

namespace {

Problem no_register(const std::string& name) {
  return {Code::not_found, Message("Không có sổ “" + name + "”. Xem tên các sổ bằng: nhipcau routes.", "There is no register “" + name + "”. See their names with: nhipcau routes."), {}};
}

const reg::Description* register_of(const reg::Catalog& catalog, const std::string& name) {
  const auto* d = catalog.find(name);
  return d ? d : catalog.by_path(name);
}

Result<tables::TableFile> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return refuse(Code::not_found, Message("Không mở được tệp “" + path + "”.", "The file “" + path + "” can't be opened."));
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  return tables::read_table(bytes);
}

void print_problems(const reg::ImportResult& r) {
  for (const auto& row : r.rows)
    for (const Problem& p : row.problems)
      std::fprintf(stderr, "dòng %d%s%s: %s / line: %s\n", row.line, p.field.empty() ? "" : ", ", p.field.c_str(), p.message.vi.c_str(), p.message.en.c_str());
}

boost::json::object summary(const reg::ImportResult& r) {
  boost::json::array rows;
  for (const auto& row : r.rows) {
    if (row.problems.empty()) continue;
    boost::json::array problems;
    for (const Problem& p : row.problems) problems.push_back({{"field", p.field}, {"message", p.message.vi}, {"message_en", p.message.en}});
    rows.push_back({{"line", row.line}, {"problems", std::move(problems)}});
  }
  return {{"created", r.created}, {"updated", r.updated}, {"unchanged", r.unchanged}, {"failed", r.failed}, {"done", r.done}, {"batch", r.batch}, {"rows", std::move(rows)}};
}

}  // namespace

int run_import(const Common& common, const TransferOptions& o) {
  auto program = Program::open(database_url(common.database));
  if (!program) return refused(program.error());
  const auto* d = register_of((*program)->catalog(), o.register_name);
  if (!d) return refused(no_register(o.register_name));
  auto file = read_file(o.file);
  if (!file) return refused(file.error());
  reg::ImportResult result;
  (*program)->database().write([&](db::Tx& tx) {
    result = reg::import_rows(tx, (*program)->catalog(), *d, Actor::system(), file->header, file->rows, o.dry_run, o.file);
    return result.done;
  });
  if (common.json) std::printf("%s\n", boost::json::serialize(summary(result)).c_str());
  else print_problems(result);
  if (!common.json)
    std::printf("%s: %d mới, %d sửa, %d không đổi, %d lỗi%s\n", d->name.c_str(), result.created, result.updated, result.unchanged, result.failed,
                o.dry_run ? " (chạy thử, không ghi gì)" : result.failed ? "; không ghi gì" : "");
  return result.failed ? 1 : 0;
}

int run_export(const Common& common, const TransferOptions& o) {
  auto program = Program::open(database_url(common.database));
  if (!program) return refused(program.error());
  const auto* d = register_of((*program)->catalog(), o.register_name);
  if (!d) return refused(no_register(o.register_name));
  std::vector<std::pair<std::string, std::string>> where;
  for (const auto& pair : o.where) {
    auto equals = pair.find('=');
    where.emplace_back(pair.substr(0, equals), equals == std::string::npos ? "" : pair.substr(equals + 1));
  }
  auto query = reg::parse_list_query(*d, where);
  if (!query) return refused(query.error());
  std::vector<reg::Cells> rows;
  std::vector<tables::Cells> lines;
  boost::json::array records;
  const auto& catalog = (*program)->catalog();
  (*program)->database().read([&](db::ReadDb& db) {
    reg::each(db, *d, Actor::system(), *query, [&](const reg::Cells& c) {
      rows.push_back(c);
      return true;
    });
    const auto codes = reg::link_codes(db, catalog, *d, rows);
    for (const auto& c : rows) {
      if (o.format == "json") records.push_back(boost::json::parse(reg::to_json(*d, c, codes)));
      else lines.push_back(reg::export_row(*d, c, codes));
    }
  });
  std::string bytes;
  if (o.format == "json") {
    bytes = boost::json::serialize(records) + "\n";
  } else if (o.format == "xlsx") {
    auto book = tables::write_xlsx(d->name, reg::export_columns(*d), lines);
    if (!book) return refused(book.error());
    bytes = std::move(*book);
  } else {
    bytes = tables::write_csv(reg::export_columns(*d), lines);
  }
  if (o.file.empty() || o.file == "-") {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    return 0;
  }
  std::ofstream out(o.file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return refused({Code::invalid, Message("Không ghi được tệp “" + o.file + "”. Kiểm tra thư mục và chỗ trống trên đĩa.", "The file “" + o.file + "” can't be written. Check the folder and the free space."), {}});
  return 0;
}

}  // namespace nc::app
