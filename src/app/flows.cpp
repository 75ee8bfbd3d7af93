// The flows of all registers that have one.
#include "app/flows.h"

#include "app/activities/public.h"
#include "app/advice/public.h"
#include "app/agreements/public.h"
#include "app/aid/public.h"
#include "app/awards/public.h"
#include "app/campaigns/public.h"
#include "app/compatriots/public.h"
#include "app/conferences/public.h"
#include "app/congresses/public.h"
#include "app/contests/public.h"
#include "app/delegations/public.h"
#include "app/economy/public.h"
#include "app/information/public.h"
#include "app/incoming/public.h"
#include "app/meetings/public.h"
#include "app/members/public.h"
#include "app/organisations/network_act.h"
#include "app/outgoing/public.h"
#include "app/paper_files/public.h"
#include "app/peace/public.h"
#include "app/petitions/public.h"
#include "app/reports/public.h"
#include "app/tasks/public.h"

namespace nc::app {

const flow::Flows& flows() {
  static const flow::Flows all = [] {
    flow::Flows out;
    out.add(delegation_flow());
    out.add(aid_flow());
    out.add(activity_flow());
    out.add(agreement_flow());
    out.add(award_flow());
    out.add(petition_flow());
    out.add(report_flow());
    out.add(filing_flow());
    out.add(directive_flow());
    out.add(task_flow());
    out.add(incoming_flow());
    out.add(outgoing_flow());
    out.add(paper_file_flow());
    out.add(advice_flow());
    out.add(meeting_flow());
    out.add(invitee_flow());
    out.add(contest_flow());
    out.add(conference_flow());
    out.add(opportunity_flow());
    out.add(signature_flow());
    out.add(lead_flow());
    out.add(information_flow());
    out.add(support_flow());
    out.add(congress_flow());
    out.add(member_flow());
    for (const char* one : {"rename", "move", "merge", "split", "dissolve", "revive"}) out.call(one, label(*act_kind(one)));
    out.call("merge_partners", Text("Hợp nhất đối tác", "Merge partners"));
    out.call("renew", Text("Tái ký", "Renew"));
    out.call("score", Text("Chấm điểm", "Score"));
    out.call("advance", Text("Vào vòng sau", "Going on"));
    out.call("confirm", Text("Xác nhận dự thi", "Confirm"));
    out.call("enter", Text("Đăng ký qua trang", "Registered on the page"));
    out.call("open_page", Text("Mở trang đăng ký", "Registration page opened"));
    out.call("close_page", Text("Đóng trang đăng ký", "Registration page closed"));
    out.call("prize", Text("Xếp giải", "Prizes"));
    out.call("personnel", Text("Kiện toàn nhân sự", "Complete personnel"));
    out.call("set_apart", Text("Ghi là không trùng", "Set apart"));
    return out;
  }();
  return all;
}

}  // namespace nc::app
