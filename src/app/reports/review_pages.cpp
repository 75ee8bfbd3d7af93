// Pages of remarks: the draft behind a secret address for people without an account, and the writer's side of it.
#include "app/common/hourly_limit.h"
#include "app/reports/composer.h"
#include "app/reports/files.h"
#include "app/reports/review.h"
#include "base/clock.h"
#include "base/words.h"
#include "base/hash.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

using web::Request;
using web::Response;

constexpr std::int64_t k_views_an_hour = 240, k_remarks_an_hour = 30, k_usual_days = 14;

struct Limits { HourlyLimit views{k_views_an_hour}, remarks{k_remarks_an_hour}; };

/// What came back with a word about it.
struct Typed { std::string block, author, text; Message problem; };

Tone tone_of(const ReportRemark& m) { return m.verdict == "taken" ? Tone::ok : m.verdict == "not_taken" ? Tone::neutral : Tone::warn; }

/// One remark as both sides see it: who, when, words, answer.
Html remark_text(Lang lang, const ReportRemark& m) {
  Html h(lang);
  h << "<p class=\"rmk-h\"><b>"_h << m.author << "</b> <span class=\"m2\">"_h << format_date(m.sent_on, lang) << "</span> "_h << badge(lang, Message(remark_verdicts().label(m.verdict, Lang::vi), remark_verdicts().label(m.verdict, Lang::en)), tone_of(m)) << "</p><p>"_h
    << m.text << "</p>"_h;
  if (!m.reason.empty()) h << "<p class=\"m2\">"_h << Text("Trả lời:", "Answer:") << " "_h << m.reason << "</p>"_h;
  return h;
}

// ---- behind the secret address ---------------------------------------------------------------------------

struct ReviewPage { const ReviewLink& link; const Loaded& loaded; const std::vector<ReportRemark>& remarks; Shell& shell; std::string secret; Lang paper; Typed typed; };

Html remark_form(const ReviewPage& p, const std::string& block) {
  const Lang lang = p.shell.lang;
  const bool back = p.typed.block == block;
  Html h(lang);
  h << "<details class=\"rmk-new\""_h;
  if (back) h << " open"_h;
  h << "><summary class=\"btn btn-s\">"_h << icon("message", "s") << Text("Góp ý đoạn này", "Remark on this paragraph") << "</summary><form method=\"post\" action=\"/review/"_h << p.secret << "\">"_h << hidden("csrf", p.shell.csrf) << hidden("block", block)
    << hidden("lang", p.paper == Lang::en ? "en" : "vi");
  if (back) h << "<p class=\"err\" role=\"alert\">"_h << icon("alert-circle", "s") << p.typed.problem << "</p>"_h;
  h << "<label>"_h << Text("Họ tên, đơn vị", "Name, office") << "<input class=\"form-control\" name=\"author\" autocomplete=\"name\" maxlength=\"120\" required value=\""_h << (back ? p.typed.author : std::string()) << "\"></label><label>"_h
    << Text("Lời góp ý", "Remark") << "<textarea class=\"form-control\" name=\"text\" rows=\"3\" maxlength=\"2000\" required>"_h << (back ? p.typed.text : std::string()) << "</textarea></label>"_h
    << button(lang, {.label = Text("Gửi góp ý", "Send"), .icon = "send", .kind = "primary", .small = true}) << "</form></details>"_h;
  return h;
}

Html beside_block(const ReviewPage& p, const doc::Block& b) {
  Html h(p.shell.lang);
  h << "<div class=\"rmk\" lang=\""_h << (p.shell.lang == Lang::vi ? "vi" : "en") << "\" id=\"b-"_h << b.id << "\">"_h;
  for (const ReportRemark& m : p.remarks)
    if (m.block == b.id && m.asked == p.link.asked) h << "<div class=\"rmk-1\">"_h << remark_text(p.shell.lang, m) << "</div>"_h;
  using Kind = paper::Block::Kind;
  const bool is_head = b.kind == Kind::part || b.kind == Kind::part_title || b.kind == Kind::heading || b.kind == Kind::clause || b.kind == Kind::point || b.kind == Kind::caption || b.kind == Kind::annex;
  if (!p.loaded.sealed() && !is_head) h << remark_form(p, b.id);
  return h << "</div>"_h;
}

