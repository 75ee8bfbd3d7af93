// Figure of donors: how many were recognised.
#include "app/common/figure_parts.h"
#include "app/donors/donor.h"
#include "app/donors/public.h"

namespace nc::app {

namespace {

/// "|letter|dinner|": a donor stands in the group of every kind, and counts once.
std::string kinds_column() {
  std::string out = "'|'";
  for (const auto& kind : recognition_kinds().all())
    out += " || CASE WHEN EXISTS (SELECT 1 FROM recognition k WHERE k.partner = p.id AND k.deleted = 0 AND k.kind = '" + std::string(kind.code) + "' AND k.status IN ('sent', 'done', 'proposed') AND k.date >= {from} AND k.date <= {to} AND {orgs:k}) THEN '" +
           std::string(kind.code) + "|' ELSE '' END";
  return out;
}

}  // namespace

void add_donor_figures(fig::Engine& engine) {
  fig::Indicator i;
  i.code = "I53";
  i.name = Text("Nhà tài trợ được ghi nhận", "Donors recognised");
  i.rule = Text("Đếm nhà tài trợ có thư cảm ơn đã gửi, giấy chứng nhận, biển, đề nghị khen thưởng, gặp mặt hay tin bài ghi nhận trong kỳ; mỗi nhà tài trợ một lần.",
                "Counts donors with a letter sent, certificate, plaque, proposed medal, reception or news item in the period; each donor once.");
  i.unit = "partner";
  i.rows_sql = "SELECT 'partner' AS register, p.id, p.code, p.name AS title, (SELECT MAX(k.date) FROM recognition k WHERE k.partner = p.id AND k.deleted = 0 AND k.date >= {from} AND k.date <= {to} AND k.status IN ('sent', 'done', 'proposed')) AS date, "
               "1 AS amount, 'partner' AS unit, 'exact' AS qualifier, p.illustrative, p.org_id, p.country, " + kinds_column() + " AS kind "
               "FROM partner p WHERE p.deleted = 0 AND EXISTS (SELECT 1 FROM recognition k WHERE k.partner = p.id AND k.deleted = 0 AND k.status IN ('sent', 'done', 'proposed') AND k.date >= {from} AND k.date <= {to} AND {orgs:k})";
  i.registers = {"recognition", "partner"};
  i.list_query = "recognitions";
  i.dimensions = {by_field(recognitions(), "kind")};
  i.dimensions.front().many = true;  // kinds of one donor
  i.dimensions.insert(i.dimensions.begin(), {"country", Text("Nước", "Country"), {}, false});
  engine.add(std::move(i));
}

}  // namespace nc::app
