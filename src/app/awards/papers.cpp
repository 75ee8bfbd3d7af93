// Proposal of an award with evidence from the registers, certificate, and the honours of an organisation or partner.
#include "app/awards/emulation.h"
#include "app/awards/public.h"
#include "app/common/within.h"
#include "app/organisations/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "file/diploma.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

using paper::Block;
using paper::TableCell;

struct Honour {
  std::string title, kind, authority, decision_no, reason, subject;
  Date decided, presented;
  std::int64_t year = 0, org = 0, partner = 0;
};

Honour honour_of(const PaperAsk& ask) {
  const reg::Description& d = awards();
  const auto text = [&](const char* column) { return d.text(ask.cells, column); };
  const auto number = [&](const char* column) { return db::as_int(ask.cells[static_cast<std::size_t>(d.column(column))]); };
  Honour h{text("title"), d.find("kind")->opt.options->label(text("kind"), Lang::vi), text("authority"), text("decision_no"), text("reason"), text("subject_text"), Date::from_iso(text("decided")).value_or(Date{}),
           Date::from_iso(text("presented_at")).value_or(Date{}), number("merit_year"), number("subject_org"), number("subject_partner")};
  if (h.org) h.subject = db::as_text(ask.db.scalar("SELECT name FROM organisation WHERE id = $1", {h.org})) + (h.subject.empty() ? "" : " (" + h.subject + ")");
  else if (h.partner) h.subject = db::as_text(ask.db.scalar("SELECT name FROM partner WHERE id = $1", {h.partner}));
  return h;
}

void say(paper::Paper& p, std::string text) { p.blocks.push_back(words_block(Block::Kind::paragraph, std::move(text))); }

std::string with_stop(std::string text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text.empty() || text.back() == '.' ? text : text + ".";
}

/// Records that prove the merit: what the partner gave and signed, what the organisation did, in the merit year when it is known.
void evidence_rows(const PaperAsk& ask, const Honour& h, Block& table) {
  int n = 0;
  const std::string from = h.year ? std::to_string(h.year) + "-01-01" : "1900-01-01", to = h.year ? std::to_string(h.year) + "-12-31" : "9999-12-31";
  const auto rows = [&](const db::Sql& sql, std::int64_t id, const char* what, const char* alias) {
    each_within(ask.db, sql, {id, from, to}, org_scope(ask.actor, alias), " ORDER BY 3, 1 LIMIT 40", [&](const db::Row& r) {
      const auto day = Date::from_iso(r.text(2));
      table.rows.push_back({{words_cell(std::to_string(++n), TableCell::Align::centre), words_cell(std::string(what) + ": " + std::string(r.text(1))), words_cell(day ? format_date(*day, Lang::vi) : "", TableCell::Align::centre), words_cell(std::string(r.text(0)))}, false});
      return true;
    });
  };
  if (h.partner) {
    rows("SELECT a.code, a.title, a.from_date FROM aid a WHERE a.deleted = 0 AND a.donor = $1 AND COALESCE(a.from_date, $2) >= $2 AND COALESCE(a.from_date, $2) <= $3", h.partner, "Viện trợ, tài trợ", "a");
    rows("SELECT d.code, d.title, d.from_date FROM delegation d WHERE d.deleted = 0 AND d.partner = $1 AND d.from_date >= $2 AND d.from_date <= $3", h.partner, "Đoàn", "d");
    return;
  }
  rows("SELECT a.code, a.title, a.from_date FROM activity a WHERE a.deleted = 0 AND a.org_id = $1 AND a.from_date >= $2 AND a.from_date <= $3", h.org, "Hoạt động", "a");
  rows("SELECT d.code, d.title, d.from_date FROM delegation d WHERE d.deleted = 0 AND d.org_id = $1 AND d.from_date >= $2 AND d.from_date <= $3", h.org, "Đoàn", "d");
  rows("SELECT a.code, a.title, a.from_date FROM aid a WHERE a.deleted = 0 AND a.org_id = $1 AND a.from_date >= $2 AND a.from_date <= $3", h.org, "Viện trợ", "a");
}

/// Awards for the same merit year: one merit is not honoured twice (law 06/2022/QH15).
void used_already(const PaperAsk& ask, const Honour& h, paper::Paper& p) {
  if (!h.year || (!h.org && !h.partner)) return;
  each_within(ask.db, "SELECT w.code, w.title FROM award w WHERE w.deleted = 0 AND w.id <> $1 AND w.merit_year = $2 AND w.status IN ('decided', 'presented') AND (w.subject_org = $3 OR w.subject_partner = $4)",
              {ask.id, h.year, h.org ? h.org : -1, h.partner ? h.partner : -1}, org_scope(ask.actor, "w"), "ORDER BY w.id", [&](const db::Row& r) {
                say(p, "Cùng năm thành tích đã có: " + std::string(r.text(1)) + " (" + std::string(r.text(0)) + "); thành tích đã dùng ở đó không dùng lại.");
                return true;
              });
}

