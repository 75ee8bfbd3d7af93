// Order of a round from the scores of its jurors; who goes on; who takes part.
#include "app/contests/standing.h"

#include <algorithm>

#include "app/common/within.h"
#include "app/contests/public.h"
#include "base/hash.h"

namespace nc::app {

namespace {

std::size_t at(const reg::Description& d, std::string_view column) { return static_cast<std::size_t>(d.column(column)); }

constexpr std::int64_t k_scale = 1000;

/// "8.75" -> 8750; digits beyond the third are cut.
std::int64_t thousandths(std::string_view plain) {
  std::int64_t whole = 0, part = 0, digits = k_scale;
  bool behind = false;
  for (const char c : plain) {
    if (c == '.') behind = true;
    else if (c >= '0' && c <= '9' && !behind && whole < 1'000'000'000) whole = whole * 10 + (c - '0');
    else if (c >= '0' && c <= '9' && behind && digits > 1) digits /= 10, part += (c - '0') * digits;
  }
  return whole * k_scale + part;
}

Problems one(Code code, std::string field, std::string vi, std::string en) { return {{code, Message(std::move(vi), std::move(en)), std::move(field)}}; }

void give_places(std::vector<Standing>& all) {
  std::ranges::stable_sort(all, [](const Standing& a, const Standing& b) { return a.mean > b.mean; });
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].mean >= 0) all[i].place = i > 0 && all[i - 1].mean == all[i].mean ? all[i - 1].place : static_cast<int>(i) + 1;
}

}  // namespace

std::string score_words(std::int64_t value, Lang lang) {
  if (value < 0) return "–";
  return format_decimal(static_cast<double>(value) / static_cast<double>(k_scale), value % k_scale == 0 ? 0 : 2, lang);
}

std::vector<RoundSeen> rounds_of(db::ReadDb& db, const Actor& actor, std::int64_t contest) {
  std::vector<RoundSeen> out;
  each_within(db, "SELECT r.id, r.number, r.places, r.name, r.from_date FROM contest_round r WHERE r.deleted = 0 AND r.contest = $1", {contest}, org_scope(actor, "r"), "ORDER BY r.number, r.id", [&](const db::Row& r) {
    out.push_back({r.integer(0), r.integer(1), r.integer(2), std::string(r.text(3)), Date::from_iso(r.text(4)).value_or(Date{})});
    return true;
  });
  return out;
}

std::vector<std::string> jury_of(const std::string& text) {
  std::vector<std::string> out;
  std::string name;
  for (const char c : text + ",") {
    if (c != ',' && c != ';' && c != '\n') {
      name += c;
      continue;
    }
    const auto from = name.find_first_not_of(' '), to = name.find_last_not_of(' ');
    if (from != std::string::npos) out.push_back(name.substr(from, to - from + 1));
    name.clear();
  }
  return out;
}

std::vector<Standing> standings(db::ReadDb& db, const Actor& actor, std::int64_t contest, const std::vector<RoundSeen>& rounds, std::int64_t round) {
  const auto here = std::ranges::find(rounds, round, &RoundSeen::id);
  if (here == rounds.end()) return {};
  const bool first = here == rounds.begin();
  std::vector<Standing> out;
  std::map<std::int64_t, std::size_t> place_of;
  each_within(db, "SELECT e.id, e.number, e.name, e.school, e.grade, e.prize, e.illustrative, COALESCE(r.number, 0) FROM contest_entrant e LEFT JOIN contest_round r ON r.id = e.reached WHERE e.deleted = 0 AND e.status = 'confirmed' AND e.contest = $1", {contest},
              org_scope(actor, "e"), "ORDER BY e.number_key, e.name_key, e.id", [&](const db::Row& r) {
                if (!first && r.integer(7) < here->number) return true;
                place_of[r.integer(0)] = out.size();
                out.push_back({r.integer(0), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4)), std::string(r.text(5)), r.integer(6) != 0});
                return true;
              });
  std::vector<std::pair<std::int64_t, std::int64_t>> sums(out.size());
  each_within(db, "SELECT s.entrant, s.juror, s.score FROM contest_score s WHERE s.deleted = 0 AND s.round = $1", {round}, org_scope(actor, "s"), "ORDER BY s.id", [&](const db::Row& r) {
    const auto found = place_of.find(r.integer(0));
    if (found == place_of.end()) return true;
    out[found->second].scores[std::string(r.text(1))] = r.text(2);
    sums[found->second].first += thousandths(r.text(2));
    ++sums[found->second].second;
    return true;
  });
  for (std::size_t i = 0; i < out.size(); ++i)
    if (sums[i].second > 0) out[i].mean = (sums[i].first + sums[i].second / 2) / sums[i].second;
  give_places(out);
  return out;
}

