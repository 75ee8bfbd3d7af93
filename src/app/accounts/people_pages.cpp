// People who may sign in: list, invitation, rights, ending visits, disabling; seeing the site as somebody else; the access log.
#include <algorithm>
#include <map>

#include "app/accounts/pages.h"
#include "app/mail/public.h"
#include "app/program.h"
#include "auth/account.h"
#include "auth/outside.h"
#include "auth/passkey.h"
#include "auth/second_step.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

std::string url_of(std::int64_t id) { return "/people/" + std::to_string(id); }

Message role_label(const std::string& code) {
  const Role* role = find_role(code);
  return role ? Message(role->label) : Message(Text("quyền riêng", "own set of rights"));
}

std::vector<std::pair<std::string, std::string>> orgs_in_reach(db::ReadDb& db, const Actor& actor) {
  std::string sql = "SELECT o.code, COALESCE(o.short_name, o.name) FROM organisation o WHERE o.deleted = 0 AND ";
  db::Params params;
  append(sql, params, reach_scope(actor, "o"));
  std::vector<std::pair<std::string, std::string>> out;
  db.each(db::Sql::built(sql + " ORDER BY o.id LIMIT 500"), params, [&](const db::Row& row) {
    out.emplace_back(std::string(row.text(0)), std::string(row.text(1)));
    return true;
  });
  return out;
}

Control role_control(const Shell& s, const std::string& chosen) {
  Control c = typed_control("role", Text("Vai trò", "Role"), "select", chosen);
  for (const Role& role : roles()) c.options.emplace_back(std::string(role.code), std::string(role.label.in(s.lang)));
  return c;
}

Control org_control(db::ReadDb& db, const Actor& actor, const std::string& chosen) {
  Control c = typed_control("org", Text("Đơn vị", "Organisation"), "select", chosen);
  c.options = orgs_in_reach(db, actor);
  return c;
}

/// Name, organisation and role; `full` adds reach, sight and functions one by one.
Html rights_fields(db::ReadDb& db, const Actor& actor, const Shell& s, const Person& p, bool full) {
  Html h(s.lang);
  h << control(s.lang, typed_control("name", Text("Họ và tên", "Name"), "text", p.name));
  for (const auto& [name, label, value] : {std::tuple{"title", Text("Chức danh", "Title"), p.title}, std::tuple{"email", Text("Thư điện tử", "E-mail"), p.email}}) {
    Control c = typed_control(name, label, "text", value);
    c.required = false;
    h << control(s.lang, c);
  }
  h << control(s.lang, org_control(db, actor, p.org_code)) << control(s.lang, role_control(s, p.role));
  if (!full) return h << "<p class=\"m2\">"_h << Text("Vai trò định sẵn việc được làm, phạm vi và mức xem; chỉnh riêng được sau khi mời.", "The role sets functions, reach and sight; they can be changed one by one later.") << "</p>"_h;
  Control reach = typed_control("reach", Text("Phạm vi", "Reach"), "select", std::string(code(p.reach)));
  for (const Reach r : {Reach::own, Reach::own_and_below, Reach::whole_union, Reach::all}) reach.options.emplace_back(std::string(code(r)), std::string(label(r).in(s.lang)));
  Control sight = typed_control("sight", Text("Được xem", "Sight"), "select", std::string(code(p.sight)));
  for (const Sight one : {Sight::published, Sight::figures, Sight::internal, Sight::personal}) sight.options.emplace_back(std::string(code(one)), std::string(label(one).in(s.lang)));
  h << control(s.lang, reach) << control(s.lang, sight) << "<fieldset class=\"opts\"><legend class=\"lab\">"_h << Text("Việc được làm", "Functions") << "</legend>"_h;
  for (const Function f : all_functions()) {
    h << "<label class=\"opt\"><input type=\"checkbox\" name=\"function\" value=\""_h << code(f) << "\""_h;
    if (p.functions.contains(f)) h << " checked"_h;
    h << "> "_h << label(f) << "</label> "_h;
  }
  return h << "</fieldset>"_h;
}

