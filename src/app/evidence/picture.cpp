// Takes the parts out of picture files that say where, when and with what a picture was taken.
#include "app/evidence/picture.h"

#include <algorithm>
#include <cstdint>

namespace nc::app {
namespace {

constexpr std::uint64_t k_most_pixels = 100'000'000;

tl::unexpected<Problem> broken() {
  return refuse(Code::invalid, Text("Tệp ảnh bị hỏng. Mở ảnh, lưu lại rồi gửi lại.", "The picture is damaged. Open it, save it again and send it anew."), "file");
}
tl::unexpected<Problem> too_large() {
  return refuse(Code::too_large, Text("Ảnh lớn hơn 100 triệu điểm. Thu nhỏ ảnh rồi gửi lại.", "The picture has more than 100 million pixels. Make it smaller and send it again."), "file");
}

std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t n) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < n; ++i) out = out << 8U | static_cast<unsigned char>(bytes[at + i]);
  return out;
}
std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t n) {
  std::uint64_t out = 0;
  for (std::size_t i = n; i > 0; --i) out = out << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  return out;
}

bool is_frame(unsigned marker) { return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC; }

/// Keeps JFIF (APP0), the colour profile (APP2) and Adobe's colour transform (APP14); other application data and comments go.
Result<std::string> clean_jpeg(std::string_view in) {
  std::string out(in.substr(0, 2));
  std::size_t at = 2;
  while (at + 4 <= in.size()) {
    if (static_cast<unsigned char>(in[at]) != 0xFF) return broken();
    const auto marker = static_cast<unsigned char>(in[at + 1]);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const std::size_t length = static_cast<std::size_t>(big_endian(in, at + 2, 2));
    if (length < 2 || at + 2 + length > in.size()) return broken();
    if (is_frame(marker)) {
      if (length < 8) return broken();
      if (big_endian(in, at + 5, 2) * big_endian(in, at + 7, 2) > k_most_pixels) return too_large();
    }
    const bool hidden = marker == 0xFE || (marker >= 0xE1 && marker <= 0xEF && marker != 0xE2 && marker != 0xEE);
    if (!hidden) out.append(in.substr(at, 2 + length));
    at += 2 + length;
    if (marker != 0xDA) continue;
    // Scans and what stands between them follow to the last end mark; what hangs behind it goes.
    const auto end = in.rfind("\xFF\xD9");
    if (end == std::string_view::npos || end < at) return broken();
    out.append(in.substr(at, end + 2 - at));
    return out;
  }
  return broken();
}

/// Keeps what draws the picture; texts, times and EXIF go.
Result<std::string> clean_png(std::string_view in) {
  std::string out(in.substr(0, 8));
  std::size_t at = 8;
  while (at + 12 <= in.size()) {
    const std::uint64_t length = big_endian(in, at, 4);
    if (length > in.size() - at - 12) return broken();
    const std::string_view kind = in.substr(at + 4, 4);
    const std::size_t whole = 12 + static_cast<std::size_t>(length);
    if (kind == "IHDR" && (length < 8 || big_endian(in, at + 8, 4) * big_endian(in, at + 12, 4) > k_most_pixels)) return too_large();
    if (kind != "eXIf" && kind != "tEXt" && kind != "zTXt" && kind != "iTXt" && kind != "tIME") out.append(in.substr(at, whole));
    at += whole;
    if (kind == "IEND") return out;
  }
  return broken();
}

Result<std::string> clean_webp(std::string_view in) {
  std::string out(in.substr(0, 12));
  std::size_t at = 12;
  while (at + 8 <= in.size()) {
    const std::string_view kind = in.substr(at, 4);
    const auto length = static_cast<std::size_t>(little_endian(in, at + 4, 4));
    const std::size_t whole = 8 + length + length % 2;
    if (length > in.size() - at - 8) return broken();
    std::string chunk(in.substr(at, std::min(whole, in.size() - at)));
    if (kind == "VP8X" && length >= 10) {
      if ((little_endian(in, at + 12, 3) + 1) * (little_endian(in, at + 15, 3) + 1) > k_most_pixels) return too_large();
      chunk[8] = static_cast<char>(static_cast<unsigned char>(chunk[8]) & ~0x0CU);  // says no more that EXIF and XMP follow
    }
    if (kind != "EXIF" && kind != "XMP ") out += chunk;
    at += whole;
  }
  const std::uint64_t size = out.size() - 8;
  for (std::size_t i = 0; i < 4; ++i) out[4 + i] = static_cast<char>(size >> (8 * i) & 0xFFU);
  return out;
}

}  // namespace

Result<std::string> without_hidden_data(std::string_view bytes, std::string_view media_type) {
  if (media_type == "image/jpeg" && bytes.size() > 4) return clean_jpeg(bytes);
  if (media_type == "image/png" && bytes.size() > 8) return clean_png(bytes);
  if (media_type == "image/webp" && bytes.size() > 12) return clean_webp(bytes);
  return std::string(bytes);
}

}  // namespace nc::app