Response guest_page(const ReviewPage& p, int status) {
  const doc::Document& stored = p.loaded.sealed() ? p.loaded.seal->document : p.loaded.document;
  const auto shown = p.loaded.sealed() ? doc::shown_of(*p.loaded.seal, p.paper) : doc::shown_last(stored, p.paper);
  // Figures lead nowhere: the records behind them are for the office.
  paper::Paper paper = doc::to_paper(doc::in_language(stored, p.paper), shown, [](const doc::Token&) { return std::string(); }, false);
  if (!p.loaded.sealed()) paper.stamp = Text("DỰ THẢO", "DRAFT").in(p.paper);
  std::vector<const doc::Block*> blocks;
  for (const auto& s : stored.sections)
    for (const auto& b : s.blocks) blocks.push_back(&b);
  const Lang lang = p.shell.lang;
  Html h(lang);
  h << "<header class=\"rv-h\"><h1>"_h << Message("Góp ý: " + p.loaded.report.title, "Remarks: " + p.loaded.report.title) << "</h1><p>"_h
    << Message("Dự thảo gửi " + p.link.asked + " xin góp ý; " + p.link.made_by_name + " gửi. Đường dẫn dùng đến " + format_instant(p.link.expires_at, Lang::vi) + "; không chuyển cho người khác.",
               "A draft sent to " + p.link.asked + " by " + p.link.made_by_name + " for remarks. The address holds until " + format_instant(p.link.expires_at, Lang::en) + "; don't pass it on.")
    << "</p>"_h << segments(lang, Text("Ngôn ngữ của văn bản", "Language of the paper"), {{.label = Text("Tiếng Việt", "Vietnamese"), .href = "/review/" + p.secret, .count = {}, .on = p.paper == Lang::vi}, {.label = Text("Tiếng Anh", "English"), .href = "/review/" + p.secret + "?lang=en", .count = {}, .on = p.paper == Lang::en}})
    << "</header>"_h;
  if (p.loaded.sealed()) h << notice(lang, Tone::info, "lock", Html(lang) << Text("Báo cáo đã niêm phong, không nhận góp ý nữa.", "The report is sealed and takes no more remarks."));
  h << "<div class=\"rv-desk\">"_h << paper::sheet(paper, lang, [&](std::size_t i) { return i < blocks.size() ? beside_block(p, *blocks[i]) : Html(lang); }) << "</div>"_h;
  PageHead head;
  head.title = Message("Góp ý: " + p.loaded.report.title, "Remarks: " + p.loaded.report.title);
  head.bare = true;
  return reg::respond(p.shell, head, h, status).with("Cache-Control", "no-store").with("X-Robots-Tag", "noindex, nofollow");
}

Response gone(const reg::Context& context, const Request& r) {
  return context.site->refuse(r, 410, Text("Đường dẫn góp ý này không còn dùng: đã hết hạn hoặc được thu hồi. Hỏi người gửi một đường dẫn mới.", "This address is no longer good: it has expired or was taken back. Ask whoever sent it for a new one."));
}

/// The report behind a link that holds. Restricted since it was sent: the link shows it no more.
std::optional<std::pair<ReviewLink, Loaded>> behind(db::ReadDb& db, const std::string& secret) {
  auto link = link_of_secret(db, secret);
  if (!link) return std::nullopt;
  auto loaded = load_report(db, Actor::system(), link->report);
  if (!loaded || loaded->report.confidentiality == "restricted") return std::nullopt;
  return std::pair{std::move(*link), std::move(*loaded)};
}

Shell guest_shell(const reg::Context& context, const Request& r) {
  Shell shell;
  shell.lang = r.lang();
  shell.dark = r.dark();
  shell.path = r.path;
  shell.csrf = context.site->csrf_token(r);
  if (r.query.get("done") == "sent") shell.toast = Text("Đã gửi góp ý. Cảm ơn.", "Your remark was sent. Thank you.").in(shell.lang);
  return shell;
}

Lang paper_lang(std::string_view word) { return word == "en" ? Lang::en : Lang::vi; }

