// Fuzz target: any bytes sent as a CSV give a table that keeps its promises, or a reason.
#include <algorithm>

#include "file/table.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nc;
  using fuzz::must;
  tables::Limits limits;
  limits.rows = 200;
  limits.columns = 40;
  limits.cell_bytes = 4096;
  const auto read = tables::read_csv(fuzz::text_of(data, size), limits);
  if (!read) {
    fuzz::must_explain(read.error());
    return 0;
  }
  must(!read->header.empty() && read->header.size() <= limits.columns && read->rows.size() <= limits.rows);
  must(read->lines.size() == read->rows.size() && std::ranges::is_sorted(read->lines));
  for (const auto& name : read->header) must(!name.empty() && is_utf8(name));
  std::vector<tables::Column> columns;
  for (const auto& name : read->header) columns.push_back({name, tables::Kind::text, 0});
  for (const auto& row : read->rows) {
    must(row.size() == read->header.size());
    for (const auto& cell : row) must(is_utf8(cell) && mended(cell) == cell);
  }
  // Nothing that is written can be run by a spreadsheet, and it reads back the same.
  const std::string out = tables::write_csv(columns, read->rows);
  bool quoted = false, cell_start = true;
  for (std::size_t i = 3; i < out.size(); ++i) {
    const char c = out[i];
    if (cell_start && !quoted) must(std::string_view("=+-@\t").find(c) == std::string_view::npos);
    if (c == '"') quoted = !quoted;
    const bool opens = c == '"' && quoted && cell_start;
    if (opens) must(i + 1 < out.size() && std::string_view("=+-@\t").find(out[i + 1]) == std::string_view::npos);
    cell_start = !quoted && (c == ';' || c == '\n');
  }
  const auto again = tables::read_csv(out, limits);
  must(again && again->header == read->header && again->rows == read->rows);
  return 0;
}
