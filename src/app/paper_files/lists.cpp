// Files on paper: the contents of one, the plan of a year, the list that goes to the archive with them.
#include "app/common/within.h"
#include "app/organisations/public.h"
#include "app/outgoing/public.h"
#include "app/paper_files/contents.h"
#include "app/paper_files/public.h"
#include "base/clock.h"
#include "base/words.h"

namespace nc::app {

namespace {

using paper::Block;
using paper::TableCell;

TableCell centred(std::string text) { return words_cell(std::move(text), TableCell::Align::centre); }

/// A list without number: its head, its title, its table.
paper::Paper list_paper(const Letterhead& office, std::string name, std::vector<std::string> about) {
  paper::Paper p = paper_from(office, Lang::vi, "ML", today());
  p.symbol.clear();
  p.kind_name = std::move(name);
  p.subject_lines = std::move(about);
  p.authority.clear();
  p.signer.clear();
  return p;
}

Result<Drawn> contents(const PaperAsk& ask) {
  const reg::Description& d = paper_files();
  const Letterhead office = letterhead_of(ask.db, db::as_int(ask.cells[reg::k_org]), today());
  paper::Paper p = list_paper(office, "MỤC LỤC VĂN BẢN TRONG HỒ SƠ", {d.text(ask.cells, "title"), "Hồ sơ số " + d.text(ask.cells, "notation") + ", năm " + d.text(ask.cells, "year")});
  Block table = table_of({"STT", "Số, ký hiệu", "Ngày tháng", "Tên loại và trích yếu", "Tác giả", "Số trang", "Ghi chú"}, {6, 16, 13, 34, 18, 6, 7});
  int n = 0;
  for (const FiledPaper& f : papers_in(ask.db, ask.actor, ask.id)) {
    const std::string kind = f.kind == "cv" ? "" : capital(paper_kinds().label(f.kind, Lang::vi)) + ": ";
    const bool gone = f.status == "void" || f.status == "recalled";
    table.rows.push_back({{centred(std::to_string(++n)), words_cell(f.number), centred(f.day ? format_date(f.day, Lang::vi) : ""), words_cell(kind + f.title), words_cell(f.register_name == "outgoing" ? office.name : f.author),
                           centred(f.pages > 0 ? std::to_string(f.pages) : ""), words_cell(f.status == "void" ? "Hủy" : gone ? "Thu hồi" : "")}, false});
  }
  if (n > 0) p.blocks.push_back(std::move(table));
  p.blocks.push_back(words_block(Block::Kind::paragraph, n == 0 ? std::string("Hồ sơ chưa có văn bản nào.") : "Hồ sơ có " + std::to_string(n) + " văn bản."));
  return Drawn{std::move(p), office.id};
}

struct FileLine { std::string notation, title, keeper, term, closed; std::int64_t years = 0, sheets = 0; Date from, to; bool known = false; };

std::vector<FileLine> files_of(db::ReadDb& db, const Actor& actor, int year, bool shut) {
  std::vector<FileLine> out;
  const auto take = [&](const db::Row& r) {
    out.push_back({std::string(r.text(0)), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(6)), r.integer(4), r.integer(5), Date::from_iso(r.text(7)).value_or(Date{}), Date::from_iso(r.text(6)).value_or(Date{}), !r.text(3).empty()});
    return true;
  };
  const db::Sql all("SELECT t.notation, t.title, t.keeper, k.title, k.years, t.sheets, t.closed_on, t.opened_on FROM paper_file t LEFT JOIN keeping_term k ON k.id = t.keeping WHERE t.deleted = 0 AND t.org_id = $1 AND t.year = $2"),
      closed("SELECT t.notation, t.title, t.keeper, k.title, k.years, t.sheets, t.closed_on, t.opened_on FROM paper_file t LEFT JOIN keeping_term k ON k.id = t.keeping WHERE t.deleted = 0 AND t.org_id = $1 AND t.year = $2 AND t.status <> 'open'");
  each_within(db, shut ? closed : all, {actor.org, year}, org_scope(actor, "t"), "ORDER BY t.notation, t.id", take);
  return out;
}

Result<int> year_of(const web::Fields& query) {
  const std::string typed(query.get("year"));
  if (typed.empty()) return today().year();
  const auto year = parse_int(typed);
  if (!year || *year < 1990 || *year > today().year() + 1) return refuse(Code::invalid, Text("Ghi năm bằng bốn chữ số.", "State the year in four digits."), "year");
  return static_cast<int>(*year);
}

/// "Vĩnh viễn", "20 năm".
std::string kept_for(const FileLine& f) { return !f.known ? std::string() : f.years == 0 ? "Vĩnh viễn" : std::to_string(f.years) + " năm"; }

Result<paper::Paper> plan(db::ReadDb& db, const Actor& actor, const web::Fields& query) {
  NC_TRY(year, year_of(query));
  paper::Paper p = list_paper(letterhead_of(db, actor.org, today()), "DANH MỤC HỒ SƠ", {"Năm " + std::to_string(year)});
  Block table = table_of({"Số, ký hiệu", "Tên hồ sơ", "Thời hạn bảo quản", "Người lập hồ sơ", "Ghi chú"}, {14, 42, 16, 18, 10});
  for (const FileLine& f : files_of(db, actor, year, false)) table.rows.push_back({{words_cell(f.notation), words_cell(f.title), centred(kept_for(f)), words_cell(f.keeper), words_cell(f.closed.empty() ? "" : "Đã đóng")}, false});
  const auto n = std::to_string(table.rows.size() - 1);
  if (table.rows.size() > 1) p.blocks.push_back(std::move(table));
  p.blocks.push_back(words_block(Block::Kind::paragraph, "Danh mục có " + n + " hồ sơ."));
  return p;
}

Result<paper::Paper> handover(db::ReadDb& db, const Actor& actor, const web::Fields& query) {
  NC_TRY(year, year_of(query));
  paper::Paper p = list_paper(letterhead_of(db, actor.org, today()), "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU", {"Năm " + std::to_string(year)});
  Block table = table_of({"STT", "Số, ký hiệu hồ sơ", "Tiêu đề hồ sơ", "Thời gian tài liệu", "Thời hạn bảo quản", "Số tờ", "Ghi chú"}, {6, 14, 34, 18, 12, 7, 9});
  int n = 0;
  for (const FileLine& f : files_of(db, actor, year, true)) {
    const std::string days = (f.from ? format_date(f.from, Lang::vi) : std::string()) + (f.to ? " – " + format_date(f.to, Lang::vi) : "");
    table.rows.push_back({{centred(std::to_string(++n)), words_cell(f.notation), words_cell(f.title), centred(days), centred(kept_for(f)), centred(f.sheets > 0 ? std::to_string(f.sheets) : ""), words_cell("")}, false});
  }
  if (n > 0) p.blocks.push_back(std::move(table));
  p.blocks.push_back(words_block(Block::Kind::paragraph, n == 0 ? std::string("Năm này chưa có hồ sơ nào đã đóng.") : "Mục lục có " + std::to_string(n) + " hồ sơ đã đóng, nộp vào lưu trữ."));
  if (n > 0) {
    p.left_authority = {"NGƯỜI GIAO"};
    p.authority = {"NGƯỜI NHẬN"};
  }
  return p;
}

Html ask_year(db::ReadDb&, const Actor&, const Shell& s, const web::Fields& query) {
  const std::string typed(query.get("year"));
  return control(s.lang, {.name = "year", .label = Text("Năm", "Year"), .value = typed.empty() ? std::to_string(today().year()) : typed, .type = "number", .width = "third"});
}

}  // namespace

const std::vector<RecordPaper>& paper_file_papers() {
  static const std::vector<RecordPaper> all{{&paper_files(), "contents", "", {"Mục lục văn bản trong hồ sơ", "Contents of the file"}, contents}};
  return all;
}

void add_year_lists(web::Router& router, const reg::Context& context) {
  const std::vector<std::pair<Message, std::string>> crumbs{{paper_files().plural, "/paper-files"}};
  add_list_paper(router, context, {"/paper-files/plan", "danh-muc-ho-so", Text("Danh mục hồ sơ của năm", "Plan of files"), crumbs, plan, ask_year});
  add_list_paper(router, context, {"/paper-files/handover", "muc-luc-nop-luu", Text("Mục lục hồ sơ nộp lưu", "Hand-over list"), crumbs, handover, ask_year});
}

}  // namespace nc::app
