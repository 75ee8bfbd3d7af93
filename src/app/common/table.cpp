// Reads the tab-separated tables that are built into the program.
#include "app/common/table.h"

#include <mutex>
#include <stdexcept>

#include "base/embedded.h"

namespace nc::app {

namespace {

std::vector<std::string> split_keeping_empty(std::string_view line, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto at = line.find(separator);
    parts.emplace_back(line.substr(0, at));
    if (at == std::string_view::npos) return parts;
    line.remove_prefix(at + 1);
  }
}

std::string_view embedded_text(std::string_view file_name) {
  for (const EmbeddedFile& file : embedded_reference())
    if (file.name == file_name) return file.bytes;
  throw std::logic_error("reference table is not built in: " + std::string(file_name));
}

}  // namespace

TsvTable::TsvTable(std::string_view text) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (header_.empty())
      header_ = split_keeping_empty(line, '\t');
    else if (!line.empty())
      rows_.push_back(split_keeping_empty(line, '\t'));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  for (std::size_t i = 0; i < header_.size(); ++i) at_[header_[i]] = i;
}

const std::string& TsvTable::cell(const std::vector<std::string>& row, std::string_view column) const {
  static const std::string none;
  const auto found = at_.find(column);
  if (found == at_.end()) throw std::logic_error("reference table has no column " + std::string(column));
  return found->second < row.size() ? row[found->second] : none;
}

std::vector<std::string> split_cell(std::string_view cell, char separator) {
  std::vector<std::string> parts;
  for (std::string& part : split_keeping_empty(cell, separator))
    if (!part.empty()) parts.push_back(std::move(part));
  return parts;
}

const TsvTable& reference_table(std::string_view file_name) {
  static std::mutex guard;
  static std::map<std::string, TsvTable, std::less<>> loaded;
  const std::scoped_lock lock(guard);
  auto found = loaded.find(file_name);
  if (found == loaded.end()) found = loaded.emplace(std::string(file_name), TsvTable(embedded_text(file_name))).first;
  return found->second;
}

ReferenceRows reference_rows(std::string_view file_name, const std::vector<std::pair<const char*, const char*>>& fields) {
  const TsvTable& table = reference_table(file_name);
  ReferenceRows out;
  for (const auto& [field, column] : fields) out.header.emplace_back(field);
  out.header.emplace_back("confidentiality");
  for (const auto& row : table.rows()) {
    std::vector<std::string> cells;
    for (const auto& [field, column] : fields) cells.push_back(table.cell(row, column));
    cells.emplace_back("public");
    out.rows.push_back(std::move(cells));
  }
  return out;
}

}  // namespace nc::app
