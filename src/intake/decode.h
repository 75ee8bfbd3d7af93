// From the bytes of a file to Unicode text, and from there to one spelling with a map back.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace nc::intake {

/// Text as it is kept: all offsets of evidence count its code points.
struct Stored {
  std::string text;      ///< UTF-8
  std::string format;    ///< text, html, docx, odt, pdf
  std::string encoding;  ///< of plain text and web pages
};

/// Bytes of a text file to UTF-8, nothing else changed (line ends, normal form and a byte order mark stay).
/// Knows UTF-8, UTF-16 and UTF-32 (with or without mark), windows-1258, and the fonts of before Unicode, TCVN3 (ABC) and
/// VNI-Windows, also when they were saved as UTF-8 ("Liªn hiÖp"). Which one it is, is decided by how many of the
/// words are Vietnamese. Refuses what reads as none of them.
Result<Stored> decode_text(std::string_view bytes);

/// Looks at content and file name: text, web page, .docx, .odt, .pdf.
Result<Stored> decode_file(std::string_view bytes, std::string_view name);

/// `stored` in one spelling: NFC, Đ for the Icelandic Ð, plain blanks, \n as line end, nothing invisible, tone marks in the
/// modern place (hòa, not hoà).
struct Normal {
  std::string text;  ///< UTF-8
  /// For each byte of `text` the code point of `stored` it comes from; one entry more at the end.
  std::vector<std::uint32_t> origin;
};
Normal normalise(std::string_view stored);

/// Parts of decode_file, testable alone. Each returns text with a line for each paragraph.
Result<std::string> text_of_html(std::string_view bytes);
Result<std::string> text_of_docx(std::string_view bytes);
Result<std::string> text_of_odt(std::string_view bytes);
Result<std::string> text_of_pdf(std::string_view bytes);

/// How much of a text is Vietnamese or English: share of its words that are very common in either, 0 to 1.
double familiar(std::string_view utf8);

}  // namespace nc::intake
