// nhipcau verify, backup, restore, drill, sign: looking after the data.
#include <cstdio>

#include "app/catalog.h"
#include "app/commands/commands.h"
#include "app/site/safety.h"
#include "db/backup.h"

namespace nc::app {

namespace {

int done(const std::string& vi, const std::string& en) {
  std::printf("%s\n%s\n", vi.c_str(), en.c_str());
  return 0;
}

template <class Body>
int on_database(const Common& common, Body body) {
  auto program = Program::open(database_url(common.database));
  if (!program) return refused(program.error());
  return body(**program);
}

int print_check(const Check& c) {
  for (const auto& fault : c.faults) std::fprintf(stderr, "%s\n", fault.c_str());
  std::printf("Nhật ký / ledger: %lld, đầu chuỗi đã ký / signed heads: %lld, bản ghi / records: %lld, tệp / files: %lld, lỗi / faults: %zu\n", static_cast<long long>(c.entries),
              static_cast<long long>(c.heads), static_cast<long long>(c.records), static_cast<long long>(c.files), c.faults.size());
  if (c.erased > 0)
    std::printf("Mục đã xóa dữ liệu cá nhân theo quyết định / entries with personal data erased by decision: %lld\n", static_cast<long long>(c.erased));
  return c.faults.empty() ? 0 : 1;
}

}  // namespace

int run_verify(const Common& common) {
  return on_database(common, [](Program& program) { return print_check(check_everything(program.database(), program.catalog(), data_folder())); });
}

int run_backup(const Common& common, const std::string& file) {
  return on_database(common, [&](Program& program) {
    auto made = db::backup(program.database(), file);
    if (!made) return refused(made.error());
    return done("Đã sao lưu vào " + file, "Backed up to " + file);
  });
}

int run_restore(const Common& common, const std::string& file) {
  const std::string url = database_url(common.database);
  if (url.find("://") != std::string::npos)
    return refused({Code::unsupported, Message("Với PostgreSQL, khôi phục theo docs/recipes/recover-postgres.md.", "With PostgreSQL, restore as docs/recipes/recover-postgres.md says."), {}});
  auto check = restore_to(file, url, catalog(), data_folder());
  if (!check) return refused(check.error());
  const int code = print_check(*check);
  return code != 0 ? code : done("Đã khôi phục vào " + url, "Restored to " + url);
}

int run_drill(const Common& common) {
  return on_database(common, [](Program& program) {
    auto drilled = drill(program.database(), program.catalog(), data_folder());
    if (!drilled) return refused(drilled.error());
    const int code = print_check(drilled->check);
    std::printf("Bản sao / copy: %lld bytes, %lld ms, bản ghi / records: %lld (đang chạy / running: %lld)\n", static_cast<long long>(drilled->bytes), static_cast<long long>(drilled->ms),
                static_cast<long long>(drilled->restored_records), static_cast<long long>(drilled->live_records));
    return drilled->ok ? code : 1;
  });
}

int run_sign(const Common& common) {
  return on_database(common, [](Program& program) {
    const auto key = ledger::signing_key(data_folder());
    if (!key) return refused(key.error());
    std::optional<ledger::SignedHead> head;
    program.database().write([&](db::Tx& tx) { return (head = ledger::sign_head(tx, *key, data_folder())).has_value(); });
    if (!head) return done("Đầu chuỗi đã được ký từ trước.", "The head was signed before.");
    return done("Đã ký đầu chuỗi ở mục " + std::to_string(head->seq), "Signed the head at entry " + std::to_string(head->seq));
  });
}

}  // namespace nc::app
