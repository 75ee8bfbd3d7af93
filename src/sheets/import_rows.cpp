// Tables whose header names fields: what files of the command line hold.
#include <fmt/format.h>

#include <set>

#include "base/fold.h"
#include "base/hash.h"
#include "sheets/import.h"
#include "register/parts.h"

namespace nc::reg {

namespace {

const Field* field_of_heading(const Description& d, const std::string& heading) {
  const std::string name = mended(heading);
  const auto fields = file_fields(d);
  for (const Field* f : fields)
    if (f->name == name) return f;
  const std::string words = fold(name);
  for (const Field* f : fields)
    if (!words.empty() && (words == fold(f->label.vi) || words == fold(f->label.en) || words == fold(f->name))) return f;
  return nullptr;
}

Problem unknown_column(const Description& d, const std::string& name) {
  std::string vi, en;
  for (const Field* f : file_fields(d)) {
    vi += (vi.empty() ? "" : ", ") + f->label.vi;
    en += (en.empty() ? "" : ", ") + f->label.en;
  }
  return {Code::invalid, {fmt::format("Sổ này không có cột “{}”. Các cột: {}.", name, vi),
                          fmt::format("This register has no column “{}”. It has: {}.", name, en)}, {}};
}

bool column_is_empty(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
  for (const auto& row : rows)
    if (column < row.size() && !row[column].empty()) return false;
  return true;
}

Problems read_header(const Description& d, const std::vector<std::string>& header,
                     const std::vector<std::vector<std::string>>& rows, std::vector<std::string>& targets) {
  Problems problems;
  std::set<const Field*> seen;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string name = is_utf8(header[i]) ? mended(header[i]) : "?";
    const Field* f = field_of_heading(d, name);
    targets.push_back(f ? f->name : std::string());
    if (f && !seen.insert(f).second)
      problems.push_back({Code::invalid, {fmt::format("Cột “{}” có hai lần. Bỏ bớt một cột.", name),
                                          fmt::format("The column “{}” occurs twice. Take one out.", name)}, f->name});
    else if (!f && !(name.empty() && column_is_empty(rows, i)))
      problems.push_back(unknown_column(d, name));
  }
  if (seen.empty() && problems.empty())
    problems.push_back({Code::invalid, Text("Dòng đầu không có tên cột nào.", "The first line names no column."), {}});
  return problems;
}

}  // namespace

ImportResult import_rows(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor,
                         const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows,
                         bool dry_run, const std::string& source) {
  ImportTable table;
  if (Problems problems = read_header(d, header, rows, table.targets); !problems.empty()) {
    ImportResult refused;
    refused.batch = "import-" + random_token(9);
    refused.rows.push_back({1, std::move(problems), {}, false, false, false, false, nullptr, 0});
    refused.failed = 1;
    return refused;
  }
  table.rows = rows;
  ImportOptions options;
  options.dry_run = dry_run;
  options.source = source;
  return import_table(tx, catalog, d, actor, table, options);
}

}  // namespace nc::reg
