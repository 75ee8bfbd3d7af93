// The pen: what the sections share while a report is drafted.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/reports/draft.h"
#include "app/reports/words.h"

namespace nc::app {

/// Who reports, and for which whole.
struct Office {
  std::int64_t id = 0;
  std::string code, name, kind, place, symbol, contact, parent_name, parent_name_en;
  std::int64_t locality_id = 0;
  std::string locality, locality_name;  ///< code and name ("Thành phố Cần Thơ"), or ""
  std::string name_en;                  ///< as registered, else the Vietnamese name
  std::string self() const;             ///< "Liên hiệp", "Hội", "Ủy ban"
  Said we() const;                      ///< "Liên hiệp", "the Union": within a sentence
  Said We() const { return words::upper_first(we()); }  ///< at its beginning
  Said full() const { return {name, name_en}; }
  bool is_union() const { return kind == "provincial_union" || kind == "national_union"; }
  std::string area() const;             ///< "thành phố Cần Thơ", "tỉnh Bắc Giang"
  Said area_said() const;               ///< the same, "Can Tho City", "Bac Giang Province"
  Said area_word_said() const;          ///< "thành phố", "city"
  std::string area_word() const;        ///< "thành phố", "tỉnh"
  std::string place_name() const;       ///< "Cần Thơ"
};
Result<Office> office_of(db::ReadDb& db, const Actor& actor, const std::string& code);

using Where = std::vector<std::pair<std::string, std::string>>;

class Drafter {
 public:
  Drafter(db::ReadDb& read, const Actor& who, const fig::Engine& figures, Office reporting, std::string report_kind, Period counted);

  db::ReadDb& db;
  const Actor& actor;
  const fig::Engine& engine;
  const Office office;
  const std::string kind;
  const Period period;                 ///< what is counted: the period up to the day the counts stop
  doc::Document document;
  std::vector<Hint> hints;

  bool is_term() const { return kind == "term"; }
  Said in_period() const { return is_term() ? Said("Trong nhiệm kỳ", "During the term") : Said("Trong kỳ", "In the period"); }
  bool short_of_a_year() const { return kind == "half_year" || kind == "eight_month" || kind == "nine_month"; }

  // ---- figures ------------------------------------------------------------------------------------------
  fig::Ask ask(std::string_view code, const std::string& org, const Where& where = {}) const;
  fig::Ask ask(std::string_view code, const std::string& org, const Where& where, const Period& when) const;
  /// The figure, evaluated once.
  const fig::Figure& figure(const fig::Ask& question);
  const fig::Figure& figure(std::string_view code, const std::string& org, const Where& where = {}) { return figure(ask(code, org, where)); }
  /// Reads a column of a table at once: the figure of each of these records.
  void read_items(std::string_view code, const std::vector<std::string>& records);
  /// Numbers of the records behind a figure, most recent first, read once.
  const std::vector<std::int64_t>& records_of(const fig::Ask& question, std::string_view register_name, int most);
  const std::map<std::string, fig::Figure>& answers() const { return known_; }
  /// Is there something to print: rows, and a number that is known?
  bool known(const fig::Ask& question);
  bool known(std::string_view code, const Where& where = {}) { return known(ask(code, office.code, where)); }
  /// Adds a token and returns its mark.
  std::string token(const fig::Ask& question, doc::Style style = doc::Style::prose, const Said& noun = {}, const std::string& part = {});
  std::string token(std::string_view code, const Said& noun = {}, const Where& where = {}) {
    return token(ask(code, office.code, where), doc::Style::prose, noun);
  }
  /// "55 năm" since the first day.
  std::string years_since(Date base, Date on);

  // ---- text ---------------------------------------------------------------------------------------------
  void begin(std::string id, Said title);
  /// Heads that are written only when something follows them.
  void head(paper::Block::Kind k, Said text);
  doc::Block& put(std::string_view name, paper::Block::Kind k, Said text, doc::Origin origin = doc::Origin::machine);
  void paragraph(std::string_view name, Said text, doc::Origin origin = doc::Origin::machine) {
    put(name, paper::Block::Kind::paragraph, std::move(text), origin);
  }
  /// Number of the next table: "Bảng 1".
  Said next_table() { return Said("Bảng ", "Table ") + std::to_string(++tables_); }
  int tables() const { return tables_; }
  /// One of several wordings: by turns, fixed by kind and period, so that a new print never changes the words.
  const Said& pick(std::initializer_list<Said> variants);
  void hint(std::string vi, std::string en, std::string href = {}) { hints.push_back({Message(std::move(vi), std::move(en)), std::move(href)}); }
  /// A section that has nothing to say is left out; the writer is told.
  void nothing(const std::string& vi, const std::string& en, std::string href);

 private:
  std::map<std::string, fig::Figure> known_;
  std::map<std::string, std::vector<std::int64_t>> records_;
  std::vector<std::pair<paper::Block::Kind, Said>> heads_;
  std::optional<doc::Section> waiting_;
  Said picked_;
  int tables_ = 0;
  unsigned turn_ = 0;
};

/// "[chưa có số liệu: ...]": only where a person must fill.
Said blank(Text what);

}  // namespace nc::app
