// nhipcau generate: deterministic load data for measuring, every row marked illustrative.
#include <array>
#include <cstdio>
#include <random>

#include "app/aid/public.h"
#include "app/commands/commands.h"
#include "app/delegations/public.h"
#include "app/partners/public.h"
#include "app/program.h"
#include "app/reference/public.h"
#include "sheets/insert_many.h"

namespace nc::app {

namespace {

constexpr std::int64_t k_portion = 20'000;

/// The same seed gives the same rows on every machine: only the engine's raw numbers are used, no distributions.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::int64_t below(std::int64_t n) { return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(n)); }
  template <class List>
  const auto& of(const List& list) { return list[static_cast<std::size_t>(below(static_cast<std::int64_t>(list.size())))]; }
  Date day(int from_year, int years) { return Date::from_ymd(from_year, 1, 1)->plus_days(static_cast<int>(below(365 * years))); }

 private:
  std::mt19937_64 engine_;
};

constexpr std::array k_places{"Cần Thơ", "Ninh Kiều", "Ô Môn", "Cái Răng", "Thốt Nốt", "Phong Điền", "Cờ Đỏ", "Vĩnh Thạnh", "Hậu Giang", "Sóc Trăng", "Đà Nẵng", "Huế",
                              "Hải Phòng", "Bắc Giang", "Điện Biên", "Đồng Tháp", "An Giang", "Vị Thanh", "Ngã Bảy", "Long Mỹ"};
constexpr std::array k_things{"Hỗ trợ dinh dưỡng cho trẻ em", "Nước sạch nông thôn", "Trang thiết bị y tế", "Học bổng cho sinh viên", "Xây cầu nông thôn", "Phục hồi chức năng",
                              "Trồng rừng ngập mặn", "Đào tạo nghề điện", "Tủ sách trường học", "Khám chữa bệnh nhân đạo", "Thích ứng biến đổi khí hậu", "Giáo dục hòa nhập"};
constexpr std::array k_lands{"KR", "JP", "US", "FR", "DE", "IN", "LA", "KH", "NL", "AU", "GB", "CA", "SG", "CN", "RU", "CH", "SE", "NO", "IT", "ES"};
constexpr std::array k_states{"implementing", "completed", "completed", "closed", "mobilising", "approved"};
constexpr std::array k_kinds{"project", "project", "non_project", "programme"};

struct Generator {
  db::Tx& tx;
  std::int64_t org;
  Dice dice;
  std::string tag;