Response too_often(const reg::Context& context, const Request& r) { return context.site->refuse(r, 429, Text("Quá nhiều lượt trong một giờ. Thử lại sau.", "Too many requests in an hour. Try again later.")).with("Retry-After", "3600"); }

Response show_guest(const reg::Context& context, Limits& limits, const Request& r) {
  const std::string secret(r.arg("secret"));
  if (!limits.views.take("from " + r.address())) return too_often(context, r);
  std::optional<Response> out;
  context.db->read([&](db::ReadDb& db) {
    const auto found = behind(db, secret);
    if (!found) return;
    Shell shell = guest_shell(context, r);
    out = guest_page({found->first, found->second, remarks_of(db, found->first.report), shell, secret, paper_lang(r.query.get("lang")), {}}, 200);
  });
  return out ? std::move(*out) : gone(context, r);
}

Response take_remark(const reg::Context& context, Limits& limits, const Request& r) {
  const std::string secret(r.arg("secret"));
  if (!limits.remarks.take("from " + r.address()) || !limits.remarks.take("of " + sha256_hex(secret))) return too_often(context, r);
  const Typed typed{std::string(r.form.get("block")), std::string(r.form.get("author")), std::string(r.form.get("text")), {}};
  const Lang lang = paper_lang(r.form.get("lang"));
  std::optional<Response> out;
  context.db->write([&](db::Tx& tx) {
    const auto found = behind(tx, secret);
    if (!found) return false;
    auto written = write_remark(tx, found->first, found->second, typed.block, typed.author, typed.text);
    if (written) {
      out = web::redirect("/review/" + secret + (lang == Lang::en ? "?lang=en&done=sent#b-" : "?done=sent#b-") + typed.block);
      return true;
    }
    Shell shell = guest_shell(context, r);
    Typed back = typed;
    back.problem = written.error().message;
    out = guest_page({found->first, found->second, remarks_of(tx, found->first.report), shell, secret, lang, back}, http_status(written.error().code));
    return false;
  });
  return out ? std::move(*out) : gone(context, r);
}

// ---- the writer's side -----------------------------------------------------------------------------------

Html decision_form(Lang lang, const std::string& report, const std::string& csrf, const ReportRemark& m) {
  Html h(lang);
  const std::string id = "why-" + std::to_string(m.id);
  h << "<form method=\"post\" class=\"rmk-f\" action=\""_h << Url{report + "/review/remark"} << "\">"_h << hidden("csrf", csrf) << hidden("remark", std::to_string(m.id)) << hidden("block", m.block) << "<label for=\""_h << id << "\">"_h
    << Text("Lý do (cần khi không tiếp thu)", "Reason (needed when not taken)") << "</label><input class=\"form-control\" id=\""_h << id << "\" name=\"reason\" maxlength=\"600\" value=\""_h << m.reason << "\"><div class=\"bt-b\"><button class=\"btn btn-s btn-primary\" type=\"submit\" name=\"verdict\" value=\"taken\">"_h
    << Text("Tiếp thu", "Taken") << "</button><button class=\"btn btn-s\" type=\"submit\" name=\"verdict\" value=\"not_taken\">"_h << Text("Không tiếp thu", "Not taken") << "</button></div></form>"_h;
  return h;
}

Html link_form(const Shell& shell, const std::string& address, const Request& r, const Problem& problem) {
  const Lang lang = shell.lang;
  const auto error = [&](const char* name) { return problem.field == name ? problem.message.in(lang) : std::string(); };
  Control asked{.name = "asked", .label = Text("Gửi cho ai", "To whom"), .hint = Text("Tên người hoặc cơ quan góp ý", "A person or an office"), .value = std::string(r.form.get("asked")), .error = error("asked"), .required = true, .max_length = 200, .width = "half"};
  Control days{.name = "days", .label = Text("Dùng được trong", "Holds for"), .value = r.form.get("days").empty() ? std::to_string(k_usual_days) : std::string(r.form.get("days")), .error = error("days"), .required = true, .type = "select", .width = "half"};
  for (const int n : {3, 7, 14, 30, 60}) days.options.emplace_back(std::to_string(n), std::to_string(n) + std::string(Text(" ngày", " days").in(lang)));
  return Html(lang) << "<form method=\"post\" action=\""_h << Url{address + "/review"} << "\">"_h << hidden("csrf", shell.csrf) << "<div class=\"fgrid\">"_h << control(lang, asked) << control(lang, days) << "</div><div class=\"bt-b\">"_h
                    << button(lang, {.label = Text("Tạo đường dẫn", "Make the address"), .icon = "link", .kind = "primary"}) << "</div></form>"_h;
}

