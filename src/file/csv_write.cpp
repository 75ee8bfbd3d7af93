// Writes CSV files that Excel opens right and can't be made to run.
#include <algorithm>

#include "file/table_cells.h"

namespace nc::tables {
namespace {

/// What could be taken for a delimiter, an end of line or Excel's "sep=" hint stands in quotes.
bool needs_quotes(std::string_view cell, char delimiter) {
  return cell.find_first_of("\"\r\n,;\t") != std::string_view::npos || cell.find(delimiter) != std::string_view::npos ||
         cell.starts_with("sep=") || (!cell.empty() && (cell.front() == ' ' || cell.back() == ' '));
}

void append_cell(std::string& out, std::string_view cell, char delimiter, bool guard) {
  const bool guarded = guard && would_run(cell);
  const bool quoted = needs_quotes(cell, delimiter);
  if (quoted) out += '"';
  if (guarded) out += '\'';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

}  // namespace

CsvWriter::CsvWriter(Out out, std::vector<Column> columns, CsvLook look)
    : out_(std::move(out)), columns_(std::move(columns)), look_(look) {
  if (look_.bom) out_("\xEF\xBB\xBF");
  Cells names;
  for (const auto& column : columns_) names.push_back(column.name);
  line(names, true);
}

void CsvWriter::row(const Cells& cells) { line(cells, false); }

void CsvWriter::line(const Cells& cells, bool header) {
  buffer_.clear();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) buffer_ += look_.delimiter;
    if (i >= cells.size()) continue;
    const bool plain = !header && columns_[i].kind != Kind::text && is_plain(cells[i], columns_[i].kind);
    append_cell(buffer_, cells[i], look_.delimiter, !plain);
  }
  buffer_ += "\r\n";
  out_(buffer_);
}

std::string write_csv(const std::vector<Column>& columns, const std::vector<Cells>& rows, CsvLook look) {
  std::string out;
  CsvWriter writer([&out](std::string_view part) { out.append(part); }, columns, look);
  for (const auto& row : rows) writer.row(row);
  return out;
}

}  // namespace nc::tables
