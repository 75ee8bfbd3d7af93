// Blocks of record pages: where the record stands, what can be done now, remarks, the last changes.
#include <algorithm>

#include "base/words.h"
#include "flow/comment.h"
#include "flow/forms.h"
#include "flow/history.h"
#include "flow/pages.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::flow {
namespace {

std::string words(const std::vector<Function>& functions, Lang lang) {
  std::string out;
  for (const Function f : functions) out += (out.empty() ? "" : lang == Lang::vi ? " hoặc " : " or ") + std::string(label(f).in(lang));
  return out;
}

/// "Hạn 12/12/2025, còn 3 ngày."
Html due_words(Date due, Lang lang) {
  Html h(lang);
  const auto left = due.days() - today().days();
  const std::string n = format_int(left < 0 ? -left : left, lang), day_vi = format_date(due, Lang::vi), day_en = format_date(due, Lang::en);
  const Message said = left < 0 ? Message("Quá hạn " + n + " ngày (hạn " + day_vi + ")", n + " days overdue (due " + day_en + ")")
                     : left == 0 ? Message("Hạn hôm nay", "Due today")
                                 : Message("Hạn " + day_vi + ", còn " + n + " ngày", "Due " + day_en + ", " + n + " days left");
  return h << badge(lang, said, left < 0 ? Tone::bad : left <= 3 ? Tone::warn : Tone::neutral, "clock");
}

struct Clocked { Instant since = 0; Date due; };

Clocked clock_of(db::ReadDb& db, const std::string& register_name, std::int64_t id) {
  const auto row = db.first("SELECT since, due FROM flow_clock WHERE register_name = $1 AND record_id = $2", {register_name, id});
  if (!row) return {};
  return {db::as_int((*row)[0]), Date::from_iso(db::as_text((*row)[1])).value_or(Date{})};
}

/// The acts that led here, oldest first.
Html way(const reg::PanelContext& x, const Flow& flow) {
  std::vector<TimelineItem> items;
  for (const ledger::Change& c : ledger::history(x.db, x.what.name, x.id, 200)) {
    const Transition* t = flow.find(c.action);
    if (!t || items.size() >= 12) continue;
    Html what(x.lang);
    what << capital(t->label.in(x.lang));
    if (!c.reason.empty()) what << ": "_h << c.reason;
    items.push_back({format_instant(c.at, x.lang), c.actor_name, std::move(what), items.empty()});
  }
  return items.empty() ? Html(x.lang) : timeline(x.lang, items);
}

Html buttons(const reg::Catalog* catalog, const reg::PanelContext& x, const Flow& flow, const std::vector<const Transition*>& open) {
  Html h(x.lang);
  bool first = true;
  for (const Transition* t : open) {
    const std::string kind = first && !t->back ? "primary" : "";
    if (!t->back) first = false;
    if (t->asks.empty() && !t->reason) {
      h << "<form method=\"post\" action=\""_h << Url{move_url(x.what, x.id)} << "\">"_h << hidden("csrf", x.csrf) << hidden("move", t->name)
        << hidden("version", std::to_string(db::as_int(x.cells[reg::k_version]))) << button(x.lang, {.label = t->label, .icon = t->icon, .kind = kind}) << "</form>"_h;
      continue;
    }
    Confirm c;
    c.opener = {.label = t->label, .icon = t->icon, .kind = kind};
    c.title = t->label;
    c.action = move_url(x.what, x.id);
    c.csrf = x.csrf;
    c.fields = move_fields({x.db, x.what, flow, *t, x.cells, x.lang, catalog}, {}, {});
    c.yes = t->label;
    c.danger = t->back;
    h << confirm_form(x.lang, c);
  }
  return h;
}

Html flow_panel(const reg::Catalog* catalog, const reg::PanelContext& x, const Flow& flow) {
  std::vector<const Transition*> held_back;
  const auto open = open_to(x.db, flow, x.what, x.actor, x.cells, &held_back);
  const std::string state = state_of(flow, x.what, x.cells);
  const auto waits = flow.waits.find(state);
  const Clocked clock = clock_of(x.db, x.what.name, x.id);
  const Html steps = way(x, flow);
  if (open.empty() && steps.empty() && waits == flow.waits.end() && !clock.due) return Html(x.lang);
  const reg::Field* f = x.what.find(flow.field);
  Html body(x.lang);
  body << "<div class=\"flow\"><p class=\"flow-s\">"_h << badge(x.lang, Message(capital(f->opt.options->label(state, Lang::vi)), capital(f->opt.options->label(state, Lang::en))), reg::status_tone(state));
  if (waits != flow.waits.end()) body << " <span class=\"m2\">"_h << Message("chờ người " + words(waits->second, Lang::vi), "waits for those who " + words(waits->second, Lang::en)) << "</span>"_h;
  if (clock.due) body << " "_h << due_words(clock.due, x.lang);
  body << "</p><div class=\"flow-b\">"_h << buttons(catalog, x, flow, open) << "</div></div>"_h;
  if (!held_back.empty())
    body << "<p class=\"m2 sm\">"_h << Text("Bạn đã nhập, sửa hoặc gửi bản ghi này nên không tự quyết định; cần một người khác.",
                                            "You entered, edited or sent this record, so another person has to decide on it.") << "</p>"_h;
  if (!steps.empty()) body << "<details class=\"flow-w\"><summary>"_h << Text("Đã qua các bước", "Steps so far") << "</summary>"_h << steps << "</details>"_h;
  return card(x.lang, {.title = Text("Xử lý", "Processing"), .body = body, .id = "flow"});
}

/// The text of a remark with the people mentioned set off.
Html with_mentions(const std::string& text, Lang lang) {
  Html h(lang);
  const auto named = mentions(text);
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = text.find('@', at);
    if (next == std::string::npos) next = text.size();
    h << std::string_view(text).substr(at, next - at);
    if (next == text.size()) break;
    std::size_t length = 0;
    for (const std::string& login : named) {
      std::string here = text.substr(next + 1, login.size());
      std::transform(here.begin(), here.end(), here.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
      if (here == login && login.size() > length) length = login.size();
    }
    h << "<b>"_h << std::string_view(text).substr(next, length + 1) << "</b>"_h;
    at = next + length + 1;
  }
  return h;
}

Html comment_panel(const reg::PanelContext& x) {
  std::vector<TimelineItem> items;
  for (const ledger::Change& c : comments(x.db, x.what.name, x.id)) items.push_back({format_instant(c.at, x.lang), c.actor_name, Html(x.lang) << "<span class=\"pre\">"_h << with_mentions(c.reason, x.lang) << "</span>"_h, false});
  Html body(x.lang);
  if (!items.empty()) body << timeline(x.lang, items);
  Control text;
  text.name = "text";
  text.label = Text("Lời trao đổi", "Comment");
  text.hint = Text("Nhắc người khác bằng @tên-đăng-nhập: người ấy nhận thông báo", "Mention somebody as @login: they get a notice");
  text.type = "textarea";
  text.required = true;
  text.max_length = k_comment_most;
  text.width = "full";
  body << "<form method=\"post\" class=\"say\" action=\""_h << Url{reg::record_url(x.what, x.id) + "/comment"} << "\">"_h << hidden("csrf", x.csrf) << control(x.lang, text)
       << button(x.lang, {.label = Text("Gửi", "Send"), .icon = "send", .small = true}) << "</form>"_h;
  return card(x.lang, {.title = Text("Trao đổi", "Comments"), .body = body, .id = "comments"});
}

Html last_changes(const reg::PanelContext& x, const Flows& flows) {
  std::vector<TimelineItem> items;
  for (const auto& change : ledger::history(x.db, x.what.name, x.id, 12)) {
    if (change.action == k_comment || items.size() >= 5) continue;
    Html what(x.lang);
    what << capital(act_label(flows, x.what.name, change.action).in(x.lang));
    if (!change.reason.empty()) what << ": "_h << change.reason;
    if (!change.before.empty() && !change.after.empty()) what << change_lines(x.what, change, x.lang);
    items.push_back({format_instant(change.at, x.lang), change.actor_name, std::move(what), items.empty()});
  }
  return card(x.lang, {.title = Text("Diễn biến", "History"), .head_end = more_link(x.lang, Text("Mọi lần sửa", "All changes"), reg::record_url(x.what, x.id) + "/history"),
                       .body = timeline(x.lang, items)});
}

}  // namespace

void add_panels(reg::Context& context, const Flows& flows) {
  context.panels_everywhere.emplace_back(reg::PanelPlace::top, [&context, &flows](const reg::PanelContext& x) {
    const Flow* flow = flows.find(x.what.name);
    return flow && !flow->own_buttons ? flow_panel(context.catalog, x, *flow) : Html(x.lang);
  });
  context.panels_everywhere.emplace_back(reg::PanelPlace::side, [](const reg::PanelContext& x) { return x.what.reference || !x.actor.sees(Sight::internal) ? Html(x.lang) : comment_panel(x); });
  context.panels_everywhere.emplace_back(reg::PanelPlace::side, [&flows](const reg::PanelContext& x) { return x.actor.sees(Sight::internal) ? last_changes(x, flows) : Html(x.lang); });
}

}  // namespace nc::flow
