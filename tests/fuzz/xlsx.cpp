// Fuzz target: any bytes sent as an Excel file give a table that keeps its promises, or a reason.
#include "file/table.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nc;
  using fuzz::must;
  tables::Limits limits;
  limits.unpacked_bytes = 4U << 20U;
  limits.rows = 500;
  limits.columns = 40;
  const auto read = tables::read_table(fuzz::text_of(data, size), limits);
  if (!read) {
    fuzz::must_explain(read.error());
    return 0;
  }
  must(!read->header.empty() && read->rows.size() <= limits.rows && read->lines.size() == read->rows.size());
  for (const auto& row : read->rows) {
    must(row.size() == read->header.size());
    for (const auto& cell : row) must(is_utf8(cell));
  }
  return 0;
}
