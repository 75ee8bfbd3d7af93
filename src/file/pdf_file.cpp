// The cairo surface behind every PDF that is written here.
#include "file/pdf_file.h"

#include <cairo-pdf.h>

#include <stdexcept>

namespace nc::paper {
namespace {

constexpr const char* k_no_date = "2000-01-01T00:00:00Z";  // the date of a paper is in its text; same paper, same bytes

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int size) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

void PdfFile::Closer::operator()(_cairo_surface* s) const { cairo_surface_destroy(s); }
void PdfFile::Closer::operator()(Canvas* c) const { cairo_destroy(c); }

PdfFile::PdfFile(double width, double height)
    : surface_(cairo_pdf_surface_create_for_stream(append, &out_, width, height)), canvas_(cairo_create(surface_.get())) {}

void PdfFile::describe(const std::string& title, const std::string& author) {
  const auto set = [this](cairo_pdf_metadata_t what, const std::string& value) {
    cairo_pdf_surface_set_metadata(surface_.get(), what, value.c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, title);
  set(CAIRO_PDF_METADATA_AUTHOR, author);
  set(CAIRO_PDF_METADATA_CREATOR, "Nhịp Cầu");
  set(CAIRO_PDF_METADATA_CREATE_DATE, k_no_date);
  set(CAIRO_PDF_METADATA_MOD_DATE, k_no_date);
}

void PdfFile::page_size(double width, double height) { cairo_pdf_surface_set_size(surface_.get(), width, height); }
void PdfFile::end_page() { cairo_show_page(canvas_.get()); }

std::string PdfFile::finish() {
  cairo_surface_finish(surface_.get());
  if (cairo_surface_status(surface_.get()) != CAIRO_STATUS_SUCCESS || cairo_status(canvas_.get()) != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error("cairo could not write the PDF");
  return std::move(out_);
}

}  // namespace nc::paper
