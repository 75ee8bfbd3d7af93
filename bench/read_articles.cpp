// Reads every file of a folder and writes NAME.json with the candidate facts: read_articles FOLDER OUT [repeat]. With a
// third argument it reads the folder that often without writing and prints the speed.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/number.h"
#include "intake/intake.h"

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct File {
  std::filesystem::path path;
  std::string bytes;
};

int write_all(const std::vector<File>& files, const std::filesystem::path& out) {
  int refused = 0;
  std::filesystem::create_directories(out);
  for (const File& file : files) {
    const auto article = nc::intake::read(file.bytes, file.path.filename().string());
    if (!article) {
      std::fprintf(stderr, "%s: %s\n", file.path.c_str(), article.error().message.en.c_str());
      ++refused;
      continue;
    }
    std::ofstream(out / (file.path.stem().string() + ".json")) << nc::intake::to_json(*article) << '\n';
  }
  return refused == 0 ? 0 : 1;
}

int measure(const std::vector<File>& files, std::int64_t repeat) {
  std::size_t words = 0, facts = 0, articles = 0;
  (void)nc::intake::read_text("");  // the lexicon is loaded once, before the clock runs
  const auto start = std::chrono::steady_clock::now();
  for (std::int64_t k = 0; k < repeat; ++k) {
    for (const File& file : files) {
      const auto article = nc::intake::read(file.bytes, file.path.filename().string());
      if (!article) continue;
      ++articles;
      facts += article->facts.size();
      for (const char c : article->stored) words += c == ' ' || c == '\n' ? 1U : 0U;
    }
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("articles %zu, words %zu, facts %zu, seconds %.3f, words a second %.0f, 1000 articles of 500 words: %.3f s\n", articles,
              words, facts, seconds, static_cast<double>(words) / seconds, 500'000.0 * seconds / static_cast<double>(words));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "read_articles FOLDER OUT [repeat]\n");
    return 2;
  }
  std::vector<File> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1]))
    if (entry.is_regular_file() && entry.path().extension() != ".json") files.push_back({entry.path(), bytes_of(entry.path())});
  return argc > 3 ? measure(files, nc::parse_int(argv[3]).value_or(1)) : write_all(files, argv[2]);
}