Html links_table(const Shell& shell, const std::string& address, const std::vector<ReviewLink>& links) {
  const Lang lang = shell.lang;
  Table t;
  t.caption = Text("Đường dẫn đã gửi", "Addresses sent");
  t.columns = {{.label = Text("Gửi cho", "To"), .key = true}, {.label = Text("Người gửi", "By")}, {.label = Text("Dùng đến", "Holds until")}, {.label = Text("Tình trạng", "State")}};
  for (const ReviewLink& l : links) {
    Html state(lang);
    if (l.revoked_at > 0) state << badge(lang, Text("đã thu hồi", "taken back"), Tone::neutral);
    else if (!l.good()) state << badge(lang, Text("hết hạn", "expired"), Tone::neutral);
    else
      state << badge(lang, Text("đang dùng", "holds"), Tone::ok) << " <form class=\"inline-f\" method=\"post\" action=\""_h << Url{address + "/review/revoke"} << "\">"_h << hidden("csrf", shell.csrf) << hidden("link", std::to_string(l.id))
            << button(lang, {.label = Text("Thu hồi", "Take back"), .icon = "ban", .small = true}) << "</form>"_h;
    Row row;
    row.cells = {Html(lang) << l.asked, Html(lang) << l.made_by_name, Html(lang) << format_instant(l.expires_at, lang), std::move(state)};
    t.rows.push_back(std::move(row));
  }
  return table(lang, t);
}

