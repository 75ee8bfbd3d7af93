// What is held on a person as JSON and as a page to hand out.
#include <boost/json.hpp>

#include "app/privacy/person.h"
#include "base/clock.h"
#include "html/html.h"

namespace nc::app {

namespace {

namespace json = boost::json;

json::object mention_json(const Mention& m) {
  return {{"register", m.what->name}, {"id", m.id}, {"code", m.code}, {"title", m.title}, {"field", m.field->name}, {"label", std::string(m.field->label.vi)},
          {"text", m.text}, {"exact", m.exact}, {"removed", m.removed}};
}

Html rows(Lang lang, const PersonFile& file, bool marked) {
  Html h(lang);
  for (const Mention& m : file.mentions) {
    if ((m.marked && m.exact) != marked) continue;
    h << "<tr><td>"_h << m.what->plural << "</td><td>"_h << m.code << "</td><td>"_h << m.field->label << "</td><td>"_h
      << (m.field->opt.inner ? std::string(Message(Text("(có tên trong văn bản lưu)", "(the name stands in the stored paper)")).in(lang)) : m.text);
    if (!m.exact) h << " "_h << Text("(gần đúng, có thể là người khác)", "(nearly the name, perhaps somebody else)");
    h << "</td></tr>"_h;
  }
  return h;
}

}  // namespace

std::string to_json(const PersonFile& file, const reg::Catalog& catalog) {
  json::array held, look, accounts, purposes;
  std::vector<std::string> told;
  for (const Mention& m : file.mentions) {
    (m.marked && m.exact ? held : look).push_back(mention_json(m));
    if (m.marked && m.exact && std::find(told.begin(), told.end(), m.what->name) == told.end()) told.push_back(m.what->name);
  }
  for (const auto& name : told)
    if (const auto* d = catalog.find(name); d && d->processing)
      purposes.push_back(json::object{{"register", name}, {"whom", d->processing->whom.vi}, {"why", d->processing->why.vi}, {"kept_as", d->processing->keep}});
  for (const AccountHit& a : file.accounts)
    accounts.push_back(json::object{{"id", a.id}, {"login", a.login}, {"name", a.name}, {"title", a.title}, {"email", a.email}, {"disabled", a.disabled}, {"changes", a.changes}, {"accesses", a.accesses}});
  return json::serialize(json::object{{"name", file.name}, {"at", instant_iso(now())}, {"held", std::move(held)}, {"look_at_these", std::move(look)}, {"accounts", std::move(accounts)},
                                      {"ledger_entries", file.entries}, {"letters", file.letters}, {"purposes", std::move(purposes)}});
}

std::string to_page(const PersonFile& file, Lang lang) {
  Html h(lang);
  const Message title("Dữ liệu đang giữ về " + file.name, "What is held on " + file.name);
  const auto table = [&](const Message& heading, const Html& body) {
    h << "<h2>"_h << heading << "</h2>"_h;
    if (body.empty()) h << "<p>"_h << Text("Không có.", "None.") << "</p>"_h;
    else
      h << "<table><thead><tr><th>"_h << Text("Sổ", "Register") << "</th><th>"_h << Text("Mã", "Code") << "</th><th>"_h << Text("Ô", "Field") << "</th><th>"_h << Text("Nội dung", "Text")
        << "</th></tr></thead><tbody>"_h << body << "</tbody></table>"_h;
  };
  h << "<!doctype html><html lang=\""_h << (lang == Lang::vi ? "vi" : "en") << "\"><head><meta charset=\"utf-8\"><title>"_h << title << "</title></head><body><h1>"_h << title << "</h1><p>"_h
    << format_instant(now(), lang) << "</p>"_h;
  table(Text("Dữ liệu cá nhân", "Personal data"), rows(lang, file, true));
  table(Text("Chỗ khác có nhắc đến, cần người xem lại", "Other texts to look at"), rows(lang, file, false));
  if (!file.accounts.empty()) {
    h << "<h2>"_h << Text("Tài khoản", "Accounts") << "</h2><ul>"_h;
    for (const AccountHit& a : file.accounts)
      h << "<li>"_h << a.login << ", "_h << a.name << ", "_h << a.title << ", "_h << a.email << "; "_h
        << Message(std::to_string(a.changes) + " thay đổi, " + std::to_string(a.accesses) + " mục nhật ký truy cập", std::to_string(a.changes) + " changes, " + std::to_string(a.accesses) + " entries of the access log")
        << "</li>"_h;
    h << "</ul>"_h;
  }
  h << "<p>"_h
    << Message("Nhật ký có " + std::to_string(file.entries) + " mục nêu tên này; " + std::to_string(file.letters) + " thông báo và thư.",
               "The ledger has " + std::to_string(file.entries) + " entries with this name; " + std::to_string(file.letters) + " notices and letters.")
    << "</p></body></html>"_h;
  return std::move(h).str();
}

}  // namespace nc::app
