// The board of mobilising: a column a stage, a card an opportunity; moves by buttons, by keyboard or by dragging.
#include <algorithm>
#include <map>

#include "app/aid/follow.h"
#include "app/aid/pipeline.h"
#include "app/aid/public.h"
#include "app/catalog.h"
#include "app/common/within.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "flow/forms.h"
#include "html/assets.h"
#include "html/components.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

using web::Request;
using web::Response;

struct CardOf {
  std::int64_t id = 0, version = 0, aid = 0, probability = 0;
  std::string code, title, title_en, stage, donor, donor_en, country, owner, next_step, aid_code, reason;
  Date next_date, closed_on, committed_on;
  std::optional<Money> expected, committed;
  bool illustrative = false;
  bool open() const { return is_open_stage(stage); }
  bool late() const { return open() && next_date && next_date < today(); }
  const std::string& giver(Lang lang) const { return lang == Lang::en && !donor_en.empty() ? donor_en : donor; }
  std::string name(Lang lang) const { return lang == Lang::en && !title_en.empty() ? title_en : title; }
};

std::optional<Money> money_of(const db::Row& r, int at) {
  const auto currency = Currency::from_code(r.text(at + 1));
  if (r.null(at) || !currency) return std::nullopt;
  return Money{r.integer(at), *currency};
}

constexpr std::size_t k_most = 400;
/// What was moved this month stays on the board, however old the paper of the commitment is.
constexpr Instant k_lately = 30LL * 24 * 3600 * 1000;

/// What is open, and what was committed or closed within the last twelve months.
std::vector<CardOf> cards_of(db::ReadDb& db, const Actor& actor) {
  std::vector<CardOf> out;
  const std::string since = today().plus_months(-12).iso();
  each_within(db,
              "SELECT o.id, o.version, o.code, o.title, o.title_en, o.stage, COALESCE(p.name, o.partner_text), p.country, o.owner, o.next_step, o.next_date, o.expected, o.expected_cur, o.probability, o.committed, o.committed_cur, "
              "o.committed_on, o.closed_on, o.lost_reason, o.illustrative, a.id, a.code, p.name_en FROM aid_opportunity o LEFT JOIN partner p ON p.id = o.partner LEFT JOIN aid a ON a.id = o.aid AND a.deleted = 0 "
              "WHERE o.deleted = 0 AND (o.stage IN ('lead', 'in_discussion', 'survey', 'proposal_sent') OR o.committed_on >= $1 OR o.closed_on >= $1 OR o.updated_at >= $2)",
              {since, now() - k_lately}, org_scope(actor, "o"), "ORDER BY CASE WHEN o.next_date IS NULL THEN 1 ELSE 0 END, o.next_date, o.id", [&](const db::Row& r) {
                CardOf c;
                c.id = r.integer(0), c.version = r.integer(1), c.probability = r.integer(13), c.aid = r.integer(20);
                c.code = r.text(2), c.title = r.text(3), c.title_en = r.text(4), c.stage = r.text(5), c.donor = r.text(6), c.country = r.text(7), c.owner = r.text(8), c.next_step = r.text(9);
                c.next_date = Date::from_iso(r.text(10)).value_or(Date{});
                c.expected = money_of(r, 11), c.committed = money_of(r, 14);
                c.committed_on = Date::from_iso(r.text(16)).value_or(Date{}), c.closed_on = Date::from_iso(r.text(17)).value_or(Date{});
                c.reason = r.text(18), c.illustrative = r.integer(19) != 0, c.aid_code = r.text(21), c.donor_en = r.text(22);
                out.push_back(std::move(c));
                return out.size() < k_most;
              });
  return out;
}

/// Sums by currency, joined in words: currencies are never added to each other.
std::string sum_words(const std::map<std::string, std::int64_t>& sums, Lang lang) {
  std::string out;
  for (const bool dong : {true, false})
    for (const auto& [currency, minor] : sums)
      if (const auto c = Currency::from_code(currency); c && (*c == Currency()) == dong) out += (out.empty() ? "" : " + ") + format_money_short(Money{minor, *c}, lang);
  return out;
}

