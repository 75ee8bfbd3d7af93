// Pages, files and numbers of papers drawn from records.
#include <algorithm>
#include <set>

#include "app/common/paper_file.h"
#include "app/outgoing/papers.h"

#include "app/catalog.h"
#include "app/evidence/public.h"
#include "app/organisations/public.h"
#include "app/outgoing/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {


std::string address_of(const RecordPaper& p, std::int64_t id) { return reg::record_url(*p.what, id) + "/papers/" + p.name; }

/// Number, day and signer as the number book has them: what was issued is printed so, whoever prints it later.
void print_entry(paper::Paper& p, const BookEntry& entry, const Letterhead& head) {
  p.number = entry.number;
  p.links = false;  // it is signed: no "waits for the signature"
  if (!entry.symbol.empty()) p.symbol = entry.symbol;
  if (!entry.signer.empty()) p.signer = entry.signer;
  if (entry.issued_on && !p.place_date.empty()) p.place_date = paper_from(head, p.lang, "x", entry.issued_on).place_date;
}

struct Loaded {
  Drawn drawn;
  std::optional<BookEntry> entry;
};

Result<Loaded> load(const RecordPaper& p, const PaperAsk& ask) {
  NC_TRY(drawn, p.draw(ask));
  Loaded out{std::move(drawn), p.kind.empty() ? std::nullopt : book_entry(ask.db, p.what->name, ask.id, p.kind)};
  if (db::as_int(ask.cells[reg::k_illustrative]) == 1) out.drawn.paper.stamp = "BẢN MẪU";
  if (out.entry) print_entry(out.drawn.paper, *out.entry, letterhead_of(ask.db, out.drawn.office, out.entry->issued_on));
  return out;
}

Html check_list(Lang lang, const paper::Paper& paper) {
  Html h(lang);
  h << "<ul class=\"ck\">"_h;
  for (const auto& c : paper::format_checks(paper))
    h << "<li class=\""_h << (c.waiting ? "wait" : c.ok ? "ok" : "bad") << "\">"_h << icon(c.waiting ? "clock" : c.ok ? "circle-check" : "alert-triangle", "s") << "<span>"_h << c.what << "</span></li>"_h;
  return h << "</ul>"_h;
}

struct Typed {
  std::string signer, signed_on;
  Problems problems{};
};

std::string error_of(const Typed& typed, std::string_view field, Lang lang) {
  for (const Problem& p : typed.problems)
    if (p.field == field) return p.message.in(lang);
  return {};
}

Html book_form(const Shell& s, const RecordPaper& p, std::int64_t id, const Typed& typed, bool numbers) {
  Control signer, day;
  signer.name = "signer";
  signer.label = Text("Người ký", "Signed by");
  signer.value = typed.signer;
  signer.error = error_of(typed, "signer", s.lang);
  signer.required = true;
  signer.width = "full";
  day.name = "signed_on";
  day.label = Text("Ngày ký", "Signed on");
  day.value = typed.signed_on;
  day.error = error_of(typed, "signed_on", s.lang);
  day.type = "date";
  day.required = true;
  day.width = "full";
  Html h(s.lang);
  return h << "<form class=\"say\" method=\"post\" novalidate action=\""_h << Url{address_of(p, id) + "/book"} << "\">"_h << hidden("csrf", s.csrf) << control(s.lang, signer) << control(s.lang, day)
           << button(s.lang, {.label = numbers ? Text("Đã ký, cấp số", "Signed: give the number") : Text("Đã ký, đưa vào sổ", "Signed: into the book"), .icon = "rubber-stamp", .kind = "primary"}) << "</form>"_h;
}

