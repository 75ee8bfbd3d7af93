// What lies in a file: read from both books, shown on its page, put in and taken out many at once.
#include "app/paper_files/contents.h"

#include <algorithm>

#include "app/catalog.h"
#include "app/common/within.h"
#include "app/incoming/public.h"
#include "app/outgoing/public.h"
#include "app/paper_files/public.h"
#include "base/hash.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

void read_incoming(db::ReadDb& db, const db::Sql& sql, const db::Params& params, const Actor& actor, const db::Sql& tail, std::vector<FiledPaper>& out) {
  each_within(db, sql, params, org_scope(actor, "t"), tail, [&](const db::Row& r) {
    FiledPaper p{.register_name = "incoming_paper", .id = r.integer(0), .version = r.integer(1), .pages = r.integer(2), .number = std::string(r.text(3)), .author = std::string(r.text(4)), .kind = std::string(r.text(5)),
                 .title = std::string(r.text(6)), .status = std::string(r.text(7)), .day = Date::from_iso(r.text(8).empty() ? r.text(9) : r.text(8)).value_or(Date{}), .illustrative = r.integer(10) == 1};
    p.open = p.status != "done" && p.status != "void";
    out.push_back(std::move(p));
    return true;
  });
}

void read_outgoing(db::ReadDb& db, const db::Sql& sql, const db::Params& params, const Actor& actor, const db::Sql& tail, std::vector<FiledPaper>& out) {
  each_within(db, sql, params, org_scope(actor, "t"), tail, [&](const db::Row& r) {
    FiledPaper p{.register_name = "outgoing", .id = r.integer(0), .version = r.integer(1), .number = std::string(r.text(2)), .author = std::string(r.text(3)), .kind = std::string(r.text(4)), .title = std::string(r.text(5)),
                 .status = std::string(r.text(6)), .day = Date::from_iso(r.text(7)).value_or(Date{}), .illustrative = r.integer(8) == 1};
    p.open = p.status == "waiting";
    out.push_back(std::move(p));
    return true;
  });
}

std::vector<FiledPaper> by_day(std::vector<FiledPaper> all) {
  std::ranges::stable_sort(all, {}, [](const FiledPaper& p) { return p.day.days(); });
  return all;
}

const reg::Description& register_of(const FiledPaper& p) { return p.register_name == "outgoing" ? outgoing_papers() : incoming_papers(); }

Html paper_table(const Message& caption, const std::vector<FiledPaper>& papers, Lang lang, bool select) {
  Table t;
  t.caption = caption;
  t.select = select;
  t.columns = {{.label = Text("Ngày", "Date")}, {.label = Text("Trích yếu", "Subject"), .key = true}, {.label = Text("Số, ký hiệu", "Number")}, {.label = Text("Sổ", "Book")}, {.label = Text("Tình trạng", "State")}};
  for (const FiledPaper& p : papers) {
    const reg::Description& d = register_of(p);
    Row row;
    row.id = p.register_name + "-" + std::to_string(p.id);
    row.spoken = Message(p.title, p.title);
    row.illustrative = p.illustrative;
    row.cells = {Html(lang) << (p.day ? format_date(p.day, lang) : std::string()), title_cell(reg::record_url(d, p.id), p.title, p.author), Html(lang) << p.number,
                 Html(lang) << (p.register_name == "outgoing" ? Text("đi", "out") : Text("đến", "in")), badge(lang, Message(d.find("status")->opt.options->label(p.status, Lang::vi), d.find("status")->opt.options->label(p.status, Lang::en)), reg::status_tone(p.status))};
    t.rows.push_back(std::move(row));
  }
  return table(lang, t);
}

bool may_file(const Actor& actor) { return (actor.may(Function::enter) || actor.may(Function::number)) && !actor.preview(); }

