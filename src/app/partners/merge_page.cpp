// Duplicates of partners in the browser: pairs that look alike, both side by side, the merge, and setting them apart.
#include "app/partners/merge.h"
#include "app/partners/pages.h"
#include "app/partners/public.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

std::string merge_url(std::int64_t keep, std::int64_t with) { return "/partners/" + std::to_string(keep) + "/merge" + (with ? "?with=" + std::to_string(with) : ""); }

bool may_merge(const Actor& actor) { return actor.may(Function::check) && !actor.preview(); }

web::Response duplicates_page(db::ReadDb& db, const Actor& actor, const Shell& s) {
  const Lang lang = s.lang;
  constexpr std::size_t k_most = 100;
  std::vector<ListItem> items;
  for (const Alike& a : partners_alike(db, actor, k_most)) {
    ListItem item;
    item.icon = "copy";
    item.title = Html(lang) << "<a href=\"/partners/"_h << a.first << "\">"_h << a.first_name << "</a> <span class=\"m3\">"_h << Text("và", "and") << "</span> <a href=\"/partners/"_h << a.second << "\">"_h << a.second_name << "</a>"_h;
    item.detail = Html(lang) << a.first_code << ", "_h << a.second_code << ": "_h << a.why;
    if (may_merge(actor))
      item.end = Html(lang) << "<div class=\"acts\">"_h << button(lang, {.label = Text("Đặt cạnh nhau", "Side by side"), .icon = "columns-2", .href = merge_url(a.first, a.second), .small = true})
                            << "<form class=\"inline-f\" method=\"post\" action=\"/partners/"_h << a.first << "/distinct\">"_h << hidden("csrf", s.csrf) << hidden("with", std::to_string(a.second))
                            << button(lang, {.label = Text("Không trùng", "Not the same"), .kind = "ghost", .small = true}) << "</form></div>"_h;
    items.push_back(std::move(item));
  }
  PageHead head;
  head.title = Text("Đối tác có thể trùng nhau", "Partners that may be one");
  head.crumbs = {{partners().plural, "/partners"}};
  Html h(lang);
  h << "<div class=\"stack-16\"><div>"_h << partner_tabs(lang, "duplicates") << "</div>"_h;
  if (items.empty())
    h << empty_state(lang, Text("Không thấy đối tác nào trùng nhau", "No duplicates are seen"), Text("Tên được so khi bỏ dấu, cả tên tiếng Anh và tên viết tắt.", "Names are compared without marks, English and short ones too."), {{Text("Về danh sách", "To the list"), "/partners"}});
  else h << card(lang, {.title = Text("Giống nhau", "Alike"), .note = Text("So tên bỏ dấu, tên tiếng Anh, tên viết tắt; khác nước thì không đề xuất theo tên gần giống", "Names without marks, English and short names; near names only within a country"), .body = item_list(lang, items), .id = "alike"});
  h << "</div>"_h;
  return reg::respond(s, head, h);
}

struct Pair {
  db::ReadDb& db;
  const reg::Context& context;
  const Actor& actor;
  const Shell& shell;
  std::int64_t keep, lose;
  reg::Cells kept, lost;
  Problems problems{};
};

/// One side of a choice: a radio button and the value as it would be kept.
Html choice(const Pair& x, const reg::Field& f, bool lost, bool chosen, const reg::LinkTitles& titles) {
  const reg::Cells& cells = lost ? x.lost : x.kept;
  const std::string shown = reg::show(f, cells, x.shell.lang, titles);
  Html h(x.shell.lang);
  h << "<label class=\"opt-l\"><input type=\"radio\" name=\"f."_h << f.name << "\" value=\""_h << (lost ? "lose" : "keep") << "\""_h;
  if (chosen) h << " checked"_h;
  h << "><span>"_h;
  if (shown.empty()) h << "<span class=\"m3\">"_h << Text("(trống)", "(empty)") << "</span>"_h;
  else h << shown;
  return h << "</span></label>"_h;
}

Html fields_table(const Pair& x) {
  const reg::Description& d = partners();
  const auto titles = reg::link_titles(x.db, *x.context.catalog, d, {x.kept, x.lost}, x.shell.lang);
  Table t;
  t.caption = Text("Chọn giá trị giữ lại", "Choose the values to keep");
  t.columns = {{.label = Text("Ô", "Field"), .key = true}, {.label = Message("Giữ: " + db::as_text(x.kept[reg::k_code]), "Keep: " + db::as_text(x.kept[reg::k_code]))},
               {.label = Message("Gộp vào: " + db::as_text(x.lost[reg::k_code]), "Give up: " + db::as_text(x.lost[reg::k_code]))}};
  for (const reg::Field* f : fields_to_choose(x.actor)) {
    const std::string a = reg::show(*f, x.kept, x.shell.lang, titles), b = reg::show(*f, x.lost, x.shell.lang, titles);
    if (a == b) continue;
    Row row;
    row.cells = {Html(x.shell.lang) << f->label, choice(x, *f, false, !a.empty(), titles), choice(x, *f, true, a.empty(), titles)};
    t.rows.push_back(std::move(row));
  }
  if (t.rows.empty()) return Html(x.shell.lang) << "<p class=\"cb m2\">"_h << Text("Hai bản ghi có cùng mọi giá trị.", "Both records have the same values.") << "</p>"_h;
  return table(x.shell.lang, t);
}

