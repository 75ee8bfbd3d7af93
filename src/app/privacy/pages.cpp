// Pages of personal data: the list of processing made from the descriptions, the search for a person, requests, clocks.
#include "app/privacy/public.h"

#include "app/privacy/person.h"
#include "app/privacy/retention.h"
#include "auth/access_log.h"
#include "base/clock.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr const char* k_who = "approve,administer";

PageHead head_of(Text title, bool inside = true) {
  PageHead head;
  head.title = title;
  if (inside) head.crumbs = {{Text("Dữ liệu cá nhân", "Personal data"), "/privacy"}};
  return head;
}

std::string field_names(const reg::Description& d, bool sensitive, Lang lang) {
  std::string out;
  for (const reg::Field& f : d.fields)
    if (sensitive ? f.opt.sensitive : f.opt.personal && !f.opt.sensitive) out += (out.empty() ? "" : ", ") + f.label.in(lang);
  return out;
}

std::string kept_words(const std::vector<Keeping>& all, const std::string& code, Lang lang) {
  for (const Keeping& k : all)
    if (k.code == code) {
      if (k.months == 0) return lang == Lang::vi ? "lâu dài" : "for good";
      return std::to_string(k.months) + (lang == Lang::vi ? " tháng" : " months") + (k.since ? "" : lang == Lang::vi ? " (chưa xác nhận)" : " (to be confirmed)");
    }
  return code;
}

/// What is held on whom, why, how long, who sees it.
Html processing_table(db::ReadDb& db, const reg::Catalog& catalog, Lang lang) {
  Table t;
  t.caption = Text("Sổ hoạt động xử lý", "Processing activities");
  t.columns = {{.label = Text("Sổ", "Register"), .key = true}, {.label = Text("Về ai", "On whom")}, {.label = Text("Để làm gì", "Why")}, {.label = Text("Dữ liệu", "Data")},
               {.label = Text("Ai thấy", "Who sees it")}, {.label = Text("Giữ bao lâu", "How long")}};
  const auto all = keepings(db);
  for (const reg::Description* d : catalog.all()) {
    if (!d->processing) continue;
    const std::string plain = field_names(*d, false, lang), masked = field_names(*d, true, lang);
    Html who(lang);
    if (!plain.empty()) who << Text("Người trong phạm vi đơn vị, theo độ mật của bản ghi", "Those in reach of the organisation, by the record's confidentiality");
    if (!masked.empty())
      who << "<span class=\"tsub\">"_h << Message(masked + ": che, chỉ người được xem dữ liệu cá nhân đọc được; mỗi lần đọc được ghi", masked + ": masked but for those who may see personal data; each reading is noted") << "</span>"_h;
    Row row;
    row.cells = {Html(lang) << "<a href=\""_h << Url{"/" + d->path} << "\">"_h << d->plural << "</a>"_h, Html(lang) << capital(d->processing->whom.in(lang)), Html(lang) << capital(d->processing->why.in(lang)),
                 Html(lang) << plain << (plain.empty() || masked.empty() ? "" : ", ") << masked, who, Html(lang) << kept_words(all, d->processing->keep, lang)};
    t.rows.push_back(std::move(row));
  }
  struct Own { Text what, whom, why, data, who, kept; };
  static const Own own[] = {
      {{"Tài khoản, lần đăng nhập", "Accounts, visits"}, {"Người của văn phòng", "People of the office"}, {"Đăng nhập, biết ai đã làm gì", "Signing in, knowing who did what"}, {"Họ tên, chức danh, tên đăng nhập, thư điện tử, trình duyệt, địa chỉ mạng", "Name, title, sign-in name, e-mail, browser, network address"},
       {"Chính người ấy, người quản trị", "The person, administrators"}, {"Khi còn làm việc; lần đăng nhập nhiều nhất 7 ngày", "While they work there; visits 7 days at most"}},
      {{"Nhật ký thay đổi", "Ledger of changes"}, {"Người của văn phòng, người có tên trong bản ghi", "People of the office and those named in records"}, {"Chứng minh ai đã đổi gì", "Proof of who changed what"}, {"Tên, giờ, giá trị cũ và mới", "Name, time, old and new values"},
       {"Người xem được bản ghi, người kiểm tra", "Those who see the record, auditors"}, {"Như bản ghi; nội dung về một người xóa được theo quyết định", "As the record; what it says on a person can be erased by decision"}},
      {{"Nhật ký truy cập", "Access log"}, {"Người của văn phòng", "People of the office"}, {"Chứng minh ai đã xem dữ liệu cá nhân", "Proof of who looked"}, {"Tên, giờ, việc, địa chỉ mạng", "Name, time, act, network address"}, {"Người quản trị, người kiểm tra", "Administrators, auditors"},
       {"Máy chủ tự xóa theo thời hạn", "Deleted by the server on its clock"}},
      {{"Thông báo, thư", "Notices, letters"}, {"Người của văn phòng", "People of the office"}, {"Báo việc đang chờ", "Telling what waits"}, {"Nội dung việc", "What it is about"}, {"Chính người ấy", "The person"}, {"365 ngày sau khi đọc, 90 ngày sau khi gửi", "365 days once read, 90 days once sent"}}};
  for (const Own& o : own) {
    Row row;
    for (const Text& cell : {o.what, o.whom, o.why, o.data, o.who, o.kept}) row.cells.push_back(Html(lang) << cell);
    t.rows.push_back(std::move(row));
  }
  return table(lang, t);
}

