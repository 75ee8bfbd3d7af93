// Figures of aid by field, donor and place; items that are late, refused or revoked.
#include <algorithm>

#include "app/aid/figure_sql.h"
#include "app/aid/public.h"
#include "app/common/figure_parts.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

using fig::Measure;

Message plain_key(const std::string& key) { return key.empty() ? Message(Text("chưa ghi", "not given")) : Message(key, key); }

Message place_key(const std::string& key) {
  if (key == "several") return Text("nhiều tỉnh, thành phố", "several provinces");
  if (key.empty()) return Text("chưa ghi", "not given");
  return {place_units().label(key, Lang::vi), place_units().label(key, Lang::en)};
}

/// One field's share of all value; without a named field that of the largest one, with the shares of all as groups.
fig::Indicator by_field_share() {
  fig::Indicator i;
  i.code = "I48";
  i.name = Text("Viện trợ theo lĩnh vực (%)", "Aid by field (%)");
  i.rule = Text("Giá trị thực hiện và vận động của lĩnh vực (I41) chia cho giá trị của mọi lĩnh vực. Không nêu lĩnh vực thì là phần của lĩnh vực lớn nhất; một khoản chỉ tính cho lĩnh vực chính.",
                "Value implemented and mobilised of the field (I41) divided by that of all fields. With no field named, the share of the largest one; an item counts for its main field only.");
  i.unit = "percent";
  i.rows_from = {"I41"};
  i.dimensions = {by_field(aids(), "sector")};
  i.derive = [](const fig::Engine& engine, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    fig::Ask ask = f.ask;
    ask.code = "I41";
    ask.by = "sector";
    std::string wanted;
    std::erase_if(ask.where, [&](const auto& w) { return w.first == "sector" ? (wanted = w.second, true) : false; });
    f.unit = "percent";
    const auto all = engine.evaluate(db, actor, ask);
    if (!all) return;
    f.row_count = all->row_count, f.illustrative_count = all->illustrative_count, f.qualifier = all->qualifier;
    const bool one = std::all_of(all->groups.begin(), all->groups.end(), [&](const fig::Group& g) { return g.unit == all->unit; });
    if (!all->value || *all->value <= 0 || !one) {
      f.note_vi = one ? "Chưa có giá trị nào trong kỳ." : "Có nhiều loại tiền chưa quy đổi, không chia được.";
      f.note_en = one ? "There is no value in the period." : "There are several currencies without rates: no shares can be worked out.";
      return;
    }
    f.parts = {{"I41", all->unit, all->value, all->qualifier}};
    const fig::Group* shown = nullptr;
    for (const fig::Group& g : all->groups) {
      if (!g.value) continue;
      if (wanted.empty() ? !shown || *g.value > shown->value.value_or(0) : g.key == wanted) shown = &g;
      if (f.ask.by != "sector") continue;
      fig::Group share = g;
      share.value = 100 * *g.value / *all->value;
      share.unit = "percent";
      f.groups.push_back(std::move(share));
    }
    f.value = shown ? 100 * shown->value.value_or(0) / *all->value : 0;
    if (wanted.empty() && shown) f.note_vi = "Lĩnh vực lớn nhất: " + shown->label.vi + ".", f.note_en = "Largest field: " + shown->label.en + ".";
  };
  return i;
}

/// Why an item is late, the gravest first; NULL when it is not. Compared with the last asked day.
constexpr const char* k_late =
    "CASE WHEN a.status = 'appraising' AND a.appraise_by < {to} THEN 'appraisal' "
    "WHEN a.status = 'approved' AND a.start_by < {to} THEN 'start' "
    "WHEN EXISTS (SELECT 1 FROM aid_report r WHERE r.aid = a.id AND r.deleted = 0 AND r.due < {to} AND (r.sent_on IS NULL OR r.sent_on > {to})) THEN 'report' "
    "WHEN a.status = 'implementing' AND (SELECT SUM(p.amount) FROM aid_plan p WHERE p.aid = a.id AND p.deleted = 0 AND p.amount_cur = 'VND' AND p.date < {to}) > "
    "COALESCE((SELECT SUM(v.vnd) FROM aid_value v WHERE v.aid = a.id AND v.deleted = 0 AND v.basis IN ('disbursed', 'in_kind') AND v.date <= {to}), 0) THEN 'plan' END";