  reg::Cells blank(const reg::Description& d, std::int64_t id, const std::string& code) const {
    reg::Cells cells(d.columns().size());
    cells[reg::k_id] = id;
    cells[reg::k_code] = code;
    cells[reg::k_org] = org;
    cells[reg::k_note] = std::string();
    cells[reg::k_confidentiality] = std::string("internal");
    cells[reg::k_illustrative] = std::int64_t{1};
    return cells;
  }
  static void put(const reg::Description& d, reg::Cells& cells, std::string_view column, db::Value value) {
    const int at = d.column(column);
    if (at < 0) throw std::logic_error("no column " + std::string(column));
    cells[static_cast<std::size_t>(at)] = std::move(value);
  }
  std::int64_t next_id(const reg::Description& d) const { return 1 + tx.integer(db::Sql::built("SELECT COALESCE(MAX(id), 0) FROM " + d.name)); }
  std::string title(std::int64_t n) { return std::string(dice.of(k_things)) + " tại " + dice.of(k_places) + " số " + std::to_string(n); }
};

void make_partners(Generator& g, std::int64_t count) {
  const auto& d = partners();
  std::vector<reg::Cells> rows;
  const std::int64_t first = g.next_id(d);
  for (std::int64_t i = 0; i < count; ++i) {
    auto cells = g.blank(d, first + i, "GEN-" + g.tag + "-P" + std::to_string(i));
    Generator::put(d, cells, "name", "Tổ chức " + std::string(g.dice.of(k_things)) + " " + std::to_string(i));
    Generator::put(d, cells, "kind", std::string("ingo"));
    Generator::put(d, cells, "country", std::string(g.dice.of(k_lands)));
    Generator::put(d, cells, "status", std::string("cooperating"));
    rows.push_back(std::move(cells));
  }
  reg::insert_many(g.tx, d, Actor::system(), rows, "generate " + g.tag);
}

void make_delegations(Generator& g, std::int64_t from, std::int64_t count) {
  const auto& d = delegations();
  std::vector<reg::Cells> rows;
  const std::int64_t first = g.next_id(d);
  for (std::int64_t i = 0; i < count; ++i) {
    auto cells = g.blank(d, first + i, "GEN-" + g.tag + "-D" + std::to_string(from + i));
    const Date day = g.dice.day(2015, 11);
    Generator::put(d, cells, "direction", std::string(g.dice.below(10) == 0 ? "out" : "in"));
    Generator::put(d, cells, "title", "Đoàn " + g.title(from + i));
    Generator::put(d, cells, "countries", "|" + std::string(g.dice.of(k_lands)) + "|");
    Generator::put(d, cells, "from_date", day.iso());
    Generator::put(d, cells, "to_date", day.plus_days(3).iso());
    Generator::put(d, cells, "members", 1 + g.dice.below(30));
    Generator::put(d, cells, "members_q", std::string("exact"));
    Generator::put(d, cells, "status", std::string("completed"));
    rows.push_back(std::move(cells));
  }
  reg::insert_many(g.tx, d, Actor::system(), rows, "generate " + g.tag);
}

void make_aid(Generator& g, std::int64_t from, std::int64_t count, std::int64_t partners_from, std::int64_t partner_count) {
  const auto& d = aids();
  const auto& v = aid_values();
  const auto& fields = sectors().all();
  std::vector<reg::Cells> rows, values;
  const std::int64_t first = g.next_id(d), first_value = g.next_id(v);
  for (std::int64_t i = 0; i < count; ++i) {
    auto cells = g.blank(d, first + i, "GEN-" + g.tag + "-A" + std::to_string(from + i));
    const Date day = g.dice.day(2015, 11);
    const std::int64_t amount = (1 + g.dice.below(9000)) * 1'000'000;
    Generator::put(d, cells, "kind", std::string(g.dice.of(k_kinds)));
    Generator::put(d, cells, "title", g.title(from + i));
    if (partner_count > 0) Generator::put(d, cells, "donor", partners_from + g.dice.below(partner_count));
    Generator::put(d, cells, "provider_class", std::string("ingo"));
    Generator::put(d, cells, "country", std::string(g.dice.of(k_lands)));
    Generator::put(d, cells, "sector", g.dice.of(fields).code);
    Generator::put(d, cells, "status", std::string(g.dice.of(k_states)));
    Generator::put(d, cells, "from_date", day.iso());
    Generator::put(d, cells, "to_date", day.plus_days(static_cast<int>(90 + g.dice.below(600))).iso());
    Generator::put(d, cells, "value", amount);
    Generator::put(d, cells, "value_cur", std::string("VND"));
    Generator::put(d, cells, "value_q", std::string("exact"));
    rows.push_back(std::move(cells));
    auto entry = g.blank(v, first_value + i, "GEN-" + g.tag + "-V" + std::to_string(from + i));
    Generator::put(v, entry, "aid", first + i);
    Generator::put(v, entry, "basis", std::string("committed"));
    Generator::put(v, entry, "date", day.iso());
    for (const char* column : {"amount", "vnd"}) {
      Generator::put(v, entry, column, amount);
      Generator::put(v, entry, std::string(column) + "_cur", std::string("VND"));
      Generator::put(v, entry, std::string(column) + "_q", std::string("exact"));
    }
    values.push_back(std::move(entry));
  }
  reg::insert_many(g.tx, d, Actor::system(), rows, "generate " + g.tag);
  reg::insert_many(g.tx, v, Actor::system(), values, "generate " + g.tag);
}

template <class Make>
void in_portions(db::Database& database, std::int64_t org, const GenerateOptions& o, std::int64_t count, const char* what, Make make) {
  for (std::int64_t from = 0; from < count; from += k_portion) {
    const std::int64_t n = std::min(k_portion, count - from);
    database.write([&](db::Tx& tx) {
      Generator g{tx, org, Dice(o.seed * 1'000'003U + static_cast<unsigned>(from / k_portion)), std::to_string(o.seed)};
      make(g, from, n);
      return true;
    });
    std::fprintf(stderr, "\r%s: %lld / %lld", what, static_cast<long long>(from + n), static_cast<long long>(count));
  }
  if (count > 0) std::fprintf(stderr, "\n");
}

}  // namespace

int run_generate(const Common& common, const GenerateOptions& o) {
  // Rows go into twenty indexes at random places: with the usual cache each page would be written many times over.
  auto program = Program::open(database_url(common.database), {.readers = 1, .busy_ms = 15000, .create = false, .read_only = false, .writer_cache_mb = 1024});
  if (!program) return refused(program.error());
  db::Database& database = (*program)->database();
  std::int64_t org = 0, partners_from = 0;
  database.read([&](db::ReadDb& db) {
    org = db.integer("SELECT id FROM organisation WHERE code = 'ct'");
    if (org == 0) org = db.integer("SELECT MIN(id) FROM organisation");
    partners_from = 1 + db.integer("SELECT COALESCE(MAX(id), 0) FROM partner");
  });
  if (org == 0) return refused({Code::invalid, Message("Chưa có tổ chức nào. Tạo cơ sở dữ liệu bằng nhipcau init --sample trước.", "There is no organisation yet. Make the database with nhipcau init --sample first."), {}});
  in_portions(database, org, o, o.partners, "partner", [](Generator& g, std::int64_t, std::int64_t n) { make_partners(g, n); });
  in_portions(database, org, o, o.delegations, "delegation", make_delegations);
  in_portions(database, org, o, o.aid, "aid", [&](Generator& g, std::int64_t from, std::int64_t n) { make_aid(g, from, n, partners_from, o.partners); });
  return 0;
}

}  // namespace nc::app
