// Blocks of a paper as pieces of a flow.
#pragma once
#include "file/paper_plan.h"
#include "file/pdf_flow.h"

namespace nc::paper {

/// The flow of section `index` (0: head, title, body and signature block; others: annexes).
/// `page_height_pt` is the height of the text area: rows taller than that are split.
Flow flow_of(const Ready& ready, const Plan& plan, std::size_t index, double page_height_pt);

}  // namespace nc::paper
