// Pages of reports: start, composer, differences since the seal, files.
#include <map>
#include <optional>

#include "app/reports/charts.h"
#include "app/reports/compare.h"
#include "app/reports/composer.h"
#include "app/reports/files.h"
#include "app/reports/kept.h"
#include "app/reports/review.h"
#include "app/reports/supplement.h"
#include "app/reports/tables.h"
#include "app/reports/templates.h"
#include "app/reports/term.h"
#include "app/reports/text.h"
#include "app/reports/words.h"
#include "html/assets.h"
#include "html/period_box.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

using web::Request;
using web::Response;

// ---- a new report ----------------------------------------------------------------------------------------

struct NewForm { std::string kind = "annual", org, period, cutoff; Problems problems; };

std::string error_of(const NewForm& f, const char* field, Lang lang) {
  for (const auto& p : f.problems)
    if (p.field == field) return p.message.in(lang);
  return {};
}

Html new_form(db::ReadDb& db, const Actor& actor, const Shell& shell, const NewForm& f) {
  const Lang lang = shell.lang;
  Html fields(lang);
  Control kind;
  kind.name = "kind";
  kind.label = Text("Loại báo cáo", "Kind of report");
  kind.type = "select";
  kind.value = f.kind;
  kind.error = error_of(f, "kind", lang);
  kind.required = true;
  for (const auto& o : report_kinds().all())
    if (o.code != "supplement") kind.options.emplace_back(o.code, words::upper_first(o.label.in(lang)));
  fields << control(lang, kind);
  Control org;
  org.name = "org";
  org.label = Text("Cơ quan báo cáo", "Issuer");
  org.type = "select";
  org.value = f.org;
  org.error = error_of(f, "org", lang);
  org.required = true;
  org.options = report_issuers(db, actor);
  fields << control(lang, org);
  Control period;
  period.name = "period";
  period.label = Text("Kỳ", "Period");
  period.hint = Text("Chọn trong danh sách hoặc gõ: 6 tháng đầu năm 2026, 8 tháng 2022, năm 2025, nhiệm kỳ 2018 - 2023", "Choose from the list or type: first half of 2026, first 8 months of 2022, 2025, term 2018 to 2023");
  period.value = f.period;
  period.error = error_of(f, "period", lang);
  period.required = true;
  fields << control(lang, period_box(lang, period, today().year()));
  Control cutoff;
  cutoff.name = "cutoff";
  cutoff.label = Text("Khóa số liệu ngày", "Counts stop on");
  cutoff.hint = Text("Để trống: hết kỳ", "Leave empty: the end of the period");
  cutoff.type = "date";
  cutoff.value = f.cutoff;
  cutoff.error = error_of(f, "cutoff", lang);
  fields << control(lang, cutoff);
  Html h(lang);
  std::vector<std::pair<std::string, std::string>> summary;
  for (const auto& p : f.problems) summary.emplace_back(p.field, p.message.in(lang));
  if (!summary.empty()) h << error_summary(lang, summary);
  h << "<form method=\"post\" action=\"/reports\" class=\"form-page\"><div>"_h << hidden("csrf", shell.csrf) << "<section class=\"card\">"_h << form_section(lang, Text("Báo cáo mới", "New report"), fields)
    << "</section><p class=\"m2 sm\">"_h << Text("Máy soạn từng mục từ các sổ; con số nào cũng mở được bản ghi. Lời văn sửa được hết.", "Each section is drafted from the registers; every figure opens its records. All prose can be edited.")
    << "</p><div class=\"bt-b\"><button class=\"btn btn-primary\" type=\"submit\">"_h << icon("file-text") << Text("Soạn báo cáo", "Draft the report") << "</button> <a class=\"btn\" href=\"/reports\">"_h
    << Text("Quay lại", "Back") << "</a></div></div></form>"_h;
  return h;
}

Response new_page(db::ReadDb& db, const Actor& actor, const Shell& shell, const NewForm& f, int status = 200) {
  PageHead head;
  head.title = Text("Soạn báo cáo", "Write a report");
  head.crumbs = {{Text("Báo cáo", "Reports"), "/reports"}};
  return reg::respond(shell, head, new_form(db, actor, shell, f), status);
}

/// The kind that fits a working period, so that the form opens on what is likely wanted.
std::string kind_of(const Period& p) {
  const std::string code = period_code(p);
  if (code.ends_with("-H1") || code.ends_with("-H2")) return "half_year";
  if (code.ends_with("-8M")) return "eight_month";
  if (code.ends_with("-9M")) return "nine_month";
  return p.from.year() == p.to.year() ? "annual" : "term";
}

