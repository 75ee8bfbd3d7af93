// What people send: kinds by their bytes, room for files and organisations, pictures without a place, and the quarantine with a
// scanner that speaks clamd's protocol.
#include <gtest/gtest.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <turbojpeg.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstring>
#include <fstream>
#include <thread>

#include "app/evidence/redraw.h"
#include "app/evidence/scanner.h"
#include "app/evidence/uploads.h"
#include "app/program.h"
#include "support/two_offices.h"

namespace nc::test {
namespace {

using namespace std::string_literals;

/// The harmless file that scanners take for a virus, in two halves so that no scanner takes this source for one.
const std::string k_eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-"s + "ANTIVIRUS-TEST-FILE!$H+H*";

/// A program that answers as clamd does: zPING, zVERSION and zINSTREAM with lengths in network order, a limit on the stream.
class Clamd {
 public:
  explicit Clamd(std::size_t limit = 25 * 1024 * 1024) : path_((scratch() / ("clamd" + std::to_string(++count_) + ".ctl")).string()), limit_(limit) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path_.data(), path_.size());
    listening_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0 || ::listen(listening_, 8) != 0) throw std::runtime_error("clamd: no socket");
    thread_ = std::thread([this] {
      for (int fd = ::accept(listening_, nullptr, nullptr); fd >= 0; fd = ::accept(listening_, nullptr, nullptr)) {
        serve(fd);
        ::close(fd);
      }
    });
  }
  ~Clamd() { stop(); }
  Clamd(const Clamd&) = delete;
  Clamd& operator=(const Clamd&) = delete;
  void stop() {
    if (listening_ < 0) return;
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
    listening_ = -1;
    ::unlink(path_.c_str());
  }
  std::string address() const { return "unix:" + path_; }
  int scans() const { return scans_; }

 private:
  static bool take(int fd, char* to, std::size_t n) {
    for (std::size_t at = 0; at < n;) {
      const auto got = ::recv(fd, to + at, n - at, 0);
      if (got <= 0) return false;
      at += static_cast<std::size_t>(got);
    }
    return true;
  }
  static void say(int fd, std::string words) {
    words += '\0';
    (void)!::send(fd, words.data(), words.size(), MSG_NOSIGNAL);
  }
  void serve(int fd) {
    std::string command;
    for (char c = 0; command.size() < 32 && take(fd, &c, 1) && c != '\0';) command += c;
    if (command == "zPING") return say(fd, "PONG");
    if (command != "zINSTREAM") return say(fd, "UNKNOWN COMMAND");
    std::string file;
    for (;;) {
      std::array<char, 4> head{};
      if (!take(fd, head.data(), 4)) return;
      std::uint32_t n = 0;
      for (const char c : head) n = n << 8U | static_cast<unsigned char>(c);
      if (n == 0) break;
      if (file.size() + n > limit_) return say(fd, "INSTREAM size limit exceeded. ERROR");
      const std::size_t at = file.size();
      file.resize(at + n);
      if (!take(fd, file.data() + at, n)) return;
    }
    ++scans_;
    say(fd, file.find(k_eicar) != std::string::npos ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
  }

  static inline std::atomic<int> count_ = 0;
  std::string path_;
  std::size_t limit_;
  int listening_ = -1;
  std::atomic<int> scans_ = 0;
  std::thread thread_;
};

/// Puts an address into the environment as the office does, and takes it out again.
class Uses {
 public:
  explicit Uses(const std::string& address) { ::setenv("NHIPCAU_SCANNER", address.c_str(), 1); }
  ~Uses() { ::unsetenv("NHIPCAU_SCANNER"); }
  Uses(const Uses&) = delete;
  Uses& operator=(const Uses&) = delete;
};

/// A small picture: red above, blue below.
std::string jpeg(int width, int height) {
  std::vector<unsigned char> pixels(static_cast<std::size_t>(width * height * 3), 0);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) pixels[static_cast<std::size_t>((y * width + x) * 3 + (y < height / 2 ? 0 : 2))] = 255;
  tjhandle handle = tjInitCompress();
  unsigned char* made = nullptr;
  unsigned long size = 0;
  tjCompress2(handle, pixels.data(), width, 0, height, TJPF_RGB, &made, &size, TJSAMP_444, 95, 0);
  std::string out(reinterpret_cast<const char*>(made), size);
  tjFree(made);
  tjDestroy(handle);
  return out;
}

