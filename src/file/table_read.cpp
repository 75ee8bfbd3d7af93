// Tells what kind of table file was sent by its content.
#include <algorithm>

#include "file/grid.h"
#include "file/table_build.h"
#include "file/zip_file.h"

namespace nc::tables {
namespace {

Problem other_format(std::string_view what_vi, std::string_view what_en) {
  return {Code::unsupported,
          {"Đây là " + std::string(what_vi) + ": mở tệp, lưu lại dạng .xlsx hoặc “CSV UTF-8”",
           "This is " + std::string(what_en) + ": open it and save it as .xlsx or “CSV UTF-8”"},
          {}};
}

Problem with_password() {
  return {Code::unsupported,
          Text("Tệp có mật khẩu: mở bằng Excel hoặc LibreOffice, bỏ mật khẩu rồi lưu lại",
               "The file has a password: open it in Excel or LibreOffice, take the password off and save it again"),
          {}};
}

bool is_web_page(std::string_view bytes) {
  const auto start = bytes.substr(0, 512);
  const auto first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return false;
  const auto rest = start.substr(first);
  for (const std::string_view sign : {"<!DOCTYPE", "<!doctype", "<html", "<HTML", "<?xml", "<table", "<TABLE"}) {
    if (rest.starts_with(sign)) return true;
  }
  return false;
}

/// A name as the directory of an old Office file spells it: every letter followed by a zero.
bool has_wide(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) (wide += c) += '\0';
  return bytes.find(wide) != std::string_view::npos;
}

bool is_locked_ods(ZipReader& zip) {
  const auto manifest = zip.read("META-INF/manifest.xml");
  return manifest && manifest->find("encryption-data") != std::string::npos;
}

}  // namespace

Result<FileFormat> format_of(std::string_view bytes) {
  if (bytes.empty()) return refuse(Code::invalid, Text("Tệp rỗng: chọn tệp khác", "The file is empty: choose another"));
  if (bytes.starts_with("PK\x03\x04")) {
    auto zip = ZipReader::open(bytes);
    if (!zip || !zip->has("content.xml") || zip->has("xl/workbook.xml")) return FileFormat::xlsx;
    if (is_locked_ods(*zip)) return tl::make_unexpected(with_password());
    return FileFormat::ods;
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    if (has_wide(bytes, "EncryptedPackage")) return tl::make_unexpected(with_password());
    return tl::make_unexpected(
        other_format("tệp .xls cũ hoặc tệp có mật khẩu", "an old .xls file or one with a password"));
  }
  if (bytes.starts_with("%PDF")) return tl::make_unexpected(other_format("tệp PDF", "a PDF"));
  if (bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF"))
    return refuse(Code::unsupported, Text("Đây là ảnh: chọn tệp bảng tính .xlsx, .ods hoặc .csv",
                                          "This is a picture: choose a spreadsheet (.xlsx, .ods or .csv)"));
  if (is_web_page(bytes)) return tl::make_unexpected(other_format("trang web hoặc XML", "a web page or XML"));
  return FileFormat::csv;
}

Result<std::vector<std::string>> sheets_of(std::string_view bytes, const Limits& limits) {
  NC_TRY(format, format_of(bytes));
  if (format == FileFormat::xlsx) return sheet_names(bytes, limits);
  if (format == FileFormat::ods) return ods_sheet_names(bytes, limits);
  return std::vector<std::string>{""};
}

Result<Grid> read_grid(std::string_view bytes, std::string_view sheet, const Limits& limits) {
  NC_TRY(format, format_of(bytes));
  if (format == FileFormat::xlsx) return read_xlsx_grid(bytes, sheet, limits);
  if (format == FileFormat::ods) return read_ods_grid(bytes, sheet, limits);
  return read_csv_grid(bytes, limits);
}

Result<TableFile> read_table(std::string_view bytes, const Limits& limits) {
  NC_TRY(format, format_of(bytes));
  if (format == FileFormat::xlsx) return read_xlsx(bytes, {}, limits);
  if (format == FileFormat::csv) return read_csv(bytes, limits);
  NC_TRY(grid, read_ods_grid(bytes, {}, limits));
  TableBuilder builder(TableBuilder::Where::row, limits);
  for (std::size_t i = 0; i < grid.rows.size(); ++i)
    NC_CHECKED(added, builder.add(std::move(grid.rows[i]), grid.lines[i]));
  return builder.finish();
}

std::string column_letters(std::size_t at) {
  std::string out;
  for (std::size_t n = at + 1; n > 0; n = (n - 1) / 26) out += static_cast<char>('A' + (n - 1) % 26);
  std::ranges::reverse(out);
  return out;
}

}  // namespace nc::tables
