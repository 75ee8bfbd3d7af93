// The press desk, request by request: articles in our own words become records and claims with proof, and go back again.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "app/catalog.h"
#include "app/desk/inbox.h"
#include "app/desk/reading.h"
#include "app/evidence/pages.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::reads;
using test::shows;

constexpr const char* k_visit =
    "Đoàn đại học Hàn Quốc thăm thành phố\n"
    "Sáng 12/11/2025, Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ đã tiếp đoàn Đại học Incheon (Hàn Quốc) gồm 9 người đến thăm và làm việc.\n"
    "Hai bên trao đổi về lớp tiếng Hàn. Năm 2025, Cần Thơ đã tiếp đón 63 đoàn khách quốc tế.";
constexpr const char* k_same_visit =
    "Sinh viên Incheon trở lại\n"
    "Tin thêm về chuyến thăm tuần trước. Ngày 12/11/2025, Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ tiếp đoàn Đại học Incheon (Hàn Quốc) gồm 9 thành viên.";
constexpr const char* k_other_number =
    "Chuyến thăm của Đại học Incheon\n"
    "Ngày 12/11/2025, Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ đón đoàn Đại học Incheon (Hàn Quốc) gồm 14 người.";
constexpr const char* k_gift =
    "Quỹ Bình Minh giúp trường vùng ven\n"
    "Ngày 20/10/2025, Quỹ Bình Minh (Pháp) đã tài trợ 450 triệu đồng cho dự án nước sạch học đường tại xã Trường Long.";

class Desk : public test::SampleSite {
 public:
  explicit Desk(db::Engine engine) : SampleSite({.engine = engine}) { sign_in(); }

  /// Pastes an article; the number of its reading.
  std::int64_t paste(const std::string& text, const std::string& published = "20/11/2025", const std::string& about = "ct") {
    auto r = ask("POST", "/desk", {{"text", text}, {"published", published}, {"source", "Báo Mẫu"}, {"about", about}});
    EXPECT_EQ(r.status, 303) << r.content();
    const std::string where = test::location(r);
    const auto from = where.rfind('/') + 1;
    return parse_int(where.substr(from, where.find('?') - from)).value_or(0);
  }

  /// Sends a file as the form of the page does.
  web::Response upload(const std::string& name, const std::string& bytes) {
    std::string body;
    for (const auto& [field, value] : Pairs{{"csrf", token()}, {"about", "ct"}, {"source", ""}})
      body += "--XX\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n";
    body += "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n--XX--\r\n";
    return send("POST", "/desk", {{"content-type", "multipart/form-data; boundary=XX"}}, body);
  }

  std::vector<Candidate> statements(std::int64_t reading) {
    std::vector<Candidate> out;
    program().database().read([&](db::ReadDb& db) { out = candidates_of(db, Actor::system(), reading); });
    return out;
  }
  Candidate statement(std::int64_t reading, std::size_t n) {
    auto all = statements(reading);
    EXPECT_GT(all.size(), n);
    return n < all.size() ? all[n] : Candidate{};
  }
  web::Response decide(std::int64_t statement, const std::string& what, const Form& form = {}) { return post("/statements/" + std::to_string(statement) + "/" + what, form); }

  std::vector<std::string> faults() {
    std::vector<std::string> out;
    program().database().read([&](db::ReadDb& db) {
      out = verify_evidence(db);
      for (const auto& f : ledger::verify(db).faults) out.push_back(f);
    });
    return out;
  }
};

class PressDesk : public testing::TestWithParam<db::Engine> {};

