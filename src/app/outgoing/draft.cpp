// A draft from Word on the page of its entry: kept, held against the form of Decree 30/2020, told what to mend.
#include "app/outgoing/draft.h"

#include "app/evidence/public.h"
#include "app/outgoing/public.h"
#include "file/docx_check.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr const char* k_draft = "draft";

struct Draft { std::string sha256, file_name; };

/// The last draft that was sent for the entry.
std::optional<Draft> last_draft(db::ReadDb& db, std::int64_t entry) {
  const auto row = db.first("SELECT e.sha256, e.file_name FROM evidence_span s JOIN evidence e ON e.id = s.evidence WHERE s.deleted = 0 AND e.deleted = 0 AND s.register_name = 'outgoing' AND s.record_id = $1 AND s.fact = $2 ORDER BY s.id DESC", {entry, std::string(k_draft)});
  if (!row) return std::nullopt;
  return Draft{db::as_text((*row)[0]), db::as_text((*row)[1])};
}

bool may_send(const Actor& actor) { return (actor.may(Function::enter) || actor.may(Function::number)) && !actor.preview(); }

Html send_form(Lang lang, const std::string& csrf, std::int64_t id, const std::string& error) {
  Control file{.name = "file", .label = Text("Bản thảo Word (.docx)", "Draft (.docx)"), .error = error, .required = true, .type = "file", .width = "full", .accept = ".docx"};
  file.hint = Text("Được giữ trong kho chứng cứ", "Kept in the store of evidence");
  return Html(lang) << "<form class=\"say\" method=\"post\" enctype=\"multipart/form-data\" action=\"/outgoing/"_h << id << "/draft\">"_h << hidden("csrf", csrf) << control(lang, file)
                    << button(lang, {.label = Text("Kiểm tra thể thức", "Check its form"), .icon = "checklist", .small = true}) << "</form>"_h;
}

Html findings_list(Lang lang, const std::vector<paper::DraftFinding>& findings) {
  if (findings.empty()) return notice(lang, Tone::ok, "circle-check", Html(lang) << Text("Đúng thể thức ở mọi điều máy kiểm tra được.", "Its form is right in all that can be checked."));
  Html h(lang);
  h << "<ul class=\"ck\">"_h;
  for (const auto& f : findings) {
    h << "<li class=\"bad\">"_h << icon("alert-triangle", "s") << "<span>"_h;
    if (f.paragraph > 0) h << "<b>"_h << Message("Đoạn " + std::to_string(f.paragraph), "Paragraph " + std::to_string(f.paragraph)) << "</b> “"_h << f.beginning << "”: "_h;
    else h << "<b>"_h << Text("Cả văn bản", "The whole paper") << "</b>: "_h;
    h << f.what << "</span></li>"_h;
  }
  return h << "</ul>"_h;
}

web::Response page(const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s, const std::string& error, int status = 200) {
  const reg::Description& d = outgoing_papers();
  const auto cells = reg::load(db, d, actor, reg::id_of(r));
  if (!cells) return reg::problem_page(s, cells.error());
  PageHead head;
  head.title = Text("Thể thức của bản thảo", "Form of the draft");
  const std::string title = d.text(*cells, "title");
  head.crumbs = {{d.plural, "/outgoing"}, {Message(title, title), reg::record_url(d, reg::id_of(r))}};
  Html h(s.lang);
  if (const auto draft = last_draft(db, reg::id_of(r))) {
    const auto file = load_file(db, draft->sha256);
    const auto findings = file ? paper::draft_findings(file->bytes) : Result<std::vector<paper::DraftFinding>>(tl::make_unexpected(file.error()));
    const std::string n = findings ? std::to_string(findings->size()) : std::string();
    h << card(s.lang, {.title = Message(draft->file_name, draft->file_name), .note = findings && !findings->empty() ? Message("còn " + n + " chỗ cần sửa", n + " to mend") : Message(),
                       .body = findings ? findings_list(s.lang, *findings) : notice(s.lang, Tone::bad, "alert-circle", Html(s.lang) << findings.error().message), .id = "findings"});
  }
  if (may_send(actor)) h << card(s.lang, {.title = Text("Gửi bản thảo", "Send a draft"), .note = Text("Nghị định 30/2020/NĐ-CP, phụ lục I", "Decree 30/2020, annex I"), .body = send_form(s.lang, s.csrf, reg::id_of(r), error)});
  return reg::respond(s, head, h, status);
}

web::Response send(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const reg::Description& d = outgoing_papers();
  const auto cells = reg::load(tx, d, actor, reg::id_of(r));
  if (!cells) return reg::problem_page(s, cells.error());
  const web::Upload* sent = r.upload("file");
  if (!sent || sent->bytes.empty()) return page(r, tx, actor, s, std::string(Text("Chọn một tệp Word (.docx).", "Choose a Word file (.docx).").in(s.lang)), 422);
  if (const auto findings = paper::draft_findings(sent->bytes); !findings) return page(r, tx, actor, s, findings.error().message.in(s.lang), 422);
  const KeptPaper kept{.org = db::as_int((*cells)[reg::k_org]), .register_name = d.name, .record = reg::id_of(r), .kind = "letter", .title = "Bản thảo: " + d.text(*cells, "title"), .source = "Bản thảo Word", .number = {},
                       .file_name = sent->filename, .fact = k_draft, .confidentiality = db::as_text((*cells)[reg::k_confidentiality])};
  if (const auto hash = keep_as_evidence(tx, actor, kept, sent->bytes); !hash) return page(r, tx, actor, s, hash.error().message.in(s.lang), 422);
  return web::redirect("/outgoing/" + std::to_string(reg::id_of(r)) + "/draft");
}

}  // namespace

Html draft_panel(const reg::PanelContext& x) {
  if (!x.actor.sees(Sight::internal)) return Html(x.lang);
  const auto draft = last_draft(x.db, x.id);
  if (!draft && !may_send(x.actor)) return Html(x.lang);
  Html body(x.lang);
  if (draft) body << "<p><a href=\"/outgoing/"_h << x.id << "/draft\">"_h << draft->file_name << "</a></p>"_h;
  if (may_send(x.actor)) body << send_form(x.lang, x.csrf, x.id, {});
  return card(x.lang, {.title = Text("Thể thức của bản thảo", "Form of the draft"), .body = body, .id = "draft"});
}

void add_draft_pages(web::Router& router, const reg::Context& context) {
  router.get("/outgoing/{id}/draft", web::person().of("outgoing").seeing("internal"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return page(r, db, a, s, {}); }));
  router.post("/outgoing/{id}/draft", web::person("enter,number").of("outgoing").seeing("internal"), reg::act_handler(context, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return send(r, tx, a, s); }));
}

}  // namespace nc::app
