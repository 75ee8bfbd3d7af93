// The balance of visits: above the list of delegations, beside the form (what saving changes), and likely duplicates.
#include <algorithm>
#include <map>
#include <set>

#include "app/delegations/public.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/fold.h"

namespace nc::app {

namespace {

struct Sides { std::int64_t in = 0, out = 0, visitors = 0, travellers = 0; std::map<std::string, std::pair<std::int64_t, std::int64_t>> by_country; };

std::vector<std::string> codes_of(std::string_view stored) {
  std::vector<std::string> out;
  std::string code;
  for (const char c : std::string(stored) + "|") {
    if (c != '|') code += c;
    else if (!code.empty()) out.push_back(std::exchange(code, {}));
  }
  return out;
}

Sides sides_of(const reg::PanelContext& x, const reg::ListQuery& q) {
  Sides s;
  const Condition condition = reg::where(x.what, x.db.engine(), x.actor, q, "t");
  x.db.each(db::Sql::built("SELECT t.direction, t.countries, count(*), COALESCE(SUM(t.members), 0) FROM delegation t WHERE " + condition.sql + " GROUP BY 1, 2"), condition.params, [&](const db::Row& r) {
    const bool in = r.text(0) == "in";
    (in ? s.in : s.out) += r.integer(2);
    (in ? s.visitors : s.travellers) += r.integer(3);
    for (const auto& code : codes_of(r.text(1))) (in ? s.by_country[code].first : s.by_country[code].second) += r.integer(2);
    return true;
  });
  return s;
}

std::string list_with(const reg::ListQuery& q, const std::string& direction, const std::string& country) {
  reg::ListQuery one = q;
  one.after.clear();
  one.before.clear();
  one.sort.clear();
  std::erase_if(one.filters, [&](const auto& f) { return f.first == "direction" || (!country.empty() && f.first == "countries"); });
  one.filters.emplace_back("direction", direction);
  if (!country.empty()) one.filters.emplace_back("countries", country);
  return "/delegations?" + reg::query_string(one);
}

FigureLink living_count(std::int64_t n, const std::string& href, const Message& what) {
  const std::string shown = std::to_string(n);
  return {.href = href, .shown = shown, .spoken = {shown + " " + what.vi + ", mở bản ghi", shown + " " + what.en + ", open the records"}};
}

}  // namespace

Html delegation_summary(const reg::PanelContext& x, const reg::ListQuery& q) {
  const Sides s = sides_of(x, q);
  Html h(x.lang);
  if (s.in + s.out == 0) return h;
  std::vector<BalanceRow> rows;
  for (const auto& [code, n] : s.by_country)
    rows.push_back({.iso2 = code, .label = countries().label(code, x.lang), .in = n.first, .out = n.second, .in_href = list_with(q, "in", code), .out_href = list_with(q, "out", code)});
  std::stable_sort(rows.begin(), rows.end(), [](const BalanceRow& a, const BalanceRow& b) { return std::pair(a.in, a.out) > std::pair(b.in, b.out); });
  h << "<section class=\"card bal-card\" aria-label=\""_h << Text("Cân bằng đoàn đến và đoàn đi", "Balance of visits") << "\"><div class=\"bal-h\">"_h << direction_tile(x.lang, Direction::in) << "<b>"_h
    << figure(x.lang, living_count(s.in, list_with(q, "in", ""), Text("đoàn đến", "incoming delegations"))) << " "_h << Message("đoàn đến", s.in == 1 ? "delegation came" : "delegations came") << "</b> "_h
    << direction_tile(x.lang, Direction::out) << "<b>"_h << figure(x.lang, living_count(s.out, list_with(q, "out", ""), Text("đoàn đi", "outgoing delegations"))) << " "_h
    << Text("đoàn đi", "went") << "</b>"_h;
  if (s.in > 0 && s.out > 0) {
    const double ratio = static_cast<double>(s.in) / static_cast<double>(s.out);
    const std::string shown = format_decimal(ratio, ratio == static_cast<double>(static_cast<std::int64_t>(ratio)) ? 0 : 1, x.lang);
    h << "<span class=\"m2\">"_h << Message("tỷ lệ " + shown + " : 1", "ratio " + shown + " : 1") << "</span>"_h;
  }
  h << "<span class=\"grow\"></span><span class=\"m2\">"_h << format_int(s.visitors, x.lang) << " "_h << Text("lượt khách đến", "visitors") << ", "_h << format_int(s.travellers, x.lang) << " "_h
    << Text("người đi", "travellers") << "</span> <a class=\"sm\" href=\"/delegations/balance\">"_h << Text("Theo nước, đề xuất", "By country, proposals") << "</a></div>"_h << balance_strip(x.lang, rows) << "</section>"_h;
  return h;
}

namespace {

/// "Đến ▇▇▇ 3": a block for each delegation, one more with a dashed edge for the one being written.
void units_line(Html& h, const Message& label, std::int64_t n, bool out, bool more) {
  constexpr std::int64_t k_most = 12;
  h << "<div class=\"un\"><span class=\"un-l\">"_h << label << "</span><span class=\"un-b "_h << (out ? "out" : "in") << "\" aria-hidden=\"true\">"_h;
  for (std::int64_t i = 0; i < std::min(n, k_most); ++i) h << "<i></i>"_h;
  if (more) h << "<i class=\"new\"></i>"_h;
  h << "</span><b>"_h << n;
  if (more) h << " → "_h << (n + 1);
  h << "</b></div>"_h;
}

std::set<std::string> words_of(const std::string& title) {
  std::set<std::string> out;
  std::string word;
  for (const char c : fold(title) + " ") {
    if (c != ' ') word += c;
    else if (!word.empty()) out.insert(std::exchange(word, {}));
  }
  out.erase("doan");
  return out;
}

/// Two thirds of the words of the shorter title are in the other one.
bool alike(const std::set<std::string>& a, const std::set<std::string>& b) {
  const auto common = static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const std::string& w) { return b.contains(w); }));
  const std::size_t shorter = std::min(a.size(), b.size());
  return shorter > 0 && common * 3 >= shorter * 2;
}

