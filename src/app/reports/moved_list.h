// Records that moved a figure, in words and links.
#pragma once
#include "document/document.h"
#include "html/html.h"

namespace nc::app {

/// How the three kinds of move are named.
struct MoveWords {
  Message added = Text("Thêm sau khi niêm phong:", "Added since:");
  Message left = Text("Không còn được đếm:", "No longer counted:");
  Message changed = Text("Đổi giá trị hoặc ngày:", "Amount or day changed:");
};
/// At most `named` of each kind, the rest as a number.
Html moved_list(Lang lang, const doc::RowsMoved& moved, const MoveWords& words = {}, std::size_t named = 12);
/// The same as one sentence for a paper: "thêm: A (01/02/2023), B; không còn được đếm: C".
struct SentenceWords { const char *added = "thêm: ", *left = "không còn được đếm: ", *changed = "đổi: "; Lang lang = Lang::vi; };
inline constexpr SentenceWords k_english_words{"added: ", "no longer counted: ", "changed: ", Lang::en};
std::string moved_sentence(const doc::RowsMoved& moved, const SentenceWords& words = {});
/// Page of the record behind a row.
std::string row_url(const doc::FrozenRow& row);
/// "215.000 USD", "6 người"; "" when the row has no amount.
std::string row_amount(const doc::FrozenRow& row, Lang lang);

}  // namespace nc::app
