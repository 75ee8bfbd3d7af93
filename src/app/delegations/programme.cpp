// Register of programme items: what a delegation does, hour by hour, in two languages.
#include "app/delegations/programme.h"

#include <algorithm>

#include "app/common/part.h"
#include "app/common/rules.h"
#include "app/common/within.h"
#include "app/delegations/public.h"
#include "base/fold.h"

namespace nc::app {

namespace {

struct Item : reg::Standard {
  reg::Ref delegation;
  Date day;
  std::string from_time, to_time, kind, what, what_en, place, place_en, host, attends, needs;
};

const reg::Options& item_kinds() {
  static const reg::Options options{{"courtesy_call", {"chào xã giao", "courtesy call"}},
                                    {"working_session", {"làm việc", "working session"}},
                                    {"visit", {"tham quan, thăm", "visit"}},
                                    {"ceremony", {"nghi lễ, ký kết", "ceremony, signing"}},
                                    {"exchange", {"giao lưu", "exchange"}},
                                    {"meal", {"ăn, tiệc", "meal, banquet"}},
                                    {"transfer", {"đi lại", "transfer"}},
                                    {"arrival", {"đón", "arrival"}},
                                    {"departure", {"tiễn", "departure"}},
                                    {"free", {"tự do, nghỉ", "free time"}},
                                    {"other", {"việc khác", "other"}}};
  return options;
}

void check(const Item& i, Problems& problems) { check_times(i.from_time, i.to_time, problems); }

}  // namespace

std::string ProgrammeItem::say(Lang lang) const {
  if (lang == Lang::vi) return what;
  if (!what_en.empty()) return what_en;
  std::string word = kind.empty() ? what : item_kinds().label(kind, Lang::en);
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}
std::string ProgrammeItem::where(Lang lang) const { return lang == Lang::en && !place_en.empty() ? place_en : place; }
std::string ProgrammeItem::hours() const {
  if (from < 0) return {};
  return to < 0 ? clock_words(from) : clock_words(from) + "–" + clock_words(to);
}

std::vector<ProgrammeItem> programme_of(db::ReadDb& db, const Actor& actor, std::int64_t delegation) {
  std::vector<ProgrammeItem> out;
    each_within(db, "SELECT i.id, i.day, i.from_time, i.to_time, i.kind, i.what, i.what_en, i.place, i.place_en, i.host, i.attends, i.needs, i.code, i.illustrative "
                    "FROM programme_item i WHERE i.deleted = 0 AND i.delegation = $1", {delegation}, org_scope(actor, "i"), "ORDER BY i.day, COALESCE(i.from_time, ''), i.id", [&](const db::Row& r) {
    const auto text = [&](int column) { return std::string(r.text(column)); };
    out.push_back({r.integer(0), Date::from_iso(r.text(1)).value_or(Date{}), minutes_of(r.text(2)).value_or(-1), minutes_of(r.text(3)).value_or(-1), text(4), text(5), text(6),
                   text(7), text(8), text(9), text(10), text(11), text(12), r.integer(13) != 0});
    return true;
  });
  return out;
}

namespace {

bool overlap(const ProgrammeItem& a, const ProgrammeItem& b) {
  if (a.day != b.day || a.from < 0 || b.from < 0) return false;
  const int a_end = std::max(a.to, a.from + 1), b_end = std::max(b.to, b.from + 1);
  return a.from < b_end && b.from < a_end;
}

std::string day_hour(const ProgrammeItem& i, Lang lang) { return format_date(i.day, lang) + " " + i.hours(); }

void inside(const std::vector<ProgrammeItem>& items, std::vector<Clash>& out) {
  for (std::size_t a = 0; a < items.size(); ++a)
    for (std::size_t b = a + 1; b < items.size() && items[b].day == items[a].day; ++b)
      if (overlap(items[a], items[b]))
        out.push_back({items[a].id, items[b].id, 0,
                       {"Trùng giờ ngày " + day_hour(items[a], Lang::vi) + ": “" + items[a].what + "” và “" + items[b].what + "” (" + items[b].hours() + ").",
                        "At one time on " + day_hour(items[a], Lang::en) + ": “" + items[a].say(Lang::en) + "” and “" + items[b].say(Lang::en) + "” (" + items[b].hours() + ")."}});
}

/// The same host with another visit at that hour.
void elsewhere(db::ReadDb& db, const Actor& actor, std::int64_t delegation, const std::vector<ProgrammeItem>& items, std::vector<Clash>& out) {
  if (items.empty()) return;
    each_within(db, "SELECT i.id, i.day, i.from_time, i.to_time, i.what, i.host, d.id, d.title FROM programme_item i JOIN delegation d ON d.id = i.delegation "
                    "WHERE i.deleted = 0 AND d.deleted = 0 AND d.status NOT IN ('cancelled', 'refused', 'postponed') AND i.host <> '' AND i.delegation <> $1 AND i.day >= $2 AND i.day <= $3", {delegation, items.front().day.iso(), items.back().day.iso()}, both(org_scope(actor, "i"), org_scope(actor, "d")), "ORDER BY i.day, i.id", [&](const db::Row& r) {
    ProgrammeItem other;
    other.id = r.integer(0);
    other.day = Date::from_iso(r.text(1)).value_or(Date{});
    other.from = minutes_of(r.text(2)).value_or(-1);
    other.to = minutes_of(r.text(3)).value_or(-1);
    const std::string host = fold(r.text(5));
    for (const ProgrammeItem& mine : items)
      if (!mine.host.empty() && fold(mine.host) == host && overlap(mine, other))
        out.push_back({mine.id, other.id, r.integer(6),
                       {"Ngày " + day_hour(mine, Lang::vi) + ", " + mine.host + " còn tiếp “" + std::string(r.text(7)) + "” (" + other.hours() + ").",
                        "On " + day_hour(mine, Lang::en) + " " + mine.host + " also receives “" + std::string(r.text(7)) + "” (" + other.hours() + ")."}});
    return true;
  });
}

}  // namespace

std::vector<Clash> clashes_of(db::ReadDb& db, const Actor& actor, std::int64_t delegation, Date from, Date to) {
  std::vector<Clash> out;
  const auto items = programme_of(db, actor, delegation);
  inside(items, out);
  elsewhere(db, actor, delegation, items, out);
  for (const ProgrammeItem& i : items)
    if (from && (i.day < from || i.day > (to ? to : from)))
      out.push_back({i.id, 0, 0, {"“" + i.what + "” ghi ngày " + format_date(i.day, Lang::vi) + ", ngoài thời gian của đoàn.", "“" + i.say(Lang::en) + "” is on " + format_date(i.day, Lang::en) + ", outside of the visit."}});
  return out;
}

const reg::Description& programme_items() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<Item>("programme_item", "programme-items", {"Lịch trình", "Programme"}, {"mục lịch trình", "programme item"})
          .icon("calendar-time")
          .holds({"người tiếp, chủ trì", "hosts"}, {"chương trình làm việc của đoàn", "programmes of delegations"})
          .field(&Item::delegation, "delegation", {"Đoàn", "Delegation"}, {.required = true, .link = "delegation", .filter = true})
          .field(&Item::day, "day", {"Ngày", "Day"}, {.required = true, .filter = true})
          .field(&Item::from_time, "from_time", {"Từ giờ", "From"}, {.max = 20, .hint = Text{"8:30 hoặc 08h30", "8:30"}, .width = "third"})
          .field(&Item::to_time, "to_time", {"Đến giờ", "To"}, {.max = 20, .width = "third"})
          .field(&Item::kind, "kind", {"Loại", "Kind"}, {.options = &item_kinds(), .filter = true})
          .field(&Item::what, "what", {"Nội dung", "Activity in Vietnamese"}, {.required = true, .search = true})
          .field(&Item::what_en, "what_en", {"Nội dung bằng tiếng Anh", "Activity in English"}, {.search = true})
          .field(&Item::place, "place", {"Địa điểm", "Place"}, {.search = true})
          .field(&Item::place_en, "place_en", {"Địa điểm bằng tiếng Anh", "Place in English"}, {})
          .field(&Item::host, "host", {"Người tiếp, chủ trì", "Host"}, {.search = true, .personal = true})
          .field(&Item::attends, "attends", {"Thành phần", "Who attends"}, {.search = true})
          .field(&Item::needs, "needs", {"Cần chuẩn bị", "To prepare"}, {.hint = Text{"Xe, phiên dịch, hoa, quà", "Car, interpreter, flowers, gift"}})
          .title("what", "what_en")
          .date("day")
          .list({"day", "from_time", "to_time", "what", "place", "host"})
          .sorted_by("day")
          .index({"delegation", "day"})
          .index({"day"})
          .part_of("delegation")
          .rule(check)
          .guard(times_written_alike)
          .done());
  return description;
}

}  // namespace nc::app