void add(std::map<std::string, std::int64_t>& sums, const std::optional<Money>& money, std::int64_t percent = 100) {
  if (money) sums[std::string(money->currency.code())] += money->minor / 100 * percent + money->minor % 100 * percent / 100;
}

std::string opportunity_url(std::int64_t id, const std::string& more = {}) { return "/aid-opportunities/" + std::to_string(id) + more; }

/// Acts that lead from a stage, the one step ahead first.
std::vector<const flow::Transition*> acts_of(const CardOf& c, const Actor& actor) {
  std::vector<const flow::Transition*> out;
  for (const flow::Transition& t : opportunity_flow().transitions)
    if (std::find(t.from.begin(), t.from.end(), c.stage) != t.from.end() && flow::has_function(t, actor)) out.push_back(&t);
  return out;
}

bool asks_something(const flow::Transition& t) { return !t.asks.empty() || t.reason; }

Html move_form(const Shell& s, const CardOf& c, const flow::Transition& t, bool small) {
  Html h(s.lang);
  h << "<form method=\"post\" action=\""_h << Url{opportunity_url(c.id, "/step")} << "\">"_h << hidden("csrf", s.csrf) << hidden("move", t.name) << hidden("version", std::to_string(c.version));
  if (small) return h << button(s.lang, {.label = t.label, .icon = t.icon, .small = true}) << "</form>"_h;
  return h << "<button class=\"menu-i\" type=\"submit\">"_h << icon(t.icon) << t.label << "</button></form>"_h;
}

void put_acts(Html& h, const Shell& s, const CardOf& c, const Actor& actor) {
  const auto acts = acts_of(c, actor);
  if (acts.empty() || actor.preview()) return;
  h << "<div class=\"pb-a\">"_h;
  const flow::Transition* ahead = acts.front()->back ? nullptr : acts.front();
  if (ahead && asks_something(*ahead)) h << button(s.lang, {.label = {ahead->label.vi + "…", ahead->label.en + "…"}, .icon = ahead->icon, .href = opportunity_url(c.id, "/step?move=" + ahead->name), .small = true});
  else if (ahead) h << move_form(s, c, *ahead, true);
  std::vector<MenuItem> items;
  for (const flow::Transition* t : acts) {
    if (t == ahead) continue;
    MenuItem item;
    item.label = asks_something(*t) ? Message(t->label.vi + "…", t->label.en + "…") : t->label;
    item.icon = t->icon;
    if (asks_something(*t)) item.href = opportunity_url(c.id, "/step?move=" + t->name);
    else item.form = move_form(s, c, *t, false);
    items.push_back(std::move(item));
  }
  if (!items.empty()) h << menu(s.lang, {.label = Message("Chuyển: " + c.title, "Move: " + c.name(Lang::en)), .icon = "dots", .small = true, .icon_only = true}, items);
  h << "</div>"_h;
}

/// "survey:survey committed:commit?": where the card may be dropped, and by which act; a question mark asks for more first.
std::string drops_of(const CardOf& c, const Actor& actor) {
  std::string out;
  for (const flow::Transition* t : acts_of(c, actor)) out += (out.empty() ? "" : " ") + t->to + ":" + t->name + (asks_something(*t) ? "?" : "");
  return out;
}