Html search_form(const Shell& s, const std::string& name, const std::string& error) {
  Control c;
  c.name = "name";
  c.label = Text("Họ và tên, hoặc số tài khoản", "Full name, or number of the account");
  c.value = name;
  c.error = error;
  c.required = true;
  c.width = "full";
  return Html(s.lang) << "<form method=\"get\" action=\"/privacy/person\" class=\"form-page\"><div>"_h << control(s.lang, c) << "<div class=\"bt-b\">"_h
                      << button(s.lang, {.label = Text("Tìm trong mọi sổ", "Look through all registers"), .icon = "search", .kind = "primary"}) << "</div></div></form>"_h;
}

Html requests_table(Lang lang, const std::vector<Erasure>& all) {
  Table t;
  t.caption = Text("Đề nghị xóa dữ liệu", "Requests to erase");
  t.columns = {{.label = Text("Số", "No."), .key = true}, {.label = Text("Căn cứ, lý do", "Decision, reason")}, {.label = Text("Người đề nghị", "Asked by")}, {.label = Text("Người quyết định", "Decided by")},
               {.label = Text("Kết quả", "Result")}};
  for (const Erasure& e : all) {
    Html result(lang);
    if (e.state == "waiting") result << badge(lang, Text("chờ người thứ hai", "waits for a second person"), Tone::warn, "clock");
    else if (e.state == "refused") result << badge(lang, Text("không xóa", "refused"), Tone::neutral);
    else
      result << badge(lang, Text("đã xóa", "erased"), Tone::ok, "check") << "<span class=\"tsub\">"_h
             << Message(std::to_string(e.fields) + " ô, " + std::to_string(e.entries) + " mục nhật ký, " + std::to_string(e.letters) + " thư",
                        std::to_string(e.fields) + " fields, " + std::to_string(e.entries) + " ledger entries, " + std::to_string(e.letters) + " letters")
             << "</span>"_h;
    Row row;
    row.cells = {Html(lang) << "<a href=\"/privacy/erasures/"_h << e.id << "\">"_h << e.id << "</a>"_h, Html(lang) << e.decision << "<span class=\"tsub\">"_h << e.reason << "</span>"_h,
                 Html(lang) << e.asked_name << "<span class=\"tsub\">"_h << format_instant(e.asked_at, lang) << "</span>"_h,
                 e.decided_at ? Html(lang) << e.decided_name << "<span class=\"tsub\">"_h << format_instant(e.decided_at, lang) << "</span>"_h : Html(lang), result};
    t.rows.push_back(std::move(row));
  }
  return table(lang, t);
}

web::Response home(const reg::Context& c, db::ReadDb& db, const Actor& a, const Shell& s) {
  Html h(s.lang);
  if (a.sees(Sight::personal) && !a.may(Function::audit))
    h << card(s.lang, {.title = Text("Một người đang được giữ những gì", "What is held on a person"), .body = search_form(s, {}, {})});
  const auto all = erasures(db, a);
  if (!all.empty()) h << card(s.lang, {.title = Text("Đề nghị xóa dữ liệu", "Requests to erase"), .body = requests_table(s.lang, all), .flush = true});
  h << card(s.lang, {.title = Text("Sổ hoạt động xử lý", "Processing activities"), .note = Text("Lập từ mô tả của các sổ", "Made from the descriptions of the registers"),
                     .head_end = more_link(s.lang, Text("Thời hạn lưu giữ", "Retention"), "/privacy/retention"), .body = processing_table(db, *c.catalog, s.lang), .flush = true});
  return reg::respond(s, head_of({"Dữ liệu cá nhân", "Personal data"}, false), h);
}

