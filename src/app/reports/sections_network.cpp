// Information, the network itself, emulation, evaluation, petitions, plan.
#include <algorithm>

#include "app/organisations/public.h"
#include "app/reports/facts.h"
#include "app/reports/sections.h"

namespace nc::app {

namespace {

using Kind = paper::Block::Kind;
using doc::Origin;
using doc::Style;

constexpr int k_named = 60;  ///< more than this can't be named in a paragraph; the number counts all

/// Countries of the panels.
std::vector<Said> panel_countries(Drafter& d, const Where& panels) {
  fig::Ask ask = d.ask("I71", d.office.code, panels);
  ask.by = "country";
  std::vector<Said> names;
  for (const auto& g : d.figure(ask).groups)
    if (!g.key.empty()) names.push_back(g.label);
  return names;
}

}  // namespace

void write_information(Drafter& d) {
  const Where panels{{"kind", "panel"}};
  d.begin("information", {"Thông tin đối ngoại", "External information"});
  if (!d.known("I71")) return d.nothing("Thông tin, tuyên truyền đối ngoại", "External information", "/information");
  d.head(Kind::clause, {"1. Thông tin, tuyên truyền đối ngoại", "1. External information"});
  const auto nations = panel_countries(d, panels);
  if (!nations.empty())
    d.paragraph("panels", d.office.We() + Said(" làm bảng thông tin về quan hệ hợp tác với ", " made information panels on cooperation with ") + d.token(d.ask("I71", d.office.code, panels), Style::prose, {"nước", "country|countries"}, "country") + ": " +
                              listed_in_order(nations) + ".");
  struct Product { const char* kind; Text noun; };
  static constexpr Product k_products[] = {{"talk", {"buổi nói chuyện", "talks"}}, {"training", {"lớp tập huấn", "training course|training courses"}},
                                           {"fanpage_post", {"bài trên mạng xã hội", "post on social media|posts on social media"}}, {"bulletin", {"số bản tin", "issue of the bulletin|issues of the bulletin"}}, {"photo_exhibition", {"triển lãm ảnh", "photo exhibitions"}},
                                           {"book", {"đầu sách", "books"}}, {"video", {"phim, video", "films and videos|films and videos"}}, {"broadcast", {"chương trình phát thanh, truyền hình", "radio and television programmes|radio and television programmes"}}, {"leaflet", {"loại tờ rơi", "leaflets"}},
                                           {"country_profile", {"tài liệu giới thiệu nước", "country profiles"}}, {"photo", {"ảnh", "photos"}}, {"infographic", {"infographic", "infographics"}}};
  std::vector<Said> parts;
  for (const Product& p : k_products)
    if (d.known("I71", {{"kind", p.kind}})) {
      parts.push_back(d.token("I71", Message(p.noun), {{"kind", p.kind}}));
      if (std::string_view(p.kind) == "training" && d.known("I74A")) parts.back() += Said(" cho ", " for ") + d.token("I74A", {"học viên", "trainee|trainees"});
    }
  if (!parts.empty()) d.paragraph("products", d.in_period() + Said(" thực hiện ", " there were ") + words::enumerated(parts) + ".");
  std::vector<Said> portal;
  if (d.known("I72")) portal.push_back(Said("đăng ", "published ") + d.token("I72", {"tin, bài", "articles"}));
  if (d.known("I73")) portal.push_back(Said("có ", "had ") + d.token("I73", {"lượt truy cập", "visits"}));
  if (!portal.empty()) d.paragraph("portal", Said("Trang thông tin điện tử ", "The web site ") + words::enumerated(portal) + ".");
}

namespace {

/// " (Quyết định số 15/QĐ-SNV, từ ngày 01/02/2024)"
Said by_decision(const std::string& decision, Date day) {
  Said out(" (");
  if (!decision.empty()) out += (decision.starts_with("Quyết định") ? Said(decision) : Said("Quyết định số ", "Decision ") + Said(decision)) + ", ";
  return out + Said("từ ngày ", "from ") + words::day_said(day) + ")";
}

/// The associations that are new, and what became of others: each named with its decision.
void write_network_changes(Drafter& d) {
  const fig::Ask founded = d.ask("I02", d.office.code), changed = d.ask("I03", d.office.code);
  std::vector<Said> fresh, acts;
  if (d.known(founded))
    for (const FoundedOrg& o : founded_orgs(d.db, d.records_of(founded, "organisation", k_named))) fresh.push_back(short_name_said(d, o.name.vi, o.name.en) + by_decision(o.decision, o.date));
  if (d.known(changed))
    for (const NetworkChange& c : network_changes(d.db, d.records_of(changed, "succession", k_named))) acts.push_back(in_sentence(Said(c.in_words())) + by_decision(c.decision, c.date));
  if (!fresh.empty())
    d.paragraph("founded", d.in_period() + Said(" có ", ", ") + d.token(founded, Style::prose, {"Hội thành lập mới", "new association was founded|new associations were founded"}) + ": " + words::joined(fresh, "; ") + ".");
  if (!acts.empty())
    d.paragraph("changed", d.in_period() + Said(" có ", ", the network saw ") + d.token(changed, Style::prose, {"biến động tổ chức của các Hội", "change of an association|changes of associations"}) + ": " + words::joined(acts, "; ") + ".");
}

}  // namespace

void write_network(Drafter& d) {
  d.begin("network", {"Xây dựng tổ chức", "The network"});
  if (!d.known("I01") && !d.known("I04") && !d.known("I06") && !d.known("I02") && !d.known("I03")) return d.nothing("Tổ chức thành viên, chi hội, hội viên", "Associations and members", "/organisations");
  d.head(Kind::clause, {"1. Xây dựng tổ chức, hội viên", "1. Organisation and members"});
  std::vector<Said> parts;
  if (d.known("I01")) parts.push_back(d.token("I01", members_noun(d)));
  if (d.known("I04")) parts.push_back(d.token("I04", {"chi hội", "branch|branches"}));
  if (d.known("I05")) parts.push_back(d.token("I05", {"câu lạc bộ", "clubs"}));
  Said text = Said("Đến ", "On ") + words::paper_day(d.period.to) + ", " + (d.office.is_union() ? Said("mạng lưới của ", "the network of ") : Said()) + d.office.we();
  if (!parts.empty()) text += Said(" có ", " had ") + words::enumerated(parts);
  if (d.known("I06")) text += (parts.empty() ? Said(" có ", " had ") : Said("; các Hội có số liệu ghi nhận ", "; the associations that have numbers recorded ")) + d.token("I06", {"hội viên", "members"});
  if (!parts.empty() || d.known("I06")) d.paragraph("numbers", text + ".");
  write_network_changes(d);
}

void write_emulation(Drafter& d) {
  const auto list = awards_of(d);
  const fig::Figure& streak = d.figure("I89", d.office.code);
  const bool flag = d.known("I89") && *streak.value >= 2;
  d.begin("emulation", {"Thi đua, khen thưởng", "Emulation and awards"});
  if (list.empty() && !flag) return d.nothing("Thi đua, khen thưởng", "Awards", "/awards");
  d.head(Kind::clause, {"1. Thi đua, khen thưởng", "1. Emulation and awards"});
  if (flag) {
    std::string years = streak.note_vi;
    if (const auto dash = years.find("–"); dash != std::string::npos) years.replace(dash, std::string_view("–").size(), " - ");
    d.paragraph("flag", d.office.We() + Said(" nhận Cờ thi đua của Liên hiệp các tổ chức hữu nghị Việt Nam ", " received the Emulation Flag of the Viet Nam Union of Friendship Organisations for ") +
                            d.token("I89", {"năm liền", "year|years in a row"}) + (years.empty() ? Said() : Said(" (" + years + ")")) + ".");
  }
  if (list.size() > 2) d.paragraph("count", d.in_period() + Said(" có ", ", decided or presented: ") + d.token("I88") + Said(" được quyết định hoặc trao.", "."));
  std::vector<Said> names;
  for (const auto& a : list)
    if (names.size() < 4) names.push_back(titled(in_sentence(a.title), {}) + (a.day ? " (" + words::on_day_said(a.day, d.is_term() ? 0 : d.period.to.year()) + ")" : Said()));
  if (!names.empty()) d.paragraph("named", Said("Khen thưởng trong kỳ: ", "Awards of the period: ") + words::joined(names, "; ") + ".");
}

// ---- evaluation ------------------------------------------------------------------------------------------

namespace {

void write_limits(Drafter& d, const std::string& org) {
  std::vector<Said> limits;
  const fig::Figure& ratio = d.figure("I25", org);
  if (d.known(d.ask("I25", org)) && *ratio.value >= 3)
    limits.push_back(Said("Đoàn ra còn ít so với đoàn vào (tỷ lệ ", "Outgoing delegations are still few against incoming ones (ratio ") + d.token(d.ask("I25", org)) + ").");
  const fig::Ask open = d.ask("I85", d.office.code, {{"state", "open"}});
  if (d.known(open)) limits.push_back(Said("Còn ", "Still unanswered are ") + d.token(open, Style::prose, {"kiến nghị", "petitions"}) + Said(" của các Hội chưa được trả lời.", " of the associations."));
  if (d.known("I33") && d.known("I34") && d.office.is_union()) limits.push_back(Said("Còn ", "Without an activity of their own in the period: ") + d.token("I34", {"Hội", "associations"}) + Said(" chưa chủ trì hoạt động nào trong kỳ.", "."));
  if (limits.empty()) {
    d.paragraph("limits", blank({"hạn chế do người soạn nêu", "the limits, by the writer"}), Origin::person);
    return;
  }
  d.paragraph("limits", words::joined(limits, " "), Origin::mixed);
}

}  // namespace

void write_evaluation(Drafter& d) {
  const std::string org = speaks_for_area(d) ? d.office.locality : d.office.code;
  d.begin("evaluation", {"Đánh giá chung", "Evaluation"});
  d.head(Kind::heading, d.is_term() ? Said("III. ĐÁNH GIÁ CHUNG, BÀI HỌC", "III. EVALUATION, LESSONS") : Said("III. ĐÁNH GIÁ CHUNG", "III. EVALUATION"));
  d.head(Kind::clause, {"1. Ưu điểm", "1. What went well"});
  std::vector<Said> did;
  if (d.known(d.ask("I17", org))) did.push_back({"duy trì việc đón khách quốc tế", "guests from abroad were received throughout"});
  if (d.known("I38") || d.known("I43")) did.push_back({"tiếp tục vận động, tiếp nhận viện trợ", "aid was mobilised and received"});
  if (d.known("I31")) did.push_back({"các Hội tổ chức hoạt động theo nước mình phụ trách", "the associations held activities for their countries"});
  d.paragraph("good",
              did.empty() ? blank({"ưu điểm do người soạn nêu", "what went well, by the writer"})
                          : d.office.We() + (d.office.is_union() ? Said(" và các Hội thành viên ", " and its member associations ") : Said(" ")) + Said("bám chương trình công tác: ", "kept to the programme of work: ") + words::joined(did, "; ") + ".",
              Origin::person);
  d.put("limits.title", Kind::clause, {"1. Tồn tại, hạn chế", "1. Limits"});
  write_limits(d, org);
  d.put("causes.title", Kind::clause, d.is_term() ? Said("1. Bài học kinh nghiệm", "1. Lessons") : Said("1. Nguyên nhân", "1. Causes"));
  d.paragraph("causes", blank(d.is_term() ? Text("bài học do Ban Chấp hành rút ra", "the lessons, by the Executive Committee") : Text("nguyên nhân khách quan, chủ quan do người soạn nêu", "the causes, by the writer")), Origin::person);
}

/// What was asked before the period and has no answer yet: it stands in every report until it is answered.
void write_waiting(Drafter& d, const std::vector<PetitionFact>& waiting) {
  std::vector<Said> lines;
  for (const auto& p : waiting) lines.push_back(short_name_said(d, p.from, p.from_en) + " (" + words::day_said(p.date) + "): " + titled(in_sentence(p.title), {}));
  if (!lines.empty()) d.paragraph("waiting", Said("Kiến nghị nêu trước kỳ này, chưa được trả lời: ", "Petitions from before this period that still have no answer: ") + words::joined(lines, "; ") + ".");
}

void write_petitions(Drafter& d) {
  const auto list = petitions_of(d), waiting = waiting_petitions_of(d);
  d.begin("petitions", {"Kiến nghị, đề xuất", "Petitions"});
  if (list.empty() && waiting.empty()) return d.nothing("Kiến nghị của các Hội", "Petitions", "/petitions");
  d.head(Kind::heading, {"IV. KIẾN NGHỊ, ĐỀ XUẤT", "IV. PETITIONS"});
  if (list.empty()) return write_waiting(d, waiting);
  const fig::Ask ask = d.ask("I85", d.office.code);
  const bool answered = std::any_of(list.begin(), list.end(), [](const PetitionFact& p) { return bool(p.answered); });
  const Said received = d.in_period() + ", " + d.office.we() + Said(" tiếp nhận ", " received ") + d.token(ask, Style::prose, {"kiến nghị", "petitions"}, "received") + Said(" của các Hội", " of the associations");
  d.paragraph("sum", received + (answered ? Said("; đã trả lời ", "; answered: ") + d.token(ask, Style::prose, {"kiến nghị", "petitions"}, "answered") : Said("; chưa có kiến nghị nào được trả lời", "; none has been answered yet")) + ".");
  std::vector<Cells> rows{{{"STT", "No."}, {"Nơi nêu", "From"}, {"Nội dung tóm tắt", "In short"}, {"Nơi giải quyết", "Addressed to"}, {"Ngày nhận", "Received"}, {"Tình trạng", "State"}}};
  for (const auto& p : list) {
    Said from = short_name_said(d, p.from, p.from_en);
    if (!p.person.empty()) from += "; " + in_sentence(p.person);
    const Said state = p.answered ? Said("Trả lời ", "Answered ") + words::day_said(p.answered) : p.due ? Said("Chưa trả lời; hạn ", "Not answered; due ") + words::day_said(p.due) : Said("Chưa trả lời", "Not answered");
    rows.push_back({std::to_string(rows.size()), from, in_sentence(p.title), p.addressed_to.empty() ? words::upper_first(d.office.we()) : Said(in_sentence(p.addressed_to)), words::day_said(p.date), state});
  }
  put_caption(d, "caption", {"Kiến nghị của các Hội và tình trạng giải quyết", "Petitions of the associations and their state"});
  put_table(d, "table", std::move(rows), {7, 23, 30, 18, 11, 11}, "clllcl");
  write_waiting(d, waiting);
  for (const auto& p : list)
    if (!p.answered && !p.due) d.hint("Kiến nghị của " + p.from + " chưa có hạn trả lời.", "The petition of " + p.from + " has no due date.", "/petitions");
}

// ---- plan ------------------------------------------------------------------------------------------------

void write_plan(Drafter& d) {
  const Period plan = words::plan_period(d.kind, d.document.period);
  const std::string org = speaks_for_area(d) ? d.office.locality : d.office.code;
  d.begin("plan", {"Phương hướng, nhiệm vụ", "Tasks"});
  d.head(Kind::part, {"Phần II", "Part II"});
  d.head(Kind::part_title, words::upper(Said("Phương hướng, nhiệm vụ ", "Tasks for ") + words::plan_said(d.kind, d.document.period)));
  d.paragraph("intro", d.office.We() + (d.office.is_union() ? Said(" và các Hội thành viên", " and its member associations") : Said()) + Said(" tập trung vào những việc sau:", " will work on the following:"), Origin::person);
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
               Said("Cùng ", "With ") + o.association + Said(" chuẩn bị kỷ niệm ", ", prepare the ") + d.years_since(o.base, o.day) + Said(" ", " anniversary of ") + o.phrase + " (" + words::day_said(o.base) + " - " +
                   words::day_said(o.day) + ").");
    }
  }
  if (d.known(d.ask("I25", org)) && *d.figure("I25", org).value >= 3)
    put_item(d, "balance", {"Lập kế hoạch đoàn ra ngay từ đầu kỳ, mỗi Hội một đề xuất, để số đoàn đi gần hơn với số đoàn đến.", "Plan outgoing delegations from the start of the period, one proposal of each association, so that they come closer to the number of those received."}, Origin::person);
  if (d.known("I38") || d.known("I43"))
    put_item(d, "aid", {"Theo dõi tiến độ từng khoản viện trợ, báo cáo đúng hạn; vận động thêm cho an sinh xã hội, giáo dục và thích ứng với biến đổi khí hậu.", "Follow every aid item, report in time; mobilise more for social security, education and adaptation to climate change."}, Origin::person);
  put_item(d, "network", d.office.is_union() ? Said("Củng cố tổ chức các Hội; mỗi Hội có một đầu mối tại Liên hiệp.", "Strengthen the associations; each has one contact person at the Union.") : Said("Củng cố tổ chức, phát triển hội viên.", "Strengthen the organisation and win members."), Origin::person);
  if (d.known(d.ask("I85", d.office.code, {{"state", "open"}}))) put_item(d, "petitions", {"Trả lời từng kiến nghị của các Hội, nêu rõ ai làm, xong trước ngày nào.", "Answer every petition of the associations: who does it, and by which day."}, Origin::person);
  put_item(d, "information", {"Nâng chất lượng nghiên cứu, tham mưu và thông tin đối ngoại.", "Improve research, advice and external information."}, Origin::person);
}

}  // namespace nc::app
