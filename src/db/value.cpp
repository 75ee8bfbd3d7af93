// Values of parameters and columns: conversions that are the same for both engines.
#include "db/value.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "base/fold.h"

namespace nc::db {

bool is_null(const Value& v) { return std::holds_alternative<std::monostate>(v); }

std::int64_t int_of(std::string_view text) {
  std::int64_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error == std::errc() && end == text.data() + text.size()) return n;
  return rounded(real_of(text));
}

double real_of(std::string_view text) {
  double d = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), d);
  return error == std::errc() && end == text.data() + text.size() ? d : 0;
}

std::int64_t rounded(double d) {
  if (std::isnan(d)) return 0;
  if (d >= 9223372036854775807.0) return std::numeric_limits<std::int64_t>::max();
  if (d <= -9223372036854775808.0) return std::numeric_limits<std::int64_t>::min();
  return std::llround(d);
}

std::string plain_real(double d) {
  char buffer[400];  // the longest finite double in fixed form has 309 digits before the point
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, d, std::chars_format::fixed);
  return error == std::errc() ? std::string(buffer, end) : std::string();
}

std::int64_t as_int(const Value& v, std::int64_t otherwise) {
  if (const auto* n = std::get_if<std::int64_t>(&v)) return *n;
  if (const auto* d = std::get_if<double>(&v)) return rounded(*d);
  if (const auto* t = std::get_if<std::string>(&v)) {
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(t->data(), t->data() + t->size(), n);
    if (error == std::errc() && end == t->data() + t->size()) return n;
  }
  return otherwise;
}

std::string as_text(const Value& v) {
  if (const auto* t = std::get_if<std::string>(&v)) return *t;
  if (const auto* n = std::get_if<std::int64_t>(&v)) return std::to_string(*n);
  if (const auto* d = std::get_if<double>(&v)) return plain_real(*d);
  return {};
}

void check_param(const Value& v) {
  if (const auto* d = std::get_if<double>(&v); d != nullptr && !std::isfinite(*d))
    throw std::invalid_argument("a parameter is not a finite number");
  const auto* t = std::get_if<std::string>(&v);
  if (t == nullptr) return;
  if (t->find('\0') != std::string::npos) throw std::invalid_argument("a text parameter contains a NUL byte");
  if (!is_utf8(*t)) throw std::invalid_argument("a text parameter is not UTF-8");
}

void check_name(std::string_view name) {
  bool ok = !name.empty() && (name.front() == '_' || (name.front() >= 'a' && name.front() <= 'z'));
  for (const char c : name) ok = ok && (c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  if (!ok) throw std::invalid_argument("not a table or column name: " + std::string(name));
}

std::string quoted_list(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    check_name(name);
    out += (out.empty() ? "\"" : ", \"") + name + '"';
  }
  return out;
}

Value Row::value(int column) const { return typed(column); }

}  // namespace nc::db
