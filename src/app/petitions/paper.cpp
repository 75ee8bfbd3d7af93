// The official letter that answers a petition: what is done, where it was sent on, what can't be done yet.
#include <algorithm>
#include <sstream>

#include "app/common/within.h"
#include "app/organisations/public.h"
#include "app/petitions/public.h"
#include "app/petitions/work.h"
#include "base/clock.h"

namespace nc::app {

namespace {

using paper::Block;

void say(paper::Paper& p, std::string text) { p.blocks.push_back(words_block(Block::Kind::paragraph, std::move(text))); }

std::string with_stop(std::string text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.pop_back();
  if (!text.empty() && text.back() != '.' && text.back() != '?' && text.back() != '!') text += ".";
  return text;
}

/// Each line that was written is a paragraph.
void say_lines(paper::Paper& p, const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && line != "\r") say(p, with_stop(line));
}

void commitments(const PaperAsk& ask, paper::Paper& p) {
  each_within(ask.db, "SELECT t.title, t.owner, t.due FROM task t WHERE t.deleted = 0 AND t.status <> 'cancelled' AND t.petition = $1", {ask.id}, org_scope(ask.actor, "t"), "ORDER BY t.due, t.id", [&](const db::Row& r) {
    const auto due = Date::from_iso(r.text(2));
    say(p, "- " + std::string(r.text(0)) + (r.text(1).empty() ? "" : " (" + std::string(r.text(1)) + ")") + (due ? ", xong trước ngày " + format_date(*due, Lang::vi) : "") + ".");
    return true;
  });
}

bool sent_on(const PaperAsk& ask, paper::Paper& p) {
  bool any = false;
  each_within(ask.db, "SELECT f.sent_to, f.doc_no, f.sent_on, f.due, f.answer, f.answer_no FROM petition_forward f WHERE f.deleted = 0 AND f.petition = $1", {ask.id}, org_scope(ask.actor, "f"), "ORDER BY f.sent_on, f.id",
              [&](const db::Row& r) {
                const auto day = Date::from_iso(r.text(2)), due = Date::from_iso(r.text(3));
                std::string words = "Liên hiệp đã chuyển kiến nghị đến " + std::string(r.text(0)) + (r.text(1).empty() ? "" : " tại Công văn số " + std::string(r.text(1))) + (day ? " ngày " + format_date(*day, Lang::vi) : "");
                if (!r.text(4).empty()) words += "; nơi nhận trả lời" + (r.text(5).empty() ? std::string() : " tại Công văn số " + std::string(r.text(5))) + ": " + std::string(r.text(4));
                else if (due) words += ", đề nghị trả lời trước ngày " + format_date(*due, Lang::vi) + ". Nhận được trả lời, Liên hiệp gửi Hội trong 02 ngày làm việc";
                say(p, with_stop(words));
                any = true;
                return true;
              });
  return any;
}

Result<Drawn> answer(const PaperAsk& ask) {
  const reg::Description& d = petitions();
  const auto text = [&](const char* column) { return d.text(ask.cells, column); };
  const std::int64_t from = db::as_int(ask.cells[static_cast<std::size_t>(d.column("from_org"))]);
  const std::int64_t above = union_above(ask.db, from);
  const Letterhead office = letterhead_of(ask.db, above ? above : ask.actor.org, today()), association = letterhead_of(ask.db, from, today());
  paper::Paper p = paper_from(office, Lang::vi, "CV", {});
  p.symbol = office.symbol + "-VP";
  p.subject_lines = {"trả lời kiến nghị của " + association.name.substr(0, std::min(association.name.find(" thành phố "), association.name.find(" tỉnh ")))};
  p.addressed_to = {association.name};
  const auto day = Date::from_iso(text("date"));
  const auto meeting = ask.db.first("SELECT title FROM meeting WHERE id = $1 AND deleted = 0", {ask.cells[static_cast<std::size_t>(d.column("meeting"))]});
  const std::string where = meeting ? "Tại " + db::as_text((*meeting)[0]) + (day ? " ngày " + format_date(*day, Lang::vi) : "") : day ? "Ngày " + format_date(*day, Lang::vi) : std::string("Vừa qua");
  say(p, with_stop(where + ", " + (text("from_person").empty() ? std::string("Hội") : text("from_person")) + " nêu kiến nghị: " + text("title")));
  say(p, "Liên hiệp cảm ơn Hội đã nêu ý kiến và trả lời như sau:");
  p.blocks.push_back(words_block(Block::Kind::clause, "1. Những việc Liên hiệp làm"));
  if (text("answer").empty()) say(p, "[điền: ghi trả lời ở trang yêu cầu]");
  else say_lines(p, text("answer"));
  commitments(ask, p);
  p.blocks.push_back(words_block(Block::Kind::clause, "2. Những việc chuyển nơi khác giải quyết"));
  if (!sent_on(ask, p)) say(p, "Không có nội dung vượt thẩm quyền của Liên hiệp.");
  p.blocks.push_back(words_block(Block::Kind::clause, "3. Việc chưa làm được"));
  if (text("not_yet").empty()) say(p, "Không có.");
  else say_lines(p, text("not_yet"));
  say(p, "Nếu nội dung trả lời chưa đúng điều Hội cần, đề nghị Hội phản hồi để Liên hiệp xử lý tiếp. Kiến nghị chỉ được kết thúc khi Hội xác nhận.");
  say(p, "Liên hiệp trân trọng trả lời và mong tiếp tục nhận được ý kiến của Hội./.");
  p.recipients = {"Như trên", "Thường trực Liên hiệp", "Lưu: VT, VP"};
  return Drawn{std::move(p), office.id};
}

}  // namespace

std::int64_t union_above(db::ReadDb& db, std::int64_t org) {
  const auto row = db.first("SELECT u.id FROM organisation o JOIN organisation u ON u.id = o.parent WHERE o.id = $1 AND u.kind IN ('provincial_union', 'national_union')", {org});
  return row ? db::as_int((*row)[0]) : 0;
}

const std::vector<RecordPaper>& petition_papers() {
  static const std::vector<RecordPaper> all{{&petitions(), "answer", "cv", {"Công văn trả lời", "Letter of answer"}, answer}};
  return all;
}

}  // namespace nc::app