PersonRights rights_of(const web::Request& r) {
  PersonRights x;
  x.name = r.form.get("name");
  x.title = r.form.get("title");
  x.email = r.form.get("email");
  x.org_code = r.form.get("org");
  const Role* role = find_role(r.form.get("role"));
  if (role == nullptr) return x;
  x.role = role->code;
  x.reach = reach_from_code(r.form.get("reach")).value_or(role->reach);
  x.sight = sight_from_code(r.form.get("sight")).value_or(role->sight);
  x.functions = role->functions;
  if (!r.form.has("reach")) return x;
  x.functions.clear();
  for (const std::string& one : r.form.all("function"))
    if (const auto f = function_from_code(one)) x.functions.insert(*f);
  return x;
}

void note(const web::Request& r, db::Tx& tx, const Actor& actor, const char* act, std::int64_t person, const std::string& detail) {
  note_on_access(tx, actor, r, act, detail, "person", person);
}

web::Response list_page(db::ReadDb& db, const Actor& actor, const Shell& s) {
  Table t;
  t.caption = Text("Người dùng", "People");
  t.columns = {{.label = Text("Họ và tên", "Name"), .key = true}, {.label = Text("Vai trò", "Role")}, {.label = Text("Đơn vị", "Organisation")}, {.label = Text("Phạm vi", "Reach")},
               {.label = Text("Tình trạng", "State")}};
  const auto orgs = orgs_in_reach(db, actor);
  const auto org_name = [&](const std::string& code) {
    const auto it = std::ranges::find(orgs, code, &std::pair<std::string, std::string>::first);
    return it == orgs.end() ? code : it->second;
  };
  for (const Person& p : people_in_reach(db, actor)) {
    Row row;
    Html state(s.lang);
    if (p.disabled) state << badge(s.lang, Text("đã khóa", "disabled"), Tone::bad);
    else if (p.invited) state << badge(s.lang, Text("đã mời", "invited"), Tone::info);
    else if (p.second_step) state << badge(s.lang, Text("có bước hai", "second step"), Tone::ok);
    else state << badge(s.lang, Text("một bước", "pass-phrase only"), Tone::warn);
    row.cells = {title_cell(url_of(p.id), p.name, p.login), Html(s.lang) << role_label(p.role), Html(s.lang) << org_name(p.org_code), Html(s.lang) << label(p.reach), state};
    t.rows.push_back(std::move(row));
  }
  PageHead head;
  head.title = t.caption;
  head.actions = Html(s.lang) << button(s.lang, {.label = Text("Xem thử như", "See as"), .icon = "eye", .href = "/see-as"})
                              << button(s.lang, {.label = Text("Mời người dùng", "Invite a person"), .icon = "plus", .href = "/people/new", .kind = "primary"});
  return reg::respond(s, head, card(s.lang, {.body = table(s.lang, t), .flush = true}));
}

web::Response new_page(db::ReadDb& db, const Actor& actor, const Shell& s, const Person& p, const Message& error, int status) {
  PageHead head;
  head.title = Text("Mời người dùng", "Invite a person");
  head.bare = true;
  Html fields(s.lang);
  fields << control(s.lang, typed_control("login", Text("Tên đăng nhập", "Login"), "text", p.login)) << rights_fields(db, actor, s, p, false);
  return reg::respond(s, head, form_card(s.lang, head.title, "/people", s.csrf, fields, Text("Tạo lời mời", "Make the invitation"), error), status);
}

/// By mail when that is set up and the person has an address, unless the link is wanted on the screen.
bool goes_by_mail(const web::Request& r, db::ReadDb& db, std::int64_t person) {
  return r.form.get("how") != "screen" && mail_is_on(db) && db.integer("SELECT count(*) FROM person WHERE id = $1 AND email <> ''", {person}) > 0;
}

web::Response invitation_sent(const Shell& s, std::int64_t person) {
  PageHead head;
  head.title = Text("Lời mời", "Invitation");
  Html body(s.lang);
  body << "<p>"_h << Text("Lời mời được gửi bằng thư. Đường dẫn dùng một lần, trong bảy ngày kể từ khi thư đi.", "The invitation goes by mail. Its link works once, for seven days from when the letter leaves.")
       << "</p><div class=\"acts\">"_h << button(s.lang, {.label = Text("Về người dùng", "To the person"), .href = url_of(person)})
       << post_button(s, url_of(person) + "/invite", hidden("how", "screen"), {.label = Text("Hiện đường dẫn thay vì gửi thư", "Show a link instead")}) << "</div>"_h;
  return reg::respond(s, head, card(s.lang, {.body = body}));
}

