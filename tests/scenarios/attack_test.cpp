// Somebody with an account, or none, tries the usual ways round: addresses, names, archives that unpack to a lot, thousands of
// fields, lines slipped into letters.
#include <gtest/gtest.h>

#include <unistd.h>

#include <chrono>

#include "app/desk/public.h"
#include "file/zip_file.h"
#include "flow/notice.h"
#include "intake/intake.h"
#include "support/two_offices.h"

namespace nc::test {
namespace {

using namespace std::string_literals;

class Attack : public testing::TestWithParam<db::Engine> {
 protected:
  Attack() : office(GetParam()) {
    for (auto& p : office.personas("ct")) people[std::string(p.role->code)] = p;
  }
  TwoOffices office;
  std::map<std::string, TwoOffices::Persona> people;
};
INSTANTIATE_TEST_SUITE_P(Both, Attack, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(Attack, paths_that_climb_out_lead_nowhere) {
  const std::pair<std::string, std::string> cookie{"cookie", "nc_session=" + people.at("administrator").session};
  for (const std::string target : {"/assets/../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc%2fpasswd", "/assets/....//etc/passwd", "/evidence/../../etc/passwd",
                                   "/assets/%00", "/assets//etc/passwd", "/evidence/1%2f..%2f2/file", "//evil.example/", "/delegations/1;/edit", "/delegations/0x1", "/delegations/1e3", "/delegations/-1"}) {
    auto request = web::parse_request("GET", target, {{"host", "localhost"}, cookie}, "");
    const int status = request ? office.site().handle(std::move(*request)).status : 400;
    EXPECT_TRUE(status == 400 || status == 403 || status == 404 || status == 308) << target << " " << status;
  }
}

TEST_P(Attack, every_way_back_stays_on_the_site) {
  for (const std::string back : {"//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "/%0d%0aSet-Cookie:x=1", "/\r\nSet-Cookie: x=1", "%2f%2fevil.example"})
    for (const std::string page : {"/set?lang=en&back=", "/sign-in?back="}) {
      const auto answer = office.ask(people.at("administrator"), "GET", page + url_encode(back));
      const std::string to = location(answer);
      EXPECT_FALSE(to.starts_with("//") || to.find("://") != std::string::npos || to.find('\\') != std::string::npos) << page << back << " -> " << to;
      for (const auto& [name, value] : answer.headers) EXPECT_EQ(value.find('\n'), std::string::npos) << name;
    }
}

TEST_P(Attack, letters_carry_no_line_that_somebody_typed) {
  auto& officer = people.at("association_officer");
  auto& specialist = people.at("union_specialist");
  office.program().database().write([&](db::Tx& tx) {
    tx.exec("UPDATE person SET email = 'cv@example.vn', name = $2 WHERE id = $1", {specialist.id, "Người\r\nBcc: evil@example.com"s});
    flow::tell(tx, specialist.id, *office.program().catalog().find("delegation"), office.record("ct", "delegation"), "submit", "Kẻ xấu\r\nBcc: evil@example.com",
               {"Đoàn <script>alert(1)</script>\r\nBcc: evil@example.com", "x"});
    flow::write_digests(tx);
    return true;
  });
  office.program().database().read([&](db::ReadDb& db) {
    EXPECT_GE(db.integer("SELECT count(*) FROM mail_outbox"), 1);
    db.each("SELECT subject, to_address FROM mail_outbox", {}, [&](const db::Row& r) {
      for (int i : {0, 1}) EXPECT_EQ(r.text(i).find_first_of("\r\n"), std::string_view::npos) << r.text(i);
      return true;
    });
  });
  (void)officer;
}

TEST_P(Attack, thousands_of_fields_are_refused_or_read_in_no_time) {
  std::string body;
  for (int i = 0; i < 6000; ++i) body += "a" + std::to_string(i) + "=x&";
  const auto started = std::chrono::steady_clock::now();
  EXPECT_FALSE(web::parse_request("POST", "/delegations", {{"host", "localhost"}, {"content-type", "application/x-www-form-urlencoded"}}, body)) << "over 5,000";
  std::string fewer;
  for (int i = 0; i < 4900; ++i) fewer += "a=x&";
  auto request = web::parse_request("POST", "/delegations", {{"host", "localhost"}, {"content-type", "application/x-www-form-urlencoded"}, {"cookie", "nc_session=" + people.at("association_officer").session}}, fewer);
  ASSERT_TRUE(request);
  EXPECT_EQ(office.site().handle(std::move(*request)).status, 403) << "no token of a form";
  std::string cookies;
  for (int i = 0; i < 2000; ++i) cookies += "c" + std::to_string(i) + "=x; ";
  (void)web::parse_request("GET", "/", {{"host", "localhost"}, {"cookie", cookies}}, "");
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(5));
}

TEST(Bombs, in_office_files_are_refused_before_they_fill_the_memory) {
  const std::string much(70U << 20U, ' ');
  const std::string docx = zip_pack({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w:document><w:body><w:p><w:r><w:t>" + much + "</w:t></w:r></w:p></w:body></w:document>"}});
  EXPECT_LT(docx.size(), 2U << 20U);
  EXPECT_FALSE(intake::read(docx, "bom.docx")) << "70 MB inside of one part";
  std::vector<std::pair<std::string, std::string>> many;
  for (int i = 0; i < 12'000; ++i) many.emplace_back("word/" + std::to_string(i) + ".xml", "x");
  EXPECT_FALSE(intake::read(zip_pack(many), "nhieu.docx"));
  const std::string odt = zip_pack({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>"}});
  const auto read = intake::read(odt, "thuc-the.odt");
  if (read) EXPECT_EQ(read->stored.find("aaaaaaaaaaaa"), std::string::npos) << "entities are not unfolded";
  const std::string climbs = zip_pack({{"../../../../tmp/nhipcau-was-here", "x"}, {"word/document.xml", "<w:document/>"}});
  (void)intake::read(climbs, "leo.docx");
  EXPECT_NE(::access("/tmp/nhipcau-was-here", F_OK), 0);
}

}  // namespace
}  // namespace nc::test