Html moved_aside(const Pair& x) {
  std::vector<Entry> entries;
  std::int64_t all = 0;
  for (const Naming& n : naming(x.db, *x.context.catalog, x.lose)) {
    if (n.what->name == "partner") continue;
    const auto count = static_cast<std::int64_t>(n.ids.size());
    all += count;
    Html value(x.shell.lang);
    value << format_int(count, x.shell.lang);
    entries.push_back({n.what->plural, std::move(value)});
  }
  Html body(x.shell.lang);
  if (entries.empty()) body << "<p class=\"m2 sm\">"_h << Text("Không bản ghi nào nêu đối tác được gộp.", "No record names the one that is given up.") << "</p>"_h;
  else body << definition_list(x.shell.lang, entries);
  body << "<p class=\"m2 sm\">"_h << Text("Tên của bên gộp thành tên khác, tìm vẫn ra. Cả lần hợp nhất hoàn tác được một lần, nội dung trở lại như cũ.", "Its names become other names and are still found. The whole merge can be taken back at once, with equal content.") << "</p>"_h;
  return card(x.shell.lang, {.title = Message(std::to_string(all) + " bản ghi chuyển sang", std::to_string(all) + " records will move"), .body = body});
}

web::Response choose_other(const Pair& x, int status) {
  const Lang lang = x.shell.lang;
  Control c;
  c.name = "with";
  c.label = Text("Hợp nhất với", "Merge with");
  c.type = "combo";
  c.lookup = "/partners/lookup";
  c.required = true;
  for (const Problem& p : x.problems) c.error = p.message.in(lang);
  PageHead head;
  head.title = Text("Hợp nhất đối tác", "Merge partners");
  head.crumbs = {{partners().plural, "/partners"}, {Message(partners().title_of(x.kept, Lang::vi), partners().title_of(x.kept, Lang::en)), "/partners/" + std::to_string(x.keep)}};
  Html h(lang);
  h << "<form class=\"card form\" method=\"get\" action=\""_h << Url{merge_url(x.keep, 0)} << "\">"_h << form_section(lang, Text("Chọn đối tác trùng", "Choose the other one"), Html(lang) << control(lang, c)) << "<div class=\"ff\">"_h
    << button(lang, {.label = Text("Đặt cạnh nhau", "Side by side"), .kind = "primary"}) << button(lang, {.label = Text("Quay lại", "Back"), .href = "/partners/" + std::to_string(x.keep), .kind = "ghost"}) << "</div></form>"_h;
  return reg::respond(x.shell, head, h, status);
}

web::Response pair_page(const Pair& x, int status = 200) {
  const Lang lang = x.shell.lang;
  PageHead head;
  head.title = Text("Hợp nhất đối tác", "Merge partners");
  head.crumbs = {{partners().plural, "/partners"}, {Text("Trùng nhau", "Duplicates"), "/partners/duplicates"}};
  head.actions = button(lang, {.label = Text("Đổi bên", "Swap"), .icon = "arrows-exchange", .href = merge_url(x.lose, x.keep), .small = true});
  Html h(lang);
  std::vector<std::pair<std::string, std::string>> wrong;
  for (const Problem& p : x.problems) wrong.emplace_back(p.field, p.message.in(lang));
  if (!wrong.empty()) h << error_summary(lang, wrong);
  Control reason;
  reason.name = "reason";
  reason.label = Text("Lý do, ghi chú", "Reason, note");
  reason.width = "full";
  h << "<div class=\"form-page\"><form class=\"card form\" method=\"post\" action=\""_h << Url{merge_url(x.keep, 0)} << "\">"_h << hidden("csrf", x.shell.csrf) << hidden("with", std::to_string(x.lose)) << "<div class=\"cb\"><h2>"_h
    << partners().title_of(x.kept, lang) << "</h2><p class=\"m2 sm\">"_h << Text("được giữ; đối tác gộp vào: ", "is kept; given up is: ") << partners().title_of(x.lost, lang) << "</p></div>"_h << fields_table(x) << form_section(lang, Text("Ghi chú", "Note"), Html(lang) << control(lang, reason)) << "<div class=\"ff\">"_h
    << button(lang, {.label = Text("Hợp nhất", "Merge"), .icon = "git-merge", .kind = "primary"}) << button(lang, {.label = Text("Quay lại", "Back"), .href = "/partners/duplicates", .kind = "ghost"}) << "</div></form><aside class=\"form-aside\" aria-label=\""_h
    << Text("Việc này chạm đến", "What this touches") << "\">"_h << moved_aside(x) << "</aside></div>"_h;
  return reg::respond(x.shell, head, h, status);
}

