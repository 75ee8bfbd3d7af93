// Donors: who is still to be thanked, who gave what, and the page of one donor.
#include <algorithm>
#include <map>
#include <set>

#include "app/aid/public.h"
#include "app/catalog.h"
#include "app/common/english_names.h"
#include "app/common/fresh_record.h"
#include "app/common/within.h"
#include "app/donors/donor.h"
#include "app/donors/public.h"
#include "app/partners/public.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "html/assets.h"
#include "html/components.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

using web::Request;
using web::Response;

constexpr int k_months_back = 24;

std::string gift_url(const Gift& g) { return (g.what == "aid" ? "/aid/" : g.what == "charity" ? "/charity/" : "/scholarships/") + std::to_string(g.id); }
std::string donor_url(std::int64_t partner) { return "/donors/" + std::to_string(partner); }

std::string worth(const Gift& g, Lang lang) {
  if (!g.value) return std::string(Text("chưa rõ", "unknown").in(lang));
  const std::string q(prose_word(g.qualifier, lang, true));
  return (q.empty() ? "" : q + " ") + format_money_short(*g.value, lang);
}

/// Thanks for an aid item are chosen on a page of their own: what came in a year, or the whole commitment.
Html thank_button(const Shell& s, const Gift& g) {
  const Text label("Soạn thư cảm ơn", "Draft a letter");
  if (g.what == "aid") return button(s.lang, {.label = label, .icon = "mail", .href = "/donors/thank?what=aid&gift=" + std::to_string(g.id), .small = true});
  return Html(s.lang) << "<form method=\"post\" action=\"/donors/thank\">"_h << hidden("csrf", s.csrf) << hidden("what", g.what) << hidden("gift", std::to_string(g.id)) << button(s.lang, {.label = label, .icon = "mail", .small = true}) << "</form>"_h;
}

Html letter_state(Lang lang, const Gift& g) {
  return Html(lang) << "<a class=\"rel\" href=\"/recognitions/"_h << g.recognised << "\">"_h << (g.drafted() ? Text("thư đang soạn", "letter drafted") : Text("đã gửi thư", "letter sent")) << "</a>"_h;
}

/// The letter there is, and the button for the next one when something waits.
Html letter_cell(const Shell& s, const Actor& actor, const Gift& g) {
  Html h(s.lang);
  if (g.recognised) h << letter_state(s.lang, g) << " "_h;
  if (g.waits() && !g.drafted() && actor.may(Function::enter) && !actor.preview()) h << thank_button(s, g);
  return h;
}

bool waits(const Gift& g) { return g.waits(); }

Html to_thank_card(db::ReadDb& db, const Actor& actor, const Shell& s, const std::vector<Gift>& gifts) {
  const Lang lang = s.lang;
  const int days = thank_days(db);
  Table t;
  t.caption = Text("Khoản chưa cảm ơn", "Gifts not yet thanked for");
  t.columns = {{.label = Text("Khoản", "Gift"), .key = true}, {.label = Text("Nhà tài trợ", "Donor")}, {.label = Text("Giá trị", "Value"), .number = true}, {.label = Text("Đã chờ", "Waiting")}, {.label = Text("Thư", "Letter")}};
  std::size_t more = 0;
  for (const Gift& g : gifts) {
    if (!waits(g)) continue;
    if (t.rows.size() >= 40) {
      ++more;
      continue;
    }
    const std::int64_t waited = today().days() - g.waiting.days();
    const std::string n = format_int(waited, lang);
    Row row;
    row.illustrative = g.illustrative;
    row.cells = {title_cell(gift_url(g), g.name(lang), g.given ? format_date(g.given, lang) : std::string()), Html(lang) << "<a href=\""_h << Url{donor_url(g.partner)} << "\">"_h << country(g.country, g.giver(lang)) << "</a>"_h, Html(lang) << worth(g, lang),
                 badge(lang, Message(n + " ngày", n + " days"), waited > days ? Tone::bad : Tone::neutral, "clock") << " <span class=\"sm m2 nw\">"_h << Message("từ " + format_date(g.waiting, Lang::vi), "since " + format_date(g.waiting, Lang::en)) << "</span>"_h, letter_cell(s, actor, g)};
    t.rows.push_back(std::move(row));
  }
  Card c{.title = t.caption, .note = Message("Trong " + std::to_string(k_months_back) + " tháng qua; chờ từ lần cam kết hay giải ngân đầu tiên chưa cảm ơn, quá " + std::to_string(days) + " ngày thì đỏ", "Of the last " + std::to_string(k_months_back) + " months; waiting since the first commitment or payment not yet thanked for, red after " + std::to_string(days) + " days"), .id = "to-thank"};
  if (t.rows.empty()) c.body = Html(lang) << "<p class=\"m2\">"_h << Text("Đã cảm ơn mọi khoản.", "Everybody was thanked.") << "</p>"_h;
  else c.body = table(lang, t), c.flush = true;
  if (more > 0) c.foot = Html(lang) << "<span class=\"sm m2\">"_h << Message("Còn " + std::to_string(more) + " khoản nữa.", std::to_string(more) + " more.") << "</span>"_h;
  return card(lang, c);
}

