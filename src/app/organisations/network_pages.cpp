// Acts on the network in the browser: what will be touched, the form of the act, and where an organisation comes from.
#include <algorithm>
#include <set>

#include "app/common/fresh_act.h"
#include "app/organisations/network_act.h"
#include "app/organisations/public.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr int k_parts = 4, k_others = 4;

struct ActForm {
  db::ReadDb& db;
  const reg::Context& context;
  const Actor& actor;
  const Shell& shell;
  std::int64_t id;
  const reg::Cells& cells;
  ActKind kind;
  reg::Typed typed;

  std::string given(const std::string& name, const std::string& otherwise = {}) const {
    return typed.fields && typed.fields->has(name) ? std::string(typed.fields->get(name)) : otherwise;
  }
};

std::string act_url(std::int64_t id) { return "/organisations/" + std::to_string(id) + "/act"; }

Control box(const ActForm& x, const std::string& name, const Message& label, const std::string& otherwise = {}, bool required = false) {
  Control c;
  c.name = name;
  c.label = label;
  c.value = x.given(name, otherwise);
  c.error = x.typed.error_of(name, x.shell.lang);
  c.required = required;
  return c;
}

Control organisation_box(const ActForm& x, const std::string& name, const Message& label, const Message& hint, bool required = false) {
  Control c = box(x, name, label, {}, required);
  c.type = "combo";
  c.lookup = "/organisations/lookup";
  c.hint = hint;
  return c;
}

// ---- what the act asks for ----

Html names_section(const ActForm& x, const std::string& prefix, const Message& heading, bool with_code, bool now) {
  const auto own = [&](const char* column) { return now ? organisations().text(x.cells, column) : std::string(); };
  Html fields(x.shell.lang);
  Control name = box(x, prefix + "name", Text("Tên", "Vietnamese name"), own("name"), now);
  name.width = "full";
  fields << control(x.shell.lang, name) << control(x.shell.lang, box(x, prefix + "name_en", Text("Tên tiếng Anh", "English name"), own("name_en")))
         << control(x.shell.lang, box(x, prefix + "short_name", Text("Tên gọi tắt", "Short name"), own("short_name")));
  if (with_code) {
    Control code = box(x, prefix + "code", Text("Mã", "Code"));
    code.hint = Text("Để trống: máy đặt", "Empty: given by the system");
    fields << control(x.shell.lang, code);
  }
  return form_section(x.shell.lang, heading, fields);
}

Html merge_sections(const ActForm& x) {
  const Lang lang = x.shell.lang;
  Html with(lang), into(lang);
  for (int i = 1; i <= k_others; ++i)
    with << control(lang, organisation_box(x, "other" + std::to_string(i), Message("Tổ chức cùng hợp nhất " + std::to_string(i), "Also merged " + std::to_string(i)), {}));
  into << control(lang, organisation_box(x, "into", Text("Tổ chức tiếp nhận đã có", "An organisation that carries on"), Text("Để trống khi lập tổ chức mới", "Leave empty when a new one is founded")));
  return Html(lang) << form_section(lang, Text("Hợp nhất cùng", "Merged together with"), with) << form_section(lang, Text("Hợp nhất vào", "Merged into"), into)
                    << names_section(x, "", Text("Hoặc tổ chức mới", "Or a new organisation"), true, false);
}

Html split_sections(const ActForm& x) {
  const Lang lang = x.shell.lang;
  Html h(lang), old(lang);
  Control stays = box(x, "carries_on", Text("Tổ chức cũ tiếp tục hoạt động (tách)", "The old organisation goes on (split off)"));
  stays.type = "checkbox";
  stays.width = "full";
  h << form_section(lang, Text("Tổ chức cũ", "The old organisation"), old << control(lang, stays));
  std::vector<std::pair<std::string, std::string>> parts{{"0", lang == Lang::vi ? "Giữ nguyên" : "Stays"}};
  for (int i = 1; i <= k_parts; ++i) {
    const std::string n = std::to_string(i);
    h << names_section(x, "part" + n + ".", Message("Tổ chức mới " + n, "New organisation " + n), true, false);
    parts.emplace_back(n, (lang == Lang::vi ? "Tổ chức mới " : "New organisation ") + n);
  }
  Html below(lang);
  for (const Below& b : living_below(x.db, x.id)) {
    Control c = box(x, "goes." + std::to_string(b.id), Message(b.name, b.name), "0");
    c.type = "select";
    c.options = parts;
    below << control(lang, c);
  }
  return below.empty() ? h : h << form_section(lang, Text("Tổ chức trực thuộc chuyển đến", "Organisations below go to"), below);
}

