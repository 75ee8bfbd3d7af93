// A list as the address bar says it: read, checked, and written back.
#include <fmt/format.h>

#include <algorithm>

#include "base/fold.h"
#include "base/hash.h"
#include "register/parts.h"

namespace nc::reg {

namespace {

constexpr int k_most_rows = 500;
constexpr std::size_t k_longest_value = 300;

class QueryReader {
 public:
  explicit QueryReader(const Description& d) : d_(d) {}

  Result<ListQuery> read(const std::vector<std::pair<std::string, std::string>>& query) {
    for (const auto& [name, value] : query) {
      if (!is_utf8(value) || value.size() > k_longest_value) {
        complain(fmt::format("giá trị của “{}” quá dài hoặc hỏng bảng mã", name),
                 fmt::format("the value of “{}” is too long or broken", name));
        continue;
      }
      take(name, mended(value));
    }
    check_keys();
    if (vi_.empty()) return std::move(out_);
    return refuse(Code::invalid, Message("Danh sách không mở được theo địa chỉ này: " + vi_ + ".",
                                         "The list can't be shown as this address asks: " + en_ + "."));
  }

 private:
  void complain(const std::string& vi, const std::string& en) {
    vi_ += (vi_.empty() ? "" : "; ") + vi;
    en_ += (en_.empty() ? "" : "; ") + en;
  }
  void bad_value(const std::string& name, const std::string& value) {
    const Field* f = detail::filter_field(d_, name);
    complain(fmt::format("{} không có giá trị “{}”", f ? f->label.vi : name, value),
             fmt::format("{} has no value “{}”", f ? f->label.en : name, value));
  }

  void take(const std::string& name, const std::string& value) {
    const Field* own = d_.find(name);
    if (name == "q") out_.words = value;
    else if (name == "sort") sort(value);
    else if (name == "after") out_.after = value;
    else if (name == "before") out_.before = value;
    else if (name == "cols") columns(value);
    else if (name == "view" && is_of_the_page(name, value)) out_.view = value;
    else if (name == "limit") limit(value);
    else if (name == "deleted") out_.deleted = value == "1";
    else if (name == "id" && !own_field(name)) record(value);
    else if (name == "at" && !own_field(name)) out_.first_row = std::max<std::int64_t>(1, parse_int(value).value_or(1));
    else if (name == "is" && !own_field(name)) named_condition(value);
    else if (value.empty()) return;  // a form's empty box
    else if (is_of_the_page(name, value)) return;
    else if (name == "below" && !own) below(value);
    else if (const Field* f = detail::filter_field(d_, name)) filter(*f, name, value);
    else
      complain(fmt::format("sổ này không lọc theo “{}”", own ? own->label.vi : name),
               fmt::format("this register has no filter “{}”", own ? own->label.en : name));
  }

  bool own_field(const std::string& name) const { return d_.find(name) != nullptr; }

  void record(const std::string& value) {
    const auto id = parse_int(value);
    if (!id) bad_value("id", value);
    else if (out_.ids.size() < k_most_rows) out_.ids.push_back(*id);
  }

  void named_condition(const std::string& value) {
    const bool known = std::any_of(d_.conditions.begin(), d_.conditions.end(), [&](const NamedCondition& c) { return c.name == value; });
    if (known) out_.filters.emplace_back("is", value);
    else bad_value("is", value);
  }

  /// Settings of the page, unless the register has a field of that name with that value.
  bool is_of_the_page(const std::string& name, const std::string& value) const {
    if (name != "format" && name != "lang" && name != "view") return false;
    const Field* f = detail::filter_field(d_, name);
    return !f || (value != "-" && !normal(*f, value));
  }

  void sort(const std::string& value) {
    if (!detail::order_of(d_, value)) {
      complain("không sắp xếp được theo “" + value + "”", "there is no sorting by “" + value + "”");
      return;
    }
    out_.sort = value;
  }

  /// "title,countries"; fields that lists never show are no columns.
  void columns(const std::string& value) {
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t end = std::min(value.find(',', at), value.size());
      const std::string name = value.substr(at, end - at);
      const Field* f = d_.find(name);
      if (!f || f->opt.inner) complain("sổ này không có cột “" + name + "”", "this register has no column “" + name + "”");
      else if (std::find(out_.columns.begin(), out_.columns.end(), f->name) == out_.columns.end()) out_.columns.push_back(f->name);
      at = end + 1;
    }
  }

  void limit(const std::string& value) {
    const auto n = parse_int(value);
    if (!n || *n < 1 || *n > k_most_rows)
      complain(fmt::format("số dòng phải từ 1 đến {}", k_most_rows), fmt::format("limit must be 1 to {}", k_most_rows));
    else
      out_.limit = static_cast<int>(*n);
  }

  void below(const std::string& value) {
    if (value == "1") out_.filters.emplace_back("below", "1");
    else if (value != "0") bad_value("below", value);
  }

  void filter(const Field& f, const std::string& name, const std::string& value) {
    const auto kept = value == "-" ? std::optional<std::string>(value) : normal(f, value);
    if (kept) out_.filters.emplace_back(name, *kept);
    else bad_value(name, value);
  }

