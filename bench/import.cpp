// Imports 50,000 delegations from a spreadsheet and takes them back: seconds, memory, and whether it stays within what was promised.
//   bench_import [FOLDER | postgresql://...] [ROWS]
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "app/catalog.h"
#include "app/program.h"
#include "file/grid.h"
#include "sheets/import.h"

namespace {

using namespace nc;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Time this process spent on the processor: what stays the same when others are at work too.
double processor_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/// Memory of this process from the kernel, in MB: "VmRSS" now, "VmHWM" at most.
double megabytes(const std::string& name) {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(name + ":")) {
      const std::size_t from = line.find_first_of("0123456789");
      return static_cast<double>(nc::parse_int(line.substr(from, line.find(' ', from) - from)).value_or(0)) / 1024;
    }
  return 0;
}

/// A year's worth of a large office a thousand times over: messy in the ways that are allowed.
std::string spreadsheet(int rows, bool xlsx) {
  using tables::Kind;
  const std::vector<tables::Column> columns{{"Hướng đi", Kind::text, 0}, {"Tên đoàn", Kind::text, 0}, {"Nước", Kind::text, 0},
                                            {"Từ ngày", Kind::date, 0}, {"Đến ngày", Kind::date, 0}, {"Số người", Kind::text, 0},
                                            {"Trưởng đoàn", Kind::text, 0}, {"Mục đích", Kind::text, 0}, {"Trạng thái", Kind::text, 0},
                                            {"Nội dung, chương trình", Kind::text, 0}};
  constexpr std::array k_lands{"Hàn Quốc", "Lào", "Nhật Bản", "Hoa Kỳ", "Pháp", "Campuchia", "Đức", "Ấn Độ"};
  std::vector<tables::Cells> lines;
  for (int i = 0; i < rows; ++i) {
    const Date day = *Date::from_ymd(2015 + i % 10, 1 + i % 12, 1 + i % 28);
    lines.push_back({i % 3 == 0 ? "Đoàn ra" : "đoàn vào", fmt::format("Đoàn Hội hữu nghị thành phố số {}", i), k_lands[static_cast<std::size_t>(i) % k_lands.size()],
                     day.iso(), day.plus_days(i % 5).iso(), i % 7 == 0 ? "khoảng 20" : std::to_string(3 + i % 40),
                     fmt::format("Ông Nguyễn Văn {}", i % 900), "", "completed",
                     fmt::format("Thăm và làm việc về hợp tác giáo dục, y tế, đợt {}", i)});
  }
  return xlsx ? *tables::write_xlsx("Đoàn", columns, lines) : tables::write_csv(columns, lines);
}

const reg::Description& register_of() { return *app::catalog().find("delegation"); }

struct Timed {
  double dry = 0, done = 0, back = 0;
  reg::ImportResult result;
};

reg::ImportTable table_of(const std::string& bytes) {
  auto grid = tables::read_grid(bytes);
  if (!grid) throw std::runtime_error(grid.error().message.en);
  reg::ImportTable table;
  table.targets = {"direction", "title", "countries", "from_date", "to_date", "members", "head", "purpose", "status", "programme"};
  grid->rows.erase(grid->rows.begin());
  grid->lines.erase(grid->lines.begin());
  table.rows = std::move(grid->rows);
  table.lines = std::move(grid->lines);
  return table;
}

reg::ImportResult run(db::Database& database, const std::string& bytes, bool dry_run) {
  reg::ImportResult result;
  const reg::ImportTable table = table_of(bytes);
  reg::ImportOptions options;
  options.dry_run = dry_run;
  options.find_duplicates = true;
  options.source = "bench.xlsx";
  Actor actor = Actor::system();
  actor.org = 1;
  database.write([&](db::Tx& tx) {
    result = reg::import_table(tx, app::catalog(), register_of(), actor, table, options);
    return result.done;
  });
  return result;
}

int measure(db::Database& database, const std::string& kind, const std::string& bytes) {
  const double before = megabytes("VmRSS");
  auto start = Clock::now();
  const double busy = processor_seconds();
  auto dry = run(database, bytes, true);
  const double dry_s = seconds_since(start);
  if (dry.failed > 0) std::printf("first problem: %s\n", dry.rows.front().problems.empty() ? "?" : dry.rows.front().problems.front().message.en.c_str());
  start = Clock::now();
  const auto done = run(database, bytes, false);
  const double done_s = seconds_since(start), busy_s = processor_seconds() - busy;
  start = Clock::now();
  reg::BatchUndone back;
  database.write([&](db::Tx& tx) {
    back = reg::undo_batch(tx, app::catalog(), Actor::system(), done.batch);
    return back.done;
  });
  const double back_s = seconds_since(start);
  const double most = megabytes("VmHWM");
  std::printf("%-5s %6.1f MB file: dry run %5.2f s, import %5.2f s (%d rows), together %5.2f s (processor %.2f s), undo %5.2f s (%d), memory %4.0f MB at most (%.0f before)\n",
              kind.c_str(), static_cast<double>(bytes.size()) / 1048576, dry_s, done_s, done.created, dry_s + done_s, busy_s, back_s, back.removed, most, before);
  return done.done && back.done && dry_s + done_s < 10 && most < 300 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string where = argc > 1 ? argv[1] : "/tmp";
  const int rows = argc > 2 ? static_cast<int>(nc::parse_int(argv[2]).value_or(50'000)) : 50'000;
  const bool server = where.starts_with("postgres");
  const std::string file = where + "/bench-import.db";
  if (!server) for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file + end);
  auto database = db::Database::open(server ? where : file, {.create = true});
  if (!database || !db::migrate(**database, db::built_in_migrations())) {
    std::fprintf(stderr, "the database can't be made: %s\n", database ? "migrations" : database.error().message.en.c_str());
    return 1;
  }
  std::printf("%d rows on %s\n", rows, server ? "PostgreSQL" : "SQLite");
  int bad = 0;
  for (const bool xlsx : {false, true}) {
    const std::string bytes = spreadsheet(rows, xlsx);
    bad += measure(**database, xlsx ? "xlsx" : "csv", bytes);
  }
  std::printf("%d passed, %d failed (together under 10 s, memory under 300 MB)\n", 2 - bad, bad);
  return bad;
}