TEST_P(PressDesk, an_accepted_visit_is_counted_with_its_words_and_undo_takes_everything_back) {
  Desk desk(GetParam());
  ASSERT_EQ(desk.count("I17", "ct-tp", "2025"), 57);
  const auto proofs = desk.number("SELECT COUNT(*) FROM evidence_span WHERE deleted = 0");
  const auto reading = desk.paste(k_visit);
  const auto visit = desk.statement(reading, 0);
  EXPECT_EQ(visit.row.kind, "delegation_in");
  const std::string before = desk.page("/desk/" + std::to_string(reading));
  EXPECT_TRUE(shows(before, "Mới, chưa có trong sổ"));
  EXPECT_TRUE(shows(before, "tiếp đoàn Đại học Incheon (Hàn Quốc) gồm 9 người"));
  auto accepted = desk.decide(visit.row.id, "accept", {{"as", "delegation"}});
  ASSERT_EQ(accepted.status, 303) << accepted.content();
  EXPECT_EQ(desk.count("I17", "ct-tp", "2025"), 58);
  EXPECT_EQ(desk.count("I18", "ct-tp", "2025"), 300);
  const auto now = desk.statement(reading, 0);
  EXPECT_EQ(now.row.state, "accepted");
  EXPECT_EQ(now.row.target_register, "delegation");
  const std::string record = desk.page("/delegations/" + std::to_string(now.row.target_id));
  EXPECT_TRUE(shows(record, "Đại học Incheon"));
  EXPECT_TRUE(shows(record, "12/11/2025"));
  EXPECT_TRUE(shows(record, "gồm 9 người")) << "the words stand beside the record";
  EXPECT_TRUE(shows(desk.page("/figures/I17?org=ct-tp&period=2025"), "Đại học Incheon"));
  EXPECT_EQ(desk.faults(), std::vector<std::string>{});
  ASSERT_EQ(desk.decide(visit.row.id, "take-back").status, 303);
  EXPECT_EQ(desk.count("I17", "ct-tp", "2025"), 57);
  EXPECT_EQ(desk.number("SELECT COUNT(*) FROM evidence_span WHERE deleted = 0"), proofs);
  EXPECT_EQ(desk.statement(reading, 0).row.state, "waiting");
}

TEST_P(PressDesk, the_same_visit_in_a_second_article_is_one_record_with_two_proofs) {
  Desk desk(GetParam());
  const auto first = desk.paste(k_visit);
  ASSERT_EQ(desk.decide(desk.statement(first, 0).row.id, "accept", {{"as", "delegation"}}).status, 303);
  const auto record = desk.statement(first, 0).row.target_id;
  const auto second = desk.paste(k_same_visit, "21/11/2025");
  ASSERT_NE(first, second);
  EXPECT_TRUE(shows(desk.page("/desk/" + std::to_string(second)), "Đã có: DV-2025-"));
  ASSERT_EQ(desk.decide(desk.statement(second, 0).row.id, "accept").status, 303);
  EXPECT_EQ(desk.statement(second, 0).row.target_id, record);
  EXPECT_EQ(desk.count("I17", "ct-tp", "2025"), 58) << "told twice, counted once";
  EXPECT_EQ(desk.number("SELECT COUNT(DISTINCT evidence) FROM evidence_span WHERE deleted = 0 AND register_name = 'delegation' AND record_id = $1", {record}), 2);
  auto leaning = desk.decide(desk.statement(first, 0).row.id, "take-back");
  EXPECT_EQ(leaning.status, 409) << "the second article still proves the record";
  ASSERT_EQ(desk.decide(desk.statement(second, 0).row.id, "take-back").status, 303);
  ASSERT_EQ(desk.decide(desk.statement(first, 0).row.id, "take-back").status, 303);
  EXPECT_EQ(desk.count("I17", "ct-tp", "2025"), 57);
}

