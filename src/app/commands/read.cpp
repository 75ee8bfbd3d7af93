// nhipcau read: candidate facts of an article or office file, without a database.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/commands/commands.h"
#include "intake/intake.h"

namespace nc::app {
namespace {

void print_plain(const intake::Article& article) {
  std::printf("%s\n%s · %s\n", article.title.c_str(), article.published.iso().c_str(), article.publisher_org.c_str());
  for (const auto& fact : article.facts) {
    std::printf("\n%s (%s)\n", std::string(intake::code(fact.kind)).c_str(), std::string(intake::code(fact.status)).c_str());
    for (const auto span : fact.evidence) std::printf("  “%s”\n", article.quote(span).c_str());
  }
}

}  // namespace

int run_read(const Common& common, const ReadOptions& options) {
  std::ifstream in(options.file, std::ios::binary);
  if (!in) {
    return refused({Code::not_found, Message("Không mở được tệp “" + options.file + "”.", "The file “" + options.file + "” can't be opened."), {}});
  }
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  intake::Hints hints;
  if (!options.published.empty()) {
    const auto day = parse_date(options.published);
    if (!day) return refused(day.error());
    hints.published = *day;
  }
  const auto article = intake::read(bytes, options.file, hints);
  if (!article) return refused(article.error());
  if (common.json) {
    std::printf("%s\n", intake::to_json(*article).c_str());
  } else {
    print_plain(*article);
  }
  return 0;
}

}  // namespace nc::app
