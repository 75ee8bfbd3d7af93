// A meeting as work: invitations that are answered by those invited, attendance, minutes that two sign, petitions raised there.
#include <gtest/gtest.h>

#include "base/hash.h"
#include "app/catalog.h"
#include "fixtures/word_view.h"
#include "support/sample_site.h"

namespace nc::test {
namespace {

class Meetings : public testing::TestWithParam<db::Engine> {
 protected:
  Meetings() : site_({.engine = GetParam()}) {
    site_.sign_in();
    conference_ = site_.number("SELECT id FROM meeting WHERE code = 'F017'");
    EXPECT_EQ(site_.post("/meetings", {{"title", "Họp thử"}, {"kind", "briefing"}, {"date", "2025-11-03"}, {"place", "Hội trường"}, {"from_time", "8h"}, {"status", "planned"}, {"org", "ct"}, {"version", "0"}}).status, 303);
    id_ = site_.number("SELECT id FROM meeting WHERE title = 'Họp thử'");
  }

  std::string at(const std::string& rest = {}) const { return "/meetings/" + std::to_string(id_) + rest; }
  std::int64_t number(const std::string& sql, db::Params params = {}) { return site_.number(db::Sql::built(sql), std::move(params)); }
  web::Response move(const std::string& path, const std::string& table, std::int64_t id, const std::string& act, SampleSite::Form more = {}) {
    SampleSite::Form form{{"move", act}, {"version", std::to_string(number("SELECT version FROM " + table + " WHERE id = $1", {id}))}};
    for (auto& [name, value] : more) form.emplace_back(act + "." + name, value);
    return site_.post("/" + path + "/" + std::to_string(id) + "/move", form);
  }
  std::int64_t invitee(const std::string& org) {
    return number("SELECT i.id FROM meeting_invitee i JOIN organisation o ON o.id = i.unit WHERE i.meeting = $1 AND o.code = $2", {id_, org});
  }
  std::string status_of(std::int64_t invitee) { return site_.text("SELECT status FROM meeting_invitee WHERE id = $1", {invitee}); }