Html choosing(const Shell& s, std::int64_t file, const std::vector<FiledPaper>& papers, const Message& title, const Message& none, bool into) {
  if (papers.empty()) return card(s.lang, {.title = title, .body = Html(s.lang) << "<p class=\"m2\">"_h << none << "</p>"_h});
  const Button act = into ? Button{.label = Text("Đưa vào hồ sơ", "Put into the file"), .icon = "folder", .kind = "primary", .name = "act", .value = "in"}
                          : Button{.label = Text("Bỏ ra khỏi hồ sơ", "Take out"), .icon = "arrow-back-up", .name = "act", .value = "out"};
  Html h(s.lang);
  h << "<form class=\"card\" method=\"post\" action=\"/paper-files/"_h << file << "/papers\">"_h << hidden("csrf", s.csrf) << "<div class=\"ch\"><h2>"_h << title << "</h2></div>"_h << paper_table(title, papers, s.lang, true) << "<div class=\"ff\">"_h << button(s.lang, act)
    << "</div></form>"_h;
  return h;
}

web::Response page(const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s) {
  const reg::Description& d = paper_files();
  const auto cells = reg::load(db, d, actor, reg::id_of(r));
  if (!cells) return reg::problem_page(s, cells.error());
  PageHead head;
  const std::string title = d.text(*cells, "notation") + " " + d.text(*cells, "title");
  head.title = Text("Văn bản trong hồ sơ", "Papers in the file");
  head.crumbs = {{d.plural, "/paper-files"}, {Message(title, title), reg::record_url(d, reg::id_of(r))}};
  Html h(s.lang);
  h << choosing(s, reg::id_of(r), papers_unfiled(db, actor, db::as_int((*cells)[reg::k_org])), Text("Chưa vào hồ sơ nào", "In no file yet"), Text("Mọi văn bản đã vào hồ sơ.", "Every paper lies in a file."), true)
    << choosing(s, reg::id_of(r), papers_in(db, actor, reg::id_of(r)), Text("Trong hồ sơ này", "In this file"), Text("Hồ sơ chưa có văn bản nào.", "The file is empty."), false);
  return reg::respond(s, head, h);
}

/// "incoming_paper-12".
std::optional<std::pair<const reg::Description*, std::int64_t>> chosen(std::string_view value) {
  const auto dash = value.rfind('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto id = parse_int(value.substr(dash + 1));
  if (!id) return std::nullopt;
  const std::string_view name = value.substr(0, dash);
  if (name == "outgoing") return std::pair{&outgoing_papers(), *id};
  if (name == "incoming_paper") return std::pair{&incoming_papers(), *id};
  return std::nullopt;
}

web::Response put(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const std::int64_t file = reg::id_of(r);
  const auto cells = reg::load(tx, paper_files(), actor, file);
  if (!cells) return reg::problem_page(s, cells.error());
  if (paper_files().text(*cells, "status") != "open")
    return reg::problem_page(s, {Code::conflict, Text("Hồ sơ đã đóng: không đưa thêm và không bỏ văn bản ra được. Mở lại hồ sơ trước.", "The file is closed: open it again before papers go in or out."), {}});
  const bool into = r.form.get("act") != "out";
  Actor writing = actor;
  writing.functions.insert(Function::enter);
  const reg::SaveOptions options{.reason = {}, .batch = "file-" + random_token(8), .action = {}};
  int n = 0;
  for (const auto& value : r.form.all("id")) {
    const auto one = chosen(value);
    if (!one) continue;
    auto paper = reg::load(tx, *one->first, actor, one->second);
    if (!paper) return reg::problem_page(s, paper.error());
    (*paper)[static_cast<std::size_t>(one->first->column("paper_file"))] = into ? db::Value(file) : db::Value();
    if (auto saved = reg::save(tx, catalog(), *one->first, writing, std::move(*paper), options); !saved) return reg::problem_page(s, saved.error().front());
    ++n;
  }
  if (n == 0) return reg::problem_page(s, {Code::invalid, Text("Chọn ít nhất một văn bản.", "Choose at least one paper."), {}});
  return web::redirect(reg::record_url(paper_files(), file) + "?done=verb&say=" + url_encode((into ? Message("Đưa " + std::to_string(n) + " văn bản vào hồ sơ", std::to_string(n) + " papers put into the file") : Message("Bỏ " + std::to_string(n) + " văn bản ra", std::to_string(n) + " papers taken out")).in(s.lang)) + "#contents");
}

}  // namespace

