// What people do with a report: start it, edit blocks and head, refresh the figures, submit, seal.
#include <algorithm>

#include "app/program.h"
#include "app/campaigns/public.h"
#include "app/catalog.h"
#include "app/reports/composer.h"
#include "app/reports/text.h"
#include "app/reports/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

using web::Request;
using web::Response;

struct Act {
  const reg::Context& context;
  const fig::Engine& engine;
  const Request& request;
  db::Tx& tx;
  const Actor& actor;
  Shell& shell;
  std::int64_t id = 0;
  Loaded loaded = {};
  std::int64_t version() const { return parse_int(request.form.get("version")).value_or(-1); }
};

Response refused(const Act& a, const Problem& problem) { return reg::problem_page(a.shell, problem); }

/// May this person work on it, and can it be worked on? Those who decide need not be those who write.
std::optional<Problem> closed(const Act& a, bool decides) {
  if (!decides && !a.actor.may(Function::enter)) return Problem{Code::forbidden, Message("Tài khoản này chỉ được xem.", "This account may only read."), {}};
  if (a.loaded.sealed())
    return Problem{Code::forbidden, Message("Báo cáo đã niêm phong, không sửa được. Cần đính chính thì lập bản bổ sung.", "The report is sealed and can't be changed. Correct it by a supplement."), {}};
  return std::nullopt;
}

bool is_conflict(const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(), [](const Problem& p) { return p.code == Code::conflict; });
}

/// The form belongs to the English sheet.
bool in_english(const Act& a) { return a.request.form.get("lang") == "en"; }

Response page_with(Act& a, TypedBack typed, int status) {
  Composer c = composer_of(a.context, a.engine, a.tx, a.actor, a.shell, a.id, a.loaded, in_english(a) ? Lang::en : Lang::vi);
  c.pane = typed.block == "head" ? "head" : "";
  c.typed = std::move(typed);
  return composer_page(c, status);
}