// ---- one person ------------------------------------------------------------------------------------------

Html mentions_table(Lang lang, const std::vector<const Mention*>& some, const Named* who, const std::string& pseudonym) {
  Table t;
  t.caption = Text("Nơi có tên", "Where the name stands");
  t.columns = {{.label = Text("Bản ghi", "Record"), .key = true}, {.label = Text("Ô", "Field")}, {.label = Text("Nội dung", "Text")}};
  if (who) t.columns.push_back({.label = Text("Sau khi xóa", "After erasing")});
  for (const Mention* m : some) {
    Row row;
    Html text(lang);
    if (m->field->opt.inner) text << Text("Văn bản lưu có tên này.", "The stored paper has the name.");
    else text << (m->text.size() > 300 ? m->text.substr(0, m->text.rfind(' ', 300)) + " …" : m->text);
    if (!m->exact) text << " "_h << badge(lang, Text("gần đúng", "nearly"), Tone::neutral);
    if (m->removed) text << " "_h << badge(lang, Text("trong thùng rác", "in the trash"), Tone::neutral);
    row.cells = {title_cell(reg::record_url(*m->what, m->id), capital(m->title), m->code), Html(lang) << m->field->label, text};
    if (who) {
      const std::string after = erased_text(*m, *who, pseudonym);
      row.cells.push_back(after.empty() ? Html(lang) << Text("(để trống)", "(empty)") : Html(lang) << after);
    }
    t.rows.push_back(std::move(row));
  }
  return table(lang, t);
}

Html erase_form(const Shell& s, const std::string& name, const Problem* wrong, const web::Fields* typed) {
  Html h(s.lang);
  h << "<form method=\"post\" action=\"/privacy/erasures\" class=\"form-page\"><div>"_h << hidden("csrf", s.csrf) << hidden("name", name);
  const auto field = [&](const char* id, Text label, Text hint) {
    Control c;
    c.name = id;
    c.label = label;
    c.hint = hint;
    c.required = true;
    c.width = "full";
    if (typed) c.value = std::string(typed->get(id));
    if (wrong && wrong->field == id) c.error = wrong->message.in(s.lang);
    h << control(s.lang, c);
  };
  field("decision", {"Căn cứ", "Decision"}, {"Số quyết định hoặc văn bản yêu cầu; không ghi tên người", "Number of the decision or request; not the name"});
  field("reason", {"Lý do", "Reason"}, {"Ở lại mãi trong nhật ký; không ghi tên người", "Stays in the ledger for good; not the name"});
  return h << "<div class=\"bt-b\">"_h << button(s.lang, {.label = Text("Đề nghị xóa", "Ask to erase"), .icon = "eraser", .kind = "danger"}) << "</div></div></form>"_h;
}

const Text k_closed_account("đã khóa; khi xóa, tên, tên đăng nhập và địa chỉ thư thành bí danh; tên ở lại bên các việc đã làm trong nhật ký",
                            "disabled; erasing makes name, sign-in name and mail address a pseudonym; the ledger keeps the name beside what the person did in office");
const Text k_open_account("đang dùng, nên việc xóa không đụng đến; khóa ở trang Người dùng trước", "in use, so erasing leaves it alone; disable it on the page People first");

Html person_body(const PersonFile& file, const Shell& s, const Named* who, const std::string& pseudonym) {
  std::vector<const Mention*> held, look;
  for (const Mention& m : file.mentions) (m.marked && m.exact ? held : look).push_back(&m);
  Html h(s.lang);
  if (!held.empty()) h << card(s.lang, {.title = Text("Dữ liệu cá nhân", "Personal data"), .body = mentions_table(s.lang, held, who, pseudonym), .flush = true});
  if (!look.empty())
    h << card(s.lang, {.title = Text("Xem lại những chỗ này", "Look at these"), .note = Text("Câu chữ có nhắc đến, hoặc tên gần đúng: máy không tự sửa", "Texts that mention the name, or nearly: the program leaves them alone"),
                       .body = mentions_table(s.lang, look, nullptr, {}), .flush = true});
  std::vector<Entry> rest{{Text("Mục nhật ký có tên", "Ledger entries with the name"), Html(s.lang) << format_int(file.entries, s.lang)},
                          {Text("Thông báo, thư, nhật ký truy cập", "Notices, letters, access log"), Html(s.lang) << format_int(file.letters, s.lang)}};
  for (const AccountHit& a : file.accounts)
    rest.push_back({Text("Tài khoản", "Account"), Html(s.lang) << a.login << ", "_h << a.name << ": "_h << (a.disabled ? k_closed_account : k_open_account)});
  return h << card(s.lang, {.title = Text("Nơi khác", "Elsewhere"), .body = definition_list(s.lang, rest)});
}

