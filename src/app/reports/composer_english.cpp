// The English side of the composer: the switch, what still waits for a translator, and writing the English of a paragraph in place.
#include "app/reports/composer.h"
#include "app/reports/text.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

using web::Request;
using web::Response;

Message state_words(doc::Translation state) {
  switch (state) {
    case doc::Translation::missing: return Text("chưa dịch", "not yet translated");
    case doc::Translation::outdated: return Text("bản Việt đã đổi", "the Vietnamese was changed");
    default: return {};
  }
}

/// What the boxes were made from: either side may have been changed meanwhile.
std::string mark_of_both(const doc::Block& b) { return mark_of(b.text + "\n" + b.en); }

std::string one_paragraph(std::string_view typed) {
  std::string out;
  for (char c : typed)
    if (c != '\r') out += c == '\n' ? ' ' : c;
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Html act_button(Lang lang, const char* what, const Message& label, const char* kind = "") {
  Html h(lang);
  return h << "<button class=\"btn btn-s "_h << kind << "\" type=\"submit\" name=\"do\" value=\""_h << what << "\">"_h << label << "</button>"_h;
}

/// The Vietnamese above, the English below; it must print the same figures.
Html form_of(const Composer& c, const doc::Block& b, bool back) {
  Html h(c.lang);
  h << "<form method=\"post\" class=\"bt-f\" action=\""_h << Url{c.url() + "/translation"} << "\">"_h << hidden("csrf", c.shell.csrf) << hidden("version", std::to_string(c.loaded.report.version)) << hidden("block", b.id)
    << hidden("base", mark_of_both(b));
  if (back) h << "<p class=\"err\" role=\"alert\">"_h << icon("alert-circle", "s") << c.typed.problem << "</p>"_h;
  const std::string vietnamese = resolved(b.text, c.loaded.sealed() ? doc::shown_of(*c.loaded.seal) : doc::shown_last(c.document()));
  h << "<p class=\"bt-vi\" lang=\"vi\">"_h << vietnamese << "</p><label class=\"vh\" for=\"x-"_h << b.id << "\">"_h << Text("Bản tiếng Anh của đoạn", "The paragraph in English") << "</label><textarea class=\"form-control\" lang=\"en\" name=\"text\" rows=\"4\" id=\"x-"_h
    << b.id << "\">"_h << (back ? c.typed.text : doc::for_editing(b.en.empty() ? b.text : b.en, c.document(), c.seen, Lang::en)) << "</textarea><p class=\"hint\">"_h
    << Text("Giữ đủ các con số {t1: …} của đoạn tiếng Việt: hai bản luôn in cùng một con số.", "Keep every figure {t1: …} of the Vietnamese: both print the same numbers.") << "</p><div class=\"bt-b\">"_h
    << act_button(c.lang, "save", Text("Lưu bản dịch", "Save the translation"), "btn-primary");
  if (b.translation() == doc::Translation::outdated && doc::same_figures(b.en, b.text)) h << act_button(c.lang, "same", Text("Bản dịch vẫn đúng", "Still right"));
  if (!b.en_drafted.empty() && b.en != b.en_drafted) h << act_button(c.lang, "restore", Text("Trả lại bản máy dịch", "Back to the draft"));
  return h << "</div></form>"_h;
}

bool has_words(const doc::Block& b) { return b.kind != paper::Block::Kind::table && b.kind != paper::Block::Kind::annex; }

// ---- the act ---------------------------------------------------------------------------------------------

struct Writing { const reg::Context& context; const fig::Engine& engine; const Request& request; db::Tx& tx; const Actor& actor; Shell& shell; std::int64_t id; Loaded loaded; };

Response back_to(Writing& w, const std::string& block, const Message& problem, int status) {
  Composer c = composer_of(w.context, w.engine, w.tx, w.actor, w.shell, w.id, w.loaded, Lang::en);
  c.typed = {block, std::string(w.request.form.get("text")), problem, {}};
  return composer_page(c, status);
}

/// Puts the English into the block, or says why not.
Result<bool> put_english(const doc::Document& d, doc::Block& b, std::string_view what, std::string_view typed) {
  std::string en = b.en, of = b.text;
  if (what == "restore") en = b.en_drafted, of = b.drafted;
  if (what == "save") {
    NC_TRY(text, doc::from_editing(one_paragraph(typed), d));
    if (text.empty()) return refuse(Code::invalid, Text("Bản dịch trống. Viết đoạn tiếng Anh rồi lưu.", "The translation is empty. Write the English paragraph."), "text");
    en = std::move(text);
  }
  if (what != "restore" && !doc::same_figures(en, b.text))
    return refuse(Code::invalid, Text("Bản dịch phải có đủ các con số của đoạn tiếng Việt, mỗi số một lần như ở đó, không thêm không bớt.", "The translation must have the figures of the Vietnamese paragraph, each as often as there: none more, none less."), "text");
  b.en = std::move(en);
  b.en_of = std::move(of);
  return true;
}

Response translate(Writing& w) {
  const std::string id(w.request.form.get("block")), what(w.request.form.get("do"));
  if (w.loaded.sealed()) return reg::problem_page(w.shell, {Code::forbidden, Text("Báo cáo đã niêm phong, cả hai bản không sửa được.", "The report is sealed: neither language can be changed."), {}});
  doc::Block* block = w.loaded.document.find_block(id);
  if (!block || !has_words(*block)) return reg::problem_page(w.shell, {Code::conflict, Message("Đoạn này không còn trong báo cáo. Lời vừa gõ: “" + std::string(w.request.form.get("text")) + "”", "The paragraph is no longer in the report. What was typed: “" + std::string(w.request.form.get("text")) + "”"), {}});
  if (w.request.form.get("base") != mark_of_both(*block))
    return back_to(w, id, Text("Có người đã sửa đoạn này trong lúc bạn dịch. Xem lại đoạn tiếng Việt ở trên rồi lưu lần nữa.", "Somebody changed this paragraph meanwhile. Read the Vietnamese above again, then save once more."), 409);
  auto put = put_english(w.loaded.document, *block, what, w.request.form.get("text"));
  if (!put) return back_to(w, id, put.error().message, 422);
  w.loaded.report.status = "draft";
  const std::int64_t version = w.loaded.report.version;
  auto saved = save_report(w.tx, w.actor, w.loaded, version, {}, "bản tiếng Anh");
  if (!saved) return back_to(w, id, saved.error().front().message, http_status(saved.error().front().code));
  return web::redirect("/reports/" + std::to_string(w.id) + "?lang=en&done=translated#b-" + id);
}

}  // namespace