web::Response invitation_made(const web::Request& r, db::ReadDb& db, const Shell& s, const std::string& token, std::int64_t person) {
  std::string site = setting(db, "base_url");
  if (site.empty()) site = (r.secure() ? "https://" : "http://") + std::string(r.header("host"));
  const std::string link = site + "/invitation?token=" + token;
  PageHead head;
  head.title = Text("Lời mời", "Invitation");
  Html body(s.lang);
  body << "<p>"_h << Text("Đưa đường dẫn này cho người được mời. Dùng một lần, trong bảy ngày; trang này không hiện lại.", "Hand this link to the person. It works once, for seven days, and is not shown again.")
       << "</p><p><code id=\"invitation\">"_h << link << "</code></p>"_h << button(s.lang, {.label = Text("Về người dùng", "To the person"), .href = url_of(person)});
  return reg::respond(s, head, card(s.lang, {.body = body}));
}

/// The letter or the page with the link.
web::Response hand_out(const web::Request& r, db::Tx& tx, const Shell& s, const std::string& token, std::int64_t person) {
  if (!goes_by_mail(r, tx, person)) return invitation_made(r, tx, s, token, person);
  post_invitation(tx, person);
  return invitation_sent(s, person);
}

web::Response make_invitation(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const PersonRights rights = rights_of(r);
  Result<Invited> made = rights.role.empty() ? Result<Invited>(refuse(Code::invalid, Text("Chọn vai trò.", "Choose a role."), "role")) : invite(tx, actor, r.form.get("login"), rights);
  if (!made) {
    Person typed;
    typed.login = r.form.get("login");
    typed.name = rights.name;
    typed.title = rights.title;
    typed.email = rights.email;
    typed.org_code = rights.org_code;
    typed.role = rights.role;
    return new_page(tx, actor, s, typed, made.error().message, 422);
  }
  note(r, tx, actor, "person_invited", made->person, rights.role + "@" + rights.org_code);
  return hand_out(r, tx, s, made->token, made->person);
}

web::Response person_page(db::ReadDb& db, const Actor& actor, const Shell& s, std::int64_t id, const Message& error, int status) {
  const auto p = person_in_reach(db, actor, id);
  if (!p) return reg::problem_page(s, p.error());
  PageHead head;
  head.title = Message(p->name, p->name);
  head.crumbs = {{Text("Người dùng", "People"), "/people"}, {Message(p->login, p->login), url_of(id)}};
  head.beside = p->disabled ? badge(s.lang, Text("đã khóa", "disabled"), Tone::bad) : Html(s.lang);
  head.actions = post_button(s, "/see-as", hidden("whom", "person:" + std::to_string(id)), {.label = Text("Xem thử như người này", "See as this person"), .icon = "eye"});
  Html form(s.lang);
  if (!error.empty()) form << "<p class=\"err\" role=\"alert\">"_h << error << "</p>"_h;
  form << "<form class=\"stack-16\" method=\"post\" action=\""_h << Url{url_of(id)} << "\">"_h << hidden("csrf", s.csrf) << rights_fields(db, actor, s, *p, true)
       << "<div>"_h << button(s.lang, {.label = Text("Lưu quyền", "Save the rights"), .kind = "primary"}) << "</div></form>"_h;
  Html acts(s.lang);
  const std::size_t visits = visits_of(db, id, "").size();
  acts << "<p>"_h << Message(std::to_string(visits) + " lần đăng nhập đang mở.", std::to_string(visits) + " open visits.") << "</p><div class=\"acts\">"_h
       << post_button(s, url_of(id) + "/end-visits", Html(s.lang), {.label = Text("Kết thúc mọi lần đăng nhập", "End all visits"), .icon = "logout"})
       << post_button(s, url_of(id) + "/invite", Html(s.lang), {.label = Text("Lời mời mới (đặt lại cụm mật khẩu)", "New invitation (new pass-phrase)"), .icon = "mail"});
  if (p->second_step || !passkey::passkeys_of(db, id).empty()) acts << post_button(s, url_of(id) + "/second-step-off", Html(s.lang), {.label = Text("Gỡ bước hai và khóa đăng nhập (mất điện thoại)", "Remove second step and passkeys (lost telephone)")});
  if (is_connected_outside(db, id)) acts << post_button(s, url_of(id) + "/provider-off", Html(s.lang), {.label = Text("Gỡ nối nhà cung cấp đăng nhập", "Disconnect the sign-in provider")});
  acts << post_button(s, url_of(id) + (p->disabled ? "/enable" : "/disable"), Html(s.lang),
                      p->disabled ? Button{.label = Text("Mở lại tài khoản", "Enable the account")} : Button{.label = Text("Khóa tài khoản", "Disable the account"), .kind = "danger"})
       << "</div>"_h;
  return reg::respond(s, head, Html(s.lang) << card(s.lang, {.title = Text("Quyền", "Rights"), .body = form}) << card(s.lang, {.title = Text("Tài khoản", "Account"), .body = acts}), status);
}