void put_card(Html& h, const Shell& s, const CardOf& c, const Actor& actor, bool fresh) {
  const Lang lang = s.lang;
  h << "<li class=\"pb-c"_h << (c.late() ? " late" : "") << (fresh ? " fresh" : "") << "\" id=\"o"_h << c.id << "\" data-card=\""_h << c.id << "\" data-drops=\""_h << (actor.preview() ? std::string() : drops_of(c, actor)) << "\"><p class=\"pb-t\"><a href=\""_h
    << Url{opportunity_url(c.id)} << "\">"_h << c.name(lang) << "</a>"_h;
  if (c.illustrative) h << " "_h << illustrative_mark(lang);
  h << "</p><p class=\"pb-d\">"_h << country(c.country, c.giver(lang)) << "</p>"_h;
  const auto& value = c.stage == "committed" ? c.committed : c.expected;
  h << "<p class=\"pb-v\"><b>"_h << (value ? format_money_short(*value, lang) : std::string(Text("chưa rõ giá trị", "value unknown").in(lang))) << "</b>"_h;
  if (c.open() && c.probability > 0) h << " <span class=\"m2\">"_h << c.probability << "%</span>"_h;
  h << "</p>"_h;
  if (c.stage == "committed") {
    h << "<p class=\"pb-n\">"_h << format_date(c.committed_on, lang);
    if (c.aid) h << " · <a href=\"/aid/"_h << c.aid << "\">"_h << Text("khoản", "item") << " "_h << c.aid_code << "</a>"_h;
    h << "</p>"_h;
  } else {
    h << "<p class=\"pb-n\">"_h;
    if (c.next_date) {
      const std::int64_t days = today().days() - c.next_date.days();
      if (c.late()) h << badge(lang, Message("quá hạn " + format_int(days, Lang::vi) + " ngày", format_int(days, Lang::en) + (days == 1 ? " day late" : " days late")), Tone::bad, "clock");
      else h << badge(lang, Message(format_date(c.next_date, Lang::vi), format_date(c.next_date, Lang::en)), days >= -7 ? Tone::warn : Tone::neutral, "clock");
      h << " "_h;
    }
    h << (c.next_step.empty() ? std::string(Text("Chưa ghi việc tiếp theo", "No next step yet").in(lang)) : c.next_step) << "</p>"_h;
  }
  if (!c.owner.empty()) h << "<p class=\"pb-o\">"_h << icon("user", "s") << c.owner << "</p>"_h;
  put_acts(h, s, c, actor);
  h << "</li>"_h;
}

void put_column(Html& h, const Shell& s, const Option& stage, const std::vector<CardOf>& all, const Actor& actor, std::int64_t fresh) {
  const Lang lang = s.lang;
  std::map<std::string, std::int64_t> sums;
  std::int64_t count = 0;
  for (const CardOf& c : all)
    if (c.stage == stage.code) ++count, add(sums, c.stage == "committed" ? c.committed : c.expected);
  const std::string n = format_int(count, lang), label = capital(stage.label.in(lang));
  h << "<section class=\"pb-s\" data-stage=\""_h << stage.code << "\" aria-labelledby=\"st-"_h << stage.code << "\"><h2 id=\"st-"_h << stage.code << "\">"_h << label << " "_h
    << figure(lang, {.href = "/aid-opportunities?stage=" + std::string(stage.code), .shown = n, .spoken = Message(n + " cơ hội, " + stage.label.in(Lang::vi) + ", mở danh sách", n + " opportunities, " + stage.label.in(Lang::en) + ", open the list")})
    << "</h2><p class=\"pb-h\">"_h << (sums.empty() ? std::string("–") : sum_words(sums, lang)) << "</p><ul class=\"pb-l\">"_h;
  for (const CardOf& c : all)
    if (c.stage == stage.code) put_card(h, s, c, actor, c.id == fresh);
  h << "</ul></section>"_h;
}

Html closed_card(Lang lang, const std::vector<CardOf>& all) {
  Table t;
  t.caption = Text("Không thành, 12 tháng qua", "Came to nothing, last 12 months");
  t.columns = {{.label = Text("Cơ hội", "Opportunity"), .key = true}, {.label = Text("Kết thúc", "Outcome")}, {.label = Text("Ngày", "Day")}, {.label = Text("Vì sao", "Why")}};
  for (const CardOf& c : all) {
    if (c.open() || c.stage == "committed") continue;
    Row row;
    row.illustrative = c.illustrative;
    row.cells = {title_cell(opportunity_url(c.id), c.name(lang), c.giver(lang)), Html(lang) << capital(opportunity_stages().label(c.stage, lang)), Html(lang) << "<span class=\"nw\">"_h << format_date(c.closed_on, lang) << "</span>"_h, Html(lang) << c.reason};
    t.rows.push_back(std::move(row));
  }
  if (t.rows.empty()) return Html(lang);
  return card(lang, {.title = t.caption, .note = Text("Lý do được giữ để lần sau biết. Mở lại được ở từng cơ hội.", "Reasons are kept for the next time; each can be reopened."), .body = table(lang, t), .flush = true});
}

