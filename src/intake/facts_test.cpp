// Sentences of our own and the facts they tell: what the grammar must know beyond any one article.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "intake/intake.h"
#include "intake/words.h"

namespace nc::intake {
namespace {

std::string money(const char* name, const std::optional<Money>& m) {
  return m ? fmt::format(" {}={}{}", name, whole_units(*m), m->currency.code()) : "";
}
std::string number(const char* name, const std::optional<std::int64_t>& n) { return n ? fmt::format(" {}={}", name, *n) : ""; }

/// The values that tell one fact from another, in one line.
std::string line(const Fact& f) {
  std::string out(code(f.kind));
  if (f.status == Status::planned) out += " planned";
  out += number("count", f.count) + number("visitors", f.visitors) + number("quantity", f.quantity) + number("years", f.years);
  out += money("amount", f.amount) + money("each", f.unit_amount);
  if (!f.unit.empty() && f.kind == Kind::membership) out += " " + f.unit;
  if (!f.award.empty()) out += " " + f.award;
  if (f.kind == Kind::aid_project) out += " by " + f.donor;
  if (f.kind == Kind::agreement || f.kind == Kind::anniversary)
    for (const auto& c : f.countries) out += " " + c;
  if (f.kind == Kind::activity && !f.date.empty()) out += " " + f.date;
  return out;
}

using Lines = std::vector<std::string>;

/// Facts of a sentence in an article of 15/11/2024 from Thái Bình.
std::vector<std::string> facts(const std::string& sentence) {
  const Article article = read_text(
      "Thái Bình: bạn bè xa gần\n\n10:00 | 15/11/2024\n\nLiên hiệp các tổ chức hữu nghị tỉnh Thái Bình có nhiều việc làm thiết thực trong thời gian qua.\n\n" + sentence +
      "\n\nÔng Chủ tịch nói lời cảm ơn tới mọi người đã cùng chung tay.\n");
  std::vector<std::string> out;
  for (const Fact& f : article.facts) {
    out.push_back(line(f));
    EXPECT_FALSE(f.evidence.empty());
    for (const Span s : f.evidence) EXPECT_NE(sentence.find(article.quote(s)), std::string::npos) << article.quote(s);
  }
  return out;
}

/// Facts of a sentence in an English article of 15 November 2024 from Thai Binh.
Lines english(const std::string& sentence) {
  const Article article = read_text(
      "Thai Binh makes friends\n\nNovember 15, 2024\n\nThe Thai Binh Union of Friendship Organisations has had a good year, the chairman of the union told reporters.\n\n" +
      sentence + "\n\nThe chairman of the union said thank you to all of the people who came.\n");
  EXPECT_EQ(article.language, "en");
  Lines out;
  for (const Fact& f : article.facts) out.push_back(line(f));
  return out;
}

TEST(EnglishFacts, TheHeadOfANounPhraseSaysWhatIsCounted) {
  EXPECT_EQ(english("The province licensed 87 foreign NGO aid projects valued at $12.6m."), Lines{"aid_total count=87 amount=12600000USD"});
  EXPECT_EQ(english("Three of its own delegations, with 22 members altogether, crossed the border to Laos."), Lines{"delegation_out count=3 visitors=22"});
  EXPECT_EQ(english("Its youth club handed out 250 sets of school uniforms to poor pupils."), Lines{"gift count=250"});
}

TEST(EnglishFacts, NumbersInWordsAndStretchesOfYears) {
  EXPECT_EQ(english("Eleven Lao delegations, 198 guests in all, came to Thai Binh."), Lines{"delegation_in count=11 visitors=198"});
  EXPECT_EQ(english("On June 24, a ceremony was held to mark half a century of diplomatic ties with Cambodia; three hundred and fifty people attended."),
            (Lines{"activity count=1 2024-06-24", "anniversary years=50 KH", "event_participants count=350"}));
}

TEST(EnglishFacts, ThePersonWhoGaveMayStandBehindTheSum) {
  EXPECT_EQ(english("The mission was funded to the tune of $175,000 by the US-based Operation Smile."), Lines{"aid_project amount=175000USD by US-based Operation Smile"});
  EXPECT_EQ(english("A $210,000 school programme run by Saigon Children started in May."), Lines{"aid_project amount=210000USD by Saigon Children"});
  EXPECT_EQ(english("Some 1,200 hygiene kits from Plan International reached families in Vu Thu."), Lines{"gift count=1200"});
  EXPECT_EQ(english("The Union handed over 500 blankets that reached flooded villages."), Lines{"gift count=500"});
}

TEST(EnglishFacts, AStockIsToldByManyVerbsAndAPartByNone) {
  EXPECT_EQ(english("The union is the umbrella for 11 member associations with around 6,300 members, of whom 110 joined this year."),
            (Lines{"membership count=11 member_orgs", "membership count=6300 members", "membership count=110 new_members"}));
  EXPECT_EQ(english("It admitted 240 new members this year, including 60 recruited at the university."), (Lines{"membership count=240 new_members", "membership count=60 new_members"}));
  EXPECT_EQ(english("It admitted 240 new members, bringing the total to more than 3,100."), (Lines{"membership count=240 new_members", "membership count=3100 members"}));
}

TEST(EnglishFacts, ADayBeforeTheWordOfIntentionBelongsToWhatWasDone) {
  EXPECT_EQ(english("The two sides on November 12 inked a cooperation pact with Daegu of Korea, under which they will meet each year."), Lines{"agreement count=1 KR"});
  EXPECT_EQ(english("It plans an international friendship forum in July, for which 500 delegates are expected."),
            (Lines{"activity planned count=1 2025-07", "event_participants planned count=500"}));
}

TEST(Facts, FiguresOfYearsLongPastAreHistory) {
  EXPECT_EQ(facts("Năm 2004, chỉ có 15 đoàn khách nước ngoài đến với tỉnh."), Lines{});
  EXPECT_EQ(facts("Năm 2022, có 15 đoàn khách nước ngoài đến với tỉnh."), Lines{"delegation_in count=15"});
}

TEST(Facts, TheVerbMayStandBehindWhatItGovernsInVietnameseToo) {
  EXPECT_EQ(facts("43 lượt đoàn, 612 lượt khách quốc tế là con số mà liên hiệp đã đón trong năm."), Lines{"delegation_in count=43 visitors=612"});
  EXPECT_EQ(facts("Hành trang của đoàn là 500 phần quà, mỗi phần 400 ngàn đồng, dành cho hộ nghèo Campuchia."), Lines{"gift count=500 each=400000VND"});
}

TEST(Facts, ThisOrganisationIsTheOneJustNamed) {
  EXPECT_EQ(facts("Tỉnh đã làm việc với tổ chức Global Civic Sharing (Hàn Quốc). Trong năm 2024, tổ chức này tài trợ không hoàn lại 410.000 USD xây dựng 6 công trình nước sạch."),
            Lines{"aid_project amount=410000USD by tổ chức Global Civic Sharing"});
}

TEST(Facts, LostBlanksAndOldSpellingChangeNothing) {
  const Lines wanted{"gift count=300 each=500000VND"};
  EXPECT_EQ(facts("Liên hiệp đã trao 300 suất quà, mỗi suất 500.000 đồng, cho hộ nghèo xã Hòa Bình."), wanted);
  EXPECT_EQ(facts("Liên hiệp đã trao 300suất quà, mỗi suất 500.000đồng, cho hộ nghèo xã Hoà Bình."), wanted);
  EXPECT_EQ(facts("Liên hiệp đã trao 300\u00a0suất quà, mỗi suất 500.000\u00a0đ, cho hộ nghèo xã Hoà Bình."), wanted);
  EXPECT_EQ(facts("LIÊN HIỆP ĐÃ TRAO 300 SUẤT QUÀ, MỖI SUẤT 500.000 ĐỒNG, CHO HỘ NGHÈO XÃ HÒA BÌNH."), wanted);
}

TEST(Facts, PlaceAndRecipientAreTold) {
  const Article article = read_text(
      "Thái Bình\n\n10:00 | 15/11/2024\n\nNgày 12/11, tại xã Vũ Hội (huyện Vũ Thư), Liên hiệp các tổ chức hữu nghị tỉnh Thái Bình trao 50 chiếc xe đạp cho học sinh nghèo vượt khó.\n");
  ASSERT_EQ(article.facts.size(), 1U);
  EXPECT_EQ(article.facts[0].recipient, "học sinh nghèo vượt khó");
  EXPECT_EQ(article.facts[0].place, "xã Vũ Hội (huyện Vũ Thư)");
}

TEST(Facts, TheWayOfADelegationIsToldByVerbsBeforeAndBehind) {
  EXPECT_EQ(facts("Mười hai đoàn khách với 105 thành viên đã được đón tiếp chu đáo; bốn đoàn cán bộ được cử sang nước bạn học tập."),
            (Lines{"delegation_in count=12 visitors=105", "delegation_out count=4"}));
  EXPECT_EQ(facts("Từ đầu năm, tỉnh đã tiếp 8 đoàn của các tỉnh Bắc Lào. Ở chiều ngược lại có 3 đoàn."), (Lines{"delegation_in count=8", "delegation_out count=3"}));
  EXPECT_EQ(facts("Số đoàn của tỉnh đi nước ngoài là 6 đoàn, gồm 37 người."), Lines{"delegation_out count=6 visitors=37"});
}

TEST(Facts, WhatManyGiveIsATotalAndWhatOneGivesIsNot) {
  EXPECT_EQ(facts("Năm 2023, các tổ chức quốc tế đã hỗ trợ tỉnh 52 công trình với số tiền 18,6 tỷ đồng."), Lines{"aid_total count=52 amount=18600000000VND"});
  EXPECT_EQ(facts("Các nhà tài trợ gồm: Good Neighbors (9,2 tỷ đồng), Quỹ Bông Sen (Pháp) (3,4 tỷ đồng)."),
            (Lines{"aid_project amount=9200000000VND by Good Neighbors", "aid_project amount=3400000000VND by Quỹ Bông Sen"}));
}

TEST(Facts, AStockOfYearsAgoIsNoStockOfToday) {
  EXPECT_EQ(facts("Hồi năm 2010, khi Liên hiệp mới có 3 hội thành viên, thư từ còn ít."), Lines{});
  EXPECT_EQ(facts("Từ 8 chi hội ban đầu, Hội phát triển thành 33 chi hội, trên 2.400 hội viên."),
            (Lines{"membership count=33 branches", "membership count=2400 members"}));
}

TEST(Facts, APresentNamesWhoGetsItAndMoneyBesideItIsAnother) {
  const Article article = read_text("Thái Bình\n\n10:00 | 15/11/2024\n\nHội hữu nghị Việt Nam - Lào tỉnh Thái Bình trao 5 máy tính xách tay và 50 triệu đồng cho Trường Tiểu học Vũ Hội.\n");
  ASSERT_EQ(article.facts.size(), 2U);
  EXPECT_EQ(article.facts[0].count, 5);
  EXPECT_FALSE(article.facts[0].amount);
  EXPECT_EQ(article.facts[0].recipient, "Trường Tiểu học Vũ Hội");
  EXPECT_EQ(article.facts[1].amount->minor, 50'000'000);
}

TEST(Facts, DelegationsInAndOutWithTheirPeople) {
  EXPECT_EQ(facts("Năm qua, Liên hiệp đã đón và làm việc với 32 đoàn khách quốc tế, gồm 415 lượt khách đến từ 14 quốc gia."), Lines{"delegation_in count=32 visitors=415"});
  EXPECT_EQ(facts("Liên hiệp đón tiếp 27 đoàn khách nước ngoài (198 người); tổ chức 4 đoàn đi học tập tại Trung Quốc."),
            (Lines{"delegation_in count=27 visitors=198", "delegation_out count=4"}));
  EXPECT_EQ(facts("Thành phố đã tổ chức 3 đoàn ra và tiếp đón 41 đoàn với hơn 200 lượt khách."), (Lines{"delegation_out count=3", "delegation_in count=41 visitors=200"}));
  EXPECT_EQ(facts("Đoàn vào: 22 đoàn/163 lượt người, trong đó: Hàn Quốc 08 đoàn, Lào 03 đoàn."),
            (Lines{"delegation_in count=22 visitors=163", "delegation_in count=8", "delegation_in count=3"}));
}

TEST(Facts, OneGroupIsOneDelegation) {
  EXPECT_EQ(facts("Từ ngày 8 đến 14/9, đoàn công tác của tỉnh gồm 11 thành viên đã đi thăm và làm việc tại Cộng hòa Pháp."), Lines{"delegation_out count=1 visitors=11"});
  EXPECT_EQ(facts("Trung tuần tháng 4, một đoàn gồm 22 cán bộ tỉnh Xiêng Khoảng (Lào) đã sang học tập kinh nghiệm tại huyện Vũ Thư."), Lines{"delegation_in count=1 visitors=22"});
  EXPECT_EQ(facts("Tháng 12 tới, tỉnh sẽ cử đoàn 18 học sinh sang Osaka dự trại hè."), Lines{"delegation_out planned count=1 visitors=18"});
}

TEST(Facts, AidOfAPeriodAndOfOneDonor) {
  EXPECT_EQ(facts("Tính đến hết tháng 10, toàn tỉnh đã tiếp nhận 18 chương trình, dự án và 11 khoản viện trợ phi dự án với tổng trị giá 2,35 triệu USD, đạt 94% kế hoạch."),
            Lines{"aid_total count=29 amount=2350000USD"});
  EXPECT_EQ(facts("Quỹ Codespa (Tây Ban Nha) dành 180.000 euro cho dự án sinh kế."), Lines{"aid_project amount=180000EUR by Quỹ Codespa"});
  EXPECT_EQ(facts("Bệnh viện Nhi được Đại sứ quán Nhật Bản viện trợ một máy siêu âm trị giá 1,8 tỷ đồng."), Lines{"aid_project amount=1800000000VND by Đại sứ quán Nhật Bản"});
  EXPECT_EQ(facts("Bà Maria Lopez, đại diện Quỹ Codespa (Tây Ban Nha), thông báo sẽ dành thêm 90.000 euro cho hợp phần sinh kế."),
            Lines{"aid_project planned amount=90000EUR by Quỹ Codespa"});
  EXPECT_EQ(facts("1 | Xây 02 phòng học xã Bình Minh | Tổ chức Children Action (Thụy Sĩ) | 1,3 tỷ đồng"), Lines{"aid_project amount=1300000000VND by Tổ chức Children Action"});
}

TEST(Facts, GiftsAndScholarshipsWithTheirValue) {
  EXPECT_EQ(facts("Nhân dịp này, Hội đã trao tặng 45 suất quà cho trẻ em khó khăn, mỗi suất trị giá 700.000 đồng."), Lines{"gift count=45 each=700000VND"});
  EXPECT_EQ(facts("Liên hiệp tặng 120 suất quà (600.000 đồng/suất) cho gia đình chính sách, tổng trị giá 72 triệu đồng."), Lines{"gift count=120 amount=72000000VND each=600000VND"});
  EXPECT_EQ(facts("Liên hiệp đã tặng 500 phần quà dành cho hộ nghèo."), Lines{"gift count=500"});
  EXPECT_EQ(facts("Hội trao 500 phần quà, mỗi phần 400 ngàn đồng, dành cho hộ nghèo."), Lines{"gift count=500 each=400000VND"});
  EXPECT_EQ(facts("Hội phối hợp trao 75 xe lăn, 20 xe lắc cho người khuyết tật."), (Lines{"gift count=75", "gift count=20"}));
  EXPECT_EQ(facts("Các hội viên ủng hộ 1,2 tỷ đồng xây 10 căn nhà tình nghĩa."), Lines{"gift amount=1200000000VND"});
  EXPECT_EQ(facts("Hội hữu nghị Việt Nam - Hàn Quốc tỉnh trao 25 suất học bổng (2.000.000 đồng/suất) cho học sinh nghèo học giỏi."), Lines{"scholarship count=25 each=2000000VND"});
  EXPECT_EQ(facts("Hội trao 30 suất học bổng cho lưu học sinh Lào. Mỗi suất trị giá 3 triệu đồng."), Lines{"scholarship count=30 each=3000000VND"});
  EXPECT_EQ(facts("Hội trao 20 phần quà cho hộ nghèo; tổng trị giá 60 triệu đồng."), Lines{"gift count=20 amount=60000000VND"});
  EXPECT_EQ(facts("Chị Sình kể: nhà tôi được hỗ trợ 2 con bò."), Lines{});
}

TEST(Facts, AgreementsAndAnniversaries) {
  EXPECT_EQ(facts("Liên hiệp và Hội hữu nghị Pháp - Việt đã ký kết bản ghi nhớ hợp tác giai đoạn 2024 - 2026."), Lines{"agreement count=1 FR"});
  EXPECT_EQ(facts("Trong năm, Liên hiệp ký mới 3 thỏa thuận hợp tác với các đối tác Hàn Quốc và Nhật Bản."), Lines{"agreement count=3 KR JP"});
  EXPECT_EQ(facts("Năm nay kỷ niệm 50 năm quan hệ ngoại giao Việt - Đức và 30 năm bình thường hóa quan hệ Việt Nam - Hoa Kỳ."), (Lines{"anniversary years=50 DE", "anniversary years=30 US"}));
  EXPECT_EQ(facts("Đại biểu dự lễ kỷ niệm 70 năm Chiến thắng Điện Biên Phủ và 49 năm giải phóng miền Nam."), Lines{});
}

TEST(Facts, AwardsCountWhoGetsThem) {
  EXPECT_EQ(facts("Dịp này, 6 tập thể và 12 cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen; 3 cá nhân được tặng Kỷ niệm chương."), (Lines{"award count=18 Bằng khen", "award count=3 Kỷ niệm chương"}));
  EXPECT_EQ(facts("Chủ tịch nước đã tặng thưởng Huân chương Hữu nghị cho 2 tổ chức và 1 cá nhân người Nhật Bản."), Lines{"award count=3 Huân chương Hữu nghị"});
}

TEST(Facts, StandingNumbersOfMembersAndPartners) {
  EXPECT_EQ(facts("Đến nay, Liên hiệp có 13 hội thành viên, 96 chi hội với tổng số gần 8.500 hội viên."),
            (Lines{"membership count=13 member_orgs", "membership count=96 branches", "membership count=8500 members"}));
  EXPECT_EQ(facts("Trong năm, Hội đã phát triển thêm 3 chi hội, kết nạp 215 hội viên mới."), (Lines{"membership count=3 new_branches", "membership count=215 new_members"}));
  EXPECT_EQ(facts("Hiện có 24 tổ chức phi chính phủ nước ngoài đang hoạt động tại tỉnh."), Lines{"partner_count count=24"});
}

TEST(Facts, EventsTheirDayTheirPeopleAndWhatTheyAchieve) {
  EXPECT_EQ(facts("Ngày 5/11, Hội tổ chức gặp mặt hữu nghị với sự tham dự của hơn 200 cựu lưu học sinh."), (Lines{"activity count=1 2024-11-05", "event_participants count=200"}));
  EXPECT_EQ(facts("Liên hiệp đã phối hợp tổ chức 26 hoạt động giao lưu, hữu nghị."), Lines{"activity count=26"});
  EXPECT_EQ(facts("Ngày 20/4, Hội trồng 500 cây hoa ban tại công viên."), Lines{"activity count=1 quantity=500 2024-04-20"});
  EXPECT_EQ(facts("Phong trào ký tên đã thu hút hơn 12.300 chữ ký ủng hộ."), Lines{"signature_campaign count=12300"});
}

TEST(Facts, PlansArePlanned) {
  EXPECT_EQ(facts("Năm 2025, Liên hiệp phấn đấu đón 40 đoàn khách quốc tế, cử 6 đoàn đi công tác nước ngoài, vận động 2,5 triệu USD viện trợ."),
            (Lines{"delegation_in planned count=40", "delegation_out planned count=6", "aid_total planned amount=2500000USD"}));
}

TEST(Facts, OtherPeoplesFiguresComparisonsAndTheEconomyAreNone) {
  EXPECT_EQ(facts("Trong khi đó, tỉnh Nam Định đón 28 đoàn; Hà Nam vận động được 1,1 triệu USD."), Lines{});
  EXPECT_EQ(facts("Hà Tĩnh, địa phương láng giềng, năm qua đón 21 đoàn và vận động 4 triệu USD."), Lines{});
  EXPECT_EQ(facts("Tính chung cả nước, các tổ chức phi chính phủ nước ngoài giải ngân 230 triệu USD."), Lines{});
  EXPECT_EQ(facts("So với năm 2023, số đoàn vào tăng 9 đoàn, số lượt khách tăng 1,4 lần."), Lines{});
  EXPECT_EQ(facts("Toàn tỉnh đón 3,2 triệu lượt khách du lịch, doanh thu gần 8.000 tỷ đồng."), Lines{});
}

TEST(Facts, GrowthAgainstAnotherYearIsCompared) {
  EXPECT_EQ(facts("Hiện Hội có 11 chi hội, gần 1.300 hội viên, tăng 2 chi hội và 150 hội viên so với năm 2022."), (Lines{"membership count=11 branches", "membership count=1300 members"}));
  EXPECT_EQ(facts("Năm 2023, tỉnh đón 31 đoàn; 9 tháng năm 2024 đã đón 44 đoàn với 530 khách."), Lines{"delegation_in count=44 visitors=530"});
}

TEST(Facts, WhoGivesIsFoundAroundTheVerb) {
  EXPECT_EQ(facts("Tổ chức Malteser (Đức) với dự án phòng chống thiên tai trị giá 320.000 EUR; GNI tài trợ 2,7 tỷ đồng cho huyện Vũ Thư."),
            (Lines{"aid_project amount=320000EUR by Tổ chức Malteser", "aid_project amount=2700000000VND by GNI"}));
  EXPECT_EQ(facts("Chương trình “Người bạn nhỏ” do tổ chức MYI (Hàn Quốc) thực hiện."), Lines{"aid_project by tổ chức MYI"});
  EXPECT_EQ(facts("Tổ chức Caritas Thụy Sĩ cam kết viện trợ 1,2 triệu USD cho dự án khí hậu."), Lines{"aid_project planned amount=1200000USD by Tổ chức Caritas Thụy Sĩ"});
  EXPECT_EQ(facts("Các hội viên đã đóng góp hơn 1,6 tỷ đồng cho hoạt động an sinh xã hội."), Lines{"gift amount=1600000000VND"});
}

TEST(Facts, IntentionsGoOnBehindASemicolon) {
  EXPECT_EQ(facts("Năm 2025, Liên hiệp đặt chỉ tiêu vận động 1,6 triệu USD; trao 50 suất học bổng trị giá 100 triệu đồng."),
            (Lines{"aid_total planned amount=1600000USD", "scholarship planned count=50 amount=100000000VND"}));
}

TEST(Facts, TheSameStatementTwiceIsOneFactWithTwoProofs) {
  const Article article = read_text("Tin\n\n15/11/2024\n\nNăm qua, Liên hiệp các tổ chức hữu nghị tỉnh Thái Bình đón 57 đoàn khách quốc tế đến thăm và làm việc.\n\n"
                                    "Theo báo cáo, Liên hiệp đã tiếp đón 57 đoàn với 291 lượt khách.\n");
  ASSERT_EQ(article.facts.size(), 1U);
  EXPECT_EQ(line(article.facts[0]), "delegation_in count=57 visitors=291");
  EXPECT_EQ(article.facts[0].evidence.size(), 2U);
}

TEST(Facts, EnglishNewsIsRead) {
  const Article article = read_text(
      "Hai Phong hosts friends\nJune 12, 2024\n\nIn the first five months of this year, the Hai Phong Union of Friendship Organisations welcomed 38 foreign delegations with 412 visitors "
      "and sent four delegations to Japan.\n\nRoom to Read, a US-based NGO, granted $310,000 for school libraries.\n\nThe union plans to sign two cooperation agreements with partners in India next year.\n");
  Lines found;
  for (const Fact& f : article.facts) found.push_back(line(f));
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(found, (Lines{"delegation_in count=38 visitors=412", "delegation_out count=4", "aid_project amount=310000USD by Room to Read", "agreement planned count=2 IN"}));
}

TEST(Facts, EvidenceCountsCodePointsOfTheFileAsStored) {
  const std::string nfc = "Tin\r\n\r\n15/11/2024\r\n\r\nNăm qua, Liên hiệp các tổ chức hữu nghị tỉnh Thái Bình đã đón 57\xC2\xA0" "đoàn khách quốc tế tới thăm.\r\n";
  const Article article = read_text(nfc);
  ASSERT_EQ(article.facts.size(), 1U);
  EXPECT_EQ(article.quote(article.facts[0].evidence[0]), "đón 57\xC2\xA0đoàn khách quốc tế");
}

TEST(Facts, GrammarOfReportsAndHandovers) {
  // "cấp" gives where something is counted behind it, and names a level elsewhere.
  EXPECT_EQ(facts("Hội cấp 90 suất học bổng với tổng số tiền 270 triệu đồng cho sinh viên."), Lines{"scholarship count=90 amount=270000000VND"});
  // Where a later group goes tells nothing of the one before.
  EXPECT_EQ(facts("Hội đón tiếp 24 lượt đoàn khách Nhật Bản, giới thiệu 6 đoàn doanh nghiệp sang tìm hiểu thị trường tại Osaka."),
            (Lines{"delegation_in count=24", "delegation_out count=6"}));
  EXPECT_EQ(facts("Hội nâng tổng số hội viên lên 540 người."), Lines{"membership count=540 members"});
  EXPECT_EQ(facts("Liên hiệp có 8 tổ chức thành viên, thu hút trên 3.400 hội viên tham gia sinh hoạt."),
            (Lines{"membership count=8 member_orgs", "membership count=3400 members"}));
  EXPECT_EQ(facts("Số dự án triển khai: 33 dự án; tổng giá trị viện trợ cam kết: 3.750.000 USD."), Lines{"aid_total count=33 amount=3750000USD"});
  EXPECT_EQ(facts("- Quỹ Lemon (Hoa Kỳ): 01 dự án nước sạch, kinh phí 860.000 USD."), Lines{"aid_project amount=860000USD by Quỹ Lemon"});
  EXPECT_EQ(facts("Nổi bật là dự án xây dựng trường mầm non xã Vũ Lạc của Quỹ Saemaul (Hàn Quốc) trị giá 4,5 tỷ đồng."),
            Lines{"aid_project amount=4500000000VND by Quỹ Saemaul"});
  EXPECT_EQ(facts("Các hội thành viên huy động gần 1,2 tỷ đồng giúp bà con Việt kiều nghèo."), Lines{"gift amount=1200000000VND"});
}

TEST(Facts, GrammarOfHandoversAndPassives) {
  EXPECT_EQ(facts("Liên hiệp trao tặng 120 xe lăn cho người khuyết tật. Tổng kinh phí chương trình trên 480 triệu đồng."),
            Lines{"gift count=120 amount=480000000VND"});
  EXPECT_EQ(facts("Đoàn còn tặng 300 phần quà, mỗi phần trị giá 400 nghìn đồng cho hộ nghèo."), Lines{"gift count=300 each=400000VND"});
  EXPECT_EQ(facts("Quý IV, Hội sẽ trao tiếp 200 chiếc áo ấm, 1.000 quyển vở cho học sinh."), (Lines{"gift planned count=200", "gift planned count=1000"}));
  EXPECT_EQ(facts("Hội Cựu chiến binh phường Lê Lợi đóng góp 45 triệu đồng."), Lines{"gift amount=45000000VND"});
  EXPECT_EQ(facts("Hai bản ghi nhớ với các đối tác Thái Lan đã được ký kết."), Lines{"agreement count=2 TH"});
  EXPECT_EQ(facts("Toàn tỉnh giải ngân 5 tỷ đồng cho 12 dự án phi chính phủ."), Lines{"aid_total count=12 amount=5000000000VND"});
}

TEST(Facts, WhoComesAndWhoGivesToWork) {
  EXPECT_EQ(facts("Hội đón 11 đoàn của các tỉnh bạn sang thăm (tổng số 96 người)."), Lines{"delegation_in count=11 visitors=96"});
  EXPECT_EQ(facts("Tổ chức Lemon (Đức) hỗ trợ 9,6 tỷ đồng cho các hoạt động bảo vệ trẻ em."), Lines{"aid_project amount=9600000000VND by Tổ chức Lemon"});
  EXPECT_EQ(facts("Liên hiệp vận động 14 dự án với tổng kinh phí tài trợ là 37,8 tỷ đồng."), Lines{"aid_total count=14 amount=37800000000VND"});
  EXPECT_EQ(facts("Ngày 5/11, Hội họp tổng kết năm. Tham dự có 90 hội viên tiêu biểu."), Lines{"event_participants count=90"});
  EXPECT_EQ(facts("3 hội viên được tặng Huy hiệu của Trung ương Hội."), Lines{"award count=3 Huy hiệu"});
}

TEST(Facts, ANameOfOneWordMayEndTheText) {
  // A rule asks for two words behind "tỉnh"; here is one. Without room to spare the sanitizers see a look behind the end.
  Words words("đoàn của tỉnh Huế");
  words.tokens.shrink_to_fit();
  EXPECT_EQ(words.between(3, 5), "Huế");
  EXPECT_EQ(words.between(4, 6), "");
}

}  // namespace
}  // namespace nc::intake