using Sums = std::map<std::string, std::int64_t>;

std::string sums_text(const Sums& sums, Lang lang) {
  std::string out;
  for (const bool dong : {true, false})
    for (const auto& [code, minor] : sums)
      if (const auto currency = Currency::from_code(code); currency && (code == "VND") == dong) out += (out.empty() ? "" : " + ") + format_money_short(Money{minor, *currency}, lang);
  return out.empty() ? "–" : out;
}

struct DonorLine { std::string name, country; std::int64_t gifts = 0, waiting = 0; Date first, last; Sums sums; bool illustrative = true; };

Html donors_card(Lang lang, const std::vector<Gift>& all) {
  std::map<std::int64_t, DonorLine> by_donor;
  for (const Gift& g : all) {
    DonorLine& d = by_donor[g.partner];
    d.name = g.giver(lang), d.country = g.country;
    ++d.gifts;
    if (g.first && (!d.first || g.first < d.first)) d.first = g.first;
    if (g.given && (!d.last || g.given > d.last)) d.last = g.given;
    if (g.value) d.sums[std::string(g.value->currency.code())] += g.value->minor;
    d.illustrative = d.illustrative && g.illustrative;
  }
  std::vector<std::pair<std::int64_t, DonorLine>> lines(by_donor.begin(), by_donor.end());
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.second.last > b.second.last; });
  Table t;
  t.caption = Text("Nhà tài trợ", "Donors");
  t.columns = {{.label = Text("Nhà tài trợ", "Donor"), .key = true}, {.label = Text("Số khoản", "Gifts"), .number = true}, {.label = Text("Lần đầu", "First")}, {.label = Text("Gần nhất", "Last")}, {.label = Text("Tổng theo loại tiền", "Sums by currency"), .number = true}};
  for (const auto& [id, d] : lines) {
    if (t.rows.size() >= 100) break;
    Row row;
    row.illustrative = d.illustrative;
    row.cells = {Html(lang) << "<a href=\""_h << Url{donor_url(id)} << "\">"_h << country(d.country, d.name) << "</a>"_h, Html(lang) << format_int(d.gifts, lang), Html(lang) << "<span class=\"nw\">"_h << format_date(d.first, lang) << "</span>"_h,
                 Html(lang) << "<span class=\"nw\">"_h << format_date(d.last, lang) << "</span>"_h, Html(lang) << sums_text(d.sums, lang)};
    t.rows.push_back(std::move(row));
  }
  if (t.rows.empty()) return Html(lang);
  return card(lang, {.title = t.caption, .note = Text("Viện trợ, từ thiện, học bổng; các loại tiền không cộng vào nhau", "Aid, charity and scholarships; currencies are not added to each other"), .body = table(lang, t), .flush = true, .id = "donors"});
}

Date long_ago() { return *Date::from_ymd(1900, 1, 1); }