Html book_card(db::ReadDb& db, const Shell& s, const Actor& actor, const RecordPaper& p, std::int64_t id, const Loaded& l, const Typed& typed) {
  if (p.kind.empty()) return Html(s.lang);
  Html body(s.lang);
  if (l.entry) {
    std::vector<Entry> rows;
    rows.push_back({Text("Số, ký hiệu", "Number"), Html(s.lang) << "<a href=\"/outgoing/"_h << l.entry->id << "\">"_h << (l.entry->full.empty() ? Text("chờ văn thư cấp số", "waits for the clerk").in(s.lang) : l.entry->full) << "</a>"_h});
    rows.push_back({Text("Người ký", "Signed by"), Html(s.lang) << l.entry->signer});
    if (l.entry->signed_on) rows.push_back({Text("Ngày ký", "Signed on"), Html(s.lang) << format_date(l.entry->signed_on, s.lang)});
    if (l.entry->issued_on) rows.push_back({Text("Ngày phát hành", "Issued on"), Html(s.lang) << format_date(l.entry->issued_on, s.lang)});
    if (const std::string kept = frozen_file(db, l.entry->id, true); !kept.empty())
      rows.push_back({Text("Bản phát hành", "As issued"), Html(s.lang) << Text("Word, PDF giữ nguyên từng byte; tải về là bản ấy.", "Word and PDF are kept byte by byte; downloads give these.") << " <code class=\"sm\">"_h << kept.substr(0, 16) << "…</code>"_h});
    body << definition_list(s.lang, rows);
  } else {
    for (const Problem& problem : typed.problems)
      if (problem.field.empty()) body << notice(s.lang, Tone::bad, "alert-circle", Html(s.lang) << problem.message);
    if (actor.may(Function::enter) || actor.may(Function::number)) body << book_form(s, p, id, typed, actor.may(Function::number));
  }
  return card(s.lang, {.title = Text("Sổ công văn đi", "Number book"), .body = body, .id = "book"});
}

/// The paper for each addressee by name.
Html copies_card(const RecordPaper& p, const PaperAsk& ask, const Shell& s, const Loaded& l) {
  const auto copies = p.copies ? p.copies(ask) : std::vector<AddressedCopy>();
  if (copies.empty()) return Html(s.lang);
  const std::string base = address_of(p, ask.id);
  const bool issued = l.entry && l.entry->issued_on;
  std::set<std::string> kept;
  if (issued)
    for (KeptFile& f : kept_files(ask.db, outgoing_papers().name, l.entry->id)) kept.insert(std::move(f.name));
  std::vector<ListItem> items;
  for (const AddressedCopy& c : copies) {
    ListItem item;
    item.icon = "user";
    const std::string query = "?to=" + std::to_string(c.to);
    item.href = base + query;
    item.title = Html(s.lang) << c.addressee;
    if (issued && !kept.contains(copy_name(c.to, true))) item.detail = Html(s.lang) << Text("thêm sau khi phát hành: vẽ lại", "added after the issue: drawn anew");
    item.end = Html(s.lang) << "<a href=\""_h << Url{base + ".docx" + query} << "\">Word<span class=\"vh\">: "_h << c.addressee << "</span></a> · <a href=\""_h << Url{base + ".pdf" + query} << "\">PDF<span class=\"vh\">: "_h
                            << c.addressee << "</span></a>"_h;
    items.push_back(std::move(item));
  }
  const Message note = issued ? Message(Text("giữ nguyên từ khi phát hành", "kept as issued")) : Message(Text("được giữ nguyên khi cấp số", "kept once it has its number"));
  return card(s.lang, {.title = Text("Bản cho từng người nhận", "For each addressee"), .note = note, .body = item_list(s.lang, items), .id = "copies"});
}

