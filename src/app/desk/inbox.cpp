// Files that come to the desk from folders: named on the command line, or put into the inbox of the data folder.
#include "app/desk/inbox.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>

#include "app/desk/public.h"
#include "app/program.h"
#include "base/fold.h"
#include "base/log.h"

namespace nc::app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_files_a_look = 50;
constexpr std::uintmax_t k_most_bytes = 32U * 1024 * 1024;  // as on the page of the desk
constexpr auto k_settled = std::chrono::seconds(30);

std::vector<fs::path> waiting_in(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code wrong;
  for (const auto& entry : fs::directory_iterator(folder, wrong))
    if (entry.is_regular_file(wrong) && !entry.is_symlink(wrong) && is_readable_kind(entry.path()) && fs::file_time_type::clock::now() - entry.last_write_time(wrong) > k_settled)
      out.push_back(entry.path());
  std::ranges::sort(out);
  return out;
}

/// A name that is still free in the folder: "bai.txt", "bai-2.txt".
fs::path free_name(const fs::path& folder, const fs::path& file) {
  fs::path out = folder / file.filename();
  for (int i = 2; fs::exists(out); ++i) out = folder / (file.stem().string() + "-" + std::to_string(i) + file.extension().string());
  return out;
}

void put_away(const fs::path& file, const char* where, const std::string& why) {
  const fs::path folder = file.parent_path() / where;
  fs::create_directories(folder);
  const fs::path to = free_name(folder, file);
  fs::rename(file, to);
  if (!why.empty()) std::ofstream(to.string() + ".vi-sao.txt", std::ios::binary) << why;
}

/// "" when everything in the file was taken or was there already; else why not, in both languages.
std::string trouble_of(const std::vector<Result<Taken>>& taken) {
  std::string out;
  for (const auto& one : taken)
    if (!one) out += one.error().message.vi + "\n" + one.error().message.en + "\n";
  return out;
}

}  // namespace

bool is_readable_kind(const fs::path& file) {
  const std::string ending = fold(file.extension().string());
  for (const char* known : {".txt", ".html", ".htm", ".docx", ".odt", ".pdf", ".xml", ".rss", ".atom"})
    if (ending == fold(known)) return true;  // .TXT and .Pdf too
  return false;
}

std::vector<Result<Taken>> take_file(Program& program, const Actor& actor, const fs::path& file, NewArticle article) {
  const auto named = [&](const Problem& p) {
    return Problem{p.code, {file.string() + ": " + p.message.vi, file.string() + ": " + p.message.en}, {}};
  };
  std::error_code wrong;
  if (fs::file_size(file, wrong) > k_most_bytes && !wrong)
    return {refuse(Code::too_large, Message("Tệp “" + file.string() + "” lớn hơn 32 MB.", "The file “" + file.string() + "” has more than 32 MB."))};
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return {refuse(Code::not_found, Message("Không mở được tệp “" + file.string() + "”.", "The file “" + file.string() + "” can't be opened."))};
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

InboxRun look_into_inbox(Program& program, const fs::path& inbox) {
  InboxRun run;
  std::error_code wrong;
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(inbox, wrong))
    if (entry.is_directory(wrong)) folders.push_back(entry.path());
  std::ranges::sort(folders);
  for (const fs::path& folder : folders) {
    NewArticle article;
    program.database().read([&](db::ReadDb& db) { article.about = db.integer("SELECT id FROM organisation WHERE deleted = 0 AND code = $1", {folder.filename().string()}); });
    for (const fs::path& file : waiting_in(folder)) {
      if (static_cast<std::size_t>(run.read + run.refused) >= k_files_a_look) return run;
      const std::string why = article.about == 0 ? "Không có đơn vị mang mã của thư mục này.\nNo organisation has the code of this folder.\n"
                                                 : trouble_of(take_file(program, Actor::system(), file, article));
      put_away(file, why.empty() ? "da-doc" : "khong-doc-duoc", why);
      ++(why.empty() ? run.read : run.refused);
    }
  }
  if (run.read + run.refused > 0) log::info("inbox: " + std::to_string(run.read) + " files read, " + std::to_string(run.refused) + " refused");
  return run;
}

}  // namespace nc::app
