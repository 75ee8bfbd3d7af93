// Reads an XML part of an archive node by node in constant memory (libxml2, no network, no DTD).
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "file/zip_file.h"

namespace nc {

class XmlReader {
 public:
  explicit XmlReader(ZipPart part);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  enum class Node { start, end, text, done };
  /// The next node of interest. An empty element gives start and then end.
  Result<Node> next();
  /// Name without prefix of the element at start or end.
  std::string_view name() const;
  /// Text of a text node.
  std::string_view text() const;
  /// Attribute by its name without prefix, "" when absent. Valid at start.
  std::string attribute(const char* name) const;
  int depth() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nc
