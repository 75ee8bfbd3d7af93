// Prints how well annotated articles are read: read_score FOLDER [-v]; by article, by kind, together. `-v` lists what
// went wrong.
#include <cstdio>
#include <string_view>

#include "reading/score.h"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "read_score FOLDER [-v]\n");
    return 2;
  }
  const auto print = [](const char* name, const nc::intake::Tally& t) {
    std::printf("%-20s expected %4zu found %4zu right %4zu  precision %.3f recall %.3f F1 %.3f\n", name, t.expected,
                t.found, t.right, t.precision(), t.recall(), t.f1());
  };
  const bool verbose = argc > 2 && std::string_view(argv[2]) == "-v";
  nc::intake::Tally all;
  std::map<std::string, nc::intake::Tally> kinds;
  for (const auto& annotation : nc::intake::annotations_of(argv[1])) {
    const auto score = nc::intake::score_article(annotation);
    print(annotation.stem().c_str(), score.all);
    if (verbose)
      for (const auto& miss : score.misses) std::printf("    %s\n", miss.c_str());
    all += score.all;
    for (const auto& [kind, tally] : score.by_kind) kinds[kind] += tally;
  }
  std::printf("\n");
  for (const auto& [kind, tally] : kinds) print(kind.c_str(), tally);
  print("all", all);
  return 0;
}