Result<Drawn> proposal(const PaperAsk& ask) {
  const Honour h = honour_of(ask);
  const std::int64_t org = db::as_int(ask.cells[reg::k_org]);
  const Letterhead office = letterhead_of(ask.db, org, today());
  paper::Paper p = paper_from(office, Lang::vi, "TTr", {});
  p.kind_name = "TỜ TRÌNH";
  p.subject_lines = {"Về việc đề nghị tặng " + h.kind + " cho " + (h.subject.empty() ? std::string("[điền: đối tượng]") : h.subject)};
  p.addressed_to = {h.authority.empty() ? std::string("[điền: cấp khen]") : h.authority};
  say(p, "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;");
  say(p, "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng,");
  say(p, office.name + " kính trình " + p.addressed_to.front() + " xem xét, tặng " + h.kind + " cho " + h.subject + ".");
  p.blocks.push_back(words_block(Block::Kind::clause, "1. Thành tích"));
  say(p, h.reason.empty() ? std::string("[điền: thành tích]") : with_stop(h.reason));
  p.blocks.push_back(words_block(Block::Kind::clause, "2. Bằng chứng trong sổ" + (h.year ? " năm " + std::to_string(h.year) : std::string())));
  Block table = table_of({"STT", "Việc đã làm", "Ngày", "Mã bản ghi"}, {8, 56, 16, 20});
  evidence_rows(ask, h, table);
  if (table.rows.size() > 1) p.blocks.push_back(std::move(table));
  else say(p, "Chưa có bản ghi nào trong sổ chứng minh thành tích này.");
  used_already(ask, h, p);
  p.blocks.push_back(words_block(Block::Kind::clause, "3. Nội dung đề nghị"));
  say(p, "Đề nghị tặng " + h.kind + " cho " + h.subject + (h.year ? ", thành tích năm " + std::to_string(h.year) : "") + ".");
  say(p, office.name + " kính trình " + p.addressed_to.front() + " xem xét, quyết định./.");
  p.recipients = {"Như trên", "Lưu: VT"};
  return Drawn{std::move(p), org};
}

Result<Drawn> certificate(const PaperAsk& ask) {
  const Honour h = honour_of(ask);
  const std::int64_t org = db::as_int(ask.cells[reg::k_org]);
  const Letterhead office = letterhead_of(ask.db, org, h.decided ? h.decided : today());
  paper::Paper p = paper_from(office, Lang::vi, "", h.decided);
  p.kind_name = "GIẤY CHỨNG NHẬN";
  p.subject_lines = {capital(h.kind)};
  say(p, office.name + " chứng nhận: " + h.subject);
  say(p, "được " + (h.authority.empty() ? std::string("cấp có thẩm quyền") : h.authority) + " tặng " + h.kind + (h.year ? ", thành tích năm " + std::to_string(h.year) : "") + ".");
  if (!h.reason.empty()) say(p, with_stop(h.reason));
  if (!h.decision_no.empty()) say(p, "Quyết định số " + h.decision_no + (h.decided ? " ngày " + format_date(h.decided, Lang::vi) : "") + ".");
  return Drawn{std::move(p), org};
}

/// The same to hang on a wall.
Result<std::string> certificate_page(const PaperAsk& ask) {
  const Honour h = honour_of(ask);
  const Letterhead office = letterhead_of(ask.db, db::as_int(ask.cells[reg::k_org]), h.decided ? h.decided : today());
  paper::Diploma out = diploma_from(office, "", h.decided, db::as_int(ask.cells[reg::k_illustrative]) != 0);
  out.opening = "Chứng nhận";
  // "Liên hiệp ... (tập thể và cá nhân)": what stands in brackets is below the name. Who gives it stands above the honour, not in it.
  const auto bracket = h.subject.find(" (");
  out.name = h.subject.substr(0, bracket);
  if (bracket != std::string::npos && h.subject.ends_with(")")) out.about = capital(h.subject.substr(bracket + 2, h.subject.size() - bracket - 3));
  out.deed = "được " + (h.authority.empty() ? std::string("cấp có thẩm quyền") : h.authority) + " tặng";
  out.honour = in_capitals(h.authority.empty() ? h.kind : h.kind.substr(0, h.kind.find(" của ")));
  if (!h.reason.empty()) out.reason.push_back(h.reason);
  if (h.year) out.reason.push_back("Thành tích năm " + std::to_string(h.year));
  if (!h.decision_no.empty()) out.decision = "Quyết định số " + h.decision_no + (h.decided ? " ngày " + format_date(h.decided, Lang::vi) : "");
  return paper::diploma_pdf(out);
}

