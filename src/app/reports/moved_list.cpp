// Records that moved a figure, in words and links.
#include "app/reports/moved_list.h"

#include "app/catalog.h"
#include "app/reports/words.h"
#include "html/components.h"

namespace nc::app {

namespace {

constexpr std::size_t k_in_a_sentence = 5;

std::string shown_day(const std::string& iso, Lang lang) {
  const auto day = Date::from_iso(iso);
  return day ? format_date(*day, lang) : std::string();
}

/// "100.000 USD → 120.000 USD", "01/02/2023 → 05/02/2023"
std::string change_words(const doc::RowsMoved::Changed& c, Lang lang) {
  std::string out;
  if (c.before.amount != c.after.amount || c.before.unit != c.after.unit) {
    const std::string none = lang == Lang::vi ? "chưa rõ" : "not known";
    const auto or_none = [&](std::string text) { return text.empty() ? none : text; };
    out = or_none(row_amount(c.before, lang)) + " → " + or_none(row_amount(c.after, lang));
  }
  if (c.before.date != c.after.date) out += (out.empty() ? "" : "; ") + shown_day(c.before.date, lang) + " → " + shown_day(c.after.date, lang);
  return out;
}

Html row_link(Lang lang, const doc::FrozenRow& r) {
  Html h(lang);
  h << "<a href=\""_h << Url{row_url(r)} << "\" lang=\"vi\">"_h << words::upper_first(r.title) << "</a>"_h;
  const std::string amount = row_amount(r, lang), day = shown_day(r.date, lang);
  if (!day.empty() || !amount.empty()) h << " <span class=\"m2\">("_h << day << (day.empty() || amount.empty() ? "" : ", ") << amount << ")</span>"_h;
  if (r.illustrative) h << " "_h << illustrative_mark(lang);
  return h;
}

void put_rows(Html& h, Lang lang, const Message& label, const std::vector<doc::FrozenRow>& rows, std::size_t named) {
  if (rows.empty()) return;
  h << "<p class=\"sm\"><span class=\"m2\">"_h << label << "</span> "_h;
  for (std::size_t i = 0; i < rows.size() && i < named; ++i) h << (i ? "; " : "") << row_link(lang, rows[i]);
  if (rows.size() > named) h << "; "_h << Message("và " + format_int(static_cast<std::int64_t>(rows.size() - named), Lang::vi) + " bản ghi nữa", "and " + format_int(static_cast<std::int64_t>(rows.size() - named), Lang::en) + " more");
  h << "</p>"_h;
}

std::string titles(const std::vector<doc::FrozenRow>& rows, Lang lang) {
  std::vector<std::string> list;
  for (const auto& r : rows)
    if (list.size() < k_in_a_sentence) list.push_back(r.title + (r.date.empty() ? "" : " (" + shown_day(r.date, lang) + ")"));
  std::string out = words::joined(list, ", ");
  if (rows.size() > list.size()) out += (lang == Lang::vi ? " và " : " and ") + std::to_string(rows.size() - list.size()) + (lang == Lang::vi ? " bản ghi nữa" : " more");
  return out;
}

}  // namespace

std::string row_url(const doc::FrozenRow& r) {
  const auto* d = catalog().find(r.register_name);
  return "/" + (d ? d->path : r.register_name) + "/" + std::to_string(r.id);
}

std::string row_amount(const doc::FrozenRow& r, Lang lang) {
  if (!r.amount) return {};
  if (!fig::is_currency(r.unit)) return *r.amount == 1 ? std::string() : format_int(*r.amount, lang) + "\u00A0" + fig::unit_name(r.unit, lang);
  const auto currency = Currency::from_code(r.unit);
  return currency ? format_money_short(Money{*r.amount, *currency}, lang) : format_int(*r.amount, lang);
}

Html moved_list(Lang lang, const doc::RowsMoved& moved, const MoveWords& words, std::size_t named) {
  Html h(lang);
  put_rows(h, lang, words.added, moved.added, named);
  put_rows(h, lang, words.left, moved.left, named);
  if (moved.changed.empty()) return h;
  h << "<p class=\"sm\"><span class=\"m2\">"_h << words.changed << "</span> "_h;
  for (std::size_t i = 0; i < moved.changed.size() && i < named; ++i) {
    const auto& c = moved.changed[i];
    h << (i ? "; " : "") << "<a href=\""_h << Url{row_url(c.after)} << "\" lang=\"vi\">"_h << words::upper_first(c.after.title) << "</a> "_h << change_words(c, lang);
  }
  if (moved.changed.size() > named) h << " +"_h << (moved.changed.size() - named);
  return h << "</p>"_h;
}

std::string moved_sentence(const doc::RowsMoved& moved, const SentenceWords& said) {
  std::vector<std::string> parts;
  if (!moved.added.empty()) parts.push_back(said.added + titles(moved.added, said.lang));
  if (!moved.left.empty()) parts.push_back(said.left + titles(moved.left, said.lang));
  if (!moved.changed.empty()) {
    std::vector<std::string> list;
    for (const auto& c : moved.changed)
      if (list.size() < k_in_a_sentence) list.push_back(c.after.title + " (" + change_words(c, said.lang) + ")");
    const std::size_t rest = moved.changed.size() - list.size();
    parts.push_back(said.changed + words::joined(list, ", ") + (rest > 0 ? (said.lang == Lang::vi ? " và " + std::to_string(rest) + " bản ghi nữa" : " and " + std::to_string(rest) + " more") : std::string()));
  }
  return words::joined(parts, "; ");
}

}  // namespace nc::app
