// Decoding and encoding with libjpeg-turbo, libpng and libwebp; each gives errors as values, and what they allocate is freed here.
#include "app/evidence/redraw.h"

#include <png.h>
#include <turbojpeg.h>
#include <webp/decode.h>
#include <webp/encode.h>

#include <memory>
#include <mutex>
#include <vector>

#include "app/evidence/picture.h"

namespace nc::app {
namespace {

using Pixels = std::vector<unsigned char>;

tl::unexpected<Problem> broken() {
  return refuse(Code::invalid, Text("Không đọc được ảnh này. Mở ảnh, lưu lại rồi gửi lại.", "This picture can't be read. Open it, save it again and send it anew."), "file");
}

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

/// EXIF orientation 1-8 of a JPEG; 1 when there is none.
int orientation_of(std::string_view in) {
  const auto at = in.substr(0, 65'536).find(std::string_view("Exif\0\0", 6));
  if (at == std::string_view::npos) return 1;
  const std::string_view tiff = in.substr(at + 6, 4096);
  if (tiff.size() < 14) return 1;
  const bool little = tiff.starts_with("II");
  const auto number = [&](std::size_t from, std::size_t n) {
    std::size_t out = 0;
    for (std::size_t i = 0; i < n && from + n <= tiff.size(); ++i) out = out << 8U | static_cast<unsigned char>(tiff[little ? from + n - 1 - i : from + i]);
    return out;
  };
  const std::size_t directory = number(4, 4);
  if (directory + 2 > tiff.size()) return 1;
  for (std::size_t i = 0, n = number(directory, 2); i < n && directory + 14 + 12 * i <= tiff.size(); ++i)
    if (const std::size_t entry = directory + 2 + 12 * i; number(entry, 2) == 0x0112) {
      const auto value = static_cast<int>(number(entry + 8, 2));
      return value >= 1 && value <= 8 ? value : 1;
    }
  return 1;
}

/// Turns and mirrors so that the picture stands upright without its orientation mark.
void set_upright(Pixels& pixels, int& width, int& height, int bytes_each, int orientation) {
  if (orientation == 1) return;
  const bool swaps = orientation >= 5;
  const int w = swaps ? height : width, h = swaps ? width : height;
  Pixels out(pixels.size());
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x) {
      int sx = swaps ? y : x, sy = swaps ? x : y;
      if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) sx = width - 1 - sx;
      if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) sy = height - 1 - sy;
      const auto from = (static_cast<std::size_t>(sy) * static_cast<std::size_t>(width) + static_cast<std::size_t>(sx)) * static_cast<std::size_t>(bytes_each);
      const auto to = (static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x)) * static_cast<std::size_t>(bytes_each);
      for (int b = 0; b < bytes_each; ++b) out[to + static_cast<std::size_t>(b)] = pixels[from + static_cast<std::size_t>(b)];
    }
  pixels = std::move(out);
  width = w;
  height = h;
}

struct EndTurbo { void operator()(void* handle) const { tjDestroy(handle); } };
using Turbo = std::unique_ptr<void, EndTurbo>;

Result<std::string> redrawn_jpeg(std::string_view in) {
  constexpr int k_quality = 92;
  const Turbo reader(tjInitDecompress()), writer(tjInitCompress());
  int width = 0, height = 0, sampling = 0, colours = 0;
  if (!reader || !writer || tjDecompressHeader3(reader.get(), raw(in), in.size(), &width, &height, &sampling, &colours) != 0) return broken();
  const int format = colours == TJCS_GRAY ? TJPF_GRAY : colours == TJCS_CMYK || colours == TJCS_YCCK ? TJPF_CMYK : TJPF_RGB;
  const int each = tjPixelSize[format];
  Pixels pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(each));
  const int done = tjDecompress2(reader.get(), raw(in), in.size(), pixels.data(), width, 0, height, format, TJFLAG_LIMITSCANS);
  if (done != 0 && tjGetErrorCode(reader.get()) != TJERR_WARNING) return broken();
  set_upright(pixels, width, height, each, orientation_of(in));
  unsigned char* made = nullptr;
  unsigned long size = 0;
  const int kept_sampling = format == TJPF_GRAY ? TJSAMP_GRAY : sampling < 0 || sampling == TJSAMP_GRAY ? TJSAMP_444 : sampling;
  const bool fine = tjCompress2(writer.get(), pixels.data(), width, 0, height, format, &made, &size, kept_sampling, k_quality, 0) == 0;
  std::string out;
  if (fine) out.assign(reinterpret_cast<const char*>(made), size);
  tjFree(made);
  if (!fine) return broken();
  return out;
}

