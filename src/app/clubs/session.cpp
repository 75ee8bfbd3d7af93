// Register of the sessions of clubs: a day, a topic, a count of those who came; no names.
#include "app/clubs/public.h"
#include "app/common/lists.h"
#include "app/common/part.h"
#include "app/common/rules.h"

namespace nc::app {

namespace {

struct Session : reg::Standard {
  reg::Ref club;
  Date date;
  std::string topic, language, place;
  reg::Count attendees;
};

void check(const Session& s, Problems& problems) {
  not_in_future(s.date, "date", problems);
  not_absurd(s.attendees, 10'000, "attendees", problems);
}

/// Without a language it is that of the club.
Result<bool> in_its_language(const reg::SaveContext& save, const Session*, Session& now) {
  if (!now.language.empty()) return true;
  if (const auto row = save.tx.first("SELECT club_language FROM organisation WHERE id = $1", {now.club.id})) now.language = db::as_text((*row)[0]);
  return true;
}

}  // namespace

const reg::Description& club_sessions() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<Session>("club_session", "club-sessions", {"Buổi sinh hoạt", "Club sessions"}, {"buổi sinh hoạt", "session"})
          .icon("messages")
          .field(&Session::club, "club", {"Câu lạc bộ", "Club"}, {.required = true, .link = "organisation", .filter = true})
          .field(&Session::date, "date", {"Ngày", "Date"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Session::topic, "topic", {"Chủ đề", "Topic"}, {.required = true, .search = true})
          .field(&Session::attendees, "attendees", {"Số người dự", "Attendees"}, {.unit = Text{"người", "people"}})
          .field(&Session::language, "language", {"Ngôn ngữ", "Language"}, {.options = &languages(), .filter = true})
          .field(&Session::place, "place", {"Nơi sinh hoạt", "Place"}, {.search = true})
          .title("topic")
          .date("date")
          .list({"date", "club", "topic", "attendees", "language"})
          .sorted_by("date", true)
          .index({"club", "date"})
          .part_of("club")
          .rule(check)
          .before_save(in_its_language)
          .done());
  return description;
}

}  // namespace nc::app
