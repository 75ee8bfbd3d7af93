// Loads the reference data and the sample office through the same import that people use.
#include <algorithm>
#include <map>
#include <stdexcept>

#include "sheets/import.h"
#include "app/aid/public.h"
#include "app/calendar/public.h"
#include "app/catalog.h"
#include "app/common/table.h"
#include "app/organisations/public.h"
#include "app/paper_files/public.h"
#include "app/reference/public.h"
#include "app/sample/sample.h"
#include "base/embedded.h"
#include "register/store.h"

namespace nc::app {

namespace {

/// A person of the sample office. `role` gives reach, sight and functions; "" is somebody who does everything.
struct SampleAccount {
  std::string_view login, pass_phrase, name, org, role;
  Text title;
};
const std::vector<SampleAccount>& sample_accounts() {
  static const std::vector<SampleAccount> all = {
      {"thu", "mot-nhip-cau-huu-nghi", "Phạm Minh Thư", "ct", "",
       {"Chuyên viên đối ngoại, làm được mọi việc", "external relations officer who may do everything"}},
      {"anh", "hoa-mua-xuan-seoul", "Nguyễn Kim Anh", "ct-kr", "association_officer",
       {"Cán bộ Hội Việt Nam – Hàn Quốc", "officer of the Viet Nam – Korea association"}},
      {"loan", "ba-con-dau-mot-cuon-so", "Võ Thị Loan", "ct", "clerk", {"Văn thư Liên hiệp", "clerk of the Union"}},
      {"bao", "chieu-ben-ninh-kieu", "Trần Quốc Bảo", "ct", "chair", {"Chủ tịch (tài khoản mẫu)", "chair (sample account)"}},
      {"hanh", "soi-tung-dong-nhat-ky", "Lê Bích Hạnh", "ct", "auditor", {"Ban kiểm tra", "auditor"}},
      {"minh", "bao-cao-ve-ha-noi", "Đỗ Quang Minh", "vufo", "vufo_reader", {"Ban Địa phương, VUFO", "reader at VUFO"}},
      {"quan", "chia-khoa-cua-van-phong", "Huỳnh Anh Quân", "ct", "administrator", {"Quản trị hệ thống", "administrator"}},
  };
  return all;
}
using Rows = std::vector<std::vector<std::string>>;

std::string first_refusal(const reg::ImportResult& result) {
  for (const reg::ImportRow& row : result.rows)
    if (!row.problems.empty())
      return "line " + std::to_string(row.line) + " (" + row.code + "): " + row.problems.front().message.en;
  return "no rows were taken";
}

void import(db::Tx& tx, const std::string& register_name, const std::vector<std::string>& header, const Rows& rows,
            const std::string& source) {
  const reg::Description* what = catalog().find(register_name);
  if (!what) throw std::logic_error(source + ": there is no register " + register_name);
  // The history tells people where a row came from, not how a file of the program is called.
  const std::string told = source.ends_with(".tsv") ? "dữ liệu mẫu, " + what->plural.vi : "bảng tra cứu của chương trình, " + what->plural.vi;
  const reg::ImportResult result = reg::import_rows(tx, catalog(), *what, Actor::system(), header, rows, false, told);
  if (!result.done) throw std::logic_error(source + ", " + first_refusal(result));
}

/// "200_delegation.tsv" -> "delegation".
std::string register_of(std::string_view file_name) {
  const auto from = file_name.find('_'), to = file_name.rfind('.');
  return std::string(file_name.substr(from + 1, to - from - 1));
}

/// Codes of records to their numbers, one statement a register.
class RecordNumbers {
 public:
  explicit RecordNumbers(db::Tx& tx) : tx_(tx) {}

  std::int64_t number(const std::string& register_name, const std::string& code) {
    const auto found = of(register_name).find(code);
    if (found == of(register_name).end())
      throw std::logic_error("the sample speaks of " + register_name + " " + code + ", which isn't there");
    return found->second;
  }

 private:
  std::map<std::string, std::int64_t>& of(const std::string& register_name) {
    const auto [at, fresh] = numbers_.try_emplace(register_name);
    if (!fresh) return at->second;
    const reg::Description* what = catalog().find(register_name);
    if (!what) throw std::logic_error("the sample speaks of a register that isn't there: " + register_name);
    tx_.each(db::Sql::built("SELECT code, id FROM " + what->name), {}, [&](const db::Row& row) {
      at->second[std::string(row.text(0))] = row.integer(1);
      return true;
    });
    return at->second;
  }

  db::Tx& tx_;
  std::map<std::string, std::map<std::string, std::int64_t>> numbers_;
};

/// Spans name their record by its code in the file; the register keeps its number.
Rows with_record_numbers(db::Tx& tx, const TsvTable& table) {
  const auto& header = table.header();
  const auto column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(header, name) - header.begin());
  };
  const std::size_t register_at = column("register_name"), record_at = column("record_id");
  RecordNumbers numbers(tx);
  Rows rows = table.rows();
  for (auto& row : rows)
    if (record_at < row.size() && !row[record_at].empty())
      row[record_at] = std::to_string(numbers.number(row[register_at], row[record_at]));
  return rows;
}

void import_file(db::Tx& tx, const EmbeddedFile& file) {
  const std::string register_name = register_of(file.name);
  const TsvTable table(file.bytes);
  const bool spans = register_name == "evidence_span";
  import(tx, register_name, table.header(), spans ? with_record_numbers(tx, table) : table.rows(),
         std::string(file.name));
}

void add_accounts(db::Tx& tx) {
  for (const SampleAccount& a : sample_accounts()) {
    const Role* role = find_role(a.role);
    const std::set<Function> all(all_functions().begin(), all_functions().end());
    const auto added = add_person(tx, a.login, a.name, a.title.vi, a.org, role ? role->reach : Reach::all, role ? role->functions : all,
                                  a.pass_phrase, role ? role->sight : Sight::personal, a.role);
    if (!added) throw std::logic_error("sample account: " + added.error().message.en);
  }
}

}  // namespace

void load_reference(db::Database& database) {
  const ReferenceRows countries = country_rows(), places = place_rows();
  const ReferenceRows occasions = occasion_rows(), terms = aid_term_rows(), keeping = keeping_term_rows();
  database.write([&](db::Tx& tx) {
    import(tx, "country", countries.header, countries.rows, "countries");
    import(tx, "place", places.header, places.rows, "places");
    import(tx, "occasion", occasions.header, occasions.rows, "occasions");
    import(tx, "aid_term", terms.header, terms.rows, "aid terms");
    import(tx, "keeping_term", keeping.header, keeping.rows, "keeping terms");
    return true;
  });
}

void load_sample(db::Database& database) {
  database.write([](db::Tx& tx) {
    for (const EmbeddedFile& file : embedded_sample())
      if (file.name.ends_with(".tsv")) import_file(tx, file);
    rebuild_org_tree(tx);
    add_accounts(tx);
    return true;
  });
}

std::string sample_account_lines() {
  std::string out = "Tài khoản mẫu / sample accounts:\n";
  for (const SampleAccount& a : sample_accounts())
    out += "  " + std::string(a.login) + " / " + std::string(a.pass_phrase) + "  (" + std::string(a.name) + ": " + std::string(a.title.vi) + "; " +
           std::string(a.title.en) + ")\n";
  return out;
}

}  // namespace nc::app
