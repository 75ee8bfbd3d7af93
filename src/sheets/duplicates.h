// Finds records, and rows of the same file, that a new record seems to repeat.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "register/parts.h"
#include "sheets/import.h"

namespace nc::reg::detail {

/// Compares by folded title, day, country and required fields. Keeps a few dozen bytes a record in memory.
class DuplicateFinder {
 public:
  /// Loads what is visible of the register.
  DuplicateFinder(db::ReadDb& db, const Description& d, const Actor& actor);
  /// The record or line that `cells` repeats: for sure (same title, day and required values), or likely (same day and
  /// country, nearly the same title). nullopt when none does.
  std::optional<Duplicate> find(const Cells& cells);
  /// A row of the file: later rows may repeat it.
  void add(const Cells& cells, int line);

 private:
  struct Seen {
    std::int64_t id = 0;  ///< 0: a row of the file
    int line = 0;
    std::vector<std::size_t> words;  ///< of the folded title, as sorted marks
    std::string country;
    std::size_t same = 0;  ///< hash of what must be equal, for rows of the file
  };
  std::string title_of(const Cells& cells) const;
  std::string day_of(const Cells& cells) const;
  std::string text_of(const Cells& cells, const std::string& field) const;
  /// Text of everything that two records must share to be one.
  std::string required_text(const Cells& cells) const;
  bool same_record(std::int64_t id, const Cells& cells);
  Duplicate told(const Seen& seen, bool sure);

  db::ReadDb& db_;
  const Description& d_;
  const Actor& actor_;
  bool free_title_;
  std::vector<Seen> seen_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_title_, by_day_;  // title + day; day
};

/// Share of words that two folded texts have in common, 0 to 1.
double likeness(std::string_view a, std::string_view b);

}  // namespace nc::reg::detail
