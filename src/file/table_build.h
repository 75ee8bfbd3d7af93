// Collects rows into a TableFile and refuses what no import can use. Shared by the CSV and the Excel reader.
#pragma once
#include "file/table.h"

namespace nc::tables {

class TableBuilder {
 public:
  /// `where` names a place to people: "Dòng 5" / "Line 5" for CSV, "Hàng 5" / "Row 5" for sheets.
  enum class Where { line, row };
  TableBuilder(Where where, const Limits& limits) : where_(where), limits_(limits) {}

  /// The first row that isn't empty is the header. Empty rows are passed over. Cells needn't be mended yet.
  Result<bool> add(Cells cells, int line);
  /// Refuses a table without a header.
  Result<TableFile> finish();

  Problem problem(Code code, int line, const std::string& vi, const std::string& en) const;

 private:
  Result<bool> take_header(Cells cells, int line);
  Where where_;
  const Limits& limits_;
  TableFile table_;
};

}  // namespace nc::tables
