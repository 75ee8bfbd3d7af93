// Reads a sheet of an OpenDocument file (.ods).
#include <algorithm>
#include <charconv>

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
  return error == std::errc() && end == text.data() + text.size() && value > 0 ? value : otherwise;
}

/// Walks content.xml: the cells of one table, and what stands around them.
class Reader {
 public:
  Reader(XmlReader& xml, const Limits& limits) : xml_(xml), limits_(limits) {}

  /// Stands behind <table:table>; reads to its end.
  Result<bool> table(GridBuilder& out) {
    int line = 1;
    for (;;) {
      NC_TRY(node, xml_.next());
      if (node == Node::done || (node == Node::end && xml_.name() == "table")) return true;
      if (node != Node::start || xml_.name() != "table-row") continue;
      const int repeated = whole(xml_.attribute("number-rows-repeated"), 1);
      Cells cells;
      NC_CHECKED(read, row(cells, line, out.grid));
      const bool empty = std::ranges::all_of(cells, &std::string::empty);
      for (int i = 0; !empty && i < repeated; ++i) NC_CHECKED(added, out.add(cells, line + i));
      line += repeated;
    }
  }

 private:
  Result<bool> row(Cells& cells, int line, Grid& grid) {
    std::size_t column = 0;
    for (;;) {
      NC_TRY(node, xml_.next());
      if (node == Node::done || (node == Node::end && xml_.name() == "table-row")) return true;
      if (node != Node::start || (xml_.name() != "table-cell" && xml_.name() != "covered-table-cell")) continue;
      const auto repeated = static_cast<std::size_t>(whole(xml_.attribute("number-columns-repeated"), 1));
      const int spanned = whole(xml_.attribute("number-columns-spanned"), 1),
                rows = whole(xml_.attribute("number-rows-spanned"), 1);
      const bool covered = xml_.name() == "covered-table-cell", formula = !xml_.attribute("formula").empty();
      if ((spanned > 1 || rows > 1) && grid.merges.size() < k_most_merges)
        grid.merges.push_back({line, static_cast<int>(column), rows, spanned});
      NC_TRY(value, cell());
      if (covered) value.clear();
      if (formula && (value.starts_with('#') || value.starts_with("Err:")) && grid.faults.size() < k_most_faults)
        grid.faults.push_back({line, static_cast<int>(column), CellFault::Kind::error});
      if (!value.empty()) {
        if (column + repeated > limits_.columns)
          return tl::make_unexpected(too_wide(TableBuilder::Where::row, line, limits_));
        cells.resize(column + repeated);
        std::fill(cells.end() - static_cast<std::ptrdiff_t>(repeated), cells.end(), value);
      }
      column += repeated;
    }
  }

  /// The value of a cell whose start was just read; reads to its end.
  Result<std::string> cell() {
    const std::string type = xml_.attribute("value-type"), number = xml_.attribute("value"),
                      date = xml_.attribute("date-value"), truth = xml_.attribute("boolean-value");
    const std::string end(xml_.name());
    std::string text;
    int note = 0, paragraphs = 0;
    bool in_text = false;
    for (;;) {
      NC_TRY(node, xml_.next());
      if (node == Node::done) break;
      if (node == Node::text) {
        if (in_text && note == 0) text += xml_.text();
        if (text.size() > limits_.cell_bytes) text.resize(limits_.cell_bytes + 1);  // refused by the builder
        continue;
      }
      const auto name = xml_.name();
      if (name == "annotation") note += node == Node::start ? 1 : -1;
      if (name == "p" && note == 0) {
        in_text = node == Node::start;
        if (in_text && paragraphs++ > 0) text += '\n';
      }
      if (node == Node::start && note == 0 && (name == "s" || name == "tab")) text += ' ';
      if (node == Node::start && note == 0 && name == "line-break") text += '\n';
      if (node == Node::end && name == end) break;
    }
    if (type == "date" && !date.empty()) return moment(date);
    if (type == "boolean") return std::string(truth == "true" ? "1" : "0");
    if ((type == "float" || type == "percentage" || type == "currency") && !number.empty()) return plain(number);
    return text;
  }

  static std::string plain(const std::string& number) {
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    return error == std::errc() && end == number.data() + number.size() ? plain_text(value) : number;
  }

  /// "2025-12-08T14:30:00" -> "2025-12-08 14:30".
  static std::string moment(const std::string& date) {
    const std::size_t t = date.find('T');
    if (t == std::string::npos) return date;
    const std::string hour = date.substr(t + 1, 5);
    return date.substr(0, t) + (hour == "00:00" ? "" : " " + hour);
  }

  XmlReader& xml_;
  const Limits& limits_;
};

}  // namespace

Result<std::vector<std::string>> ods_sheet_names(std::string_view bytes, const Limits& limits) {
  NC_TRY(zip, open_archive(bytes, limits));
  NC_TRY(stream, zip.stream("content.xml"));
  XmlReader xml(std::move(stream));
  std::vector<std::string> names;
  for (;;) {
    NC_TRY(node, xml.next());
    if (node == Node::done) break;
    if (node == Node::start && xml.name() == "table") names.push_back(xml.attribute("name"));
  }
  return names;
}

Result<Grid> read_ods_grid(std::string_view bytes, std::string_view sheet, const Limits& limits) {
  NC_TRY(zip, open_archive(bytes, limits));
  NC_TRY(stream, zip.stream("content.xml"));
  XmlReader xml(std::move(stream));
  std::vector<std::string> names;
  for (;;) {
    NC_TRY(node, xml.next());
    if (node == Node::done) break;
    if (node != Node::start || xml.name() != "table") continue;
    names.push_back(xml.attribute("name"));
    if (!sheet.empty() && names.back() != sheet) continue;
    GridBuilder builder(TableBuilder::Where::row, limits);
    builder.grid.sheet = names.back();
    NC_CHECKED(read, Reader(xml, limits).table(builder));
    return builder.finish();
  }
  return tl::make_unexpected(no_such_sheet(sheet, names));
}

}  // namespace nc::tables
