// What follows from routing and answering an incoming paper: a task, a directive, the paper done.
#include "app/incoming/work.h"

#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/common/within.h"
#include "app/incoming/public.h"
#include "app/outgoing/public.h"
#include "app/tasks/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

std::string text_of(const reg::SaveContext& save, const reg::Cells& cells, const char* column) { return save.what.text(cells, column); }
std::int64_t number_of(const reg::Description& d, const reg::Cells& cells, const char* column) { return db::as_int(cells[static_cast<std::size_t>(d.column(column))]); }

/// Writes for somebody who has done an act of their own function: the records that follow from it need no other.
Actor following(const Actor& actor) {
  Actor out = actor;
  out.functions.insert({Function::enter, Function::check});
  return out;
}

constexpr std::size_t k_title = 280;  ///< a title has room for 300 letters

void must(const tl::expected<reg::Saved, Problems>& saved, const char* what) {
  if (!saved) throw std::logic_error(std::string(what) + " of an incoming paper was refused: " + saved.error().front().message.en);
}

struct OpenTask { std::int64_t id = 0, version = 0; };

std::vector<OpenTask> open_tasks(db::ReadDb& db, std::int64_t paper) {
  std::vector<OpenTask> out;
  db.each("SELECT id, version FROM task WHERE deleted = 0 AND incoming_paper = $1 AND status IN ('assigned', 'accepted', 'in_progress') ORDER BY id", {paper}, [&](const db::Row& r) {
    out.push_back({r.integer(0), r.integer(1)});
    return true;
  });
  return out;
}

void take_tasks_back(const reg::SaveContext& save, std::int64_t id) {
  for (const OpenTask& t : open_tasks(save.tx, id))
    must(flow::move(save.tx, catalog(), tasks(), task_flow(), following(save.actor), t.id, t.version, "cancel", {}, "Văn bản đến được phân lại"), "cancelling the task");
}

