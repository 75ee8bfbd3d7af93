// A text with everything the steps before the facts found: sentences, and in them words with a meaning, numbers, dates.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "intake/body.h"
#include "intake/moments.h"
#include "intake/quantities.h"
#include "intake/words.h"

namespace nc::intake {

/// A phrase of the lexicon, a number or a date in a sentence.
struct Mention {
  std::uint32_t first = 0, last = 0;
  const std::vector<Tag>* tags = nullptr;
  int quantity = -1, moment = -1;  ///< index into the document's lists

  bool is(Cls cls) const { return find(tags, cls) != nullptr; }
  bool is(Cls cls, std::string_view value) const { return has(tags, cls, value); }
  std::string_view value(Cls cls) const {
    const Tag* tag = find(tags, cls);
    return tag == nullptr ? std::string_view() : tag->value;
  }
  bool is_verb(std::initializer_list<std::string_view> values) const {
    for (const auto v : values)
      if (is(Cls::verb, v)) return true;
    return false;
  }
};

struct Sentence {
  std::uint32_t first = 0, last = 0;              ///< tokens
  std::uint32_t mention_first = 0, mention_last = 0;
  std::uint32_t paragraph = 0;
  bool planned = false;  ///< stands under a heading of plans
  bool future = false;   ///< has a word of intention: days without a year are to come
};

struct Document {
  Words words;
  Calendar calendar;
  Layout layout;
  bool english = false;
  std::vector<Mention> mentions;
  std::vector<Quantity> quantities;
  std::vector<Moment> moments;
  std::vector<Sentence> sentences;
  std::vector<bool> aside;     ///< for each token: in a bracket or clause that compares
  std::string home;            ///< province or city of the publisher, as the tables name it
  std::string publisher;
  bool national = false;       ///< the Viet Nam Union's own text: its figures are ours
  std::vector<std::string> title_countries;  ///< foreign countries of the headline

  explicit Document(std::string_view normalised) : words(normalised) {}
  /// First and last word of a sentence as mentions.
  const Quantity* quantity(const Mention& m) const { return m.quantity < 0 ? nullptr : &quantities[static_cast<std::size_t>(m.quantity)]; }
  const Moment* moment(const Mention& m) const { return m.moment < 0 ? nullptr : &moments[static_cast<std::size_t>(m.moment)]; }
};

/// Cuts the body into sentences and finds mentions, home and publisher. `published` empty: the day found in the head, else
/// the latest full date of the body.
void understand(Document& document, Date published);

}  // namespace nc::intake
