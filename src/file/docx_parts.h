// Pieces of a Word file: the small vocabulary its writers share.
#pragma once
#include <map>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "file/paper_words.h"

namespace nc::paper::word {

using Node = pugi::xml_node;
using Attributes = std::vector<std::pair<const char*, std::string>>;

/// Millimetres or points as twentieths of a point, the unit of Word.
long twips_of_mm(double mm);
long twips_of_pt(double pt);

/// New last child with attributes.
Node add(Node parent, const char* name, const Attributes& attributes = {});
std::string serialized(const pugi::xml_document& document);
void declare(pugi::xml_document& document);

/// Names of the paragraph styles (w:styleId).
namespace style {
inline constexpr const char *k_body = "LoiVan", *k_part = "Phan", *k_part_title = "TenPhan", *k_heading = "Muc",
                            *k_clause = "Khoan", *k_point = "Diem", *k_item = "Gach", *k_caption = "TenBang",
                            *k_unit = "DonViTinh", *k_note = "GhiChu", *k_cell = "OBang", *k_cell_head = "DauCot",
                            *k_national = "QuocHieu", *k_motto = "TieuNgu", *k_superior = "CoQuanChuQuan",
                            *k_issuer = "CoQuanBanHanh", *k_symbol = "SoKyHieu", *k_about = "VeViec",
                            *k_place = "DiaDanhNgayThang", *k_kind = "TenLoai", *k_subject = "TrichYeu",
                            *k_addressed = "KinhGui", *k_rule = "DuongKe", *k_recipients_title = "NoiNhan",
                            *k_recipient = "NoiNhanDong", *k_authority = "QuyenHan", *k_signer = "HoTen",
                            *k_annex = "PhuLuc", *k_annex_title = "TenPhuLuc", *k_annex_note = "KemTheo",
                            *k_head = "DauTrang", *k_break = "NgatPhan";
}

/// styles.xml for a body size in points.
std::string styles_part(double body_pt, Lang lang);
std::string settings_part(Lang lang);
/// Page head: `first` shows only the stamp, the others the page number too.
std::string header_part(const Paper& paper, bool first, double text_width_mm);
std::string core_part(const Paper& paper);
std::string app_part();

/// Relations of document.xml to other parts and to addresses outside.
class Relations {
 public:
  std::string part(const std::string& type, const std::string& target);
  /// The same address gets the same id.
  std::string link(const std::string& url);
  /// A picture of the file: "media/chart1.png"; returns the id of its relation.
  std::string picture(std::string png);
  const std::vector<std::pair<std::string, std::string>>& pictures() const { return pictures_; }  ///< path in the file, bytes
  std::string serialized() const;

 private:
  struct Relation {
    std::string type, target;
    bool outside;
  };
  std::vector<Relation> items_;
  std::map<std::string, std::string> links_;
  std::vector<std::pair<std::string, std::string>> pictures_;
};

/// document.xml.
struct HeaderIds {
  std::string first, rest, wide_first, wide_rest;
};
std::string document_part(const Ready& ready, const HeaderIds& headers, Relations& relations);
/// The same with nothing but the blocks (each annex on a new page) and, when there is one, the signature: to be put into another file.
/// Figures carry no links.
std::string blocks_part(const Ready& ready);

}  // namespace nc::paper::word