Html sections(const ActForm& x) {
  const Lang lang = x.shell.lang;
  switch (x.kind) {
    case ActKind::rename: return names_section(x, "", Text("Tên mới", "New names"), false, true);
    case ActKind::merge: return merge_sections(x);
    case ActKind::split: return split_sections(x);
    case ActKind::move:
      return form_section(lang, Text("Chuyển đến", "Moved to"), Html(lang) << control(lang, organisation_box(x, "into", Text("Tổ chức cấp trên mới", "New organisation above"), {}, true)));
    case ActKind::dissolve:
      if (living_below(x.db, x.id).empty()) return Html(lang);
      return form_section(lang, Text("Tổ chức trực thuộc", "Organisations below"),
                          Html(lang) << control(lang, organisation_box(x, "into", Text("Chuyển các tổ chức trực thuộc về", "The organisations below go to"), {}, true)));
    case ActKind::revive: return Html(lang);
  }
  return Html(lang);
}

Html basis_section(const ActForm& x) {
  const Lang lang = x.shell.lang;
  Control day = box(x, "date", Text("Hiệu lực từ ngày", "In effect from"), today().iso(), true);
  day.type = "date";
  Control reason = box(x, "reason", Text("Ghi chú", "Note"));
  reason.type = "textarea";
  reason.width = "full";
  return form_section(lang, Text("Căn cứ", "Basis"), Html(lang) << control(lang, box(x, "decision_no", Text("Số, ký hiệu quyết định", "Number of the decision"), {}, true)) << control(lang, day) << control(lang, reason));
}

/// What stays and what moves, before anything is done.
Html touched_aside(const ActForm& x) {
  const Lang lang = x.shell.lang;
  const Touched t = touched_by(x.db, *x.context.catalog, x.id);
  std::vector<Entry> entries{{Text("Tổ chức trực thuộc đang hoạt động", "Active organisations below"), Html(lang) << format_int(t.below, lang)},
                             {Text("Tài khoản", "Accounts"), Html(lang) << format_int(t.accounts, lang)}};
  for (const auto& [d, n] : t.records) {
    Html value(lang);
    value << "<a class=\"fig\" href=\"/"_h << d->path << "?org="_h << x.id << "\">"_h << format_int(n, lang) << "</a>"_h;
    entries.push_back({d->plural, std::move(value)});
  }
  Html body(lang);
  body << definition_list(lang, entries) << "<p class=\"m2 sm\">"_h
       << Text("Bản ghi ở lại với tổ chức cũ, không bản ghi nào bị sửa. Người của tổ chức tiếp nhận xem được các bản ghi ấy. Cả việc này hoàn tác được một lần.",
               "Records stay with the old organisation and none is changed. People of the one that carries on see them. The whole act can be taken back at once.")
       << "</p>"_h;
  if (t.accounts > 0 && (x.kind == ActKind::merge || x.kind == ActKind::dissolve))
    body << "<p class=\"m2 sm\">"_h << Text("Tài khoản vẫn thuộc tổ chức cũ; người quản trị chuyển ở trang Người dùng.", "Accounts stay with the old organisation; an administrator moves them on the page of people.") << "</p>"_h;
  return card(lang, {.title = Text("Việc này chạm đến", "What this touches"), .body = body});
}

web::Response act_page(const ActForm& x, int status = 200) {
  const Lang lang = x.shell.lang;
  const std::string name = organisations().title_of(x.cells, lang), code_text = db::as_text(x.cells[reg::k_code]);
  PageHead head;
  const auto title = [&](Lang in) { return std::string(label(x.kind).in(in)) + ": " + organisations().title_of(x.cells, in); };
  head.title = Message(title(Lang::vi), title(Lang::en));
  head.crumbs = {{organisations().plural, "/organisations"}, {Message(name, name), "/organisations/" + std::to_string(x.id)}};
  std::vector<Tab> items;
  for (const char* kind : {"rename", "move", "merge", "split", "dissolve", "revive"})
    items.push_back({.label = label(*act_kind(kind)), .href = act_url(x.id) + "?kind=" + kind, .count = {}, .on = code(x.kind) == kind});
  std::vector<std::pair<std::string, std::string>> wrong;
  for (const Problem& p : x.typed.problems) wrong.emplace_back(p.field, p.message.in(lang));
  Html h(lang);
  h << tabs(lang, Text("Việc với tổ chức", "Act"), items);
  if (!wrong.empty()) h << error_summary(lang, wrong);
  h << "<div class=\"form-page\"><form class=\"card form\" method=\"post\" novalidate action=\""_h << Url{act_url(x.id)} << "\">"_h << hidden("csrf", x.shell.csrf)
    << hidden("kind", std::string(code(x.kind))) << sections(x) << basis_section(x) << "<div class=\"ff\">"_h
    << button(lang, {.label = label(x.kind), .kind = "primary", .key = "Ctrl ↵"})
    << button(lang, {.label = Text("Quay lại", "Back"), .href = "/organisations/" + std::to_string(x.id), .kind = "ghost"}) << "</div></form><aside class=\"form-aside\" aria-label=\""_h
    << Text("Việc này chạm đến", "What this touches") << "\">"_h << touched_aside(x) << "</aside></div>"_h;
  return reg::respond(x.shell, head, h, status);
}