Response donors_page(const fig::Engine& engine, const Request&, db::ReadDb& db, const Actor& actor, Shell& s) {
  const Lang lang = s.lang;
  const auto all = gifts_since(db, actor, long_ago());
  // Read anew: what waits is asked of the last months only.
  const auto recent = gifts_since(db, actor, today().plus_months(-k_months_back));
  Html h(lang);
  std::vector<Kpi> kpis(2);
  const std::string n = format_int(std::count_if(recent.begin(), recent.end(), waits), lang);
  kpis[0].label = Text("Khoản chưa cảm ơn", "Not yet thanked for");
  kpis[0].icon = "mail";
  kpis[0].figure = {.href = "#to-thank", .shown = n, .spoken = {n + " khoản chưa cảm ơn", n + " gifts not yet thanked for"}};
  fig::Ask ask;
  ask.code = "I53";
  ask.org = home_org(db, actor);
  const auto period = parse_period(s.period_code);
  ask.period = period ? *period : Period{*Date::from_ymd(today().year(), 1, 1), *Date::from_ymd(today().year(), 12, 31)};
  if (const auto f = engine.evaluate(db, actor, ask)) {
    const std::string shown = fig::on_screen(*f, lang);
    kpis[1].label = Text("Nhà tài trợ được ghi nhận", "Donors recognised");
    kpis[1].icon = "certificate";
    kpis[1].figure = {.href = fig::ask_url(f->ask), .shown = shown, .spoken = {shown + " nhà tài trợ được ghi nhận, mở bản ghi", shown + " donors recognised, open the records"}};
    kpis[1].sub = Html(lang) << period_words(*ask.period, lang);
  }
  h << kpi_strip(lang, kpis);
  if (all.empty())
    h << empty_state(lang, Text("Chưa có khoản nào của nhà tài trợ", "No gifts yet"), Text("Khoản viện trợ, việc từ thiện và học bổng có tên nhà tài trợ sẽ hiện ở đây.", "Aid items, charity and scholarships with a donor stand here."), {{Text("Mở sổ viện trợ", "Open aid items"), "/aid"}});
  else h << to_thank_card(db, actor, s, recent) << donors_card(lang, all);
  PageHead head;
  head.title = Text("Nhà tài trợ", "Donors");
  head.actions = Html(lang) << button(lang, {.label = Text("Sổ tri ân", "Recognition"), .icon = "certificate", .href = "/recognitions"});
  return reg::respond(s, head, h);
}

// ---- one donor -------------------------------------------------------------------------------------------

/// Sums by basis and currency, straight from the entries.
std::map<std::string, std::vector<std::int64_t>> totals_of(db::ReadDb& db, const Actor& actor, std::int64_t partner) {
  std::map<std::string, std::vector<std::int64_t>> out;
  const auto add = [&](std::size_t column, const db::Sql& select, const db::Sql& tail, std::string_view alias, db::Params params) {
    each_within(db, select, std::move(params), org_scope(actor, alias), tail, [&](const db::Row& r) {
      auto& row = out[std::string(r.text(0))];
      row.resize(6);
      row[column] += r.integer(1);
      return true;
    });
  };
  const char* bases[] = {"committed", "approved", "disbursed", "in_kind"};
  for (std::size_t i = 0; i < std::size(bases); ++i)
    add(i, "SELECT v.amount_cur, CAST(SUM(v.amount) AS bigint) FROM aid_value v JOIN aid a ON a.id = v.aid WHERE v.deleted = 0 AND a.deleted = 0 AND v.amount IS NOT NULL AND a.donor = $1 AND v.basis = $2", "GROUP BY v.amount_cur", "a", {partner, std::string(bases[i])});
  add(4, "SELECT c.value_cur, CAST(SUM(c.value) AS bigint) FROM charity c WHERE c.deleted = 0 AND c.value IS NOT NULL AND c.counted_as_aid IS NULL AND c.sponsor = $1", "GROUP BY c.value_cur", "c", {partner});
  add(5, "SELECT c.value_cur, CAST(SUM(c.value) AS bigint) FROM scholarship c WHERE c.deleted = 0 AND c.value IS NOT NULL AND c.donor = $1", "GROUP BY c.value_cur", "c", {partner});
  return out;
}

