// Fuzz target: any request, signed in, through everything behind the HTTP library: router, CSRF, forms, pages. Never 500.
#include <cstdlib>
#include <filesystem>

#include <unistd.h>

#include "app/program.h"
#include "app/sample/sample.h"
#include "fuzz.h"

namespace {

using namespace nc;

struct Served {
  std::unique_ptr<app::Program> program;
  std::string session;
};

const Served& served() {
  static const Served all = [] {
    Served out;
    const std::string file = (std::filesystem::temp_directory_path() / ("nhipcau-fuzz-" + std::to_string(::getpid()) + ".db")).string();
    {
      auto made = db::Database::open(file, {.readers = 1, .busy_ms = 1000, .create = true, .read_only = false});
      if (!made || !db::migrate(**made, db::built_in_migrations())) std::abort();
      app::load_reference(**made);
      app::load_sample(**made);
    }
    auto opened = app::Program::open(file);
    if (!opened) std::abort();
    out.program = std::move(*opened);
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file + end);  // lives on as long as it is open
    out.program->build_site();
    out.program->database().write([&](db::Tx& tx) {
      out.session = start_session(tx, tx.integer("SELECT min(id) FROM person"));
      return true;
    });
    return out;
  }();
  return all;
}

}  // namespace

/// First line: method and target; the rest: the body of the form. A form gets the right token every other time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  const Served& s = served();
  const std::string input(fuzz::text_of(data, size).substr(1));
  const auto line = input.find('\n');
  const std::string target = "/" + input.substr(0, line);
  const bool post = (data[0] & 1) != 0;
  std::string body = line == std::string::npos ? std::string() : input.substr(line + 1);
  std::vector<std::pair<std::string, std::string>> headers{{"host", "localhost"}, {"cookie", "nc_session=" + s.session}};
  if (post) {
    headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    auto plain = web::parse_request("GET", "/", headers, "");
    if (plain && (data[0] & 2) != 0) body += "&csrf=" + url_encode(s.program->site().csrf_token(*plain));
  }
  auto request = web::parse_request(post ? "POST" : "GET", target, headers, post ? body : "");
  if (!request) {
    fuzz::must_explain(request.error());
    return 0;
  }
  const auto response = s.program->site().handle(std::move(*request));
  fuzz::must(response.status >= 200 && response.status < 500);
  for (const auto& [name, value] : response.headers) {
    fuzz::must(name.find_first_of("\r\n") == std::string::npos && value.find_first_of("\r\n") == std::string::npos);
    if (name == "Location") fuzz::must(value.starts_with('/') && !value.starts_with("//") && value.find('\\') == std::string::npos);
  }
  return 0;
}