web::Response page(const RecordPaper& p, const PaperAsk& ask, const Shell& s, const Loaded& l, const Typed& typed, int status) {
  const std::string base = address_of(p, ask.id);
  const std::string query = query_of(ask.query);
  PageHead head;
  head.title = p.title;
  const std::string title = capital(p.what->title_of(ask.cells, s.lang));
  head.crumbs = {{p.what->plural, reg::list_url(*p.what)}, {Message(title, title), reg::record_url(*p.what, ask.id)}};
  head.actions = Html(s.lang) << button(s.lang, {.label = Text("Tải Word", "Word"), .icon = "file-type-docx", .href = base + ".docx" + query})
                              << button(s.lang, {.label = Text("Tải PDF", "PDF"), .icon = "file-type-pdf", .href = base + ".pdf" + query});
  Html h(s.lang);
  h << "<div class=\"pp\"><div class=\"wb-desk\" tabindex=\"0\" role=\"region\" aria-label=\""_h << Text("Tờ văn bản", "The paper") << "\">"_h << paper::sheet(l.drawn.paper, s.lang) << "</div><aside class=\"pp-s\" aria-label=\""_h
    << Text("Kiểm tra, cấp số", "Checks and number") << "\">"_h << book_card(ask.db, s, ask.actor, p, ask.id, l, typed)
    << (p.kind.empty() ? Html(s.lang) : card(s.lang, {.title = Text("Thể thức, Nghị định 30/2020", "Form, Decree 30/2020"), .body = check_list(s.lang, l.drawn.paper)})) << copies_card(p, ask, s, l) << "</aside></div>"_h;
  return reg::respond(s, head, h, status);
}

/// What keeps a paper from being signed: the first check that it fails.
std::optional<Problem> not_ready(const paper::Paper& paper) {
  for (const auto& c : paper::format_checks(paper))
    if (!c.ok && !c.waiting) return Problem{Code::invalid, Message("Chưa đưa vào sổ được: " + c.what.vi + ".", "It can't go into the book yet: " + c.what.en + "."), {}};
  return std::nullopt;
}

std::string joined(const std::vector<std::string>& lines, const char* between) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : between) + line;
  return out;
}

SignedPaper signed_paper(const RecordPaper& p, const PaperAsk& ask, const Loaded& l, const Typed& typed, Date day) {
  SignedPaper out;
  out.org = l.drawn.office;
  out.kind = p.kind;
  out.title = joined(l.drawn.paper.subject_lines, " ");
  out.symbol = l.drawn.paper.symbol;
  out.signer = typed.signer;
  out.signed_on = day;
  out.recipients = joined(l.drawn.paper.addressed_to.empty() ? l.drawn.paper.recipients : l.drawn.paper.addressed_to, "; ");
  out.confidentiality = db::as_text(ask.cells[reg::k_confidentiality]);
  out.illustrative = db::as_int(ask.cells[reg::k_illustrative]) == 1;
  (p.what->name == "meeting" ? out.meeting : p.what->name == "petition" ? out.petition : out.award) = ask.id;
  return out;
}

web::Response book(const RecordPaper& p, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const auto cells = reg::load(tx, *p.what, actor, reg::id_of(r));
  if (!cells) return reg::problem_page(s, cells.error());
  const PaperAsk ask{tx, actor, reg::id_of(r), *cells, r.query};
  auto l = load(p, ask);
  if (!l) return reg::problem_page(s, l.error());
  if (l->entry) return web::redirect(address_of(p, ask.id));
  Typed typed{std::string(r.form.get("signer")), std::string(r.form.get("signed_on"))};
  const auto day = parse_date(typed.signed_on);
  if (typed.signer.empty()) typed.problems.push_back({Code::invalid, Text("Ghi người ký.", "State who signed."), "signer"});
  if (!day) typed.problems.push_back({Code::invalid, Text("Ghi ngày ký.", "State the day it was signed."), "signed_on"});
  if (auto problem = not_ready(l->drawn.paper)) typed.problems.push_back(*problem);
  if (typed.problems.empty()) {
    auto booked = book_paper(tx, actor, signed_paper(p, ask, *l, typed, *day));
    if (booked) return web::redirect(address_of(p, ask.id));
    typed.problems = std::move(booked.error());
  }
  return page(p, ask, s, *l, typed, http_status(typed.problems.front().code));
}