bool is_decided(const std::string& status) { return status == "decided" || status == "presented"; }

Html award_papers_panel(const reg::PanelContext& x) {
  const std::string status = x.what.text(x.cells, "status");
  std::vector<RecordPaper> offered;
  for (const RecordPaper& p : award_papers())
    if (is_decided(status) == (p.name == "certificate")) offered.push_back(p);
  return status == "not_granted" ? Html(x.lang) : papers_card(x, offered);
}

}  // namespace

const std::vector<RecordPaper>& award_papers() {
  static const std::vector<RecordPaper> all{{&awards(), "proposal", "ttr", {"Tờ trình đề nghị khen thưởng", "Proposal"}, proposal}, {&awards(), "certificate", "", {"Giấy chứng nhận", "Certificate"}, certificate, {}, {}, certificate_page}};
  return all;
}

Html honours_panel(const reg::PanelContext& x, const fig::Engine& engine) {
  std::vector<ListItem> items;
  const bool org = x.what.name == "organisation";
  const db::Sql of_org("SELECT w.id, w.title, w.merit_year, w.authority, w.illustrative FROM award w WHERE w.deleted = 0 AND w.status IN ('decided', 'presented') AND w.subject_org = $1"),
      of_partner("SELECT w.id, w.title, w.merit_year, w.authority, w.illustrative FROM award w WHERE w.deleted = 0 AND w.status IN ('decided', 'presented') AND w.subject_partner = $1");
  each_within(x.db, org ? of_org : of_partner, {x.id}, org_scope(x.actor, "w"), "ORDER BY w.merit_year DESC, w.id DESC LIMIT 12", [&](const db::Row& r) {
    ListItem item;
    item.icon = "award";
    item.href = "/awards/" + std::to_string(r.integer(0));
    item.title = Html(x.lang) << r.text(1);
    if (r.integer(4) == 1) item.title << " "_h << illustrative_mark(x.lang);
    item.detail = Html(x.lang) << r.text(3);
    if (r.integer(2) > 0) item.end = Html(x.lang) << r.integer(2);
    items.push_back(std::move(item));
    return true;
  });
  if (items.empty()) return Html(x.lang);
  Html body(x.lang);
  if (org) {
    fig::Ask ask;
    ask.code = "I89";
    ask.org = x.what.text(x.cells, "code");
    ask.as_of = today();
    // The run that ended last: flags of a year are decided after it is over, and old runs stay worth telling.
    const auto last = x.db.first("SELECT MAX(merit_year) FROM award WHERE deleted = 0 AND kind = 'vufo_flag' AND subject_org = $1", {x.id});
    const auto year = last ? db::as_int((*last)[0]) : 0;
    if (year > 0) ask.as_of = Date::from_ymd(static_cast<int>(year), 12, 31).value_or(today());
    const auto f = year > 0 ? engine.evaluate(x.db, x.actor, ask) : Result<fig::Figure>(tl::make_unexpected(Problem{}));
    if (f && f->value && *f->value > 0)
      body << "<p>"_h << figure(x.lang, {.href = fig::ask_url(ask), .shown = fig::on_screen(*f, x.lang), .spoken = Message(fig::on_screen(*f, Lang::vi) + " năm liền nhận Cờ thi đua", fig::on_screen(*f, Lang::en) + " flags in a row")}) << " "_h
           << Message("năm liền nhận Cờ thi đua của Liên hiệp Việt Nam, đến năm " + std::to_string(year), "flags of the national union in a row, up to " + std::to_string(year)) << "</p>"_h;
  }
  body << item_list(x.lang, items);
  return card(x.lang, {.title = Text("Khen thưởng", "Honours"), .body = body, .id = "honours"});
}

void add_award_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  add_score_pages(router, context, engine);
  for (const RecordPaper& p : award_papers()) add_record_paper(router, context, p);
}

void add_awards_everywhere(reg::Context& context, const fig::Engine& engine) {
  context.panels_everywhere.emplace_back(reg::PanelPlace::side, [&engine](const reg::PanelContext& x) {
    if (x.what.name == "award") return award_papers_panel(x);
    return x.what.name == "organisation" || x.what.name == "partner" ? honours_panel(x, engine) : Html(x.lang);
  });
}

}  // namespace nc::app
