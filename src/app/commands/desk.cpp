// nhipcau desk add: articles of a watched folder, or of feed files in it, come to the press desk.
#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <filesystem>

#include "app/commands/commands.h"
#include "app/desk/inbox.h"
#include "app/desk/public.h"
#include "app/program.h"

namespace nc::app {
namespace {

namespace fs = std::filesystem;

/// Files as named, and those of folders in the order of their names.
std::vector<fs::path> files_of(const std::vector<std::string>& named) {
  std::vector<fs::path> out;
  for (const auto& name : named) {
    std::error_code wrong;
    if (!fs::is_directory(name, wrong)) {
      out.emplace_back(name);
      continue;
    }
    std::vector<fs::path> inside;
    for (const auto& entry : fs::directory_iterator(name, wrong))
      if (entry.is_regular_file(wrong) && is_readable_kind(entry.path())) inside.push_back(entry.path());
    std::ranges::sort(inside);
    out.insert(out.end(), inside.begin(), inside.end());
  }
  return out;
}

}  // namespace

int run_desk_add(const Common& common, const DeskOptions& options) {
  auto program = Program::open(database_url(common.database));
  if (!program) return refused(program.error());
  NewArticle article;
  article.source = options.source;
  if (!options.published.empty()) {
    const auto day = parse_date(options.published);
    if (!day) return refused(day.error());
    article.published = *day;
  }
  Actor actor = Actor::system();
  (*program)->database().read([&](db::ReadDb& db) {
    if (!options.user.empty()) actor = actor_of_login(db, options.user);
    article.about = db.integer("SELECT id FROM organisation WHERE deleted = 0 AND code = $1", {options.org});
  });
  if (!options.user.empty() && actor.id == 0)
    return refused(
        {Code::not_found,
         Message("Không có tài khoản “" + options.user + "”.", "There is no account “" + options.user + "”."),
         {}});
  if (article.about == 0)
    return refused({Code::not_found,
                    Message("Không có đơn vị mang mã “" + options.org + "”.",
                            "There is no organisation with the code “" + options.org + "”."),
                    {}});
  int failed = 0;
  boost::json::array told;
  for (const auto& file : files_of(options.files)) {
    for (const auto& taken : take_file(**program, actor, file, article)) {
      if (!taken) {
        failed = refused(taken.error());  // the others of the folder are still read
        continue;
      }
      told.push_back({{"file", file.string()},
                      {"article", taken->reading},
                      {"known", taken->known},
                      {"statements", taken->statements}});
      if (!common.json)
        std::printf("%s: /desk/%lld, %s\n", file.string().c_str(), static_cast<long long>(taken->reading),
                    taken->known ? "đã có trên bàn / on the desk already"
                                 : (std::to_string(taken->statements) + " dữ kiện / statements").c_str());
    }
  }
  if (common.json) std::printf("%s\n", boost::json::serialize(told).c_str());
  return failed;
}

}  // namespace nc::app
