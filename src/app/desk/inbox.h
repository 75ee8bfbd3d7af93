// Files that come to the desk from folders: named on the command line, or put into the inbox of the data folder.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "app/desk/take.h"

namespace nc::app {

class Program;

/// Does the name end like something the desk reads (.txt, .html, .docx, .odt, .pdf, feeds)?
bool is_readable_kind(const std::filesystem::path& file);
/// The articles of a file (one, or those of a feed), each taken in a change of its own, so that one that is refused stops no other.
/// `article` says what is known of all of them: about, source, day.
std::vector<Result<Taken>> take_file(Program& program, const Actor& actor, const std::filesystem::path& file, NewArticle article);

/// What one look into the inbox did.
struct InboxRun {
  int read = 0, refused = 0;
};
/// Reads `inbox/<code of an organisation>/*` for the desk of that organisation. A file that was read moves to the folder "da-doc"
/// beside it; one that can't be read to "khong-doc-duoc", with a text beside it that says why. Files changed within the last half
/// minute wait: somebody may still be writing them. At most 50 files a look.
InboxRun look_into_inbox(Program& program, const std::filesystem::path& inbox);

}  // namespace nc::app
