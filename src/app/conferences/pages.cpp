// Conferences in the browser: by when to file, agencies and papers as grids, papers of the office, the dated rules.
#include "app/common/grid.h"
#include "app/common/overdue.h"
#include "app/common/paper_file.h"
#include "app/common/within.h"
#include "app/conferences/panels.h"
#include "app/conferences/papers.h"
#include "app/conferences/public.h"
#include "app/conferences/rules.h"
#include "app/program.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

std::string base_of(const reg::PanelContext& x) { return "/conferences/" + std::to_string(x.id); }
bool writes(const reg::PanelContext& x) { return x.actor.may(Function::enter) && !x.actor.preview(); }
Date day_of(const reg::PanelContext& x, const char* column) { return Date::from_iso(x.what.text(x.cells, column)).value_or(Date{}); }

/// "còn 12 ngày", "quá 3 ngày"
Message left_words(Date due) {
  const auto left = due.days() - today().days();
  const std::string over = std::to_string(-left);
  if (left == 0) return Text("hôm nay là ngày cuối", "today is the last day");
  return left < 0 ? Message("đã quá " + over + " ngày", over + " days over") : days_left(left);
}

}  // namespace

Html filing_notice(const reg::PanelContext& x) {
  const std::string status = x.what.text(x.cells, "status");
  const Date latest = day_of(x, "latest_filing"), filed = day_of(x, "filed_on"), report = day_of(x, "report_due");
  Html h(x.lang);
  const ConferenceRule rule = conference_rule_on(x.db, day_of(x, "from_date"));
  const bool high = x.what.text(x.cells, "authority") == "prime_minister";
  const std::string n = std::to_string(high ? rule.days_prime_minister : rule.days);
  const Message by = high ? Message("Thủ tướng Chính phủ cho phép, trước " + n + " ngày", "the Prime Minister permits, " + n + " days before") : Message("cấp tỉnh hoặc bộ cho phép, trước " + n + " ngày", "the province or ministry permits, " + n + " days before");
  if ((status == "drafting" || status == "changed") && latest) {
    const auto left = latest.days() - today().days();
    const Message words = left_words(latest);
    h << "<b>"_h << Message("Nộp hồ sơ chậm nhất " + format_date(latest, Lang::vi) + ": " + words.vi + ".", "File in by " + format_date(latest, Lang::en) + ": " + words.en + ".") << "</b> "_h << capital(by.in(x.lang)) << ", "_h << rule.basis << "."_h;
    return notice(x.lang, left < 0 ? Tone::bad : left <= 14 ? Tone::warn : Tone::info, "clock-exclamation", h);
  }
  if (status == "held" && report) {
    const Message words = left_words(report);
    return notice(x.lang, report < today() ? Tone::bad : Tone::warn, "file-text", h << Message("Báo cáo kết quả trước " + format_date(report, Lang::vi) + ": " + words.vi + ".", "The report is due on " + format_date(report, Lang::en) + ": " + words.en + "."));
  }
  if (filed && latest && filed > latest) {
    const std::string late = std::to_string(filed.days() - latest.days());
    return notice(x.lang, Tone::warn, "clock-exclamation", h << Message("Hồ sơ nộp muộn " + late + " ngày so với ngày chậm nhất " + format_date(latest, Lang::vi) + ".", "The file was " + late + " days late; the last day was " + format_date(latest, Lang::en) + "."));
  }
  return h;
}