Html totals_card(db::ReadDb& db, const Actor& actor, Lang lang, std::int64_t partner) {
  Table t;
  t.caption = Text("Tổng theo loại tiền", "Totals by currency");
  t.columns = {{.label = Text("Loại tiền", "Currency"), .key = true}, {.label = Text("Cam kết", "Committed"), .number = true}, {.label = Text("Phê duyệt", "Approved"), .number = true}, {.label = Text("Giải ngân", "Disbursed"), .number = true},
               {.label = Text("Hiện vật", "In kind"), .number = true}, {.label = Text("Từ thiện", "Charity"), .number = true}, {.label = Text("Học bổng", "Scholarships"), .number = true}};
  for (const auto& [code, sums] : totals_of(db, actor, partner)) {
    const auto currency = Currency::from_code(code);
    if (!currency) continue;
    Row row;
    row.cells.emplace_back(Html(lang) << code);
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const std::string href = sums[i] == 0 ? "" : i < 4 ? "/aid?donor=" + std::to_string(partner) : i == 4 ? "/charity?sponsor=" + std::to_string(partner) : "/scholarships?donor=" + std::to_string(partner);
      const std::string shown = sums[i] == 0 ? "0" : format_money_short(Money{sums[i], *currency}, lang);
      row.cells.emplace_back(figure(lang, {.href = href, .shown = shown, .spoken = {shown + ", mở danh sách", shown + ", open the list"}}));
    }
    t.rows.push_back(std::move(row));
  }
  Card c{.title = t.caption, .note = Text("Mỗi căn cứ một cột; các loại tiền không cộng vào nhau", "A column for each basis; currencies are not added"), .id = "totals"};
  if (t.rows.empty()) c.body = Html(lang) << "<p class=\"m2\">"_h << Text("Chưa ghi giá trị nào.", "No value entered yet.") << "</p>"_h;
  else c.body = table(lang, t), c.flush = true;
  return card(lang, c);
}

Html gifts_card(const Actor& actor, const Shell& s, const std::vector<Gift>& gifts) {
  const Lang lang = s.lang;
  Table t;
  t.caption = Text("Các khoản đã giúp", "What was given");
  t.columns = {{.label = Text("Khoản", "Gift"), .key = true}, {.label = Text("Ngày", "Day")}, {.label = Text("Giá trị", "Value"), .number = true}, {.label = Text("Cảm ơn", "Thanks")}};
  for (const Gift& g : gifts) {
    if (t.rows.size() >= 60) break;
    Row row;
    row.illustrative = g.illustrative;
    row.cells = {title_cell(gift_url(g), g.name(lang), g.recipient), Html(lang) << "<span class=\"nw\">"_h << format_date(g.given, lang) << "</span>"_h, Html(lang) << worth(g, lang),
                 letter_cell(s, actor, g)};
    t.rows.push_back(std::move(row));
  }
  Card c{.title = t.caption, .id = "given"};
  if (t.rows.empty()) c.body = Html(lang) << "<p class=\"m2\">"_h << Text("Chưa có khoản nào.", "Nothing yet.") << "</p>"_h;
  else c.body = table(lang, t), c.flush = true;
  return card(lang, c);
}

Html recognised_card(db::ReadDb& db, const Actor& actor, Lang lang, std::int64_t partner, const std::string& code) {
  std::vector<TimelineItem> items;
  each_within(db, "SELECT k.id, k.kind, k.title, k.date, k.status, k.doc FROM recognition k WHERE k.deleted = 0 AND k.partner = $1", {partner}, org_scope(actor, "k"), "ORDER BY k.date DESC, k.id DESC", [&](const db::Row& r) {
    const auto day = Date::from_iso(r.text(3));
    TimelineItem i;
    i.when = day ? format_date(*day, lang) : std::string();
    i.who = capital(recognition_kinds().label(r.text(1), lang));
    i.what = Html(lang) << "<a href=\"/recognitions/"_h << r.integer(0) << "\">"_h << r.text(2) << "</a>"_h;
    if (!r.text(5).empty()) i.what << " · "_h << r.text(5);
    if (r.text(4) == "draft") i.what << " "_h << badge(lang, Text("đang soạn", "draft"), Tone::warn);
    i.current = items.empty();
    items.push_back(std::move(i));
    return items.size() < 50;
  });
  Html body(lang), end(lang);
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Chưa ghi nhận lần nào.", "Not recognised yet.") << "</p>"_h;
  else body << timeline(lang, items);
  if (actor.may(Function::enter)) end << button(lang, {.label = Text("Ghi việc tri ân", "Add recognition"), .icon = "plus", .href = "/recognitions/new?partner=" + url_encode(code), .small = true});
  return card(lang, {.title = Text("Đã tri ân", "Recognition"), .body = body, .foot = end, .id = "recognised"});
}

