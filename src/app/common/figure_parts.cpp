// Dimensions that many indicators share.
#include "app/common/figure_parts.h"

#include <stdexcept>

namespace nc::app {

fig::Dimension by_field(const reg::Description& description, std::string_view field, std::string name) {
  const reg::Field* f = description.find(field);
  if (!f) throw std::logic_error("a figure's dimension names no field: " + std::string(field));
  fig::Dimension d{name.empty() ? std::string(field) : std::move(name), f->label, {}, f->kind == reg::Kind::choices};
  if (const reg::Options* options = f->opt.options)
    d.key_label = [options](const std::string& key) { return Message(options->label(key, Lang::vi), options->label(key, Lang::en)); };
  return d;
}

namespace {

std::optional<double> part_of(const fig::Figure& f, const std::string& key) {
  if (key.empty()) return f.value;
  for (const auto& p : f.parts)
    if (p.key == key) return p.value;
  return std::nullopt;
}

}  // namespace

fig::Indicator counted(std::string code, Text name, Text rule, std::string unit, std::string sql, std::vector<std::string> registers, std::string list) {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.unit = std::move(unit);
  i.rows_sql = std::move(sql);
  i.registers = std::move(registers);
  i.list_query = std::move(list);
  return i;
}

fig::Indicator quotient(std::string code, Text name, Text rule, std::string unit, std::string over, std::string under, std::string under_part) {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.unit = std::move(unit);
  i.rows_from = over == under ? std::vector<std::string>{over} : std::vector<std::string>{over, under};
  i.derive = [over, under, under_part](const fig::Engine& engine, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    fig::Ask ask = f.ask;
    ask.by.clear();
    ask.code = over;
    auto top = engine.evaluate(db, actor, ask);
    ask.code = under;
    auto bottom = engine.evaluate(db, actor, ask);
    if (!top || !bottom) return;
    f.row_count = top->row_count + (over == under ? 0 : bottom->row_count);
    f.illustrative_count = top->illustrative_count + (over == under ? 0 : bottom->illustrative_count);
    if (fig::is_currency(top->unit)) f.unit = top->unit;
    f.parts = {{over, top->unit, top->value, top->qualifier}, {under, bottom->unit, part_of(*bottom, under_part), bottom->qualifier}};
    const auto divisor = part_of(*bottom, under_part);
    if (!top->value || !divisor || *divisor == 0) {
      f.note_vi = "Không chia được: mẫu số bằng 0 hoặc chưa có số liệu.";
      f.note_en = "Can't be worked out: the divisor is 0 or not known.";
      return;
    }
    f.value = *top->value / *divisor;
    // A quotient of approximate numbers is approximate; the side is known only when the divisor is exact.
    f.qualifier = bottom->qualifier == Qualifier::exact ? top->qualifier : Qualifier::about;
  };
  return i;
}

void as_share(fig::Indicator& i, std::string state, std::string unit) {
  i.derive = [state = std::move(state), unit = std::move(unit)](const fig::Engine& engine, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    f.unit = "percent";
    if (!f.ask.by.empty()) return;
    fig::Ask ask = f.ask;
    ask.by = "state";
    double all = 0, wanted = 0;
    if (auto split = engine.evaluate(db, actor, ask))
      for (const fig::Group& g : split->groups) all += g.value.value_or(0), wanted += g.key == state ? g.value.value_or(0) : 0;
    f.parts = {{"expected", unit, all, Qualifier::exact}, {state, unit, wanted, Qualifier::exact}};
    f.value = all > 0 ? std::optional<double>(100.0 * wanted / all) : std::nullopt;
    if (all > 0) return;
    f.note_vi = "Kỳ này chưa có bản ghi nào để chia.";
    f.note_en = "There is nothing to divide by in this period.";
  };
}

}  // namespace nc::app
