// Registration for a contest by anybody who has its address: open while the contest takes entries; what comes in is checked by a person.
#include <algorithm>

#include "app/common/fresh_record.h"
#include "app/contests/entry.h"
#include "app/contests/public.h"
#include "auth/account.h"
#include "base/clock.h"
#include "base/hash.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr std::int64_t k_from_address = 12, k_to_contest = 300;  ///< registrations in a quarter of an hour
constexpr std::int64_t k_waiting_at_most = 3000;                 ///< unchecked ones of one contest
constexpr std::size_t k_key_least = 16;
constexpr int k_adult_months = 18 * 12;

std::size_t at(const reg::Description& d, std::string_view column) { return static_cast<std::size_t>(d.column(column)); }

/// A registration has no person behind it: the program writes it down, under a name of its own.
Actor the_page() {
  Actor a = Actor::system();
  a.name = "Trang đăng ký";
  return a;
}

struct Open { std::int64_t id = 0; reg::Cells contest; std::string org; bool takes = false; };

/// The contest of an address, whether or not it takes entries today.
std::optional<Open> open_of(db::ReadDb& db, std::string_view key) {
  if (key.size() < k_key_least) return std::nullopt;
  const auto row = db.first("SELECT id FROM contest WHERE deleted = 0 AND entry_key = $1", {std::string(key)});
  if (!row) return std::nullopt;
  auto cells = reg::load(db, contests(), Actor::system(), db::as_int((*row)[0]));
  if (!cells) return std::nullopt;
  Open out{db::as_int((*row)[0]), std::move(*cells), {}, false};
  out.org = db::as_text(db.scalar("SELECT name FROM organisation WHERE id = $1", {db::as_int(out.contest[reg::k_org])}));
  const auto closes = Date::from_iso(contests().text(out.contest, "closes_on"));
  out.takes = contests().text(out.contest, "status") == "open" && (!closes || today() <= *closes);
  return out;
}

web::Response bare(const reg::Context& c, const web::Request& r, const Message& title, const std::function<Html(const Shell&)>& body, int status) {
  Shell shell;
  shell.lang = r.lang();
  shell.dark = r.dark();
  shell.path = r.path;
  shell.csrf = c.site->csrf_token(r);
  PageHead head;
  head.title = title;
  head.bare = true;
  return reg::respond(shell, head, body(shell), status);
}

web::Response words_page(const reg::Context& c, const web::Request& r, const Message& title, const Message& words, int status) {
  return bare(c, r, title, [&](const Shell& s) { return Html(s.lang) << "<section class=\"card sign-in\"><div class=\"cb\"><h1>"_h << title << "</h1><p>"_h << words << "</p></div></section>"_h; }, status);
}

web::Response nothing_here(const reg::Context& c, const web::Request& r) {
  return words_page(c, r, Text("Không có trang này", "There is no such page"), Text("Địa chỉ đăng ký sai, hoặc ban tổ chức đã đổi địa chỉ. Hỏi lại ban tổ chức cuộc thi.", "The address is wrong, or the organisers have changed it. Ask them for the new one."), 404);
}

web::Response closed(const reg::Context& c, const web::Request& r, const Open& open) {
  const std::string title = contests().text(open.contest, "title");
  return words_page(c, r, Message(title, title), Text("Cuộc thi này hiện không nhận đăng ký.", "This contest takes no entries at present."), 410);
}

Control box(const char* name, const Message& label, const web::Fields& typed, const Problems& problems, Lang lang, const char* type = "text", int most = 120) {
  Control c;
  c.name = name;
  c.label = label;
  c.type = type;
  c.value = std::string(typed.get(name));
  c.max_length = most;
  c.width = "full";
  for (const Problem& p : problems)
    if (p.field == name) c.error = p.message.in(lang);
  return c;
}

Control tick(const char* name, const Message& label, const web::Fields& typed, const Problems& problems, Lang lang) {
  Control c = box(name, label, typed, problems, lang, "checkbox", 0);
  c.value = typed.get(name) == "1" ? "1" : "";
  return c;
}

