// nhipcau report: a report as JSON, HTML, Word or PDF.
#include "app/commands/commands.h"

namespace nc::app {

int run_report(const Common&, const ReportOptions&) {
  return refused({Code::unsupported, Message("Phần soạn báo cáo chưa có trong bản này.", "The report writer is not part of this build yet."), {}});
}

}  // namespace nc::app