Html fields_card(db::ReadDb& db, const Actor& actor, Lang lang, std::int64_t partner) {
  std::vector<BarRow> rows;
  each_within(db, "SELECT a.sector, COUNT(*) FROM aid a WHERE a.deleted = 0 AND a.sector IS NOT NULL AND a.donor = $1", {partner}, org_scope(actor, "a"), "GROUP BY a.sector ORDER BY 2 DESC, 1", [&](const db::Row& r) {
    const std::string sector(r.text(0));
    rows.push_back({.label = capital(sectors().label(sector, lang)), .href = "/aid?donor=" + std::to_string(partner) + "&sector=" + url_encode(sector), .shown = format_int(r.integer(1), lang) + (lang == Lang::vi ? " khoản" : r.integer(1) == 1 ? " item" : " items"), .value = static_cast<double>(r.integer(1))});
    return true;
  });
  return rows.empty() ? Html(lang) : card(lang, {.title = Text("Lĩnh vực", "Fields"), .body = bars(lang, rows)});
}

Response donor_page(const Request& r, db::ReadDb& db, const Actor& actor, Shell& s) {
  const Lang lang = s.lang;
  const std::int64_t id = reg::id_of(r);
  const auto cells = reg::load(db, partners(), actor, id);
  if (!cells) return reg::problem_page(s, cells.error());
  const auto gifts = gifts_since(db, actor, long_ago(), id);
  Html h(lang);
  h << "<div class=\"record\"><div class=\"record-main\">"_h << totals_card(db, actor, lang, id) << gifts_card(actor, s, gifts) << "</div><div class=\"record-side\">"_h
    << recognised_card(db, actor, lang, id, db::as_text((*cells)[reg::k_code])) << fields_card(db, actor, lang, id) << "</div></div>"_h;
  PageHead head;
  const std::string name = partners().title_of(*cells, lang);
  head.title = Message(partners().title_of(*cells, Lang::vi), partners().title_of(*cells, Lang::en));
  head.crumbs = {{Text("Nhà tài trợ", "Donors"), "/donors"}};
  head.beside = db::as_int((*cells)[reg::k_illustrative]) ? illustrative_mark(lang) : Html(lang);
  head.sub = Html(lang) << country(partners().text(*cells, "country"), countries().label(partners().text(*cells, "country"), lang));
  Date first;
  for (const Gift& g : gifts)
    if (g.first && (!first || g.first < first)) first = g.first;
  if (!gifts.empty()) head.sub << " · "_h << Message("lần đầu " + format_date(first, Lang::vi) + ", gần nhất " + format_date(gifts.front().given, Lang::vi), "first " + format_date(first, Lang::en) + ", last " + format_date(gifts.front().given, Lang::en));
  head.actions = Html(lang) << button(lang, {.label = Text("Trang đối tác", "Partner page"), .icon = "building-community", .href = "/partners/" + std::to_string(id)});
  return reg::respond(s, head, h);
}

Problem no_such_gift() { return {Code::invalid, Text("Không thấy khoản này, hoặc khoản chưa có nhà tài trợ trong sổ đối tác.", "There is no such gift, or its donor is not in the partner register."), {}}; }

/// The letter that is there already, when nothing else is to be written: a draft, or one sent that nothing came after.
std::string letter_there(const Gift& g) { return g.recognised && (g.drafted() || !g.waits()) ? "/recognitions/" + std::to_string(g.recognised) : std::string(); }

Message choice_words(const ThanksFor& c) {
  if (c.whole()) return Text("Toàn bộ cam kết", "The whole commitment");
  return Message("Số đã nhận năm " + c.code, "What came in " + c.code);
}

