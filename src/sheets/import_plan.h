// From a sheet as people keep it to a table that can be imported: header, columns, rows that are no records.
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "file/grid.h"
#include "sheets/import.h"

namespace nc::reg {

/// What a person chose for one sheet. Kept with the import until it is done.
struct ImportChoices {
  std::string sheet;
  int header_line = 0;                       ///< line of the file; 0: not chosen yet
  std::vector<std::string> targets;          ///< of each column (see ImportTable)
  std::map<std::string, std::string> fixed;  ///< one value for all rows
  OnDuplicate sure = OnDuplicate::skip, likely = OnDuplicate::create;
  std::map<int, OnDuplicate> fates;  ///< by line
  bool empty_clears = false;
  std::map<std::pair<int, int>, std::string> edits;            ///< (line, column): mended cells
  std::map<std::pair<int, std::string>, std::string> replace;  ///< (column, value) -> value, in every row
  std::vector<int> left_out;                                   ///< lines
  bool keep_totals = false;
  bool keep_file = true;                     ///< as evidence of the records
};

/// Target of a column that holds only the qualifier of a number beside it: "amount:q".
inline constexpr std::string_view k_qualifier_of = ":q";

/// The header of a sheet: one or more lines, joined cells spread over the columns they cover ("Thời gian – Từ ngày").
struct Header {
  std::size_t first = 0, rows = 1;  ///< index in Grid::rows
  std::vector<std::string> names;   ///< "" for a column without a name
};

/// The row that looks most like a header: index in Grid::rows.
std::size_t guess_header(const Description& d, const tables::Grid& grid);
Header header_at(const tables::Grid& grid, std::size_t row);
/// Index of the row that stands in that line of the file, or nullopt.
std::optional<std::size_t> row_of_line(const tables::Grid& grid, int line);
/// For each column the target that its name and its first values suggest, "" when none does.
std::vector<std::string> guess_targets(const Description& d, const Header& header, const tables::Grid& grid);
/// Names a header whatever its order and spelling: the key under which a mapping is remembered.
std::string header_key(const Header& header);
/// Values for all rows, from the name of the file and the sheet and the lines above the header: "Đoàn ra 2024.xlsx" ->
/// direction "out". Also what new records begin with, for required fields that no column gives.
std::map<std::string, std::string> guess_fixed(const Description& d, const std::vector<std::string>& targets,
                                               const tables::Grid& grid, const Header& header, const std::string& file);

/// A year's total without records: may be kept as a claim, never as rows.
struct YearTotal {
  int line = 0, year = 0;
  std::string words;  ///< of the cell that says what it is, or the column's name
  std::string field;  ///< the field of the column, "" when it is none
  Count value;
};
struct ImportPlan {
  ImportTable table;
  std::vector<YearTotal> totals;
  std::vector<std::pair<int, std::string>> no_records;  ///< lines that are headings or sums, with their text
  std::size_t filled_down = 0;                          ///< cells that got the value of a joined block
};
ImportPlan make_plan(const Description& d, tables::Grid grid, const Header& header, const ImportChoices& choices);

}  // namespace nc::reg
