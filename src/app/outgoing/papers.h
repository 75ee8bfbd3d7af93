// Papers drawn from records: shown as a sheet, saved as Word and PDF, put into the number book once they are signed.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "file/paper.h"
#include "register/pages.h"

namespace nc::app {

/// What a paper is drawn from.
struct PaperAsk {
  db::ReadDb& db;
  const Actor& actor;
  std::int64_t id;           ///< of the record
  const reg::Cells& cells;
  const web::Fields& query;  ///< of the address: ?to=12
};

struct Drawn {
  paper::Paper paper;
  std::int64_t office = 0;         ///< who issues it: whose series of numbers
};

/// The same paper with one addressee on it.
struct AddressedCopy {
  std::int64_t to = 0;    ///< asked of the paper's address: ?to=12
  std::string addressee;
};

/// One kind of paper of one register.
struct RecordPaper {
  const reg::Description* what = nullptr;
  std::string name;          ///< last part of the address: /meetings/{id}/papers/<name>
  std::string kind;          ///< code of paper_kinds(); "" for a paper that takes no number (a list, a certificate)
  Text title;
  std::function<Result<Drawn>(const PaperAsk&)> draw;
  std::string query{};       ///< of the links on the record page: "?to=12"
  std::function<std::vector<AddressedCopy>(const PaperAsk&)> copies{};  ///< one for each addressee, kept with the paper when it is numbered
  std::function<Result<std::string>(const PaperAsk&)> pdf{};  ///< bytes of a PDF that is more than the sheet: a certificate with its frame. Only where `kind` is empty
};

/// GET /<path>/{id}/papers/<name> (the sheet with its checks), the same with .docx and .pdf; POST .../book puts the signed paper
/// into the number book. A paper that is booked carries its number and the day of its issue from then on.
void add_record_paper(web::Router& router, const reg::Context& context, const RecordPaper& paper);

/// The paper as it is issued: drawn from the record, with number, day and signer of the book once it has them.
Result<paper::Paper> issued_paper(const RecordPaper& paper, const PaperAsk& ask);

/// The bytes of an issued paper for one addressee: as kept when it was issued, or drawn anew for one who came later; nothing while it
/// is not issued. Whoever asks has seen to it that the copy is theirs.
std::optional<Result<std::string>> issued_copy(const RecordPaper& paper, const PaperAsk& ask, std::int64_t to, bool pdf);

/// Hook behind an outgoing paper's save: when a paper drawn from a record gets its number, its Word and PDF files are kept as evidence
/// of the entry, and its copies for single addressees beside it. Later downloads give these bytes, whatever becomes of the record.
void freeze_paper(const reg::SaveContext& save, std::int64_t id, const reg::Cells* before, const reg::Cells& now);
/// SHA-256 of the file kept for an entry of the book, "" when there is none (numbered before files were kept).
std::string frozen_file(db::ReadDb& db, std::int64_t entry, bool pdf);
/// Name under which an addressed copy is kept beside the entry: "to=12.pdf".
std::string copy_name(std::int64_t to, bool pdf);
/// The fields of an address for links to the same page in another form: "?to=12", "" for none.
std::string query_of(const web::Fields& fields);

/// What the number book says of a paper of a record; recalled entries don't count.
struct BookEntry {
  std::int64_t id = 0;
  std::string number, symbol, full, signer, status;  ///< number "05" and full "05/TB-LHHN" are empty while it waits for the clerk
  Date signed_on, issued_on;
};
std::optional<BookEntry> book_entry(db::ReadDb& db, const std::string& register_name, std::int64_t record, const std::string& kind);

/// The block of a record page that lists its papers: sheet, Word, PDF, and the number each has.
Html papers_card(const reg::PanelContext& x, const std::vector<RecordPaper>& papers);

/// A paper drawn from many records (a book of papers, a list of files) by what its address asks: the sheet on the page, Word, PDF.
struct ListPaper {
  std::string address;       ///< "/incoming/book"
  std::string file_name;     ///< of the download, without its ending
  Text title;
  std::vector<std::pair<Message, std::string>> crumbs;
  std::function<Result<paper::Paper>(db::ReadDb&, const Actor&, const web::Fields&)> draw;
  std::function<Html(db::ReadDb&, const Actor&, const Shell&, const web::Fields&)> ask;  ///< controls of the form above the sheet
};
/// GET <address>, <address>.docx, <address>.pdf for everybody who sees internal records.
void add_list_paper(web::Router& router, const reg::Context& context, const ListPaper& paper);

/// A paragraph, a heading ... of plain words.
paper::Block words_block(paper::Block::Kind kind, std::string text);
/// A table with a head row of these names.
paper::Block table_of(const std::vector<std::string>& names, std::vector<double> widths);
/// A cell of plain words.
paper::TableCell words_cell(std::string text, paper::TableCell::Align align = paper::TableCell::Align::left, bool bold = false);

}  // namespace nc::app