Html strip_of(Lang lang, const std::vector<CardOf>& all) {
  std::map<std::string, std::int64_t> expected, weighted;
  std::int64_t open = 0, late = 0;
  for (const CardOf& c : all) {
    if (!c.open()) continue;
    ++open;
    if (c.late()) ++late;
    add(expected, c.expected);
    add(weighted, c.expected, c.probability);
  }
  const std::string opens = "/aid-opportunities?stage=lead&stage=in_discussion&stage=survey&stage=proposal_sent";
  std::vector<Kpi> kpis(3);
  const auto fill = [&](Kpi& k, const Message& label, std::string icon_name, const std::string& href, const std::string& shown, const Html& sub) {
    k.label = label;
    k.icon = std::move(icon_name);
    k.figure = {.href = href, .shown = shown, .spoken = {label.vi + ": " + shown + ", mở danh sách", label.en + ": " + shown + ", open the list"}};
    k.sub = sub;
  };
  fill(kpis[0], Text("Đang theo", "Open"), "target-arrow", opens, format_int(open, lang), Html(lang) << Text("cơ hội chưa ngã ngũ", "opportunities still open"));
  std::map<std::string, std::int64_t> first, others = expected;
  if (const auto main = expected.contains("VND") ? expected.find("VND") : expected.begin(); main != expected.end()) first.insert(*main), others.erase(main->first);
  Html more(lang);
  if (!others.empty()) more << "+ "_h << sum_words(others, lang) << "; "_h;
  fill(kpis[1], Text("Giá trị kỳ vọng", "Expected value"), "coins", opens, first.empty() ? "0" : sum_words(first, lang),
       more << Message("theo khả năng thành: " + (weighted.empty() ? "0" : sum_words(weighted, Lang::vi)), "by probability: " + (weighted.empty() ? "0" : sum_words(weighted, Lang::en))));
  fill(kpis[2], Text("Quá hạn việc tiếp theo", "Next step overdue"), "clock-exclamation", "/aid-opportunities?is=late", format_int(late, lang), Html(lang) << Text("cần gọi lại trước hết", "to be followed up first"));
  return kpi_strip(lang, kpis);
}

Response board_page(const Request& r, db::ReadDb& db, const Actor& actor, Shell& s) {
  const Lang lang = s.lang;
  const auto all = cards_of(db, actor);
  const auto fresh = parse_int(r.query.get("moved")).value_or(0);
  if (const flow::Transition* t = opportunity_flow().find(r.query.get("done"))) s.toast = capital(t->label.in(lang)) + ".";
  PageHead head;
  head.title = Text("Vận động viện trợ", "Mobilising aid");
  head.crumbs = {{aids().plural, "/aid"}};
  if (actor.may(Function::enter)) head.actions = Html(lang) << button(lang, {.label = Text("Ghi cơ hội mới", "New opportunity"), .icon = "plus", .href = "/aid-opportunities/new", .kind = "primary", .key = "N"});
  Html h(lang);
  h << tabs(lang, Text("Các trang của viện trợ", "Pages of aid"), aid_tabs("/aid-board"));
  if (all.empty()) {
    h << empty_state(lang, Text("Chưa theo cơ hội nào", "No opportunity yet"),
                     Text("Mỗi nhà tài trợ đang trao đổi là một thẻ: giá trị kỳ vọng, khả năng thành, việc tiếp theo và hạn. Có cam kết bằng văn bản thì thẻ thành khoản viện trợ.",
                          "Each donor you talk with is a card: expected value, probability, next step and its day. A written commitment makes it an aid item."),
                     {{Text("Ghi cơ hội đầu tiên", "Write the first opportunity"), "/aid-opportunities/new"}, {Text("Danh mục kêu gọi", "Needs"), "/aid-needs"}, {Text("Địa bàn, nhà tài trợ", "Places, donors"), "/aid-places"}, {Text("Thời hạn", "Time limits"), "/aid-terms"}});
    return reg::respond(s, head, h);
  }
  h << strip_of(lang, all) << "<p class=\"m2 sm pb-say\">"_h
    << Text("Kỳ vọng chưa phải là vận động được: chỉ cam kết bằng văn bản mới vào con số I39, I40.", "What is expected is not mobilised yet: only a written commitment goes into figures I39 and I40.") << "</p>"_h
    << "<div class=\"pb\" tabindex=\"0\" role=\"region\" aria-label=\""_h << head.title << "\" data-board data-csrf=\""_h << s.csrf << "\">"_h;
  for (const auto& stage : opportunity_stages().all())
    if (stage.code != "declined" && stage.code != "lost") put_column(h, s, stage, all, actor, fresh);
  h << "</div>"_h << late_instalments_card(db, actor, lang) << closed_card(lang, all);
  return reg::respond(s, head, h);
}