/// The other partner by number, code or exact name.
std::int64_t other_of(db::ReadDb& db, const reg::Context& c, const Actor& actor, std::string_view typed, Problems& problems) {
  if (typed.empty()) return 0;
  const reg::Field& f = *partners().find("merged_into");
  reg::Cells scratch(partners().columns().size());
  if (auto wrong = reg::set_text(db, *c.catalog, actor, f, typed, scratch)) {
    problems.push_back({Code::invalid, *wrong, "with"});
    return 0;
  }
  return db::as_int(scratch[static_cast<std::size_t>(f.first)]);
}

web::Response show_merge(const reg::Context& c, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s) {
  const std::int64_t keep = reg::id_of(r);
  const auto kept = reg::load(db, partners(), actor, keep);
  if (!kept) return reg::problem_page(s, kept.error());
  Pair x{db, c, actor, s, keep, 0, *kept, {}};
  x.lose = other_of(db, c, actor, r.query.get("with"), x.problems);
  if (x.lose == keep) x.problems.push_back({Code::invalid, Text("Chọn một đối tác khác với chính đối tác này.", "Choose a partner other than this one."), "with"}), x.lose = 0;
  if (x.lose == 0) return choose_other(x, x.problems.empty() ? 200 : 422);
  auto lost = reg::load(db, partners(), actor, x.lose);
  if (!lost) return reg::problem_page(s, lost.error());
  x.lost = std::move(*lost);
  return pair_page(x);
}

web::Response do_merge(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  PartnerMerge m;
  m.keep = reg::id_of(r);
  m.lose = parse_int(r.form.get("with")).value_or(0);
  m.reason = std::string(r.form.get("reason"));
  const auto kept = reg::load(tx, partners(), actor, m.keep), lost = reg::load(tx, partners(), actor, m.lose);
  if (!kept) return reg::problem_page(s, kept.error());
  if (!lost) return choose_other({tx, c, actor, s, m.keep, 0, *kept, {}, {{Code::invalid, Text("Chọn đối tác trùng trong danh sách.", "Choose the other partner from the list."), "with"}}}, 422);
  for (const reg::Field* f : fields_to_choose(actor))
    if (r.form.get("f." + f->name) == "lose") m.from_lost.insert(f->name);
  auto done = merge_partners(tx, *c.catalog, actor, m);
  if (done) return web::redirect("/partners/" + std::to_string(m.keep));
  return pair_page({tx, c, actor, s, m.keep, m.lose, *kept, *lost, done.error()}, http_status(done.error().front().code));
}

web::Response do_distinct(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  if (const auto own = reg::load(tx, partners(), actor, reg::id_of(r)); !own) return reg::problem_page(s, own.error());
  if (!reg::load(tx, partners(), actor, parse_int(r.form.get("with")).value_or(0))) return reg::problem_page(s, {Code::invalid, Text("Không thấy đối tác kia. Mở lại trang trùng nhau.", "The other partner is not there. Open the duplicates again."), "with"});
  const auto done = set_apart(tx, *c.catalog, actor, reg::id_of(r), parse_int(r.form.get("with")).value_or(0));
  if (!done) return reg::problem_page(s, done.error().front());
  return web::redirect("/partners/duplicates?done=verb&say=" + url_encode(Text("Ghi là không trùng", "Set apart").in(s.lang)));
}

}  // namespace

void add_merge_pages(web::Router& router, const reg::Context& c) {
  router.get("/partners/duplicates", web::person().seeing("internal"), reg::page_handler(c, [](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return duplicates_page(db, a, s); }));
  router.get("/partners/{id}/merge", web::person("check").of("partner"), reg::page_handler(c, [&c](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return show_merge(c, r, db, a, s); }));
  router.post("/partners/{id}/merge", web::person("check").of("partner"), reg::act_handler(c, [&c](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return do_merge(c, r, tx, a, s); }));
  router.post("/partners/{id}/distinct", web::person("check").of("partner"), reg::act_handler(c, [&c](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return do_distinct(c, r, tx, a, s); }));
}

}  // namespace nc::app
