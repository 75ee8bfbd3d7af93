// The standard tables B1 to B11: this period, the same one a year before, all up to its end.
#include "app/reports/tables.h"

#include <algorithm>

#include "app/common/within.h"
#include "app/reports/sections.h"

namespace nc::app {

namespace {

using doc::Style;

struct Split { const char *indicator, *dimension; };
struct Plan { const char* code; Text title; std::vector<const char*> indicators; std::vector<Split> splits{}; };

const std::vector<Plan>& plans() {
  static const std::vector<Plan> all{
      {"B1", {"Mạng lưới tổ chức và hội viên", "Network and members"}, {"I01", "I02", "I03", "I04", "I05", "I06", "I07", "I08", "I10"}},
      {"B2", {"Đoàn vào, đoàn ra", "Delegations in and out"}, {"I17", "I18", "I23", "I24", "I25", "I27"}, {{"I17", "country"}, {"I23", "country"}}},
      {"B3", {"Danh mục khoản viện trợ, tài trợ", "List of aid items"}, {}},
      {"B4", {"Viện trợ theo lĩnh vực, nhà tài trợ", "Aid by field and provider"}, {"I38", "I39", "I40", "I41", "I42", "I43"}, {{"I38", "sector"}, {"I42", "sector"}, {"I38", "provider_class"}, {"I38", "country"}}},
      {"B5", {"Hoạt động của từng Hội", "Activities by association"}, {}},
      {"B6", {"Hội nghị, cuộc họp", "Conferences and meetings"}, {"I84"}, {{"I84", "kind"}}},
      {"B7", {"Thỏa thuận quốc tế", "Agreements"}, {"I64", "I65", "I66"}, {{"I64", "kind"}, {"I64", "country"}}},
      {"B8", {"Thông tin, tuyên truyền đối ngoại", "Information"}, {"I71", "I72", "I73", "I74", "I75", "I76"}, {{"I71", "kind"}}},
      {"B9", {"Thi đua, khen thưởng", "Awards"}, {"I88", "I89", "I90"}, {{"I88", "kind"}}},
      {"B10", {"Kiến nghị của các Hội", "Petitions"}, {"I85", "I86", "I87"}, {{"I85", "kind"}}},
      {"B11", {"Chỉ tiêu, nhiệm vụ", "Targets and tasks"}, {"I77", "I78", "I79", "I80"}}};
  return all;
}

constexpr std::size_t k_most_groups = 30, k_most_associations = 60;

/// Everything up to the last day of the period.
Period up_to(const Period& period) { return {*Date::from_ymd(1945, 9, 2), period.to}; }

Style style_of(const fig::Figure& f) {
  if (f.unit == "percent") return Style::percent;
  return fig::is_currency(f.unit) && f.unit != "VND" ? Style::amount : Style::number;
}

std::string cell(Drafter& d, const fig::Ask& ask) { return d.known(ask) ? d.token(ask, style_of(d.figure(ask))) : std::string("…"); }

Said unit_words(const fig::Figure& f) {
  if (f.unit == "ratio") return {"tỷ lệ", "ratio"};
  if (fig::is_currency(f.unit)) return f.unit == "VND" ? Said("đồng", "dong") : Said(f.unit);
  return {fig::unit_name(f.unit, Lang::vi), fig::unit_name(f.unit, Lang::en)};
}

/// One line: the name, then the three periods. Nothing when all three are empty.
bool put_line(Drafter& d, std::vector<Cells>& rows, const std::string& no, const Said& name, std::string_view indicator, const Where& where) {
  const fig::Indicator* i = d.engine.find(indicator);
  if (!i) return false;
  const std::string& org = d.office.code;
  const fig::Ask now = d.ask(indicator, org, where), before = d.ask(indicator, org, where, d.period.year_before()), all = d.ask(indicator, org, where, up_to(d.period));
  const bool sums = !i->at_day && !i->derive;
  if (!d.known(now) && !d.known(before) && !(sums && d.known(all))) return false;
  const fig::Figure& f = d.figure(d.known(now) ? now : before);
  rows.push_back({no, name + (where.empty() ? " (" + unit_words(f) + ")" : Said()), cell(d, now), cell(d, before), sums ? cell(d, all) : std::string("–")});
  return true;
}

void put_groups(Drafter& d, std::vector<Cells>& rows, const std::string& no, const Split& split) {
  const fig::Indicator* i = d.engine.find(split.indicator);
  if (!i || std::none_of(i->dimensions.begin(), i->dimensions.end(), [&](const auto& one) { return one.name == split.dimension; })) return;
  fig::Ask ask = d.ask(split.indicator, d.office.code);
  ask.by = split.dimension;
  const auto groups = d.figure(ask).groups;
  std::size_t n = 0;
  for (const fig::Group& g : groups)
    if (!g.key.empty() && n < k_most_groups && put_line(d, rows, no + "." + std::to_string(n + 1), words::upper_first(Said(i->name)) + ": " + words::lower_first(Said(g.label)), split.indicator, {{split.dimension, g.key}})) ++n;
}

std::vector<Cells> head_row(const Drafter& d) {
  return {{{"STT", "No."}, {"Nội dung", "Subject"}, {"Kỳ này", "This period"}, Said("Cùng kỳ năm ", "Same period of ") + std::to_string(d.period.to.year() - 1), {"Lũy kế đến hết kỳ", "All up to its end"}}};
}

std::vector<Cells> figure_rows(Drafter& d, const Plan& plan) {
  std::vector<Cells> rows = head_row(d);
  for (const char* code : plan.indicators) {
    const fig::Indicator* i = d.engine.find(code);
    if (!i || !put_line(d, rows, std::to_string(rows.size()), words::upper_first(Said(i->name)), code, {})) continue;
  }
  const std::size_t lines = rows.size() - 1;
  std::size_t no = lines;
  for (const Split& split : plan.splits) {
    const std::size_t before = rows.size();
    put_groups(d, rows, std::to_string(no + 1), split);
    if (rows.size() > before) ++no;
  }
  return rows;
}

/// Amounts without a rate stand beside the main number and in no sum.
bool other_currencies(const fig::Figure& f) {
  return std::ranges::any_of(f.parts, [&](const fig::Part& p) { return p.unit != f.unit && fig::is_currency(p.unit); });
}

/// A line for each association that did something: the count is the association's own. `foreign_costs` gets those whose costs in other
/// currencies have no rate and stand in no sum.
std::vector<Cells> association_rows(Drafter& d, std::vector<Said>& foreign_costs) {
  struct Member { std::string code, name, name_en; };
  std::vector<Member> members;
  each_within(d.db, "SELECT o.code, COALESCE(o.short_name, o.name), o.name_en FROM organisation o JOIN org_tree t ON t.descendant = o.id WHERE o.deleted = 0 AND o.kind LIKE '%association' AND t.ancestor = $1", {d.office.id}, org_scope(d.actor, "o"),
              " ORDER BY o.id LIMIT 200", [&](const db::Row& r) {
                members.push_back({std::string(r.text(0)), std::string(r.text(1)), std::string(r.text(2))});
                return true;
              });
  std::vector<Cells> rows{{{"STT", "No."}, {"Hội", "Association"}, {"Hoạt động", "Activities"}, {"Đoàn vào", "Delegations in"}, {"Khoản viện trợ", "Aid items"}, {"Kinh phí hoạt động (đồng)", "Cost of activities (dong)"}}};
  for (const auto& [code, name, name_en] : members) {
    const fig::Ask activities = d.ask("I31", code), visits = d.ask("I17", code), aid = d.ask("I38", code), cost = d.ask("I35", code);
    if (rows.size() > k_most_associations || (!d.known(activities) && !d.known(visits) && !d.known(aid))) continue;
    const std::string held = cell(d, activities), received = cell(d, visits), items = cell(d, aid), spent = cell(d, cost);
    rows.push_back({std::to_string(rows.size()), short_name_said(d, name, name_en), held, received, items, spent});
    if (d.known(cost) && other_currencies(d.figure(cost))) foreign_costs.push_back(short_name_said(d, name, name_en));
  }
  return rows;
}

const Plan* plan_of(std::string_view code) {
  for (const Plan& p : plans())
    if (code == p.code) return &p;
  return nullptr;
}

/// Blocks of one drafted document put into another: tokens get new names, blocks belong to the people who asked for them.
void take_over(doc::Document& to, doc::Section& section, const doc::Document& from) {
  std::map<std::string, std::string> marks;
  for (const doc::Token& t : from.tokens) marks["{" + t.id + "}"] = to.add(t);
  const auto renamed = [&](const std::string& text) {
    const auto it = marks.find(text);
    return it == marks.end() ? text : it->second;
  };
  for (const doc::Section& s : from.sections)
    for (const doc::Block& b : s.blocks) {
      doc::Block mine = b;
      mine.id = "b" + std::to_string(to.next_block++);
      mine.origin = doc::Origin::person;
      for (auto* table : {&mine.rows, &mine.rows_en})
        for (auto& row : *table)
          for (auto& one : row) one = renamed(one);
      section.blocks.push_back(std::move(mine));
    }
}

}  // namespace

const std::vector<StandardTable>& standard_tables() {
  static const std::vector<StandardTable> all = [] {
    std::vector<StandardTable> out;
    for (const Plan& p : plans()) out.push_back({p.code, p.title});
    return out;
  }();
  return all;
}

bool write_standard_table(Drafter& d, std::string_view code) {
  const Plan* plan = plan_of(code);
  if (!plan) return false;
  const std::string id(code);
  std::vector<Said> foreign_costs;
  std::vector<Cells> rows = id == "B3" ? aid_list_rows(d) : id == "B5" ? association_rows(d, foreign_costs) : figure_rows(d, *plan);
  if (rows.size() < 2) return false;
  d.put(id + ".caption", paper::Block::Kind::caption, Said("Bảng ", "Table ") + id + ". " + Message(plan->title));
  if (id == "B3") {
    put_table(d, id, std::move(rows), {5, 20, 17, 15, 13, 10, 10, 10}, "cllllrrl", {"Đơn vị tính: triệu đồng", "Unit: million dong"});
    return true;
  }
  if (id == "B5") {
    put_table(d, id, std::move(rows), {7, 39, 12, 11, 12, 19}, "clrrrr");
    put_note(d, id + ".note", {"hoạt động nhiều Hội cùng làm, cùng kinh phí của nó, có ở dòng của từng Hội, nên không cộng các dòng; “…” là chưa có số liệu.", "joint activities and their cost stand in the line of each association, so the lines are not summed; “…” means no figures yet."});
    if (!foreign_costs.empty())
      put_note(d, id + ".other_currencies", Said("ngoài số tiền đồng, còn kinh phí bằng ngoại tệ chưa quy đổi của ", "besides dong there are costs in other currencies without a rate: ") + words::enumerated(foreign_costs) + ".");
    return true;
  }
  put_table(d, id, std::move(rows), {8, 47, 15, 15, 15}, "clrrr");
  put_note(d, id + ".note", {"“…” là chưa có số liệu; “–” là số tại thời điểm hoặc tỷ lệ, không có lũy kế.", "“…” means no figures yet; “–” is a figure at a day or a ratio, which has no running total."});
  return true;
}

Result<int> add_standard_tables(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, Loaded& loaded, const std::vector<std::string>& codes) {
  const Report& r = loaded.report;
  NC_TRY(office, office_of(db, actor, loaded.org_code));
  Drafter d(db, actor, engine, std::move(office), r.kind, Period{r.period_from, r.cutoff ? r.cutoff : r.period_to});
  d.document.symbol = loaded.document.symbol;
  d.begin("tables", {"Phụ lục: bảng số liệu", "Annex: tables"});
  put_annex_head(d, Said("Bảng số liệu ", "Tables, ") + words::period_said(r.kind, {r.period_from, r.period_to}), r.period_to.year());
  int written = 0;
  for (const StandardTable& t : standard_tables())
    if (std::find(codes.begin(), codes.end(), t.code) != codes.end() && write_standard_table(d, t.code)) ++written;
  if (written == 0) return 0;
  std::erase_if(loaded.document.sections, [](const doc::Section& s) { return s.id == "tables"; });
  doc::Section section{"tables", "Phụ lục: bảng số liệu", {}, "Annex: tables"};
  take_over(loaded.document, section, d.document);
  loaded.document.sections.push_back(std::move(section));
  doc::bring_up_to_date(loaded.document, doc::look(db, actor, engine, loaded.document));
  return written;
}

}  // namespace nc::app