Result<std::string> redrawn_png(std::string_view in) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, in.data(), in.size())) return broken();
  // Eight bits a colour; what was a palette stays within the colours it had.
  image.format &= ~static_cast<png_uint_32>(PNG_FORMAT_FLAG_LINEAR | PNG_FORMAT_FLAG_COLORMAP | PNG_FORMAT_FLAG_BGR | PNG_FORMAT_FLAG_AFIRST);
  Pixels pixels(PNG_IMAGE_SIZE(image));
  const bool read = png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) != 0;
  png_alloc_size_t size = 0;
  std::string out;
  bool fine = read && png_image_write_get_memory_size(image, size, 0, pixels.data(), 0, nullptr);
  if (fine) {
    out.resize(size);
    fine = png_image_write_to_memory(&image, out.data(), &size, 0, pixels.data(), 0, nullptr) != 0;
    out.resize(size);
  }
  png_image_free(&image);
  if (!fine) return broken();
  return out;
}

Result<std::string> redrawn_webp(std::string_view in) {
  constexpr float k_quality = 90;
  WebPBitstreamFeatures what{};
  if (WebPGetFeatures(raw(in), in.size(), &what) != VP8_STATUS_OK) return broken();
  if (what.has_animation) return std::string(in);
  int width = 0, height = 0;
  const std::unique_ptr<uint8_t, decltype(&WebPFree)> pixels(WebPDecodeRGBA(raw(in), in.size(), &width, &height), &WebPFree);
  if (!pixels) return broken();
  uint8_t* made = nullptr;
  const std::size_t size = what.format == 2 ? WebPEncodeLosslessRGBA(pixels.get(), width, height, width * 4, &made) : WebPEncodeRGBA(pixels.get(), width, height, width * 4, k_quality, &made);
  std::string out(reinterpret_cast<const char*>(made), size);
  WebPFree(made);
  if (out.empty()) return broken();
  return out;
}

/// Takes comments and application data out of a GIF, but for the one that says how often it repeats.
Result<std::string> without_gif_texts(std::string_view in) {
  if (in.size() < 14) return broken();
  const auto table = [](unsigned char flags) { return flags & 0x80U ? std::size_t{3} << ((flags & 7U) + 1) : std::size_t{0}; };
  std::size_t at = 13 + table(static_cast<unsigned char>(in[10]));
  if (at > in.size()) return broken();
  std::string out(in.substr(0, at));
  const auto blocks_end = [&](std::size_t from) {
    while (from < in.size() && in[from] != 0) from += 1 + static_cast<unsigned char>(in[from]);
    return from + 1;
  };
  while (at < in.size()) {
    const char mark = in[at];
    if (mark == ';') return out + ';';
    std::size_t end = 0;
    bool keep = true;
    if (mark == '!' && at + 2 < in.size()) {
      const auto label = static_cast<unsigned char>(in[at + 1]);
      end = blocks_end(at + 2);
      keep = label == 0xF9 || (label == 0xFF && in.substr(at + 3, 11) == "NETSCAPE2.0");
    } else if (mark == ',' && at + 10 < in.size()) {
      end = blocks_end(at + 10 + table(static_cast<unsigned char>(in[at + 9])) + 1);
    } else {
      return broken();
    }
    if (end > in.size()) return broken();
    if (keep) out.append(in.substr(at, end - at));
    at = end;
  }
  return broken();
}

}  // namespace

Result<std::string> redrawn(std::string_view bytes, std::string_view media_type) {
  static std::mutex one_at_a_time;
  NC_TRY(clean, without_hidden_data(bytes, media_type));  // refuses what is too large before anything is decoded
  const std::lock_guard lock(one_at_a_time);
  if (media_type == "image/jpeg") return redrawn_jpeg(bytes);
  if (media_type == "image/png") return redrawn_png(clean);
  if (media_type == "image/webp") return redrawn_webp(clean);
  if (media_type == "image/gif") return without_gif_texts(bytes);
  return clean;
}

}  // namespace nc::app
