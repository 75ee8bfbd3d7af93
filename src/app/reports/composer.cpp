// The composer's page: bar, sheet, and the tools behind each block.
#include "app/reports/composer.h"

#include <algorithm>

#include "app/outgoing/public.h"
#include "app/reports/files.h"
#include "app/reports/kept.h"
#include "app/reports/supplement.h"
#include "app/reports/text.h"
#include "base/hash.h"
#include "html/assets.h"

namespace nc::app {

namespace {

Html form_open(const Composer& c, const std::string& act, const char* cls) {
  Html h(c.lang);
  h << "<form method=\"post\" class=\""_h << cls << "\" action=\""_h << Url{c.url() + "/" + act} << "\">"_h << hidden("csrf", c.shell.csrf)
    << hidden("version", std::to_string(c.loaded.report.version));
  return h;
}

Html step(const Composer& c, const Message& label, bool current, bool done) {
  Html h(c.lang);
  h << "<li"_h;
  if (current) h << " class=\"on\" aria-current=\"step\""_h;
  else if (done) h << " class=\"done\""_h;
  return h << ">"_h << label << "</li>"_h;
}

Html workflow(const Composer& c) {
  const std::string& s = c.loaded.report.status;
  Html h(c.lang);
  h << "<ol class=\"wf\" aria-label=\""_h << Text("Các bước", "Steps") << "\">"_h << step(c, Text("Soạn", "Draft"), s == "draft", s != "draft")
    << step(c, Text("Trình", "Submit"), s == "submitted", s == "sealed" || s == "numbered") << step(c, Text("Niêm phong", "Seal"), s == "sealed", s == "numbered") << step(c, Text("Cấp số", "Number"), s == "numbered", false) << "</ol>"_h;
  return h;
}

/// The clerk's act, with the number that comes next.
Html number_button(const Composer& c) {
  const std::string next = next_number(c.db, c.loaded.report.org.id, "bc") + "/" + c.document().symbol;
  Confirm ask;
  ask.opener = {.label = Text("Cấp số", "Give number"), .icon = "hash", .kind = "primary"};
  ask.title = Message("Cấp số " + next, "Give number " + next);
  ask.action = c.url() + "/number";
  ask.csrf = c.shell.csrf;
  ask.fields = Html(c.lang) << hidden("version", std::to_string(c.loaded.report.version)) << "<p>"_h
                            << Message("Báo cáo vào sổ công văn đi và mang ngày " + format_date(today(), Lang::vi) + ". Số đã cấp không lấy lại được; con số đã niêm phong giữ nguyên.",
                                       "The report goes into the book of outgoing papers and is dated " + format_date(today(), Lang::en) + ". A number can't be taken back; the sealed figures stay.")
                            << "</p>"_h;
  ask.yes = Text("Cấp số", "Give number");
  return confirm_form(c.lang, ask);
}

Html actions(const Composer& c) {
  Html h(c.lang);
  h << "<div class=\"wb-acts\">"_h;
  if (c.loaded.report.kind == "term")
    h << "<a class=\"btn\" href=\""_h << Url{"/reports/term?org=" + c.loaded.org_code + "&period=" + period_code({c.loaded.report.period_from, c.loaded.report.period_to})} << "\">"_h << icon("table") << Text("Từng năm", "By year") << "</a>"_h;
  if (c.loaded.sealed()) {
    h << "<a class=\"btn\" href=\""_h << Url{c.url() + "/difference"} << "\">"_h << icon("scale") << Text("So với sổ hôm nay", "Against the registers") << "</a>"_h << downloads(c);
    if (!c.loaded.numbered() && c.actor.may(Function::number)) h << number_button(c);
    return h << "</div>"_h;
  }
  if (c.editable())
    h << form_open(c, "refresh", "in") << "<button class=\"btn\" type=\"submit\" data-key=\"r\" aria-keyshortcuts=\"r\">"_h << icon("refresh") << Text("Cập nhật số", "Refresh figures")
      << " <kbd aria-hidden=\"true\">R</kbd></button></form>"_h;
  if (c.actor.sees(Sight::internal)) h << "<a class=\"btn\" href=\""_h << Url{c.url() + "/difference"} << "\">"_h << icon("scale") << Text("So kỳ trước", "Compare") << "</a>"_h;
  if (c.editable() && c.actor.sees(Sight::internal)) h << "<a class=\"btn\" href=\""_h << Url{c.url() + "/review"} << "\">"_h << icon("message") << Text("Gửi góp ý", "Ask for remarks") << "</a>"_h;
  h << downloads(c);
  if (c.editable() && c.loaded.report.status == "draft")
    h << form_open(c, "submit", "in") << "<button class=\"btn btn-primary\" type=\"submit\">"_h << Text("Trình ký", "Submit") << "</button></form>"_h;
  const bool approves = c.actor.may(Function::approve), submitted = c.loaded.report.status == "submitted";
  if (submitted && (approves || c.actor.may(Function::check))) {
    Control reason;
    reason.name = "reason";
    reason.label = Text("Lý do", "Reason");
    reason.required = true;
    reason.type = "textarea";
    reason.width = "full";
    Confirm ask;
    ask.opener = {.label = Text("Trả lại", "Return"), .icon = "arrow-back-up"};
    ask.title = Text("Trả báo cáo lại cho người soạn", "Return the report to its writer");
    ask.action = c.url() + "/return";
    ask.csrf = c.shell.csrf;
    ask.fields = Html(c.lang) << hidden("version", std::to_string(c.loaded.report.version)) << control(c.lang, reason);
    ask.yes = Text("Trả lại", "Return");
    h << confirm_form(c.lang, ask);
  }
  if (approves && submitted)
    h << form_open(c, "seal", "in") << "<button class=\"btn btn-primary\" type=\"submit\">"_h << icon("rubber-stamp") << Text("Niêm phong", "Seal") << "</button></form>"_h;
  return h << "</div>"_h;
}

Html bar(const Composer& c) {
  const Report& r = c.loaded.report;
  Html h(c.lang);
  h << "<header class=\"wb-bar\"><div class=\"grow\"><h1>"_h << r.title << "</h1> "_h;
  if (c.loaded.sealed()) h << badge(c.lang, Message("Niêm phong " + format_date(r.sealed_on, Lang::vi), "Sealed " + format_date(r.sealed_on, Lang::en)), Tone::ok, "lock");
  if (c.loaded.numbered())
    h << " "_h << badge(c.lang, Message("Số " + c.document().number + "/" + c.document().symbol + ", " + format_date(r.signed_on, Lang::vi), "No. " + c.document().number + "/" + c.document().symbol + ", " + format_date(r.signed_on, Lang::en)), Tone::info, "hash");
  else if (c.loaded.sealed()) h << " "_h << badge(c.lang, Text("Chờ cấp số", "Waits for its number"), Tone::neutral, "hash");
  else if (r.status == "submitted") h << badge(c.lang, Text("Đã trình ký", "Submitted"), Tone::info);
  else h << badge(c.lang, Message("Dự thảo " + std::to_string(r.version), "Draft " + std::to_string(r.version)), Tone::neutral);
  h << " <a class=\"m3 xs nw\" href=\""_h << Url{c.url() + "/history"} << "\">"_h << Text("Nhật ký", "History") << "</a>"_h << supplement_links(c.db, c.actor, r, c.id, c.lang) << "</div>"_h << language_switch(c) << workflow(c) << actions(c);
  return h << "</header>"_h;
}

bool is_prose(const doc::Block& b) { return b.kind != paper::Block::Kind::table && b.kind != paper::Block::Kind::annex; }

Html block_button(const Composer& c, const char* what, const Message& label, const char* kind) {
  Html h(c.lang);
  return h << "<button class=\"btn btn-s "_h << kind << "\" type=\"submit\" name=\"do\" value=\""_h << what << "\">"_h << label << "</button>"_h;
}

}  // namespace

std::string mark_of(std::string_view text) { return sha256_hex(text).substr(0, 16); }

Html block_tools(const Composer& c, const doc::Block& b) {
  Html h(c.lang);
  const bool back = c.typed.block == b.id;
  h << "<div class=\"bt\" lang=\""_h << (c.lang == Lang::vi ? "vi" : "en") << "\" id=\"b-"_h << b.id << "\">"_h;
  if (c.paper == Lang::en) return h << translation_tools(c, b) << "</div>"_h << remarks_beside(c, b);
  if (!c.editable()) return h << "</div>"_h << remarks_beside(c, b);
  h << "<details class=\"bedit\""_h;
  if (back || c.open == b.id) h << " open"_h;
  h << "><summary title=\""_h << Text("Sửa đoạn", "Edit") << "\">"_h << icon("pencil", "s") << "<span class=\"vh\">"_h << Text("Sửa đoạn", "Edit the paragraph") << "</span>"_h;
  if (b.edited()) h << "<span class=\"bt-e\">"_h << (b.drafted.empty() ? Text("đoạn thêm", "added") : Text("đã biên tập", "edited")) << "</span>"_h;
  h << "</summary>"_h << form_open(c, "block", "bt-f") << hidden("block", b.id) << hidden("base", mark_of(b.text));
  if (is_prose(b)) {
    const std::string text = back ? c.typed.text : doc::for_editing(b.text, c.document(), c.seen);
    if (back) h << "<p class=\"err\" role=\"alert\">"_h << icon("alert-circle", "s") << c.typed.problem << "</p>"_h;
    h << "<label class=\"vh\" for=\"x-"_h << b.id << "\">"_h << Text("Lời của đoạn", "Text of the paragraph") << "</label><textarea class=\"form-control\" name=\"text\" rows=\"4\" id=\"x-"_h
      << b.id << "\">"_h << text << "</textarea><p class=\"hint\">"_h
      << Text("Con số sống đứng trong {t1: …}: giữ nguyên dấu ngoặc thì số tự đổi theo sổ.", "Living figures stand in {t1: …}: keep the brackets and the number follows the registers.") << "</p>"_h;
  }
  h << "<div class=\"bt-b\">"_h;
  if (b.kind == paper::Block::Kind::chart) h << block_button(c, "kind", b.lines ? Text("Đổi sang cột", "Draw bars") : Text("Đổi sang đường", "Draw a line"), "");
  if (is_prose(b)) h << block_button(c, "save", Text("Lưu đoạn", "Save"), "btn-primary");
  h << block_button(c, "add", Text("Thêm đoạn dưới", "Add below"), "");
  if (b.edited() && !b.drafted.empty()) h << block_button(c, "restore", Text("Trả lại chữ máy soạn", "Back to the draft"), "");
  h << block_button(c, "remove", Text("Bỏ đoạn", "Remove"), "btn-danger-o") << "</div></form></details>"_h;
  return h << "</div>"_h << remarks_beside(c, b);
}

std::vector<std::string> tokens_in_order(const doc::Document& document) {
  std::vector<std::string> order;
  auto take = [&](std::string_view text) {
    for (auto& id : doc::marks_in(text))
      if (std::find(order.begin(), order.end(), id) == order.end()) order.push_back(std::move(id));
  };
  for (const auto& s : document.sections)
    for (const auto& b : s.blocks) {
      take(b.text);
      for (const auto& row : b.rows)
        for (const auto& cell : row) take(cell);
    }
  return order;
}

namespace {

std::vector<std::string> digits_in(std::string_view text) {
  std::vector<std::string> out;
  std::string one;
  bool in_mark = false;
  for (char ch : text) {
    if (ch == '{') in_mark = true;
    if (!in_mark && ch >= '0' && ch <= '9') one += ch;
    else if (!one.empty()) out.push_back(std::move(one)), one.clear();
    if (ch == '}') in_mark = false;
  }
  if (!one.empty()) out.push_back(one);
  return out;
}

/// Numbers that are no figures: years, and what the machine wrote itself.
bool is_year(const std::string& digits) { return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")); }

}  // namespace

int typed_numbers(const doc::Document& document) {
  int n = 0;
  for (const auto& s : document.sections)
    for (const auto& b : s.blocks) {
      if (!b.edited()) continue;
      const auto drafted = digits_in(b.drafted);
      for (const auto& d : digits_in(b.text))
        if (!is_year(d) && std::find(drafted.begin(), drafted.end(), d) == drafted.end()) ++n;
    }
  return n;
}

Composer composer_of(const reg::Context& context, const fig::Engine& engine, db::ReadDb& db, const Actor& actor, Shell& shell, std::int64_t id, const Loaded& loaded, Lang language) {
  Composer c{context, engine, db, actor, shell, shell.lang, id, loaded, {}, {}, {}, {}, {}, {}, {}, language, {}};
  if (actor.sees(Sight::internal)) c.remarks = remarks_of(db, id);
  if (loaded.sealed()) {
    c.shown = doc::shown_of(*loaded.seal, language);
    c.kept = kept_of(db, loaded);
    return c;
  }
  c.seen = doc::look(db, actor, engine, loaded.document);
  // The sheet shows what was printed last; what moved since is yellow until somebody refreshes.
  const auto now = doc::shown_of(c.seen, language);
  c.shown = doc::shown_last(loaded.document, language);
  for (auto& [token, words] : c.shown)
    if (words.empty()) words = now.at(token);
  return c;
}

/// What a fresh draft would hint at. It drafts the whole report, so it is not for the answers that show one figure.
static void find_hints(Composer& c) {
  const auto& report = c.loaded.report;
  if (c.loaded.sealed()) return;
  if (auto fresh = draft_report(c.db, c.actor, c.engine, report.kind, c.loaded.org_code, {report.period_from, report.period_to}, report.cutoff)) c.hints = std::move(fresh->hints);
}

paper::Paper composer_paper(const Composer& c) {
  const bool sample = c.loaded.sealed() ? c.loaded.seal->sample : rests_on_sample(c.document(), c.seen);
  paper::Paper paper = paper_of(doc::in_language(c.document(), c.paper), {c.shown, sample, c.loaded.sealed(), {}});
  auto dress = [&](paper::Runs& runs) {
    for (auto& run : runs) {
      if (run.figure.empty()) continue;
      run.href = c.url("t=" + run.figure + "#fig");
      const auto it = c.seen.find(run.figure);
      if (run.figure == c.chosen) run.look = "sel";
      else if (it != c.seen.end() && it->second.missing) run.look = "bl";
      else if (it != c.seen.end() && it->second.stale) run.look = "w";
    }
  };
  for (auto& block : paper.blocks) {
    dress(block.runs);
    for (auto& row : block.rows)
      for (auto& cell : row.cells) dress(cell.runs);
  }
  return paper;
}

/// Before anybody chose: the delegations, which are asked about first; else the first figure.
static std::string first_chosen(const Composer& c, const std::vector<std::string>& order) {
  for (const auto& id : order)
    if (const auto* token = c.document().find_token(id); token && token->ask.code == "I17") return id;
  return order.empty() ? std::string() : order.front();
}

web::Response composer_page(Composer& c, int status) {
  find_hints(c);
  c.shell.rail = true;
  const auto order = tokens_in_order(c.document());
  if (std::find(order.begin(), order.end(), c.chosen) == order.end()) c.chosen = first_chosen(c, order);
  const paper::Paper paper = composer_paper(c);
  std::vector<const doc::Block*> blocks;
  for (const auto& s : c.document().sections)
    for (const auto& b : s.blocks) blocks.push_back(&b);
  Html h(c.lang);
  h << bar(c) << "<div class=\"wb\"><aside class=\"wb-l\" aria-label=\""_h << Text("Mục lục và kiểm tra", "Outline and checks") << "\">"_h << outline_column(c, paper)
    << "</aside><div class=\"wb-desk\" data-composer tabindex=\"0\" role=\"region\" aria-label=\""_h << Text("Tờ báo cáo", "The paper") << "\">"_h
    << paper::sheet(paper, c.lang, [&](std::size_t i) { return i < blocks.size() ? block_tools(c, *blocks[i]) : Html(c.lang); }) << "</div><aside class=\"wb-r\" id=\"fig\" aria-label=\""_h
    << Text("Con số đang chọn", "The chosen figure") << "\">"_h << side_panel(c) << "</aside></div>"_h;
  PageHead head;
  head.title = Message(c.loaded.report.title, c.loaded.report.title);
  head.bare = true;
  return reg::respond(c.shell, head, h, status);
}

}  // namespace nc::app
