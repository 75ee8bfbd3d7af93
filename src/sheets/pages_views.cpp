// Kept views and columns of lists: the tools beside the conditions, the page of views, the page of columns.
#include "sheets/pages_views.h"

#include <algorithm>

#include "base/words.h"
#include "html/assets.h"
#include "register/export.h"
#include "register/pages_list.h"
#include "sheets/views.h"

namespace nc::reg {

namespace {

std::string views_url(const Description& d) { return list_url(d) + "/views"; }

std::string address_of(const Description& d, const KeptView& v) {
  return list_url(d) + "?" + v.query + (v.query.empty() ? "" : "&") + "view=" + std::to_string(v.id);
}

/// The list's query without the view it came from: what a view is compared with and kept as.
std::string plain_query(const ListQuery& q) {
  ListQuery out = q;
  out.view.clear();
  out.ids.clear();
  return query_string(out);
}

// ---- beside the conditions of a list ---------------------------------------------------------------------

Html tools(const PanelContext& x, const ListQuery& q) {
  const std::string now = plain_query(q);
  Message opener = Text("Góc nhìn", "Views");
  std::vector<MenuItem> items;
  for (const KeptView& v : kept_views(x.db, x.what, x.actor)) {
    const bool on = v.query == now;
    if (on) opener = Message(v.name, v.name);
    items.push_back({.label = Message(v.name, v.name), .icon = on ? "check" : v.audience.empty() ? "user" : "users", .href = address_of(x.what, v)});
  }
  items.push_back({.label = Text("Giữ danh sách này…", "Keep this list…"), .icon = "plus",
                   .href = views_url(x.what) + "?list=" + url_encode(now) + (q.view.empty() || q.view == "all" ? "" : "&view=" + url_encode(q.view))});
  if (items.size() > 1) items.push_back({.label = Text("Sắp xếp các góc nhìn", "Manage the views"), .icon = "settings", .href = views_url(x.what)});
  Html h(x.lang);
  h << menu(x.lang, {.label = opener, .icon = "eye", .kind = "ghost", .small = true}, items)
    << button(x.lang, {.label = Text("Cột", "Columns"), .icon = "columns", .href = list_url(x.what) + "/columns" + (now.empty() ? "" : "?" + now), .kind = "ghost", .small = true});
  return h;
}

// ---- the page of views -----------------------------------------------------------------------------------

struct Visit {
  const Context& c;
  db::ReadDb& db;
  const Actor& actor;
  Shell& shell;
  const Description& d;
  Lang lang() const { return shell.lang; }
};

Message audience_words(const std::string& audience) {
  if (audience.empty()) return Text("chỉ mình tôi", "only me");
  if (audience == "all") return Text("cả đơn vị", "all of the organisation");
  const auto f = function_from_code(audience);
  if (!f) return Message(audience, audience);
  const Text t = label(*f);
  return {std::string("người của đơn vị có việc: ") + std::string(t.vi), std::string("people of the organisation who: ") + std::string(t.en)};
}

Html audience_control(const Visit& v, const std::string& chosen) {
  Control c;
  c.type = "select";
  c.name = "audience";
  c.label = Text("Ai dùng được", "Who may use it");
  c.value = chosen;
  c.width = "half";
  c.options.emplace_back("", audience_words("").in(v.lang()));
  if (may_share(v.actor)) {
    c.options.emplace_back("all", audience_words("all").in(v.lang()));
    for (const Function f : all_functions()) c.options.emplace_back(std::string(code(f)), audience_words(std::string(code(f))).in(v.lang()));
  }
  return control(v.lang(), c);
}

Html name_control(const Visit& v, const std::string& value, const std::string& error) {
  Control c;
  c.name = "name";
  c.label = Text("Tên góc nhìn", "Name of the view");
  c.value = value;
  c.error = error;
  c.required = true;
  c.max_length = 80;
  c.width = "half";
  return control(v.lang(), c);
}

/// "Nước: Lào; xếp theo Số người; cột: Tên đoàn, Nước".
std::string words_of(const Visit& v, const ListQuery& q) {
  const ListView x{v.c, v.db, v.actor, v.shell, v.d, q, v.lang()};
  const bool vi = v.lang() == Lang::vi;
  std::string out;
  const auto add = [&](const std::string& words) { out += (out.empty() ? "" : "; ") + words; };
  if (!q.words.empty()) add((vi ? "chữ “" : "words “") + q.words + "”");
  std::vector<std::string> seen;
  for (const auto& [name, value] : q.filters) {
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
    seen.push_back(name);
    add(filter_label(x, name).in(v.lang()) + ": " + filter_words(x, name));
  }
  if (const Field* f = v.d.find(q.sort.starts_with('-') ? q.sort.substr(1) : q.sort))
    add((vi ? "xếp theo " : "sorted by ") + f->label.in(v.lang()) + (q.sort.starts_with('-') ? (vi ? ", lớn trước" : ", largest first") : ""));
  std::string columns;
  if (!q.columns.empty())
    for (const Field* f : list_columns(v.d, v.actor, q.columns)) columns += (columns.empty() ? "" : ", ") + f->label.in(v.lang());
  if (!columns.empty()) add((vi ? "cột: " : "columns: ") + columns);
  return out.empty() ? (vi ? "mọi bản ghi, cột có sẵn" : "all records, the usual columns") : capital(out);
}

Html form_of(const Visit& v, const std::string& action) {
  return Html(v.lang()) << "<form class=\"form\" method=\"post\" action=\""_h << Url{action} << "\">"_h << hidden("csrf", v.shell.csrf);
}

Html act_button(const Visit& v, const char* act, const Message& label, const std::string& icon, const char* kind = "") {
  return button(v.lang(), {.label = label, .icon = icon, .kind = kind, .name = "act", .value = act, .small = true});
}

Html keep_card(const Visit& v, const ListQuery& q, const KeptView* from, const web::Fields* typed, const Problem* problem) {
  const std::string list = query_string(q);
  Html body(v.lang());
  body << "<p class=\"m2\">"_h << words_of(v, q) << "</p>"_h;
  if (problem && problem->field.empty()) body << notice(v.lang(), Tone::bad, "alert-triangle", Html(v.lang()) << problem->message);
  if (from && may_change(*from, v.actor))
    body << form_of(v, views_url(v.d) + "/" + std::to_string(from->id)) << hidden("list", list)
         << act_button(v, "replace", {"Ghi vào góc nhìn “" + from->name + "”", "Put it into the view “" + from->name + "”"}, "device-floppy") << "</form>"_h;
  Control usual;
  usual.type = "checkbox";
  usual.name = "usual";
  usual.label = Text("Mở sổ bằng góc nhìn này", "Open the register with this view");
  usual.width = "full";
  if (typed && typed->get("usual") == "1") usual.value = "1";
  body << form_of(v, views_url(v.d)) << hidden("list", list)
       << form_section(v.lang(), Text("Góc nhìn mới", "A new view"),
                       Html(v.lang()) << name_control(v, typed ? std::string(typed->get("name")) : "", problem && problem->field == "name" ? problem->message.in(v.lang()) : "")
                                      << audience_control(v, typed ? std::string(typed->get("audience")) : "") << control(v.lang(), usual))
       << "<div class=\"ff\">"_h << button(v.lang(), {.label = Text("Giữ góc nhìn", "Keep the view"), .kind = "primary"})
       << button(v.lang(), {.label = Text("Về danh sách", "Back to the list"), .href = list_address(v.d, q)}) << "</div></form>"_h;
  return card(v.lang(), {.title = Text("Giữ danh sách đang xem", "Keep the list as it is now"), .body = body});
}

Html view_card(const Visit& v, const KeptView& view) {
  const std::string action = views_url(v.d) + "/" + std::to_string(view.id);
  const auto q = query_to_keep(v.d, view.query);
  Html body(v.lang());
  body << "<p><a class=\"tt\" href=\""_h << Url{address_of(v.d, view)} << "\">"_h << view.name << "</a> "_h
       << badge(v.lang(), audience_words(view.audience), view.audience.empty() ? Tone::neutral : Tone::info);
  if (view.usual) body << " "_h << badge(v.lang(), Text("sổ mở bằng góc nhìn này", "the register opens with it"), Tone::ok);
  body << "</p><p class=\"m2\">"_h << (q ? words_of(v, *q) : q.error().message.in(v.lang())) << "</p>"_h;
  body << form_of(v, action) << "<div class=\"ff\">"_h
       << (view.usual ? act_button(v, "unusual", Text("Thôi mở sổ bằng góc nhìn này", "Don't open the register with it"), "eye-off")
                      : act_button(v, "usual", Text("Mở sổ bằng góc nhìn này", "Open the register with it"), "eye"))
       << "</div></form>"_h;
  if (may_change(view, v.actor)) {
    body << "<details><summary>"_h << Text("Đổi tên, chia sẻ, bỏ", "Rename, share, drop") << "</summary>"_h << form_of(v, action)
         << form_section(v.lang(), {}, Html(v.lang()) << name_control(v, view.name, {}) << audience_control(v, view.audience)) << "<div class=\"ff\">"_h
         << act_button(v, "rename", Text("Lưu tên và người dùng", "Save name and sharing"), "", "primary") << act_button(v, "drop", Text("Bỏ góc nhìn", "Drop the view"), "trash", "danger")
         << "</div></form></details>"_h;
  }
  return Html(v.lang()) << "<section class=\"card\" data-view=\""_h << std::to_string(view.id) << "\"><div class=\"cb\">"_h << body << "</div></section>"_h;
}

web::Response views_page(const Visit& v, const std::string& list, bool offer, std::string_view from, const web::Fields* typed, const Problem* problem) {
  Html h(v.lang());
  h << "<div class=\"stack-16\">"_h;
  if (offer) {
    const auto q = query_to_keep(v.d, list);
    const auto opened = find_view(v.db, v.d, v.actor, from);
    if (q) h << keep_card(v, *q, opened ? &*opened : nullptr, typed, problem);
    else h << notice(v.lang(), Tone::bad, "alert-triangle", Html(v.lang()) << q.error().message);
  }
  const auto views = kept_views(v.db, v.d, v.actor);
  for (const KeptView& view : views) h << view_card(v, view);
  if (views.empty() && !offer)
    h << empty_state(v.lang(), Text("Chưa có góc nhìn nào", "No views yet"),
                     Text("Lọc, xếp, chọn cột trên danh sách, rồi giữ lại bằng một cái tên.", "Filter, sort and choose columns on the list, then keep it under a name."),
                     {{Text("Mở danh sách", "Open the list"), list_url(v.d)}});
  h << "</div>"_h;
  PageHead head;
  head.title = {"Góc nhìn của sổ " + v.d.plural.vi, "Views of " + v.d.plural.en};
  head.crumbs = {{v.d.plural, list_url(v.d)}};
  return respond(v.shell, head, h, problem ? http_status(problem->code) : 200);
}

web::Response create_view(const web::Request& r, db::Tx& tx, const Visit& v) {
  KeptView view;
  view.name = std::string(r.form.get("name"));
  view.query = std::string(r.form.get("list"));
  view.audience = std::string(r.form.get("audience"));
  auto kept = keep_view(tx, v.d, v.actor, view);
  if (!kept) return views_page(v, view.query, true, "", &r.form, &kept.error());
  view.id = *kept;
  if (r.form.get("usual") == "1") set_usual_view(tx, v.d, v.actor, &view);
  return web::redirect(address_of(v.d, *find_view(tx, v.d, v.actor, std::to_string(view.id))));
}

web::Response change_view(const web::Request& r, db::Tx& tx, const Visit& v) {
  auto view = find_view(tx, v.d, v.actor, r.arg("view"));
  if (!view) return problem_page(v.shell, view.error());
  const std::string act(r.form.get("act"));
  if (act == "usual" || act == "unusual") {
    set_usual_view(tx, v.d, v.actor, act == "usual" ? &*view : nullptr);
    return web::redirect(views_url(v.d));
  }
  if (act == "drop") {
    const auto dropped = drop_view(tx, v.d, v.actor, *view);
    return dropped ? web::redirect(views_url(v.d)) : problem_page(v.shell, dropped.error());
  }
  if (act == "rename") view->name = std::string(r.form.get("name")), view->audience = std::string(r.form.get("audience"));
  if (act == "replace") view->query = std::string(r.form.get("list"));
  const auto kept = keep_view(tx, v.d, v.actor, *view);
  if (!kept) return problem_page(v.shell, kept.error());
  return web::redirect(act == "replace" ? address_of(v.d, *find_view(tx, v.d, v.actor, r.arg("view"))) : views_url(v.d));
}

// ---- the page of columns ---------------------------------------------------------------------------------

/// Those that the list shows now in their order, then the rest.
std::vector<const Field*> column_choices(const Visit& v, const ListQuery& q) {
  std::vector<const Field*> out = list_columns(v.d, v.actor, q.columns);
  for (const Field* f : file_fields(v.d))
    if (may_be_column(*f, v.actor) && std::find(out.begin(), out.end(), f) == out.end()) out.push_back(f);
  return out;
}

web::Response columns_page(const Visit& v, const ListQuery& q) {
  const auto now = list_columns(v.d, v.actor, q.columns);
  Table t;
  t.caption = Text("Cột của danh sách", "Columns of the list");
  t.columns = {{.label = Text("Cột", "Column"), .key = true}, {.label = Text("Thứ tự", "Place")}};
  int place = 0;
  for (const Field* f : column_choices(v, q)) {
    const bool on = std::find(now.begin(), now.end(), f) != now.end();
    const std::string id = "c-" + f->name;
    Html box(v.lang()), number(v.lang());
    box << "<label class=\"opt-l\"><input class=\"form-check-input\" type=\"checkbox\" id=\""_h << id << "\" name=\"c\" value=\""_h << f->name << "\""_h << (on ? " checked"_h : ""_h)
        << (f->name == v.d.title_field ? " disabled"_h : ""_h) << "><span>"_h << f->label << "</span></label>"_h;
    number << "<div class=\"inp\"><input type=\"number\" min=\"1\" max=\"99\" name=\"n-"_h << f->name << "\" value=\""_h << (on ? std::to_string(++place) : "") << "\" aria-label=\""_h
           << Message("Thứ tự của cột " + f->label.vi, "Place of the column " + f->label.en) << "\"></div>"_h;
    Row row;
    row.cells = {box, number};
    t.rows.push_back(std::move(row));
  }
  ListQuery plain = q;
  plain.columns.clear();
  Html h(v.lang());
  h << "<form class=\"form card\" method=\"get\" action=\""_h << Url{list_url(v.d) + "/columns"} << "\">"_h << hidden("set", "1") << hidden("list", query_string(q))
    << "<div class=\"cb flush\">"_h << table(v.lang(), t) << "</div><div class=\"ff\">"_h
    << button(v.lang(), {.label = Text("Xem với các cột này", "Show these columns"), .kind = "primary"})
    << button(v.lang(), {.label = Text("Về cột có sẵn", "Back to the usual columns"), .href = list_address(v.d, plain)}) << "</div></form>"_h;
  PageHead head;
  head.title = {"Cột của sổ " + v.d.plural.vi, "Columns of " + v.d.plural.en};
  head.crumbs = {{v.d.plural, list_address(v.d, q)}};
  return respond(v.shell, head, h);
}

/// Ticked columns by their number; those without one stand behind, as they stood.
std::vector<std::string> chosen_columns(const web::Request& r, const Visit& v, const ListQuery& q) {
  const auto ticked = r.query.all("c");
  std::vector<std::pair<std::int64_t, std::string>> order;
  for (const Field* f : column_choices(v, q)) {
    if (f->name != v.d.title_field && std::find(ticked.begin(), ticked.end(), f->name) == ticked.end()) continue;
    constexpr std::int64_t k_behind = 1000;
    order.emplace_back(parse_int(r.query.get("n-" + f->name)).value_or(k_behind), f->name);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  for (auto& [place, name] : order) out.push_back(std::move(name));
  return out;
}

web::Response columns(const web::Request& r, const Visit& v) {
  const bool set = r.query.get("set") == "1";
  auto q = set ? query_to_keep(v.d, r.query.get("list")) : parse_list_query(v.d, r.query.items());
  if (!q) return problem_page(v.shell, q.error());
  if (!set) return columns_page(v, *q);
  auto chosen = chosen_columns(r, v, *q);
  std::vector<std::string> usual;
  for (const Field* f : list_columns(v.d, v.actor, {})) usual.push_back(f->name);
  q->columns = chosen == usual ? std::vector<std::string>{} : std::move(chosen);
  return web::redirect(list_address(v.d, *q, query_string(*q).empty() ? "view=all" : ""));
}

void add_pages_of(web::Router& router, const Context& c, const Description& d) {
  router.get(list_url(d) + "/views", web::person(), page_handler(c, [&c, &d](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return views_page({c, db, a, s, d}, std::string(r.query.get("list")), r.query.has("list"), r.query.get("view"), nullptr, nullptr);
  }));
  router.post(list_url(d) + "/views", web::person(), act_handler(c, [&c, &d](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) {
    return create_view(r, tx, {c, tx, a, s, d});
  }));
  router.post(list_url(d) + "/views/{view}", web::person(), act_handler(c, [&c, &d](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) {
    return change_view(r, tx, {c, tx, a, s, d});
  }));
  router.get(list_url(d) + "/columns", web::person(), page_handler(c, [&c, &d](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return columns(r, {c, db, a, s, d});
  }));
}

}  // namespace

void add_view_tools(Context& context) {
  context.list_tools = tools;
  context.usual_view = usual_query;
}

void add_view_pages(web::Router& router, const Context& context) {
  for (const Description* d : context.catalog->all()) add_pages_of(router, context, *d);
}

}  // namespace nc::reg