Response to_report(const Act& a, const std::string& done, const std::string& anchor = {}) {
  return web::redirect("/reports/" + std::to_string(a.id) + (in_english(a) ? "?lang=en&done=" : "?done=") + done + (anchor.empty() ? "" : "#b-" + anchor));
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (true) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    if (!line.empty()) out.emplace_back(line);
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

// ---- blocks ----------------------------------------------------------------------------------------------

void insert_below(doc::Document& d, const std::string& id, doc::Block block) {
  for (auto& s : d.sections)
    for (std::size_t i = 0; i < s.blocks.size(); ++i)
      if (s.blocks[i].id == id) {
        s.blocks.insert(s.blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(block));
        return;
      }
}

void take_out(doc::Document& d, const std::string& id) {
  const doc::Block* b = d.find_block(id);
  if (b && !b->drafted.empty() && std::find(d.removed.begin(), d.removed.end(), id) == d.removed.end()) d.removed.push_back(id);
  if (b && b->kind == paper::Block::Kind::table) d.removed.push_back(id);
  for (auto& s : d.sections) std::erase_if(s.blocks, [&](const doc::Block& x) { return x.id == id; });
  std::erase_if(d.sections, [](const doc::Section& s) { return s.blocks.empty(); });
}

/// Applies the form to the paper as it stands now; returns the block to go back to.
std::string change_block(doc::Document& d, doc::Block& block, const std::string& what, std::string text) {
  const std::string id = block.id;
  const bool prose = block.kind != paper::Block::Kind::table && block.kind != paper::Block::Kind::annex;
  if (prose && what != "restore" && what != "remove") block.text = std::move(text);
  if (what == "restore") block.text = block.drafted;
  if (what == "kind") block.lines = !block.lines;
  if (what == "remove") {
    take_out(d, id);
    doc::renumber(d);
    return {};
  }
  if (what != "add") return id;
  doc::Block added;
  added.id = "b" + std::to_string(d.next_block++);
  added.origin = doc::Origin::person;
  added.text = "[điền: lời của đoạn mới]";
  const std::string added_id = added.id;
  insert_below(d, id, std::move(added));
  return added_id;
}

std::string one_paragraph(std::string text) {
  std::string out;
  for (char ch : text) {
    if (ch == '\r') continue;
    out += ch == '\n' ? ' ' : ch;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Response edit_block(Act& a) {
  const std::string id(a.request.form.get("block")), what(a.request.form.get("do"));
  const std::string typed(a.request.form.get("text"));
  doc::Block* block = a.loaded.document.find_block(id);
  if (!block) {
    const Message gone("Đoạn này không còn trong báo cáo: có người đã bỏ, hoặc số liệu đã đổi. Lời vừa gõ: “" + typed + "”",
                       "The paragraph is no longer in the report. What was typed: “" + typed + "”");
    return refused(a, {Code::conflict, gone, {}});
  }
  // Somebody else's change of another paragraph is no conflict.
  const std::string base(a.request.form.get("base"));
  const bool same = base.empty() ? a.version() == a.loaded.report.version : base == mark_of(block->text);
  if (!same && what != "remove" && what != "restore") {
    const std::string theirs = doc::for_editing(block->text, a.loaded.document, doc::look(a.tx, a.actor, a.engine, a.loaded.document));
    return page_with(a, {id, typed,
                         Message("Có người đã sửa đoạn này trong lúc bạn viết. Lời của họ: “" + theirs + "”. Ghép lại rồi lưu.",
                                 "Somebody changed this paragraph meanwhile. Theirs: “" + theirs + "”. Merge and save again."),
                         {}},
                     409);
  }
  auto text = doc::from_editing(one_paragraph(typed), a.loaded.document);
  if (!text && what != "remove" && what != "restore") return page_with(a, {id, typed, text.error().message, {}}, 422);
  const bool prose = block->kind != paper::Block::Kind::table && block->kind != paper::Block::Kind::annex;
  if (prose && text && text->empty() && what != "remove" && what != "restore")
    return page_with(a, {id, typed, Text("Đoạn trống. Viết lời, hoặc bấm Bỏ đoạn.", "The paragraph is empty. Write something, or remove it."), {}}, 422);
  const std::string back = change_block(a.loaded.document, *block, what, text ? *text : std::string());
  a.loaded.report.status = "draft";
  const std::int64_t version = a.loaded.report.version;
  auto saved = save_report(a.tx, a.actor, a.loaded, version, {}, {});
  if (!saved) return page_with(a, {id, typed, saved.error().front().message, {}}, is_conflict(saved.error()) ? 409 : 422);
  if (what == "add") return web::redirect("/reports/" + std::to_string(a.id) + "?e=" + back + "#b-" + back);
  return to_report(a, what == "remove" ? "removed" : "block", back);
}

// ---- head, wording ---------------------------------------------------------------------------------------

Response edit_head(Act& a) {
  const web::Fields& f = a.request.form;
  doc::Document& d = a.loaded.document;
  if (a.version() != a.loaded.report.version)
    return page_with(a, {"head", {}, Text("Có người đã sửa báo cáo trong lúc bạn điền. Các ô giữ nguyên lời vừa gõ: xem lại rồi lưu lần nữa.",
                                          "Somebody changed the report meanwhile. The boxes keep what was typed: look again and save once more."), f}, 409);
  if (in_english(a)) {
    d.en = {lines_of(f.get("issuer")), lines_of(f.get("subject")), lines_of(f.get("addressed_to")), lines_of(f.get("recipients")), lines_of(f.get("authority")), std::string(f.get("place")), d.en.kind_name};
  } else {
    d.place = std::string(f.get("place"));
    d.issuer_lines = lines_of(f.get("issuer"));
    d.subject_lines = lines_of(f.get("subject"));
    d.addressed_to = lines_of(f.get("addressed_to"));
    d.recipients = lines_of(f.get("recipients"));
    d.authority = lines_of(f.get("authority"));
    d.signer = std::string(f.get("signer"));
  }
  auto saved = save_report(a.tx, a.actor, a.loaded, a.version(), {}, {});
  if (!saved) return page_with(a, {"head", {}, saved.error().front().message, f}, is_conflict(saved.error()) ? 409 : 422);
  return to_report(a, "head");
}

Response edit_wording(Act& a) {
  const std::string id(a.request.form.get("token"));
  doc::Token* token = a.loaded.document.find_token(id);
  const auto round = parse_int(a.request.form.get("round"));
  if (!token || !round) return refused(a, {Code::invalid, Message("Không có con số hoặc cách viết này.", "There is no such figure or wording."), {}});
  token->round = *round;
  auto seen = doc::look(a.tx, a.actor, a.engine, a.loaded.document);
  token->shown = seen.at(id).shown;
  token->shown_en = seen.at(id).shown_en;
  auto saved = save_report(a.tx, a.actor, a.loaded, a.loaded.report.version, {}, {});
  if (!saved) return refused(a, saved.error().front());
  return web::redirect("/reports/" + std::to_string(a.id) + "?t=" + id + "#fig");
}

// ---- refresh ---------------------------------------------------------------------------------------------

struct Change { std::string what, before, after; };

std::string printed(const doc::Block& b, const std::map<std::string, std::string>& shown) {
  std::string out = resolved(b.text, shown);
  for (const auto& row : b.rows) {
    std::string cells;
    for (const auto& cell : row) cells += (cells.empty() ? "" : " | ") + resolved(cell, shown);
    out += (out.empty() ? "" : "\n") + cells;
  }
  return out;
}

std::vector<Change> changed_figures(const doc::Document& before, const doc::Document& after) {
  std::vector<Change> out;
  for (const auto& t : after.tokens)
    if (const auto* was = before.find_token(t.id); was && was->shown != t.shown && !was->shown.empty()) out.push_back({t.ask.code, was->shown, t.shown});
  return out;
}

std::vector<Change> changed_blocks(const doc::Document& before, const doc::Document& after) {
  const auto old_shown = doc::shown_last(before), new_shown = doc::shown_last(after);
  std::map<std::string, std::string> old_texts;
  std::vector<Change> out;
  for (const auto& s : before.sections)
    for (const auto& b : s.blocks) old_texts[b.id] = printed(b, old_shown);
  for (const auto& s : after.sections)
    for (const auto& b : s.blocks) {
      const std::string now = printed(b, new_shown);
      const auto it = old_texts.find(b.id);
      if (it == old_texts.end()) out.push_back({s.title, "", now});
      else if (it->second != now) out.push_back({s.title, it->second, now});
      if (it != old_texts.end()) old_texts.erase(it);
    }
  for (const auto& s : before.sections)
    for (const auto& b : s.blocks)
      if (old_texts.contains(b.id)) out.push_back({s.title, old_texts[b.id], ""});
  return out;
}

Html change_list(Lang lang, const std::vector<Change>& changes) {
  Html h(lang);
  h << "<ul class=\"diffs\" lang=\"vi\">"_h;
  for (const auto& c : changes) {
    h << "<li><span class=\"m2 xs\">"_h << c.what << "</span> "_h;
    if (!c.before.empty()) h << "<del>"_h << c.before << "</del> "_h;
    if (!c.before.empty() && !c.after.empty()) h << "<span aria-hidden=\"true\">→</span> "_h;
    if (!c.after.empty()) h << "<ins>"_h << c.after << "</ins>"_h;
    h << "</li>"_h;
  }
  return h << "</ul>"_h;
}

PageHead head_of(const Act& a, Text title) {
  PageHead head;
  head.title = title;
  head.crumbs = {{Text("Báo cáo", "Reports"), "/reports"}, {Message(a.loaded.report.title, a.loaded.report.title), "/reports/" + std::to_string(a.id)}};
  return head;
}

Response refresh_page(const Act& a, const std::vector<Change>& figures, const std::vector<Change>& blocks) {
  Html h(a.shell.lang);
  h << "<section class=\"card\"><div class=\"cb\"><h2>"_h << Message(std::to_string(figures.size()) + " con số đổi", std::to_string(figures.size()) + " figures change") << "</h2>"_h << change_list(a.shell.lang, figures)
    << "<h2>"_h << Message(std::to_string(blocks.size()) + " đoạn của máy được viết lại", std::to_string(blocks.size()) + " paragraphs of the machine are written anew") << "</h2>"_h << change_list(a.shell.lang, blocks)
    << "<p class=\"m2 sm\">"_h << Text("Đoạn người đã sửa hoặc thêm giữ nguyên từng chữ; chỉ con số trong đó đổi theo sổ.", "Paragraphs that people edited or added stay word by word; only their figures follow.")
    << "</p><form method=\"post\" class=\"bt-b\" action=\"/reports/"_h << a.id << "/refresh\">"_h << hidden("csrf", a.shell.csrf) << hidden("version", std::to_string(a.loaded.report.version)) << hidden("apply", "1")
    << "<button class=\"btn btn-primary\" type=\"submit\">"_h << icon("refresh") << Text("Cập nhật", "Apply") << "</button> <a class=\"btn\" href=\"/reports/"_h << a.id << "\">"_h << Text("Quay lại", "Back")
    << "</a></form></div></section>"_h;
  return reg::respond(a.shell, head_of(a, {"Cập nhật số", "Refresh figures"}), h);
}

Response refresh(Act& a) {
  const Report& r = a.loaded.report;
  doc::Document merged = a.loaded.document;
  if (r.corrects.id == 0) {  // a supplement is written once; only its figures follow the registers
    auto fresh = draft_report(a.tx, a.actor, a.engine, r.kind, a.loaded.org_code, {r.period_from, r.period_to}, r.cutoff);
    if (!fresh) return refused(a, fresh.error());
    merged = doc::redrafted(a.loaded.document, fresh->document);
  }
  doc::bring_up_to_date(merged, doc::look(a.tx, a.actor, a.engine, merged));
  const auto figures = changed_figures(a.loaded.document, merged), blocks = changed_blocks(a.loaded.document, merged);
  if (figures.empty() && blocks.empty()) return to_report(a, "same");
  if (a.request.form.get("apply") != "1") return refresh_page(a, figures, blocks);
  a.loaded.document = std::move(merged);
  a.loaded.report.status = "draft";
  auto saved = save_report(a.tx, a.actor, a.loaded, a.version(), {}, std::to_string(figures.size()) + " số đổi");
  if (!saved) return refused(a, saved.error().front());
  return to_report(a, "refreshed");
}

// ---- submit, seal ----------------------------------------------------------------------------------------

/// Where a problem is: its block, or the block that holds its figure.
std::string place_of(const Act& a, const Problem& p) {
  const std::string report = "/reports/" + std::to_string(a.id);
  if (a.loaded.document.find_token(p.field)) return report + "?t=" + p.field + "#fig";
  if (a.loaded.document.section_of(p.field)) return report + "?e=" + p.field + "#b-" + p.field;
  return report;
}

Response problems_page(const Act& a, Text title, const Problems& problems) {
  Html h(a.shell.lang);
  h << "<section class=\"card\"><div class=\"cb\" role=\"alert\"><p>"_h
    << Message("Còn " + std::to_string(problems.size()) + " chỗ cần sửa trước:", std::to_string(problems.size()) + " things to mend first:") << "</p><ol class=\"probs\">"_h;
  for (const auto& p : problems) h << "<li><a href=\""_h << Url{place_of(a, p)} << "\">"_h << p.message << "</a></li>"_h;
  h << "</ol><p><a class=\"btn\" href=\"/reports/"_h << a.id << "\">"_h << Text("Quay lại báo cáo", "Back to the report") << "</a></p></div></section>"_h;
  return reg::respond(a.shell, head_of(a, title), h, 422);
}

Response submit(Act& a) {
  if (auto ready = doc::seal(a.tx, a.actor, a.engine, a.loaded.document, is_sample_office(a.tx)); !ready) return problems_page(a, {"Chưa trình được", "Not ready to submit"}, ready.error());
  a.loaded.report.status = "submitted";
  auto saved = save_report(a.tx, a.actor, a.loaded, a.version(), "submit", {});
  if (!saved) return problems_page(a, {"Chưa trình được", "Not ready to submit"}, saved.error());
  return to_report(a, "submitted");
}

/// The person, with the function that the save pipeline asks for: the act has asked for its own.
Actor deciding(const Actor& actor) {
  Actor out = actor;
  out.functions.insert(Function::enter);
  return out;
}

Response seal_it(Act& a) {
  if (!a.actor.may(Function::approve))
    return refused(a, {Code::forbidden, Message("Niêm phong là việc của người được duyệt. Báo cáo đã trình vẫn giữ nguyên.", "Sealing is for those who approve. The report stays submitted."), {}});
  // The sample office has one person for everything.
  if (!is_sample_office(a.tx) && flow::hands(a.tx, report_flow(), a.id).contains(a.actor.id))
    return refused(a, {Code::forbidden, Message("Người đã soạn, sửa hoặc trình báo cáo này không tự niêm phong. Cần một người khác có việc phê duyệt.",
                                                "Whoever wrote, edited or submitted this report can't seal it. Another person who approves has to."), {}});
  auto saved = seal_report(a.tx, deciding(a.actor), a.engine, a.loaded, a.version(), {.sample_office = is_sample_office(a.tx)});
  if (!saved) return problems_page(a, {"Chưa niêm phong được", "Not ready to seal"}, saved.error());
  const auto closed = close_campaigns_of(a.tx, deciding(a.actor), a.id);
  if (!closed) return refused(a, closed.error());
  return to_report(a, *closed > 0 ? "sealed-closed" : "sealed");
}

/// The clerk's part, after the seal.
Response number_it(Act& a) {
  auto saved = number_report(a.tx, a.actor, a.loaded, a.version());
  return saved ? to_report(a, "numbered") : refused(a, saved.error().front());
}

/// Back to those who wrote it, with the reason: they get a notice.
Response send_back(Act& a) {
  const flow::Transition& t = *report_flow().find("return");
  const std::string reason(a.request.form.get("reason"));
  if (!flow::has_function(t, a.actor)) return refused(a, {Code::forbidden, Message("Trả lại là việc của người kiểm tra hoặc phê duyệt.", "Returning is for those who check or approve."), {}});
  if (a.loaded.report.status != "submitted") return refused(a, {Code::conflict, Message("Chỉ trả lại được báo cáo đã trình.", "Only a submitted report can be returned."), {}});
  if (reason.empty()) return refused(a, {Code::invalid, Message("Trả lại cần lý do, để người soạn biết sửa gì.", "A return needs a reason, so that the writer knows what to mend."), {}});
  a.loaded.report.status = t.to;
  auto saved = save_report(a.tx, deciding(a.actor), a.loaded, a.version(), t.name, reason);
  if (!saved) return refused(a, saved.error().front());
  return to_report(a, "returned");
}

/// Who acts and when: writers and those who decide before the seal, the clerk after it.
enum class Stage { writes, decides, after };

web::Handler act(const reg::Context& context, const fig::Engine& engine, Response (*what)(Act&), Stage stage = Stage::writes) {
  return reg::act_handler(context, [&context, &engine, what, stage](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
    Act a{context, engine, r, tx, actor, shell, reg::id_of(r)};
    auto loaded = load_report(tx, actor, a.id);
    if (!loaded) return reg::problem_page(shell, loaded.error());
    a.loaded = std::move(*loaded);
    if (stage == Stage::after) return what(a);
    if (auto no = closed(a, stage == Stage::decides)) return reg::problem_page(shell, *no);
    return what(a);
  });
}

}  // namespace

void add_report_acts(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.post("/reports/{id}/block", web::person("enter").of("report"), act(context, engine, edit_block));
  router.post("/reports/{id}/head", web::person("enter").of("report"), act(context, engine, edit_head));
  router.post("/reports/{id}/wording", web::person("enter").of("report"), act(context, engine, edit_wording));
  router.post("/reports/{id}/refresh", web::person("enter").of("report"), act(context, engine, refresh));
  router.post("/reports/{id}/submit", web::person("enter").of("report"), act(context, engine, submit));
  router.post("/reports/{id}/seal", web::person("approve").of("report").proved_again(), act(context, engine, seal_it, Stage::decides));
  router.post("/reports/{id}/return", web::person("check,approve").of("report"), act(context, engine, send_back, Stage::decides));
  router.post("/reports/{id}/number", web::person("number").of("report"), act(context, engine, number_it, Stage::after));
}

}  // namespace nc::app