/// A half-year report of a whole year would say "6 months" over the figures of twelve.
std::optional<Problem> of_another_length(const std::string& kind, const Period& p) {
  const std::string year = std::to_string(p.to.year());
  const std::map<std::string, std::vector<std::string>> wanted{{"half_year", {year + "-H1", year + "-H2"}}, {"eight_month", {year + "-8M"}}, {"nine_month", {year + "-9M"}}, {"annual", {year}}};
  const auto it = wanted.find(kind);
  if (it == wanted.end() || kind_of(p) == kind) return std::nullopt;
  std::string vi, en;
  for (const std::string& code : it->second) {
    const Period fits = *parse_period(code);
    vi += (vi.empty() ? "“" : " hoặc “") + period_words(fits, Lang::vi) + "”";
    en += (en.empty() ? "“" : " or “") + period_words(fits, Lang::en) + "”";
  }
  return Problem{Code::invalid, Message("Kỳ này không khớp loại báo cáo. Với loại đã chọn, ghi " + vi + ", hoặc chọn loại khác.", "This period doesn't fit the kind of report. For the kind chosen write " + en + ", or choose another kind."), "period"};
}

Response start(const reg::Context& context, const fig::Engine& engine, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  (void)context;
  NewForm f{std::string(r.form.get("kind")), std::string(r.form.get("org")), std::string(r.form.get("period")), std::string(r.form.get("cutoff")), {}};
  if (!actor.may(Function::enter)) return reg::problem_page(shell, {Code::forbidden, Message("Tài khoản này chỉ được xem.", "This account may only read."), {}});
  auto period = parse_period(f.period);
  if (!period) f.problems.push_back({Code::invalid, period.error().message, "period"});
  else if (auto other = of_another_length(f.kind, *period)) f.problems.push_back(std::move(*other));
  Date cutoff;
  if (!f.cutoff.empty()) {
    if (auto day = parse_date(f.cutoff)) cutoff = *day;
    else f.problems.push_back({Code::invalid, day.error().message, "cutoff"});
  }
  if (!f.problems.empty()) return new_page(tx, actor, shell, f, 422);
  auto created = create_report(tx, actor, engine, f.kind, f.org, *period, cutoff);
  if (!created) {
    f.problems = created.error();
    return new_page(tx, actor, shell, f, 422);
  }
  return web::redirect("/reports/" + std::to_string(created->id) + "?done=created");
}

// ---- composer --------------------------------------------------------------------------------------------

Message said(std::string_view done) {
  const std::pair<std::string_view, Text> words[] = {{"created", {"Đã soạn từ sổ. Đọc lại từng mục rồi trình.", "Drafted from the registers. Read it through, then submit."}},
                                                     {"block", {"Đã lưu đoạn.", "Paragraph saved."}},
                                                     {"removed", {"Đã bỏ đoạn.", "Paragraph removed."}},
                                                     {"head", {"Đã lưu phần đầu.", "Head saved."}},
                                                     {"same", {"Mọi con số đều khớp sổ; không có gì đổi.", "Every figure matches; nothing changed."}},
                                                     {"refreshed", {"Đã cập nhật số.", "Figures refreshed."}},
                                                     {"submitted", {"Đã trình ký.", "Submitted."}},
                                                     {"returned", {"Đã trả lại người soạn.", "Returned to its writer."}},
                                                     {"sealed", {"Đã niêm phong: số và danh sách bản ghi được đóng băng.", "Sealed: figures and their records are frozen."}},
                                                     {"sealed-closed", {"Đã niêm phong; đợt báo cáo của các hội đã khép.", "Sealed; the members' report campaign is closed."}},
                                                     {"numbered", {"Đã cấp số và ghi vào sổ công văn đi.", "Numbered and entered in the book of outgoing papers."}},
                                                     {"tables", {"Đã thêm bảng số liệu.", "Tables added."}},
                                                     {"supplement", {"Đã lập bản bổ sung. Đọc lại rồi trình.", "The supplement is drafted. Read it through, then submit."}},
                                                     {"changes", {"Đã thêm phụ lục thay đổi.", "The annex of changes was added."}},
                                                     {"chart", {"Đã thêm biểu đồ.", "The chart was added."}},
                                                     {"answered", {"Đã trả lời góp ý.", "The remark is answered."}},
                                                     {"translated", {"Đã lưu bản dịch.", "Translation saved."}},
                                                     {"undone", {"Đã hoàn tác.", "Undone."}}};
  for (const auto& [word, text] : words)
    if (word == done) return text;
  return {};
}

/// ?lang=en is the language of the paper, whatever that of the page.
Lang lang_of(const Request& r) { return r.query.get("lang") == "en" ? Lang::en : Lang::vi; }