/// What a letter is to thank for, each with its figure, and which names it has no English for.
Response choose(const fig::Engine& engine, const Request& r, db::ReadDb& db, const Actor& actor, Shell& s) {
  const std::string what(r.query.get("what"));
  const auto gift = gift_of(db, actor, what, parse_int(r.query.get("gift")).value_or(0));
  if (!gift) return reg::problem_page(s, no_such_gift());
  if (const std::string there = letter_there(*gift); !there.empty()) return web::redirect(there);
  const Lang lang = s.lang;
  const auto choices = thanks_choices(db, *gift);
  Html h(lang);
  h << "<div class=\"stack-16\">"_h << english_names_notice(lang, Text("Thư tiếng Anh in tên tiếng Việt", "The English letter prints Vietnamese names"), names_of(*gift));
  h << "<form class=\"card form\" method=\"post\" action=\"/donors/thank\">"_h << hidden("csrf", s.csrf) << hidden("what", what) << hidden("gift", std::to_string(gift->id)) << "<div class=\"cb\"><fieldset><legend class=\"sm b6 m2\">"_h << Text("Thư cảm ơn về", "The letter thanks for") << "</legend><div class=\"stack-8\">"_h;
  for (const ThanksFor& c : choices) {
    h << "<div class=\"row-f\"><label class=\"opt-l\"><input class=\"form-check-input\" type=\"radio\" name=\"for\" value=\""_h << c.code << "\""_h << (&c == &choices.front() ? " checked"_h : ""_h) << "> "_h << choice_words(c) << "</label> "_h;
    const fig::Ask ask = ask_of(db, *gift, c);
    const auto f = c.mark.empty() ? tl::make_unexpected(Problem{}) : engine.evaluate(db, actor, ask);
    if (f && f->value) h << figure(lang, {.href = fig::ask_url(ask), .shown = fig::in_prose(*f, lang), .spoken = {choice_words(c).vi + ": " + fig::in_prose(*f, Lang::vi) + ", mở bản ghi", choice_words(c).en + ": " + fig::in_prose(*f, Lang::en) + ", open the records"}});
    else h << "<span class=\"m2\">"_h << (gift->confidentiality == "restricted" ? Text("không nêu giá trị", "no value is named") : Text("chưa rõ giá trị", "value unknown")) << "</span>"_h;
    h << "</div>"_h;
  }
  h << "</div></fieldset><p class=\"sm m2\">"_h << Text("Cảm ơn về số đã nhận thì lần giải ngân sau lại chờ thư; cảm ơn về toàn bộ cam kết thì các lần giải ngân sau không phải chờ nữa.", "After thanks for what came the next payment waits for a letter; after thanks for the whole commitment its payments wait for no other.") << "</p></div><div class=\"ff\">"_h
    << button(lang, {.label = Text("Soạn thư", "Draft the letter"), .icon = "mail", .kind = "primary"}) << button(lang, {.label = Text("Quay lại", "Back"), .href = gift_url(*gift), .kind = "ghost"}) << "</div></form></div>"_h;
  PageHead head;
  head.title = Message("Cảm ơn " + gift->giver(Lang::vi), "Thanks to " + gift->giver(Lang::en));
  head.crumbs = {{Text("Nhà tài trợ", "Donors"), "/donors"}};
  head.sub = Html(lang) << "<a href=\""_h << Url{gift_url(*gift)} << "\">"_h << gift->name(lang) << "</a>"_h;
  return reg::respond(s, head, h);
}

/// A letter drafted from the gift: kept as a recognition that is not sent yet.
Response thank(const Request& r, db::Tx& tx, const Actor& actor, Shell& s) {
  const std::string what(r.form.get("what"));
  const auto gift = gift_of(tx, actor, what, parse_int(r.form.get("gift")).value_or(0));
  if (!gift) return reg::problem_page(s, no_such_gift());
  if (const std::string there = letter_there(*gift); !there.empty()) return web::redirect(there);
  const auto choices = thanks_choices(tx, *gift);
  const auto chosen = std::ranges::find(choices, std::string(r.form.get("for")), &ThanksFor::code);
  const ThanksFor& part = chosen == choices.end() ? choices.front() : *chosen;
  const LetterDraft draft = thank_letter(*gift, part, letterhead_of(tx, gift->org, today()));
  const reg::Description& d = recognitions();
  reg::Cells cells = fresh_record(d, gift->org, gift->illustrative);
  const auto put = [&](const char* column, db::Value v) { cells[static_cast<std::size_t>(d.column(column))] = std::move(v); };
  put("title", draft.title);
  put("title_en", draft.title_en);
  put("kind", std::string("letter"));
  put("partner", gift->partner);
  put("date", today().iso());
  put("status", std::string("draft"));
  put("counted_over", draft.period);
  put(what.c_str(), gift->id);
  if (what == "aid") put("thanks_for", std::string(part.whole() ? "commitment" : "year"));
  put("letter", draft.letter);
  put("letter_en", draft.letter_en);
  const auto saved = reg::save(tx, catalog(), d, actor, std::move(cells));
  if (!saved) return reg::problem_page(s, saved.error().front());
  return web::redirect("/recognitions/" + std::to_string(saved->id) + "?done=created&change=" + std::to_string(saved->change));
}