Response writer_page(const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell, const std::string& secret = {}, const Problem& problem = {}) {
  auto loaded = load_report(db, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  const Lang lang = shell.lang;
  const std::string address = "/reports/" + std::to_string(reg::id_of(r));
  Html h(lang), body(lang);
  if (!secret.empty()) {
    const std::string link = base_url_of(db, r) + "/review/" + secret;
    body << notice(lang, Tone::ok, "check", Html(lang) << Text("Chép đường dẫn này gửi người góp ý. Trang này chỉ hiện một lần.", "Copy this address and send it. It is shown only once.")) << "<p><code id=\"review\" class=\"feed\">"_h << link << "</code></p>"_h
         << copy_button(lang, Text("Chép đường dẫn", "Copy the address"), link);
  }
  if (!problem.message.empty() && problem.field.empty()) body << notice(lang, Tone::bad, "alert-circle", Html(lang) << problem.message);
  body << "<p class=\"m2 sm\">"_h << Text("Người có đường dẫn đọc được dự thảo và để lại góp ý ở từng đoạn, không cần tài khoản; không mở được bản ghi nào. Mỗi người hay cơ quan một đường dẫn; lộ thì thu hồi.",
                                          "Whoever has the address reads the draft and leaves remarks at its paragraphs without an account; no record opens. One address for each person or office; take it back when it leaks.")
       << "</p>"_h;
  if (!loaded->sealed() && actor.may(Function::enter)) body << link_form(shell, address, r, problem);
  h << card(lang, {.title = Text("Đường dẫn góp ý", "Addresses for remarks"), .body = body});
  if (const auto links = review_links(db, reg::id_of(r)); !links.empty()) h << card(lang, {.title = Text("Đã gửi", "Sent"), .body = links_table(shell, address, links), .flush = true});
  Html list(lang);
  const auto remarks = remarks_of(db, reg::id_of(r));
  for (const ReportRemark& m : remarks) {
    list << "<div class=\"rmk-1\"><blockquote class=\"quote xs\" lang=\"vi\"><a href=\""_h << Url{address + "#b-" + m.block} << "\">"_h << m.quote << "</a></blockquote>"_h << remark_text(lang, m);
    if (m.verdict == "waiting" && actor.may(Function::enter)) list << decision_form(lang, address, shell.csrf, m);
    list << "</div>"_h;
  }
  if (!remarks.empty()) h << card(lang, {.title = Message(std::to_string(remarks.size()) + " góp ý", std::to_string(remarks.size()) + " remarks"), .body = list});
  PageHead head;
  head.title = Text("Gửi góp ý", "Ask for remarks");
  head.crumbs = {{Text("Báo cáo", "Reports"), "/reports"}, {Message(loaded->report.title, loaded->report.title), address}};
  Response out = reg::respond(shell, head, h, problem.message.empty() ? 200 : http_status(problem.code));
  return secret.empty() ? std::move(out) : std::move(out.with("Cache-Control", "no-store"));
}

Response make(const fig::Engine& engine, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto loaded = load_report(tx, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  auto secret = make_review_link(tx, actor, engine, *loaded, std::string(r.form.get("asked")), parse_int(r.form.get("days")).value_or(0));
  return secret ? writer_page(r, tx, actor, shell, *secret) : writer_page(r, tx, actor, shell, {}, secret.error());
}

Response revoke(const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto loaded = load_report(tx, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  tx.exec("UPDATE report_share SET revoked_at = $1 WHERE id = $2 AND report_id = $3 AND revoked_at = 0", {now(), parse_int(r.form.get("link")).value_or(0), reg::id_of(r)});
  return web::redirect("/reports/" + std::to_string(reg::id_of(r)) + "/review");
}

Response decide(const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto loaded = load_report(tx, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  auto done = decide_remark(tx, actor, reg::id_of(r), parse_int(r.form.get("remark")).value_or(0), std::string(r.form.get("verdict")), std::string(r.form.get("reason")));
  if (!done) return writer_page(r, tx, actor, shell, {}, {done.error().code, done.error().message, {}});
  return web::redirect("/reports/" + std::to_string(reg::id_of(r)) + "?done=answered#b-" + std::string(r.form.get("block")));
}

}  // namespace

Html remarks_beside(const Composer& c, const doc::Block& b) {
  Html h(c.lang);
  for (const ReportRemark& m : c.remarks) {
    if (m.block != b.id) continue;
    h << "<div class=\"rmk-1\" id=\"rmk-"_h << m.id << "\">"_h << remark_text(c.lang, m);
    if (m.verdict == "waiting" && c.actor.may(Function::enter) && !c.actor.preview()) h << decision_form(c.lang, "/reports/" + std::to_string(c.id), c.shell.csrf, m);
    h << "</div>"_h;
  }
  return h;
}

Html remarks_state(const Composer& c) {
  Html h(c.lang);
  if (c.remarks.empty()) return h;
  const auto waiting = std::count_if(c.remarks.begin(), c.remarks.end(), [](const ReportRemark& m) { return m.verdict == "waiting"; });
  const std::string all = std::to_string(c.remarks.size()), open = std::to_string(waiting);
  h << "<h2>"_h << Text("Góp ý", "Remarks") << "</h2><ul class=\"ck\"><li class=\""_h << (waiting > 0 ? "warn" : "ok") << "\">"_h << icon(waiting > 0 ? "message" : "circle-check", "s") << "<span><a href=\""_h << Url{c.url() + "/review"} << "\">"_h
    << Message(all + " góp ý, " + open + " chờ trả lời", all + " remarks, " + open + " waiting") << "</a></span></li></ul>"_h;
  return h;
}

void add_review_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  const auto limits = std::make_shared<Limits>();
  router.get("/review/{secret}", web::everybody(), [&context, limits](const Request& r) { return show_guest(context, *limits, r); });
  router.post("/review/{secret}", web::everybody(), [&context, limits](const Request& r) { return take_remark(context, *limits, r); });
  router.get("/reports/{id}/review", web::person().of("report").seeing("internal"), reg::page_handler(context, [](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) { return writer_page(r, db, actor, shell); }));
  router.post("/reports/{id}/review", web::person("enter").of("report").seeing("internal"), reg::act_handler(context, [&engine](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return make(engine, r, tx, actor, shell); }));
  router.post("/reports/{id}/review/revoke", web::person("enter").of("report").seeing("internal"), reg::act_handler(context, revoke));
  router.post("/reports/{id}/review/remark", web::person("enter").of("report").seeing("internal"), reg::act_handler(context, decide));
}

}  // namespace nc::app