// ---- reading the form ----

/// Number of the organisation that was typed or chosen; 0 and a problem when there is none.
std::int64_t read_organisation(ActForm& x, const std::string& name) {
  const std::string typed = x.given(name);
  if (typed.empty()) return 0;
  const reg::Field& f = *organisations().find("parent");
  reg::Cells scratch(organisations().columns().size());
  if (auto wrong = reg::set_text(x.db, *x.context.catalog, x.actor, f, typed, scratch)) {
    x.typed.problems.push_back({Code::invalid, *wrong, name});
    return 0;
  }
  return db::as_int(scratch[static_cast<std::size_t>(f.first)]);
}

Founded read_names(const ActForm& x, const std::string& prefix) {
  return {x.given(prefix + "code"), x.given(prefix + "name"), x.given(prefix + "name_en"), x.given(prefix + "short_name")};
}

NetworkAct read_act(ActForm& x) {
  NetworkAct a;
  a.kind = x.kind;
  a.organisation = x.id;
  a.into = read_organisation(x, "into");
  a.decision_no = x.given("decision_no");
  a.reason = x.given("reason");
  if (const std::string day = x.given("date"); !day.empty()) {
    if (const auto parsed = parse_date(day)) a.date = *parsed;
    else x.typed.problems.push_back({Code::invalid, parsed.error().message, "date"});
  }
  a.founded = read_names(x, "");
  for (int i = 1; i <= k_others && x.kind == ActKind::merge; ++i)
    if (const std::int64_t other = read_organisation(x, "other" + std::to_string(i)); other != 0) a.others.push_back(other);
  if (x.kind != ActKind::split) return a;
  a.carries_on = !x.given("carries_on").empty();
  for (int i = 1; i <= k_parts; ++i)
    if (Founded part = read_names(x, "part" + std::to_string(i) + "."); !part.empty()) a.parts.push_back(std::move(part));
  for (const Below& b : living_below(x.db, x.id))
    if (const auto to = parse_int(x.given("goes." + std::to_string(b.id), "0")); to && *to >= 0) a.goes_to[b.id] = static_cast<std::size_t>(*to);
  return a;
}

web::Response show_act(const reg::Context& c, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s) {
  const auto cells = reg::load(db, organisations(), actor, reg::id_of(r));
  if (!cells) return reg::problem_page(s, cells.error());
  return act_page({db, c, actor, s, reg::id_of(r), *cells, act_kind(r.query.get("kind")).value_or(ActKind::rename), {}});
}

web::Response do_act(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const auto cells = reg::load(tx, organisations(), actor, reg::id_of(r));
  if (!cells) return reg::problem_page(s, cells.error());
  const auto kind = act_kind(r.form.get("kind"));
  if (!kind) return reg::problem_page(s, {Code::invalid, Message("Không có việc này.", "There is no such act."), {}});
  ActForm x{tx, c, actor, s, reg::id_of(r), *cells, *kind, {.fields = &r.form, .problems = {}}};
  const NetworkAct what = read_act(x);
  if (x.typed.problems.empty()) {
    auto done = act(tx, *c.catalog, actor, what);
    if (done) return web::redirect("/organisations/" + std::to_string(done->organisation));
    x.typed.problems = std::move(done.error());
  }
  return act_page(x, http_status(x.typed.problems.front().code));
}

// ---- where it comes from ----

struct Step { std::int64_t id = 0, other = 0; std::string name, kind, decision; Date date; bool earlier = false; };

