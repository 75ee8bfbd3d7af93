// A petition raised at a meeting is written down there and then, and waits for its answer like any other.
#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/meetings/public.h"
#include "app/meetings/work.h"
#include "app/petitions/public.h"

namespace nc::app {

tl::expected<std::int64_t, Problems> raise_petition(db::Tx& tx, const Actor& actor, std::int64_t meeting, const Raised& raised) {
  const reg::Description &m = meetings(), &d = petitions();
  const auto held = reg::load(tx, m, actor, meeting);
  if (!held) return tl::make_unexpected(Problems{held.error()});
  Problems problems;
  const auto need = [&](bool there, const char* field, Text words) {
    if (!there) problems.push_back({Code::invalid, words, field});
  };
  need(raised.from != 0, "from_org", Text("Chọn hội nêu yêu cầu.", "Choose the association that asks."));
  need(!raised.title.empty(), "title", Text("Ghi tóm tắt yêu cầu.", "State the petition in short."));
  if (!problems.empty()) return tl::make_unexpected(std::move(problems));
  reg::Cells cells = fresh_record(d, raised.from, db::as_int((*held)[reg::k_illustrative]) == 1);
  const auto put = [&](const char* column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
  put("title", raised.title);
  put("text", raised.text.empty() ? raised.title : raised.text);
  put("from_org", raised.from);
  put("from_person", raised.person);
  if (!raised.kind.empty()) put("kind", raised.kind);
  put("date", m.text(*held, "date"));
  put("channel", std::string("meeting"));
  put("meeting", meeting);
  put("status", std::string("submitted"));
  auto saved = reg::save(tx, catalog(), d, actor, std::move(cells));
  if (!saved) return tl::make_unexpected(saved.error());
  return saved->id;
}

}  // namespace nc::app
