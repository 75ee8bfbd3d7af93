// Collects rows into a TableFile and refuses what no import can use. Shared by the CSV and the Excel reader.
#pragma once
#include "file/grid.h"
#include "file/table.h"
#include "file/zip_file.h"

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

  /// Brings cells into their kept form and refuses those that can't be kept. Also for grids.
  static Result<bool> mend(Where where, const Limits& limits, Cells& cells, int line);

 private:
  Result<bool> take_header(Cells cells, int line);
  Where where_;
  const Limits& limits_;
  TableFile table_;
};

/// A refusal that names the line or row.
Problem problem_at(TableBuilder::Where where, Code code, int line, const std::string& vi, const std::string& en);
Problem too_wide(TableBuilder::Where where, int line, const Limits& limits);
Problem too_long(TableBuilder::Where where, int line, const Limits& limits);
/// Names the sheets that are there.
Problem no_such_sheet(std::string_view sheet, const std::vector<std::string>& names);

/// Collects rows into a Grid: empty rows are passed over, nothing is taken for a header.
class GridBuilder {
 public:
  GridBuilder(TableBuilder::Where where, const Limits& limits) : where_(where), limits_(limits) {}
  Result<bool> add(Cells cells, int line);
  /// Refuses a grid without any cell.
  Result<Grid> finish();
  Grid grid;

 private:
  TableBuilder::Where where_;
  const Limits& limits_;
};

/// The archive that an Excel or OpenDocument file is; refuses empty files and what is over the limits.
Result<ZipReader> open_archive(std::string_view bytes, const Limits& limits);
/// What a grid keeps of faults and of joined blocks; a file made to fill the memory has more.
inline constexpr std::size_t k_most_faults = 10'000, k_most_merges = 50'000;

// Readers of one format each; read_grid tells them apart.
Result<Grid> read_csv_grid(std::string_view bytes, const Limits& limits);
Result<Grid> read_xlsx_grid(std::string_view bytes, std::string_view sheet, const Limits& limits);
Result<Grid> read_ods_grid(std::string_view bytes, std::string_view sheet, const Limits& limits);
Result<std::vector<std::string>> ods_sheet_names(std::string_view bytes, const Limits& limits);

}  // namespace nc::tables
