// Reads a sheet of an Excel file in constant memory but for its strings.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "file/grid.h"
#include "file/table_build.h"
#include "file/table_cells.h"
#include "file/xml_reader.h"

namespace nc::tables {
namespace {

using Node = XmlReader::Node;

int whole(std::string_view text, int otherwise) {
  int value = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

Problem not_a_workbook() {
  return {Code::unsupported,
          Text("Tệp không phải bảng tính .xlsx: mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx",
               "The file is not an .xlsx workbook: open it in Excel or LibreOffice and save it as .xlsx"),
          {}};
}

/// Lists that a normal workbook keeps short; a file made to fill the memory does not.
constexpr std::size_t k_most_parts = 50'000, k_most_strings = 2'000'000;

Problem too_much() {
  return {Code::too_large,
          Text("Tệp Excel có quá nhiều phần bên trong: chép riêng bảng cần nhập sang một tệp mới",
               "The Excel file has too many parts inside: copy the table you need into a new file"),
          {}};
}

/// "/xl/worksheets/sheet1.xml" or "worksheets/sheet1.xml" beside xl/workbook.xml.
std::string resolved(const std::string& folder, const std::string& target) {
  return target.starts_with('/') ? target.substr(1) : folder + target;
}

/// Targets of a relations part by id, and the first of a type.
struct Relations {
  std::map<std::string, std::string> by_id;
  std::string of_type(std::string_view end) const {
    for (const auto& [type, target] : by_type) {
      if (type.ends_with(end)) return target;
    }
    return {};
  }
  std::vector<std::pair<std::string, std::string>> by_type;
};

struct SheetRef {
  std::string name, part;
  bool hidden = false;
};

class Workbook {
 public:
  static Result<Workbook> open(std::string_view bytes, const Limits& limits) {
    NC_TRY(zip, open_archive(bytes, limits));
    Workbook book(std::move(zip), limits);
    if (!book.zip_.has("_rels/.rels")) return tl::make_unexpected(not_a_workbook());
    NC_TRY(root, book.relations("_rels/.rels"));
    const std::string path = root.of_type("/officeDocument");
    if (path.empty()) return tl::make_unexpected(not_a_workbook());
    NC_CHECKED(read, book.read_workbook(resolved("", path)));
    return book;
  }

  const std::vector<SheetRef>& sheets() const { return sheets_; }

  /// Gives every row to `sink`; what only grids keep goes to `extra` when it is given.
  Result<bool> read(const SheetRef& sheet, const RowSink& sink, Grid* extra) {
    if (!styles_part_.empty() && zip_.has(styles_part_)) NC_CHECKED(styles, read_styles());
    if (!strings_part_.empty() && zip_.has(strings_part_)) NC_CHECKED(strings, read_strings());
    return read_sheet(sheet.part, sink, extra);
  }

 private:
  Workbook(ZipReader zip, const Limits& limits) : zip_(std::move(zip)), limits_(limits) {}

  Result<Relations> relations(const std::string& part) {
    NC_TRY(stream, zip_.stream(part));
    XmlReader xml(std::move(stream));
    Relations out;
    for (;;) {
      NC_TRY(node, xml.next());
      if (node == Node::done) return out;
      if (node != Node::start || xml.name() != "Relationship" || xml.attribute("TargetMode") == "External") continue;
      if (out.by_type.size() >= k_most_parts) return tl::make_unexpected(too_much());
      out.by_id[xml.attribute("Id")] = xml.attribute("Target");
      out.by_type.emplace_back(xml.attribute("Type"), xml.attribute("Target"));
    }
  }

  Result<bool> read_workbook(const std::string& part) {
    const std::size_t slash = part.find_last_of('/') + 1;
    const std::string folder = part.substr(0, slash);
    NC_TRY(links, relations(folder + "_rels/" + part.substr(slash) + ".rels"));
    if (const auto target = links.of_type("/sharedStrings"); !target.empty()) strings_part_ = resolved(folder, target);
    if (const auto target = links.of_type("/styles"); !target.empty()) styles_part_ = resolved(folder, target);
    NC_TRY(stream, zip_.stream(part));
    XmlReader xml(std::move(stream));
    for (;;) {
      NC_TRY(node, xml.next());
      if (node == Node::done) break;
      if (node != Node::start) continue;
      if (xml.name() == "workbookPr") {
        const std::string flag = xml.attribute("date1904");
        from_1904_ = flag == "1" || flag == "true";
      } else if (xml.name() == "sheet") {
        const auto target = links.by_id.find(xml.attribute("id"));
        const std::string state = xml.attribute("state");
        // A chart sheet has no cells to read.
        if (target == links.by_id.end() || target->second.find("chartsheet") != std::string::npos) continue;
        sheets_.push_back(
            {xml.attribute("name"), resolved(folder, target->second), state == "hidden" || state == "veryHidden"});
      }
    }
    if (sheets_.empty()) return tl::make_unexpected(not_a_workbook());
    return true;
  }

  /// Which cell styles show days: index of cellXfs -> its number format.
  Result<bool> read_styles() {
    NC_TRY(stream, zip_.stream(styles_part_));
    XmlReader xml(std::move(stream));
    std::map<int, bool> custom;
    bool in_cell_formats = false;
    for (;;) {
      NC_TRY(node, xml.next());
      if (node == Node::done) return true;
      if (xml.name() == "cellXfs") in_cell_formats = node == Node::start;
      if (node != Node::start) continue;
      if (xml.name() == "numFmt") {
        if (custom.size() >= k_most_parts) return tl::make_unexpected(too_much());
        custom[whole(xml.attribute("numFmtId"), -1)] = is_date_format(xml.attribute("formatCode"));
      } else if (xml.name() == "xf" && in_cell_formats) {
        const int id = whole(xml.attribute("numFmtId"), 0);
        const auto own = custom.find(id);
        const bool built_in =
            (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        date_style_.push_back(own != custom.end() ? own->second : built_in);
      }
    }
  }

  Problem long_cell() const {
    return {Code::too_large,
            {fmt::format("Một ô dài quá {} KB", limits_.cell_bytes >> 10U),
             fmt::format("A cell is longer than {} KB", limits_.cell_bytes >> 10U)},
            {}};
  }

  /// Text of <si> or <is>: its <t> pieces, without the reading aids of <rPh>.
  Result<std::string> rich_text(XmlReader& xml, std::string_view end) {
    std::string out;
    bool in_text = false, in_phonetic = false;
    for (;;) {
      NC_TRY(node, xml.next());
      if (node == Node::done) return out;
      if (node == Node::text) {
        if (in_text && !in_phonetic) out += xml.text();
        if (out.size() > limits_.cell_bytes) {
          return refuse(Code::too_large,
                        Message(fmt::format("Một ô dài quá {} KB", limits_.cell_bytes >> 10U),
                                fmt::format("A cell is longer than {} KB", limits_.cell_bytes >> 10U)));
        }
        continue;
      }
      if (xml.name() == "t") in_text = node == Node::start;
      if (xml.name() == "rPh") in_phonetic = node == Node::start;
      if (node == Node::end && xml.name() == end) return out;
    }
  }

  Result<bool> read_strings() {
    NC_TRY(stream, zip_.stream(strings_part_));
    XmlReader xml(std::move(stream));
    for (;;) {
      NC_TRY(node, xml.next());
      if (node == Node::done) return true;
      if (node != Node::start || xml.name() != "si") continue;
      NC_TRY(text, rich_text(xml, "si"));
      if (strings_.size() >= k_most_strings) return tl::make_unexpected(too_much());
      strings_.push_back(std::move(text));
    }
  }

  struct Cell {
    std::size_t column = 0;
    std::string type, value;
    int style = 0;
    bool formula = false, has_value = false;
  };

  std::string shown(const Cell& cell) const {
    if (cell.type == "s") {
      const int index = whole(cell.value, -1);
      return index >= 0 && static_cast<std::size_t>(index) < strings_.size() ? strings_[static_cast<std::size_t>(index)]
                                                                             : "";
    }
    if (!cell.type.empty() && cell.type != "n") return cell.value;  // str, inlineStr, b (0/1), d (ISO), e (#N/A)
    if (cell.value.empty()) return {};
    double number = 0;
    const char* const last = cell.value.data() + cell.value.size();
    const auto [end, error] = std::from_chars(cell.value.data(), last, number);
    if (error != std::errc() || end != last) return cell.value;
    const auto style = static_cast<std::size_t>(std::max(0, cell.style));
    if (style < date_style_.size() && date_style_[style]) {
      if (auto moment = excel_moment(number, from_1904_)) return *moment;
    }
    return plain_text(number);
  }

  /// "AB12" -> 27. A cell without a reference follows the one before.
  static std::size_t column_of(const std::string& reference, std::size_t otherwise) {
    std::size_t column = 0;
    std::size_t letters = 0;
    for (const char c : reference) {
      if (c < 'A' || c > 'Z' || letters > 3) break;
      column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
      ++letters;
    }
    return letters == 0 ? otherwise : column - 1;
  }

  Result<Cell> read_cell(XmlReader& xml, std::size_t column) {
    Cell cell;
    cell.column = column;
    cell.type = xml.attribute("t");
    cell.style = whole(xml.attribute("s"), 0);
    bool in_value = false;
    for (;;) {
      NC_TRY(node, xml.next());
      if (node == Node::done) return cell;
      if (node == Node::text) {
        if (in_value) cell.value += xml.text();
        if (cell.value.size() > limits_.cell_bytes) return tl::make_unexpected(long_cell());
        continue;
      }
      if (xml.name() == "v") {
        in_value = node == Node::start;
        cell.has_value = true;
      }
      if (xml.name() == "f") cell.formula = true;
      if (node == Node::start && xml.name() == "is") {
        NC_TRY(text, rich_text(xml, "is"));
        cell.value = std::move(text);
      }
      if (node == Node::end && xml.name() == "c") return cell;
    }
  }

  /// "A1:C3" as a block; nothing when it is none.
  static std::optional<Merge> merge_of(const std::string& reference) {
    const std::size_t colon = reference.find(':');
    if (colon == std::string::npos) return std::nullopt;
    const auto corner = [](const std::string& text) {
      const std::size_t digits = text.find_first_of("0123456789");
      const int row = digits == std::string::npos ? 0 : whole(std::string_view(text).substr(digits), 0);
      return std::pair{row, static_cast<int>(column_of(text, 0))};
    };
    const auto [top, left] = corner(reference.substr(0, colon));
    const auto [bottom, right] = corner(reference.substr(colon + 1));
    if (top < 1 || bottom < top || right < left) return std::nullopt;
    return Merge{top, left, bottom - top + 1, right - left + 1};
  }

  void note_fault(const Cell& cell, int row, Grid* extra) const {
    if (extra == nullptr || extra->faults.size() >= k_most_faults) return;
    if (cell.type == "e") extra->faults.push_back({row, static_cast<int>(cell.column), CellFault::Kind::error});
    if (cell.formula && !cell.has_value)
      extra->faults.push_back({row, static_cast<int>(cell.column), CellFault::Kind::formula});
  }

  Result<bool> read_sheet(const std::string& part, const RowSink& sink, Grid* extra) {
    NC_TRY(stream, zip_.stream(part));
    XmlReader xml(std::move(stream));
    Cells cells;
    int row = 0;
    bool in_data = false, after_data = false;
    for (;;) {
      NC_TRY(node, xml.next());
      if (node == Node::done) break;
      if (node == Node::text) continue;
      if (xml.name() == "sheetData") {
        in_data = node == Node::start;
        after_data = !in_data;
        if (after_data && extra == nullptr) break;
      } else if (after_data && node == Node::start && xml.name() == "mergeCell") {
        if (const auto merge = merge_of(xml.attribute("ref")); merge && extra->merges.size() < k_most_merges)
          extra->merges.push_back(*merge);
      } else if (in_data && xml.name() == "row") {
        if (node == Node::end) {
          NC_CHECKED(added, sink(std::move(cells), row));
        } else {
          row = whole(xml.attribute("r"), row + 1);
        }
        cells = {};
      } else if (in_data && node == Node::start && xml.name() == "c") {
        const std::size_t column = column_of(xml.attribute("r"), cells.size());
        if (column >= limits_.columns) {
          // Formatting far to the right is common; only a cell with a value there is too far.
          NC_TRY(far, read_cell(xml, column));
          if (far.value.empty()) continue;
          return tl::make_unexpected(too_wide(TableBuilder::Where::row, row, limits_));
        }
        NC_TRY(cell, read_cell(xml, column));
        note_fault(cell, row, extra);
        if (cells.size() <= column) cells.resize(column + 1);
        cells[column] = shown(cell);
      }
    }
    return true;
  }

  ZipReader zip_;
  Limits limits_;
  std::vector<SheetRef> sheets_;
  std::string strings_part_, styles_part_;
  std::vector<std::string> strings_;
  std::vector<bool> date_style_;
  bool from_1904_ = false;
};

}  // namespace

Result<std::vector<std::string>> sheet_names(std::string_view bytes, const Limits& limits) {
  NC_TRY(book, Workbook::open(bytes, limits));
  std::vector<std::string> names;
  for (const auto& sheet : book.sheets()) {
    if (!sheet.hidden) names.push_back(sheet.name);
  }
  return names;
}

namespace {

Result<SheetRef> chosen_sheet(const Workbook& book, std::string_view sheet) {
  const auto& sheets = book.sheets();
  auto found =
      std::ranges::find_if(sheets, [&](const SheetRef& s) { return sheet.empty() ? !s.hidden : s.name == sheet; });
  if (found == sheets.end() && sheet.empty()) found = sheets.begin();
  if (found != sheets.end()) return *found;
  std::vector<std::string> names;
  for (const auto& s : sheets) names.push_back(s.name);
  return tl::make_unexpected(no_such_sheet(sheet, names));
}

}  // namespace

Result<TableFile> read_xlsx(std::string_view bytes, std::string_view sheet, const Limits& limits) {
  NC_TRY(book, Workbook::open(bytes, limits));
  NC_TRY(chosen, chosen_sheet(book, sheet));
  TableBuilder builder(TableBuilder::Where::row, limits);
  NC_CHECKED(read, book.read(chosen, [&](Cells cells, int row) { return builder.add(std::move(cells), row); }, nullptr));
  return builder.finish();
}

Result<Grid> read_xlsx_grid(std::string_view bytes, std::string_view sheet, const Limits& limits) {
  NC_TRY(book, Workbook::open(bytes, limits));
  NC_TRY(chosen, chosen_sheet(book, sheet));
  GridBuilder builder(TableBuilder::Where::row, limits);
  builder.grid.sheet = chosen.name;
  NC_CHECKED(read,
             book.read(chosen, [&](Cells cells, int row) { return builder.add(std::move(cells), row); }, &builder.grid));
  return builder.finish();
}

}  // namespace nc::tables
