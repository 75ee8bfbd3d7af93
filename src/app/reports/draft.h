// Drafting a report from the registers: what is known becomes sentences, what is missing becomes hints.
#pragma once
#include <string>
#include <vector>

#include "app/reports/words.h"
#include "document/document.h"

namespace nc::app {

/// Something the writer should know and the paper does not say: figures without records, records without a day, words that
/// a source uses and the registers can't prove.
struct Hint {
  Message text;
  std::string href;  ///< where to mend it, or ""
};

struct Drafted {
  doc::Document document;
  std::vector<Hint> hints;
  doc::Look seen;    ///< what each figure is now
};

/// Drafts the whole paper. `kind` is one of report_kinds(); `cutoff` may be no date. Figures are evaluated once and stand
/// in the tokens as printed now. The same office gives the same words each time.
Result<Drafted> draft_report(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const std::string& kind, const std::string& org,
                             const Period& period, Date cutoff = {});
/// The report's name in lists: "Báo cáo 6 tháng đầu năm 2022".
std::string report_title(const std::string& kind, const Period& period);
/// The same in both languages: "Report of the first six months of 2022".
Said report_title_said(const std::string& kind, const Period& period);

}  // namespace nc::app
