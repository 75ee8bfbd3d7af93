// What is asked of a figure: parsed from an address or a command line, and written back as an address.
#include "figure/figure.h"
#include "html/html.h"

namespace nc::fig {

std::optional<Scope> scope_from(std::string_view word) {
  if (word == "own") return Scope::own;
  if (word == "tree") return Scope::tree;
  if (word == "distinct") return Scope::distinct;
  return std::nullopt;
}

namespace {

std::string_view word_of(Scope s) {
  switch (s) {
    case Scope::own: return "own";
    case Scope::tree: return "tree";
    case Scope::distinct: return "distinct";
  }
  return "tree";
}

bool is_name(std::string_view key) {
  if (key.empty() || key.size() > 40) return false;
  for (char c : key)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
  return true;
}

tl::unexpected<Problem> bad(std::string field, std::string vi, std::string en) {
  return refuse(Code::invalid, Message(std::move(vi), std::move(en)), std::move(field));
}

Result<bool> put(Ask& ask, std::string_view key, const std::string& value) {
  if (key == "org") {
    ask.org = value;
  } else if (key == "period") {
    NC_TRY(period, parse_period(value));
    ask.period = period;
  } else if (key == "as_of") {
    NC_TRY(day, parse_date(value));
    ask.as_of = day;
  } else if (key == "scope") {
    auto scope = scope_from(value);
    if (!scope) return bad("scope", "Phạm vi là own, tree hoặc distinct.", "Scope is own, tree or distinct.");
    ask.scope = *scope;
  } else if (key == "units") {
    if (value != "then" && value != "now")
      return bad("units", "Tổ chức tính theo lúc đó (then) hoặc theo hiện nay (now).", "Units are counted as then or as now.");
    ask.units = value == "now" ? Units::now : Units::then;
  } else if (key == "by") {
    if (!value.empty() && !is_name(value)) return bad("by", "Không có cách chia nhóm này.", "There is no such grouping.");
    ask.by = value;
  } else if (is_name(key)) {
    ask.where.emplace_back(std::string(key), value);
  } else {
    return bad(std::string(key), "Tham số lạ: " + std::string(key), "Unknown parameter: " + std::string(key));
  }
  return true;
}

std::string escaped(std::string_view text) { return url_encode(text); }

}  // namespace

Result<Ask> parse_ask(const std::vector<std::pair<std::string, std::string>>& query, std::string code) {
  Ask ask;
  ask.code = std::move(code);
  std::string from, to;
  for (const auto& [key, value] : query) {
    if (key == "mo" || key == "tab" || key == "offset" || key == "format" || value.empty()) continue;  // how, not what
    if (key == "from") from = value;
    else if (key == "to") to = value;
    else NC_CHECKED(put, put(ask, key, value));
  }
  if (!from.empty() || !to.empty()) {
    if (from.empty() || to.empty())
      return bad("from", "Cần cả ngày đầu và ngày cuối của kỳ.", "Both the first and the last day of the period are needed.");
    NC_TRY(first, parse_date(from));
    NC_TRY(last, parse_date(to));
    if (last < first) return bad("to", "Ngày cuối kỳ sớm hơn ngày đầu kỳ.", "The last day is before the first day.");
    ask.period = Period{first, last};
  }
  return ask;
}

std::string ask_url(const Ask& ask) {
  std::string url = "/figures/" + escaped(ask.code) + "?org=" + escaped(ask.org);
  if (ask.period) url += "&period=" + escaped(period_code(*ask.period));
  if (ask.as_of) url += "&as_of=" + ask.as_of->iso();
  if (ask.scope != Scope::tree) url += "&scope=" + std::string(word_of(ask.scope));
  if (ask.units == Units::now) url += "&units=now";
  for (const auto& [key, value] : ask.where) url += "&" + escaped(key) + "=" + escaped(value);
  if (!ask.by.empty()) url += "&by=" + escaped(ask.by);
  return url;
}

}  // namespace nc::fig
