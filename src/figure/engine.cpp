// Evaluating figures: value, parts, groups and claims from the rows that make them.
#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "base/kept.h"
#include "figure/rows_sql.h"
#include "ledger/ledger.h"

namespace nc::fig {

struct Engine::Cache {
  Kept<Figure> figures{5000};
  Kept<std::vector<Row>> pages{500};  ///< a page of rows is some 30 KB at most
};

namespace {

/// Money in whole units for people and JSON.
double whole(std::string_view unit, std::int64_t amount) {
  auto currency = Currency::from_code(unit);
  return currency && is_currency(unit) ? whole_units(Money{amount, *currency}) : static_cast<double>(amount);
}

/// One line of the grouped query: what rows of one unit and qualifier add up to.
struct Line {
  std::string key, unit;
  Qualifier qualifier = Qualifier::exact;
  std::int64_t rows = 0, sum = 0, unknown = 0, illustrative = 0;
};

Qualifier read_qualifier(std::string_view text) {
  Qualifier q = Qualifier::exact;
  if (!text.empty()) qualifier_from_code(text, q);
  return q;
}

std::vector<Line> read_lines(db::ReadDb& db, const RowsSql& rows, const std::string& key) {
  const std::string head = key.empty() ? "''" : "CAST(" + key + " AS text)";
  const std::string sql = "SELECT " + head +
      " AS k, r.unit, r.qualifier, COUNT(*), CAST(SUM(r.amount) AS bigint), SUM(CASE WHEN r.amount IS NULL THEN 1 ELSE 0 END), "
      "SUM(CASE WHEN r.illustrative = 1 THEN 1 ELSE 0 END) FROM " + rows.from + " GROUP BY 1, 2, 3";
  std::vector<Line> lines;
  db.each(db::Sql::built(sql), rows.params, [&](const db::Row& row) {
    lines.push_back({std::string(row.text(0)), std::string(row.text(1)), read_qualifier(row.text(2)), row.integer(3),
                     row.integer(4), row.integer(5), row.integer(6)});
    return true;
  });
  return lines;
}

/// Adds up lines per unit: exact parts, then how sure the sum is. A missing amount makes the sum a lower bound.
std::vector<Part> parts_of(const std::vector<Line>& lines) {
  std::map<std::string, Part> by_unit;
  std::map<std::string, std::int64_t> sums, unknown, known;
  for (const Line& line : lines) {
    Part& part = by_unit[line.unit];
    const bool first = known[line.unit] == 0;
    if (line.rows > line.unknown) {
      part.qualifier = first ? line.qualifier : combine(part.qualifier, line.qualifier);
      known[line.unit] += line.rows - line.unknown;
    }
    sums[line.unit] += line.sum;
    unknown[line.unit] += line.unknown;
  }
  std::vector<Part> parts;
  for (auto& [unit, part] : by_unit) {
    part.key = part.unit = unit;
    if (known[unit] > 0) {
      part.value = whole(unit, sums[unit]);
      if (unknown[unit] > 0) part.qualifier = combine(part.qualifier, Qualifier::at_least);
    } else {
      part.qualifier = Qualifier::unknown;
    }
    parts.push_back(part);
  }
  return parts;
}

void fill_sum(const Indicator& indicator, const std::vector<Line>& lines, Figure& f) {
  auto parts = parts_of(lines);
  std::erase_if(parts, [&](const Part& p) { return parts.size() > 1 && !p.value; });  // rows without any amount say nothing
  if (parts.empty()) {
    f.value = 0;
    f.unit = indicator.unit;
    return;
  }
  if (parts.size() == 1) {
    f.unit = parts[0].unit.empty() ? indicator.unit : parts[0].unit;
    f.value = parts[0].value;
    f.qualifier = parts[0].qualifier;
  } else {
    // Several currencies are never added: the main number is the part in the figure's own unit.
    f.unit = indicator.unit;
    for (const Part& p : parts)
      if (p.unit == indicator.unit) f.value = p.value, f.qualifier = p.qualifier;
    if (is_currency(indicator.unit)) {
      f.note_vi = "Còn số tiền bằng ngoại tệ chưa có tỷ giá, không cộng vào tổng.";
      f.note_en = "Amounts in other currencies have no rate and are not added.";
    }
  }
  if (parts.size() > 1) f.parts = parts;
  if (!indicator.count_unit.empty()) f.parts.push_back({"count", indicator.count_unit, static_cast<double>(f.row_count), Qualifier::exact});
}

std::vector<std::string> keys_of(const std::string& stored, bool many) {
  if (!many) return {stored};
  std::vector<std::string> keys;
  std::string word;
  for (char c : stored) {
    if (c != '|') word += c;
    else if (!word.empty()) keys.push_back(std::move(word)), word.clear();
  }
  if (!word.empty()) keys.push_back(word);
  if (keys.empty()) keys.emplace_back();
  return keys;
}

std::vector<Group> groups_of(const Indicator& indicator, const std::vector<Line>& lines, const Dimension* dimension) {
  std::map<std::string, std::vector<Line>> by_key;
  for (const Line& line : lines)
    for (const auto& key : keys_of(line.key, dimension && dimension->many)) by_key[key].push_back(line);
  std::vector<Group> groups;
  for (auto& [key, of_key] : by_key) {
    Group g;
    g.key = key;
    g.unit = indicator.unit;
    for (const Line& l : of_key) g.rows += l.rows, g.illustrative += l.illustrative;
    if (indicator.measure == Measure::count) {
      g.value = static_cast<double>(g.rows);
    } else {
      g.qualifier = Qualifier::unknown;
      for (const Part& p : parts_of(of_key))
        if (p.value && (!g.value || p.unit == indicator.unit)) g.value = p.value, g.unit = p.unit, g.qualifier = p.qualifier;
    }
    groups.push_back(std::move(g));
  }
  return groups;
}

void label_groups(db::ReadDb& db, const Ask& ask, const Dimension* dimension, std::vector<Group>& groups) {
  std::map<std::string, Message> orgs;
  if (ask.by == "org")
    db.each("SELECT id, name, name_en FROM organisation", {}, [&](const db::Row& r) {
      orgs[std::to_string(r.integer(0))] = Message(std::string(r.text(1)), std::string(r.text(r.text(2).empty() ? 1 : 2)));
      return true;
    });
  for (Group& g : groups) {
    if (g.key.empty()) g.label = Message("chưa rõ", "not known");
    else if (auto it = orgs.find(g.key); it != orgs.end()) g.label = it->second;
    else if (dimension && dimension->key_label) g.label = dimension->key_label(g.key);
    else g.label = Message(g.key, g.key);
  }
  const bool in_time = ask.by == "month" || ask.by == "year";
  if (!in_time)
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.value.value_or(-1) > b.value.value_or(-1); });
}

