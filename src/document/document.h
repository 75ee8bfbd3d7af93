// A paper whose numbers are living figures: prose with tokens, drafted by the machine, finished by people, frozen by the seal.
//
// A text holds tokens as {t1}, {t2}. Token t1 says which figure is meant; what is printed is worked out when the paper is
// looked at, and once and for all when it is sealed. The words round the tokens belong to whoever wrote them.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "figure/figure.h"
#include "file/paper.h"

namespace nc::doc {

/// Who wrote a block: the machine (M), the machine's frame with people's words (MN), people (N).
/// The header and signature block belong to the workflow and stand outside.
enum class Origin { machine, mixed, person };

/// How a token is printed.
enum class Style {
  prose,   ///< "57 đoàn", "gần 36 tỷ đồng": word, number, noun
  number,  ///< "57", "hơn 291", "36 tỷ đồng": no noun (tables)
  words,   ///< "hai": small counted things that are no indicator of their own
  percent, ///< "12,5%"
  change,  ///< this period against the same one before: "tăng 12,5%", or "chưa có số liệu"
  day,     ///< an anniversary: the ordinal ("60 năm"), worked out from `base`
  million, ///< "trên 1.700": money in millions, no unit (tables that name it in their head)
  amount,  ///< "9.500.000": money in whole units, no unit
};

struct Token {
  std::string id;                ///< "t1"
  fig::Ask ask;
  Style style = Style::prose;
  std::string noun;              ///< printed instead of the unit: "chương trình, dự án"
  std::string noun_en;           ///< the same in English, in the plural, or "country|countries"
  std::string part;              ///< unit of the part that is meant ("aid_item" of I43), or ""
  Date base;                     ///< Style::day: the first day that is remembered
  std::int64_t round = 0;        ///< a count said roundly: 50 prints "hơn 50" while the count allows it
  std::int64_t claim = 0;        ///< printed in the words of this claim ("ít nhất 04") while the count keeps it
  // What was printed when the draft was made or last brought up to date:
  std::string shown, shown_en;
  std::optional<double> value;
  std::int64_t row_count = 0;
};

/// How the English words of a block stand to the Vietnamese ones.
enum class Translation {
  none_needed,  ///< nothing is said: a table whose cells are the same
  current,      ///< says what the Vietnamese says now
  missing,      ///< not yet translated
  outdated,     ///< the Vietnamese was changed after it was translated
};

struct Block {
  std::string id;                ///< "aid.values" of the machine, "b12" of people; stable while the paper lives
  paper::Block::Kind kind = paper::Block::Kind::paragraph;
  Origin origin = Origin::machine;
  std::string text;              ///< with tokens
  std::string drafted;           ///< what the machine wrote last; differs from text when people edited it
  bool head_row = true;          ///< table: the first row is the head
  std::vector<std::vector<std::string>> rows;   ///< table cells, with tokens
  std::vector<double> widths;
  std::string align;             ///< one letter a column: l c r
  std::string unit_note;
  bool wide = false;             ///< annex on landscape pages
  bool lines = false;            ///< chart: a line instead of bars; its points are the rows: label, mark of a figure
  // The same in English, with the same tokens:
  std::string en;
  std::string en_drafted;        ///< what the machine wrote; differs from en when people wrote it
  std::string en_of;             ///< the Vietnamese words that `en` says
  std::vector<std::vector<std::string>> rows_en;  ///< empty: the cells read the same in both
  std::string unit_note_en;
  bool edited() const { return text != drafted; }
  Translation translation() const;
};

struct Section { std::string id, title; std::vector<Block> blocks; std::string title_en = {}; };

/// Head and signature in English.
struct EnglishHead {
  std::vector<std::string> issuer_lines, subject_lines, addressed_to, recipients, authority;
  std::string place, kind_name;
};

struct Document {
  std::string kind;              ///< half_year, eight_month, nine_month, annual, term
  std::string org;               ///< issuer's code
  Period period;
  Date cutoff;                   ///< the day the counts stop (printed when it is not the period's last day)
  // header and signature
  std::vector<std::string> issuer_lines, subject_lines, addressed_to, recipients, authority;
  std::string number, symbol, place, kind_name, signer;
  Date signed_on;                ///< none: blanks are printed
  EnglishHead en;
  Lang lang = Lang::vi;          ///< of the words; stored papers are Vietnamese with English beside it
  std::vector<Section> sections;
  std::vector<Token> tokens;
  std::vector<std::string> removed;  ///< blocks of the machine that people took out: a new draft leaves them out
  int next_block = 1;