// ---- one step --------------------------------------------------------------------------------------------

Response step_page(db::ReadDb& db, const Actor& actor, const Shell& s, const reg::Cells& cells, const flow::Transition& t, const flow::Given& typed, const Problems& problems, int status) {
  const reg::Description& d = aid_opportunities();
  const Lang lang = s.lang;
  const std::int64_t id = db::as_int(cells[reg::k_id]);
  PageHead head;
  head.title = Message(t.label.vi + ": " + d.title_of(cells, Lang::vi), t.label.en + ": " + d.title_of(cells, Lang::en));
  head.crumbs = {{aids().plural, "/aid"}, {Text("Vận động viện trợ", "Mobilising aid"), "/aid-board"}};
  Html h(lang);
  std::vector<std::pair<std::string, std::string>> lines;
  for (const Problem& p : problems) {
    const bool asked = p.field == "reason" || std::find(t.asks.begin(), t.asks.end(), p.field) != t.asks.end();
    lines.emplace_back(asked ? t.name + "." + p.field : "", p.message.in(lang));
  }
  if (!lines.empty()) h << error_summary(lang, lines);
  flow::Given known = typed;
  if (t.name == "commit" && typed.empty()) {
    known.emplace_back("committed_on", today().iso());
    if (const reg::Field* expected = d.find("expected"); d.text(cells, "committed").empty()) known.emplace_back("committed", reg::plain(*expected, cells));
  }
  if (t.name == "commit")
    h << notice(lang, Tone::info, "info-circle", Html(lang) << Text("Cam kết bằng văn bản thành một khoản viện trợ mới, kèm dòng giá trị cam kết. Lùi được khi khoản ấy chưa có việc tiếp theo.",
                                                                    "A written commitment becomes a new aid item with the committed value. It can be taken back as long as the item has not gone on."));
  h << "<form method=\"post\" class=\"card form\" action=\""_h << Url{opportunity_url(id, "/step")} << "\">"_h << hidden("csrf", s.csrf) << "<div class=\"cb\">"_h
    << flow::move_fields({db, d, opportunity_flow(), t, cells, lang}, known, problems) << "</div><div class=\"ff\">"_h << button(lang, {.label = t.label, .icon = t.icon, .kind = "primary"})
    << button(lang, {.label = Text("Về bảng", "Back to the board"), .href = "/aid-board#o" + std::to_string(id), .kind = "ghost"}) << "</div></form>"_h;
  (void)actor;
  return reg::respond(s, head, h, status);
}

const flow::Transition* wanted(std::string_view name, const reg::Cells& cells, const Actor& actor) {
  const flow::Transition* t = opportunity_flow().find(name);
  const std::string stage = aid_opportunities().text(cells, "stage");
  return t && flow::has_function(*t, actor) && std::find(t->from.begin(), t->from.end(), stage) != t->from.end() ? t : nullptr;
}

Problem no_such_step() { return {Code::conflict, Text("Cơ hội không còn ở giai đoạn ấy, hoặc việc này không dành cho bạn. Mở lại bảng.", "The opportunity has moved on, or the step is not yours. Open the board again."), {}}; }

Response ask_step(const Request& r, db::ReadDb& db, const Actor& actor, Shell& s) {
  const auto cells = reg::load(db, aid_opportunities(), actor, reg::id_of(r));
  if (!cells) return reg::problem_page(s, cells.error());
  const flow::Transition* t = wanted(r.query.get("move"), *cells, actor);
  return t ? step_page(db, actor, s, *cells, *t, {}, {}, 200) : reg::problem_page(s, no_such_step());
}

