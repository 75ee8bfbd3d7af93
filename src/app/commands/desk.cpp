// nhipcau desk add: articles of a watched folder, or of feed files in it, come to the press desk.
#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/commands/commands.h"
#include "app/desk/public.h"
#include "app/program.h"

namespace nc::app {
namespace {

namespace fs = std::filesystem;

bool is_readable_kind(const fs::path& file) {
  const std::string ending = file.extension().string();
  for (const char* known : {".txt", ".html", ".htm", ".docx", ".odt", ".pdf", ".xml", ".rss", ".atom"})
    if (ending == known) return true;
  return false;
}

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

/// The articles of a file (one, or those of a feed), each in a change of its own, so that one that is refused stops no
/// other.
std::vector<Result<Taken>> take_file(Program& program, const Actor& actor, const fs::path& file, NewArticle article) {
  const auto named = [&](const Problem& p) {
    return Problem{p.code, {file.string() + ": " + p.message.vi, file.string() + ": " + p.message.en}, {}};
  };
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return {refuse(Code::not_found, Message("Không mở được tệp “" + file.string() + "”.",
                                            "The file “" + file.string() + "” can't be opened."))};
  article.bytes.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  article.file_name = file.filename().string();
  const auto articles = articles_in(article);
  if (!articles) return {tl::make_unexpected(named(articles.error()))};
  std::vector<Result<Taken>> out;
  for (const NewArticle& one : *articles)
    program.database().write([&](db::Tx& tx) {
      auto taken = take_article(tx, program.catalog(), actor, one);
      out.push_back(taken ? Result<Taken>(*taken) : tl::make_unexpected(named(taken.error().front())));
      return taken.has_value();
    });
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