  static std::optional<std::string> normal(const Field& f, const std::string& value) {
    switch (f.kind) {
      case Kind::choice:
      case Kind::choices: {
        std::string code = f.opt.options->code_of(value);
        return code.empty() ? std::nullopt : std::optional(std::move(code));
      }
      case Kind::boolean:
        if (value == "1" || value == "true" || value == "yes") return "1";
        return value == "0" || value == "false" || value == "no" ? std::optional<std::string>("0") : std::nullopt;
      case Kind::date: return parse_days(value) ? std::optional(value) : std::nullopt;
      case Kind::integer:
      case Kind::count:
      case Kind::money: return detail::number_range(value) ? std::optional(value) : std::nullopt;
      default: return value;
    }
  }

  void check_keys() {
    const auto order = detail::order_of(d_, out_.sort);
    for (const std::string* key : {&out_.after, &out_.before})
      if (!key->empty() && order && !detail::key_from(*order, *key))
        complain("chỗ đang xem trong danh sách không còn dùng được, mở lại từ trang đầu",
                 "the place in the list is not valid any more; start from the first page");
  }

  const Description& d_;
  ListQuery out_;
  std::string vi_, en_;
};

/// Guards against slips and tampering, not against attackers: the key holds nothing secret.
std::string check_sum(const std::string& text) { return sha256_hex(text).substr(0, 8); }

std::string key_body(const detail::Order& order, std::string_view kind, std::string_view value, std::string_view id) {
  return fmt::format("{}{}.{}{}.{}", order.descending ? "-" : "", order.name(), kind, value, id);
}

}  // namespace

namespace detail {

std::optional<Order> order_of(const Description& d, std::string_view sort) {
  if (sort.empty()) {
    if (!d.sort_default.empty()) return Order{d.find(d.sort_default[0]), d.sort_default.size() > 1 && d.sort_default[1] == "desc"};
    if (!d.date_field.empty()) return Order{d.find(d.date_field), true};
    const Field* title = d.find(d.title_field);
    return has_key(d, *title) ? Order{title, false} : Order{nullptr, true};
  }
  const bool descending = sort.starts_with('-');
  if (descending) sort.remove_prefix(1);
  if (sort == "id") return Order{nullptr, descending};
  const Field* f = d.find(sort);
  if (!f || !sortable(d, *f)) return std::nullopt;
  return Order{f, descending};
}

std::string key_text(const Order& order, const Key& key) {
  std::string kind = "n", value;
  if (std::holds_alternative<std::int64_t>(key.value)) kind = "i", value = db::as_text(key.value);
  else if (!db::is_null(key.value)) kind = "t", value = db::as_text(key.value);
  const std::string body = key_body(order, kind, value, std::to_string(key.id));
  return body + "." + check_sum(body);
}

std::optional<Key> key_from(const Order& order, std::string_view text) {
  const std::size_t sum = text.rfind('.');
  if (sum == std::string_view::npos || text.size() > 1000) return std::nullopt;
  const std::string body(text.substr(0, sum));
  const std::size_t name_end = body.find('.'), id_at = body.rfind('.');
  if (check_sum(body) != text.substr(sum + 1) || name_end == std::string::npos || id_at <= name_end + 1) return std::nullopt;
  const std::string value = body.substr(name_end + 2, id_at - name_end - 2);
  const char kind = body[name_end + 1];
  const auto id = parse_int(std::string_view(body).substr(id_at + 1));
  if (!id || body != key_body(order, std::string(1, kind), value, body.substr(id_at + 1))) return std::nullopt;
  Key key;
  key.id = *id;
  const auto number = parse_int(value);
  if (kind == 'i' && number) key.value = *number;
  else if (kind == 't') key.value = value;
  else if (kind != 'n' || !value.empty()) return std::nullopt;
  return key;
}

std::optional<NumberRange> number_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  const auto number = [](std::string_view s, std::optional<std::int64_t>& out) {
    if (s.empty()) return true;
    out = parse_int(s);
    return out.has_value();
  };
  NumberRange range;
  if (!number(text.substr(0, dots), range.from)) return std::nullopt;
  if (dots == std::string_view::npos) range.to = range.from;
  else if (!number(text.substr(dots + 2), range.to)) return std::nullopt;
  if (!range.from && !range.to) return std::nullopt;
  return range;
}

}  // namespace detail

Result<ListQuery> parse_list_query(const Description& d, const std::vector<std::pair<std::string, std::string>>& query) {
  return QueryReader(d).read(query);
}

std::string query_string(const ListQuery& q) {
  std::string out;
  const auto add = [&out](std::string_view name, std::string_view value) {
    out += (out.empty() ? "" : "&") + url_encode(name) + "=" + url_encode(value);
  };
  if (!q.words.empty()) add("q", q.words);
  for (const auto& [name, value] : q.filters) add(name, value);
  if (!q.sort.empty()) add("sort", q.sort);
  if (q.limit != ListQuery{}.limit) add("limit", std::to_string(q.limit));
  if (q.deleted) add("deleted", "1");
  for (const std::int64_t id : q.ids) add("id", std::to_string(id));
  if (!q.columns.empty()) add("cols", columns_text(q.columns));
  if (!q.view.empty()) add("view", q.view);
  return out;
}

std::string columns_text(const std::vector<std::string>& columns) {
  std::string out;
  for (const std::string& name : columns) out += (out.empty() ? "" : ",") + name;
  return out;
}

}  // namespace nc::reg