Html about(const Open& open, Lang lang) {
  const reg::Description& d = contests();
  Html h(lang);
  h << "<p class=\"m2\">"_h << open.org << "</p>"_h;
  const auto closes = Date::from_iso(d.text(open.contest, "closes_on"));
  if (closes) h << "<p>"_h << Message("Nhận đăng ký đến hết ngày " + format_date(*closes, Lang::vi) + ".", "Entries close on " + format_date(*closes, Lang::en) + ".") << "</p>"_h;
  if (const std::string rules = d.text(open.contest, "rules"); !rules.empty()) h << "<p>"_h << rules << "</p>"_h;
  return h;
}

Html form_of(const Shell& s, const Open& open, const std::string& key, const web::Fields& typed, const Problems& problems) {
  const Lang lang = s.lang;
  Html h(lang);
  const std::string title = contests().text(open.contest, lang == Lang::en && !contests().text(open.contest, "title_en").empty() ? "title_en" : "title");
  h << "<section class=\"card sign-in\"><div class=\"cb\"><h1>"_h << title << "</h1>"_h << about(open, lang);
  std::vector<std::pair<std::string, std::string>> wrong;
  for (const Problem& p : problems) wrong.emplace_back(p.field, p.message.in(lang));
  if (!wrong.empty()) h << error_summary(lang, wrong);
  Control name = box("name", Text("Họ và tên thí sinh", "Name of the entrant"), typed, problems, lang), born = box("born", Text("Ngày sinh", "Born on"), typed, problems, lang, "date", 10),
          school = box("school", Text("Trường, đơn vị", "School"), typed, problems, lang, "text", 200), phone = box("phone", Text("Điện thoại", "Telephone"), typed, problems, lang, "text", 60);
  name.required = born.required = school.required = phone.required = true;
  Control agree = tick("agree", Text("Tôi đồng ý cho ban tổ chức giữ các thông tin này để tổ chức cuộc thi", "I agree that the organisers keep this to hold the contest"), typed, problems, lang);
  agree.required = true;
  Control guardian = box("guardian", Text("Họ tên cha, mẹ hoặc người giám hộ", "Name of the parent or guardian"), typed, problems, lang);
  guardian.hint = Text("Bắt buộc khi thí sinh chưa đủ 18 tuổi", "Needed for entrants under 18");
  h << "<form class=\"stack-16\" method=\"post\" novalidate action=\""_h << Url{"/enter/" + key} << "\">"_h << hidden("csrf", s.csrf) << control(lang, name) << control(lang, born) << control(lang, school)
    << control(lang, box("grade", Text("Lớp, bảng thi", "Class, group"), typed, problems, lang, "text", 60)) << control(lang, phone) << control(lang, box("email", Text("Thư điện tử", "E-mail"), typed, problems, lang, "email", 120))
    << control(lang, guardian) << control(lang, box("guardian_phone", Text("Điện thoại của người giám hộ", "Guardian's telephone"), typed, problems, lang, "text", 60))
    << control(lang, tick("consent", Text("Tôi là người giám hộ và đồng ý cho thí sinh dự thi", "I am the guardian and consent"), typed, problems, lang)) << control(lang, agree);
  // People do not see this box; programs that fill in everything do.
  h << "<div class=\"vh\" aria-hidden=\"true\"><label>Website <input name=\"website\" tabindex=\"-1\" autocomplete=\"off\"></label></div>"_h
    << "<p class=\"sm m2\">"_h << Text("Chỉ ban tổ chức đọc các thông tin này, dùng để xếp thi, liên hệ và trao giải. Muốn xem, sửa hoặc xóa thì liên hệ ban tổ chức.", "Only the organisers read this, to arrange the contest, to reach you and to award prizes. Ask them to see, correct or delete it.")
    << "</p>"_h << button(lang, {.label = Text("Gửi đăng ký", "Send"), .icon = "send", .kind = "primary"}) << "</form></div></section>"_h;
  return h;
}

web::Response form_page(const reg::Context& c, const web::Request& r, const Open& open, const Problems& problems, int status) {
  const std::string title = contests().text(open.contest, "title"), key(r.arg("key"));
  return bare(c, r, Message("Đăng ký dự thi: " + title, "Enter: " + title), [&](const Shell& s) { return form_of(s, open, key, r.form, problems); }, status);
}

