// A certificate to hang on a wall: one A4 page across, with a frame, the national title and the name in large letters.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace nc::paper {

/// What a certificate says, from the top down. What is empty is left out and the rest closes up. Words in English stand small below the
/// Vietnamese ones.
struct Diploma {
  std::string issuer, issuer_en;     ///< in full, upper case: "LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ THÀNH PHỐ CẦN THƠ"
  std::string title, title_en;       ///< "GIẤY CHỨNG NHẬN"
  std::string opening;               ///< "Chứng nhận", "Tặng"
  std::string name;                  ///< as it is written; smaller when it is long, never cut
  std::string about;                 ///< "Lớp 8A, Trường THCS Thử Nghiệm"
  std::string deed;                  ///< "đã đạt"
  std::string honour;                ///< "GIẢI NHẤT"
  std::vector<std::string> reason;   ///< for what, each on lines of its own
  std::string reason_en;
  std::string number;                ///< "Số: 12/GCN-LHHN"; blanks for the clerk as in papers
  std::string decision;              ///< "Quyết định số 12/QĐ-LHHN ngày 05/6/2026"
  std::string place_date;
  std::vector<std::string> authority;
  std::string signer;
  std::string stamp;                 ///< "BẢN MẪU" on certificates of made-up people
};

/// PDF. The national name and motto stand above the issuer, as on certificates of merit (Decree 98/2023) and as Decree 30/2020 writes
/// them: the motto underlined over its own width. Refuses with Code::unsupported when no face with Vietnamese letters is installed.
Result<std::string> diploma_pdf(const Diploma& diploma);

}  // namespace nc::paper
