// The fuzz targets as tests: every input of the corpora, and thousands of inputs made from them, under the sanitizers of ./test.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#define NC_FUZZ_TARGETS(X) X(amount) X(quantity) X(date) X(period) X(text) X(request) X(csv) X(xlsx) X(intake) X(list_query) X(site)
#define NC_DECLARE(name) extern "C" int fuzz_##name(const std::uint8_t* data, std::size_t size);
NC_FUZZ_TARGETS(NC_DECLARE)

namespace {

struct Target {
  const char* name;
  int (*run)(const std::uint8_t*, std::size_t);
  int rounds;  ///< inputs made from each seed
};

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Bytes flipped, cut, doubled, joined with another seed, or sprinkled with what parsers stumble over. The same each time.
std::string changed(const std::string& seed, const std::string& other, std::mt19937& dice) {
  static const char* const k_stumbling[] = {"%00", "\r\n", "&", "=", "../", "\xC0\xAF", "\xF0\x9F\x98\x80", "99999999999999999999", "-1", "'", "\"><script>", "..", "%", "|", "\xCC\x81"};
  std::string out = seed;
  for (int times = 1 + static_cast<int>(dice() % 3); times > 0; --times) {
    const std::size_t at = out.empty() ? 0 : dice() % out.size();
    switch (dice() % 5) {
      case 0: if (!out.empty()) out[at] = static_cast<char>(dice()); break;
      case 1: out.resize(at); break;
      case 2: out += out.substr(at, 64); break;
      case 3: out = out.substr(0, at) + (other.empty() ? "" : other.substr(dice() % other.size())); break;
      default: out.insert(at, k_stumbling[dice() % std::size(k_stumbling)]);
    }
    if (out.size() > 64 * 1024) out.resize(64 * 1024);
  }
  return out;
}

class Corpora : public testing::TestWithParam<Target> {};

TEST_P(Corpora, no_input_breaks_a_promise) {
  const Target& t = GetParam();
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(NHIPCAU_SOURCE_DIR) / "tests/fuzz/corpus" / t.name)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  ASSERT_FALSE(files.empty());
  std::mt19937 dice(20260615);
  std::vector<std::string> seeds;
  for (const auto& file : files) seeds.push_back(read(file));
  const auto run = [&](const std::string& input) { EXPECT_EQ(t.run(reinterpret_cast<const std::uint8_t*>(input.data()), input.size()), 0); };
  for (const std::string& seed : seeds) run(seed);
  for (const std::string& seed : seeds)
    for (int i = 0; i < t.rounds; ++i) run(changed(seed, seeds[dice() % seeds.size()], dice));
}

#define NC_TARGET(name, rounds) Target{#name, fuzz_##name, rounds}
INSTANTIATE_TEST_SUITE_P(Fuzz, Corpora,
                         testing::Values(NC_TARGET(amount, 200), NC_TARGET(quantity, 200), NC_TARGET(date, 200), NC_TARGET(period, 200), NC_TARGET(text, 200), NC_TARGET(request, 400), NC_TARGET(csv, 100),
                                         NC_TARGET(xlsx, 60), NC_TARGET(intake, 10), NC_TARGET(list_query, 60), NC_TARGET(site, 15)),
                         [](const testing::TestParamInfo<Target>& one) { return std::string(one.param.name); });

}  // namespace
