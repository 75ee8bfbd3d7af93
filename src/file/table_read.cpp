// Tells what kind of table file was sent by its content.
#include "file/table.h"
#include "file/zip_file.h"

namespace nc::tables {
namespace {

Problem other_format(std::string_view what_vi, std::string_view what_en) {
  return {Code::unsupported,
          {"Đây là " + std::string(what_vi) + ": mở tệp, lưu lại dạng .xlsx hoặc “CSV UTF-8”",
           "This is " + std::string(what_en) + ": open it and save it as .xlsx or “CSV UTF-8”"},
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

}  // namespace

Result<TableFile> read_table(std::string_view bytes, const Limits& limits) {
  if (bytes.starts_with("PK\x03\x04")) {
    if (auto zip = ZipReader::open(bytes); zip && zip->has("mimetype") && zip->has("content.xml")) {
      return tl::make_unexpected(other_format("tệp OpenDocument (.ods)", "an OpenDocument file (.ods)"));
    }
    return read_xlsx(bytes, {}, limits);
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return tl::make_unexpected(
        other_format("tệp .xls cũ hoặc tệp có mật khẩu", "an old .xls file or one with a password"));
  }
  if (bytes.starts_with("%PDF")) return tl::make_unexpected(other_format("tệp PDF", "a PDF"));
  if (is_web_page(bytes)) return tl::make_unexpected(other_format("trang web hoặc XML", "a web page or XML"));
  return read_csv(bytes, limits);
}

}  // namespace nc::tables
