// The last check before a record is written: every value in its one stored form, and within what its field allows.
#include <fmt/format.h>

#include <algorithm>

#include "base/fold.h"
#include "base/words.h"
#include "register/parts.h"

namespace nc::reg::detail {

namespace {

constexpr std::int64_t k_largest_money = 9'000'000'000'000'000;

bool is_url(std::string_view text) {
  const bool scheme = text.starts_with("https://") || text.starts_with("http://");
  return scheme && text.size() > 10 && std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\';
  });
}

bool is_code(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '#' || c == '|' || c == '"' || c == '<' || c == '>' || c == ',' ||
           c == ';' || c == ':';
  });
}

class FieldCheck {
 public:
  FieldCheck(const Field& f, const Cells* before, Cells& cells, Problems& problems)
      : f_(f), before_(before), cells_(cells), problems_(problems), at_(static_cast<std::size_t>(f.first)) {}

  void run() {
    switch (f_.kind) {
      case Kind::text:
      case Kind::long_text: text(); break;
      case Kind::url: url(); break;
      case Kind::integer: integer(); break;
      case Kind::count: count(); break;
      case Kind::boolean: boolean(); break;
      case Kind::date: date(); break;
      case Kind::money: money(); break;
      case Kind::decimal: decimal(); break;
      case Kind::choice: choice(); break;
      case Kind::choices: choices(); break;
      case Kind::link: link(); break;
      case Kind::links: links(); break;
    }
    if (f_.opt.required && !refused_ && empty()) refuse("chưa nhập", "is missing");
  }

 private:
  db::Value& value(std::size_t part = 0) { return cells_.at(at_ + part); }
  bool same_as_before() const { return before_ && before_->at(at_) == cells_.at(at_); }

  bool empty() {
    if (f_.kind == Kind::boolean || f_.first == k_code) return false;
    // "Unknown" is an answer for a count or an amount.
    if (f_.kind == Kind::count) return db::is_null(value()) && db::is_null(value(1));
    if (f_.kind == Kind::money) return db::is_null(value()) && db::is_null(value(2));
    return db::is_null(value());
  }

  void refuse(const std::string& vi, const std::string& en) {
    refused_ = true;
    problems_.push_back({Code::invalid, {f_.label.vi + ": " + vi + ".", f_.label.en + " " + en + "."}, f_.name});
  }

  std::string take_text() {
    const std::string typed = db::as_text(value());
    if (!is_utf8(typed)) refuse("chữ bị hỏng bảng mã, hãy gõ lại", "has broken characters; type it again");
    return mended(typed);
  }

  void text() {
    std::string kept = take_text();
    const bool one_line = f_.kind == Kind::text;
    if (one_line) std::replace(kept.begin(), kept.end(), '\n', ' ');
    const int most = f_.opt.max > 0 ? f_.opt.max : one_line ? 300 : 20'000;
    if (const std::size_t n = letter_count(kept); n > static_cast<std::size_t>(most))
      refuse(fmt::format("dài {} ký tự, nhiều nhất {}", n, most), fmt::format("has {} characters, at most {}", n, most));
    if (f_.first == k_code && !same_as_before() && !is_code(kept))
      refuse("mã không được có dấu cách hoặc các dấu # | \" < > , ; :",
             "must not contain blanks or the signs # | \" < > , ; :");
    put(cells_, f_.first, kept);
  }

  void url() {
    const std::string kept = take_text();
    if (!kept.empty() && !is_url(kept))
      refuse("địa chỉ phải bắt đầu bằng https:// hoặc http:// và không có dấu cách",
             "must be an address that begins with https:// or http:// and has no blanks");
    if (kept.size() > 2000) refuse("địa chỉ dài quá 2.000 ký tự", "is longer than 2,000 characters");
    put(cells_, f_.first, kept);
  }

  /// A whole number, from an integer or its digits.
  bool whole() {
    if (const auto* digits = std::get_if<std::string>(&value())) {
      const auto parsed = parse_int(*digits);
      if (digits->empty())
        value() = std::monostate{};
      else if (parsed)
        value() = *parsed;
    }
    if (db::is_null(value()) || std::holds_alternative<std::int64_t>(value())) return true;
    refuse("phải là số nguyên", "must be a whole number");
    return false;
  }

