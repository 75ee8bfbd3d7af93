// Reads the tab-separated tables that are built into the program.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nc::app {

/// A table with a header line, no quoting, one row a line.
class TsvTable {
 public:
  explicit TsvTable(std::string_view text);
  const std::vector<std::string>& header() const { return header_; }
  const std::vector<std::vector<std::string>>& rows() const { return rows_; }
  /// The cell of a named column; "" when the row is shorter. An unknown column is a broken build: throws
  /// std::logic_error.
  const std::string& cell(const std::vector<std::string>& row, std::string_view column) const;

 private:
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
  std::map<std::string, std::size_t, std::less<>> at_;
};

/// The parts of a cell that lists several values, split at `separator`; empty parts are dropped.
std::vector<std::string> split_cell(std::string_view cell, char separator = '|');

/// A table of db/reference by its file name; throws std::logic_error when it is not built in.
const TsvTable& reference_table(std::string_view file_name);

/// Rows of a register as an import wants them.
struct ReferenceRows {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
};
/// A whole table of db/reference for everybody to see: the fields of the register, each with the column it is read from.
ReferenceRows reference_rows(std::string_view file_name, const std::vector<std::pair<const char*, const char*>>& fields);

}  // namespace nc::app
