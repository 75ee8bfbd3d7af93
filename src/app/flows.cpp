// The flows of all registers that have one.
#include "app/flows.h"

#include "app/activities/public.h"
#include "app/agreements/public.h"
#include "app/aid/public.h"
#include "app/awards/public.h"
#include "app/campaigns/public.h"
#include "app/conferences/public.h"
#include "app/contests/public.h"
#include "app/delegations/public.h"
#include "app/meetings/public.h"
#include "app/organisations/network_act.h"
#include "app/outgoing/public.h"
#include "app/peace/public.h"
#include "app/petitions/public.h"
#include "app/reports/public.h"
#include "app/tasks/public.h"

namespace nc::app {

const flow::Flows& flows() {
  static const flow::Flows all = [] {
    flow::Flows out;
    for (const flow::Flow* one : {&delegation_flow(), &aid_flow(), &activity_flow(), &agreement_flow(), &award_flow(), &petition_flow(), &report_flow(), &filing_flow(), &directive_flow(), &task_flow(), &outgoing_flow(), &meeting_flow(), &invitee_flow(), &contest_flow(), &conference_flow()}) out.add(*one);
    for (const flow::Flow* one : {&delegation_flow(), &aid_flow(), &activity_flow(), &agreement_flow(), &award_flow(), &petition_flow(), &report_flow(), &filing_flow(), &directive_flow(), &task_flow(), &outgoing_flow(), &meeting_flow(), &invitee_flow(), &contest_flow()}) out.add(*one);
    out.add(signature_flow());
    for (const flow::Flow* one : {&delegation_flow(), &aid_flow(), &opportunity_flow(), &activity_flow(), &agreement_flow(), &award_flow(), &petition_flow(), &report_flow(), &filing_flow(), &directive_flow(), &task_flow(), &outgoing_flow(), &meeting_flow(), &invitee_flow(), &contest_flow()}) out.add(*one);
    for (const char* one : {"rename", "move", "merge", "split", "dissolve", "revive"}) out.call(one, label(*act_kind(one)));
    out.call("merge_partners", Text("Hợp nhất đối tác", "Merge partners"));
    out.call("renew", Text("Tái ký", "Renew"));
    out.call("score", Text("Chấm điểm", "Score"));
    out.call("advance", Text("Vào vòng sau", "Going on"));
    out.call("confirm", Text("Xác nhận dự thi", "Confirm"));
    out.call("prize", Text("Xếp giải", "Prizes"));
    out.call("set_apart", Text("Ghi là không trùng", "Set apart"));
    return out;
  }();
  return all;
}

}  // namespace nc::app