Html language_switch(const Composer& c) {
  const auto to = [&](Lang lang) { return c.url() + (lang == Lang::en ? "?lang=en" : ""); };
  return segments(c.lang, Text("Ngôn ngữ của văn bản", "Language of the paper"),
                  {{.label = Text("Tiếng Việt", "Vietnamese"), .href = to(Lang::vi), .count = {}, .on = c.paper == Lang::vi}, {.label = Text("Tiếng Anh", "English"), .href = to(Lang::en), .count = {}, .on = c.paper == Lang::en}});
}

Html translation_tools(const Composer& c, const doc::Block& b) {
  Html h(c.lang);
  if (!c.editable() || !has_words(b)) return h;
  const bool back = c.typed.block == b.id;
  h << "<details class=\"bedit\""_h;
  if (back || c.open == b.id) h << " open"_h;
  h << "><summary title=\""_h << Text("Dịch đoạn", "Translate") << "\">"_h << icon("pencil", "s") << "<span class=\"vh\">"_h << Text("Sửa bản tiếng Anh của đoạn", "Edit the English paragraph") << "</span>"_h;
  if (const Message state = state_words(b.translation()); !state.empty()) h << "<span class=\"bt-e\">"_h << state << "</span>"_h;
  else if (b.en != b.en_drafted) h << "<span class=\"bt-e\">"_h << Text("người dịch", "translated by hand") << "</span>"_h;
  return h << "</summary>"_h << form_of(c, b, back) << "</details>"_h;
}

Html translation_state(const Composer& c) {
  const doc::Untranslated waits = doc::untranslated(c.document());
  Html h(c.lang);
  h << "<h2>"_h << Text("Bản tiếng Anh", "In English") << "</h2><ul class=\"ck\">"_h;
  const auto line = [&](const char* name, const char* tone, const Message& words, const std::vector<std::string>& blocks) {
    h << "<li class=\""_h << tone << "\">"_h << icon(name, "s") << "<span>"_h << words;
    for (std::size_t i = 0; i < blocks.size() && i < 6; ++i) {
      const doc::Section* s = c.document().section_of(blocks[i]);
      h << (i == 0 ? " " : ", ") << "<a href=\""_h << Url{c.url() + "?lang=en&e=" + blocks[i] + "#b-" + blocks[i]} << "\">"_h << (s ? Message(s->title, s->title_en.empty() ? s->title : s->title_en).in(c.lang) : blocks[i]) << "</a>"_h;
    }
    h << "</span></li>"_h;
  };
  if (waits.missing.empty() && waits.outdated.empty()) line("circle-check", "ok", Text("Cùng con số, cùng ý với bản Việt", "Says the same, with the same figures"), {});
  const std::string missing = std::to_string(waits.missing.size()), outdated = std::to_string(waits.outdated.size());
  if (!waits.missing.empty()) line("alert-triangle", "warn", Message(missing + " đoạn chưa dịch:", missing + " not yet translated:"), waits.missing);
  if (!waits.outdated.empty()) line("alert-triangle", "warn", Message(outdated + " đoạn tiếng Việt đã đổi sau khi dịch:", outdated + " changed in Vietnamese since:"), waits.outdated);
  return h << "</ul>"_h;
}

void add_translation_acts(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.post("/reports/{id}/translation", web::person("enter").of("report"), reg::act_handler(context, [&context, &engine](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
    auto loaded = load_report(tx, actor, reg::id_of(r));
    if (!loaded) return reg::problem_page(shell, loaded.error());
    Writing w{context, engine, r, tx, actor, shell, reg::id_of(r), std::move(*loaded)};
    return translate(w);
  }));
}

}  // namespace nc::app
