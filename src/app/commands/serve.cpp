// nhipcau serve: the server.
#include <malloc.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "app/commands/commands.h"
#include "app/program.h"
#include "app/site/safety.h"
#include "base/log.h"

namespace nc::app {

namespace {

Result<web::ServerOptions> server_options(const ServeOptions& o) {
  std::string listen = o.listen;
  if (listen.empty())
    if (const char* from_env = std::getenv("NHIPCAU_LISTEN")) listen = from_env;
  if (listen.empty()) listen = "127.0.0.1:8080";
  const auto colon = listen.rfind(':');
  const auto port = colon == std::string::npos ? std::nullopt : parse_int(std::string_view(listen).substr(colon + 1));
  if (!port || *port < 0 || *port > 65535)
    return refuse(Code::invalid, Message("--listen cần dạng ĐỊA_CHỈ:CỔNG, ví dụ 127.0.0.1:8080.", "--listen takes ADDRESS:PORT, for example 127.0.0.1:8080."));
  web::ServerOptions options;
  options.address = listen.substr(0, colon);
  options.port = static_cast<unsigned short>(*port);
  options.workers = o.workers;
  return options;
}

void print_address(const web::ServerOptions& options, unsigned short port, const std::string& url) {
  std::printf("\n  Nhịp Cầu: http://%s:%d\n  Cơ sở dữ liệu / database: %s\n", options.address.c_str(), port, url.c_str());
  const std::filesystem::path accounts = std::filesystem::path(data_folder()) / "sample-accounts.txt";
  std::ifstream in(accounts);
  for (std::string line; std::getline(in, line);) std::printf("  %s\n", line.c_str());
  std::printf("  Ctrl C để dừng / to stop\n\n");
  std::fflush(stdout);
}

/// Pages of 100 KB come and go a thousand times a second: given back to the system each time, they cost a page fault for every
/// 4 KB. Up to so much stays with the program.
void keep_page_buffers() {
  constexpr int k_from_system = 1024 * 1024, k_kept = 8 * 1024 * 1024;
  mallopt(M_MMAP_THRESHOLD, k_from_system);
  mallopt(M_TRIM_THRESHOLD, k_kept);
}

}  // namespace

int run_serve(const Common& common, const ServeOptions& o) {
  keep_page_buffers();
  auto options = server_options(o);
  if (!options) return refused(options.error());
  auto program = Program::open(database_url(common.database), {.readers = o.workers, .busy_ms = 15000, .create = false, .read_only = false});
  if (!program) return refused(program.error());
  (*program)->build_site();
  if (o.quiet) log::quiet();
  Caretaker care(**program);
  care.start();
  web::Server server((*program)->site(), *options);
  auto port = server.listen();
  if (!port) return refused(port.error());
  print_address(*options, *port, (*program)->database().url());
  server.run();
  return 0;
}

}  // namespace nc::app