  void range(std::int64_t least, std::int64_t most) {
    if (db::is_null(value())) return;
    const std::int64_t n = db::as_int(value());
    if (n < least)
      refuse(fmt::format("{} nhỏ hơn mức thấp nhất {}", n, least), fmt::format("{} is below the least, {}", n, least));
    if (n > most)
      refuse(fmt::format("{} lớn hơn mức cao nhất {}", n, most), fmt::format("{} is above the most, {}", n, most));
  }

  void integer() {
    if (whole()) range(f_.opt.min, f_.opt.max_value);
  }

  void qualifier(std::size_t part) {
    const std::string typed = db::as_text(value(part));
    Qualifier q = Qualifier::exact;
    if (!typed.empty() && !qualifier_from_code(typed, q))
      refuse("mức độ chắc chắn “" + typed + "” không có trong danh mục", "has an unknown qualifier “" + typed + "”");
    if (db::is_null(value()) && q != Qualifier::unknown) {
      value(part) = std::monostate{};
      return;
    }
    value(part) = std::string(code(q));
  }

  void count() {
    if (!whole()) return;
    range(std::max<std::int64_t>(0, f_.opt.min), std::min(f_.opt.max_value, k_largest_money));
    qualifier(1);
  }

  void boolean() {
    if (whole()) value() = std::int64_t{db::as_int(value()) != 0 ? 1 : 0};
  }

  void date() {
    const std::string typed = db::as_text(value());
    if (!typed.empty() && !Date::from_iso(typed))
      refuse("“" + typed + "” không phải ngày có thật từ năm 1800 đến 2200",
             "“" + typed + "” is not a real day between 1800 and 2200");
    put(cells_, f_.first, typed);
  }

  void money() {
    if (!whole()) return;
    range(std::max<std::int64_t>(0, f_.opt.min), std::min(f_.opt.max_value, k_largest_money));
    const std::string currency = db::as_text(value(1));
    if (db::is_null(value()))
      value(1) = std::monostate{};
    else if (currency.empty())
      value(1) = std::string("VND");
    else if (!Currency::from_code(currency))
      refuse("mã tiền “" + currency + "” không có", "has no currency “" + currency + "”");
    qualifier(2);
  }

  void decimal() {
    const std::string typed = db::as_text(value());
    if (!typed.empty() && !is_plain_decimal(typed))
      refuse("“" + typed + "” không phải số thập phân", "“" + typed + "” is not a decimal number");
    put(cells_, f_.first, typed);
  }

  void unknown_code(const std::string& c) {
    refuse("“" + c + "” không có trong danh mục", "“" + c + "” is not in the list");
  }

  void choice() {
    const std::string typed = db::as_text(value());
    // A code that was taken off its list since may stay, but not come in anew.
    if (!typed.empty() && !f_.opt.options->find(typed) && !same_as_before()) unknown_code(typed);
    put(cells_, f_.first, typed);
  }

  void choices() {
    Codes codes, kept, old;
    get(cells_, f_.first, codes);
    if (before_) get(*before_, f_.first, old);
    for (const std::string& c : codes) {
      if (std::find(kept.begin(), kept.end(), c) != kept.end()) continue;
      if (!f_.opt.options->find(c) && std::find(old.begin(), old.end(), c) == old.end()) unknown_code(c);
      kept.push_back(c);
    }
    put(cells_, f_.first, kept);
  }

  void link() {
    if (!whole()) return;
    const std::int64_t id = db::as_int(value());
    if (id < 0) refuse("số hiệu bản ghi không hợp lệ", "has an impossible record number");
    put(cells_, f_.first, id);
  }

  void links() {
    Refs ids, kept;
    get(cells_, f_.first, ids);
    for (const std::int64_t id : ids)
      if (std::find(kept.begin(), kept.end(), id) == kept.end()) kept.push_back(id);
    put(cells_, f_.first, kept);
  }

  const Field& f_;
  const Cells* before_;
  Cells& cells_;
  Problems& problems_;
  std::size_t at_;
  bool refused_ = false;
};

}  // namespace

void check_values(const Description& d, const Cells* before, Cells& cells, Problems& problems) {
  for (const std::vector<Field>* list : {&Description::standard_fields(), &d.fields})
    for (const Field& f : *list) FieldCheck(f, before, cells, problems).run();
}

}  // namespace nc::reg::detail
