// Cards of 86 x 54 mm on A4 sheets: ten a page, with hair lines to cut along.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace nc::paper {

/// A membership card. The English words stand small under the Vietnamese ones; left empty, they are not printed.
struct SmallCard {
  struct Line {
    std::string label, label_en, value;
  };
  std::vector<std::string> issuer_lines;  ///< upper case, broken as the office wants them
  std::string issuer_en;
  std::string title, title_en, name;
  std::vector<Line> lines;                ///< at most four
  std::string authority, authority_en, signer;
  std::string stamp;                      ///< "BẢN MẪU" on cards of made-up people
};

inline constexpr double k_card_width_mm = 86, k_card_height_mm = 54;
inline constexpr std::size_t k_cards_a_page = 10;

/// PDF. Refuses with Code::unsupported when no face with Vietnamese letters is installed.
Result<std::string> cards_pdf(const std::vector<SmallCard>& cards, const std::string& title);

}  // namespace nc::paper