void need(const web::Fields& form, const char* name, Text message, Problems& problems) {
  if (form.get(name).find_first_not_of(" \t") == std::string_view::npos) problems.push_back({Code::invalid, message, name});
}

/// What the form says as the cells of an entrant that is still to be checked; all that is missing comes back together.
tl::expected<reg::Cells, Problems> entrant_of(db::ReadDb& db, const reg::Context& c, const Open& open, const web::Fields& form) {
  const reg::Description& d = contest_entrants();
  const Actor page = the_page();
  Problems problems;
  reg::Cells cells = fresh_record(d, db::as_int(open.contest[reg::k_org]), db::as_int(open.contest[reg::k_illustrative]) != 0);
  need(form, "name", Text("Ghi họ và tên.", "State the name."), problems);
  need(form, "born", Text("Ghi ngày sinh.", "State the day of birth."), problems);
  need(form, "school", Text("Ghi trường, đơn vị.", "State the school."), problems);
  need(form, "phone", Text("Ghi điện thoại để ban tổ chức liên hệ.", "State a telephone for the organisers."), problems);
  if (form.get("agree") != "1") problems.push_back({Code::invalid, Text("Đánh dấu đồng ý thì ban tổ chức mới giữ được đăng ký.", "The organisers need your consent to keep the entry."), "agree"});
  for (const char* name : {"name", "born", "school", "grade", "phone", "email", "guardian", "guardian_phone"})
    if (const auto message = reg::set_text(db, *c.catalog, page, *d.find(name), form.get(name), cells); message && std::ranges::none_of(problems, [&](const Problem& p) { return p.field == name; })) problems.push_back({Code::invalid, *message, name});
  const auto born = Date::from_iso(d.text(cells, "born"));
  if (born && born->plus_months(k_adult_months) > today()) {
    need(form, "guardian", Text("Thí sinh chưa đủ 18 tuổi: ghi tên người giám hộ.", "The entrant is under 18: name the guardian."), problems);
    need(form, "guardian_phone", Text("Ghi điện thoại của người giám hộ.", "State the guardian's telephone."), problems);
    if (form.get("consent") != "1") problems.push_back({Code::invalid, Text("Thí sinh chưa đủ 18 tuổi cần người giám hộ đồng ý.", "An entrant under 18 needs the guardian's consent."), "consent"});
    cells[at(d, "is_minor")] = cells[at(d, "guardian_consent")] = std::int64_t{1};
    cells[at(d, "consent_on")] = today().iso();
  }
  if (!problems.empty()) return tl::make_unexpected(std::move(problems));
  cells[at(d, "contest")] = open.id;
  cells[at(d, "kind")] = std::string("person");
  cells[at(d, "status")] = std::string("checking");
  return cells;
}

/// Did the same person register already? Then nothing is written twice, and the answer is the same.
bool is_there(db::ReadDb& db, const Open& open, const reg::Cells& cells) {
  const reg::Description& d = contest_entrants();
  return db.first("SELECT 1 FROM contest_entrant WHERE deleted = 0 AND contest = $1 AND name = $2 AND born = $3", {open.id, d.text(cells, "name"), d.text(cells, "born")}).has_value();
}

web::Response thanks(const reg::Context& c, const web::Request& r) {
  return words_page(c, r, Text("Đã nhận đăng ký", "Your entry has arrived"), Text("Ban tổ chức kiểm tra rồi liên hệ theo số điện thoại đã ghi.", "The organisers check it and reach you by the telephone you gave."), 200);
}