std::vector<FiledPaper> papers_in(db::ReadDb& db, const Actor& actor, std::int64_t file) {
  std::vector<FiledPaper> out;
  read_incoming(db, "SELECT t.id, t.version, t.pages, t.their_number, t.sender, t.kind, t.title, t.status, t.their_date, t.arrived_on, t.illustrative FROM incoming_paper t WHERE t.deleted = 0 AND t.paper_file = $1", {file}, actor, "ORDER BY t.id", out);
  read_outgoing(db, "SELECT t.id, t.version, t.full_number, t.signer, t.kind, t.title, t.status, COALESCE(t.issued_on, t.signed_on), t.illustrative FROM outgoing t WHERE t.deleted = 0 AND t.paper_file = $1", {file}, actor, "ORDER BY t.id", out);
  return by_day(std::move(out));
}

std::vector<FiledPaper> papers_unfiled(db::ReadDb& db, const Actor& actor, std::int64_t org) {
  std::vector<FiledPaper> out;
  read_incoming(db, "SELECT t.id, t.version, t.pages, t.their_number, t.sender, t.kind, t.title, t.status, t.their_date, t.arrived_on, t.illustrative FROM incoming_paper t WHERE t.deleted = 0 AND t.paper_file IS NULL AND t.status <> 'void' AND t.org_id = $1", {org}, actor,
                "ORDER BY t.id DESC LIMIT 100", out);
  read_outgoing(db, "SELECT t.id, t.version, t.full_number, t.signer, t.kind, t.title, t.status, COALESCE(t.issued_on, t.signed_on), t.illustrative FROM outgoing t WHERE t.deleted = 0 AND t.paper_file IS NULL AND t.status <> 'recalled' AND t.org_id = $1", {org}, actor,
                "ORDER BY t.id DESC LIMIT 100", out);
  return by_day(std::move(out));
}

Html contents_panel(const reg::PanelContext& x) {
  if (!x.actor.sees(Sight::internal)) return Html(x.lang);
  const auto papers = papers_in(x.db, x.actor, x.id);
  Html body(x.lang), end(x.lang);
  if (papers.empty()) body << "<p class=\"m2 cb\">"_h << Text("Hồ sơ chưa có văn bản nào.", "The file is empty.") << "</p>"_h;
  else body << paper_table(Text("Văn bản trong hồ sơ", "Papers in the file"), papers, x.lang, false);
  if (may_file(x.actor) && x.what.text(x.cells, "status") == "open") end << button(x.lang, {.label = Text("Đưa văn bản vào", "Put papers in"), .icon = "plus", .href = reg::record_url(x.what, x.id) + "/papers", .small = true});
  const std::string n = std::to_string(papers.size());
  return card(x.lang, {.title = Text("Văn bản trong hồ sơ", "Papers in the file"), .note = papers.empty() ? Message() : Message(n + " văn bản", n + " papers"), .head_end = end, .body = body, .flush = true, .id = "contents"});
}

Html file_doors(const reg::PanelContext& x, const std::string&) {
  if (!x.actor.sees(Sight::internal)) return Html(x.lang);
  return Html(x.lang) << "<p class=\"sm\"><a href=\"/paper-files/plan\">"_h << Text("Danh mục hồ sơ của năm", "Plan of files of the year") << "</a> · <a href=\"/paper-files/handover\">"_h << Text("Mục lục hồ sơ nộp lưu", "Hand-over list")
                      << "</a> · <a href=\"/keeping-terms\">"_h << Text("Thời hạn bảo quản", "Terms of keeping") << "</a></p>"_h;
}

void add_paper_file_pages(web::Router& router, const reg::Context& context) {
  router.get("/paper-files/{id}/papers", web::person("enter,number").of("paper_file").seeing("internal"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return page(r, db, a, s); }));
  router.post("/paper-files/{id}/papers", web::person("enter,number").of("paper_file").seeing("internal"), reg::act_handler(context, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return put(r, tx, a, s); }));
  for (const RecordPaper& p : paper_file_papers()) add_record_paper(router, context, p);
  add_year_lists(router, context);
}

}  // namespace nc::app