/// The picture with an EXIF segment that says it lies on its side (orientation 6) and where it was taken.
std::string with_place(const std::string& picture) {
  const std::string tiff = "II*\0\x08\0\0\0\x01\0"s + "\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"s + "\0\0\0\0"s + "GPS 10.0341N 105.7878E"s;
  const std::string body = "Exif\0\0"s + tiff;
  const auto length = static_cast<std::uint16_t>(body.size() + 2);
  return picture.substr(0, 2) + "\xFF\xE1"s + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) + body + picture.substr(2) + "<script>behind the picture</script>";
}

TEST(Redrawing, keeps_pixels_and_nothing_else_and_sets_the_picture_upright) {
  const auto kept = app::redrawn(with_place(jpeg(64, 32)), "image/jpeg");
  ASSERT_TRUE(kept) << kept.error().message.en;
  for (const char* hidden : {"GPS", "Exif", "script"}) EXPECT_EQ(kept->find(hidden), std::string::npos) << hidden;
  tjhandle handle = tjInitDecompress();
  int width = 0, height = 0, sampling = 0, colours = 0;
  tjDecompressHeader3(handle, reinterpret_cast<const unsigned char*>(kept->data()), kept->size(), &width, &height, &sampling, &colours);
  std::vector<unsigned char> pixels(static_cast<std::size_t>(width * height * 3));
  tjDecompress2(handle, reinterpret_cast<const unsigned char*>(kept->data()), kept->size(), pixels.data(), width, 0, height, TJPF_RGB, 0);
  tjDestroy(handle);
  EXPECT_EQ(width, 32);
  EXPECT_EQ(height, 64);
  // Turned a quarter to the right: what was above is at the right.
  const auto at = [&](int x, int y, int c) { return static_cast<int>(pixels[static_cast<std::size_t>((y * width + x) * 3 + c)]); };
  EXPECT_GT(at(28, 32, 0), 200);
  EXPECT_GT(at(3, 32, 2), 200);
}

TEST(Redrawing, refuses_what_only_looks_like_a_picture) {
  EXPECT_FALSE(app::redrawn("\xFF\xD8\xFF\xE0\x00\x04JFnonsense\xFF\xD9"s, "image/jpeg"));
  EXPECT_FALSE(app::redrawn("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x10\0\0\0\x10\x08\x06\0\0\0crc1\0\0\0\x04IDATdatacrc2\0\0\0\0IENDcrc3"s, "image/png"));
  EXPECT_FALSE(app::redrawn("RIFF\x14\0\0\0WEBPVP8 \x04\0\0\0data"s, "image/webp"));
  EXPECT_FALSE(app::redrawn("GIF89a nothing like it", "image/gif"));
  const std::string whole = with_place(jpeg(16, 16));
  for (std::size_t n = 0; n < whole.size(); n += 7) (void)app::redrawn(std::string_view(whole).substr(0, n), "image/jpeg");
}

TEST(Redrawing, takes_texts_out_of_gifs) {
  const std::string gif = "GIF89a\x01\0\x01\0\x80\0\0\xFF\xFF\xFF\0\0\0"s + "!\xFE\x0AGPS 10.03N\0"s + "!\xFF\x0BXMP DataXMP\x03xyz\0"s + ",\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0;"s + "behind";
  const auto kept = app::redrawn(gif, "image/gif");
  ASSERT_TRUE(kept);
  for (const char* hidden : {"GPS", "XMP", "behind"}) EXPECT_EQ(kept->find(hidden), std::string::npos) << hidden;
  EXPECT_TRUE(kept->ends_with(";"));
}