/// On a partner's page: what it gave.
Html partner_panel(const reg::PanelContext& x) {
  const auto gifts = gifts_since(x.db, x.actor, long_ago(), x.id);
  if (gifts.empty()) return Html(x.lang);
  const std::string n = format_int(static_cast<std::int64_t>(gifts.size()), x.lang);
  const auto waiting = std::count_if(gifts.begin(), gifts.end(), waits);
  Html body(x.lang);
  body << "<p>"_h << figure(x.lang, {.href = donor_url(x.id), .shown = n, .spoken = {n + " khoản đã giúp, mở trang nhà tài trợ", n + (gifts.size() == 1 ? " gift" : " gifts") + ", open the donor page"}}) << " "_h << (gifts.size() == 1 ? Text("khoản đã giúp", "gift") : Text("khoản đã giúp", "gifts")) << ", "_h
       << Message("gần nhất " + format_date(gifts.front().given, Lang::vi), "the last on " + format_date(gifts.front().given, Lang::en)) << "</p>"_h;
  if (waiting > 0) body << "<p class=\"sm m2\">"_h << Message(format_int(waiting, Lang::vi) + " khoản chưa gửi thư cảm ơn", format_int(waiting, Lang::en) + " not yet thanked for") << "</p>"_h;
  return card(x.lang, {.title = Text("Nhà tài trợ", "Donor"), .head_end = more_link(x.lang, Text("Trang nhà tài trợ", "Donor page"), donor_url(x.id)), .body = body, .id = "donor"});
}

}  // namespace

Html thanks_panel(const reg::PanelContext& x) {
  const auto gift = gift_of(x.db, x.actor, x.what.name, x.id);
  if (!gift) return Html(x.lang);
  Shell s;
  s.lang = x.lang;
  s.csrf = x.csrf;
  Html body(x.lang);
  body << "<p><a class=\"rel\" href=\""_h << Url{donor_url(gift->partner)} << "\">"_h << country(gift->country, gift->giver(x.lang)) << "</a></p>"_h;
  body << letter_cell(s, x.actor, *gift);
  return card(x.lang, {.title = Text("Cảm ơn nhà tài trợ", "Thanks to the donor"), .body = body, .id = "thanks"});
}

ToThank gifts_to_thank(db::ReadDb& db, const Actor& actor) {
  ToThank out;
  const Date late_before = today().plus_days(-thank_days(db));
  for (const Gift& g : gifts_since(db, actor, today().plus_months(-k_months_back)))
    if (g.waits()) ++out.all, out.late += g.waiting < late_before ? 1 : 0;
  return out;
}

void add_donors_everywhere(reg::Context& context, const fig::Engine& engine) {
  context.panels_everywhere.emplace_back(reg::PanelPlace::main, [&engine](const reg::PanelContext& x) { return x.what.name == "recognition" ? letter_panel_of(x, engine) : Html(x.lang); });
  context.panels_everywhere.emplace_back(reg::PanelPlace::side, [](const reg::PanelContext& x) {
    if (!x.actor.sees(Sight::internal)) return Html(x.lang);
    if (x.what.name == "partner") return partner_panel(x);
    if (x.what.name == "recognition") return donor_certificate_panel(x);
    return x.what.name == "aid" || x.what.name == "charity" || x.what.name == "scholarship" ? thanks_panel(x) : Html(x.lang);
  });
}

void add_donor_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/donors", web::person().seeing("internal"), reg::page_handler(context, [&engine](const Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return donors_page(engine, r, db, a, s); }));
  router.get("/donors/{id}", web::person().of("partner").seeing("internal"), reg::page_handler(context, donor_page));
  router.get("/donors/thank", web::person("enter").seeing("internal"), reg::page_handler(context, [&engine](const Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return choose(engine, r, db, a, s); }));
  router.post("/donors/thank", web::person("enter"), reg::act_handler(context, thank));
  add_letter_pages(router, context, engine);
  add_donor_certificate(router, context);
}

}  // namespace nc::app
