// The banner of a record that was just changed together with others.
#include "app/common/fresh_act.h"

#include "base/clock.h"
#include "base/words.h"
#include "html/components.h"
#include "ledger/ledger.h"

namespace nc::app {

namespace {

constexpr Instant k_fresh = 10 * 60 * 1000;  // milliseconds

}  // namespace

Html fresh_act_banner(const reg::PanelContext& x, std::string_view prefix, Message (*said)(std::string_view action), const TellingRecords& also) {
  Html h(x.lang);
  auto newest = ledger::history(x.db, x.what.name, x.id, 1);
  for (const std::int64_t id : also.ids)
    if (auto other = ledger::history(x.db, also.register_name, id, 1); !other.empty() && (newest.empty() || other.front().seq > newest.front().seq)) newest = std::move(other);
  if (newest.empty() || !newest.front().batch.starts_with(prefix) || newest.front().actor != x.actor.id || now() - newest.front().at > k_fresh) return h;
  const std::string& batch = newest.front().batch;
  const std::int64_t written = x.db.integer("SELECT COUNT(*) FROM change WHERE batch = $1", {batch});
  h << "<b>"_h << said(newest.front().action) << "</b> "_h
    << Message("Việc này ghi " + format_int(written, Lang::vi) + " thay đổi.", format_int(written, Lang::en) + (written == 1 ? " change was written." : " changes were written."))
    << " <a href=\""_h << Url{"/changes?batch=" + batch} << "\">"_h << Text("Xem các thay đổi, hoàn tác", "See the changes, take back") << "</a>"_h;
  return notice(x.lang, Tone::ok, "circle-check", h);
}

}  // namespace nc::app