TEST(Scanner, speaks_clamds_protocol) {
  Clamd clamd(200'000);
  EXPECT_EQ(app::scan(clamd.address(), "một tệp lành").verdict, app::Scan::Verdict::clean);
  EXPECT_EQ(app::scan(clamd.address(), std::string(150'000, 'x')).verdict, app::Scan::Verdict::clean) << "several pieces";
  const auto found = app::scan(clamd.address(), std::string(70'000, ' ') + k_eicar);
  EXPECT_EQ(found.verdict, app::Scan::Verdict::infected);
  EXPECT_EQ(found.note, "Eicar-Test-Signature");
  EXPECT_EQ(app::scan(clamd.address(), std::string(300'000, 'x')).verdict, app::Scan::Verdict::failed) << "over the limit is no verdict";
  clamd.stop();
  EXPECT_EQ(app::scan(clamd.address(), "x").verdict, app::Scan::Verdict::failed);
  EXPECT_EQ(app::scan("nonsense", "x").verdict, app::Scan::Verdict::failed);
}

TEST(Scanner, may_be_a_command) {
  const std::string script = (scratch() / "quet.sh").string();
  std::ofstream(script) << "#!/bin/sh\nif grep -q EICAR -; then exit 1; fi\nexit 0\n";
  ::chmod(script.c_str(), 0700);
  EXPECT_EQ(app::scan("command:" + script, "lành").verdict, app::Scan::Verdict::clean);
  EXPECT_EQ(app::scan("command:" + script, k_eicar).verdict, app::Scan::Verdict::infected);
  EXPECT_EQ(app::scan("command:/khong/co", "x").verdict, app::Scan::Verdict::failed);
  EXPECT_EQ(app::scan("command:/bin/sh -c no", "x").verdict, app::Scan::Verdict::failed) << "exit 127";
}

class Uploads : public testing::TestWithParam<db::Engine> {
 protected:
  Uploads() : office(GetParam()) {
    for (auto& p : office.personas("ct")) people[std::string(p.role->code)] = p;
  }
  ~Uploads() override { ::unsetenv("NHIPCAU_SCANNER"); }

  web::Response send(const std::string& role, const std::string& file_name, const std::string& bytes) {
    const auto& who = people.at(role);
    const std::string cookies = "nc_session=" + who.session, edge = "----tep";
    auto page = web::parse_request("GET", "/", {{"host", "localhost"}, {"cookie", cookies}}, "");
    std::string body;
    const std::pair<const char*, std::string> fields[] = {{"csrf", office.site().csrf_token(*page)}, {"register", "delegation"}, {"record", std::to_string(office.record("ct", "delegation"))}, {"title", "Ảnh đoàn " + std::to_string(++sent_)}};
    for (const auto& [name, value] : fields) body += "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    body += "--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file_name + "\"\r\nContent-Type: text/html\r\n\r\n" + bytes + "\r\n--" + edge + "--\r\n";
    auto request = web::parse_request("POST", "/evidence/attach", {{"host", "localhost"}, {"cookie", cookies}, {"content-type", "multipart/form-data; boundary=" + edge}}, body);
    EXPECT_TRUE(request);
    return office.site().handle(std::move(*request));
  }
  std::int64_t last() { return number("SELECT max(id) FROM evidence"); }
  web::Response open(std::int64_t evidence) { return office.ask(people.at("association_officer"), "GET", "/evidence/" + std::to_string(evidence) + "/file"); }
  std::int64_t number(const db::Sql& sql, const db::Params& params = {}) {
    std::int64_t out = 0;
    office.program().database().read([&](db::ReadDb& db) { out = db.integer(sql, params); });
    return out;
  }
  void set(const char* name, const char* value) {
    office.program().database().write([&](db::Tx& tx) {
      app::put_setting(tx, name, value);
      return true;
    });
  }
  std::string safety() { return std::string(office.ask(people.at("administrator"), "GET", "/safety").content()); }

  TwoOffices office;
  std::map<std::string, TwoOffices::Persona> people;
  int sent_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Both, Uploads, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(Uploads, are_what_their_bytes_say_and_lose_their_place) {
  ASSERT_EQ(send("association_officer", "anh.html", with_place(jpeg(40, 30))).status, 303);
  const auto picture = open(last());
  EXPECT_EQ(header(picture, "content-type"), "image/jpeg");
  EXPECT_EQ(header(picture, "content-security-policy").substr(0, 7), "sandbox");
  EXPECT_EQ(header(picture, "x-content-type-options"), "nosniff");
  EXPECT_EQ(std::string(picture.content()).find("GPS"), std::string::npos);
  ASSERT_EQ(send("association_officer", "trang.html", "<script>alert(1)</script>").status, 303) << "a page is text";
  const auto page = open(last());
  EXPECT_EQ(header(page, "content-type"), "text/plain; charset=utf-8");
  EXPECT_TRUE(header(page, "content-disposition").starts_with("attachment"));
  ASSERT_EQ(send("association_officer", "hinh.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>").status, 303);
  EXPECT_TRUE(header(open(last()), "content-disposition").starts_with("attachment"));
  EXPECT_EQ(send("association_officer", "chay.exe", "MZ\x90\0\x03\0\0\0"s).status, 415);
  EXPECT_EQ(send("association_officer", "anh.jpg", "\xFF\xD8\xFF\xE0 broken"s).status, 422);
}

TEST_P(Uploads, names_of_files_do_no_harm_in_headers) {
  ASSERT_EQ(send("association_officer", "báo cáo\\\"; evil=1 ..%2F.pdf", "%PDF-1.4 x").status, 303);
  const std::string name = header(open(last()), "content-disposition");
  EXPECT_EQ(name.find('\r'), std::string::npos);
  EXPECT_EQ(name.find('\n'), std::string::npos);
  EXPECT_NE(name.find("filename*=UTF-8''"), std::string::npos) << name;
}

TEST_P(Uploads, stop_at_the_limits_of_file_organisation_and_store_with_words_that_say_so) {
  const std::string half_mb = "%PDF-1.4 " + std::string(524'288, 'x'), mb_and_half = half_mb + std::string(1'048'576, 'y');
  set("upload.file_mb", "1");
  const auto large = send("association_officer", "to.pdf", mb_and_half);
  EXPECT_EQ(large.status, 413);
  EXPECT_TRUE(shows(large, "lớn hơn mức 1 MB"));
  set("upload.org_mb", "1");
  EXPECT_EQ(send("association_officer", "mot.pdf", half_mb).status, 303);
  const auto full = send("association_officer", "hai.pdf", half_mb + "!");
  EXPECT_EQ(full.status, 413);
  EXPECT_TRUE(shows(full, "Kho tệp của đơn vị"));
  EXPECT_EQ(send("union_specialist", "ba.pdf", half_mb + "!!").status, 303) << "another organisation has its own room";
  set("upload.org_mb", "100");
  set("upload.total_mb", "1");
  EXPECT_EQ(send("union_specialist", "bon.pdf", half_mb + "!!!").status, 413);
}

TEST_P(Uploads, wait_for_the_scanner_and_what_it_finds_is_never_served) {
  Clamd clamd;
  {
    const Uses scanner(clamd.address());
    ASSERT_EQ(send("association_officer", "lanh.txt", "một văn bản lành").status, 303);
    const std::int64_t good = last();
    EXPECT_EQ(open(good).status, 200) << "scanned when it is asked for";
    ASSERT_EQ(send("association_officer", "doc.txt", k_eicar).status, 303);
    const std::int64_t bad = last();
    const auto held = open(bad);
    EXPECT_EQ(held.status, 403);
    EXPECT_TRUE(shows(held, "Eicar-Test-Signature"));
    EXPECT_TRUE(shows(safety(), "1 tệp có mã độc"));
    const int before = clamd.scans();
    EXPECT_EQ(open(bad).status, 403);
    EXPECT_EQ(clamd.scans(), before) << "a verdict stands";
    ASSERT_EQ(send("association_officer", "nua.txt", "một văn bản nữa").status, 303);
    while (app::scan_waiting(office.program().database(), 50) > 0) {
    }
    EXPECT_EQ(number("SELECT count(*) FROM blob WHERE scan IN ('none', 'waiting')"), 0) << "the chore of the server takes the rest";
  }
  clamd.stop();
  const Uses gone(clamd.address());
  ASSERT_EQ(send("association_officer", "cho.txt", "một văn bản gửi lúc máy quét tắt").status, 303);
  const auto waiting = open(last());
  EXPECT_EQ(waiting.status, 409) << "nothing is served without a verdict";
  EXPECT_TRUE(shows(waiting, "chờ quét"));
  EXPECT_TRUE(shows(safety(), "không trả lời"));
}

TEST_P(Uploads, without_a_scanner_the_page_of_safety_says_so) {
  ASSERT_EQ(send("association_officer", "lanh.txt", "một văn bản lành").status, 303);
  EXPECT_EQ(open(last()).status, 200);
  EXPECT_TRUE(shows(safety(), "chưa đặt (NHIPCAU_SCANNER)"));
}

}  // namespace
}  // namespace nc::test
