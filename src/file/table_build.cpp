// Header and row rules of table files.
#include "file/table_build.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/fold.h"

namespace nc::tables {

Problem problem_at(TableBuilder::Where where, Code code, int line, const std::string& vi, const std::string& en) {
  const bool lines = where == TableBuilder::Where::line;
  return {code,
          {fmt::format("{} {}: {}", lines ? "Dòng" : "Hàng", line, vi),
           fmt::format("{} {}: {}", lines ? "Line" : "Row", line, en)},
          {}};
}

Problem too_wide(TableBuilder::Where where, int line, const Limits& limits) {
  return problem_at(where, Code::too_large, line, fmt::format("quá {} cột", limits.columns),
                    fmt::format("more than {} columns", limits.columns));
}

Problem too_long(TableBuilder::Where where, int line, const Limits& limits) {
  return problem_at(where, Code::too_large, line,
                    fmt::format("quá {} dòng dữ liệu, chia thành nhiều tệp", limits.rows),
                    fmt::format("more than {} rows, split the file", limits.rows));
}

Problem no_such_sheet(std::string_view sheet, const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
  return {Code::not_found,
          {"Không có trang tính “" + std::string(sheet) + "”; tệp có: " + list,
           "There is no sheet “" + std::string(sheet) + "”; the file has: " + list},
          {}};
}

Result<ZipReader> open_archive(std::string_view bytes, const Limits& limits) {
  if (bytes.empty())
    return refuse(Code::invalid, Text("Tệp rỗng: chọn tệp khác", "The file is empty: choose another"));
  if (bytes.size() > limits.bytes)
    return refuse(Code::too_large, Message(fmt::format("Tệp lớn hơn {} MB: chia thành nhiều tệp", limits.bytes >> 20U),
                                           fmt::format("The file is over {} MB: split it", limits.bytes >> 20U)));
  constexpr std::uint64_t k_entries = 10'000;
  return ZipReader::open(bytes, {limits.unpacked_bytes, limits.unpacked_bytes, k_entries});
}

Problem TableBuilder::problem(Code code, int line, const std::string& vi, const std::string& en) const {
  return problem_at(where_, code, line, vi, en);
}

Result<bool> TableBuilder::take_header(Cells cells, int line) {
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  std::set<std::string> seen;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) {
      return tl::make_unexpected(problem(Code::invalid, line,
                                         fmt::format("cột {} chưa có tên, ghi tên hoặc xóa cột", i + 1),
                                         fmt::format("column {} has no name, name it or delete it", i + 1)));
    }
    if (!seen.insert(fold(cells[i])).second) {
      return tl::make_unexpected(problem(Code::invalid, line, "tên cột “" + cells[i] + "” có hai lần, đổi tên một cột",
                                         "column name “" + cells[i] + "” stands twice, rename one"));
    }
  }
  table_.header = std::move(cells);
  return true;
}

Result<bool> TableBuilder::mend(Where where, const Limits& limits, Cells& cells, int line) {
  if (cells.size() > limits.columns) return tl::make_unexpected(too_wide(where, line, limits));
  for (auto& cell : cells) {
    if (cell.empty()) continue;
    if (cell.size() > limits.cell_bytes) {
      return tl::make_unexpected(problem_at(where, Code::too_large, line,
                                            fmt::format("một ô dài quá {} KB", limits.cell_bytes >> 10U),
                                            fmt::format("a cell is longer than {} KB", limits.cell_bytes >> 10U)));
    }
    if (!is_utf8(cell)) {
      return tl::make_unexpected(problem_at(where, Code::invalid, line, "có chữ không đọc được, lưu lại tệp dạng UTF-8",
                                            "has characters that can't be read, save the file as UTF-8"));
    }
    cell = mended(cell);
  }
  return true;
}

Result<bool> TableBuilder::add(Cells cells, int line) {
  NC_CHECKED(kept, mend(where_, limits_, cells, line));
  if (std::ranges::all_of(cells, &std::string::empty)) return true;
  if (table_.header.empty()) return take_header(std::move(cells), line);
  if (table_.rows.size() >= limits_.rows) {
    return tl::make_unexpected(too_long(where_, line, limits_));
  }
  const std::size_t width = table_.header.size();
  for (std::size_t i = width; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    return tl::make_unexpected(
        problem(Code::invalid, line,
                fmt::format("có {} ô, tiêu đề chỉ có {} cột; kiểm tra dấu phân cách và dấu nháy", i + 1, width),
                fmt::format("has {} cells, the header {} columns; check delimiters and quotes", i + 1, width)));
  }
  cells.resize(width);
  table_.rows.push_back(std::move(cells));
  table_.lines.push_back(line);
  return true;
}

Result<TableFile> TableBuilder::finish() {
  if (table_.header.empty()) {
    return refuse(Code::invalid, Text("Tệp không có dòng tiêu đề: dòng đầu phải là tên các cột",
                                      "The file has no header: the first line must name the columns"));
  }
  return std::move(table_);
}

Result<bool> GridBuilder::add(Cells cells, int line) {
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  NC_CHECKED(kept, TableBuilder::mend(where_, limits_, cells, line));
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  if (cells.empty()) return true;
  // A few rows above the table (titles) don't count against the limit of data rows.
  if (grid.rows.size() >= limits_.rows + 100) return tl::make_unexpected(too_long(where_, line, limits_));
  grid.columns = std::max(grid.columns, cells.size());
  grid.rows.push_back(std::move(cells));
  grid.lines.push_back(line);
  return true;
}

Result<Grid> GridBuilder::finish() {
  if (grid.rows.empty()) {
    const std::string sheet = grid.sheet.empty() ? "" : " “" + grid.sheet + "”";
    return refuse(Code::invalid, Message("Trang tính" + sheet + " không có ô nào có chữ: chọn trang khác hoặc tệp khác",
                                         "The sheet" + sheet + " has no cell with anything in it: choose another sheet or file"));
  }
  return std::move(grid);
}

}  // namespace nc::tables