  SampleSite site_;
  std::int64_t conference_ = 0, id_ = 0;
};

TEST_P(Meetings, times_are_kept_in_one_way) { EXPECT_EQ(site_.text("SELECT from_time FROM meeting WHERE title = 'Họp thử'"), "08:00"); }

TEST_P(Meetings, all_chairs_are_listed_once_and_told_when_the_invitations_go_out) {
  ASSERT_EQ(site_.post(at("/list-associations"), {}).status, 303);
  ASSERT_EQ(site_.post(at("/list-associations"), {}).status, 303);
  EXPECT_EQ(number("SELECT COUNT(*) FROM meeting_invitee WHERE deleted = 0 AND meeting = $1", {id_}), 21);
  EXPECT_EQ(number("SELECT COUNT(*) FROM notice WHERE register_name = 'meeting_invitee'"), 0);
  ASSERT_EQ(move("meetings", "meeting", id_, "invite").status, 303);
  EXPECT_EQ(number("SELECT COUNT(*) FROM meeting_invitee WHERE status = 'invited' AND meeting = $1", {id_}), 21);
  EXPECT_EQ(number("SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person_id WHERE n.register_name = 'meeting_invitee' AND p.login = 'anh' AND n.record_id = $1", {invitee("ct-kr")}), 1);
}

TEST_P(Meetings, only_those_invited_answer_their_invitation) {
  ASSERT_EQ(site_.post(at("/list-associations"), {}).status, 303);
  ASSERT_EQ(move("meetings", "meeting", id_, "invite").status, 303);
  const auto mine = invitee("ct-kr");
  EXPECT_EQ(move("invitations", "meeting_invitee", mine, "confirm").status, 403) << "the Union can't answer in their name";
  site_.sign_in("anh");
  EXPECT_TRUE(shows(site_.page("/invitations/" + std::to_string(mine)), "Họp thử"));
  EXPECT_EQ(site_.ask("GET", "/invitations/" + std::to_string(invitee("ct-la"))).status, 404);
  EXPECT_EQ(move("invitations", "meeting_invitee", mine, "send_other").status, 422) << "who comes instead?";
  EXPECT_EQ(move("invitations", "meeting_invitee", mine, "send_other", {{"substitute", "Phó Chủ tịch"}}).status, 303);
  EXPECT_EQ(status_of(mine), "substituted");
  EXPECT_EQ(move("invitations", "meeting_invitee", mine, "attend").status, 403) << "whether they sat there is for those who keep the meeting";
}

TEST_P(Meetings, attendance_is_kept_whole_or_not_at_all) {
  ASSERT_EQ(site_.post(at("/list-associations"), {}).status, 303);
  const auto kr = invitee("ct-kr"), la = invitee("ct-la");
  const auto field = [](std::int64_t id, const char* name) { return "i" + std::to_string(id) + "." + name; };
  const auto refused = site_.post(at("/attendance"), {{field(kr, "state"), "attended"}, {field(la, "state"), "substituted"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(shows(refused, "Người dự thay"));
  EXPECT_EQ(status_of(kr), "listed");
  ASSERT_EQ(site_.post(at("/attendance"), {{field(kr, "state"), "absent"}, {field(la, "state"), "substituted"}, {field(la, "substitute"), "Ông A"}, {"rest", "attended"}}).status, 303);
  EXPECT_EQ(status_of(kr), "absent");
  EXPECT_EQ(status_of(la), "substituted");
  EXPECT_EQ(number("SELECT COUNT(*) FROM meeting_invitee WHERE status = 'attended' AND meeting = $1", {id_}), 19);
}

TEST_P(Meetings, seats_go_by_precedence_and_pass_over_those_who_do_not_come) {
  ASSERT_EQ(site_.post(at("/list-associations"), {}).status, 303);
  ASSERT_EQ(site_.post("/invitations", {{"meeting", std::to_string(id_)}, {"person", "Lãnh đạo thành phố"}, {"invited_as", "superior"}, {"status", "listed"}, {"org", "ct"}, {"version", "0"}}).status, 303);
  ASSERT_EQ(move("invitations", "meeting_invitee", invitee("ct-kr"), "miss").status, 303);
  ASSERT_EQ(site_.post(at("/seats"), {}).status, 303);
  EXPECT_EQ(site_.text("SELECT seat FROM meeting_invitee WHERE person = 'Lãnh đạo thành phố'"), "1");
  EXPECT_EQ(site_.text("SELECT COALESCE(seat, '') FROM meeting_invitee WHERE id = $1", {invitee("ct-kr")}), "");
  EXPECT_EQ(number("SELECT COUNT(*) FROM meeting_invitee WHERE seat IS NOT NULL AND meeting = $1", {id_}), 21);
}

TEST_P(Meetings, the_conference_of_june_2022_has_its_minutes_in_their_own_form) {
  const std::string minutes = site_.page("/meetings/" + std::to_string(conference_) + "/papers/minutes");
  EXPECT_TRUE(shows(minutes, "BIÊN BẢN"));
  EXPECT_TRUE(shows(minutes, "Nguyễn Thanh Xuân, Chủ tịch Hội hữu nghị Việt Nam - Hàn Quốc"));
  EXPECT_TRUE(shows(minutes, "Nhiều lúc chúng tôi cảm thấy mình đơn độc"));
  EXPECT_TRUE(shows(minutes, "THƯ KÝ"));
  EXPECT_FALSE(shows(minutes, "Cần Thơ, ngày")) << "minutes carry no line of place and date";
  EXPECT_TRUE(shows(minutes, "[điền: giờ]")) << "nobody knows the hour";
  const auto refused = site_.post("/meetings/" + std::to_string(conference_) + "/papers/minutes/book", {{"signer", "A"}, {"signed_on", "2022-07-01"}});
  EXPECT_EQ(refused.status, 422) << "with blanks left nobody signs";
  EXPECT_TRUE(shows(refused, "chỗ chưa điền"));
}

TEST_P(Meetings, a_signed_notice_waits_for_the_clerk_and_then_prints_its_number) {
  ASSERT_EQ(move("meetings", "meeting", id_, "hold", {{"chair", "Trần Quốc Bảo"}, {"secretary", "Phạm Minh Thư"}, {"to_time", "10h"}}).status, 303);
  ASSERT_EQ(site_.post(at("/directives"), {{"text", "Văn phòng chỉ định đầu mối"}, {"issuer", "Trần Quốc Bảo"}, {"due", "2025-12-15"}}).status, 303);
  ASSERT_EQ(site_.post(at("/papers/conclusions/book"), {{"signer", "Trần Quốc Bảo"}, {"signed_on", "2025-11-04"}}).status, 303);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outgoing WHERE meeting = $1 AND kind = 'tb'", {id_}), 1);
  const std::string number_given = site_.text("SELECT full_number FROM outgoing WHERE meeting = $1 AND kind = 'tb'", {id_});
  EXPECT_TRUE(shows(site_.page(at("/papers/conclusions")), number_given));
  ASSERT_EQ(site_.post(at("/papers/conclusions/book"), {{"signer", "Người khác"}, {"signed_on", "2025-11-05"}}).status, 303);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outgoing WHERE meeting = $1 AND kind = 'tb'", {id_}), 1) << "a paper is booked once";
  // What was issued stays byte by byte, whatever is written into the record later.
  const std::string docx = site_.page(at("/papers/conclusions.docx")), pdf = site_.page(at("/papers/conclusions.pdf"));
  site_.write([&](db::Tx& tx) { tx.exec("UPDATE directive SET text = 'Việc khác hẳn' WHERE meeting = $1", {id_}); });
  EXPECT_EQ(site_.page(at("/papers/conclusions.docx")), docx);
  EXPECT_EQ(site_.page(at("/papers/conclusions.pdf")), pdf);
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence WHERE number = $1 AND sha256 IN ($2, $3)", {number_given, sha256_hex(docx), sha256_hex(pdf)}), 2) << "both are evidence of the entry";
}

TEST_P(Meetings, the_invitation_of_each_addressee_stays_as_it_was_issued) {
  ASSERT_EQ(site_.post(at("/list-associations"), {}).status, 303);
  const std::string korea = "?to=" + std::to_string(invitee("ct-kr"));
  ASSERT_EQ(site_.post(at("/papers/invitation/book"), {{"signer", "Trần Quốc Bảo"}, {"signed_on", "2025-11-01"}}).status, 303);
  const std::string docx = site_.page(at("/papers/invitation.docx" + korea)), pdf = site_.page(at("/papers/invitation.pdf" + korea));
  paper::fixture::WordView letter(docx);
  EXPECT_NO_THROW(letter.find("/GM-LHHN")) << "with the number of the book";
  EXPECT_NE(docx, site_.page(at("/papers/invitation.docx"))) << "it is addressed to one";
  site_.write([&](db::Tx& tx) { tx.exec("UPDATE meeting SET place = 'Nơi khác hẳn' WHERE id = $1", {id_}); });
  EXPECT_EQ(site_.page(at("/papers/invitation.docx" + korea)), docx);
  EXPECT_EQ(site_.page(at("/papers/invitation.pdf" + korea)), pdf);
  EXPECT_EQ(site_.page(at("/papers/invitation.docx" + korea + "&utm_source=mail")), docx) << "whatever else the address says";
  EXPECT_EQ(site_.page(at("/papers/invitation.docx?to=999999")), site_.page(at("/papers/invitation.docx"))) << "nobody's copy is the letter itself, as issued";
  EXPECT_EQ(site_.page(at("/papers/invitation.docx")).find("Nơi khác hẳn"), std::string::npos);
  const std::string page = site_.page(at("/papers/invitation"));
  EXPECT_TRUE(shows(page, "giữ nguyên từ khi phát hành"));
  EXPECT_FALSE(shows(page, "thêm sau khi phát hành"));
}

TEST_P(Meetings, an_association_gets_its_own_letter_and_nobody_elses) {
  ASSERT_EQ(site_.post(at("/list-associations"), {}).status, 303);
  ASSERT_EQ(move("meetings", "meeting", id_, "invite").status, 303);
  const auto mine = invitee("ct-kr"), other = invitee("ct-la");
  const auto letter = [](std::int64_t id, const char* type) { return "/invitations/" + std::to_string(id) + "/letter." + type; };
  site_.sign_in("anh");
  EXPECT_TRUE(reads(site_.page("/work"), "Sẽ dự")) << "the invitation waits for its answer";
  EXPECT_EQ(site_.ask("GET", letter(mine, "docx")).status, 409) << "not issued yet";
  EXPECT_FALSE(shows(site_.page("/invitations/" + std::to_string(mine)), "Tải giấy mời"));
  site_.sign_in();
  EXPECT_FALSE(shows(site_.page("/work"), "/invitations/")) << "it is no work of the Union";
  ASSERT_EQ(site_.post(at("/papers/invitation/book"), {{"signer", "Trần Quốc Bảo"}, {"signed_on", "2025-11-01"}}).status, 303);
  const std::string issued = site_.page(at("/papers/invitation.docx?to=" + std::to_string(mine))), pdf = site_.page(at("/papers/invitation.pdf?to=" + std::to_string(mine)));
  site_.sign_in("anh");
  EXPECT_TRUE(shows(site_.page("/invitations/" + std::to_string(mine)), letter(mine, "pdf")));
  EXPECT_EQ(site_.page(letter(mine, "docx")), issued) << "the very bytes";
  EXPECT_EQ(site_.page(letter(mine, "pdf")), pdf);
  paper::fixture::WordView mine_only(issued);
  EXPECT_NO_THROW(mine_only.find("Hội hữu nghị Việt Nam - Hàn Quốc"));
  EXPECT_ANY_THROW(mine_only.find("Hội hữu nghị Việt Nam - Lào"));
  EXPECT_EQ(site_.ask("GET", letter(other, "docx")).status, 404);
  EXPECT_EQ(site_.ask("GET", letter(other, "pdf")).status, 404);
  EXPECT_EQ(site_.ask("GET", at("/papers/invitation.docx?to=" + std::to_string(mine))).status, 404) << "the meeting itself is the Union's";
  ASSERT_EQ(move("invitations", "meeting_invitee", mine, "confirm").status, 303);
  EXPECT_FALSE(reads(site_.page("/work"), "Sẽ dự"));
}

TEST_P(Meetings, a_petition_raised_there_is_the_associations_own) {
  ASSERT_EQ(site_.post(at("/petitions"), {{"title", "Xin giới thiệu đối tác"}, {"from_org", "ct-kr"}, {"person", "Nguyễn Kim Anh"}, {"kind", "partner_introduction"}}).status, 303);
  EXPECT_EQ(number("SELECT COUNT(*) FROM petition k JOIN organisation o ON o.id = k.org_id WHERE k.meeting = $1 AND o.code = 'ct-kr' AND k.channel = 'meeting' AND k.date = '2025-11-03'", {id_}), 1);
  const auto unclear = site_.post(at("/petitions"), {{"title", "Việc không rõ của ai"}, {"from_org", ""}});
  EXPECT_EQ(unclear.status, 422);
  EXPECT_TRUE(shows(unclear, "Việc không rõ của ai")) << "what was typed is there";
}

TEST_P(Meetings, papers_marked_secret_are_refused_with_words) {
  const auto paper = [&](const char* title) { return site_.post("/outgoing", {{"title", title}, {"kind", "cv"}, {"org", "ct"}, {"version", "0"}}); };
  const auto refused = paper("MẬT: kế hoạch đón đoàn");
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(shows(refused, "Văn bản mật không ghi vào hệ thống này"));
  EXPECT_EQ(paper("Kế hoạch (TỐI MẬT)").status, 422);
  EXPECT_EQ(paper("Tập huấn bảo mật thông tin").status, 303);
}

INSTANTIATE_TEST_SUITE_P(Both, Meetings, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