web::Response save_rights(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const std::int64_t id = reg::id_of(r);
  if (auto there = person_in_reach(tx, actor, id); !there) return reg::problem_page(s, there.error());
  const PersonRights rights = rights_of(r);
  Result<bool> done = rights.role.empty() ? Result<bool>(refuse(Code::invalid, Text("Chọn vai trò.", "Choose a role."), "role")) : change_rights(tx, actor, id, rights);
  if (!done) return person_page(tx, actor, s, id, done.error().message, 422);
  note(r, tx, actor, "person_changed", id, rights.role + "@" + rights.org_code + " " + std::string(code(rights.reach)) + " " + functions_text(rights.functions));
  return web::redirect(url_of(id));
}

/// One act on a person in reach, noted; `act` returns what to answer, or nothing to go back to the person.
using PersonAct = std::function<Result<std::optional<web::Response>>(const web::Request&, db::Tx&, const Actor&, Shell&, std::int64_t)>;
web::Handler on_person(const reg::Context& c, const char* name, PersonAct act) {
  return reg::act_handler(c, [name, act = std::move(act)](const web::Request& r, db::Tx& tx, const Actor& actor, Shell& s) {
    const std::int64_t id = reg::id_of(r);
    if (auto there = person_to_govern(tx, actor, id); !there) return reg::problem_page(s, there.error());
    auto done = act(r, tx, actor, s, id);
    if (!done) return person_page(tx, actor, s, id, done.error().message, 422);
    note(r, tx, actor, name, id, {});
    return *done ? **done : web::redirect(url_of(id));
  });
}

// ---- seeing as somebody else -----------------------------------------------------------------------------

web::Response see_as_page(db::ReadDb& db, const Actor& actor, const Shell& s) {
  PageHead head;
  head.title = Text("Xem thử như người khác", "See the site as somebody else");
  Html body(s.lang);
  body << "<p>"_h << Text("Các trang hiện đúng như vai trò đó thấy, không ghi được gì, và không hiện gì ngoài phạm vi của chính bạn.",
                          "Pages look as that role sees them; nothing can be written, and nothing beyond your own reach is shown.")
       << "</p><form method=\"post\" action=\"/see-as\">"_h << hidden("csrf", s.csrf) << control(s.lang, role_control(s, "association_officer")) << control(s.lang, org_control(db, actor, actor.org_code))
       << button(s.lang, {.label = Text("Xem thử", "See"), .icon = "eye", .kind = "primary"}) << "</form>"_h;
  return reg::respond(s, head, card(s.lang, {.body = body}));
}

web::Response begin_seeing(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const std::string given(r.form.get("whom"));
  const std::string whom = given.empty() ? "role:" + std::string(r.form.get("role")) + "@" + std::string(r.form.get("org")) : given;
  auto seen = see_as(tx, actor, r.cookie("nc_session"), whom);
  if (!seen) return reg::problem_page(s, {seen.error().code == Code::not_found ? Code::invalid : seen.error().code, seen.error().message, {}});
  note(r, tx, actor, "see_as", 0, whom);
  return web::redirect("/");
}

