// The Word file of a paper: its parts put together.
#include "file/docx_parts.h"
#include "file/text_measure.h"
#include "file/zip_file.h"

namespace nc::paper {
namespace {

std::string content_types() {
  pugi::xml_document document;
  word::declare(document);
  auto types =
      word::add(document, "Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
  word::add(types, "Default",
            {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
  word::add(types, "Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
  word::add(types, "Default", {{"Extension", "png"}, {"ContentType", "image/png"}});
  const auto part = [&](const char* name, const char* kind) {
    word::add(types, "Override",
              {{"PartName", name}, {"ContentType", std::string("application/vnd.openxmlformats-") + kind + "+xml"}});
  };
  part("/word/document.xml", "officedocument.wordprocessingml.document.main");
  part("/word/styles.xml", "officedocument.wordprocessingml.styles");
  part("/word/settings.xml", "officedocument.wordprocessingml.settings");
  part("/word/header1.xml", "officedocument.wordprocessingml.header");
  part("/word/header2.xml", "officedocument.wordprocessingml.header");
  part("/word/header3.xml", "officedocument.wordprocessingml.header");
  part("/word/header4.xml", "officedocument.wordprocessingml.header");
  part("/docProps/core.xml", "package.core-properties");
  part("/docProps/app.xml", "officedocument.extended-properties");
  return word::serialized(document);
}

std::string package_relations() {
  pugi::xml_document document;
  word::declare(document);
  auto root =
      word::add(document, "Relationships", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";
  word::add(root, "Relationship",
            {{"Id", "rId1"}, {"Type", office + "officeDocument"}, {"Target", "word/document.xml"}});
  word::add(root, "Relationship",
            {{"Id", "rId2"}, {"Type", package + "core-properties"}, {"Target", "docProps/core.xml"}});
  word::add(root, "Relationship",
            {{"Id", "rId3"}, {"Type", office + "extended-properties"}, {"Target", "docProps/app.xml"}});
  return word::serialized(document);
}

}  // namespace

Result<std::string> docx(const Paper& paper) {
  NC_TRY(made, ready(paper));
  const Paper& p = made.paper;
  const double sides = p.margin_left_mm + p.margin_right_mm;
  word::Relations relations;
  relations.part("styles", "styles.xml");
  relations.part("settings", "settings.xml");
  const word::HeaderIds headers{relations.part("header", "header1.xml"), relations.part("header", "header2.xml"),
                                relations.part("header", "header3.xml"), relations.part("header", "header4.xml")};
  std::string document = word::document_part(made, headers, relations);
  std::vector<std::pair<std::string, std::string>> parts{{"[Content_Types].xml", content_types()},
                   {"_rels/.rels", package_relations()},
                   {"word/document.xml", std::move(document)},
                   {"word/_rels/document.xml.rels", relations.serialized()},
                   {"word/styles.xml", word::styles_part(made.body_pt, p.lang)},
                   {"word/settings.xml", word::settings_part(p.lang)},
                   {"word/header1.xml", word::header_part(p, true, k_page_width - sides)},
                   {"word/header2.xml", word::header_part(p, false, k_page_width - sides)},
                   {"word/header3.xml", word::header_part(p, true, k_page_height - sides)},
                   {"word/header4.xml", word::header_part(p, false, k_page_height - sides)},
                   {"docProps/core.xml", word::core_part(p)},
                   {"docProps/app.xml", word::app_part()}};
  parts.insert(parts.end(), relations.pictures().begin(), relations.pictures().end());
  return zip_pack(parts);
}

}  // namespace nc::paper
