// Blocks of the page of an agreement: commitments with their progress, the pulse, the line of renewals and its acts.
#include "app/agreements/public.h"
#include "app/agreements/pulse.h"
#include "base/clock.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr double k_whole = 100;

std::int64_t number(const reg::Cells& cells, const char* column) { return db::as_int(cells[static_cast<std::size_t>(commitments().column(column))]); }

Html due_cell(const reg::Cells& cells, bool done, Lang lang) {
  Html h(lang);
  const auto due = Date::from_iso(commitments().text(cells, "due"));
  if (!due) return h << "<span class=\"m3\">"_h << Text("không hạn", "no day") << "</span>"_h;
  h << "<span class=\"nw\">"_h << format_date(*due, lang) << "</span>"_h;
  if (!done && *due < today()) {
    const std::string n = std::to_string(today().days() - due->days());
    h << " "_h << badge(lang, Message("quá hạn " + n + " ngày", n + " days overdue"), Tone::bad);
  }
  return h;
}

/// How many proving words each commitment has.
std::map<std::int64_t, std::int64_t> proofs_of(db::ReadDb& db, std::int64_t agreement) {
  std::map<std::int64_t, std::int64_t> out;
  db.each("SELECT s.record_id, COUNT(*) FROM evidence_span s JOIN commitment c ON c.id = s.record_id WHERE s.deleted = 0 AND s.register_name = 'commitment' AND c.agreement = $1 GROUP BY s.record_id", {agreement}, [&](const db::Row& r) {
    out[r.integer(0)] = r.integer(1);
    return true;
  });
  return out;
}

Row commitment_row(const reg::Cells& cells, std::int64_t proofs, Lang lang) {
  const std::int64_t percent = number(cells, "progress");
  const std::int64_t id = db::as_int(cells[reg::k_id]);
  const reg::Description& d = commitments();
  Row row;
  row.illustrative = db::as_int(cells[reg::k_illustrative]) != 0;
  std::string sub = d.text(cells, "owner");
  if (const std::string target = d.text(cells, "target"); !target.empty()) sub += (sub.empty() ? "" : " · ") + target;
  Html done(lang);
  done << progress(static_cast<double>(percent) / k_whole) << " <span class=\"nw\">"_h << percent << "%</span>"_h;
  if (const std::string result = d.text(cells, "result"); !result.empty()) done << "<span class=\"tsub\">"_h << result << "</span>"_h;
  Html proof(lang);
  if (proofs > 0) proof << evidence_chip(lang, "scan", std::to_string(proofs), "/commitments/" + std::to_string(id));
  else proof << evidence_chip(lang, "missing", lang == Lang::vi ? "chưa có" : "none", "/commitments/" + std::to_string(id));
  row.cells = {title_cell(reg::record_url(d, id), capital(d.text(cells, "content")), sub), due_cell(cells, percent >= 100, lang), std::move(done), std::move(proof)};
  return row;
}

}  // namespace

Html commitments_panel(const reg::PanelContext& x) {
  reg::ListQuery q;
  q.filters = {{"agreement", std::to_string(x.id)}};
  q.limit = 200;
  const auto found = reg::list(x.db, commitments(), x.actor, q, {0, false}).rows;
  Html end(x.lang);
  if (x.actor.may(Function::enter) && !x.actor.preview())
    end << button(x.lang, {.label = found.empty() ? Text("Ghi cam kết", "Write down commitments") : Text("Cập nhật tiến độ", "Update the progress"), .icon = "list-check", .href = reg::record_url(x.what, x.id) + "/commitments", .small = true});
  Card c{.title = Text("Cam kết", "Commitments"), .head_end = end, .id = "commitments"};
  if (found.empty()) {
    c.body = Html(x.lang) << "<p class=\"m2\">"_h << Text("Chưa ghi cam kết nào. Ghi từng điều khoản thành một dòng thì theo dõi được việc thực hiện.", "None written down. One line for each clause lets its keeping be followed.") << "</p>"_h;
    return card(x.lang, c);
  }
  const auto proofs = proofs_of(x.db, x.id);
  Table t;
  t.caption = Text("Cam kết và tiến độ", "Commitments and progress");
  t.columns = {{.label = Text("Nội dung", "Commitment"), .key = true}, {.label = Text("Hạn", "Due")}, {.label = Text("Tiến độ", "Progress")}, {.label = Text("Chứng cứ", "Evidence")}};
  std::int64_t sum = 0;
  for (const reg::Cells& cells : found) {
    sum += number(cells, "progress");
    const auto at = proofs.find(db::as_int(cells[reg::k_id]));
    t.rows.push_back(commitment_row(cells, at == proofs.end() ? 0 : at->second, x.lang));
  }
  const std::string mean = format_decimal(static_cast<double>(sum) / static_cast<double>(found.size()), 0, x.lang), n = std::to_string(found.size());
  c.note = Message(n + " cam kết, tiến độ bình quân " + mean + "%", n + " commitments, progress " + mean + "% on average");
  c.body = table(x.lang, t);
  c.flush = true;
  return card(x.lang, c);
}

