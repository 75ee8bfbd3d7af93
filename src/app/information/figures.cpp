// Figures of external information: products, articles and visits of the portal, training, publications, media.
#include "app/information/figures.h"

#include "app/common/figure_parts.h"
#include "app/common/lists.h"
#include "app/information/public.h"

namespace nc::app {

namespace {

/// Products that were made, of these kinds: `amount` (a column) is added up, a record without it stands for one.
fig::Indicator made(std::string code, Text name, Text rule, std::string unit, const std::string& kinds, const std::string& amount = "quantity") {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.measure = fig::Measure::sum;
  const std::string unknown = amount == "quantity" ? "COALESCE(n.quantity, 1)" : "n." + amount, qualifier = amount == "quantity" ? "COALESCE(n.quantity_q, 'exact')" : "n." + amount + "_q";
  i.rows_sql = "SELECT 'information' AS register, n.id, n.code, n.title, n.date, " + unknown + " AS amount, '" + unit + "' AS unit, " + qualifier + " AS qualifier, n.illustrative, "
               "n.org_id, n.kind, n.countries AS country, n.language, n.topic FROM information n WHERE n.deleted = 0 AND n.status = 'done' AND n.date >= {from} AND n.date <= {to} AND {orgs:n} AND n.kind " + kinds;
  i.unit = std::move(unit);
  i.registers = {"information"};
  i.list_query = "information?status=done";
  const reg::Description& d = information_items();
  i.dimensions = {by_field(d, "kind"), by_field(d, "countries", "country"), by_field(d, "language"), by_field(d, "topic")};
  return i;
}

fig::Indicator products() {
  fig::Indicator i = made("I71", {"Sản phẩm thông tin", "Information products"},
                          {"Cộng số sản phẩm thông tin đối ngoại đã làm trong kỳ, không tính tin, bài báo khác đăng; số nước được giới thiệu là phần kèm theo.",
                           "Adds the information products made in the period, what other papers wrote left out; the countries they present are a part beside."},
                          "item", "<> 'press_item'");
  i.version = 2;
  i.derive = [](const fig::Engine& engine_in, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    if (!f.ask.by.empty()) return;  // the part below asks for the grouping itself
    fig::Ask ask = f.ask;
    ask.by = "country";
    if (auto split = engine_in.evaluate(db, actor, ask)) {
      double nations = 0;
      for (const auto& g : split->groups) nations += g.key.empty() ? 0 : 1;
      f.parts.push_back({"country", "country", nations, Qualifier::exact});
    }
  };
  return i;
}

/// A month that was entered twice counts once, as it was entered last.
std::string counted_by_portal(const std::string& column, const std::string& unit, const std::string& language) {
  return "SELECT 'portal_count' AS register, c.id, c.code, c.site AS title, c.month AS date, c." + column + " AS amount, '" + unit + "' AS unit, COALESCE(c." + column + "_q, 'exact') AS qualifier, c.illustrative, c.org_id, " + language +
         " AS language, c.site FROM portal_count c WHERE c.deleted = 0 AND c." + column + " IS NOT NULL AND c.month >= {from} AND c.month <= {to} AND {orgs:c} "
         "AND NOT EXISTS (SELECT 1 FROM portal_count l WHERE l.deleted = 0 AND l.org_id = c.org_id AND l.site = c.site AND substr(l.month, 1, 7) = substr(c.month, 1, 7) AND l.id > c.id AND l." + column + " IS NOT NULL)";
}

fig::Dimension by_site() { return {"site", Text("Trang", "Site"), {}, false}; }

fig::Indicator articles() {
  fig::Indicator i;
  i.code = "I72";
  i.name = Text("Tin, bài đăng trên trang thông tin", "Articles on the portal");
  i.rule = Text("Cộng số bài theo bảng đếm từng tháng của trang; tháng nào đơn vị chưa có bảng đếm thì cộng các bài ghi riêng trong sổ, không cộng hai lần.",
                "Adds the articles that the monthly counts of the portal give; for months without a count, the articles entered one by one. Nothing is counted twice.");
  i.unit = "news_item";
  i.measure = fig::Measure::sum;
  i.rows_sql = counted_by_portal("articles_vi", "news_item", "'vi'") + " UNION ALL " + counted_by_portal("articles_other", "news_item", "'other'") +
               " UNION ALL SELECT 'information' AS register, n.id, n.code, n.title, n.date, COALESCE(n.quantity, 1) AS amount, 'news_item' AS unit, COALESCE(n.quantity_q, 'exact') AS qualifier, n.illustrative, n.org_id, n.language, NULL AS site "
               "FROM information n WHERE n.deleted = 0 AND n.kind = 'web_article' AND n.status = 'done' AND n.date >= {from} AND n.date <= {to} AND {orgs:n} "
               "AND NOT EXISTS (SELECT 1 FROM portal_count k WHERE k.deleted = 0 AND k.org_id = n.org_id AND substr(k.month, 1, 7) = substr(n.date, 1, 7) AND (k.articles_vi IS NOT NULL OR k.articles_other IS NOT NULL))";
  i.registers = {"portal_count", "information"};
  i.list_query = "portal-counts";
  i.dimensions = {by_field(information_items(), "language"), by_site()};
  return i;
}

fig::Indicator visits() {
  fig::Indicator i;
  i.code = "I73";
  i.name = Text("Lượt truy cập trang thông tin", "Visits to the portal");
  i.rule = Text("Cộng lượt truy cập của các tháng có ngày cuối trong kỳ, theo bảng đếm từng tháng của trang; tháng ghi hai lần lấy lần sau.", "Adds the visits of the months that end in the period, as the monthly counts of the portal give them; a month entered twice counts as it was entered last.");
  i.unit = "visit";
  i.measure = fig::Measure::sum;
  i.count_unit = "month";
  i.rows_sql = counted_by_portal("visits", "visit", "NULL");
  i.registers = {"portal_count"};
  i.list_query = "portal-counts";
  i.dimensions = {by_site()};
  return i;
}

fig::Indicator trainings() {
  fig::Indicator i = made("I74", {"Lớp tập huấn thông tin đối ngoại", "Training classes"},
                          {"Cộng số lớp tập huấn đã mở trong kỳ; số học viên (I74A) là phần kèm theo.", "Adds the training classes held in the period; the trainees (I74A) are a part beside."}, "class", "= 'training'");
  i.list_query = "information?kind=training&status=done";
  i.derive = [](const fig::Engine& engine, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    fig::Ask ask = f.ask;
    ask.by.clear();
    ask.code = "I74A";
    if (const auto people = engine.evaluate(db, actor, ask)) f.parts.push_back({"trainees", "person", people->value, people->qualifier});
  };
  return i;
}

}  // namespace

void add_information_figures(fig::Engine& engine) {
  engine.add(products());
  engine.add(articles());
  engine.add(visits());
  engine.add(trainings());
  fig::Indicator trainees = made("I74A", {"Học viên các lớp tập huấn", "Trainees"}, {"Cộng số học viên của các lớp tập huấn đã mở trong kỳ; lớp chưa ghi số học viên không cộng.", "Adds the trainees of the classes held in the period; classes without a number add nothing."},
                                 "person", "= 'training' AND n.people IS NOT NULL", "people");
  trainees.list_query = "information?kind=training&status=done";
  engine.add(std::move(trainees));
  fig::Indicator printed = made("I75", {"Bản tin, ấn phẩm", "Publications"}, {"Cộng số kỳ bản tin, đầu sách, loại tờ rơi, tài liệu giới thiệu nước đã phát hành trong kỳ; số bản in không cộng vào đây.", "Adds issues of bulletins, books, leaflets and country profiles published in the period; printed copies are not added."},
                                "issue", "IN ('bulletin', 'book', 'leaflet', 'country_profile')");
  printed.list_query = "information?kind=bulletin&kind=book&kind=leaflet&kind=country_profile&status=done";
  engine.add(std::move(printed));
  fig::Indicator media = made("I76", {"Ảnh, video, infographic", "Photographs, videos, infographics"}, {"Cộng số ảnh, phim, infographic làm trong kỳ.", "Adds photographs, films and infographics made in the period."}, "file", "IN ('photo', 'video', 'infographic')");
  media.list_query = "information?kind=photo&kind=video&kind=infographic&status=done";
  engine.add(std::move(media));
}

}  // namespace nc::app