Period evaluated_period(const Indicator& indicator, const Ask& ask) {
  if (indicator.at_day) {
    Date day = ask.as_of ? *ask.as_of : ask.period ? ask.period->to : today();
    return {day, day};
  }
  if (ask.period) return *ask.period;
  if (ask.as_of) return {*Date::from_ymd(ask.as_of->year(), 1, 1), *ask.as_of};
  const int year = today().year();
  return {*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)};
}

/// The organisations of the question, where they stood otherwise on its last day than today.
std::optional<std::vector<std::int64_t>> units_then(db::ReadDb& db, const Hooks& hooks, std::int64_t org, const Period& period) {
  return hooks.units_on ? hooks.units_on(db, org, period.to) : std::nullopt;
}

/// Counts by code would name the records that may not be seen.
bool tells_single_records(const Ask& ask) {
  return ask.by == "code" || std::ranges::any_of(ask.where, [](const auto& w) { return w.first == "code" || w.first == "fact"; });
}

std::string cache_key(const Actor& actor, const Ask& ask) {
  return ask_url(ask) + "#" + scope_key(actor) + "/" + today().iso();
}

/// Rises with every change of one of the registers (the store counts them). A ratio reads what its parts read.
std::int64_t generation_of(db::ReadDb& db, const Engine& engine, const Indicator& indicator) {
  auto registers = indicator.registers;
  for (const auto& code : indicator.rows_from)
    if (const Indicator* part = engine.find(code)) registers.insert(registers.end(), part->registers.begin(), part->registers.end());
  registers.insert(registers.end(), {"organisation", "organisation_link", "succession", "claim", "evidence", "evidence_span"});
  std::string sql = "SELECT CAST(COALESCE(SUM(n), 0) AS bigint) FROM generation WHERE register_name IN (";
  db::Params params;
  for (const auto& name : registers) {
    params.emplace_back(name);
    sql += (params.size() > 1 ? ", $" : "$") + std::to_string(params.size());
  }
  return db.integer(db::Sql::built(sql + ")"), params);
}

}  // namespace

