// Where the facts of the reference tables come from, in words.
#include "app/common/sources.h"

#include <map>

#include "app/common/table.h"

namespace nc::app {

namespace {

/// "vovworld.vn ; dav.edu.vn/x" is "trang vovworld.vn"; what is no address stays as it is.
std::string page_words(const std::string& address) {
  const std::string first = address.substr(0, address.find(" ;")), site = first.substr(0, first.find(' '));
  return site.find('.') == std::string::npos ? first : "trang " + first;
}

}  // namespace

std::string source_words(std::string_view keys) {
  static const std::map<std::string, std::string, std::less<>> of_our_own{{"SEED", "bài báo gốc của dự án"}, {"DOM", "khảo sát trang công khai"}, {"REC", "chưa có văn bản, cần kiểm chứng"},
                                                                          {"CALC", "tính theo thiên văn"}, {"CLDR", "Unicode CLDR"}, {"ISO", "ISO 3166-1"}};
  const TsvTable& sources = reference_table("sources.tsv");
  std::string words;
  for (const std::string& key : split_cell(keys)) {
    std::string one = key;
    if (const auto own = of_our_own.find(key); own != of_our_own.end()) one = own->second;
    else
      for (const auto& row : sources.rows())
        if (sources.cell(row, "key") == key) one = page_words(sources.cell(row, "address"));
    words += (words.empty() ? "" : "; ") + one;
  }
  return words;
}

}  // namespace nc::app
