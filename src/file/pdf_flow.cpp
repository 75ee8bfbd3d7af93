// Places the pieces of a flow on pages.
#include "file/pdf_flow.h"

namespace nc::paper {
namespace {

constexpr double k_slack = 0.01;  // points; sums of line heights are not exact

class Pager {
 public:
  Pager(const Flow& flow, double height) : flow_(flow), height_(height), pages_(1) {}

  std::vector<Page> run() {
    const auto& pieces = flow_.pieces;
    for (std::size_t i = 0; i < pieces.size();) {
      std::size_t end = i;
      double sum = pieces[i].height;
      while (pieces[end].keep_next && end + 1 < pieces.size()) {
        ++end;
        sum += pieces[end].before + pieces[end].height;
      }
      const bool fits_a_page = sum <= height_ + k_slack;
      if (fits_a_page && y_ > 0 && y_ + pieces[i].before + sum > height_ + k_slack) turn();
      for (; i <= end; ++i) place(pieces[i]);
    }
    return std::move(pages_);
  }

 private:
  void turn() {
    pages_.emplace_back();
    y_ = 0;
  }

  void put(const Piece& piece) {
    if (y_ > 0) y_ += piece.before;
    pages_.back().push_back({&piece, y_});
    y_ += piece.height;
  }

  void place(const Piece& piece) {
    if (y_ > 0 && y_ + piece.before + piece.height > height_ + k_slack) turn();
    if (y_ == 0 && piece.table >= 0 && !piece.head) {
      for (const auto& head : flow_.heads[static_cast<std::size_t>(piece.table)]) put(head);
    }
    put(piece);
  }

  const Flow& flow_;
  double height_, y_ = 0;
  std::vector<Page> pages_;
};

}  // namespace

std::vector<Page> paginate(const Flow& flow, double page_height) { return Pager(flow, page_height).run(); }

}  // namespace nc::paper
