// The members of an association on one page: its figures, who applied, who is there, what was paid; and the list on paper.
#include <algorithm>

#include "app/catalog.h"
#include "app/common/figure_strip.h"
#include "app/common/fresh_record.h"
#include "app/common/page_visit.h"
#include "app/common/paper_file.h"
#include "app/members/members.h"
#include "app/members/public.h"
#include "app/organisations/public.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr int k_shown = 50;

struct View : PageVisit {
  std::int64_t id;
  reg::Cells org;
  bool writes() const { return actor.may(Function::enter) && !actor.preview(); }
  std::string base() const { return "/organisations/" + std::to_string(id); }
  std::string code() const { return db::as_text(org[reg::k_code]); }
  bool is_union() const {
    const std::string kind = organisations().text(org, "kind");
    return kind == "provincial_union" || kind == "national_union" || kind == "locality";
  }
  StripAsk strip() const { return {engine, db, actor, shell.lang, code(), working_period("")}; }
};

Html members_card(const View& x) {
  const Lang lang = x.lang();
  const auto all = members_of(x.db, x.actor, x.id, MembersWanted::present, k_shown + 1);
  const int year = today().year();
  const auto paid = dues_of(x.db, x.actor, year);
  Table t;
  t.caption = members().plural;
  t.select = true;
  t.columns = {{.label = Text("Hội viên", "Member"), .key = true}, {.label = Text("Nơi sinh hoạt", "Where"), .wide_only = true}, {.label = Text("Chức vụ, loại", "Role, kind")}, {.label = Text("Vào hội", "Joined")}, {.label = Message("Hội phí " + std::to_string(year), "Dues " + std::to_string(year))}};
  for (std::size_t i = 0; i < all.size() && i < k_shown; ++i) {
    const MemberSeen& m = all[i];
    Row row;
    row.illustrative = m.illustrative;
    row.id = std::to_string(m.id);
    row.spoken = Message(m.name, m.name);
    Html due(lang);
    if (paid.contains(m.id)) due << badge(lang, Text("đã nộp", "paid"), Tone::ok, "check");
    else due << "<span class=\"m3\">"_h << Text("chưa", "not yet") << "</span>"_h;
    row.cells = {title_cell("/members/" + std::to_string(m.id), m.name, m.card), Html(lang) << m.where(lang), Html(lang) << (m.roles.empty() ? capital(members().find("kind")->opt.options->label(m.kind, lang)) : m.roles),
                 Html(lang) << (m.joined ? format_date(m.joined, lang) : std::string("–")), std::move(due)};
    t.rows.push_back(std::move(row));
  }
  Card c{.title = Text("Danh sách hội viên", "List of members"), .flush = true, .id = "members"};
  c.head_end = more_link(lang, Text("Mở sổ hội viên", "Open the register"), "/members?org=" + std::to_string(x.id) + "&below=1");
  if (all.empty()) {
    c.flush = false;
    c.body = Html(lang) << "<p class=\"m2\">"_h << Text("Chưa có ai trong danh sách. Nhập cả danh sách từ Excel, hoặc thêm từng người.", "Nobody is on the list yet. Import the whole list, or add people one by one.") << "</p>"_h;
  } else {
    c.body = Html(lang) << "<form method=\"get\" action=\"/members/cards.pdf\">"_h << table(lang, t)
                        << bulk_bar(lang, button(lang, {.label = Text("In thẻ đã chọn", "Print the chosen cards"), .icon = "id-badge-2", .kind = "link"})) << "</form>"_h;
  }
  return card(lang, c);
}

Html applicants_card(const View& x) {
  const Lang lang = x.lang();
  std::vector<ListItem> items;
  for (const MemberSeen& m : members_of(x.db, x.actor, x.id, MembersWanted::applied, k_shown)) {
    ListItem i{.icon = "user-plus", .tone = Tone::warn};
    i.href = "/members/" + std::to_string(m.id);
    i.title = Html(lang) << m.name;
    i.detail = Html(lang) << m.where(lang) << (m.workplace.empty() ? "" : ", " + m.workplace);
    items.push_back(std::move(i));
  }
  if (items.empty()) return Html(lang);
  const std::string n = std::to_string(items.size());
  return card(lang, {.title = Message(n + " đơn chờ xét", n + (items.size() == 1 ? " application waits" : " applications wait")), .body = item_list(lang, items), .id = "applicants"});
}

/// The latest declared count that still stands for the list, if any: number, day.
struct Declared { std::int64_t count = 0; Date day; };
std::optional<Declared> declared_of(db::ReadDb& db, std::int64_t org) {
  const auto row = db.first("SELECT m.count, m.as_of FROM membership m WHERE m.deleted = 0 AND m.org_id = $1 AND m.kind IN ('all', 'individual') AND m.as_of <= $2 AND NOT EXISTS (SELECT 1 FROM membership l WHERE l.deleted = 0 "
                            "AND l.org_id = m.org_id AND l.kind = 'by_list' AND l.as_of >= m.as_of AND l.as_of <= $2) ORDER BY m.as_of DESC, m.id DESC LIMIT 1", {org, today().iso()});
  if (!row) return std::nullopt;
  return Declared{db::as_int((*row)[0]), Date::from_iso(db::as_text((*row)[1])).value_or(Date{})};
}