std::vector<Step> steps_of(db::ReadDb& db, const Actor& actor, std::int64_t id) {
  std::vector<Step> out;
  db::Params params{id};
  std::string sql = "SELECT s.id, s.from_org, s.to_org, s.kind, s.date, s.decision_no, f.name, COALESCE(t.name, '') FROM succession s JOIN organisation f ON f.id = s.from_org "
                    "LEFT JOIN organisation t ON t.id = s.to_org WHERE s.deleted = 0 AND (s.from_org = $1 OR s.to_org = $1) AND (";
  append(sql, params, successions().scope(actor, "s"));
  db.each(db::Sql::built(sql + ") ORDER BY s.date, s.id"), params, [&](const db::Row& row) {
    const bool earlier = row.integer(2) == id && row.integer(1) != id;
    out.push_back({row.integer(0), earlier ? row.integer(1) : row.integer(2), std::string(row.text(earlier ? 6 : 7)), std::string(row.text(3)), std::string(row.text(5)),
                   Date::from_iso(row.text(4)).value_or(Date{}), earlier});
    return true;
  });
  return out;
}

Message words_of(const Step& s) {
  if (s.kind == "rename") return Text("Đổi tên", "Renamed");
  if (s.kind == "revive") return Text("Hoạt động trở lại", "Revived");
  if (s.kind == "dissolve") return Text("Giải thể", "Dissolved");
  if (s.kind == "split") return s.earlier ? Text("Chia, tách từ", "Split from") : Text("Chia, tách ra", "Split into");
  return s.earlier ? Text("Tiếp nhận", "Took over") : Text("Hợp nhất vào", "Merged into");
}

Message done_words(std::string_view action) {
  if (action == "rename") return Text("Đã đổi tên.", "Renamed.");
  if (action == "move") return Text("Đã chuyển trực thuộc.", "Moved.");
  if (action == "merge") return Text("Đã hợp nhất.", "Merged.");
  if (action == "split") return Text("Đã chia, tách.", "Split.");
  if (action == "dissolve") return Text("Đã giải thể.", "Dissolved.");
  return Text("Đã khôi phục.", "Revived.");
}

Html line_of(const Step& s, std::int64_t id, Lang lang) {
  Html h(lang);
  h << "<li><span class=\"nw\">"_h << format_date(s.date, lang) << "</span> "_h << words_of(s);
  if (s.other != 0 && s.other != id) h << " <a href=\"/organisations/"_h << s.other << "\">"_h << s.name << "</a>"_h;
  if (!s.decision.empty()) h << " <span class=\"m2\">("_h << s.decision << ")</span>"_h;
  return h << "</li>"_h;
}

}  // namespace

Html lineage(const reg::PanelContext& x) {
  const auto steps = steps_of(x.db, x.actor, x.id);
  TellingRecords told{successions().name, {}};
  for (const Step& s : steps) told.ids.push_back(s.id);
  Html h = fresh_act_banner(x, k_network_batch, done_words, told);
  if (!steps.empty()) {
    const bool over = std::ranges::any_of(steps, [&](const Step& s) { return !s.earlier && (s.kind == "merge" || s.kind == "dissolve") && organisations().text(x.cells, "ended") != ""; });
    Html body(x.lang);
    body << "<ul class=\"lineage\">"_h;
    for (const Step& s : steps) body << line_of(s, x.id, x.lang);
    body << "</ul>"_h;
    h << notice(x.lang, over ? Tone::warn : Tone::info, "git-merge", body);
  }
  return h;
}

Html network_button(const reg::PanelContext& x) {
  Html h(x.lang);
  if (!x.actor.may(Function::check) || x.actor.preview()) return h;
  return card(x.lang, {.title = Text("Việc với tổ chức", "Acts on the organisation"),
                       .body = Html(x.lang) << "<div class=\"acts\">"_h
                                            << button(x.lang, {.label = Text("Đổi tên", "Rename"), .icon = "signature", .href = act_url(x.id) + "?kind=rename", .small = true})
                                            << button(x.lang, {.label = Text("Hợp nhất, chia tách", "Merge, split"), .icon = "git-merge", .href = act_url(x.id) + "?kind=merge", .small = true})
                                            << "</div>"_h});
}

void add_network_pages(web::Router& router, const reg::Context& c) {
  router.get("/organisations/{id}/act", web::person("check").of("organisation"), reg::page_handler(c, [&c](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return show_act(c, r, db, a, s); }));
  router.post("/organisations/{id}/act", web::person("check").of("organisation"), reg::act_handler(c, [&c](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return do_act(c, r, tx, a, s); }));
}

}  // namespace nc::app
