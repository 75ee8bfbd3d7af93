// What each kind of external information needs, told beside the form, on the record page and as a condition of lists.
#include "app/information/kinds.h"

#include <map>

#include "app/information/public.h"
#include "base/words.h"
#include "html/components.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

using Needs = std::map<std::string, std::vector<std::string>>;

const Needs& needs() {
  static const Needs all{{"panel", {"countries", "place"}},
                         {"country_profile", {"countries", "language"}},
                         {"talk", {"speaker", "people", "place"}},
                         {"training", {"topic", "people", "place"}},
                         {"photo_exhibition", {"people", "place"}},
                         {"bulletin", {"issue_no", "copies"}},
                         {"book", {"language", "copies"}},
                         {"leaflet", {"language", "copies"}},
                         {"web_article", {"language", "url"}},
                         {"fanpage_post", {"url"}},
                         {"press_item", {"outlet", "url"}},
                         {"press_interview", {"speaker", "outlet"}},
                         {"broadcast", {"outlet"}},
                         {"photo", {"credit"}},
                         {"video", {"credit", "url"}},
                         {"infographic", {"topic", "credit"}}};
  return all;
}

std::string names_of(const std::vector<std::string>& fields, Lang lang) {
  std::string out;
  for (const auto& name : fields) out += (out.empty() ? "" : ", ") + information_items().find(name)->label.in(lang);
  return out;
}

}  // namespace

const reg::Options& info_kinds() {
  static const reg::Options options{{"panel", {"bảng thông tin", "information panel"}},
                                    {"talk", {"nói chuyện thời sự, sinh hoạt tuyên truyền", "talk"}},
                                    {"training", {"tập huấn", "training"}},
                                    {"photo_exhibition", {"triển lãm ảnh", "photo exhibition"}},
                                    {"bulletin", {"bản tin", "bulletin"}},
                                    {"book", {"sách", "book"}},
                                    {"video", {"phim, video", "video"}},
                                    {"photo", {"ảnh, bộ ảnh", "photographs"}},
                                    {"infographic", {"infographic", "infographic"}},
                                    {"web_article", {"bài trên trang thông tin", "web article"}},
                                    {"fanpage_post", {"bài trên mạng xã hội", "social media post"}},
                                    {"press_interview", {"trả lời báo chí", "press interview"}},
                                    {"press_item", {"tin, bài báo khác đăng về mình", "press item about us"}},
                                    {"leaflet", {"tờ rơi", "leaflet"}},
                                    {"country_profile", {"tài liệu giới thiệu nước", "country profile"}},
                                    {"broadcast", {"phát thanh, truyền hình", "broadcast"}}};
  return options;
}

const std::vector<std::string>& needs_of_kind(const std::string& kind) {
  static const std::vector<std::string> none;
  const auto found = needs().find(kind);
  return found == needs().end() ? none : found->second;
}

std::vector<const reg::Field*> missing_fields(const reg::Cells& cells) {
  const reg::Description& d = information_items();
  std::vector<const reg::Field*> out;
  for (const auto& name : needs_of_kind(d.text(cells, "kind"))) {
    const reg::Field* f = d.find(name);
    if (db::as_text(cells[static_cast<std::size_t>(f->first)]).empty()) out.push_back(f);
  }
  return out;
}

std::string incomplete_condition() {
  std::string sql;
  for (const auto& [kind, fields] : needs()) {
    std::string empty;
    for (const auto& name : fields) empty += (empty.empty() ? "{t}." : " OR {t}.") + name + " IS NULL";
    sql += (sql.empty() ? "" : " OR ") + std::string("({t}.kind = '") + kind + "' AND (" + empty + "))";
  }
  return "{t}.status <> 'cancelled' AND (" + sql + ")";
}

Html completeness_panel(const reg::PanelContext& x) {
  const auto missing = missing_fields(x.cells);
  if (missing.empty()) return Html(x.lang);
  std::vector<ListItem> items;
  for (const reg::Field* f : missing) {
    ListItem item;
    item.icon = "pencil";
    item.tone = Tone::warn;
    item.title = Html(x.lang) << f->label;
    if (f->opt.hint) item.detail = Html(x.lang) << *f->opt.hint;
    if (x.actor.may(Function::enter)) item.href = reg::record_url(x.what, x.id) + "/edit#f-" + f->name;
    items.push_back(std::move(item));
  }
  return card(x.lang, {.title = Text("Còn thiếu", "Still missing"), .note = Text("Loại sản phẩm này cần những ô dưới đây", "This kind of product needs the following"), .body = item_list(x.lang, items), .id = "missing"});
}

Html needs_aside(const reg::PanelContext& x) {
  std::vector<Entry> rows;
  for (const Option& kind : info_kinds().all())
    if (const auto& fields = needs_of_kind(kind.code); !fields.empty()) rows.push_back({Message(capital(kind.label.in(Lang::vi)), capital(kind.label.in(Lang::en))), Html(x.lang) << names_of(fields, x.lang)});
  return card(x.lang, {.title = Text("Loại nào cần ghi gì", "What each kind needs"), .body = definition_list(x.lang, rows)});
}

Html information_tabs(Lang lang, std::string_view on) {
  return segments(lang, Text("Cách xem thông tin đối ngoại", "Ways to look at external information"),
                  {{.label = Text("Danh sách", "List"), .href = "/information", .count = {}, .on = on.empty()}, {.label = Text("Theo tháng, lượt truy cập", "By month, visits"), .href = "/information/months", .count = {}, .on = on == "months"}});
}

Html information_views(const reg::PanelContext& x, const std::string&) { return information_tabs(x.lang, ""); }

}  // namespace nc::app
