// The books of incoming and outgoing papers on paper, for a period (Decree 30/2020, annex IV).
#include "app/common/within.h"
#include "app/incoming/public.h"
#include "app/incoming/work.h"
#include "app/organisations/public.h"
#include "app/outgoing/public.h"
#include "base/clock.h"
#include "base/words.h"

namespace nc::app {

namespace {

using paper::Block;
using paper::TableCell;

constexpr int k_most_days = 366;

Result<Period> period_of(const web::Fields& query) {
  const std::string from(query.get("from")), to(query.get("to"));
  const Date now = today();
  if (from.empty() && to.empty()) return Period{*Date::from_ymd(now.year(), now.month(), 1), now};
  const auto first = parse_date(from), last = parse_date(to);
  if (!first || !last || *last < *first) return refuse(Code::invalid, Text("Ghi từ ngày, đến ngày, ngày sau không trước ngày đầu.", "State the first and the last day, the last not before the first."));
  if (last->days() - first->days() > k_most_days) return refuse(Code::invalid, Text("In sổ nhiều nhất một năm mỗi lần.", "At most one year at a time."));
  return Period{*first, *last};
}

TableCell centred(std::string text) { return words_cell(std::move(text), TableCell::Align::centre); }
std::string day_words(std::string_view iso) {
  const auto day = Date::from_iso(iso);
  return day ? format_date(*day, Lang::vi) : std::string();
}
std::string kind_and_subject(std::string_view kind, std::string_view subject) {
  const std::string name = kind == "cv" ? "" : capital(paper_kinds().label(std::string(kind), Lang::vi)) + ": ";
  return name + std::string(subject);
}

/// Numbers kept on paper, as a row of the book on the day they were set apart: the rest of its cells in one.
paper::TableRow gap_row(const Gap& gap, std::size_t columns, const std::string& kind) {
  TableCell words = words_cell((kind.empty() ? "" : capital(kind) + ". ") + gap_words(gap).vi);
  words.span = static_cast<int>(columns) - 1;
  return {{centred(day_words(day_of(gap.set_at).iso())), std::move(words)}, false};
}

bool within(const Gap& gap, const Period& period) { return day_of(gap.set_at) >= period.from && day_of(gap.set_at) <= period.to; }

/// Gaps of a series that were stated in the period, as the first rows of the book.
void add_gaps(db::ReadDb& db, const Period& period, const Series& series, const std::string& kind, Block& table) {
  const std::size_t columns = table.rows.front().cells.size();
  for (const Gap& gap : gaps_of(db, series))
    if (within(gap, period)) table.rows.push_back(gap_row(gap, columns, kind));
}

/// Cover with the issuer and the period, then the table on landscape pages.
paper::Paper book(db::ReadDb& db, const Actor& actor, const Period& period, const std::string& name, Block table, std::size_t n) {
  paper::Paper p = paper_from(letterhead_of(db, actor.org, today()), Lang::vi, "SO", today());
  const std::string days = "Từ ngày " + format_date(period.from, Lang::vi) + " đến ngày " + format_date(period.to, Lang::vi);
  p.symbol.clear();
  p.kind_name = name;
  p.subject_lines = {days};
  p.blocks.push_back(words_block(Block::Kind::paragraph, n == 0 ? "Trong thời gian này không có văn bản nào." : "Sổ có " + std::to_string(n) + " văn bản."));
  if (table.rows.size() > 1) {
    Block head = words_block(Block::Kind::annex, name + "\n" + days);
    head.wide = true;
    p.blocks.push_back(std::move(head));
    p.blocks.push_back(std::move(table));
  }
  p.authority.clear();
  p.signer.clear();
  return p;
}

Result<paper::Paper> incoming_book(db::ReadDb& db, const Actor& actor, const web::Fields& query) {
  NC_TRY(period, period_of(query));
  Block table = table_of({"Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu", "Ngày văn bản", "Tên loại và trích yếu nội dung", "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú"}, {9, 6, 14, 11, 9, 21, 12, 8, 5, 5});
  std::size_t n = 0;
  for (int year = period.from.year(); year <= period.to.year(); ++year) add_gaps(db, period, arrivals(actor.org, year), {}, table);
  each_within(db, "SELECT t.arrived_on, t.number, t.sender, t.their_number, t.their_date, t.kind, t.title, COALESCE(o.short_name, o.name, ''), t.owner, t.routed_on, t.status, t.urgency FROM incoming_paper t LEFT JOIN organisation o ON o.id = t.routed_to "
                  "WHERE t.deleted = 0 AND t.org_id = $1 AND t.arrived_on >= $2 AND t.arrived_on <= $3",
              {actor.org, period.from.iso(), period.to.iso()}, org_scope(actor, "t"), "ORDER BY t.year, t.number", [&](const db::Row& r) {
                const std::string to(r.text(7)), owner(r.text(8)), urgency(r.text(11));
                const std::string remark = r.text(10) == "void" ? "Hủy đăng ký" : urgency == "normal" ? "" : capital(incoming_papers().find("urgency")->opt.options->label(urgency, Lang::vi));
                table.rows.push_back({{centred(day_words(r.text(0))), centred(std::to_string(r.integer(1))), words_cell(std::string(r.text(2))), words_cell(std::string(r.text(3))), centred(day_words(r.text(4))),
                                       words_cell(kind_and_subject(r.text(5), r.text(6))), words_cell(to + (to.empty() || owner.empty() ? "" : ", ") + owner), centred(day_words(r.text(9))), words_cell(""), words_cell(remark)}, false});
                ++n;
                return true;
              });
  return book(db, actor, period, "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", std::move(table), n);
}

Result<paper::Paper> outgoing_book(db::ReadDb& db, const Actor& actor, const web::Fields& query) {
  NC_TRY(period, period_of(query));
  Block table = table_of({"Số, ký hiệu", "Ngày văn bản", "Tên loại và trích yếu nội dung", "Người ký", "Nơi nhận", "Người nhận bản lưu", "Số bản", "Ghi chú"}, {12, 9, 28, 13, 18, 9, 5, 6});
  std::size_t n = 0;
  for (int year = period.from.year(); year <= period.to.year(); ++year)
    for (const auto& kind : paper_kinds().all()) add_gaps(db, period, {actor.org, kind.code, year}, kind.label.in(Lang::vi), table);
  each_within(db, "SELECT t.full_number, t.issued_on, t.kind, t.title, t.signer, t.recipients, t.keeper, t.copies, t.status FROM outgoing t WHERE t.deleted = 0 AND t.org_id = $1 AND t.issued_on >= $2 AND t.issued_on <= $3",
              {actor.org, period.from.iso(), period.to.iso()}, org_scope(actor, "t"), "ORDER BY t.issued_on, t.kind, t.number", [&](const db::Row& r) {
                table.rows.push_back({{words_cell(std::string(r.text(0))), centred(day_words(r.text(1))), words_cell(kind_and_subject(r.text(2), r.text(3))), words_cell(std::string(r.text(4))), words_cell(std::string(r.text(5))),
                                       words_cell(std::string(r.text(6))), centred(r.integer(7) > 0 ? std::to_string(r.integer(7)) : ""), words_cell(r.text(8) == "recalled" ? "Thu hồi" : "")}, false});
                ++n;
                return true;
              });
  return book(db, actor, period, "SỔ ĐĂNG KÝ VĂN BẢN ĐI", std::move(table), n);
}

Html ask_days(db::ReadDb&, const Actor&, const Shell& s, const web::Fields& query) {
  const auto period = period_of(query);
  Control from{.name = "from", .label = Text("Từ ngày", "From"), .value = period ? format_date(period->from, Lang::vi) : std::string(query.get("from")), .type = "date", .width = "third"};
  Control to{.name = "to", .label = Text("Đến ngày", "To"), .value = period ? format_date(period->to, Lang::vi) : std::string(query.get("to")), .type = "date", .width = "third"};
  return Html(s.lang) << control(s.lang, from) << control(s.lang, to);
}

}  // namespace

void add_book_pages(web::Router& router, const reg::Context& context) {
  add_list_paper(router, context, {"/incoming/book", "so-van-ban-den", Text("In sổ văn bản đến", "Book of incoming papers"), {{incoming_papers().plural, "/incoming"}}, incoming_book, ask_days});
  add_list_paper(router, context, {"/outgoing/book", "so-van-ban-di", Text("In sổ văn bản đi", "Book of outgoing papers"), {{outgoing_papers().plural, "/outgoing"}}, outgoing_book, ask_days});
}

}  // namespace nc::app