Response composer(const reg::Context& context, const fig::Engine& engine, const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  auto loaded = load_report(db, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  shell.toast = said(r.query.get("done")).in(shell.lang);
  Composer c = composer_of(context, engine, db, actor, shell, reg::id_of(r), *loaded, lang_of(r));
  c.chosen = std::string(r.query.get("t"));
  c.pane = std::string(r.query.get("p"));
  c.open = std::string(r.query.get("e"));
  if (r.partial()) return web::html(std::move(side_panel(c)).str()).with("Vary", "HX-Request");
  return composer_page(c).with("Vary", "HX-Request");
}

// ---- files -----------------------------------------------------------------------------------------------

/// The kept file is damaged: said in words, with the way to a copy that is drawn anew and says so.
Response not_as_kept(const Shell& shell, const Loaded& loaded, const Problem& problem, const Request& r) {
  PageHead head;
  head.title = Text("Tệp giữ nguyên không còn đúng", "The kept file is damaged");
  const std::string page = "/reports/" + std::to_string(reg::id_of(r));
  head.crumbs = {{Text("Báo cáo", "Reports"), "/reports"}, {Message(loaded.report.title, loaded.report.title), page}};
  Html h(shell.lang);
  h << "<section class=\"card\"><div class=\"cb\" role=\"alert\"><p>"_h << problem.message << "</p><p>"_h
    << button(shell.lang, {.label = Text("Tải bản vẽ lại từ con số đã đóng băng", "A copy drawn anew from the frozen figures"), .icon = "download", .href = std::string(r.path) + "?anew=1" + (lang_of(r) == Lang::en ? "&lang=en" : "")})
    << "</p></div></section>"_h;
  return reg::respond(shell, head, h, http_status(problem.code));
}

Response file(const fig::Engine& engine, const std::string& format, const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  auto loaded = load_report(db, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  const Lang lang = lang_of(r);
  const std::string name = (lang == Lang::en ? report_title_said(loaded->report.kind, {loaded->report.period_from, loaded->report.period_to}).en : loaded->report.title) + " (" + loaded->report.code + ")." + format;
  if (const auto wanted = parse_int(r.query.get("template")); wanted && *wanted > 0 && format == "docx") {
    const doc::Look now = loaded->sealed() ? doc::Look{} : doc::look(db, actor, engine, loaded->document);
    const Printing how = loaded->sealed() ? Printing{doc::shown_of(*loaded->seal), loaded->seal->sample, true, {}} : Printing{doc::shown_of(now), rests_on_sample(loaded->document, now), false, {}};
    auto bytes = report_in_template(db, actor, engine, *loaded, how, *wanted);
    return bytes ? web::download(std::move(*bytes), file_type(format), name) : reg::problem_page(shell, bytes.error());
  }
  if (loaded->sealed()) {
    // What was sealed is given as it was kept; drawn anew only where it was not kept, or where somebody asks for that.
    const bool anew = r.query.get("anew") == "1";
    const auto kept = kept_report(db, *loaded, lang, format);
    if (kept && !anew) {
      auto bytes = kept_bytes(db, *kept);
      if (!bytes) return not_as_kept(shell, *loaded, bytes.error(), r);
      return format == "json" ? web::json(std::move(*bytes)) : web::download(std::move(*bytes), file_type(format), name);
    }
    auto bytes = drawn_report(*loaded->seal, lang, format, base_url_of(db, r));
    if (!bytes) return web::refusal(bytes.error());
    return format == "json" ? web::json(std::move(*bytes)) : web::download(std::move(*bytes), file_type(format), (kept ? "bản vẽ lại, " : "") + name);
  }
  const doc::Look seen = doc::look(db, actor, engine, loaded->document);
  if (format == "json") return web::json(report_json(loaded->document, seen, lang));
  auto bytes = report_file(doc::in_language(loaded->document, lang), {doc::shown_of(seen, lang), rests_on_sample(loaded->document, seen), false, base_url_of(db, r)}, format);
  return bytes ? web::download(std::move(*bytes), file_type(format), name) : web::refusal(bytes.error());
}

}  // namespace

std::string base_url_of(db::ReadDb& db, const Request& request) {
  if (std::string set = db::as_text(db.scalar("SELECT value FROM setting WHERE name = 'base_url'")); !set.empty()) return set;
  const std::string host(request.header("host"));
  const bool plain = !host.empty() && host.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-:[]") == std::string::npos;
  if (!plain) return "http://127.0.0.1:8080";
  return (request.secure() ? "https://" : "http://") + host;
}

void add_report_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/reports/new", web::person("enter"), reg::page_handler(context, [](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
    NewForm f;
    f.org = r.query.has("org") ? std::string(r.query.get("org")) : actor.org_code;
    f.period = r.query.has("period") ? std::string(r.query.get("period")) : shell.period_code;
    if (auto period = parse_period(f.period)) f.kind = kind_of(*period);
    if (r.query.has("kind")) f.kind = std::string(r.query.get("kind"));
    return new_page(db, actor, shell, f);
  }));
  router.post("/reports", web::person("enter"), reg::act_handler(context, [&context, &engine](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
    return start(context, engine, r, tx, actor, shell);
  }));
  router.get("/reports/{id}", web::person().of("report"), reg::page_handler(context, [&context, &engine](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
    return composer(context, engine, r, db, actor, shell);
  }));
  for (const char* format : {"docx", "pdf", "html", "json"})
    router.get(std::string("/reports/{id}/report.") + format, web::person().of("report"), reg::page_handler(context, [&engine, format](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
      return file(engine, format, r, db, actor, shell);
    }));
  add_term_pages(router, context, engine);
  add_difference_pages(router, context, engine);
  add_supplement_pages(router, context, engine);
  add_table_pages(router, context, engine);
  add_template_pages(router, context, engine);
  add_report_acts(router, context, engine);
  add_translation_acts(router, context, engine);
  add_chart_pages(router, context, engine);
  add_review_pages(router, context, engine);
}

}  // namespace nc::app
