// The page of one filing: the form of the member, what the rules found, and what those who accept see.
#include "app/campaigns/filing_page.h"

#include <algorithm>

#include "app/catalog.h"
#include "base/words.h"
#include "html/assets.h"

namespace nc::app {

using web::Request;
using web::Response;

namespace {

constexpr int k_rows_shown = 6;

const reg::Description* register_of(const FormSection& s) { return catalog().find(s.register_name); }

std::string list_href(const FormSection& s, const FilingView& v) {
  const auto* d = register_of(s);
  if (!d) return "/";
  if (s.code == "organisation") return "/organisations?parent=" + std::to_string(v.f.filing.from_org.id);
  std::string href = "/" + d->path + "?org=" + std::to_string(v.f.filing.from_org.id);
  if (!s.list_query.empty()) href += "&" + std::string(s.list_query);
  const Period p = v.f.campaign.counted();
  return s.code == "members" || d->date_field.empty() ? href : href + "&period=" + url_encode(p.from.iso() + ".." + p.to.iso());
}

std::string new_href(const FormSection& s, const FilingView& v) {
  const auto* d = register_of(s);
  if (!d) return "/";
  if (s.code == "organisation") return "/organisations/new?parent=" + v.f.org_code + "&kind=chapter";
  std::string href = "/" + d->path + "/new?" + (s.code == "petitions" ? "from_org=" : "org=") + url_encode(v.f.org_code);
  if (!s.new_query.empty()) href += "&" + std::string(s.new_query);
  const Date day = std::min(v.f.campaign.counted().to, today());
  return d->date_field.empty() ? href : href + "&" + d->date_field + "=" + day.iso();
}

/// The records behind the section's figures, each with the way to mend it.
Html section_rows(const FilingView& v, const SectionSeen& seen) {
  const Lang lang = v.lang;
  Html h(lang);
  std::vector<std::pair<std::string, std::int64_t>> known;
  int shown = 0;
  std::int64_t more = 0;
  h << "<ul class=\"frows\">"_h;
  for (const fig::Figure& f : seen.figures) {
    if (f.row_count == 0) continue;
    auto rows = v.site.engine.rows(v.db, v.actor, f.ask, k_rows_shown + 1);
    if (!rows) continue;
    for (const fig::Row& r : *rows) {
      const std::pair<std::string, std::int64_t> key{r.register_name, r.id};
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      known.push_back(key);
      if (shown == k_rows_shown) {
        ++more;
        continue;
      }
      ++shown;
      const auto* d = catalog().find(r.register_name);
      const std::string base = d ? "/" + d->path + "/" + std::to_string(r.id) : "";
      h << "<li>"_h;
      if (const auto day = Date::from_iso(r.date)) h << "<span class=\"nw m2\">"_h << format_date(*day, lang) << "</span> "_h;
      h << "<a href=\""_h << Url{base} << "\">"_h << r.title << "</a>"_h;
      if (r.illustrative) h << " "_h << illustrative_mark(lang);
      if (v.editable && d && !d->own_pages) h << " <a class=\"sm\" href=\""_h << Url{base + "/edit"} << "\">"_h << Text("sửa", "correct") << "</a>"_h;
      h << "</li>"_h;
    }
  }
  if (shown == 0) h << "<li class=\"m2\">"_h << Text("Chưa có bản ghi nào trong kỳ.", "No records in the period.") << "</li>"_h;
  if (more > 0) h << "<li><a href=\""_h << Url{list_href(*seen.section, v)} << "\">"_h << Text("xem cả danh sách", "see the whole list") << "</a></li>"_h;
  return h << "</ul>"_h;
}

bool holds(const reg::Codes& codes, std::string_view code) { return std::find(codes.begin(), codes.end(), code) != codes.end(); }

Html section_choice(const FilingView& v, const FormSection& s) {
  const std::string name = "s." + std::string(s.code);
  std::string value = holds(v.f.filing.confirmed, s.code) ? "ok" : holds(v.f.filing.doubted, s.code) ? "fix" : "";
  if (v.typed && v.typed->has(name)) value = std::string(v.typed->get(name));
  Html h(v.lang);
  h << "<div class=\"rads\" role=\"radiogroup\" aria-label=\""_h << s.label << "\">"_h;
  for (const auto& [code, label] : {std::pair{"ok", Message(Text("Đúng, đủ", "Right and complete"))}, std::pair{"fix", Message(Text("Cần sửa", "To correct"))}}) {
    h << "<label class=\"opt-l\"><input class=\"form-check-input\" type=\"radio\" name=\""_h << name << "\" value=\""_h << code << "\""_h << (value == code ? " checked"_h : ""_h) << "> "_h << label << "</label>"_h;
  }
  return h << "</div>"_h;
}

Html section_card(const FilingView& v, const SectionSeen& seen, int number) {
  const FormSection& s = *seen.section;
  Html figures(v.lang), foot(v.lang);
  figures << "<p class=\"ffigs\">"_h;
  for (const fig::Figure& f : seen.figures) figures << "<span>"_h << figure_cell(v.site.engine, f, v.lang) << "</span> "_h;
  figures << "</p>"_h;
  Html body(v.lang);
  body << figures << section_rows(v, seen);
  if (v.editable) {
    body << "<div class=\"fact\">"_h << section_choice(v, s) << "<span class=\"nw\">"_h
         << button(v.lang, {.label = Text("Thêm bản ghi", "Add a record"), .icon = "plus", .href = new_href(s, v), .small = true}) << " "_h
         << button(v.lang, {.label = Text("Mở sổ", "Open the register"), .icon = "list", .href = list_href(s, v), .small = true}) << "</span></div>"_h;
  } else {
    body << "<p>"_h << (holds(v.f.filing.confirmed, s.code) ? badge(v.lang, Text("hội xác nhận đúng, đủ", "confirmed"), Tone::ok, "check") : badge(v.lang, Text("chưa xác nhận", "not confirmed"))) << "</p>"_h;
  }
  const std::string n = std::to_string(number) + ". ";
  return card(v.lang, {.title = Message(n + std::string(s.label.vi), n + std::string(s.label.en)), .body = body, .id = "s-" + std::string(s.code)});
}

Control text_control(const FilingView& v, const char* name, Message label, Message hint, const std::string& value, const char* type = "textarea") {
  Control c;
  c.name = name;
  c.label = std::move(label);
  c.hint = std::move(hint);
  c.value = v.typed && v.typed->has(name) ? std::string(v.typed->get(name)) : value;
  c.type = type;
  c.error = problem_text(v.problems, name, v.lang);
  c.width = std::string_view(type) == "textarea" ? "full" : "half";
  return c;
}

/// Who signed last time, else the contact person of the register ("Nguyễn Thanh Xuân, Chủ tịch (2022)").
std::string usual_signer(const FilingView& v) {
  if (!v.f.filing.signer.empty()) return v.f.filing.signer;
  if (const auto row = v.db.first("SELECT signer FROM filing WHERE from_org = $1 AND deleted = 0 AND signer IS NOT NULL AND signer <> '' AND filed_on IS NOT NULL ORDER BY filed_on DESC LIMIT 1", {v.f.filing.from_org.id}))
    return db::as_text((*row)[0]);
  std::string contact = db::as_text(v.db.scalar("SELECT contact FROM organisation WHERE id = $1", {v.f.filing.from_org.id}));
  if (const auto open = contact.find(" ("); open != std::string::npos) contact.resize(open);
  return contact;
}

Html words_section(const FilingView& v) {
  const Filing& f = v.f.filing;
  Html fields(v.lang);
  fields << control(v.lang, text_control(v, "narrative", Text("Việc hội thấy được nhất trong kỳ", "What went best"), Text("Một hai câu, không bắt buộc", "A sentence or two, optional"), f.narrative))
         << control(v.lang, text_control(v, "difficulties", Text("Việc khó nhất, vì sao", "What was hardest, and why"), {}, f.difficulties))
         << control(v.lang, text_control(v, "plans", Text("Việc sẽ làm kỳ tới", "What comes next"), Text("Việc, ngày dự kiến, cần Liên hiệp giúp gì", "What, when, what help is needed"), f.plans))
         << control(v.lang, text_control(v, "proposals", Text("Kiến nghị, đề xuất", "Proposals"), Text("Mỗi dòng một kiến nghị; Liên hiệp trả lời từng dòng", "One a line; each gets its own answer"), f.proposals));
  return form_section(v.lang, Text("Hội tự viết", "In the member's own words"), fields);
}

Html signing_section(const FilingView& v) {
  const Filing& f = v.f.filing;
  Html fields(v.lang);
  if (on_behalf(v.actor, v.f)) {
    Control day = text_control(v, "filed_on", Text("Ngày hội gửi", "Day the member sent it"), Text("Để trống: hôm nay", "Empty: today"), f.filed_on.iso(), "date");
    Control why = text_control(v, "behalf_reason", Text("Vì sao điền giúp", "Why on its behalf"), Text("Ví dụ: hội đọc số qua điện thoại. Được ghi lại cùng tên người điền", "For example: told by telephone. Kept with the name of who enters it"), f.behalf_reason, "text");
    day.width = "half";
    fields << control(v.lang, day) << control(v.lang, why);
  }
  fields << control(v.lang, text_control(v, "signer", Text("Người ký", "Signed by"), Text("Họ tên, chức vụ trong hội", "Name and office"), usual_signer(v), "text"));
  Control all;
  all.name = "all";
  all.type = "checkbox";
  all.label = Text("Đã xem từng mục; mục chưa đánh dấu là đúng, đủ", "I have looked at each section; those not marked are right and complete");
  all.width = "full";
  all.error = problem_text(v.problems, "all", v.lang);
  fields << control(v.lang, all);
  return form_section(v.lang, Text("Ký và gửi", "Sign and send"), fields);
}

// ---- what the rules found --------------------------------------------------------------------------------

Html waive_form(const FilingView& v, const Finding& x) {
  Control why;
  why.name = "reason";
  why.label = Text("Vì sao vẫn đúng", "Why it is right all the same");
  why.required = true;
  why.max_length = 1000;
  why.width = "full";
  return confirm_form(v.lang, {.opener = {.label = Text("Bỏ qua, ghi lý do", "Waive with a reason"), .small = true},
                               .title = x.words, .text = x.rule->why, .action = filing_url(v.f.filing.id, "/waive"), .csrf = v.shell.csrf,
                               .fields = Html(v.lang) << hidden("rule", x.rule->code) << hidden("subject", x.subject) << control(v.lang, why), .yes = Text("Bỏ qua", "Waive")});
}

Html checks_card(const FilingView& v) {
  Html body(v.lang);
  std::vector<ListItem> items;
  const bool may = v.f.filing.status != "accepted" && !v.actor.preview() && (v.actor.may(Function::enter) || v.actor.may(Function::check) || v.actor.may(Function::approve));
  for (const Finding& x : v.findings) {
    ListItem item;
    const bool blocks = x.rule->blocks != Blocks::nothing;
    item.icon = x.waived() ? "flag" : blocks ? "alert-triangle" : "info-circle";
    item.tone = x.waived() ? Tone::neutral : x.rule->blocks == Blocks::sending ? Tone::bad : blocks ? Tone::warn : Tone::info;
    item.title = Html(v.lang) << x.words;
    item.detail = Html(v.lang);
    if (x.waived()) item.detail << Text("Bỏ qua:", "Waived:") << " "_h << x.reason << " ("_h << x.waived_by << ")"_h;
    else item.detail << x.rule->why;
    Html ways(v.lang);
    if (!x.waived() && !x.href.empty() && (x.href[0] == '/' || x.href[0] == '#')) ways << button(v.lang, {.label = Text("Mở để sửa", "Open"), .href = x.href, .small = true}) << " "_h;
    if (!x.waived() && may && x.rule->code != "section_doubted") ways << waive_form(v, x);
    if (!ways.empty()) item.detail << "<span class=\"wrap\">"_h << ways << "</span>"_h;
    items.push_back(std::move(item));
  }
  if (items.empty()) return body;
  return card(v.lang, {.title = Text("Cần xem lại", "To look at"), .head_end = more_link(v.lang, Text("Các quy tắc", "The rules"), "/report-campaigns/rules"), .body = item_list(v.lang, items), .id = "checks"});
}

// ---- the way in one press --------------------------------------------------------------------------------

Html quick_card(const FilingView& v) {
  Html none(v.lang);
  const std::string signer = usual_signer(v);
  if (!v.editable || on_behalf(v.actor, v.f) || signer.empty() || v.f.filing.status == "returned" || stands_in_the_way(v.findings, Blocks::sending) || !v.problems.empty()) return none;
  Html body(v.lang);
  body << "<form method=\"post\" class=\"wrap\" action=\""_h << Url{filing_url(v.f.filing.id)} << "\">"_h << hidden("csrf", v.shell.csrf) << hidden("version", std::to_string(v.f.filing.version)) << hidden("all", "1")
       << hidden("signer", signer)
       << "<p>"_h << Message("Xem các mục dưới đây. Mọi số đều đúng thì một nút là xong: xác nhận cả 10 mục, ký tên " + signer + ", gửi Liên hiệp.",
                              "Look through the sections below. When every number is right, one press does it: all ten confirmed, signed by " + signer + ", sent.")
       << "</p>"_h << button(v.lang, {.label = Text("Đúng cả, ký và gửi", "All right: sign and send"), .icon = "send", .kind = "primary", .name = "act", .value = "file"}) << "</form>"_h;
  return card(v.lang, {.title = Text("Không có gì cần sửa?", "Nothing to correct?"), .body = body});
}

Html joint_card(const FilingView& v) {
  const auto rows = joint_rows(v.db, v.f.filing.from_org.id, v.f.campaign.counted());
  if (rows.empty()) return Html(v.lang);
  std::vector<ListItem> items;
  for (const JointRow& r : rows) {
    ListItem item;
    item.day = r.day;
    item.title = Html(v.lang) << r.title;
    item.detail = Html(v.lang) << Text("Chủ trì:", "Led by:") << " "_h << r.leader;
    items.push_back(std::move(item));
  }
  return card(v.lang, {.title = Text("Việc chung do đơn vị khác chủ trì", "Joint work led by others"),
                       .note = Text("Đếm một lần ở Liên hiệp; hội không ghi lại.", "Counted once at the Union; it needs no second record."), .body = item_list(v.lang, items)});
}

// ---- once filed ------------------------------------------------------------------------------------------

Html told(const FilingView& v) {
  const Filing& f = v.f.filing;
  const auto line = [&](const std::string& text) { return Html(v.lang) << (text.empty() ? "–" : text); };
  std::vector<Entry> entries{{Text("Người ký", "Signed by"), line(f.signer)}, {Text("Nộp qua", "Channel"), line(filing_channels().label(f.channel, v.lang))}};
  if (!f.filed_by.empty()) entries.push_back({Text("Người nộp", "Filed by"), line(f.filed_by)});
  if (!f.behalf_reason.empty()) entries.push_back({Text("Vì sao điền giúp", "Why on its behalf"), line(f.behalf_reason)});
  if (f.filed_on) entries.push_back({Text("Ngày nộp", "Filed on"), line(format_date(f.filed_on, v.lang))});
  if (f.resent_on) entries.push_back({Text("Nộp lại ngày", "Sent again on"), line(format_date(f.resent_on, v.lang))});
  if (f.accepted_on) entries.push_back({Text("Nhận ngày", "Accepted on"), line(format_date(f.accepted_on, v.lang))});
  if (f.evidence.id > 0) entries.push_back({Text("Bản giấy", "The paper"), Html(v.lang) << "<a href=\"/evidence/"_h << f.evidence.id << "\">"_h << Text("mở chứng cứ", "open the evidence") << "</a>"_h});
  for (const auto& [label, text] : {std::pair{Message(Text("Việc làm được", "What was done")), f.narrative}, std::pair{Message(Text("Khó khăn", "Difficulties")), f.difficulties},
                                    std::pair{Message(Text("Việc sẽ làm", "What comes next")), f.plans}, std::pair{Message(Text("Kiến nghị", "Proposals")), f.proposals}})
    entries.push_back({label, Html(v.lang) << "<span class=\"pre\">"_h << (text.empty() ? "–" : text) << "</span>"_h});
  return card(v.lang, {.title = Text("Báo cáo đã gửi", "What was sent"), .body = definition_list(v.lang, entries)});
}

Html drift_card(const FilingView& v) {
  if (v.f.filing.snapshot.empty() || !v.f.filing.filed()) return Html(v.lang);
  const auto moved = drift_of(v.db, v.site.engine, v.f);
  Html body(v.lang);
  if (moved.empty()) body << "<p>"_h << icon("circle-check", "s") << " "_h << Text("Mọi số vẫn đúng như lúc nộp.", "Every figure is as it was when filed.") << "</p>"_h;
  else body << drift_list(v.site.engine, moved, v.lang);
  return card(v.lang, {.title = Text("Số lúc nộp và số bây giờ", "Figures when filed and now"), .body = body});
}

Html acts(const FilingView& v) {
  const Filing& f = v.f.filing;
  Html h(v.lang);
  if (v.actor.preview()) return h;
  const std::string version = std::to_string(f.version);
  const bool decides = v.actor.may(Function::check) || v.actor.may(Function::approve);
  if (v.editable && on_behalf(v.actor, v.f)) h << button(v.lang, {.label = Text("Nhập bản giấy", "Enter a paper"), .icon = "file-import", .href = filing_url(f.id, "/paper")});
  if (f.status == "filed" && v.actor.may(Function::enter))
    h << confirm_form(v.lang, {.opener = {.label = Text("Lấy lại để sửa", "Take back"), .icon = "arrow-back-up"}, .title = Text("Lấy lại báo cáo để sửa?", "Take the filing back?"),
                               .action = filing_url(f.id, "/take-back"), .csrf = v.shell.csrf, .fields = hidden("version", version), .yes = Text("Lấy lại", "Take back")});
  if (v.actor.may(Function::check) && !f.filed() && on_behalf(v.actor, v.f) && v.f.campaign.status == "open") {
    Control day, why;
    day.name = "due";
    day.type = "date";
    day.label = Text("Hạn mới", "New day");
    day.required = true;
    day.width = "full";
    why.name = "reason";
    why.label = Text("Lý do", "Reason");
    why.required = true;
    why.max_length = 1000;
    why.width = "full";
    h << confirm_form(v.lang, {.opener = {.label = Text("Gia hạn", "Extend"), .icon = "calendar-plus"}, .title = Text("Gia hạn cho hội này", "Another day for this member"), .action = filing_url(f.id, "/extend"),
                               .csrf = v.shell.csrf, .fields = Html(v.lang) << hidden("version", version) << control(v.lang, day) << control(v.lang, why), .yes = Text("Gia hạn", "Extend")});
  }
  if (decides && f.filed()) {
    Control why;
    why.name = "reason";
    why.label = Text("Thiếu gì, sửa gì", "What is missing or wrong");
    why.type = "textarea";
    why.required = true;
    why.max_length = 1000;
    why.width = "full";
    h << confirm_form(v.lang, {.opener = {.label = Text("Trả lại", "Return"), .icon = "arrow-back-up"}, .title = Text("Trả lại để hội sửa", "Return to the member"), .action = filing_url(f.id, "/return"),
                               .csrf = v.shell.csrf, .fields = Html(v.lang) << hidden("version", version) << control(v.lang, why), .yes = Text("Trả lại", "Return")});
  }
  if (f.status != "filed" || !decides) return h;
  if (v.own_hand) return h << badge(v.lang, Text("người khác nhận báo cáo này", "somebody else has to accept it"), Tone::info);
  return h << "<form method=\"post\" action=\""_h << Url{filing_url(f.id, "/accept")} << "\">"_h << hidden("csrf", v.shell.csrf) << hidden("version", version)
           << button(v.lang, {.label = Text("Nhận báo cáo", "Accept"), .icon = "checks", .kind = "primary"}) << "</form>"_h;
}

Html alerts(const FilingView& v) {
  const Filing& f = v.f.filing;
  Html h(v.lang);
  std::vector<std::pair<std::string, std::string>> lines;
  for (const Problem& p : v.problems) lines.emplace_back(p.field, p.message.in(v.lang));
  if (!lines.empty()) h << error_summary(v.lang, lines);
  if (f.status == "returned") h << notice(v.lang, Tone::bad, "arrow-back-up", Html(v.lang) << Text("Liên hiệp trả lại:", "Returned:") << " "_h << f.return_reason);
  if (v.editable && on_behalf(v.actor, v.f))
    h << notice(v.lang, Tone::info, "info-circle", Html(v.lang) << Message("Bạn đang điền giúp " + v.f.org_name + ". Tên bạn và lý do được ghi lại; hội nhận tin và xem được.", "You are filling this in for " + v.f.org_name + ". Your name and the reason are kept; the member is told."));
  if (!v.f.campaign.note.empty() && v.editable) h << notice(v.lang, Tone::info, "notes", Html(v.lang) << v.f.campaign.note);
  return h;
}

Html progress_line(const FilingView& v) {
  const auto n = static_cast<std::int64_t>(v.f.filing.confirmed.size()), all = static_cast<std::int64_t>(form_sections().size());
  const std::string words = std::to_string(n) + "/" + std::to_string(all);
  return Html(v.lang) << "<p class=\"sm\">"_h << Message(words + " mục đã xác nhận", words + " sections confirmed") << "</p>"_h << progress(static_cast<double>(n) / static_cast<double>(all));
}

}  // namespace

Html drift_list(const fig::Engine& engine, const std::vector<Drift>& moved, Lang lang) {
  Html h(lang);
  h << "<ul class=\"diffs\">"_h;
  for (const Drift& d : moved) {
    const fig::Indicator* indicator = engine.find(d.filed.code);
    h << "<li>"_h << (indicator ? indicator->name : Message(d.filed.code, d.filed.code)) << ": <del lang=\"vi\">"_h << d.filed.shown << "</del> <span aria-hidden=\"true\">→</span> <ins lang=\"vi\">"_h << d.now << "</ins>"_h;
    for (const auto& [label, rows] : {std::pair{Message(Text("thêm", "added")), &d.added}, std::pair{Message(Text("bớt", "gone")), &d.gone}})
      for (const KeptRow& r : *rows) {
        const auto* what = catalog().find(r.register_name);
        h << "<br><span class=\"m2 sm\">"_h << label << "</span> <a class=\"sm\" href=\""_h << Url{what ? "/" + what->path + "/" + std::to_string(r.id) : "/"} << "\">"_h << r.title << "</a>"_h;
      }
    h << "</li>"_h;
  }
  return h << "</ul>"_h;
}

Response draw_filing(const FilingView& v, int status) {
  const Filing& f = v.f.filing;
  const std::string campaign = v.f.campaign.title;
  PageHead head;
  head.title = Message(v.f.org_short, v.f.org_short);
  head.crumbs = {{report_campaigns().plural, "/report-campaigns"}, {Message(campaign, campaign), campaign_url(f.campaign.id)}};
  head.beside = badge(v.lang, Message(capital(filing_states().label(f.status, Lang::vi)), capital(filing_states().label(f.status, Lang::en))), filing_tone(f.status, days_late(f, today()) > 0));
  if (f.illustrative) head.beside << illustrative_mark(v.lang);
  head.sub = Html(v.lang) << campaign << ". "_h << Text("Hạn nộp", "Due") << " "_h << format_date(f.due, v.lang);
  if (!f.filed() && f.due) head.sub << ", "_h << days_left(f.due, today());
  else if (f.late_days > 0) head.sub << ", "_h << badge(v.lang, Message("nộp chậm " + std::to_string(f.late_days) + " ngày", std::to_string(f.late_days) + " days late"), Tone::bad);
  head.actions = acts(v);
  Html h(v.lang);
  h << alerts(v) << checks_card(v) << quick_card(v);
  int number = 0;
  if (v.editable) {
    h << "<form method=\"post\" class=\"form filing\" action=\""_h << Url{filing_url(f.id)} << "\" data-draft=\"filing\" data-resend>"_h << hidden("csrf", v.shell.csrf) << hidden("version", std::to_string(v.version));
    h << progress_line(v) << "<div class=\"fgrid2\">"_h;
    for (const SectionSeen& s : v.seen.sections) h << section_card(v, s, ++number);
    h << "</div>"_h << joint_card(v) << "<div class=\"card\">"_h << words_section(v) << signing_section(v) << "<div class=\"ff\">"_h
      << button(v.lang, {.label = Text("Ký và gửi", "Sign and send"), .icon = "send", .kind = "primary", .key = "Ctrl ↵", .name = "act", .value = "file"})
      << button(v.lang, {.label = Text("Lưu, điền tiếp sau", "Save for later"), .icon = "device-floppy", .name = "act", .value = "save"}) << "</div></div></form>"_h;
  } else {
    h << (f.filed() ? told(v) : Html(v.lang)) << drift_card(v) << "<div class=\"fgrid2\">"_h;
    for (const SectionSeen& s : v.seen.sections) h << section_card(v, s, ++number);
    h << "</div>"_h << joint_card(v);
  }
  h << "<div class=\"fgrid2\">"_h;
  const reg::PanelContext panel{v.db, v.actor, filings(), f.id, v.f.cells, v.lang, v.shell.csrf};
  for (const auto& [place, draw] : v.site.context.panels_everywhere)
    if (place == reg::PanelPlace::side) h << draw(panel);
  h << "</div>"_h;
  return reg::respond(v.shell, head, h, status);
}

}  // namespace nc::app