void Engine::add(Indicator indicator) {
  if (find(indicator.code)) throw std::logic_error("two indicators with the code " + indicator.code);
  items_.push_back(std::move(indicator));
}

const Indicator* Engine::find(std::string_view code) const {
  for (const auto& i : items_)
    if (i.code == code) return &i;
  return nullptr;
}

void Engine::use_cache(bool on) { cache_ = on ? std::make_shared<Cache>() : nullptr; }

Result<Figure> Engine::evaluate(db::ReadDb& db, const Actor& actor, const Ask& ask) const {
  const Indicator* indicator = find(ask.code);
  if (!indicator)
    return refuse(Code::not_found, Message("Không có chỉ tiêu “" + ask.code + "”.", "There is no indicator “" + ask.code + "”."), "code");
  if (!cache_) return evaluate_fresh(db, actor, ask, *indicator);
  const std::int64_t generation = generation_of(db, *this, *indicator);
  const std::string key = cache_key(actor, ask);
  if (auto kept = cache_->figures.find(key, generation)) return std::move(*kept);
  auto fresh = evaluate_fresh(db, actor, ask, *indicator);
  if (fresh) cache_->figures.keep(key, generation, *fresh);
  return fresh;
}

Result<Figure> Engine::evaluate_fresh(db::ReadDb& db, const Actor& actor, const Ask& ask, const Indicator& indicator) const {
  NC_TRY(org, find_org(db, actor, ask.org));
  if (!actor.sees(Sight::internal) && tells_single_records(ask))
    return refuse(Code::forbidden, Message("Tài khoản này chỉ xem số tổng hợp, không xem theo từng bản ghi.",
                                           "This account sees totals only, not by single record."), "by");
  Figure f;
  f.ask = ask;
  f.period = evaluated_period(indicator, ask);
  f.unit = indicator.unit;
  f.org_name_vi = org.name_vi;
  f.org_name_en = org.name_en;
  if (!indicator.rows_sql.empty()) {
    const Dimension* dimension = find_dimension(indicator, ask.by);
    const std::string column = ask.by.empty() ? "" : dimension_column(indicator, ask.by);
    if (!ask.by.empty() && column.empty())
      return refuse(Code::invalid, Message("Chỉ tiêu " + ask.code + " không chia được theo “" + ask.by + "”.",
                                           ask.code + " can't be grouped by “" + ask.by + "”."), "by");
    auto units = units_then(db, hooks, org.id, f.period);
    f.units_moved = units.has_value();
    if (ask.units == Units::now) units.reset();
    NC_TRY(rows, rows_sql(indicator, hooks, ask, {actor, f.period, ask.scope, org.id, false, std::move(units)}));
    auto lines = read_lines(db, rows, column);
    for (const Line& l : lines) f.row_count += l.rows, f.illustrative_count += l.illustrative;
    if (indicator.measure == Measure::count) f.value = static_cast<double>(f.row_count);
    else fill_sum(indicator, lines, f);
    if (!ask.by.empty()) {
      f.groups = groups_of(indicator, lines, dimension);
      label_groups(db, ask, dimension, f.groups);
    }
  }
  if (indicator.derive) indicator.derive(*this, db, actor, f);
  add_claims(db, actor, org.id, indicator, f);
  return f;
}

Result<std::vector<Row>> Engine::rows(db::ReadDb& db, const Actor& actor, const Ask& ask, int limit, int offset) const {
  constexpr int k_page_at_most = 200;
  const Indicator* indicator = find(ask.code);
  // Rows of a derived figure come from others, whose registers are not its own.
  if (!cache_ || !indicator || indicator->rows_sql.empty() || limit > k_page_at_most) return rows_fresh(db, actor, ask, limit, offset);
  const std::int64_t generation = generation_of(db, *this, *indicator);
  const std::string key = cache_key(actor, ask) + "#" + std::to_string(limit) + "@" + std::to_string(offset);
  if (auto kept = cache_->pages.find(key, generation)) return std::move(*kept);
  auto fresh = rows_fresh(db, actor, ask, limit, offset);
  if (fresh) cache_->pages.keep(key, generation, *fresh);
  return fresh;
}