web::Response person_page(const reg::Context& c, const web::Request& r, db::ReadDb& db, const Actor& a, const Shell& s) {
  const std::string given(r.query.get("name")), name = name_of_person(db, a, given);
  auto who = Named::of(name);
  if (!who) return reg::respond(s, head_of({"Tìm một người", "Find a person"}), card(s.lang, {.body = search_form(s, given, who.error().message.in(s.lang))}), 422);
  const PersonFile file = find_person(db, *c.catalog, a, *who);
  const auto format = r.query.get("format");
  if (format == "json") return web::download(to_json(file, *c.catalog), "application/json", "du-lieu-ca-nhan.json");
  if (format == "html") return web::download(to_page(file, s.lang), "text/html; charset=utf-8", "du-lieu-ca-nhan.html");
  PageHead head = head_of({"Dữ liệu về một người", "Data on a person"});
  head.sub = Html(s.lang) << who->name();
  if (!file.anything()) return reg::respond(s, head, card(s.lang, {.body = Html(s.lang) << "<p>"_h << Text("Không thấy trong các sổ thuộc phạm vi của bạn.", "Not found in the registers within your reach.") << "</p>"_h << search_form(s, given, {})}));
  const std::string address = "/privacy/person?name=" + url_encode(who->name());
  head.actions = Html(s.lang) << button(s.lang, {.label = Text("Tải trang HTML", "HTML page"), .icon = "download", .href = address + "&format=html"})
                              << button(s.lang, {.label = Text("Tải JSON", "JSON"), .icon = "code", .href = address + "&format=json"});
  Html h = person_body(file, s, nullptr, {});
  h << card(s.lang, {.title = Text("Đề nghị xóa", "Ask to erase"),
                     .note = Text("Một người thứ hai xác nhận. Tên thành bí danh, điện thoại và thư bỏ trống, cả trong giá trị cũ; số đếm và báo cáo đã niêm phong giữ nguyên. Không lấy lại được.",
                                  "A second person confirms. Names become a pseudonym, telephones and mail go empty, in former values too; counts and sealed reports stay. It can't be taken back."),
                     .body = erase_form(s, who->name(), nullptr, nullptr)});
  return reg::respond(s, head, h);
}

// ---- requests --------------------------------------------------------------------------------------------

web::Response ask(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& a, const Shell& s) {
  const std::string name(r.form.get("name"));
  const auto asked = ask_erasure(tx, *c.catalog, a, name, std::string(r.form.get("decision")), std::string(r.form.get("reason")));
  if (asked) return web::redirect("/privacy/erasures/" + std::to_string(*asked));
  const Problem& wrong = asked.error();
  if (wrong.field.empty() || wrong.field == "name") return reg::problem_page(s, wrong);
  return reg::respond(s, head_of({"Đề nghị xóa", "Ask to erase"}), card(s.lang, {.body = erase_form(s, name, &wrong, &r.form)}), 422);
}