/// Which of the two is counted: the declared number or the list; and the way from one to the other.
Html counted_notice(const View& x) {
  const Lang lang = x.lang();
  const auto declared = declared_of(x.db, x.id);
  const auto present = members_of(x.db, x.actor, x.id, MembersWanted::present, 100'000).size();
  if (!declared || present == 0) return Html(lang);
  const std::string was = format_int(declared->count, lang), listed = format_int(static_cast<std::int64_t>(present), lang);
  Html words(lang);
  words << Message("Tổng số hội viên đang lấy số đã ghi ngày " + format_date(declared->day, Lang::vi) + ": " + was + ". Danh sách ở đây có " + listed + ". ",
                   "The total takes the count declared on " + format_date(declared->day, Lang::en) + ": " + was + ". The list here has " + listed + ". ");
  if (x.writes())
    words << "<form class=\"inline-f\" method=\"post\" action=\""_h << Url{x.base() + "/members/count"} << "\">"_h << hidden("csrf", x.shell.csrf) << button(lang, {.label = Text("Danh sách đã đủ, đếm theo danh sách", "The list is complete: count it"), .icon = "list-check", .small = true}) << "</form>"_h;
  return notice(lang, Tone::info, "info-circle", words);
}

/// Members of each association in numbers: what a Union reads.
Html associations_card(const View& x) {
  const Lang lang = x.lang();
  Table t;
  t.caption = Text("Hội viên của các hội", "Members of the associations");
  t.columns = {{.label = Text("Hội", "Association"), .key = true}, {.label = Text("Tổng số hội viên", "Memberships"), .number = true}, {.label = Text("Kết nạp trong kỳ", "Admitted"), .number = true}, {.label = Text("Thanh niên", "Youth"), .number = true}, {.label = Text("Phụ nữ", "Women"), .number = true}};
  x.db.each("SELECT id, code, COALESCE(short_name, name), COALESCE(NULLIF(name_en, ''), short_name, name) FROM organisation WHERE deleted = 0 AND parent = $1 AND ended IS NULL AND kind IN ('bilateral_association', 'multilateral_association', 'peace_committee', 'solidarity_committee', 'chapter') ORDER BY name_key",
            {x.id}, [&](const db::Row& r) {
              StripAsk ask = x.strip();
              ask.org = r.text(1);
              Row row;
              row.cells = {title_cell("/organisations/" + std::to_string(r.integer(0)) + "/members", r.text(lang == Lang::vi ? 2 : 3))};
              for (const char* one : {"I06", "I08", "I09", "I09A"}) row.cells.emplace_back(figure_of(ask, {one, {}}));
              t.rows.push_back(std::move(row));
              return true;
            });
  if (t.rows.empty()) return Html(lang);
  return card(lang, {.title = t.caption, .body = table(lang, t), .flush = true, .id = "associations"});
}

Html actions_of(const View& x, bool names) {
  Html h(x.lang());
  const std::string org = std::to_string(x.id);
  if (!names || x.is_union()) return h;
  h << button(x.lang(), {.label = Text("In danh sách", "Print the list"), .icon = "printer", .href = x.base() + "/members.pdf"}) << button(x.lang(), {.label = Text("Word", "Word"), .icon = "file-type-docx", .href = x.base() + "/members.docx"})
    << button(x.lang(), {.label = Text("In thẻ", "Print the cards"), .icon = "id-badge-2", .href = x.base() + "/members/cards.pdf"});
  if (!x.writes()) return h;
  return h << button(x.lang(), {.label = Text("Nhập từ Excel", "Import"), .icon = "file-import", .href = "/members/import"}) << button(x.lang(), {.label = Text("Thu hội phí", "Collect dues"), .icon = "coin", .href = x.base() + "/dues"})
           << button(x.lang(), {.label = Text("Thêm hội viên", "Add a member"), .icon = "plus", .href = "/members/new?org=" + org, .kind = "primary", .key = "N"});
}

web::Response members_page(const View& x) {
  const bool names = reads_names(x.db, x.actor, x.id);
  PageHead head;
  head.title = members().plural;
  const std::string vi = organisations().title_of(x.org, Lang::vi), en = organisations().title_of(x.org, Lang::en);
  head.crumbs = {{Message(vi, en), x.base()}};
  head.actions = actions_of(x, names);
  Html h(x.lang());
  h << "<div class=\"stack-16\">"_h << figure_strip(x.strip(), {{"I06", "users"}, {"I07", "user"}, {"I08", "user-plus"}, {"I09", "chart-bar"}, {"I09A", "chart-bar"}});
  if (!names)
    h << notice(x.lang(), Tone::info, "lock", Html(x.lang()) << Text("Tên và dữ liệu của hội viên chỉ người của hội đọc. Ở đây là số đếm.", "Names and data of members are read by their association only. These are counts."));
  else if (!x.is_union())
    h << counted_notice(x) << applicants_card(x) << members_card(x);
  return reg::respond(x.shell, head, h << associations_card(x) << "</div>"_h);
}

Result<View> view_of(const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s) {
  NC_TRY(cells, reg::load(db, organisations(), actor, reg::id_of(r)));
  return View{engine, db, actor, s, reg::id_of(r), std::move(cells)};
}

/// From today the total is that of the list: a dated record among the member counts says so, and can be taken back like any.
web::Response count_by_list(const View& x, db::Tx& tx) {
  const reg::Description& d = memberships();
  const auto at = [&](const char* column) { return static_cast<std::size_t>(d.column(column)); };
  reg::Cells cells = fresh_record(d, x.id, db::as_int(x.org[reg::k_illustrative]) != 0);
  const auto present = members_of(x.db, x.actor, x.id, MembersWanted::present, 100'000);
  const auto young = std::ranges::count_if(present, [](const MemberSeen& m) { return m.born_year > 0 && today().year() - m.born_year < 35; });
  cells[at("title")] = "Đếm theo danh sách hội viên, " + organisations().title_of(x.org, Lang::vi);
  cells[at("as_of")] = today().iso();
  cells[at("kind")] = std::string("by_list");
  cells[at("count")] = static_cast<std::int64_t>(present.size());
  cells[at("count_q")] = std::string("exact");
  cells[at("youth")] = static_cast<std::int64_t>(young);
  cells[at("youth_q")] = std::string("exact");
  if (std::ranges::any_of(present, &MemberSeen::illustrative)) cells[reg::k_illustrative] = std::int64_t{1};
  if (auto saved = reg::save(tx, catalog(), d, x.actor, std::move(cells)); !saved) return reg::problem_page(x.shell, saved.error().front());
  return web::redirect(x.base() + "/members?done=saved");
}

web::Response list_file(const web::Request& r, db::ReadDb& db, const Actor& actor, bool pdf) {
  const std::int64_t id = reg::id_of(r);
  const auto org = reg::load(db, organisations(), actor, id);
  if (!org) return web::refusal(org.error());
  if (!reads_names(db, actor, id)) return web::redirect("/organisations/" + std::to_string(id) + "/members");  // which says who reads names
  const paper::Paper p = member_list_paper(db, actor, id);
  return paper_download(paper_bytes(p, pdf), "Danh-sach-hoi-vien-" + db::as_text((*org)[reg::k_code]), pdf);
}

bool has_members(const std::string& kind) { return kind != "locality" && kind != "unit" && kind != "foundation" && kind != "liaison_board"; }

Html organisation_panel(const reg::PanelContext& x, const fig::Engine& engine) {
  if (x.what.name != "organisation" || !x.actor.sees(Sight::internal) || !has_members(x.what.text(x.cells, "kind"))) return Html(x.lang);
  const StripAsk ask{engine, x.db, x.actor, x.lang, db::as_text(x.cells[reg::k_code]), working_period("")};
  Html body(x.lang);
  body << "<p>"_h << figure_of(ask, {"I06", {}}) << " "_h << Text("hội viên", "members") << "</p>"_h;
  return card(x.lang, {.title = members().plural, .head_end = more_link(x.lang, Text("Hội viên, hội phí", "Members and dues"), reg::record_url(x.what, x.id) + "/members"), .body = body, .id = "members"});
}

}  // namespace

void add_members_everywhere(reg::Context& context, const fig::Engine& engine) {
  // On the register itself, for chosen rows.
  context.chosen_tools = [before = context.chosen_tools](const reg::PanelContext& x) {
    Html h = before ? before(x) : Html(x.lang);
    if (x.what.name == "member")
      h << "<button type=\"submit\" class=\"btn btn-link\" formaction=\"/members/cards.pdf\">"_h << icon("id-badge-2") << "<span>"_h << Text("In thẻ đã chọn", "Print the chosen cards") << "</span></button>"_h;
    return h;
  };
  context.panels_everywhere.emplace_back(reg::PanelPlace::side, [&engine](const reg::PanelContext& x) { return organisation_panel(x, engine); });
}

void add_member_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/organisations/{id}/members", web::person().of("organisation").seeing("internal"), reg::page_handler(context, [&engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    if (r.query.get("done") == "saved") s.toast = Text("Đã lưu. Từ hôm nay đếm theo danh sách.", "Saved. From today the list is counted.").in(s.lang);
    const auto x = view_of(engine, r, db, a, s);
    return x ? members_page(*x) : reg::problem_page(s, x.error());
  }));
  router.post("/organisations/{id}/members/count", web::person("enter").of("organisation").seeing("internal"), reg::act_handler(context, [&engine](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) {
    const auto x = view_of(engine, r, tx, a, s);
    return x ? count_by_list(*x, tx) : reg::problem_page(s, x.error());
  }));
  for (const bool pdf : {false, true})
    router.get(std::string("/organisations/{id}/members") + (pdf ? ".pdf" : ".docx"), web::person().of("organisation").seeing("internal"),
               reg::page_handler(context, [pdf](const web::Request& r, db::ReadDb& db, const Actor& a, Shell&) { return list_file(r, db, a, pdf); }));
  add_dues_pages(router, context);
  add_card_pages(router, context);
}

}  // namespace nc::app
