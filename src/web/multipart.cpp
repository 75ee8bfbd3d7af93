// Bodies of multipart/form-data (RFC 7578) as browsers send them.
#include <algorithm>
#include <functional>

#include "base/fold.h"
#include "web/ascii.h"
#include "web/decode.h"

namespace nc::web {
namespace {

constexpr std::size_t k_max_part_header = 8 * 1024;
constexpr std::size_t k_max_uploads = 200;

tl::unexpected<Problem> broken_body() {
  return refuse(Code::invalid, Text("Biểu mẫu gửi lên bị cắt giữa chừng hoặc bị hỏng. Gửi lại biểu mẫu.",
                                    "The form arrived cut short or damaged. Send it again."));
}

tl::unexpected<Problem> not_utf8() {
  return refuse(Code::invalid, Text("Chữ trong biểu mẫu hoặc tên tệp không phải UTF-8. Gõ lại chữ, hoặc đổi tên tệp.",
                                    "Text in the form or a file name is not UTF-8. Type it again or rename the file."));
}

/// Browsers write a double quote in names as %22 and line ends as %0D %0A; nothing else is escaped.
std::string unescaped_name(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view three = text.substr(i, 3);
    const bool escape = three == "%22" || three == "%0D" || three == "%0A";
    if (escape)
      out += three == "%22" ? '"' : ' ';
    else
      out += text[i];
    if (escape) i += 2;
  }
  return out;
}

/// Name without the folders that some clients send with it.
std::string bare_filename(const std::string& sent) {
  const auto slash = sent.find_last_of("/\\");
  std::string name = mended(slash == std::string::npos ? sent : sent.substr(slash + 1));
  std::erase(name, '\n');
  return name;
}

struct PartHead {
  std::string name, filename, content_type;
  bool is_file = false;
};

/// filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf (RFC 5987); "" when it is not there or in another charset.
std::string extended_filename(std::string_view disposition) {
  const std::string sent = header_parameter(disposition, "filename*");
  if (sent.size() < 7 || !same_no_case(std::string_view(sent).substr(0, 7), "utf-8''")) return {};
  return percent_decoded(std::string_view(sent).substr(7), false).value_or("");
}

Result<PartHead> read_disposition(std::string_view value) {
  PartHead head;
  if (!same_no_case(trimmed(value.substr(0, value.find(';'))), "form-data")) return broken_body();
  head.name = unescaped_name(header_parameter(value, "name"));
  head.is_file = value.find("filename") != std::string_view::npos;
  std::string filename = extended_filename(value);
  if (filename.empty()) filename = unescaped_name(header_parameter(value, "filename"));
  if (!is_utf8(head.name) || !is_utf8(filename)) return not_utf8();
  if (head.name.empty() || head.name.find('\0') != std::string::npos) return broken_body();
  head.filename = bare_filename(filename);
  return head;
}

Result<PartHead> read_part_head(std::string_view lines) {
  PartHead head;
  bool disposed = false;
  std::string content_type;
  while (!lines.empty()) {
    const auto end = lines.find("\r\n");
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 2);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return broken_body();
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (same_no_case(name, "content-type")) content_type = value;
    if (!same_no_case(name, "content-disposition")) continue;
    if (disposed) return broken_body();
    NC_TRY(read, read_disposition(value));
    head = std::move(read);
    disposed = true;
  }
  if (!disposed) return broken_body();
  head.content_type = std::move(content_type);
  return head;
}

Result<bool> keep_part(Multipart& out, PartHead head, std::string_view content) {
  if (head.is_file) {
    // A file control where nothing was chosen arrives as a file with no name and no bytes.
    if (head.filename.empty() && content.empty()) return true;
    if (out.uploads.size() == k_max_uploads) {
      return refuse(Code::too_large, Text("Mỗi lần gửi được nhiều nhất 200 tệp. Chia ra nhiều lần gửi.",
                                          "At most 200 files can be sent at once. Send them in several goes."));
    }
    out.uploads.push_back(
        {std::move(head.name), std::move(head.filename), std::move(head.content_type), std::string(content)});
    return true;
  }
  if (content.find('\0') != std::string_view::npos) return broken_body();
  if (!is_utf8(content)) return not_utf8();
  if (out.fields.items().size() == k_max_fields) {
    return refuse(Code::too_large,
                  Text("Biểu mẫu có quá nhiều ô: tối đa 5.000.", "The form has too many fields: 5,000 at most."));
  }
  out.fields.add(std::move(head.name), std::string(content));
  return true;
}

}  // namespace

std::string header_parameter(std::string_view header, std::string_view name) {
  std::size_t at = header.find(';');
  while (at < header.size()) {
    ++at;
    while (at < header.size() && (header[at] == ' ' || header[at] == '\t')) ++at;
    const std::size_t key_at = at;
    while (at < header.size() && header[at] != '=' && header[at] != ';') ++at;
    const bool wanted = same_no_case(trimmed(header.substr(key_at, at - key_at)), name);
    if (at >= header.size() || header[at] == ';') continue;
    ++at;
    std::string value;
    if (at < header.size() && header[at] == '"') {
      for (++at; at < header.size() && header[at] != '"'; ++at) {
        // Only \" is an escape: old clients send whole Windows paths with single backslashes.
        if (header[at] == '\\' && at + 1 < header.size() && header[at + 1] == '"') ++at;
        value += header[at];
      }
      at = header.find(';', at);
    } else {
      const std::size_t end = std::min(header.find(';', at), header.size());
      value = trimmed(header.substr(at, end - at));
      at = end;
    }
    if (wanted) return value;
  }
  return {};
}

Result<Multipart> multipart_parts(std::string_view content_type, std::string_view body) {
  Multipart out;
  const std::string boundary = header_parameter(content_type, "boundary");
  if (boundary.empty() || boundary.size() > 70) return broken_body();
  const std::string first = "--" + boundary;
  const std::string next = "\r\n" + first;
  const std::boyer_moore_horspool_searcher find_next(next.begin(), next.end());

  const auto preamble = body.starts_with(first) ? 0 : body.find(next);
  if (preamble == std::string_view::npos) return broken_body();
  body.remove_prefix(preamble + (preamble == 0 && body.starts_with(first) ? first.size() : next.size()));
  while (!body.starts_with("--")) {
    const auto line_end = body.find("\r\n");
    if (line_end == std::string_view::npos || !trimmed(body.substr(0, line_end)).empty()) return broken_body();
    body.remove_prefix(line_end);  // keeps this CRLF: a part without any header starts with an empty line
    const auto head_end = body.substr(0, k_max_part_header).find("\r\n\r\n");
    if (head_end == std::string_view::npos || head_end == 0) return broken_body();
    NC_TRY(head, read_part_head(body.substr(2, head_end - 2)));
    body.remove_prefix(head_end + 2);  // keeps the CRLF of the empty line: an empty content is directly the boundary
    const auto content_end = std::search(body.begin(), body.end(), find_next);
    if (content_end == body.end()) return broken_body();
    const auto length = static_cast<std::size_t>(content_end - body.begin());
    NC_CHECKED(kept, keep_part(out, std::move(head), length < 2 ? std::string_view() : body.substr(2, length - 2)));
    body.remove_prefix(length + next.size());
  }
  return out;
}

}  // namespace nc::web
