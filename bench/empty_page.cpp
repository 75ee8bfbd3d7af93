// Serves pages that cost nothing: the floor that every real page is measured against. Point wrk or ab at it.
//
//   bench_empty_page [port] [workers]     /plain: 4 bytes, /page: 12 KB of HTML through the builder
#include <cstdio>
#include <cstdlib>

#include "base/log.h"
#include "html/html.h"
#include "web/web.h"

namespace {

using namespace nc;

std::string page() {
  Html h;
  h << "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Đoàn</title></head><body><table>"_h;
  for (int row = 0; row < 50; ++row) {
    h << "<tr><td>"_h << row << "</td><td><a href=\""_h << Url{"/delegations/12?period=2025&direction=in"} << "\">"_h
      << "Đoàn Hội Hữu nghị Nhật – Việt thành phố Kobe & đoàn doanh nghiệp"
      << "</a></td><td>"_h
      << "12/03/2025"
      << "</td><td class=\"num\">"_h << row * 7 << "</td><td>"_h << Text("Đã báo cáo", "Reported") << "</td></tr>\n"_h;
  }
  h << "</table></body></html>"_h;
  return std::move(h).str();
}

}  // namespace

int main(int argc, char** argv) {
  log::quiet();
  web::Site site;
  site.csrf_key = "bench";
  site.log_requests = false;
  site.router.get("/plain", [](const web::Request&) { return web::text("tiny"); });
  site.router.get("/page", [](const web::Request&) { return web::html(page()); });
  web::ServerOptions options;
  options.port = static_cast<unsigned short>(argc > 1 ? std::atoi(argv[1]) : 0);
  options.workers = argc > 2 ? std::atoi(argv[2]) : 2;
  web::Server server(site, options);
  const auto port = server.listen();
  if (!port) {
    std::fprintf(stderr, "%s\n", port.error().message.en.c_str());
    return 1;
  }
  std::printf("http://127.0.0.1:%d/plain and /page, SIGTERM ends\n", *port);
  std::fflush(stdout);
  server.run();
  return 0;
}