tl::expected<int, Problems> keep_scores(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t round, std::int64_t max_score, const Sheet& sheet) {
  const reg::Description& d = contest_scores();
  const auto of_round = reg::load(tx, contest_rounds(), actor, round);
  if (!of_round) return tl::make_unexpected(Problems{of_round.error()});
  reg::ListQuery q;
  q.filters = {{"round", std::to_string(round)}};
  std::map<std::pair<std::int64_t, std::string>, reg::Cells> kept;
  reg::each(tx, d, actor, q, [&](const reg::Cells& cells) {
    kept[{db::as_int(cells[at(d, "entrant")]), d.text(cells, "juror")}] = cells;
    return true;
  });
  const std::string batch = "scores-" + random_token(8);
  Problems problems;
  int changed = 0;
  for (const auto& [who, typed] : sheet) {
    const auto known = kept.find(who);
    if (typed.second.empty()) {
      if (known == kept.end()) continue;
      const auto gone = reg::remove(tx, catalog, d, actor, db::as_int(known->second[reg::k_id]), db::as_int(known->second[reg::k_version]), {});
      if (!gone) return tl::make_unexpected(Problems{gone.error()});
      ++changed;
      continue;
    }
    const auto plain = parse_decimal(typed.second);
    if (!plain || plain->starts_with('-') || thousandths(*plain) > max_score * k_scale) {
      const std::string most = std::to_string(max_score);
      problems.push_back({Code::invalid, Message("Điểm từ 0 đến " + most + ", ví dụ 8,5.", "A score is between 0 and " + most + ", for example 8.5."), typed.first});
      continue;
    }
    if (known != kept.end() && d.text(known->second, "score") == *plain) continue;
    reg::Cells cells = known != kept.end() ? known->second : reg::Cells(d.columns().size());
    if (known == kept.end()) {
      cells[reg::k_id] = cells[reg::k_version] = std::int64_t{0};
      cells[reg::k_illustrative] = (*of_round)[reg::k_illustrative];
      cells[reg::k_org] = (*of_round)[reg::k_org];
      cells[reg::k_confidentiality] = std::string("internal");
      cells[at(d, "entrant")] = who.first;
      cells[at(d, "round")] = round;
      cells[at(d, "juror")] = who.second;
    }
    cells[at(d, "score")] = *plain;
    if (auto saved = reg::save(tx, catalog, d, actor, std::move(cells), {.reason = {}, .batch = batch, .action = "score"}); !saved) return tl::make_unexpected(saved.error());
    ++changed;
  }
  if (!problems.empty()) return tl::make_unexpected(std::move(problems));
  return changed;
}

tl::expected<int, Problems> advance(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t contest, std::int64_t round, int places) {
  const auto rounds = rounds_of(tx, actor, contest);
  const auto here = std::ranges::find(rounds, round, &RoundSeen::id);
  if (here == rounds.end() || here + 1 == rounds.end()) return tl::make_unexpected(one(Code::invalid, "", "Đây là vòng cuối, không có vòng sau.", "This is the last round: there is none after it."));
  if (places < 1) return tl::make_unexpected(one(Code::invalid, "places", "Ghi số thí sinh vào vòng sau, từ 1 trở lên.", "State how many go on, one or more."));
  const reg::Description& d = contest_entrants();
  const std::string batch = "advance-" + random_token(8);
  int gone = 0;
  for (const Standing& s : standings(tx, actor, contest, rounds, round)) {
    if (s.place == 0 || s.place > places) continue;
    auto cells = reg::load(tx, d, actor, s.entrant);
    if (!cells) return tl::make_unexpected(Problems{cells.error()});
    (*cells)[at(d, "reached")] = (here + 1)->id;
    if (auto saved = reg::save(tx, catalog, d, actor, std::move(*cells), {.reason = {}, .batch = batch, .action = "advance"}); !saved) return tl::make_unexpected(saved.error());
    ++gone;
  }
  if (gone == 0) return tl::make_unexpected(one(Code::invalid, "", "Vòng này chưa có điểm nào.", "There is no score in this round yet."));
  return gone;
}

tl::expected<Confirmed, Problems> confirm_entrants(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t contest) {
  const reg::Description& d = contest_entrants();
  reg::ListQuery q;
  q.filters = {{"contest", std::to_string(contest)}, {"status", "registered"}};
  std::vector<reg::Cells> waiting;
  reg::each(tx, d, actor, q, [&](const reg::Cells& cells) {
    waiting.push_back(cells);
    return true;
  });
  const std::string batch = "confirm-" + random_token(8);
  Confirmed out;
  for (reg::Cells& cells : waiting) {
    if (db::as_int(cells[at(d, "is_minor")]) != 0 && db::as_int(cells[at(d, "guardian_consent")]) == 0) {
      ++out.lacking;
      continue;
    }
    cells[at(d, "status")] = std::string("confirmed");
    if (auto saved = reg::save(tx, catalog, d, actor, std::move(cells), {.reason = {}, .batch = batch, .action = "confirm"}); !saved) return tl::make_unexpected(saved.error());
    ++out.done;
  }
  return out;
}

}  // namespace nc::app
