// A file that a library writes to and that is gone with its holder.
#pragma once
#include <string>

namespace nc::tables {

class TemporaryFile {
 public:
  /// Throws std::runtime_error when it can't be made.
  TemporaryFile();
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }
  /// Everything in it; throws std::runtime_error when it can't be read back.
  std::string content() const;

 private:
  std::string path_;
};

}  // namespace nc::tables
