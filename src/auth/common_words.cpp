// Words that people reach for first when they are asked for a pass-phrase, Vietnamese and English, without diacritics.
#include <algorithm>
#include <array>
#include <string>

#include "auth/account.h"
#include "base/fold.h"

namespace nc {
namespace {

// Put together by hand: what lists of leaked passwords in both languages begin with, and what lies on the desk of an office of friendship.
constexpr std::array k_words = {
    "123456789", "12345678", "1234567", "123456", "12345", "1234", "123", "111111", "000000", "666666", "888888", "999999", "987654321", "654321", "abc123", "abc",
    "password", "passphrase", "passwd", "pass", "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "letmein", "welcome", "admin", "administrator", "root", "user",
    "login", "secret", "master", "dragon", "monkey", "football", "baseball", "iloveyou", "sunshine", "princess", "shadow", "superman", "trustno1", "hello", "freedom",
    "whatever", "computer", "internet", "changeme", "default", "guest", "test", "matkhau", "mat khau", "mk", "quantri", "quan tri", "nguoidung", "nguoi dung", "dangnhap", "dang nhap",
    "xinchao", "xin chao", "vietnam", "viet nam", "hanoi", "ha noi", "saigon", "sai gon", "cantho", "can tho", "haiphong", "hai phong", "danang", "da nang", "hue", "bacgiang", "bac giang",
    "hochiminh", "ho chi minh", "tphcm", "anhyeuem", "anh yeu em", "emyeuanh", "em yeu anh", "yeuem", "yeu em", "yeuanh", "yeu anh", "iloveu", "conyeu", "con yeu", "gia dinh", "giadinh",
    "hanhphuc", "hanh phuc", "maimai", "mai mai", "khongbiet", "khong biet", "khongco", "khong co", "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do",
    "ho", "ngo", "duong", "ly", "hoabinh", "hoa binh", "doanket", "doan ket", "lienhiep", "lien hiep", "vufo", "office", "vanphong",
    "van phong", "coquan", "co quan", "thanh pho", "thanhpho", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "1975", "1980", "1985", "1990", "1995", "2000"};

}  // namespace

bool is_common(std::string_view password) {
  std::string rest = fold(std::string(password));
  const auto significant = [](const std::string& text) {
    std::size_t n = 0;
    for (const char c : text) n += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 ? 1U : 0U;
    return n;
  };
  std::array<std::string, k_words.size()> longest_first;
  std::copy(k_words.begin(), k_words.end(), longest_first.begin());
  std::sort(longest_first.begin(), longest_first.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (const std::string& word : longest_first)
    for (auto at = rest.find(word); word.size() > 2 && at != std::string::npos; at = rest.find(word)) rest.replace(at, word.size(), " ");
  // What is left after taking out such words carries the strength: two more characters are not enough.
  return significant(rest) < 5;
}

}  // namespace nc