TEST_P(PressDesk, a_visit_told_by_three_articles_is_one_record_with_three_proofs) {
  Desk desk(GetParam());
  const std::string third = "Nhìn lại tháng 11\nTrong tháng, ngày 12/11/2025, Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ đón đoàn Đại học Incheon (Hàn Quốc) gồm 9 người.";
  std::set<std::int64_t> records;
  for (const std::string& text : {std::string(k_visit), std::string(k_same_visit), third}) {
    const auto reading = desk.paste(text, "30/11/2025");
    ASSERT_EQ(desk.decide(desk.statement(reading, 0).row.id, "accept").status, 303);
    records.insert(desk.statement(reading, 0).row.target_id);
  }
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(desk.count("I17", "ct-tp", "2025"), 58);
  EXPECT_EQ(desk.number("SELECT COUNT(DISTINCT evidence) FROM evidence_span WHERE deleted = 0 AND register_name = 'delegation' AND record_id = $1", {*records.begin()}), 3);
  const std::string record = desk.page("/delegations/" + std::to_string(*records.begin()));
  for (const char* words : {"tiếp đoàn Đại học Incheon (Hàn Quốc) gồm 9 người", "đón đoàn Đại học Incheon (Hàn Quốc) gồm 9 người", "gồm 9 thành viên"}) EXPECT_TRUE(shows(record, words)) << words;
}

TEST_P(PressDesk, totals_of_overlapping_stretches_stand_side_by_side_and_are_never_added) {
  Desk desk(GetParam());
  const auto year = desk.paste("Một năm hữu nghị\nNăm 2025, Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ đã tiếp đón 63 đoàn khách quốc tế.", "20/12/2025");
  ASSERT_EQ(desk.decide(desk.statement(year, 0).row.id, "accept", {{"as", "claim"}}).status, 303);
  const auto months = desk.paste("Chín tháng hữu nghị\nTrong 9 tháng đầu năm 2025, Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ đã tiếp đón 44 đoàn khách quốc tế.", "05/10/2025");
  const std::string page = desk.page("/desk/" + std::to_string(months));
  EXPECT_TRUE(reads(page, "63")) << "the year's claim beside the nine months";
  EXPECT_TRUE(shows(page, "Lệch"));
  EXPECT_FALSE(reads(page, "107")) << "the sum of both";
  ASSERT_EQ(desk.decide(desk.statement(months, 0).row.id, "accept", {{"as", "claim"}}).status, 303);
  EXPECT_EQ(desk.count("I17", "ct-tp", "2025"), 57) << "claims are not counted";
  const std::string figure = desk.page("/figures/I17?org=ct&period=2025");
  EXPECT_TRUE(shows(figure, "tiếp đón 63 đoàn khách quốc tế"));
  EXPECT_TRUE(shows(figure, "tiếp đón 44 đoàn khách quốc tế")) << "the shorter stretch stands beside the year";
}