Response do_step(const Request& r, db::Tx& tx, const Actor& actor, Shell& s) {
  const std::int64_t id = reg::id_of(r);
  const auto cells = reg::load(tx, aid_opportunities(), actor, id);
  if (!cells) return reg::problem_page(s, cells.error());
  const flow::Transition* t = wanted(r.form.get("move"), *cells, actor);
  if (!t) return reg::problem_page(s, no_such_step());
  flow::Given given;
  for (const std::string& name : t->asks)
    if (r.form.has(t->name + "." + name)) given.emplace_back(name, std::string(r.form.get(t->name + "." + name)));
  const std::string reason(r.form.get(t->name + ".reason"));
  const auto moved = flow::move(tx, catalog(), aid_opportunities(), opportunity_flow(), actor, id, parse_int(r.form.get("version")).value_or(-1), t->name, given, reason);
  if (moved) return web::redirect("/aid-board?moved=" + std::to_string(id) + "&done=" + t->name + "#o" + std::to_string(id));
  given.emplace_back("reason", reason);
  return step_page(tx, actor, s, *cells, *t, given, moved.error(), http_status(moved.error().front().code));
}

}  // namespace

std::vector<Tab> aid_tabs(const std::string& here) {
  std::vector<Tab> out;
  for (const auto& [label, href] : {std::pair{Text("Sổ viện trợ", "Aid items"), "/aid"}, {Text("Bảng vận động", "Mobilising board"), "/aid-board"}, {Text("Cơ hội", "Opportunities"), "/aid-opportunities"},
                                    {Text("Danh mục kêu gọi", "Needs"), "/aid-needs"}, {Text("Địa bàn, nhà tài trợ", "Places, donors"), "/aid-places"}, {Text("Thời hạn", "Time limits"), "/aid-terms"}})
    out.push_back({.label = label, .href = href, .on = here == href});
  return out;
}

Html aid_doors(const reg::PanelContext& x, const std::string&) { return tabs(x.lang, Text("Các trang của viện trợ", "Pages of aid"), aid_tabs("/" + x.what.path)); }

Html need_opportunities(const reg::PanelContext& x) {
  std::vector<ListItem> items;
  each_within(x.db, "SELECT o.id, o.title, o.stage, COALESCE(p.name, o.partner_text) FROM aid_opportunity o LEFT JOIN partner p ON p.id = o.partner WHERE o.deleted = 0 AND o.need = $1", {x.id}, org_scope(x.actor, "o"), "ORDER BY o.id", [&](const db::Row& r) {
    ListItem i;
    i.icon = "target-arrow";
    i.href = opportunity_url(r.integer(0));
    i.title = Html(x.lang) << r.text(1);
    i.detail = Html(x.lang) << r.text(3);
    i.end = badge(x.lang, Message(capital(opportunity_stages().label(r.text(2), Lang::vi)), capital(opportunity_stages().label(r.text(2), Lang::en))));
    items.push_back(std::move(i));
    return true;
  });
  Html end(x.lang), body(x.lang);
  if (x.actor.may(Function::enter)) end << button(x.lang, {.label = Text("Ghi cơ hội", "Add an opportunity"), .icon = "plus", .href = "/aid-opportunities/new?need=" + url_encode(db::as_text(x.cells[reg::k_code])), .small = true});
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Chưa giới thiệu nhu cầu này với nhà tài trợ nào.", "Not offered to any donor yet.") << "</p>"_h;
  else body << item_list(x.lang, items);
  return card(x.lang, {.title = Text("Đã giới thiệu với", "Offered to"), .head_end = end, .body = body, .id = "offered"});
}

void add_aid_board_pages(web::Router& router, const reg::Context& context) {
  router.get("/aid-board", web::person().seeing("internal"), reg::page_handler(context, board_page));
  router.get("/aid-opportunities/{id}/step", web::person("enter,check,approve").of("aid_opportunity"), reg::page_handler(context, ask_step));
  router.post("/aid-opportunities/{id}/step", web::person("enter,check,approve").of("aid_opportunity"), reg::act_handler(context, do_step));
}

}  // namespace nc::app