/// What was issued stays as it was issued, the copies for single addressees too; nothing for what is drawn anew (an addressee that came
/// later, papers that were numbered before files were kept).
std::optional<Result<std::string>> as_issued(db::ReadDb& db, const BookEntry& entry, std::int64_t to, bool pdf) {
  if (to != 0) {
    const auto copy = kept_file(db, outgoing_papers().name, entry.id, copy_name(to, pdf));
    return copy ? std::optional(kept_bytes(db, *copy)) : std::nullopt;
  }
  const std::string kept = frozen_file(db, entry.id, pdf);
  if (kept.empty()) return std::nullopt;
  auto file = load_file(db, kept);
  if (!file) return Result<std::string>(tl::make_unexpected(file.error()));
  return Result<std::string>(std::move(file->bytes));
}

/// Whose copy the address asks for, when it is one of the paper's addressees; 0 for the paper itself. Whatever else stands in the
/// address changes no issued paper.
std::int64_t addressed_to(const RecordPaper& p, const PaperAsk& ask) {
  const auto wanted = parse_int(ask.query.get("to")).value_or(0);
  if (wanted == 0 || !p.copies) return 0;
  const auto copies = p.copies(ask);
  return std::ranges::any_of(copies, [&](const AddressedCopy& copy) { return copy.to == wanted; }) ? wanted : 0;
}

std::string file_name(const RecordPaper& p, const reg::Cells& cells) { return p.name + "-" + db::as_text(cells[reg::k_code]); }

}  // namespace

std::string query_of(const web::Fields& fields) {
  std::string out;
  for (const auto& [name, value] : fields.items()) out += (out.empty() ? "?" : "&") + url_encode(name) + "=" + url_encode(value);
  return out;
}

paper::Block words_block(paper::Block::Kind kind, std::string text) {
  paper::Block b;
  b.kind = kind;
  b.runs = {{std::move(text), false, false, {}, {}}};
  return b;
}

paper::TableCell words_cell(std::string text, paper::TableCell::Align align, bool bold) {
  paper::TableCell c;
  c.runs = {{std::move(text), bold, false, {}, {}}};
  c.align = align;
  return c;
}

paper::Block table_of(const std::vector<std::string>& names, std::vector<double> widths) {
  paper::Block b;
  b.kind = paper::Block::Kind::table;
  b.widths = std::move(widths);
  paper::TableRow head;
  head.head = true;
  for (const std::string& name : names) head.cells.push_back(words_cell(name, paper::TableCell::Align::centre, true));
  b.rows.push_back(std::move(head));
  return b;
}

Result<paper::Paper> issued_paper(const RecordPaper& paper, const PaperAsk& ask) {
  NC_TRY(loaded, load(paper, ask));
  return std::move(loaded.drawn.paper);
}

std::optional<Result<std::string>> issued_copy(const RecordPaper& paper, const PaperAsk& ask, std::int64_t to, bool pdf) {
  const auto entry = book_entry(ask.db, paper.what->name, ask.id, paper.kind);
  if (!entry || !entry->issued_on) return std::nullopt;
  if (auto kept = as_issued(ask.db, *entry, to, pdf)) return kept;
  web::Fields query;
  query.add("to", std::to_string(to));
  const auto drawn = issued_paper(paper, {ask.db, ask.actor, ask.id, ask.cells, query});
  return drawn ? paper_bytes(*drawn, pdf) : tl::make_unexpected(drawn.error());
}

std::optional<BookEntry> book_entry(db::ReadDb& db, const std::string& register_name, std::int64_t record, const std::string& kind) {
  const db::Sql sql = register_name == "meeting"    ? db::Sql("SELECT id, number, symbol, full_number, signer, status, signed_on, issued_on FROM outgoing WHERE deleted = 0 AND status <> 'recalled' AND meeting = $1 AND kind = $2 ORDER BY id DESC")
                      : register_name == "petition" ? db::Sql("SELECT id, number, symbol, full_number, signer, status, signed_on, issued_on FROM outgoing WHERE deleted = 0 AND status <> 'recalled' AND petition = $1 AND kind = $2 ORDER BY id DESC")
                                                    : db::Sql("SELECT id, number, symbol, full_number, signer, status, signed_on, issued_on FROM outgoing WHERE deleted = 0 AND status <> 'recalled' AND award = $1 AND kind = $2 ORDER BY id DESC");
  const auto row = db.first(sql, {record, kind});
  if (!row) return std::nullopt;
  const auto text = [&](std::size_t column) { return db::as_text(row->at(column)); };
  const std::string full = text(3);
  return BookEntry{db::as_int(row->at(0)), full.substr(0, full.find('/')), text(2), full, text(4), text(5), Date::from_iso(text(6)).value_or(Date{}), Date::from_iso(text(7)).value_or(Date{})};
}

