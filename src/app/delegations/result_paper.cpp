// Letter and result report of a visit: what the registers know is filled in, what only people know stands as "[điền: ...]".
#include "app/common/fact_table.h"
#include "app/delegations/lists.h"
#include "app/delegations/papers.h"
#include "base/words.h"

namespace nc::app {

namespace {

using paper::Block;

Block prose(Block::Kind kind, std::string text) { return paper_line(kind, std::move(text)); }

Block facts_of(const VisitFacts& v) {
  std::string leader = v.head;
  for (const auto& p : v.people)
    if (p.head || p.name == v.head) leader = p.name + (p.title.empty() ? "" : ", " + p.title);
  return fact_table({
      {"Số người của đoàn", v.members.empty() ? "" : v.members + " người"},
      {"Trưởng đoàn, chức vụ", leader},
      {v.direction == "out" ? "Nước, địa phương đến" : "Nước", v.country_names(Lang::vi) + (v.city.empty() ? "" : ", " + v.city)},
      {"Thời gian", v.days(Lang::vi)},
      {"Đối tác", v.partner},
      {"Văn bản cho phép", v.decision_no + (v.decision_date ? " ngày " + format_date(v.decision_date, Lang::vi) : "")},
      {"Nguồn kinh phí", v.cost_source},
      {"Tổng kinh phí", v.cost}});
}

void programme(const VisitFacts& v, paper::Paper& p) {
  p.blocks.push_back(prose(Block::Kind::clause, "1. Lịch làm việc"));
  if (v.items.empty()) {
    p.blocks.push_back(prose(Block::Kind::paragraph, v.programme.empty() ? "[điền: nơi, người tiếp, nội dung]" : v.programme));
    return;
  }
  const Date last = v.to ? v.to : v.from;
  for (const ProgrammeItem& i : v.items) {
    if (i.day < v.from || i.day > last) continue;  // what was foreseen for other days was not done in this visit
    p.blocks.push_back(prose(Block::Kind::item, "- " + format_date(i.day, Lang::vi) + (i.hours().empty() ? "" : ", " + i.hours()) + ": " + i.what + (i.place.empty() ? "" : ", tại " + i.place) +
                                                    (i.host.empty() ? "" : "; " + i.host + " tiếp") + "."));
  }
}

void gifts(const VisitFacts& v, paper::Paper& p) {
  p.blocks.push_back(prose(Block::Kind::clause, "3. Tặng phẩm trao, nhận"));
  if (v.gifts.empty()) p.blocks.push_back(prose(Block::Kind::paragraph, "Không ghi nhận tặng phẩm."));
  for (const auto& g : v.gifts) p.blocks.push_back(prose(Block::Kind::item, "- " + std::string(g.direction == "given" ? "Trao " : "Nhận ") + g.what + (g.to.empty() ? "" : (g.direction == "given" ? " cho " : " của ") + g.to) + "."));
}

}  // namespace

paper::Paper result_paper(const VisitFacts& v) {
  paper::Paper p = paper_from(v.office, Lang::vi, "BC", {});
  p.kind_name = "BÁO CÁO";
  const bool out = v.direction == "out";
  p.subject_lines = {out ? "Kết quả chuyến công tác tại " + v.country_names(Lang::vi) : "Kết quả đón tiếp " + v.title, v.days(Lang::vi)};
  p.addressed_to = {"[điền: cơ quan quyết định " + std::string(out ? "cử đoàn" : "cho phép đón đoàn") + "]"};
  if (v.illustrative) p.stamp = "BẢN MẪU";
  const std::string by = v.decision_no.empty() ? "[điền: văn bản cho phép]" : v.decision_no + (v.decision_date ? " ngày " + format_date(v.decision_date, Lang::vi) : "");
  p.blocks.push_back(prose(Block::Kind::paragraph, "Thực hiện " + by + ", " + v.office.name + (out ? " đã cử " : " đã đón và làm việc với ") + v.title + ", " +
                                                       (v.to && v.to != v.from ? "từ ngày " + format_date(v.from, Lang::vi) + " đến ngày " + format_date(v.to, Lang::vi) : "ngày " + format_date(v.from, Lang::vi)) +
                                                       ". Kết quả như sau:"));
  p.blocks.push_back(prose(Block::Kind::heading, "I. THÔNG TIN CHUNG"));
  p.blocks.push_back(facts_of(v));
  p.blocks.push_back(prose(Block::Kind::heading, "II. NỘI DUNG VÀ KẾT QUẢ"));
  programme(v, p);
  p.blocks.push_back(prose(Block::Kind::clause, "2. Kết quả theo mục đích của chuyến đi"));
  p.blocks.push_back(prose(Block::Kind::paragraph, v.result.empty() ? "[điền: đạt, đạt một phần, chưa đạt và vì sao]" : v.result));
  gifts(v, p);
  p.blocks.push_back(prose(Block::Kind::heading, "III. ĐÁNH GIÁ"));
  p.blocks.push_back(prose(Block::Kind::paragraph, "[điền: mặt được, mặt chưa được, điều cần lưu ý về lễ tân]"));
  p.blocks.push_back(prose(Block::Kind::heading, "IV. KIẾN NGHỊ"));
  p.blocks.push_back(prose(Block::Kind::paragraph, "[điền: với cấp quyết định; với Liên hiệp các tổ chức hữu nghị Việt Nam; việc tự làm, thời hạn]"));
  p.recipients = {"Như trên", "Lưu: VT"};
  return p;
}

paper::Paper visit_letter(const VisitFacts& v, Lang lang) {
  const bool vi = lang == Lang::vi, in = v.direction == "in";
  paper::Paper p = paper_from(v.office, lang, "", {});
  const std::string partner = vi || v.partner_en.empty() ? v.partner : v.partner_en;
  p.kind_name = vi ? (in ? "THƯ MỜI" : "THƯ NGỎ") : (in ? "LETTER OF INVITATION" : "LETTER");
  p.addressed_to = {v.contact.empty() ? (partner.empty() ? (vi ? "[điền: người nhận]" : "[name]") : partner) : v.contact + (partner.empty() ? "" : ", " + partner)};
  if (v.illustrative) p.stamp = "BẢN MẪU";
  const std::string days = v.days(lang), name = v.name(lang), office = v.office.in(lang);
  const auto add = [&](const std::string& text) { p.blocks.push_back(prose(Block::Kind::paragraph, text)); };
  const std::string purpose = v.purpose.empty() ? "" : delegation_purposes().label(v.purpose, lang);
  if (vi) {
    add("Thay mặt " + office + ", tôi trân trọng gửi tới Quý vị lời chào hữu nghị.");
    if (in) add("Chúng tôi trân trọng mời " + name + " sang thăm " + (v.office.place.empty() ? "Việt Nam" : v.office.place) + ", thời gian " + days + (purpose.empty() ? "." : ", mục đích: " + purpose + "."));
    else add("Chúng tôi dự kiến cử " + name + " sang thăm Quý cơ quan, thời gian " + days + (purpose.empty() ? "" : ", mục đích: " + purpose) + ", và mong được Quý vị tiếp đón.");
    add("Chương trình dự kiến gửi kèm thư này. Mong Quý vị cho biết ý kiến và danh sách đoàn để chúng tôi chuẩn bị chu đáo.");
    add("Xin gửi tới Quý vị lời chúc sức khỏe và lời chào trân trọng./.");
  } else {
    add("On behalf of the " + office + ", I have the pleasure of sending you our friendly greetings.");
    if (in) add("We are pleased to invite " + name + " to visit " + (v.office.place.empty() ? "Viet Nam" : v.office.place) + " on " + days + (purpose.empty() ? "." : ". Purpose of the visit: " + purpose + "."));
    else add("We plan to send " + name + " to visit you on " + days + (purpose.empty() ? "" : " (purpose: " + purpose + ")") + ", and would be grateful for your reception.");
    add("A draft programme goes with this letter. We would be glad to have your comments and the list of the delegation, so that everything can be well prepared.");
    add("Please accept our best wishes. Yours sincerely,");
  }
  return p;
}

}  // namespace nc::app
