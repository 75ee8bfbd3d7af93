// Any table file as a plain grid of texts: nothing is taken for a header yet, so that people can choose it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "file/table.h"

namespace nc::tables {

/// A cell whose value the file does not hold.
struct CellFault {
  enum class Kind {
    formula,  ///< a formula that was never calculated
    error,    ///< #N/A, #REF! ...
  };
  int line = 0;    ///< as Grid::lines
  int column = 0;  ///< from 0
  Kind kind = Kind::formula;
};

/// Cells that were joined into one; its value stands in the first.
struct Merge {
  int line = 0, column = 0, lines = 1, columns = 1;
};

/// A sheet as read: cells are mended text as in TableFile; rows have the length they have; empty rows are left out.
struct Grid {
  std::string sheet;        ///< "" for text files
  std::vector<Cells> rows;  ///< never empty
  std::vector<int> lines;   ///< where each row stands in the file, from 1
  std::size_t columns = 0;  ///< of the widest row
  std::vector<CellFault> faults;
  std::vector<Merge> merges;
};

enum class FileFormat { csv, xlsx, ods };
/// What kind of table file it is, by its content. Refuses, saying what it is and how to mend: old .xls, files with a
/// password, web pages (also those named .xls), PDF, pictures, empty files.
Result<FileFormat> format_of(std::string_view bytes);
/// Names of the visible sheets in order; one empty name for text files.
Result<std::vector<std::string>> sheets_of(std::string_view bytes, const Limits& limits = {});
/// One sheet ("" is the first visible one).
Result<Grid> read_grid(std::string_view bytes, std::string_view sheet = {}, const Limits& limits = {});

/// "A", "Z", "AA": how spreadsheets name column `at` (from 0).
std::string column_letters(std::size_t at);

/// Writes an OpenDocument sheet: the same cells as write_xlsx.
Result<std::string> write_ods(std::string_view sheet, const std::vector<Column>& columns,
                              const std::vector<Cells>& rows);

/// A workbook to be filled in: a sheet with heads and drop-downs, a sheet of hints, the lists on a third.
struct FormColumn {
  std::string name, hint;
  Kind kind = Kind::text;
  bool required = false;
  std::vector<std::string> choices;  ///< offered in a drop-down; others may be typed when `open`
  bool open = false;
};
struct FormBook {
  std::string sheet, hints_sheet, lists_sheet;
  std::vector<FormColumn> columns;
  std::vector<Cells> hints;  ///< rows of the second sheet, its head first
  std::string bad_choice;    ///< said when something else is typed than the list has
};
/// Throws std::runtime_error when the temporary file can't be made.
std::string write_form(const FormBook& book);

}  // namespace nc::tables