TEST_P(PressDesk, an_article_longer_than_a_form_field_is_taken_whole) {
  Desk desk(GetParam());
  std::string text = "Kỷ yếu dài\n";
  for (int i = 0; text.size() < 150'000; ++i) text += "Đoạn " + std::to_string(i) + " kể chuyện bạn bè gần xa, không nêu con số nào của cơ quan.\n";
  text += "Ngày 12/11/2025, Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ đã tiếp đoàn Đại học Incheon (Hàn Quốc) gồm 9 người.";
  const auto reading = desk.paste(text);
  const auto visit = desk.statement(reading, 0);
  EXPECT_EQ(visit.row.kind, "delegation_in");
  EXPECT_TRUE(shows(desk.page("/desk/" + std::to_string(reading)), "gồm 9 người"));
  ASSERT_EQ(desk.decide(visit.row.id, "accept", {{"as", "delegation"}}).status, 303);
  EXPECT_EQ(desk.count("I17", "ct-tp", "2025"), 58);
  EXPECT_EQ(desk.faults(), std::vector<std::string>{});
}

TEST_P(PressDesk, the_entries_of_a_feed_become_articles_of_the_queue_once) {
  Desk desk(GetParam());
  const std::string feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Báo Mẫu</title>"
      "<item><title>Đoàn Incheon</title><link>https://bao.example/1</link><pubDate>Thu, 13 Nov 2025 08:00:00 +0700</pubDate><description>&lt;p&gt;Hôm qua 12/11, Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ đã tiếp đoàn Đại học Incheon (Hàn Quốc) gồm 9 người.&lt;/p&gt;</description></item>"
      "<item><title>Nước sạch</title><link>javascript:alert(1)</link><description>Ngày 20/10/2025, Quỹ Bình Minh (Pháp) đã tài trợ 450 triệu đồng cho dự án nước sạch học đường tại xã Trường Long.</description></item></channel></rss>";
  const auto before = desk.number("SELECT COUNT(*) FROM article_reading WHERE deleted = 0");
  ASSERT_EQ(desk.upload("doi-ngoai.xml", feed).status, 303);
  EXPECT_EQ(desk.number("SELECT COUNT(*) FROM article_reading WHERE deleted = 0"), before + 2);
  const auto reading = desk.number("SELECT id FROM article_reading WHERE deleted = 0 AND title = 'Đoàn Incheon'");
  const auto visit = desk.statement(reading, 0);
  EXPECT_EQ(visit.fact.visitors, 9);
  EXPECT_EQ(visit.fact.date, "2025-11-12") << "told against the day of the entry";
  const std::string page = desk.page("/desk/" + std::to_string(reading));
  EXPECT_TRUE(shows(page, "Báo Mẫu"));
  EXPECT_TRUE(shows(page, "https://bao.example/1"));
  EXPECT_EQ(desk.number("SELECT COUNT(*) FROM evidence WHERE url LIKE 'javascript%'"), 0);
  ASSERT_EQ(desk.upload("doi-ngoai.xml", feed).status, 303);
  EXPECT_EQ(desk.number("SELECT COUNT(*) FROM article_reading WHERE deleted = 0"), before + 2) << "fetched again, queued once";
  EXPECT_EQ(desk.upload("hong.rss", "<rss><channel><item>").status, 422);
}

TEST_P(PressDesk, another_number_is_shown_beside_ours_and_never_added) {
  Desk desk(GetParam());
  const auto first = desk.paste(k_visit);
  ASSERT_EQ(desk.decide(desk.statement(first, 0).row.id, "accept", {{"as", "delegation"}}).status, 303);
  const auto other = desk.paste(k_other_number, "22/11/2025");
  const std::string page = desk.page("/desk/" + std::to_string(other));
  EXPECT_TRUE(shows(page, "Lệch"));
  EXPECT_TRUE(shows(page, "<td>9</td><td>14</td>")) << "ours and theirs side by side";
  ASSERT_EQ(desk.decide(desk.statement(other, 0).row.id, "accept").status, 303);
  EXPECT_EQ(desk.number("SELECT members FROM delegation WHERE id = $1", {desk.statement(first, 0).row.target_id}), 9);
  EXPECT_EQ(desk.count("I17", "ct-tp", "2025"), 58);
}

TEST_P(PressDesk, a_declared_total_becomes_a_claim_that_the_figure_shows_with_its_words) {
  Desk desk(GetParam());
  const auto reading = desk.paste(k_visit);
  const auto total = desk.statement(reading, 1);
  ASSERT_EQ(total.fact.count, 63);
  const std::string page = desk.page("/desk/" + std::to_string(reading));
  EXPECT_TRUE(shows(page, "57")) << "what is counted stands beside";
  EXPECT_TRUE(shows(page, "Lệch"));
  ASSERT_EQ(desk.decide(total.row.id, "accept", {{"as", "claim"}}).status, 303);
  EXPECT_EQ(desk.count("I17", "ct-tp", "2025"), 57) << "a claim is never counted";
  EXPECT_EQ(desk.statement(reading, 1).row.target_register, "claim");
  EXPECT_TRUE(shows(desk.page("/figures/I17?org=ct&period=2025"), "tiếp đón 63 đoàn khách quốc tế"));
}

TEST_P(PressDesk, aid_is_entered_with_its_value_and_edited_before_it_is_accepted) {
  Desk desk(GetParam());
  const auto reading = desk.paste(k_gift);
  const auto aid = desk.statement(reading, 0);
  ASSERT_EQ(aid.row.kind, "aid_project");
  const std::string form = desk.page("/statements/" + std::to_string(aid.row.id) + "/edit?as=aid");
  EXPECT_TRUE(shows(form, "450.000.000 VND"));
  EXPECT_TRUE(shows(form, "Quỹ Bình Minh"));
  auto refused = desk.decide(aid.row.id, "accept", {{"as", "aid"}, {"edited", "1"}, {"title", ""}, {"value.amount", "450 triệu"}, {"value.basis", "disbursed"}, {"value.date", "20/10/2025"}});
  EXPECT_EQ(refused.status, 422) << "a title is needed";
  EXPECT_EQ(desk.statement(reading, 0).row.state, "waiting");
  auto accepted = desk.decide(aid.row.id, "accept",
                              {{"as", "aid"}, {"edited", "1"}, {"title", "Nước sạch học đường"}, {"value.amount", "450 triệu"}, {"value.basis", "disbursed"}, {"value.date", "20/10/2025"}});
  ASSERT_EQ(accepted.status, 303) << accepted.content();
  const auto id = desk.statement(reading, 0).row.target_id;
  EXPECT_EQ(desk.number("SELECT COUNT(*) FROM aid WHERE id = $1 AND title = 'Nước sạch học đường' AND country = 'FR' AND value = 450000000", {id}), 1);
  EXPECT_EQ(desk.number("SELECT COUNT(*) FROM aid_value WHERE aid = $1 AND basis = 'disbursed' AND deleted = 0", {id}), 1);
  ASSERT_EQ(desk.ask("POST", "/desk/" + std::to_string(reading) + "/take-back").status, 303);
  EXPECT_EQ(desk.number("SELECT COUNT(*) FROM aid_value WHERE aid = $1 AND deleted = 0", {id}), 0);
  EXPECT_EQ(desk.number("SELECT COUNT(*) FROM aid WHERE id = $1 AND deleted = 0", {id}), 0);
}

TEST_P(PressDesk, what_was_rejected_is_not_offered_again_in_a_reprint) {
  Desk desk(GetParam());
  const auto reading = desk.paste(k_visit);
  ASSERT_EQ(desk.decide(desk.statement(reading, 0).row.id, "reject").status, 303);
  const auto again = desk.paste(k_visit);
  EXPECT_EQ(again, reading) << "the same text is on the desk once";
  const auto reprint = desk.paste(std::string(k_visit) + "\nTheo Báo Mẫu.", "21/11/2025");
  ASSERT_NE(reprint, reading);
  EXPECT_EQ(desk.statement(reprint, 0).row.state, "skipped");
  EXPECT_EQ(desk.statement(reprint, 1).row.state, "waiting");
  ASSERT_EQ(desk.ask("POST", "/desk/" + std::to_string(reading) + "/again").status, 303);
  EXPECT_EQ(desk.statement(reading, 0).row.state, "rejected");
  EXPECT_EQ(desk.statements(reading).size(), 2U);
}

TEST_P(PressDesk, a_whole_article_goes_back_in_one_step) {
  Desk desk(GetParam());
  const auto claims_before = desk.number("SELECT COUNT(*) FROM claim WHERE deleted = 0");
  const auto reading = desk.paste(k_visit);
  ASSERT_EQ(desk.decide(desk.statement(reading, 0).row.id, "accept").status, 303);
  ASSERT_EQ(desk.decide(desk.statement(reading, 1).row.id, "accept").status, 303);
  EXPECT_EQ(desk.number("SELECT accepted FROM article_reading WHERE id = $1", {reading}), 2);
  EXPECT_EQ(desk.number("SELECT COUNT(*) FROM article_reading WHERE id = $1 AND state = 'done'", {reading}), 1);
  ASSERT_EQ(desk.ask("POST", "/desk/" + std::to_string(reading) + "/take-back").status, 303);
  EXPECT_EQ(desk.count("I17", "ct-tp", "2025"), 57);
  EXPECT_EQ(desk.number("SELECT COUNT(*) FROM claim WHERE deleted = 0"), claims_before);
  EXPECT_EQ(desk.number("SELECT COUNT(*) FROM article_reading WHERE id = $1 AND state = 'new'", {reading}), 1);
}

TEST_P(PressDesk, the_five_articles_of_the_sample_are_known_when_they_are_read_again) {
  Desk desk(GetParam());
  std::vector<std::int64_t> articles;
  desk.program().database().read([&](db::ReadDb& db) {
    db.each("SELECT id FROM evidence WHERE kind = 'article' AND illustrative = 0 ORDER BY code", {}, [&](const db::Row& row) { return articles.push_back(row.integer(0)), true; });
  });
  ASSERT_EQ(articles.size(), 5U);
  for (const auto evidence : articles) {
    auto r = desk.ask("POST", "/desk/read", {{"evidence", std::to_string(evidence)}});
    ASSERT_EQ(r.status, 303) << r.content();
    const auto reading = desk.number("SELECT id FROM article_reading WHERE evidence = $1", {evidence});
    const std::string page = desk.page("/desk/" + std::to_string(reading));
    const std::size_t all = desk.statements(reading).size();
    std::size_t cards = 0, known = 0;
    for (auto at = page.find("<article class=\"cd"); at != std::string::npos; ++cards) {
      const auto end = page.find("</article>", at);
      const std::string card = page.substr(at, end - at);
      known += shows(card, ">Đã có: ") || shows(card, ">Khớp sổ") ? 1 : 0;
      at = page.find("<article class=\"cd", end);
    }
    EXPECT_EQ(cards, all) << "article " << evidence;
    ASSERT_GT(all, 0U) << "article " << evidence;
    EXPECT_GE(known * 2 + 1, all) << "article " << evidence << ": too little of it is recognised, " << known << " of " << all;
  }
}

TEST_P(PressDesk, files_put_into_the_inbox_come_to_the_desk_of_their_organisation_and_are_put_away) {
  namespace fs = std::filesystem;
  Desk desk(GetParam());
  const fs::path inbox = test::scratch() / ("inbox" + std::to_string(static_cast<int>(GetParam())));
  fs::remove_all(inbox);
  const auto put = [&](const std::string& name, const std::string& bytes, bool settled = true) {
    fs::create_directories((inbox / name).parent_path());
    std::ofstream(inbox / name, std::ios::binary) << bytes;
    if (settled) fs::last_write_time(inbox / name, fs::file_time_type::clock::now() - std::chrono::minutes(2));
  };
  put("ct/tham.txt", k_visit);
  put("ct/dang-ghi.txt", k_gift, false);
  put("ct/anh.exe", "MZ");
  put("ct/hong.docx", "PK\x03\x04 broken");
  put("khong-co/bai.txt", k_gift);
  const auto before = desk.number("SELECT count(*) FROM article_reading");
  const InboxRun run = look_into_inbox(desk.program(), inbox);
  EXPECT_EQ(run.read, 1);
  EXPECT_EQ(run.refused, 2);
  EXPECT_EQ(desk.number("SELECT count(*) FROM article_reading"), before + 1);
  EXPECT_TRUE(fs::exists(inbox / "ct/da-doc/tham.txt"));
  EXPECT_TRUE(fs::exists(inbox / "ct/dang-ghi.txt")) << "somebody may still be writing it";
  EXPECT_TRUE(fs::exists(inbox / "ct/anh.exe")) << "not ours";
  EXPECT_TRUE(fs::exists(inbox / "ct/khong-doc-duoc/hong.docx"));
  EXPECT_GT(fs::file_size(inbox / "ct/khong-doc-duoc/hong.docx.vi-sao.txt"), 20U);
  EXPECT_TRUE(fs::exists(inbox / "khong-co/khong-doc-duoc/bai.txt"));
  put("ct/tham.txt", k_visit);
  EXPECT_EQ(look_into_inbox(desk.program(), inbox).read, 1);
  EXPECT_EQ(desk.number("SELECT count(*) FROM article_reading"), before + 1) << "the same article once more is known";
  EXPECT_TRUE(fs::exists(inbox / "ct/da-doc/tham-2.txt"));
}

INSTANTIATE_TEST_SUITE_P(Both, PressDesk, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