web::Response register_one(const reg::Context& c, const web::Request& r) {
  std::optional<Open> open;
  Problems problems;
  bool kept = false, busy = false;
  c.db->write([&](db::Tx& tx) {
    open = open_of(tx, r.arg("key"));
    if (!open || !open->takes) return false;
    if (!r.form.get("website").empty()) return !(kept = true);
    const std::string by_address = "enter " + r.address(), by_contest = "enter contest " + std::to_string(open->id);
    busy = wait_before_asking(tx, by_address, k_from_address) > 0 || wait_before_asking(tx, by_contest, k_to_contest) > 0 ||
           tx.integer("SELECT COUNT(*) FROM contest_entrant WHERE deleted = 0 AND contest = $1 AND status = 'checking'", {open->id}) >= k_waiting_at_most;
    if (busy) return false;
    auto cells = entrant_of(tx, c, *open, r.form);
    if (!cells) return problems = cells.error(), false;
    note_asking(tx, by_address);
    note_asking(tx, by_contest);
    kept = true;
    if (is_there(tx, *open, *cells)) return true;
    if (auto saved = reg::save(tx, *c.catalog, contest_entrants(), the_page(), std::move(*cells), {.reason = {}, .batch = {}, .action = "enter"}); !saved) return problems = saved.error(), kept = false;
    return true;
  });
  if (!open) return nothing_here(c, r);
  if (!open->takes) return closed(c, r, *open);
  if (busy) return words_page(c, r, Text("Chờ một lát", "Please wait"), Text("Đang có quá nhiều đăng ký. Thử lại sau 15 phút, hoặc gọi cho ban tổ chức.", "Too many entries at the moment. Try again in a quarter of an hour, or call the organisers."), 429);
  return kept ? thanks(c, r) : form_page(c, r, *open, problems, 422);
}

// ---- the officer's side ----------------------------------------------------------------------------------

/// Opens the page under a new address, or closes it.
web::Response set_page(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const std::int64_t id = reg::id_of(r);
  auto cells = reg::load(tx, contests(), actor, id);
  if (!cells) return reg::problem_page(s, cells.error());
  const bool on = r.form.get("act") == "open";
  (*cells)[at(contests(), "entry_key")] = on ? db::Value(random_token(16)) : db::Value();
  if (auto saved = reg::save(tx, *c.catalog, contests(), actor, std::move(*cells), {.reason = {}, .batch = {}, .action = on ? "open_page" : "close_page"}); !saved) return reg::problem_page(s, saved.error().front());
  return web::redirect("/contests/" + std::to_string(id) + "?done=saved");
}

web::Response decide(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  if (const auto contest = reg::load(tx, contests(), actor, reg::id_of(r)); !contest) return reg::problem_page(s, contest.error());
  const reg::Description& d = contest_entrants();
  auto cells = reg::load(tx, d, actor, parse_int(r.form.get("entrant")).value_or(0));
  if (!cells || db::as_int((*cells)[at(d, "contest")]) != reg::id_of(r) || d.text(*cells, "status") != "checking")
    return reg::problem_page(s, {Code::conflict, Text("Đăng ký này đã có người kiểm tra. Tải lại trang.", "Somebody has checked this entry already. Load the page again."), {}});
  const bool takes = r.form.get("act") == "accept";
  (*cells)[at(d, "status")] = std::string(takes ? "registered" : "refused");
  if (auto saved = reg::save(tx, *c.catalog, d, actor, std::move(*cells), {.reason = {}, .batch = {}, .action = takes ? "accept" : "refuse"}); !saved) return reg::problem_page(s, saved.error().front());
  return web::redirect("/contests/" + std::to_string(reg::id_of(r)) + "?done=saved#entries");
}

Html decide_button(const reg::PanelContext& x, std::int64_t entrant, const char* act, const Message& label, const char* icon_name) {
  return Html(x.lang) << "<form class=\"inline-f\" method=\"post\" action=\""_h << Url{"/contests/" + std::to_string(x.id) + "/entries"} << "\">"_h << hidden("csrf", x.csrf) << hidden("entrant", std::to_string(entrant)) << hidden("act", act)
                      << button(x.lang, {.label = label, .icon = icon_name, .small = true}) << "</form>"_h;
}

