// Information, the network itself, emulation, evaluation, petitions, plan.
#include <algorithm>

#include "app/reports/facts.h"
#include "app/reports/sections.h"

namespace nc::app {

namespace {

using Kind = paper::Block::Kind;
using doc::Origin;
using doc::Style;

/// Countries of the panels, in Vietnamese order.
std::vector<std::string> panel_countries(Drafter& d, const Where& panels) {
  fig::Ask ask = d.ask("I71", d.office.code, panels);
  ask.by = "country";
  std::vector<std::string> names;
  for (const auto& g : d.figure(ask).groups)
    if (!g.key.empty()) names.push_back(g.label.vi);
  return words::sorted(std::move(names));
}

}  // namespace

void write_information(Drafter& d) {
  const Where panels{{"kind", "panel"}};
  d.begin("information", "Thông tin đối ngoại");
  if (!d.known("I71")) return d.nothing("Thông tin, tuyên truyền đối ngoại", "External information", "/information");
  d.head(Kind::clause, "1. Thông tin, tuyên truyền đối ngoại");
  const auto nations = panel_countries(d, panels);
  if (!nations.empty())
    d.paragraph("panels", d.office.self() + " làm bảng thông tin về quan hệ hợp tác với " + d.token(d.ask("I71", d.office.code, panels), Style::prose, "nước", "country") + ": " +
                              words::joined(nations, ", ") + ".");
  struct Product { const char *kind, *noun; };
  std::vector<std::string> parts;
  for (const Product& p : {Product{"talk", "buổi nói chuyện"}, Product{"training", "lớp tập huấn"}, Product{"fanpage_post", "bài trên mạng xã hội"}, Product{"bulletin", "số bản tin"}, Product{"photo_exhibition", "triển lãm ảnh"}, Product{"book", "đầu sách"},
                           Product{"video", "phim, video"}, Product{"broadcast", "chương trình phát thanh, truyền hình"}, Product{"leaflet", "loại tờ rơi"},
                           Product{"country_profile", "tài liệu giới thiệu nước"}, Product{"photo", "ảnh"}, Product{"infographic", "infographic"}})
    if (d.known("I71", {{"kind", p.kind}})) parts.push_back(d.token("I71", p.noun, {{"kind", p.kind}}));
  if (!parts.empty()) d.paragraph("products", d.in_period() + " thực hiện " + words::enumerated(parts) + ".");
  std::vector<std::string> portal;
  if (d.known("I72")) portal.push_back("đăng " + d.token("I72", "tin, bài"));
  if (d.known("I73")) portal.push_back("có " + d.token("I73", "lượt truy cập"));
  if (!portal.empty()) d.paragraph("portal", "Trang thông tin điện tử " + words::enumerated(portal) + ".");
}

void write_network(Drafter& d) {
  d.begin("network", "Xây dựng tổ chức");
  if (!d.known("I01") && !d.known("I04") && !d.known("I06")) return d.nothing("Tổ chức thành viên, chi hội, hội viên", "Associations and members", "/organisations");
  d.head(Kind::clause, "1. Xây dựng tổ chức, hội viên");
  std::vector<std::string> parts;
  if (d.known("I01")) parts.push_back(d.token("I01", members_noun(d)));
  if (d.known("I04")) parts.push_back(d.token("I04", "chi hội"));
  if (d.known("I05")) parts.push_back(d.token("I05", "câu lạc bộ"));
  std::string text = "Đến " + format_date_paper(d.period.to) + ", " + (d.office.is_union() ? "mạng lưới của " + d.office.self() : d.office.self());
  if (!parts.empty()) text += " có " + words::enumerated(parts);
  if (d.known("I06")) text += (parts.empty() ? " có " : "; các Hội có số liệu ghi nhận ") + d.token("I06", "hội viên");
  d.paragraph("numbers", text + ".");
}

void write_emulation(Drafter& d) {
  const auto list = awards_of(d);
  const fig::Figure& streak = d.figure("I89", d.office.code);
  const bool flag = d.known("I89") && *streak.value >= 2;
  d.begin("emulation", "Thi đua, khen thưởng");
  if (list.empty() && !flag) return d.nothing("Thi đua, khen thưởng", "Awards", "/awards");
  d.head(Kind::clause, "1. Thi đua, khen thưởng");
  if (flag) {
    std::string years = streak.note_vi;
    if (const auto dash = years.find("–"); dash != std::string::npos) years.replace(dash, std::string_view("–").size(), " - ");
    d.paragraph("flag", d.office.self() + " nhận Cờ thi đua của Liên hiệp các tổ chức hữu nghị Việt Nam " + d.token("I89", "năm liền") + (years.empty() ? "" : " (" + years + ")") + ".");
  }
  if (list.size() > 2) d.paragraph("count", d.in_period() + " có " + d.token("I88") + " được quyết định hoặc trao.");
  std::vector<std::string> names;
  for (const auto& a : list)
    if (names.size() < 4) names.push_back(in_sentence(a.title) + (a.day ? " (" + words::on_day(a.day, d.is_term() ? 0 : d.period.to.year()) + ")" : ""));
  if (!names.empty()) d.paragraph("named", "Khen thưởng trong kỳ: " + words::joined(names, "; ") + ".");
}

// ---- evaluation ------------------------------------------------------------------------------------------

namespace {

void write_limits(Drafter& d, const std::string& org) {
  std::vector<std::string> limits;
  const fig::Figure& ratio = d.figure("I25", org);
  if (d.known(d.ask("I25", org)) && *ratio.value >= 3)
    limits.push_back("Đoàn ra còn ít so với đoàn vào (tỷ lệ " + d.token(d.ask("I25", org)) + ").");
  const fig::Ask open = d.ask("I85", d.office.code, {{"state", "open"}});
  if (d.known(open)) limits.push_back("Còn " + d.token(open, Style::prose, "kiến nghị") + " của các Hội chưa được trả lời.");
  if (d.known("I33") && d.known("I34") && d.office.is_union()) limits.push_back("Còn " + d.token("I34", "Hội") + " chưa chủ trì hoạt động nào trong kỳ.");
  if (limits.empty()) {
    d.paragraph("limits", blank("hạn chế do người soạn nêu"), Origin::person);
    return;
  }
  d.paragraph("limits", words::joined(limits, " "), Origin::mixed);
}

}  // namespace

void write_evaluation(Drafter& d) {
  const std::string org = speaks_for_area(d) ? d.office.locality : d.office.code;
  d.begin("evaluation", "Đánh giá chung");
  d.head(Kind::heading, d.is_term() ? "III. ĐÁNH GIÁ CHUNG, BÀI HỌC" : "III. ĐÁNH GIÁ CHUNG");
  d.head(Kind::clause, "1. Ưu điểm");
  std::vector<std::string> did;
  if (d.known(d.ask("I17", org))) did.push_back("duy trì việc đón khách quốc tế");
  if (d.known("I38") || d.known("I43")) did.push_back("tiếp tục vận động, tiếp nhận viện trợ");
  if (d.known("I31")) did.push_back("các Hội tổ chức hoạt động theo nước mình phụ trách");
  d.paragraph("good",
              did.empty() ? blank("ưu điểm do người soạn nêu")
                          : d.office.self() + (d.office.is_union() ? " và các Hội thành viên " : " ") + "bám chương trình công tác: " + words::joined(did, "; ") + ".",
              Origin::person);
  d.put("limits.title", Kind::clause, "1. Tồn tại, hạn chế");
  write_limits(d, org);
  d.put("causes.title", Kind::clause, d.is_term() ? "1. Bài học kinh nghiệm" : "1. Nguyên nhân");
  d.paragraph("causes", blank(d.is_term() ? "bài học do Ban Chấp hành rút ra" : "nguyên nhân khách quan, chủ quan do người soạn nêu"), Origin::person);
}

/// What was asked before the period and has no answer yet: it stands in every report until it is answered.
void write_waiting(Drafter& d, const std::vector<PetitionFact>& waiting) {
  std::vector<std::string> lines;
  for (const auto& p : waiting) lines.push_back(short_name(d, p.from) + " (" + words::short_day(p.date) + "): " + in_sentence(p.title));
  if (!lines.empty()) d.paragraph("waiting", "Kiến nghị nêu trước kỳ này, chưa được trả lời: " + words::joined(lines, "; ") + ".");
}

void write_petitions(Drafter& d) {
  const auto list = petitions_of(d), waiting = waiting_petitions_of(d);
  d.begin("petitions", "Kiến nghị, đề xuất");
  if (list.empty() && waiting.empty()) return d.nothing("Kiến nghị của các Hội", "Petitions", "/petitions");
  d.head(Kind::heading, "IV. KIẾN NGHỊ, ĐỀ XUẤT");
  if (list.empty()) return write_waiting(d, waiting);
  const fig::Ask ask = d.ask("I85", d.office.code);
  const bool answered = std::any_of(list.begin(), list.end(), [](const PetitionFact& p) { return bool(p.answered); });
  d.paragraph("sum", d.in_period() + ", " + d.office.self() + " tiếp nhận " + d.token(ask, Style::prose, "kiến nghị", "received") + " của các Hội" +
                         (answered ? "; đã trả lời " + d.token(ask, Style::prose, "kiến nghị", "answered") : "; chưa có kiến nghị nào được trả lời") + ".");
  std::vector<Cells> rows{{"STT", "Nơi nêu", "Nội dung tóm tắt", "Nơi giải quyết", "Ngày nhận", "Tình trạng"}};
  for (const auto& p : list) {
    std::string from = short_name(d, p.from);
    if (!p.person.empty()) from += "; " + in_sentence(p.person);
    const std::string state = p.answered ? "Trả lời " + words::short_day(p.answered) : p.due ? "Chưa trả lời; hạn " + words::short_day(p.due) : "Chưa trả lời";
    rows.push_back({std::to_string(rows.size()), from, in_sentence(p.title), p.addressed_to.empty() ? d.office.self() : in_sentence(p.addressed_to), words::short_day(p.date), state});
  }
  put_caption(d, "caption", "Kiến nghị của các Hội và tình trạng giải quyết");
  put_table(d, "table", std::move(rows), {7, 23, 30, 18, 11, 11}, "clllcl");
  write_waiting(d, waiting);
  for (const auto& p : list)
    if (!p.answered && !p.due) d.hint("Kiến nghị của " + p.from + " chưa có hạn trả lời.", "The petition of " + p.from + " has no due date.", "/petitions");
}

// ---- plan ------------------------------------------------------------------------------------------------

void write_plan(Drafter& d) {
  const Period plan = words::plan_period(d.kind, d.document.period);
  const std::string org = speaks_for_area(d) ? d.office.locality : d.office.code;
  d.begin("plan", "Phương hướng, nhiệm vụ");
  d.head(Kind::part, "Phần II");
  d.head(Kind::part_title, words::upper("Phương hướng, nhiệm vụ " + words::plan_name(d.kind, d.document.period)));
  d.paragraph("intro", d.office.self() + (d.office.is_union() ? " và các Hội thành viên" : "") + " tập trung vào những việc sau:", Origin::person);
  if (!d.is_term()) {
    int n = 0;
    for (const auto& o : anniversaries_of(d, plan)) {
      const std::string text = o.name + ": " + std::to_string(o.years) + " năm, " + words::short_day(o.day);
      if (!o.sure) {
        d.hint("Ngày chưa kiểm chứng nên không viết: " + text + ".", "Not verified, so not written: " + o.name + ", " + format_date(o.day, Lang::en) + ".", "/occasions?status=recalled");
        continue;
      }
      if (++n > 5) continue;
      put_item(d, "anniversary" + std::to_string(n),
               "Cùng " + short_name(d, o.association) + " chuẩn bị kỷ niệm " + d.years_since(o.base, o.day) + " " + o.phrase + " (" + words::short_day(o.base) + " - " +
                   words::short_day(o.day) + ").");
    }
  }
  if (d.known(d.ask("I25", org)) && *d.figure("I25", org).value >= 3)
    put_item(d, "balance", "Lập kế hoạch đoàn ra ngay từ đầu kỳ, mỗi Hội một đề xuất, để số đoàn đi gần hơn với số đoàn đến.", Origin::person);
  if (d.known("I38") || d.known("I43"))
    put_item(d, "aid", "Theo dõi tiến độ từng khoản viện trợ, báo cáo đúng hạn; vận động thêm cho an sinh xã hội, giáo dục và thích ứng với biến đổi khí hậu.", Origin::person);
  put_item(d, "network", d.office.is_union() ? "Củng cố tổ chức các Hội; mỗi Hội có một đầu mối tại Liên hiệp." : "Củng cố tổ chức, phát triển hội viên.", Origin::person);
  if (d.known(d.ask("I85", d.office.code, {{"state", "open"}}))) put_item(d, "petitions", "Trả lời từng kiến nghị của các Hội, nêu rõ ai làm, xong trước ngày nào.", Origin::person);
  put_item(d, "information", "Nâng chất lượng nghiên cứu, tham mưu và thông tin đối ngoại.", Origin::person);
}

}  // namespace nc::app
