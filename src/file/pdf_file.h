// A PDF under way: the surface, its canvas and what readers see of it in the properties.
#pragma once
#include <memory>
#include <string>

#include "file/pdf_flow.h"

struct _cairo_surface;  // NOLINT: cairo's own tag

namespace nc::paper {

class PdfFile {
 public:
  /// Pages begin with this size, in points.
  PdfFile(double width, double height);
  PdfFile(const PdfFile&) = delete;  // cairo writes into this object
  PdfFile& operator=(const PdfFile&) = delete;
  Canvas* canvas() const { return canvas_.get(); }
  _cairo_surface* surface() const { return surface_.get(); }
  void describe(const std::string& title, const std::string& author);
  void page_size(double width, double height);
  void end_page();
  /// The bytes; nothing may be drawn afterwards. Throws when cairo could not write them.
  std::string finish();

 private:
  struct Closer {
    void operator()(_cairo_surface* s) const;
    void operator()(Canvas* c) const;
  };
  std::string out_;
  std::unique_ptr<_cairo_surface, Closer> surface_;
  std::unique_ptr<Canvas, Closer> canvas_;
};

}  // namespace nc::paper
