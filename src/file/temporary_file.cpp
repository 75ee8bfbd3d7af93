// Temporary files in the folder that the system has for them.
#include "file/temporary_file.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace nc::tables {

TemporaryFile::TemporaryFile() : path_((std::filesystem::temp_directory_path() / "nhipcau-XXXXXX").string()) {
  const int handle = mkstemp(path_.data());
  if (handle < 0) throw std::runtime_error("can't make a temporary file in " + path_);
  close(handle);
}

TemporaryFile::~TemporaryFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

std::string TemporaryFile::content() const {
  std::ifstream in(path_, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in) throw std::runtime_error("can't read back " + path_);
  return std::move(bytes).str();
}

}  // namespace nc::tables
