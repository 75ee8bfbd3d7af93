// Scheme and result report of a conference on paper: what the register knows is filled in, the rest stands as "[điền]".
#include "app/conferences/papers.h"

#include "app/common/fact_table.h"
#include "app/common/within.h"
#include "app/conferences/public.h"
#include "app/conferences/rules.h"
#include "app/organisations/public.h"
#include "base/words.h"

namespace nc::app {

namespace {

using Kind = paper::Block::Kind;

struct Facts {
  db::ReadDb& db;
  const Actor& actor;
  std::int64_t id;
  const reg::Cells& cells;
  const reg::Description& d = conferences();
  std::string text(const char* column) const { return d.text(cells, column); }
  std::string shown(const char* field) const { return capital(reg::show(*d.find(field), cells, Lang::vi)); }
  Date day(const char* column) const { return Date::from_iso(text(column)).value_or(Date{}); }
  std::string days() const {
    const Date from = day("from_date"), to = day("to_date");
    return format_date(from, Lang::vi) + (to && to != from ? " đến " + format_date(to, Lang::vi) : "");
  }
};

std::string or_blank(const std::string& text) { return text.empty() ? "[điền]" : text; }

void opinions(paper::Paper& p, const Facts& f) {
  bool any = false;
  each_within(f.db, "SELECT o.agency, o.answered_on, o.verdict, o.summary FROM conference_opinion o WHERE o.deleted = 0 AND o.conference = $1", {f.id}, org_scope(f.actor, "o"), "ORDER BY o.id", [&](const db::Row& r) {
    const auto answered = Date::from_iso(r.text(1));
    const std::string verdict = r.text(2).empty() ? "chưa trả lời" : conference_opinions().find("verdict")->opt.options->label(r.text(2), Lang::vi);
    p.blocks.push_back(paper_line(Kind::item, "- " + std::string(r.text(0)) + ": " + verdict + (answered ? ", ngày " + format_date(*answered, Lang::vi) : "") + (r.text(3).empty() ? "" : "; " + std::string(r.text(3))) + "."));
    any = true;
    return true;
  });
  if (!any) p.blocks.push_back(paper_line(Kind::paragraph, "[điền]"));
}

paper::Paper begun(const Facts& f, const char* sort, const char* kind_name) {
  paper::Paper p = paper_from(letterhead_of(f.db, db::as_int(f.cells[reg::k_org]), {}), Lang::vi, sort, {});
  p.kind_name = kind_name;
  if (db::as_int(f.cells[reg::k_illustrative]) != 0) p.stamp = "BẢN MẪU";
  return p;
}

std::string funder_of(const Facts& f) {
  const auto row = f.db.first("SELECT name FROM partner WHERE id = $1 AND deleted = 0", {f.cells[static_cast<std::size_t>(f.d.column("funder"))]});
  return row ? db::as_text((*row)[0]) : std::string();
}

}  // namespace

paper::Paper conference_scheme(db::ReadDb& db, const Actor& actor, std::int64_t id, const reg::Cells& cells) {
  const Facts f{db, actor, id, cells};
  paper::Paper p = begun(f, "ĐA", "ĐỀ ÁN");
  p.subject_lines = {"Tổ chức " + f.text("title")};
  p.addressed_to = {f.text("authority") == "prime_minister" ? "Thủ tướng Chính phủ" : "[điền: cơ quan có thẩm quyền cho phép]"};
  p.blocks.push_back(paper_line(Kind::heading, "1. Lý do, mục đích"));
  put_paragraphs(p, or_blank(f.text("objective")));
  p.blocks.push_back(paper_line(Kind::heading, "2. Nội dung, chương trình"));
  put_paragraphs(p, or_blank(f.text("content")));
  p.blocks.push_back(paper_line(Kind::heading, "3. Thời gian, địa điểm, hình thức, thành phần, kinh phí"));
  p.blocks.push_back(fact_table({{"Thời gian", f.days()}, {"Địa điểm chính", f.text("place")}, {"Nơi khảo sát, tham quan", f.text("survey_places")}, {"Hình thức", f.shown("format")}, {"Đại biểu Việt Nam", f.shown("vn_people")},
                                 {"Đại biểu quốc tế", f.shown("foreign_people")}, {"Nước có đại biểu", f.shown("countries")}, {"Cấp cao nhất phía nước ngoài", f.shown("top_rank")}, {"Nguồn gốc", f.text("origin")},
                                 {"Bên nước ngoài tài trợ", funder_of(f)}, {"Kinh phí", f.shown("cost")}, {"Nguồn kinh phí", f.shown("cost_source")}, {"Thông tin báo chí", f.text("press_plan")}}));
  p.blocks.push_back(paper_line(Kind::heading, "4. Ý kiến của các cơ quan liên quan"));
  opinions(p, f);
  p.recipients = {"Như trên", "Lưu: VT"};
  return p;
}

paper::Paper conference_report(db::ReadDb& db, const Actor& actor, std::int64_t id, const reg::Cells& cells) {
  const Facts f{db, actor, id, cells};
  paper::Paper p = begun(f, "BC", "BÁO CÁO");
  p.subject_lines = {"Kết quả tổ chức " + f.text("title")};
  p.addressed_to = {"[điền: cơ quan cho phép]"};
  const Date permitted = f.day("permission_date");
  const std::string by = f.text("permission_no").empty() ? "[điền: văn bản cho phép]" : f.text("permission_no") + (permitted ? " ngày " + format_date(permitted, Lang::vi) : "");
  p.blocks.push_back(paper_line(Kind::paragraph, "Thực hiện " + by + ", " + letterhead_of(db, db::as_int(cells[reg::k_org]), {}).name + " báo cáo kết quả như sau:"));
  p.blocks.push_back(paper_line(Kind::heading, "I. THÔNG TIN CHUNG"));
  p.blocks.push_back(fact_table({{"Thời gian", f.days()}, {"Địa điểm", f.text("place")}, {"Hình thức", f.shown("format")}, {"Đại biểu Việt Nam", f.shown("vn_people")}, {"Đại biểu quốc tế", f.shown("foreign_people")},
                                 {"Nước có đại biểu", f.shown("countries")}, {"Kinh phí", f.shown("cost")}, {"Nguồn kinh phí", f.shown("cost_source")}}));
  p.blocks.push_back(paper_line(Kind::heading, "II. NỘI DUNG VÀ KẾT QUẢ"));
  put_paragraphs(p, or_blank(f.text("result")));
  p.blocks.push_back(paper_line(Kind::clause, "Tham luận được trình bày"));
  bool any = false;
  each_within(db, "SELECT t.title, t.author FROM conference_paper t WHERE t.deleted = 0 AND t.status = 'accepted' AND t.conference = $1", {id}, org_scope(actor, "t"), "ORDER BY t.id", [&](const db::Row& r) {
    p.blocks.push_back(paper_line(Kind::item, "- " + std::string(r.text(0)) + (r.text(1).empty() ? "" : ", " + std::string(r.text(1))) + "."));
    return any = true;
  });
  if (!any) p.blocks.push_back(paper_line(Kind::paragraph, "[điền]"));
  p.blocks.push_back(paper_line(Kind::heading, "III. ĐÁNH GIÁ, KIẾN NGHỊ"));
  p.blocks.push_back(paper_line(Kind::paragraph, "[điền: vấn đề phát sinh, tác động, kiến nghị]"));
  p.recipients = {"Như trên", "Lưu: VT"};
  return p;
}

}  // namespace nc::app