Html opinions_panel(const reg::PanelContext& x) {
  Table t;
  t.caption = conference_opinions().plural;
  t.columns = {{.label = Text("Cơ quan", "Agency"), .key = true}, {.label = Text("Hỏi ngày", "Asked on")}, {.label = Text("Hạn trả lời", "Due")}, {.label = Text("Ý kiến", "Opinion")}};
  const reg::Options& verdicts = *conference_opinions().find("verdict")->opt.options;
  each_within(x.db, "SELECT o.id, o.agency, o.sent_on, o.due_on, o.answered_on, o.verdict, o.summary, o.illustrative FROM conference_opinion o WHERE o.deleted = 0 AND o.conference = $1", {x.id}, org_scope(x.actor, "o"), "ORDER BY o.due_on, o.id", [&](const db::Row& r) {
    const auto sent = Date::from_iso(r.text(2)), due = Date::from_iso(r.text(3)), answered = Date::from_iso(r.text(4));
    Row row;
    row.illustrative = r.integer(7) != 0;
    Html verdict(x.lang);
    if (answered) verdict << badge(x.lang, r.text(5).empty() ? Message(Text("đã trả lời", "answered")) : Message(verdicts.label(r.text(5), Lang::vi), verdicts.label(r.text(5), Lang::en)), r.text(5) == "objects" ? Tone::bad : Tone::ok) << " "_h << format_date(*answered, x.lang);
    else if (due && *due < today()) verdict << badge(x.lang, left_words(*due), Tone::bad, "clock-exclamation");
    else if (due) verdict << badge(x.lang, left_words(*due), Tone::neutral);
    row.cells = {title_cell("/conference-opinions/" + std::to_string(r.integer(0)), r.text(1), r.text(6)), Html(x.lang) << (sent ? format_date(*sent, x.lang) : std::string("–")), Html(x.lang) << (due ? format_date(*due, x.lang) : std::string("–")), std::move(verdict)};
    t.rows.push_back(std::move(row));
    return true;
  });
  Html body(x.lang), end(x.lang);
  if (t.rows.empty()) body << "<p class=\"m2\">"_h << Text("Chưa hỏi ý kiến cơ quan nào.", "No agency was asked yet.") << "</p>"_h;
  else body << table(x.lang, t);
  if (writes(x)) end << button(x.lang, {.label = Text("Ghi ý kiến", "Write opinions"), .icon = "message-question", .href = base_of(x) + "/opinions", .small = true});
  return card(x.lang, {.title = Text("Ý kiến các cơ quan", "Opinions of agencies"), .head_end = end, .body = body, .flush = !t.rows.empty(), .id = "opinions"});
}

Html conference_papers_panel(const reg::PanelContext& x) {
  std::vector<ListItem> items;
  const reg::Options& states = *conference_papers().find("status")->opt.options;
  each_within(x.db, "SELECT p.id, p.title, p.author, p.status, p.reviewed_by FROM conference_paper p WHERE p.deleted = 0 AND p.conference = $1", {x.id}, org_scope(x.actor, "p"), "ORDER BY p.id", [&](const db::Row& r) {
    ListItem item;
    item.icon = "file-text";
    item.href = "/conference-papers/" + std::to_string(r.integer(0));
    item.title = Html(x.lang) << r.text(1);
    item.detail = Html(x.lang) << r.text(2);
    if (!r.text(4).empty()) item.detail << " · "_h << Text("thẩm định: ", "reviewed by ") << r.text(4);
    item.end = badge(x.lang, Message(states.label(r.text(3), Lang::vi), states.label(r.text(3), Lang::en)), r.text(3) == "accepted" ? Tone::ok : r.text(3) == "rejected" ? Tone::bad : Tone::neutral);
    items.push_back(std::move(item));
    return true;
  });
  Html body(x.lang), end(x.lang);
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Chưa có tham luận. Đơn vị tổ chức chịu trách nhiệm về nội dung: mỗi bài ghi ai thẩm định.", "No papers yet. The organiser answers for their content: note who reviewed each.") << "</p>"_h;
  else body << item_list(x.lang, items);
  if (writes(x)) end << button(x.lang, {.label = Text("Ghi tham luận", "Write the papers"), .icon = "file-text", .href = base_of(x) + "/papers", .small = true});
  return card(x.lang, {.title = Text("Tham luận", "Papers read"), .head_end = end, .body = body, .id = "papers"});
}

Html conference_files_panel(const reg::PanelContext& x) {
  const std::string status = x.what.text(x.cells, "status");
  std::vector<ListItem> items;
  const auto add = [&](const Message& title, const std::string& name) {
    ListItem i;
    i.icon = "file-text";
    i.title = Html(x.lang) << title;
    const std::string url = base_of(x) + "/" + name;
    i.end = Html(x.lang) << "<a href=\""_h << Url{url + ".docx"} << "\">Word<span class=\"vh\">: "_h << title << "</span></a> · <a href=\""_h << Url{url + ".pdf"} << "\">PDF<span class=\"vh\">: "_h << title << "</span></a>"_h;
    items.push_back(std::move(i));
  };
  add(Text("Đề án tổ chức", "The scheme"), "scheme");
  if (status == "held" || status == "reported") add(Text("Báo cáo kết quả", "Report of the result"), "result");
  return card(x.lang, {.title = Text("Hồ sơ để in", "Papers to print"), .body = item_list(x.lang, items), .id = "files"});
}