/// Works while seeing as somebody else, when nothing else that writes does.
web::Response end_seeing(const reg::Context& c, const web::Request& r) {
  c.db->write([&](db::Tx& tx) {
    const Actor actor = c.actor(tx, r);
    return actor.id != 0 && see_as(tx, actor, r.cookie("nc_session"), "").has_value();
  });
  return web::redirect("/");
}

// ---- access log ------------------------------------------------------------------------------------------

/// An act of the log in words; its code when it is none of ours.
Message act_words(const std::string& act) {
  static const std::map<std::string, Text> words{{"sign_in", {"đăng nhập", "signed in"}},
                                                 {"sign_in_refused", {"đăng nhập không được", "was not let in"}},
                                                 {"read_personal", {"xem dữ liệu cá nhân", "read personal data"}},
                                                 {"see_as", {"xem thử như người khác", "saw the site as somebody else"}},
                                                 {"person_invited", {"mời người dùng", "invited a person"}},
                                                 {"person_changed", {"đổi quyền", "changed rights"}},
                                                 {"person_disabled", {"khóa tài khoản", "disabled an account"}},
                                                 {"person_enabled", {"mở lại tài khoản", "enabled an account"}},
                                                 {"visits_ended", {"kết thúc các lần đăng nhập", "ended visits"}},
                                                 {"second_step_off", {"gỡ bước hai", "removed the second step"}},
                                                 {"second_step_on", {"bật bước hai", "turned on the second step"}},
                                                 {"password_changed", {"đổi cụm mật khẩu", "changed the pass-phrase"}},
                                                 {"address_asked", {"xin đổi địa chỉ thư của mình", "asked for another mail address"}},
                                                 {"address_changed", {"đổi địa chỉ thư của mình", "changed the own mail address"}},
                                                 {"password_reset", {"đặt lại cụm mật khẩu bằng thư", "set a new pass-phrase by mail"}},
                                                 {"token_made", {"tạo mã truy cập", "made a token"}},
                                                 {"passkey_made", {"thêm khóa đăng nhập", "added a passkey"}},
                                                 {"passkey_removed", {"gỡ khóa đăng nhập", "removed a passkey"}},
                                                 {"provider_connected", {"nối nhà cung cấp đăng nhập", "connected a sign-in provider"}},
                                                 {"provider_disconnected", {"thôi nối nhà cung cấp đăng nhập", "disconnected the sign-in provider"}},
                                                 {"provider_changed", {"đổi nhà cung cấp đăng nhập", "changed the sign-in provider"}},
                                                 {"mail_changed", {"đổi máy chủ thư", "changed the mail server"}}};
  const auto it = words.find(act);
  return it == words.end() ? Message(act, act) : Message(it->second);
}

/// "Đoàn vào – đoàn ra × 3", or the record itself, which opens.
Html record_read(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, const AccessEntry& e, Lang lang) {
  Html h(lang);
  if (e.register_name.empty()) return h;
  const reg::Description* d = catalog.find(e.register_name);
  const Message words = d ? (e.record ? d->singular : d->plural) : Message(e.register_name, e.register_name);
  h << capital(words.in(lang));
  if (!e.record) return h << " × "_h << format_int(e.n, lang);
  if (const auto cells = d ? reg::load(db, *d, actor, e.record) : tl::make_unexpected(Problem{}))
    h << " <a href=\""_h << Url{reg::record_url(*d, e.record)} << "\">"_h << db::as_text((*cells)[reg::k_code]) << "</a>"_h;
  return h;
}

web::Response log_page(const reg::Catalog& catalog, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s) {
  constexpr int k_shown = 300;
  Table t;
  t.caption = Text("Nhật ký truy cập", "Access log");
  t.columns = {{.label = Text("Lúc", "When")}, {.label = Text("Ai", "Who"), .key = true}, {.label = Text("Việc", "Act")}, {.label = Text("Bản ghi", "Record")}, {.label = Text("Chi tiết", "Detail")}, {.label = Text("Từ", "From")}};
  for (const AccessEntry& e : accesses(db, actor, r.query.get("act"), k_shown)) {
    Row row;
    row.cells = {Html(s.lang) << "<span class=\"nw\">"_h << format_instant(e.at, s.lang) << "</span>"_h, Html(s.lang) << "<span class=\"tt\">"_h << e.person_name << "</span>"_h, Html(s.lang) << act_words(e.act),
                 record_read(db, catalog, actor, e, s.lang), Html(s.lang) << e.detail, Html(s.lang) << e.remote};
    t.rows.push_back(std::move(row));
  }
  PageHead head;
  head.title = t.caption;
  head.sub = Html(s.lang) << Text("Đăng nhập, xem dữ liệu cá nhân, đổi quyền. Chỉ thêm, không sửa.", "Signing in, reading personal data, changes of rights. Append-only.");
  if (t.rows.empty()) return reg::respond(s, head, empty_state(s.lang, Text("Chưa có gì", "Nothing yet"), Text("Việc của người trong phạm vi sẽ hiện ở đây.", "What people in reach do is shown here."), {}));
  return reg::respond(s, head, card(s.lang, {.body = table(s.lang, t), .flush = true}));
}

}  // namespace

