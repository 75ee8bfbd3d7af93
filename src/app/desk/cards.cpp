// Cards of the desk: one statement each, with what the article says beside what the registers say.
#include "app/desk/pages.h"

#include "base/words.h"
#include "html/assets.h"

namespace nc::app {

namespace {

Html verdict_badge(const Match& m, Lang lang) {
  switch (m.verdict) {
    case Verdict::proved: return badge(lang, Message("Đã có: " + m.code + ", bài này đã làm chứng", "In the register: " + m.code + ", proved by this article"), Tone::ok, "check");
    case Verdict::known: return badge(lang, Message("Đã có: " + m.code, "In the register: " + m.code), Tone::neutral);
    case Verdict::agrees: return badge(lang, Text("Khớp sổ", "Agrees"), Tone::ok, "check");
    case Verdict::differs: return badge(lang, Text("Lệch", "Differs"), Tone::warn, "alert-triangle");
    case Verdict::fresh: break;
  }
  return badge(lang, Text("Mới, chưa có trong sổ", "New, not in the register"), Tone::info);
}

Html side_by_side(const std::vector<Line>& lines, Lang lang) {
  Html h(lang);
  if (lines.empty()) return h;
  h << "<table class=\"tb side\"><caption class=\"vh\">"_h << Text("Sổ và bài cạnh nhau", "Register and article side by side") << "</caption><thead><tr><th scope=\"col\">"_h
    << Text("Đại lượng", "Measure") << "</th><th scope=\"col\">"_h << Text("Sổ ghi", "Register") << "</th><th scope=\"col\">"_h << Text("Bài viết", "Article") << "</th></tr></thead><tbody>"_h;
  for (const Line& l : lines) {
    h << "<tr"_h << (l.same ? ""_h : " class=\"off\""_h) << "><th scope=\"row\">"_h << l.label << "</th><td>"_h;
    if (l.href.empty()) h << l.ours;
    else h << "<a href=\""_h << Url{l.href} << "\">"_h << l.ours << "</a>"_h;
    h << "</td><td>"_h << l.theirs << "</td></tr>"_h;
  }
  return h << "</tbody></table>"_h;
}

std::string address_of(const Desk& x, const std::string& register_name, std::int64_t id) {
  const auto* d = x.context.catalog->find(register_name);
  return d && id != 0 ? "/" + d->path + "/" + std::to_string(id) : std::string();
}

Html post(const Desk& x, std::int64_t id, std::string_view what, const Html& inside) {
  Html h(x.shell.lang);
  h << "<form method=\"post\" action=\"/statements/"_h << id << "/"_h << what << "\">"_h << hidden("csrf", x.shell.csrf) << inside << "</form>"_h;
  return h;
}

Html press(Lang lang, Message label, std::string_view act, std::string_view kind, std::string_view key) {
  Html h(lang);
  h << "<button type=\"submit\" class=\"btn btn-s"_h << (kind.empty() ? "" : " btn-") << kind << "\" data-act=\""_h << act << "\">"_h << label;
  if (!key.empty()) h << " <kbd>"_h << key << "</kbd>"_h;
  return h << "</button>"_h;
}

Html accept_as(const Desk& x, std::int64_t id, Message label, std::string_view act, std::string_view kind, std::string_view as, const Match* link) {
  Html in(x.shell.lang);
  in << hidden("as", as);
  if (link) in << hidden("register", link->register_name) << hidden("record_id", std::to_string(link->id));
  in << press(x.shell.lang, std::move(label), act, kind, act == "a" ? "A" : "");
  return post(x, id, "accept", in);
}

/// Joining any other record, by its code.
Html join_other(const Desk& x, const Candidate& c) {
  const Lang lang = x.shell.lang;
  Html h(lang);
  const std::string id = std::to_string(c.row.id);
  h << "<details class=\"join\"><summary class=\"btn btn-s btn-ghost\">"_h << Text("Nối bản ghi khác", "Join another record") << "</summary>"_h;
  Html in(lang);
  in << hidden("as", "link") << "<label class=\"lab\" for=\"jr-"_h << id << "\">"_h << Text("Sổ", "Register") << "</label><select class=\"inp\" id=\"jr-"_h << id << "\" name=\"register\">"_h;
  std::vector<std::string> names = registers_for(c.fact);
  for (const char* more : {"claim", "delegation", "aid", "activity", "charity", "agreement", "award", "scholarship", "courtesy", "meeting", "occasion"})
    if (std::find(names.begin(), names.end(), more) == names.end()) names.emplace_back(more);
  for (const auto& name : names)
    if (const auto* d = x.context.catalog->find(name)) in << "<option value=\""_h << name << "\">"_h << d->plural << "</option>"_h;
  in << "</select><label class=\"lab\" for=\"jc-"_h << id << "\">"_h << Text("Mã bản ghi", "Code of the record") << "</label><input class=\"inp\" id=\"jc-"_h << id
     << "\" name=\"record\" maxlength=\"60\" required>"_h << press(lang, Text("Nối và đính chứng cứ", "Join and prove"), "", "", "");
  return h << post(x, c.row.id, "accept", in) << "</details>"_h;
}

Html buttons(const Desk& x, const Candidate& c, const Match& m) {
  const Lang lang = x.shell.lang;
  Html h(lang);
  const auto registers = registers_for(c.fact);
  const bool record = m.id != 0 && m.register_name != "claim" && m.verdict != Verdict::fresh;
  const bool single = is_single(c.fact) && m.measures.empty() && !registers.empty();
  std::string as = single ? registers.front() : "claim";
  h << "<div class=\"cd-a\">"_h;
  if (record || (m.measures.empty() && m.id != 0)) {
    const Message label = m.verdict == Verdict::differs ? Text("Giữ số của sổ, đính chứng cứ", "Keep the register's, attach the proof")
                        : m.verdict == Verdict::proved  ? Text("Xác nhận", "Confirm")
                                                        : Text("Đính chứng cứ", "Attach the proof");
    h << accept_as(x, c.row.id, label, "a", m.verdict == Verdict::fresh ? "primary" : "", "link", &m);
    if (m.verdict == Verdict::differs && !measures_of(c.fact).empty()) h << accept_as(x, c.row.id, Text("Ghi số của bài để so", "Keep the article's number as a claim"), "", "", "claim", nullptr);
    if (!registers.empty()) as = registers.front();
  } else if (single) {
    h << accept_as(x, c.row.id, Text("Nhận", "Accept"), "a", "primary", as, nullptr);
  } else {
    const bool known = m.verdict == Verdict::known || m.verdict == Verdict::proved;
    const Message label = m.verdict == Verdict::proved ? Text("Xác nhận", "Confirm") : known ? Text("Đính chứng cứ", "Attach the proof") : Text("Ghi số đã công bố", "Enter as a claim");
    h << accept_as(x, c.row.id, label, "a", known ? "" : "primary", "claim", nullptr);
  }
  h << "<a class=\"btn btn-s btn-ghost\" data-act=\"e\" href=\"/statements/"_h << c.row.id << "/edit?as="_h << as << "\">"_h << Text("Sửa", "Edit") << " <kbd>E</kbd></a>"_h
    << post(x, c.row.id, "reject", press(lang, Text("Bỏ", "Reject"), "x", "danger", "X")) << "</div>"_h << join_other(x, c);
  return h;
}

Html head_of(const Candidate& c, int number, const Html& mark, Lang lang) {
  Html h(lang);
  h << "<a class=\"no\" href=\"#s-"_h << c.row.id << "\" aria-label=\""_h << Message("Đoạn " + std::to_string(number) + " trong bài", "Words " + std::to_string(number) + " in the article") << "\">"_h
    << number << "</a><div class=\"cd-h\"><h3>"_h << Message(c.row.title, c.row.title_en.empty() ? c.row.title : c.row.title_en) << "</h3>"_h << mark << "</div>"_h;
  return h;
}

}  // namespace

Html statement_card(const Desk& x, const Candidate& c, const Match& m, int number) {
  const Lang lang = x.shell.lang;
  Html h(lang);
  h << "<article class=\"cd"_h << (m.verdict == Verdict::differs ? " warn" : "") << "\" id=\"c-"_h << c.row.id << "\" data-row data-span=\"s-"_h << c.row.id << "\">"_h
    << head_of(c, number, verdict_badge(m, lang), lang) << "<p class=\"m2\">"_h << capital(fact_kinds().label(c.row.kind, lang));
  if (const std::string href = address_of(x, m.register_name, m.id); !href.empty() && m.verdict != Verdict::fresh) h << " · <a href=\""_h << Url{href} << "\">"_h << m.title << "</a>"_h;
  h << "</p><dl class=\"said\">"_h;
  for (const Stated& s : stated_fields(c.fact, lang)) h << "<div><dt>"_h << s.label << "</dt><dd>"_h << s.value << "</dd></div>"_h;
  h << "</dl>"_h;
  if (const auto missing = missing_fields(c.fact); !missing.empty()) {
    h << "<p class=\"m3 xs\">"_h << Text("Bài không nêu, để trống:", "Not in the article, left empty:") << " "_h;
    for (std::size_t i = 0; i < missing.size(); ++i) h << (i == 0 ? "" : ", ") << missing[i];
    h << "</p>"_h;
  }
  if (!m.lines.empty() && (m.verdict != Verdict::proved)) h << side_by_side(m.lines, lang);
  if (m.verdict == Verdict::differs)
    h << "<p class=\"m2 xs\">"_h << Text("Hai số đứng cạnh nhau, không cộng vào nhau.", "Both numbers stand side by side; they are never added.") << "</p>"_h;
  if (x.actor.may(Function::enter)) h << buttons(x, c, m);
  return h << "</article>"_h;
}

Html decided_card(const Desk& x, const Candidate& c, int number) {
  const Lang lang = x.shell.lang;
  const bool accepted = c.row.state == "accepted";
  Html h(lang), mark(lang);
  mark << (accepted                    ? badge(lang, Text("Đã nhận", "Accepted"), Tone::ok, "check")
           : c.row.state == "skipped" ? badge(lang, Text("Đã bỏ từ lần trước", "Rejected before"))
                                      : badge(lang, Text("Đã bỏ", "Rejected")));
  h << "<article class=\"cd "_h << (accepted ? "ok" : "gone") << "\" id=\"c-"_h << c.row.id << "\" data-row data-span=\"s-"_h << c.row.id << "\">"_h << head_of(c, number, mark, lang);
  if (const auto* d = x.context.catalog->find(c.row.target_register); d && accepted) {
    auto cells = reg::load(x.db, *d, x.actor, c.row.target_id);
    if (cells) h << "<p class=\"m2\">"_h << d->singular << " <a href=\"/"_h << d->path << "/"_h << c.row.target_id << "\">"_h << db::as_text((*cells)[reg::k_code]) << ", "_h << d->title_of(*cells, lang) << "</a></p>"_h;
  }
  if (x.actor.may(Function::enter))
    h << "<div class=\"cd-a\">"_h << post(x, c.row.id, "take-back", press(lang, accepted ? Text("Hoàn tác", "Undo") : Text("Lấy lại", "Take back"), "u", "ghost", "U")) << "</div>"_h;
  return h << "</article>"_h;
}

}  // namespace nc::app