web::Response request_page(const reg::Context& c, const web::Request& r, db::ReadDb& db, const Actor& a, const Shell& s) {
  const auto e = erasure(db, a, reg::id_of(r));
  if (!e) return reg::problem_page(s, {Code::not_found, Text("Không có đề nghị này trong phạm vi được xem.", "There is no such request within what you may see."), {}});
  Html h(s.lang);
  std::vector<Entry> facts{{Text("Căn cứ", "Decision"), Html(s.lang) << e->decision}, {Text("Lý do", "Reason"), Html(s.lang) << e->reason},
                           {Text("Người đề nghị", "Asked by"), Html(s.lang) << e->asked_name << ", "_h << format_instant(e->asked_at, s.lang)}};
  if (e->decided_at) facts.push_back({Text("Người quyết định", "Decided by"), Html(s.lang) << e->decided_name << ", "_h << format_instant(e->decided_at, s.lang)});
  if (e->state == "done") {
    facts.push_back({Text("Bí danh", "Pseudonym"), Html(s.lang) << e->pseudonym()});
    facts.push_back({Text("Đã xóa", "Erased"), Html(s.lang) << Message(std::to_string(e->fields) + " ô, " + std::to_string(e->entries) + " mục nhật ký, " + std::to_string(e->letters) + " thư",
                                                                     std::to_string(e->fields) + " fields, " + std::to_string(e->entries) + " ledger entries, " + std::to_string(e->letters) + " letters")});
  }
  h << card(s.lang, {.title = Message("Đề nghị số " + std::to_string(e->id), "Request " + std::to_string(e->id)), .body = definition_list(s.lang, facts)});
  if (e->state == "waiting") {
    const auto who = Named::of(e->name);
    if (who) h << person_body(find_person(db, *c.catalog, a, *who), s, &*who, e->pseudonym());
    Html acts(s.lang);
    const std::string address = "/privacy/erasures/" + std::to_string(e->id);
    acts << "<div class=\"bt-b\">"_h;
    if (e->asked_by != a.id)
      acts << "<form method=\"post\" action=\""_h << Url{address + "/confirm"} << "\">"_h << hidden("csrf", s.csrf) << button(s.lang, {.label = Text("Xóa, không lấy lại được", "Erase for good"), .icon = "eraser", .kind = "danger"}) << "</form>"_h;
    acts << "<form method=\"post\" action=\""_h << Url{address + "/refuse"} << "\">"_h << hidden("csrf", s.csrf) << button(s.lang, {.label = Text("Không xóa", "Don't erase")}) << "</form></div>"_h;
    if (e->asked_by == a.id) acts << "<p class=\"m2\">"_h << Text("Chờ người thứ hai có quyền xác nhận.", "A second person with the right has to confirm.") << "</p>"_h;
    h << card(s.lang, {.title = Text("Quyết định", "Decide"), .body = acts});
  }
  return reg::respond(s, head_of({"Đề nghị xóa dữ liệu", "Request to erase"}), h);
}

// ---- retention -------------------------------------------------------------------------------------------

Html keep_form(const Shell& s, const Keeping& k) {
  return Html(s.lang) << "<form method=\"post\" action=\"/privacy/retention\" class=\"in\">"_h << hidden("csrf", s.csrf) << hidden("code", k.code) << "<label class=\"vh\" for=\"m-"_h << k.code << "\">"_h
                      << Text("Số tháng", "Months") << "</label><input class=\"form-control\" id=\"m-"_h << k.code << "\" name=\"months\" inputmode=\"numeric\" value=\""_h << k.months
                      << "\"><label class=\"vh\" for=\"d-"_h << k.code << "\">"_h << Text("Từ ngày", "Since") << "</label><input class=\"form-control\" id=\"d-"_h << k.code << "\" name=\"since\" value=\""_h
                      << format_date(k.since ? k.since : today(), s.lang) << "\">"_h << button(s.lang, {.label = Text("Xác nhận", "Confirm"), .small = true}) << "</form>"_h;
}

web::Response retention_page(const reg::Context& c, db::ReadDb& db, const Actor& a, const Shell& s, const Problem* wrong = nullptr) {
  constexpr int k_shown = 200;
  const auto all = keepings(db);
  const bool decides = a.may(Function::approve) || a.may(Function::administer);
  Table t;
  t.caption = Text("Thời hạn lưu giữ", "Retention");
  t.columns = {{.label = Text("Dữ liệu", "Data"), .key = true}, {.label = Text("Căn cứ", "Basis")}, {.label = Text("Thời hạn", "How long")}, {.label = Text("Xác nhận", "Confirmed")}};
  if (decides) t.columns.push_back({.label = Text("Đặt số tháng, từ ngày", "Set months, since")});
  for (const Keeping& k : all) {
    Row row;
    row.cells = {Html(s.lang) << k.label, Html(s.lang) << k.basis,
                 Html(s.lang) << (k.months == 0 ? std::string(s.lang == Lang::vi ? "lâu dài" : "for good") : std::to_string(k.months) + (s.lang == Lang::vi ? " tháng" : " months"))
                              << (k.by_itself ? (s.lang == Lang::vi ? ", máy chủ tự xóa" : ", deleted by the server") : ""),
                 k.since ? Html(s.lang) << k.decided_by << ", "_h << format_date(k.since, s.lang) : badge(s.lang, Text("chưa xác nhận", "to be confirmed"), Tone::warn)};
    if (decides) row.cells.push_back(keep_form(s, k));
    t.rows.push_back(std::move(row));
  }
  Html h(s.lang);
  if (wrong) h << notice(s.lang, Tone::bad, "alert-circle", Html(s.lang) << wrong->message);
  h << card(s.lang, {.title = t.caption, .note = Text("Số tháng đặt sẵn là gợi ý cho đến khi cơ quan xác nhận", "Lengths are suggestions until the office confirms them"), .body = table(s.lang, t), .flush = true});
  Table due;
  due.caption = Text("Đã quá thời hạn", "Past their time");
  due.columns = {{.label = Text("Bản ghi", "Record"), .key = true}, {.label = Text("Sổ", "Register")}, {.label = Text("Tính từ", "Counted from")}};
  for (const Keeping& k : all)
    for (const PastKeeping& p : past_keeping(db, *c.catalog, a, k, k_shown)) {
      Row row;
      row.cells = {title_cell(reg::record_url(*p.what, p.id), capital(p.title), p.code), Html(s.lang) << p.what->plural, Html(s.lang) << format_date(p.last, s.lang)};
      due.rows.push_back(std::move(row));
    }
  Card list{.title = due.caption, .note = Text("Không gì bị xóa nếu không có người quyết định: mở bản ghi để sửa, hoặc tìm người ấy rồi đề nghị xóa", "Nothing goes without a person's act: open the record, or find the person and ask to erase")};
  if (due.rows.empty()) list.body = Html(s.lang) << "<p class=\"m2\">"_h << Text("Chưa có bản ghi nào.", "No records.") << "</p>"_h;
  else list.body = table(s.lang, due), list.flush = true;
  return reg::respond(s, head_of({"Thời hạn lưu giữ", "Retention"}), h << card(s.lang, list), wrong ? 422 : 200);
}