void add_people_pages(web::Router& router, const reg::Context& c) {
  const web::Access admin = web::person("administer"), proved = web::person("administer").proved_again();
  router.get("/people", admin, reg::page_handler(c, [](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return list_page(db, a, s); }));
  router.get("/people/new", proved, reg::page_handler(c, [](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) {
    Person p;
    p.org_code = a.org_code;
    p.role = "association_officer";
    return new_page(db, a, s, p, {}, 200);
  }));
  router.post("/people", proved, reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return make_invitation(r, tx, a, s); }));
  router.get("/people/{id}", admin, reg::page_handler(c, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return person_page(db, a, s, reg::id_of(r), {}, 200); }));
  router.post("/people/{id}", proved, reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return save_rights(r, tx, a, s); }));
  router.post("/people/{id}/end-visits", proved, on_person(c, "visits_ended", [](const web::Request&, db::Tx& tx, const Actor&, Shell&, std::int64_t id) -> Result<std::optional<web::Response>> {
    end_visits(tx, id);
    return std::optional<web::Response>();
  }));
  router.post("/people/{id}/invite", proved, on_person(c, "person_invited", [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s, std::int64_t id) -> Result<std::optional<web::Response>> {
    NC_TRY(token, invite_again(tx, a, id));
    return std::optional(hand_out(r, tx, s, token, id));
  }));
  router.post("/people/{id}/second-step-off", proved, on_person(c, "second_step_off", [](const web::Request& r, db::Tx& tx, const Actor&, Shell&, std::int64_t id) -> Result<std::optional<web::Response>> {
    turn_off_second_step(tx, id);
    for (const passkey::Kept& k : passkey::passkeys_of(tx, id)) passkey::remove(tx, id, k.id);
    end_visits(tx, id);
    tell_owner(tx, id, Text("Người quản trị đã gỡ bước hai của tài khoản.", "An administrator removed the second step of your account."), r);
    return std::optional<web::Response>();
  }));
  router.post("/people/{id}/provider-off", proved, on_person(c, "provider_disconnected", [](const web::Request& r, db::Tx& tx, const Actor&, Shell&, std::int64_t id) -> Result<std::optional<web::Response>> {
    forget_outside(tx, id);
    tell_owner(tx, id, Text("Người quản trị đã gỡ nối tài khoản với nhà cung cấp đăng nhập.", "An administrator disconnected your account from the sign-in provider."), r);
    return std::optional<web::Response>();
  }));
  const auto turned = [](bool off) {
    return [off](const web::Request&, db::Tx& tx, const Actor& a, Shell&, std::int64_t id) -> Result<std::optional<web::Response>> {
      NC_CHECKED(done, set_disabled(tx, a, id, off));
      return std::optional<web::Response>();
    };
  };
  router.post("/people/{id}/disable", proved, on_person(c, "person_disabled", turned(true)));
  router.post("/people/{id}/enable", proved, on_person(c, "person_enabled", turned(false)));
  router.get("/see-as", admin, reg::page_handler(c, [](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return see_as_page(db, a, s); }));
  router.post("/see-as", admin, reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return begin_seeing(r, tx, a, s); }));
  router.post("/see-as/end", web::everybody(), [&c](const web::Request& r) { return end_seeing(c, r); });
  router.get("/access-log", web::person("audit,administer"), reg::page_handler(c, [&c](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return log_page(*c.catalog, r, db, a, s); }));
}

}  // namespace nc::app