namespace {

Html chain_lines(const reg::PanelContext& x, const std::vector<AgreementLink>& chain) {
  std::vector<TimelineItem> items;
  const reg::Options& states = *x.what.find("status")->opt.options;
  int number = 0;
  for (const AgreementLink& a : chain) {
    ++number;
    std::string period = a.period;
    if (period.empty() && a.from) period = format_date(a.from, x.lang) + " – " + (a.to ? format_date(a.to, x.lang) : "");
    Html what(x.lang);
    if (a.id == x.id) what << a.title;
    else what << "<a href=\"/agreements/"_h << a.id << "\">"_h << a.title << "</a>"_h;
    what << " <span class=\"m2\">("_h << states.label(a.status, x.lang) << ")</span>"_h;
    items.push_back({.when = (x.lang == Lang::vi ? "Lần " : "No. ") + std::to_string(number), .who = period, .what = std::move(what), .current = a.id == x.id});
  }
  return timeline(x.lang, items);
}

}  // namespace

Html pulse_panel(const reg::PanelContext& x) {
  constexpr std::size_t k_shown = 6;
  constexpr int k_asleep = 12;
  const auto facts = facts_with(x.db, x.actor, facts_of_agreements(), x.id, today(), k_shown);
  const std::string status = x.what.text(x.cells, "status");
  const bool living = status == "in_force" || status == "expiring" || status == "extended";
  Html body(x.lang);
  if (facts.empty()) body << "<p class=\"sm\">"_h << Text("Sổ chưa ghi việc nào theo thỏa thuận này.", "The registers know of nothing done under it.") << "</p>"_h;
  else body << "<p class=\"sm\">"_h << capital(last_words(facts.front(), today()).in(x.lang)) << ".</p>"_h;
  if (living && (facts.empty() || months_between(facts.front().day, today()) >= k_asleep))
    body << notice(x.lang, Tone::warn, "zzz", Html(x.lang) << Text("Mười hai tháng qua không có việc nào. Ghi tiến độ cam kết, hoặc gắn đoàn, hoạt động với thỏa thuận này.", "Nothing in twelve months. Write down progress, or link visits and activities to it."));
  std::vector<TimelineItem> items;
  for (const LinkedFact& f : facts)
    items.push_back({.when = format_date(f.day, x.lang), .who = capital(f.what().in(x.lang)), .what = Html(x.lang) << "<a href=\""_h << Url{f.href()} << "\">"_h << capital(f.title) << "</a>"_h});
  if (!items.empty()) body << timeline(x.lang, items);
  const auto chain = chain_of(x.db, x.actor, x.id);
  if (chain.size() > 1) body << "<h3>"_h << Text("Các lần ký", "Line of renewals") << "</h3>"_h << chain_lines(x, chain);
  const std::string id = std::to_string(x.id);
  if (x.actor.may(Function::enter) && !x.actor.preview()) {
    body << "<div class=\"acts\">"_h;
    const bool signed_once = living || status == "signed" || status == "expired" || status == "succession_pending";
    if (signed_once && !chain.empty() && chain.back().id == x.id) body << button(x.lang, {.label = Text("Tái ký", "Renew"), .icon = "refresh", .href = "/agreements/" + id + "/renew", .small = true});
    if (living) body << button(x.lang, {.label = Text("Thêm hoạt động", "Add an activity"), .icon = "plus", .href = "/activities/new?agreement=" + id, .small = true})
                     << button(x.lang, {.label = Text("Thêm đoàn", "Add a visit"), .icon = "plus", .href = "/delegations/new?agreement=" + id, .small = true});
    body << "</div>"_h;
  }
  return card(x.lang, {.title = Text("Nhịp thực hiện", "Pulse"), .body = body, .id = "pulse"});
}

Html agreement_tabs(Lang lang, std::string_view on) {
  std::vector<Tab> items{{.label = Text("Danh sách", "List"), .href = "/agreements", .count = {}, .on = on.empty()},
                         {.label = Text("Sắp hết hạn, đang im lặng", "Expiry and pulse"), .href = "/agreements/radar", .count = {}, .on = on == "radar"}};
  return segments(lang, Text("Cách xem thỏa thuận", "Ways to look at agreements"), items);
}

Html agreement_views(const reg::PanelContext& x, const std::string&) { return agreement_tabs(x.lang, ""); }

}  // namespace nc::app
