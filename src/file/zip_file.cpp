// libzip behind two small functions.
#include "file/zip_file.h"

#include <zip.h>

#include <stdexcept>

namespace nc {
namespace {

constexpr zip_uint16_t k_dos_date = 0x21, k_dos_time = 0;  // 1980-01-01 00:00, the first day a zip can name

struct Closer {
  void operator()(zip_t* z) const { zip_discard(z); }
  void operator()(zip_source_t* s) const { zip_source_free(s); }
  void operator()(zip_file_t* f) const { zip_fclose(f); }
};
template <class T>
using Held = std::unique_ptr<T, Closer>;

void need(bool ok) {
  if (!ok) throw std::runtime_error("libzip could not write the archive");
}

Problem broken() {
  return {
      Code::invalid,
      Text("Tệp hỏng hoặc không phải tệp Office (.xlsx, .docx): mở bằng Excel hoặc LibreOffice, lưu lại rồi gửi lại",
           "The file is damaged or is not an Office file (.xlsx, .docx): open it in Excel or LibreOffice, save it "
           "again and send it again"),
      {}};
}

Problem too_large() {
  return {Code::too_large,
          Text("Tệp giải nén ra quá lớn: chia thành nhiều tệp nhỏ hơn",
               "The file unpacks to more than the limit: split it into smaller files"),
          {}};
}

}  // namespace

std::string zip_pack(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  Held<zip_source_t> target(zip_source_buffer_create(nullptr, 0, 0, &error));
  need(target != nullptr);
  zip_source_keep(target.get());  // once for the archive, once for reading it back
  Held<zip_t> archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &error));
  need(archive != nullptr);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive.get(), bytes.data(), bytes.size(), 0);
    need(source != nullptr);
    const zip_int64_t index = zip_file_add(archive.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8);
    need(index >= 0);
    const auto at = static_cast<zip_uint64_t>(index);
    // OpenDocument wants its first part readable as it stands.
    need(zip_set_file_compression(archive.get(), at, name == "mimetype" ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 6) == 0);
    need(zip_file_set_dostime(archive.get(), at, k_dos_time, k_dos_date, 0) == 0);
  }
  need(zip_close(archive.get()) == 0);
  static_cast<void>(archive.release());
  need(zip_source_open(target.get()) == 0);
  zip_stat_t stat;
  need(zip_source_stat(target.get(), &stat) == 0);
  std::string out(stat.size, '\0');
  need(zip_source_read(target.get(), out.data(), out.size()) == static_cast<zip_int64_t>(out.size()));
  zip_source_close(target.get());
  return out;
}

struct ZipReader::State {
  Held<zip_t> archive;
  ZipLimits limits;
  std::uint64_t unpacked = 0;
};

Result<ZipReader> ZipReader::open(std::string_view bytes, ZipLimits limits) {
  zip_error_t error;
  zip_error_init(&error);
  Held<zip_source_t> source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
  if (source == nullptr) return tl::make_unexpected(broken());
  Held<zip_t> archive(zip_open_from_source(source.get(), ZIP_RDONLY, &error));
  if (archive == nullptr) return tl::make_unexpected(broken());
  static_cast<void>(source.release());
  if (zip_get_num_entries(archive.get(), 0) > limits.entries) return tl::make_unexpected(too_large());
  auto state = std::make_shared<State>();
  state->archive = std::move(archive);
  state->limits = limits;
  return ZipReader(std::move(state));
}

bool ZipReader::has(const std::string& name) const {
  return zip_name_locate(state_->archive.get(), name.c_str(), 0) >= 0;
}

std::vector<std::string> ZipReader::names() const {
  std::vector<std::string> out;
  const zip_int64_t count = zip_get_num_entries(state_->archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(state_->archive.get(), static_cast<zip_uint64_t>(i), 0)) out.emplace_back(name);
  return out;
}

struct ZipPart::State {
  std::shared_ptr<ZipReader::State> archive;  // keeps the archive open
  Held<zip_file_t> file;
  std::uint64_t unpacked = 0;
};

Result<ZipPart> ZipReader::stream(const std::string& name) {
  zip_t* archive = state_->archive.get();
  const zip_int64_t index = zip_name_locate(archive, name.c_str(), 0);
  if (index < 0) {
    return refuse(Code::not_found,
                  Message("Tệp thiếu phần " + name + ": lưu lại bằng Excel hoặc LibreOffice rồi gửi lại",
                          "The file lacks the part " + name + ": save it again in Excel or LibreOffice"));
  }
  Held<zip_file_t> file(zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0));
  if (file == nullptr) return tl::make_unexpected(broken());
  ZipPart part;
  part.state_ = std::make_shared<ZipPart::State>();
  part.state_->archive = state_;
  part.state_->file = std::move(file);
  return part;
}

int ZipPart::read(char* buffer, int size) {
  const zip_int64_t got = zip_fread(state_->file.get(), buffer, static_cast<zip_uint64_t>(size));
  if (got < 0) {
    problem_ = broken();
    return -1;
  }
  // The size in the directory may lie, so what is really unpacked is counted.
  state_->unpacked += static_cast<std::uint64_t>(got);
  state_->archive->unpacked += static_cast<std::uint64_t>(got);
  const ZipLimits& limits = state_->archive->limits;
  if (state_->unpacked > limits.part_bytes || state_->archive->unpacked > limits.total_bytes) {
    problem_ = too_large();
    return -1;
  }
  return static_cast<int>(got);
}

Result<std::string> ZipReader::read(const std::string& name) {
  NC_TRY(part, stream(name));
  std::string out;
  constexpr int k_step = 1 << 16;
  for (;;) {
    const std::size_t old = out.size();
    out.resize(old + k_step);
    const int got = part.read(out.data() + old, k_step);
    if (got < 0) return tl::make_unexpected(part.problem());
    out.resize(old + static_cast<std::size_t>(got));
    if (got == 0) return out;
  }
}

}  // namespace nc
