// Words and pages for requests that can't be answered, and the headers that protect every answer.
#include "web/errors.h"

#include <algorithm>
#include <array>

#include "web/ascii.h"

namespace nc::web {
namespace {

struct StatusWords {
  int status;
  Text words;
};

const StatusWords k_words[] = {
    {400, Text("Yêu cầu gửi đến không đọc được. Mở lại trang và thử lần nữa.",
               "The request could not be read. Open the page again and retry.")},
    {401, Text("Cần đăng nhập để xem trang này.", "Sign in to see this page.")},
    {403, Text("Tài khoản này chưa được quyền làm việc đó. Hỏi người quản trị của cơ quan.",
               "This account may not do that. Ask the office's administrator.")},
    {404, Text("Không có trang này, hoặc bản ghi nằm ngoài phạm vi được xem. Kiểm tra địa chỉ, hoặc tìm từ trang chủ.",
               "There is no such page, or the record is outside what you may see. Check the address, or search from "
               "the home page.")},
    {405, Text("Trang này không nhận kiểu yêu cầu đó. Mở trang từ trình đơn.",
               "This page does not take that kind of request. Open it from the menu.")},
    {408, Text("Yêu cầu gửi đến quá chậm nên đã dừng. Kiểm tra đường mạng rồi gửi lại.",
               "The request arrived too slowly and was dropped. Check the connection and send it again.")},
    {409, Text("Có người vừa sửa bản ghi này. Mở lại bản ghi, xem thay đổi rồi sửa tiếp.",
               "Somebody has just changed this record. Open it again, look at the change, then edit.")},
    {413, Text("Nội dung gửi lên quá lớn. Chia nhỏ tệp hoặc gửi ít tệp hơn.",
               "What was sent is too large. Split the file or send fewer files.")},
    {415, Text("Loại tệp hoặc bảng mã này chưa dùng được. Lưu lại theo loại khác rồi gửi.",
               "This kind of file or encoding can't be used. Save it as another kind and send it again.")},
    {417, Text("Máy chủ không đáp ứng được điều kiện trong tiêu đề Expect. Gửi lại mà không có tiêu đề đó.",
               "The Expect header asks for something this server does not do. Send the request without it.")},
    {422, Text("Có ô chưa đúng. Sửa các ô được đánh dấu rồi lưu lại.",
               "Some fields are not right. Correct those marked and save again.")},
    {429, Text("Quá nhiều lần thử trong thời gian ngắn. Chờ một phút rồi thử lại.",
               "Too many attempts in a short time. Wait a minute and retry.")},
    {431, Text("Phần đầu của yêu cầu quá lớn. Xoá cookie của trang này rồi thử lại.",
               "The request header is too large. Clear this site's cookies and retry.")},
    {501, Text("Máy chủ không biết kiểu yêu cầu này.", "The server does not know this kind of request.")},
    {503, Text("Máy chủ đang bận hoặc cơ sở dữ liệu tạm ngừng. Chờ vài giây rồi thử lại; chưa có gì bị thay đổi.",
               "The server is busy or the database is away. Wait a few seconds and retry; nothing has been changed.")},
};

constexpr Text k_unexpected(
    "Máy chủ gặp lỗi ngoài dự kiến, chưa có gì bị thay đổi. Thử lại; nếu vẫn lỗi, gửi mã yêu "
    "cầu dưới đây cho người quản trị.",
    "The server met an unexpected error and has changed nothing. Retry; if it happens again, "
    "give the request code below to the administrator.");

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> k_security_headers = {{
    {"Content-Security-Policy",
     "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; "
     "object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"},
}};

}  // namespace

Message usual_message(int status) {
  for (const StatusWords& entry : k_words) {
    if (entry.status == status) return entry.words;
  }
  return status < 500 ? Message(k_words[0].words) : Message(k_unexpected);
}

int request_status(const Problem& problem) { return problem.code == Code::invalid ? 400 : http_status(problem.code); }

Response plain_error(const Request& request, int status, const Message& message) {
  const Lang lang = request.lang();
  Html h(lang);
  h << "<!doctype html>\n<html lang=\""_h << (lang == Lang::vi ? "vi" : "en")
    << "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"_h << status
    << " · Nhịp Cầu</title></head><body><h1>"_h << status << "</h1><p>"_h
    << (message.empty() ? usual_message(status) : message) << "</p><p>"_h << Text("Mã yêu cầu", "Request code")
    << ": <code>"_h << request.id << "</code></p><p><a href=\"/\">"_h << Text("Về trang chủ", "Home page")
    << "</a></p></body></html>\n"_h;
  return html(std::move(h).str(), status);
}

void add_security_headers(Response& r) {
  for (const auto& [name, value] : k_security_headers) {
    const bool present = std::ranges::any_of(r.headers, [&](const auto& h) { return same_no_case(h.first, name); });
    if (!present) r.with(std::string(name), std::string(value));
  }
}

}  // namespace nc::web
