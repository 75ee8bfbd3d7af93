// The sample office as people who import spreadsheets see it: files sent as browsers send them, long work waited for.
#pragma once
#include <chrono>
#include <string>
#include <thread>

#include "support/sample_site.h"

namespace nc::test {

class ImportOffice : public SampleSite {
 public:
  explicit ImportOffice(db::Engine engine) : SampleSite({.engine = engine}) { sign_in(); }

  /// A form as browsers send it with a file: every field is a part, `file` too when it has a name.
  web::Response ask(const std::string& method, const std::string& target, Form form = {}, const std::string& file_name = "", const std::string& bytes = "") {
    if (method != "POST") return SampleSite::ask(method, target);
    std::string body;
    form.emplace_back("csrf", token());
    for (const auto& [name, value] : form) body += "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    if (!file_name.empty())
      body += "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file_name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n";
    body += "--XX--\r\n";
    return send(method, target, {{"content-type", "multipart/form-data; boundary=XX"}}, body);
  }
  /// The page once long work is over.
  std::string settled(const std::string& target) {
    for (int i = 0; i < 200; ++i) {
      std::string shown = page(target);
      if (shown.find("value=\"cancel\"") == std::string::npos) return shown;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return "never ended";
  }
  std::int64_t rows(const std::string& table) { return number(db::Sql::built("SELECT count(*) FROM " + table + " WHERE deleted = 0")); }
};

}  // namespace nc::test
