// Fuzz target: reading requests. The first byte chooses target, urlencoded form, multipart form or headers.
#include "base/fold.h"
#include "fuzz.h"
#include "web/web.h"

namespace {

using nc::web::Request;

using nc::fuzz::must;

void check_text(std::string_view text) {
  must(nc::is_utf8(text));
  must(text.find('\0') == std::string_view::npos);
}

/// What every handler may rely on.
void check(const Request& request) {
  check_text(request.path);
  must(request.path.find("/../") == std::string::npos && !request.path.ends_with("/.."));
  for (const auto& [name, value] : request.query.items()) {
    check_text(name);
    check_text(value);
  }
  for (const auto& [name, value] : request.form.items()) {
    check_text(name);
    check_text(value);
  }
  for (const auto& file : request.uploads) {
    check_text(file.filename);
    must(file.filename.find('/') == std::string::npos);
  }
  for (const auto& [name, value] : request.cookies) must(nc::is_utf8(value));
  (void)request.lang();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string input(nc::fuzz::text_of(data, size).substr(1));
  const std::string half = input.substr(0, input.size() / 2);
  std::string target = "/x";
  std::string body = input;
  std::vector<std::pair<std::string, std::string>> headers;
  switch (data[0] % 4) {
    case 0:
      target = input;
      break;
    case 1:
      headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
      break;
    case 2:
      headers.emplace_back("Content-Type", "multipart/form-data; boundary=B");
      break;
    default:
      headers = {{"Cookie", half}, {"Accept-Language", half}, {"Content-Type", half}, {"Cookie", half}};
  }
  const auto request = nc::web::parse_request("POST", target, std::move(headers), std::move(body));
  if (request)
    check(*request);
  else
    nc::fuzz::must_explain(request.error());
  return 0;
}
