// Classified papers are recognised by their mark and refused with words.
#include "app/common/rules.h"
#include "app/outgoing/public.h"

namespace nc::app {

namespace {

/// Marks of secrecy as papers carry them: in capitals, a word of their own.
bool is_marked_secret(const std::string& text) {
  for (const std::string_view mark : {"TUYỆT MẬT", "TỐI MẬT", "MẬT"})
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
      const auto end = at + mark.size();
      const auto bare = [&](std::size_t i) { return i >= text.size() || std::string_view(" .,:;()[]-/\"'\n").find(text[i]) != std::string_view::npos; };
      if ((at == 0 || bare(at - 1)) && bare(end)) return true;
    }
  return false;
}

}  // namespace

void refuse_secrets(const std::vector<std::pair<const std::string*, const char*>>& texts, Problems& problems) {
  for (const auto& [text, field] : texts)
    if (is_marked_secret(*text))
      complain(problems, field, "Văn bản mật không ghi vào hệ thống này, kể cả trích yếu. Đăng ký ở sổ văn bản mật bằng giấy, theo Luật Bảo vệ bí mật nhà nước.",
               "Classified papers don't go into this system, not even their subject. Register them in the paper book for classified papers, by the law on state secrets.");
}

}  // namespace nc::app
