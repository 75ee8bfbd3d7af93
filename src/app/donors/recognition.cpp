// Register of recognition: how a donor was thanked, for which gift, when, by which paper.
#include "app/catalog.h"
#include "app/common/rules.h"
#include "app/donors/donor.h"
#include "app/donors/public.h"

#include <algorithm>

namespace nc::app {

namespace {

struct Recognition : reg::Standard {
  std::string title, title_en, kind = "letter";
  reg::Ref partner;
  std::string partner_text;
  Date date;
  std::string status = "done", period;
  reg::Ref aid, charity, scholarship;
  std::string thanks_for, addressee, addressee_en, letter, letter_en, doc;
  reg::Ref outgoing;
  std::string letter_sent, letter_sent_en;
};

const reg::Options& states() {
  static const reg::Options options{{"draft", {"đang soạn", "draft"}}, {"sent", {"đã gửi", "sent"}}, {"done", {"đã thực hiện", "done"}}, {"proposed", {"đã đề nghị", "proposed"}}};
  return options;
}

const reg::Options& thanked_parts() {
  static const reg::Options options{{"year", {"số đã nhận trong kỳ", "what came in the period"}}, {"commitment", {"toàn bộ cam kết", "the whole commitment"}}};
  return options;
}

void check(const Recognition& r, Problems& problems) {
  if (r.partner.id == 0 && r.partner_text.empty()) complain(problems, "partner", "Chọn nhà tài trợ, hoặc ghi tên khi chưa có trong sổ đối tác.", "Choose the donor, or write the name.");
  if (r.status == "done" || r.status == "sent") not_in_future(r.date, "date", problems);
  if (!r.period.empty())
    if (const auto said = parse_period(r.period); !said) problems.push_back({Code::invalid, said.error().message, "counted_over"});
  auto vi = marks_of(r.letter), en = marks_of(r.letter_en);
  std::sort(vi.begin(), vi.end());
  std::sort(en.begin(), en.end());
  if (!r.letter.empty() && !r.letter_en.empty() && vi != en)
    complain(problems, "letter_en", "Hai bản thư phải dùng cùng những con số. Thêm hoặc bỏ mã số liệu, ví dụ {I42}, cho hai bản như nhau.",
             "Both letters have to use the same figures. Add or leave out marks such as {I42} until they agree.");
  if (vi.size() != static_cast<std::size_t>(std::count(r.letter.begin(), r.letter.end(), '{'))) complain(problems, "letter", "Mã số liệu viết như {I42} hoặc {I38*}.", "Figures are written as {I42} or {I38*}.");
}

/// Typed in words, kept as the code that letters and lists of gifts read.
Result<bool> keep_the_period(const reg::SaveContext&, const Recognition*, Recognition& now) {
  if (const auto said = parse_period(now.period)) now.period = period_code(*said);
  return true;
}

/// Whoever takes the sending back takes the entry out of the book, as long as it has no number.
Result<bool> keep_the_book(const reg::SaveContext& save, const Recognition* before, Recognition& now) {
  if (!before || before->status != "sent") return true;
  if (now.status == "sent") {
    if (now.letter != before->letter || now.letter_en != before->letter_en)
      return refuse(Code::forbidden, Text("Thư đã gửi giữ nguyên lời. Lùi việc gửi trước khi sửa.", "A letter that was sent keeps its words. Take the sending back first."), "letter");
    return true;
  }
  now.letter_sent.clear(), now.letter_sent_en.clear();
  const std::int64_t entry = before->outgoing.id;
  now.outgoing.id = 0;
  if (entry == 0) return true;
  const reg::Description& book = *catalog().find("outgoing");
  const auto row = save.tx.first("SELECT version, number FROM outgoing WHERE deleted = 0 AND id = $1", {entry});
  if (!row) return true;
  if (db::as_int((*row)[1]) != 0) return refuse(Code::conflict, Text("Thư đã được cấp số, không lùi được. Thu hồi ở sổ công văn đi.", "The letter has its number and stays. Recall it in the book of outgoing papers."));
  // This record still points at the entry in the database: it is being written with the link empty.
  save.tx.exec("UPDATE recognition SET outgoing = NULL WHERE id = $1", {before->id});
  if (auto gone = reg::remove(save.tx, catalog(), book, save.actor, entry, db::as_int((*row)[0]), "Lùi việc gửi thư"); !gone) return tl::make_unexpected(gone.error());
  return true;
}

}  // namespace

const reg::Options& recognition_kinds() {
  static const reg::Options options{{"letter", {"thư cảm ơn", "letter of thanks"}},     {"certificate", {"giấy chứng nhận, bằng ghi công", "certificate"}},
                                    {"plaque", {"biển ghi nhận", "plaque"}},            {"medal_proposal", {"đề nghị khen thưởng, kỷ niệm chương", "medal proposed"}},
                                    {"dinner", {"gặp mặt, chiêu đãi", "reception"}},    {"news", {"tin, bài ghi nhận", "news item"}}};
  return options;
}

const reg::Description& recognitions() {
  static const reg::Description description =
      reg::Register<Recognition>("recognition", "recognitions", {"Tri ân nhà tài trợ", "Recognition of donors"}, {"việc tri ân", "recognition"})
          .icon("certificate")
          .prefix("GN")
          .field(&Recognition::title, "title", {"Nội dung", "Title"}, {.required = true, .search = true, .sortable = true, .section = Text{"Tri ân", "Recognition"}})
          .field(&Recognition::title_en, "title_en", {"Nội dung bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&Recognition::kind, "kind", {"Hình thức", "Kind"}, {.required = true, .options = &recognition_kinds(), .filter = true, .preset = "letter"})
          .field(&Recognition::partner, "partner", {"Nhà tài trợ", "Donor"}, {.link = "partner", .filter = true})
          .field(&Recognition::partner_text, "partner_text", {"Tên nhà tài trợ", "Name of the donor"}, {.search = true, .hint = Text{"Khi chưa có trong sổ đối tác", "When it is not in the partner register"}})
          .field(&Recognition::date, "date", {"Ngày", "Date"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Recognition::status, "status", {"Tình trạng", "State"}, {.required = true, .options = &states(), .filter = true, .preset = "done"})
          .field(&Recognition::doc, "doc", {"Số văn bản, quyết định", "Paper"}, {.search = true})
          .field(&Recognition::aid, "aid", {"Cho khoản viện trợ", "For the aid item"}, {.link = "aid", .section = Text{"Cho việc gì", "For what"}})
          .field(&Recognition::charity, "charity", {"Cho việc từ thiện", "For the charity act"}, {.link = "charity"})
          .field(&Recognition::scholarship, "scholarship", {"Cho đợt học bổng", "For the scholarships"}, {.link = "scholarship"})
          .field(&Recognition::thanks_for, "thanks_for", {"Cảm ơn về", "Thanks for"}, {.options = &thanked_parts(), .hint = Text{"Thư đã gửi cho toàn bộ cam kết thì các lần giải ngân sau không phải chờ cảm ơn nữa", "After a letter for the whole commitment its later payments wait for no other"}})
          .field(&Recognition::addressee, "addressee", {"Kính gửi", "Addressed to"}, {.search = true, .hint = Text{"Để trống: tên nhà tài trợ", "Empty: the donor's name"}, .section = Text{"Thư", "Letter"}})
          .field(&Recognition::addressee_en, "addressee_en", {"Kính gửi, tiếng Anh", "Addressed to, in English"}, {.search = true})
          .field(&Recognition::period, "counted_over", {"Kỳ của các con số", "Period of the figures"}, {.max = 60, .hint = Text{"Gõ như: năm 2025, 6 tháng đầu năm 2025, quý III/2025, giai đoạn 2018 - 2023", "Type it: 2025, first half of 2025, Q3 2025, 2018 to 2023"}})
          .field(&Recognition::letter, "letter", {"Lời thư", "Letter"}, {.long_text = true, .search = true, .hint = Text{"{I42} là con số của khoản này, {I38*} của cả đơn vị trong kỳ", "{I42} is the figure of this gift, {I38*} of the whole office"}})
          .field(&Recognition::letter_en, "letter_en", {"Lời thư tiếng Anh", "Letter in English"}, {.long_text = true, .search = true, .hint = Text{"Dùng cùng những mã số liệu", "With the same marks"}})
          .field(&Recognition::outgoing, "outgoing", {"Trong sổ công văn đi", "In the book of outgoing papers"}, {.link = "outgoing", .read_only = true})
          .field(&Recognition::letter_sent, "letter_sent", {"Thư đã gửi", "Letter as sent"}, {.long_text = true, .read_only = true, .inner = true})
          .field(&Recognition::letter_sent_en, "letter_sent_en", {"Thư đã gửi, tiếng Anh", "Letter as sent, English"}, {.long_text = true, .read_only = true, .inner = true})
          .title("title", "title_en")
          .date("date")
          .list({"date", "title", "kind", "partner", "status", "doc"})
          .sorted_by("date", true)
          .index({"partner", "date"})
          .index({"org_id", "date"})
          .view({"Thư đang soạn", "Drafts"}, "status=draft")
          .view({"Đề nghị khen thưởng", "Medals proposed"}, "kind=medal_proposal")
          .not_in_nav()
          .rule(check)
          .before_save(keep_the_period)
          .before_save(keep_the_book)
          .done();
  return description;
}

}  // namespace nc::app