void give_the_task(const reg::SaveContext& save, std::int64_t id, const reg::Cells& now) {
  const reg::Description& d = tasks();
  const std::int64_t to = number_of(save.what, now, "routed_to");
  reg::Cells cells = fresh_record(d, to, db::as_int(now[reg::k_illustrative]) == 1);
  const auto put = [&](const char* column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
  put("title", shortened_at_word("Văn bản đến số " + std::to_string(number_of(save.what, now, "number")) + " của " + text_of(save, now, "sender") + ": " + text_of(save, now, "title"), k_title));
  put("lead", to);
  put("owner", text_of(save, now, "owner"));
  put("output", shortened_at_word(text_of(save, now, "instruction"), k_title));
  if (const std::string due = text_of(save, now, "due"); !due.empty()) put("due", due);
  put("priority", std::string("regular"));
  put("status", std::string("assigned"));
  put("progress", std::int64_t{0});
  put("incoming_paper", id);
  must(reg::save(save.tx, catalog(), d, following(save.actor), std::move(cells)), "the task");
}

Result<Message> make_directive(const reg::SaveContext& save, std::int64_t id, const std::string&) {
  NC_TRY(paper, reg::load(save.tx, save.what, save.actor, id));
  const reg::Description& d = directives();
  reg::Cells cells = fresh_record(d, db::as_int(paper[reg::k_org]), db::as_int(paper[reg::k_illustrative]) == 1);
  const auto put = [&](const char* column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
  const std::string dated = text_of(save, paper, "their_date"), words = text_of(save, paper, "instruction"), due = text_of(save, paper, "due");
  put("title", shortened_at_word(text_of(save, paper, "title"), k_title));
  put("issuer", text_of(save, paper, "sender"));
  put("date", dated.empty() ? text_of(save, paper, "arrived_on") : dated);
  put("doc_no", text_of(save, paper, "their_number"));
  put("text", text_of(save, paper, "title") + (words.empty() ? "" : "\n" + words));
  put("occasion", "Văn bản đến số " + std::to_string(number_of(save.what, paper, "number")) + "/" + std::to_string(number_of(save.what, paper, "year")));
  put("status", std::string("received"));
  if (!due.empty()) put("due", due);
  const auto saved = reg::save(save.tx, catalog(), d, following(save.actor), std::move(cells));
  if (!saved) return tl::make_unexpected(saved.error().front());
  return Message("Đã ghi thành ý kiến chỉ đạo " + saved->code + ".", "Written down as directive " + saved->code + ".");
}

void close_answered(const reg::SaveContext& save, const reg::Cells& paper, const std::string& full_number) {
  const Actor actor = following(save.actor);
  const std::int64_t id = db::as_int(paper[reg::k_id]);
  const std::string result = "Trả lời bằng văn bản số " + full_number + ".";
  for (const OpenTask& t : open_tasks(save.tx, id)) must(flow::move(save.tx, catalog(), tasks(), task_flow(), actor, t.id, t.version, "submit", {{"result", result}}, {}), "reporting the task");
  const std::string state = incoming_papers().text(paper, "status");
  if (state == "routed" || state == "processing")
    must(flow::move(save.tx, catalog(), incoming_papers(), incoming_flow(), actor, id, db::as_int(paper[reg::k_version]), "finish", {{"result", result}}, {}), "the end");
}

}  // namespace

void routed_as_task(const reg::SaveContext& save, std::int64_t id, const reg::Cells* before, const reg::Cells& now) {
  const std::string act = save.options ? save.options->action : std::string();
  if (before && act == "take_back") take_tasks_back(save, id);
  if (before && act == "route") give_the_task(save, id, now);
}

void paper_answered(const reg::SaveContext& save, std::int64_t, const reg::Cells* before, const reg::Cells& now) {
  const std::int64_t answered = number_of(save.what, now, "answers");
  if (answered == 0 || !before) return;
  const auto paper = reg::load(save.tx, incoming_papers(), save.actor, answered);
  if (!paper) return;  // of an office that the clerk does not reach
  const std::string was = text_of(save, *before, "status"), is = text_of(save, now, "status");
  if (was != "issued" && is == "issued") close_answered(save, *paper, text_of(save, now, "full_number"));
  if (was == "issued" && is == "recalled" && incoming_papers().text(*paper, "status") == "done")
    must(flow::move(save.tx, catalog(), incoming_papers(), incoming_flow(), following(save.actor), answered, db::as_int((*paper)[reg::k_version]), "reopen", {}, "Văn bản trả lời đã thu hồi"), "reopening");
}

IncomingWork incoming_work(db::ReadDb& db, const Actor& actor) {
  IncomingWork out;
  each_within(db, "SELECT COUNT(*), COALESCE(SUM(CASE WHEN t.status = 'registered' THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN t.due < $1 THEN 1 ELSE 0 END), 0) FROM incoming_paper t WHERE t.deleted = 0 AND t.status IN ('registered', 'routed', 'processing')",
              {today().iso()}, org_scope(actor, "t"), " ", [&](const db::Row& r) {
                out = {r.integer(1), r.integer(2)};
                return false;
              });
  return out;
}

reg::Verb as_directive() {
  return {.name = "directive", .label = Text("Ghi thành ý kiến chỉ đạo", "Make it a directive"), .icon = "speakerphone",
          .offered = [](const Actor& actor, const reg::Cells& cells) {
            return (actor.may(Function::check) || actor.may(Function::approve)) && incoming_papers().text(cells, "status") != "void";
          },
          .act = make_directive, .need = {Function::check, Function::approve}};
}

Html answer_panel(const reg::PanelContext& x) {
  const std::string status = x.what.text(x.cells, "status");
  std::vector<ListItem> items;
  each_within(x.db, "SELECT t.id, t.title, t.full_number, t.status FROM outgoing t WHERE t.deleted = 0 AND t.answers = $1", {x.id}, org_scope(x.actor, "t"), "ORDER BY t.id LIMIT 10", [&](const db::Row& r) {
    ListItem item;
    item.icon = "mail-forward";
    item.href = "/outgoing/" + std::to_string(r.integer(0));
    item.title = Html(x.lang) << r.text(1);
    item.detail = Html(x.lang) << (r.text(2).empty() ? std::string(Text("chờ văn thư cấp số", "waits for its number").in(x.lang)) : std::string(r.text(2)));
    items.push_back(std::move(item));
    return true;
  });
  const bool open = (status == "routed" || status == "processing") && x.actor.may(Function::enter) && !x.actor.preview();
  if (items.empty() && !open) return Html(x.lang);
  Html body(x.lang);
  if (!items.empty()) body << item_list(x.lang, items);
  if (open) {
    const std::string theirs = x.what.text(x.cells, "their_number"), sender = x.what.text(x.cells, "sender");
    const std::string query = "?answers=" + std::to_string(x.id) + "&title=" + url_encode("Trả lời văn bản" + (theirs.empty() ? std::string() : " số " + theirs) + " của " + sender) + "&recipients=" + url_encode(sender + "; Lưu: VT");
    body << "<p>"_h << button(x.lang, {.label = Text("Soạn văn bản trả lời", "Write the answer"), .icon = "pencil", .href = "/outgoing/new" + query, .small = true}) << " "_h
         << button(x.lang, {.label = Text("Ghi việc tham mưu", "Advice asked for"), .icon = "writing-sign", .href = "/advice/new?incoming_paper=" + std::to_string(x.id) + "&requested_by=" + url_encode(sender) + "&title=" + url_encode(x.what.text(x.cells, "title")), .small = true})
         << "</p>"_h;
  }
  return card(x.lang, {.title = Text("Văn bản trả lời", "Answered by"), .note = open ? Message(Text("văn bản trả lời có số thì văn bản đến tự xong", "the incoming paper is done once the answer has its number")) : Message(), .body = body, .id = "answers"});
}

}  // namespace nc::app