void add_record_paper(web::Router& router, const reg::Context& context, const RecordPaper& p) {
  const std::string address = "/" + p.what->path + "/{id}/papers/" + p.name;
  const auto seen = [&p] { return web::person().of(p.what->name).of_nobody(p.what->reference).seeing("internal"); };
  router.get(address, seen(), reg::page_handler(context, [p](const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& s) {
    const auto cells = reg::load(db, *p.what, actor, reg::id_of(r));
    if (!cells) return reg::problem_page(s, cells.error());
    const PaperAsk ask{db, actor, reg::id_of(r), *cells, r.query};
    const auto l = load(p, ask);
    if (!l) return reg::problem_page(s, l.error());
    return page(p, ask, s, *l, {l->drawn.paper.signer, format_date(today(), s.lang)}, 200);
  }));
  for (const bool pdf : {false, true})
    router.get(address + (pdf ? ".pdf" : ".docx"), seen(), reg::page_handler(context, [p, pdf](const web::Request& r, db::ReadDb& db, const Actor& actor, Shell&) {
      const auto cells = reg::load(db, *p.what, actor, reg::id_of(r));
      if (!cells) return web::refusal(cells.error());
      const auto l = load(p, {db, actor, reg::id_of(r), *cells, r.query});
      if (!l) return web::refusal(l.error());
      if (auto kept = l->entry ? as_issued(db, *l->entry, addressed_to(p, {db, actor, reg::id_of(r), *cells, r.query}), pdf) : std::nullopt)
        return paper_download(std::move(*kept), file_name(p, *cells), pdf);
      return paper_download(pdf && p.pdf ? p.pdf({db, actor, reg::id_of(r), *cells, r.query}) : paper_bytes(l->drawn.paper, pdf), file_name(p, *cells), pdf);
    }));
  if (p.kind.empty()) return;
  router.post(address + "/book", web::person("enter,number").of(p.what->name).seeing("internal"),
              reg::act_handler(context, [p](const web::Request& r, db::Tx& tx, const Actor& actor, Shell& s) { return book(p, r, tx, actor, s); }));
}

Html papers_card(const reg::PanelContext& x, const std::vector<RecordPaper>& papers) {
  if (papers.empty() || !x.actor.sees(Sight::internal)) return Html(x.lang);
  std::vector<ListItem> items;
  for (const RecordPaper& p : papers) {
    const std::string base = address_of(p, x.id);
    const auto entry = p.kind.empty() ? std::nullopt : book_entry(x.db, p.what->name, x.id, p.kind);
    ListItem item;
    item.icon = "file-text";
    item.href = base + p.query;
    item.title = Html(x.lang) << p.title;
    if (entry) item.detail = Html(x.lang) << (entry->full.empty() ? Text("chờ văn thư cấp số", "waits for its number").in(x.lang) : entry->full);
    item.end = Html(x.lang) << "<a href=\""_h << Url{base + ".docx" + p.query} << "\">Word<span class=\"vh\">: "_h << p.title << "</span></a> · <a href=\""_h << Url{base + ".pdf" + p.query} << "\">PDF<span class=\"vh\">: "_h << p.title
                           << "</span></a>"_h;
    items.push_back(std::move(item));
  }
  return card(x.lang, {.title = Text("Văn bản", "Papers"), .body = item_list(x.lang, items), .id = "papers"});
}

}  // namespace nc::app