Result<std::vector<Row>> Engine::rows_fresh(db::ReadDb& db, const Actor& actor, const Ask& ask, int limit, int offset) const {
  const Indicator* indicator = find(ask.code);
  if (!indicator) return refuse(Code::not_found, Message("Không có chỉ tiêu này.", "There is no such indicator."), "code");
  std::vector<Row> out;
  if (indicator->rows_sql.empty()) {
    for (const auto& code : indicator->rows_from) {
      Ask part = ask;
      part.code = code;
      part.by.clear();
      NC_TRY(some, rows(db, actor, part, limit, offset));
      out.insert(out.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    return out;
  }
  NC_TRY(org, find_org(db, actor, ask.org));
  const Period period = evaluated_period(*indicator, ask);
  auto units = ask.units == Units::now ? std::nullopt : units_then(db, hooks, org.id, period);
  NC_TRY(sql, rows_sql(*indicator, hooks, ask, {actor, period, ask.scope, org.id, true, std::move(units)}));
  const std::string text = "SELECT r.register, r.id, r.code, r.title, r.date, r.unit, r.amount, r.qualifier, r.illustrative, r.org_id FROM " +
                           sql.from + " ORDER BY r.date DESC NULLS LAST, r.register, r.id DESC LIMIT " + std::to_string(limit) +
                           " OFFSET " + std::to_string(offset);
  db.each(db::Sql::built(text), sql.params, [&](const db::Row& r) {
    Row row{std::string(r.text(0)), r.integer(1), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4)),
            std::string(r.text(5)), std::nullopt, read_qualifier(r.text(7)), r.integer(8) == 1, r.integer(9)};
    if (!r.null(6)) row.amount = r.integer(6);
    out.push_back(std::move(row));
    return true;
  });
  return out;
}

Engine::Compared Engine::compare(db::ReadDb& db, const Actor& actor, const Figure& now) const {
  Compared out;
  const Indicator* indicator = find(now.ask.code);
  if (!indicator) return out;
  Ask ask = now.ask;
  const Period before = now.period.year_before();
  if (indicator->at_day) ask.as_of = before.to, ask.period.reset();
  else ask.period = before, ask.as_of.reset();
  ask.by.clear();
  // Both periods are counted over the same organisations then: nothing stands between them.
  if (hooks.break_between && now.ask.units == Units::then) out.why_not = hooks.break_between(db, now.ask.org, before, now.period);
  auto figure = evaluate(db, actor, ask);
  if (!figure) return out;
  out.before = *figure;
  if (!out.why_not.empty()) return out;
  if (figure->row_count == 0) {
    out.why_not = Message("cùng kỳ chưa có số liệu", "no figures for the period before");
    return out;
  }
  if (!now.value || !figure->value || now.unit != figure->unit) return out;
  out.change = *now.value - *figure->value;
  if (std::abs(*figure->value) > 0) out.percent = 100.0 * *out.change / *figure->value;
  return out;
}

Result<OrgSeen> find_org(db::ReadDb& db, const Actor& actor, const std::string& code) {
  Condition scope = reach_scope(actor, "o");
  db::Params params{code};
  std::string sql = "SELECT o.id, o.name, o.name_en FROM organisation o WHERE o.deleted = 0 AND o.code = $1 AND (";
  append(sql, params, scope);
  auto row = db.first(db::Sql::built(sql + ")"), params);
  if (!row)
    return refuse(Code::not_found, Message("Không thấy tổ chức có mã “" + code + "” trong phạm vi được xem.",
                                           "No organisation with the code “" + code + "” within what may be seen."), "org");
  OrgSeen org{db::as_int((*row)[0]), code, db::as_text((*row)[1]), db::as_text((*row)[2])};
  if (org.name_en.empty()) org.name_en = org.name_vi;
  return org;
}

}  // namespace nc::fig