Message late_key(const std::string& key) {
  if (key == "appraisal") return Text("quá hạn thẩm định", "appraisal overdue");
  if (key == "start") return Text("quá hạn bắt đầu", "start overdue");
  if (key == "report") return Text("chưa gửi báo cáo", "report not sent");
  return Text("chậm giải ngân", "behind its plan");
}

}  // namespace

void add_aid_follow_figures(fig::Engine& engine) {
  engine.add(by_field_share());
  auto donors = aid_indicator("I49", {"Viện trợ theo nhà tài trợ, nước", "Aid by donor and country"},
                              {"Cộng giá trị thực hiện và vận động (I41) theo nhà tài trợ và nước của nhà tài trợ.", "Adds value implemented and mobilised (I41) by donor and by the donor's country."}, "VND", Measure::sum,
                              aid_both_ways(", COALESCE(d.name, a.donor_text) AS donor", " LEFT JOIN partner d ON d.id = a.donor"));
  donors.registers.emplace_back("partner");
  donors.dimensions.push_back({"donor", Text("Nhà tài trợ", "Donor"), plain_key, false});
  engine.add(std::move(donors));
  auto places = aid_indicator("I50", {"Viện trợ theo địa bàn", "Aid by place"},
                              {"Cộng giá trị thực hiện và vận động (I41) theo tỉnh, thành phố và nơi thực hiện. Khoản ở nhiều tỉnh đứng thành một nhóm riêng, không tính lặp.",
                               "Adds value implemented and mobilised (I41) by province and by place. Items in several provinces are a group of their own and count once."},
                              "VND", Measure::sum,
                              aid_both_ways(", CASE WHEN a.places IS NULL OR a.places = '' THEN '' WHEN LENGTH(a.places) - LENGTH(REPLACE(a.places, '|', '')) > 2 THEN 'several' ELSE REPLACE(a.places, '|', '') END AS province, a.place"));
  places.dimensions.push_back({"province", Text("Tỉnh, thành phố", "Province"), place_key, false});
  places.dimensions.push_back({"place", Text("Nơi thực hiện", "Place"), plain_key, false});
  engine.add(std::move(places));
  auto late = aid_indicator("I51", {"Khoản chậm tiến độ, chưa báo cáo", "Late aid items"},
                            {"Đếm khoản đến ngày ấy quá hạn thẩm định, quá hạn bắt đầu, còn báo cáo quá hạn chưa gửi, hoặc thực hiện ít hơn kế hoạch giải ngân (tính theo đồng).",
                             "Counts items that on that day are late in appraisal or start, owe an overdue report, or are behind their planned disbursements (in dong)."},
                            "aid_item", Measure::count, aid_items("a.from_date", std::string("(") + k_late + ") IS NOT NULL AND a.status NOT IN ('refused', 'revoked', 'closed')", std::string(", ") + k_late + " AS reason"));
  late.at_day = true;
  late.registers = {"aid", "aid_value", "aid_report", "aid_plan"};
  late.dimensions.push_back({"reason", Text("Vì sao", "Why"), late_key, false});
  engine.add(std::move(late));
  auto refused = aid_indicator("I52", {"Khoản bị thu hồi, không phê duyệt", "Items revoked or refused"},
                               {"Đếm khoản không được phê duyệt hoặc bị thu hồi trong kỳ; không ghi ngày thì theo ngày phê duyệt, rồi ngày bắt đầu.",
                                "Counts items refused or revoked in the period; without that day by the day of approval, then of the start."},
                               "aid_item", Measure::count,
                               aid_items("COALESCE(a.ended_on, a.decision_date, a.from_date)", "a.status IN ('refused', 'revoked') AND COALESCE(a.ended_on, a.decision_date, a.from_date) >= {from} AND COALESCE(a.ended_on, a.decision_date, a.from_date) <= {to}",
                                         ", a.status AS outcome"));
  refused.dimensions.push_back(by_field(aids(), "status", "outcome"));
  engine.add(std::move(refused));
}

}  // namespace nc::app