struct Twin { std::int64_t id = 0; std::string title, date; };

std::vector<Twin> twins(const reg::PanelContext& x, const DelegationDraft& draft) {
  std::vector<Twin> out;
  if (!draft.from_date || draft.title.empty()) return out;
  reg::ListQuery q;
  q.filters = {{"direction", draft.direction}, {"from", draft.from_date.plus_days(-90).iso()}, {"to", draft.from_date.plus_days(90).iso()}};
  q.limit = 300;
  const auto mine = words_of(draft.title);
  for (const auto& row : reg::list(x.db, x.what, x.actor, q).rows) {
    const std::int64_t id = db::as_int(row[reg::k_id]);
    const std::string title = x.what.title_of(row, x.lang);
    if (id != x.id && out.size() < 3 && alike(mine, words_of(db::as_text(row[static_cast<std::size_t>(x.what.column("title"))]))))
      out.push_back({id, title, db::as_text(row[static_cast<std::size_t>(x.what.column("from_date"))])});
  }
  return out;
}

}  // namespace

Html delegation_effect(const reg::PanelContext& x, const DelegationDraft& draft) {
  const Date day = draft.from_date ? draft.from_date : today();
  reg::ListQuery q;
  q.filters = {{"period", std::to_string(day.year())}, {"status", "completed"}, {"status", "reported"}};
  const bool out = draft.direction == "out", is_new = x.id == 0;
  Html body(x.lang);
  const std::string country = draft.countries.empty() ? "" : draft.countries.front();
  if (!country.empty()) q.filters.emplace_back("countries", country);
  const Sides s = sides_of(x, q);
  const std::string year = std::to_string(day.year()), name_vi = countries().label(country, Lang::vi), name_en = countries().label(country, Lang::en);
  body << "<p class=\"sm m2\">"_h << (country.empty() ? Message("Cân bằng với mọi nước, năm " + year, "Balance with all countries in " + year) : Message("Cân bằng với " + name_vi + ", năm " + year, "Balance with " + name_en + " in " + year))
       << "</p>"_h;
  units_line(body, Text("Đến", "In"), s.in, false, is_new && !out);
  units_line(body, Text("Đi", "Out"), s.out, true, is_new && out);
  const std::int64_t in_then = s.in + (is_new && !out), out_then = s.out + (is_new && out);
  if (in_then > 0 && in_then == out_then) body << "<p class=\"sm\">"_h << Text("Hai chiều bằng nhau.", "Both directions are equal then.") << "</p>"_h;
  else if (out_then == 0) body << "<p class=\"sm\">"_h << Text("Chưa có đoàn đi nào.", "None has gone yet.") << "</p>"_h;
  const auto found = twins(x, draft);
  if (!found.empty()) {
    Html lines(x.lang);
    lines << Text("Giống đoàn đã có trong 90 ngày:", "Looks like one within 90 days:");
    for (const Twin& t : found) lines << "<br><a href=\"/delegations/"_h << t.id << "\">"_h << t.title << "</a>, "_h << (Date::from_iso(t.date) ? format_date(*Date::from_iso(t.date), x.lang) : t.date);
    body << notice(x.lang, Tone::warn, "copy", lines);
  } else if (!draft.title.empty() && draft.from_date) {
    body << "<p class=\"sm ok-line\">"_h << Text("Không trùng đoàn nào trong 90 ngày", "No similar delegation within 90 days") << "</p>"_h;
  }
  return card(x.lang, {.title = is_new ? Text("Nếu lưu đoàn này", "When this is saved") : Text("Cân bằng", "Balance"), .body = body});
}

}  // namespace nc::app
