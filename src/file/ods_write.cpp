// Writes an OpenDocument sheet (.ods) with typed cells. Text is text: no cell of ours is ever a formula.
#include <algorithm>

#include "base/date.h"
#include "file/grid.h"
#include "file/table_cells.h"
#include "file/zip_file.h"

namespace nc::tables {
namespace {

constexpr std::size_t k_most_rows = 1'048'575;

constexpr std::string_view k_head =
    R"(<?xml version="1.0" encoding="UTF-8"?><office:document-content )"
    R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:look="urn:oasis:names:tc:opendocument:xmlns:style:1.0" )"
    R"(xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" )"
    R"(xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3"><office:automatic-styles>)"
    R"(<number:date-style look:name="day"><number:day/><number:text>/</number:text>)"
    R"(<number:month/><number:text>/</number:text><number:year/></number:date-style>)"
    R"(<look:style look:name="cday" look:family="table-cell" look:data-style-name="day"/>)"
    R"(<look:style look:name="chead" look:family="table-cell"><look:text-properties fo:font-weight="bold"/></look:style>)"
    R"(</office:automatic-styles><office:body><office:spreadsheet>)";

constexpr std::string_view k_manifest =
    R"(<?xml version="1.0" encoding="UTF-8"?><manifest:manifest )"
    R"(xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">)"
    R"(<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>)"
    R"(<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>)";

void escape(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') out += c;
  }
}

void paragraphs(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += "<text:p>";
    escape(out, text.substr(at, end - at));
    out += "</text:p>";
    at = end + 1;
  }
}

void cell(std::string& out, const Column& column, const std::string& value) {
  if (value.empty()) {
    out += "<table:table-cell/>";
    return;
  }
  if (column.kind != Kind::text && is_plain(value, column.kind)) {
    const bool day = column.kind == Kind::date;
    out += day ? "<table:table-cell table:style-name=\"cday\" office:value-type=\"date\" office:date-value=\""
               : "<table:table-cell office:value-type=\"float\" office:value=\"";
    out += value + "\"><text:p>" + (day ? format_date(*Date::from_iso(value), Lang::vi) : value) + "</text:p>";
  } else {
    out += "<table:table-cell office:value-type=\"string\">";
    paragraphs(out, value);
  }
  out += "</table:table-cell>";
}

}  // namespace

Result<std::string> write_ods(std::string_view sheet, const std::vector<Column>& columns,
                              const std::vector<Cells>& rows) {
  if (rows.size() > k_most_rows) {
    return refuse(Code::too_large, Text("Bảng tính chỉ chứa 1.048.576 dòng: lọc bớt hoặc xuất CSV",
                                        "A sheet holds 1,048,576 rows only: filter, or export CSV"));
  }
  std::string out(k_head);
  out += "<table:table table:name=\"";
  escape(out, sheet);
  out += "\"><table:table-row>";
  for (const Column& column : columns) {
    out += "<table:table-cell table:style-name=\"chead\" office:value-type=\"string\">";
    paragraphs(out, column.name);
    out += "</table:table-cell>";
  }
  out += "</table:table-row>";
  for (const Cells& row : rows) {
    out += "<table:table-row>";
    for (std::size_t i = 0; i < columns.size(); ++i) cell(out, columns[i], i < row.size() ? row[i] : std::string());
    out += "</table:table-row>";
  }
  out += "</table:table></office:spreadsheet></office:body></office:document-content>";
  return zip_pack({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                   {"META-INF/manifest.xml", std::string(k_manifest)},
                   {"content.xml", std::move(out)}});
}

}  // namespace nc::tables
