// Directives out of conclusions, tasks out of directives and petitions, and what is carried over from plan to plan.
#include "app/tasks/acts.h"

#include <set>
#include <sstream>

#include "app/common/fresh_record.h"
#include "app/tasks/public.h"
#include "base/fold.h"
#include "base/hash.h"
#include "base/words.h"

namespace nc::app {

namespace {

std::size_t at(const reg::Description& d, std::string_view column) { return static_cast<std::size_t>(d.column(column)); }

Problems one(Code code, const char* field, std::string vi, std::string en) { return {{code, Message(std::move(vi), std::move(en)), field}}; }

bool may_direct(const Actor& actor) { return actor.may(Function::check) || actor.may(Function::approve); }

Problems not_theirs() {
  return one(Code::forbidden, "", "Giao việc là của người thẩm định hoặc người duyệt.", "Giving work is for those who check or approve.");
}

/// "- Rà soát số đoàn." -> "Rà soát số đoàn"
std::string without_mark(std::string line) {
  const auto begin = line.find_first_not_of(" \t-+•*\r");
  if (begin == std::string::npos) return {};
  const auto end = line.find_last_not_of(" \t\r.;");
  return end < begin ? std::string() : line.substr(begin, end - begin + 1);
}

constexpr std::size_t k_title = 180;  ///< the first words, for a list

std::set<std::string> known_lines(db::ReadDb& db, std::int64_t meeting) {
  std::set<std::string> known;
  db.each("SELECT text FROM directive WHERE deleted = 0 AND meeting = $1", {meeting}, [&](const db::Row& row) {
    known.insert(fold(row.text(0)));
    return true;
  });
  return known;
}

}  // namespace

tl::expected<int, Problems> directives_from(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t meeting, const Spoken& spoken) {
  if (!may_direct(actor)) return tl::make_unexpected(not_theirs());
  const reg::Description *m = catalog.find("meeting"), &d = directives();
  auto held = reg::load(tx, *m, actor, meeting);
  if (!held) return tl::make_unexpected(Problems{held.error()});
  if (spoken.issuer.empty())
    return tl::make_unexpected(one(Code::invalid, "issuer", "Ghi người, cơ quan chỉ đạo hoặc kết luận.", "State who directed or concluded."));
  auto known = known_lines(tx, meeting);
  const std::string batch = "directives-" + random_token(8);
  int made = 0;
  std::istringstream lines(spoken.text);
  for (std::string line; std::getline(lines, line);) {
    const std::string words = without_mark(line);
    if (words.empty() || !known.insert(fold(words)).second) continue;
    reg::Cells cells = fresh_record(d, db::as_int((*held)[reg::k_org]));
    cells[at(d, "title")] = shortened_at_word(words, k_title);
    cells[at(d, "text")] = words;
    cells[at(d, "issuer")] = spoken.issuer;
    cells[at(d, "date")] = m->text(*held, "date");
    cells[at(d, "occasion")] = shortened_at_word(m->text(*held, "title"), k_title);
    cells[at(d, "meeting")] = meeting;
    cells[at(d, "status")] = std::string("received");
    if (spoken.due) cells[at(d, "due")] = spoken.due.iso();
    auto saved = reg::save(tx, catalog, d, actor, std::move(cells), {.reason = {}, .batch = batch, .action = {}});
    if (!saved) return tl::make_unexpected(saved.error());
    ++made;
  }
  if (made == 0)
    return tl::make_unexpected(one(Code::invalid, "text", "Ghi mỗi ý một dòng. Không có ý nào mới so với các ý đã ghi.", "One thought a line. There is none that is not written down already."));
  return made;
}

tl::expected<std::int64_t, Problems> give_task(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const std::string& from, std::int64_t id, const Given& given) {
  if (!may_direct(actor)) return tl::make_unexpected(not_theirs());
  const reg::Description *source = catalog.find(from), &d = tasks();
  auto origin = reg::load(tx, *source, actor, id);
  if (!origin) return tl::make_unexpected(Problems{origin.error()});
  Problems problems;
  const auto need = [&](bool there, const char* field, const char* vi, const char* en) {
    if (!there) problems.push_back({Code::invalid, Message(vi, en), field});
  };
  need(!given.title.empty(), "title", "Ghi việc phải làm.", "State what has to be done.");
  need(given.lead != 0, "lead", "Chọn đơn vị chủ trì.", "Choose who is in the lead.");
  need(static_cast<bool>(given.due), "due", "Ghi hạn hoàn thành.", "State the day by which it is due.");
  if (!problems.empty()) return tl::make_unexpected(std::move(problems));
  reg::Cells cells = fresh_record(d, given.lead);
  cells[at(d, "title")] = given.title;
  cells[at(d, "lead")] = given.lead;
  cells[at(d, "owner")] = given.owner;
  cells[at(d, "output")] = given.output;
  cells[at(d, "due")] = given.due.iso();
  cells[at(d, "priority")] = std::string("key");
  cells[at(d, "status")] = std::string("assigned");
  cells[at(d, "progress")] = std::int64_t{0};
  cells[at(d, from)] = id;
  auto saved = reg::save(tx, catalog, d, actor, std::move(cells));
  if (!saved) return tl::make_unexpected(saved.error());
  if (from == "directive" && source->text(*origin, "status") == "received") {
    const std::string due = source->text(*origin, "due");
    auto moved = flow::move(tx, catalog, *source, directive_flow(), actor, id, db::as_int((*origin)[reg::k_version]), "assign", {{"due", due.empty() ? given.due.iso() : due}}, {});
    if (!moved) return tl::make_unexpected(moved.error());
  }
  return saved->id;
}

tl::expected<int, Problems> carry_over(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t plan, std::int64_t into, const std::string& reason) {
  if (!may_direct(actor)) return tl::make_unexpected(not_theirs());
  if (auto there = reg::load(tx, work_plans(), actor, plan); !there) return tl::make_unexpected(Problems{there.error()});
  if (into == 0 || into == plan) return tl::make_unexpected(one(Code::invalid, "into", "Chọn kế hoạch của kỳ sau.", "Choose the plan of the next period."));
  if (reason.empty()) return tl::make_unexpected(one(Code::invalid, "reason", "Ghi lý do chưa xong trong kỳ này.", "State why they were not finished."));
  if (auto there = reg::load(tx, work_plans(), actor, into); !there) return tl::make_unexpected(Problems{there.error()});
  const reg::Description& d = tasks();
  reg::ListQuery open;
  open.filters = {{"plan", std::to_string(plan)}, {"is", "open"}};
  open.limit = 500;
  const std::string batch = "carry-" + random_token(8);
  int carried = 0;
  for (const reg::Cells& old : reg::list(tx, d, actor, open).rows) {
    if (d.text(old, "status") == "submitted") continue;  // finished in this period, only not yet accepted
    reg::Cells next = fresh_record(d, db::as_int(old[reg::k_org]));
    for (const char* column : {"title", "lead", "owner", "joint", "output", "work_area", "priority", "directive", "petition", "incoming_paper", "indicator", "target", "progress"}) next[at(d, column)] = old[at(d, column)];
    next[at(d, "plan")] = into;
    next[at(d, "carried_from")] = old[reg::k_id];
    next[at(d, "status")] = std::string("draft");
    next[reg::k_illustrative] = old[reg::k_illustrative];
    const reg::SaveOptions options{.reason = reason, .batch = batch, .action = "carry"};
    if (auto made = reg::save(tx, catalog, d, actor, std::move(next), options); !made) return tl::make_unexpected(made.error());
    reg::Cells now = old;
    now[at(d, "status")] = std::string("carried_over");
    if (auto moved = reg::save(tx, catalog, d, actor, std::move(now), options); !moved) return tl::make_unexpected(moved.error());
    ++carried;
  }
  if (carried == 0) return tl::make_unexpected(one(Code::not_found, "", "Kế hoạch này không còn việc nào chưa xong.", "This plan has no open task."));
  return carried;
}

}  // namespace nc::app