  const Token* find_token(std::string_view id) const;
  Token* find_token(std::string_view id);
  Block* find_block(std::string_view id);
  const Section* section_of(std::string_view block_id) const;
  /// Adds a token and returns its mark "{t7}".
  std::string add(Token token);
};

/// What a token shows now.
struct Seen {
  fig::Figure figure;
  std::string shown, shown_en;
  bool missing = false;          ///< nothing to print: blocks the seal
  bool stale = false;            ///< differs from what was printed when last brought up to date
  bool by_claim = false;         ///< printed in the words of a claim, because the count rests on illustrative rows
};
using Look = std::map<std::string, Seen>;

/// Evaluates every token. Equal questions are evaluated once.
Look look(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Document& document);
/// The same with answers that are known already (a drafter's), by fig::ask_url of their question.
Look look(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Document& document, const std::map<std::string, fig::Figure>& known);
/// Writes what is shown now into the tokens ("Cập nhật số").
void bring_up_to_date(Document& document, const Look& seen);
/// What a token prints for a figure.
std::string print(const Token& token, const fig::Figure& figure, const fig::Engine::Compared* compared = nullptr, Lang lang = Lang::vi);

/// The paper in English: the same blocks with the same tokens. A block that is not translated, or whose Vietnamese was
/// changed since, keeps the Vietnamese words behind a note that says so: it never says in English what no longer holds.
Document in_english(const Document& document);
/// in_english, or the paper as it is.
Document in_language(const Document& document, Lang lang);
/// Blocks whose English is missing or outdated.
struct Untranslated { std::vector<std::string> missing, outdated; };
Untranslated untranslated(const Document& document);
/// Are the same figures in both texts, each as often?
bool same_figures(std::string_view a, std::string_view b);

/// Numbers headings (I., II.), clauses (1., 2.) and points (a), b) ... đ)) anew in the order in which they stand. Only
/// blocks that begin with such a number are touched; one that people did not edit stays unedited.
void renumber(Document& document);
/// A new draft over the paper as it stands: what the machine wrote and nobody edited is written anew, edited and added
/// blocks stay word by word, blocks that people took out stay out. The head stays as it is.
Document redrafted(const Document& standing, const Document& fresh);

/// Round numbers that a count may be said by: 57 gives 50 ("hơn 50") and 60 ("gần 60"). Counts under 50 are always exact.
std::vector<std::int64_t> round_forms(std::int64_t count);

/// Marks that stand in a text, in order: "t1", "t2".
std::vector<std::string> marks_in(std::string_view text);
/// A text as people edit it without scripts: tokens stand as {t1: 57 đoàn}; what follows the colon is only there to read.
std::string for_editing(std::string_view text, const Document& document, const Look& seen, Lang lang = Lang::vi);
/// Back again. A token that the document does not have is a Problem naming it; dropped tokens are fine.
Result<std::string> from_editing(std::string_view typed, const Document& document);

/// Puts number and day of issue where the paper has them: head, and the line of annexes that names the paper. Figures and
/// prose stay as they are.
void issue(Document& document, const std::string& number, Date day);
/// The paper as it prints. `link` gives the address of a token's figure ("" for none).
paper::Paper to_paper(const Document& document, const std::map<std::string, std::string>& shown,
                      const std::function<std::string(const Token&)>& link, bool sample);

std::string to_json(const Document& document);
Result<Document> from_json(std::string_view text);

/// What the seal keeps: the blocks as printed, and for every token its question, value, words, rows and rule version.
struct FrozenRow { std::string register_name; std::int64_t id = 0; std::string code, title, date; std::optional<std::int64_t> amount; std::string unit; bool illustrative = false; };
struct FrozenToken {
  Token token;
  std::string unit;
  std::optional<double> value;
  Qualifier qualifier = Qualifier::exact;
  std::string shown, shown_en;
  int rule_version = 1;
  std::int64_t row_count = 0;    ///< all rows of the figure; `rows` names the first 20,000 of them
  std::vector<FrozenRow> rows;
};
struct Seal {
  Document document;
  std::vector<FrozenToken> tokens;
  std::vector<FrozenToken> snapshot;  ///< figures of the period kept beside the paper, whether it prints them or not (annual reports)
  bool sample = false;
  std::string by, at;            ///< name and ISO instant
};
/// Refused while tokens are missing, blanks are left, or (outside a sample office) a figure rests on illustrative rows: all
/// reasons come back.
tl::expected<Seal, Problems> seal(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Document& document, bool sample_office);
std::string to_json(const Seal& seal);
Result<Seal> seal_from_json(std::string_view text);
std::map<std::string, std::string> shown_of(const Seal& seal, Lang lang = Lang::vi);
std::map<std::string, std::string> shown_of(const Look& seen, Lang lang = Lang::vi);
/// What was printed when the figures were last brought up to date.
std::map<std::string, std::string> shown_last(const Document& document, Lang lang = Lang::vi);
/// Puts figures into the snapshot of a seal, each with its rows; those without rows are left out.
void keep_figures(Seal& seal, db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const std::vector<fig::Ask>& asks);
/// The whole figure of that code as it was sealed for the issuer's own period: of the snapshot, else of the text; nullptr without one.
const FrozenToken* sealed_figure(const Seal& seal, std::string_view code);

/// Rows of one figure told apart by register and number.
struct RowsMoved {
  struct Changed { FrozenRow before, after; };
  std::vector<FrozenRow> added, left;
  std::vector<Changed> changed;        ///< amount, unit or day differ
  bool empty() const { return added.empty() && left.empty() && changed.empty(); }
};
RowsMoved compare_rows(const std::vector<FrozenRow>& before, const std::vector<FrozenRow>& after);
/// The rows of a figure now, as a seal keeps them.
std::vector<FrozenRow> rows_of(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const fig::Ask& ask);

/// A sealed figure against the registers as they are now.
struct Moved { std::string token, then, now; std::vector<FrozenRow> added, removed; std::vector<RowsMoved::Changed> changed{}; };
std::vector<Moved> moved_since(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Seal& seal);

}  // namespace nc::doc
