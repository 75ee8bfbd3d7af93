// Registers of emulation: clusters, criteria, scores; and what is read of them.
#include "app/awards/emulation.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "app/awards/public.h"
#include "app/common/rules.h"

namespace nc::app {

namespace {

struct ClusterRow : reg::Standard {
  std::string title;
  std::int64_t year = 0;
  reg::Ref head;
  reg::Refs members;
};
struct CriterionRow : reg::Standard {
  std::int64_t year = 0, no = 0;
  std::string title;
  std::int64_t most = 0;
  std::string indicator;
  std::int64_t full_at = 0;
};
struct ScoreRow : reg::Standard {
  std::int64_t year = 0;
  reg::Ref unit, criterion;
  reg::Count self, cluster, council;
  std::string reason;
};

void check_cluster(const ClusterRow& c, Problems& problems) { sensible_year(c.year, "year", problems); }

void check_criterion(const CriterionRow& c, Problems& problems) {
  sensible_year(c.year, "year", problems);
  if (c.most <= 0) complain(problems, "most", "Điểm tối đa phải lớn hơn 0.", "The most points must be above 0.");
  if (!c.indicator.empty() && c.full_at <= 0)
    complain(problems, "full_at", "Có mã con số thì ghi đếm được bao nhiêu là đủ điểm tối đa.", "With a figure, say which count earns the most points.");
}

void check_score(const ScoreRow& s, Problems& problems) {
  for (const auto& [value, field] : {std::pair{&s.self, "self"}, {&s.cluster, "cluster"}, {&s.council, "council"}})
    if (value->value && *value->value < 0) complain(problems, field, "Điểm không được âm.", "Points can't be negative.");
}

/// One row of points an association and criterion, those in the trash too: they can come back.
Result<bool> once_each(const reg::SaveContext& save, const ScoreRow*, ScoreRow& now) {
  const auto other = save.tx.first("SELECT code FROM emulation_score WHERE unit = $1 AND criterion = $2 AND id <> $3", {now.unit.id, now.criterion.id, now.id});
  if (!other) return true;
  const std::string code = db::as_text((*other)[0]);
  return refuse(Code::conflict, Message("Hội này đã có điểm cho tiêu chí ấy: " + code + ". Sửa bản ghi đó, hoặc lấy lại từ thùng rác.", "The association has points for this criterion already: " + code + ". Edit that record, or take it back from the trash."), "criterion");
}

constexpr std::int64_t k_most_points = 1000;

}  // namespace

const reg::Description& emulation_clusters() {
  static const reg::Description description = reg::Register<ClusterRow>("emulation_cluster", "emulation-clusters", {"Cụm thi đua", "Emulation clusters"}, {"cụm thi đua", "cluster"})
          .icon("hierarchy")
          .prefix("CTD")
          .field(&ClusterRow::title, "title", {"Tên cụm", "Name"}, {.required = true, .search = true})
          .field(&ClusterRow::year, "year", {"Năm", "Year"}, {.required = true, .filter = true, .sortable = true})
          .field(&ClusterRow::head, "head", {"Cụm trưởng", "Head"}, {.link = "organisation"})
          .field(&ClusterRow::members, "members", {"Các hội trong cụm", "Members"}, {.link = "organisation"})
          .title("title")
          .list({"year", "title", "head", "members"})
          .sorted_by("year", true)
          .not_in_nav()
          .rule(check_cluster)
          .done();
  return description;
}

const reg::Description& emulation_criteria() {
  static const reg::Description description = reg::Register<CriterionRow>("emulation_criterion", "emulation-criteria", {"Tiêu chí thi đua", "Emulation criteria"}, {"tiêu chí", "criterion"})
          .icon("list-check")
          .prefix("TCTD")
          .field(&CriterionRow::year, "year", {"Năm", "Year"}, {.required = true, .filter = true, .sortable = true})
          .field(&CriterionRow::no, "no", {"Thứ tự", "Order"}, {.sortable = true, .min = 0, .max_value = 200})
          .field(&CriterionRow::title, "title", {"Tiêu chí", "Criterion"}, {.required = true, .search = true})
          .field(&CriterionRow::most, "most", {"Điểm tối đa", "Most points"}, {.required = true, .min = 0, .max_value = k_most_points})
          .field(&CriterionRow::indicator, "indicator", {"Mã con số", "Figure"}, {.max = 8, .hint = Text{"Máy tự đếm: I31 hoạt động, I17 đoàn vào …", "Counted by itself: I31 activities, I17 delegations …"}})
          .field(&CriterionRow::full_at, "full_at", {"Đủ điểm khi đếm được", "Full points at"}, {.min = 0, .max_value = 1'000'000'000'000})
          .title("title")
          .list({"year", "no", "title", "most", "indicator", "full_at"})
          .sorted_by("no")
          .not_in_nav()
          .rule(check_criterion)
          .done();
  return description;
}

const reg::Description& emulation_scores() {
  static const reg::Description description = reg::Register<ScoreRow>("emulation_score", "emulation-scores", {"Điểm thi đua", "Emulation scores"}, {"điểm thi đua", "score"})
          .icon("trophy")
          .field(&ScoreRow::year, "year", {"Năm", "Year"}, {.required = true, .filter = true, .sortable = true})
          .field(&ScoreRow::unit, "unit", {"Hội", "Association"}, {.required = true, .link = "organisation", .filter = true})
          .field(&ScoreRow::criterion, "criterion", {"Tiêu chí", "Criterion"}, {.required = true, .link = "emulation_criterion", .filter = true})
          .field(&ScoreRow::self, "self", {"Tự chấm", "Own score"}, {})
          .field(&ScoreRow::cluster, "cluster", {"Cụm chấm", "Cluster's score"}, {})
          .field(&ScoreRow::council, "council", {"Hội đồng chấm", "Council's score"}, {})
          .field(&ScoreRow::reason, "reason", {"Giải thích", "Explanation"}, {.long_text = true, .search = true})
          .title("reason")
          .list({"year", "unit", "criterion", "self", "cluster", "council"})
          .sorted_by("year", true)
          .unique({"unit", "criterion"})
          .not_in_nav()
          .rule(check_score)
          .before_save(once_each)
          .done();
  return description;
}

namespace {

std::vector<std::int64_t> ids_in(std::string_view links) {
  std::vector<std::int64_t> out;
  while (!links.empty()) {
    const auto bar = links.find('|');
    if (const auto id = parse_int(links.substr(0, bar))) out.push_back(*id);
    if (bar == std::string_view::npos) break;
    links.remove_prefix(bar + 1);
  }
  return out;
}

}  // namespace

std::vector<Cluster> clusters_of(db::ReadDb& db, std::int64_t office, int year) {
  std::vector<Cluster> out;
  db.each("SELECT id, head, title, members, illustrative FROM emulation_cluster WHERE deleted = 0 AND org_id = $1 AND year = $2 ORDER BY id", {office, static_cast<std::int64_t>(year)}, [&](const db::Row& r) {
    out.push_back({r.integer(0), r.integer(1), std::string(r.text(2)), ids_in(r.text(3)), r.integer(4) == 1});
    return true;
  });
  return out;
}

std::vector<Criterion> criteria_of(db::ReadDb& db, std::int64_t office, int year) {
  std::vector<Criterion> out;
  db.each("SELECT id, most, full_at, title, indicator FROM emulation_criterion WHERE deleted = 0 AND org_id = $1 AND year = $2 ORDER BY no, id", {office, static_cast<std::int64_t>(year)}, [&](const db::Row& r) {
    out.push_back({r.integer(0), r.integer(1), r.integer(2), std::string(r.text(3)), std::string(r.text(4))});
    return true;
  });
  return out;
}

std::map<std::int64_t, Score> scores_of(db::ReadDb& db, std::int64_t unit, int year) {
  std::map<std::int64_t, Score> out;
  db.each("SELECT criterion, id, version, CAST(self AS text), CAST(cluster AS text), CAST(council AS text), reason FROM emulation_score WHERE deleted = 0 AND unit = $1 AND year = $2", {unit, static_cast<std::int64_t>(year)}, [&](const db::Row& r) {
    const auto number = [&](int column) { return r.text(column).empty() ? std::nullopt : parse_int(r.text(column)); };
    out[r.integer(0)] = {r.integer(1), r.integer(2), number(3), number(4), number(5), std::string(r.text(6))};
    return true;
  });
  return out;
}

std::vector<Column> columns_of(const Actor& actor, std::int64_t office, const Cluster* cluster, std::int64_t unit) {
  std::vector<Column> out;
  if (actor.preview()) return out;
  const bool at_union = actor.org == office;
  if (actor.org == unit && actor.may(Function::enter)) out.push_back(Column::self);
  const bool heads = cluster && cluster->head == actor.org && actor.org != unit && actor.may(Function::enter);
  if (heads || (at_union && actor.may(Function::check))) out.push_back(Column::cluster);
  if (at_union && actor.may(Function::approve)) out.push_back(Column::council);
  return out;
}

std::optional<Counted> counted_for(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Criterion& c, std::int64_t unit, int year) {
  if (c.indicator.empty() || c.full_at <= 0 || !engine.find(c.indicator)) return std::nullopt;
  Counted out;
  out.ask.code = c.indicator;
  const auto code = db.first("SELECT code FROM organisation WHERE id = $1", {unit});
  out.ask.org = code ? db::as_text((*code)[0]) : std::string();
  out.ask.period = Period{*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)};
  auto f = engine.evaluate(db, actor, out.ask);
  if (!f) return std::nullopt;
  const double part = std::clamp(f->value.value_or(0) / static_cast<double>(c.full_at), 0.0, 1.0);
  out.points = std::llround(part * static_cast<double>(c.most));
  out.figure = std::move(*f);
  return out;
}

}  // namespace nc::app