void note_export(const reg::Context& c, const web::Request& r, const std::string& name) {
  c.db->write([&](db::Tx& tx) {
    AccessEntry entry;
    entry.act = "person_export";
    entry.detail = name;
    entry.remote = r.remote;
    note_access(tx, c.actor(tx, r), std::move(entry));
    return true;
  });
}

}  // namespace

void add_privacy_pages(web::Router& router, const reg::Context& c) {
  using web::Request;
  router.get("/privacy", web::person("approve,administer,audit"), reg::page_handler(c, [&c](const Request&, db::ReadDb& db, const Actor& a, Shell& s) { return home(c, db, a, s); }));
  const web::Handler person = reg::page_handler(c, [&c](const Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return person_page(c, r, db, a, s); });
  router.get("/privacy/person", web::person(k_who).seeing("personal"), [&c, person](const Request& r) {
    auto answer = person(r);
    if (answer.status == 200) note_export(c, r, std::string(r.query.get("name")));
    return answer;
  });
  router.post("/privacy/erasures", web::person(k_who).seeing("personal"), reg::act_handler(c, [&c](const Request& r, db::Tx& tx, const Actor& a, Shell& s) { return ask(c, r, tx, a, s); }));
  router.get("/privacy/erasures/{id}", web::person(k_who).seeing("personal"), reg::page_handler(c, [&c](const Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return request_page(c, r, db, a, s); }));
  router.post("/privacy/erasures/{id}/confirm", web::person(k_who).seeing("personal").proved_again(), reg::act_handler(c, [&c](const Request& r, db::Tx& tx, const Actor& a, Shell& s) {
    const auto done = confirm_erasure(tx, *c.catalog, a, reg::id_of(r));
    return done ? web::redirect("/privacy/erasures/" + std::to_string(done->id)) : reg::problem_page(s, done.error());
  }));
  router.post("/privacy/erasures/{id}/refuse", web::person(k_who).seeing("personal"), reg::act_handler(c, [](const Request& r, db::Tx& tx, const Actor& a, Shell& s) {
    const auto done = refuse_erasure(tx, a, reg::id_of(r));
    return done ? web::redirect("/privacy") : reg::problem_page(s, done.error());
  }));
  router.get("/privacy/retention", web::person("approve,administer,audit").seeing("internal"), reg::page_handler(c, [&c](const Request&, db::ReadDb& db, const Actor& a, Shell& s) { return retention_page(c, db, a, s); }));
  router.post("/privacy/retention", web::person(k_who).seeing("internal"), reg::act_handler(c, [&c](const Request& r, db::Tx& tx, const Actor& a, Shell& s) {
    const auto done = decide_keeping(tx, a, std::string(r.form.get("code")), std::string(r.form.get("months")), std::string(r.form.get("since")));
    return done ? web::redirect("/privacy/retention") : retention_page(c, tx, a, s, &done.error());
  }));
}

}  // namespace nc::app