Html waiting_list(const reg::PanelContext& x, bool writes) {
  constexpr int k_shown = 50;
  reg::ListQuery q;
  q.filters = {{"contest", std::to_string(x.id)}, {"status", "checking"}};
  q.limit = k_shown;
  const reg::Description& d = contest_entrants();
  std::vector<ListItem> items;
  for (const reg::Cells& row : reg::list(x.db, d, x.actor, q).rows) {
    const std::int64_t id = db::as_int(row[reg::k_id]);
    ListItem i{.icon = "user-plus", .tone = Tone::warn};
    i.href = reg::record_url(d, id);
    i.title = Html(x.lang) << d.text(row, "name");
    i.detail = Html(x.lang) << d.text(row, "school") << (d.text(row, "grade").empty() ? "" : ", " + d.text(row, "grade"));
    if (db::as_int(row[at(d, "is_minor")]) != 0) i.detail << " · "_h << Text("chưa thành niên, người giám hộ đồng ý qua trang đăng ký", "a minor, the guardian consented on the page");
    if (writes) i.end = Html(x.lang) << decide_button(x, id, "accept", Text("Nhận", "Accept"), "check") << " "_h << decide_button(x, id, "refuse", Text("Không nhận", "Refuse"), "x");
    items.push_back(std::move(i));
  }
  return items.empty() ? Html(x.lang) : item_list(x.lang, items);
}

}  // namespace

Html entry_panel(const reg::PanelContext& x) {
  const std::string key = x.what.text(x.cells, "entry_key"), status = x.what.text(x.cells, "status");
  const bool writes = x.actor.may(Function::enter) && !x.actor.preview(), early = status == "rules_issued" || status == "open";
  if (!x.actor.sees(Sight::internal)) return Html(x.lang);
  const auto waiting = x.db.integer("SELECT COUNT(*) FROM contest_entrant WHERE deleted = 0 AND contest = $1 AND status = 'checking'", {x.id});
  if (waiting == 0 && key.empty() && (!early || !writes)) return Html(x.lang);
  Html body(x.lang), end(x.lang);
  if (key.empty()) {
    body << "<p class=\"m2\">"_h << Text("Mở trang đăng ký để thí sinh tự ghi tên khi cuộc thi đang nhận đăng ký; mỗi đăng ký chờ người của ban tổ chức kiểm tra.", "With a page of its own entrants register themselves while the contest is open; each entry waits for somebody to check it.") << "</p>"_h;
  } else {
    body << "<p><a href=\""_h << Url{"/enter/" + key} << "\">/enter/"_h << key << "</a></p><p class=\"sm m2\">"_h
         << (status == "open" ? Text("Ai có địa chỉ này đều đăng ký được. Gửi cho các trường, in lên thể lệ.", "Whoever has this address can register. Send it to schools, print it in the rules.")
                              : Text("Trang chỉ nhận đăng ký khi cuộc thi ở bước nhận đăng ký.", "The page takes entries only while the contest is open."))
         << "</p>"_h;
  }
  if (writes && (early || !key.empty()))
    end << "<form class=\"inline-f\" method=\"post\" action=\""_h << Url{"/contests/" + std::to_string(x.id) + "/entry-page"} << "\">"_h << hidden("csrf", x.csrf) << hidden("act", key.empty() ? "open" : "close")
        << button(x.lang, {.label = key.empty() ? Text("Mở trang đăng ký", "Open the page") : Text("Đóng trang đăng ký", "Close the page"), .icon = key.empty() ? "world" : "lock", .small = true}) << "</form>"_h;
  body << waiting_list(x, writes);
  const std::string n = std::to_string(waiting);
  return card(x.lang, {.title = Text("Trang đăng ký", "Registration page"), .note = waiting > 0 ? Message(n + " đăng ký chờ kiểm tra", n + " entries wait") : Message(), .head_end = end, .body = body, .id = "entries"});
}

void add_entry_pages(web::Router& router, const reg::Context& c) {
  router.get("/enter/{key}", web::everybody(), [&c](const web::Request& r) {
    std::optional<Open> open;
    c.db->read([&](db::ReadDb& db) { open = open_of(db, r.arg("key")); });
    if (!open) return nothing_here(c, r);
    return open->takes ? form_page(c, r, *open, {}, 200) : closed(c, r, *open);
  });
  router.post("/enter/{key}", web::everybody(), [&c](const web::Request& r) { return register_one(c, r); });
  router.post("/contests/{id}/entry-page", web::person("enter").of("contest"), reg::act_handler(c, [&c](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return set_page(c, r, tx, a, s); }));
  router.post("/contests/{id}/entries", web::person("enter").of("contest"), reg::act_handler(c, [&c](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return decide(c, r, tx, a, s); }));
}

}  // namespace nc::app
