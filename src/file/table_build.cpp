// Header and row rules of table files.
#include "file/table_build.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/fold.h"

namespace nc::tables {

Problem TableBuilder::problem(Code code, int line, const std::string& vi, const std::string& en) const {
  const bool lines = where_ == Where::line;
  return {code,
          {fmt::format("{} {}: {}", lines ? "Dòng" : "Hàng", line, vi),
           fmt::format("{} {}: {}", lines ? "Line" : "Row", line, en)},
          {}};
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

Result<bool> TableBuilder::add(Cells cells, int line) {
  if (cells.size() > limits_.columns) {
    return tl::make_unexpected(problem(Code::too_large, line, fmt::format("quá {} cột", limits_.columns),
                                       fmt::format("more than {} columns", limits_.columns)));
  }
  for (auto& cell : cells) {
    if (cell.size() > limits_.cell_bytes) {
      return tl::make_unexpected(problem(Code::too_large, line,
                                         fmt::format("một ô dài quá {} KB", limits_.cell_bytes >> 10U),
                                         fmt::format("a cell is longer than {} KB", limits_.cell_bytes >> 10U)));
    }
    if (!is_utf8(cell)) {
      return tl::make_unexpected(problem(Code::invalid, line, "có chữ không đọc được, lưu lại tệp dạng UTF-8",
                                         "has characters that can't be read, save the file as UTF-8"));
    }
    cell = mended(cell);
  }
  if (std::ranges::all_of(cells, &std::string::empty)) return true;
  if (table_.header.empty()) return take_header(std::move(cells), line);
  if (table_.rows.size() >= limits_.rows) {
    return tl::make_unexpected(problem(Code::too_large, line,
                                       fmt::format("quá {} dòng dữ liệu, chia thành nhiều tệp", limits_.rows),
                                       fmt::format("more than {} rows, split the file", limits_.rows)));
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

}  // namespace nc::tables