namespace {

using Draw = paper::Paper (*)(db::ReadDb&, const Actor&, std::int64_t, const reg::Cells&);

void add_paper(web::Router& router, const reg::Context& c, const std::string& name, const std::string& file, Draw draw) {
  for (const bool pdf : {false, true})
    router.get("/conferences/{id}/" + name + (pdf ? ".pdf" : ".docx"), web::person().of("conference").seeing("internal"), reg::page_handler(c, [draw, file, pdf](const web::Request& r, db::ReadDb& db, const Actor& a, Shell&) {
      const auto cells = reg::load(db, conferences(), a, reg::id_of(r));
      if (!cells) return web::refusal(cells.error());
      const paper::Paper p = draw(db, a, reg::id_of(r), *cells);
      return paper_download(paper_bytes(p, pdf), file + " " + db::as_text((*cells)[reg::k_code]), pdf);
    }));
}

web::Response rules_page(db::ReadDb& db, const Shell& s, const std::string& typed = {}, const Problem* wrong = nullptr) {
  const Lang lang = s.lang;
  Control box;
  box.name = "rules";
  box.type = "textarea";
  box.label = Text("Mỗi quy định một dòng", "One rule a line");
  box.hint = Text("Ngày bắt đầu áp dụng; nộp trước mấy ngày; mấy ngày khi Thủ tướng cho phép; cơ quan trả lời trong mấy ngày; báo cáo sau mấy ngày; căn cứ", "Day it holds from; days before; days for the Prime Minister; days to answer; days to report; basis");
  box.value = wrong ? typed : conference_rules_text(conference_rules(db));
  if (wrong) box.error = wrong->message.in(lang);
  box.width = "full";
  PageHead head;
  head.title = Text("Quy định về thời hạn hội nghị, hội thảo", "Dated rules for conferences");
  head.crumbs = {{conferences().plural, "/conferences"}};
  Html h(lang);
  if (wrong) h << error_summary(lang, {{"rules", wrong->message.in(lang)}});
  h << "<form class=\"card form\" method=\"post\" action=\"/conferences/rules\">"_h << hidden("csrf", s.csrf) << form_section(lang, Text("Quy định theo ngày", "Rules by day"), Html(lang) << control(lang, box)) << "<p class=\"cb m2 sm\">"_h
    << Text("Hội nghị, hội thảo bắt đầu từ ngày nào thì theo quy định áp dụng vào ngày ấy. Bản ghi đã có tính lại khi được sửa.", "A conference goes by the rule that holds on its first day. Records are worked out anew when they are saved.") << "</p><div class=\"ff\">"_h
    << button(lang, {.label = Text("Lưu quy định", "Save the rules"), .kind = "primary"}) << button(lang, {.label = Text("Quay lại", "Back"), .href = "/conferences", .kind = "ghost"}) << "</div></form>"_h;
  return reg::respond(s, head, h, wrong ? 422 : 200);
}

}  // namespace

void add_conference_pages(web::Router& router, const reg::Context& c) {
  add_grid_pages(router, c, {.what = &conference_opinions(), .name = "opinions", .title = Text("Ý kiến các cơ quan", "Opinions of agencies"), .hint = Text("Để trống hạn: 15 ngày sau ngày hỏi.", "An empty day: 15 days after asking."),
                             .fields = {{"agency", 4}, {"sent_on", 2}, {"due_on", 2}, {"answered_on", 2}, {"verdict", 2}, {"summary", 12}}, .order = {"sent_on"}, .spare = 3});
  add_grid_pages(router, c, {.what = &conference_papers(), .name = "papers", .title = Text("Tham luận", "Papers read"), .hint = Text("Mỗi bài một dòng.", "A line for each."), .fields = {{"title", 5}, {"author", 3}, {"reviewed_by", 2}, {"status", 2}}, .order = {}, .spare = 4});
  add_paper(router, c, "scheme", "De-an", conference_scheme);
  add_paper(router, c, "result", "Bao-cao", conference_report);
  router.get("/conferences/rules", web::person("administer").for_all_organisations(), reg::page_handler(c, [](const web::Request&, db::ReadDb& db, const Actor&, Shell& s) { return rules_page(db, s); }));
  router.post("/conferences/rules", web::person("administer").for_all_organisations(), reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor&, Shell& s) {
    const std::string typed(r.form.get("rules"));
    const auto rules = parse_conference_rules(typed);
    if (!rules) return rules_page(tx, s, typed, &rules.error());
    put_setting(tx, "conference.rules", conference_rules_text(*rules));
    return web::redirect("/conferences/rules?done=saved");
  }));
}

}  // namespace nc::app
